"""From the welcome page to an exported network in a real window, by mouse and keyboard."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from screen import virtual_screen

HERE = Path(__file__).resolve().parent


def act(part: str, folder: Path, env: dict[str, str]) -> dict[str, object]:
    """Plays a part of the story in a process of its own; returns what was seen there."""
    env = env | {"PYTHONPATH": os.pathsep.join([str(HERE), str(HERE.parent / "ui")])}
    done = subprocess.run(
        [sys.executable, str(HERE / "drive_spine.py"), part, str(folder)],
        env=env,
        capture_output=True,
        text=True,
        timeout=400,
        check=False,
    )
    report = folder / f"{part}.json"
    assert report.is_file(), f"the program ended early ({done.returncode}):\n{done.stderr[-3000:]}"
    seen = json.loads(report.read_text(encoding="utf-8"))
    assert "failed" not in seen, f"{seen['failed']}\n{done.stderr[-2000:]}\npictures: {folder / 'pictures'}"
    assert done.returncode == 0, done.stderr[-3000:]
    assert "Traceback" not in done.stderr, done.stderr[-3000:]
    return seen


@pytest.mark.window
def test_from_sample_to_export_and_back(tmp_path: Path) -> None:
    with virtual_screen(tmp_path / "settings") as env:
        first = act("first", tmp_path, env)
        assert first["torch_before_window"] is False
        assert first["nodes_at_first"] == 10
        assert "graph.unconnected" in first["errors_when_dropped"]
        assert first["errors_when_connected"] == []
        assert any("10 numbers" in text for text in first["problem"])
        assert first["problem_shown"]
        assert first["grew_while_paused"] == 0
        assert first["grew_after_pause"] > 0
        assert first["runs"] == ["finished"]
        assert first["test_accuracy"] > 0.85

        again = act("again", tmp_path, env)
        assert "dropout_1" in again["nodes"] and len(again["nodes"]) == 11
        assert again["epochs"] == 6
        assert again["runs"] == ["finished"]
        assert again["points"] == again["steps"] > 100, "every step of the run is on the plot again"
        assert (tmp_path / "digits.runs").is_dir()
