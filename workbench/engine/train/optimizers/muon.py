"""Muon: steps of whole matrices, with AdamW for everything that is none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib import metadata
from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import Field

from ...errors import TrainingError
from ...graph.problems import Problem
from ...values import Fraction, Param, register
from ..recipe import Optimizer, TrainingRecipe
from .groups import fused, grouped

if TYPE_CHECKING:
    import torch

    from ..recipe import Parameters

FIRST_TORCH = (2, 9)
"""The first version of torch that has Muon."""

MATRIX = "matrix"
"""Key of a group: whether Muon steps its parameters; AdamW steps the others."""


@register("muon")
class Muon(Optimizer):
    """Steps each hidden weight matrix in all directions equally (its momentum is made orthogonal).

    Only matrices can be stepped so: those of hidden Dense, recurrent and attention layers. AdamW steps the rest: biases, norms, convolutions, embeddings,
    and the last matrix, which makes the output. Sources: https://kellerjordan.github.io/posts/muon/, https://arxiv.org/abs/2502.16982
    """

    title = "Muon"
    momentum: Fraction = Param(0.95, help="Share of the mean of past gradients that each step of a matrix keeps.")
    nesterov: bool = Param(True, help="Looks ahead along the momentum.", advanced=True)
    adjustment: Literal["match_rms_adamw", "original"] = Param(
        "match_rms_adamw",
        help="How the size of a matrix counts: as large as steps of AdamW, so that one learning rate serves all, or as first published.",
        words={"match_rms_adamw": "as steps of AdamW", "original": "as published"},
        advanced=True,
    )
    iterations: Annotated[int, Field(ge=1, le=20)] = Param(
        5, help="Newton-Schulz iterations that make a step orthogonal; each costs three matrix products.", advanced=True
    )
    rest_factor: Annotated[float, Field(gt=0.0, le=10.0)] = Param(
        1.0, help="Learning rate of what AdamW steps, as a multiple of that of the matrices.", advanced=True
    )
    beta1: Fraction = Param(
        0.9, help="AdamW's share of the mean of past gradients that each step keeps.", advanced=True
    )
    beta2: Fraction = Param(
        0.999, help="AdamW's share of the mean of past squared gradients that each step keeps.", advanced=True
    )

    def build(self, parameters: Parameters, learning_rate: float, weight_decay: float) -> torch.optim.Optimizer:
        """``MuonPair``. Groups tell by "matrix" who steps them (see ``divided``); of others every matrix is Muon's.

        Raises ``TrainingError`` when this torch has no Muon.
        """
        for no_muon in self.problems(TrainingRecipe()):
            raise TrainingError(no_muon.what, no_muon.expected, no_muon.fix, code=no_muon.code)
        from .muon_pair import MuonPair

        given = grouped(parameters, learning_rate)
        groups = [part for group in given for part in _parted(group, None)]
        for group in groups:
            if not group[MATRIX]:
                group["lr_factor"] *= self.rest_factor
                group["lr"] = learning_rate * group["lr_factor"]
        return MuonPair(
            groups,
            matrix={
                "lr": learning_rate,
                "weight_decay": weight_decay,
                "momentum": self.momentum,
                "nesterov": self.nesterov,
                "ns_steps": self.iterations,
                "adjust_lr_fn": self.adjustment,
            },
            rest={
                "lr": learning_rate,
                "weight_decay": weight_decay,
                "betas": (self.beta1, self.beta2),
                "fused": fused(groups),
            },
        )

    def divided(self, module: torch.nn.Module, groups: list[dict[str, Any]]) -> list[dict[str, Any]]:
        """Each group in two: hidden matrices, and the rest."""
        hidden = hidden_matrices(module)
        return [part for group in groups for part in _parted(group, hidden)]

    def problems(self, recipe: TrainingRecipe) -> Iterator[Problem]:
        """A torch without Muon."""
        if not torch_has_muon():
            yield Problem(
                "training.no_muon",
                "error",
                None,
                f"The installed torch {metadata.version('torch')} has no Muon",
                "It is there from torch 2.9 on",
                "Choose AdamW, or install a newer torch",
            )


def torch_has_muon() -> bool:
    """Whether the torch that is installed has Muon; torch is not imported."""
    found = re.match(r"(\d+)\.(\d+)", metadata.version("torch"))
    return found is not None and (int(found[1]), int(found[2])) >= FIRST_TORCH


def hidden_matrices(module: torch.nn.Module) -> set[int]:
    """``id`` of each two-dimensional weight that is neither an embedding's nor the last one of the network."""
    from torch import nn

    embedded = {id(m.weight) for m in module.modules() if isinstance(m, nn.Embedding | nn.EmbeddingBag)}
    matrices = [id(p) for p in module.parameters() if p.ndim == 2 and id(p) not in embedded]
    return set(matrices[:-1])


def _parted(group: dict[str, Any], hidden: set[int] | None) -> Iterator[dict[str, Any]]:
    """The matrices of a group and its rest, those that there are; by shape where ``hidden`` is None."""
    if MATRIX in group:
        yield group
        return
    matrices = [p for p in group["params"] if p.ndim == 2 and (hidden is None or id(p) in hidden)]
    known = {id(p) for p in matrices}
    rest = [p for p in group["params"] if id(p) not in known]
    for parameters, matrix in ((matrices, True), (rest, False)):
        if parameters:
            yield {**group, "params": parameters, MATRIX: matrix}
