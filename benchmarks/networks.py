"""The networks and data of the benchmarks of training: each as a graph for the engine and as a module for its peers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import nn
from torch.nn import functional

from workbench.engine.data.recipe import DataRecipe
from workbench.engine.graph import edits
from workbench.engine.graph.model import Graph
from workbench.engine.project.first_network.resnet import STAGES, resnet18

CLASSES = 10
VOCABULARY = 10_000
TOKENS = 40
"""Words of a text; 0 stands for none, 1 for an unknown one."""


@dataclass(frozen=True)
class Case:
    """A network, the shape of its samples, (C, H, W) of pictures or (tokens,) of texts, and how long it is measured.

    ``steps``: in a turn of a library that can't be paused. ``seconds``: of a turn of all others.
    """

    graph: Callable[[], Graph]
    module: Callable[[], nn.Module]
    shape: tuple[int, ...]
    samples: int
    batch_size: int
    steps: int
    seconds: float = 0.3


def dense(units: int) -> Any:
    return edits.make_layer("dense", units=units)


def relu() -> Any:
    return edits.make_layer("relu")


def mlp_graph() -> Graph:
    return edits.chain(
        *(edits.make_layer("input", shape=(1, 28, 28)), edits.make_layer("flatten")),
        *(dense(64), relu(), dense(64), relu(), dense(CLASSES), edits.make_layer("output")),
    )


def mlp_module() -> nn.Module:
    return nn.Sequential(
        nn.Flatten(), nn.Linear(784, 64), nn.ReLU(), nn.Linear(64, 64), nn.ReLU(), nn.Linear(64, CLASSES)
    )


def digits_graph() -> Graph:
    def conv(filters: int) -> Any:
        return edits.make_layer("conv2d", filters=filters, kernel_size=3, padding="same")

    return edits.chain(
        edits.make_layer("input", shape=(1, 8, 8)),
        *(conv(32), relu(), edits.make_layer("max_pool2d"), conv(64), relu(), edits.make_layer("max_pool2d")),
        *(edits.make_layer("flatten"), dense(CLASSES), edits.make_layer("output")),
    )


def digits_module() -> nn.Module:
    return nn.Sequential(
        *(nn.Conv2d(1, 32, 3, padding="same"), nn.ReLU(), nn.MaxPool2d(2)),
        *(nn.Conv2d(32, 64, 3, padding="same"), nn.ReLU(), nn.MaxPool2d(2)),
        *(nn.Flatten(), nn.Linear(256, CLASSES)),
    )


def cnn_graph(channels: int, side: int) -> Graph:
    def conv(filters: int) -> Any:
        return edits.make_layer("conv2d", filters=filters, kernel_size=3, padding="valid")

    return edits.chain(
        edits.make_layer("input", shape=(channels, side, side)),
        *(conv(32), relu(), edits.make_layer("max_pool2d"), conv(64), relu(), edits.make_layer("max_pool2d")),
        *(conv(64), relu(), edits.make_layer("flatten")),
        *(dense(64), relu(), dense(CLASSES), edits.make_layer("output")),
    )


def cnn_module(channels: int, side: int) -> nn.Module:
    left = ((side - 2) // 2 - 2) // 2 - 2
    return nn.Sequential(
        *(nn.Conv2d(channels, 32, 3), nn.ReLU(), nn.MaxPool2d(2), nn.Conv2d(32, 64, 3), nn.ReLU(), nn.MaxPool2d(2)),
        *(nn.Conv2d(64, 64, 3), nn.ReLU(), nn.Flatten()),
        *(nn.Linear(64 * left * left, 64), nn.ReLU(), nn.Linear(64, CLASSES)),
    )


def text_graph() -> Graph:
    return edits.chain(
        edits.make_layer("input", shape=(TOKENS,), dtype="int64"),
        edits.make_layer("embedding", vocabulary=VOCABULARY, dimensions=64),
        *(edits.make_layer("lstm", units=64), dense(CLASSES), edits.make_layer("output")),
    )


class TextModule(nn.Module):
    def __init__(self) -> None:
        super().__init__()
        self.embedding = nn.Embedding(VOCABULARY, 64)
        self.lstm = nn.LSTM(64, 64, batch_first=True)
        self.dense = nn.Linear(64, CLASSES)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return self.dense(self.lstm(self.embedding(x))[0][:, -1])


class Block(nn.Module):
    def __init__(self, before: int, filters: int, stride: int) -> None:
        super().__init__()
        self.first = nn.Conv2d(before, filters, 3, stride, 1, bias=False)
        self.norm = nn.BatchNorm2d(filters)
        self.second = nn.Conv2d(filters, filters, 3, 1, 1, bias=False)
        self.norm2 = nn.BatchNorm2d(filters)
        plain = stride == 1 and before == filters
        self.shortcut = (
            nn.Identity()
            if plain
            else nn.Sequential(nn.Conv2d(before, filters, 1, stride, bias=False), nn.BatchNorm2d(filters))
        )

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        inside = functional.relu(self.norm(self.first(x)))
        return functional.relu(self.norm2(self.second(inside)) + self.shortcut(x))


def resnet_module() -> nn.Module:
    blocks, before = [], 64
    for filters, stride in STAGES:
        blocks += [Block(before, filters, stride), Block(filters, filters, 1)]
        before = filters
    return nn.Sequential(
        *(nn.Conv2d(3, 64, 3, 1, 1, bias=False), nn.BatchNorm2d(64), nn.ReLU(), *blocks),
        *(nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(512, CLASSES)),
    )


CASES = {
    "mlp-32": Case(mlp_graph, mlp_module, (1, 28, 28), 12_800, 32, 300),
    "mlp-256": Case(mlp_graph, mlp_module, (1, 28, 28), 12_800, 256, 150),
    "digits-cnn": Case(digits_graph, digits_module, (1, 8, 8), 1_280, 32, 150),
    "cnn-28": Case(lambda: cnn_graph(1, 28), lambda: cnn_module(1, 28), (1, 28, 28), 6_400, 64, 30, seconds=0.6),
    "cnn-32": Case(lambda: cnn_graph(3, 32), lambda: cnn_module(3, 32), (3, 32, 32), 6_400, 128, 15, seconds=1.0),
    "text-lstm": Case(text_graph, TextModule, (TOKENS,), 6_400, 32, 60),
    "resnet-18": Case(lambda: resnet18((3, 32, 32), CLASSES), resnet_module, (3, 32, 32), 640, 32, 4, seconds=2.0),
}


class Data:
    """Noise in the shape of a case: a file for the engine, and tensors for its peers, scaled as the engine scales.

    Pictures (N, H, W) or (N, H, W, C) uint8; texts as lines of label and words.
    """

    def __init__(self, case: Case, folder: Path) -> None:
        rng = np.random.default_rng(0)
        labels = rng.integers(0, CLASSES, case.samples)
        self.y = torch.from_numpy(labels.astype(np.int64))
        if len(case.shape) == 1:
            self._texts(case, labels, folder / "texts.tsv", rng)
        else:
            self._pictures(case, labels, folder / "pictures.npz", rng)

    def _pictures(self, case: Case, labels: np.ndarray, path: Path, rng: np.random.Generator) -> None:
        channels, *sides = case.shape
        size = (case.samples, *sides, channels) if channels > 1 else (case.samples, *sides)
        images = rng.integers(0, 256, size, dtype=np.uint8)
        np.savez(path, x=images, y=labels)
        self.source: dict[str, Any] = {"kind": "npz", "path": str(path)}
        self.more: dict[str, Any] = {}
        scaled = ((images.astype(np.float32) - images.mean()) / images.std()).astype(np.float32)
        ordered = np.moveaxis(scaled.reshape(case.samples, *sides, channels), -1, 1)
        # A copy with strides of its own: torch takes those of a single channel that was moved for channels last.
        self.x = torch.from_numpy(ordered.reshape(-1).copy()).view(case.samples, channels, *sides)

    def _texts(self, case: Case, labels: np.ndarray, path: Path, rng: np.random.Generator) -> None:
        words = rng.integers(2, VOCABULARY, (case.samples, *case.shape))
        lines = [f"{label}\t{' '.join(f'w{w}' for w in row)}" for label, row in zip(labels, words, strict=True)]
        path.write_text("label\ttext\n" + "\n".join(lines) + "\n", encoding="utf-8")
        self.source = {"kind": "text", "path": str(path), "text": "text", "label": "label"}
        self.more = {"text": {"tokens": "word", "vocabulary": VOCABULARY, "length": TOKENS, "least": 1}}
        self.x = torch.from_numpy(words.astype(np.int64))

    def recipe(self) -> DataRecipe:
        """The engine's recipe; every sample is for training, and none is left out for looking like another."""
        split = {"validation": 0.0, "test": 0.0}
        return DataRecipe.model_validate({"source": self.source, "split": split, **self.more})
