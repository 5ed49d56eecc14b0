"""The generated file: right for any network, readable, clean, and safe whatever nodes are called."""

from __future__ import annotations

import ast
import json
import subprocess
import sys
from pathlib import Path

import pytest
import torch
from drawn import networks
from hypothesis import given, settings
from hypothesis import strategies as st
from torch import nn

from workbench.engine.build.module import build_module, node_of_error
from workbench.engine.build.source import generate
from workbench.engine.errors import ProjectError
from workbench.engine.graph import edits
from workbench.engine.graph.infer import code_of, infer
from workbench.engine.graph.layer import Layer, Port, register
from workbench.engine.graph.model import RESERVED, Graph, Link
from workbench.engine.shapes import DataFacts, TargetFacts, batch

drawing = settings(max_examples=60, deadline=None, derandomize=True)


def interpret(
    graph: Graph, module: nn.Module, attributes: dict[str, str], given: dict[str, torch.Tensor]
) -> list[torch.Tensor]:
    """Runs a network node by node, without the generated forward: what the source must agree with."""
    inference, found = infer(graph), dict(given)
    results = []
    for node_id in graph.order:
        layer = graph.by_id[node_id].layer
        if layer.kind == "input":
            continue
        values = [found[k.source] for k in graph.into[node_id]]
        if layer.kind == "output":
            source = graph.by_id[graph.into[node_id][0].source]
            folds = source.layer.kind == "softmax"
            results.append(found[graph.into[source.id][0].source] if folds else values[0])
        elif layer.kind == "add":
            found[node_id] = torch.stack(values).sum(dim=0)
        elif layer.kind == "multiply":
            found[node_id] = torch.stack(values).prod(dim=0)
        elif layer.kind == "concat":
            found[node_id] = torch.cat(values, dim=1)
        elif layer.kind == "reshape":
            found[node_id] = values[0].reshape(-1, 2, 2)
        elif layer.kind == "softmax":
            found[node_id] = values[0].softmax(dim=1)
        else:
            made = getattr(module, attributes[node_id])(*values)
            if layer.kind == "lstm":
                hidden = made[1][0]
                made = torch.cat(list(hidden), dim=1)
            found[node_id] = made
    assert inference.errors == ()
    return results


@drawing
@given(graph=networks())
def test_any_network_computes_what_its_nodes_say(graph: Graph):
    """Branches, merges, several Inputs and Outputs, folded Softmax, names that clash: no value takes another's place."""
    source = generate(graph)
    torch.manual_seed(0)
    module = build_module(source).eval()
    values = {i: torch.randn(3, 4) for i in source.input_nodes}
    result = module(*values.values())
    results = list(result) if isinstance(result, tuple) else [result]
    expected = interpret(graph, module, dict(source.attributes), values)
    assert len(results) == len(expected) == len(source.outputs)
    for got, wanted in zip(results, expected, strict=True):
        torch.testing.assert_close(got, wanted)


@drawing
@given(graph=networks())
def test_names_in_the_source_are_unique_and_safe(graph: Graph):
    source = generate(graph)
    names = list(source.attributes.values())
    assert len(set(names)) == len(names)
    assert not set(names) & set(dir(nn.Module))
    assert all(name.isidentifier() and name.isascii() for name in names)
    assert len({*source.inputs, *source.outputs}) == len(source.inputs) + len(source.outputs)
    tree = ast.parse(source.text)
    made = [n for n in tree.body if isinstance(n, ast.ClassDef) and n.name == source.class_name]
    assert len(made) == 1


@drawing
@given(graph=networks())
def test_every_line_of_a_node_is_known_as_its_own(graph: Graph):
    source = generate(graph)
    lines = source.text.splitlines()
    for number, node_id in source.lines.items():
        attribute = source.attributes.get(node_id)
        if attribute is not None:
            assert f"self.{attribute}" in lines[number - 1]
    assert {i for i in source.lines.values() if i in source.attributes} == set(source.attributes)


def test_reserved_names_cover_the_installed_torch():
    public = {n for n in {*dir(nn.Module()), *dir(nn.Module)} if not n.startswith("_")}
    assert public <= RESERVED


