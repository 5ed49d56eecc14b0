"""The doctor's findings, from the command line of the same program in a child process."""

from __future__ import annotations

import os
import subprocess
import sys

from ..engine.data.recipe import Progress
from ..engine.errors import WorkbenchError


def findings(progress: Progress) -> str:
    """What ``workbench doctor`` prints. Raises ``WorkbenchError`` when it prints nothing."""
    process = subprocess.Popen(
        [sys.executable, "-m", "workbench", "doctor"],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        env={**os.environ, "PYTHONIOENCODING": "utf-8", "NO_COLOR": "1", "COLUMNS": "100"},
    )
    try:
        while True:
            try:
                output, _ = process.communicate(timeout=0.2)
                break
            except subprocess.TimeoutExpired:
                progress(0.0, "")
    finally:
        if process.poll() is None:
            process.kill()
            process.wait()
    text = output.decode("utf-8", errors="replace").strip()
    if not text:
        raise WorkbenchError(
            "The examination of this computer said nothing",
            "",
            "Run 'workbench doctor' in a terminal to see why",
            code="doctor.silent",
        )
    return text
