"""Everything that one run works on, made from a spec and its data, or taken up from a checkpoint."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
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
from ..data.sampling import EpochSampler
from ..data.smote import make_up_rows
from ..document import Project
from ..errors import TrainingError
from ..graph.infer import Inference
from ..graph.model import Graph
from ..shapes import DataFacts
from .balancing import balance_training, sample_weights
from .checkpoint import (
    Snapshot,
    load_optimizer,
    load_weights,
    optimizer_state,
    rng_state,
    set_rng_state,
    weights_of,
)
from .devices import free_memory
from .objectives import Objective, resolve
from .progress import Progress
from .recipe import Loss, TrainingRecipe

MEASURING_BYTES = 64 * 1024 * 1024
"""Bytes of activations that a batch may take when nothing is learnt; batches are never smaller than in training."""

LARGEST_MEASURING_BATCH = 4096


@dataclass
class Session:
    """A run's network, optimiser, data and progress.

    Attributes:
        run: id of the run.
        recipe: how it is trained.
        source: the network's source, for mapping errors to nodes.
        node_names: names of nodes by id.
        identity: what must not change when the run is taken up again, by what it is called.
        objective: loss and metrics as they are measured; ``training_objective`` may weigh classes and samples.
        train, validation: feeds of the splits; there may be no validation.
        augmenter: changes the samples that ``train`` feeds, and scales pictures, which it feeds raw; None where nothing is
            augmented.
        sampler: draws which samples an epoch shows; None where it shows each once.
        measuring_batch: samples in a batch of validation.
    """

    run: str
    recipe: TrainingRecipe
    device: torch.device
    threads: int
    fingerprint: str
    source: Source
    node_names: dict[str, str]
    identity: dict[str, str]
    module: nn.Module
    objective: Objective
    training_objective: Objective
    optimizer: torch.optim.Optimizer
    train: Feed
    validation: Feed | None
    parameters: int
    measuring_batch: int
    join_single: bool
    augmenter: BatchAugmenter | None = None
    sampler: EpochSampler | None = None
    progress: Progress = field(default_factory=Progress)

    @property
    def epoch_samples(self) -> int:
        """Samples that an epoch shows, repeated ones counted each time."""
        return self.sampler.count if self.sampler is not None else self.train.count

    def order(self, epoch: int) -> torch.Tensor:
        """The order of the training samples in an epoch (counted from 0), where the feed wants it.

        It depends on seed and epoch alone, so that a run taken up in the middle needs no history.
        """
        digest = hashlib.sha256(f"{self.recipe.seed}/{epoch}".encode()).digest()
        generator = torch.Generator().manual_seed(int.from_bytes(digest[:7], "big"))
        if self.sampler is not None:
            order = self.sampler.order(generator)
        else:
            order = torch.randperm(self.train.count, generator=generator)
        return order.to(self.train.index_device, non_blocking=True)

    def weights(self) -> Snapshot:
        """A copy of the weights, for ``best``."""
        about = {"epoch": self.progress.epoch, "step": self.progress.step, "metrics": self.progress.best_metrics}
        return Snapshot(weights_of(self.module), about={"run": self.run, **about})

    def snapshot(self) -> Snapshot:
        """A copy of everything that the run needs to go on exactly, for ``last``."""
        tensors, values = optimizer_state(self.optimizer)
        return Snapshot(
            weights_of(self.module),
            {**tensors, **rng_state(self.device)},
            {
                "run": self.run,
                "progress": self.progress.dump(),
                "optimizer": values,
                "identity": self.identity,
                "threads": self.threads,
                "device": self.device.type,
            },
        )

    def restore(self, snapshot: Snapshot) -> None:
        """Goes on from a snapshot of ``last``. Raises ``TrainingError`` when it is of another network or other data."""
        if "progress" not in snapshot.about:
            raise TrainingError(
                f"The checkpoint of run {self.run} holds only weights",
                "Going on needs the optimiser's state too",
                "Start a new run",
                code="resume.weights_only",
                values={"run": self.run},
            )
        self._same_identity(snapshot.about["identity"])
        load_weights(self.module, snapshot.weights, where=f"run {self.run}")
        load_optimizer(self.optimizer, snapshot.extra, snapshot.about["optimizer"])
        set_rng_state(snapshot.extra, self.device)
        self.progress = Progress.load(snapshot.about["progress"])
        if self.progress.epoch >= self.recipe.epochs:
            raise TrainingError(
                f"Run {self.run} has done all of its {self.progress.epoch} epochs",
                "To go on, more must be asked for",
                f"Set epochs above {self.progress.epoch}, or start a new run",
                code="resume.finished",
                values={"run": self.run, "epochs": self.progress.epoch},
            )

    def _same_identity(self, before: dict[str, str]) -> None:
        changed = [name for name in {**self.identity, **before} if before.get(name) != self.identity.get(name)]
        if changed:
            names = " and ".join(", ".join(changed).rsplit(", ", 1))
            raise TrainingError(
                f"Run {self.run} can't go on: {names} of the project changed since",
                "A run goes on with what it was started with; epochs, batch size and learning rate may change",
                "Undo the change, or start a new run",
                code="resume.changed",
                values={"run": self.run, "changed": changed},
            )


def prepare_session(
    project: Project,
    prepared: PreparedData,
    device: torch.device,
    *,
    run: str,
    threads: int,
    free: Callable[[torch.device], int] = free_memory,
) -> Session:
    """Builds the network from its seed, puts it and the data on the device, and makes the optimiser.

    ``free`` tells the bytes free on a device; a split that doesn't fit a third of them is streamed.
    Raises ``TrainingError`` or ``ProjectError`` for a project that can't train. The test split isn't looked at.
    """
    recipe, graph, facts = project.training, project.graph, prepared.facts
    inference = check_project(project, facts)
    if inference.errors:
        first = inference.errors[0]
        raise TrainingError(first.what, first.expected, first.fix, code=first.code, values=first.values)
    objective, _ = resolve(graph, inference, facts, recipe)
    assert objective is not None  # check_project found no error
    source = generate(graph, facts)
    torch.manual_seed(recipe.seed)
    module = build_module(source).to(device)
    inputs = _input_names(source, graph, facts)
    targets = [g.target for g in objective.goals]
    objective = objective.with_preprocess(prepared.preprocess)
    augmenter = make_augmenter(project, prepared, inputs, device)
    balancing = balance_training(project.data.balance, prepared, targets, device)
    weights = sample_weights(prepared)
    feeds: dict[str, Feed] = {}
    for split in ("train", "validation"):
        # Validation is measured without weights and without augmentation.
        own: dict[str, Any] = {}
        if split == "train" and augmenter is not None:
            own["raw_pictures"] = True
        if split == "train" and weights is not None:
            own["weights"] = weights
        feeds[split] = make_feed(prepared, split, inputs, targets, device, budget=free(device) // 3, **own)
    if balancing.made_up is not None:
        feeds["train"] = with_made_up(feeds["train"], prepared, inputs, balancing.made_up, recipe.seed)
    return Session(
        run=run,
        recipe=recipe,
        device=device,
        threads=threads,
        fingerprint=project.fingerprint,
        source=source,
        node_names={n.id: n.name for n in graph.nodes},
        identity={
            "the network": hashlib.sha256(source.text.encode()).hexdigest()[:16],
            "the data": prepared.fingerprint,
            "the loss": "+".join(_loss_identity(g.loss) for g in objective.goals),
            "the optimiser": recipe.optimizer.kind,
            "the seed": str(recipe.seed),
            # Only where they are on, so that a run from before there was such a thing goes on.
            **({"the augmentation": augmenter.identity} if augmenter is not None else {}),
            **({"the class balance": balancing.identity} if balancing.identity else {}),
        },
        module=module,
        objective=objective,
        training_objective=balancing.training(objective, samples=weights is not None),
        optimizer=recipe.optimizer.build(module.parameters(), recipe.learning_rate, recipe.weight_decay),
        train=feeds["train"],
        validation=feeds["validation"] if feeds["validation"].count else None,
        parameters=sum(p.numel() for p in module.parameters()),
        measuring_batch=measuring_batch(inference, recipe.batch_size),
        join_single=any(isinstance(m, nn.modules.batchnorm._BatchNorm) for m in module.modules()),
        augmenter=augmenter,
        sampler=balancing.sampler,
    )


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


def _loss_identity(loss: Loss) -> str:
    """What a loss is told by; of one without settings its kind alone, as older runs have it."""
    return json.dumps(loss.dump(), sort_keys=True) if type(loss).model_fields else loss.kind


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
