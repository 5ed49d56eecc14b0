"""How a run ended, in a sentence."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from ..engine.train.events import GOOD_REASONS, RunEnded
from .language import joined, told
from .message_bar import Tone
from .train.words import series_word
from .widgets.numbers import number_text, share_text


def _tr(text: str) -> str:
    return QCoreApplication.translate("Endings", text)


def reason_text(message: str) -> str:
    """Why a run ended early; the number that was watched is called as the charts call it."""
    watched = message.partition(" ")[0]
    told_so = told(message)
    if not watched or watched not in told_so:
        return told_so
    text = told_so.replace(watched, series_word(watched), 1)
    return text[:1].upper() + text[1:]


def ending_text(ended: RunEnded, number: int | None) -> tuple[str, Tone]:
    """What the window says when a run has ended, and in which tone; ``number`` is the run's, None when it has none yet."""
    name = _tr("Run {n}").format(n=number) if number is not None else _tr("The run")
    if ended.reason not in GOOD_REASONS:
        return told(ended.message) or _tr("{run} ended badly: {reason}.").format(
            run=name, reason=ended.reason
        ), "danger"
    words = {
        "finished": _tr("{run} is finished."),
        "early_stopped": _tr("{run} stopped early."),
        "stopped": _tr("{run} was stopped; what it learnt is kept."),
    }
    scores = []
    if "val_accuracy" in ended.metrics:
        scores.append(_tr("validation accuracy {score}").format(score=share_text(ended.metrics["val_accuracy"])))
    elif "val_f1" in ended.metrics:
        scores.append(_tr("validation F1 {score}").format(score=share_text(ended.metrics["val_f1"])))
    if "val_loss" in ended.metrics:
        scores.append(_tr("validation loss {score}").format(score=number_text(ended.metrics["val_loss"])))
    text = words[ended.reason].format(run=name)
    if ended.message:
        text = joined(text, reason_text(ended.message))
    if scores and ended.best_epoch:
        best = _tr("Best epoch {n}: {scores}.").format(n=ended.best_epoch, scores=_tr(", ").join(scores))
        text = joined(text, best)
    return text, "success"
