"""Layers that are trained otherwise than the rest: frozen, at a rate of their own, begun in their own way; and weight decay
that spares what is no weight."""

from __future__ import annotations

import pytest
import torch
from test_train_averages import session_of
from test_train_choices import problems
from test_train_resume import assert_same, dropping
from torch import nn
from training_helpers import drive, everything_of, moons

from workbench.engine.build.module import build_module
from workbench.engine.build.source import generate
from workbench.engine.errors import ProjectError
from workbench.engine.graph import edits
from workbench.engine.project.files import parse_project, project_text
from workbench.engine.project.samples import sample
from workbench.engine.project.settings import apply_setting, known_paths
from workbench.engine.runs.diff import changes_in_words
from workbench.engine.train.layerwise import LayerTraining, freeze, trainable_parameters, with_layer

FROZEN = {"frozen": True}


def weights_of(project, folder):
    return everything_of(folder, drive(project, folder)[-1].run)


def test_a_frozen_layer_stays_as_it_began_and_the_others_learn(tmp_path):
    # n1 is the first Dense, n2 batch normalisation, n5 the last Dense.
    project = dropping(layers={"n1": FROZEN, "n2": FROZEN}, weight_decay=0.5, regularization={"l1": 0.1})
    begun = session_of(project, tmp_path).module.state_dict()
    tensors = weights_of(project, tmp_path / "a.runs")
    for name, tensor in begun.items():
        same = torch.equal(tensors[name], tensor)
        assert same == name.startswith(("dense_1", "batch_norm_1")), name
    optimiser = [n for n in tensors if n.startswith("train/optimizer/")]
    assert len({n.split("/")[2] for n in optimiser}) == 2  # weight and bias of the last layer


def test_a_frozen_layer_works_as_in_evaluation(tmp_path):
    session = session_of(dropping(layers={"n2": FROZEN, "n4": FROZEN}), tmp_path)
    module = session.module.train()
    assert not module.batch_norm_1.training and not module.dropout_1.training and module.dense_1.training
    module.eval()
    assert not module.dense_1.training
    before = module.batch_norm_1.running_mean.clone()
    module.train()(torch.randn(16, 2))
    assert torch.equal(module.batch_norm_1.running_mean, before)


def test_a_frozen_recurrent_layer_stays_in_training_mode_without_dropout():
    """cuDNN passes no gradient through one in evaluation mode."""
    graph = edits.chain(
        edits.make_layer("input", shape=(5, 3)),
        edits.make_layer("lstm", units=4, num_layers=2, dropout=0.5),
        edits.make_layer("output"),
    )
    source = generate(graph)
    module = build_module(source)
    freeze(module, source, frozenset({graph.nodes[1].id}))
    module.train()
    assert module.lstm_1.training and module.lstm_1.dropout == 0.0
    assert not any(p.requires_grad for p in module.lstm_1.parameters())


def test_no_gradient_is_computed_in_front_of_frozen_layers(tmp_path):
    session = session_of(dropping(layers={"n1": FROZEN}), tmp_path)
    session.module.train()(torch.randn(8, 2)).sum().backward()
    assert session.module.dense_1.weight.grad is None and session.module.dense_2.weight.grad is not None


@pytest.mark.parametrize("optimizer", ["sgd", "adam", "adamw"])
def test_the_rate_of_a_layer(tmp_path, optimizer):
    """One step of SGD is exactly as many times as long; the others get their groups."""
    plain = moons(optimizer=optimizer, epochs=1, batch_size=1000)
    slow = plain.updated(training=plain.training.updated(layers={"n1": {"rate": 0.25}}))
    begun = session_of(plain, tmp_path).module.state_dict()
    whole, own = weights_of(plain, tmp_path / "a.runs"), weights_of(slow, tmp_path / "b.runs")
    for name in ("dense_1.weight", "dense_1.bias"):
        torch.testing.assert_close(own[name] - begun[name], 0.25 * (whole[name] - begun[name]), rtol=1e-3, atol=1e-6)
    assert torch.equal(own["dense_2.weight"], whole["dense_2.weight"])


