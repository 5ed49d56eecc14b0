"""Warm start: what a run takes over from another one, what it says of the rest, and what is refused."""

from __future__ import annotations

from pathlib import Path

import pytest
import torch
from training_helpers import drive, moons, ticking

from workbench.engine.document import Project
from workbench.engine.graph import edits
from workbench.engine.runs.store import RunStore
from workbench.engine.train.checkpoint import read_snapshot
from workbench.engine.train.control import Control
from workbench.engine.train.events import Event, WarmStarted
from workbench.engine.train.run import run
from workbench.engine.train.runspec import RunSpec, WarmStart


@pytest.fixture(scope="module")
def donor(tmp_path_factory) -> tuple[Path, str]:
    """A run of a network with a hidden layer of 8."""
    folder = tmp_path_factory.mktemp("donor") / "a.runs"
    return folder, drive(moons(), folder)[-1].run


def begin(project: Project, folder: Path, donor: tuple[Path, str], *, steps: int = 1, **asked) -> list[Event]:
    """The first events of a run that starts from the donor's weights, stopped after some steps."""
    control, events = Control(), []
    warm = WarmStart(run=donor[1], runs_dir=donor[0], **asked)
    spec = RunSpec(project=project, runs_dir=folder, device="cpu", threads=1, warm_start=warm)
    for event in run(spec, control, clock=ticking()):
        events.append(event)
        if event.event == "metrics" and event.first_step == steps:
            control.stop()
    return events


def weights(folder: Path, run: str, which: str = "last") -> dict[str, torch.Tensor]:
    return read_snapshot(RunStore(folder).weights_path(run, which)).weights


def still(project: Project) -> Project:
    """A learning rate that moves nothing, so that the first weights are seen."""
    return project.updated(training=project.training.updated(learning_rate=1e-30, optimizer="sgd"))


def told(events: list[Event]) -> WarmStarted:
    (said,) = [e for e in events if isinstance(e, WarmStarted)]
    return said


def test_all_that_fits_is_taken_over(tmp_path, donor):
    events = begin(still(moons()), tmp_path / "b.runs", donor)
    said = told(events)
    assert [e.event for e in events[:2]] == ["run_started", "warm_started"]
    assert said.layers == ("dense_1", "dense_2") and not said.fresh and not said.unused
    assert said.message == f"The weights of run {donor[1]} fill 2 of 2 layers, 100 % of the numbers."
    mine, theirs = weights(tmp_path / "b.runs", said.run), weights(*donor, which="best")
    assert all(torch.equal(mine[n], theirs[n]) for n in theirs)
    assert told(RunStore(tmp_path / "b.runs").events(said.run)) == said, "it stands in the run's record"
    fresh = drive(still(moons()), tmp_path / "c.runs", stop_after=1)[-1]
    assert not torch.equal(weights(tmp_path / "c.runs", fresh.run)["dense_1.weight"], theirs["dense_1.weight"])


def test_another_shape_begins_afresh_and_is_said(tmp_path, donor):
    """The first layer as it was, by its id although it is called otherwise; a wider second one; a new one between them."""
    project = moons(edits.make_layer("dense", units=8), edits.make_layer("relu"), edits.make_layer("dense", units=3))
    ids = {"dense_2": "new", "dense_3": "n3"}
    nodes = tuple(
        n.updated(id=ids.get(n.name, n.id), name=n.name.replace("dense_1", "eyes")) for n in project.graph.nodes
    )
    by_old = {old.id: new.id for old, new in zip(project.graph.nodes, nodes, strict=True)}
    links = tuple(k.updated(source=by_old[k.source], target=by_old[k.target]) for k in project.graph.links)
    changed = still(project.with_graph(project.graph.updated(nodes=nodes, links=links)))
    said = told(begin(changed, tmp_path / "b.runs", donor))
    assert said.layers == ("eyes",)
    # dense_3 has the id that the last layer had: its bias fits, its weight does not.
    assert said.fresh == {"dense_2": "not in it", "dense_3": "weight is 2 × 3 here and 2 × 8 there"}
    assert "fill 1 of 3 layers" in said.message
    assert "Begun afresh: dense_2 (not in it), dense_3 (weight is 2 × 3 here and 2 × 8 there)." in said.message
    assert said.unused == ("dense_2",) and said.message.endswith("Not used of it: dense_2.")
    mine, theirs = weights(tmp_path / "b.runs", said.run), weights(*donor, which="best")
    assert torch.equal(mine["eyes.weight"], theirs["dense_1.weight"])
    assert torch.equal(mine["dense_3.bias"], theirs["dense_2.bias"])
    assert mine["dense_2.weight"].shape == (3, 8)


