"""What augmentation makes of samples, for looking at: one sample drawn many times, or a batch as a network sees it.

Everything is drawn from a generator of its own on the CPU: a run in progress is not disturbed.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from ..apply import transform_inputs
from ..pictures import as_picture
from ..prepared import PreparedData
from ..preprocess import InputPreprocess
from ..raw import Array, RawTarget
from ..recipe import DataRecipe
from .base import DataKind, input_kind
from .readable import Piece, cell_names, cells_of, pieces_of

_OTHERS = 8
"""Other samples for each draw of one sample, from which it may take a cell or half a picture."""


@dataclass(frozen=True)
class Look:
    """Samples before and after augmentation.

    Attributes:
        kind: the kind of data.
        samples: numbers of the samples; one of them where a single sample was drawn many times.
        labels: for each result what is to be predicted, with its share: one name of share 1, or two where samples were mixed.
        pictures: results, uint8 (H, W) or (H, W, 3).
        series: results (T, C) float32 as they are fed; ``before`` the same samples as they were.
        texts: results in pieces, each marked where it differs from the text before.
        header, rows, changed: of a table its columns, its results' cells, and which of them (row, column) differ; the row
            of a sample that was drawn many times comes first.
    """

    kind: DataKind
    samples: tuple[int, ...]
    labels: tuple[tuple[tuple[str, float], ...], ...] = ()
    pictures: tuple[Array, ...] = ()
    series: tuple[Array, ...] = ()
    before: tuple[Array, ...] = ()
    channels: tuple[str, ...] = ()
    texts: tuple[tuple[Piece, ...], ...] = ()
    header: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    changed: frozenset[tuple[int, int]] = frozenset()


def preview(prepared: PreparedData, recipe: DataRecipe, sample: int, draws: int, seed: int) -> Look:
    """One sample, drawn anew so many times.

    Args:
        prepared: the data.
        recipe: its augmentations.
        sample: number of the sample.
        draws: how many results.
        seed: another one gives other draws.
    """
    train = prepared.splits["train"]
    others = np.random.default_rng(seed).choice(train, draws * _OTHERS)
    look = _look(prepared, recipe, np.concatenate([np.full(draws, sample), others]), draws, seed)
    if look.kind == "table":
        plain = _cells(prepared, np.array([sample]))
        changed = {(row + 1, column) for row, column in look.changed}
        look = replace(look, rows=(*plain, *look.rows), changed=frozenset(changed))
    return replace(look, samples=(sample,))


def preview_batch(prepared: PreparedData, recipe: DataRecipe, count: int, seed: int) -> Look:
    """A batch of training samples as a network sees it, drawn as ``recipe.balance`` draws samples.

    Args:
        prepared: the data.
        recipe: its augmentations and balance.
        count: samples in the batch, at most.
        seed: another one gives another batch.
    """
    import torch

    from ..sampling import make_sampler

    train = prepared.splits["train"]
    target = next((t for t in prepared.raw.targets.values() if t.task == "classification"), None)
    sampler = make_sampler(recipe.balance, target.values[train], len(target.classes)) if target is not None else None
    generator = torch.Generator().manual_seed(seed)
    order = torch.randperm(len(train), generator=generator) if sampler is None else sampler.order(generator)
    chosen = train[order[:count].numpy()]
    return _look(prepared, recipe, chosen, len(chosen), seed)


def _look(prepared: PreparedData, recipe: DataRecipe, samples: Array, shown: int, seed: int) -> Look:
    """What becomes of the first ``shown`` of a batch of samples."""
    name, how = _augmented(prepared)
    target = next(iter(prepared.raw.targets.values()))
    own = _names(target, samples)
    kind = input_kind(how.kind)
    look = Look(kind, tuple(samples[:shown].tolist()), tuple(((text, 1.0),) for text in own[:shown]))
    if kind == "image":
        pictures, shares, partner = _pictures(prepared.raw.inputs[name].values[samples], how, recipe, shown, seed)
        labels = tuple(_mixed(own[k], own[partner[k]], float(shares[k])) for k in range(shown))
        return replace(look, pictures=pictures, labels=labels)
    before, made = _changed(prepared, recipe, samples, seed)
    before, made = before[:shown], made[:shown]
    if kind == "series":
        channels = how.columns or tuple(f"x{k + 1}" for k in range(how.channels))
        return replace(
            look, series=tuple(made[..., : how.channels]), before=tuple(before[..., : how.channels]), channels=channels
        )
    if kind == "tokens":
        return replace(look, texts=tuple(pieces_of(one, other, how) for one, other in zip(before, made, strict=True)))
    rows, plain = cells_of(made, how), cells_of(before, how)
    changed = {(r, c) for r, row in enumerate(rows) for c, cell in enumerate(row) if cell != plain[r][c]}
    return replace(look, header=cell_names(how), rows=rows, changed=frozenset(changed))


def _augmented(prepared: PreparedData) -> tuple[str, InputPreprocess]:
    """The input that is looked at: the first of pictures, else the first."""
    entries = prepared.preprocess.inputs.items()
    return next((entry for entry in entries if entry[1].kind == "image"), next(iter(entries)))


def _changed(prepared: PreparedData, recipe: DataRecipe, samples: Array, seed: int) -> tuple[Array, Array]:
    """A batch as it is fed without and with augmentation."""
    import torch

    from .batches import BatchAugmenter
    from .row_work import MOST_ROWS, row_shape

    name, how = _augmented(prepared)
    values = prepared.batch_values(name)
    shape = None
    if how.kind == "table":
        shape = row_shape(how, values[prepared.splits["train"][:MOST_ROWS]])
    fed = transform_inputs(values[samples], how)
    (made,), _ = BatchAugmenter(recipe, [how], seed, torch.device("cpu"), [shape])((torch.from_numpy(fed),), 0, 0)
    return fed, made.numpy()


def _cells(prepared: PreparedData, samples: Array) -> tuple[tuple[str, ...], ...]:
    name, how = _augmented(prepared)
    return cells_of(transform_inputs(prepared.raw.inputs[name].values[samples], how), how)


def _pictures(
    raw: Array, how: InputPreprocess, recipe: DataRecipe, shown: int, seed: int
) -> tuple[tuple[Array, ...], Array, Array]:
    """Pictures as training makes them, what is left of each, and with which one of the batch it was mixed."""
    import torch

    from .pipeline import Pipeline

    low, high = how.pixel_range
    span = high - low if high > low else 1.0
    unit = (raw.astype(np.float32) - low) / span
    batch = torch.from_numpy(np.ascontiguousarray(unit.transpose(0, 3, 1, 2), dtype=np.float32))
    pipeline = Pipeline(recipe.augment, batch.shape[1], recipe.augment_edges)
    generator = torch.Generator().manual_seed(seed)
    if len(batch) == shown:
        partner = None
    else:
        # Copies of one sample are mixed with the others only.
        batch = batch[: 2 * shown]
        partner = torch.arange(2 * shown).roll(shown)
    made = pipeline(batch, generator)
    shares, partners = torch.ones(len(batch)), torch.arange(len(batch))
    if pipeline.mixer.operations:
        made, mix = pipeline.mixer(made, generator, partner)
        shares, partners = mix.share, mix.partner
    shapes = [as_picture(p.transpose(1, 2, 0), (0.0, 1.0)) for p in made[:shown].numpy()]
    return tuple(shapes), shares.numpy(), partners.numpy()


def _names(target: RawTarget, samples: Array) -> list[str]:
    """What is to be predicted of samples, in words."""
    values = target.values[samples]
    if target.task == "classification":
        return [target.classes[int(v)] for v in values]
    if target.task == "multi_label":
        return [", ".join(name for name, on in zip(target.classes, row, strict=True) if on) for row in values]
    if target.values.ndim != 2 or not target.names:
        return ["" for _ in values]
    return [", ".join(f"{float(number):.6g}" for number in row[:4]) for row in values]


def _mixed(own: str, other: str, share: float) -> tuple[tuple[str, float], ...]:
    """Names with their shares, the larger first; one where the other has none or is the same."""
    if own == other or share >= 0.995:
        return ((own, 1.0),)
    if share <= 0.005:
        return ((other, 1.0),)
    pair = ((own, share), (other, 1.0 - share))
    return pair if share >= 0.5 else pair[::-1]