def test_l1_follows_the_rate_of_the_layer(tmp_path):
    project = moons(optimizer="sgd", layers={"n1": {"rate": 0.5}}, regularization={"l1": 0.2})
    session = session_of(project, tmp_path)
    hook = next(h for h in session.hooks if h.name == "weight_limits")
    before = {n: p.detach().clone() for n, p in session.module.named_parameters()}
    hook.after_step(1)
    for name, by in (("dense_1.weight", 0.01 * 0.5 * 0.2), ("dense_2.weight", 0.01 * 0.2)):
        was = before[name]
        wanted = was.sign() * (was.abs() - by).clamp(min=0.0)
        torch.testing.assert_close(session.module.get_parameter(name).detach(), wanted)


@pytest.mark.parametrize("optimizer", ["sgd", "adamw"])
@pytest.mark.parametrize("weights_only", [False, True])
def test_weight_decay_spares_biases_and_normalisation_when_asked(tmp_path, optimizer, weights_only):
    project = dropping(optimizer=optimizer, weight_decay=0.3, regularization={"weights_only": weights_only})
    session = session_of(project, tmp_path)
    decay = {id(p): g["weight_decay"] for g in session.optimizer.param_groups for p in g["params"]}
    spared = {n for n, p in session.module.named_parameters() if decay[id(p)] == 0.0}
    everything = {"dense_1.bias", "dense_2.bias", "batch_norm_1.weight", "batch_norm_1.bias"}
    assert spared == (everything if weights_only else set())
    assert len(session.optimizer.param_groups) == (2 if weights_only else 1)


def test_a_layer_may_begin_in_its_own_way(tmp_path):
    project = moons(layers={"n1": {"initialization": {"kind": "orthogonal", "bias": 0.5}}})
    module, plain = session_of(project, tmp_path).module, session_of(moons(), tmp_path).module
    assert (module.dense_1.bias == 0.5).all()
    torch.testing.assert_close(module.dense_1.weight.T @ module.dense_1.weight, torch.eye(2), atol=1e-5, rtol=0)
    assert torch.equal(module.dense_2.weight, plain.dense_2.weight)


EVERYTHING = {
    "layers": {"n1": {"rate": 0.1}, "n2": FROZEN},
    "regularization": {"weights_only": True, "clip_norm": 0.5, "l1": 0.001},
    "weight_decay": 0.01,
    "averaging": "ema",
    "accumulation": 2,
    "initialization": "kaiming_normal",
}


@pytest.mark.parametrize("optimizer", ["adamw", "sgd"])
@pytest.mark.parametrize("stop_after", [5, 13])
def test_a_run_with_everything_resumes_exactly(tmp_path, optimizer, stop_after):
    project = dropping(**EVERYTHING, optimizer=optimizer)
    whole = drive(project, tmp_path / "a.runs")[-1]
    stopped = drive(project, tmp_path / "b.runs", stop_after=stop_after)[-1]
    drive(project, tmp_path / "b.runs", resume=stopped.run)
    assert_same(everything_of(tmp_path / "a.runs", whole.run), everything_of(tmp_path / "b.runs", stopped.run))


def test_layers_must_stay_when_a_run_is_resumed(tmp_path):
    stopped = drive(moons(), tmp_path / "a.runs", stop_after=3)[-1]
    ended = drive(moons(layers={"n1": FROZEN}), tmp_path / "a.runs", resume=stopped.run)[-1]
    assert ended.reason == "error" and "the training of single layers of the project changed" in ended.message
    # What is said about a node that is not there, or says nothing, changes nothing.
    ended = drive(moons(layers={"gone": FROZEN, "n1": {}}), tmp_path / "a.runs", resume=stopped.run)[-1]
    assert ended.reason == "finished"


def test_all_frozen_is_said_before_training(tmp_path):
    project = moons(layers={"n1": FROZEN, "n3": FROZEN})
    assert [p.code for p in problems(project, tmp_path) if p.severity == "error"] == ["training.all_frozen"]
    ended = drive(project, tmp_path / "a.runs")[-1]
    assert (
        ended.reason == "error" and ended.message.startswith("Every layer that could learn is frozen") and not ended.run
    )