HOSTILE = [
    '"); import os; os.abort(); ("',
    "'''\nraise SystemExit\n'''",
    '"""',
    "a\nimport os",
    "{self} {x} {0.__class__}",
    "\\",
    "#",
    "__class__",
    "\u202eevil",
]


@pytest.mark.parametrize("name", HOSTILE)
def test_nothing_that_a_user_types_becomes_code(name: str):
    """Node names, the network's name and text fields leave no trace in the file but an identifier."""
    fields = {"field": name, "shape": (4,)}
    graph = edits.chain(
        edits.make_layer("input", **fields),
        edits.make_layer("dense", units=2),
        edits.make_layer("output", target=name),
        names={0: f"i{name}", 1: name, 2: f"o{name}"},
    )
    source = generate(graph, name=name)
    without = [edits.make_layer("input", shape=(4,)), edits.make_layer("dense", units=2), edits.make_layer("output")]
    kinds = [
        [type(node).__name__ for node in ast.walk(ast.parse(text))]
        for text in (source.text, generate(edits.chain(*without)).text)
    ]
    assert kinds[0] == kinds[1]
    assert build_module(source)(torch.zeros(1, 4)).shape == (1, 2)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Digits CNN", "DigitsCnn"),
        ("手写数字", "Network"),
        ("True", "TrueNetwork"),
        ("3 layers", "N3Layers"),
        ("class", "NClass"),
        ("", "Network"),
    ],
)
def test_the_class_is_called_after_the_network(name: str, expected: str):
    graph = edits.chain(edits.make_layer("input", shape=(4,)), edits.make_layer("output"))
    assert generate(graph, name=name).class_name == expected


def test_a_chain_reads_as_one():
    graph = edits.chain(
        edits.make_layer("input", shape=(1, 28, 28)),
        edits.make_layer("conv2d", filters=8),
        edits.make_layer("max_pool2d"),
        edits.make_layer("flatten"),
        edits.make_layer("dense", units=10),
        edits.make_layer("softmax"),
        edits.make_layer("output"),
        names={0: "picture"},
    )
    assert (
        generate(graph, name="digits").text
        == '''import torch
from torch import nn


class Digits(nn.Module):
    """Takes picture (N × 1 × 28 × 28); 15,770 parameters."""

    inputs = ("picture",)
    outputs = ("output_1",)

    def __init__(self) -> None:
        super().__init__()
        self.conv_1 = nn.Conv2d(1, 8, 3, padding="same")
        self.max_pool_1 = nn.MaxPool2d(2)
        self.flatten_1 = nn.Flatten()
        self.dense_1 = nn.Linear(1568, 10)

    def forward(self, picture: torch.Tensor) -> torch.Tensor:
        """The logits, before the activation of the output."""
        x = self.conv_1(picture)  # N × 8 × 28 × 28
        x = self.max_pool_1(x)  # N × 8 × 14 × 14
        x = self.flatten_1(x)  # N × 1568
        x = self.dense_1(x)  # N × 10
        return x

    def predict(self, picture: torch.Tensor) -> torch.Tensor:
        """The predictions: the logits with the activation of the output."""
        return torch.softmax(self(picture), dim=1)
'''
    )


def two_headed() -> Graph:
    """A network with two Inputs, a merge, helpers, and two Outputs."""
    graph = edits.chain(
        edits.make_layer("input", shape=(9, 4)),
        edits.make_layer("avg_pool1d", kernel_size=2, stride=1, padding="same"),
        edits.make_layer("lstm", units=3, bidirectional=True),
        edits.make_layer("concat"),
        edits.make_layer("dense", units=3),
        edits.make_layer("output"),
    )
    lstm, merge, dense = graph.nodes[2], graph.nodes[3], graph.nodes[4]
    graph = edits.add_node(graph, edits.make_layer("input", shape=(5,)), name="table")
    graph = edits.connect(graph, Link(source=graph.nodes[-1].id, target=merge.id))
    graph = edits.add_node(graph, edits.make_layer("dense", units=1), name="value")
    graph = edits.connect(graph, Link(source=lstm.id, target=graph.nodes[-1].id))
    graph = edits.add_node(graph, edits.make_layer("output", activation="sigmoid"), name="score")
    assert dense.name in graph.by_name
    return edits.connect(graph, Link(source=graph.nodes[-2].id, target=graph.nodes[-1].id))


