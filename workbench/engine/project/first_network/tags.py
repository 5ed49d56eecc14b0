"""The first network for tagged sequences, and how it is trained."""

from __future__ import annotations

from ...graph.layer import Layer
from ...shapes import TensorSpec
from ...train.recipe import TrainingRecipe
from .layers import new

DIMENSIONS, UNITS = 64, 64


def body(spec: TensorSpec, vocabulary: int) -> list[Layer]:
    """A recurrent layer that reads tokens (N, T) from both ends, so that each is seen with all that stands around it.

    Source: Huang, Xu and Yu, "Bidirectional LSTM-CRF Models for Sequence Tagging", 2015, https://arxiv.org/abs/1508.01991
    """
    embedding = (
        [new("embedding", vocabulary=vocabulary, dimensions=DIMENSIONS, padding_id=0)] if spec.dtype == "int64" else []
    )
    return [
        *embedding,
        new("lstm", units=UNITS, bidirectional=True, return_sequences=True),
        new("dropout", rate=0.3),
    ]


def training(count: int) -> TrainingRecipe:
    """How the network is trained on ``count`` sequences."""
    return TrainingRecipe.model_validate(
        {
            "optimizer": {"kind": "adamw"},
            "learning_rate": 0.004,
            "weight_decay": 0.05,
            "batch_size": 32 if count < 5_000 else 64,
            "epochs": 20 if count < 1_000 else 10 if count < 10_000 else 5,
        }
    )
