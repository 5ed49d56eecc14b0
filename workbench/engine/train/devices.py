"""The devices a network can train on. torch is imported when a function is called, not before."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..errors import DeviceError

if TYPE_CHECKING:
    import torch


@dataclass(frozen=True)
class DeviceInfo:
    """A device that is there.

    Attributes:
        name: what recipes and ``--device`` call it ("cpu", "cuda:0", "mps").
        label: for people ("NVIDIA H100 80GB HBM3").
        memory: bytes in all.
        free: bytes free at the moment.
    """

    name: str
    label: str
    memory: int
    free: int


def list_devices() -> list[DeviceInfo]:
    """The CPU, then every accelerator that torch can use."""
    import psutil
    import torch

    memory = psutil.virtual_memory()
    found = [DeviceInfo("cpu", _cpu_label(), memory.total, memory.available)]
    if torch.cuda.is_available():
        for index in range(torch.cuda.device_count()):
            free, total = torch.cuda.mem_get_info(index)
            found.append(DeviceInfo(f"cuda:{index}", torch.cuda.get_device_name(index), total, free))
    if torch.backends.mps.is_available():
        limit = torch.mps.recommended_max_memory()
        found.append(DeviceInfo("mps", "Apple GPU", limit, limit - torch.mps.current_allocated_memory()))
    return found


def resolve_device(name: str) -> torch.device:
    """The torch device for a name; "auto" is the first accelerator, or the CPU. Raises ``DeviceError``."""
    import torch

    wanted = name.strip().lower()
    if wanted in ("", "auto"):
        if torch.cuda.is_available():
            return torch.device("cuda", 0)
        return torch.device("mps" if torch.backends.mps.is_available() else "cpu")
    if wanted == "cpu":
        return torch.device("cpu")
    there = [d.name for d in list_devices()]
    if wanted == "cuda" and "cuda:0" in there:
        return torch.device("cuda", 0)
    if wanted in there:
        return torch.device(wanted)
    known = "Known are auto, cpu, cuda, cuda:1 and mps"
    if wanted.split(":")[0] in ("cuda", "mps"):
        known = f"There is {', '.join(there)}"
        if wanted.startswith("cuda") and torch.version.cuda is None:
            known += "; this torch was built without CUDA"
    raise DeviceError(
        f"The device '{name}' is not there",
        known,
        f"Choose auto or {' or '.join(there)}",
        code="device.missing",
        values={"device": name, "there": there},
    )


def free_memory(device: torch.device) -> int:
    """Bytes free on a device at the moment."""
    import psutil
    import torch

    if device.type == "cuda":
        return torch.cuda.mem_get_info(device)[0]
    if device.type == "mps":
        return torch.mps.recommended_max_memory() - torch.mps.current_allocated_memory()
    return int(psutil.virtual_memory().available)


def default_threads() -> int:
    """CPU threads for training when nobody says otherwise: one for each physical core that this process may use."""
    import os

    import psutil

    allowed = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return max(1, min(allowed, psutil.cpu_count(logical=False) or allowed, _quota()))


def _quota() -> int:
    """Whole cores that a container may use; a large number without a limit.

    Source: https://docs.kernel.org/admin-guide/cgroup-v2.html#cpu-interface-files
    """
    from pathlib import Path

    try:
        limit, period = Path("/sys/fs/cgroup/cpu.max").read_text(encoding="ascii").split()
        return max(1, int(limit) // int(period))
    except (OSError, ValueError):
        return 1_000_000


def _cpu_label() -> str:
    import platform
    from pathlib import Path

    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        lines = []
    named = [line.split(":", 1)[1].strip() for line in lines if line.startswith("model name")]
    return named[0] if named else platform.processor() or platform.machine() or "CPU"
