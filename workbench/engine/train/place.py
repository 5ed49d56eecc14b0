"""Which of several processes this one is. No torch at import."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass

from ..errors import TrainingError


@dataclass(frozen=True)
class Place:
    """Which of how many processes this one is, as ``torchrun`` tells in the environment.

    Attributes:
        rank: among all, from 0; the first one records the run.
        size: of all.
        local_rank: among those of this machine.
        local_size: of those.
    """

    rank: int
    size: int
    local_rank: int
    local_size: int


def place_of(environment: Mapping[str, str] = os.environ) -> Place | None:
    """This process' place in a team; None where it trains alone. Raises ``TrainingError`` for half an environment."""
    names = ("RANK", "WORLD_SIZE", "LOCAL_RANK", "LOCAL_WORLD_SIZE")
    if "TORCHELASTIC_RUN_ID" not in environment and not all(n in environment for n in names[:2]):
        return None
    try:
        rank, size = (int(environment[n]) for n in names[:2])
        local_rank = int(environment.get("LOCAL_RANK", rank))
        local_size = int(environment.get("LOCAL_WORLD_SIZE", size))
    except (KeyError, ValueError) as error:
        raise TrainingError(
            f"The environment names no place among several processes ({error})",
            "torchrun sets RANK, WORLD_SIZE, LOCAL_RANK and LOCAL_WORLD_SIZE",
            "Start it as: torchrun --nproc-per-node 2 -m workbench train project.nnwb",
            code="team.environment",
        ) from error
    return Place(rank, size, local_rank, local_size) if size > 1 else None
