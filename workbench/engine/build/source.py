"""Graph -> readable Python source. What is trained is exactly this file."""

from __future__ import annotations

import ast
import json
import keyword
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from ..errors import ProjectError
from ..graph.infer import Inference, code_of, infer
from ..graph.layer import Code
from ..graph.model import Graph, slug, slugs
from ..graph.outputs import Activation, Head, head_of
from ..shapes import DataFacts


@dataclass(frozen=True)
class Source:
    """The source of a network.

    Attributes:
        text: the whole file.
        class_name: name of the ``nn.Module`` in it.
        inputs: names of ``forward``'s arguments, in order.
        input_nodes: ids of the Input nodes, in the same order.
        outputs: slugs of the Output nodes' names, in the order that ``forward`` returns.
        output_nodes: ids of the Output nodes, in the same order.
        activations: what ``predict`` applies to each output.
        attributes: attribute name of each node's module, by node id; a node without a module has none.
        lines: node id by line number (from 1), for mapping tracebacks.
    """

    text: str
    class_name: str
    inputs: tuple[str, ...]
    input_nodes: tuple[str, ...]
    outputs: tuple[str, ...]
    output_nodes: tuple[str, ...]
    activations: tuple[Activation, ...]
    attributes: Mapping[str, str] = field(default_factory=dict)
    lines: Mapping[int, str] = field(default_factory=dict)


ACTIVATE = {
    "softmax": "torch.softmax({}, dim={})",
    "sigmoid": "torch.sigmoid({})",
    "exp": "torch.exp({})",
    "none": "{}",
}
LOCALS = frozenset(["self", "x", "torch", "nn", "super"])
"""Names that a value in ``forward`` must not take, beside those that the layers' code uses."""


def generate(graph: Graph, facts: DataFacts | None = None, *, name: str = "Network") -> Source:
    """The source of ``graph``: a file that runs on its own and holds one ``nn.Module``.

    The class is called after ``name``. Raises ``ProjectError`` with the first problem when the graph has errors.
    """
    inference = infer(graph, facts)
    if inference.errors:
        first = inference.errors[0]
        raise ProjectError(first.what, first.expected, first.fix, code=first.code, values=first.values)
    return _Writer(graph, facts, inference, name).source()


