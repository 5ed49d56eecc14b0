"""What is proposed for series, in words: counts in the singular and plural, and every sentence in Chinese."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from workbench.engine.data.sources.series_table import SeriesTableSource
from workbench.engine.graph import edits
from workbench.engine.graph.model import Graph
from workbench.engine.project.baseline import propose
from workbench.engine.project.first_network.layers import new
from workbench.engine.project.proposal import network_words
from workbench.ui import language

WORDS = re.compile(r"[A-Za-z]{2,}")
NAMES = {"GRU", "LSTM", "MLP", "CNN", "UTF"}
"""What stays as it is."""


@pytest.fixture
def chinese(qapp) -> Iterator[None]:
    language.install("zh_CN")
    yield
    language.remove()


def table(folder: Path, *, dated: bool) -> Path:
    path = folder / "t.csv"
    rows = [f"{np.datetime64('2020-01-01') + k if dated else k % 5},{(k * k) % 31}" for k in range(120)]
    path.write_text("\n".join(["day,load", *rows]) + "\n")
    return path


def chain(*kinds: str) -> Graph:
    return edits.chain(*(new(kind) for kind in kinds))


@pytest.mark.parametrize(
    ("kinds", "said"),
    [
        (("input", "dense", "output"), "A network without hidden layers, about 10 parameters"),
        (("input", "dense", "dense", "output"), "A network with a hidden layer (MLP), about 10 parameters"),
        (("input", "dense", "dense", "dense", "output"), "A network with 2 hidden layers (MLP), about 10 parameters"),
        (("input", "conv1d", "dense", "output"), "A network with a convolution over time, about 10 parameters"),
        (
            ("input", "conv2d", "dense", "output"),
            "A convolutional network (CNN) with a convolution, about 10 parameters",
        ),
        (("input", "lstm", "dense", "output"), "A network with an LSTM, about 10 parameters"),
        (("input", "embedding", "gru", "output"), "A network with an embedding and a GRU, about 10 parameters"),
    ],
)
def test_networks_in_words(chinese, kinds, said):
    assert network_words(chain(*kinds), 10) == said
    assert set(WORDS.findall(language.told(said + "."))) <= NAMES


@pytest.mark.parametrize("dated", [True, False])
@pytest.mark.parametrize("steps", [1, 9])
def test_a_forecast_in_words(chinese, tmp_path, dated, steps):
    source = SeriesTableSource(path=str(table(tmp_path, dated=dated)), targets="load", window=steps)
    made = propose(source.updated(time="day" if dated else "-"), tmp_path)
    split, network, beat = made.lines
    assert split.endswith("by time") and network.startswith("A network that adds up a linear part and a GRU, about ")
    assert beat.startswith("To beat: repeating the last value is off by ")
    assert ("the value 7 steps before by" in beat) == (dated and steps == 9), (
        "a week of days, where the window holds one"
    )
    note = made.prepared.raw.note
    assert ("windows of 1 row predict 1 ahead" if steps == 1 else "windows of 9 rows predict 1 ahead") in note
    for line in (*made.lines, note):
        told = language.told(line + ".")
        assert set(WORDS.findall(told)) <= NAMES, told
