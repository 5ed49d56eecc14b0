"""What the commands print: results on stdout, messages on stderr, one JSON object a line with ``--json``."""

from __future__ import annotations

import json
import math
import os
import shlex
import sys
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from ..engine.errors import WorkbenchError


def prepare_streams() -> None:
    """Characters that a terminal can't show are written as escapes, and closed streams lead to nowhere."""
    # Python has None for a stream that was closed before it began (``>&-``, or a program without a console).
    sys.stdout = sys.stdout or open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115 - open as long as the program runs
    sys.stderr = sys.stderr or open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")


def silence_stdout() -> None:
    """Leads stdout to nowhere, so that the interpreter's last flush does not fail on a closed pipe."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def emit(value: dict[str, Any]) -> None:
    """One JSON object on its own line of stdout, at once."""
    print(json.dumps(_finite(value), allow_nan=False), flush=True)


def say(text: str) -> None:
    """A message on stderr."""
    print(text, file=sys.stderr, flush=True)


def quoted(file: Path) -> str:
    """A path as it can be pasted into a command line."""
    text = str(file)
    if os.name == "nt":
        return f'"{text}"' if " " in text else text
    return shlex.quote(text)


def fail(error: WorkbenchError) -> int:
    """Tells a failure in its sentence; returns the exit code."""
    say(str(error))
    return int(getattr(error, "exit_code", 1))


def table(rows: Iterable[Sequence[str]], header: Sequence[str] = (), right: Sequence[int] = ()) -> None:
    """Prints rows as columns; those in ``right`` are aligned to the right."""
    lines = [list(header), *map(list, rows)] if header else [list(row) for row in rows]
    if not lines:
        return
    widths = [max(len(line[i]) for line in lines) for i in range(len(lines[0]))]
    for line in lines:
        cells = [c.rjust(w) if i in right else c.ljust(w) for i, (c, w) in enumerate(zip(line, widths, strict=True))]
        print("  ".join(cells).rstrip())


def number(value: float) -> str:
    """A metric for people: four digits that matter."""
    return f"{value:.4g}" if math.isfinite(value) else str(value)


def metrics_text(metrics: dict[str, float]) -> str:
    """Metrics in one line: ``loss 0.31  val_accuracy 0.97``."""
    return "  ".join(f"{name} {number(value)}" for name, value in metrics.items())


def count(amount: int, noun: str) -> str:
    """``1 sample``, ``1,797 samples``."""
    return f"{amount:,} {noun}{'' if amount == 1 else 's'}"


def _finite(value: Any) -> Any:
    """NaN and infinities as the strings that events use for them: JSON has none."""
    if isinstance(value, float) and not math.isfinite(value):
        return "NaN" if math.isnan(value) else "Infinity" if value > 0 else "-Infinity"
    if isinstance(value, dict):
        return {key: _finite(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_finite(inner) for inner in value]
    return value
