"""Folders of small pictures, and a cache of their own."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from workbench.engine.data.sources.image_folder import ImageFolderSource

RANDOM = np.random.RandomState(0)


@pytest.fixture(autouse=True)
def own_cache_of_the_test(tmp_path_factory, monkeypatch) -> Path:
    folder = tmp_path_factory.mktemp("cache")
    monkeypatch.setenv("XDG_CACHE_HOME", str(folder))
    return folder


def put(path: Path, size: tuple[int, int] = (8, 8), colour: object = None, **more) -> Path:
    """A picture of (width, height), random unless a colour is given; the format follows from the name."""
    path.parent.mkdir(parents=True, exist_ok=True)
    pixels = RANDOM.randint(0, 256, (size[1], size[0], 3)).astype(np.uint8)
    image = Image.fromarray(pixels) if colour is None else Image.new("RGB", size, colour)
    image.save(path, **more)
    return path


def two_classes(root: Path, count: int = 4, **more) -> Path:
    for label in ("cats", "dogs"):
        for i in range(count):
            put(root / label / f"{i}.png", **more)
    return root


def load(root: Path, progress=lambda done, text: None, **fields):
    return ImageFolderSource(path=str(root), **{"size": (8, 8), **fields}).load(progress)


def reasons(raw) -> dict[str, str]:
    return {s.item: s.reason for s in raw.skipped}
