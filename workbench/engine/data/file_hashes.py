"""Hashes of files' contents, remembered as long as their size and times stay: a file is read again only when it changed."""

from __future__ import annotations

import hashlib
import json
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from io import FileIO
from pathlib import Path
from typing import BinaryIO

from ..project.atomic import atomic_write
from .threads import each_in_threads

State = tuple[int, int, int]
"""Size, time of change and time of the entry's change, in nanoseconds."""

_PART = 1 << 17
_PIECE = 5_000
YOUNG = 2_000_000_000
"""A file that changed less than this long (ns) before it was hashed may change again within one tick of the clock."""


def hash_of(file: BinaryIO | FileIO) -> str:
    """The hash of an opened file's content, from where it stands."""
    # SHA-256 has instructions of its own on today's processors, and is four times as fast as BLAKE2 there.
    digest = hashlib.sha256()
    while part := file.read(_PART):
        digest.update(part)
    return digest.hexdigest()[:32]


@dataclass(frozen=True)
class Hashes:
    """By name: the hash of each file that could be read, and why the others could not."""

    known: dict[str, str]
    failed: dict[str, str]


class FileHashes:
    """Remembers the hashes of the files below one folder, in a file of the user's cache."""

    def __init__(self, root: Path, store: Path) -> None:
        name = hashlib.blake2b(str(root).encode("utf-8", "surrogateescape"), digest_size=16).hexdigest()
        self.root, self.path = root, store / f"{name}.json"
        self._kept: set[str] = set()

    def remembered(self, files: Mapping[str, State]) -> dict[str, str]:
        """The hashes of those files whose state is as it was when they were read; nothing is read."""
        old = self._load()
        self._kept = set(old)
        found = {}
        for name, state in files.items():
            record = old.get(name)
            if record is not None and tuple(record[:3]) == state:
                found[name] = str(record[3])
        return found

    def read(
        self, files: Mapping[str, State], remembered: Mapping[str, str], tick: Callable[[int, int], None]
    ) -> Hashes:
        """The hashes of all files by their names below the folder; those not ``remembered`` are read, in threads.

        Args:
            files: the state of each, as the file system tells it.
            remembered: hashes that are known.
            tick: called with the number of files read and to read; may raise.
        """
        found = dict(remembered)
        unknown = [name for name in files if name not in found]
        failed: dict[str, str] = {}

        def read(number: int) -> None:
            name = unknown[number]
            try:
                with (self.root / name).open("rb", buffering=0) as file:
                    found[name] = hash_of(file)
            except OSError as error:
                failed[name] = error.strerror or str(error)

        now = time.time_ns()
        if unknown:
            each_in_threads(read, len(unknown), lambda done: tick(done, len(unknown)))
        if unknown or self._kept != files.keys():
            self.remember(files, found, now)
        return Hashes({name: found[name] for name in files if name in found}, failed)

    def remember(self, files: Mapping[str, State], hashes: Mapping[str, str], began: int) -> None:
        """Keeps hashes for the next time; ``began`` is when (in ns) the first of them was read."""
        self._save({n: [*files[n], h] for n, h in hashes.items() if began - max(files[n][1:]) > YOUNG})

    def _load(self) -> dict[str, list[object]]:
        try:
            found = json.loads(self.path.read_bytes())
        except (OSError, ValueError):
            return {}
        good = isinstance(found, dict) and all(isinstance(v, list) and len(v) == 4 for v in found.values())
        return found if good else {}

    def _save(self, records: Mapping[str, list[object]]) -> None:
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            atomic_write(self.path, _written(records), durable=False)
        except OSError:
            # Only memory of what can be hashed again; a folder that can't be written is told when arrays go there.
            return


def _written(records: Mapping[str, list[object]]) -> bytes:
    """The records as one JSON object. In pieces: ``dumps`` keeps Python's lock, 0.1 s for 60,000 files at once."""
    names = list(records)
    pieces = (names[k : k + _PIECE] for k in range(0, len(names), _PIECE))
    inner = (json.dumps({name: records[name] for name in piece})[1:-1] for piece in pieces)
    return f"{{{', '.join(inner)}}}".encode("ascii")
