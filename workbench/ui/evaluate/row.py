"""A row to type in: one field for each column of the table that the network takes."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtGui import QDoubleValidator
from PySide6.QtWidgets import QComboBox, QFormLayout, QLabel, QLineEdit, QWidget

from ..widgets.editors import Combo
from ..widgets.numbers import number_text

MOST_FIELDS = 200
"""Nobody types more than this: wider rows are read from a file."""


class RowForm(QWidget):
    """Numbers and categories by column name. ``submitted``: Enter was pressed in a field. ``changed``: a value was typed."""

    submitted = Signal()
    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("evaluate_row")
        self._fields: dict[str, QLineEdit | QComboBox] = {}
        self._shown: tuple[object, ...] = ()
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

    def set_columns(
        self,
        columns: Sequence[str],
        categories: Mapping[str, Sequence[str]] | None = None,
        gaps: frozenset[str] = frozenset(),
        written: Mapping[str, str] | None = None,
    ) -> None:
        """Makes a field for each column, where they are other ones than before.

        Columns in ``categories`` are a list to choose from, with an empty entry for a missing value; numbers in ``gaps`` may
        be left empty. Cells of columns in ``written`` are dates, with an example, or free text, without one.
        """
        categories, written = categories or {}, written or {}
        shown = (tuple(columns), tuple(categories.items()), gaps, tuple(written.items()))
        if shown == self._shown:
            return
        self._shown = shown
        while self._layout.rowCount():
            self._layout.removeRow(0)
        self._fields = {}
        for place, name in enumerate(columns):
            field: QLineEdit | QComboBox
            if name in categories:
                field = self._choice(categories[name])
            elif name in written:
                field = self._text(written[name] or self.tr("free text"))
            else:
                field = self._number(gap=name in gaps)
            field.setObjectName(f"row_{place}")
            field.setAccessibleName(name)
            label = QLabel(name, self)
            label.setProperty("role", "muted")
            label.setWordWrap(True)
            label.setBuddy(field)
            self._layout.addRow(label, field)
            self._fields[name] = field

    def _choice(self, names: Sequence[str]) -> QComboBox:
        box = Combo(self)
        box.addItem(self.tr("missing"), "")
        for name in names:
            box.addItem(name, name)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(8)
        box.activated.connect(lambda _place: self.changed.emit())
        return box

    def _text(self, example: str) -> QLineEdit:
        field = QLineEdit(self)
        field.setPlaceholderText(example)
        self._follow(field)
        return field

    def _follow(self, field: QLineEdit) -> None:
        field.returnPressed.connect(self.submitted)
        field.textEdited.connect(lambda _text: self.changed.emit())

    def _number(self, *, gap: bool) -> QLineEdit:
        field = QLineEdit(self)
        field.setAlignment(Qt.AlignmentFlag.AlignRight)
        if gap:
            field.setPlaceholderText(self.tr("missing"))
        validator = QDoubleValidator(field)
        # A decimal point everywhere, as in the files that rows come from.
        validator.setLocale(QLocale.c())
        field.setValidator(validator)
        self._follow(field)
        return field

    def set_values(self, values: Sequence[float | str]) -> None:
        """Fills the fields in, in the order of the columns: numbers, NaN where one is missing, and names of categories."""
        for field, value in zip(self._fields.values(), values, strict=True):
            if isinstance(field, QComboBox):
                self._choose(field, str(value))
                continue
            if isinstance(value, str):
                field.setText(value)
                field.setCursorPosition(0)
                continue
            if math.isnan(float(value)):
                field.clear()
                continue
            field.setText(number_text(float(value), 7).replace(",", "").replace("−", "-"))
            field.setCursorPosition(0)

    def values(self) -> dict[str, str]:
        """What stands in the fields, by column."""
        return {
            name: str(field.currentData()) if isinstance(field, QComboBox) else field.text().strip()
            for name, field in self._fields.items()
        }

    def _choose(self, box: QComboBox, name: str) -> None:
        """Chooses a category; one that training did not see is added to the list."""
        if box.findData(name) < 0:
            box.addItem(name, name)
        box.setCurrentIndex(box.findData(name))
