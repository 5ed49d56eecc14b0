"""How well a run's weights do on a split of the data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import numpy as np
import torch

from ..data.apply import inverse_target
from ..data.labels import THRESHOLD
from ..data.prepare import prepare
from ..data.prepared import PreparedData, SplitName
from ..data.raw import Array
from ..data.recipe import Progress
from ..errors import DataError
from ..runs.store import RunStore, Which
from ..shapes import Task
from .labels import LabelScore, label_metrics, label_scores
from .network import BATCH, TrainedNetwork, load_network, told_in_words
from .reconstruction import Reconstructed, reconstruct_all


@dataclass(frozen=True)
class ClassScore:
    """How well one class is told from the others. ``support`` is its number of samples in the split."""

    name: str
    precision: float
    recall: float
    f1: float
    support: int


@dataclass(frozen=True)
class Report:
    """The result of an evaluation; every array has one entry, or row, for each sample of the split.

    Attributes:
        run: the run's id.
        which: "best" or "last" weights.
        split: which part of the data.
        task: what was asked of the network.
        samples: number of samples in the split.
        metrics: "loss"; "accuracy", and for classification the means over classes "precision", "recall" and "f1"; for
            regression "mae", "rmse" and "r2" in the original units (several targets: the mean over them); those of labels
            are told at ``label_metrics``, those of a reconstruction at ``Reconstructed``.
        indexes: (n,) int64, numbers of the samples in ``PreparedData.raw``.
        targets: (n,) int64 class indexes, (n, labels) float32 zeros and ones, or (n, width) float32 in original units;
            (n, 0) for a reconstruction.
        predictions: the same for what the network says.
        names: names of the classes, the labels, or the numbers predicted.
        confidence: (n,) float32, the probability of the predicted class; empty but for classification.
        classes: scores by class; empty but for classification.
        confusion: (classes, classes) int64, rows are true classes and columns predicted ones; empty but for classification.
        probabilities: (n, labels) float32; empty but for multi_label.
        labels: scores by label; empty but for multi_label.
        errors: (n,) float32, how far each sample is from its reconstruction; empty but for reconstruction.
        reconstructions: those of some samples in the data's units, by position.
        warnings: sentences that belong beside the numbers.
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
    confusion: Array = field(default_factory=lambda: np.empty((0, 0), np.int64))
    warnings: tuple[str, ...] = ()
    probabilities: Array = field(default_factory=lambda: np.empty((0, 0), np.float32))
    labels: tuple[LabelScore, ...] = ()
    errors: Array = field(default_factory=lambda: np.empty(0, np.float32))
    reconstructions: Mapping[int, Array] = field(default_factory=dict)
    target: str = ""
    others: tuple[Report, ...] = ()

    @property
    def every(self) -> tuple[Report, ...]:
        """Those of all Outputs, this one first."""
        return (self, *self.others)

    def mistakes(self) -> Array:
        """Positions (into the arrays here) of wrong predictions, the most confident first; of numbers and reconstructions
        all, the largest error first."""
        if self.task == "multi_label":
            wrong = self.predictions != self.targets
            sure = np.where(wrong, np.abs(self.probabilities - THRESHOLD), -1.0).max(axis=1)
            places = np.flatnonzero(wrong.any(axis=1))
            return places[np.argsort(-sure[places], kind="stable")]
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
        if self.task == "classification":
            found["classes"] = [
                {
                    "name": c.name,
                    "precision": c.precision,
                    "recall": c.recall,
                    "f1": c.f1,
                    "support": c.support,
                }
                for c in self.classes
            ]
            found["confusion"] = self.confusion.tolist()
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
        return {**found, "warnings": list(self.warnings)}


def evaluate_run(
    store: RunStore,
    run: str,
    *,
    split: SplitName = "test",
    which: Which = "best",
    base_dir: Path = Path(),
    device: str = "cpu",
    progress: Progress | None = None,
) -> Report:
    """Scores a run's weights on a split, with the project and the scales that the run was trained with.

    Args:
        store: the project's runs.
        run: the run's id.
        split: "test", "validation" or "train".
        which: "best" or "last" weights.
        base_dir: folder against which the project's relative data paths are read.
        device: where to compute.
        progress: called with the share done and a few words; may raise ``Cancelled``.

    Raises ``TrainingError`` for the run, ``DataError`` for its data, ``DeviceError``.
    """
    report_progress = progress or _silent
    network = load_network(store, run, which, device)
    data = prepare(network.project.data, base_dir, lambda done, text: report_progress(0.5 * done, text))
    return evaluate(network, data, split, lambda done, text: report_progress(0.5 + 0.5 * done, text))


