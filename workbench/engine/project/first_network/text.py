"""The first network for texts and other token ids, and how it is trained."""

from __future__ import annotations

from ...graph.layer import Layer
from ...shapes import TensorSpec
from ...train.recipe import TrainingRecipe
from .layers import new

DIMENSIONS, FILTERS = 128, 128


def body(spec: TensorSpec, vocabulary: int) -> list[Layer]:
    """An embedding and a convolution over tokens (N, T), of which the largest answers count wherever they stand.

    What fills up short texts is zero after the embedding, and hardly ever the largest. Half of each vector is dropped in
    training: rare tokens would be learnt by heart. Source: Kim, "Convolutional Neural Networks for Sentence Classification",
    2014, https://arxiv.org/abs/1408.5882
    """
    return [
        new("embedding", vocabulary=vocabulary, dimensions=DIMENSIONS, padding_id=0),
        new("dropout", rate=0.5),
        *(new("conv1d", filters=FILTERS, kernel_size=3), new("relu"), new("global_max_pool")),
        new("dropout", rate=0.5),
    ]


def training(count: int) -> TrainingRecipe:
    """How the network is trained on ``count`` samples.

    An embedding starts with vectors of length 1 and more: small steps would leave it as random as it was.
    """
    return TrainingRecipe.model_validate(
        {
            "optimizer": {"kind": "adamw"},
            "learning_rate": 0.004,
            "weight_decay": 0.1,
            "batch_size": 32 if count < 5_000 else 128,
            "epochs": 20 if count < 2_000 else 12 if count < 30_000 else 5,
        }
    )
