"""How long a run will take and what memory it needs, from a few of its own steps."""

from __future__ import annotations

import time
from collections.abc import Iterator

import torch

from ..train.control import Control
from ..train.devices import free_memory as free_on
from ..train.events import CheckpointSaved, EpochDone, Metrics
from ..train.keeper import LATEST, SHARE, SOONEST
from .jobs import Answer, Assumption, Estimate, ProbeJob, Stage
from .memory import current_memory, free_memory, peak_memory
from .short import Ready

WARM_UP = 3
"""Steps that aren't counted: the first ones allocate, compile, and choose kernels."""

LEAST, MOST = 0.5, 5.0
"""Seconds of steps that are measured at least, where there are enough of them, and about at most."""

EPOCHS = 50
"""Short epochs after which it is enough in any case."""


def probe(job: ProbeJob, control: Control) -> Iterator[Answer]:
    """Runs some steps of the real loop on the real data and says what the whole run will take.

    Two kinds of short epochs: one of three steps to warm up, then others of ``job.steps`` steps with validation on some
    batches and a checkpoint, until half a second was measured. Raises what a run would end with.
    """
    import psutil

    base = current_memory()
    loading = max(0.0, time.time() - psutil.Process().create_time())
    yield Stage(stage="data")
    ready = Ready(job.spec, control)
    yield Stage(stage="network")
    session, recipe = ready.session, job.spec.project.training
    steps_per_epoch = ready.steps_per_epoch
    size = recipe.batch_size
    steps = min(job.steps, steps_per_epoch)
    samples = min(steps * size, session.epoch_samples)
    whole_validation = session.validation.count if session.validation is not None else 0
    # A GAN measures as many samples however many there are.
    part = min(whole_validation, 2 * session.measuring_batch) if session.game is None else whole_validation
    if session.device.type == "cuda":
        torch.cuda.reset_peak_memory_stats(session.device)
    warm_up = 0.0
    done, trained = 0, 0.0
    validations: list[float] = []
    saves: list[float] = []
    began = time.perf_counter()
    with ready.loop(
        lambda epoch: min(WARM_UP * size, samples) if epoch == 0 else samples, EPOCHS + 1, validation=part
    ) as loop:
        spent, ended = 0.0, 0.0
        for event in loop.events():
            if isinstance(event, Metrics):
                count = max(map(len, event.values.values()))
                # What the loop itself counts: its speed is samples over seconds of this block.
                took = count * size / event.samples_per_second if event.samples_per_second > 0 else 0.0
                spent += took
                if loop.progress.epoch > 0:
                    done, trained = done + count, trained + took
                    yield Stage(stage="steps", share=min(1.0, trained / LEAST, done / job.steps))
            elif isinstance(event, EpochDone):
                ended = time.perf_counter()
                if event.epoch == 1:
                    warm_up = spent
                else:
                    validations.append(max(0.0, event.seconds - spent))
                spent = 0.0
                enough = done >= job.steps and (trained >= LEAST or done >= 20 * job.steps)
                if event.epoch > 1 and (enough or time.perf_counter() - began > MOST):
                    control.stop()
            elif isinstance(event, CheckpointSaved) and event.which == "last":
                saves.append(time.perf_counter() - ended)
    step = trained / max(done, 1)
    validation = _middle(validations) * (whole_validation / part if part else 0.0)
    epoch = steps_per_epoch * step + validation
    training = recipe.epochs * epoch
    saving = _saving(_middle(saves), epoch, recipe.epochs)
    starting = loading + ready.building + max(0.0, warm_up - WARM_UP * step)
    gpu = session.device.type == "cuda"
    yield Estimate(
        device=str(session.device),
        threads=ready.threads,
        steps=done,
        batch_size=size,
        steps_per_epoch=steps_per_epoch,
        epochs=recipe.epochs,
        starting=starting,
        reading=ready.reading,
        step=step,
        validation=validation,
        saving=saving,
        seconds=starting + ready.reading + training + saving,
        memory=peak_memory(),
        base=base,
        device_memory=torch.cuda.max_memory_reserved(session.device) if gpu else 0,
        free=free_on(session.device) if gpu else free_memory(),
        assumed=tuple(_assumed(job, done, part, whole_validation)),
    )


def _saving(once: float, epoch: float, epochs: int) -> float:
    """Seconds that checkpoints take in a run: after every epoch, or less often where epochs are short (see ``Keeper``)."""
    pause = once + min(max(once / SHARE, SOONEST), LATEST)
    return once * max(1.0, min(float(epochs), epochs * epoch / pause))


def _middle(values: list[float]) -> float:
    return sorted(values)[len(values) // 2] if values else 0.0


def _assumed(job: ProbeJob, steps: int, part: int, validation: int) -> Iterator[Assumption]:
    epochs = job.spec.project.training.epochs
    yield Assumption(
        code="probe.epochs",
        text=f"All {epochs:,} epochs are trained." if epochs > 1 else "The one epoch is trained.",
        values={"epochs": epochs},
    )
    yield Assumption(
        code="probe.steps",
        text=f"Every step takes what {steps:,} steps took on the average, with the computer as busy as it was then.",
        values={"steps": steps},
    )
    if 0 < part < validation:
        yield Assumption(
            code="probe.validation",
            text=f"Validation was timed on {part:,} of {validation:,} samples.",
            values={"part": part, "count": validation},
        )
    yield Assumption(
        code="probe.data",
        text="The data is read again as it was now: pictures and texts that are in the cache stay there.",
    )
    yield Assumption(
        code="probe.memory",
        text="Memory is what a process of its own took at most, PyTorch included; the window's is not in it.",
    )
