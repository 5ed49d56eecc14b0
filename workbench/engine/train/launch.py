"""Several processes of this machine for one run: torchrun, started and steered as a child is."""

from __future__ import annotations

import re
import sys

from .isolated import IsolatedRunner, death_of
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

    def _why(self, code: int, words: str, *, starved: bool) -> str:
        """How the process died that torchrun tells as the first; its own report is of no use to people."""
        first = re.search(r"exitcode: (-?\d+)\) local_rank", words)
        said = re.split(r"^[WE]\d{4} [^\n]*torch/distributed/", words, maxsplit=1, flags=re.MULTILINE)[0]
        own = re.sub(r"^\*+\n.*?^\*+$", "", said, flags=re.MULTILINE | re.DOTALL).strip()
        return death_of(int(first[1]) if first else code, own, starved=starved)


def command(processes: int, module: str = "workbench.engine.train.child") -> list[str]:
    """torchrun for this machine alone, with a free port of its own."""
    start = [sys.executable, "-m", "torch.distributed.run", "--standalone", "--nproc-per-node", str(processes)]
    return [*start, "-m", module]
