"""Running commands: in this process where that is enough, as a real program where it is not."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from commands import Ran, Run
from trained import Trained, train_sample

from workbench.__main__ import main


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs a command in this process."""

    def call(*arguments: object) -> Ran:
        capsys.readouterr()
        code = main([str(a) for a in arguments])
        captured = capsys.readouterr()
        return Ran(code, captured.out, captured.err)

    return call


@pytest.fixture
def program() -> Callable[..., subprocess.Popen[str]]:
    """Starts a command as a program of its own."""

    def start(*arguments: object, **more: Any) -> subprocess.Popen[str]:
        command = [sys.executable, "-m", "workbench", *map(str, arguments)]
        return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, **more)

    return start


@pytest.fixture(scope="session")
def iris(tmp_path_factory: pytest.TempPathFactory) -> Trained:
    """A trained classification of a table. Tests must leave it as it is."""
    return train_sample("iris-mlp", tmp_path_factory.mktemp("cli"), "training.epochs=4")


@pytest.fixture
def line(tmp_path: Path, run: Run) -> Path:
    """A fresh project that trains in a moment."""
    assert run("new", "line-regression", tmp_path / "line.nnwb").code == 0
    return tmp_path / "line.nnwb"
