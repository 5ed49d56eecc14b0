"""The health of the run in front: what was found, each with its cure, and the latest figures of its layers."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QScrollArea, QVBoxLayout, QWidget

from ...engine.train.events import Health, Warned
from ..widgets.notice import Notice
from ..widgets.numbers import number_text
from ..widgets.tables import Column, ColumnsView
from .history import RunHistory

NAN = math.nan


class HealthPanel(QWidget):
    """Findings on top, a table of layers below. Shown anew only when there is something new."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("train_health")
        self._shown: tuple[object, ...] = ()
        self._notices: list[Notice] = []
        self.summary = QLabel()
        self.summary.setObjectName("train_health_summary")
        self.summary.setProperty("role", "heading")
        self.summary.setWordWrap(True)
        self.note = QLabel()
        self.note.setObjectName("train_health_note")
        self.note.setProperty("role", "muted")
        self.note.setWordWrap(True)
        self.table = ColumnsView("train_health_layers", self.tr("Figures of the layers"))
        self._findings = QVBoxLayout()
        self._findings.setSpacing(8)
        self._heading = QLabel()
        self._heading.setObjectName("train_health_step")
        self._heading.setProperty("role", "heading")
        inner = QWidget()
        layout = QVBoxLayout(inner)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(8)
        for part in (self.summary, self.note):
            layout.addWidget(part)
        layout.addLayout(self._findings)
        layout.addSpacing(8)
        layout.addWidget(self._heading)
        layout.addWidget(self.table, 1)
        layout.addStretch(0)
        scroll = QScrollArea()
        scroll.setWidget(inner)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(scroll)
        self.show_run(None, {}, live=False)

    @property
    def findings(self) -> list[str]:
        """What is said, from the oldest to the newest."""
        return [n.text for n in self._notices if n.isVisibleTo(self)]

    def show_run(self, history: RunHistory | None, names: Mapping[str, str], *, live: bool) -> None:
        """Shows a run; ``names`` are those of its layers by node id, ``live`` whether it goes on."""
        health = history.health if history is not None else None
        found = tuple(history.findings) if history is not None else ()
        two = history is not None and history.adversarial
        key = (history.run if history is not None else "", health, len(found), live, two)
        if key == self._shown:
            return
        self._shown = key
        self._say(health, found, live, two=two)
        self._list(found)
        self._tabulate(health, names)

    def _say(self, health: Health | None, found: Sequence[Warned], live: bool, *, two: bool) -> None:
        if found:
            words = self.tr("{count} things are wrong") if len(found) > 1 else self.tr("One thing is wrong")
            self.summary.setText(words.format(count=len(found)))
            self.note.setText("")
        elif health is None:
            self.summary.setText(self.tr("No figures yet"))
            self.note.setText(
                self.tr(
                    "The two networks of a GAN are not looked into: curves and samples tell how they are getting on."
                )
                if two
                else self.tr("They come within the first second of training.")
                if live
                else self.tr("A run tells them while it trains, unless health is switched off in its settings.")
            )
        else:
            self.summary.setText(
                self.tr("Nothing conspicuous so far") if live else self.tr("Nothing conspicuous was found")
            )
            self.note.setText(
                self.tr(
                    "Looked for: dead units, gradients that vanish or explode, steps that are too large, layers that give "
                    "the same for all samples, and over- and underfitting."
                )
            )
        self.note.setVisible(bool(self.note.text()))

    def _list(self, found: Sequence[Warned]) -> None:
        while len(self._notices) < len(found):
            notice = Notice(f"train_finding_{len(self._notices)}", self)
            self._notices.append(notice)
            self._findings.addWidget(notice)
        for place, notice in enumerate(self._notices):
            notice.say(found[place].message if place < len(found) else "", "warning")

    def _tabulate(self, health: Health | None, names: Mapping[str, str]) -> None:
        self.table.setVisible(health is not None)
        self._heading.setVisible(health is not None)
        if health is None:
            return
        self._heading.setText(self.tr("Layers in step {step}").format(step=f"{health.step:,}"))
        nodes = list(health.layers)
        rows = [health.layers[node] for node in nodes]

        def column(title: str, name: str, tip: str, text: Callable[[float], str] = number_text) -> Column:
            values = np.array([_value(row, name) for row in rows])
            return Column(title, lambda i: float(values[i]), keys=lambda: values, text=text, help=tip)

        labels = [names.get(node, self.tr("(no longer there)")) for node in nodes]
        columns = [
            Column(
                self.tr("Layer"),
                lambda i: labels[i],
                keys=lambda: np.array(labels),
                help=self.tr("Name"),
                numeric=False,
            ),
            column(self.tr("Mean"), "mean", self.tr("Mean of all numbers that the layer gives for a batch")),
            column(self.tr("Spread"), "spread", self.tr("Standard deviation of all numbers that the layer gives")),
            column(
                self.tr("Dead"),
                "dead",
                self.tr("Share of a ReLU's units that gave 0 for every sample of the last measured batches"),
                _share,
            ),
            column(self.tr("Gradient"), "gradient", self.tr("Norm of the gradient of the layer's weights")),
            column(
                self.tr("Update"),
                "ratio",
                self.tr("What a step changes in the layer's weights, as a share of their norm; 0.1 % to 3 % is usual"),
                _share,
            ),
        ]
        self.table.set_table(columns, np.arange(len(nodes)))
        self.table.fill_width()
        line = self.table.verticalHeader().defaultSectionSize()
        header = self.table.horizontalHeader().sizeHint().height() + 4
        self.table.setMinimumHeight(line * min(len(nodes), 12) + header)
        self.table.setMaximumHeight(line * len(nodes) + header)


def _value(row: Mapping[str, float], name: str) -> float:
    if name != "ratio":
        return row.get(name, NAN)
    weight = row.get("weight", 0.0)
    return row.get("update", NAN) / weight if weight > 0 else NAN


def _share(value: float) -> str:
    return "–" if math.isnan(value) else f"{number_text(100 * value, 2)} %"
