"""What the Evaluate stage says, in the user's language."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from ...engine.train.metrics import registry as metrics
from ..widgets.numbers import number_text, share_text

if TYPE_CHECKING:
    from ...engine.runs.info import RunInfo

SHARES = metrics.SHARES | {"real_accuracy", "fake_accuracy"}
"""Metrics that are written as percentages, with those that a GAN's run tells."""


def metric_word(name: str) -> str:
    """A metric's name."""
    tr = QCoreApplication.translate
    base = name.removeprefix("val_")
    words = {
        "accuracy": tr("Evaluate", "accuracy"),
        "loss": tr("Evaluate", "loss"),
        "precision": tr("Evaluate", "precision"),
        "recall": tr("Evaluate", "recall"),
        "f1": tr("Evaluate", "F1"),
        "exact_match": tr("Evaluate", "all labels right"),
        "span_f1": tr("Evaluate", "span F1"),
        "span_precision": tr("Evaluate", "span precision"),
        "span_recall": tr("Evaluate", "span recall"),
        "sequence_accuracy": tr("Evaluate", "all tags right"),
        "f1_macro": tr("Evaluate", "F1 (macro)"),
        "f1_micro": tr("Evaluate", "F1 (micro)"),
        "f1_weighted": tr("Evaluate", "F1 (weighted)"),
        "precision_macro": tr("Evaluate", "precision (macro)"),
        "precision_micro": tr("Evaluate", "precision (micro)"),
        "precision_weighted": tr("Evaluate", "precision (weighted)"),
        "recall_macro": tr("Evaluate", "recall (macro)"),
        "recall_micro": tr("Evaluate", "recall (micro)"),
        "recall_weighted": tr("Evaluate", "recall (weighted)"),
        "balanced_accuracy": tr("Evaluate", "balanced accuracy"),
        "top_3_accuracy": tr("Evaluate", "top-3 accuracy"),
        "top_5_accuracy": tr("Evaluate", "top-5 accuracy"),
        "auroc": tr("Evaluate", "AUROC"),
        "average_precision": tr("Evaluate", "average precision"),
        "mcc": tr("Evaluate", "Matthews correlation"),
        "kappa": tr("Evaluate", "Cohen's kappa"),
        "log_loss": tr("Evaluate", "log loss"),
        "mape": tr("Evaluate", "mean absolute percentage error"),
        "coverage": tr("Evaluate", "share at or below the prediction"),
        "mean_average_precision": tr("Evaluate", "mean average precision"),
        "mae": tr("Evaluate", "mean absolute error"),
        "rmse": tr("Evaluate", "root mean squared error"),
        "r2": tr("Evaluate", "R²"),
        "epsilon": tr("Evaluate", "privacy given away (epsilon)"),
        "reconstruction_loss": tr("Evaluate", "reconstruction loss"),
        "kl": tr("Evaluate", "KL divergence"),
        "generator_loss": tr("Evaluate", "generator loss"),
        "discriminator_loss": tr("Evaluate", "discriminator loss"),
        "real_accuracy": tr("Evaluate", "real ones judged right"),
        "fake_accuracy": tr("Evaluate", "made ones judged right"),
        "gradient_penalty": tr("Evaluate", "gradient penalty"),
        "distance": tr("Evaluate", "distance"),
    }
    word = words.get(base, base)
    return tr("Evaluate", "validation {metric}").format(metric=word) if base != name else word


