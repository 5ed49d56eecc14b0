"""The number of CPU threads follows the work of a step, unless it is fixed."""

from __future__ import annotations

import pytest
import torch
from training_helpers import moons

from workbench.engine.build.module import build_module
from workbench.engine.build.source import generate
from workbench.engine.graph import edits
from workbench.engine.graph.infer import infer
from workbench.engine.graph.model import Graph
from workbench.engine.train import run as running
from workbench.engine.train.control import Control
from workbench.engine.train.events import RunStarted
from workbench.engine.train.runspec import RunSpec
from workbench.engine.train.thread_count import why_one, worthwhile_threads


def dense(units: int):
    return edits.make_layer("dense", units=units)


def mlp() -> Graph:
    middle = (edits.make_layer("flatten"), dense(64), edits.make_layer("relu"), dense(64), dense(10))
    return edits.chain(edits.make_layer("input", shape=(1, 28, 28)), *middle, edits.make_layer("output"))


def lstm(units: int) -> Graph:
    words = edits.make_layer("input", shape=(40,), dtype="int64")
    embedding = edits.make_layer("embedding", vocabulary=1000, dimensions=units)
    return edits.chain(words, embedding, edits.make_layer("lstm", units=units), dense(10), edits.make_layer("output"))


@pytest.mark.parametrize(
    ("graph", "samples", "expected"),
    [(mlp(), 32, 1), (mlp(), 128, 8), (lstm(16), 32, 1), (lstm(64), 32, 8)],
    ids=["mlp-32", "mlp-128", "lstm-16", "lstm-64"],
)
def test_a_step_of_little_work_gets_one_thread(graph, samples, expected):
    module = build_module(generate(graph))
    assert worthwhile_threads(8, module, infer(graph), samples) == expected


@pytest.mark.parametrize(("fixed", "expected"), [(0, 1), (2, 2)])
def test_a_fixed_number_is_kept(fixed, expected, tmp_path, monkeypatch):
    monkeypatch.setattr(running, "default_threads", lambda: 2)
    before = torch.get_num_threads()
    try:
        spec = RunSpec(project=moons(), runs_dir=tmp_path / "a.runs", device="cpu", threads=fixed)
        events = running.run(spec, Control())
        started = next(e for e in events if isinstance(e, RunStarted))
        assert started.threads == torch.get_num_threads() == expected
        assert (why_one() in started.reasons) == (expected == 1)
        events.close()
    finally:
        torch.set_num_threads(before)
