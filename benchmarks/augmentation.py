"""Pictures augmented a second: one pass of the engine's pipeline against one operation after the other.

    python benchmarks/augmentation.py                    against kornia where it is installed, and against plain torch
    python benchmarks/augmentation.py --turns 61 --threads 1
    pip install kornia                                   brings the peer

Every contender does the same to batches of 128 x 3 x 32 x 32 float pictures: flip, rotate, shift, scale and shear; brightness,
contrast, saturation and hue; and erases a rectangle in half of the pictures. "kornia, same" leaves hue out of both sides and
takes kornia's linear operations, which are defined as ours; "kornia, ColorJiggle" is its usual way, by HSV.
"""

from __future__ import annotations

import argparse
import importlib.util
import math
import os
import platform
import time
import warnings
from collections.abc import Callable

import torch
from compare import table, take_turns
from torch.nn import functional

from workbench.engine.data.augment.colour import Brightness, Contrast, Hue, Saturation
from workbench.engine.data.augment.finish import Erase
from workbench.engine.data.augment.geometry import Flip, Rotate, Scale, Shear, Shift
from workbench.engine.data.augment.pipeline import Pipeline
from workbench.engine.data.augment.work import LUMA

SHAPE = (128, 3, 32, 32)
BATCHES = 4
"""Batches in a turn."""

MOVES = (Flip(), Rotate(degrees=15), Scale(factor=1.2), Shear(degrees=10), Shift(distance=0.1))
COLOURS = (Brightness(strength=0.3), Contrast(strength=0.3), Saturation(strength=0.3))
ERASE = Erase(probability=0.5, fill="black")


def engine(*operations) -> Callable[[torch.Tensor], torch.Tensor]:
    """The engine's pipeline, with a generator of its own."""
    pipeline, generator = Pipeline(operations, SHAPE[1], "black"), torch.Generator().manual_seed(0)
    return lambda pictures: pipeline(pictures, generator)


def kornia_way(*, usual: bool) -> Callable[[torch.Tensor], torch.Tensor]:
    """kornia's augmentations in sequence; ``usual`` brings colour jitter by HSV."""
    import kornia.augmentation as ka

    affine = ka.RandomAffine(15.0, (0.1, 0.1), (1 / 1.2, 1.2), (-10.0, 10.0, -10.0, 10.0), p=1.0)
    if usual:
        colours = [ka.ColorJiggle(0.3, 0.3, 0.3, 20 / 360, p=1.0)]
    else:
        # Its "jitter" multiplies and blends as ours does; hue stays out, as it is HSV's.
        colours = [ka.ColorJitter(0.3, 0.3, 0.3, 0.0, p=1.0)]
    steps = [ka.RandomHorizontalFlip(p=0.5), affine, *colours, ka.RandomErasing((0.02, 0.2), (1 / 3, 3.0), p=0.5)]
    return ka.AugmentationSequential(*steps, data_keys=["input"])


def plain_torch(pictures: torch.Tensor) -> torch.Tensor:
    """The same, batched but one operation after the other, as one writes it down."""
    count, _, height, width = pictures.shape
    flipped = torch.where((torch.rand(count) < 0.5).view(-1, 1, 1, 1), pictures.flip(3), pictures)
    angle = (torch.rand(count) * 2 - 1) * math.radians(15)
    zero, one = torch.zeros(count), torch.ones(count)
    factor = ((torch.rand(count) * 2 - 1) * math.log(1.2)).exp()
    slant = ((torch.rand(2, count) * 2 - 1) * math.radians(10)).tan()
    move = (torch.rand(2, count) * 2 - 1) * 0.2
    for rows in (
        ((angle.cos(), -angle.sin(), zero), (angle.sin(), angle.cos(), zero)),
        ((1 / factor, zero, zero), (zero, 1 / factor, zero)),
        ((one, slant[0], zero), (slant[1], one, zero)),
        ((one, zero, move[0]), (zero, one, move[1])),
    ):
        theta = torch.stack([torch.stack(row, 1) for row in rows], 1)
        grid = functional.affine_grid(theta, list(flipped.shape), align_corners=False)
        flipped = functional.grid_sample(flipped, grid, align_corners=False)
    luma = torch.tensor(LUMA).view(1, 3, 1, 1)
    brightness, contrast, saturation = (0.7 + 0.6 * torch.rand(3, count, 1, 1, 1)).unbind(0)
    result = (flipped * brightness).clamp(0, 1)
    mean = (result * luma).sum(1, keepdim=True).mean((2, 3), keepdim=True)
    result = (result * contrast + mean * (1 - contrast)).clamp(0, 1)
    result = (result * saturation + (result * luma).sum(1, keepdim=True) * (1 - saturation)).clamp(0, 1)
    area, ratio = 0.02 + 0.18 * torch.rand(count), ((torch.rand(count) * 2 - 1) * math.log(3)).exp()
    chosen = torch.rand(count) < 0.5
    sides = [(area * ratio).sqrt() * chosen, (area / ratio).sqrt() * chosen]
    inside = []
    for side, pixels in zip(sides, (width, height), strict=True):
        middle = (torch.arange(pixels) + 0.5) / pixels
        start = (torch.rand(count) * (1 - side)).unsqueeze(1)
        inside.append((middle >= start) & (middle < start + side.unsqueeze(1)))
    covered = inside[1].unsqueeze(2) & inside[0].unsqueeze(1)
    return result.masked_fill(covered.unsqueeze(1), 0.0)


def timed(augment: Callable[[torch.Tensor], torch.Tensor], pictures: torch.Tensor) -> Callable[[], float]:
    """A contender: runs some batches and returns pictures a second."""

    def turn() -> float:
        began = time.perf_counter()
        for _ in range(BATCHES):
            augment(pictures)
        return BATCHES * len(pictures) / (time.perf_counter() - began)

    return turn


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description="Pictures augmented a second, as ratios against peers.")
    parser.add_argument("--turns", type=int, default=31)
    parser.add_argument("--threads", type=int, default=torch.get_num_threads())
    wishes = parser.parse_args()
    torch.set_num_threads(wishes.threads)
    warnings.simplefilter("ignore")
    pictures = torch.rand(SHAPE, generator=torch.Generator().manual_seed(0))
    print(f"torch {torch.__version__} on {platform.machine()}, {wishes.threads} threads of {os.cpu_count()}\n")
    same = {"engine": engine(*MOVES, *COLOURS, ERASE), "plain torch": plain_torch}
    with_hue = {"engine": engine(*MOVES, *COLOURS, Hue(), ERASE)}
    if importlib.util.find_spec("kornia") is not None:
        same["kornia, same"] = kornia_way(usual=False)
        with_hue["kornia, ColorJiggle"] = kornia_way(usual=True)
    for title, contenders in (
        ("Flip, affine, brightness, contrast, saturation, erase", same),
        ("The same and hue", with_hue),
    ):
        if len(contenders) > 1:
            rates = take_turns({name: timed(run, pictures) for name, run in contenders.items()}, wishes.turns)
            print(table(title, "engine", rates, "pictures/s"))


if __name__ == "__main__":
    main()
