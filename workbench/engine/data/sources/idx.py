"""IDX files, the format of MNIST and its relatives, plain or with gzip.

A file is a magic number (two zero bytes, the kind of number, the number of axes), the length of each axis as a big-endian
32-bit number, and the values in C order. Source: http://yann.lecun.com/exdb/mnist/ (mirrored with Fashion-MNIST).
"""

from __future__ import annotations

import gzip
import os
import re
import zlib
from math import prod
from pathlib import Path
from typing import BinaryIO

import numpy as np

from ...errors import DataError
from ...values import Param, register
from ..arrays import as_input, as_target, split_names
from ..paths import data_file, need_memory, portable_path, resolve, unreadable
from ..raw import Array, RawData
from ..recipe import Progress, Source
from ..sighting import Candidate, Sighting
from .parts import joined, same_length

_KINDS = {0x08: "u1", 0x09: "i1", 0x0B: ">i2", 0x0C: ">i4", 0x0D: ">f4", 0x0E: ">f8"}
_CHUNK = 1 << 22
_DEFLATE_LIMIT = 1100
"""gzip cannot make data smaller than by about this factor: a header that claims more is wrong."""


@register("idx")
class IdxSource(Source):
    """Pictures and labels in IDX files. Pictures (N, H, W, 1) uint8, classes (N,) int64."""

    title = "IDX files (MNIST)"
    path_fields = ("images", "labels", "test_images", "test_labels")

    images: str = Param("", help="The file of pictures, such as train-images-idx3-ubyte.gz.")
    labels: str = Param("", help="The file of their labels, such as train-labels-idx1-ubyte.gz.")
    test_images: str = Param("", help="The file of test pictures, where there is one (t10k-images-idx3-ubyte.gz).")
    test_labels: str = Param("", help="The file of their labels.")
    class_names: str = Param("", help="Names of the classes in the order of their labels, separated by commas.")

    def describe(self) -> str:
        """The name of the file of pictures."""
        return Path(self.images).name or "no file"

    def load(self, progress: Progress, base_dir: Path = Path()) -> RawData:
        """Reads the files into memory."""
        pairs = [("train", self.images, self.labels)]
        if self.test_images or self.test_labels:
            pairs.append(("test", self.test_images, self.test_labels))
        xs, ys = [], []
        for number, (split, images, labels) in enumerate(pairs):
            of = "" if split == "train" else " of the test set"
            images_path = data_file(images, base_dir, f"The file of pictures{of}")
            labels_path = data_file(labels, base_dir, f"The file of labels{of}")

            def part(done: float, text: str, start: float = number / len(pairs)) -> None:
                progress(start + 0.95 * done / len(pairs), text)

            y = read_idx(labels_path, lambda done, text: None)
            x = read_idx(images_path, part)
            _check_axes(images_path, x, labels_path, y)
            same_length(images_path.name, x, labels_path.name, y)
            xs.append((split, images_path.name, x))
            ys.append((split, labels_path.name, y))
        values, given = joined(xs)
        labels_values, _ = joined(ys)
        name, raw_input = as_input(values, "images" if values.ndim > 2 else "table", xs[0][1])
        target, raw_target = as_target(labels_values, "auto", ys[0][1], split_names(self.class_names))
        progress(1.0, f"Read {self.describe()}")
        note = f"{len(values):,} samples from {' and '.join(x[1] for x in xs)}"
        return RawData(Path(self.images).name, {name: raw_input}, {target: raw_target}, given, note=note)

    @classmethod
    def recognise(cls, seen: Sighting) -> Candidate | None:
        """A file that begins as IDX files do, gzipped or not, or a folder that holds files with such names."""
        if seen.folder:
            if not any(re.search(r"ubyte|[.-]idx\d?\b", name.lower()) for name in seen.names):
                return None
        elif seen.head[:2] == b"\x1f\x8b":
            inside = _unzipped(seen.head)
            if inside and inside[:2] != b"\0\0":
                raise _other_gzip(seen.path.name)
        elif seen.head[:2] != b"\0\0":
            return None
        return Candidate("arrays", cls.beside(seen.path, seen.base_dir), "pictures and labels in IDX files", 0.95)

    @classmethod
    def beside(cls, path: Path, base_dir: Path = Path()) -> IdxSource:
        """The source for a folder of IDX files, or for one of them: finds the labels and the test set beside it.

        Paths inside ``base_dir`` become relative to it. Raises ``DataError`` where no pair of pictures and labels is found.
        """
        path = resolve(str(path), base_dir)
        folder = path if path.is_dir() else path.parent
        try:
            names = sorted(os.listdir(folder))
        except OSError as error:
            raise unreadable(folder, error) from error
        chosen = _training_images(names) if path.is_dir() else _as_images(path.name, names)
        labels = _partner(chosen, "labels", names) if chosen else ""
        if not chosen or not labels:
            raise DataError(
                f"'{path.name}' has no pair of IDX files of pictures and labels"
                if path.is_dir()
                else f"There is no file of labels beside '{path.name}'",
                "They are called like train-images-idx3-ubyte.gz and train-labels-idx1-ubyte.gz",
                "Choose the two files one by one",
                code="data.idx_pair",
                values={"path": path.name},
            )
        test_images = next((n for n in _test_names(chosen) if n in names), "")
        test_labels = _partner(test_images, "labels", names) if test_images else ""
        if not test_labels:
            test_images = ""
        files = (portable_path(folder / n, base_dir) if n else "" for n in (chosen, labels, test_images, test_labels))
        return cls(**dict(zip(cls.path_fields, files, strict=True)))


