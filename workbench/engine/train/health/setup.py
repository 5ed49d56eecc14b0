"""Making the hook that looks after a run."""

from __future__ import annotations

import numpy as np

from ...data.prepared import PreparedData
from ...data.raw import Array
from ...graph.model import Graph
from ..graphs import asked
from ..losses import BinaryCrossEntropy, CrossEntropy, MeanSquaredError
from ..objectives import Objective
from ..session import Session
from .curves import CurveRules
from .figures import Probe
from .findings import LayerRules
from .hook import HealthHook


def health_hooks(session: Session, graph: Graph, prepared: PreparedData) -> list[HealthHook]:
    """The hook for a session whose network and optimiser are there; none where the recipe has it off."""
    if not session.recipe.health:
        return []
    # Compiled and recorded code can't be looked into, and a step that isn't compiled would round otherwise.
    order = () if session.recipe.compile or asked(session.recipe, session.device) else graph.order
    attributes = {i: session.source.attributes[i] for i in order if i in session.source.attributes}
    kinds = {node.id: node.layer.kind for node in graph.nodes}
    probe = Probe(session.module, attributes, kinds)
    sizes = {
        node: sum(p.numel() for p in getattr(session.module, attributes[node]).parameters() if p.requires_grad)
        for node in probe.nodes
    }
    learning = [node for node in probe.nodes if sizes[node]]
    same = session.training_objective == session.objective and session.sampler is None
    curves = CurveRules(
        baseline(session.objective, prepared) if same else None,
        session.recipe.epochs,
        decaying=session.recipe.schedule.kind != "constant",
    )
    return [HealthHook(probe, LayerRules(session.node_names, learning, sizes), curves, lambda: session.run)]


def baseline(objective: Objective, prepared: PreparedData) -> float | None:
    """The training loss of the best answer that doesn't look at the input: the shares of the classes, or the mean.

    None where it is not known: for several goals, and for losses other than plain cross-entropy and squared error.
    """
    if len(objective.goals) != 1:
        return None
    goal = objective.goals[0]
    if goal.task == "tagging" and type(goal.loss) is CrossEntropy and not goal.shift:
        return _entropy(np.asarray(prepared.preprocess.targets[goal.target].counts))
    if goal.task not in ("classification", "regression"):
        return None
    values = prepared.raw.targets[goal.target].values[prepared.splits["train"]]
    if not len(values):
        return None
    if goal.task == "classification" and type(goal.loss) in (CrossEntropy, BinaryCrossEntropy) and not goal.shift:
        return _entropy(np.bincount(np.asarray(values, np.int64).ravel()))
    if goal.task == "regression" and type(goal.loss) is MeanSquaredError:
        spread = np.asarray(goal.spread, np.float64)
        return float(np.mean(np.asarray(values, np.float64).var(axis=0) / spread**2))
    return None


def _entropy(counts: Array) -> float:
    """Of the shares of classes, in nats."""
    shares = counts[counts > 0] / counts.sum()
    return float(-(shares * np.log(shares)).sum())
