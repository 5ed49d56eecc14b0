"""Asking a run's network about new samples: what is done in worker threads."""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

import numpy as np

from ...engine.data.encoding import as_learnt
from ...engine.data.prepare import prepare
from ...engine.data.preprocess import Preprocess
from ...engine.data.raw import Array
from ...engine.data.recipe import Progress
from ...engine.data.report import target_text
from ...engine.errors import DataError, WorkbenchError
from ...engine.runs.store import RunStore, Which

if TYPE_CHECKING:
    from ...engine.evaluate.predict import Prediction, Predictor


@dataclass(frozen=True)
class Answer:
    """Predictions with the samples they are about.

    Attributes:
        predictions: one for each sample.
        inputs: raw samples by input name, as the network got them before scaling.
        notes: what was done to the samples so that they fit.
        truth: what a sample taken from the data really is; empty for new ones.
    """

    predictions: tuple[Prediction, ...]
    inputs: dict[str, Array]
    notes: tuple[str, ...] = ()
    truth: str = ""


@dataclass(frozen=True)
class Taken:
    """A real sample of the run's data: raw values by input name (batch of one), what it is, and which it is."""

    inputs: dict[str, Array]
    truth: str
    index: int
    split: str


@dataclass(frozen=True)
class Network:
    """Which network is asked, and where it computes."""

    store: RunStore
    run: str
    which: Which = "best"
    device: str = "cpu"


class Asker:
    """Keeps the network that was asked last, so that the next question is answered at once. Used from worker threads."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._key: tuple[object, ...] = ()
        self._predictor: Predictor | None = None

    def predictor(self, network: Network) -> Predictor:
        """The run's network; raises ``TrainingError``."""
        from ...engine.evaluate.predict import Predictor

        path = network.store.weights_path(network.run, network.which)
        key = (network, network.store.runs_dir, path.stat().st_mtime_ns)
        with self._lock:
            if self._predictor is None or key != self._key:
                self._predictor = Predictor(network.store, network.run, network.which, network.device)
                self._key = key
            return self._predictor

    def ask(
        self,
        network: Network,
        inputs: Mapping[str, Array],
        labels: Sequence[str] = (),
        *,
        notes: tuple[str, ...] = (),
        truth: str = "",
    ) -> Answer:
        """Predictions for raw samples."""
        return Answer(tuple(self.predictor(network).predict(inputs, labels)), dict(inputs), notes, truth)


def take_sample(network: Network, base_dir: Path, progress: Progress, before: int = -1) -> Taken:
    """A random sample of the run's test split (validation where there is none), another one than ``before``."""
    data = prepare(network.store.project(network.run).data, base_dir, progress)
    split = next((name for name in ("test", "validation", "train") if len(data.splits[name])), "train")
    indexes = data.splits[split]
    choice = indexes[indexes != before] if len(indexes) > 1 else indexes
    index = int(np.random.default_rng().choice(choice))
    learnt = network.store.preprocess(network.run).inputs
    rows = np.array([index])
    inputs = {name: as_learnt(part, learnt.get(name), rows) for name, part in data.raw.inputs.items()}
    return Taken(inputs, target_text(data, index), index, split)


def read_files(paths: Sequence[Path], preprocess: Preprocess) -> tuple[dict[str, Array], list[str], tuple[str, ...]]:
    """The samples of one or several files in one batch, what to call them, and notes. Raises ``DataError``."""
    from ...engine.data.new_samples import read_samples

    batches, labels, notes = [], [], []
    for path in paths:
        samples = read_samples(path, preprocess)
        batches.append(samples.inputs)
        labels += samples.labels
        notes += [f"{path.name}: {note}" if len(paths) > 1 else note for note in samples.notes]
    if not batches:
        raise DataError("No file was given", "", "Choose a file", code="data.no_file")
    inputs = {name: np.concatenate([b[name] for b in batches]) for name in batches[0]}
    return inputs, labels, tuple(notes)


def save_predictions(path: Path, predictions: Sequence[Prediction]) -> None:
    """Writes predictions as CSV: the sample, then class, confidence and probabilities, the labels and their probabilities,
    the numbers, or the error of the reconstruction.

    Raises ``WorkbenchError`` where the file can't be written.
    """
    first = predictions[0]
    if first.error is not None:
        header, rows = ["sample", "error"], [[p.source, p.error] for p in predictions]
    elif first.labels is not None:
        header = ["sample", "labels", *(f"p({name})" for name in first.probabilities or {})]
        rows = [[p.source, ";".join(p.labels or ()), *(p.probabilities or {}).values()] for p in predictions]
    elif first.probabilities is not None:
        header = ["sample", "predicted", "confidence", *(f"p({name})" for name in first.probabilities)]
        rows = [[p.source, p.label, p.confidence, *(p.probabilities or {}).values()] for p in predictions]
    else:
        header = ["sample", *(first.values or {})]
        rows = [[p.source, *(p.values or {}).values()] for p in predictions]
    try:
        with path.open("w", newline="", encoding="utf-8") as file:
            writer = csv.writer(file)
            writer.writerow(header)
            writer.writerows(rows)
    except OSError as error:
        raise WorkbenchError(
            f"The file '{path.name}' cannot be written ({error.strerror or error})",
            "",
            "Choose another folder",
            code="evaluate.cannot_save",
            values={"file": str(path)},
        ) from error
