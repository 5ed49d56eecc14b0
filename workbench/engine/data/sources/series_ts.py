"""Series in ``.ts`` files, as the UCR and UEA archives have them, with the test set beside them."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Annotated, Literal

import numpy as np
from pydantic import Field

from ...errors import DataError
from ...values import Param, register
from ..arrays import real
from ..paths import data_file, portable_path, resolve, unreadable
from ..raw import Array, RawData, RawInput, RawTarget, Skipped
from ..recipe import Progress, Source
from ..series.counts import counted_between
from ..series.padding import Padding, padded, without_gaps
from ..series.ts_file import TsFile, read_ts
from ..sighting import Candidate, Sighting

MaskChoice = Literal["auto", "yes", "no"]
_PART = re.compile(r"^(?P<name>.*?)(?P<cut>[ _.-]?)(?P<part>train|test)$", re.IGNORECASE)


class PaddedSource(Source):
    """Base of sources whose samples have lengths of their own."""

    steps: Annotated[int, Field(ge=0, le=1_000_000)] = Param(
        0,
        label="Length",
        unit="steps",
        help="Steps of every sample: shorter ones are filled up, longer ones are cut at the same end. 0: as long as the longest.",
    )
    padding: Padding = Param(
        "start",
        words={"start": "At the start", "end": "At the end"},
        help="Where shorter samples are filled up. At the start, the last step of each is its own last one, which is what "
        "recurrent layers answer from. What is filled in counts as the mean.",
    )
    mask: MaskChoice = Param(
        "auto",
        words={"auto": "If needed"},
        help="A channel more for the network: 1 where a step is real and 0 where it was filled in. It is needed where lengths differ.",
    )

    def assembled(self, samples: list[Array], channels: tuple[str, ...]) -> RawInput:
        """The input that samples (t, C) of any lengths make; gaps inside them are filled from the values around."""
        lengths = {len(sample) for sample in samples}
        steps = self.steps or max(lengths)
        values = padded([without_gaps(sample) for sample in samples], steps, self.padding)
        shorter = min(lengths) < steps
        gaps = shorter or bool(np.isnan(values).any())
        mask = self.mask == "yes" or (self.mask == "auto" and shorter)
        return RawInput("series", values, channels, gaps=gaps, mask=mask, padding=self.padding)


@register("ts")
class TsSource(PaddedSource):
    """Series and their classes or numbers in ``.ts`` files. Series (N, T, C) float32, NaN where a sample has no step."""

    title = "Series (.ts)"
    path_fields = ("path", "test_path")

    path: str = Param("", help="The .ts file of series to train with.", label="File")
    test_path: str = Param("", help="The .ts file of test series, where there is one.", label="Test file")

    def describe(self) -> str:
        """The name of the file of training series."""
        return Path(self.path).name or "no file"

    @classmethod
    def recognise(cls, seen: Sighting) -> Candidate | None:
        """A file that tells itself by its line ``@data``, or a folder that holds one set of such files."""
        if seen.folder:
            if not any(name.lower().endswith(".ts") for name in seen.names):
                return None
        elif seen.suffix != ".ts" or not any(line.lstrip().startswith("@") for line in seen.lines):
            return None
        source = cls.beside(seen.path, seen.base_dir)
        return Candidate(
            "series",
            source,
            "series and their labels, with a test set beside it" if source.test_path else "series and their labels",
            0.95,
        )

    def load(self, progress: Progress, base_dir: Path = Path()) -> RawData:
        """Reads the files into memory."""
        names = [
            (split, name)
            for split, name in (("train", self.path), ("test", self.test_path))
            if name or split == "train"
        ]
        files: list[tuple[str, TsFile]] = []
        for number, (split, name) in enumerate(names):
            path = data_file(name, base_dir, "The file of series" if split == "train" else "The file of test series")
            progress(0.9 * number / len(names), f"Reading {path.name}")
            files.append((split, read_ts(path)))
        _check_alike([file for _, file in files])
        samples = [sample for _, file in files for sample in file.samples]
        count = samples[0].shape[1]
        channels = ("value",) if count == 1 else tuple(f"channel {k + 1}" for k in range(count))
        progress(0.9, "Bringing the series to one length")
        title = _PART.sub(r"\g<name>", Path(self.path).stem) or Path(self.path).stem
        part = self.assembled(samples, channels)
        target_name, target = _target([file for _, file in files])
        given: dict[str, Array] = {}
        start = 0
        for split, file in files:
            given[split] = np.arange(start, start + len(file.samples), dtype=np.int64)
            start += len(file.samples)
        lengths = {len(sample) for sample in samples}
        steps = counted_between(min(lengths), max(lengths), "step")
        skipped: list[Skipped] = [entry for _, file in files for entry in file.skipped]
        progress(1.0, f"Read {self.describe()}")
        return RawData(
            title,
            {"series": part},
            {target_name: target},
            given if len(files) > 1 else {},
            skipped=tuple(skipped),
            note=f"{len(samples):,} series of {steps} from "
            f"{f'{files[0][1].name} and {files[1][1].name}' if len(files) > 1 else files[0][1].name}",
        )

    @classmethod
    def beside(cls, path: Path, base_dir: Path = Path()) -> TsSource:
        """The source for a ``.ts`` file, or for a folder that holds some: finds the test set (``_TEST``) of a training set.

        Paths inside ``base_dir`` become relative to it. Raises ``DataError`` where a folder holds no or several sets.
        """
        path = resolve(str(path), base_dir)
        folder = path if path.is_dir() else path.parent
        names = ts_names(folder)
        if path.is_dir():
            sets = [n for n in names if not (m := _PART.match(Path(n).stem)) or m["part"].lower() == "train"] or names
            if len(sets) != 1:
                shown = ", ".join(sets[:8]) + (", ..." if len(sets) > 8 else "")
                raise DataError(
                    f"The folder '{path.name}' holds {len(sets)} .ts files of series{f': {shown}' if sets else ''}",
                    "One set of series is taken at a time",
                    "Choose one of its files",
                    code="data.ts_several",
                    values={"folder": path.name, "files": sets},
                )
            path = folder / sets[0]
        found = _PART.match(path.stem)
        train, test = path.name, ""
        if found is not None:
            twins = {n.lower(): n for n in names}
            other = "test" if found["part"].lower() == "train" else "train"
            twin = twins.get(f"{found['name']}{found['cut']}{other}{path.suffix}".lower(), "")
            if twin:
                train, test = (path.name, twin) if other == "test" else (twin, path.name)
        return cls(
            path=portable_path(folder / train, base_dir),
            test_path=portable_path(folder / test, base_dir) if test else "",
        )


def ts_names(folder: Path) -> list[str]:
    """The names of the ``.ts`` files in a folder, in order. Raises ``DataError`` where it can't be read."""
    try:
        return sorted(entry.name for entry in os.scandir(folder) if entry.name.lower().endswith(".ts"))
    except OSError as error:
        raise unreadable(folder, error) from error


