"""What augmentations do to a batch of a table's rows (N, width)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch

from ..apply import transform_inputs
from ..fed_columns import blank_row, fed_groups
from ..preprocess import InputPreprocess
from ..raw import Array
from .base import Augmentation

MOST_ROWS = 20_000
"""Training rows from which deviations are learnt, at most."""


@dataclass(frozen=True)
class RowShape:
    """What the columns that a network is fed are, each array (width,).

    Attributes:
        cell: which cell of the row each belongs to: all of a category's share one, and so do a number and its "is missing".
        deviation: standard deviation of numbers, 0 for all others, and for numbers of two values such as a yes and no.
        blank: what each holds where its cell is missing.
    """

    cell: Array
    deviation: Array
    blank: Array

    @property
    def cells(self) -> int:
        """Number of cells."""
        return int(self.cell.max(initial=-1)) + 1


def row_shape(how: InputPreprocess, rows: Array) -> RowShape:
    """The shape of a table's rows.

    Args:
        how: how it is fed.
        rows: raw training rows (n, columns), from which the deviations come.
    """
    fed = transform_inputs(rows[:MOST_ROWS], how)
    mean = np.nan_to_num(fed.mean(axis=0, dtype=np.float64)) if len(fed) else np.zeros(how.shape[0])
    deviation = np.nan_to_num(fed.std(axis=0, dtype=np.float64)) if len(fed) else np.ones(how.shape[0])
    deviation[[len(np.unique(column)) <= 2 for column in fed.T]] = 0.0
    cell = np.empty(how.shape[0], dtype=np.int64)
    for group in fed_groups(how):
        cell[group.start : group.stop] = group.cell
        if group.kind != "number":
            deviation[group.start : group.stop] = 0.0
    # A cell with nothing in it is as new rows with gaps are fed; where such rows can't be used, the mean stands for a number.
    blank = blank_row(how).astype(np.float64)
    return RowShape(np.unique(cell, return_inverse=True)[1], deviation, np.where(np.isnan(blank), mean, blank))


@dataclass(frozen=True)
class _OnDevice:
    """A ``RowShape`` as tensors."""

    cell: torch.Tensor
    deviation: torch.Tensor
    blank: torch.Tensor
    cells: int


class RowWork:
    """Rows of a batch, changed one operation after the other; ``rows`` is replaced, never written into.

    Args:
        rows: (N, width) float32 as the network is fed them.
        generator: what is drawn from.
        shape: what the columns are, on the device.
    """

    def __init__(self, rows: torch.Tensor, generator: torch.Generator, shape: _OnDevice) -> None:
        self.rows, self._generator, self._shape = rows, generator, shape

    def noise(self, strength: torch.Tensor) -> None:
        """Gaussian noise of strength (N,) times the deviation of each number's column."""
        noise = torch.randn(self.rows.shape, generator=self._generator, device=self.rows.device)
        self.rows = self.rows + noise * self._shape.deviation * strength.unsqueeze(1)

    def blank(self, share: torch.Tensor) -> None:
        """Makes about a share (N,) of the cells look as missing ones do."""
        self.rows = torch.where(self._drawn(share), self._shape.blank, self.rows)

    def swap(self, share: torch.Tensor) -> None:
        """Takes about a share (N,) of the cells from another row of the batch, the same one for all cells of a row."""
        count = len(self.rows)
        donor = torch.rand(count, generator=self._generator, device=self.rows.device).argsort()
        self.rows = torch.where(self._drawn(share), self.rows.index_select(0, donor), self.rows)

    def _drawn(self, share: torch.Tensor) -> torch.Tensor:
        """Columns of the cells that were drawn, (N, width) bool."""
        fate = torch.rand((len(self.rows), self._shape.cells), generator=self._generator, device=self.rows.device)
        return (fate < share.unsqueeze(1)).index_select(1, self._shape.cell)


class RowPipeline:
    """Applies augmentations to whole batches of rows, one after the other.

    Args:
        operations: those for tables are done, in their order.
        shape: what the columns are.
        device: where batches are.
    """

    def __init__(self, operations: Sequence[Augmentation], shape: RowShape, device: torch.device) -> None:
        self.operations = [o for o in operations if o.data == "table"]
        deviation, blank = (torch.from_numpy(v.astype(np.float32)).to(device) for v in (shape.deviation, shape.blank))
        cell = torch.from_numpy(shape.cell.astype(np.int64)).to(device)
        self._shape = _OnDevice(cell, deviation, blank, shape.cells)

    @torch.no_grad()
    def __call__(self, rows: torch.Tensor, generator: torch.Generator) -> torch.Tensor:
        """New rows from (N, width) float32, on the generator's device."""
        if not self.operations:
            return rows
        work = RowWork(rows, generator, self._shape)
        needed = [o.numbers for o in self.operations]
        drawn = torch.rand((sum(needed), len(rows)), generator=generator, device=rows.device)
        for operation, numbers in zip(self.operations, torch.split(drawn, needed), strict=True):
            operation.apply(numbers, work)
        return work.rows
