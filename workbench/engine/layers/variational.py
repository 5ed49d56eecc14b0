"""Sampling from distributions that a network describes."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from ..errors import ShapeProblem
from ..graph.layer import Code, Layer, Port, Specs, layer
from ..shapes import TensorSpec
from ..values import Param
from . import needs

SAMPLING = '''\
class Sampling(nn.Module):
    """Draws from normal distributions while training; in evaluation mode, their means.

    ``added_loss`` of what it was called with belongs to the loss of a batch: without it, nothing keeps the spread from
    vanishing. A mean loss over the values of a sample takes it divided by their number.
    """

    def __init__(self, beta: float) -> None:
        super().__init__()
        self.beta = beta

    def forward(self, mean: torch.Tensor, log_variance: torch.Tensor) -> torch.Tensor:
        if not self.training:
            return mean
        return mean + torch.exp(0.5 * log_variance) * torch.randn_like(mean)

    def divergence(self, mean: torch.Tensor, log_variance: torch.Tensor) -> torch.Tensor:
        """Kullback-Leibler divergence from the standard normal distribution, in nats, of each sample (N,)."""
        return 0.5 * (mean.square() + log_variance.exp() - 1.0 - log_variance).flatten(1).sum(1)

    def added_loss(self, mean: torch.Tensor, log_variance: torch.Tensor) -> torch.Tensor:
        """What is added to the loss of each sample (N,)."""
        return self.beta * self.divergence(mean, log_variance)
'''
"""What stands in the source of networks with such a layer: the exported file carries it, and training follows it."""


@layer(
    "sampling",
    title="Sampling (variational)",
    category="Regularisation",
    keywords=("vae", "variational autoencoder", "reparameterisation", "latent", "gaussian", "kl"),
)
class Sampling(Layer):
    """Draws a sample from a normal distribution for each number while training, and gives the mean for predictions.

    Takes the means and the logarithms of the variances, both (N, C) or (N, ...) of one shape, which stays. How far the
    distributions are from the standard one (the KL divergence) is added to the loss, times beta: so the numbers in the
    middle of a variational autoencoder fill a ball evenly, and what lies between two of them has a meaning.

    Source: Kingma, Welling, 2013, https://arxiv.org/abs/1312.6114; beta: Higgins et al., 2017,
    https://openreview.net/forum?id=Sy2fzU9gl
    """

    inputs = (Port("mean"), Port("log_variance"))

    beta: Annotated[float, Field(ge=0.0, le=1e4)] = Param(
        1.0,
        help="Weight of the KL divergence: 1 is the evidence lower bound, less gives sharper samples, more a better ordered "
        "middle.",
    )

    def infer_ports(self, inputs: Specs) -> dict[str, TensorSpec]:
        mean, log_variance = inputs["mean"][0], inputs["log_variance"][0]
        for spec in (mean, log_variance):
            needs.numbers(spec)
        if mean != log_variance:
            raise ShapeProblem(
                f"gets means {mean} and logarithms of variances {log_variance}",
                "There is one variance for each mean",
                brief="shapes differ",
                fix="Give both layers in front of it as many units",
                code="shape.sampling",
                values={"mean": str(mean), "log_variance": str(log_variance)},
            )
        return {"y": mean}

    def code_ports(self, inputs: Specs) -> Code:
        return Code("{self}({mean}, {log_variance})", f"Sampling({self.beta!r})", helpers=(SAMPLING,))

    def summary(self) -> str:
        return f"β {self.beta:g}"