class _Writer:
    def __init__(self, graph: Graph, facts: DataFacts | None, inference: Inference, name: str) -> None:
        self.graph, self.inference = graph, inference
        self.inputs = [i for i in graph.order if graph.by_id[i].layer.kind == "input"]
        self.outputs = [i for i in graph.order if graph.by_id[i].layer.kind == "output"]
        self.heads: dict[str, Head] = {}
        for output in self.outputs:
            spec = inference.nodes[output].output
            units = spec.dims[-1] if spec is not None and isinstance(spec.dims[-1], int) else None
            head = head_of(graph, output, units, facts)
            assert head is not None  # inference found no error, so a link enters the Output
            self.heads[output] = head
        left_out = self._left_out()
        self.emitted = [i for i in graph.order if i not in left_out]
        self.codes = {i: code_of(graph.by_id[i].layer, inference.nodes[i].inputs) for i in self.emitted}
        ids = [n.id for n in graph.nodes]
        self.attribute = dict(zip(ids, slugs(n.name for n in graph.nodes), strict=True))
        self.helpers = list(dict.fromkeys(h for c in self.codes.values() for h in c.helpers))
        self.class_name = _class_name(name, _defined(self.helpers))
        self.taken = LOCALS | _defined(self.helpers) | {n for c in self.codes.values() for n in _names_in(c)}
        self.variable: dict[tuple[str, str], str] = {}

    def _left_out(self) -> set[str]:
        """Inputs and Outputs, and folded activations that nothing else reads."""
        folded = {h.folded for h in self.heads.values() if h.folded}
        alone = {
            i
            for i in folded
            if all(k.target in self.heads and self.heads[k.target].folded == i for k in self.graph.out_of[i])
        }
        return alone | set(self.inputs) | set(self.outputs)

    def source(self) -> Source:
        """Names every value and writes the file."""
        arguments = [self._claim(self.attribute[i]) for i in self.inputs]
        for node_id, argument in zip(self.inputs, arguments, strict=True):
            self.variable[node_id, "y"] = argument
        results = [self._claim(self.attribute[i]) for i in self.outputs]
        body: list[tuple[str, str]] = []
        for position, node_id in enumerate(self.emitted):
            following = self.emitted[position + 1] if position + 1 < len(self.emitted) else None
            body.append((self._forward_line(node_id, following), node_id))
        return self._assemble(arguments, results, body)

    def _claim(self, wanted: str) -> str:
        """A name for a value in ``forward`` that nothing else has."""
        name, count = wanted, 2
        while name in self.taken:
            name, count = f"{wanted}_{count}", count + 1
        self.taken |= {name}
        return name

    def _readers(self, node_id: str, port: str) -> set[str]:
        """Nodes that read a value in the generated code, Outputs included."""
        readers = {k.target for k in self.graph.out_of[node_id] if k.source_port == port and k.target in self.codes}
        heads = {o for o, h in self.heads.items() if (h.link.source, h.link.source_port) == (node_id, port)}
        return readers | heads

    def _forward_line(self, node_id: str, following: str | None) -> str:
        node, info, code = self.graph.by_id[node_id], self.inference.nodes[node_id], self.codes[node_id]
        values = {"self": f"self.{self.attribute[node_id]}"}
        for port in node.layer.inputs:
            links = [k for k in self.graph.into[node_id] if k.target_port == port.name]
            names = [self.variable[k.source, k.source_port] for k in links]
            values[port.name] = ", ".join(names) or "None"
            values |= {f"{port.name}{i}": name for i, name in enumerate(names)}
        targets = []
        for index, port in enumerate(node.layer.outputs):
            readers = self._readers(node_id, port.name)
            # A value that only the very next line reads is called x, so that a chain reads as one and frees as it goes.
            short = following is not None and readers == {following}
            last = following is None and len(self.outputs) == 1 and readers == set(self.outputs)
            if index == 0 and (short or last):
                name = "x"
            elif index > 0 and not readers:
                name = "_"
            else:
                name = self._claim(self.attribute[node_id] + (f"_{port.name}" if index else ""))
            self.variable[node_id, port.name] = name
            targets.append(name)
        shapes = "; ".join(str(spec) for spec in info.outputs.values())
        return f"{', '.join(targets)} = {code.forward.format(**values)}  # {shapes}"

    def _assemble(self, arguments: list[str], results: list[str], body: list[tuple[str, str]]) -> Source:
        lines: list[str] = []
        where: dict[int, str] = {}

        def put(text: str = "", node_id: str | None = None) -> None:
            for part in text.split("\n"):
                lines.append(part)
                if node_id is not None:
                    where[len(lines)] = node_id

        imports = {line for code in self.codes.values() for line in code.imports} | {"import torch"}
        for line in sorted(imports | {"from torch import nn"}, key=lambda text: (text.startswith("from "), text)):
            put(line)
        for definition in self.helpers:
            put("\n")
            put(definition.rstrip("\n"))
        specs = [str(self.inference.nodes[i].output) for i in self.inputs]
        signature = ", ".join(["self", *(f"{name}: torch.Tensor" for name in arguments)])
        returned = "torch.Tensor" if len(results) == 1 else f"tuple[{', '.join(['torch.Tensor'] * len(results))}]"
        put("\n")
        put(f"class {self.class_name}(nn.Module):")
        shapes = ", ".join(f"{name} ({spec})" for name, spec in zip(arguments, specs, strict=True))
        put(f'    """Takes {shapes}; {self.inference.parameters:,} parameters."""')
        put()
        put(f"    inputs = {_tuple(arguments)}")
        put(f"    outputs = {_tuple(results)}")
        put()
        put("    def __init__(self) -> None:")
        put("        super().__init__()")
        modules = [i for i in self.emitted if self.codes[i].module]
        for node_id in modules:
            put(f"        self.{self.attribute[node_id]} = {self.codes[node_id].module}", node_id)
        put()
        put(f"    def forward({signature}) -> {returned}:")
        put('        """The logits, before the activation of the output."""')
        for text, node_id in body:
            put(f"        {text}", node_id)
        logits = [self.variable[self.heads[o].link.source, self.heads[o].link.source_port] for o in self.outputs]
        put(f"        return {', '.join(logits)}")
        put()
        put(f"    def predict({signature}) -> {returned}:")
        put('        """The predictions: the logits with the activation of the output."""')
        call = f"self({', '.join(arguments)})"
        if len(results) == 1:
            put(f"        return {self._activate(self.outputs[0], call)}")
        else:
            put(f"        {', '.join(results)} = {call}")
            put(f"        return {', '.join(map(self._activate, self.outputs, results))}")
        put()
        return Source(
            text="\n".join(lines),
            class_name=self.class_name,
            inputs=tuple(arguments),
            input_nodes=tuple(self.inputs),
            outputs=tuple(results),
            output_nodes=tuple(self.outputs),
            activations=tuple(self.heads[o].activation for o in self.outputs),
            attributes={i: self.attribute[i] for i in modules},
            lines=where,
        )

    def _activate(self, output: str, text: str) -> str:
        spec = self.inference.nodes[output].output
        dim = 1 if spec is not None and spec.rank in (2, 4) else -1
        return ACTIVATE[self.heads[output].activation].format(text, dim)


def _class_name(name: str, taken: Iterable[str]) -> str:
    """A name in capitals for the class: ``"my net 2"`` -> ``"MyNet2"``, ``"手写"`` -> ``"Network"``."""
    text = slug(name)
    made = "".join(part.capitalize() for part in text.split("_")) if text != slug("") else "Network"
    return f"{made}Network" if keyword.iskeyword(made) or made in taken else made


def _tuple(names: list[str]) -> str:
    return f"({', '.join(map(json.dumps, names))}{',' if len(names) == 1 else ''})"


def _defined(helpers: Iterable[str]) -> frozenset[str]:
    """Names of the functions and classes that helpers define."""
    found = [node for text in helpers for node in ast.parse(text).body]
    return frozenset(n.name for n in found if isinstance(n, ast.FunctionDef | ast.ClassDef))


def _names_in(code: Code) -> frozenset[str]:
    """Names that a layer's forward expression and imports use on their own account."""

    class _Blank(dict[str, str]):
        def __missing__(self, key: str) -> str:
            return "self"

    parsed = ast.parse("\n".join((*code.imports, code.forward.format_map(_Blank()))))
    used = {node.id for node in ast.walk(parsed) if isinstance(node, ast.Name)}
    imported = {
        a.asname or a.name.split(".")[0]
        for n in ast.walk(parsed)
        if isinstance(n, ast.Import | ast.ImportFrom)
        for a in n.names
    }
    return frozenset(used | imported)
