"""Random Fourier features: what makes a kernel machine of the Dense layer behind it."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from ..graph.layer import Code, Cost, Layer, layer
from ..shapes import TensorSpec
from ..values import NonNegative, Param
from . import needs

MODULE = '''class RandomFourierFeatures(nn.Module):
    """A fixed random map whose inner products are near exp(-gamma * |x - y|^2)."""

    def __init__(self, inputs: int, features: int, gamma: float, seed: int) -> None:
        super().__init__()
        generator = torch.Generator().manual_seed(seed)
        weight = torch.randn(features, inputs, generator=generator, device="cpu") * (2.0 * gamma) ** 0.5
        phase = torch.rand(features, generator=generator, device="cpu") * (2.0 * torch.pi)
        self.register_buffer("weight", weight)
        self.register_buffer("phase", phase)
        self.scale = (2.0 / features) ** 0.5

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        with torch.autocast(x.device.type, enabled=False):  # half precision knows no angles beyond a few turns
            return torch.cos(nn.functional.linear(x.float(), self.weight, self.phase)) * self.scale
'''


@layer(
    "fourier_features",
    title="FourierFeatures",
    category="Dense",
    keywords=("random fourier features", "kernel", "rbf", "svm", "support vector machine", "gaussian process", "sinks"),
)
class FourierFeatures(Layer):
    """Random Fourier features of the RBF kernel: a linear layer behind them is a kernel machine, such as an RBF SVM.

    Input (N, C), output (N, features); for sequences (N, T, C) at each step. The cosines of fixed random sums: nothing in it
    is learnt. The inner product of two outputs is near exp(-gamma * |x - y|^2), the nearer the more features there are. Its
    inputs should be on one scale, as standardised columns are.

    Source: Rahimi and Recht 2007, Random Features for Large-Scale Kernel Machines,
    https://papers.nips.cc/paper/3182-random-features-for-large-scale-kernel-machines
    """

    features: Annotated[int, Field(gt=0, le=65_536)] = Param(
        1000, help="Number of random features: more come nearer to the kernel, and cost time and memory."
    )
    gamma: Annotated[float, Field(gt=0.0, le=1e6)] | None = Param(
        None,
        help="How fast the kernel falls with distance. Empty: one over the number of inputs, as scikit-learn's SVC has it "
        "for standardised columns.",
    )
    seed: Annotated[NonNegative, Field(lt=2**32)] = Param(
        0, help="Same seed, same features. They are kept with the weights.", advanced=True
    )

    def infer(self, x: TensorSpec) -> TensorSpec:
        needs.vector_or_sequence(x)
        return TensorSpec((*x.dims[:-1], self.features))

    def cost(self, x: TensorSpec, y: TensorSpec) -> Cost:
        inputs = x.dims[-1]
        assert isinstance(inputs, int)
        return Cost(0, y.size // self.features * inputs * self.features)

    def code(self, x: TensorSpec) -> Code:
        inputs = x.dims[-1]
        assert isinstance(inputs, int)
        gamma = 1.0 / inputs if self.gamma is None else self.gamma
        made = f"RandomFourierFeatures({inputs}, {self.features}, gamma={gamma!r}, seed={self.seed})"
        return Code("{self}({x})", made, helpers=(MODULE,))

    def summary(self) -> str:
        return f"{self.features} features" + (f" · gamma {self.gamma:g}" if self.gamma is not None else "")
