"""Precision and layout: what is chosen and why, what is computed in it, and that a run goes on in it exactly."""

from __future__ import annotations

from dataclasses import replace

import pytest
import torch
from torch import nn
from training_helpers import drive, everything_of, line, moons

from workbench.engine.data.recipe import DataRecipe
from workbench.engine.document import Project
from workbench.engine.errors import TrainingError
from workbench.engine.graph import edits
from workbench.engine.runs.store import RunStore
from workbench.engine.train import precision, setup
from workbench.engine.train.checkpoint import read_snapshot
from workbench.engine.train.events import Metrics, RunEnded, RunStarted, Warned
from workbench.engine.train.hooks import Hook
from workbench.engine.train.mixed import Scaler
from workbench.engine.train.precision import Abilities, Computing, Work, choose
from workbench.engine.train.recipe import TrainingRecipe
from workbench.engine.train.step import Step

OLD_CPU = Abilities("cpu", bf16="slow", layouts=True)
CPU = Abilities("cpu", bf16="fast", layouts=True)
T4 = Abilities("cuda", bf16="none", fp16="fast", layouts=True)
H100 = Abilities("cuda", bf16="fast", fp16="fast", tf32=True, layouts=True)
APPLE = Abilities("mps", bf16="slow")
CNN = Work(convolutions=True, pictures=True, classes=True, each=300_000_000)


def recipe(**fields) -> TrainingRecipe:
    return TrainingRecipe.model_validate(fields)


def auto(work: Work, abilities: Abilities) -> Computing:
    return choose(recipe(precision="auto", memory_format="auto"), work, abilities)


def pictures(**training) -> Project:
    """The digits, two convolutions, batch normalisation and dropout."""

    def conv():
        return edits.make_layer("conv2d", filters=4, kernel_size=3, padding="same")

    layers = [
        *(edits.make_layer("input", shape=(1, 8, 8)), conv(), edits.make_layer("batch_norm")),
        *(edits.make_layer("relu"), conv(), edits.make_layer("max_pool2d"), edits.make_layer("dropout", rate=0.2)),
        *(edits.make_layer("flatten"), edits.make_layer("dense", units=10), edits.make_layer("output")),
    ]
    graph = edits.chain(*layers)
    ids = {node.id: f"n{place}" for place, node in enumerate(graph.nodes)}
    graph = graph.updated(
        nodes=tuple(n.updated(id=ids[n.id]) for n in graph.nodes),
        links=tuple(k.updated(source=ids[k.source], target=ids[k.target]) for k in graph.links),
    )
    data = DataRecipe.model_validate({"source": {"kind": "sample", "name": "digits"}})
    return Project(data=data, training=recipe(**{"batch_size": 256, "epochs": 2} | training)).with_graph(graph)


@pytest.fixture
def worth_it(monkeypatch):
    """A machine with instructions for bf16, for which the smallest network is enough work."""
    monkeypatch.setattr(precision, "LEAST_WORK", 1)
    monkeypatch.setattr(setup, "abilities_of", lambda device: CPU)


@pytest.mark.parametrize(
    ("work", "abilities", "expected", "layout", "reason"),
    [
        (CNN, CPU, "bf16", "channels_last", "the device has instructions for it"),
        (CNN, OLD_CPU, "fp32", "channels_last", "no instructions"),
        (CNN, T4, "fp16", "channels_last", "the device has instructions for it"),
        (CNN, H100, "bf16", "channels_last", "the device has instructions for it"),
        (CNN, APPLE, "fp32", "contiguous", "no instructions"),
        (replace(CNN, each=1_000_000), CPU, "fp32", "channels_last", "too little work"),
        (replace(CNN, each=1_000_000), H100, "fp32", "contiguous", "too little work"),
        (replace(CNN, classes=False), CPU, "fp32", "channels_last", "coarser"),
        (replace(CNN, recurrent=True), CPU, "fp32", "channels_last", "recurrent"),
        (replace(CNN, private=True), CPU, "fp32", "channels_last", "private training"),
        (replace(CNN, searches=True), CPU, "fp32", "channels_last", "compares losses"),
        (replace(CNN, pictures=False), CPU, "bf16", "contiguous", "no convolutions over pictures"),
        (Work(classes=True, each=10**9), CPU, "fp32", "contiguous", "this one has none"),
    ],
)
def test_auto_follows_network_and_device(work, abilities, expected, layout, reason):
    chosen = auto(work, abilities)
    assert (chosen.precision, chosen.memory_format) == (expected, layout)
    assert any(reason in r for r in chosen.reasons)
    assert all(r[0].isupper() or r.startswith(expected) for r in chosen.reasons)
    assert chosen.tf32 is abilities.tf32
    assert not chosen.warning


