"""Scales that were learnt before, kept in the user's cache by the fingerprint of the data."""

from __future__ import annotations

from pathlib import Path

from pydantic import ValidationError

from ..folders import cache_dir
from ..project.atomic import atomic_write
from .preprocess import Preprocess

_WAY = 2
"""Goes up when the same data would give other scales, so that older ones are not taken for them."""

_KEPT = 200
"""Files kept; those written longest ago are deleted."""


def learnt_before(fingerprint: str) -> Preprocess | None:
    """What was learnt from exactly this training split, or None."""
    try:
        found = Preprocess.model_validate_json(_path(fingerprint).read_bytes())
    except (OSError, ValidationError):
        return None
    return found if found.fingerprint == fingerprint else None


def remember_learnt(preprocess: Preprocess) -> None:
    """Keeps what was learnt for the next start."""
    path = _path(preprocess.fingerprint)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        atomic_write(path, preprocess.model_dump_json().encode("utf-8"), durable=False)
        files = sorted(path.parent.iterdir(), key=lambda p: p.stat().st_mtime)
        for old in files[:-_KEPT]:
            old.unlink(missing_ok=True)
    except OSError:
        # It can be learnt again.
        return


def _path(fingerprint: str) -> Path:
    return cache_dir() / "prepared" / ".learnt" / f"{_WAY}-{fingerprint}.json"
