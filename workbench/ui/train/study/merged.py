"""Several runs as one on the plots: the mean of their curves, with the spread around it."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from ....engine.study.summary import Bands, bands
from ...widgets.plots.series import Series
from ...widgets.plots.trace import RunAxis
from ..history import RunHistory


def merged(study: str, histories: Sequence[RunHistory]) -> tuple[RunHistory, dict[str, Bands]]:
    """The mean of some runs as a history of its own, and the spread by series.

    Training curves are the means over each epoch: a step of one run means nothing to the next.
    """
    made = RunHistory(study, axis=RunAxis(max((h.axis.steps_per_epoch for h in histories), default=1)))
    spread: dict[str, Bands] = {}
    metric = next((h.metric for h in histories if h.metric), "")
    for base in ("loss", *([metric] if metric else [])):
        for name, source in ((base, f"epoch_{base}"), (f"val_{base}", f"val_{base}")):
            curves = [
                (np.asarray(h.series[source].steps, np.float64), np.asarray(h.series[source].values, np.float64))
                for h in histories
                if source in h.series and len(h.series[source])
            ]
            if not curves:
                continue
            found = bands(curves)
            made.series[name] = Series()
            made.series[name].extend(found.steps, found.mean)
            spread[name] = found
    longest = max(histories, key=lambda h: h.last_step, default=None)
    if longest is not None:
        made.epochs, made.total_steps = longest.epochs, longest.total_steps
        for step in sorted({s for name in made.series for s in made.series[name].steps.tolist()}):
            made.axis.add_time(step, float(longest.axis.to_axis("seconds", step)))
    return made, spread
