"""What another process asks of a run or a study that goes on: small files in its folder, which whoever trains it takes.

A letter is a JSON list of asks, ``[{"ask": "change", "setting": "training.learning_rate", "value": 0.001}]``, ``"pause"``,
``"resume"``, ``"stop"`` or ``"stop_now"``. Whoever trains looks a few times a second, in a thread beside the training, and
removes each letter before it heeds it: a letter that is gone was heard.
"""

from __future__ import annotations

import json
import logging
import secrets
import threading
import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from ..project.atomic import atomic_write

log = logging.getLogger(__name__)

FOLDER = "asked"
"""Within the folder of a run or a study."""

EVERY = 0.25
"""Seconds between two looks."""

LARGEST = 100_000
"""Bytes that a letter may have."""

Asked = dict[str, Any]


def post(folder: Path, asks: Iterable[Asked]) -> Path:
    """Leaves a letter for whoever trains in ``folder`` and returns its file. Raises ``OSError``."""
    box = folder / FOLDER
    box.mkdir(exist_ok=True)
    path = box / f"{time.time_ns():020d}-{secrets.token_hex(2)}.json"
    atomic_write(path, json.dumps(list(asks)).encode())
    return path


class Letterbox:
    """Takes the letters of a run or a study while it goes on; those that lay there before are thrown away.

    Args:
        folder: of the run or the study.
        heed: takes one ask, in a thread of the box; what it raises is logged.
    """

    def __init__(self, folder: Path, heed: Callable[[Asked], None]) -> None:
        self._box, self._heed = folder / FOLDER, heed
        self._over = threading.Event()
        for path in self._letters():
            with suppress(OSError):
                path.unlink()
        self._thread = threading.Thread(target=self._work, name="letters", daemon=True)
        self._thread.start()

    def close(self) -> None:
        """Looks no more."""
        self._over.set()
        self._thread.join()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _letters(self) -> list[Path]:
        """The letters, oldest first."""
        try:
            return sorted(p for p in self._box.iterdir() if p.suffix == ".json" and not p.name.startswith("."))
        except OSError:
            return []  # nobody has asked anything

    def _work(self) -> None:
        while not self._over.wait(EVERY):
            for path in self._letters():
                for asked in self._taken(path):
                    try:
                        self._heed(asked)
                    except Exception:  # a letter from whoever it may be must not harm the run
                        log.exception("A letter could not be heeded: %s", asked)

    def _taken(self, path: Path) -> list[Asked]:
        try:
            with path.open("rb") as file:
                words = file.read(LARGEST)
            path.unlink()
            asks = json.loads(words)
        except (OSError, ValueError):
            log.warning("A letter could not be read: %s", path)
            with suppress(OSError):
                path.unlink()
            return []
        return [a for a in asks if isinstance(a, dict)] if isinstance(asks, list) else []
