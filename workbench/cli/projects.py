"""``samples``, ``new`` and ``check``: everything that needs no training and, but for ``check`` of some data, no torch."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..engine.document import Project
from ..engine.errors import DataError, ProjectError
from ..engine.project.files import load_project, save_project
from ..engine.project.samples import SAMPLES, sample
from ..engine.train.layerwise import LayerTraining, frozen_nodes, trainable_parameters
from .findings import emit_findings, examine_data, print_findings
from .output import count, emit, quoted, say, table

SHOWN_SKIPPED = 20
"""Reasons for which something was left out that are told one by one."""
SHOWN_ITEMS = 5
"""Items that are named with each."""
SHOWN_COLUMNS = 30
"""Columns that are named."""

if TYPE_CHECKING:
    from ..engine.data.prepared import PreparedData
    from ..engine.data.raw import Skipped
    from ..engine.data.recipe import Source
    from ..engine.data.sighting import Candidate
    from ..engine.graph.infer import Inference
    from ..engine.graph.model import Graph
    from ..engine.graph.problems import Problem
    from ..engine.shapes import DataFacts, TargetFacts


def list_samples(as_json: bool) -> None:
    """Prints the starter projects."""
    if as_json:
        for entry in SAMPLES:
            emit({"id": entry.id, "title": entry.title, "task": entry.task, "description": entry.description})
        return
    table([(s.id, s.title, s.task) for s in SAMPLES], header=("ID", "TITLE", "TASK"))
    say("Start from one: workbench new SAMPLE FILE.nnwb")


def new_from_sample(sample_id: str, file: Path) -> None:
    """Writes a starter project to a file that is not there yet."""
    project = sample(sample_id).project()
    _write_new(project, file)
    say(f"Made {file}: {project.title}. Next: workbench train {quoted(file)}")


def new_from_data(
    data: Path,
    file: Path,
    *,
    target: str = "",
    task: str = "",
    ignore: Sequence[str] = (),
    kind: str = "",
    network: str = "baseline",
) -> None:
    """Looks at data and writes a project with a recipe and a network for it: a baseline, ResNet-18, or a GAN.

    Tells what the data was taken for, what was guessed and how to change it, what is odd about the data and what was left
    out of it, and what is proposed.
    """
    from ..engine.data.sources.class_folders import shown
    from ..engine.data.sources.recognise import candidates
    from ..engine.project.baseline import chosen, found_words, propose

    base_dir = file.absolute().parent
    found = candidates(data.absolute(), base_dir)
    source = chosen(found, data.name, target=target, task=task, ignore=ignore, kind=kind)
    _say_kind(found, source, shown(data.name))
    made = propose(
        source, base_dir, title=data.name.split(".")[0], again=task == "reconstruction", wide=network != "gan"
    )
    if network == "resnet18":
        from ..engine.project.first_network.resnet import with_resnet18
        from ..engine.project.proposal import proposal_of

        made = proposal_of(with_resnet18(made.project, made.prepared.facts), made.prepared)
    lines = made.lines
    if network == "gan":
        from ..engine.project.first_network.gans import gan_words, only_gan

        train = len(made.prepared.splits["train"])
        made = replace(made, project=only_gan(made.project, made.prepared.facts, train))
        lines = (lines[0], *gan_words(made.project, made.prepared.facts))
    _write_new(made.project, file)
    _say_roles(made.prepared, guessed=not target)
    for notice in made.prepared.notices:
        cure = f" (--ignore {quoted(notice.values['column'])})" if notice.code == "data.leak" else ""
        say(f"note: {notice}{cure}")
    _say_skipped(made.prepared.raw.skipped)
    for line in lines:
        say(f"proposed: {line}.")
    say(f"Made {file}: {found_words(made.prepared)} Next: workbench train {quoted(file)}")


def _say_kind(found: Sequence[Candidate], source: Source, name: str) -> None:
    taken = next((c for c in found if c.source.kind == source.kind), found[0])
    why = f": {taken.why}" if taken.why else ""
    others = list(dict.fromkeys(c.kind for c in found if c.kind != taken.kind))
    other = f"; it could also be {' or '.join(others)} (--kind {others[0]})" if others else ""
    say(f"recognised: {name} as {taken.kind}{why}{other}")


def _say_roles(prepared: PreparedData, *, guessed: bool) -> None:
    columns = prepared.raw.columns
    targets = [c.name for c in columns if c.role == "target"]
    if targets:
        how = " (guessed; --target chooses another)" if guessed else ""
        goal = next(iter(prepared.raw.targets.values()))
        say(f"target: {', '.join(targets)}{how}; task: {goal.task}")
    for role, words in (("feature", "learnt from"), ("ignore", "not used")):
        names = [c.name for c in columns if c.role == role]
        if names:
            more = f" and {len(names) - SHOWN_COLUMNS} more" if len(names) > SHOWN_COLUMNS else ""
            say(f"{words}: {', '.join(names[:SHOWN_COLUMNS])}{more}")


def _say_skipped(skipped: Sequence[Skipped]) -> None:
    from ..engine.data.left_out import by_reason

    groups = by_reason(skipped)
    for group in groups[:SHOWN_SKIPPED]:
        say(f"left out: {group.names(SHOWN_ITEMS)}: {group.reason}")
    if len(groups) > SHOWN_SKIPPED:
        rest = sum(group.count for group in groups[SHOWN_SKIPPED:])
        say(f"left out: {rest:,} more; the Data stage of the window lists them")


def check_file(file: Path, as_json: bool, *, data: bool = False) -> int:
    """Prints shapes, parameters and problems, and what the data doctor finds if asked for; returns the exit code."""
    from ..engine.check import check_project

    project = load_project(file)
    prepared, trouble = _prepared(project, file)
    diagnosis = examine_data(prepared, project.data) if data and prepared is not None else None
    facts = prepared.facts if prepared is not None else None
    inference = check_project(project, facts)
    good = not inference.errors and trouble is None
    if as_json:
        if diagnosis is not None:
            emit_findings(diagnosis)
        _emit_check(project, inference, trouble, good)
        return 0 if good else 1
    _print_networks(project, inference)
    if facts is not None:
        print(f"Data: {_facts_text(facts)}")
    for line in _training_only(project, prepared):
        print(line)
    if diagnosis is not None:
        print_findings(diagnosis)
    elif data and trouble is None:
        say("There is no data to look over yet.")
    for problem in inference.problems:
        say(f"{problem.severity}: {problem}")
    if trouble is not None:
        say(f"error: {trouble}")
    if not good:
        problems = len(inference.errors) + (trouble is not None)
        say(f"{file} cannot train: {count(problems, 'error')}.")
        return 1
    print("Ready to train.")
    return 0


def _write_new(project: Project, file: Path) -> None:
    if os.path.lexists(file):  # unlike Path.exists, False for a name that is too long, which saving tells better
        raise ProjectError(
            f"{file} is already there",
            "Nothing was written",
            "Choose another name, or delete it first",
            code="project.exists",
        )
    save_project(project, file)


def _prepared(project: Project, file: Path) -> tuple[PreparedData | None, DataError | None]:
    """The data, or why there is none; a project without a source has neither."""
    from ..engine.data.prepare import prepare

    if project.data.source is None:
        return None, None
    try:
        return prepare(project.data, file.absolute().parent, lambda share, words: None), None
    except DataError as error:
        return None, error


def _training_only(project: Project, data: PreparedData | None) -> Iterator[str]:
    """What is done to the training samples alone: augmentation and balance, where they are on."""
    from ..engine.data.report import balance_effect

    recipe = project.data
    if recipe.augment:
        yield f"Augmentation: {', '.join(o.describe() for o in recipe.augment)}"
    if recipe.balance.kind != "none":
        effect = balance_effect(data, recipe.balance) if data is not None else ""
        yield f"Balance: {recipe.balance.title}. {effect}".strip()


def _print_networks(project: Project, inference: Inference) -> None:
    """Each network's layers, under its name and role where there are several."""
    roles = {name: role for role, name in project.roles.items()}
    several = len(project.networks) > 1
    for name, graph in project.networks.items():
        if several:
            role = roles.get(name, "")
            print(f"{name}{'' if role == name else f' ({role})' if role else ' (not trained)'}:")
        _print_network(graph, inference.of_network(name), project.training.layers)


