"""Parameter groups as every optimiser takes them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import torch

    from ..recipe import Parameters

FUSED_DEVICES = frozenset({"cpu", "cuda", "mps"})
"""Devices for which torch (2.8 and later) has fused SGD, Adam and AdamW."""


def grouped(parameters: Parameters, learning_rate: float) -> list[dict[str, Any]]:
    """torch's groups, each with its "lr_factor" and the "lr" that follows from it; bare parameters become one group."""
    entries: list[Any] = list(parameters)
    if not entries or not isinstance(entries[0], dict):
        entries = [{"params": entries}]
    return [_group(entry, learning_rate) for entry in entries if entry["params"]]


def _group(entry: dict[str, Any], learning_rate: float) -> dict[str, Any]:
    factor = float(entry.get("lr_factor", 1.0))
    return {**entry, "params": list(entry["params"]), "lr_factor": factor, "lr": learning_rate * factor}


def members(groups: list[dict[str, Any]]) -> Iterator[torch.nn.Parameter]:
    """The parameters of all groups."""
    for group in groups:
        yield from group["params"]


def fused(groups: list[dict[str, Any]], devices: frozenset[str] = FUSED_DEVICES) -> bool:
    """Whether torch's fused step serves all parameters."""
    return all(p.device.type in devices and p.is_floating_point() for p in members(groups))


def divided(groups: list[dict[str, Any]]) -> bool:
    """Whether parameters are divided among processes, for which torch has only Adam's fused step."""
    return any(hasattr(p, "full_tensor") for p in members(groups))


def on_cuda(groups: list[dict[str, Any]]) -> bool:
    """Whether all parameters are on a CUDA device, where counters on the device save a wait in every step."""
    return all(p.device.type == "cuda" for p in members(groups))
