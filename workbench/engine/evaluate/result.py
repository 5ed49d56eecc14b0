"""The result of an evaluation."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np

from ..data.labels import THRESHOLD
from ..data.prepared import SplitName
from ..data.raw import Array
from ..runs.store import Which
from ..shapes import Task
from .labels import LabelScore
from .separation import Separation


@dataclass(frozen=True)
class ClassScore:
    """How well one class is told from the others. ``support`` is its number of samples in the split."""

    name: str
    precision: float
    recall: float
    f1: float
    support: int

    def dump(self) -> dict[str, object]:
        """The JSON form."""
        return {
            "name": self.name,
            "precision": self.precision,
            "recall": self.recall,
            "f1": self.f1,
            "support": self.support,
        }


@dataclass(frozen=True)
class Report:
    """The result of an evaluation; every array has one entry, or row, for each sample of the split.

    Attributes:
        run: the run's id.
        which: "best" or "last" weights.
        split: which part of the data.
        task: what was asked of the network.
        samples: number of samples in the split.
        metrics: "loss", and what ``train.metrics.METRICS`` has for the task: for classification "precision", "recall" and "f1"
            are means over the classes that the split has, for regression numbers are in the original units (several targets:
            the mean over them); those of a reconstruction are told at ``Reconstructed``.
        undefined: metrics that have no value here, and why, a sentence without a full stop.
        indexes: (n,) int64, numbers of the samples in ``PreparedData.raw``.
        targets: (n,) int64 class indexes, for tagging (n, T) and below 0 where there is no token, (n, labels) float32 zeros and ones, or (n, width) float32 in original units;
            (n, 0) for a reconstruction.
        predictions: the same for what the network says.
        names: names of the classes, the labels, or the numbers predicted.
        confidence: (n,) float32, the probability of the predicted class, or its distance from the border; for tagging (n, T), NaN
            where there is no token; empty but for these.
        margins: whether classes were told by distances from their borders (a support vector machine) and not by probabilities.
        classes: scores by class, or by tag over all tokens; empty but for classification and tagging.
        separations: how well each class is told from the others at every threshold; empty but for classification.
        confusion: (classes, classes) int64, rows are true classes and columns predicted ones, of samples or
            tokens; empty but for classification and tagging.
        probabilities: (n, labels) float32; empty but for multi_label.
        labels: scores by label; empty but for multi_label.
        errors: (n,) float32, how far each sample is from its reconstruction; empty but for reconstruction.
        reconstructions: those of some samples in the data's units, by position.
        warnings: sentences that belong beside the numbers.
        meaning: what predictions mean where the loss decides it, a sentence; empty where the task says it all.
        spans: for tagging, scores by kind of span, such as those that B-PER and I-PER stand for; empty where tags are not those of
            spans.
        target: what the Output predicts, by its name in the data.
        others: of a network with several Outputs, the reports of the others; their "loss" is their own, that of the first
            is the whole one that training made small.
    """

    run: str
    which: Which
    split: SplitName
    task: Task
    samples: int
    metrics: dict[str, float]
    indexes: Array
    targets: Array
    predictions: Array
    names: tuple[str, ...]
    confidence: Array = field(default_factory=lambda: np.empty(0, np.float32))
    classes: tuple[ClassScore, ...] = ()
    separations: tuple[Separation, ...] = ()
    confusion: Array = field(default_factory=lambda: np.empty((0, 0), np.int64))
    margins: bool = False
    warnings: tuple[str, ...] = ()
    meaning: str = ""
    undefined: Mapping[str, str] = field(default_factory=dict)
    probabilities: Array = field(default_factory=lambda: np.empty((0, 0), np.float32))
    labels: tuple[LabelScore, ...] = ()
    errors: Array = field(default_factory=lambda: np.empty(0, np.float32))
    reconstructions: Mapping[int, Array] = field(default_factory=dict)
    spans: tuple[ClassScore, ...] = ()
    target: str = ""
    others: tuple[Report, ...] = ()

    @property
    def tokens(self) -> int:
        """Tokens of the split that were tagged; 0 but for tagging."""
        return int((self.targets >= 0).sum()) if self.task == "tagging" else 0

    @property
    def every(self) -> tuple[Report, ...]:
        """Those of all Outputs, this one first."""
        return (self, *self.others)

    def mistakes(self) -> Array:
        """Positions (into the arrays here) of wrong predictions, the most confident first; of tags the sequences with the most
        wrong ones first; of numbers and reconstructions
        all, the largest error first."""
        if self.task == "multi_label":
            wrong = self.predictions != self.targets
            sure = np.where(wrong, np.abs(self.probabilities - THRESHOLD), -1.0).max(axis=1)
            places = np.flatnonzero(wrong.any(axis=1))
            return places[np.argsort(-sure[places], kind="stable")]
        if self.task == "tagging":
            wrong = (self.predictions != self.targets).sum(axis=1)
            places = np.flatnonzero(wrong)
            return places[np.argsort(-wrong[places], kind="stable")]
        if self.task == "reconstruction":
            return np.argsort(-self.errors, kind="stable")
        if self.task == "classification":
            wrong = np.flatnonzero(self.predictions != self.targets)
            return wrong[np.argsort(-self.confidence[wrong], kind="stable")]
        size = np.abs(self.predictions - self.targets).mean(axis=1)
        return np.argsort(-size, kind="stable")

    def dump(self) -> dict[str, Any]:
        """The JSON form, without what there is one of for each sample."""
        found: dict[str, Any] = {
            "run": self.run,
            "split": self.split,
            "weights": self.which,
            "task": self.task,
            "samples": self.samples,
            "metrics": self.metrics,
        }
        if self.task in ("classification", "tagging"):
            found["classes"] = [c.dump() for c in self.classes]
            found["confusion"] = self.confusion.tolist()
            if self.task == "tagging":
                found["tokens"] = self.tokens
                found["spans"] = [c.dump() for c in self.spans]
            else:
                found["separations"] = [s.dump() for s in self.separations]
        elif self.task == "multi_label":
            found["labels"] = [label.dump() for label in self.labels]
        elif self.task == "reconstruction":
            worst = self.mistakes()[:10]
            found["errors"] = {
                **{f"p{p}": float(np.percentile(self.errors, p)) for p in (50, 90, 99)},
                "largest": [{"sample": int(self.indexes[w]), "error": float(self.errors[w])} for w in worst],
            }
        else:
            found["targets"] = list(self.names)
        if self.others:
            found["target"] = self.target
            found["outputs"] = [{"target": r.target, **r.dump()} for r in (replace(self, others=()), *self.others)]
        if self.undefined:
            found["undefined"] = dict(self.undefined)
        if self.meaning:
            found["meaning"] = self.meaning
        return {**found, "warnings": list(self.warnings)}