def _print_network(graph: Graph, inference: Inference, layers: Mapping[str, LayerTraining]) -> None:
    rows = []
    frozen = frozen_nodes(graph, layers)
    for node_id in graph.order or [n.id for n in graph.nodes]:
        node, info = graph.by_id[node_id], inference.nodes[node_id]
        shape = str(info.output) if info.output is not None else "?"
        cost = f"{info.cost.parameters:,}" if info.cost.parameters else ""
        cost += " (frozen)" if cost and node_id in frozen else ""
        rows.append((node.name, node.layer.title, node.layer.summary(), shape, cost))
    if rows:
        table(rows, header=("NODE", "LAYER", "", "OUTPUT", "PARAMETERS"), right=(4,))
        learnt = trainable_parameters(graph, inference, layers)
        frozen = "" if learnt == inference.parameters else f" ({learnt:,} of them trainable)"
        print(
            f"{inference.parameters:,} parameters{frozen} · {inference.multiply_adds:,} multiply-adds and "
            f"{inference.activation_bytes / 1024:,.1f} KiB of activations for a sample"
        )


def _facts_text(facts: DataFacts) -> str:
    inputs = ", ".join(f"{name} {spec}" for name, spec in facts.inputs.items())
    targets = ", ".join(f"{name}: {_target_text(t)}" for name, t in facts.targets.items())
    return f"{inputs} → {targets}"


