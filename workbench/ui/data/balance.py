"""What is done about unequal classes, in the left panel: the choice, the counts before and after, and what it means."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from ...engine.data.balance import Balance
from ...engine.data.prepared import PreparedData
from ...engine.data.recipe import DataRecipe
from ...engine.data.report import balance_counts, balance_effect
from ...engine.fields import FieldSpec
from ..language import told
from ..widgets.charts import GroupedBars, Series
from ..widgets.form import Form

OF_TAGS = frozenset({"class_weights", "focal", "logit_adjusted"})
"""Ways that change the loss of each token."""
MOST_CLASSES = 16
"""Classes shown; of more, the largest and the smallest."""


class BalanceSection(QWidget):
    """Edits ``recipe.balance``. ``edited(str path, object recipe, bool stepping)``: a field was changed."""

    edited = Signal(str, object, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("data_balance")
        heading = QLabel(self.tr("Balance"), self)
        heading.setProperty("role", "heading")
        self._offered: tuple[str, ...] = ()
        self.form = Form(self, only=("balance",), offer=self._offer)
        self.form.setObjectName("data_form_balance")
        self.form.edited.connect(lambda path, _value: self.edited.emit(path, self.form.value, self.form.stepping))
        self.effect = QLabel(self)
        self.effect.setObjectName("data_balance_effect")
        self.effect.setProperty("role", "muted")
        self.effect.setWordWrap(True)
        self.chart = GroupedBars("data_balance_chart", self)
        self.chart.setAccessibleName(self.tr("What each class counts in an epoch, before and after"))
        self.chart.unsetCursor()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(heading)
        layout.addWidget(self.form)
        layout.addWidget(self.effect)
        layout.addWidget(self.chart)

    def _offer(self, spec: FieldSpec) -> tuple[str, ...]:
        return self._offered

    def set_recipe(self, recipe: DataRecipe, data: PreparedData) -> None:
        """Shows what a recipe does to the training split of data that has classes."""
        tables = [part.kind for part in data.raw.inputs.values()] == ["table"] and len(data.raw.targets) == 1
        offered = suiting(tables=tables, tagged="tagging" in {t.task for t in data.raw.targets.values()})
        if offered != self._offered:
            self._offered = offered
            self.form.set_value(None)
        self.form.set_value(recipe)
        found = balance_counts(data, recipe.balance)
        if found is None:
            return
        counts, after = found
        before = counts.counts["train"]
        self.effect.setText(told(balance_effect(data, recipe.balance)))
        shown = np.arange(len(before))
        if len(before) > MOST_CLASSES:
            ordered = np.argsort(-np.array(before), kind="stable")
            shown = np.concatenate([ordered[: MOST_CLASSES // 2], ordered[-(MOST_CLASSES // 2) :]])
        title = self.tr("in an epoch")
        if recipe.balance.pull(np.array(before)) is not None:
            title = self.tr("pull at the start")
        elif recipe.balance.changes == "loss":
            title = self.tr("weighted")
        series = [
            Series(self.tr("as it is"), [before[i] for i in shown]),
            Series(title, [round(after[i]) for i in shown]),
        ]
        # Without balance there is one count only, and the chart on the right shows it already.
        self.chart.setVisible(recipe.balance.kind != "none")
        self.chart.set_counts([counts.classes[i] for i in shown], series)


def suiting(*, tables: bool, tagged: bool) -> tuple[str, ...]:
    """The ways that have an effect: rows are made up for tables only, and sequences hold many tags each, so that neither more
    nor fewer of them even these out."""
    ways = Balance.members.items()
    if tagged:
        return tuple(kind for kind, _ in ways if kind == "none" or kind in OF_TAGS)
    return tuple(kind for kind, way in ways if tables or way.changes != "data")
