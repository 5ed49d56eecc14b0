"""How much memory this process takes and may take."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path

SHARE = 0.75
"""Share of the memory that is free which a batch may be sized for: other programs want some too."""

EXIT_CODE = 77
"""How a child ends that took more than it may, where the system sets no limit itself."""

_STATUS = Path("/proc/self/status")


def peak_memory() -> int:
    """Bytes of memory that this process took at most (resident), since ``forget_peak`` where the system has that."""
    if _STATUS.is_file():
        return _status("VmHWM")
    if sys.platform == "win32":
        import psutil

        return int(psutil.Process().memory_info().peak_wset)
    import resource

    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return int(peak) if sys.platform == "darwin" else int(peak) * 1024


def current_memory() -> int:
    """Bytes of memory that this process takes (resident)."""
    import psutil

    return int(psutil.Process().memory_info().rss)


def forget_peak() -> None:
    """Begins to count the peak anew, on Linux; elsewhere it stays what it was.

    Source: https://docs.kernel.org/filesystems/proc.html (clear_refs)
    """
    with suppress(OSError):
        Path("/proc/self/clear_refs").write_text("5", encoding="ascii")


def free_memory() -> int:
    """Bytes that programs may still take: of the computer, and of the container that this one runs in."""
    import psutil

    free = int(psutil.virtual_memory().available)
    with suppress(OSError, ValueError):  # no container, or one without a limit ("max")
        most = int(Path("/sys/fs/cgroup/memory.max").read_text(encoding="ascii"))
        used = int(Path("/sys/fs/cgroup/memory.current").read_text(encoding="ascii"))
        free = min(free, max(most - used, 0))
    return free


def limit_memory(more: int) -> bool:
    """Lets this process take ``more`` bytes beyond what it has; whether the system sees to it that it gets no more.

    Where it does, taking more fails like memory that has run out. Elsewhere ``watch_memory`` is for it.
    Source: https://man7.org/linux/man-pages/man2/getrlimit.2.html (RLIMIT_DATA)
    """
    if not _STATUS.is_file():
        return False
    import resource

    most = _status("VmData") + more
    resource.setrlimit(resource.RLIMIT_DATA, (most, resource.getrlimit(resource.RLIMIT_DATA)[1]))
    return True


def watch_memory(most: int, every: float = 0.02) -> None:
    """Ends this process with ``EXIT_CODE`` as soon as it takes more than ``most`` bytes. Returns at once."""
    import threading
    import time

    def watch() -> None:
        while current_memory() <= most:
            time.sleep(every)
        os._exit(EXIT_CODE)

    threading.Thread(target=watch, name="memory", daemon=True).start()


def _status(name: str) -> int:
    line = next(
        row for row in _STATUS.read_text(encoding="ascii", errors="replace").splitlines() if row.startswith(name)
    )
    return int(line.split()[1]) * 1024
