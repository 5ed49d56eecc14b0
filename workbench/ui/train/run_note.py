"""Above the settings while a run goes on: which of the edits it could take over, and the button that does it."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from ...engine.document import Project
from ...engine.train.events import Changed, Event
from ...engine.train.live import BATCH_SIZE, differences, is_live
from ..session import Session
from ..widgets.notice import Notice
from .changes import setting_text

Difference = tuple[str, object, object]
"""Path of a setting, its value in the run and in the project."""


class RunNote(QWidget):
    """Hidden while nothing runs."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.setObjectName("train_run_note")
        self._asked: dict[str, object] = {}
        self.hint = QLabel()
        self.hint.setObjectName("train_settings_note")
        self.hint.setProperty("role", "muted")
        self.hint.setWordWrap(True)
        self.offer = Notice("train_apply")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.hint)
        layout.addWidget(self.offer)
        session.document.changed.connect(self._edited)
        session.run_state_changed.connect(self._show)
        session.run_events.connect(self._take)
        self._show()

    def apply(self) -> None:
        """Asks the run to take over what it can."""
        for setting, _, value in self._differences():
            if is_live(setting):
                self.session.change_run(setting, value)
                self._asked[setting] = value
        self._show()

    def _differences(self) -> list[Difference]:
        recipe = self.session.run_recipe
        return [] if recipe is None else differences(recipe, self.session.document.project.training)

    def _edited(self, before: Project, after: Project) -> None:
        if before.training is not after.training:
            self._show()

    def _take(self, events: list[Event]) -> None:
        changed = {e.setting for e in events if isinstance(e, Changed)}
        if changed:
            self._asked = {setting: value for setting, value in self._asked.items() if setting not in changed}
            self._show()

    def _show(self) -> None:
        state = self.session.run_state
        self.setVisible(state != "idle")
        if state == "idle":
            self._asked = {}
            self.offer.say("")
            return
        found = self._differences() if state != "stopping" else []
        later = [d for d in found if not is_live(d[0])]
        now = [d for d in found if is_live(d[0])]
        waiting = [d for d in now if self._asked.get(d[0], self) == d[2]]
        if later:
            words = self.tr("For the next run: {changes}.")
            self.hint.setText(words.format(changes=_in_words(later)))
        else:
            self.hint.setText(
                self.tr(
                    "A run is in progress. Learning rate, batch size and early stopping can change for it, too; "
                    "everything else counts for the next one."
                )
            )
        if not now:
            self.offer.say("")
        elif len(waiting) == len(now):
            self.offer.say(self.tr("The run was asked for {changes}.").format(changes=_in_words(now)))
        else:
            words = self.tr("The run in progress does not know yet: {changes}.")
            if any(setting == BATCH_SIZE for setting, _, _ in now):
                words = self.tr(
                    "The run in progress does not know yet: {changes}. A batch size counts from its next epoch."
                )
            button = (self.tr("Apply to this run"), self.apply)
            self.offer.say(words.format(changes=_in_words(now)), "info", [button])


def _in_words(differences: list[Difference]) -> str:
    return ", ".join(setting_text(*difference) for difference in differences)