def _unzipped(head: bytes) -> bytes:
    """The beginning of what is gzipped; empty where the file is damaged at its start."""
    try:
        return zlib.decompressobj(wbits=31).decompress(head, 64)
    except zlib.error:
        return b""


def _other_gzip(name: str) -> DataError:
    return DataError(
        f"'{name}' is compressed with gzip, and no IDX file is in it",
        "Only IDX files are read as they are when gzipped",
        "Unpack it, and choose what was in it",
        code="data.other_gzip",
        values={"file": name},
    )


def read_idx(path: Path, progress: Progress) -> Array:
    """The array of an IDX file, in the byte order of this machine; raises ``DataError`` for anything wrong with it."""
    size = path.stat().st_size
    try:
        with path.open("rb") as plain:
            zipped = plain.read(2) == b"\x1f\x8b"
            plain.seek(0)
            if not zipped:
                return _read(plain, path, size, 1, progress)
            with gzip.GzipFile(fileobj=plain) as unzipped:
                return _read(unzipped, path, size, _DEFLATE_LIMIT, progress)  # type: ignore[arg-type]
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        raise DataError(
            f"The file '{path.name}' is damaged or cut short ({error})",
            "The gzip data should go on to its end mark",
            "Download or copy it again",
            code="data.gzip_damaged",
            values={"file": path.name},
        ) from error
    except OSError as error:
        raise unreadable(path, error) from error


