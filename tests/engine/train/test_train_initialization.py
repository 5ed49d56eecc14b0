"""First weights: each way has the spread it promises, for every kind of layer, and depends on the seed alone."""

from __future__ import annotations

import math

import pytest
import torch
from test_train_resume import assert_same
from training_helpers import drive, everything_of, moons

from workbench.engine.build.module import build_module
from workbench.engine.build.source import generate
from workbench.engine.graph import edits
from workbench.engine.graph.model import Graph, Link
from workbench.engine.train.initialization import Initialization, gain_of, initialize

KINDS = [k for k in Initialization.members if k != "default"]


def chain(*layers, shape=(400,), dtype="float32"):
    made = [edits.make_layer(kind, **fields) for kind, fields in layers]
    graph = edits.chain(edits.make_layer("input", shape=shape, dtype=dtype), *made, edits.make_layer("output"))
    ids = {node.id: f"n{place}" for place, node in enumerate(graph.nodes)}
    return graph.updated(
        nodes=tuple(n.updated(id=ids[n.id]) for n in graph.nodes),
        links=tuple(k.updated(source=ids[k.source], target=ids[k.target]) for k in graph.links),
    )


def begun(graph: Graph, chosen: Initialization | str, seed=0, **fields):
    source = generate(graph)
    torch.manual_seed(seed)
    module = build_module(source)
    if isinstance(chosen, str):
        chosen = Initialization.members[chosen].model_validate(fields)
    initialize(module, source, graph, lambda _: chosen, seed)
    return module


def dense():
    """Deviations of Dense with 400 inputs, 300 units and a ReLU behind, by kind."""
    gain = math.sqrt(2.0)
    return {
        "xavier_uniform": math.sqrt(2 / 700),
        "xavier_normal": math.sqrt(2 / 700),
        "kaiming_uniform": gain / 20,
        "kaiming_normal": gain / 20,
        "orthogonal": 1 / 20,
        "truncated_normal": 0.02 * 0.88,
    }


@pytest.mark.parametrize("kind", KINDS)
def test_dense_has_the_spread_that_is_promised(kind):
    net = begun(chain(("dense", {"units": 300}), ("relu", {}), ("dense", {"units": 2})), kind)
    weight = net.dense_1.weight
    assert weight.std().item() == pytest.approx(dense()[kind], rel=0.02)
    assert abs(weight.mean().item()) < 0.05 * dense()[kind]
    if kind.endswith("uniform"):
        assert weight.abs().max().item() == pytest.approx(math.sqrt(3) * dense()[kind], rel=0.01)
    if kind == "truncated_normal":
        assert weight.abs().max() <= 0.04
    if kind == "orthogonal":
        torch.testing.assert_close(weight @ weight.T, torch.eye(300), atol=1e-5, rtol=0)


def test_every_way_is_tried():
    assert set(dense()) == set(KINDS)


@pytest.mark.parametrize(
    ("layer", "shape", "name", "fan_in", "fan_out"),
    [
        (("conv1d", {"filters": 64, "kernel_size": 5}), (10, 40), "weight", 200, 320),
        (("conv2d", {"filters": 64, "kernel_size": 3}), (16, 8, 8), "weight", 144, 576),
        (("conv2d", {"filters": 64, "kernel_size": 3, "groups": 4}), (16, 8, 8), "weight", 36, 144),
        (("conv_transpose2d", {"filters": 64}), (16, 4, 4), "weight", 64, 1024),
        (("lstm", {"units": 96}), (7, 40), "weight_ih_l0", 40, 96),
        (("lstm", {"units": 96}), (7, 40), "weight_hh_l0", 96, 96),
        (("gru", {"units": 96, "num_layers": 2}), (7, 40), "weight_ih_l1", 96, 96),
    ],
)
def test_fans_of_other_layers(layer, shape, name, fan_in, fan_out):
    graph = chain(layer, shape=shape)
    weight = begun(graph, "xavier_normal").get_parameter(f"{graph.nodes[1].name}.{name}")
    assert weight.std().item() == pytest.approx(math.sqrt(2 / (fan_in + fan_out)), rel=0.05)
    # Nothing but the output follows: the gain is 1.
    weight = begun(graph, "kaiming_normal").get_parameter(f"{graph.nodes[1].name}.{name}")
    assert weight.std().item() == pytest.approx(1 / math.sqrt(fan_in), rel=0.05)


def test_each_gate_is_orthogonal():
    graph = chain(("lstm", {"units": 8}), shape=(7, 40))
    for gate in begun(graph, "orthogonal").lstm_1.weight_hh_l0.split(8):
        torch.testing.assert_close(gate @ gate.T, torch.eye(8), atol=1e-5, rtol=0)


