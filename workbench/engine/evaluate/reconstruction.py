"""How far an autoencoder's output is from its input, sample by sample."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch

from ..data.apply import inverse_inputs
from ..data.prepared import PreparedData
from ..data.preprocess import InputPreprocess
from ..data.raw import Array
from ..errors import DataError
from .network import BATCH, TrainedNetwork, told_in_words

WORST, MIDDLE, BEST = 60, 20, 20
"""Samples whose reconstruction is kept to be looked at."""


@dataclass(frozen=True)
class Reconstructed:
    """Errors of all samples, and what some of them became.

    Attributes:
        loss: the mean.
        errors: mean absolute difference of each sample (n,) float32; of pictures in the data's units, of other data in
            those the network is fed with, which are deviations from the mean.
        metrics: "mae" and "rmse" in the same units; "r2", the share of the spread about the mean sample that is kept.
        kept: reconstructions in the data's units by position; those with the largest, the middle and the smallest errors.
    """

    loss: float
    errors: Array
    metrics: dict[str, float]
    kept: dict[int, Array]


def reconstruct_all(
    network: TrainedNetwork, data: PreparedData, indexes: Array, progress: Callable[[float, str], None]
) -> Reconstructed:
    """Measures the first Output on samples ``indexes``; few reconstructions are held at a time."""
    goal = network.objective.goals[0]
    spread = torch.tensor(goal.spread or (1.0,), dtype=torch.float64)
    total = squares = explained = power = 0.0
    sums: torch.Tensor | None = None
    errors = []
    for start in range(0, len(indexes), BATCH):
        progress(0.9 * start / len(indexes), "Evaluating")
        rows = indexes[start : start + BATCH]
        fed = network.feed(network.rows(data, rows))
        targets = network.targets(data, rows, fed)
        with told_in_words(network), torch.inference_mode():
            outputs = network.logits(fed)
            total += float(network.objective.loss(outputs, targets)) * len(rows)
            errors.append(goal.measure(outputs[0], targets[0]).float().cpu().numpy())
            wanted = targets[0].double().cpu()
            difference = network.activate(0, outputs[0]).double().cpu() - wanted
            explained += float(difference.square().sum())
            power += float(wanted.square().sum())
            sums = wanted.sum(0) if sums is None else sums + wanted.sum(0)
            units = spread.view(-1, *[1] * (difference.ndim - 2))
            squares += float((difference * units).square().flatten(1).mean(1).sum())
    assert sums is not None
    count = len(indexes)
    about_mean = power - float(sums.square().sum()) / count
    found = np.concatenate(errors)
    r2 = 1.0 - explained / about_mean if about_mean > 1e-12 * max(1.0, power) else float(explained == 0.0)
    kept = _kept(network, data, indexes, found)
    progress(1.0, "Evaluated")
    metrics = {"mae": float(found.mean(dtype=np.float64)), "rmse": float(np.sqrt(squares / count)), "r2": r2}
    return Reconstructed(total / count, found, metrics, kept)


def _kept(network: TrainedNetwork, data: PreparedData, indexes: Array, errors: Array) -> dict[int, Array]:
    order = np.argsort(-errors, kind="stable")
    middle = max(0, len(order) // 2 - MIDDLE // 2)
    chosen = np.unique(np.concatenate([order[:WORST], order[middle : middle + MIDDLE], order[-BEST:]]))
    values = reconstructions(network, network.feed(network.rows(data, indexes[chosen])))
    return {int(place): value for place, value in zip(chosen, values, strict=True)}


def reconstructions(network: TrainedNetwork, fed: tuple[torch.Tensor, ...]) -> Array:
    """What the first Output makes of samples, in the data's units: pictures (n, H, W, C) float32."""
    goal = network.objective.goals[0]
    with told_in_words(network):
        made = network.activate(0, network.logits(fed)[0]).float().cpu().numpy()
    return inverse_inputs(made, network.preprocess.inputs[goal.input])


def save_reconstruction(folder: Path, source: str, values: Array, how: InputPreprocess) -> Path:
    """Writes what a network made of a sample, a picture as .png and anything else as .npy, and returns the file.

    Args:
        folder: made where it isn't there yet; a file of the name in it stays, the new one gets a number.
        source: where the sample comes from, which names the file.
        values: in the data's units, pictures (H, W, C).
        how: what was learnt of the input, for the range of its pixels.

    Raises ``DataError`` where the file can't be written.
    """
    channels = values.shape[-1] if how.kind == "image" and values.ndim == 3 else 0
    picture = channels in (1, 3, 4)
    stem = (
        re.sub(r"[^\w.-]+", "_", f"{Path(source).stem}{Path(source).suffix.partition(' ')[2]}").strip("_.") or "sample"
    )
    try:
        folder.mkdir(parents=True, exist_ok=True)
        target = next(
            path
            for number in itertools.count(1)
            if not (
                path := folder / f"{stem}{f'_{number}' if number > 1 else ''}{'.png' if picture else '.npy'}"
            ).exists()
        )
        if picture:
            from PIL import Image

            low, high = how.pixel_range
            levels = np.clip((values - low) * (255.0 / max(high - low, 1e-9)), 0.0, 255.0)
            pixels = np.rint(levels).astype(np.uint8)
            Image.fromarray(pixels[..., 0] if channels == 1 else pixels).save(target)
        else:
            np.save(target, values, allow_pickle=False)
    except OSError as error:
        raise DataError(
            f"What the network made can't be written to '{folder}' ({error.strerror})",
            "A folder that may be written to, with room on its disk",
            "Choose another folder",
            code="predict.not_saved",
            values={"folder": str(folder)},
        ) from error
    return target


def errors_of(network: TrainedNetwork, fed: tuple[torch.Tensor, ...]) -> Array:
    """The error of each sample (n,) float32, as in ``Reconstructed.errors``."""
    goal = network.objective.goals[0]
    with told_in_words(network), torch.inference_mode():
        measured = goal.measure(network.logits(fed)[0], fed[network.inputs.index(goal.input)])
    found: Array = measured.float().cpu().numpy()
    return found
