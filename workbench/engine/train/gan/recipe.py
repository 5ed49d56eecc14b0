"""The settings of a GAN. No torch at import."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from ...values import Fraction, NonNegative, Param, Pos, register
from ..recipe import Aim

GanLoss = Literal["non_saturating", "least_squares", "wasserstein_gp"]

NetworkName = Annotated[str, Field(min_length=1, max_length=40)]


@register("gan")
class GanAim(Aim):
    """A generator makes samples from noise, a discriminator tells them from real ones; each learns from the other.

    Source: Goodfellow et al. 2014, https://arxiv.org/abs/1406.2661
    """

    title = "GAN"
    unused = (
        *("loss", "metrics", "accumulation", "privacy", "precision", "memory_format", "compile", "cuda_graphs"),
        *("processes", "health"),
    )

    generator: NetworkName = Param(
        "generator", help="Name of the network that makes samples. Its Input is noise, of any shape."
    )
    discriminator: NetworkName = Param(
        "discriminator", help="Name of the network that gives each sample one number: how real it looks."
    )
    loss: GanLoss = Param(
        "non_saturating",
        words={
            "non_saturating": "Non-saturating",
            "least_squares": "Least squares",
            "wasserstein_gp": "Wasserstein, gradient penalty",
        },
        help="Non-saturating: the usual one. Least squares: gentler where one network is far ahead. Wasserstein with gradient "
        "penalty: the steadiest, at more than twice the time for each step of the discriminator.",
    )
    penalty: Annotated[float, Field(ge=0.0, le=1e4)] = Param(
        10.0, help="Weight of the gradient penalty. Only for the Wasserstein loss.", label="Gradient penalty"
    )
    smoothing: Fraction = Param(
        0.0,
        help="The discriminator learns to be only 1 minus this sure of real samples; 0.1 keeps it from being too sure. Only for "
        "the non-saturating loss.",
        label="Label smoothing",
    )
    discriminator_steps: Annotated[Pos, Field(le=100)] = Param(
        1, help="Steps of the discriminator for each of the generator; 5 is usual with the Wasserstein loss."
    )
    discriminator_learning_rate: Annotated[float, Field(gt=0.0, le=100.0)] | None = Param(
        None,
        words={"": "the same"},
        help="Size of the discriminator's steps where it differs from the generator's, which is the learning rate; four times "
        "as much is known to help (TTUR). Empty: the same.",
    )
    samples_every: NonNegative = Param(
        1, help="Epochs between two grids of generated samples; 0 makes none.", unit="epochs", label="Samples every"
    )

    @property
    def roles(self) -> dict[str, str]:
        """The generator and the discriminator."""
        return {"generator": self.generator, "discriminator": self.discriminator}

    def used_fields(self) -> tuple[str, ...]:
        """All that matters for the loss that is chosen."""
        own = {"wasserstein_gp": ("penalty",), "non_saturating": ("smoothing",)}.get(self.loss, ())
        return (
            "generator",
            "discriminator",
            "loss",
            *own,
            "discriminator_steps",
            "discriminator_learning_rate",
            "samples_every",
        )


def metric_names(aim: GanAim) -> tuple[str, ...]:
    """What each step is measured by: both losses, the shares that the discriminator tells rightly, and the penalty."""
    penalty = ("gradient_penalty",) if aim.loss == "wasserstein_gp" else ()
    return ("generator_loss", "discriminator_loss", "real_accuracy", "fake_accuracy", *penalty)
