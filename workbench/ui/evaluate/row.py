"""A row to type in: one field for each column of the table that the network takes."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtGui import QDoubleValidator
from PySide6.QtWidgets import QFormLayout, QLabel, QLineEdit, QWidget

from ..widgets.numbers import number_text

MOST_FIELDS = 200
"""Nobody types more than this: wider rows are read from a file."""


class RowForm(QWidget):
    """Numbers by column name. ``submitted``: Enter was pressed in a field. ``changed``: a value was typed."""

    submitted = Signal()
    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("evaluate_row")
        self._fields: dict[str, QLineEdit] = {}
        self._layout = QFormLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setHorizontalSpacing(12)
        self._layout.setVerticalSpacing(6)
        self._layout.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._layout.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns there are fields for."""
        return tuple(self._fields)

    def set_columns(self, columns: Sequence[str]) -> None:
        """Makes a field for each column, where they are other ones than before."""
        if tuple(columns) == self.columns:
            return
        while self._layout.rowCount():
            self._layout.removeRow(0)
        self._fields = {}
        for place, name in enumerate(columns):
            field = QLineEdit(self)
            field.setObjectName(f"row_{place}")
            field.setAccessibleName(name)
            field.setAlignment(Qt.AlignmentFlag.AlignRight)
            validator = QDoubleValidator(field)
            # A decimal point everywhere, as in the files that rows come from.
            validator.setLocale(QLocale.c())
            field.setValidator(validator)
            field.returnPressed.connect(self.submitted)
            field.textEdited.connect(lambda _text: self.changed.emit())
            label = QLabel(name, self)
            label.setProperty("role", "muted")
            label.setWordWrap(True)
            label.setBuddy(field)
            self._layout.addRow(label, field)
            self._fields[name] = field

    def set_values(self, values: Sequence[float]) -> None:
        """Fills the fields in, in the order of the columns."""
        for field, value in zip(self._fields.values(), values, strict=True):
            field.setText(number_text(float(value), 7).replace(",", "").replace("−", "-"))
            field.setCursorPosition(0)

    def values(self) -> dict[str, str]:
        """What stands in the fields, by column."""
        return {name: field.text().strip() for name, field in self._fields.items()}
