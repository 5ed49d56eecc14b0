"""``change``, ``pause``, ``resume`` and ``stop``: what is asked of a run or a study that goes on somewhere else."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from ..engine.errors import TrainingError
from ..engine.project.files import load_project, runs_dir_of
from ..engine.project.settings import apply_settings
from ..engine.runs.info import RunInfo
from ..engine.runs.letters import Asked, post
from ..engine.runs.store import RunStore
from ..engine.train.events import Changed, Event, RunEnded, RunStarted, StateChanged, Warned
from ..engine.train.live import differences, live_settings, with_setting
from .output import emit, quoted, say
from .progress import change_in_words, ending_in_words

Ask = Literal["pause", "resume", "stop", "stop_now"]

HEARD_WITHIN = 10.0
"""Seconds within which whoever trains takes a letter, however long a step of the training lasts."""

ANSWERED_WITHIN = 60.0
"""Seconds to wait for what was asked to be done: a step, or the measuring after an epoch, may take its time."""

POLL = 0.1

OPPOSITE = {"pause": "paused", "resume": "running"}


def change_run(file: Path, reference: str, settings: Sequence[str], *, as_json: bool) -> int:
    """Changes settings of a run that goes on; returns the exit code."""
    store = _store(file)
    run = _running(store, reference)
    before = store.project(run.id)
    after = apply_settings(before, settings)
    if after.updated(training=before.training) != before:
        outside = next(s.partition("=")[0] for s in settings if not s.startswith("training."))
        with_setting(before.training, outside, None)  # raises: what is not a setting of training can't change
    asks: list[Asked] = []
    for path, _, value in differences(before.training, after.training):
        asks.append({"ask": "change", "setting": path, "value": _as_live(before.training, path, value)})
    if not asks:
        say(f"Run {run.id} has these settings already.")
        return 0
    waiting = {str(asked["setting"]) for asked in asks}

    def answers(event: Event) -> bool:
        if isinstance(event, Changed):
            waiting.discard(event.setting)
        elif isinstance(event, Warned) and event.code == "live.batches":
            waiting.discard("training.batch_size")
        return not waiting

    return _ask(store, run, asks, answers, as_json=as_json)


def _as_live(recipe: object, path: str, value: object) -> object:
    """The value in its JSON form. Raises ``SettingRefused`` for a setting that can't change while a run goes on."""
    from ..engine.train.recipe import TrainingRecipe

    assert isinstance(recipe, TrainingRecipe)
    return live_settings(with_setting(recipe, path, value))[path]


def ask_run(file: Path, reference: str, ask: Ask, *, as_json: bool) -> int:
    """Pauses a run, lets it go on, or ends it; returns the exit code."""
    store = _store(file)
    run = _running(store, reference)
    state = _state(store, run.id)
    if ask in OPPOSITE and state == OPPOSITE[ask]:
        say(f"Run {run.id} is paused already." if ask == "pause" else f"Run {run.id} is not paused.")
        return 0

    def answers(event: Event) -> bool:
        if ask in OPPOSITE:
            return isinstance(event, StateChanged) and event.state == OPPOSITE[ask]
        return isinstance(event, RunEnded)

    return _ask(store, run, [{"ask": ask}], answers, as_json=as_json)


def ask_study(file: Path, reference: str, ask: Ask, *, as_json: bool) -> int:
    """Pauses a study, lets it go on, or ends it; returns the exit code."""
    from ..engine.runs.studies import get_study, is_alive, study_folder

    folder = runs_dir_of(file.absolute())
    load_project(file)
    study = get_study(folder, reference).id
    if not is_alive(folder, study):
        raise TrainingError(
            f"Study {study} does not go on at this moment",
            "Only a study that is being made, in a window or on the command line, can be asked",
            f"Take it up with: workbench study {quoted(file)} --resume {study}",
            code="studies.not_alive",
            values={"study": study},
        )
    letter = _posted(study_folder(folder, study), [{"ask": ask}])
    _heard(letter, lambda: is_alive(folder, study), f"Study {study}")
    words = {"pause": "waits, its runs after the step they are in", "resume": "goes on"}
    if as_json:
        emit({"event": "study_asked", "study": study, "ask": ask})
    else:
        print(f"Study {study} {words.get(ask, 'stops and keeps what it has')}.")
    return 0


