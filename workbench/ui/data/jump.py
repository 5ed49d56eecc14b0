"""A field to type a sample's number into."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from ..widgets.numbers import count_text


class JumpField(QLineEdit):
    """``asked(int)``: Enter was pressed on the number of a sample. Anything else is marked, and the tooltip tells what is one."""

    asked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("data_jump")
        self.count = 0
        self.setPlaceholderText(self.tr("Go to No."))
        self.setAccessibleName(self.tr("Go to the sample of this number"))
        self.setMaximumWidth(self.fontMetrics().horizontalAdvance("000,000,000") + 24)
        self.returnPressed.connect(self._go)
        self.textEdited.connect(lambda _text: self._mark(good=True))

    def set_count(self, count: int) -> None:
        """How many samples there are."""
        self.count = count
        self.setToolTip(self.tr("Samples are numbered from 0 to {last}").format(last=count_text(max(count - 1, 0))))

    def _go(self) -> None:
        text = self.text().replace(",", "").replace(" ", "")
        good = text.isascii() and text.isdigit() and int(text) < self.count
        self._mark(good=good)
        if good:
            self.clear()
            self.asked.emit(int(text))

    def _mark(self, *, good: bool) -> None:
        if bool(self.property("invalid")) == good:
            self.setProperty("invalid", not good)
            self.style().unpolish(self)
            self.style().polish(self)