def test_the_padding_vector_of_an_embedding_stays_zero():
    graph = chain(("embedding", {"vocabulary": 500, "dimensions": 20, "padding_id": 3}), shape=(6,), dtype="int64")
    weight = begun(graph, "truncated_normal", deviation=0.5).embedding_1.weight
    assert (weight[3] == 0).all() and weight.std().item() == pytest.approx(0.44, rel=0.05)


@pytest.mark.parametrize(
    ("layers", "gain"),
    [
        ([("relu", {})], math.sqrt(2)),
        ([("batch_norm", {}), ("dropout", {}), ("gelu", {})], math.sqrt(2)),
        ([("leaky_relu", {"negative_slope": 0.5})], math.sqrt(2 / 1.25)),
        ([("tanh", {})], 5 / 3),
        ([("sigmoid", {})], 1.0),
        ([("dense", {"units": 3}), ("relu", {})], 1.0),
        ([], 1.0),
    ],
)
def test_the_gain_is_that_of_the_activation_that_follows(layers, gain):
    graph = chain(("dense", {"units": 300}), *layers)
    assert gain_of(graph, "n1") == pytest.approx(gain)
    assert begun(graph, "kaiming_normal").dense_1.weight.std().item() == pytest.approx(gain / 20, rel=0.02)


def test_the_gain_of_a_branch_is_that_of_its_first_activation():
    graph = chain(("dense", {"units": 400}), ("add", {}), ("relu", {}))
    graph = edits.connect(graph, Link(source="n0", target="n2", target_port="xs"))
    assert gain_of(graph, "n1") == pytest.approx(math.sqrt(2))


def test_a_plain_recurrent_layer_ends_with_its_own_activation():
    graph = chain(("simple_rnn", {"units": 300, "activation": "relu"}), shape=(5, 100))
    weight = begun(graph, "kaiming_normal").simple_rnn_1.weight_ih_l0
    assert weight.std().item() == pytest.approx(math.sqrt(2) / 10, rel=0.03)


@pytest.mark.parametrize("bias", [0.0, 0.25])
def test_biases_begin_with_a_constant(bias):
    graph = chain(("dense", {"units": 5}), ("reshape", {"shape": (1, 5)}), ("lstm", {"units": 3}), ("layer_norm", {}))
    net = begun(graph, "default", bias=bias)
    assert (net.dense_1.bias == bias).all()
    assert (net.lstm_1.bias_ih_l0 + net.lstm_1.bias_hh_l0 == bias).all()
    assert (net.layer_norm_1.bias == 0).all() and (net.layer_norm_1.weight == 1).all()
    untouched = begun(graph, "default")
    assert torch.equal(net.dense_1.weight, untouched.dense_1.weight)
    assert untouched.dense_1.bias.unique().numel() == 5


def test_a_layer_begins_alike_whatever_stands_around_it():
    one = chain(("dense", {"units": 7}), ("relu", {}), ("dense", {"units": 9}))
    other = edits.insert_on_link(one, one.links[1], edits.make_layer("batch_norm"))
    other = edits.insert_on_link(other, other.links[0], edits.make_layer("dense", units=400))
    first, second = begun(one, "kaiming_normal"), begun(other, "kaiming_normal")
    assert torch.equal(first.dense_1.weight, second.dense_1.weight)
    assert torch.equal(first.dense_2.weight, second.dense_2.weight)
    assert not torch.equal(first.dense_1.weight, begun(one, "kaiming_normal", seed=1).dense_1.weight)
    assert not torch.equal(first.dense_1.weight[:, :7], first.dense_2.weight[:7])


def test_no_random_numbers_of_others_are_taken():
    """Dropout and shuffling go on as they would."""
    states = []
    for kind in ("default", "orthogonal"):
        begun(chain(("dense", {"units": 7})), kind)
        states.append(torch.get_rng_state())
    assert torch.equal(*states)


def test_a_run_begins_with_them(tmp_path):
    plain = everything_of(tmp_path / "a.runs", drive(moons(epochs=1), tmp_path / "a.runs")[-1].run)
    project = moons(
        epochs=1, initialization={"kind": "truncated_normal", "deviation": 1e-4, "bias": 0.0}, learning_rate=1e-6
    )
    ended = drive(project, tmp_path / "b.runs", stop_after=4)[-1]
    weights = everything_of(tmp_path / "b.runs", ended.run)
    assert weights["dense_1.weight"].abs().max() < 1e-3 < plain["dense_1.weight"].abs().max()
    drive(project, tmp_path / "b.runs", resume=ended.run)
    whole = drive(project, tmp_path / "c.runs")[-1]
    assert_same(everything_of(tmp_path / "b.runs", ended.run), everything_of(tmp_path / "c.runs", whole.run))
