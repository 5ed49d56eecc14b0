"""Decoding that was cancelled or killed goes on where it stopped, and brings what it would have brought at one go."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import numpy as np
import pytest
from picture_folders import load, own_cache_of_the_test, put, reasons, two_classes

from workbench.engine.data import decoded
from workbench.engine.data.cache import ArrayCache
from workbench.engine.data.file_hashes import YOUNG
from workbench.engine.data.recipe import Cancelled
from workbench.engine.data.unfinished import LOG, abandoned

__all__ = ["own_cache_of_the_test"]

DECODE = decoded.decode
SLOWLY = """
import sys, time
from pathlib import Path
from workbench.engine.data import decoded
from workbench.engine.data.sources.image_folder import ImageFolderSource

real = decoded.decode

def slow(file, name, shape):
    time.sleep(0.02)
    return real(file, name, shape)

decoded.decode = slow
ImageFolderSource(path=sys.argv[1], size=(8, 8)).load(lambda done, text: print(done, text, flush=True))
"""


@pytest.fixture
def folder(tmp_path, monkeypatch) -> Path:
    """Thirty-nine pictures and a file that is none; all count as old enough for their times to tell a change."""
    root = two_classes(tmp_path / "pictures", 20, size=(20, 30))
    (root / "cats" / "3.png").write_bytes(b"no picture")
    monkeypatch.setattr(decoded, "YOUNG", -1)
    return root


@pytest.fixture
def at_one_go(folder, tmp_path_factory, monkeypatch):
    """What the folder is when nothing interrupts."""
    cache = os.environ["XDG_CACHE_HOME"]
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("whole")))
    raw = load(folder)
    monkeypatch.setenv("XDG_CACHE_HOME", cache)
    return raw


@pytest.fixture
def names(monkeypatch) -> list[str]:
    """Names of the pictures that are really decoded."""
    found: list[str] = []
    real = decoded.decode

    def counted(file, name, shape):
        found.append(name)
        return real(file, name, shape)

    monkeypatch.setattr(decoded, "decode", counted)
    return found


def cancel_after(root: Path, count: int, monkeypatch) -> None:
    """Decodes at least so many pictures of a folder, and is cancelled."""
    done: list[str] = []
    stopped = threading.Event()

    def slow(file, name, shape):
        if len(done) >= count:
            stopped.wait(120.0)
            time.sleep(0.05)  # the threads are told before the next one
        done.append(name)
        return DECODE(file, name, shape)

    def stop(share: float, text: str) -> None:
        if len(done) >= count:
            stopped.set()
            raise Cancelled

    with monkeypatch.context() as patch:
        patch.setattr(decoded, "decode", slow)
        with pytest.raises(Cancelled):
            load(root, stop)


def count_opened(monkeypatch) -> list[str]:
    """Names of the pictures that are opened from now on."""
    found: list[str] = []
    real = Path.open

    def counted(self, *args, **named):
        if self.suffix == ".png":
            found.append(self.name)
        return real(self, *args, **named)

    monkeypatch.setattr(Path, "open", counted)
    return found


def partial() -> Path:
    """The one folder of work that was broken off."""
    (found,) = abandoned(ArrayCache().root)
    return found


def noted() -> int:
    return (partial() / LOG).read_bytes().count(b"\n") - 1


def assert_same(raw, whole) -> None:
    assert np.array_equal(raw.inputs["image"].values, whole.inputs["image"].values)
    assert raw.digest == whole.digest and raw.names == whole.names and reasons(raw) == reasons(whole)
    assert [n.code for n in raw.notices] == [n.code for n in whole.notices]


def test_a_killed_process_is_gone_on_with(folder, at_one_go, names):
    child = subprocess.Popen([sys.executable, "-c", SLOWLY, str(folder)], stdout=subprocess.PIPE, text=True)
    for line in child.stdout:
        if "Decoding pictures" in line and int(line.split("pictures: ")[1].split()[0]) >= 12:
            break
    child.send_signal(signal.SIGKILL)
    child.wait()
    child.stdout.close()
    before = noted()
    assert 8 <= before < 40 and ArrayCache().find(at_one_go.digest) is None
    assert_same(load(folder), at_one_go)
    assert len(names) == 40 - before
    assert not abandoned(ArrayCache().root), "it became the entry"
    assert sorted(p.name for p in (ArrayCache().root / at_one_go.digest).iterdir()) == ["about.json", "pictures.bin"]


def test_what_was_cancelled_is_gone_on_with_as_often_as_it_is(folder, at_one_go, names, monkeypatch):
    cancel_after(folder, 10, monkeypatch)
    first = noted()
    cancel_after(folder, 10, monkeypatch)
    second = noted()
    assert 10 <= first < second < 40
    assert_same(load(folder), at_one_go)
    assert len(names) == 40 - second


def test_a_file_that_changed_meanwhile_is_decoded_anew(folder, names, monkeypatch):
    cancel_after(folder, 20, monkeypatch)
    before = noted()
    put(folder / "cats" / "0.png", colour=(9, 8, 7))
    (folder / "cats" / "3.png").write_bytes(put(folder / "cats" / "1.png", colour=(1, 1, 1)).read_bytes())
    raw = load(folder)
    assert (raw.inputs["image"].values[0] == (9, 8, 7)).all() and (raw.inputs["image"].values[3] == 1).all()
    assert len(raw.names) == 40 and {"0.png", "1.png", "3.png"} <= set(names) and len(names) == 40 - before + 3


def test_young_files_are_read_again_and_not_decoded(folder, at_one_go, names, monkeypatch):
    monkeypatch.setattr(decoded, "YOUNG", YOUNG)
    cancel_after(folder, 20, monkeypatch)
    before = noted()
    opened = count_opened(monkeypatch)
    assert_same(load(folder), at_one_go)
    assert len(names) == 40 - before and len(opened) >= 40


def test_files_that_were_old_when_they_were_decoded_are_not_even_opened(folder, at_one_go, names, monkeypatch):
    cancel_after(folder, 20, monkeypatch)
    before = noted()
    opened = count_opened(monkeypatch)
    assert_same(load(folder, colour="rgb"), at_one_go)
    assert len(names) == len(opened) == 40 - before


@pytest.mark.parametrize("damage", ["torn line", "garbled line", "lost pixels", "short array", "no array", "no log"])
def test_nothing_counts_as_done_that_is_not_on_the_disk(folder, at_one_go, names, monkeypatch, damage):
    cancel_after(folder, 20, monkeypatch)
    before, log, pixels = noted(), partial() / LOG, partial() / "pictures.bin"
    lines = log.read_bytes()
    if damage == "torn line":
        log.write_bytes(lines[:-5])
    elif damage == "garbled line":
        log.write_bytes(lines[:-20] + lines[-20:].swapcase())
    elif damage == "lost pixels":
        pixels.write_bytes(bytes(192) + pixels.read_bytes()[192:])  # the first picture never got to the disk
    elif damage == "short array":
        os.truncate(pixels, 192 * 5 + 7)
    elif damage == "no array":
        pixels.unlink()
    else:
        log.unlink()
    lost = {"torn line": 1, "garbled line": 1, "lost pixels": 1, "no log": before}.get(damage, before - 6)
    assert_same(load(folder), at_one_go)
    again = len(names) - (40 - before)
    assert again >= lost if damage in ("short array", "no array") else again == lost


def test_another_size_or_listing_begins_anew(folder, names, monkeypatch):
    cancel_after(folder, 20, monkeypatch)
    load(folder, size=(4, 4))
    assert len(names) == 40
    put(folder / "dogs" / "a.png", colour=(5, 5, 5))
    raw = load(folder)
    assert len(raw.names) == 40 and (raw.inputs["image"].values[-1] == 5).all()
    assert not abandoned(ArrayCache().root), "its room went to the new listing"


def test_broken_off_work_counts_in_the_limit_and_is_cleared(folder, monkeypatch):
    cancel_after(folder, 20, monkeypatch)
    cache = ArrayCache()
    reached = (partial() / "pictures.bin").stat().st_size
    assert 20 * 192 <= reached < 40 * 192, "room that was not needed is given back"
    assert cache.size() == reached + (partial() / LOG).stat().st_size
    ArrayCache(limit=cache.size()).begin(1).__exit__(None, None, None)
    assert not abandoned(cache.root) and cache.size() == 0
    cancel_after(folder, 20, monkeypatch)
    cache.clear()
    assert not abandoned(cache.root)


def test_work_of_a_living_process_is_left_alone(folder, at_one_go, names, monkeypatch):
    cancel_after(folder, 20, monkeypatch)
    used = partial()
    name = used.name.split("-")[1]
    working = used.rename(used.with_name(f".partial-{name}-{os.getppid()}-ab"))
    assert abandoned(ArrayCache().root) == [] and ArrayCache().size() == 0
    assert_same(load(folder), at_one_go)
    assert len(names) == 40 and (working / LOG).exists()
    # The number of a process that began after the last line belongs to another one by now.
    os.utime(working / LOG, (1_600_000_000, 1_600_000_000))
    assert abandoned(ArrayCache().root) == [working]
    # So does the number of this process, where it does not work there.
    mine = working.rename(used.with_name(f".partial-{name}-{os.getpid()}-ab"))
    assert abandoned(ArrayCache().root) == [mine]
