"""Whether augmentation, balance and loss suit the data, the network and each other."""

from __future__ import annotations

from collections.abc import Iterator

from .data.augment import Augmentation, DataKind, kind_of
from .data.balance import FocalBalance, LogitAdjustedBalance, Smote
from .data.cleaning_recipe import BY_COLUMN
from .data.labels import weighs_labels
from .data.wide import INPUT as WIDE_CATEGORIES
from .document import Project
from .graph.problems import Problem
from .shapes import DataFacts
from .train.gan.choices import augmentation_problems
from .train.losses import Auto, BinaryCrossEntropy, CrossEntropy, Focal, LogitAdjusted
from .train.objectives import Objective
from .train.recipe import Loss

MOVES_TOKENS = ("token_drop", "token_swap")
"""Augmentations that take tokens away or move them."""

KINDS: dict[DataKind, str] = {"image": "pictures", "series": "series", "tokens": "texts", "table": "tables"}


def data_choices(project: Project, facts: DataFacts, objective: Objective | None) -> Iterator[Problem]:
    """Everything that is wrong with the choice of augmentation and balance for this data.

    Args:
        project: the document.
        facts: what the data looks like.
        objective: what the network is trained for; None where that is not known yet.
    """
    yield from _scaling(project, facts)
    yield from _augmentation(project, facts)
    tasks = {t.task for t in facts.targets.values()}
    classed = "classification" in tasks
    moving = ", ".join(o.title for o in project.data.augment if o.stage in ("geometry", "any"))
    if "reconstruction" in tasks and moving:
        yield Problem(
            "data.augment_moves",
            "warning",
            None,
            f"The augmentation moves what the network is to reconstruct ({moving})",
            "It is shown the changed picture and compared with the clean one: it can learn to take away noise, blur and "
            "covered places, but can't know how a picture was turned",
            "Keep noise, blur and erase, and take the others away",
        )
    if project.data.balance.kind != "none" and "multi_label" in tasks:
        if not weighs_labels(project.data.balance):
            yield Problem(
                "data.balance_of_labels",
                "warning",
                None,
                f"{project.data.balance.title} has no effect: a sample with several labels is of no single class",
                "Labels can be weighed in the loss",
                "Set data.balance to class_weights, or to none",
            )
        return
    if "tagging" in tasks:
        yield from _tags(project, objective)
        return
    if project.data.balance.kind != "none" and not classed:
        yield Problem(
            "data.balance_without_classes",
            "warning",
            None,
            "The balance has no effect: the data has no classes",
            "It evens out classes",
            "Set data.balance to none",
        )
        return
    if isinstance(project.data.balance, Smote):
        yield from _smote(project, facts)
    if objective is not None:
        yield from _losses(project, objective)
        yield from _alpha(facts, objective)


def _tags(project: Project, objective: Objective | None) -> Iterator[Problem]:
    """What does not go with a tag for each token."""
    moving = [o for o in project.data.augment if o.kind in MOVES_TOKENS]
    if moving:
        yield Problem(
            "data.augment_tags",
            "error",
            None,
            f"{moving[0].title} changes which token stands where, and each has a tag of its own",
            "Tokens that keep their places keep their tags",
            f"Take {moving[0].title} out of the augmentation",
            values={"augmentation": moving[0].kind},
        )
    if project.training.privacy.kind != "none":
        yield Problem(
            "privacy.tagging",
            "error",
            None,
            "Private training can't learn a tag for each token: the loss is the mean over the tokens of a batch, so that what a "
            "sequence does depends on how long the others are",
            "What a single sample does must be told apart",
            "Set training.privacy to none",
        )
    balance = project.data.balance
    if balance.kind not in ("none", "class_weights", "focal", "logit_adjusted"):
        yield Problem(
            "data.balance_of_tags",
            "warning",
            None,
            f"{balance.title} has no effect: a sequence has many tags, and is of no single class",
            "Tags can be weighed in the loss",
            "Set data.balance to class_weights, or to none",
        )
    elif objective is not None:
        yield from _losses(project, objective)


def gan_choices(project: Project, facts: DataFacts) -> Iterator[Problem]:
    """Everything that is wrong with the choice of scaling and augmentation for a GAN on this data."""
    yield from _scaling(project, facts)
    yield from (p for p in _augmentation(project, facts) if not p.code.startswith("data.mix_"))
    yield from augmentation_problems(project.data.augment)


def _scaling(project: Project, facts: DataFacts) -> Iterator[Problem]:
    how = project.data.scaling
    kinds = {kind_of(spec.sample, spec.dtype) for spec in facts.inputs.values()} - {"tokens"}
    if how in BY_COLUMN and kinds and "table" not in kinds:
        yield Problem(
            "data.scaling_by_column",
            "warning",
            None,
            "The scaling that is chosen is for columns of tables: here, values are brought to mean 0 and deviation 1",
            "Pictures and series can be standardised, brought to 0…1 or -1…1, or fed as they are",
            "Set data.scaling to auto, minmax, symmetric or none",
            values={"scaling": how},
        )


