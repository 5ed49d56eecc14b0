"""The command by which several computers train one network together: what the user says of them, and the line to type."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from pathlib import Path
from typing import Annotated

from pydantic import Field

from ..values import Param, Value

ADDRESS = r"^[A-Za-z0-9.:_\-\[\]]*$"
"""Names and numbers of computers, IPv6 ones too; nothing that a command line would take for something else."""


class Machines(Value):
    """Computers that train one network together; each is given the same command."""

    computers: Annotated[int, Field(ge=1, le=1024)] = Param(
        2, help="How many train together. Each gets the same command."
    )
    processes: Annotated[int, Field(ge=1, le=64)] = Param(
        1, label="Processes on each", help="As many as a computer has GPUs; 1 where it has none."
    )
    address: Annotated[str, Field(max_length=253, pattern=ADDRESS)] = Param(
        "", label="Address of the first", help="Name or IP address of one of the computers, which all can reach."
    )
    port: Annotated[int, Field(ge=1024, le=65535)] = Param(
        29500, help="A port of that computer that is free, and that no firewall closes."
    )


def command_line(
    machines: Machines, file: Path, device: str = "auto", *, windows: bool = sys.platform == "win32"
) -> str:
    """The line to type on each computer, quoted as its shell wants it; where there is only one, without an address."""
    words = ["torchrun"]
    if machines.computers == 1:
        words.append("--standalone")
    else:
        words += ["--nnodes", str(machines.computers)]
    words += ["--nproc-per-node", str(machines.processes)]
    if machines.computers > 1:
        address = machines.address
        if address.count(":") > 1 and not address.startswith("["):
            address = f"[{address}]"
        words += ["--rdzv-backend", "c10d", "--rdzv-endpoint", f"{address}:{machines.port}", "--rdzv-id", _name(file)]
    words += ["-m", "workbench", "train", str(file)]
    # A GPU's number is another one in each process.
    kind = device.partition(":")[0]
    if kind in ("cpu", "cuda"):
        words += ["--device", kind]
    return subprocess.list2cmdline(words) if windows else shlex.join(words)


def _name(file: Path) -> str:
    """What the computers call their meeting, the same on each."""
    return re.sub(r"[^A-Za-z0-9_-]+", "-", file.stem).strip("-") or "workbench"