@dataclass
class _Told:
    """What a run has said since it was asked."""

    store: RunStore
    run: str
    seen: int = 0

    def new(self) -> list[Event]:
        events = self.store.events(self.run, metrics=False)
        new, self.seen = events[self.seen :], len(events)
        return new


def _ask(
    store: RunStore, run: RunInfo, asks: Sequence[Asked], answers: Callable[[Event], bool], *, as_json: bool
) -> int:
    told = _Told(store, run.id)
    told.new()
    letter = _posted(store.folder(run.id), asks)
    _heard(letter, lambda: store.get(run.id).running, f"Run {run.id}")
    limit = time.monotonic() + ANSWERED_WITHIN
    while time.monotonic() < limit:
        for event in told.new():
            _tell(event, as_json=as_json)
            if answers(event):
                return 0
            if isinstance(event, RunEnded):
                return 1
        time.sleep(POLL)
    say(f"Run {run.id} has been asked, and will do it after the step it is in.")
    return 0


def _tell(event: Event, *, as_json: bool) -> None:
    if isinstance(event, Changed | StateChanged | RunEnded | Warned):
        if as_json:
            emit(event.dump())
        elif isinstance(event, Changed):
            print(change_in_words(event))
        elif isinstance(event, StateChanged):
            print(f"Run {event.run} is {event.state} after step {event.step:,}.")
        elif isinstance(event, RunEnded):
            print(ending_in_words(event))
        else:
            say(f"warning: {event.message}")


def _posted(folder: Path, asks: Sequence[Asked]) -> Path:
    try:
        return post(folder, asks)
    except OSError as error:
        raise TrainingError(
            f"{folder} can't be written ({error.strerror or error})",
            "A run is asked through a file in its folder",
            "Ask as the user who trains it",
            code="letters.cannot_write",
        ) from error


def _heard(letter: Path, alive: Callable[[], bool], who: str) -> None:
    """Waits until a letter was taken. Raises ``TrainingError`` where it is not."""
    limit = time.monotonic() + HEARD_WITHIN
    going_on = True
    while letter.exists() and going_on and time.monotonic() < limit:
        time.sleep(POLL)
        going_on = alive()
    if not letter.exists():
        return
    letter.unlink(missing_ok=True)
    if not going_on:
        raise TrainingError(f"{who} ended before it could be asked", code="letters.ended")
    raise TrainingError(
        f"{who} took no notice within {HEARD_WITHIN:.0f} seconds",
        "Whoever trains looks for what is asked four times a second",
        "Its process may be held up, or belong to an older version of the program",
        code="letters.not_heard",
    )


def _store(file: Path) -> RunStore:
    load_project(file)  # a foreign file is told as such, and not as one without runs
    return RunStore(runs_dir_of(file.absolute()))


def _running(store: RunStore, reference: str) -> RunInfo:
    """The run that is meant: the one that goes on, unless told."""
    if reference:
        run = store.get(reference)
        if not run.running:
            raise TrainingError(
                f"Run {run.id} does not go on any more: it ended ({run.state.replace('_', ' ')})",
                "Only a run that is being trained, in a window or on the command line, can be asked",
                code="runs.not_running",
                values={"run": run.id},
            )
        return run
    going_on = [r for r in store.runs() if r.running]
    if len(going_on) == 1:
        return going_on[0]
    raise TrainingError(
        f"{len(going_on)} runs go on at this moment" if going_on else "No run of this project goes on at this moment",
        f"They are {', '.join(r.id for r in going_on)}" if going_on else "",
        "Name one with --run" if going_on else "Begin one with: workbench train",
        code="runs.not_running",
    )


def _state(store: RunStore, run: str) -> str:
    """The state that a run told last."""
    state = "running"
    for event in store.events(run, metrics=False):
        if isinstance(event, RunStarted):
            state = "running"
        elif isinstance(event, StateChanged):
            state = event.state
    return state
