"""The trials of a search as values: what was drawn for each, what it reached, and how it ended."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from PySide6.QtCore import QCoreApplication

from ....engine.study.recipe import FloatRange, IntRange, Options, Search, Searched
from ....engine.study.runner import WELL
from ...language import told
from ...widgets.parallel.axis import Floats, ParallelAxis, result_axis
from ..words import metric_text, series_word, state_word
from .words import path_words, value_text

Trial = Mapping[str, Any]


def is_over(trial: Trial) -> bool:
    """Whether it has ended, in whatever way."""
    return bool(trial.get("reason"))


def ended_well(trial: Trial) -> bool:
    """Whether it was trained to its end."""
    return trial.get("reason") in WELL


def reached(trial: Trial) -> float:
    """What it reached, NaN where it reached nothing."""
    value = trial.get("value")
    return float(value) if value is not None else math.nan


def kind_of(trial: Trial) -> int:
    """0 for one that ended well, 1 for one that was ended early, 2 for one that came to nothing."""
    if ended_well(trial):
        return 0
    return 1 if trial.get("reason") in ("pruned", "stopped") else 2


def kind_names() -> tuple[str, str, str]:
    """The kinds in words."""
    tr = QCoreApplication.translate
    return tr("Study", "finished"), tr("Study", "ended early"), tr("Study", "failed")


def describe(search: Search, trial: Trial) -> str:
    """A trial in some lines."""
    lines = [QCoreApplication.translate("Study", "Trial {number}").format(number=int(trial["number"]) + 1)]
    lines += [f"{path_words(p)}: {value_text(v)}" for p, v in (trial.get("values") or {}).items()]
    if math.isfinite(reached(trial)):
        lines.append(f"{series_word(search.goal)}: {metric_text(search.goal, reached(trial))}")
    return "\n".join([*lines, ending(trial)])


def ending(trial: Trial) -> str:
    """How it ended."""
    reason = str(trial.get("reason", ""))
    if reason == "error":
        return told(str(trial.get("message", "")))
    if reason == "pruned":
        return QCoreApplication.translate("Study", "ended early")
    return state_word(reason or "killed")


def axes_of(search: Search, trials: Sequence[Trial]) -> tuple[list[ParallelAxis], Floats]:
    """An axis for each searched field and one for the goal, and the trials' values on them, (n, fields + 1)."""
    axes, columns = [], []
    for searched in search.space:
        axis, values = _axis(searched, [(t.get("values") or {}).get(searched.path) for t in trials])
        axes.append(axis)
        columns.append(values)
    goal = np.array([reached(t) for t in trials], np.float64)
    word = series_word(search.goal)
    axes.append(result_axis(word[:1].upper() + word[1:], goal, help=search.goal))
    return axes, np.stack([*columns, goal], axis=1)


def _axis(searched: Searched, drawn: Sequence[Any]) -> tuple[ParallelAxis, Floats]:
    name, choose = path_words(searched.path), searched.choose
    if isinstance(choose, FloatRange | IntRange):
        values = np.array([math.nan if v is None else float(v) for v in drawn], np.float64)
        return ParallelAxis(name, choose.low, choose.high, choose.log, help=searched.path), values
    assert isinstance(choose, Options)
    places = {option: float(k) for k, option in enumerate(choose.options)}
    values = np.array([places.get(str(v), math.nan) if v is not None else math.nan for v in drawn], np.float64)
    return ParallelAxis(name, options=choose.options, help=searched.path), values
