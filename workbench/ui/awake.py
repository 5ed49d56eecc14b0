"""Keeps the computer from going to sleep while a network trains."""

from __future__ import annotations

import logging
import os
import shutil
import subprocess
import sys

log = logging.getLogger(__name__)


class Awake:
    """Holds the computer awake between ``hold`` and ``release``; where the system has no such thing, nothing happens."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        self._held = False

    @property
    def held(self) -> bool:
        """Whether the computer is asked to stay awake."""
        return self._held

    def hold(self) -> None:
        """From now on the computer stays awake."""
        if self._held:
            return
        self._held = True
        if sys.platform == "win32":
            _windows(True)
            return
        command = _command()
        if command is None:
            return
        try:
            # The child ends with our end of its input, so that it goes even when we are killed.
            self._process = subprocess.Popen(
                command, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
            )
        except OSError as error:
            log.info("the computer can't be kept awake: %s", error)

    def release(self) -> None:
        """The computer may sleep again."""
        if not self._held:
            return
        self._held = False
        if sys.platform == "win32":
            _windows(False)
        if self._process is not None:
            if self._process.stdin is not None:
                self._process.stdin.close()
            self._process.terminate()
            self._process.wait(2)
            self._process = None


def _command() -> list[str] | None:
    if sys.platform == "darwin":
        return ["caffeinate", "-i", "-w", str(os.getpid())]
    if shutil.which("systemd-inhibit") and os.path.isdir("/run/systemd/system"):
        return ["systemd-inhibit", "--what=idle:sleep", "--who=Workbench", "--why=Training a network", "cat"]
    return None


def _windows(on: bool) -> None:
    import ctypes

    continuous, system_required = 0x80000000, 0x00000001
    kernel = getattr(ctypes, "windll").kernel32  # noqa: B009 - the name exists on Windows only
    kernel.SetThreadExecutionState(continuous | (system_required if on else 0))
