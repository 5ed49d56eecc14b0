"""What keeps training from being private, and what the guarantee doesn't cover."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from .document import Project
from .graph import edits
from .graph.infer import Inference
from .graph.model import Node
from .graph.problems import Fix, Problem
from .layers.norm import groups_for

SEVERAL_TIMES = ("oversample", "undersample", "balanced_batches")
"""Ways to balance classes that draw samples by their class."""


def privacy_problems(project: Project, inference: Inference) -> Iterator[Problem]:
    """Everything that private training refuses or wants to be known; nothing where it is off.

    Args:
        project: the document.
        inference: the shapes of its network.
    """
    if project.training.privacy.kind == "none":
        return
    for node in project.graph.nodes:
        if node.layer.mixes_samples:
            yield _mixing_layer(node, inference)
    yield from _mixed_samples(project)
    yield from _balance(project)
    if project.training.optimizer.kind == "lbfgs":
        yield Problem(
            "privacy.optimizer",
            "error",
            None,
            "L-BFGS looks at the same batch several times in a step, and each look gives something away",
            "Private training accounts for one look a step",
            "Choose another optimiser, or set training.privacy to none",
        )
    if project.training.precision in ("bf16", "fp16"):
        yield Problem(
            "privacy.precision",
            "error",
            None,
            f"Private training can't compute in {project.training.precision}",
            "What a sample adds is bounded exactly, which rounded numbers would break",
            "Set training.precision to auto or fp32, or training.privacy to none",
            values={"precision": project.training.precision},
        )
    if project.data.split.method == "grouped":
        yield Problem(
            "privacy.groups",
            "warning",
            None,
            "The samples belong together in groups, and privacy is promised to each sample by itself",
            "A person with several samples is protected less: by about as many times the epsilon",
            "Keep one sample of each group, or aim for a smaller training.privacy.epsilon",
        )
    yield Problem(
        "privacy.covered",
        "notice",
        None,
        "The privacy covers the weights, and nothing else of the run",
        "Means and deviations for scaling, vocabularies, class counts, the curves, and the choice of the best epoch by the "
        "validation samples are learnt without noise",
        "Hand out the exported network, not the run's folder",
    )


def _mixing_layer(node: Node, inference: Inference) -> Problem:
    fixes: tuple[Fix, ...] = ()
    spec = inference.nodes[node.id].output
    if node.layer.kind == "batch_norm" and spec is not None:
        fields = {"epsilon": getattr(node.layer, "epsilon", 1e-5), "affine": getattr(node.layer, "affine", True)}
        groups = groups_for(spec)
        made = edits.make_layer("group_norm", groups=groups, **fields)
        label = f"Make it GroupNorm with {groups} group{'s' if groups > 1 else ''}"
        if not spec.known or spec.size > groups:
            fixes = (Fix(label, partial(edits.set_layer, node_id=node.id, layer=made)),)
    return Problem(
        "privacy.mixing_layer",
        "error",
        node.id,
        f"{node.name} takes means over the batch, so that each sample shows in what becomes of the others",
        "Private training bounds what a single sample does, which needs each to go through the network by itself",
        "Replace it with GroupNorm or LayerNorm, or set training.privacy to none",
        brief="not private",
        fixes=fixes,
    )


def _mixed_samples(project: Project) -> Iterator[Problem]:
    for operation in {o.kind: o for o in project.data.augment}.values():
        if operation.stage == "mix" or operation.kind == "cell_swap":
            yield Problem(
                "privacy.mixing_augmentation",
                "error",
                None,
                f"{operation.title} puts parts of one sample into another, which private training can't account for",
                "What a single sample does must be told apart",
                f"Take {operation.title} out of the augmentation, or set training.privacy to none",
                values={"augmentation": operation.kind},
            )


def _balance(project: Project) -> Iterator[Problem]:
    balance = project.data.balance
    if balance.kind == "smote":
        what = "SMOTE makes up rows from several samples, which private training can't account for"
    elif balance.kind in SEVERAL_TIMES:
        what = f"{balance.title} draws samples by their class, and private training draws all with the same probability"
    else:
        return
    yield Problem(
        "privacy.balance",
        "error",
        None,
        what,
        "On that probability the guarantee stands",
        "Set data.balance to class_weights, focal or none, or training.privacy to none",
        values={"balance": balance.kind},
    )
