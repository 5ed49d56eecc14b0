"""The command line. Exit codes: 0 done, 1 the project or data cannot do this (one sentence), 2 wrong usage."""

from __future__ import annotations

import difflib
import errno
import sys
from collections.abc import Sequence
from pathlib import Path

from ..engine.errors import WorkbenchError

COMMANDS = (
    "samples",
    "new",
    "check",
    "train",
    "probe",
    "find-rate",
    "find-batch",
    "study",
    "change",
    "pause",
    "resume",
    "stop",
    "evaluate",
    "predict",
    "export",
    "runs",
    "doctor",
)


INTERRUPTED = 130
"""Ctrl+C where there is nothing to keep; typer ends a command with this code and an empty line."""


def main(arguments: Sequence[str]) -> int:
    """Runs one command, or the window for ``[FILE]``; returns the exit code and raises nothing."""
    from .output import fail, prepare_streams, silence_stdout

    prepare_streams()
    try:
        code = _run(list(arguments))
        sys.stdout.flush()
        return code
    except BrokenPipeError:
        silence_stdout()  # the reader has gone (| head): nobody is left to tell
        return 1
    except WorkbenchError as error:
        return fail(error)
    except KeyboardInterrupt:
        print("Interrupted.", file=sys.stderr)
        return INTERRUPTED
    except OSError as error:
        if error.errno != errno.ENOSPC or error.filename is not None:
            return _unexpected(error)
        silence_stdout()  # a file would have a name: it is where the output goes that is full
        print("The output could not be written: the disk it goes to is full. Free some space there.", file=sys.stderr)
        return 1
    except Exception as error:
        return _unexpected(error)


def _run(arguments: list[str]) -> int:
    first = arguments[0] if arguments else ""
    if not first or (not first.startswith("-") and first not in COMMANDS):
        return _window(arguments)
    from .running import app

    try:
        app(args=arguments, prog_name="workbench")
    except SystemExit as ended:
        if ended.code == INTERRUPTED:
            print("Interrupted.", file=sys.stderr)
        return ended.code if isinstance(ended.code, int) else int(ended.code is not None)
    return 0


def _window(arguments: list[str]) -> int:
    path = Path(arguments[0]) if arguments else None
    if path is not None and path.suffix != ".nnwb" and not path.exists():
        near = difflib.get_close_matches(str(path), COMMANDS, n=1)
        hint = f"Did you mean '{near[0]}'?" if near else f"The commands are {', '.join(COMMANDS)}."
        print(f"There is no command or file '{path}'. {hint}", file=sys.stderr)
        return 2
    if len(arguments) > 1:
        print("The window opens one file: workbench [FILE]", file=sys.stderr)
        return 2
    from .window import open_window

    return open_window(path)


def _unexpected(error: Exception) -> int:
    from ..engine.logfile import log_exception

    log = log_exception(error)
    first_line = (str(error) or "no message").splitlines()[0]
    where = f"The details are in {log}." if log else "The log could not be written."
    print(f"Workbench failed unexpectedly ({type(error).__name__}: {first_line[:200]}). {where}", file=sys.stderr)
    return 1
