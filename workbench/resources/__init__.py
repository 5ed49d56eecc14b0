"""Files that the program carries, found through ``importlib.resources`` wherever it is installed."""

from __future__ import annotations

from importlib.resources import files


def read_bytes(name: str) -> bytes:
    """The content of a carried file, e.g. ``"workbench.svg"``; raises ``FileNotFoundError``."""
    return files(__name__).joinpath(name).read_bytes()
