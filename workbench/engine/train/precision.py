"""In which numbers and in which layout a network is computed; by rule where the recipe says "auto". No torch at import.

Weights, gradients that reach the optimiser and the loss stay in fp32 (32 bits) whatever is chosen; validation, evaluation
and export are computed in fp32 too. Half precision is for the layers of training steps alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Literal

from ..errors import TrainingError
from .recipe import TrainingRecipe

if TYPE_CHECKING:
    import torch
    from torch import nn

    from ..graph.infer import Inference
    from .objectives import Objective

Precision = Literal["fp32", "bf16", "fp16"]
MemoryFormat = Literal["contiguous", "channels_last"]

LEAST_WORK = 8_000_000
"""Multiply-adds of a layer in one forward pass of a batch from which half precision pays. Measured on two cores with
instructions for bf16: at 5 million 0.95 of the speed of fp32, at 40 million 1.2, at 350 million 1.7."""

HALF_FROM, BF16_FROM = (7, 0), (8, 0)
"""NVIDIA GPUs by compute capability: from the first on fp16 pays, from the second on bf16 and tf32 do."""


@dataclass(frozen=True)
class Abilities:
    """What a device can compute.

    Attributes:
        device: its kind ("cpu", "cuda", "mps").
        bf16, fp16: "fast" with instructions of its own, "slow" without, "none" where it can't.
        tf32: whether products of matrices can be rounded to tf32, which is faster.
        layouts: whether convolutions are faster with channels last.
    """

    device: str
    bf16: Literal["fast", "slow", "none"] = "none"
    fp16: Literal["fast", "slow", "none"] = "none"
    tf32: bool = False
    layouts: bool = False


@dataclass(frozen=True)
class Work:
    """What of a network decides on precision and layout.

    Attributes:
        convolutions: whether there are any.
        pictures: whether some slide in two directions, whose channels can come last.
        recurrent: whether layers feed themselves, step after step.
        searches: whether the optimiser compares losses of the same batch, which must be exact.
        private: whether each sample's gradient is bounded, for which it must be exact.
        classes: whether it tells classes or labels, for which a rough number does.
        each: multiply-adds of the layers that have any, on the average, in one forward pass of a batch.
    """

    convolutions: bool = False
    pictures: bool = False
    recurrent: bool = False
    searches: bool = False
    private: bool = False
    classes: bool = False
    each: int = 0


@dataclass(frozen=True)
class Computing:
    """What was chosen.

    Attributes:
        precision: in which the layers of a training step are computed.
        memory_format: of the weights of two-dimensional convolutions, which what flows through them follows.
        tf32: whether a GPU may round the factors of products to tf32 in training steps.
        reasons: sentences on the choice.
        warning: a sentence on a choice that is of no use here; empty for none.
    """

    precision: Precision = "fp32"
    memory_format: MemoryFormat = "contiguous"
    tf32: bool = False
    reasons: tuple[str, ...] = ()
    warning: str = ""

    def dump(self) -> dict[str, Any]:
        """What a checkpoint carries, so that a run goes on in what it began with."""
        return {"precision": self.precision, "memory_format": self.memory_format, "tf32": self.tf32}

    def taken_up(self, before: dict[str, Any]) -> Computing:
        """The same with what a checkpoint of the same kind of device carries."""
        return replace(self, **before)


def choose(recipe: TrainingRecipe, work: Work, abilities: Abilities) -> Computing:
    """What the recipe asks for, and where it says "auto", what pays for this network on this device.

    Raises ``TrainingError`` for a precision that the device does not have.
    """
    computing = _asked(recipe, work, abilities)
    if recipe.precision == "auto":
        precision, reason = _automatic(work, abilities)
        computing = Computing(precision, tf32=abilities.tf32, reasons=(reason,))
    if recipe.memory_format == "auto":
        # On a GPU, channels last pays with the units that compute in half precision.
        last = work.pictures and abilities.layouts and (abilities.device == "cpu" or computing.precision != "fp32")
        layout_reason = _layout_reason(work, last)
        return replace(
            computing,
            memory_format="channels_last" if last else "contiguous",
            reasons=(*computing.reasons, layout_reason),
        )
    return replace(computing, memory_format=recipe.memory_format)


def for_divided(computing: Computing) -> Computing:
    """What of a choice weights that are divided among processes can have: these keep no layout, and no scale of fp16."""
    precision = "fp32" if computing.precision == "fp16" else computing.precision
    return replace(computing, precision=precision, memory_format="contiguous")


def _asked(recipe: TrainingRecipe, work: Work, abilities: Abilities) -> Computing:
    """The precision that was asked for by name."""
    if work.private and recipe.precision in ("bf16", "fp16"):
        raise TrainingError(
            f"Private training can't be done in {recipe.precision}",
            "Each sample's gradient is bounded, which rounding would undo",
            "Set training.precision to auto or fp32",
            code="precision.private",
            values={"precision": recipe.precision},
        )
    if work.searches and recipe.precision in ("bf16", "fp16"):
        raise TrainingError(
            f"This optimiser can't work in {recipe.precision}",
            "It measures the loss of a batch several times and compares, for which rounding is too coarse",
            "Set training.precision to auto or fp32, or choose another optimiser",
            code="precision.searching",
            values={"precision": recipe.precision},
        )
    if recipe.precision == "fp16" and abilities.fp16 == "none":
        raise TrainingError(
            f"fp16 can't be trained with on the device '{abilities.device}'",
            "Its small numbers need an NVIDIA GPU and a scale that follows the gradients",
            "Set training.precision to auto or bf16",
            code="precision.fp16",
            values={"device": abilities.device},
        )
    if recipe.precision == "bf16" and abilities.bf16 == "none":
        raise TrainingError(
            f"bf16 is not there on the device '{abilities.device}'",
            "NVIDIA GPUs have it from the Ampere generation on, Apple's from macOS 14 on",
            "Set training.precision to auto or fp32",
            code="precision.bf16",
            values={"device": abilities.device},
        )
    if recipe.precision == "auto":
        return Computing()
    slow = recipe.precision == "bf16" and abilities.bf16 == "slow"
    return Computing(recipe.precision, warning=_slow_warning() if slow else "")


def _automatic(work: Work, abilities: Abilities) -> tuple[Precision, str]:
    half: Precision | None = "bf16" if abilities.bf16 == "fast" else "fp16" if abilities.fp16 == "fast" else None
    reason = _precision_reason(work, half)
    return (half or "fp32", reason) if _pays(work) and half else ("fp32", reason)


def _pays(work: Work) -> bool:
    exact = work.recurrent or work.private or work.searches or not work.classes
    return work.convolutions and not exact and work.each >= LEAST_WORK


def _precision_reason(work: Work, half: Precision | None) -> str:
    if not work.convolutions:
        return "fp32: half precision is chosen for networks with convolutions, and this one has none."
    if work.private:
        return "fp32: private training bounds each sample's gradient, which rounding would undo."
    if work.searches:
        return "fp32: this optimiser compares losses, for which half precision is too coarse."
    if work.recurrent:
        return "fp32: a recurrent layer adds up too many steps for half precision."
    if not work.classes:
        return "fp32: the network predicts numbers, which half precision would make coarser."
    if work.each < LEAST_WORK:
        return "fp32: a step of this network is too little work for half precision to pay."
    if half is None:
        return "fp32: this device has no instructions for half precision."
    return f"{half}: the network's convolutions are much work, and the device has instructions for it."


def _layout_reason(work: Work, last: bool) -> str:
    if last:
        return "Channels last: convolutions over pictures are quicker that way here."
    if not work.pictures:
        return "Contiguous: there are no convolutions over pictures, which alone gain from another layout."
    return "Contiguous: another layout would not make convolutions quicker here."


def _slow_warning() -> str:
    return (
        "This processor has no instructions for bf16: training in it is slower than in fp32. "
        "Set training.precision to auto or fp32."
    )


def work_of(
    module: nn.Module,
    inference: Inference,
    objective: Objective,
    optimizer: torch.optim.Optimizer,
    recipe: TrainingRecipe,
) -> Work:
    """What a network has to do in a step."""
    from torch import nn

    costs = [n.cost.multiply_adds for n in inference.nodes.values() if n.cost.multiply_adds]
    modules = list(module.modules())
    return Work(
        convolutions=any(isinstance(m, nn.modules.conv._ConvNd) for m in modules),
        pictures=any(isinstance(m, nn.Conv2d | nn.ConvTranspose2d) for m in modules),
        recurrent=any(isinstance(m, nn.RNNBase) for m in modules),
        classes=all(g.task in ("classification", "multi_label", "tagging") for g in objective.goals),
        searches=bool(getattr(optimizer, "needs_closure", False)),
        private=recipe.privacy.kind != "none",
        each=recipe.micro_batch * sum(costs) // max(1, len(costs)),
    )


def abilities_of(device: torch.device) -> Abilities:
    """What a device can compute, asked of it."""
    if device.type == "cuda":
        return _cuda(device)
    if device.type == "mps":
        return Abilities("mps", bf16=_mps_bf16())
    return _cpu()


def _cpu() -> Abilities:
    import torch

    onednn = torch.backends.mkldnn.is_available()  # type: ignore[no-untyped-call]
    # Told by functions without a promise to stay; where one is gone, auto stays in fp32.
    asked = [getattr(torch.cpu, name, None) for name in ("_is_avx512_bf16_supported", "_is_amx_tile_supported")]
    fast = onednn and any(supported() for supported in asked if supported is not None)
    return Abilities("cpu", bf16="fast" if fast else "slow", layouts=onednn)


def _cuda(device: torch.device) -> Abilities:
    import torch

    generation = torch.cuda.get_device_capability(device)
    newer = generation >= BF16_FROM
    return Abilities(
        "cuda",
        bf16="fast" if newer else "none",
        fp16="fast" if generation >= HALF_FROM else "slow",
        tf32=newer,
        layouts=generation >= HALF_FROM,
    )


def _mps_bf16() -> Literal["slow", "none"]:
    import torch

    try:
        torch.zeros(1, dtype=torch.bfloat16, device="mps")
    except (RuntimeError, TypeError):
        return "none"
    return "slow"


def lay_out(module: nn.Module, computing: Computing) -> None:
    """Gives the weights the layout that was chosen; their values, names and shapes stay."""
    import torch

    last = computing.memory_format == "channels_last"
    module.to(memory_format=torch.channels_last if last else torch.contiguous_format)  # type: ignore[call-overload]


@contextmanager
def rounding(computing: Computing) -> Iterator[None]:
    """Within it a GPU may round products to tf32, if that was chosen; afterwards as before."""
    import torch

    if not computing.tf32:
        yield
        return
    before = torch.get_float32_matmul_precision()
    torch.set_float32_matmul_precision("high")
    try:
        yield
    finally:
        torch.set_float32_matmul_precision(before)
