"""New series for a network: brought to its number of steps as the training series were."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from ...errors import DataError
from ..preprocess import InputPreprocess
from ..raw import Array
from .counts import counted
from .padding import padded, without_gaps
from .ts_file import read_ts


def fit_steps(samples: Sequence[Array], how: InputPreprocess, name: str) -> tuple[Array, tuple[str, ...]]:
    """Samples (t, C) of any lengths as a raw batch (N, T, C) float32, and sentences on what was filled up or cut.

    Raises ``DataError`` where they have other channels, or another length than a network knows that never saw a shorter one.
    """
    steps, channels = how.shape[0], how.channels
    for sample in samples:
        if sample.ndim != 2 or sample.shape[1] != channels:
            found = sample.shape[1] if sample.ndim == 2 else 1
            raise DataError(
                f"The series of '{name}' have {found} channel{'s' if found > 1 else ''}",
                f"The network takes {channels}",
                "Bring series like those the network was trained with",
                code="data.sample_shape",
                values={"file": name, "channels": found, "expected": channels},
            )
    lengths = [len(sample) for sample in samples]
    shorter, longer = sum(n < steps for n in lengths), sum(n > steps for n in lengths)
    if shorter and not how.gaps:
        raise DataError(
            f"A series of '{name}' has {counted(min(lengths), 'step')}",
            f"The network was trained with series of {counted(steps, 'step')}, none of them shorter",
            "Bring longer series",
            code="data.series_length",
            values={"file": name, "steps": min(lengths), "expected": steps},
        )
    notes = []
    if longer:
        kept = "last" if how.padding == "start" else "first"
        notes.append(
            f"{_series(longer)} longer than the network takes; of them the {kept} {counted(steps, 'step')} are used."
        )
    return padded([without_gaps(sample) for sample in samples], steps, how.padding), tuple(notes)


def series_from_ts(path: Path, how: InputPreprocess) -> tuple[Array, tuple[str, ...]]:
    """The series of a ``.ts`` file as a raw batch (N, T, C), and sentences on what was done or left out. Raises ``DataError``."""
    file = read_ts(path, labels=False)
    values, notes = fit_steps(file.samples, how, path.name)
    if not how.gaps and np.isnan(values).any():
        raise DataError(
            f"A channel of a series of '{path.name}' has no value at all",
            "The network was trained with series in which every channel has some",
            "Fill it in",
            code="data.missing_values",
            values={"file": path.name},
        )
    left_out = tuple(f"Left out: {entry.item}: {entry.reason}" for entry in file.skipped)
    return values, (*notes, *left_out)


def _series(count: int) -> str:
    return "1 series is" if count == 1 else f"{count:,} series are"
