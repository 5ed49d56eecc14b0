"""One run by several processes: what each does otherwise than a process alone.

Each takes its part of every batch, so that ``batch_size`` stays the samples of one optimiser step and a run goes on with
another number of processes: orders, schedules and steps don't depend on it. Gradients are averaged by torch's
``DistributedDataParallel``, weighed so that each sample counts alike where parts differ in size. The first process records
and reports; checkpoints are the same as those of one process.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import torch
from torch import nn
from torch.nn.parallel import DistributedDataParallel

from ..data.preprocess import Preprocess
from ..document import Project
from ..errors import DeviceError, TrainingError
from .added import adding_modules
from .block import SECONDS
from .checkpoint import Snapshot, Which, rng_state, set_rng_state
from .control import Control, Wish
from .devices import resolve_device
from .events import Event, Warned
from .hooks import Hook, HookState
from .keeper import Keeper
from .place import Place
from .recipe import TrainingRecipe
from .sharding import check_sharding, divide, divided
from .shared_norm import SharedBatchNorm, has_batch_norm, share_norms
from .step import Step
from .team import Team

if TYPE_CHECKING:
    from .session import Session

PATIENCE = 2.0
"""Seconds after which the first process tells the others that the run is still paused."""


class TeamControl(Control):
    """What the user asks of the first process, heeded by all after the same step.

    Args:
        team: the processes.
        real: what the user asks; only the first process' counts.
    """

    def __init__(self, team: Team, real: Control) -> None:
        super().__init__()
        self.team, self.real = team, real
        self.steps = 1
        """Steps of the block that has begun."""

    def exchange(self, steps: int = 1) -> None:
        """Tells all what is asked, and how many steps the next block has; the first process' ``steps`` count."""
        said = self.team.told({**self._asked_of_first(), "steps": steps})
        with self._told():
            self._paused, self._stopped, self._at_once = said["paused"], said["stopped"], said["at_once"]
            self._asked += [Wish(setting, value) for setting, value in said["asked"]]
        self.steps = said["steps"]

    def wait_while_paused(self, most: float | None = None) -> None:
        """Waits until the first process says otherwise."""
        while self._paused and not self._stopped and not self._asked:
            if self.team.first:
                self.real.wait_while_paused(PATIENCE)
            self.exchange()

    def _asked_of_first(self) -> dict[str, Any]:
        real = self.real
        asked = [(w.setting, w.value) for w in real.take(0)] if self.team.first else []
        return {"paused": real.paused, "stopped": real.stopped, "at_once": real.at_once, "asked": asked}


class TeamWork:
    """What a loop does otherwise when several processes train.

    Args:
        team: the processes.
        session: the run; its network is wrapped for steps, but keeps its names.
        step: does the steps.
        control: passes on what the user asks.
    """

    def __init__(self, team: Team, session: Session, step: Step, control: TeamControl) -> None:
        self.team, self.control = team, control
        devices = [session.device.index] if session.device.type == "cuda" else None
        self._session, self._step = session, step
        self._divided = divided(session.module)
        if not self._divided:
            step.network = DistributedDataParallel(session.module, device_ids=devices)
        self._norms = [m for m in session.module.modules() if isinstance(m, SharedBatchNorm)]
        self._wholes: list[int] = []
        self._began = time.perf_counter()

    def warnings(self, _warned: Callable[[str, str], Warned]) -> Iterator[Warned]:
        """What is otherwise than in one process; ``_warned`` makes an event of a code and a sentence."""
        recipe, size = self._session.recipe, self.team.size
        each = recipe.batch_size // size
        if has_batch_norm(self._session.module) and not self._norms:
            yield _warned(
                "team.batch_norm",
                f"Batch norm takes means over what one process has of a batch ({each} of {recipe.batch_size} samples): "
                "results differ from those of one process. Group norm and layer norm don't, nor does batch norm over all "
                "(training.processes.sync_batch_norm).",
            )
        if self._divided and recipe.health:
            yield _warned("team.no_health", "Layers whose weights are divided are not looked into for health.")
        if recipe.compile:
            yield _warned("team.not_compiled", "The network is not compiled where several processes train it.")
        if each == 0:
            yield _warned(
                "team.small_batch",
                f"A batch has {recipe.batch_size} samples for {size} processes: some have nothing to do.",
            )

    def part(self, index: torch.Tensor) -> torch.Tensor:
        """This process' part of a batch; where there is none, one sample, which counts for nothing."""
        count, (first, stop) = len(index), self.team.part_of(len(index))
        self._wholes.append(count)
        own = index[first:stop] if stop > first else index[:1]
        self._step.scale = (stop - first) * self.team.size / count
        for norm in self._norms:
            norm.counts = stop > first
        if self._session.tokens is not None and stop > first:
            # Each token counts alike, wherever its sample is trained on.
            tokens = self._session.tokens
            self._step.scale = tokens[own].sum() * self.team.size / tokens[index].sum()
        return own

    def offset(self, count: int) -> int:
        """How many samples of a batch other processes before this one take."""
        return self.team.part_of(count)[0]

    def is_over(self, steps: int) -> bool:
        """Whether a block of so many steps leaves now, in all processes alike."""
        return steps >= self.control.steps

    def put_together(
        self, values: dict[str, list[float]], tokens: Sequence[float]
    ) -> tuple[dict[str, list[float]], list[int], Sequence[float]]:
        """Means over the whole batches from those over this process' parts, and the whole batches' sizes in samples and, where
        means are over these, in ``tokens``."""
        sizes, self._wholes = self._wholes, []
        shares = [self.team.part_of(size) for size in sizes]
        weights = torch.tensor([(stop - first) / size for size, (first, stop) in zip(sizes, shares, strict=True)])
        if tokens:
            held = torch.where(weights > 0, torch.tensor(tokens, dtype=torch.float64), 0.0)
            whole_tokens = self.team.sum(held)
            weights, tokens = held / whole_tokens, whole_tokens.tolist()
        # Not 0 times what may be NaN: a stand-in's numbers count for nothing.
        own = torch.where(weights > 0, torch.tensor(list(values.values()), dtype=torch.float64) * weights, 0.0)
        whole = self.team.sum(own).tolist()
        return dict(zip(values, whole, strict=True)), sizes, tokens

    def next_block(self, most: int, steps: int) -> None:
        """Chooses how many steps the next block has, ``most`` at most, from how long ``steps`` took, and hears what the
        user asks."""
        now = time.perf_counter()
        seconds, self._began = now - self._began, now
        wanted = int(steps * SECONDS / max(seconds, 1e-6)) if steps else 1
        self.control.exchange(max(1, min(wanted, 2 * steps + 1, most)))
        self._began = time.perf_counter()