def test_what_is_asked_for_by_name_is_done_without_rules():
    chosen = choose(recipe(precision="bf16", memory_format="channels_last"), Work(), H100)
    assert (chosen.precision, chosen.memory_format, chosen.tf32, chosen.reasons) == ("bf16", "channels_last", False, ())
    assert choose(recipe(), CNN, H100) == Computing()


def test_bf16_without_instructions_for_it_is_warned_of(tmp_path, monkeypatch):
    monkeypatch.setattr(setup, "abilities_of", lambda device: OLD_CPU)
    warned = [e for e in drive(moons(precision="bf16", epochs=1), tmp_path / "a.runs") if isinstance(e, Warned)]
    assert [w.code for w in warned] == ["training.slow_precision"]
    assert "slower than in fp32" in warned[0].message


@pytest.mark.parametrize(("asked", "abilities"), [("fp16", CPU), ("fp16", APPLE), ("bf16", T4)])
def test_what_a_device_can_not_compute_is_refused_in_words(tmp_path, monkeypatch, asked, abilities):
    monkeypatch.setattr(setup, "abilities_of", lambda device: abilities)
    (ended,) = drive(moons(precision=asked), tmp_path / "a.runs")
    assert isinstance(ended, RunEnded) and ended.reason == "error"
    assert (
        asked in ended.message
        and f"'{abilities.device}'" in ended.message
        and "Set training.precision" in ended.message
    )
    assert not RunStore(tmp_path / "a.runs").runs()


@pytest.mark.parametrize("asked", ["bf16", "fp16"])
def test_private_training_is_done_in_full_precision(asked):
    with pytest.raises(TrainingError, match=f"Private training can't be done in {asked}"):
        choose(recipe(precision=asked), replace(CNN, private=True), H100)


@pytest.mark.parametrize("asked", ["bf16", "fp16"])
def test_an_optimiser_that_compares_losses_is_refused_half_precision(tmp_path, asked):
    ended = drive(moons(precision=asked, optimizer="lbfgs"), tmp_path / "a.runs")[-1]
    assert f"This optimiser can't work in {asked}" in ended.message


def test_a_recipe_that_says_nothing_stays_as_it_was(tmp_path):
    events = drive(pictures(epochs=1), tmp_path / "a.runs")
    assert (events[0].precision, events[0].memory_format, events[0].reasons) == ("fp32", "contiguous", ())
    about = read_snapshot(RunStore(tmp_path / "a.runs").weights_path(events[0].run, "last")).about
    assert "computing" not in about and "the precision" not in about["identity"]


class Spy(Hook):
    """Looks at dtypes and layouts while a run trains and validates."""

    name = "spy"

    def __init__(self, session) -> None:
        self.seen: dict[bool, set[tuple[torch.dtype, bool]]] = {True: set(), False: set()}
        self.weights: set[torch.dtype] = set()
        self.module = session.module
        conv = next(m for m in session.module.modules() if isinstance(m, nn.Conv2d))
        conv.register_forward_hook(
            lambda module, _, out: self.seen[module.training].add(
                (out.dtype, out.is_contiguous(memory_format=torch.channels_last))
            )
        )

    def on_gradients(self, step):
        self.weights |= {t.dtype for p in self.module.parameters() for t in (p, p.grad)}


