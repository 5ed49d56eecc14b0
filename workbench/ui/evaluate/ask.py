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
    """Writes predictions as CSV: the sample, then class, confidence and probabilities (or scores), the labels and their
    probabilities, the numbers, or the error of the reconstruction.

    Raises ``WorkbenchError`` where the file can't be written.
    """
    first = predictions[0]
    header = ["sample", *_header(first)]
    rows = [[p.source, *_cells(p)] for p in predictions]
    for place, other in enumerate(first.others):
        header += [f"{other.target} {name}" for name in _header(other)]
        rows = [[*row, *_cells(p.others[place])] for row, p in zip(rows, predictions, strict=True)]
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


def _header(prediction: Prediction) -> list[str]:
    """What the cells of a prediction are called."""
    if prediction.error is not None:
        return ["error"]
    if prediction.tags is not None:
        return ["tokens", "tags"]
    if prediction.scores is not None:
        return ["predicted", "score", *(f"score({name})" for name in prediction.scores)]
    shares = [f"p({name})" for name in prediction.probabilities or {}]
    if prediction.labels is not None:
        return ["labels", *shares]
    return ["predicted", "confidence", *shares] if shares else list(prediction.values or {})


def _cells(prediction: Prediction) -> list[str | float]:
    if prediction.error is not None:
        return [prediction.error]
    if prediction.tags is not None:
        return [" ".join(part) for part in zip(*((t.text, t.said) for t in prediction.tags), strict=True)] or ["", ""]
    if prediction.scores is not None:
        return [prediction.label, prediction.score, *prediction.scores.values()]
    shares = list((prediction.probabilities or {}).values())
    if prediction.labels is not None:
        return [";".join(prediction.labels), *shares]
    if prediction.probabilities is not None:
        return [prediction.label, prediction.confidence, *shares]
    return list((prediction.values or {}).values())
