"""What there is to see of series: curves of a sample, the whole table by time, and where its parts lie."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..prepared import SPLITS, PreparedData, SplitName
from ..raw import Array
from .padding import own_steps
from .times import time_text
from .windows import Windows

TICKS = (
    ("Y", (1, 2, 5, 10, 20, 50)),
    ("M", (1, 3, 6)),
    ("D", (1, 2, 7)),
    ("h", (1, 3, 6, 12)),
    ("m", (1, 5, 15, 30)),
)


@dataclass(frozen=True)
class Stretch:
    """From when to when a part of the split predicts, on the axis of the table."""

    split: SplitName
    start: float
    stop: float


def curves(data: PreparedData, sample: int, *, scaled: bool = False) -> tuple[Array, Array]:
    """Steps (t,) and channels (t, C) of a sample without its padding, float64; ``scaled`` as the network sees them."""
    name, part = next(iter(data.raw.inputs.items()))
    values = own_steps(part.values[sample]).astype(np.float64)
    if scaled:
        how = data.preprocess.inputs[name]
        values = (values - np.asarray(how.offset)) * np.asarray(how.scale)
    return np.arange(len(values), dtype=np.float64), values


def whole_line(windows: Windows, target: int = 0, series: int = 0) -> tuple[Array, Array]:
    """Time and value (n,) of a target over all rows of one series, float64."""
    rows = windows.series == series
    return windows.times[rows], windows.truth[rows, target].astype(np.float64)


def stretches(data: PreparedData, windows: Windows, series: int = 0) -> tuple[Stretch, ...]:
    """Where the parts of the split lie: from the first to the last row that each predicts."""
    found = []
    for split in SPLITS:
        samples = data.splits[split]
        samples = samples[windows.series[windows.starts[samples]] == series]
        if len(samples):
            first = windows.starts[samples].min() + windows.steps
            last = windows.starts[samples].max() + windows.steps + windows.horizon - 1
            found.append(Stretch(split, float(windows.times[first]), float(windows.times[last])))
    return tuple(found)


def sample_near(windows: Windows, time: float, samples: Array, series: int = 0) -> int:
    """The sample of ``samples`` whose first predicted row is nearest to a time; -1 where there is none."""
    samples = samples[windows.series[windows.starts[samples]] == series]
    if len(samples) == 0:
        return -1
    times = windows.times[windows.starts[samples] + windows.steps]
    return int(samples[np.abs(times - time).argmin()])


def time_ticks(low: float, high: float) -> list[tuple[float, str]]:
    """Round times between two in seconds since 1970 and what they are called: years, months, days, hours or minutes, 7 at most."""
    for unit, sizes in TICKS[::-1]:
        first, last = (np.datetime64(round(v), "s").astype(f"datetime64[{unit}]").astype(np.int64) for v in (low, high))
        for size in sizes:
            # Counted from 1970: years that are round, and months from January.
            offset = 1970 % size if unit == "Y" else 0
            start = -(-(first + offset) // size) * size - offset
            numbers = np.arange(start, last + 1, size)
            if 1 < len(numbers) <= 7:
                moments = numbers.astype(f"datetime64[{unit}]")
                seconds = moments.astype("datetime64[s]").astype(np.int64)
                texts = [
                    str(m).replace("T", " ")
                    for m in moments.astype("datetime64[m]" if unit == "h" else f"datetime64[{unit}]")
                ]
                return [(float(s), text) for s, text in zip(seconds, texts, strict=True) if low <= s <= high]
    return [(value, time_text(value)) for value in (low, high)]