def _read(file: BinaryIO, path: Path, size: int, limit: int, progress: Progress) -> Array:
    head = _exactly(file, 4)
    if len(head) < 4 or head[:2] != b"\0\0" or head[2] not in _KINDS or not 1 <= head[3] <= 8:
        raise DataError(
            f"The file '{path.name}' is not an IDX file: it starts with {head.hex(' ') or 'nothing'}",
            "An IDX file starts with 00 00, the kind of number and the number of axes (pictures: 00 00 08 03)",
            "Choose another file",
            code="data.idx_magic",
            values={"file": path.name, "head": head.hex()},
        )
    dtype, axes = np.dtype(_KINDS[head[2]]), head[3]
    lengths = _exactly(file, 4 * axes)
    shape = tuple(int(n) for n in np.frombuffer(lengths[: len(lengths) // 4 * 4], dtype=">u4"))
    count = prod(shape) * dtype.itemsize
    if len(shape) < axes or count > size * limit:
        raise _wrong_size(path, shape, count, size, "in the whole file")
    need_memory(count, f"The file '{path.name}'")
    buffer = np.empty(count, dtype=np.uint8)
    have = 0
    while have < count:
        progress(have / count, f"Reading {path.name}")
        part = file.read(min(_CHUNK, count - have))
        if not part:
            raise _wrong_size(path, shape, count, have, "after the header")
        buffer[have : have + len(part)] = np.frombuffer(part, dtype=np.uint8)
        have += len(part)
    if file.read(1):
        raise _wrong_size(path, shape, count, count, "and more after the header")
    values = buffer.view(dtype).reshape(shape)
    return values.astype(dtype.newbyteorder("="), copy=False)


def _exactly(file: BinaryIO, count: int) -> bytes:
    found = b""
    while len(found) < count and (part := file.read(count - len(found))):
        found += part
    return found


def _wrong_size(path: Path, shape: tuple[int, ...], expected: int, have: int, where: str) -> DataError:
    return DataError(
        f"The file '{path.name}' does not have the size that its header tells: {have:,} bytes {where}",
        f"{' x '.join(str(n) for n in shape) or 'Its'} values need {expected:,} bytes",
        "It was cut short or changed; download or copy it again",
        code="data.idx_size",
        values={"file": path.name, "expected": expected, "found": have},
    )


def _check_axes(images: Path, x: Array, labels: Path, y: Array) -> None:
    swapped = x.ndim == 1 and y.ndim > 1
    if swapped or y.ndim != 1 or x.ndim not in (2, 3, 4):
        fix = "Swap the two files" if swapped else "Choose files that belong together"
        raise DataError(
            f"'{images.name}' has {x.ndim} axes and '{labels.name}' has {y.ndim}",
            "Pictures have 3 (number, height, width) and labels 1",
            fix,
            code="data.idx_axes",
            values={"images": x.ndim, "labels": y.ndim},
        )


def _plain_name(name: str) -> str:
    return name.lower().removesuffix(".gz")


def _is_images(name: str) -> bool:
    plain = _plain_name(name)
    return "images" in plain and ("idx3" in plain or "idx4" in plain or plain.endswith("ubyte"))


def _training_images(names: list[str]) -> str:
    """The one file of training pictures; one with gzip counts as the same as the one without."""
    found: dict[str, str] = {}
    for name in names:
        if _is_images(name) and not any(word in name.lower() for word in ("t10k", "test")):
            found.setdefault(_plain_name(name), name)
    if not found:
        found = {_plain_name(name): name for name in reversed(names) if _is_images(name)}
    if len(found) > 1:
        raise DataError(
            f"The folder holds {len(found)} sets of pictures: {', '.join(sorted(found.values()))}",
            "One set is read at a time",
            "Choose its file of pictures",
            code="data.idx_several",
            values={"files": sorted(found.values())},
        )
    return next(iter(found.values()), "")


def _as_images(name: str, names: list[str]) -> str:
    return _partner(name, "images", names) if "labels" in name.lower() else name


def _partner(name: str, part: str, names: list[str]) -> str:
    """The file of ``part`` ("labels", "images") that belongs to a file of the other part."""
    plain, other = _plain_name(name), "images" if part == "labels" else "labels"
    wanted = plain.replace(other, part)
    for images_axes in ("idx3", "idx4"):
        options = {wanted, wanted.replace(images_axes, "idx1"), wanted.replace("idx1", images_axes)}
        found = [n for n in names if _plain_name(n) in options and part in n.lower()]
        # A file with the same packing goes first.
        found.sort(key=lambda n: n.lower().endswith(".gz") != name.lower().endswith(".gz"))
        if found:
            return found[0]
    return ""


def _test_names(images: str) -> list[str]:
    if "train" not in images.lower():
        return []
    start = images.lower().rindex("train")
    before, after = images[:start], images[start + 5 :]
    return [f"{before}{word}{after}{end}" for word in ("t10k", "test") for end in ("", ".gz")] + [
        f"{before}{word}{after.removesuffix('.gz')}" for word in ("t10k", "test")
    ]
