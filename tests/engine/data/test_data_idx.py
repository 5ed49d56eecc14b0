"""IDX files: kinds, headers, damage, siblings."""

from __future__ import annotations

import gzip
import struct
from pathlib import Path

import numpy as np
import pytest

from workbench.engine.data.prepare import prepare
from workbench.engine.data.recipe import DataRecipe
from workbench.engine.data.sources import source_from_path
from workbench.engine.data.sources.idx import IdxSource, read_idx
from workbench.engine.data.sources.npz import NpzSource
from workbench.engine.errors import DataError

PIXELS = np.random.RandomState(0).randint(0, 256, (30, 4, 3)).astype(np.uint8)
LABELS = (np.arange(30) % 3).astype(np.uint8)
CODES = {"u1": 8, "i1": 9, ">i2": 11, ">i4": 12, ">f4": 13, ">f8": 14}


def idx(values: np.ndarray, kind: str = "u1") -> bytes:
    head = struct.pack(f">4B{values.ndim}I", 0, 0, CODES[kind], values.ndim, *values.shape)
    return head + values.astype(kind).tobytes()


def packed(content: bytes, level: int = 9) -> bytes:
    """Compressed, without the time: a test's name must be the same in every process."""
    return gzip.compress(content, level, mtime=0)


def quiet(done: float, text: str) -> None:
    pass


def write(folder: Path, images: bytes | None = None, labels: bytes | None = None) -> IdxSource:
    (folder / "images").write_bytes(idx(PIXELS) if images is None else images)
    (folder / "labels").write_bytes(idx(LABELS) if labels is None else labels)
    return IdxSource(images="images", labels="labels")


@pytest.mark.parametrize("pack", [lambda b: b, gzip.compress])
@pytest.mark.parametrize("kind", list(CODES))
def test_every_kind_of_number_plain_and_zipped(tmp_path, kind, pack):
    values = np.arange(-6, 18).reshape(2, 3, 4) if kind != "u1" else np.arange(24).reshape(2, 3, 4)
    (tmp_path / "f").write_bytes(pack(idx(values, kind)))
    read = read_idx(tmp_path / "f", quiet)
    assert np.array_equal(read, values) and read.dtype.isnative and read.dtype == np.dtype(kind).newbyteorder("=")


def test_pictures_and_labels(tmp_path):
    raw = write(tmp_path).load(quiet, tmp_path)
    assert np.array_equal(raw.inputs["image"].values[..., 0], PIXELS) and raw.inputs["image"].values.dtype == np.uint8
    assert raw.targets["label"].values.tolist() == LABELS.tolist() and raw.targets["label"].classes == ("0", "1", "2")


def test_labels_that_start_at_one_and_names(tmp_path):
    source = write(tmp_path, labels=idx(LABELS + 1))
    assert source.load(quiet, tmp_path).targets["label"].classes == ("1", "2", "3")
    named = source.updated(class_names="shirt, coat, bag").load(quiet, tmp_path)
    assert named.targets["label"].classes == ("shirt", "coat", "bag")


@pytest.mark.parametrize(
    ("images", "labels", "message"),
    [
        (
            idx(PIXELS)[:-1],
            None,
            r"does not have the size that its header tells: 359 bytes after the header\. 30 x 4 x 3 values need 360",
        ),
        (idx(PIXELS) + b"x", None, "and more after the header"),
        (packed(idx(PIXELS)[:-1]), None, "359 bytes after the header"),
        (packed(idx(PIXELS))[:-20], None, "damaged or cut short"),
        (
            packed(idx(PIXELS), 0)[:60] + b"?" * 10 + packed(idx(PIXELS), 0)[70:],
            None,
            "damaged or cut short",
        ),
        (idx(PIXELS)[:9], None, "does not have the size that its header tells"),
        (b"\0\0\x08", None, "is not an IDX file: it starts with 00 00 08"),
        (b"\x89PNG\r\n\x1a\n", None, "is not an IDX file: it starts with 89 50 4e 47"),
        (b"\0\0\x07\x03" + bytes(20), None, "is not an IDX file"),
        (struct.pack(">4B3I", 0, 0, 8, 3, 2**32 - 1, 2**32 - 1, 255), None, "does not have the size"),
        (packed(struct.pack(">4B3I", 0, 0, 8, 3, 2**31, 2**31, 255)), None, "does not have the size"),
        (None, idx(LABELS[:-1]), "'images' holds 30 samples and 'labels' 29 labels"),
        (idx(LABELS), idx(PIXELS), "'images' has 1 axes and 'labels' has 3.*Swap the two files"),
        (None, idx(PIXELS), "'images' has 3 axes and 'labels' has 3"),
        (b"version https://git-lfs.github.com/spec/v1\noid sha256:0\n", None, "'images' is only a Git LFS pointer"),
        (b"", None, "'images' is empty"),
    ],
)
def test_bad_files_are_one_clear_sentence(tmp_path, images, labels, message):
    source = write(tmp_path, images, labels)
    with pytest.raises(DataError, match=f"(?s){message}"):
        source.load(quiet, tmp_path)


def test_no_samples(tmp_path):
    with pytest.raises(DataError, match="holds no samples"):
        prepare(DataRecipe(source=write(tmp_path, idx(PIXELS[:0]), idx(LABELS[:0]))), tmp_path)


def test_a_test_set_without_labels_is_refused(tmp_path):
    source = write(tmp_path).updated(test_images="images")
    with pytest.raises(DataError, match="The file of labels of the test set is not chosen"):
        source.load(quiet, tmp_path)


