"""One run from spec to ending, as a generator of events: what every runner drives."""

from __future__ import annotations

import gc
import logging
import time
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import torch

from ..data.prepare import prepare
from ..data.recipe import Cancelled
from ..errors import TrainingError, sentence
from ..runs.letters import Letterbox
from ..runs.store import RunStore
from ..runs.writer import RunWriter
from .checkpoint import Snapshot, read_snapshot
from .compiling import forget
from .control import Control, heed
from .crowding import Threads, queue_clock
from .devices import default_threads, resolve_device
from .endings import Ending, ending_of
from .events import Changed, CheckpointSaved, Event, RunEnded, RunStarted, WarmStarted, Warned
from .health.locate import LONGEST, locate, words
from .hooks import figures
from .keeper import Keeper
from .live import TakenUp, at_the_beginning, is_live, take_up, with_setting
from .loop import Loop
from .place import Place
from .progress import Progress
from .runspec import RunSpec, WarmStart
from .session import Session
from .setup import prepare_session
from .telling import Diverged
from .warm import Donor, Fit

if TYPE_CHECKING:
    from .distributed import SilentWriter
    from .team import Team

log = logging.getLogger(__name__)

Clock = Callable[[], float]


def run(
    spec: RunSpec,
    control: Control,
    *,
    clock: Clock = time.perf_counter,
    now: Clock = time.time,
    place: Place | None = None,
) -> Iterator[Event]:
    """Trains; every event is in the store before it is yielded, and the last one is the only ``RunEnded``.

    Never raises for what goes wrong in a run: that is told by ``RunEnded``. An attempt that could not begin (its data is
    not there, the network can't train), be entered in the store, or be taken up again, ends without being recorded: a run
    that is to be resumed stays as it was.

    Args:
        spec: what to train.
        control: what the user asks while it runs.
        clock: seconds for differences.
        now: seconds since the epoch, for events.
        place: of this process among several that train together (see ``team``); all but the first record nothing.
    """
    attempt = _Attempt(spec, control, clock, now, place)
    try:
        ending = yield from attempt.train()
        # Here no exception is alive any more, so that what its traceback held can go.
        yield from attempt.end(ending)
    finally:
        attempt.close()


