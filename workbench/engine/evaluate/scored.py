"""From a network's answers on a split to a report, for each task."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import torch

from ..data.apply import inverse_target
from ..data.labels import THRESHOLD
from ..data.prepared import SplitName
from ..data.raw import Array
from ..train.losses import Quantile
from ..train.metrics import METRICS, ClassAnswers, LabelAnswers, Measured, NumberAnswers, measured
from ..train.metrics.collect import answers as collected
from ..train.metrics.collect import class_scores as exact_scores
from .labels import label_scores
from .network import TrainedNetwork
from .reconstruction import Reconstructed
from .result import ClassScore, Report
from .separation import separations


@dataclass(frozen=True)
class Outcome:
    """The mean loss, and for each sample an Output's logits and its raw target."""

    loss: float
    logits: Array
    answers: Array


@dataclass(frozen=True)
class Examined:
    """A network, and the samples on which it is examined.

    Attributes:
        network: what answered.
        split: which part of the data.
        indexes: (n,) int64, numbers of its samples in ``PreparedData.raw``.
        warnings: sentences that belong beside the numbers.
    """

    network: TrainedNetwork
    split: SplitName
    indexes: Array
    warnings: tuple[str, ...]

    def report(self, loss: float, found: Measured, **more: Any) -> Report:
        """What the reports of all tasks have, and ``more`` fields of a report."""
        return Report(
            run=self.network.run,
            which=self.network.which,
            split=self.split,
            task=self.network.target.task,
            samples=len(self.indexes),
            metrics={"loss": loss, **found.values},
            undefined=found.undefined,
            indexes=self.indexes,
            warnings=self.warnings,
            **more,
        )


def regression_report(examined: Examined, outcome: Outcome) -> Report:
    """Errors and R2 in the original units, (n, width)."""
    network = examined.network
    numbers = network.activate(network.output, torch.from_numpy(outcome.logits)).numpy()
    predictions = inverse_target(numbers, network.target)
    said = NumberAnswers(outcome.answers.astype(np.float64), predictions.astype(np.float64))
    # How many lie below is worth a line where that was learnt.
    wanted = [name for name in METRICS["regression"] if name != "coverage" or isinstance(network.loss, Quantile)]
    found = measured("regression", said, wanted)
    return examined.report(
        outcome.loss,
        found,
        targets=outcome.answers,
        predictions=predictions,
        names=network.target.names or (network.target_name,),
    )


def classification_report(examined: Examined, outcome: Outcome) -> Report:
    """Scores by class, and what is confused with what."""
    network = examined.network
    classes, true = network.target.classes, outcome.answers
    logits = torch.from_numpy(outcome.logits)
    said = class_scores(network, logits)
    predictions = said.argmax(axis=1)
    # Sharper than ``said``, whose float32 knows no difference between 1 and nearly 1.
    scores, surprise = exact_scores(network.goal, logits.double(), torch.from_numpy(true))
    answers = ClassAnswers(true, predictions, len(classes), scores, surprise)
    # A best three of three classes is no question that anybody has.
    wanted = [n for n in METRICS["classification"] if not n.startswith("top_") or int(n.split("_")[1]) < len(classes)]
    found = measured("classification", answers, wanted)
    counts = answers.counts
    each = zip(classes, counts.precision, counts.recall, counts.f1, counts.true, strict=True)
    return examined.report(
        outcome.loss,
        found,
        targets=true,
        predictions=predictions,
        confidence=said[np.arange(len(predictions)), predictions],
        margins=network.margins,
        names=classes,
        classes=tuple(ClassScore(n, float(p), float(r), float(f), int(s)) for n, p, r, f, s in each),
        separations=separations(true, scores, classes),
        confusion=confused(true, predictions, len(classes)),
    )


def confused(true: Array, predicted: Array, classes: int) -> Array:
    """How many samples of each class (row) were taken for each (column), (classes, classes) int64."""
    return np.bincount(true * classes + predicted, minlength=classes * classes).reshape(classes, classes)


def labels_report(examined: Examined, outcome: Outcome) -> Report:
    """Scores by label, and of all labels together."""
    network = examined.network
    labels, answers = network.target.classes, outcome.answers
    probabilities = label_probabilities(network, torch.from_numpy(outcome.logits))
    given = probabilities > THRESHOLD
    scores = label_scores(labels, answers, probabilities)
    said = collected(network.goal, torch.from_numpy(outcome.logits), torch.from_numpy(answers))
    assert isinstance(said, LabelAnswers)
    found = measured("multi_label", replace(said, given=given), METRICS["multi_label"])
    return examined.report(
        outcome.loss,
        found,
        targets=answers,
        predictions=given.astype(np.float32),
        names=labels,
        probabilities=probabilities,
        labels=scores,
    )


def reconstruction_report(examined: Examined, found: Reconstructed) -> Report:
    """Errors of reconstructions."""
    nothing = np.empty((len(examined.indexes), 0), np.float32)
    return examined.report(
        found.loss,
        Measured(found.metrics),
        targets=nothing,
        predictions=nothing,
        names=(examined.network.target.input,),
        errors=found.errors,
        reconstructions=found.kept,
    )


def label_probabilities(network: TrainedNetwork, logits: torch.Tensor) -> Array:
    """The probability of every label, (n, labels) float32, from logits (n, labels)."""
    # An Output that was set to apply nothing still stands for labels.
    return (torch.sigmoid(logits) if network.activation == "none" else network.activate(network.output, logits)).numpy()


def class_scores(network: TrainedNetwork, logits: torch.Tensor) -> Array:
    """What speaks for every class, (n, classes) float32, from logits (n, units); a single unit answers for class 1.

    Probabilities; or, where the loss learns margins, distances from the border of each class, above 0 on its side.
    """
    if logits.shape[-1] == 1:
        yes = logits if network.margins else torch.sigmoid(logits)
        return torch.cat([-yes if network.margins else 1 - yes, yes], dim=-1).numpy()
    if network.margins:
        return network.loss.margins(logits).numpy()
    # An Output that was set to apply nothing still stands for classes.
    return (
        torch.softmax(logits, dim=-1) if network.activation == "none" else network.activate(network.output, logits)
    ).numpy()
