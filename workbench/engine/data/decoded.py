"""Many picture files as one array: decoded in threads straight to the disk, kept there, read back as they are used."""

from __future__ import annotations

import hashlib
import io
import json
import os
import time
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from math import prod
from pathlib import Path
from typing import Any, BinaryIO

import numpy as np

from ..errors import DataError
from .cache import ArrayCache, ArrayWriter, CachedArrays
from .file_hashes import YOUNG, FileHashes, State, hash_of
from .picture_files import Note, PictureShape, decode, quiet_pillow
from .raw import Array
from .recipe import Progress
from .threads import each_in_threads

_AT_ONCE = 1 << 26
"""A file of up to so many bytes is read in one go; a larger one in pieces, twice."""
_DECODER = 1
"""Goes up when the same file and shape would give other pixels, so that older entries are not taken for them."""


@dataclass(frozen=True)
class DecodedPictures:
    """Pictures that were decoded.

    Attributes:
        values: (N, H, W, C) uint8, read-only, lying on the disk.
        names: of the N files, in the order that was asked for.
        hashes: of the N files' contents.
        skipped: names of the files that are no pictures, with the reason.
        notes: how many files something was done to.
        key: a hash of the files' names, their contents and the shape.
    """

    values: Array
    names: list[str]
    hashes: list[str]
    skipped: list[tuple[str, str]]
    notes: dict[Note, int]
    key: str


def decode_all(
    root: Path,
    files: dict[str, State],
    shape: PictureShape,
    progress: Progress,
    *,
    cache: ArrayCache | None = None,
    threads: int = 0,
) -> DecodedPictures:
    """Decodes files below a folder, or finds them in the cache when neither they nor the shape changed.

    Memory stays small however many they are. Pictures that another entry for this folder holds already are copied from it,
    so that an added file costs only itself. Cancelled or killed, it goes on where it stopped when the same files are asked for.

    Args:
        root: the folder.
        files: their names below it with the state of each, in the order wanted.
        shape: what to make of each.
        progress: called with the share done; may raise ``Cancelled``.
        cache: where to keep the arrays; None for the user's.
        threads: how many decode, 0 for one a core.

    Raises ``DataError`` where the cache can't be written.
    """
    quiet_pillow()
    cache = cache or ArrayCache()
    memory = FileHashes(root, cache.root / ".hashes")
    hashes = memory.remembered(files)
    alike = _Alike(files, shape, cache)
    unreadable: list[tuple[str, str]] = []
    if len(hashes) == len(files) or alike.there:
        # Nothing changed, or it is the copy of a folder that was decoded: hashes alone tell.
        def tick(done: int, count: int) -> None:
            progress(0.15 * done / max(1, count), f"Looking for changes: {done:,} of {count:,} files")

        known = memory.read(files, hashes, tick)
        hashes = known.known
        unreadable = [(name, f"It cannot be read ({reason})") for name, reason in known.failed.items()]
    failed = {name for name, _ in unreadable}
    names = [name for name in files if name not in failed]
    complete = len(hashes) == len(names)
    key = _key({name: hashes[name] for name in names}, shape) if complete else ""
    found = cache.find(key) if complete else None
    if found is None:
        # What is not hashed yet is hashed from the bytes that it is decoded from: each file is read once.
        decoding = _Decoding(root, shape, {name: hashes.get(name, "") for name in names}, files)
        earlier = _Earlier(root, shape, cache)
        count, began = max(1, len(names)), time.time_ns()

        def tick_decoding(done: int) -> None:
            progress(0.15 + 0.85 * done / count, f"Decoding pictures: {done:,} of {count:,}")

        found, key = decoding.run(cache, earlier, tick_decoding, threads)
        earlier.remember(key)
        alike.remember(key)
        if not complete:
            memory.remember(files, decoding.as_listed(), began)
        unreadable += [(decoding.names[n], why) for n, why in sorted(decoding.lost.items())]
    about = found.about
    return DecodedPictures(
        values=found.arrays["pictures"],
        names=about["names"],
        hashes=about["hashes"],
        skipped=[*unreadable, *((name, reason) for name, reason in about["skipped"])],
        notes=about["notes"],
        key=key,
    )


def _key(hashes: dict[str, str], shape: PictureShape) -> str:
    digest = hashlib.blake2b(digest_size=16)
    digest.update(json.dumps([_DECODER, vars(shape), list(hashes.items())]).encode("ascii"))
    return digest.hexdigest()


