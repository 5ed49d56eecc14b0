"""torch.compile as a choice: nothing changes but speed, and what can't be compiled runs as it is."""

from __future__ import annotations

import shutil

import pytest
import torch
from gan_helpers import points
from test_train_resume import dropping
from training_helpers import drive, everything_of, moons, ticking

from workbench.engine.train import compiling
from workbench.engine.train.compiling import Compiled, compile_step, reason_of
from workbench.engine.train.control import Control
from workbench.engine.train.events import Health, RunEnded, StateChanged, Warned
from workbench.engine.train.live import BATCH_SIZE
from workbench.engine.train.run import run
from workbench.engine.train.runspec import RunSpec
from workbench.engine.train.step import Step

pytestmark = [
    pytest.mark.filterwarnings("ignore::DeprecationWarning"),
    pytest.mark.filterwarnings("ignore::FutureWarning"),
]


@pytest.fixture
def traced(monkeypatch):
    """Compiling by torch's tracer alone, which runs the same operations: quick, and exact."""
    calls: list[int] = []

    def backend(graph, inputs):
        def run(*values):
            calls.append(max(v.shape[0] for v in values if v.ndim))
            return graph(*values)

        return run

    monkeypatch.setattr(compiling, "BACKEND", backend)
    yield calls
    compiling.forget()


def states(events) -> list[str]:
    return [e.state for e in events if isinstance(e, StateChanged)]


def assert_same(one_folder, one, other_folder, other) -> None:
    first, second = everything_of(one_folder, one), everything_of(other_folder, other)
    assert first.keys() == second.keys()
    assert [n for n in first if not torch.equal(first[n], second[n])] == []


def test_a_compiled_run_is_the_same_run(tmp_path, traced):
    """Dropout and batch normalisation included: the rehearsal leaves no trace."""
    plain = drive(dropping(), tmp_path / "plain.runs")
    events = drive(dropping(compile=True), tmp_path / "a.runs")
    assert states(events) == ["compiling", "running"]
    assert not [e for e in events if isinstance(e, Warned)]
    assert events[-1].metrics == plain[-1].metrics
    assert_same(tmp_path / "plain.runs", plain[0].run, tmp_path / "a.runs", events[0].run)
    assert len(traced) > 10


@pytest.mark.parametrize("stops", [(1,), (8,), (11, 3)])
def test_a_compiled_run_goes_on_exactly(tmp_path, traced, stops):
    whole = drive(dropping(compile=True), tmp_path / "whole.runs")
    name = ""
    for stop_after in stops:
        name = drive(dropping(compile=True), tmp_path / "a.runs", resume=name, stop_after=stop_after)[-1].run
    ended = drive(dropping(compile=True), tmp_path / "a.runs", resume=name)[-1]
    assert ended.metrics == whole[-1].metrics
    assert_same(tmp_path / "whole.runs", whole[0].run, tmp_path / "a.runs", name)


def test_a_last_smaller_batch_is_not_compiled_anew(traced):
    module = torch.nn.Linear(3, 2)
    compiled = Compiled(module, (torch.Size((4, 3)),))
    full, rest = torch.randn(4, 3), torch.randn(1, 3)
    assert torch.equal(compiled(full), module(full)) and len(traced) == 1
    assert torch.equal(compiled(rest), module(rest)) and len(traced) == 1


def test_what_can_not_be_compiled_is_told_once_and_runs_as_it_is(tmp_path, monkeypatch):
    def broken(graph, inputs):
        raise RuntimeError("no such instruction")

    monkeypatch.setattr(compiling, "BACKEND", broken)
    plain = drive(dropping(), tmp_path / "plain.runs")
    events = drive(dropping(compile=True), tmp_path / "a.runs")
    warned = [e for e in events if isinstance(e, Warned)]
    assert [w.code for w in warned] == ["training.not_compiled"]
    assert "no such instruction" in warned[0].message and warned[0].message.endswith("the run goes on as it is.")
    assert warned[0].message.count("could not be compiled") == 1
    assert events[-1].metrics == plain[-1].metrics
    assert_same(tmp_path / "plain.runs", plain[0].run, tmp_path / "a.runs", events[0].run)