def _augmentation(project: Project, facts: DataFacts) -> Iterator[Problem]:
    # Wide categories of a table are ids as tokens are, but no text.
    kinds = {kind_of(spec.sample, spec.dtype) for name, spec in facts.inputs.items() if name != WIDE_CATEGORIES}
    for kind, words in KINDS.items():
        titles = list(dict.fromkeys(o.title for o in project.data.augment if o.data == kind))
        if titles and kind not in kinds:
            yield Problem(
                "data.augment_kind",
                "warning",
                None,
                f"The augmentation of {words} has no effect, as the data has none: {', '.join(titles)}",
                f"For this data there are {', '.join(fitting(kinds)) or 'none'}",
                "Take it away with data.augment=none, or choose one for this data",
                values={"kind": kind},
            )
    for operation in {o.kind: o for o in project.data.augment}.values():
        if operation.stage == "mix" and operation.data in kinds:
            yield from _mixing(project, facts, operation)


def fitting(kinds: set[DataKind]) -> list[str]:
    """Titles of the augmentations for kinds of data."""
    return [member.title for member in Augmentation.members.values() if member.data in kinds]


def _mixing(project: Project, facts: DataFacts, operation: Augmentation) -> Iterator[Problem]:
    inputs = sum(node.layer.kind == "input" for node in project.graph.nodes)
    if inputs > 1:
        yield Problem(
            "data.mix_inputs",
            "error",
            None,
            f"{operation.title} mixes whole samples, and the network has {inputs} inputs",
            "It can mix those of a single picture input",
            f"Take {operation.title} out of the augmentation",
            values={"augmentation": operation.kind, "inputs": inputs},
        )
    other = [t.task for t in facts.targets.values() if t.task not in ("classification", "regression", "multi_label")]
    if other:
        yield Problem(
            "data.mix_target",
            "error",
            None,
            f"{operation.title} mixes what is to be predicted too, and here that is the picture itself",
            "It is for classes and numbers",
            f"Take {operation.title} out of the augmentation",
            values={"augmentation": operation.kind},
        )


def _smote(project: Project, facts: DataFacts) -> Iterator[Problem]:
    kinds = [kind_of(spec.sample, spec.dtype) for spec in facts.inputs.values()]
    layers = [node.layer.kind for node in project.graph.nodes]
    fix = "Set the balance to Class weights or Oversample"
    if sorted(kinds) == ["table", "tokens"]:
        what = "SMOTE makes up rows of a single table, and wide categories or texts of this one are fed as ids"
        fix = "Set the balance to Class weights or Oversample, or feed categories as one-hot columns"
    elif kinds != ["table"]:
        found = " and ".join(sorted({KINDS[kind] for kind in kinds}))
        what = f"SMOTE makes up rows of a single table, and the data has {found}"
        if set(kinds) == {"table"}:
            what = f"SMOTE makes up rows of a single table, and the data has {len(kinds)} of them"
    elif len(facts.targets) > 1 or layers.count("output") > 1:
        what = f"SMOTE makes up rows for the classes of one target, and there are {len(facts.targets)}"
    elif layers.count("input") > 1:
        what = f"SMOTE makes up rows for a single input, and the network has {layers.count('input')}"
    else:
        return
    yield Problem(
        "data.smote_data",
        "error",
        None,
        what,
        "What lies between two samples has a meaning for numbers and categories only",
        fix,
    )


def _losses(project: Project, objective: Objective) -> Iterator[Problem]:
    balance = project.data.balance
    for goal in objective.goals:
        if goal.task not in ("classification", "tagging"):
            continue
        if isinstance(balance, FocalBalance | LogitAdjustedBalance) and not _changeable(goal.loss, goal.units):
            yield Problem(
                "training.balance_loss",
                "error",
                goal.node,
                f"The balance {balance.title} is a form of cross-entropy, and the loss is {goal.loss.title}",
                "Training can follow only one of them",
                "Set the loss to Automatic, or the balance to None",
                brief="two losses",
                values={"balance": balance.kind, "loss": goal.loss.kind},
            )
        elif isinstance(goal.loss, LogitAdjusted) and balance.kind != "none":
            yield Problem(
                "training.adjusted_twice",
                "error",
                goal.node,
                f"The loss {goal.loss.title} evens out the classes, and so does the balance {balance.title}",
                "Both together overdo it: small classes would be favoured",
                "Set the balance to None, or the loss to Automatic",
                brief="evened out twice",
                values={"balance": balance.kind, "loss": goal.loss.kind},
            )


def _alpha(facts: DataFacts, objective: Objective) -> Iterator[Problem]:
    for goal in objective.goals:
        classes = len(facts.targets[goal.target].classes)
        if isinstance(goal.loss, Focal) and goal.loss.alpha is not None and classes > 2:
            yield Problem(
                "training.focal_alpha",
                "warning",
                goal.node,
                f"Alpha of the focal loss has no effect: there are {classes} classes",
                "It weighs the second of two classes",
                "Leave it empty, and set the balance to Class weights",
                values={"classes": classes},
            )


def _changeable(loss: Loss, units: int) -> bool:
    """Whether a loss is one that focal loss and logit adjustment are forms of."""
    return isinstance(loss, Auto | CrossEntropy) or (isinstance(loss, BinaryCrossEntropy) and units == 1)
