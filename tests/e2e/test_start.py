"""The program started as a user starts it: the window shows, opens a file, and closes."""

from __future__ import annotations

import os
from pathlib import Path

from workbench.engine.project.files import save_project
from workbench.engine.project.samples import sample


def test_the_window_shows_and_closes_by_its_shortcut(start):
    program = start()
    program.wait_for_window("Workbench")
    program.xdotool("search", "--sync", "--onlyvisible", "--name", "Workbench", "windowactivate", "--sync")
    program.xdotool("key", "ctrl+q")
    assert program.process.wait(120) == 0
    assert program.output() == ""


def test_a_file_on_the_command_line_is_opened(start, tmp_path: Path):
    path = tmp_path / "数字.nnwb"
    save_project(sample("iris-mlp").project(), path)
    program = start(os.fspath(path))
    program.wait_for_window("数字")
    program.xdotool("search", "--sync", "--onlyvisible", "--name", "数字", "windowactivate", "--sync")
    program.xdotool("key", "ctrl+q")
    assert program.process.wait(120) == 0


def test_a_broken_file_still_shows_the_window(start, tmp_path: Path):
    path = tmp_path / "broken.nnwb"
    path.write_text("{")
    program = start(os.fspath(path))
    program.wait_for_window("Workbench")
    assert program.process.poll() is None
