"""How much room prepared data may take on the disk, how much it takes, and a button that deletes it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ..engine.data.cache import GIGABYTE, ArrayCache, CacheSettings
from ..engine.data.recipe import Progress
from .jobs import Jobs
from .language import told
from .widgets.form import Form
from .widgets.numbers import number_text


class CacheSection(QWidget):
    """Edits the settings of the cache; what is changed holds at once."""

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("cache_section")
        self._jobs = jobs
        self._left = False
        self.form = Form(self)
        self.form.setObjectName("cache_form")
        self.form.set_value(ArrayCache().settings())
        self.form.edited.connect(lambda *_: self._change())
        self.size = QLabel(self)
        self.size.setObjectName("cache_size")
        self.size.setProperty("role", "muted")
        self.size.setWordWrap(True)
        self.clear = QPushButton(self.tr("Delete prepared data"), self)
        self.clear.setObjectName("cache_clear")
        self.clear.setAccessibleDescription(self.tr("It is made again from your files when it is needed"))
        self.clear.setToolTip(self.clear.accessibleDescription())
        self.clear.clicked.connect(self._clear)
        self.trouble = QLabel(self)
        self.trouble.setObjectName("cache_trouble")
        self.trouble.setProperty("role", "danger")
        self.trouble.setWordWrap(True)
        self.trouble.hide()
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self.size, 1)
        row.addWidget(self.clear)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.form)
        column.addLayout(row)
        column.addWidget(self.trouble)
        self._count()

    def leave(self) -> None:
        """The dialog closes: what is being done is done, and nobody needs to hear of it."""
        self._left = True

    def _change(self) -> None:
        settings = self.form.value
        if isinstance(settings, CacheSettings):
            self._work(self.tr("Making room"), lambda: ArrayCache().change(settings))

    def _clear(self) -> None:
        self._work(self.tr("Deleting prepared data"), lambda: ArrayCache().clear())

    def _count(self) -> None:
        self._work(self.tr("Counting prepared data"), lambda: None)

    def _work(self, title: str, work: Callable[[], None]) -> None:
        """Does something with the cache beside the window, then tells its size."""
        self.clear.setEnabled(False)
        self.trouble.hide()

        def done(progress: Progress) -> int:
            work()
            return ArrayCache().size()

        self._jobs.start(title, done, done=self._show, failed=self._complain, cancellable=False)

    def _show(self, size: int) -> None:
        if self._left:
            return
        self.clear.setEnabled(size > 0)
        text = self.tr("Nothing is kept at present.")
        if size:
            text = self.tr("{size} GB are kept at present.").format(size=number_text(max(size / GIGABYTE, 0.001), 3))
        self.size.setText(text)

    def _complain(self, sentence: str) -> None:
        if self._left:
            return
        self.clear.setEnabled(True)
        self.trouble.setText(told(sentence))
        self.trouble.show()