class OwnChance(Hook):
    """Dropout and the like differ between processes, and go on after a checkpoint as they would have."""

    name = "processes"

    def __init__(self, team: Team, device: torch.device, seed: int) -> None:
        self.team, self.device = team, device
        self._waiting: dict[str, torch.Tensor] = {}
        if not team.first:
            torch.manual_seed(seed + team.rank)

    def state(self) -> HookState:
        """The states of all processes' generators, one row each; all of them must ask at the same time."""
        states = {name: self.team.gather(state.unsqueeze(0)) for name, state in rng_state(self.device).items()}
        return states, {"size": self.team.size}

    def load(self, tensors: Mapping[str, torch.Tensor], values: Mapping[str, Any]) -> None:
        """Takes up this process' states where there were as many processes."""
        if values.get("size") == self.team.size:
            # Copies: torch reads a generator's state in words, from which a row of bytes may be out of line.
            self._waiting = {name: rows[self.team.rank].clone() for name, rows in tensors.items()}

    def settle(self, seed: int, step: int) -> None:
        """After a checkpoint was taken up, which sets the generators as those of the first process were."""
        if self._waiting:
            set_rng_state(self._waiting, self.device)
        elif not self.team.first:
            torch.manual_seed(seed + step + self.team.rank)


class SilentKeeper(Keeper):
    """Of a process that is not the first: keeps the newest snapshots and writes none."""

    def __init__(self) -> None:
        super().__init__(Path(), lambda: 0.0)

    def flush(self, trained: float) -> list[tuple[Which, Snapshot]]:
        """Nothing is written."""
        self._pending.pop("last", None)
        return []


class SilentWriter:
    """Of a process that is not the first: records nothing."""

    def __init__(self, run: str) -> None:
        self.run, self.folder = run, Path()

    def write(self, event: Event) -> None:
        """Nothing."""

    def cut(self, **_where: int) -> None:
        """Nothing."""

    def keep_project(self, project: Project) -> None:
        """Nothing."""

    def keep_preprocess(self, preprocess: Preprocess) -> None:
        """Nothing."""

    def close(self) -> None:
        """Nothing."""


def device_of(place: Place, name: str) -> torch.device:
    """The device of this process: the GPU of its number on this machine, or the CPU. Raises ``DeviceError``."""
    wanted = name.strip().lower()
    if wanted in ("", "auto"):
        wanted = "cuda" if torch.cuda.device_count() >= place.local_size else "cpu"
    if wanted == "cuda":
        return resolve_device(f"cuda:{place.local_rank}")
    if wanted == "cpu":
        return torch.device("cpu")
    raise DeviceError(
        f"Several processes can't train on {name}",
        "Each takes a GPU of its own, or all take the CPU",
        "Choose auto, cuda or cpu",
        code="team.device",
        values={"device": name},
    )


def spread(module: nn.Module, recipe: TrainingRecipe, team: Team) -> None:
    """Makes a network one of several, before its optimiser is made. Raises ``TrainingError`` for what they can't do."""
    check_recipe(recipe, module)
    wanted = recipe.processes
    if wanted.sync_batch_norm and has_batch_norm(module):
        if recipe.accumulation > 1:
            raise TrainingError(
                "Batch norm over all processes needs whole batches, and this run has micro-batches",
                "",
                "Set training.accumulation to 1, or switch training.processes.sync_batch_norm off",
                code="team.refused",
                values={"setting": "training.accumulation"},
            )
        share_norms(module)
    if wanted.shard_weights:
        check_sharding(recipe, module)
        divide(module, team)


def enter_team(session: Session, team: Team) -> OwnChance:
    """Makes a session one of several. Raises ``TrainingError`` for what they can't do."""
    if session.game is not None:
        raise TrainingError(
            "A game of two networks works in one process, and this run has several",
            "",
            "Start it without torchrun",
            code="team.refused",
            values={"setting": "training.objective"},
        )
    own = OwnChance(team, session.device, session.recipe.seed)
    # The first tells the health for all. Of divided weights it knows too little.
    looks = team.first and not divided(session.module)
    session.hooks = [*(h for h in session.hooks if looks or h.name != "health"), own]
    return own


def check_recipe(recipe: TrainingRecipe, module: nn.Module) -> None:
    """Raises ``TrainingError`` for what several processes can't do."""
    refused = ""
    if recipe.privacy.kind != "none":
        refused = "Private training"
    elif recipe.optimizer.kind == "lbfgs":
        refused = "L-BFGS"
    elif adding_modules(module):
        refused = "A variational autoencoder"
    if refused:
        raise TrainingError(
            f"{refused} works in one process, and this run has several",
            "",
            "Start it without torchrun, or change the setting",
            code="team.refused",
            values={"setting": refused},
        )
