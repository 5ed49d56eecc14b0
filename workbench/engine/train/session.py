"""Everything that one run works on, and its way into a checkpoint and back. It is made in ``setup``."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol

import torch
from torch import nn

from ..build.module import node_of_error
from ..build.source import Source
from ..data.augment.batches import BatchAugmenter
from ..data.feed import Feed, batch_sizes
from ..data.sampling import EpochSampler
from ..errors import TrainingError
from .checkpoint import (
    Snapshot,
    load_optimizer,
    load_weights,
    optimizer_state,
    own_weights,
    rng_state,
    set_rng_state,
    weights_of,
)
from .gan.game import Game
from .hooks import Hook, evaluating, hooks_state, load_hooks
from .live import BATCH_SIZE, live_settings
from .mixed import Scaler
from .objectives import Objective
from .precision import Computing, for_divided, lay_out
from .progress import Progress
from .recipe import TrainingRecipe
from .sharding import divided
from .warm import Fit


class Batches(Protocol):
    """Makes the batches of an epoch in its own way."""

    @property
    def steps_per_epoch(self) -> int:
        """Their number."""

    def left(self, epoch: int, position: int, step: int) -> tuple[torch.Tensor, list[int]]:
        """Numbers of the samples in the batches that are left of an epoch (counted from 0), and the batches' sizes.

        ``position`` samples of it and ``step`` steps in all were done. It must follow from this and its own state.
        """


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
        batches: makes an epoch's batches; None where they are cut from ``order`` one after the other.
        measuring_batch: samples in a batch of validation.
        hooks: what goes along with the run, in the order in which they are called.
        waiting: settings by path that count from the next epoch.
        changes: how many changes of settings the run has recorded.
        warm: what was taken over from another run, None where it begins with weights of its own.
        computing: the precision and layout of training steps; changed by ``compute_in``.
        tokens: how many tokens each training sample has, where the feed wants its index; None where means are over samples.
        game: of a GAN, its rules, which stand for the objective; None for a single network.
        other_sources: sources of further networks.
        folder: the run's folder, None while there is none.
        why_threads: why there are fewer CPU threads than there could be, a sentence or empty.
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
    batches: Batches | None = None
    hooks: list[Hook] = field(default_factory=list)
    waiting: dict[str, Any] = field(default_factory=dict)
    changes: int = 0
    warm: Fit | None = None
    computing: Computing = field(default_factory=Computing)
    tokens: torch.Tensor | None = None
    game: Game | None = None
    other_sources: tuple[Source, ...] = ()
    folder: Path | None = None
    why_threads: str = ""
    progress: Progress = field(default_factory=Progress)

    @property
    def part(self) -> int:
        """Samples in a micro-batch; 0 where a batch is not split."""
        return self.recipe.micro_batch if self.recipe.accumulation > 1 else 0

    @property
    def epoch_samples(self) -> int:
        """Samples that an epoch shows, repeated ones counted each time."""
        return self.sampler.count if self.sampler is not None else self.train.count

    @property
    def steps_per_epoch(self) -> int:
        """Optimiser steps of an epoch."""
        if self.batches is not None:
            return self.batches.steps_per_epoch
        return len(batch_sizes(self.epoch_samples, self.recipe.batch_size, join_single=self.join_single))

    @property
    def later_steps_per_epoch(self) -> int:
        """Optimiser steps of an epoch that has not begun."""
        if self.batches is not None:
            return self.batches.steps_per_epoch
        size = self.waiting.get(BATCH_SIZE, self.recipe.batch_size)
        return len(batch_sizes(self.epoch_samples, size, join_single=self.join_single))

    @property
    def total_steps(self) -> int:
        """Optimiser steps of the whole run, as it stands now."""
        progress = self.progress
        if self.batches is not None:
            begun = len(self.batches_left()[1])
        else:
            left = self.epoch_samples - progress.position
            begun = len(batch_sizes(left, self.recipe.batch_size, join_single=self.join_single))
        to_begin = max(self.recipe.epochs - progress.epoch - 1, 0)
        return progress.step + begun + to_begin * self.later_steps_per_epoch

    def batches_left(self) -> tuple[torch.Tensor, list[int]]:
        """Numbers of the samples in the batches that are left of the epoch, where the feed wants them, and their sizes."""
        progress = self.progress
        if self.batches is not None:
            order, sizes = self.batches.left(progress.epoch, progress.position, progress.step)
            return order.to(self.train.index_device, non_blocking=True), sizes
        order = self.order(progress.epoch)[progress.position :]
        return order, batch_sizes(len(order), self.recipe.batch_size, join_single=self.join_single)

    def source_of(self, error: BaseException) -> Source:
        """The source of the network in which an error was raised; the first where it was none of them."""
        return next((s for s in (self.source, *self.other_sources) if node_of_error(s, error) is not None), self.source)

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

    def compute_in(self, computing: Computing) -> None:
        """Lays the weights out as was chosen, and brings or takes the scale of gradients that fp16 needs."""
        if divided(self.module):
            computing = for_divided(computing)
        if computing.memory_format != self.computing.memory_format:
            lay_out(self.module, computing)
        self.computing = computing
        self.hooks = [h for h in self.hooks if not isinstance(h, Scaler)]
        if computing.precision == "fp16":
            self.hooks.append(Scaler(self.optimizer, self.device))

    def weights(self) -> Snapshot:
        """A copy of the weights, for ``best``."""
        about = {"epoch": self.progress.epoch, "step": self.progress.step, "metrics": self.progress.best_metrics}
        return Snapshot(weights_of(self.module), about={"run": self.run, **about})

    def snapshot(self) -> Snapshot:
        """A copy of everything that the run needs to go on exactly, for ``last``."""
        tensors, values = optimizer_state(self.optimizer)
        hook_tensors, hook_values = hooks_state(self.hooks)
        with evaluating(self.hooks):
            weights = weights_of(self.module)
        return Snapshot(
            weights,
            {**tensors, **hook_tensors, **rng_state(self.device)},
            {
                "run": self.run,
                "progress": self.progress.dump(),
                "optimizer": values,
                "identity": self.identity,
                "threads": self.threads,
                "device": self.device.type,
                "settings": live_settings(self.recipe),
                "waiting": dict(self.waiting),
                "changes": self.changes,
                "measuring_batch": self.measuring_batch,
                **({"hooks": hook_values} if hook_values else {}),
                **({"computing": self.computing.dump()} if self.computing != Computing() else {}),
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
        if "computing" in snapshot.about and snapshot.about["device"] == self.device.type:
            # What "auto" chose may depend on the batch size, which may change, and on the very machine.
            self.compute_in(self.computing.taken_up(snapshot.about["computing"]))
        load_weights(self.module, own_weights(snapshot), where=f"run {self.run}")
        load_optimizer(self.optimizer, snapshot.extra, snapshot.about["optimizer"])
        load_hooks(self.hooks, snapshot.extra, snapshot.about.get("hooks", {}))
        set_rng_state(snapshot.extra, self.device)
        self.progress = Progress.load(snapshot.about["progress"])
        self.changes = snapshot.about.get("changes", 0)
        # Sums round by how they are divided; the batch size, which this follows, may have changed since.
        self.measuring_batch = snapshot.about.get("measuring_batch", self.measuring_batch)
        if self.progress.epoch >= self.recipe.epochs:
            raise TrainingError(
                f"Run {self.run} has done all of its {self.progress.epoch} epochs",
                "To go on, more must be asked for",
                f"Set epochs above {self.progress.epoch}, or start a new run",
                code="resume.finished",
                values={"run": self.run, "epochs": self.progress.epoch},
            )

    def retune(self, recipe: TrainingRecipe) -> None:
        """Goes on with other settings, of those that may change while a run goes on."""
        self.recipe = recipe
        for group in self.optimizer.param_groups:
            group["lr"] = recipe.learning_rate * group.get("lr_factor", 1.0)
        for hook in self.hooks:
            hook.retuned(recipe)

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