class _Earlier:
    """What the last entry for the same folder and shape holds, by the hashes of files."""

    def __init__(self, root: Path, shape: PictureShape, cache: ArrayCache) -> None:
        about = json.dumps([_DECODER, vars(shape), str(root)]).encode("ascii")
        self.name = hashlib.blake2b(about, digest_size=16).hexdigest()
        self._pointer = cache.root / ".hashes" / f"{self.name}.last"
        self.rows: dict[str, int] = {}
        self.values: Array | None = None
        self.noted: dict[str, list[Note]] = {}
        try:
            key = self._pointer.read_text(encoding="ascii")
        except (OSError, ValueError):
            return
        found = cache.find(key) if key.isalnum() else None
        if found is not None:
            self.rows = {h: row for row, h in enumerate(found.about["hashes"])}
            self.values = found.arrays["pictures"]
            self.noted = found.about["noted"]

    def remember(self, key: str) -> None:
        """The entry to copy from next time."""
        try:
            self._pointer.parent.mkdir(parents=True, exist_ok=True)
            self._pointer.write_text(key, encoding="ascii")
        except OSError:
            # Without it, a later change only takes longer.
            return


class _Alike:
    """Whether files of the same names and sizes were decoded before, wherever they lay."""

    def __init__(self, files: dict[str, State], shape: PictureShape, cache: ArrayCache) -> None:
        about = json.dumps([_DECODER, vars(shape), [(name, state[0]) for name, state in files.items()]])
        digest = hashlib.blake2b(about.encode("utf-8", "surrogatepass"), digest_size=16)
        self._pointer = cache.root / ".hashes" / f"{digest.hexdigest()}.alike"
        try:
            key = self._pointer.read_text(encoding="ascii")
        except (OSError, ValueError):
            key = ""
        self.there = key.isalnum() and (cache.root / key).is_dir()

    def remember(self, key: str) -> None:
        """The entry that such files became."""
        try:
            self._pointer.parent.mkdir(parents=True, exist_ok=True)
            self._pointer.write_text(key, encoding="ascii")
        except OSError:
            # Without it, a copy of the folder is decoded once more.
            return


@dataclass(frozen=True, slots=True)
class _Done:
    """A file that was decoded before the work was broken off.

    ``settled``: it was old enough for its state to tell a change. ``checksum`` of its pixels, 0 where it is no picture:
    then ``reason`` tells why.
    """

    number: int
    state: State
    settled: bool
    content: str
    checksum: int
    notes: list[Note]
    reason: str

    def noted(self) -> list[Any]:
        return [self.number, self.state, self.settled, self.content, self.checksum, self.notes, self.reason]