def test_the_file_runs_on_its_own(tmp_path: Path):
    source = generate(two_headed(), name="two heads")
    (tmp_path / "net.py").write_text(source.text, encoding="utf-8")
    script = (
        "import json, torch, net\n"
        "made = net.TwoHeads()\n"
        "out = made.predict(torch.zeros(2, 9, 4), torch.zeros(2, 5))\n"
        "print(json.dumps([made.inputs, made.outputs, [list(o.shape) for o in out]]))\n"
    )
    ran = subprocess.run(
        [sys.executable, "-I", "-c", f"import sys; sys.path.insert(0, {str(tmp_path)!r})\n{script}"],
        capture_output=True,
        text=True,
        check=True,
        cwd=tmp_path,
    )
    assert json.loads(ran.stdout) == [["input_1", "table"], list(source.outputs), [[2, 1], [2, 3]]]


@pytest.mark.parametrize("graph", [two_headed()], ids=["two heads"])
def test_the_file_is_formatted(graph: Graph, tmp_path: Path):
    """ruff finds nothing to say but for lines that are long because of what stands in them."""
    file = tmp_path / "net.py"
    file.write_text(generate(graph).text, encoding="utf-8")
    subprocess.run(
        [sys.executable, "-m", "ruff", "format", "--isolated", "--line-length=120", "--check", file],
        check=True,
        capture_output=True,
    )
    subprocess.run(
        [sys.executable, "-m", "ruff", "check", "--isolated", "--select=E4,E7,E9,F,I", file],
        check=True,
        capture_output=True,
    )


def test_a_broken_network_is_refused_with_its_first_problem():
    graph = edits.chain(
        edits.make_layer("input", shape=(1, 4, 4)), edits.make_layer("dense"), edits.make_layer("output")
    )
    with pytest.raises(ProjectError, match="dense_1 got N × 1 × 4 × 4") as caught:
        generate(graph)
    assert caught.value.code == "shape.rank"


def test_a_softmax_that_others_read_stays_for_them():
    graph = edits.chain(
        edits.make_layer("input", shape=(4,)),
        edits.make_layer("dense", units=3),
        edits.make_layer("softmax"),
        edits.make_layer("output"),
    )
    dense, softmax = graph.nodes[1], graph.nodes[2]
    graph = edits.add_node(graph, edits.make_layer("dense", units=2), name="reader")
    graph = edits.connect(graph, Link(source=softmax.id, target=graph.nodes[-1].id))
    graph = edits.add_node(graph, edits.make_layer("output"), name="second")
    graph = edits.connect(graph, Link(source=graph.nodes[-2].id, target=graph.nodes[-1].id))
    source = generate(graph)
    module = build_module(source)
    x = torch.randn(2, 4)
    logits, second = module(x)
    raw = getattr(module, source.attributes[dense.id])(x)
    torch.testing.assert_close(logits, raw)
    torch.testing.assert_close(second, module.reader(raw.softmax(dim=1)))
    torch.testing.assert_close(module.predict(x)[0], raw.softmax(dim=1))


def test_the_data_decides_the_activation_of_predictions():
    graph = edits.chain(
        edits.make_layer("input", shape=(4,)), edits.make_layer("dense", units=1), edits.make_layer("output")
    )
    yes_or_no = DataFacts({"x": batch(4)}, {"y": TargetFacts("classification", ("no", "yes"))})
    number = DataFacts({"x": batch(4)}, {"y": TargetFacts("regression")})
    assert generate(graph, yes_or_no).activations == ("sigmoid",)
    assert generate(graph, number).activations == ("none",)
    assert generate(graph).activations == ("none",)