def test_layers_drawn_anew_are_found_by_name(tmp_path, donor):
    project = moons()
    nodes = tuple(n.updated(id=f"other{n.id}") for n in project.graph.nodes)
    links = tuple(k.updated(source=f"other{k.source}", target=f"other{k.target}") for k in project.graph.links)
    anew = still(project.with_graph(project.graph.updated(nodes=nodes, links=links)))
    assert told(begin(anew, tmp_path / "b.runs", donor)).layers == ("dense_1", "dense_2")


def test_averages_and_statistics_begin_with_what_was_taken_over(tmp_path):
    layers = (edits.make_layer("dense", units=4), edits.make_layer("batch_norm"))
    slow = {"averaging": {"kind": "ema", "decay": 0.9999, "warm_up": False}}
    folder = tmp_path / "a.runs"
    first = drive(moons(*layers), folder)[-1].run
    project = still(moons(*layers, **slow))
    said = told(begin(project, tmp_path / "b.runs", (folder, first)))
    mine, theirs = weights(tmp_path / "b.runs", said.run), weights(folder, first, "best")
    # Under the weights' own names stands the average, here of the weights before the first step and after it.
    assert torch.allclose(mine["dense_1.weight"], theirs["dense_1.weight"], atol=1e-6)
    seen = "batch_norm_1.num_batches_tracked"
    assert int(mine[seen]) == int(theirs[seen]) + 1, "the statistics are of the batches seen there, and of one here"


def test_nothing_that_fits_is_an_error_and_no_run(tmp_path, donor):
    other = moons(edits.make_layer("dense", units=5, bias=False), edits.make_layer("dense", units=7, bias=False))
    graph = other.graph
    last = graph.by_name["dense_3"]
    project = other.with_graph(edits.set_field(graph, last.id, "bias", False))
    events = begin(project, tmp_path / "b.runs", donor)
    assert [e.event for e in events] == ["run_ended"] and events[0].reason == "error"
    assert f"None of the weights of run {donor[1]} fits this network" in events[0].message
    assert RunStore(tmp_path / "b.runs").runs() == []


def test_a_run_that_is_not_there_or_left_nothing_is_refused(tmp_path, donor):
    missing = begin(moons(), tmp_path / "b.runs", (donor[0], "r0099"))[-1]
    assert missing.reason == "error" and "There is no run 'r0099'" in missing.message
    empty = drive(moons(), tmp_path / "c.runs", stop_after=2)[-1].run
    RunStore(tmp_path / "c.runs").weights_path(empty, "last").unlink()
    ended = begin(moons(), tmp_path / "b.runs", (tmp_path / "c.runs", empty))[-1]
    assert ended.reason == "error" and "has no last weights" in ended.message


def test_it_is_resumed_like_any_other_also_before_its_first_checkpoint(tmp_path, donor):
    whole = begin(moons(), tmp_path / "b.runs", donor, steps=10**6)[-1]
    stopped = begin(moons(), tmp_path / "c.runs", donor, steps=11)[-1]
    assert drive(moons(), tmp_path / "c.runs", resume=stopped.run)[-1].reason == "finished"
    control = Control()
    warm = WarmStart(run=donor[1], runs_dir=donor[0])
    running = run(
        RunSpec(project=moons(), runs_dir=tmp_path / "d.runs", device="cpu", threads=1, warm_start=warm),
        control,
        clock=ticking(),
    )
    first = next(running).run
    while next(running).event != "metrics":
        pass
    running.close()  # as a kill in the first epoch would
    assert drive(moons(), tmp_path / "d.runs", resume=first)[-1].reason == "finished"
    for folder, name in ((tmp_path / "c.runs", stopped.run), (tmp_path / "d.runs", first)):
        mine, theirs = weights(folder, name), weights(tmp_path / "b.runs", whole.run)
        assert all(torch.equal(mine[n], theirs[n]) for n in theirs)
