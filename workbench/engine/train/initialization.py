"""How weights begin. Torch is imported only when it is done."""

from __future__ import annotations

import hashlib
import math
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, ClassVar

from pydantic import Field

from ..graph.model import Graph
from ..values import Kinded, Param, register

if TYPE_CHECKING:
    from collections.abc import Callable

    import torch
    from torch import nn

    from ..build.source import Source

LEARNING = frozenset(
    {"dense", "conv1d", "conv2d", "conv_transpose2d", "lstm", "gru", "simple_rnn", "embedding", "output"}
)
"""Layers behind which a weight's activation is no longer looked for."""


class Initialization(Kinded):
    """Base of the ways to draw first weights, of Dense, convolutions, recurrent layers (each gate for itself) and Embedding.

    Normalisation begins as the identity whatever is chosen, and the vector of an Embedding's padding id at zero.
    """

    family: ClassVar[str] = "initialization"
    members: ClassVar[dict[str, type[Initialization]]] = {}
    title: ClassVar[str] = ""
    bias: Annotated[float, Field(ge=-1000.0, le=1000.0)] | None = Param(
        None,
        label="Biases",
        words={"": "PyTorch default"},
        help="What biases begin with. Empty: small random numbers, as PyTorch has them.",
    )

    def fill(self, weight: torch.Tensor, fan_in: int, fan_out: int, gain: float, generator: torch.Generator) -> None:
        """Draws a weight in place.

        Args:
            weight: (units, ...) on the CPU; for one gate of a recurrent layer its part.
            fan_in, fan_out: numbers that flow into a unit, and out of an input.
            gain: by the activation that follows: what keeps the spread of its results.
            generator: where random numbers come from.
        """


@register("default")
class AsTorch(Initialization):
    """What each layer of PyTorch begins with: uniform by the number of inputs, Embedding normal."""

    title = "PyTorch default"


@register("xavier_uniform")
class XavierUniform(Initialization):
    """Uniform in ±sqrt(6 / (fan in + fan out)). Source: Glorot, Bengio, 2010,
    https://proceedings.mlr.press/v9/glorot10a.html"""

    title = "Xavier uniform (Glorot)"

    def fill(self, weight: torch.Tensor, fan_in: int, fan_out: int, gain: float, generator: torch.Generator) -> None:
        bound = math.sqrt(6.0 / (fan_in + fan_out))
        weight.uniform_(-bound, bound, generator=generator)


@register("xavier_normal")
class XavierNormal(Initialization):
    """Normal with deviation sqrt(2 / (fan in + fan out)). Source: Glorot, Bengio, 2010,
    https://proceedings.mlr.press/v9/glorot10a.html"""

    title = "Xavier normal (Glorot)"

    def fill(self, weight: torch.Tensor, fan_in: int, fan_out: int, gain: float, generator: torch.Generator) -> None:
        weight.normal_(0.0, math.sqrt(2.0 / (fan_in + fan_out)), generator=generator)


@register("kaiming_uniform")
class KaimingUniform(Initialization):
    """Uniform in ±gain sqrt(3 / fan in), the gain by the activation that follows. Source: https://arxiv.org/abs/1502.01852"""

    title = "Kaiming uniform (He)"

    def fill(self, weight: torch.Tensor, fan_in: int, fan_out: int, gain: float, generator: torch.Generator) -> None:
        bound = gain * math.sqrt(3.0 / fan_in)
        weight.uniform_(-bound, bound, generator=generator)


@register("kaiming_normal")
class KaimingNormal(Initialization):
    """Normal with deviation gain / sqrt(fan in), the gain by the activation that follows. Source:
    https://arxiv.org/abs/1502.01852"""

    title = "Kaiming normal (He)"

    def fill(self, weight: torch.Tensor, fan_in: int, fan_out: int, gain: float, generator: torch.Generator) -> None:
        weight.normal_(0.0, gain / math.sqrt(fan_in), generator=generator)


@register("orthogonal")
class Orthogonal(Initialization):
    """Rows, or columns where there are fewer, at right angles and of length 1. Source: https://arxiv.org/abs/1312.6120"""

    title = "Orthogonal"

    def fill(self, weight: torch.Tensor, fan_in: int, fan_out: int, gain: float, generator: torch.Generator) -> None:
        from torch import nn

        nn.init.orthogonal_(weight, generator=generator)


@register("truncated_normal")
class TruncatedNormal(Initialization):
    """Normal, without what lies beyond two deviations."""

    title = "Normal, cut off"
    deviation: Annotated[float, Field(gt=0.0, le=100.0)] = Param(
        0.02, help="Spread of the weights; 0.02 is usual in transformers."
    )

    def fill(self, weight: torch.Tensor, fan_in: int, fan_out: int, gain: float, generator: torch.Generator) -> None:
        from torch import nn

        limit = 2.0 * self.deviation
        nn.init.trunc_normal_(weight, 0.0, self.deviation, -limit, limit, generator=generator)


