"""A run at a glance."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from ..train.events import Reason

RunState = Literal["running"] | Reason
"""Reason of the ending; "running" while there is none and somebody holds the run's lock."""


@dataclass(frozen=True)
class RunInfo:
    """What a list of runs shows.

    Attributes:
        id: name of the run and of its folder ("r0003-7f2a"); sorts by age.
        number: 1, 2, 3...; never given twice in a folder.
        started: seconds since the epoch (UTC).
        state: "running" or how it ended.
        device: where it trains ("cpu"), empty until it has started.
        epochs: epochs asked for, epoch: epochs finished, step: optimiser steps done.
        best_epoch: epoch of the best weights, 0 while there is none.
        metrics: those of the best epoch.
        last_metrics: those of the last epoch.
        seconds: how long it trained; for a run that is alive, until its last event.
        message: why it ended badly, in words; empty otherwise.
        fingerprint: of the project it was started with.
        parameters: learnt numbers of the network.
        study: id of the study it belongs to, empty for a run by itself; label: what it is in it ("seed 3").
    """

    id: str
    number: int
    started: float
    state: RunState
    device: str = ""
    epochs: int = 0
    epoch: int = 0
    step: int = 0
    best_epoch: int = 0
    metrics: dict[str, float] = field(default_factory=dict)
    last_metrics: dict[str, float] = field(default_factory=dict)
    seconds: float = 0.0
    message: str = ""
    fingerprint: str = ""
    parameters: int = 0
    study: str = ""
    label: str = ""

    @property
    def running(self) -> bool:
        """Whether it is being trained at this moment."""
        return self.state == "running"
