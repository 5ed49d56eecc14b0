"""The window where there is no screen."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems always have a screen")
@pytest.mark.parametrize(
    ("display", "words"), [("", "neither DISPLAY nor WAYLAND_DISPLAY"), (":3999", "no screen answers at DISPLAY=:3999")]
)
def test_a_screen_that_is_not_there_is_told(line: Path, display: str, words: str):
    env = {k: v for k, v in os.environ.items() if k not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")}
    ran = subprocess.run(
        [sys.executable, "-m", "workbench", str(line)],
        env={**env, **({"DISPLAY": display} if display else {})},
        capture_output=True,
        text=True,
        timeout=240,
        check=False,
    )
    if "not found" in ran.stderr:
        pytest.skip("Qt's system libraries are missing here")
    assert ran.returncode == 1 and words in ran.stderr and len(ran.stderr.splitlines()) == 1
