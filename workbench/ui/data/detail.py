"""One sample, large: its picture or its values."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ...engine.data.labels import labels_text
from ...engine.data.prepared import SPLITS, PreparedData
from ...engine.data.report import thumbnail
from ..widgets.numbers import count_text, number_text
from ..widgets.thumbnails import picture
from .cells import cell, shown_columns
from .samples import MOST_COLUMNS, holds, target_text
from .tags import TaggedBox
from .texts import TokensBox
from .words import split_word

DETAIL_SIDE = 112
LONG = 18
"""Characters from which a value may wrap."""


class SampleDetail(QWidget):
    """One sample, large: its picture or its values, class, split and range."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("data_detail")
        self.sample = -1
        self._rows: list[tuple[QLabel, QLabel]] = []
        self.picture = QLabel(self)
        self.picture.setObjectName("data_detail_picture")
        self.picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._form = QFormLayout()
        self._form.setContentsMargins(0, 0, 0, 0)
        self._form.setHorizontalSpacing(16)
        self._form.setVerticalSpacing(4)
        self._form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        self.tokens = TokensBox("data_detail_tokens", self)
        self.tags = TaggedBox("data_detail_tags", self)
        top = QHBoxLayout()
        top.setContentsMargins(0, 0, 0, 0)
        top.setSpacing(16)
        top.addWidget(self.picture, 0, Qt.AlignmentFlag.AlignTop)
        top.addLayout(self._form, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(top)
        layout.addWidget(self.tokens)
        layout.addWidget(self.tags)

    def show_sample(self, data: PreparedData, sample: int) -> None:
        """Shows a sample of the data."""
        self.sample = sample
        part = next(iter(data.raw.inputs.values()))
        values = part.values[sample]
        self.picture.setVisible(part.kind == "image")
        if part.kind == "image":
            self.picture.setPixmap(picture(thumbnail(data, sample), DETAIL_SIDE, self.devicePixelRatioF()))
        target = next(iter(data.raw.targets.values()))
        split = next((name for name in SPLITS if holds(data.splits[name], sample)), "left_out")
        rows = [(self.tr("Sample"), count_text(sample))]
        if len(data.raw.names):
            # The class folder stands below as the class; the name alone is shorter.
            rows.append((self.tr("File"), data.raw.names[sample].rpartition("/")[2]))
            self.setToolTip(data.raw.names[sample])
        else:
            self.setToolTip("")
        if target.task == "classification":
            rows.append((self.tr("Class"), target_text(data, sample)))
        elif target.task == "multi_label":
            rows.append((self.tr("Labels"), labels_text(target.classes, target.values[sample])))
        elif target.task != "tagging":
            rows += [(n, number_text(v)) for n, v in zip(target.names, target.values[sample], strict=True)]
        rows.append((self.tr("Split"), split_word(split)))
        how = next(iter(data.preprocess.inputs.values())).text
        tagged = target.task == "tagging"
        self.tokens.setVisible(how is not None and not tagged)
        self.tags.setVisible(tagged)
        if tagged:
            self.tags.show_sample(data, sample)
        elif how is not None:
            self.tokens.show_text(values, how)
        elif part.kind == "table":
            for held, column in shown_columns(data, MOST_COLUMNS):
                found = cell(held, sample, column)
                rows.append((column.name, found if isinstance(found, str) else number_text(found)))
        else:
            values = values[np.isfinite(values)] if part.gaps else values
            low, high = number_text(values.min()), number_text(values.max())
            rows.append((self.tr("Values"), self.tr("{low} to {high}").format(low=low, high=high)))
            rows.append((self.tr("Mean"), number_text(float(values.mean()), 3)))
        self._show_rows(rows)

    def _show_rows(self, rows: list[tuple[str, str]]) -> None:
        """Writes names and values; labels are made anew only where the names are others than before."""
        if [name for name, _ in rows] != [label.text() for label, _ in self._rows]:
            while self._form.rowCount():
                self._form.removeRow(0)
            self._rows = []
            for name, _ in rows:
                label, shown = QLabel(name, self), QLabel(self)
                label.setProperty("role", "muted")
                label.setWordWrap(True)
                shown.setAlignment(Qt.AlignmentFlag.AlignRight)
                shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
                self._form.addRow(label, shown)
                self._rows.append((label, shown))
        for (_, shown), (_, value) in zip(self._rows, rows, strict=True):
            shown.setWordWrap(len(value) > LONG)
            shown.setText(value)
