"""Estimates and rates as the window writes them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication

from ....engine.data.recipe import DataRecipe
from ....engine.fields import fields_of
from ....engine.runs.info import RunInfo
from ....engine.runs.studies import StudyRow
from ....engine.study.recipe import SMALL
from ....engine.study.runner import DONE, WELL
from ....engine.study.space import plain, text_of
from ....engine.study.summary import Spread, spreads
from ....engine.study.words import about_memory, rounded
from ....engine.train.recipe import TrainingRecipe
from ...evaluate.words import SHARES, metric_text
from ...language import told
from ...widgets.numbers import number_text
from ...widgets.parse import field_word, tr

if TYPE_CHECKING:
    from ..runs_model import StudyGroup

__all__ = [
    "about_memory",
    "about_time",
    "asked_count",
    "group_state",
    "planned_count",
    "rate_text",
    "short_time",
    "spread_of",
    "spread_text",
    "study_title",
    "trial_text",
    "value_text",
]


def about_time(seconds: float) -> str:
    """ "about 4 min"."""
    tr = QCoreApplication.translate
    hours, minutes, rest = rounded(seconds)
    if hours and minutes:
        return tr("Study", "about {h} h {m} min").format(h=hours, m=minutes)
    if hours:
        return tr("Study", "about {h} h").format(h=hours)
    if minutes and rest:
        return tr("Study", "about {m} min {s} s").format(m=minutes, s=rest)
    if minutes:
        return tr("Study", "about {m} min").format(m=minutes)
    return tr("Study", "about {s} s").format(s=rest)


def short_time(seconds: float) -> str:
    """A short time with three digits: "8.55 ms", "1.2 s", "75 s"."""
    tr = QCoreApplication.translate
    if seconds < 1:
        return tr("Study", "{ms} ms").format(ms=number_text(1000 * seconds, 3))
    return tr("Study", "{s} s").format(s=number_text(seconds, 3))


def rate_text(rate: float) -> str:
    """A learning rate with two digits, as it is set: "0.0012", "1e-5"."""
    return f"{rate:.2g}".replace("e-0", "e-")


def planned_count(row: StudyRow) -> int:
    """How many runs a study was asked for."""
    asked = row.body.get("project", {}).get("study", {})
    if row.kind == "search":
        return len(row.members)
    return int(asked.get(row.kind, 0) or len(row.members))


def asked_count(row: StudyRow) -> int:
    """How many runs a study was asked for, of a search those at most."""
    asked = row.body.get("project", {}).get("study", {})
    if row.kind != "search":
        return planned_count(row)
    return int(asked.get("search", {}).get("trials", 0)) or len(row.members)


def study_title(kind: str, count: int) -> str:
    """ "3 seeds", "5 folds", "Search, 20 trials"."""
    tr = QCoreApplication.translate
    words = {
        "seeds": tr("Study", "{count} seeds"),
        "folds": tr("Study", "{count} folds"),
        "search": tr("Study", "Search, {count} trials"),
    }
    return words.get(kind, tr("Study", "{count} runs")).format(count=count)


def group_state(group: StudyGroup) -> str:
    """How a study is: "2 of 5", "finished"."""
    tr = QCoreApplication.translate
    # A trial that was ended early is a run that was stopped, and done.
    over = sum(1 for r in group.runs if not r.running and (group.kind == "search" or r.state in DONE))
    if group.live:
        return tr("Study", "{done} of {count} done").format(done=over, count=group.count)
    if group.state == "finished":
        bad = sum(
            1 for r in group.runs if r.state not in WELL and not (group.kind == "search" and r.state == "stopped")
        )
        return tr("Study", "finished, {bad} failed").format(bad=bad) if bad else tr("Study", "finished")
    return tr("Study", "stopped, {done} of {count}").format(done=over, count=group.count)


def spread_of(name: str, runs: Sequence[RunInfo]) -> Spread | None:
    """A metric over the runs that ended well; None where they have none."""
    return spreads(r.metrics for r in runs if r.state in WELL).get(name)


def spread_text(name: str, runs: Sequence[RunInfo], *, best: bool = False) -> str:
    """ "97.2 ± 0.4 %", "0.0312 ± 0.002"; with ``best`` the best of them, where they differ on purpose."""
    spread = spread_of(name, runs)
    if spread is None:
        return "–"
    if best:
        return metric_text(name, spread.low if any(word in name for word in SMALL) else spread.high)
    return mean_text(name, spread)


def trial_text(label: str, member: Mapping[str, Any]) -> str:
    """A run of a study: its label, and of a trial what was drawn for it."""
    values = member.get("values") or {}
    drawn = " · ".join(f"{path_words(path)} {value_text(value)}" for path, value in values.items())
    return f"{told(label)}: {drawn}" if drawn else told(label)


def path_words(path: str) -> str:
    """A field by its path: "conv_1 · filters", "Optimiser · momentum"."""
    parts = plain(path).split(".")
    if parts[0] == "networks" and len(parts) > 3:
        node = ".".join(parts[2:-1])
        return f"{node} · {field_word(parts[-1])}"
    recipe = TrainingRecipe if parts[0] == "training" else DataRecipe
    spec = next((s for s in fields_of(recipe) if s.name in parts[1:2]), None)
    words = " · ".join([tr(spec.label) if spec is not None else "", *(field_word(part) for part in parts[2:])])
    return words[:1].upper() + words[1:]


def value_text(value: Any) -> str:
    """A drawn value for people."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return value if isinstance(value, str) else text_of(value)
    return number_text(value, 3) if isinstance(value, float) else f"{value:,}"


def mean_text(name: str, spread: Spread) -> str:
    """Mean and deviation of a metric, as exactly as the deviation allows."""
    if len(spread.values) < 2:
        return metric_text(name, spread.mean)
    base = name.removeprefix("val_")
    if base in SHARES:
        return f"{100 * spread.mean:.1f} ± {100 * spread.deviation:.1f} %"
    return f"{number_text(spread.mean, 3)} ± {number_text(spread.deviation, 2)}"
