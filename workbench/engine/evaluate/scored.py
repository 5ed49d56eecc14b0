"""From a network's answers on a split to a report, for each task."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import torch

from ..data.apply import inverse_target
from ..data.labels import THRESHOLD
from ..data.prepared import SplitName
from ..data.raw import Array
from .labels import label_metrics, label_scores
from .network import TrainedNetwork
from .reconstruction import Reconstructed
from .result import ClassScore, Report


@dataclass(frozen=True)
class Outcome:
    """The mean loss, and for each sample an Output's logits and its raw target."""

    loss: float
    logits: Array
    answers: Array


def regression_report(
    network: TrainedNetwork, split: SplitName, indexes: Array, outcome: Outcome, warnings: tuple[str, ...]
) -> Report:
    """Errors and R2 in the original units, (n, width)."""
    numbers = network.activate(network.output, torch.from_numpy(outcome.logits)).numpy()
    predictions = inverse_target(numbers, network.target)
    differences = predictions.astype(np.float64) - outcome.answers
    squares = (differences**2).sum(axis=0)
    spread = ((outcome.answers - outcome.answers.mean(axis=0, dtype=np.float64)) ** 2).sum(axis=0)
    # R2 of a target that never varies is not defined: scikit-learn's convention, 1 for perfect answers and else 0.
    r2 = np.where(spread > 0, 1 - squares / np.where(spread > 0, spread, 1.0), np.where(squares > 0, 0.0, 1.0))
    return Report(
        run=network.run,
        which=network.which,
        split=split,
        task="regression",
        samples=len(indexes),
        metrics={
            "loss": outcome.loss,
            "mae": float(np.abs(differences).mean()),
            "rmse": float(np.sqrt((differences**2).mean(axis=0)).mean()),
            "r2": float(r2.mean()),
        },
        indexes=indexes,
        targets=outcome.answers,
        predictions=predictions,
        names=network.target.names or (network.target_name,),
        warnings=warnings,
    )


def classification_report(
    network: TrainedNetwork, split: SplitName, indexes: Array, outcome: Outcome, warnings: tuple[str, ...]
) -> Report:
    """Scores by class, and what is confused with what."""
    from sklearn.metrics import confusion_matrix, precision_recall_fscore_support

    classes, answers = network.target.classes, outcome.answers
    said = class_scores(network, torch.from_numpy(outcome.logits))
    predictions = said.argmax(axis=1)
    every = np.arange(len(classes))
    precision, recall, f1, support = precision_recall_fscore_support(
        answers, predictions, labels=every, zero_division=0.0
    )
    # Classes that the split has none of say nothing about the network, and would pull the means down.
    present = support > 0
    scores = zip(classes, precision, recall, f1, support, strict=True)
    return Report(
        run=network.run,
        which=network.which,
        split=split,
        task="classification",
        samples=len(indexes),
        metrics={
            "loss": outcome.loss,
            "accuracy": float((predictions == answers).mean()),
            "precision": float(precision[present].mean()),
            "recall": float(recall[present].mean()),
            "f1": float(f1[present].mean()),
        },
        indexes=indexes,
        targets=answers,
        predictions=predictions,
        confidence=said[np.arange(len(predictions)), predictions],
        margins=network.margins,
        names=classes,
        classes=tuple(ClassScore(n, float(p), float(r), float(f), int(s)) for n, p, r, f, s in scores),
        confusion=confusion_matrix(answers, predictions, labels=every),
        warnings=warnings,
    )


def labels_report(
    network: TrainedNetwork, split: SplitName, indexes: Array, outcome: Outcome, warnings: tuple[str, ...]
) -> Report:
    """Scores by label, and of all labels together."""
    labels, answers = network.target.classes, outcome.answers
    probabilities = label_probabilities(network, torch.from_numpy(outcome.logits))
    given = probabilities > THRESHOLD
    scores = label_scores(labels, answers, probabilities)
    return Report(
        run=network.run,
        which=network.which,
        split=split,
        task="multi_label",
        samples=len(indexes),
        metrics={"loss": outcome.loss, **label_metrics(scores, answers, given)},
        indexes=indexes,
        targets=answers,
        predictions=given.astype(np.float32),
        names=labels,
        warnings=warnings,
        probabilities=probabilities,
        labels=scores,
    )


def reconstruction_report(
    network: TrainedNetwork, split: SplitName, indexes: Array, found: Reconstructed, warnings: tuple[str, ...]
) -> Report:
    """Errors of reconstructions."""
    nothing = np.empty((len(indexes), 0), np.float32)
    return Report(
        run=network.run,
        which=network.which,
        split=split,
        task="reconstruction",
        samples=len(indexes),
        metrics={"loss": found.loss, **found.metrics},
        indexes=indexes,
        targets=nothing,
        predictions=nothing,
        names=(network.target.input,),
        warnings=warnings,
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
