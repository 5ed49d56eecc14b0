"""How far a run is: plain numbers that a checkpoint carries."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field, fields
from typing import Any


@dataclass
class Progress:
    """Where a run stands. Everything here has been recorded already; steps still in a block are not counted.

    Attributes:
        epoch: finished epochs.
        step: optimiser steps done.
        micro_batches: batches that went through the network; more than steps where one step takes several.
        position: samples of the unfinished epoch that have been trained on.
        sums: sums over those samples, or their tokens, of "loss" and of each metric.
        weight: number of those samples or tokens.
        best_value: smallest loss by which epochs are judged, None while no epoch is done.
        best_epoch: the epoch it was reached in.
        best_metrics: all metrics of that epoch.
        seconds: time trained, pauses left out.
        epoch_began: ``seconds`` when the unfinished epoch began.
    """

    epoch: int = 0
    step: int = 0
    micro_batches: int = 0
    position: int = 0
    sums: dict[str, float] = field(default_factory=dict)
    weight: float = 0.0
    best_value: float | None = None
    best_epoch: int = 0
    best_metrics: dict[str, float] = field(default_factory=dict)
    seconds: float = 0.0
    epoch_began: float = 0.0

    def dump(self) -> dict[str, Any]:
        """The JSON form."""
        return asdict(self)

    @classmethod
    def load(cls, data: dict[str, Any]) -> Progress:
        """From the JSON form."""
        # Runs from before a step could take several micro-batches did not count them.
        data = {"micro_batches": data["step"], "weight": float(data["position"]), **data}
        return cls(**{f.name: data[f.name] for f in fields(cls)})