class _Attempt:
    def __init__(self, spec: RunSpec, control: Control, clock: Clock, now: Clock, place: Place | None = None) -> None:
        self.spec, self.control, self.clock, self.now = spec, control, clock, now
        self.user, self.place = control, place
        self.team: Team | None = None
        self.run = ""
        self.writer: RunWriter | SilentWriter | None = None
        self.letters: Letterbox | None = None
        self.recorded = False
        self.ended_early = False
        self.project = spec.project
        self.taken_up: TakenUp | None = None
        self.begun_warm: WarmStarted | None = None
        self.session: Session | None = None
        self.keeper: Keeper | None = None
        self.loop: Loop | None = None
        self.device = spec.device
        self.build: Callable[[], Session] | None = None
        self.last_words: list[Event] = []
        self.changed_at = 0

    def train(self) -> Generator[Event, None, Ending]:
        try:
            session = self._prepare()
            assert self.keeper is not None
            self.loop = Loop(
                session,
                self.keeper,
                self.control,
                clock=self.clock,
                now=self.now,
                threads=self._threads(session),
                changed=self.taken_up.now if self.taken_up else (),
                team=self.team,
            )
            events = self.loop.events()
            while True:
                try:
                    event = next(events)
                except StopIteration as done:
                    return Ending(done.value, self.loop.why)
                self._record(event)
                yield event
                if isinstance(event, RunStarted) and session.warm is not None:
                    yield self._warm_started(session.warm)
        except GeneratorExit:
            raise
        except BaseException as error:  # the border: whatever happened becomes the ending of this run
            return self._ending_of(error)

    def _warm_started(self, fit: Fit) -> WarmStarted:
        said = WarmStarted(
            run=self.run,
            time=self.now(),
            source=fit.run,
            runs_dir=str(fit.asked.runs_dir.absolute()),
            weights=fit.asked.weights,
            layers=fit.layers,
            fresh=dict(fit.fresh),
            unused=fit.unused,
            message=fit.message,
        )
        self._record(said)
        return said

    def end(self, ending: Ending) -> Iterator[Event]:
        """The last good epoch's checkpoint where it isn't on the disk yet, then ``RunEnded``."""
        progress = self.session.progress if self.session else Progress()
        # What holds of the whole run is told as it stands, not as it was in the best epoch.
        whole = figures(self.session.hooks) if self.session and progress.step else {}
        if self.loop is not None:
            try:
                for said in self.last_words:
                    self._record(said)
                    yield said
                for event in self.loop.save():
                    self._record(event)
                    yield event
            except (OSError, TrainingError) as error:
                ending = Ending(
                    ending.reason, sentence(ending.message, f"The last checkpoint could not be written: {_why(error)}")
                )
        self._let_go(ending)
        ended = RunEnded(
            run=self.run,
            time=self.now(),
            reason=ending.reason,
            metrics={**progress.best_metrics, **whole},
            message=ending.message,
            epoch=progress.epoch,
            step=progress.step,
            best_epoch=progress.best_epoch,
            seconds=progress.seconds,
            micro_batches=progress.micro_batches,
        )
        try:
            self._record(ended)
        except (OSError, TrainingError) as error:
            ended = ended.updated(message=sentence(ended.message, f"The ending could not be recorded: {_why(error)}"))
        yield ended

    def close(self) -> None:
        if self.letters is not None:
            self.letters.close()
        if self.writer is not None:
            self.writer.close()
        if self.team is not None:
            self.team.leave()

    def _heed_letter(self, asked: dict[str, Any]) -> None:
        """Passes on what another process asks; raises ``SettingRefused`` for a setting that can't change, or not to that."""
        if asked.get("ask") == "change":
            with_setting(self.project.training, asked["setting"], asked["value"])
        heed(asked, self.user)

    def _record(self, event: Event) -> None:
        if self.writer is not None and self.recorded:
            self.writer.write(event)
            if isinstance(event, Changed) and is_live(event.setting):
                self.changed_at = event.step
                training = with_setting(self.project.training, event.setting, event.after)
                if training != self.project.training:
                    self.project = self.project.updated(training=training)
                    self.writer.keep_project(self.project)

    def _prepare(self) -> Session:
        spec, place = self.spec, self.place
        device = resolve_device(spec.device) if place is None else self._join(place)
        self.device = str(device)
        threads = max(1, (spec.threads or default_threads()) // (place.local_size if place else 1))
        torch.set_num_threads(threads)
        snapshot: Snapshot | None = None
        with self._together():
            snapshot = self._take_up() if spec.resume else None
            if place is None or place.local_rank == 0:
                # The first on each machine prepares the data, which the others then find.
                prepared = prepare(spec.project.data, spec.base_dir, self._progress)
        project = self.taken_up.project if self.taken_up else spec.project
        with self._together():
            if place is not None and place.local_rank != 0:
                prepared = prepare(spec.project.data, spec.base_dir, self._progress)
            self._progress(1.0, "")
            spread = self.team.spread if self.team is not None else None
            self.build = lambda: prepare_session(
                project,
                prepared,
                device,
                run=self.run,
                threads=threads,
                donor=self._donor(),
                adapt_threads=not spec.threads and place is None,
                spread=spread,
            )
            session = self.build()
            if session.threads != threads:
                torch.set_num_threads(session.threads)
            own = None
            if self.team is not None:
                from .distributed import enter_team

                own = enter_team(session, self.team)
        self.session = session
        with self._together():
            self.writer = self._open()
        assert self.writer is not None
        self.run = session.run = self.writer.run if self.team is None else self.team.told(self.writer.run)
        if self.taken_up is None:
            self.recorded = True
        if self.team is None or self.team.first:
            self.letters = Letterbox(self.writer.folder, self._heed_letter)
        session.folder = self.writer.folder
        if self.taken_up is not None:
            with self._together():
                self._go_on(session, self.writer, snapshot)
            if own is not None:
                own.settle(project.training.seed, session.progress.step)
        self.writer.keep_preprocess(prepared.preprocess)
        self.keeper = Keeper(self.writer.folder, self.clock)
        if self.team is not None and not self.team.first:
            from .distributed import SilentKeeper

            self.keeper = SilentKeeper()
        return session

    def _join(self, place: Place) -> torch.device:
        """Finds the other processes of this run, and this one's device."""
        from .distributed import TeamControl, device_of
        from .team import Team

        device = device_of(place, self.spec.device)
        self.team = Team(place, device)
        self.control = TeamControl(self.team, self.user)
        return device

    def _open(self) -> RunWriter | SilentWriter:
        """What records the run: of several processes, the first."""
        spec = self.spec
        if self.team is not None and not self.team.first:
            from .distributed import SilentWriter

            return SilentWriter(self.run)
        if self.taken_up is None:
            # Only now: what can't begin is no run, and would stand in the list without a single step.
            return RunWriter.create(spec.runs_dir, spec.project, study=spec.study, label=spec.label)
        return self.writer or RunWriter.reopen(spec.runs_dir, self.run)

    @contextmanager
    def _together(self) -> Iterator[None]:
        """Around what several processes do before they train: all wait here, and when one fails all end."""
        if self.team is None:
            yield
            return
        try:
            yield
        except BaseException as error:
            self.team.agree(str(error) or type(error).__name__)
            raise
        self.team.agree("")

    def _donor(self) -> Donor | None:
        """Whose weights the run begins with; of one that is taken up before its first checkpoint, as it was asked then."""
        asked = self.spec.warm_start if self.taken_up is None else None
        if self.begun_warm is not None:
            begun = self.begun_warm
            asked = WarmStart(run=begun.source, runs_dir=Path(begun.runs_dir), weights=begun.weights)
        return Donor(asked) if asked is not None else None

    def _take_up(self) -> Snapshot | None:
        """Takes up the run to be resumed and returns its last checkpoint; None where it never came to writing one."""
        spec = self.spec
        store = RunStore(spec.runs_dir)
        info = store.get(spec.resume)
        self.run = info.id
        self.ended_early = info.state == "early_stopped"
        events = store.events(self.run, metrics=False)
        changes = [e for e in events if isinstance(e, Changed)]
        recorded, snapshot = store.project(self.run), None
        if store.has_weights(self.run, "last") or any(isinstance(e, CheckpointSaved) for e in events):
            path = store.weights_path(self.run, "last")
            self._reopen()
            snapshot = read_snapshot(path)
        else:
            self._reopen()
            self.begun_warm = next((e for e in events if isinstance(e, WarmStarted)), None)
        about = snapshot.about if snapshot else at_the_beginning(recorded.training, changes)
        self.taken_up = take_up(spec.project, recorded, about, changes, info.state)
        return snapshot

    def _reopen(self) -> None:
        # Of several processes the first does so when all have read.
        if self.team is None:
            self.writer = RunWriter.reopen(self.spec.runs_dir, self.run)

    def _go_on(self, session: Session, writer: RunWriter | SilentWriter, snapshot: Snapshot | None) -> None:
        """Forgets what was recorded after the checkpoint, and sees to it that what was changed then changes again."""
        assert self.taken_up is not None
        if snapshot is not None:
            session.restore(snapshot)
        if self.ended_early:
            for hook in session.hooks:
                hook.go_on()
        session.waiting = dict(self.taken_up.waiting)
        self.control.plan(self.taken_up.later)
        writer.cut(step=session.progress.step, epoch=session.progress.epoch, changes=session.changes)
        self.recorded = True
        self.project = self.taken_up.wanted
        writer.keep_project(self.project)

    def _progress(self, done: float, text: str) -> None:
        if self.user.stopped:
            raise Cancelled

    def _threads(self, session: Session) -> Threads | None:
        waited = queue_clock()
        if (
            self.team is not None
            or self.spec.threads
            or session.device.type != "cpu"
            or session.threads == 1
            or waited is None
        ):
            return None
        return Threads(session.threads, set_threads=torch.set_num_threads, waited=waited)

    def _ending_of(self, error: BaseException) -> Ending:
        session, team = self.session, self.team
        if isinstance(error, Diverged) and team is None:
            error = self._located(error)
        if team is not None:
            error = team.understood(error)
        ending = ending_of(
            error,
            session.source_of(error) if session else None,
            session.node_names if session else {},
            batch_size=(session.recipe if session else self.spec.project.training).batch_size,
            device=self.device,
            kept=bool(self.run) and RunStore(self.spec.runs_dir).has_weights(self.run, "last"),
        )
        if team is not None:
            team.confess(ending.message)
        return ending

    def _located(self, error: Diverged) -> Diverged:
        """The error with the layer in which it began, where that can be found out in a short time.

        The steps since the last checkpoint are done again, exactly as they were.
        """
        session, keeper = self.session, self.keeper
        assert session is not None and keeper is not None and self.build is not None
        progress = session.progress
        if session.game is not None or self.team is not None:
            return error  # a loss of one network comes from the other, and of one process from all
        try:
            start = keeper.newest("last")
            begins = start.about["progress"]["step"] if start is not None else 0
            # Steps since a setting was changed can't be done again as they were, nor too many in a short time.
            lasting = (progress.step - begins) * progress.seconds / max(progress.step, 1)
            if self.changed_at > begins or lasting > LONGEST:
                return error
            if start is None:
                again = self.build()
            else:
                again = session
                again.restore(start)
            place = locate(again, progress.step, self.control)
        except Exception:  # whatever fails here, the run's own ending is the one to tell
            log.exception("The layer in which a run diverged could not be found")
            return error
        finally:
            session.progress = progress
        if place is None:
            return error
        began = words(place, session.node_names)
        found = Diverged(error.what, began, error.fix, code=error.code, values={**error.values, "node": place.node})
        self.last_words.append(
            Warned(
                run=self.run,
                time=self.now(),
                code="health.not_finite",
                message=sentence(error.what, began),
                node=place.node,
            )
        )
        return found

    def _let_go(self, ending: Ending) -> None:
        """Frees the network, so that the next run finds the device as empty as this one did."""
        device = self.session.device.type if self.session else "cpu"
        if self.session is not None and self.session.recipe.compile:
            forget()
        self.session = self.loop = self.keeper = None
        if ending.reason == "out_of_memory":
            gc.collect()
        if device == "cuda":
            torch.cuda.empty_cache()
        elif device == "mps":
            torch.mps.empty_cache()


def _why(error: OSError | TrainingError) -> str:
    """What an error says, without its number and path, which the sentence around it has or needs not."""
    return error.strerror or str(error) if isinstance(error, OSError) else str(error)
