"""The processes that train one network together, as ``torchrun`` starts them.

All of them walk through the same run, step by step, and must come to the same decisions. What only one can know (what the
user asks, what the clock says) is told by the first, and what each knows a part of (losses, metrics) is put together;
both only where a block of steps leaves, so that no step waits for more than the gradients.

Numbers travel between processors' memories (gloo) beside the gradients, which take the device's own way (nccl).
"""

from __future__ import annotations

import contextlib
import json
import os
import re
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import torch
import torch.distributed as dist
from torch import nn
from torch._C._distributed_c10d import PrefixStore
from torch.distributed.rendezvous import rendezvous

from ..errors import TrainingError
from .place import Place

if TYPE_CHECKING:
    from torch.distributed.device_mesh import DeviceMesh

    from .distributed import TeamWork
    from .recipe import TrainingRecipe
    from .session import Session

TIMEOUT = timedelta(hours=24)
"""How long a process waits for the others: the first of a machine may have to prepare a lot of data."""

JOINING = timedelta(minutes=10)
"""How long it waits until all have come, which is before anything is prepared."""


class Lost(TrainingError):
    """Another process of the run is gone."""


class Team:
    """The processes of one run, joined.

    Args:
        place: of this process.
        device: where it computes; gradients of a GPU go by nccl.
    """

    def __init__(self, place: Place, device: torch.device) -> None:
        self.place = place
        self.rank, self.size = place.rank, place.size
        self.first = place.rank == 0
        self.device = device
        try:
            if device.type == "cuda":
                torch.cuda.set_device(device)
            store, _, _ = next(rendezvous("env://", place.rank, place.size, timeout=JOINING))
            backend = "nccl" if device.type == "cuda" else "gloo"
            dist.init_process_group(backend, store=store, rank=place.rank, world_size=place.size, timeout=TIMEOUT)
            self._store = PrefixStore("workbench", store)
            self._group = dist.group.WORLD if device.type == "cpu" else dist.new_group(backend="gloo", timeout=TIMEOUT)
            store.set_timeout(TIMEOUT)
        except (RuntimeError, ValueError) as error:
            raise not_joined(error, place) from error

    def mesh(self) -> DeviceMesh:
        """All processes in a row, as torch wants them named where weights are divided."""
        from torch.distributed.device_mesh import init_device_mesh

        return init_device_mesh(self.device.type, (self.size,))

    def confess(self, why: str) -> None:
        """Leaves word of why this process ends, for those that find it gone."""
        with contextlib.suppress(RuntimeError):
            self._store.set(f"problem/{self.rank}", why)

    def confessed(self) -> str:
        """What other processes said before they ended; empty for nothing."""
        with contextlib.suppress(RuntimeError):
            for rank in range(self.size):
                if self._store.check([f"problem/{rank}"]):
                    return str(self._store.get(f"problem/{rank}").decode(errors="replace"))
        return ""

    def spread(self, module: nn.Module, recipe: TrainingRecipe) -> None:
        """Makes a network one of several, before its optimiser is made. Raises ``TrainingError`` for what they can't do."""
        from .distributed import spread

        spread(module, recipe, self)

    def work(self, session: Session, step: object, control: object) -> TeamWork:
        """What a loop does otherwise."""
        from .distributed import TeamControl, TeamWork
        from .step import Step

        assert isinstance(step, Step)
        assert isinstance(control, TeamControl)
        return TeamWork(self, session, step, control)

    def understood(self, error: BaseException) -> BaseException:
        """The error, or where it came from a connection, what that means."""
        return lost(error, self.confessed()) if is_lost(error) else error

    def leave(self) -> None:
        """Ends the connection."""
        if dist.is_initialized():
            dist.destroy_process_group()

    def told(self, value: Any) -> Any:
        """What the first process says, anything that goes to JSON; all others pass anything."""
        message = json.dumps(value).encode() if self.first else b""
        length = torch.tensor([len(message)])
        with _whole():
            dist.broadcast(length, 0, group=self._group)
            content = torch.zeros(int(length), dtype=torch.uint8)
            if self.first:
                content = torch.frombuffer(bytearray(message), dtype=torch.uint8)
            dist.broadcast(content, 0, group=self._group)
        return json.loads(bytes(content.tolist()))

    def sum(self, numbers: torch.Tensor) -> torch.Tensor:
        """The sum over all processes, on the CPU, the same to the last bit in each."""
        # A copy in any case: what was given is still its owner's.
        total = numbers.detach().to("cpu", torch.float64, copy=True).contiguous()
        with _whole():
            dist.all_reduce(total, group=self._group)
            dist.broadcast(total, 0, group=self._group)
        return total

    def gather(self, part: torch.Tensor) -> torch.Tensor:
        """The parts of all processes one behind the other, on the CPU; they may differ in length."""
        part = part.detach().cpu().contiguous()
        lengths = [torch.zeros(1, dtype=torch.int64) for _ in range(self.size)]
        with _whole():
            dist.all_gather(lengths, torch.tensor([len(part)]), group=self._group)
            most = max(int(n) for n in lengths)
            padded = part.new_zeros((most, *part.shape[1:]))
            padded[: len(part)] = part
            parts = [torch.empty_like(padded) for _ in range(self.size)]
            dist.all_gather(parts, padded, group=self._group)
        return torch.cat([p[: int(n)] for p, n in zip(parts, lengths, strict=True)])

    def agree(self, problem: str) -> None:
        """Waits for all; where one of them has a problem, all end. Raises ``TrainingError`` with it in those that have none."""
        said = problem.encode()
        parts = self.gather(
            torch.frombuffer(bytearray(said), dtype=torch.uint8) if said else torch.zeros(0, dtype=torch.uint8)
        )
        if problem or not len(parts):
            return
        raise TrainingError(
            f"Another process of the run could not go on: {bytes(parts.tolist()).decode(errors='replace')}",
            code="team.other_failed",
        )

    def part_of(self, count: int) -> tuple[int, int]:
        """Where this process' share of ``count`` begins and ends; shares differ by one at most."""
        return count * self.rank // self.size, count * (self.rank + 1) // self.size

    def largest_part(self, count: int) -> int:
        """The most that some process has of ``count``."""
        return -(-count // self.size)


class _whole:
    """Around what all processes do together: an error of the connection means that one of them is gone."""

    def __enter__(self) -> None:
        return None

    def __exit__(self, kind: object, error: BaseException | None, traceback: object) -> None:
        if isinstance(error, RuntimeError):
            raise lost(error) from error


def not_joined(error: BaseException, place: Place) -> TrainingError:
    """Why the processes of a run didn't come together, in words."""
    said, expected, fix = str(error), "", "Check address, port and firewall, and that all were started"
    where = f"{os.environ.get('MASTER_ADDR', 'an address')}:{os.environ.get('MASTER_PORT', 'a port')}"
    port = os.environ.get("MASTER_PORT", "that was given")
    seconds = JOINING.total_seconds()
    time = f"{seconds / 60:g} minutes" if seconds >= 60 else f"{seconds:g} seconds"
    came = re.search(r"(\d+)/(\d+) clients joined", said)
    if "EADDRINUSE" in said or "already in use" in said:
        what = f"The port {port} of this computer is taken by another program, so that the processes of this run can't meet"
        fix = "Give torchrun another port, or end what uses this one (often an earlier run)"
    elif came:
        what = f"Only {came[1]} of the {place.size} processes of this run came within {time}"
    elif "timed out" in said.lower() and place.rank:
        what = f"The first process of this run was not found at {where} within {time}"
    else:
        what = f"The {place.size} processes of this run don't find each other ({_first_line(error)})"
        expected = "Each must reach the first one, at the address and port that torchrun was given"
    return TrainingError(what, expected, fix, code="team.not_joined", values={"error": _first_line(error)})


def lost(error: BaseException, words: str = "") -> Lost:
    """What an error of the connection means; ``words`` are what the lost process said."""
    return Lost(
        f"Another process of this run failed: {words}" if words else "Another process of this run is gone",
        "All of them must stay until the end",
        "Resume the run when this is mended: the last checkpoint is kept",
        code="team.lost",
        values={"error": _first_line(error)},
    )


def is_lost(error: BaseException) -> bool:
    """Whether an error came from a connection to another process."""
    words = ("connection closed", "connection reset", "gloo", "nccl", "broken pipe", "socket")
    return isinstance(error, Lost | dist.DistError) or (
        isinstance(error, RuntimeError) and any(word in str(error).lower() for word in words)
    )


def _first_line(error: BaseException) -> str:
    text = str(error).strip()
    return text.splitlines()[0][:200] if text else type(error).__name__
