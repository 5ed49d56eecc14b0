"""What augmentation would make of one sample, for looking at."""

from __future__ import annotations

import numpy as np

from ..pictures import as_picture
from ..prepared import PreparedData
from ..raw import Array
from ..recipe import DataRecipe


def preview(prepared: PreparedData, recipe: DataRecipe, sample: int, draws: int, seed: int) -> list[Array]:
    """Pictures of one sample, each drawn anew, as uint8 (H, W) or (H, W, 3); empty where the data has no pictures.

    Draws from a generator of its own on the CPU: a run in progress is not disturbed.

    Args:
        prepared: the data.
        recipe: its augmentations.
        sample: number of the sample.
        draws: how many pictures.
        seed: another one gives other draws.
    """
    import torch

    from .pipeline import Pipeline

    part = next((p for p in prepared.raw.inputs.values() if p.kind == "image"), None)
    if part is None:
        return []
    name = next(n for n, p in prepared.raw.inputs.items() if p is part)
    low, high = prepared.preprocess.inputs[name].pixel_range
    span = high - low if high > low else 1.0
    unit = (part.values[sample].astype(np.float32) - low) / span
    picture = torch.from_numpy(np.ascontiguousarray(unit.transpose(2, 0, 1), dtype=np.float32))
    pipeline = Pipeline(recipe.augment, picture.shape[0], recipe.augment_edges)
    batch = picture.expand(draws, -1, -1, -1).contiguous()
    made = pipeline(batch, torch.Generator().manual_seed(seed)).numpy()
    return [as_picture(values.transpose(1, 2, 0), (0.0, 1.0)) for values in made]