def gain_of(graph: Graph, node_id: str) -> float:
    """What keeps the spread of numbers through the activation behind a node, by the table of ``nn.init.calculate_gain``;
    GELU and SiLU count as ReLU, and 1 where none follows before the next layer that learns.

    A recurrent layer ends with its own activation, which ``initialize`` knows.
    """
    seen, todo = {node_id}, [node_id]
    while todo:
        for link in graph.out_of[todo.pop(0)]:
            following = graph.by_id[link.target]
            layer = following.layer
            if layer.kind in ("relu", "gelu", "silu"):
                return math.sqrt(2.0)
            if layer.kind == "leaky_relu":
                return math.sqrt(2.0 / (1.0 + getattr(layer, "negative_slope", 0.01) ** 2))
            if layer.kind == "tanh":
                return 5.0 / 3.0
            if layer.category != "Activation" and layer.kind not in LEARNING and following.id not in seen:
                seen.add(following.id)
                todo.append(following.id)
    return 1.0


def initialize(
    module: nn.Module, source: Source, graph: Graph, chosen: Callable[[str], Initialization], seed: int
) -> None:
    """Draws the first weights anew where something else than PyTorch's own is chosen.

    Each weight has random numbers of its own, by seed, node id and name: what one layer begins with does not depend on
    the others, their order or the device.

    Args:
        module: the network, on the CPU.
        source: its source, which tells the module of each node.
        graph: what the source was made from.
        chosen: how a node's weights begin, by its id.
        seed: ``training.seed``.
    """
    import torch

    with torch.no_grad():
        for node_id, attribute in source.attributes.items():
            how = chosen(node_id)
            if how == AsTorch():
                continue
            gain = gain_of(graph, node_id)
            for name, part in module.get_submodule(attribute).named_modules():
                for own, weight, fans, times in _weights(part, gain):
                    how.fill(weight, *fans, times, _generator(seed, node_id, name, own))
                _settle(part, how.bias)


def _generator(seed: int, *names: str) -> torch.Generator:
    import torch

    digest = hashlib.sha256("/".join((str(seed), "initialization", *names)).encode()).digest()
    return torch.Generator().manual_seed(int.from_bytes(digest[:7], "big"))


Drawn = tuple[str, "torch.Tensor", tuple[int, int], float]
"""A weight's name, the weight, its fans and its gain."""


def _weights(part: nn.Module, gain: float) -> Iterator[Drawn]:
    """What is drawn in one module; nothing of what isn't known to be drawn."""
    import torch
    from torch import nn

    if isinstance(part, nn.Linear):
        yield "weight", part.weight, (part.in_features, part.out_features), gain
    elif isinstance(part, nn.modules.conv._ConvNd):
        window = math.prod(part.kernel_size)
        # Of a convolution backwards, each result sees only the windows that reach it.
        seen = max(1, window // math.prod(part.stride)) if part.transposed else window
        fans = (part.in_channels // part.groups * seen, part.out_channels // part.groups * window)
        yield "weight", part.weight, fans, gain
    elif isinstance(part, nn.Embedding):
        # A row is looked up, not summed: its length is what a unit behind it sees.
        yield "weight", part.weight, (part.embedding_dim, part.num_embeddings), 1.0
    elif isinstance(part, nn.RNNBase):
        own = {"RNN_TANH": 5.0 / 3.0, "RNN_RELU": math.sqrt(2.0)}.get(part.mode, 1.0)
        for name, weight in part.named_parameters(recurse=False):
            if name.startswith("weight"):
                for gate, matrix in enumerate(torch.split(weight, part.hidden_size)):
                    yield f"{name}/{gate}", matrix, (matrix.shape[1], matrix.shape[0]), own


def _settle(part: nn.Module, bias: float | None) -> None:
    """Sets biases, and an Embedding's padding vector back to zero."""
    from torch import nn

    if isinstance(part, nn.Embedding) and part.padding_idx is not None:
        part.weight[part.padding_idx].zero_()
    if bias is None:
        return
    if isinstance(part, nn.Linear | nn.modules.conv._ConvNd) and part.bias is not None:
        part.bias.fill_(bias)
    elif isinstance(part, nn.RNNBase):
        for name, constants in part.named_parameters(recurse=False):
            if name.startswith("bias"):
                # torch adds two biases for each gate: together they are what was asked for.
                constants.fill_(bias if name.startswith("bias_ih") else 0.0)