def test_what_is_learnt_is_counted(tmp_path):
    from workbench.engine.check import check_project

    project = moons(layers={"n1": FROZEN, "gone": FROZEN})
    inference = check_project(project)
    layers = project.training.layers
    assert inference.parameters == 2 * 8 + 8 + 8 * 2 + 2
    assert trainable_parameters(project.graph, inference, layers) == 8 * 2 + 2
    session = session_of(project, tmp_path)
    assert sum(p.numel() for p in session.module.parameters() if p.requires_grad) == 8 * 2 + 2


def test_settings_reach_layers_by_name():
    project = moons()
    name = project.graph.by_id["n1"].name
    project = apply_setting(project, f"training.layers.{name}.frozen", "true")
    project = apply_setting(project, f"training.layers.{name}.rate", "0.5")
    project = apply_setting(project, f"training.layers.{name}.initialization", "kaiming_normal")
    project = apply_setting(project, f"training.layers.{name}.initialization.bias", "0")
    (how,) = project.training.layers.values()
    assert (how.frozen, how.rate, how.initialization.kind, how.initialization.bias) == (
        True,
        0.5,
        "kaiming_normal",
        0.0,
    )
    assert f"training.layers.{name}.frozen" in set(known_paths(project))
    for path, text, said in (
        (f"training.layers.{name}.frozn", "true", f"training.layers.{name}.frozen"),
        ("training.layers.gone.frozen", "true", "training.layers"),
        (f"training.layers.{name}.rate", "0", "must be above 0"),
    ):
        with pytest.raises(ProjectError, match=said):
            apply_setting(project, path, text)
    assert parse_project(project_text(project).encode(), "a.nnwb") == project


def test_layers_of_several_networks_are_reached_with_the_network_s_name():
    project = sample("digits-gan").project()
    names = {network: graph.nodes[1] for network, graph in project.networks.items()}
    for network, node in names.items():
        project = apply_setting(project, f"training.layers.{network}.{node.name}.rate", "0.5")
    assert set(project.training.layers) == {node.id for node in names.values()}


def test_a_network_of_a_gan_that_is_frozen_as_a_whole_is_refused(tmp_path):
    project = sample("digits-gan").project()
    name = project.training.objective.roles["generator"]
    every = {node.id: FROZEN for node in project.networks[name].nodes}
    project = project.updated(training=project.training.updated(layers=every))
    found = [p for p in problems(project, tmp_path) if p.code == "training.all_frozen"]
    assert [p.what for p in found] == [f"Every layer of {name} that could learn is frozen"]


def test_runs_tell_what_differs_in_the_training_of_layers():
    one, other = moons(), moons(layers={"n1": {"frozen": True, "rate": 0.5}, "gone": FROZEN})
    name = one.graph.by_id["n1"].name
    assert changes_in_words(one, other) == f"{name} frozen off → on · {name} rate factor 1 → 0.5"


def test_a_layer_of_which_nothing_special_is_said_has_no_entry():
    layers = with_layer({}, "a", LayerTraining(frozen=True))
    layers = with_layer(layers, "b", LayerTraining(rate=0.5))
    assert set(layers) == {"a", "b"}
    assert with_layer(layers, "a", LayerTraining()) == {"b": LayerTraining(rate=0.5)}


def test_custom_modules_within_a_layer_are_frozen_too():
    """Everything below a layer's module stays."""
    graph = edits.chain(
        edits.make_layer("input", shape=(3,)), edits.make_layer("dense", units=2), edits.make_layer("output")
    )
    source = generate(graph)
    module = build_module(source)
    module.dense_1 = nn.Sequential(nn.Linear(3, 2), nn.BatchNorm1d(2))
    freeze(module, source, frozenset({graph.nodes[1].id}))
    module.train()
    assert not module.dense_1[1].training and not module.dense_1[0].weight.requires_grad
