"""What the Train stage has to say of the run in front: a bad ending in full with what would help, or what a run warned of."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ...engine.runs.info import RunInfo
from ...engine.train.events import GOOD_REASONS, RunEnded
from .. import language
from ..endings import reason_text
from ..session import Session
from ..widgets.notice import Notice, Tone
from ..widgets.parse import field_word
from .words import run_name

Button = tuple[str, Callable[[], object]]


class RunMessage(Notice):
    """``restore_asked(run)``, ``resume_asked(run)``: the user wants that cure."""

    restore_asked = Signal(str)
    resume_asked = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__("train_notice", parent)
        self.session = session
        self._of_run = False
        self._shown = ""
        self._read: set[str] = set()
        self.told_above: set[str] = set()
        """Runs whose good ending the bar above the stages has told."""

    def tell(self, run: RunInfo | None, ended: RunEnded | None, warnings: Sequence[str], why_not_resume: str) -> None:
        """Shows what there is to say of a run.

        Args:
            run: the run in front, None when it is not in the store.
            ended: how the last attempt ended badly; it may not be recorded, when a run could not be taken up again.
            warnings: what the run warned of.
            why_not_resume: why it can't go on, empty when it can.
        """
        message = ended.message if ended is not None else run.message if run is not None else ""
        good = run is not None and message == run.message and run.state in GOOD_REASONS
        if good and run is not None and run.id in self.told_above:
            message = ""
        if message and message not in self._read and self.session.run_state == "idle":
            shown = reason_text(message) if good else language.told(message)
            if run is not None and message == run.message:
                shown = self.tr("{run}: {message}").format(run=run_name(run), message=shown)
            tone: Tone = "info" if good else "danger"
            self._say_of_run(message, shown, tone, [] if good else self._cures(run, ended, why_not_resume))
            return
        warned = "\n".join(dict.fromkeys(warnings))
        if warned and warned not in self._read:
            self._say_of_run(warned, warned, "warning", [])
        elif self._of_run:
            self.clear()

    def answer(self, text: str, tone: Tone, buttons: Sequence[Button] = ()) -> None:
        """Says what came of something that the user did."""
        self._of_run, self._shown = False, ""
        self.say(text, tone, buttons, dismissed=self.clear)

    def clear(self) -> None:
        """Takes the message away."""
        self._of_run, self._shown = False, ""
        self.say("")

    def _say_of_run(self, key: str, text: str, tone: Tone, buttons: Sequence[Button]) -> None:
        if self._of_run and self._shown == key:
            return
        self._of_run, self._shown = True, key
        self.say(text, tone, buttons, dismissed=self._dismiss_run)

    def _dismiss_run(self) -> None:
        self._read.add(self._shown)
        self.clear()

    def _cures(self, run: RunInfo | None, ended: RunEnded | None, why_not_resume: str) -> list[Button]:
        """What would help after a bad ending, as buttons."""
        if run is None:
            return []
        study = next((s for s in self.session.study_rows if s.id == run.study and s.state != "finished"), None)
        if study is not None:
            busy = self.session.studies.busy or self.session.run_state != "idle"
            return [] if busy else [(self.tr("Go on with the study"), lambda: self.resume_asked.emit(study.id))]
        training = self.session.document.project.training
        if ended is not None and ended.message != run.message:
            # It could not be taken up again: most likely the project has changed since.
            return [(self.tr("Restore its project"), lambda: self.restore_asked.emit(run.id))]
        if run.state == "diverged":
            rate = training.learning_rate / 10
            words = self.tr("Set learning rate to {rate}").format(rate=f"{rate:g}")
            return [
                (words, lambda: self._set("learning_rate", rate)),
                *self._go_on(run, why_not_resume, "learning_rate", rate),
            ]
        if run.state == "out_of_memory" and training.batch_size > 1:
            size = training.batch_size // 2
            words = self.tr("Set batch size to {size}").format(size=size)
            return [
                (words, lambda: self._set("batch_size", size)),
                *self._go_on(run, why_not_resume, "batch_size", size),
            ]
        return [] if why_not_resume else [(self.tr("Resume"), lambda: self.resume_asked.emit(run.id))]

    def _go_on(self, run: RunInfo, why_not_resume: str, field: str, value: float | int) -> list[Button]:
        """The same cure for the run itself, which then goes on from its last good epoch."""
        if why_not_resume or not run.epoch:
            return []

        def cure() -> None:
            self._set(field, value)
            self.resume_asked.emit(run.id)

        return [(self.tr("… and go on from epoch {epoch}").format(epoch=run.epoch), cure)]

    def _set(self, field: str, value: float | int) -> None:
        self._dismiss_run()
        words = self.tr("Change {field}").format(field=field_word(field))
        self.session.document.edit(words, lambda p: p.updated(training=p.training.updated(**{field: value})))
