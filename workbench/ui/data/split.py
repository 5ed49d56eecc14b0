"""How the samples are divided, in the left panel: the method, and what matters for it and this data."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import QComboBox, QLabel, QVBoxLayout, QWidget

from ...engine.data.prepared import PreparedData
from ...engine.data.recipe import DataRecipe, SplitRecipe
from ..widgets.form import Form

FORMS: dict[str, tuple[str, ...]] = {
    "method": ("method",),
    "folds": ("folds", "fold"),
    "shares": ("validation", "test"),
    "gap": ("gap",),
    "whole_groups": ("whole_groups",),
    "stratified": ("stratified",),
    "given": ("given",),
    "seed": ("seed",),
}
"""Forms of the split recipe's fields; shown one by one, as not all of them matter for all data."""


class SplitSection(QWidget):
    """Edits ``recipe.split``. ``edited(str path, object recipe, bool stepping)``: a field was changed."""

    edited = Signal(str, object, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("data_split")
        self._recipe: DataRecipe | None = None
        heading = QLabel(self.tr("Split"), self)
        heading.setProperty("role", "heading")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(heading)
        self.windows = QLabel(
            self.tr(
                "By time: the newest rows are the test, and no window is trained on that reaches into what is tested."
            ),
            self,
        )
        self.windows.setObjectName("data_split_windows")
        self.windows.setProperty("role", "muted")
        self.windows.setWordWrap(True)
        self.windows.hide()
        layout.addWidget(self.windows)
        self.sequences = QLabel(
            self.tr(
                "By whole sequences: all tokens of a sequence are in the same part, so that no token is tested beside ones "
                "that were learnt."
            ),
            self,
        )
        self.sequences.setObjectName("data_split_sequences")
        self.sequences.setProperty("role", "muted")
        self.sequences.setWordWrap(True)
        self.sequences.hide()
        layout.addWidget(self.sequences)
        self._forms: dict[str, Form] = {}
        for name, fields in FORMS.items():
            form = Form(self, only=fields)
            form.setObjectName(f"data_form_{name}")
            form.edited.connect(lambda path, _value, form=form: self._edited(path, form))
            self._forms[name] = form
            layout.addWidget(form)

    def form(self, name: str) -> Form:
        """One of ``FORMS``."""
        return self._forms[name]

    def set_recipe(self, recipe: DataRecipe, data: PreparedData | None) -> None:
        """Shows a recipe; fields that change nothing for its method and this data are left out."""
        self._recipe = recipe
        used = recipe.split.used_fields()
        raw = data.raw if data is not None else None
        tasks = {t.task for t in raw.targets.values()} if raw is not None else set()
        matters = {
            "whole_groups": raw is not None and raw.groups is not None,
            "stratified": bool(tasks & {"classification", "multi_label"}),
            "given": raw is not None and any(len(raw.given.get(name, ())) for name in ("validation", "test")),
        }
        windows = raw is not None and raw.windows is not None
        self.windows.setVisible(windows)
        self.sequences.setVisible("tagging" in tasks)
        for name, form in self._forms.items():
            form.set_value(recipe.split, "split")
            matter = name == "shares" if windows else matters.get(name, True)
            form.setVisible(matter and (windows or any(field in used for field in FORMS[name])))
        if raw is not None:
            self._offer("grouped", raw.groups is not None, self.tr("For tables with a column of the role group"))
            self._offer(
                "time", raw.order is not None, self.tr("For data with times, such as a column of the role time")
            )

    def _offer(self, method: str, possible: bool, why_not: str) -> None:
        """A method that this data has nothing for can't be chosen, and says why."""
        box = self._forms["method"].findChild(QComboBox, "field_method")
        assert box is not None
        place, model = box.findData(method), box.model()
        assert isinstance(model, QStandardItemModel)
        model.item(place).setEnabled(possible)
        box.setItemData(place, None if possible else why_not, Qt.ItemDataRole.ToolTipRole)

    def _edited(self, path: str, form: Form) -> None:
        if isinstance(form.value, SplitRecipe) and self._recipe is not None:
            self.edited.emit(path, self._recipe.updated(split=form.value), form.stepping)