@pytest.fixture
def spy(monkeypatch):
    spies: list[Spy] = []
    monkeypatch.setattr(setup, "make_hooks", lambda session, *_: spies.append(Spy(session)) or spies[-1:])
    return spies


def test_only_layers_of_training_steps_compute_in_half(tmp_path, worth_it, spy):
    events = drive(pictures(precision="auto", memory_format="auto"), tmp_path / "a.runs")
    assert (events[0].precision, events[0].memory_format) == ("bf16", "channels_last")
    assert spy[0].seen == {True: {(torch.bfloat16, True)}, False: {(torch.float32, True)}}
    assert spy[0].weights == {torch.float32}
    for which in ("last", "best"):
        snapshot = read_snapshot(RunStore(tmp_path / "a.runs").weights_path(events[0].run, which))
        assert {t.dtype for t in snapshot.weights.values() if t.is_floating_point()} == {torch.float32}


def test_half_precision_learns_as_well(tmp_path, worth_it):
    found = {}
    for name in ("fp32", "auto"):
        events = drive(
            pictures(precision=name, memory_format="auto", epochs=8, batch_size=32), tmp_path / f"{name}.runs"
        )
        found[name] = events[-1].metrics
    assert found["auto"]["val_accuracy"] > 0.9
    assert found["auto"]["val_accuracy"] == pytest.approx(found["fp32"]["val_accuracy"], abs=0.025)
    assert found["auto"]["val_loss"] == pytest.approx(found["fp32"]["val_loss"], rel=0.15)


@pytest.mark.parametrize("stops", [(1,), (3, 2), (7,)])
@pytest.mark.parametrize("optimizer", ["adam", "sgd"])
def test_a_run_in_auto_goes_on_exactly(tmp_path, worth_it, stops, optimizer):
    chosen = {"precision": "auto", "memory_format": "auto", "epochs": 3}
    chosen["optimizer"] = {"kind": "sgd", "momentum": 0.9} if optimizer == "sgd" else optimizer
    whole = drive(pictures(**chosen), tmp_path / "whole.runs")
    run = ""
    for stop_after in stops:
        run = drive(pictures(**chosen), tmp_path / "a.runs", resume=run, stop_after=stop_after)[-1].run
    ended = drive(pictures(**chosen), tmp_path / "a.runs", resume=run)[-1]
    assert (ended.reason, ended.metrics) == ("finished", whole[-1].metrics)
    one, other = everything_of(tmp_path / "whole.runs", whole[0].run), everything_of(tmp_path / "a.runs", run)
    assert one.keys() == other.keys()
    assert [n for n in one if not torch.equal(one[n], other[n])] == []


def test_a_run_keeps_what_was_chosen_when_the_rule_would_choose_anew(tmp_path, worth_it, monkeypatch):
    project = pictures(precision="auto", memory_format="auto")
    run = drive(project, tmp_path / "a.runs", stop_after=2)[-1].run
    monkeypatch.setattr(setup, "abilities_of", lambda device: replace(OLD_CPU, layouts=False))
    again = drive(project, tmp_path / "a.runs", resume=run)[0]
    assert isinstance(again, RunStarted)
    assert (again.precision, again.memory_format) == ("bf16", "channels_last")


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [("precision", "bf16", "the precision"), ("memory_format", "channels_last", "the memory format")],
)
def test_another_precision_or_layout_makes_another_run(tmp_path, field, value, words):
    run = drive(pictures(), tmp_path / "a.runs", stop_after=1)[-1].run
    ended = drive(pictures(**{field: value}), tmp_path / "a.runs", resume=run)[-1]
    assert ended.reason == "error" and words in ended.message


def test_numbers_learnt_in_bf16_are_measured_against_full_targets(tmp_path):
    events = drive(line(precision="bf16", epochs=30), tmp_path / "a.runs")
    # A target rounded to bf16 alone would be off by 0.002 of itself.
    assert events[-1].metrics["val_loss"] < 0.1
    assert all(torch.tensor(v).isfinite().all() for e in events if isinstance(e, Metrics) for v in e.values.values())