def _check_alike(files: list[TsFile]) -> None:
    first = files[0]
    for other in files[1:]:
        channels = [file.samples[0].shape[1] for file in (first, other)]
        if channels[0] != channels[1]:
            raise DataError(
                f"The series of '{first.name}' have {channels[0]} channels, and those of '{other.name}' {channels[1]}",
                "Both should have the same",
                "Choose files that belong together",
                code="data.parts_differ",
                values={"first": first.name, "second": other.name},
            )
        if first.numbers != other.numbers:
            raise DataError(
                f"One of '{first.name}' and '{other.name}' has classes and the other numbers to predict",
                "Both should have the same",
                "Choose files that belong together",
                code="data.parts_differ",
                values={"first": first.name, "second": other.name},
            )


def _target(files: list[TsFile]) -> tuple[str, RawTarget]:
    labels = [label for file in files for label in file.labels]
    if files[0].numbers:
        values = np.array([float(label) for label in labels])
        return "target", RawTarget("regression", real(values[:, None]), names=("target",))
    classes = tuple(dict.fromkeys(name for file in files for name in file.classes))
    classes += tuple(sorted(set(labels) - set(classes)))
    places = {name: code for code, name in enumerate(classes)}
    return "label", RawTarget("classification", np.array([places[n] for n in labels], dtype=np.int64), classes=classes)
