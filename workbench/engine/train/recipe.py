"""How a network is trained, as a value."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, Literal

from pydantic import Field

from ..values import AnyOf, Kinded, NonNegative, Param, Pos, Value
from .averaging import Averaging
from .initialization import Initialization
from .layerwise import LayerTraining
from .metrics.registry import METRIC_WORDS, MetricName
from .privacy import Privacy
from .regularization import Regularization
from .schedules import Schedule
from .several import Several
from .stopping import Stopping

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    import torch

    Parameters = Iterable[torch.nn.Parameter] | Iterable[dict[str, Any]]
    """What an optimiser is built on: parameters, or torch's groups of them."""

    from ..graph.problems import Problem


class Loss(Kinded):
    """Base of every loss. Members stand in ``workbench.engine.train.losses``."""

    family: ClassVar[str] = "loss"
    members: ClassVar[dict[str, type[Loss]]] = {}
    title: ClassVar[str] = ""
    tasks: ClassVar[tuple[str, ...]] = ()
    """Tasks it serves: "classification", "multi_label", "regression", "reconstruction", "tagging"."""
    link: ClassVar[Literal["", "none", "exp", "softmax"]] = ""
    """What turns logits into predictions where the loss decides it and not the task: "none" for classes whose scores are no
    logarithms of probabilities, "exp" for numbers that are learnt as logarithms, "softmax" for shares."""
    later: ClassVar[tuple[str, ...]] = ()
    """Fields that came later: runs from before go on while these have their defaults."""

    def each(self, logits: torch.Tensor, target: torch.Tensor) -> torch.Tensor:
        """The loss of each sample (N,), on the device, from logits (N, ...) and target as the data holds it."""
        raise TypeError(f"{type(self).__name__} does not define a loss")

    def __call__(self, logits: torch.Tensor, target: torch.Tensor) -> torch.Tensor:
        """The mean loss of a batch, a scalar."""
        return self.each(logits, target).mean()

    def weighted(self, logits: torch.Tensor, target: torch.Tensor, weights: torch.Tensor) -> torch.Tensor:
        """As a call, with each sample's loss times the weight (C,) of its class before the mean; of labels, weights (2, C)
        of not having and of having each. For classification and multi_label.

        (torch's own weighted mean divides by the batch's sum of weights, which makes a sample's say depend on who else is
        in the batch.)
        """
        return self.weighted_each(logits, target, weights).mean()

    def weighted_each(self, logits: torch.Tensor, target: torch.Tensor, weights: torch.Tensor) -> torch.Tensor:
        """Of each sample (N,), as in ``weighted``."""
        return weights.index_select(0, target) * self.each(logits, target)

    def margins(self, logits: torch.Tensor) -> torch.Tensor:
        """For a ``link`` of "none": how far a sample is on the side of each class, (N, C), from logits (N, C)."""
        return logits

    def meaning(self) -> str:
        """What predictions mean, in a sentence without a full stop; empty where the task says it all."""
        return ""

    def identity(self) -> str:
        """Tells it from other losses; a run taken up again must have the same."""
        shown = self.dump()
        for name in self.later:
            if shown[name] == type(self).model_fields[name].default:
                del shown[name]
        return json.dumps(shown, sort_keys=True) if len(shown) > 1 else self.kind

    def shift(self, counts: Sequence[int], units: int) -> tuple[float, ...]:
        """What is added to the logits (units,) before the loss, from the training samples of each class; empty for nothing."""
        return ()


class Optimizer(Kinded):
    """Base of every optimiser. Members stand in ``workbench.engine.train.optimizers``."""

    family: ClassVar[str] = "optimizer"
    members: ClassVar[dict[str, type[Optimizer]]] = {}
    title: ClassVar[str] = ""
    usual: ClassVar[tuple[float, float]] = (1e-4, 1e-2)
    """Smallest and largest learning rate that is common with it."""

    def build(self, parameters: Parameters, learning_rate: float, weight_decay: float) -> torch.optim.Optimizer:
        """The torch optimiser, fused or foreach where that exists for the parameters' device.

        Args:
            parameters: parameters, or torch's groups, each ``{"params": [...]}`` with what is its own: "weight_decay", and
                "lr_factor" (1 when it is left out). A group's learning rate is always ``learning_rate`` times its
                "lr_factor", which stays in the group, so that whoever sets the learning rate later can keep it.
            learning_rate: of every group whose factor is 1.
            weight_decay: of every group without its own.
        """
        raise TypeError(f"{type(self).__name__} does not define build")

    def divided(self, module: torch.nn.Module, groups: list[dict[str, Any]]) -> list[dict[str, Any]]:
        """The groups as ``build`` needs them for this network, where it treats some layers otherwise than others."""
        return groups

    def problems(self, recipe: TrainingRecipe) -> Iterable[Problem]:
        """What the recipe should know of this optimiser before it trains."""
        return ()


