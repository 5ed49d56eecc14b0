"""Measuring a network on a whole split, without learning from it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import nullcontext
from typing import TYPE_CHECKING

import torch

from ..data.feed import Feed, batches_in_order
from .added import added_of
from .hooks import evaluating
from .metrics import Measured, Undefined
from .metrics.collect import Collector
from .objectives import Objective, measured_beside
from .parts import PartFeed
from .session import Session
from .sharding import divided
from .step import forward

if TYPE_CHECKING:
    from .team import Team


def measure_session(
    session: Session, *, halt: Callable[[], bool] = lambda: False, team: Team | None = None
) -> tuple[dict[str, float], dict[str, str]] | None:
    """What a run is measured by after an epoch, under "val_loss" and so on, and why some of it is missing.

    None when ``halt`` turned true. Without validation samples a GAN is compared with those that it learnt from.
    """
    undefined: dict[str, str] = {}
    values: dict[str, float] | None = None
    with evaluating(session.hooks):
        if session.game is not None:
            values = session.game.measure(halt=halt)
        elif session.validation is None:
            return {}, dict.fromkeys(measured_beside(session.recipe), str(Undefined("It holds no samples")))
        else:
            added = added_of(session.hooks)
            with added.measuring() if added is not None else nullcontext():
                measured = measure(
                    session.module,
                    session.objective,
                    session.validation,
                    session.measuring_batch,
                    halt=halt,
                    metrics=measured_beside(session.recipe),
                    team=team,
                )
                if measured is not None:
                    values, undefined = dict(measured.values), dict(measured.undefined)
                    values = added.told(values) if added is not None else values
    if values is None:
        return None
    prefix = "val_" if session.validation is not None else ""
    return {f"{prefix}{name}": value for name, value in values.items()}, undefined


@torch.inference_mode()
def measure(
    module: torch.nn.Module,
    objective: Objective,
    feed: Feed,
    batch_size: int,
    *,
    halt: Callable[[], bool] = lambda: False,
    metrics: Sequence[str] = (),
    team: Team | None = None,
) -> Measured | None:
    """Means over all samples, or their tokens, of a feed of "loss" and each metric, in eval mode; None when ``halt`` turned true.

    ``metrics`` are computed beside, each from all samples at once. The module is left in the mode it was in. The device is
    waited for once, at the end. Where a ``team`` measures, each process takes a part, and all get the same result.
    """
    passes = 0
    if team is not None and feed.count >= team.size:
        # Where weights are divided, all processes must compute equally often.
        passes = -(-team.largest_part(feed.count) // batch_size) if divided(module) else 0
        feed = PartFeed(feed, *team.part_of(feed.count))
    else:
        team = None  # too few for a part each: all measure everything
    training = module.training
    module.eval()
    rows: list[torch.Tensor] = []
    sizes: list[int] = []
    collectors = [Collector(goal, [n for n in metrics if n != goal.metric]) for goal in objective.goals]
    try:
        for inputs, targets in batches_in_order(feed, batch_size):
            if halt():
                return None
            outputs = forward(module, inputs)
            means = [objective.loss(outputs, targets)]
            tokens = objective.goals[0].real(targets[0]) if objective.by_tokens else None
            for goal, output, target in zip(objective.goals, outputs, targets, strict=True):
                real = goal.real(target)
                measured = goal.measure(output, target)
                means.append(measured.mean() if real is None else measured.sum() / real.sum())
            if tokens is not None:
                means.append(tokens.sum())
            for collector, output, target in zip(collectors, outputs, targets, strict=True):
                if collector.names:
                    collector.add(output, target)
            rows.append(torch.stack(means))
            sizes.append(len(targets[0]))
        for _ in range(passes - len(sizes)):
            forward(module, feed.slice(0, 1)[0])
    finally:
        module.train(training)
    values = torch.stack(rows).tolist()
    names = ("loss", *objective.metrics)
    weights = [row[-1] for row in values] if objective.by_tokens else sizes
    sums = [sum(row[i] * weight for row, weight in zip(values, weights, strict=True)) for i in range(len(names))]
    count = sum(weights)
    if team is not None:
        *sums, count = team.sum(torch.tensor([*sums, count], dtype=torch.float64)).tolist()
    found = Measured({name: total / count for name, total in zip(names, sums, strict=True)})
    for collector in collectors:
        prefix = f"{collector.goal.target}_" if len(collectors) > 1 else ""
        more = collector.take(team.gather if team is not None else None)
        found.values.update({prefix + name: value for name, value in more.values.items()})
        found.undefined.update({prefix + name: why for name, why in more.undefined.items()})
    return found