def test_a_layer_with_two_outputs(monkeypatch: pytest.MonkeyPatch):
    """Every port has its value, unused ones have none, and a node named like a port's value takes nothing from it."""
    monkeypatch.setattr(Layer, "members", dict(Layer.members))

    @register("halves_for_test")
    class Halves(Layer):
        outputs = (Port("y"), Port("rest"))

        def infer_ports(self, inputs):
            return {"y": batch(2), "rest": batch(2)}

        def code_ports(self, inputs):
            from workbench.engine.graph.layer import Code

            return Code("halves({x})", helpers=("def halves(x):\n    return x[:, :2], x[:, 2:]\n",))

    graph = edits.chain(edits.make_layer("input", shape=(4,)), Halves(), names={1: "halves"})
    halves = graph.nodes[1].id
    for name, port in (("halves rest", "rest"), ("first", "y")):
        graph = edits.add_node(graph, edits.make_layer("relu"), name=name)
        graph = edits.connect(graph, Link(source=halves, source_port=port, target=graph.nodes[-1].id))
        graph = edits.add_node(graph, edits.make_layer("output"))
        graph = edits.connect(graph, Link(source=graph.nodes[-2].id, target=graph.nodes[-1].id))
    rest, first = build_module(generate(graph))(torch.tensor([[1.0, 2.0, 3.0, 4.0]]))
    assert (rest.tolist(), first.tolist()) == ([[3.0, 4.0]], [[1.0, 2.0]])
    only = edits.remove_nodes(graph, [n.id for n in graph.nodes[2:4]])
    assert build_module(generate(only))(torch.tensor([[1.0, 2.0, 3.0, 4.0]])).tolist() == [[1.0, 2.0]]


def test_an_error_in_training_leads_to_its_node():
    graph = edits.chain(
        edits.make_layer("input", shape=(4,)),
        edits.make_layer("dense", units=3),
        edits.make_layer("relu"),
        edits.make_layer("dense", units=2),
        edits.make_layer("output"),
    )
    source = generate(graph)
    module = build_module(source)
    with pytest.raises(RuntimeError) as caught:
        module(torch.zeros(2, 5))
    assert node_of_error(source, caught.value) == graph.nodes[1].id
    module.dense_2 = nn.Linear(7, 2)
    with pytest.raises(RuntimeError) as caught:
        module(torch.zeros(2, 4))
    assert node_of_error(source, caught.value) == graph.nodes[3].id
    assert node_of_error(source, ValueError("elsewhere")) is None


def test_a_traceback_shows_the_generated_line():
    import traceback

    graph = edits.chain(
        edits.make_layer("input", shape=(4,)), edits.make_layer("dense", units=3), edits.make_layer("output")
    )
    module = build_module(generate(graph))
    with pytest.raises(RuntimeError) as caught:
        module(torch.zeros(2, 5))
    assert "self.dense_1(input_1)" in "".join(traceback.format_exception(caught.value))


def test_the_same_seed_gives_the_same_weights_and_meta_costs_no_memory():
    graph = edits.chain(
        edits.make_layer("input", shape=(4,)), edits.make_layer("dense", units=3), edits.make_layer("output")
    )
    source = generate(graph)
    made = []
    for _ in range(2):
        torch.manual_seed(7)
        made.append(build_module(source).dense_1.weight)
    torch.testing.assert_close(made[0], made[1], rtol=0, atol=0)
    huge = edits.chain(
        edits.make_layer("input", shape=(1_000_000,)),
        edits.make_layer("dense", units=1_000_000),
        edits.make_layer("output"),
    )
    with torch.device("meta"):
        assert build_module(generate(huge)).dense_1.weight.numel() == 10**12
    assert infer(huge).parameters == 10**12 + 10**6


@drawing
@given(name=st.text(max_size=20))
def test_any_name_gives_a_file_that_compiles(name: str):
    graph = edits.chain(edits.make_layer("input", shape=(4,)), edits.make_layer("output"))
    compile(generate(graph, name=name).text, "net", "exec")


def test_code_is_remembered():
    layer = edits.make_layer("dense")
    specs = {"x": (batch(4),)}
    assert code_of(layer, specs) is code_of(layer.updated(), specs)
