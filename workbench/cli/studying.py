"""``study``: many runs as one, their events as JSON lines or a line for each run, and mean and spread at the end."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..engine.errors import TrainingError
from ..engine.study.events import MemberEnded, MemberStarted, StudyEnded, StudyKind, StudyStarted, StudyState
from ..engine.study.runner import StudyRunner, StudySpec
from ..engine.study.space import text_of
from ..engine.train.events import EpochDone, Event
from .output import count, emit, metrics_text, number, say, table
from .training import Wish, interruptions, spec_of

if TYPE_CHECKING:
    from ..engine.document import Project

POLL = 0.05


@dataclass(frozen=True)
class Asked:
    """What the command line asks to be studied; zeros and empty texts ask for nothing."""

    seeds: int = 0
    folds: int = 0
    search: bool = False
    space: tuple[str, ...] = ()
    trials: int = 0
    resume: str = ""
    workers: int = 0


def study_file(wish: Wish, asked: Asked, *, as_json: bool) -> int:
    """Studies and tells how it goes; returns the exit code: 1 when it failed or no run ended well."""
    spec = spec_of(wish)
    project = _with(spec.project, asked)
    kind: StudyKind = "search" if asked.search else "folds" if asked.folds else "seeds"
    resume = asked.resume
    if resume:
        from ..engine.runs.studies import get_study

        resume = get_study(spec.runs_dir, resume).id
    runner = StudyRunner(StudySpec(run=spec.updated(project=project), kind=kind, resume=resume))
    return follow(runner, as_json=as_json)


def _with(project: Project, asked: Asked) -> Project:
    recipe = project.study
    changes: dict[str, object] = {
        name: getattr(asked, name) for name in ("seeds", "folds", "workers") if getattr(asked, name)
    }
    if asked.search:
        from ..engine.study.space import parse_searched

        search = recipe.search
        if asked.space:
            search = search.updated(space=tuple(map(parse_searched, asked.space)))
        if asked.trials:
            search = search.updated(trials=asked.trials)
        changes["search"] = search
    return project.updated(study=recipe.updated(**changes))


def follow(runner: StudyRunner, *, as_json: bool) -> int:
    """Runs a study to its end and tells how it goes; returns the exit code."""
    labels: dict[str, str] = {}
    gone: BrokenPipeError | None = None
    with interruptions(runner.stop):
        runner.start()
        over = False
        while not over:
            over = runner.join(POLL)
            while said := runner.drain():
                for one in said:
                    if gone is not None:
                        continue
                    try:
                        if as_json:
                            emit(one.dump())
                        else:
                            _tell(one, labels)
                    except BrokenPipeError as error:
                        gone = error  # nobody reads on: stop, keep what was learnt, and leave
                        runner.stop()
    if gone is not None:
        raise gone
    ended = runner.ended
    assert ended is not None  # the thread is over
    return _conclude(ended, as_json=as_json)


def _tell(said: Event | object, labels: dict[str, str]) -> None:
    if isinstance(said, StudyStarted):
        at_a_time = f", {said.workers} at a time, {count(said.threads, 'thread')} each"
        left = f", {said.done} of them done before" if said.done else ""
        say(f"Study {said.study}: {count(said.total, 'run')}{left}{at_a_time}")
    elif isinstance(said, StudyState):
        say("paused, as was asked" if said.state == "paused" else "going on")
    elif isinstance(said, MemberStarted):
        labels[said.run] = said.label
        values = "".join(f"  {path}={text_of(value)}" for path, value in said.values.items())
        say(f"{said.label}: run {said.run}{values}")
    elif isinstance(said, EpochDone):
        best = "  best" if said.best else ""
        say(f"{labels.get(said.run, said.run)}: epoch {said.epoch}  {metrics_text(said.metrics)}{best}")
    elif isinstance(said, MemberEnded):
        words = said.reason.replace("_", " ")
        numbers = metrics_text({k: v for k, v in said.metrics.items() if k.startswith("val_")} or said.metrics)
        say(f"{said.label}: {words}  {numbers} {said.message}".rstrip())


def _conclude(ended: StudyEnded, *, as_json: bool) -> int:
    if ended.reason == "error":
        raise TrainingError(ended.message.rstrip("."), code="study.failed")
    if not as_json and ended.spreads:
        rows = [
            (
                name,
                f"{number(s['mean'])} ± {number(s['deviation'])}",
                number(s["low"]),
                number(s["high"]),
                f"{s['count']:.0f}",
            )
            for name, s in sorted(ended.spreads.items(), key=lambda item: not item[0].startswith("val_"))
        ]
        table(rows, header=("METRIC", "MEAN", "LEAST", "GREATEST", "RUNS"), right=(1, 2, 3, 4))
    if not as_json and ended.best is not None and ended.value is not None:
        table([(path, text_of(value)) for path, value in ended.values.items()])
        print(f"best: trial {ended.best + 1}, {number(ended.value)}")
        settings = " ".join(f"--set {path}={text_of(value)}" for path, value in ended.values.items())
        say(f"Train with it: {settings}")
    if not as_json:
        words = "finished" if ended.reason == "finished" else "stopped; go on with --resume " + ended.study
        say(f"Study {ended.study} {words}: {count(ended.done, 'run')} done.")
    return 0 if ended.spreads or ended.best is not None or ended.reason == "stopped" else 1