def metric_help(name: str, task: str = "") -> str:
    """A metric explained in a sentence; some mean something else for other tasks."""
    tr = QCoreApplication.translate
    of_task = {
        ("f1", "multi_label"): tr(
            "Evaluate",
            "How well the labels given to a sample and those it has agree (2 × both ÷ their sum); the mean over the samples.",
        ),
        ("accuracy", "tagging"): tr("Evaluate", "Share of the tokens whose tag is right."),
        ("mae", "reconstruction"): tr(
            "Evaluate", "How far reconstructions are off on average; of pictures in pixel values."
        ),
        ("rmse", "reconstruction"): tr(
            "Evaluate", "As the mean absolute error, but large errors weigh more; of pictures in pixel values."
        ),
        ("r2", "reconstruction"): tr(
            "Evaluate", "Share of the differences between samples that is kept: 1 is perfect, 0 is the mean sample."
        ),
    }.get((name, task))
    return of_task or {
        "sequence_accuracy": tr("Evaluate", "Share of the sequences whose tags are all right."),
        "span_f1": tr(
            "Evaluate", "How well the spans given and those there are agree; one is right with both ends and its kind."
        ),
        "span_precision": tr("Evaluate", "Share of the spans given that are right, with both ends and their kind."),
        "span_recall": tr("Evaluate", "Share of the spans that were found, with both ends and their kind."),
        "exact_match": tr(
            "Evaluate", "Share of the samples whose labels are all right, none too few and none too many."
        ),
        "f1_macro": tr("Evaluate", "F1 of each label by itself; the mean over the labels, rare ones count as much."),
        "f1_micro": tr("Evaluate", "F1 with every label of every sample counted alike; frequent labels count more."),
        "mean_average_precision": tr(
            "Evaluate",
            "Area under the curve of precision over recall, the mean over the labels: it depends on no threshold.",
        ),
        "accuracy": tr("Evaluate", "Share of the samples whose class was recognised."),
        "precision": tr("Evaluate", "How many of those taken for a class belong to it; the mean over the classes."),
        "recall": tr("Evaluate", "How many of a class were recognised; the mean over the classes."),
        "f1": tr("Evaluate", "Harmonic mean of precision and recall; the mean over the classes."),
        "loss": tr("Evaluate", "What training makes small, over this split."),
        "balanced_accuracy": tr(
            "Evaluate", "How many of a class were recognised, the mean over the classes: small ones count as much."
        ),
        "precision_micro": tr(
            "Evaluate", "Precision with everything counted alike; of single classes it is the accuracy."
        ),
        "recall_micro": tr("Evaluate", "Recall with everything counted alike; of single classes it is the accuracy."),
        "precision_macro": tr("Evaluate", "Precision of each label by itself; the mean over the labels."),
        "recall_macro": tr("Evaluate", "Recall of each label by itself; the mean over the labels."),
        "precision_weighted": tr("Evaluate", "Precision, the mean over the classes, each by its share of the samples."),
        "recall_weighted": tr("Evaluate", "Recall, the mean over the classes, each by its share of the samples."),
        "f1_weighted": tr("Evaluate", "F1, the mean over the classes or labels, each by its share of the samples."),
        "top_3_accuracy": tr(
            "Evaluate", "Share of the samples whose class is among the three with the highest scores."
        ),
        "top_5_accuracy": tr("Evaluate", "Share of the samples whose class is among the five with the highest scores."),
        "auroc": tr(
            "Evaluate",
            "Chance that a sample of a class scores higher for it than another one: 50 % is guessing. With two classes that of "
            "the second, else the mean of each against the rest.",
        ),
        "average_precision": tr(
            "Evaluate",
            "Area under the curve of precision over recall: it depends on no threshold. With two classes that of the second, "
            "else the mean of each against the rest.",
        ),
        "mcc": tr("Evaluate", "Correlation of true and predicted classes: 1 is perfect, 0 no better than chance."),
        "kappa": tr("Evaluate", "How far accuracy lies above that of chance: 1 is perfect, 0 no better than chance."),
        "log_loss": tr(
            "Evaluate", "Mean of −log of the probability given to the truth: it punishes being sure and wrong."
        ),
        "mape": tr("Evaluate", "How far predictions are off on average, as a share of the true number."),
        "coverage": tr(
            "Evaluate",
            "Share of the true numbers at or below the prediction: near 50 % for a median, near q for a quantile.",
        ),
        "mae": tr("Evaluate", "How far predictions are off on average, in the data's own units."),
        "rmse": tr("Evaluate", "As the mean absolute error, but large errors weigh more; in the data's own units."),
        "r2": tr("Evaluate", "Share of the spread that is explained: 1 is perfect, 0 is no better than the mean."),
    }.get(name, "")


def metric_text(name: str, value: float) -> str:
    """A metric's value."""
    return share_text(value) if name.removeprefix("val_") in SHARES else number_text(value)


def state_word(state: str) -> str:
    """How a run ended, or that it is running."""
    tr = QCoreApplication.translate
    return {
        "running": tr("Evaluate", "training now"),
        "finished": tr("Evaluate", "finished"),
        "early_stopped": tr("Evaluate", "stopped early"),
        "stopped": tr("Evaluate", "stopped"),
        "diverged": tr("Evaluate", "diverged"),
        "out_of_memory": tr("Evaluate", "out of memory"),
        "error": tr("Evaluate", "failed"),
        "disk_full": tr("Evaluate", "disk full"),
        "data_gone": tr("Evaluate", "data gone"),
        "killed": tr("Evaluate", "interrupted"),
    }.get(state, state)


def run_text(run: RunInfo) -> str:
    """A run in a line: number, state, best validation score, time."""
    tr = QCoreApplication.translate
    parts = [tr("Evaluate", "Run {number}").format(number=run.number), state_word(run.state)]
    for name in ("val_accuracy", "val_f1", "val_mae", "val_loss", "val_distance"):
        if name in run.metrics:
            word = tr("Evaluate", "validation MAE") if name == "val_mae" else metric_word(name)
            parts.append(f"{word} {metric_text(name, run.metrics[name])}")
            break
    else:
        parts.append(tr("Evaluate", "no epoch finished"))
    parts.append(datetime.fromtimestamp(run.started).strftime(tr("Evaluate", "%d %b %H:%M")))
    return " · ".join(parts)


def split_help(split: str) -> str:
    """What a split's score means."""
    tr = QCoreApplication.translate
    return {
        "test": tr(
            "Evaluate",
            "The test split was never seen in training. Look at it once, at the end: a network chosen by its test score "
            "is no longer tested by it.",
        ),
        "validation": tr(
            "Evaluate",
            "The validation split chose the best weights, so this score is a little too good. Use it to compare runs.",
        ),
        "train": tr(
            "Evaluate",
            "The network learnt from these samples. If it does much better here than on validation, it overfits.",
        ),
    }[split]
