"""Child processes of the engine: started alike, written to, ended with all they have started, and their deaths named.

They hear a line of JSON at a time on stdin and say one on stdout; what they print on stderr counts only if they die.
"""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
from collections.abc import Mapping, Sequence
from typing import IO, Any

WINDOWS_CRASHES = {0xC0000005: "access violation", 0xC0000409: "SIGABRT", 0xC00000FD: "access violation"}


def start(
    command: Sequence[str], words: IO[bytes], environment: Mapping[str, str] | None = None
) -> subprocess.Popen[bytes]:
    """Starts a program in a group of its own: Ctrl+C in a terminal reaches it through us, once, and it ends with its own children.

    Args:
        command: the program and its arguments.
        words: a file for what it prints on stderr; read it with ``last_line``. A pipe would have to be emptied all the time.
        environment: variables beside ours.

    Raises ``OSError`` where no process can be made.
    """
    group: dict[str, Any] = {"start_new_session": True}
    if sys.platform == "win32":
        group = {"creationflags": subprocess.CREATE_NEW_PROCESS_GROUP}
    return subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=words,
        env={**os.environ, **(environment or {}), "PYTHONIOENCODING": "utf-8"},
        **group,
    )


def engine_module(name: str) -> list[str]:
    """The command that runs a module of the engine, "study", in this Python."""
    return [sys.executable, "-m", f"workbench.engine.{name}"]


def tell(child: subprocess.Popen[bytes], line: str) -> None:
    """Writes a line, waiting until the pipe has taken it. A child that died hears nothing: its reader notices."""
    assert child.stdin is not None
    rest = line.encode() + b"\n"
    with contextlib.suppress(OSError, ValueError):
        while rest:
            rest = rest[os.write(child.stdin.fileno(), rest) :]


def end(child: subprocess.Popen[bytes]) -> None:
    """Ends it at once, and all it has started. Nothing happens to one that has been waited for."""
    if child.poll() is None:
        end_group(child.pid)
        with contextlib.suppress(OSError):
            child.kill()


def end_group(leader: int) -> None:
    """Ends what a child had started that is dead itself."""
    if sys.platform != "win32":
        with contextlib.suppress(OSError):
            os.killpg(leader, signal.SIGKILL)


def close(child: subprocess.Popen[bytes]) -> None:
    """Closes our ends of its pipes."""
    for stream in (child.stdin, child.stdout):
        assert stream is not None
        with contextlib.suppress(OSError):
            stream.close()


def text_of(words: IO[bytes]) -> str:
    """What a dead child has printed on stderr."""
    words.seek(0)
    return words.read().decode("utf-8", "replace").strip()


def last_line(text: str, most: int) -> str:
    """The last line, which names the error in Python's own reports; at most so many characters of it."""
    return text.splitlines()[-1].strip()[:most] if text else ""


def death(code: int) -> str:
    """How a process ended: "SIGKILL", "exit code 3"."""
    if code in WINDOWS_CRASHES:
        return WINDOWS_CRASHES[code]
    try:
        return signal.Signals(-code).name
    except ValueError:
        return f"exit code {code}"