def _target_text(target: TargetFacts) -> str:
    if target.task == "reconstruction":
        return f"'{target.input}' again"
    if target.task == "tagging":
        return f"{count(len(target.classes), 'tag')} at each of {target.shape[0]} steps"
    if target.task == "multi_label":
        return f"any of {count(len(target.classes), 'label')}"
    return f"{len(target.classes)} classes" if target.task == "classification" else count(target.width, "number")


def _emit_check(project: Project, inference: Inference, trouble: DataError | None, good: bool) -> None:
    several = len(project.networks) > 1
    frozen = {i for g in project.networks.values() for i in frozen_nodes(g, project.training.layers)}
    for network, graph, node_id in _nodes(project):
        node, info = graph.by_id[node_id], inference.of_network(network).nodes[node_id]
        emit(
            {
                "event": "node",
                **({"network": network} if several else {}),
                "node": node.id,
                "name": node.name,
                # An unknown layer is told by what the file calls it.
                "layer": node.layer.kind or node.layer.dump().get("kind", ""),
                "output": list(info.output.dims) if info.output is not None else None,
                "parameters": info.cost.parameters,
                "frozen": node.id in frozen,
                "multiply_adds": info.cost.multiply_adds,
            }
        )
    for problem in inference.problems:
        emit({"event": "problem", **_problem(project, problem)})
    if trouble is not None:
        emit({"event": "problem", "severity": "error", "code": trouble.code, "node": None, "message": str(trouble)})
    emit(
        {
            "event": "checked",
            "ok": good,
            "parameters": inference.parameters,
            "trainable_parameters": trainable_parameters(graph, inference, project.training.layers),
            "multiply_adds": inference.multiply_adds,
            "activation_bytes": inference.activation_bytes,
            "augment": [operation.dump() for operation in project.data.augment],
            "balance": project.data.balance.dump(),
            "errors": len(inference.errors) + (trouble is not None),
        }
    )


def _nodes(project: Project) -> Iterator[tuple[str, Graph, str]]:
    """Every node of every network, in order: the network's name, itself, and the node's id."""
    for name, graph in project.networks.items():
        for node_id in [*graph.order, *(n.id for n in graph.nodes if n.id not in graph.order)]:
            yield name, graph, node_id


def _problem(project: Project, problem: Problem) -> dict[str, Any]:
    name = next((g.by_id[i].name for _, g, i in _nodes(project) if i == problem.node), None)
    return {
        **({"network": problem.network} if problem.network else {}),
        "severity": problem.severity,
        "code": problem.code,
        "node": problem.node,
        "name": name,
        "message": str(problem),
        "fixes": [cure.label for cure in (*problem.fixes, *problem.remedies)],
    }
