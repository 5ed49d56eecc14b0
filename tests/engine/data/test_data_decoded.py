"""Decoded once: the cache of pictures, files that change or go meanwhile, and what is read how often."""

from __future__ import annotations

import io
import os
import shutil
import threading
from pathlib import Path

import numpy as np
import pytest
from picture_folders import load, own_cache_of_the_test, put, reasons, two_classes
from PIL import Image

from workbench.engine.data import decoded
from workbench.engine.data import prepare as preparing
from workbench.engine.data.cache import ArrayCache
from workbench.engine.data.prepare import forget_prepared, prepare
from workbench.engine.data.recipe import Cancelled, DataRecipe, SplitRecipe
from workbench.engine.data.sources import image_folder
from workbench.engine.data.sources.class_folders import list_class_folders
from workbench.engine.data.sources.image_folder import ImageFolderSource

__all__ = ["own_cache_of_the_test"]


class Counting:
    """Counts the pictures that are really decoded."""

    def __init__(self, monkeypatch) -> None:
        self.names: list[str] = []
        real = decoded.decode

        def counted(file, name, shape):
            self.names.append(name)
            return real(file, name, shape)

        monkeypatch.setattr(decoded, "decode", counted)


def test_a_second_start_decodes_nothing_and_a_change_only_itself(tmp_path, monkeypatch):
    two_classes(tmp_path, 4)
    counting = Counting(monkeypatch)
    first = load(tmp_path)
    assert len(counting.names) == 8
    forget_prepared()
    counting.names.clear()
    second = load(tmp_path)
    assert counting.names == [] and second.digest == first.digest
    assert np.array_equal(first.inputs["image"].values, second.inputs["image"].values)

    changed = put(tmp_path / "cats" / "2.png")
    third = load(tmp_path)
    assert counting.names == ["2.png"] and third.digest != first.digest
    assert np.array_equal(third.inputs["image"].values[2], np.asarray(Image.open(changed)))
    assert np.array_equal(third.inputs["image"].values[3:], first.inputs["image"].values[3:])

    put(tmp_path / "dogs" / "new.png")
    (tmp_path / "cats" / "0.png").unlink()
    counting.names.clear()
    fourth = load(tmp_path)
    assert counting.names == ["new.png"] and len(fourth.names) == 8 and "cats/0.png" not in fourth.names
    assert np.array_equal(fourth.inputs["image"].values[0], third.inputs["image"].values[1])
    load(tmp_path, size=(4, 4))
    assert len(counting.names) == 9, "another shape has nothing in common"


def test_a_touched_or_moved_folder_is_not_decoded_again(tmp_path, monkeypatch):
    two_classes(tmp_path / "here", 2)
    first = load(tmp_path / "here")
    counting = Counting(monkeypatch)
    os.utime(tmp_path / "here" / "cats" / "0.png")
    (tmp_path / "here").rename(tmp_path / "there")
    assert load(tmp_path / "there").digest == first.digest and counting.names == []


def test_scales_are_learnt_once_for_each_training_split(tmp_path, monkeypatch):
    two_classes(tmp_path, 6)
    recipe = DataRecipe(source=ImageFolderSource(path=str(tmp_path), size=(8, 8)))
    first = prepare(recipe)
    asked = []
    real = preparing.learn_input
    monkeypatch.setattr(preparing, "learn_input", lambda *args: (asked.append(1), real(*args))[1])
    forget_prepared()
    assert prepare(recipe).preprocess == first.preprocess and asked == []
    other = prepare(recipe.updated(split=SplitRecipe(seed=3)))
    assert asked == [1] and other.preprocess.inputs["image"].offset != first.preprocess.inputs["image"].offset


def test_prepare_notices_a_change_deep_in_the_folder(tmp_path):
    two_classes(tmp_path, 5)
    put(tmp_path / "cats" / "deep" / "1.png")
    recipe = DataRecipe(source=ImageFolderSource(path=str(tmp_path), size=(8, 8)))
    first = prepare(recipe)
    assert prepare(recipe) is first
    put(tmp_path / "cats" / "deep" / "2.png")
    again = prepare(recipe)
    assert again.count == first.count + 1 and again.fingerprint != first.fingerprint


def test_a_file_that_goes_while_the_pictures_are_decoded_is_told(tmp_path, monkeypatch):
    two_classes(tmp_path, 6)
    gone = tmp_path / "dogs" / "5.png"
    content = gone.read_bytes()
    real = decoded.decode

    def sweeping(file, name, shape):
        gone.unlink(missing_ok=True)
        return real(file, name, shape)

    monkeypatch.setattr(decoded, "decode", sweeping)
    raw = load(tmp_path)
    assert len(raw.names) == 11 and reasons(raw)["dogs/5.png"].startswith("It could not be read any more")
    monkeypatch.setattr(decoded, "decode", real)
    assert reasons(load(tmp_path)) == {}, "it is not remembered as missing"
    gone.write_bytes(content)
    assert len(load(tmp_path).names) == 12


