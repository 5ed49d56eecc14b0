"""What layers need of what reaches them: the refusals that many layers share, with the cures that fit."""

from __future__ import annotations

from math import isqrt

from ..errors import InsertBefore, ReplaceBy, ShapeProblem, Suggestion
from ..shapes import TensorSpec


def numbers(x: TensorSpec) -> None:
    """Refuses ids."""
    if x.dtype != "float32":
        raise ShapeProblem(
            f"got ids ({x}, {x.dtype})",
            "It needs numbers (float32)",
            (InsertBefore("Insert Embedding", "embedding"),),
            brief="needs numbers, got ids",
            fix="Put an Embedding in front of it, which turns each id into a vector",
            code="shape.dtype",
            values={"got": str(x), "dtype": x.dtype},
        )


def vector_or_sequence(x: TensorSpec) -> None:
    """Refuses all but (N, C) and (N, T, C) with a fixed number of features."""
    numbers(x)
    if x.rank not in (2, 3):
        raise ShapeProblem(
            f"got {x}",
            "It needs a flat vector N × features",
            (
                InsertBefore(f"Insert Flatten → {x.size:,}", "flatten"),
                InsertBefore(f"Insert global average pool → {x.dims[1]}", "global_avg_pool"),
            ),
            brief="needs a flat vector",
            code="shape.rank",
            values={"got": str(x)},
        )
    fixed_channels(x)


def picture(x: TensorSpec, *, one_dimensional: str = "", title: str = "") -> None:
    """Refuses all but (N, C, H, W). ``one_dimensional`` and ``title`` name the kind of layer that takes sequences."""
    numbers(x)
    if x.rank != 4:
        cures: list[Suggestion] = []
        if x.rank == 3:
            if x.known:
                shape = (1, *x.sample)
                cures.append(InsertBefore(f"Insert Reshape to {_text(shape)}", "reshape", (("shape", shape),)))
            if one_dimensional:
                cures.append(ReplaceBy(f"Make it {title}", one_dimensional))
        for shape in _pictures(x):
            cures.append(InsertBefore(f"Insert Reshape to {_text(shape)}", "reshape", (("shape", shape),)))
        raise ShapeProblem(
            f"got {x}",
            "It needs pictures N × channels × height × width",
            tuple(cures),
            brief="needs a picture",
            fix="" if cures else "Put a Reshape in front of it that makes a picture",
            code="shape.rank",
            values={"got": str(x)},
        )
    fixed_channels(x)


def sequence(x: TensorSpec, *, two_dimensional: str = "", title: str = "") -> None:
    """Refuses all but (N, T, C). ``two_dimensional`` and ``title`` name the kind of layer that takes pictures."""
    numbers(x)
    if x.rank != 3:
        cures: list[Suggestion] = []
        if x.rank == 2 and x.known:
            shape = (x.size, 1)
            cures.append(InsertBefore(f"Insert Reshape to {_text(shape)}", "reshape", (("shape", shape),)))
        if x.rank == 4 and two_dimensional:
            cures.append(ReplaceBy(f"Make it {title}", two_dimensional))
        if x.rank == 4 and x.known and x.dims[1] == 1:
            rows = x.sample[1:]
            label = f"Insert Reshape to {_text(rows)}, row by row"
            cures.append(InsertBefore(label, "reshape", (("shape", rows),)))
        raise ShapeProblem(
            f"got {x}",
            "It needs sequences N × time × channels",
            tuple(cures),
            brief="needs a sequence",
            fix="" if cures else "Put a Reshape in front of it that makes a sequence",
            code="shape.rank",
            values={"got": str(x)},
        )
    fixed_channels(x)


def fixed_channels(x: TensorSpec) -> None:
    """Refuses a number of channels that is not known beforehand."""
    channels = x.dims[1] if x.rank in (2, 4) else x.dims[-1]
    if not isinstance(channels, int):
        raise ShapeProblem(
            f"got {x}",
            f"Its number of channels must be fixed, and {channels} is not",
            brief="needs a fixed size",
            fix="Put a layer in front of it that makes a fixed number of channels",
            code="shape.symbolic",
            values={"got": str(x)},
        )


def fixed_size(x: TensorSpec) -> None:
    """Refuses a shape with any dimension but the batch that is not known beforehand."""
    if not x.known:
        raise ShapeProblem(
            f"got {x}",
            "It needs a shape that is fixed but for the batch",
            (InsertBefore("Insert global average pool over time", "global_avg_pool"),) if x.rank == 3 else (),
            brief="needs a fixed shape",
            fix="Pool over the varying dimension first",
            code="shape.symbolic",
            values={"got": str(x)},
        )


def _pictures(x: TensorSpec) -> list[tuple[int, int, int]]:
    """Square pictures that a flat vector may hold: grey, then colour."""
    if x.rank != 2 or not x.known:
        return []
    found = []
    for channels in (1, 3):
        side = isqrt(x.size // channels)
        if side > 1 and channels * side * side == x.size:
            found.append((channels, side, side))
    return found


def _text(shape: tuple[object, ...]) -> str:
    return " × ".join(map(str, shape))