def step_with(hooks, network, scale=2.0**16):
    """A step in fp16 on the CPU, which serves a test, with the scale that gradients begin with."""
    optimizer = torch.optim.SGD(network.parameters(), lr=0.1)
    scaler = Scaler(optimizer, torch.device("cpu"))
    scaler.load({}, {**scaler.state()[1], "scale": scale})

    class Squares:
        def loss(self, outputs, targets):
            assert outputs[0].dtype == torch.float32
            return (outputs[0] - targets[0]).square().mean()

    return Step(network, Squares(), optimizer, [scaler, *hooks], Computing("fp16")), scaler


class Gradients(Hook):
    name = "gradients"

    def __init__(self, network) -> None:
        self.network, self.found = network, []

    def on_gradients(self, step):
        self.found.append(self.network.weight.grad.clone())


@pytest.mark.parametrize("watched", [False, True])
def test_fp16_steps_as_fp32_does_and_hooks_see_gradients_of_their_own_size(watched):
    torch.manual_seed(0)
    network, plain = nn.Linear(4, 3), nn.Linear(4, 3)
    plain.load_state_dict(network.state_dict())
    x, y = torch.randn(16, 4), torch.randn(16, 3)
    gradients = Gradients(network)
    step, _ = step_with([gradients] if watched else [], network)
    (plain(x) - y).square().mean().backward()
    step(1, (x,), (y,))
    if watched:
        torch.testing.assert_close(gradients.found[0], plain.weight.grad, rtol=1e-2, atol=1e-3)
    torch.testing.assert_close(network.weight, plain.weight - 0.1 * plain.weight.grad, rtol=1e-3, atol=1e-3)


@pytest.mark.parametrize("watched", [False, True])
def test_an_overflow_in_fp16_leaves_the_step_out_and_halves_the_scale(watched):
    torch.manual_seed(0)
    network = nn.Linear(4, 3)
    before = network.weight.detach().clone()
    step, scaler = step_with([Gradients(network)] if watched else [], network, scale=2.0**40)
    step(1, (torch.randn(16, 4),), (torch.randn(16, 3),))
    assert torch.equal(network.weight, before)
    assert scaler.state()[1]["scale"] == 2.0**39


def test_the_scale_of_fp16_is_carried_by_the_checkpoint(tmp_path, monkeypatch):
    monkeypatch.setattr(setup, "abilities_of", lambda device: replace(CPU, fp16="fast"))
    run = drive(moons(precision="fp16"), tmp_path / "a.runs", stop_after=5)[-1].run
    snapshot = read_snapshot(RunStore(tmp_path / "a.runs").weights_path(run, "last"))
    assert snapshot.about["hooks"]["scaler"]["_growth_tracker"] == 5
    ended = drive(moons(precision="fp16"), tmp_path / "a.runs", resume=run)[-1]
    whole = drive(moons(precision="fp16"), tmp_path / "whole.runs")
    assert ended.metrics == whole[-1].metrics
    one, other = everything_of(tmp_path / "whole.runs", whole[0].run), everything_of(tmp_path / "a.runs", run)
    assert [n for n in one if not torch.equal(one[n], other[n])] == []


def test_tf32_is_for_training_steps_alone(tmp_path, monkeypatch):
    monkeypatch.setattr(setup, "abilities_of", lambda device: H100)
    seen: dict[str, set[str]] = {"training": set(), "validation": set()}
    kept = setup.make_hooks

    class Watching(Hook):
        name = "watching"

        def before_step(self, step):
            seen["training"].add(torch.get_float32_matmul_precision())

        def after_epoch(self, epoch):
            seen["validation"].add(torch.get_float32_matmul_precision())

    monkeypatch.setattr(setup, "make_hooks", lambda session, *_: [*kept(session, *_), Watching()])
    drive(moons(precision="auto"), tmp_path / "a.runs")
    assert seen == {"training": {"high"}, "validation": {"highest"}}
    assert torch.get_float32_matmul_precision() == "highest"