def test_a_file_that_changes_between_hashing_and_decoding_counts_as_it_was_decoded(tmp_path, monkeypatch):
    two_classes(tmp_path / "a", 2)
    load(tmp_path / "a")
    # A copy with other content of the same length: it is hashed first, as it may hold what was decoded.
    shutil.copytree(tmp_path / "a", tmp_path / "b")
    tmp_path = tmp_path / "b"
    size = (tmp_path / "cats" / "1.png").stat().st_size
    other = put(tmp_path / "cats" / "1.png", colour=(9, 9, 9))
    other.write_bytes(other.read_bytes().ljust(size, b"\0"))
    assert other.stat().st_size == size
    real = decoded.FileHashes.read

    def then_changed(self, files, remembered, tick):
        found = real(self, files, remembered, tick)
        put(tmp_path / "cats" / "0.png", colour=(1, 2, 3))
        return found

    monkeypatch.setattr(decoded.FileHashes, "read", then_changed)
    raw = load(tmp_path)
    monkeypatch.setattr(decoded.FileHashes, "read", real)
    assert (raw.inputs["image"].values[0] == (1, 2, 3)).all()
    again = load(tmp_path)
    assert again.digest == raw.digest and (again.inputs["image"].values[0] == (1, 2, 3)).all()


def test_each_file_is_read_once_when_a_folder_is_new(tmp_path, monkeypatch):
    two_classes(tmp_path, 5)
    opened: list[str] = []
    real = Path.open

    def counted(self, mode="r", *args, **named):
        if self.suffix == ".png":
            opened.append(self.name)
        return real(self, mode, *args, **named)

    shape = decoded.PictureShape(8, 8, 3, "stretch")
    listing = {f.name: f.state for f in list_class_folders(tmp_path).files}
    monkeypatch.setattr(Path, "open", counted)
    done = decoded.decode_all(tmp_path, listing, shape, lambda done, text: None)
    assert len(opened) == len(listing) == 10 == len(done.names)
    assert done.hashes == [decoded.hash_of(io.BytesIO((tmp_path / n).read_bytes())) for n in done.names]
    opened.clear()
    again = decoded.decode_all(tmp_path, listing, shape, lambda done, text: None)
    assert again.key == done.key and len(opened) <= 10, "young files are hashed again, and not decoded"


def test_a_file_that_is_written_while_it_is_decoded_is_left_out_until_next_time(tmp_path, monkeypatch):
    two_classes(tmp_path, 3)
    (tmp_path / "cats" / "1.png").rename(tmp_path / "cats" / "odd.png")
    real = decoded.decode

    def overwritten(file, name, shape):
        pixels = real(file, name, shape)
        if name == "odd.png":
            put(tmp_path / "cats" / "odd.png", size=(9, 9))
        return pixels

    monkeypatch.setattr(decoded, "decode", overwritten)
    raw = load(tmp_path)
    assert reasons(raw) == {"cats/odd.png": "It changed while it was read"} and len(raw.names) == 5
    monkeypatch.setattr(decoded, "decode", real)
    assert len(load(tmp_path).names) == 6


def test_cancelling_leaves_no_entry_and_no_thread(tmp_path, own_cache_of_the_test):
    two_classes(tmp_path, 30, size=(60, 60))
    threads = set(threading.enumerate())

    def stop(done: float, text: str) -> None:
        if text.startswith("Decoding"):
            raise Cancelled

    with pytest.raises(Cancelled):
        load(tmp_path, stop)
    assert set(threading.enumerate()) <= threads, "one of before may have ended"
    assert [path.name for path in ArrayCache().root.iterdir() if not path.name.startswith(".partial-")] == []
    assert len(load(tmp_path).names) == 60


def test_preparing_lists_a_folder_once_and_can_be_cancelled_there(tmp_path, monkeypatch):
    two_classes(tmp_path, 4)
    listings: list[Path] = []
    real = image_folder.list_class_folders

    def counted(root, tick):
        listings.append(root)
        return real(root, tick)

    monkeypatch.setattr(image_folder, "list_class_folders", counted)
    recipe = DataRecipe(source=ImageFolderSource(path=str(tmp_path), size=(8, 8)))
    assert prepare(recipe).count == 8 and listings == [tmp_path]
    put(tmp_path / "cats" / "more.png")
    assert prepare(recipe).count == 9 and len(listings) == 2, "each preparation looks again"

    monkeypatch.setattr(image_folder, "list_class_folders", lambda root, tick: tick(5000))

    def stop(done: float, text: str) -> None:
        assert text == "Looking for pictures: 5,000 files"
        raise Cancelled

    with pytest.raises(Cancelled):
        prepare(recipe, progress=stop)