def evaluate(
    network: TrainedNetwork, data: PreparedData, split: SplitName = "test", progress: Progress | None = None
) -> Report:
    """As ``evaluate_run``, for a network and data that are loaded already."""
    progress = progress or _silent
    warnings = _changed(network, data)
    indexes = data.splits[split]
    if len(indexes) == 0:
        raise DataError(
            f"The {split} part of the data is empty",
            "A score needs samples",
            f"Give it a share in the Data stage (data.split.{split}), or evaluate another part",
            code="evaluate.empty_split",
            values={"split": split},
        )
    if network.target.task == "reconstruction":
        found = reconstruct_all(network, data, indexes, progress)
        return _reconstruction(network, split, indexes, found, warnings)
    reports: list[Report] = []
    for output, outcome in enumerate(_run(network, data, indexes, progress)):
        asked = network.of_output(output)
        make = {"multi_label": _labels, "classification": _classification}.get(asked.target.task, _regression)
        reports.append(replace(make(asked, split, indexes, outcome, warnings), target=asked.target_name))
    return replace(reports[0], others=tuple(reports[1:]))


@dataclass(frozen=True)
class _Outcome:
    """The mean loss, and for each sample an Output's logits and its raw target."""

    loss: float
    logits: Array
    answers: Array


def _regression(
    network: TrainedNetwork, split: SplitName, indexes: Array, outcome: _Outcome, warnings: tuple[str, ...]
) -> Report:
    predictions = inverse_target(outcome.logits, network.target)
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


def _classification(
    network: TrainedNetwork, split: SplitName, indexes: Array, outcome: _Outcome, warnings: tuple[str, ...]
) -> Report:
    from sklearn.metrics import confusion_matrix, precision_recall_fscore_support

    classes, answers = network.target.classes, outcome.answers
    probabilities = class_probabilities(network, torch.from_numpy(outcome.logits))
    predictions = probabilities.argmax(axis=1)
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
        confidence=probabilities[np.arange(len(predictions)), predictions],
        names=classes,
        classes=tuple(ClassScore(n, float(p), float(r), float(f), int(s)) for n, p, r, f, s in scores),
        confusion=confusion_matrix(answers, predictions, labels=every),
        warnings=warnings,
    )


def _labels(
    network: TrainedNetwork, split: SplitName, indexes: Array, outcome: _Outcome, warnings: tuple[str, ...]
) -> Report:
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


def _reconstruction(
    network: TrainedNetwork, split: SplitName, indexes: Array, found: Reconstructed, warnings: tuple[str, ...]
) -> Report:
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


def class_probabilities(network: TrainedNetwork, logits: torch.Tensor) -> Array:
    """The probability of every class, (n, classes) float32, from logits (n, units); a single unit answers for class 1."""
    if logits.shape[-1] == 1:
        yes = torch.sigmoid(logits)
        return torch.cat([1 - yes, yes], dim=-1).numpy()
    # An Output that was set to apply nothing still stands for classes.
    return (
        torch.softmax(logits, dim=-1) if network.activation == "none" else network.activate(network.output, logits)
    ).numpy()


def _run(network: TrainedNetwork, data: PreparedData, indexes: Array, progress: Progress) -> list[_Outcome]:
    """What each Output makes of the samples; the loss of the first is that of all."""
    goals = network.objective.goals
    totals, logits = np.zeros(len(goals)), [[] for _ in goals]  # type: ignore[var-annotated]
    for start in range(0, len(indexes), BATCH):
        progress(start / len(indexes), "Evaluating")
        rows = indexes[start : start + BATCH]
        inputs = network.feed(network.rows(data, rows))
        targets = network.targets(data, rows, inputs)
        with told_in_words(network), torch.inference_mode():
            outputs = network.logits(inputs)
            losses = [network.objective.loss(outputs, targets)]
            losses += [g.judge(o, t) for g, o, t in zip(goals[1:], outputs[1:], targets[1:], strict=True)]
        totals += np.array([float(loss) for loss in losses]) * len(rows)
        for held, output in zip(logits, outputs, strict=True):
            held.append(output.float().cpu().numpy())
    progress(1.0, "Evaluated")
    return [
        _Outcome(total / len(indexes), np.concatenate(held), data.raw.targets[goal.target].values[indexes])
        for total, held, goal in zip(totals.tolist(), logits, goals, strict=True)
    ]


def _changed(network: TrainedNetwork, data: PreparedData) -> tuple[str, ...]:
    """A warning when the data is no longer what the run was trained on. Raises ``DataError`` when it no longer fits."""
    wanted, there = network.preprocess, data.preprocess
    for name in (*network.inputs, *(g.target for g in network.objective.goals)):
        if name not in data.raw.inputs and name not in data.raw.targets:
            raise DataError(
                f"The data no longer has '{name}', which run {network.run} was trained with",
                f"It has {', '.join((*data.raw.inputs, *data.raw.targets))}",
                "Bring the data back as it was, or train again",
                code="evaluate.data_lacks",
                values={"name": name},
            )
    for goal in network.objective.goals:
        if wanted.targets[goal.target].classes != there.targets[goal.target].classes:
            raise DataError(
                f"The classes of '{goal.target}' are no longer those that run {network.run} was trained with",
                f"They were {', '.join(wanted.targets[goal.target].classes[:12])}",
                "Bring the data back as it was, or train again",
                code="evaluate.classes_changed",
                values={"target": goal.target},
            )
    if wanted.fingerprint == data.fingerprint:
        return ()
    return (
        f"The data has changed since run {network.run} was trained: samples that it learnt from may be among those "
        "it is now tested on. Train again for a score that counts.",
    )


def _silent(done: float, text: str) -> None:
    pass
