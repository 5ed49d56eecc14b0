"""What can be done with a run that is over: going on with it, bringing its project back, deleting it; and how all runs are."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QWidget

from ...engine.errors import WorkbenchError
from ...engine.runs.info import RunInfo
from ...engine.train.events import GOOD_REASONS
from ..session import Session
from ..stage import StageState
from .deleting import may_delete
from .longer import ask_for_more, is_done
from .message import RunMessage
from .study.shown import StudyCurves
from .words import run_name, state_word


class RunDoings(QObject):
    """Does it, or tells why not. ``begun``: a run was asked to go on, or to be deleted."""

    begun = Signal()

    def __init__(self, session: Session, several: StudyCurves, notice: RunMessage, window: QWidget) -> None:
        super().__init__(window)
        self.session, self.several, self.notice, self.window = session, several, notice, window

    def resume(self, run: str) -> None:
        """Goes on with a run that has ended; one that has done all its epochs is asked for more first."""
        info = self._info(run)
        if info is not None and is_done(self.session, info):
            more = ask_for_more(self.window, info)
            if not more:
                return
            self.session.document.edit(
                self.tr("Train longer"), lambda p: p.updated(training=p.training.updated(epochs=info.epoch + more))
            )
        self.begun.emit()
        study = self.several.row(run)
        if study is not None:
            self.session.begin_study(study.kind, run)
        else:
            self.session.train(resume=run)

    def restore(self, run: str) -> None:
        """Brings a run's network, data and settings back into the document, as one undo step."""
        info = self._info(run)
        if info is None:
            return
        try:
            project = self.session.store().project(run)
        except WorkbenchError as error:
            self.notice.answer(str(error), "danger")
            return
        name = run_name(info)
        self.session.document.edit(
            self.tr("Restore the project of {run}").format(run=name.lower()),
            lambda now: now.updated(
                networks=project.networks, data=project.data, training=project.training, view=project.view
            ),
        )
        self.notice.answer(
            self.tr("Network, data and settings are those of {run} again. Undo takes it back.").format(
                run=name.lower()
            ),
            "success",
            [(self.tr("Undo"), self._undo_restore)],
        )

    def _undo_restore(self) -> None:
        self.notice.clear()
        self.session.document.undo()

    def ask_to_delete(self, run: str) -> None:
        """Asks, then deletes."""
        name = self.several.name(run)
        if not name:
            return
        if may_delete(self.window, name):
            self.delete(run)

    def delete(self, run: str) -> None:
        """Removes a run with its curves and weights."""
        self.begun.emit()
        delete = self.several.deleter(run)
        self.session.jobs.start(
            self.tr("Deleting a run"),
            lambda _progress: delete(),
            done=lambda _nothing: self.session.refresh_runs(),
            failed=lambda sentence: self.notice.answer(sentence, "danger"),
            cancellable=False,
        )

    def refusals(self, run: RunInfo) -> dict[str, str]:
        """Why each thing can't be done with a run, empty where it can."""
        running = self.tr("The run is still going on.") if run.running else ""
        return {
            "resume": running or self.why_not_resume(run),
            "warm": self.session.why_not or ("" if run.epoch else self.tr("The run has no weights yet.")),
            "use": "" if run.best_epoch or run.epoch else self.tr("The run has no weights yet."),
            "restore": "",
            "delete": running,
        }

    def why_not_resume(self, run: RunInfo) -> str:
        """Why a run can't go on, empty where it can."""
        if self.session.run_state != "idle":
            return self.tr("Another run is in progress.")
        if self.session.studies.busy:
            return self.tr("A study is in progress.")
        if not self.session.store().has_weights(run.id, "last"):
            return self.tr("The run left no checkpoint to go on from.")
        return ""

    def _info(self, run: str) -> RunInfo | None:
        return next((r for r in self.session.runs if r.id == run), None)


def rail_state(session: Session) -> tuple[StageState, str]:
    """The stage's dot on the rail, and its words: of a run in progress, else of the newest."""
    tr = QCoreApplication.translate
    known = session.runs
    if session.run_state == "paused":
        return "running", tr("TrainStage", "Training is paused")
    if session.run_state != "idle":
        words = tr("TrainStage", "Training, {share} %")
        return "running", words.format(share=int(100 * session.progress.share))
    if session.studies.busy and session.studies.paused:
        return "running", tr("TrainStage", "The study is paused")
    if session.studies.busy:
        words = tr("TrainStage", "Study, {done} of {total} runs")
        return "running", words.format(done=session.studies.done, total=session.studies.total or "…")
    if not known:
        return "empty", tr("TrainStage", "Nothing trained yet")
    if known[0].state not in (*GOOD_REASONS, "running"):
        words = tr("TrainStage", "The newest run did not end well: {state}")
        return "problem", words.format(state=state_word(known[0].state))
    words = tr("TrainStage", "{count} runs") if len(known) > 1 else tr("TrainStage", "One run")
    return "ready", words.format(count=len(known))
