"""How fast folders of pictures are decoded, and how fast a later epoch reads them, as ratios against peers.

    python benchmarks/pictures.py FOLDER [--size 96] [--turns 9]

FOLDER holds a folder of pictures for each class. Two comparisons, in which contenders take turns:

- decoding: from files to an array in the cache, hashing and writing included, against plain Pillow with ``draft()`` in a pool of as
  many threads as there are cores. Both stretch to the same size with the same filter. Goal: 0.9.
- a later epoch: shuffled batches of 32, scaled and ready for a network, against a DataLoader with 2 workers that decodes with
  Pillow and ``draft()``. Once as training keeps them (resident) and once read from the mapped file batch by batch. Goal: 20.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import torch
from compare import ratio, take_turns
from PIL import Image
from torch.utils.data import DataLoader, Dataset

from workbench.engine.data.cache import ArrayCache
from workbench.engine.data.decoded import decode_all
from workbench.engine.data.feed import make_feed
from workbench.engine.data.picture_files import PictureShape
from workbench.engine.data.prepare import prepare
from workbench.engine.data.recipe import DataRecipe, SplitRecipe
from workbench.engine.data.sources.class_folders import list_class_folders
from workbench.engine.data.sources.image_folder import ImageFolderSource
from workbench.engine.data.threads import cores

BATCH = 32
DECODING_GOAL, EPOCH_GOAL = 0.9, 20.0


def plain(path: Path, size: int) -> np.ndarray:
    """What a short script does: open, draft, convert, resize."""
    with Image.open(path) as image:
        image.draft("RGB", (size, size))
        return np.asarray(image.convert("RGB").resize((size, size), Image.Resampling.BOX))


class Pictures(Dataset):
    """Decodes one picture when it is asked for, scaled as ours are."""

    def __init__(self, paths: list[Path], size: int) -> None:
        self.paths, self.size = paths, size

    def __len__(self) -> int:
        return len(self.paths)

    def __getitem__(self, index: int) -> torch.Tensor:
        pixels = torch.from_numpy(np.array(plain(self.paths[index], self.size)))
        return pixels.permute(2, 0, 1).float().sub_(127.0).mul_(1 / 60.0)


def decoding(root: Path, size: int, turns: int) -> bool:
    """Prints the ratio of decoding; whether the goal is met."""
    listing = list_class_folders(root)
    states = {f.name: f.state for f in listing.files}
    shape = PictureShape(size, size, 3, "stretch")
    count = len(decode_all(root, states, shape, lambda done, text: None).names)
    readable = [root / name for name in decode_all(root, states, shape, lambda done, text: None).names]

    def ours() -> float:
        with tempfile.TemporaryDirectory() as folder:
            start = time.perf_counter()
            decode_all(root, states, shape, lambda done, text: None, cache=ArrayCache(Path(folder)))
            return count / (time.perf_counter() - start)

    def theirs() -> float:
        start = time.perf_counter()
        whole = np.empty((count, size, size, 3), np.uint8)
        with ThreadPoolExecutor(cores()) as pool:
            for row, pixels in enumerate(pool.map(lambda path: plain(path, size), readable)):
                whole[row] = pixels
        return count / (time.perf_counter() - start)

    rates = take_turns({"ours": ours, "theirs": theirs}, turns)
    found = ratio(rates["ours"], rates["theirs"])
    print(f"decoding {count:,} pictures to {size} px: {found} times plain Pillow with draft() on {cores()} cores")
    print(f"  median pictures/s: {np.median(rates['ours']):,.0f} against {np.median(rates['theirs']):,.0f}")
    return found.median >= DECODING_GOAL


def epochs(root: Path, size: int, turns: int) -> bool:
    """Prints the ratios of a later epoch; whether the goal is met."""
    source = ImageFolderSource(path=str(root), size=(size, size), resize="stretch", colour="rgb")
    data = prepare(DataRecipe(source=source, split=SplitRecipe(validation=0, test=0, given=False)))
    feeds = {
        name: make_feed(data, "train", ["image"], ["label"], torch.device("cpu"), budget=budget)
        for name, budget in (("resident", 1 << 40), ("mapped", 0))
    }
    loader = DataLoader(
        Pictures([root / name for name in data.raw.names], size),
        batch_size=BATCH,
        shuffle=True,
        num_workers=2,
        persistent_workers=True,
    )

    def from_feed(name: str) -> float:
        feed, repeats = feeds[name], 5
        start = time.perf_counter()
        for _ in range(repeats):
            order = torch.randperm(feed.count)
            for at in range(0, feed.count, BATCH):
                feed.gather(order[at : at + BATCH])
        return repeats * feed.count / (time.perf_counter() - start)

    def from_loader() -> float:
        start, seen = time.perf_counter(), 0
        for batch in loader:
            seen += len(batch)
        return seen / (time.perf_counter() - start)

    # The loader has its two processes; ours works in one thread.
    torch.set_num_threads(1)
    rates = take_turns(
        {"loader": from_loader, "resident": lambda: from_feed("resident"), "mapped": lambda: from_feed("mapped")}, turns
    )
    print(f"a later epoch of {data.count:,} pictures at {size} px, against a DataLoader with 2 workers:")
    for name, words in (("resident", "kept as training keeps them"), ("mapped", "read from the mapped file")):
        found = ratio(rates[name], rates["loader"])
        print(f"  {words}: {found} times")
        print(f"    median pictures/s: {np.median(rates[name]):,.0f} against {np.median(rates['loader']):,.0f}")
    return ratio(rates["resident"], rates["loader"]).median >= EPOCH_GOAL


def main() -> int:
    """Both comparisons; exit code 1 when a goal is missed."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--size", type=int, default=96)
    parser.add_argument("--turns", type=int, default=9)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        os.environ["XDG_CACHE_HOME"] = folder
        root = chosen.folder.absolute()
        good = [decoding(root, chosen.size, chosen.turns), epochs(root, chosen.size, chosen.turns)]
    print("goals met" if all(good) else "a goal is missed")
    return 0 if all(good) else 1


if __name__ == "__main__":
    sys.exit(main())
