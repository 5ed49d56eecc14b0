"""What a child process is asked to do, and what it answers: values that go to JSON and back. No torch."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar

from pydantic import ConfigDict, Field

from ..train.runspec import RunSpec
from ..values import Kinded, Pos, Value, register


class Job(Kinded):
    """Base of what a child does."""

    family: ClassVar[str] = "job"
    members: ClassVar[dict[str, type[Job]]] = {}

    spec: RunSpec


@register("run")
class RunJob(Job):
    """One whole run, recorded in the store; answers are its events."""


@register("probe")
class ProbeJob(Job):
    """How long a run will take and what memory it needs. Answers ``Estimate``."""

    steps: Annotated[int, Field(ge=1, le=10_000)] = 20


@register("rate")
class RateJob(Job):
    """Which learning rates suit. Answers ``RateSteps`` as they are done, then ``RateFound``."""

    steps: Annotated[int, Field(ge=20, le=10_000)] = 160
    lowest: Annotated[float, Field(gt=0.0)] = 1e-7
    highest: Annotated[float, Field(gt=0.0, le=100.0)] = 10.0


@register("batch")
class BatchJob(Job):
    """How large a batch may be. Answers ``BatchTried`` for each size, then ``BatchFound``."""

    limit: Annotated[int, Field(ge=0)] = 0
    """Bytes that the child may take; 0 for a share of what is free. On an accelerator its own memory is the limit."""
    fits: Annotated[int, Field(ge=0)] = 0
    """A size that is known to fit, from a child that died with a larger one; 0 for none."""
    fails: Annotated[int, Field(ge=0)] = 0
    """A size that is known not to fit, 0 for none."""


class Answer(Value):
    """Base of what children say."""

    # A loss that diverged is worth telling.
    model_config = ConfigDict(allow_inf_nan=True, ser_json_inf_nan="strings")
    event: ClassVar[str] = ""

    def dump(self) -> dict[str, Any]:
        """The JSON form, ``event`` first; NaN and infinities as strings."""
        import json

        return {"event": self.event, **json.loads(self.model_dump_json())}


class Stage(Answer):
    """What the child is at: "data" (it is read), "network" (it is built), "steps". ``share`` of it is done."""

    event = "stage"
    stage: str
    share: float = 0.0


class Assumption(Value):
    """One thing that an estimate takes for granted, in words and as code and values for translation."""

    code: str
    text: str
    values: dict[str, Any] = Field(default_factory=dict)


class Estimate(Answer):
    """Time and memory of a run that was not made.

    Attributes:
        device: where it was measured, threads: of torch.
        steps: optimiser steps that were measured, after some that warm up.
        batch_size, steps_per_epoch, epochs: of the run.
        starting: seconds to load torch, build the network, and take the first steps.
        reading: seconds to prepare the data, as the caches are now.
        step: seconds of one optimiser step.
        validation: seconds to measure the whole validation split once.
        saving: seconds that checkpoints take in all.
        seconds: of the whole run.
        memory: bytes that the process took at most; base: of which before there was any data.
        device_memory: bytes of an accelerator's own memory, 0 on the CPU.
        free: bytes that are free where the run takes most, on the device.
        assumed: what it takes for granted.
    """

    event = "estimate"
    device: str
    threads: int
    steps: int
    batch_size: int
    steps_per_epoch: int
    epochs: int
    starting: float
    reading: float
    step: float
    validation: float
    saving: float
    seconds: float
    memory: int
    base: int
    device_memory: int = 0
    free: int = 0
    assumed: tuple[Assumption, ...] = ()


class RateSteps(Answer):
    """Some steps of the ramp: learning rates, the loss at each, and the loss smoothed."""

    event = "rate_steps"
    rates: tuple[float, ...]
    losses: tuple[float, ...]
    smoothed: tuple[float, ...]


class RateFound(Answer):
    """The end of the ramp.

    Attributes:
        valley: the safer rate, half way down the longest descent; None where the loss never fell.
        steepest: the rate at which the loss fell fastest; None where it never fell.
        lowest: where the smoothed loss was least.
        diverged: whether the ramp ended because the loss rose.
        current: the learning rate of the project.
    """

    event = "rate_found"
    valley: float | None
    steepest: float | None
    lowest: float
    diverged: bool
    current: float


class BatchTried(Answer):
    """One size: whether it fits, the bytes it took at most, and its speed."""

    event = "batch_tried"
    size: Pos
    fits: bool
    memory: int = 0
    samples_per_second: float = 0.0


class BatchFound(Answer):
    """The largest size that fits.

    Attributes:
        largest: that size; 0 when not even one sample fits.
        quickest: the smallest size that trains nearly as many samples a second as any.
        limit: bytes that were allowed.
        all_samples: whether the whole training split fits in one batch.
        device: where it was measured.
        current: the batch size of the project.
    """

    event = "batch_found"
    largest: int
    quickest: int
    limit: int
    all_samples: bool
    device: str
    current: int


class Failed(Answer):
    """The job could not be done, as a sentence in parts."""

    event = "failed"
    what: str
    expected: str = ""
    fix: str = ""
    code: str = ""
    values: dict[str, Any] = Field(default_factory=dict)
    out_of_memory: bool = False


class Done(Answer):
    """Last answer to a job; the child waits for another."""

    event = "done"


ANSWERS: dict[str, type[Answer]] = {
    cls.event: cls for cls in (Stage, Estimate, RateSteps, RateFound, BatchTried, BatchFound, Failed, Done)
}
