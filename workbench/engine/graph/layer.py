"""What a layer is: validated fields, a shape rule in plain arithmetic, and the source code it becomes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, TypeVar

from ..shapes import TensorSpec
from ..values import Kinded, explain, register

Specs = Mapping[str, tuple[TensorSpec, ...]]
"""Input specs by port; a port that takes one link holds a tuple of one."""


@dataclass(frozen=True)
class Port:
    """A place where links attach. ``many`` takes any number of links, in the order they were made."""

    name: str
    many: bool = False
    optional: bool = False


@dataclass(frozen=True)
class Cost:
    """What a layer costs: learnt numbers, and multiply-adds for one sample."""

    parameters: int = 0
    multiply_adds: int = 0


@dataclass(frozen=True)
class Code:
    """The source a layer becomes.

    Attributes:
        forward: expression for the forward pass. ``{self}`` stands for ``self.<name>``, each input port's name for
            its variable, e.g. ``"{self}({x})"``. For a ``many`` port ``{x}`` is all of them, joined by ", ", and
            ``{x0}``, ``{x1}``... are the single ones.
        module: right-hand side of the line in ``__init__``; empty when the layer holds nothing.
        imports: whole import lines beyond ``import torch`` and ``from torch import nn``.
        helpers: definitions (functions, classes) emitted once per file, each ended by a newline.

    A layer with several output ports gives an expression that returns a tuple in the order of ``outputs``.
    """

    forward: str
    module: str = ""
    imports: tuple[str, ...] = ()
    helpers: tuple[str, ...] = ()


class Layer(Kinded):
    """Base of every layer: a frozen model whose fields are the layer's settings.

    A layer with one input and one output overrides ``infer``, ``code`` and, when it learns, ``cost``.
    A layer with other ports sets ``inputs``/``outputs`` and overrides the ``_ports`` forms.
    """

    family: ClassVar[str] = "layer"
    members: ClassVar[dict[str, type[Layer]]] = {}

    title: ClassVar[str] = ""
    category: ClassVar[str] = ""
    icon: ClassVar[str] = ""
    keywords: ClassVar[tuple[str, ...]] = ()
    inputs: ClassVar[tuple[Port, ...]] = (Port("x"),)
    outputs: ClassVar[tuple[Port, ...]] = (Port("y"),)
    onnx: ClassVar[str] = ""
    """Empty, or the reason in words why this layer can't be exported to ONNX."""
    mixes_samples: ClassVar[bool] = False
    """Whether, while training, what becomes of a sample depends on the others in its batch."""

    def infer(self, x: TensorSpec) -> TensorSpec:
        """The output spec for the input spec ``x``; raises ``ShapeProblem``."""
        raise TypeError(f"{type(self).__name__} defines neither infer nor infer_ports")

    def code(self, x: TensorSpec) -> str | Code:
        """The constructor's text (``"nn.Conv2d(3, 32, 3)"``), or a ``Code`` where the forward line is special."""
        raise TypeError(f"{type(self).__name__} defines neither code nor code_ports")

    def cost(self, x: TensorSpec, y: TensorSpec) -> Cost:
        """Learnt numbers, exactly, and multiply-adds of one sample's forward pass.

        Convolutions and matrix products count; biases, pooling, normalisation and pointwise work don't, as in the
        usual tables. A symbolic dimension counts as 1.
        """
        return Cost()

    def summary(self) -> str:
        """The one or two fields that matter, for the node's card ("32 filters · 3×3 · same")."""
        return ""

    def infer_ports(self, inputs: Specs) -> dict[str, TensorSpec]:
        """Output specs by port."""
        return {self.outputs[0].name: self.infer(_only(inputs))}

    def code_ports(self, inputs: Specs) -> Code:
        """The source for these input specs."""
        made = self.code(_only(inputs))
        return Code("{self}({x})", made) if isinstance(made, str) else made

    def cost_ports(self, inputs: Specs, outputs: Mapping[str, TensorSpec]) -> Cost:
        """The cost for these specs."""
        return self.cost(_only(inputs), next(iter(outputs.values()))) if len(self.inputs) == 1 else Cost()


def _only(inputs: Specs) -> TensorSpec:
    return next(iter(inputs.values()))[0]


class UnknownLayer(Layer):
    """Stands for a layer that this version can't read; survives open and save untouched."""

    title: ClassVar[str] = "Unknown layer"
    category: ClassVar[str] = "Unknown"
    raw: str
    reason: str

    def dump(self) -> dict[str, Any]:
        """Exactly what was read."""
        import json

        data: dict[str, Any] = json.loads(self.raw)
        return data

    def summary(self) -> str:
        """Why it is unknown."""
        return self.reason


L = TypeVar("L", bound=Layer)


def layer(
    kind: str, *, title: str, category: str, icon: str = "", keywords: tuple[str, ...] = ()
) -> Callable[[type[L]], type[L]]:
    """Class decorator that enters a layer into the registry and the palette.

    Args:
        kind: permanent name in files ("conv2d").
        title: name on cards and in the palette ("Conv2d").
        category: palette group; one of ``CATEGORIES``.
        icon: qtawesome name, empty for the category's own.
        keywords: further words that quick-add search finds.
    """
    assert category in CATEGORIES, category

    def enter(cls: type[L]) -> type[L]:
        cls.title, cls.category, cls.icon, cls.keywords = title, category, icon, keywords
        return register(kind)(cls)

    return enter


CATEGORIES = (
    "Input and output",
    "Dense",
    "Convolution",
    "Pooling",
    "Normalisation",
    "Activation",
    "Recurrent",
    "Embedding",
    "Shape",
    "Merge",
    "Regularisation",
)
"""Palette groups in the order they are shown."""


def load_layer(value: Any) -> Layer:
    """A layer from its JSON form; what can't be read becomes an ``UnknownLayer`` and loses nothing."""
    import json

    from pydantic import ValidationError

    from ..values import load_kinded

    if isinstance(value, Layer):
        return value
    try:
        return load_kinded(Layer, value)
    except ValidationError as error:
        kind = value.get("kind") if isinstance(value, dict) else value
        reason = f"{kind}: {explain(error)}"
    except ValueError:
        kind = value.get("kind") if isinstance(value, dict) else value
        reason = f"this version has no layer '{kind}'"
    raw = {"kind": value} if isinstance(value, str) else value
    if not isinstance(raw, dict):
        raise ValueError("a layer must be an object with 'kind'")
    return UnknownLayer(raw=json.dumps(raw, ensure_ascii=False), reason=reason)
