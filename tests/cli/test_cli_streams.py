"""Commands whose output goes nowhere, and files of odd names."""

from __future__ import annotations

import shlex
import subprocess
import sys
from pathlib import Path

import pytest
from commands import Run


@pytest.mark.skipif(sys.platform == "win32", reason="needs a shell that can close streams")
@pytest.mark.parametrize("closed", [">&-", "2>&-", ">&- 2>&-"])
def test_closed_streams_are_no_failure(line: Path, closed: str):
    command = f'"$0" -m workbench check "$1" {closed}'
    ran = subprocess.run(
        ["sh", "-c", command, sys.executable, str(line)], capture_output=True, text=True, timeout=240, check=False
    )
    assert ran.returncode == 0, ran.stderr
    assert "unexpectedly" not in ran.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="these characters can't be in names there")
def test_the_next_command_can_be_pasted(run: Run, tmp_path: Path):
    file = tmp_path / "my net 网络 'q\" $x.nnwb"
    made = run("new", "line-regression", file)
    command = shlex.split(made.err.split("Next: ")[1])
    assert command == ["workbench", "train", str(file)]
    assert run(*command[1:], "--set", "training.epochs=1").code == 0


@pytest.mark.parametrize("length", [250, 400])
def test_a_name_that_is_too_long_is_told(run: Run, tmp_path: Path, length: int):
    ran = run("new", "line-regression", tmp_path / ("l" * length + ".nnwb"))
    assert ran.code == 1 and "its name is too long" in ran.err and "unexpectedly" not in ran.err


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
def test_output_to_a_full_disk_is_told(line: Path):
    with open("/dev/full", "w", encoding="utf-8") as full:
        command = [sys.executable, "-m", "workbench", "check", str(line)]
        ran = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, timeout=240, check=False)
    assert ran.returncode == 1
    assert ran.stderr.startswith("The output could not be written: the disk it goes to is full")