class _Decoding:
    """One pass over the files of a folder, each into its row of ``values``."""

    def __init__(self, root: Path, shape: PictureShape, hashes: dict[str, str], states: dict[str, State]) -> None:
        self.root, self.shape, self.states = root, shape, states
        self.names, self.hashes = list(hashes), list(hashes.values())
        self.values = np.empty(0, np.uint8)
        self.skipped: dict[int, str] = {}
        """Files that are no pictures."""
        self.lost: dict[int, str] = {}
        """Files that went or changed while they were read: they are no part of the entry."""
        self.noted: dict[str, list[Note]] = {}
        self._as_listed = [False] * len(self.names)
        self._done: dict[int, _Done] = {}

    def run(
        self, cache: ArrayCache, earlier: _Earlier, tick: Callable[[int], None], threads: int
    ) -> tuple[CachedArrays, str]:
        count = len(self.names)
        shape = (max(1, count), self.shape.height, self.shape.width, self.shape.channels)
        order = hashlib.blake2b(json.dumps(self.names).encode("ascii"), digest_size=16).hexdigest()

        def tell(done: int) -> None:
            writer.write_notes()
            tick(done)

        with cache.begin(prod(shape), earlier.name, order) as writer:
            self.values = writer.add("pictures", shape, "u1")
            try:
                self._take_up(writer.found)
                each_in_threads(lambda number: self._one(number, earlier, writer), count, tell, threads)
                left_out = self.skipped.keys() | self.lost.keys()
                kept = [number for number in range(count) if number not in left_out]
                for row, number in enumerate(kept):
                    if row != number:
                        self.values[row] = self.values[number]
            finally:
                # Some systems neither rename nor delete a file while it is mapped.
                self.values = np.empty(0, np.uint8)
            writer.shorten("pictures", len(kept))
            # The entry is for what was really seen.
            seen = {self.names[n]: self.hashes[n] for n in range(count) if n not in self.lost}
            key = _key(seen, self.shape)
            return writer.commit(key, self._about(kept)), key

    def _take_up(self, found: list[list[Any]]) -> None:
        """What was done before the work was broken off; of a file that was decoded twice, the last time."""
        for number, state, *rest in found:
            done = _Done(number, (state[0], state[1], state[2]), *rest)
            self._done[number] = done
            if done.settled and done.state == self.states[self.names[number]] and not self.hashes[number]:
                self.hashes[number] = done.content

    def _one(self, number: int, earlier: _Earlier, writer: ArrayWriter) -> None:
        name, content = self.names[number], self.hashes[number]
        if content and (self._done_before(number, content) or self._copied(number, content, earlier)):
            self._as_listed[number] = True
            return
        now = time.time_ns()
        try:
            with (self.root / name).open("rb", buffering=0) as file:
                state = _state(file)
                if state[0] <= _AT_ONCE:
                    whole = file.readall()
                    content = content if content and state == self.states[name] else hash_of(io.BytesIO(whole))
                    source: io.RawIOBase | io.BytesIO = io.BytesIO(whole)
                else:
                    content = content if content and state == self.states[name] else hash_of(file)
                    file.seek(0)
                    source = file
                self.hashes[number] = content
                self._as_listed[number] = state == self.states[name]
                copied = self._done_before(number, content) or self._copied(number, content, earlier)
                pixels = None if copied else self._decoded(number, source, content)
                if _state(file) != state:
                    self.lost[number] = "It changed while it was read"
        except FileNotFoundError as error:
            self.lost[number] = f"It could not be read any more ({error.strerror or error})"
        except OSError as error:
            self.lost[number] = f"It cannot be read ({error.strerror or error})"
        else:
            if copied or number in self.lost:
                return
            checksum = 0
            if pixels is not None:
                pixels = np.ascontiguousarray(pixels)
                checksum = zlib.crc32(pixels.data)
                writer.put("pictures", number, pixels)
            settled = now - max(state[1:]) > YOUNG
            notes, reason = self.noted.get(content, []), self.skipped.get(number, "")
            writer.note(_Done(number, state, settled, content, checksum, notes, reason).noted())

    def _done_before(self, number: int, content: str) -> bool:
        done = self._done.get(number)
        if done is None or done.content != content:
            return False
        if done.reason:
            self.skipped[number] = done.reason
            return True
        # What was noted is no proof: another picture may have been written there since, or nothing after a power cut.
        if zlib.crc32(self.values[number].data) != done.checksum:
            return False
        if done.notes:
            self.noted[content] = done.notes
        return True

    def as_listed(self) -> dict[str, str]:
        """Hashes of the files that were as the listing has them when they were read, by their names."""
        good = (n for n, listed in enumerate(self._as_listed) if listed and n not in self.lost)
        return {self.names[n]: self.hashes[n] for n in good}

    def _copied(self, number: int, content: str, earlier: _Earlier) -> bool:
        row = earlier.rows.get(content)
        if row is None or earlier.values is None:
            return False
        self.values[number] = earlier.values[row]
        if content in earlier.noted:
            self.noted[content] = earlier.noted[content]
        return True

    def _decoded(self, number: int, file: Any, content: str) -> Array | None:
        try:
            pixels, notes = decode(file, self.names[number].rpartition("/")[2], self.shape)
        except DataError as error:
            self.skipped[number] = _reason(error)
            return None
        if notes:
            self.noted[content] = list(notes)
        return pixels

    def _about(self, kept: list[int]) -> dict[str, Any]:
        counts: dict[Note, int] = {}
        for number in kept:
            for note in self.noted.get(self.hashes[number], ()):
                counts[note] = counts.get(note, 0) + 1
        skipped = [(self.names[n], why) for n, why in sorted(self.skipped.items()) if n not in self.lost]
        return {
            "names": [self.names[n] for n in kept],
            "hashes": [self.hashes[n] for n in kept],
            "skipped": skipped,
            "notes": counts,
            "noted": self.noted,
        }


def _reason(error: DataError) -> str:
    """Why a file was left out, for a list in which its name stands beside it."""
    if error.code == "data.picture_damaged":
        return f"It is damaged, cut short, or of an unknown kind: {error.values['reason']}"
    if error.code == "data.picture_too_large":
        return f"It has {error.values['millions']:,.0f} million pixels. {error.expected}"
    return "It is not a picture that can be read" if error.code == "data.not_a_picture" else error.what


def _state(file: BinaryIO) -> State:
    found = os.fstat(file.fileno())
    return found.st_size, found.st_mtime_ns, found.st_ctime_ns
