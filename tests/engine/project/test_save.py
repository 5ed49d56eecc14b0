"""Saving: whatever goes wrong, the file holds the old project or the new one, never a part."""

from __future__ import annotations

import errno
import os
import random
import signal
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest

from workbench.engine.document import Project
from workbench.engine.errors import ProjectError
from workbench.engine.project import atomic
from workbench.engine.project.files import load_project, project_text, save_project

OLD, NEW = Project(title="old"), Project(title="new", notes="x" * 50_000)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / "a.nnwb"
    save_project(OLD, file)
    return file


def names(folder: Path) -> list[str]:
    return sorted(p.name for p in folder.iterdir())


def test_the_version_before_is_kept(path: Path):
    save_project(NEW, path)
    save_project(NEW, path)
    assert load_project(path) == NEW
    assert load_project(path.with_name("a.nnwb.bak")) == OLD, "saving the same again does not push the old version out"
    assert names(path.parent) == ["a.nnwb", "a.nnwb.bak"]


def test_the_backup_works_without_hard_links(path: Path, monkeypatch: pytest.MonkeyPatch):
    def no_links(*_: object) -> None:
        raise OSError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(atomic.os, "link", no_links)
    save_project(NEW, path)
    assert load_project(path.with_name("a.nnwb.bak")) == OLD
    assert load_project(path) == NEW


@pytest.mark.parametrize("call", ["fsync", "replace", "open", "chmod"])
@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EROFS, errno.EACCES, errno.EIO])
def test_a_failing_call_leaves_the_old_file_whole(path: Path, call: str, number: int, monkeypatch: pytest.MonkeyPatch):
    def fail(*_: object, **__: object) -> None:
        raise OSError(number, os.strerror(number))

    with monkeypatch.context() as patch:
        patch.setattr(atomic.os, call, fail)
        with pytest.raises(ProjectError, match=r"a\.nnwb was not saved") as caught:
            save_project(NEW, path)
    words = {errno.ENOSPC: "disk is full", errno.EROFS: "read-only", errno.EACCES: "no permission", errno.EIO: ""}
    assert words[number] in str(caught.value)
    assert load_project(path) == OLD
    assert [n for n in names(path.parent) if n.endswith(".tmp")] == []


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
def test_a_disk_that_fills_up_in_the_middle_of_a_write(path: Path, monkeypatch: pytest.MonkeyPatch):
    true_open = os.open

    def open_full(name: object, flags: int, mode: int = 0o777) -> int:
        return true_open("/dev/full" if str(name).endswith(".tmp") else name, flags & ~os.O_EXCL, mode)

    with monkeypatch.context() as patch:
        patch.setattr(atomic.os, "open", open_full)
        with pytest.raises(ProjectError, match="disk is full"):
            save_project(NEW, path)
    assert load_project(path) == OLD


def test_a_file_size_limit_of_the_system(path: Path):
    """A real failing write in a process that may not write as much as the project needs."""
    code = (
        "import resource, signal, sys\n"
        "from workbench.engine.document import Project\n"
        "from workbench.engine.errors import ProjectError\n"
        "from workbench.engine.project.files import save_project\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (10_000, 10_000))\n"
        "try:\n    save_project(Project(notes='x' * 50_000), sys.argv[1])\n"
        "except ProjectError as error:\n    print(error)\n"
    )
    pytest.importorskip("resource")
    done = subprocess.run([sys.executable, "-c", code, str(path)], capture_output=True, text=True, check=True)
    assert "was not saved" in done.stdout
    assert load_project(path) == OLD
    assert names(path.parent) == ["a.nnwb"]


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="this system has no owners of files")
def test_a_read_only_folder(tmp_path: Path):
    """In a process without special rights, as the superuser may write everywhere."""
    folder = Path("/tmp") / f"read-only-{os.getpid()}"
    folder.mkdir(mode=0o755)
    try:
        (folder / "a.nnwb").write_text(project_text(OLD), encoding="utf-8")
        folder.chmod(0o555)
        code = (
            "import os, sys\n"
            "from workbench.engine.document import Project\n"
            "from workbench.engine.errors import ProjectError\n"
            "from workbench.engine.project.files import save_project\n"
            "if os.geteuid() == 0:\n    os.setgid(65534); os.setuid(65534)\n"
            "for name in ('a.nnwb', 'b.nnwb'):\n"
            "    try:\n        save_project(Project(title='new'), os.path.join(sys.argv[1], name))\n"
            "    except ProjectError as error:\n        print(error)\n"
        )
        done = subprocess.run([sys.executable, "-c", code, str(folder)], capture_output=True, text=True, check=True)
        assert done.stdout.count("no permission to write in") == 2, done.stdout
        assert load_project(folder / "a.nnwb") == OLD
        assert names(folder) == ["a.nnwb"]
    finally:
        folder.chmod(0o755)
        for file in folder.iterdir():
            file.unlink()
        folder.rmdir()