class Aim(Kinded):
    """Base of what is learnt, and by which networks. Members stand in ``workbench.engine.train.aims`` and ``.gan.recipe``."""

    family: ClassVar[str] = "objective"
    members: ClassVar[dict[str, type[Aim]]] = {}
    title: ClassVar[str] = ""
    unused: ClassVar[tuple[str, ...]] = ()
    """Fields of the recipe that have no effect on it."""

    @property
    def roles(self) -> dict[str, str]:
        """Names of the networks that are trained, by the role each has."""
        raise TypeError(f"{type(self).__name__} does not name its networks")


class TrainingRecipe(Value):
    """Loss, optimiser and the length of training. Paths such as ``training.optimizer.momentum`` reach every field.

    The window's form shows the fields by ``section``, in the order of ``sections`` and within one in the order declared here.
    A new setting needs only a field here, with one of these sections (or a new one, entered below): form, search, reset to
    the default, ``--set`` and the one-line summary of a folded section follow. The summary tells ``headline`` fields always
    and others where they are not the default, each by its ``phrase``. A nested value (a ``Value`` or a family's member)
    stands in its own field's section with all its fields; a family's member that switches it off has the kind "none" or
    "off", which a summary leaves out.
    """

    sections: ClassVar[tuple[str, ...]] = (
        "Goal and loss",
        "Optimiser",
        "Schedule",
        "Regularisation",
        "Stopping",
        "Initialisation",
        "Layers",
        "Computation",
        "Privacy",
        "More",
    )

    objective: Annotated[Aim, AnyOf(Aim)] = Param(
        "auto",
        help="Automatic: the network called model learns what the data asks for. GAN: two networks, of which one learns to "
        "make samples like the data's and the other to tell them from real ones.",
        section="Goal and loss",
    )
    loss: Annotated[Loss, AnyOf(Loss)] = Param(
        "auto",
        help="What is made small. Auto: by the task and the network's output.",
        section="Goal and loss",
        headline=True,
        phrase="{} loss",
    )
    metrics: tuple[MetricName, ...] = Param(
        (),
        words=METRIC_WORDS,
        help="What else is measured on the whole validation part after each epoch. Those of scores (area under the ROC curve, "
        "average precision, best 3, log loss) keep the scores of all its samples in memory for it.",
        section="Goal and loss",
    )
    optimizer: Annotated[Optimizer, AnyOf(Optimizer)] = Param(
        "adam",
        help="How the weights follow the gradient.",
        label="Optimiser",
        section="Optimiser",
        headline=True,
    )
    learning_rate: Annotated[float, Field(gt=0.0, le=100.0)] = Param(
        0.001, help="Size of a step.", section="Optimiser", headline=True, phrase="learning rate {}"
    )
    weight_decay: Annotated[float, Field(ge=0.0, le=10.0)] = Param(
        0.0, help="Pull of every weight towards zero (L2).", section="Regularisation"
    )
    batch_size: Pos = Param(
        64,
        help="Samples in one optimiser step.",
        unit="samples",
        section="Optimiser",
        headline=True,
        phrase="batches of {}",
    )
    accumulation: Annotated[int, Field(ge=1, le=4096)] = Param(
        1,
        label="Micro-batches",
        help="Parts that go through the network one after the other for one optimiser step: each takes less memory, and the "
        "step is the same. 1: the whole batch at once. Slower than one batch that fits.",
        unit="per step",
        section="Optimiser",
        advanced=True,
    )
    epochs: Pos = Param(
        20, help="Passes over the training split.", section="Schedule", headline=True, phrase="{} epochs"
    )
    schedule: Annotated[Schedule, AnyOf(Schedule)] = Param(
        "constant",
        help="How the learning rate goes over the run. Falling rates end better; constant ones are easier to compare.",
        section="Schedule",
        headline=True,
    )
    warmup: Annotated[float, Field(ge=0.0, le=1e6)] = Param(
        0.0,
        help="Epochs, or parts of one, in which the learning rate rises to its full size. Helps where the first steps go wild: "
        "large learning rates, attention, large batches.",
        label="Warm-up",
        unit="epochs",
        section="Schedule",
        phrase="{} epochs warm-up",
    )
    seed: Annotated[NonNegative, Field(lt=2**32)] = Param(
        0, help="Same seed, same first weights and same order of samples.", section="Computation"
    )
    regularization: Regularization = Param(
        Regularization(),
        label="Regularisation",
        help="What keeps weights and gradients small.",
        section="Regularisation",
    )
    averaging: Annotated[Averaging, AnyOf(Averaging)] = Param(
        "none",
        label="Weight averaging",
        section="Regularisation",
        help="An average of the weights is validated and kept in the place of the last ones; it often does better.",
    )
    stopping: Stopping = Param(
        Stopping(), label="Stopping", help="When training ends before the last epoch.", section="Stopping"
    )
    initialization: Annotated[Initialization, AnyOf(Initialization)] = Param(
        "default", label="First weights", help="How the weights of all layers begin.", section="Initialisation"
    )
    layers: dict[str, LayerTraining] = Param(
        {},
        help="Layers that are trained otherwise than the rest, by node; set beside each layer in the Model stage.",
        section="Layers",
    )
    privacy: Annotated[Privacy, AnyOf(Privacy)] = Param(
        "none",
        section="Privacy",
        help="Whether the weights are kept from remembering single samples; it costs accuracy and time.",
    )
    precision: Literal["auto", "fp32", "bf16", "fp16"] = Param(
        "fp32",
        help="Numbers that layers compute in while they learn. bf16 takes half the bits: large convolutions are up to twice "
        "as quick, small networks slower; fp16 needs an NVIDIA GPU. Automatic: where it pays and costs no accuracy. Weights "
        "and validation are always in fp32.",
        words={"auto": "automatic", "fp32": "fp32 (32 bits)", "bf16": "bf16 (16 bits)", "fp16": "fp16 (16 bits)"},
        section="Computation",
        phrase="precision {}",
    )
    memory_format: Literal["auto", "contiguous", "channels_last"] = Param(
        "contiguous",
        help="Layout of pictures in memory. Channels last makes convolutions over them a fifth to a half quicker and is of no use to "
        "other networks. Automatic: where it pays.",
        words={"auto": "automatic"},
        section="Computation",
        advanced=True,
    )
    compile: bool = Param(
        False,
        help="Turns the network into machine code of its own before it learns (torch.compile), which takes up to a minute and needs "
        "a C++ compiler. Pays on GPUs and in long runs; on a processor seldom: measure it. Layers are then not looked into "
        "one by one for health.",
        section="Computation",
        advanced=True,
        phrase="compiled",
    )
    cuda_graphs: Literal["off", "auto"] = Param(
        "off",
        label="CUDA graphs",
        help="Automatic: on an NVIDIA GPU the network's work for a batch is recorded once and then started as a whole, which pays "
        "where a step is many short pieces of work: small networks and batches. Costs memory for one more batch; of no use with "
        "micro-batches or compiling. Layers are then not looked into one by one for health.",
        words={"auto": "automatic"},
        section="Computation",
        advanced=True,
        phrase="CUDA graphs",
    )
    processes: Several = Param(
        Several(),
        label="Several processes",
        help="What several processes that train together (torchrun) do otherwise. One process alone goes by none of it.",
        section="Computation",
        advanced=True,
    )
    health: bool = Param(
        True,
        help="Measures single steps, in at most 2 % of the time, and says what is wrong: dead units, gradients that vanish "
        "or explode, overfitting. Results don't depend on it.",
        section="Computation",
        advanced=True,
    )

    def used_fields(self) -> tuple[str, ...]:
        """All that matters for what is learnt, and what doesn't but was set, which the project's problems tell about."""
        usual = TrainingRecipe(), TrainingRecipe.for_new_projects()
        idle = (n for n in self.objective.unused if getattr(self, n) in (getattr(u, n) for u in usual))
        left_out = frozenset(idle)
        return tuple(name for name in type(self).model_fields if name not in left_out)

    @classmethod
    def for_new_projects(cls) -> TrainingRecipe:
        """What new projects begin with; the form calls it the default."""
        return cls(**FOR_NEW_PROJECTS)

    @property
    def micro_batch(self) -> int:
        """Samples that go through the network at a time, at most."""
        return -(-self.batch_size // self.accumulation)


FOR_NEW_PROJECTS: dict[str, Any] = {"precision": "auto", "memory_format": "auto"}
"""What new projects begin with where older files, which say nothing, must go on as they were."""
