"""What travels inside an exported file: class names, preprocessing, and where it comes from."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from ... import __version__
from ..data.labels import THRESHOLD
from ..data.text.encoding import PAD
from ..evaluate.network import TrainedNetwork
from ..runs.store import RunStore
from ..train.events import RunStarted
from ..train.privacy import DPSGD, Privacy
from .deployed import InputPort, OutputPort


def metadata(
    network: TrainedNetwork, inputs: Sequence[InputPort], outputs: Sequence[OutputPort], *, include_preprocessing: bool
) -> dict[str, str]:
    """Text by key; values that are more than one word are JSON.

    ``workbench.preprocessing`` holds for each input offset and scale, network input = (raw - offset) * scale, and for
    each target of a regression the same, network output = (y - offset) * scale. A table with categories or gaps also has
    ``table``: its raw columns are numbers, NaN where one is missing, and codes of categories, counted from 0 in the order
    of ``names``; NaN is a missing category, -1 one that is not known. ``outliers``, ``warps`` and ``spread`` say which columns are kept within limits,
    put on the scale of their ranks, and made of a date or text of the original table. A series with ``gaps`` may hold NaN, which is 0 once
    scaled; with ``mask`` a last channel is 1 for steps that hold a number and 0 for others. With ``workbench.preprocessing_included``
    "true" that is done inside the file already, and its numbers are in original units. Of labels
    (``workbench.task`` "multi_label") those count as given whose probability is above ``workbench.threshold``. A
    reconstruction is the input ``workbench.reconstructs`` again, scaled back the same way; what is scaled of a table with
    categories is its ``table`` form. Of tags (``workbench.task`` "tagging") the output has a probability for each of
    ``workbench.tags`` at each step; what it says at steps without a token means nothing, and ``workbench.padding`` tells where
    these are. The vocabulary is the ``tokens`` of the input's ``text``. ``workbench.meaning`` is a sentence where the task alone does not tell what the output
    means: scores that are no probabilities, counts, quantiles.
    """
    how: dict[str, Any] = {
        "inputs": {p.name: p.preprocess.model_dump(mode="json") for p in inputs},
        "targets": {g.target: o.target.model_dump(mode="json") for g, o in zip(_goals(network), outputs, strict=True)},
    }
    first = outputs[0].target
    found = {
        "workbench.version": __version__,
        "workbench.title": network.project.title,
        "workbench.run": network.run,
        "workbench.weights": network.which,
        "workbench.project_fingerprint": network.project.fingerprint,
        "workbench.data_fingerprint": network.preprocess.fingerprint,
        "workbench.task": first.task,
        "workbench.preprocessing_included": "true" if include_preprocessing else "false",
        "workbench.preprocessing": _json(how),
    }
    if first.task in ("classification", "multi_label"):
        found["workbench.classes"] = _json(list(first.classes))
        if first.task == "multi_label":
            found["workbench.threshold"] = str(THRESHOLD)
    elif first.task == "tagging":
        found["workbench.tags"] = _json(list(first.classes))
        found["workbench.padding"] = _json({"id": PAD, "at": first.pad, "length": first.length, "cut": first.cut})
    elif first.task == "reconstruction":
        found["workbench.reconstructs"] = first.input
    else:
        found["workbench.targets"] = _json(list(first.names))
    meaning = meaning_of(network)
    if meaning:
        found["workbench.meaning"] = meaning
    return found


def privacy_metadata(store: RunStore, run: str, how: Privacy) -> dict[str, str]:
    """``workbench.privacy``: what a private run promises, epsilon and delta; nothing for one that is not private."""
    epsilon = store.get(run).metrics.get("epsilon")
    started = next((e for e in store.events(run, metrics=False) if isinstance(e, RunStarted)), None)
    if not isinstance(how, DPSGD) or epsilon is None or started is None:
        return {}
    promised = {"method": how.kind, "epsilon": epsilon, "delta": how.delta_for(started.train_samples)}
    if how.repeatable:
        promised["repeatable"] = "whoever knows the seed can take the noise away"
    return {"workbench.privacy": _json({**promised, "covers": "weights, for one sample more or less"})}


def meaning_of(network: TrainedNetwork) -> str:
    """What the first output means where the task does not say it, in sentences; empty where it does."""
    goal, classes = network.objective.goals[0], network.preprocess.targets[network.objective.goals[0].target].classes
    meaning = goal.loss.meaning()
    if goal.margins and goal.units == 1:
        meaning += f". A score above 0 stands for {classes[1]}, one below for {classes[0]}"
    return meaning and f"{meaning}."


def _goals(network: TrainedNetwork) -> Sequence[Any]:
    return network.objective.goals


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
