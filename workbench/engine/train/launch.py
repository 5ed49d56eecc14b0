"""Several processes of this machine for one run: torchrun, started and steered as a child is."""

from __future__ import annotations

import sys

from .isolated import IsolatedRunner
from .runspec import RunSpec


class TeamRunner(IsolatedRunner):
    """Trains in ``processes`` processes of this machine, by ``torchrun``. The interface is that of every runner.

    The first of them writes the store and speaks. When one dies, torchrun ends the others, and the ending is recorded.
    """

    def __init__(self, spec: RunSpec, processes: int) -> None:
        environment = {"TORCH_CPP_LOG_LEVEL": "ERROR"}
        if sys.platform == "win32":
            environment["USE_LIBUV"] = "0"  # torch for Windows comes without it
        super().__init__(spec, command=command(processes), environment=environment)
        self.processes = processes


def command(processes: int, module: str = "workbench.engine.train.child") -> list[str]:
    """torchrun for this machine alone, with a free port of its own."""
    start = [sys.executable, "-m", "torch.distributed.run", "--standalone", "--nproc-per-node", str(processes)]
    return [*start, "-m", module]
