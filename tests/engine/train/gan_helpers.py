"""Small GANs on points and on digits."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np

from workbench.engine.data.recipe import DataRecipe
from workbench.engine.document import Project
from workbench.engine.graph import edits
from workbench.engine.graph.layer import Layer
from workbench.engine.graph.model import Graph
from workbench.engine.train.recipe import TrainingRecipe


def dense(units: int) -> Layer:
    return edits.make_layer("dense", units=units)


def leaky() -> Layer:
    return edits.make_layer("leaky_relu", negative_slope=0.2)


def named(graph: Graph, prefix: str) -> Graph:
    """With permanent ids, so that the same call gives the same project."""
    ids = {node.id: f"{prefix}{place}" for place, node in enumerate(graph.nodes)}
    return graph.updated(
        nodes=tuple(n.updated(id=ids[n.id]) for n in graph.nodes),
        links=tuple(k.updated(source=ids[k.source], target=ids[k.target]) for k in graph.links),
    )


def generator(*shape: int, noise: int = 8, width: int = 16, end: tuple[Layer, ...] = ()) -> Graph:
    shaped = (edits.make_layer("reshape", shape=shape),) if len(shape) > 1 else ()
    return named(
        edits.chain(
            edits.make_layer("input", shape=(noise,)),
            dense(width),
            edits.make_layer("relu"),
            dense(int(np.prod(shape))),
            *shaped,
            *end,
            edits.make_layer("output"),
        ),
        "g",
    )


def discriminator(*shape: int, width: int = 16, middle: tuple[Layer, ...] = ()) -> Graph:
    flat = (edits.make_layer("flatten"),) if len(shape) > 1 else ()
    return named(
        edits.chain(
            edits.make_layer("input", shape=shape),
            *flat,
            dense(width),
            leaky(),
            *middle,
            dense(1),
            edits.make_layer("output"),
        ),
        "d",
    )


def gan(
    data: dict[str, Any], networks: dict[str, Graph], *, aim: dict[str, Any] | None = None, **training: Any
) -> Project:
    recipe = {
        "objective": {"kind": "gan", **(aim or {})},
        "optimizer": {"kind": "adam", "beta1": 0.5, "beta2": 0.9},
        "batch_size": 32,
        "epochs": 3,
        **training,
    }
    return Project(
        networks=networks, data=DataRecipe.model_validate(data), training=TrainingRecipe.model_validate(recipe)
    )


def points(*middle: Layer, validation: float = 0.2, **training: Any) -> Project:
    """100 points in the plane, made by a tiny generator; ``middle`` stands in the discriminator."""
    data = {"source": {"kind": "sample", "name": "moons"}, "split": {"validation": validation, "test": 0.2}}
    networks = {"generator": generator(2), "discriminator": discriminator(2, middle=middle)}
    return gan(data, networks, **({"batch_size": 16} | training))


def digits(**training: Any) -> Project:
    """Pictures of 8 x 8 pixels between -1 and 1."""
    networks = {
        "generator": generator(1, 8, 8, end=(edits.make_layer("tanh"),)),
        "discriminator": discriminator(1, 8, 8),
    }
    data = {"source": {"kind": "sample", "name": "digits"}, "scaling": "symmetric"}
    return gan(data, networks, **({"batch_size": 256} | training))


def mixture(folder: Path, *, modes: int = 4, count: int = 2000) -> tuple[Path, np.ndarray, np.ndarray]:
    """A file of points around centres on a circle; the points (count, 2) and the centres (modes, 2)."""
    random = np.random.RandomState(0)
    angles = np.arange(modes) * 2 * np.pi / modes
    centres = 2.0 * np.stack([np.cos(angles), np.sin(angles)], axis=1)
    which = random.randint(0, modes, count)
    made = (centres[which] + 0.2 * random.randn(count, 2)).astype(np.float32)
    path = folder / "mixture.npz"
    np.savez(path, x=made, y=which)
    return path, made, centres