def test_missing_folder_and_folder_as_target(tmp_path: Path):
    with pytest.raises(ProjectError, match="there is no folder"):
        save_project(NEW, tmp_path / "nowhere" / "a.nnwb")
    (tmp_path / "b.nnwb").mkdir()
    with pytest.raises(ProjectError, match="not a regular file"):
        save_project(NEW, tmp_path / "b.nnwb")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no permission bits")
def test_permissions_are_kept_and_new_files_follow_the_umask(path: Path):
    path.chmod(0o640)
    save_project(NEW, path)
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    before = os.umask(0o027)
    try:
        save_project(NEW, path.with_name("b.nnwb"))
    finally:
        os.umask(before)
    assert stat.S_IMODE(path.with_name("b.nnwb").stat().st_mode) == 0o640


@pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege on Windows")
def test_a_symbolic_link_stays_one(path: Path, tmp_path: Path):
    (tmp_path / "elsewhere").mkdir()
    link = tmp_path / "elsewhere" / "link.nnwb"
    link.symlink_to(path)
    save_project(NEW, link)
    assert link.is_symlink()
    assert load_project(path) == NEW


SAVER = """
import sys
from workbench.engine.document import Project
from workbench.engine.project.files import save_project
texts = ["a" * 300_000, "b" * 300_000]
print("ready", flush=True)
for turn in range(1_000_000):
    save_project(Project(title=texts[turn % 2][:1], notes=texts[turn % 2]), sys.argv[1])
"""


@pytest.mark.skipif(sys.platform == "win32", reason="needs SIGKILL")
def test_killed_in_the_middle_of_saves(path: Path):
    chance = random.Random(7)
    for _ in range(8):
        child = subprocess.Popen([sys.executable, "-c", SAVER, str(path)], stdout=subprocess.PIPE)
        assert child.stdout is not None and child.stdout.readline() == b"ready\n"
        time.sleep(0.05 + chance.random() * 0.03)
        child.send_signal(signal.SIGKILL)
        child.wait()
        child.stdout.close()
        project = load_project(path)
        assert project.title in ("a", "b"), "the child has saved"
        assert set(project.notes) == {project.title} and len(project.notes) == 300_000
        load_project(path.with_name("a.nnwb.bak"))


def test_leftovers_of_killed_saves_are_swept(path: Path):
    old, fresh = path.with_name(".a.nnwb.0123abcd.tmp"), path.with_name(".a.nnwb.4567abcd.tmp")
    other = path.with_name(".b.nnwb.0123abcd.tmp")
    for file in (old, fresh, other):
        file.write_text("half")
    for file in (old, other):
        os.utime(file, (time.time() - 3600, time.time() - 3600))
    save_project(NEW, path)
    assert not old.exists()
    assert fresh.exists(), "another window may be in the middle of it"
    assert other.exists(), "it belongs to another project"
