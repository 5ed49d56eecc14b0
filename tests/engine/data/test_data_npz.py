"""Arrays from .npz files: guesses, layouts, tasks, and everything that may be wrong."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from workbench.engine.data.raw import RawData
from workbench.engine.data.sources.npz import NpzSource
from workbench.engine.errors import DataError

X, Y = np.random.RandomState(0).normal(size=(12, 3)), np.arange(12) % 3


def load(folder: Path, fields: dict | None = None, **arrays) -> RawData:
    np.savez_compressed(folder / "d.npz", **arrays)
    return NpzSource(path="d.npz", **(fields or {})).load(lambda done, text: None, folder)


@pytest.mark.parametrize(
    ("x", "y"),
    [("x", "y"), ("X", "Y"), ("x_train", "y_train"), ("images", "labels"), ("data", "target"), ("arr_0", "arr_1")],
)
def test_usual_names_are_guessed(tmp_path, x, y):
    raw = load(tmp_path, **{x: X, y: Y, "unrelated": np.zeros(5)})
    np.testing.assert_allclose(raw.inputs["features"].values, X, rtol=1e-6)
    assert np.array_equal(raw.targets["label"].values, Y)
    assert raw.inputs["features"].columns == ("x1", "x2", "x3") and raw.given == {}


def test_named_arrays_win_over_guesses(tmp_path):
    raw = load(tmp_path, {"x": "mine", "y": "answer"}, x=X * 0, y=Y * 0, mine=X, answer=Y)
    assert raw.targets["label"].classes == ("0", "1", "2")


def test_test_and_validation_parts_become_given_splits(tmp_path):
    parts = {"x_train": X, "y_train": Y, "x_val": X[:4] + 1, "y_val": Y[:4], "x_test": X[:2] + 2, "y_test": Y[:2]}
    raw = load(tmp_path, **parts)
    assert {n: i.tolist() for n, i in raw.given.items()} == {
        "train": list(range(12)),
        "validation": [12, 13, 14, 15],
        "test": [16, 17],
    }
    np.testing.assert_allclose(raw.inputs["features"].values[16:], X[:2] + 2, rtol=1e-6)


def test_classes_are_numbered_over_all_parts(tmp_path):
    raw = load(tmp_path, x=X, y=np.array([3, 5] * 6), x_test=X[:2], y_test=np.array([4, 5]))
    assert raw.targets["label"].classes == ("3", "4", "5")
    assert raw.targets["label"].values.tolist() == [0, 2] * 6 + [1, 2]


@pytest.mark.parametrize(
    ("values", "layout", "kind", "shape"),
    [
        (np.zeros(6), "auto", "table", (6, 1)),
        (np.zeros((6, 4), np.int32), "auto", "table", (6, 4)),
        (np.zeros((6, 8, 5), np.uint8), "auto", "image", (6, 8, 5, 1)),
        (np.zeros((6, 8, 8), np.float64), "auto", "image", (6, 8, 8, 1)),
        (np.zeros((6, 20, 3), np.float32), "auto", "series", (6, 20, 3)),
        (np.zeros((6, 8, 7, 3), np.uint8), "auto", "image", (6, 8, 7, 3)),
        (np.zeros((6, 3, 8, 7), np.uint8), "auto", "image", (6, 8, 7, 3)),
        (np.zeros((6, 4, 8, 7), np.float32), "auto", "image", (6, 8, 7, 4)),
        (np.zeros((6, 2, 8, 7), np.uint8), "images_channels_first", "image", (6, 8, 7, 2)),
        (np.zeros((6, 8, 8), np.float32), "series", "series", (6, 8, 8)),
        (np.zeros((6, 8), np.float32), "series", "series", (6, 8, 1)),
        (np.zeros((6, 8), np.int64), "tokens", "tokens", (6, 8)),
        (np.zeros((6, 3, 5), np.float32), "images", "image", (6, 3, 5, 1)),
    ],
)
def test_layouts(tmp_path, values, layout, kind, shape):
    (part,) = load(tmp_path, {"layout": layout}, x=values, y=np.arange(6) % 2).inputs.values()
    assert part.kind == kind and part.values.shape == shape


def test_channels_first_keeps_pixels_in_place(tmp_path):
    values = np.arange(6 * 3 * 4 * 5).reshape(6, 3, 4, 5) % 256
    (part,) = load(tmp_path, x=values, y=np.arange(6) % 2).inputs.values()
    assert part.values.dtype == np.uint8 and part.values[2, 3, 1, 2] == values[2, 2, 3, 1]


@pytest.mark.parametrize(
    ("values", "dtype"),
    [
        (np.full((4, 3, 3), 255, np.int64), np.uint8),
        (np.full((4, 3, 3), 256, np.int64), np.float32),
        (np.full((4, 3, 3), -1, np.int16), np.float32),
        (np.full((4, 3, 3), 0.5), np.float32),
    ],
)
def test_pixel_types(tmp_path, values, dtype):
    (part,) = load(tmp_path, x=values, y=np.arange(4) % 2).inputs.values()
    assert part.values.dtype == dtype and part.values.max() == values.max()


def test_true_and_false_pixels_are_black_and_white(tmp_path):
    (part,) = load(tmp_path, x=np.eye(4, dtype=bool)[None].repeat(4, 0), y=np.arange(4) % 2).inputs.values()
    assert set(np.unique(part.values)) == {0, 255}


@pytest.mark.parametrize(
    ("y", "task", "found", "classes"),
    [
        (np.array([2, 0, 1, 2]), "auto", [2, 0, 1, 2], ("0", "1", "2")),
        (np.array([[2], [0], [1], [2]], np.uint8), "auto", [2, 0, 1, 2], ("0", "1", "2")),
        (np.array([True, False, True, True]), "auto", [1, 0, 1, 1], ("False", "True")),
        (np.array(["dog", "cat", "dog", "emu"]), "auto", [1, 0, 1, 2], ("cat", "dog", "emu")),
        (np.array([b"b", b"a", b"b", b"b"]), "auto", [1, 0, 1, 1], ("a", "b")),
        (np.eye(3, dtype=np.float32)[[2, 0, 1, 2]], "auto", [2, 0, 1, 2], ("0", "1", "2")),
        (np.array([-1.0, 1.0, 1.0, -1.0]), "classification", [0, 1, 1, 0], ("-1", "1")),
        (np.array([10, 30, 20, 10]), "auto", [0, 2, 1, 0], ("10", "20", "30")),
    ],
)
def test_classes(tmp_path, y, task, found, classes):
    target = load(tmp_path, {"task": task}, x=X[:4], y=y).targets["label"]
    assert target.task == "classification" and target.values.tolist() == found and target.classes == classes


@pytest.mark.parametrize(
    ("y", "task", "names"),
    [
        (np.array([0.5, 1, 2, 3]), "auto", ("y",)),
        (np.array([1.0, 1, 2, 3]), "auto", ("y",)),
        (np.array([[0.5, 1], [1, 2], [2, 3], [3, 4]]), "auto", ("y1", "y2")),
        (np.array([7, 8, 9, 10]), "regression", ("y",)),
    ],
)
def test_numbers(tmp_path, y, task, names):
    target = load(tmp_path, {"task": task}, x=X[:4], y=y).targets["target"]
    assert target.task == "regression" and target.names == names
    np.testing.assert_allclose(target.values, y.reshape(4, -1))


def test_names_of_classes_and_columns(tmp_path):
    named = {"class_names": np.array(["a", "b", "c"]), "feature_names": np.array(["p", "q", "r"])}
    raw = load(tmp_path, x=X, y=Y, **named)
    assert raw.targets["label"].classes == ("a", "b", "c") and raw.inputs["features"].columns == ("p", "q", "r")
    raw = load(tmp_path, {"class_names": "red, green , blue"}, x=X, y=Y, **named)
    assert raw.targets["label"].classes == ("red", "green", "blue")


@pytest.mark.parametrize(
    ("arrays", "fields", "message"),
    [
        ({"x": X}, {}, "no array that looks like labels. It holds x."),
        ({"x": X, "y": Y}, {"x": "z"}, "no array called 'z'. It holds x, y."),
        ({"x": X, "y": Y[:-1]}, {}, "'x' holds 12 samples and 'y' 11 labels"),
        (
            {"x": X, "y": Y, "x_test": X[:, :2], "y_test": Y},
            {},
            r"'x_test' has the shape \(12, 2\), and 'x' has \(12, 3\)",
        ),
        ({"x": X, "y": Y, "x_test": X, "y_test": Y.astype(str)}, {}, "One of 'y' and 'y_test' holds text"),
        ({"x": X, "y": Y}, {"x_test": "q"}, "no array called 'q'"),
        ({"x": np.zeros((12, 2, 3, 5)), "y": Y}, {}, "not clear what the array 'x' of shape"),
        ({"x": X, "y": Y}, {"layout": "images"}, "cannot be read as images"),
        ({"x": X, "y": Y}, {"layout": "tokens"}, "cannot be read as tokens"),
        ({"x": X.astype(str), "y": Y}, {}, "'x' holds text, not numbers"),
        ({"x": X.astype(complex), "y": Y}, {}, "'x' holds complex numbers"),
        ({"x": X, "y": np.array(["a", "b"] * 6)}, {"task": "regression"}, "holds text, which cannot be predicted"),
        ({"x": X, "y": X[:, 0]}, {"task": "classification"}, "which is no class"),
        ({"x": X, "y": np.arange(24).reshape(12, 2)}, {}, r"'y' has the shape \(12, 2\)"),
        ({"x": X, "y": Y.astype("M8[D]")}, {}, "'y' holds dates"),
        ({"x": X, "y": Y}, {"class_names": "a, b"}, "There are 2 class names, and 'y' holds 3 classes"),
        ({"x": X, "y": Y}, {"class_names": "a, b, a"}, "'a' stands twice"),
        ({"x": np.float64(3), "y": Y}, {}, "'x' holds 0 samples"),
    ],
)
def test_wrong_arrays_are_told_in_words(tmp_path, arrays, fields, message):
    with pytest.raises(DataError, match=message):
        load(tmp_path, fields, **arrays)


def test_python_objects_are_refused(tmp_path):
    with pytest.raises(DataError, match="holds Python objects, which could run somebody else's code"):
        load(tmp_path, x=np.array([{}, []] * 6, dtype=object), y=Y)


def bad_file(folder: Path, name: str) -> Path:
    np.savez_compressed(folder / "good.npz", x=np.random.RandomState(0).normal(size=(200, 9)), y=np.arange(200))
    good = (folder / "good.npz").read_bytes()
    content = {
        "half.npz": good[: len(good) // 2],
        "flipped.npz": good[:400] + bytes(b ^ 255 for b in good[400:480]) + good[480:],
        "empty.npz": b"",
        "text.npz": b"x,y\n1,2\n",
        "pointer.npz": b"version https://git-lfs.github.com/spec/v1\noid sha256:c5\nsize 1\n",
        "page.npz": b"\n<!DOCTYPE html><html>",
        "single.npz": (folder / "one.npy").read_bytes() if (folder / "one.npy").exists() else b"\x93NUMPY",
    }[name]
    (folder / name).write_bytes(content)
    return folder / name


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("half.npz", "damaged, cut short, or not a .npz file"),
        ("flipped.npz", "damaged, cut short, or not a .npz file"),
        ("empty.npz", "'empty.npz' is empty"),
        ("text.npz", "not a .npz file"),
        ("single.npz", "not a .npz file"),
        ("pointer.npz", "only a Git LFS pointer"),
        ("page.npz", "is a web page"),
    ],
)
def test_bad_files_are_told_in_words(tmp_path, name, message):
    with pytest.raises(DataError, match=message):
        NpzSource(path=str(bad_file(tmp_path, name))).load(lambda done, text: None)


def test_missing_file_folder_and_locked_file(tmp_path, monkeypatch):
    def read(path: Path) -> None:
        NpzSource(path=str(path)).load(lambda done, text: None)

    with pytest.raises(DataError, match=r"'none\.npz' is not in the folder"):
        read(tmp_path / "none.npz")
    with pytest.raises(DataError, match="is a folder"):
        read(tmp_path)
    np.savez(tmp_path / "d.npz", x=X, y=Y)

    def locked(*args, **more):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", locked)
    with pytest.raises(DataError, match=r"cannot be read \(Permission denied\)"):
        read(tmp_path / "d.npz")


def test_more_than_memory_is_refused_before_it_is_read(tmp_path, monkeypatch):
    import psutil

    class Memory:
        available = 100

    np.savez(tmp_path / "d.npz", x=X, y=Y)
    monkeypatch.setattr(psutil, "virtual_memory", lambda: Memory)
    with pytest.raises(DataError, match=r"The array 'x' of 'd\.npz' needs"):
        NpzSource(path="d.npz").load(lambda done, text: None, tmp_path)
