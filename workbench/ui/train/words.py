"""What the Train stage says of runs, in the user's language."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from ...engine.runs.info import RunInfo
from ...engine.train.events import GOOD_REASONS
from ..evaluate.words import metric_text, metric_word, state_word
from .history import RATE, SPENT

__all__ = ["metric_text", "metric_word", "run_name", "series_word", "short_metric", "state_text", "state_word"]


OF_TWO = ("generator_loss", "discriminator_loss", "real_accuracy", "fake_accuracy", "gradient_penalty")
"""Series of a GAN's two networks: they are of training, and need no word for it."""


def run_name(run: RunInfo) -> str:
    """ "Run 3"."""
    return QCoreApplication.translate("Train", "Run {number}").format(number=run.number)


def series_word(name: str) -> str:
    """A series by its name in the store: "training loss", "validation accuracy"."""
    if name == SPENT:
        return QCoreApplication.translate("Train", "privacy given away (epsilon)")
    if name == RATE:
        return QCoreApplication.translate("Train", "learning rate")
    base = short_metric(name.removeprefix("val_").removeprefix("epoch_"))
    if name in OF_TWO:
        return base
    if name.startswith("val_"):
        return QCoreApplication.translate("Train", "validation {metric}").format(metric=base)
    return QCoreApplication.translate("Train", "training {metric}").format(metric=base)


def short_metric(name: str) -> str:
    """A metric's name where there is little room."""
    return QCoreApplication.translate("Train", "MAE") if name == "mae" else metric_word(name)


def state_text(run: RunInfo, share: float | None = None, paused: bool = False) -> str:
    """How a run is or ended; ``share`` tells how far the one in progress is."""
    tr = QCoreApplication.translate
    if run.state == "running":
        if share is None:
            return tr("Train", "training elsewhere")
        word = tr("Train", "paused, {share} %") if paused else tr("Train", "training, {share} %")
        return word.format(share=int(share * 100))
    if run.state not in GOOD_REASONS and run.step:
        return tr("Train", "{state} at step {step}").format(state=state_word(run.state), step=f"{run.step:,}")
    return state_word(run.state)
