"""Making a run's session: network, data, objective and optimiser from a project and its prepared data."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from typing import Any

import torch
from torch import nn

from ..build.module import build_module
from ..build.source import Source, generate
from ..check import check_project
from ..data.augment import input_kind
from ..data.augment.batches import BatchAugmenter
from ..data.augment.row_work import MOST_ROWS, row_shape
from ..data.balance import Smote
from ..data.echo import make_split_feed as make_feed
from ..data.feed import Feed, ResidentFeed
from ..data.prepared import PreparedData
from ..data.smote import make_up_rows
from ..data.tagged.targets import real_counts
from ..document import MODEL, Project
from ..errors import TrainingError
from ..graph.infer import Inference
from ..graph.model import Graph
from ..shapes import DataFacts
from .added import AddedLoss, adding_modules
from .averages import averaging_hooks
from .balancing import balance_training, sample_weights
from .constraints import constraint_hooks
from .devices import free_memory
from .early_stopping import stopping_hooks
from .gan.recipe import GanAim
from .health.setup import health_hooks
from .hooks import Hook
from .identity import further_identity
from .initialization import initialize
from .layerwise import freeze, frozen_nodes, initialization_of, parameter_groups
from .objectives import Objective, linked, resolve
from .optimizers import make_optimizer
from .precision import abilities_of, choose, work_of
from .private import private_hooks
from .recipe import TrainingRecipe
from .scheduling import record_hooks, schedule_hooks
from .session import Session
from .thread_count import why_one, worthwhile_threads
from .warm import Donor

MEASURING_BYTES = 64 * 1024 * 1024
"""Bytes of activations that a batch may take when nothing is learnt; batches are never smaller than in training."""

LARGEST_MEASURING_BATCH = 4096


def prepare_session(
    project: Project,
    prepared: PreparedData,
    device: torch.device,
    *,
    run: str,
    threads: int,
    free: Callable[[torch.device], int] = free_memory,
    donor: Donor | None = None,
    spread: Callable[[nn.Module, TrainingRecipe], None] | None = None,
    adapt_threads: bool = False,
) -> Session:
    """Builds the network from its seed, puts it and the data on the device, and makes the optimiser.

    ``free`` tells the bytes free on a device; a split that doesn't fit a third of them is streamed. ``donor`` has the
    weights to begin with, where they fit. ``spread`` makes the network, on its device, one of several processes.
    ``adapt_threads`` allows fewer CPU threads, where the network is too small for so many.
    Raises ``TrainingError`` or ``ProjectError`` for a project that can't train. The test split isn't looked at.
    """
    recipe, graph = project.training, project.graph
    facts = linked(prepared.facts, recipe)
    inference = check_project(project, facts)
    if inference.errors:
        first = inference.errors[0]
        where = f"{first.network}: " if first.network and first.node is not None else ""
        raise TrainingError(where + first.what, first.expected, first.fix, code=first.code, values=first.values)
    if isinstance(recipe.objective, GanAim):
        from .gan.setup import prepare_gan_session

        return prepare_gan_session(project, prepared, device, run=run, threads=threads, free=free, donor=donor)
    objective, _ = resolve(graph, inference, facts, recipe)
    assert objective is not None  # check_project found no error
    source = generate(graph, facts)
    torch.manual_seed(recipe.seed)
    module = build_module(source)
    initialize(module, source, graph, lambda node_id: initialization_of(recipe, node_id), recipe.seed)
    warm = donor.fill({MODEL: (module, source, graph)}) if donor is not None else None
    freeze(module, source, frozen_nodes(graph, recipe.layers))
    module = module.to(device)
    if spread is not None:
        spread(module, recipe)
    inputs = _input_names(source, graph, facts)
    targets = [g.target for g in objective.goals]
    objective = objective.with_preprocess(prepared.preprocess)
    augmenter = make_augmenter(project, prepared, inputs, device)
    balancing = balance_training(project.data.balance, prepared, targets, device)
    weights = sample_weights(prepared)
    # Validation is measured without weights and without augmentation.
    own: dict[str, Any] = {}
    if augmenter is not None:
        own["raw_pictures"] = True
    if weights is not None:
        own["weights"] = weights
    train = make_feed(prepared, "train", inputs, targets, device, budget=free(device) // 3, **own)
    validation = make_feed(prepared, "validation", inputs, targets, device, budget=free(device) // 3)
    if balancing.made_up is not None:
        train = with_made_up(train, prepared, inputs, balancing.made_up, recipe.seed)
    session = Session(
        run=run,
        warm=warm,
        recipe=recipe,
        device=device,
        threads=threads,
        fingerprint=project.fingerprint,
        source=source,
        node_names={n.id: n.name for n in graph.nodes},
        identity={
            "the network": hashlib.sha256(source.text.encode()).hexdigest()[:16],
            "the data": prepared.fingerprint,
            "the loss": "+".join(g.loss.identity() for g in objective.goals),
            "the optimiser": recipe.optimizer.kind,
            "the seed": str(recipe.seed),
            # Only where they are on, so that a run from before there was such a thing goes on.
            **({"the augmentation": augmenter.identity} if augmenter is not None else {}),
            **({"the class balance": balancing.identity} if balancing.identity else {}),
            **further_identity(recipe, graph),
        },
        module=module,
        objective=objective,
        training_objective=balancing.training(objective, samples=weights is not None),
        optimizer=make_optimizer(recipe, module, parameter_groups(module, source, recipe)),
        train=train,
        validation=validation if validation.count else None,
        parameters=sum(p.numel() for p in module.parameters()),
        measuring_batch=measuring_batch(inference, recipe.batch_size),
        join_single=any(isinstance(m, nn.modules.batchnorm._BatchNorm) for m in module.modules()),
        augmenter=augmenter,
        sampler=balancing.sampler,
        tokens=token_counts(prepared, objective, train.index_device),
    )
    work = work_of(module, inference, objective, session.optimizer, recipe)
    session.compute_in(choose(recipe, work, abilities_of(device)))
    # What changes samples on the way is work of another kind.
    if adapt_threads and device.type == "cpu" and augmenter is None:
        session.threads = worthwhile_threads(threads, module, inference, recipe.micro_batch)
        session.why_threads = why_one() if session.threads < threads else ""
    session.hooks += make_hooks(session, project, prepared)
    return session


def make_hooks(session: Session, project: Project, prepared: PreparedData) -> list[Hook]:
    """What goes along with the run, by its recipe, in the order of the calls; a hook that is off is not in the list."""
    recipe = session.recipe
    return [
        # The first, so that what the others do with gradients works on private ones.
        *private_hooks(session),
        *schedule_hooks(session),
        *constraint_hooks(recipe.regularization, session.module, session.optimizer),
        # Behind the limits, so that what is averaged keeps to them.
        *averaging_hooks(session),
        *added_loss_hooks(session),
        *stopping_hooks(recipe.stopping, recipe.epochs),
        *record_hooks(session),
        # Last, so that it sees gradients and weights as the others leave them.
        *health_hooks(session, project.graph, prepared),
    ]


def added_loss_hooks(session: Session) -> list[Hook]:
    """What asks layers for their part of the loss; empty where none has any.

    The loss of a reconstruction is the mean over the values of a sample: there, what layers add counts as much as if both
    were sums, which is the evidence lower bound.
    """
    if not adding_modules(session.module):
        return []
    goals = session.objective.goals
    again = all(goal.task == "reconstruction" for goal in goals)
    (first, *_), _ = session.train.slice(0, 1)
    return [AddedLoss(session.module, first[0].numel() if again else 1)]


def token_counts(prepared: PreparedData, objective: Objective, device: torch.device) -> torch.Tensor | None:
    """How many tokens each training sample has, (n,) int64, where means are taken over tokens."""
    if not objective.by_tokens:
        return None
    target = objective.goals[0].target
    values = prepared.raw.targets[target].values[prepared.splits["train"]]
    return torch.from_numpy(real_counts(values, prepared.preprocess.targets[target].length)).to(device)


def make_augmenter(
    project: Project, prepared: PreparedData, inputs: Sequence[str], device: torch.device
) -> BatchAugmenter | None:
    """What changes the samples of training batches; None where nothing of the list is for what the network is fed."""
    scales = [prepared.preprocess.inputs[name] for name in inputs]
    kinds = {input_kind(how.kind) for how in scales}
    if not any(operation.data in kinds for operation in project.data.augment):
        return None
    train = prepared.splits["train"]
    rows = [
        row_shape(how, prepared.raw.inputs[name].values[train[:MOST_ROWS]]) if input_kind(how.kind) == "table" else None
        for name, how in zip(inputs, scales, strict=True)
    ]
    return BatchAugmenter(project.data, scales, project.training.seed, device, rows)


def with_made_up(feed: Feed, prepared: PreparedData, inputs: Sequence[str], smote: Smote, seed: int) -> Feed:
    """The training samples and, behind them, rows made up for the small classes; all resident on the device."""
    (rows,), (labels, *weights) = feed.slice(0, feed.count)
    how = prepared.preprocess.inputs[inputs[0]]
    made, classes = make_up_rows(rows.cpu().numpy(), labels.cpu().numpy(), how, smote, seed)
    added = torch.from_numpy(classes).to(labels.device)
    # Where samples have weights, one that is made up weighs as those of its class do on the average.
    means = [
        torch.bincount(labels, w, minlength=1) / torch.bincount(labels).clamp(min=1).to(torch.float64) for w in weights
    ]
    return ResidentFeed(
        [torch.cat([rows, torch.from_numpy(made).to(rows.device)])],
        [
            torch.cat([labels, added]),
            *(torch.cat([w, mean[added].to(w.dtype)]) for w, mean in zip(weights, means, strict=True)),
        ],
    )


def measuring_batch(inference: Inference, batch_size: int) -> int:
    """Samples in a batch when nothing is learnt: as many as stay small in memory, at least ``batch_size``."""
    fitting = MEASURING_BYTES // max(1, inference.activation_bytes)
    return max(batch_size, min(fitting, LARGEST_MEASURING_BATCH))


def _input_names(source: Source, graph: Graph, facts: DataFacts) -> list[str]:
    """Names of the data's inputs, in the order of ``forward``'s arguments."""
    names = []
    for node_id in source.input_nodes:
        node = graph.by_id[node_id]
        wanted = getattr(node.layer, "field", "") or (node.name if len(source.input_nodes) > 1 else "")
        names.append(wanted if wanted in facts.inputs else next(iter(facts.inputs)))
    return names
