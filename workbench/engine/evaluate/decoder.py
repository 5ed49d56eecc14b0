"""The decoder of a variational autoencoder as a run left it, which makes samples out of latent numbers; and walks through them."""

from __future__ import annotations

import itertools
import math
from dataclasses import dataclass
from typing import Literal

import numpy as np
import torch

from ..build.module import build_module
from ..build.source import generate
from ..data.raw import Array
from ..errors import TrainingError
from ..graph.decoder import decoder_facts, decoder_of, has_decoder
from ..graph.infer import infer
from ..runs.store import RunStore, Which
from ..train.checkpoint import load_weights, read_snapshot
from ..train.devices import resolve_device
from ..train.gan.samples import grid, grid_columns, pixels, png
from ..train.objectives import Objective, linked
from ..train.warm import attributes_of
from .generator import TrainedGenerator, answering, is_gan, load_generator, names_of
from .network import TrainedNetwork

LATENT = "latent"
"""What the decoder's input is called."""

ROWS = 8
"""Samples of a walk through other data than pictures."""

REACH = 3.0
"""How far a single latent number is varied: nearly all that training drew lies within."""


def makes_samples(store: RunStore, run: str) -> bool:
    """Whether a run trained something that makes new samples. Raises ``TrainingError`` or ``ProjectError``."""
    return is_gan(store, run) or has_decoder(store.project(store.get(run).id).graph)


def load_maker(store: RunStore, run: str, which: Which = "best", device: str = "cpu") -> TrainedGenerator:
    """What makes samples of a run: a GAN's generator, or the decoder of a variational autoencoder.

    Raises ``TrainingError`` for runs without one, or that can't be read, ``ProjectError`` for its project.
    """
    return load_generator(store, run, which, device) if is_gan(store, run) else load_decoder(store, run, which, device)


def load_decoder(store: RunStore, run: str, which: Which = "best", device: str = "cpu") -> TrainedGenerator:
    """Builds the decoder of a run and gives it the run's weights. Raises as ``load_maker`` does."""
    where = resolve_device(device)
    path = store.weights_path(run, which)
    project, preprocess = store.project(run), store.preprocess(run)
    facts = linked(preprocess.facts(), project.training)
    target = facts.target()
    if not has_decoder(project.graph) or target is None or target.task != "reconstruction":
        raise TrainingError(
            f"Run {run} trained nothing that makes new samples",
            "A GAN makes them out of noise, a variational autoencoder out of the numbers in its middle",
            "Choose another run",
            code="evaluate.no_maker",
            values={"run": run},
        )
    decoder = decoder_of(project.graph, infer(project.graph, facts))
    source = generate(decoder.graph, decoder_facts(facts, decoder.latent, LATENT), name="decoder")
    with torch.device("meta"):
        module = build_module(source)
    module.to_empty(device=where)
    theirs = attributes_of(project.graph)
    mine = {theirs[node_id]: attribute for node_id, attribute in source.attributes.items()}
    weights = {
        f"{mine[layer]}.{rest}": tensor
        for name, tensor in read_snapshot(path, extra=False).weights.items()
        for layer, _, rest in [name.partition(".")]
        if layer in mine
    }
    load_weights(module, weights, where=f"run {run}")
    name = target.input if target.input in preprocess.inputs else next(iter(preprocess.inputs))
    asked = TrainedNetwork(
        run=run,
        which=which,
        project=project.with_graph(decoder.graph),
        preprocess=preprocess,
        source=source,
        module=module.eval(),
        objective=Objective(()),
        inputs=(LATENT,),
        device=where,
    )
    return answering(asked, decoder.latent, name, target.shape[-1] if isinstance(target.shape[-1], int) else 1)


Way = Literal["samples", "between", "along"]
"""How new samples are chosen: each by itself, on the ways from one to the next, or by a single number that is varied."""


@dataclass(frozen=True)
class Drawn:
    """New samples to look at.

    Attributes:
        values: the samples in the data's units, as ``TrainedGenerator.make`` gives them.
        picture: of pictures all of them side by side, a PNG file; empty for other data.
        names: what the numbers of a sample of other data are called.
        numbers: how many numbers each sample is made of.
    """

    values: Array
    picture: bytes
    names: tuple[str, ...]
    numbers: int


def draw(maker: TrainedGenerator, way: Way, seed: int, number: int = 0) -> Drawn:
    """As many new samples as a grid holds; of a walk, each row is one. ``number``: the place of the one that is varied."""
    picture = maker.how.kind == "image"
    columns = grid_columns(maker.how) if picture else ROWS
    numbers = math.prod(maker.noise)
    if way == "samples":
        noise = maker.draw(columns * columns if picture else 4 * ROWS, seed)
    elif way == "between":
        noise = between(maker.draw(columns + 1, seed), columns)
    else:
        noise = along(maker.draw(columns, seed), min(number, numbers - 1), columns)
    values = maker.samples(noise)
    if picture:
        return Drawn(values, png(grid(pixels(values, maker.how), columns)), (), numbers)
    rows = values.reshape(len(values), -1)
    return Drawn(rows, b"", names_of(maker.how, rows.shape[1]), numbers)


def between(ends: Array, steps: int) -> Array:
    """Noise on the ways from each of ``ends`` (n, ...) to the next, ``steps`` for each way with both ends, one way behind
    the other: ((n - 1) * steps, ...).

    The ways are arcs: straight ones would lead through the middle, where normal noise of many numbers never lies. Source:
    White, 2016, https://arxiv.org/abs/1609.04468
    """
    flat = ends.reshape(len(ends), -1).astype(np.float64)
    shares = np.linspace(0.0, 1.0, steps)[:, None]
    ways = []
    for first, last in itertools.pairwise(flat):
        lengths = np.linalg.norm(first), np.linalg.norm(last)
        cosine = float(first @ last) / max(float(lengths[0] * lengths[1]), 1e-12)
        angle = float(np.arccos(np.clip(cosine, -1.0, 1.0)))
        if np.sin(angle) < 1e-6:
            ways.append((1.0 - shares) * first + shares * last)
        else:
            ways.append((np.sin((1.0 - shares) * angle) * first + np.sin(shares * angle) * last) / np.sin(angle))
    return np.concatenate(ways).reshape(-1, *ends.shape[1:]).astype(np.float32)


def along(noise: Array, number: int, steps: int) -> Array:
    """Noise (n, ...) whose number at place ``number`` goes from -``REACH`` to ``REACH``, ``steps`` for each of the n, one
    behind the other: (n * steps, ...)."""
    flat = np.repeat(noise.reshape(len(noise), -1), steps, axis=0)
    flat[:, number] = np.tile(np.linspace(-REACH, REACH, steps), len(noise))
    return flat.reshape(-1, *noise.shape[1:]).astype(np.float32)