def test_an_error_of_a_layer_is_the_layers(tmp_path, traced, failing_layer):
    """It fails in compiled code as it would without, and the run's ending names it."""
    project = moons(failing_layer("raise ValueError('out of paint')"), compile=True)
    ended = drive(project, tmp_path / "a.runs")[-1]
    assert isinstance(ended, RunEnded) and ended.reason == "error"
    assert "out of paint" in ended.message


def test_another_batch_size_is_compiled_too(tmp_path, traced):
    control, events = Control(), []
    spec = RunSpec(project=moons(compile=True), runs_dir=tmp_path / "a.runs", threads=1, device="cpu")
    for event in run(spec, control, clock=ticking()):
        events.append(event)
        if sum(e.event == "metrics" for e in events) == 2:
            control.change(BATCH_SIZE, 16)
    assert events[-1].reason == "finished"
    assert states(events) == ["compiling", "running"] * 2
    assert set(traced) == {8, 16}


def test_batches_of_private_training_are_not_compiled(tmp_path, traced):
    privacy = {"kind": "dp_sgd", "noise_multiplier": 1.0}
    events = drive(moons(compile=True, privacy=privacy, optimizer="sgd"), tmp_path / "a.runs")
    assert [w.code for w in events if isinstance(w, Warned)][:1] == ["training.not_compiled"]
    assert not traced and events[-1].reason == "finished"


def test_networks_of_a_gan_are_not_compiled(tmp_path, traced):
    events = drive(points(compile=True, epochs=1), tmp_path / "a.runs")
    assert [w.code for w in events if isinstance(w, Warned)][:1] == ["training.not_compiled"]
    assert not traced and events[-1].reason == "finished"


def test_layers_of_a_compiled_network_are_not_looked_into(tmp_path, traced):
    events = drive(moons(compile=True, health=True, epochs=5), tmp_path / "a.runs")
    assert not [e for e in events if isinstance(e, Health)]


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (
            RuntimeError("No working C++ compiler found in torch._inductor.config.cpp.cxx: (None, 'g++')"),
            "no C++ compiler",
        ),
        (RuntimeError("Cannot find a working triton installation."), "Triton"),
        (ValueError("a\n  b" + "c" * 999), "ValueError: a b"),
    ],
)
def test_reasons_are_short(error, words):
    assert words in reason_of(error)
    assert len(reason_of(error)) < 190


class Mean:
    def loss(self, outputs, targets):
        return (outputs[0] - targets[0]).square().mean()


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("g++") is None, reason="torch's compiler needs g++")
def test_torchs_own_compiler_gives_the_same_numbers():
    torch.manual_seed(0)
    module = torch.nn.Sequential(torch.nn.Linear(4, 8), torch.nn.ReLU(), torch.nn.Linear(8, 2))
    step = Step(module, Mean(), torch.optim.SGD(module.parameters(), lr=0.1))
    x, y = torch.randn(16, 4), torch.randn(16, 2)
    assert compile_step(step, (x,), (y,), None) == ""
    assert isinstance(step.network, Compiled)
    torch.testing.assert_close(step.network(x), module(x))
    compiling.forget()


@pytest.mark.slow
def test_a_computer_without_a_compiler_trains_as_it_is(monkeypatch):
    import torch._inductor.config as config

    monkeypatch.setattr(config.cpp, "cxx", ("/nowhere/g++",))
    module = torch.nn.Linear(5, 3)
    step = Step(module, Mean(), torch.optim.SGD(module.parameters(), lr=0.1))
    why = compile_step(step, (torch.randn(7, 5),), (torch.randn(7, 3),), None)
    assert why == "there is no C++ compiler on this computer"
    assert step.network is module
    compiling.forget()
