"""Samples of a generator from the same noise after each epoch, written beside the run."""

from __future__ import annotations

import io
import math
import time
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from ...data.apply import inverse_inputs
from ...data.preprocess import InputPreprocess
from ...data.raw import Array
from ...project.atomic import atomic_write
from ..events import Sampled
from ..hooks import Epoch, Hook, evaluating
from .distance import spread
from .game import Game, fixed_noise, make_samples
from .recipe import GanAim

if TYPE_CHECKING:
    from ..session import Session

FOLDER = "samples"
"""In a run's folder."""
REAL = "real.npy"
"""In the folder: real samples to compare with, as many as are made."""

GAP, GREY = 1, 96
"""Pixels between the pictures of a grid, and how light they are."""

POINTS = 512
"""Samples that are kept of anything but pictures."""
SIDE = 640
"""Pixels of a grid's sides, about; never fewer than 2 x 2 pictures, nor more than 8 x 8."""
MOST_FILES = 200
"""Grids of a run: of more epochs than that, not every one leaves one."""


class SamplesHook(Hook):
    """Makes samples every few epochs and says so with a ``Sampled`` event."""

    name = "samples"

    def __init__(self, session: Session, game: Game, how: InputPreprocess) -> None:
        aim = session.recipe.objective
        assert isinstance(aim, GanAim)
        self._session, self._game, self._how = session, game, how
        epochs = session.recipe.epochs
        self._every = max(aim.samples_every, math.ceil(epochs / MOST_FILES))
        self._last = epochs
        self._columns = grid_columns(how) if how.kind == "image" else 0
        count = self._columns**2 if self._columns else POINTS
        self._noise = fixed_noise(count, game.noise, session.recipe.seed, "samples")

    def after_epoch(self, epoch: Epoch) -> None:
        """Writes a grid of pictures, or an array of other samples. Raises ``OSError``."""
        folder = self._session.folder
        due = epoch.number in (1, self._last) or epoch.number % self._every == 0 or epoch.stop is not None
        if not due or folder is None:
            return
        with evaluating(self._session.hooks):
            made = make_samples(self._game.pair, self._noise)
        assert made is not None  # nothing halts it
        values = inverse_inputs(made.float().cpu().numpy(), self._how)
        target = folder / FOLDER
        target.mkdir(exist_ok=True)
        if self._columns:
            name, data = f"epoch-{epoch.number:05d}.png", png(grid(pixels(values, self._how), self._columns))
        else:
            name, data = f"epoch-{epoch.number:05d}.npy", npy(values)
            if not (target / REAL).exists():
                self._keep_real(target / REAL)
        atomic_write(target / name, data, durable=False)
        epoch.events.append(
            Sampled(
                run=self._session.run,
                time=time.time(),
                epoch=epoch.number,
                step=epoch.step,
                file=f"{FOLDER}/{name}",
                count=len(values),
                columns=self._columns,
            )
        )

    def _keep_real(self, path: Path) -> None:
        real = self._game.real
        (fed,), _ = real.gather(spread(real.count, POINTS).to(real.index_device))
        atomic_write(path, npy(inverse_inputs(fed.float().cpu().numpy(), self._how)), durable=False)


def grid_columns(how: InputPreprocess) -> int:
    """Pictures in a row, and rows, of a grid."""
    return max(2, min(8, SIDE // max(how.shape[1:])))


def pixels(values: Array, how: InputPreprocess) -> Array:
    """Pictures (n, H, W, C) in the data's units as grey values or colours (n, H, W, 1 or 3) uint8.

    Of other numbers of channels than three the first is shown.
    """
    low, high = how.pixel_range
    shown = values if values.shape[-1] == 3 else values[..., :1]
    levels = (shown - low) * (255.0 / max(high - low, 1e-9))
    found: Array = np.rint(np.clip(np.nan_to_num(levels), 0.0, 255.0)).astype(np.uint8)
    return found


def grid(pictures: Array, columns: int) -> Array:
    """Pictures (n, H, W, C) side by side, ``columns`` in a row, with ``GAP`` grey pixels between and around them."""
    count, height, width, channels = pictures.shape
    rows = -(-count // columns)
    laid = np.full((rows * columns, height + GAP, width + GAP, channels), GREY, pictures.dtype)
    laid[:count, GAP:, GAP:] = pictures
    joined = laid.reshape(rows, columns, height + GAP, width + GAP, channels).swapaxes(1, 2)
    whole = joined.reshape(rows * (height + GAP), columns * (width + GAP), channels)
    return np.pad(whole, ((0, GAP), (0, GAP), (0, 0)), constant_values=GREY)


def png(picture: Array) -> bytes:
    """A picture (H, W, 1 or 3) uint8 as a PNG file."""
    from PIL import Image

    file = io.BytesIO()
    Image.fromarray(picture[..., 0] if picture.shape[-1] == 1 else picture).save(file, "PNG")
    return file.getvalue()


def npy(values: Array) -> bytes:
    """An array as a .npy file."""
    file = io.BytesIO()
    np.save(file, values, allow_pickle=False)
    return file.getvalue()
