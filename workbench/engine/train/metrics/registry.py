"""All metrics by task and name."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import partial
from typing import Any, Literal

from ...shapes import Task
from . import counting, numbers, ranking, tagged
from .answers import Answers, Undefined

MetricName = Literal[
    "accuracy",
    "balanced_accuracy",
    "top_3_accuracy",
    "top_5_accuracy",
    "precision",
    "precision_macro",
    "precision_micro",
    "precision_weighted",
    "recall",
    "recall_macro",
    "recall_micro",
    "recall_weighted",
    "f1",
    "f1_macro",
    "f1_micro",
    "f1_weighted",
    "exact_match",
    "span_f1",
    "span_precision",
    "span_recall",
    "sequence_accuracy",
    "auroc",
    "average_precision",
    "mean_average_precision",
    "mcc",
    "kappa",
    "log_loss",
    "mae",
    "rmse",
    "r2",
    "mape",
    "coverage",
]

METRIC_WORDS: dict[str, str] = {
    "precision_macro": "precision (macro)",
    "precision_micro": "precision (micro)",
    "precision_weighted": "precision (weighted)",
    "recall_macro": "recall (macro)",
    "recall_micro": "recall (micro)",
    "recall_weighted": "recall (weighted)",
    "f1": "F1",
    "f1_macro": "F1 (macro)",
    "f1_micro": "F1 (micro)",
    "f1_weighted": "F1 (weighted)",
    "exact_match": "all labels right",
    "span_f1": "span F1",
    "span_precision": "span precision",
    "span_recall": "span recall",
    "sequence_accuracy": "all tags right",
    "auroc": "AUROC",
    "mcc": "Matthews correlation",
    "kappa": "Cohen's kappa",
    "mae": "mean absolute error",
    "rmse": "root mean squared error",
    "r2": "R²",
    "mape": "mean absolute percentage error",
    "coverage": "share at or below the prediction",
    "top_3_accuracy": "top-3 accuracy",
    "top_5_accuracy": "top-5 accuracy",
}
"""What forms call them, where the name will not do."""


@dataclass(frozen=True)
class Metric:
    """One metric of a task.

    Attributes:
        of: computes it from the task's answers; raises ``Undefined``.
        higher: whether more is better.
        scores: whether it needs what speaks for every class of every sample, and not only what was chosen.
        share: whether it is a share of a whole, which is written as a percentage.
    """

    of: Callable[[Any], float]
    higher: bool = True
    scores: bool = False
    share: bool = True


METRICS: dict[Task, dict[str, Metric]] = {
    "classification": {
        "accuracy": Metric(counting.accuracy),
        "balanced_accuracy": Metric(counting.recall_macro),
        "precision": Metric(counting.precision_macro),
        "recall": Metric(counting.recall_macro),
        "f1": Metric(counting.f1_macro),
        "precision_micro": Metric(counting.precision_micro),
        "recall_micro": Metric(counting.recall_micro),
        "f1_micro": Metric(counting.f1_micro),
        "precision_weighted": Metric(counting.precision_weighted),
        "recall_weighted": Metric(counting.recall_weighted),
        "f1_weighted": Metric(counting.f1_weighted),
        "mcc": Metric(counting.mcc, share=False),
        "kappa": Metric(counting.kappa, share=False),
        "top_3_accuracy": Metric(partial(ranking.top_accuracy, 3), scores=True),
        "top_5_accuracy": Metric(partial(ranking.top_accuracy, 5), scores=True),
        "auroc": Metric(ranking.auroc, scores=True),
        "average_precision": Metric(ranking.average_precision, scores=True),
        "log_loss": Metric(ranking.log_loss, higher=False, scores=True, share=False),
    },
    "multi_label": {
        "f1": Metric(counting.f1_of_samples),
        "exact_match": Metric(counting.exact_match),
        "precision_macro": Metric(counting.precision_macro),
        "recall_macro": Metric(counting.recall_macro),
        "f1_macro": Metric(counting.f1_macro),
        "precision_micro": Metric(counting.precision_micro),
        "recall_micro": Metric(counting.recall_micro),
        "f1_micro": Metric(counting.f1_micro),
        "f1_weighted": Metric(counting.f1_weighted),
        "mean_average_precision": Metric(ranking.mean_average_precision, scores=True),
        "auroc": Metric(ranking.label_auroc, scores=True),
        "log_loss": Metric(ranking.log_loss, higher=False, scores=True, share=False),
    },
    "regression": {
        "mae": Metric(numbers.mae, higher=False, share=False),
        "rmse": Metric(numbers.rmse, higher=False, share=False),
        "r2": Metric(numbers.r2, share=False),
        "mape": Metric(numbers.mape, higher=False),
        "coverage": Metric(numbers.coverage),
    },
    "reconstruction": {},
    "tagging": {
        "accuracy": Metric(tagged.of_tokens(counting.accuracy)),
        "f1": Metric(tagged.of_tokens(counting.f1_macro)),
        "span_f1": Metric(tagged.span_f1),
        "span_precision": Metric(tagged.span_precision),
        "span_recall": Metric(tagged.span_recall),
        "sequence_accuracy": Metric(tagged.sequence_accuracy),
        "balanced_accuracy": Metric(tagged.of_tokens(counting.recall_macro)),
        "precision": Metric(tagged.of_tokens(counting.precision_macro)),
        "recall": Metric(tagged.of_tokens(counting.recall_macro)),
        "f1_weighted": Metric(tagged.of_tokens(counting.f1_weighted)),
        "mcc": Metric(tagged.of_tokens(counting.mcc), share=False),
        "kappa": Metric(tagged.of_tokens(counting.kappa), share=False),
    },
}
"""What can be measured on a whole split; a reconstruction has its own (``evaluate.reconstruction``)."""

SHARES = frozenset(name for metrics in METRICS.values() for name, metric in metrics.items() if metric.share)
"""Metrics that are written as percentages."""


@dataclass(frozen=True)
class Measured:
    """Values by name, and for those that have none why, a sentence without a full stop."""

    values: dict[str, float] = field(default_factory=dict)
    undefined: dict[str, str] = field(default_factory=dict)


def measured(task: Task, said: Answers, names: Iterable[str]) -> Measured:
    """The metrics ``names`` of a task's answers; names of other tasks are left out."""
    found = Measured()
    for name in names:
        if name in METRICS[task]:
            try:
                found.values[name] = METRICS[task][name].of(said)
            except Undefined as why:
                found.undefined[name] = str(why)
    return found
