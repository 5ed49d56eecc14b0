"""Crash recovery: what a killed window was editing is found again, and nothing else is."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from workbench.engine import folders
from workbench.engine.document import Project
from workbench.engine.errors import ProjectError
from workbench.engine.project import atomic, journal
from workbench.engine.project.files import save_project
from workbench.engine.project.journal import Journal, recoverable
from workbench.engine.project.untitled import adopt_runs, untitled_runs_dir

SAVED, EDITED = Project(title="saved"), Project(title="edited")

EDITOR = """
import sys, time
from pathlib import Path
from workbench.engine.document import Project
from workbench.engine.project.journal import Journal
journal = Journal(Path(sys.argv[1]) if sys.argv[1] else None)
journal.write(Project(title="typing"))
journal.write(Project(title=sys.argv[2]))
print("ready", flush=True)
time.sleep(60)
"""


@pytest.fixture(autouse=True)
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    if not folders.state_dir().is_relative_to(tmp_path):
        pytest.skip("this system's state folder can't be moved for a test")
    return tmp_path / "state"


def crash(path: Path | None, title: str) -> None:
    """A process that edits a document and is killed."""
    child = subprocess.Popen([sys.executable, "-c", EDITOR, str(path or ""), title], stdout=subprocess.PIPE)
    assert child.stdout is not None and child.stdout.readline() == b"ready\n"
    assert title not in [item.project.title for item in recoverable()], "a window that is still open is left alone"
    child.send_signal(signal.SIGKILL)
    child.wait()
    child.stdout.close()


@pytest.mark.skipif(sys.platform == "win32", reason="needs SIGKILL")
def test_a_killed_window_leaves_its_document(tmp_path: Path):
    path = tmp_path / "a.nnwb"
    save_project(SAVED, path)
    crash(path, "edited")
    crash(None, "untitled work")
    found = {item.path: item for item in recoverable()}
    assert found[path].project == EDITED
    assert found[path].journal.parent == path.parent, "it lies beside the file"
    assert found[None].project == Project(title="untitled work")
    for item in found.values():
        item.discard()
    assert recoverable() == []
    assert [p.name for p in tmp_path.iterdir() if p.name != "state"] == ["a.nnwb"]


@pytest.mark.skipif(sys.platform == "win32", reason="needs SIGKILL")
def test_what_was_saved_after_all_is_not_offered(tmp_path: Path):
    path = tmp_path / "a.nnwb"
    save_project(EDITED, path)
    crash(path, "edited")
    assert recoverable() == []
    assert [p.name for p in tmp_path.iterdir() if p.name != "state"] == ["a.nnwb"]


def test_a_clean_close_leaves_nothing(tmp_path: Path, state: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(journal, "_alive", lambda process, started: False)
    path = tmp_path / "a.nnwb"
    save_project(SAVED, path)
    kept = Journal(path)
    kept.write(EDITED)
    assert [item.project for item in recoverable()] == [EDITED]
    kept.discard()
    assert recoverable() == []
    assert [p for p in state.rglob("*") if p.is_file()] == []


def test_saving_under_a_new_name_moves_the_journal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(journal, "_alive", lambda process, started: False)
    kept = Journal()
    kept.write(EDITED)
    assert [item.path for item in recoverable()] == [None]
    kept.saved(tmp_path / "b.nnwb")
    assert recoverable() == []
    kept.write(EDITED)
    assert [item.path for item in recoverable()] == [tmp_path / "b.nnwb"]
    kept.discard()


def test_a_folder_that_cannot_be_written_falls_back_to_the_state_folder(
    tmp_path: Path, state: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(journal, "_alive", lambda process, started: False)
    kept = Journal(tmp_path / "gone" / "a.nnwb")
    kept.write(EDITED)
    (item,) = recoverable()
    assert item.project == EDITED and item.path == tmp_path / "gone" / "a.nnwb"
    assert item.journal.is_relative_to(state)
    kept.discard()


def test_no_place_at_all_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(atomic.os, "open", full)
    with pytest.raises(ProjectError, match="disk is full"):
        Journal(tmp_path / "a.nnwb").write(EDITED)


def test_a_damaged_note_harms_nothing(state: Path):
    folder = folders.state_dir() / "recovery"
    folder.mkdir(parents=True)
    (folder / "1.json").write_text("{")
    (folder / "2.json").write_text('{"journal": 3}')
    (folder / "3.json").write_text('{"path": null, "journal": "/nowhere", "process": 0, "started": 0}')
    assert recoverable() == []
    os.utime(folder / "1.json", (0, 0))
    assert recoverable() == []
    assert not (folder / "1.json").exists(), "after a week it is cleared away"


def test_runs_of_an_untitled_project_move_at_the_first_save(tmp_path: Path):
    runs = untitled_runs_dir()
    adopt_runs(runs, tmp_path / "a.runs")
    assert not (tmp_path / "a.runs").exists(), "no runs, no folder"
    runs.mkdir(parents=True)
    (runs / "runs.sqlite").write_text("x")
    adopt_runs(runs, tmp_path / "a.runs")
    assert (tmp_path / "a.runs" / "runs.sqlite").read_text() == "x"
    assert not runs.exists()
    other = untitled_runs_dir()
    other.mkdir(parents=True)
    (other / "runs.sqlite").write_text("y")
    with pytest.raises(ProjectError, match="already holds other runs"):
        adopt_runs(other, tmp_path / "a.runs")
    assert (other / "runs.sqlite").read_text() == "y"