def test_a_header_that_needs_more_than_memory_is_refused(tmp_path, monkeypatch):
    import psutil

    class Memory:
        available = 100

    source = write(tmp_path)
    monkeypatch.setattr(psutil, "virtual_memory", lambda: Memory)
    with pytest.raises(DataError, match=r"'images' needs 0\.0 GB of memory"):
        source.load(quiet, tmp_path)


def folder_of(tmp_path: Path, *names: str) -> Path:
    for name in names:
        content = idx(PIXELS if "images" in name else LABELS)
        (tmp_path / name).write_bytes(gzip.compress(content) if name.endswith(".gz") else content)
    return tmp_path


MNIST = (
    "train-images-idx3-ubyte.gz",
    "train-labels-idx1-ubyte.gz",
    "t10k-images-idx3-ubyte.gz",
    "t10k-labels-idx1-ubyte.gz",
)


@pytest.mark.parametrize("pick", ["", MNIST[0], MNIST[1]])
def test_the_siblings_are_found(tmp_path, pick):
    folder = folder_of(tmp_path, *MNIST, "notes.txt")
    source = IdxSource.beside(folder / pick, tmp_path)
    assert (source.images, source.labels, source.test_images, source.test_labels) == MNIST
    raw = source.load(quiet, tmp_path)
    assert raw.given["train"].tolist() == list(range(30)) and raw.given["test"].tolist() == list(range(30, 60))


def test_siblings_with_dots_without_gzip_and_without_a_test_set(tmp_path):
    folder = folder_of(tmp_path, "train-images.idx3-ubyte", "train-labels.idx1-ubyte.gz", "t10k-images.idx3-ubyte")
    source = IdxSource.beside(folder, tmp_path)
    assert (source.images, source.labels) == ("train-images.idx3-ubyte", "train-labels.idx1-ubyte.gz")
    assert source.test_images == source.test_labels == ""
    assert source.load(quiet, tmp_path).given == {}


def test_several_sets_in_a_folder(tmp_path):
    names = [
        f"emnist-{s}-{p}-{e}-ubyte.gz"
        for s in ("letters", "digits")
        for p in ("train", "test")
        for e in ("images-idx3", "labels-idx1")
    ]
    folder = folder_of(tmp_path, *names)
    with pytest.raises(DataError, match="holds 2 sets of pictures"):
        IdxSource.beside(folder)
    source = IdxSource.beside(folder / "emnist-letters-train-images-idx3-ubyte.gz", folder)
    assert source.labels == "emnist-letters-train-labels-idx1-ubyte.gz"
    assert source.test_images == "emnist-letters-test-images-idx3-ubyte.gz"
    assert source.test_labels == "emnist-letters-test-labels-idx1-ubyte.gz"


def test_the_test_file_alone_is_a_set_of_its_own(tmp_path):
    folder = folder_of(tmp_path, *MNIST[2:])
    for pick in (folder, folder / MNIST[2]):
        source = IdxSource.beside(pick, tmp_path)
        assert (source.images, source.labels, source.test_images) == (*MNIST[2:], "")


def test_no_pair(tmp_path):
    with pytest.raises(DataError, match="has no pair of IDX files"):
        IdxSource.beside(tmp_path)
    with pytest.raises(DataError, match="There is no file of labels beside"):
        IdxSource.beside(folder_of(tmp_path, MNIST[0]) / MNIST[0])
    with pytest.raises(DataError, match="cannot be read"):
        IdxSource.beside(tmp_path / "nowhere" / MNIST[0])


def test_a_path_becomes_the_source_that_reads_it(tmp_path):
    folder_of(tmp_path, *MNIST)
    np.savez(tmp_path / "a.npz", x=PIXELS, y=LABELS)
    (tmp_path / "a.docx").write_text("x,y\n1,2\n")
    assert source_from_path(tmp_path / "a.npz", tmp_path) == NpzSource(path="a.npz")
    assert source_from_path(tmp_path).images == str(tmp_path / MNIST[0])
    assert source_from_path(tmp_path / MNIST[1], tmp_path).images == MNIST[0]
    with pytest.raises(DataError, match=r"'a\.docx' is not a kind of data that can be read"):
        source_from_path(tmp_path / "a.docx")
    with pytest.raises(DataError, match="is not in the folder"):
        source_from_path(tmp_path / "b.npz")


def test_fashion_mnist(shared_data):
    source = IdxSource.beside(shared_data / "fashion_mnist")
    done = prepare(DataRecipe(source=source))
    assert done.raw.inputs["image"].values.shape == (70_000, 28, 28, 1)
    assert {n: len(i) for n, i in done.splits.items()} == {"train": 51_000, "validation": 9_000, "test": 10_000}
    assert done.splits["test"].min() == 60_000
    for name, each in (("train", 5_100), ("validation", 900), ("test", 1_000)):
        assert np.bincount(done.raw.targets["label"].values[done.splits[name]]).tolist() == [each] * 10


def test_dirty_files(shared_data):
    labels = str(shared_data / "fashion_mnist" / MNIST[3])
    for name, message in (
        ("kmnist_truncated_t10k-images-idx3-ubyte.gz", "damaged or cut short"),
        ("lfs_pointer_named_mnist_test.csv", "only a Git LFS pointer"),
        ("empty.csv", "is empty"),
    ):
        with pytest.raises(DataError, match=message):
            prepare(DataRecipe(source=IdxSource(images=str(shared_data / "dirty" / name), labels=labels)))
