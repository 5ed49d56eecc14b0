"""What of the runs that are shown is drawn: which curves each plot holds, what they are called, and what is marked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QCoreApplication

from ..widgets.plots.area import Mark
from ..widgets.plots.trace import AxisKind, Band, Trace
from .changes import changed_text
from .history import RATE, SPENT, Panel, RunHistory
from .words import metric_word


@dataclass(frozen=True)
class ShownRun:
    """A run on the plots. ``focused``: drawn in front, with its best epoch marked. ``live``: it is growing."""

    history: RunHistory
    name: str
    color: str
    focused: bool
    live: bool = False
    bands: Mapping[str, Band] = field(default_factory=dict)
    """What is shaded around its curves, by series; its points are then means over several runs."""


def in_front(runs: Sequence[ShownRun]) -> ShownRun | None:
    """The focused run, else the last, None where there is none."""
    return next((r for r in runs if r.focused), runs[-1] if runs else None)


def shape(runs: Iterable[ShownRun]) -> tuple[object, ...]:
    """What traces depend on beside their numbers."""
    return tuple(
        (tuple(h.series), h.total_steps, len(h.resumed), len(h.changes), h.axis.steps_per_epoch)
        for h in (r.history for r in runs)
    )


def title(panel: Panel) -> str:
    """What is plotted, for a heading."""
    tr = QCoreApplication.translate
    words = {
        "judged": tr("CurvesPanel", "Judged right"),
        "distance": tr("CurvesPanel", "Distance from real samples"),
    }
    word = words.get(panel.quantity) or metric_word(panel.quantity)
    return word[:1].upper() + word[1:]


def legend(panel: Panel) -> tuple[str, str]:
    """What the solid curve is called, and the dashed one."""
    tr = QCoreApplication.translate
    if not panel.steps:
        return tr("CurvesPanel", "training"), tr("CurvesPanel", "validation")
    if panel.quantity == "judged":
        return tr("CurvesPanel", "real samples"), tr("CurvesPanel", "made samples")
    return tr("CurvesPanel", "generator"), tr("CurvesPanel", "discriminator")


def best_of(shown: ShownRun) -> float | None:
    """The step whose epoch is marked as the best, None where none is."""
    best = shown.history.best_step
    return float(best) if shown.focused and best else None


def traces(runs: Iterable[ShownRun], panel: Panel, before: Iterable[Trace]) -> list[Trace]:
    """The curves of a plot; what has been smoothed of those ``before`` is kept."""
    old = {(t.run, t.name): t for t in before}
    solid, dashed = legend(panel)
    made = []
    for shown in runs:
        history = shown.history
        for key, word, second in ((panel.solid, solid, False), (panel.dashed, dashed, True)):
            series = history.series.get(key)
            if series is None:
                continue
            validation = second and not panel.steps
            trace = Trace(
                history.run,
                key,
                f"{shown.name} · {word}",
                series,
                history.axis,
                validation,
                shown.color,
                best_of(shown) if validation else None,
                shown.focused,
                shown.bands.get(key),
                pointwise=key in shown.bands,
                second=second and panel.steps,
            )
            known = old.get((history.run, key))
            if known is not None and known.series is series:
                trace.keep_smoothed(known)
            made.append(trace)
    return made


def rate_traces(runs: Iterable[ShownRun]) -> list[Trace]:
    """The learning rates of runs whose rate changes by itself."""
    return list(_of_series(runs, RATE, pointwise=False))


def spent_traces(runs: Iterable[ShownRun]) -> list[Trace]:
    """Epsilon of each private run, a number for each epoch."""
    return list(_of_series(runs, SPENT, pointwise=True))


def _of_series(runs: Iterable[ShownRun], key: str, *, pointwise: bool) -> Iterator[Trace]:
    for shown in runs:
        history = shown.history
        if key in history.series:
            series = history.series[key]
            yield Trace(history.run, key, shown.name, series, history.axis, pointwise, shown.color, None, shown.focused)


def marks(shown: ShownRun | None, kind: AxisKind) -> tuple[Mark, ...]:
    """What happened in a run: taken up again, and settings that were changed."""
    if shown is None:
        return ()
    history = shown.history
    said = [(step, QCoreApplication.translate("CurvesPanel", "resumed")) for step in history.resumed]
    said += [(change.step, changed_text(change)) for change in history.changes]
    at = history.axis.to_axis(kind, [step for step, _ in said])
    return tuple(Mark(float(x), text) for x, (_, text) in zip(at, said, strict=True))
