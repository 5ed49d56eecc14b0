"""``torch.compile`` for training steps: a choice, and never a reason for a run to fail.

Batches of the usual shape are computed by compiled code; the last one of an epoch, which may be smaller, by the network as
it is, since each new shape would be compiled anew. Compiling is rehearsed on a batch before training begins: what goes wrong
is told in a sentence, and the run goes on without.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import torch
from torch import nn

from ..data.augment.mixing import Mix
from ..data.feed import Tensors
from .added import added_of
from .checkpoint import rng_state, set_rng_state
from .gan.step import GanStep
from .graphs import record_step, recordable
from .step import Step

if TYPE_CHECKING:
    from .session import Session

BACKEND = "inductor"
"""torch's own compiler. It needs a C++ compiler for processors, and Triton for GPUs."""

LONGEST = 160
"""Characters of an error that are told."""


class Compiled:
    """Computes batches of one shape by compiled code, and others by the network itself."""

    def __init__(self, module: nn.Module, shapes: tuple[torch.Size, ...]) -> None:
        self.module, self.shapes = module, shapes
        self._compiled: Callable[..., Any] = torch.compile(module, dynamic=False, backend=BACKEND)

    def __call__(self, *inputs: torch.Tensor) -> Any:
        """The network's outputs."""
        if tuple([x.shape for x in inputs]) == self.shapes:
            return self._compiled(*inputs)
        return self.module(*inputs)


def compile_step(step: Step, inputs: Tensors, targets: Tensors, mix: Mix | None) -> str:
    """Compiles the network of a step for batches like this one; returns why it can't be, empty when it was.

    Takes from seconds to minutes. Weights, statistics, gradients and random numbers are afterwards as before.
    """
    _settle()
    part = step.parts(len(targets[0]))[0]
    rehearsed = Compiled(step.module, tuple([x[:part].shape for x in inputs]))
    step.network = rehearsed
    try:
        with undone(step.module):
            step.rehearse(inputs, targets, mix)
    except Exception as error:
        # Whatever it is: either the network itself fails too, and the first step tells so, or it runs as it is.
        step.network = step.module
        return reason_of(error)
    return ""


def quickened(session: Session, step: Step | GanStep) -> bool:
    """Whether a run asks for its network to be compiled, or recorded (see ``graphs``)."""
    return session.recipe.compile or recordable(session, step)


def compile_run(session: Session, step: Step | GanStep) -> str:
    """Compiles or records a session's network for the batches of the epoch that begins or goes on.

    Returns why it can't be, in a sentence; empty where it can.
    """
    assert isinstance(step, Step)
    order, sizes = session.batches_left()
    index = order[: sizes[0]]
    inputs, targets = session.train.gather(index)
    mix = None
    if session.augmenter is not None:
        inputs, mix = session.augmenter(inputs, session.progress.epoch, session.progress.position)
    if session.recipe.compile:
        why = compile_step(step, inputs, targets, mix)
        return f"The network could not be compiled ({why}): the run goes on as it is." if why else ""
    with undone(step.module):
        why = record_step(step, inputs, targets, mix, session.computing)
    return (
        f"The network's steps could not be recorded as a CUDA graph ({why}): the run goes on as it is." if why else ""
    )


def refused(session: Session, step: Step | GanStep) -> str:
    """Why a run's network is not compiled at all, in a sentence; empty where it may be."""
    if isinstance(step, GanStep):
        return "The networks of a GAN are not compiled: the run goes on as it is."
    if session.batches is not None:
        return "Batches of different sizes are not compiled: the run goes on as it is."
    return ""


def worth_compiling(session: Session) -> bool:
    """Whether whole batches are left of the epoch: code for a smaller one would be used once.

    A network that is asked for more than its outputs (see ``AddedLoss``) is left as it is.
    """
    if added_of(session.hooks) is not None:
        return False
    _, sizes = session.batches_left()
    return bool(sizes) and sizes[0] >= min(session.recipe.batch_size, session.epoch_samples)


def forget() -> None:
    """Lets go of what was compiled, which holds the network."""
    torch.compiler.reset()


def reason_of(error: Exception) -> str:
    """Why compiling failed, in few words."""
    text = " ".join(str(error).split())
    if "C++ compiler" in text or "No working C++" in text:
        return "there is no C++ compiler on this computer"
    if "triton" in text.lower():
        return "Triton, which compiles for GPUs, does not work here"
    return f"{type(error).__name__}: {text[:LONGEST]}"


@contextmanager
def undone(module: nn.Module) -> Iterator[None]:
    """What happens within leaves no trace in statistics, gradients and random numbers."""
    device = next((p.device for p in module.parameters()), torch.device("cpu"))
    states = rng_state(device)
    buffers = [(b, b.clone()) for b in module.buffers()]
    try:
        yield
    finally:
        set_rng_state(states, device)
        with torch.no_grad():
            for buffer, before in buffers:
                buffer.copy_(before)
        for parameter in module.parameters():
            parameter.grad = None


def _settle() -> None:
    from torch._inductor import config

    # A pool of processes would stay behind, beside the window.
    config.compile_threads = 1
