"""The preferences as a form. What is changed holds at once."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from ..engine.errors import ProjectError
from .cache_section import CacheSection
from .jobs import Jobs
from .language import current, language_of, told
from .preferences import EDITABLE, Preferences
from .widgets.form import Form


class PreferencesDialog(QDialog):
    """Theme, threads, what the window tells, and the room for prepared data."""

    def __init__(self, preferences: Preferences, jobs: Jobs, parent: QWidget) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self.setObjectName("preferences_dialog")
        self.setWindowTitle(self.tr("Preferences"))
        self.setMinimumWidth(420)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 16)
        column.setSpacing(16)
        heading = QLabel(self.tr("Preferences"))
        heading.setProperty("role", "title")
        self.form = Form(self, only=EDITABLE)
        self.form.setObjectName("preferences_form")
        self.form.set_value(preferences.value)
        self.form.edited.connect(self._edited)
        self._note = QLabel()
        self._note.setProperty("role", "danger")
        self._note.setWordWrap(True)
        self._note.hide()
        self.later = QLabel(self.tr("The language changes when Workbench is started again."))
        self.later.setObjectName("preferences_later")
        self.later.setProperty("role", "muted")
        self.later.setWordWrap(True)
        self.later.hide()
        self.cache = CacheSection(jobs, self)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.close)
        self.finished.connect(lambda _result: self.cache.leave())
        column.addWidget(heading)
        column.addWidget(self.form)
        column.addWidget(self.later)
        column.addWidget(self._note)
        column.addWidget(self.cache)
        column.addStretch(1)
        column.addWidget(buttons)
        preferences.changed.connect(self._show)

    def _show(self, *_: object) -> None:
        self.form.set_value(self._preferences.value)

    def _edited(self, path: str, value: object) -> None:
        if path == "language":
            self.later.setVisible(language_of(self._preferences.value.updated(language=value).language) != current())
        try:
            self._preferences.update(**{path: value})
        except ProjectError as error:
            self._note.setText(told(error))
            self._note.show()
