"""CUDA graphs: what a recorded step must not change, proved with a stand-in that keeps one memory for inputs and outputs as a
graph does; and on an NVIDIA GPU, where there is one, with the real ones."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from training_helpers import drive, everything_of, moons

from workbench.engine.document import Project
from workbench.engine.graph import edits
from workbench.engine.runs.store import RunStore
from workbench.engine.train import graphs
from workbench.engine.train.events import Warned

needs_gpu = pytest.mark.skipif(not torch.cuda.is_available(), reason="needs an NVIDIA GPU")


def dropping(**training: Any) -> Project:
    """Batches of 8 and a last one of 4."""
    layers = [edits.make_layer("dense", units=8), edits.make_layer("batch_norm"), edits.make_layer("relu")]
    return moons(*layers, edits.make_layer("dropout", rate=0.3), **training)


class Alias(torch.autograd.Function):
    """An output in the memory of the one before it."""

    @staticmethod
    def forward(ctx: Any, output: torch.Tensor, memory: torch.Tensor) -> torch.Tensor:
        memory.copy_(output)
        return memory.detach()

    @staticmethod
    def backward(ctx: Any, *gradients: torch.Tensor) -> tuple[torch.Tensor, None]:
        return gradients[0], None


class Recorder:
    """Stands for ``torch.cuda.make_graphed_callables``; ``fault`` is what goes wrong."""

    def __init__(self, fault: str = "") -> None:
        self.fault, self.replays, self.shapes = fault, 0, set()

    def __call__(
        self, shell: torch.nn.Module, given: tuple[torch.Tensor, ...], **_: Any
    ) -> Callable[..., torch.Tensor]:
        if self.fault == "refused":
            raise RuntimeError("CUDA error: operation not permitted when stream is capturing")
        for _ in range(3):
            memory = shell(*given).detach().clone()  # draws random numbers and moves statistics, as recording does

        def replay(*inputs: torch.Tensor) -> torch.Tensor:
            self.replays += 1
            self.shapes.add(tuple(inputs[0].shape))
            if self.fault != "stale inputs":
                given[0].copy_(inputs[0])
            if self.fault == "same chance":
                torch.manual_seed(5)
            return Alias.apply(shell(*given), memory)

        return replay


@pytest.fixture
def on_any_device(monkeypatch: pytest.MonkeyPatch) -> Callable[[Recorder], Recorder]:
    def record(recorder: Recorder) -> Recorder:
        monkeypatch.setattr(graphs, "asked", lambda recipe, _device: recipe.cuda_graphs == "auto")
        monkeypatch.setattr(torch.cuda, "make_graphed_callables", recorder)
        return recorder

    return record


def same_run(folder: Path, first: str, second: str) -> bool:
    one, two = everything_of(folder / "a.runs", first), everything_of(folder / "b.runs", second)
    curves = [RunStore(folder / name).series(run) for name, run in (("a.runs", first), ("b.runs", second))]
    alike = all(np.array_equal(curves[0][s][1], curves[1][s][1]) for s in curves[0])
    return alike and set(one) == set(two) and all(torch.equal(one[name], two[name]) for name in one)


def test_a_recorded_run_is_the_same_run(tmp_path: Path, on_any_device: Callable[[Recorder], Recorder]):
    """Chance, statistics, losses and metrics of every step; the smaller last batch is computed by the network itself."""
    plain = drive(dropping(), tmp_path / "a.runs")[-1].run
    recorder = on_any_device(Recorder())
    # A clock that stands still: outputs of many steps wait for each other in a block.
    events = drive(dropping(cuda_graphs="auto"), tmp_path / "b.runs", clock=lambda: 0.0)
    assert not [e for e in events if isinstance(e, Warned)]
    assert recorder.shapes == {(8, 2)} and recorder.replays == 3 * 7 + 2
    assert same_run(tmp_path, plain, events[-1].run)


@pytest.mark.parametrize("fault", ["refused", "stale inputs", "same chance"])
def test_what_can_not_be_recorded_rightly_is_told_once_and_runs_as_it_is(
    tmp_path: Path, on_any_device: Callable[[Recorder], Recorder], fault: str
):
    plain = drive(dropping(), tmp_path / "a.runs")[-1].run
    on_any_device(Recorder(fault))
    events = drive(dropping(cuda_graphs="auto"), tmp_path / "b.runs")
    (warned,) = (e for e in events if isinstance(e, Warned))
    assert warned.code == "training.not_compiled"
    why = "operation not permitted" if fault == "refused" else "other gradients"
    assert why in warned.message and warned.message.endswith("the run goes on as it is.")
    assert same_run(tmp_path, plain, events[-1].run)


@pytest.mark.parametrize(
    ("training", "device", "asked"),
    [
        ({"cuda_graphs": "auto"}, "cuda", True),
        ({"cuda_graphs": "auto"}, "cpu", False),
        ({}, "cuda", False),
        ({"cuda_graphs": "auto", "compile": True}, "cuda", False),
        ({"cuda_graphs": "auto", "accumulation": 2}, "cuda", False),
        ({"cuda_graphs": "auto", "optimizer": "lbfgs"}, "cuda", False),
        ({"cuda_graphs": "auto", "privacy": "dp_sgd"}, "cuda", False),
    ],
)
def test_it_is_done_where_steps_have_one_shape(training: dict[str, Any], device: str, asked: bool):
    assert graphs.asked(moons(**training).training, torch.device(device)) is asked


@needs_gpu
@pytest.mark.parametrize(
    "training", [{}, {"precision": "bf16"}, {"averaging": "ema", "regularization": {"clip_norm": 1.0}}]
)
def test_a_recorded_run_on_a_gpu_is_the_same_run(tmp_path: Path, training: dict[str, Any]):
    plain = drive(dropping(**training), tmp_path / "a.runs", device="cuda")[-1].run
    events = drive(dropping(**training, cuda_graphs="auto"), tmp_path / "b.runs", device="cuda")
    assert not [e.message for e in events if isinstance(e, Warned)]
    curves = [RunStore(tmp_path / name).series(run) for name, run in (("a.runs", plain), ("b.runs", events[-1].run))]
    for series, (steps, values) in curves[0].items():
        np.testing.assert_array_equal(curves[1][series][0], steps)
        np.testing.assert_allclose(curves[1][series][1], values, rtol=1e-3, atol=1e-4, err_msg=series)
