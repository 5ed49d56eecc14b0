"""How well a run's weights do on a split of the data."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import torch

from ..data.prepare import prepare
from ..data.prepared import PreparedData, SplitName
from ..data.raw import Array
from ..data.recipe import Progress
from ..errors import DataError
from ..runs.store import RunStore, Which
from .network import BATCH, TrainedNetwork, load_network, told_in_words
from .reconstruction import reconstruct_all
from .result import ClassScore, Report
from .scored import Examined, Outcome, classification_report, labels_report, reconstruction_report, regression_report
from .tagging import tagging_report

__all__ = ["ClassScore", "Report", "evaluate", "evaluate_run"]


_REPORTS = {
    "multi_label": labels_report,
    "classification": classification_report,
    "tagging": tagging_report,
}


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
        return reconstruction_report(Examined(network, split, indexes, warnings), found)
    reports: list[Report] = []
    for output, outcome in enumerate(_run(network, data, indexes, progress)):
        asked = network.of_output(output)
        make = _REPORTS.get(asked.target.task, regression_report)
        report = make(Examined(asked, split, indexes, warnings), outcome)
        reports.append(replace(report, target=asked.target_name, meaning=asked.loss.meaning()))
    return replace(reports[0], others=tuple(reports[1:]))


def _run(network: TrainedNetwork, data: PreparedData, indexes: Array, progress: Progress) -> list[Outcome]:
    """What each Output makes of the samples; the loss of the first is that of all."""
    goals = network.objective.goals
    totals, logits = np.zeros(len(goals)), [[] for _ in goals]  # type: ignore[var-annotated]
    counted = 0.0
    for start in range(0, len(indexes), BATCH):
        progress(start / len(indexes), "Evaluating")
        rows = indexes[start : start + BATCH]
        inputs = network.feed(network.rows(data, rows))
        targets = network.targets(data, rows, inputs)
        with told_in_words(network), torch.inference_mode():
            outputs = network.logits(inputs)
            losses = [network.objective.loss(outputs, targets)]
            losses += [g.judge(o, t) for g, o, t in zip(goals[1:], outputs[1:], targets[1:], strict=True)]
        real = goals[0].real(targets[0]) if network.objective.by_tokens else None
        weight = float(real.sum()) if real is not None else len(rows)
        totals, counted = totals + np.array([float(loss) for loss in losses]) * weight, counted + weight
        for held, output in zip(logits, outputs, strict=True):
            held.append(output.float().cpu().numpy())
    progress(1.0, "Evaluated")
    return [
        Outcome(total / counted, np.concatenate(held), data.raw.targets[goal.target].values[indexes])
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
