"""What a source reads, before it is split and scaled."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal

from numpy.typing import NDArray

from ..shapes import Task

Array = NDArray[Any]
InputKind = Literal["image", "table", "tokens", "series"]


@dataclass(frozen=True)
class RawInput:
    """One input of every sample.

    ``image``: (N, H, W, C) uint8, or float32 where the source has other numbers. ``table``: (N, columns) float32.
    ``tokens``: (N, T) int64. ``series``: (N, T, C) float32.
    """

    kind: InputKind
    values: Array
    columns: tuple[str, ...] = ()
    """Names of a table's columns or a series' channels."""


@dataclass(frozen=True)
class RawTarget:
    """What is to be predicted: class indexes (N,) int64 with ``classes``, or numbers (N, width) float32 with ``names``."""

    task: Task
    values: Array
    classes: tuple[str, ...] = ()
    names: tuple[str, ...] = ()


@dataclass(frozen=True)
class Skipped:
    """Something that was left out, and why."""

    item: str
    reason: str


@dataclass(frozen=True)
class RawData:
    """Everything a source holds. ``given`` marks which samples the source itself calls "train", "validation" or "test"."""

    title: str
    inputs: dict[str, RawInput]
    targets: dict[str, RawTarget]
    given: dict[str, Array] = field(default_factory=dict)
    """Sample indexes (int64) by split name, as the source brings them; empty when it brings none."""
    skipped: tuple[Skipped, ...] = ()
    note: str = ""
    """Where the data comes from, in a sentence."""
