"""What a run says while it runs.

Every run ends with exactly one ``RunEnded``. The endings, and what each leaves behind:

| reason         | because                                            | last     | best                      | exit |
|----------------|----------------------------------------------------|----------|---------------------------|------|
| finished       | all epochs were done                               | yes      | yes                       | 0    |
| early_stopped  | validation stopped getting better                  | yes      | yes                       | 0    |
| stopped        | the user asked                                     | yes      | of the epochs done        | 0    |
| stopped        | the user asked, to be done with it at once         | of the last good epoch | of the epochs done | 0 |
| diverged       | the loss became NaN or infinite                    | of the last good epoch | of the epochs done | 1 |
| out_of_memory  | the device or the computer had no memory left      | of the last good epoch | of the epochs done | 1 |
| error          | a layer, the data or the program failed            | of the last good epoch | of the epochs done | 1 |
| disk_full      | a checkpoint or a metric could not be written      | of the last good epoch | of the epochs done | 1 |
| data_gone      | a data file vanished or changed                    | of the last good epoch | of the epochs done | 1 |
| killed         | the process ended without a word (recorded by whoever opens the store next) | as it was | as it was | 1 |

A stopped run writes ``last`` as it stops, in the middle of an epoch too; one that is stopped at once has that of the last
finished epoch, as it was. What could not begin (its data is not there, the
network can't train) ends with ``run`` empty, and is not in the store.
"""

from __future__ import annotations

from typing import Any, ClassVar, Literal

from pydantic import ConfigDict

from ..values import Value

Reason = Literal[
    "finished", "early_stopped", "stopped", "diverged", "out_of_memory", "error", "disk_full", "data_gone", "killed"
]
GOOD_REASONS: tuple[Reason, ...] = ("finished", "early_stopped", "stopped")

WHOLE_RUN = ("epsilon",)
"""Metrics that hold of a run as a whole, whichever epoch was the best: the last value counts."""


class Event(Value):
    """Base of events. ``time`` is seconds since the epoch (UTC)."""

    # A loss may well be NaN or infinite: that is worth telling.
    model_config = ConfigDict(allow_inf_nan=True, ser_json_inf_nan="strings")
    event: ClassVar[str] = ""
    run: str
    time: float

    def dump(self) -> dict[str, Any]:
        """The JSON form, ``event`` first; NaN and infinities as the strings "NaN", "Infinity", "-Infinity"."""
        import json

        return {"event": self.event, **json.loads(self.model_dump_json())}


class RunStarted(Event):
    """First event. ``first_step`` and ``first_epoch`` are above 0 when a run goes on from a checkpoint.

    ``total_steps`` are those of the whole run, 0 in records of older versions; ``changes`` counts the changes of settings
    before it that hold.
    ``precision`` and ``memory_format`` are what training steps are computed in, and ``reasons`` sentences on why, and on why
    there are fewer threads, where it was left to the program.
    """

    event = "run_started"
    device: str
    threads: int
    parameters: int
    train_samples: int
    validation_samples: int
    steps_per_epoch: int
    epochs: int
    first_step: int = 0
    first_epoch: int = 0
    total_steps: int = 0
    changes: int = 0
    fingerprint: str = ""
    precision: str = "fp32"
    memory_format: str = "contiguous"
    reasons: tuple[str, ...] = ()


class WarmStarted(Event):
    """The run began with the weights that another run left, as far as they fit.

    Attributes:
        source: id of that run, runs_dir: its folder of runs.
        weights: which of its checkpoints.
        layers: names of the layers that took over all their weights.
        fresh: why others did not, by name.
        unused: layers of the other network whose weights found no place.
        message: all that in words.
    """

    event = "warm_started"
    source: str
    runs_dir: str
    weights: Literal["best", "last"]
    layers: tuple[str, ...]
    fresh: dict[str, str]
    unused: tuple[str, ...]
    message: str


class Metrics(Event):
    """A block of steps, every one of them. ``values`` maps "loss", "accuracy", ... to one number for each step.

    Steps count optimiser steps from 1; the block holds steps ``first_step`` to ``first_step + len - 1``.
    """

    event = "metrics"
    first_step: int
    values: dict[str, tuple[float, ...]]
    samples_per_second: float = 0.0


class EpochDone(Event):
    """An epoch ended. ``metrics`` holds "loss", "val_loss" and what the objective measures ("accuracy", "val_accuracy").

    ``epoch`` counts finished epochs from 1, ``step`` optimiser steps and ``micro_batches`` the batches that went through the
    network for them. ``best`` tells whether this is the best validation so far.
    """

    event = "epoch_done"
    epoch: int
    step: int
    metrics: dict[str, float]
    best: bool
    seconds: float
    micro_batches: int = 0


class CheckpointSaved(Event):
    """Weights were written to ``<run>/<which>.safetensors``."""

    event = "checkpoint_saved"
    which: Literal["last", "best"]
    epoch: int
    step: int


class StateChanged(Event):
    """The run was paused, compiles its network, which may take a minute, or goes on."""

    event = "state_changed"
    state: Literal["paused", "compiling", "running"]
    step: int


class Health(Event):
    """Figures of the layers in one step, by node id; a layer has only those that make sense for it.

    Their names are those of ``health.figures.LayerFigures``: "mean", "spread", "varies", "dead", "gradient", "weight",
    "update".
    """

    event = "health"
    step: int
    layers: dict[str, dict[str, float]]


class Changed(Event):
    """A setting is another from here on: it was changed while the run went on, or when it was taken up again.

    Attributes:
        setting: its path ("training.learning_rate"), before, after: its values in their JSON form.
        step: the last step that was done before.
        epoch: the first epoch, counted from 1, that it counts in; a later one than that of the next step where it waits for it.
        total_steps: of the whole run as it stands now; steps_per_epoch: of that epoch and later ones.
    """

    event = "changed"
    setting: str
    before: Any
    after: Any
    step: int
    epoch: int
    total_steps: int = 0
    steps_per_epoch: int = 0


class Warned(Event):
    """Something the user should know; the run goes on. ``node`` is the id of the layer it is about, empty for the run."""

    event = "warned"
    code: str
    message: str
    node: str = ""


class Sampled(Event):
    """A generator made samples, always from the same noise; they are in ``<run>/<file>``.

    ``columns`` above 0: a PNG of ``count`` pictures of one size side by side, as many in a row; 0: an array (count, ...) as
    .npy in the data's units, and beside it real samples in ``real.npy``.
    """

    event = "sampled"
    epoch: int
    step: int
    file: str
    count: int
    columns: int


class RunEnded(Event):
    """Last event, exactly once. ``metrics`` are those of the best epoch; ``message`` tells a bad ending in words, and of an
    early one why."""

    event = "run_ended"
    reason: Reason
    metrics: dict[str, float]
    message: str = ""
    epoch: int = 0
    step: int = 0
    best_epoch: int = 0
    seconds: float = 0.0
    micro_batches: int = 0


EVENTS: dict[str, type[Event]] = {
    cls.event: cls
    for cls in (
        RunStarted,
        WarmStarted,
        Metrics,
        EpochDone,
        CheckpointSaved,
        StateChanged,
        Changed,
        Health,
        Warned,
        Sampled,
        RunEnded,
    )
}


def load_event(data: dict[str, Any]) -> Event:
    """An event from its JSON form; raises ``KeyError`` for an unknown one."""
    return EVENTS[data["event"]].model_validate({k: v for k, v in data.items() if k != "event"})
