"""What is done about one column of a table: the settings of the column that is chosen among the roles."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from ...engine.data.cleaning_recipe import ColumnCleaning
from ...engine.data.encoding import column_error
from ...engine.data.prepared import PreparedData
from ...engine.data.raw import TableColumn
from ...engine.data.recipe import DataRecipe
from ...engine.data.sources.table import ColumnChoice, TableSource
from ...engine.errors import DataError
from ..language import told
from ..widgets.form import Form
from ..widgets.side_panel import SidePanel

MISSING_OF = {
    "number": ("auto", "median", "mean", "mode", "zero", "constant", "interpolate", "nearest", "drop"),
    "category": ("auto", "category", "mode", "constant", "drop"),
    "boolean": ("auto", "category", "mode", "constant", "drop"),
    "date": ("auto", "median", "mean", "interpolate", "nearest", "drop"),
}
FIELDS: dict[str, tuple[str, ...]] = {
    "number": ("missing", "constant", "indicator", "outliers", "scaling"),
    "category": ("missing", "constant", "encoding", "order"),
    "boolean": ("missing", "constant"),
    "date": ("missing", "indicator", "scaling"),
    "text": (),
}
"""The settings that mean something for a type of column."""


class ColumnPanel(SidePanel):
    """Forms for one column. ``edit_asked(str text, object edit)``: as of a page, the user wants another recipe."""

    edit_asked = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        body = QWidget()
        super().__init__("data_column_panel", body, parent)
        self.name = ""
        self.data: PreparedData | None = None
        self._recipe: DataRecipe | None = None
        self._column: TableColumn | None = None
        self.heading = QLabel(body)
        self.heading.setObjectName("data_column_name")
        self.heading.setProperty("role", "heading")
        self.fate = QLabel(body)
        self.fate.setObjectName("data_column_fate")
        self.fate.setProperty("role", "muted")
        self.trouble = QLabel(body)
        self.trouble.setObjectName("data_column_trouble")
        self.trouble.setProperty("role", "danger")
        for label in (self.heading, self.fate, self.trouble):
            label.setWordWrap(True)
        self._forms = {
            kind: Form(body, only=fields, choices={"missing": MISSING_OF[kind]})
            for kind, fields in FIELDS.items()
            if fields
        }
        self.dates = Form(body, only=("date_order",))
        layout = QVBoxLayout(body)
        layout.setContentsMargins(16, 8, 8, 16)
        layout.setSpacing(8)
        layout.addWidget(self.heading)
        layout.addWidget(self.fate)
        for kind, form in self._forms.items():
            form.setObjectName(f"data_column_form_{kind}")
            form.edited.connect(lambda _path, _value, form=form: self._edited(form))
            layout.addWidget(form)
        self.dates.setObjectName("data_column_dates")
        self.dates.edited.connect(lambda _path, value: self._order(str(value)))
        layout.addWidget(self.dates)
        layout.addWidget(self.trouble)
        layout.addStretch(1)
        self.show_column(None, None, "")

    def form(self) -> Form | None:
        """The form of the column that is shown, None where there is nothing to set."""
        return next((form for form in self._forms.values() if not form.isHidden()), None)

    def show_column(self, column: TableColumn | None, recipe: DataRecipe | None, fate: str) -> None:
        """Shows another column, or the same in another recipe."""
        self._column, self._recipe = column, recipe
        self.trouble.hide()
        self.name = column.name if column is not None else ""
        self.heading.setText(column.name if column is not None else self.tr("No column is chosen"))
        used = column is not None and recipe is not None and column.role == "feature"
        if column is None:
            fate = self.tr("Click a column to see and change what becomes of it.")
        elif not used and not fate:
            fate = self.tr("Only features have settings of their own.")
        self.fate.setText(fate)
        for kind, form in self._forms.items():
            shown = used and column is not None and column.type == kind
            form.setVisible(shown)
            if shown and recipe is not None and column is not None:
                form.set_value(recipe.cleaning.of(column.name), "column")
        dated = used and column is not None and column.type == "date"
        self.dates.setVisible(dated)
        if dated and recipe is not None and isinstance(recipe.source, TableSource) and column is not None:
            said = next((c for c in recipe.source.columns if c.name == column.name), ColumnChoice(name=column.name))
            self.dates.set_value(said, "column")

    def _edited(self, form: Form) -> None:
        value = form.value
        if not isinstance(value, ColumnCleaning):
            return
        error = self._error(value)
        self.trouble.setText(told(error) if error is not None else "")
        self.trouble.setVisible(error is not None)
        if error is not None:
            return
        text = self.tr("Change what becomes of {column}").format(column=value.name)
        edit: Callable[[DataRecipe], DataRecipe] = lambda r: r.updated(cleaning=r.cleaning.with_column(value))  # noqa: E731
        self.edit_asked.emit(text, edit)

    def _error(self, said: ColumnCleaning) -> DataError | None:
        """What keeps the edit from being applied."""
        for part in self.data.raw.inputs.values() if self.data is not None else ():
            if part.kind == "table" and any(c.name == said.name for c in part.shown):
                return column_error(part, self.data.splits["train"], said) if self.data is not None else None
        return None

    def _order(self, order: str) -> None:
        name = self.name
        text = self.tr("Change how dates of {column} are read").format(column=name)

        def edit(recipe: DataRecipe) -> DataRecipe:
            if not isinstance(recipe.source, TableSource):
                return recipe
            return recipe.updated(source=recipe.source.with_column(name, date_order=order))  # type: ignore[arg-type]

        self.edit_asked.emit(text, edit)
