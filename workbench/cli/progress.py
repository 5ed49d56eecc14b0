"""How a run is told: JSON lines, a progress bar in a terminal, or a line for each epoch."""

from __future__ import annotations

import sys
from types import TracebackType
from typing import TYPE_CHECKING, Protocol, Self

from ..engine.train.events import (
    GOOD_REASONS,
    Changed,
    EpochDone,
    Event,
    Metrics,
    RunEnded,
    RunStarted,
    StateChanged,
    WarmStarted,
    Warned,
)
from .output import count, emit, metrics_text, say

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID


class Reporter(Protocol):
    """Takes the events of one run while it is entered, and its ending after that."""

    def __enter__(self) -> Self: ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...

    def take(self, event: Event) -> None:
        """Tells an event."""

    def conclude(self, ended: RunEnded) -> None:
        """Tells how it all ended."""


def make_reporter(*, as_json: bool) -> Reporter:
    """The reporter for how the command was called."""
    if as_json:
        return JsonReporter()
    return BarReporter() if sys.stderr.isatty() else LineReporter()


class Silent:
    """Tells nothing: of several processes of a run, those that are not the first."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        pass

    def take(self, event: Event) -> None:
        """Nothing."""

    def conclude(self, ended: RunEnded) -> None:
        """Nothing."""


class JsonReporter:
    """Every event as it happens, one JSON object a line on stdout."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        pass

    def take(self, event: Event) -> None:
        """Prints the event."""
        emit(event.dump())

    def conclude(self, ended: RunEnded) -> None:
        """A bad ending is told in words too, on stderr."""
        if ended.reason not in GOOD_REASONS:
            say(ending_in_words(ended))


class LineReporter:
    """A line on stderr for each epoch, and the ending on stdout."""

    def __init__(self) -> None:
        self._started: RunStarted | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        pass

    def take(self, event: Event) -> None:
        """Prints what matters of the event."""
        if isinstance(event, RunStarted):
            self._started = event
            say(_start_in_words(event))
        elif isinstance(event, EpochDone):
            epochs = self._started.epochs if self._started else event.epoch
            say(f"epoch {event.epoch}/{epochs}  {metrics_text(event.metrics)}{'  best' if event.best else ''}")
        elif isinstance(event, WarmStarted):
            say(event.message)
        elif isinstance(event, Changed):
            say(change_in_words(event))
        elif isinstance(event, StateChanged):
            say(_state_in_words(event))
        elif isinstance(event, Warned):
            say(f"warning: {event.message}")

    def conclude(self, ended: RunEnded) -> None:
        """Prints the ending: a good one on stdout, a bad one on stderr."""
        if ended.reason in GOOD_REASONS:
            print(ending_in_words(ended))
        else:
            say(ending_in_words(ended))


class BarReporter(LineReporter):
    """A bar in the terminal: steps, speed, remaining time, and the last epoch's numbers."""

    def __init__(self) -> None:
        super().__init__()
        self._bar: Progress | None = None
        self._task: TaskID | None = None

    def __enter__(self) -> Self:
        from rich.console import Console
        from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

        self._bar = Progress(
            TextColumn("{task.description}"),
            BarColumn(),
            TextColumn("{task.percentage:>3.0f}%"),
            TimeRemainingColumn(),
            TextColumn("{task.fields[numbers]}"),
            console=Console(stderr=True),
            refresh_per_second=8,
        )
        self._bar.start()
        return self

    def __exit__(self, *_: object) -> None:
        if self._bar is not None:
            self._bar.stop()

    def take(self, event: Event) -> None:
        """Moves the bar."""
        bar = self._bar
        assert bar is not None
        if isinstance(event, RunStarted):
            self._started = event
            bar.console.print(_start_in_words(event), highlight=False)
            total = event.total_steps or event.steps_per_epoch * event.epochs
            self._task = bar.add_task(
                f"epoch {event.first_epoch}/{event.epochs}", total=total, completed=event.first_step, numbers=""
            )
        elif isinstance(event, WarmStarted):
            bar.console.print(event.message, highlight=False, markup=False)
        elif isinstance(event, Changed):
            bar.console.print(change_in_words(event), highlight=False, markup=False)
            if self._task is not None:
                bar.update(self._task, total=event.total_steps)
        elif isinstance(event, StateChanged):
            bar.console.print(_state_in_words(event), highlight=False, markup=False)
        elif isinstance(event, Warned):
            bar.console.print(f"warning: {event.message}", highlight=False, markup=False)
        elif self._task is None:
            return
        elif isinstance(event, Metrics):
            steps = max((len(v) for v in event.values.values()), default=0)
            bar.update(self._task, completed=event.first_step + steps - 1)
        elif isinstance(event, EpochDone) and self._started is not None:
            bar.update(
                self._task,
                completed=event.step,
                description=f"epoch {event.epoch}/{self._started.epochs}",
                numbers=metrics_text(event.metrics),
            )
        elif isinstance(event, StateChanged):
            bar.update(self._task, numbers=event.state)


def _start_in_words(event: RunStarted) -> str:
    goes_on = f", from step {event.first_step:,}" if event.first_step else ""
    chosen = [] if event.precision == "fp32" else [event.precision]
    chosen += ["channels last"] if event.memory_format == "channels_last" else []
    computes = f", computed in {' with '.join(chosen)}" if chosen else ""
    return (
        f"Run {event.run} on {event.device}: {count(event.train_samples, 'sample')} to learn from, "
        f"{event.validation_samples:,} to validate, {count(event.parameters, 'parameter')}{computes}{goes_on}"
    )


def _state_in_words(event: StateChanged) -> str:
    words = {
        "paused": f"paused after step {event.step:,}, as was asked",
        "compiling": "compiling the network, which may take a minute",
        "running": "going on",
    }
    return words[event.state]


def change_in_words(event: Changed) -> str:
    """What was changed, and from when it counts."""
    from ..engine.runs.diff import setting_change

    # A batch size waits for the next epoch; everything else counts from the next step.
    return f"{setting_change(event.setting, event.before, event.after).text} after step {event.step:,}, from epoch {event.epoch}"


def ending_in_words(ended: RunEnded) -> str:
    """How a run ended."""
    words = ended.reason.replace("_", " ")
    run = f"Run {ended.run}" if ended.run else "The run"
    text = f"{run} {words} after {count(ended.epoch, 'epoch')} in {ended.seconds:.1f} s."
    if not ended.step:
        # While data was read, or a run was taken up: one that goes on had its epochs before.
        text = f"{run} {words} before it took a step."
    if ended.reason not in GOOD_REASONS:
        after = f" after {count(ended.epoch, 'epoch')}" if ended.epoch else ""
        text = f"{run} ended ({words}{after})."
    if ended.best_epoch:
        text += f" Best epoch {ended.best_epoch}: {metrics_text(ended.metrics)}."
    return f"{ended.message} {text}".strip()
