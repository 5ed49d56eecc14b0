"""Searches: they find what is good, end bad trials early, live through failures, and go on from their record."""

from __future__ import annotations

import math

import pytest
from study_helpers import moons
from test_study_space import search

from workbench.engine.document import Project
from workbench.engine.runs.store import RunStore
from workbench.engine.runs.studies import list_studies
from workbench.engine.study.events import MemberEnded, MemberStarted
from workbench.engine.study.members import Outcome
from workbench.engine.study.recipe import Search
from workbench.engine.study.search import Trials, best_of, importances
from workbench.engine.train.events import EpochDone

from test_study_runner import play  # isort: skip


def asked(project: Project, wanted: Search, **more: object) -> Project:
    return project.updated(study=project.study.updated(search=wanted, **more))


def drive(
    project: Project, folder, score, *, trials: int, epochs: int = 5, before=None
) -> tuple[Trials, list[Outcome]]:
    """A search whose runs are played: ``score(values, epoch)`` is the goal."""
    source = Trials(project, before or {}, RunStore(folder / "none.runs"), parallel=False)
    outcomes = []
    while len(outcomes) < trials and (member := source.next()) is not None:
        reason, metrics, best = "finished", {}, math.inf
        for epoch in range(1, epochs + 1):
            value = score(member.values, epoch)
            if value < best:
                best, metrics = value, {"val_loss": value}
            event = EpochDone(
                run="r", time=0.0, epoch=epoch, step=epoch, metrics={"val_loss": value}, best=True, seconds=1.0
            )
            if source.heard(member, event):
                reason = "pruned"
                break
        outcome = Outcome(member, "r", reason, metrics, "")
        source.ended(outcome)
        outcomes.append(outcome)
    return source, outcomes


def bowl(values: dict, epoch: int) -> float:
    """Best at a rate of 0.01, better with every epoch."""
    return (math.log10(values["training.learning_rate"]) + 2) ** 2 + 1.0 / epoch


def test_tpe_learns_where_it_is_good(tmp_path):
    wanted = search("training.learning_rate=1e-5..10.0:log", trials=40, pruning="none", sampler="tpe", seed=1)
    _, tpe = drive(asked(moons(), wanted), tmp_path, bowl, trials=40)
    _, drawn = drive(asked(moons(), wanted.updated(sampler="random")), tmp_path, bowl, trials=40)
    late = [o.value for o in tpe[20:]]
    assert sum(late) / 20 < 0.5 * sum(o.value for o in drawn[20:]) / 20
    assert len({o.member.values["training.learning_rate"] for o in drawn}) == 40


def test_bad_trials_end_early_and_never_the_first_ones(tmp_path):
    wanted = search("training.learning_rate=1e-5..10.0:log", trials=30, sampler="random", pruning="median")
    _, outcomes = drive(asked(moons(), wanted), tmp_path, bowl, trials=30, epochs=10)
    pruned = [o for o in outcomes if o.reason == "pruned"]
    assert 5 < len(pruned) < 25
    assert all(o.reason == "finished" for o in outcomes[:4])
    finished = [o.value for o in outcomes if o.reason == "finished"]
    assert min(finished) < min(o.value for o in pruned)


def test_hyperband_gives_most_trials_few_epochs(tmp_path):
    wanted = search("training.learning_rate=1e-5..10.0:log", trials=30, sampler="random", pruning="hyperband")
    _, outcomes = drive(asked(moons(epochs=9), wanted), tmp_path, bowl, trials=30, epochs=9)
    assert sum(o.reason == "pruned" for o in outcomes) > 8


def test_a_grid_is_tried_once_and_then_it_is_over(tmp_path):
    wanted = search(
        "training.learning_rate=1e-3..1e-1:log", "training.optimizer=adam,sgd", sampler="grid", points=3, trials=100
    )
    source, outcomes = drive(asked(moons(), wanted), tmp_path, bowl, trials=1000)
    assert source.total == 6 and len(outcomes) == 6
    assert len({tuple(o.member.values.items()) for o in outcomes}) == 6
    assert {o.member.project.training.optimizer.kind for o in outcomes} == {"adam", "sgd"}


def test_fields_of_a_family_are_drawn_only_where_they_are(tmp_path):
    wanted = search("training.optimizer.momentum=0.1..0.9", "training.optimizer=adam,sgd", trials=12, sampler="random")
    project = asked(moons(), wanted)
    source = Trials(project, {}, RunStore(tmp_path), parallel=False)
    members = [source.next() for _ in range(12)]
    for member in members:
        kind = member.values["training.optimizer"]
        assert ("training.optimizer.momentum" in member.values) == (kind == "sgd")
        assert member.project.training.optimizer.kind == kind and not member.problem


def test_the_time_ends_a_search(tmp_path):
    wanted = search("training.learning_rate=1e-3..1e-1:log", minutes=1e-9)
    assert Trials(asked(moons(), wanted), {}, RunStore(tmp_path), parallel=False).next() is None


def test_a_goal_that_is_not_measured_ends_it_with_a_sentence(tmp_path):
    wanted = search("training.learning_rate=1e-3..1e-1:log", goal="val_beauty", trials=5)
    said = play(asked(moons(), wanted, workers=1), tmp_path, kind="search")
    assert said[-1].reason == "error"
    assert "val_beauty" in said[-1].message and "val_accuracy" in said[-1].message
    assert len([s for s in said if isinstance(s, MemberEnded)]) == 1


def test_a_real_search_records_trials_as_runs_and_lives_through_failures(tmp_path):
    """The units of the last layer must be two: every other trial has its sentence, and the search goes on."""
    wanted = search(
        "networks.model.dense_2.units=2,3", "training.learning_rate=1e-3..1e-1:log", trials=6, sampler="random"
    )
    said = play(asked(moons(epochs=2), wanted), tmp_path, kind="search")
    ended = sorted((s for s in said if isinstance(s, MemberEnded)), key=lambda s: s.number)
    assert len(ended) == 6
    for one in ended:
        good = one.values["networks.model.dense_2.units"] == "2"
        assert (one.reason in ("finished", "pruned")) == good
        assert ("one for each class" in one.message) == (not good)
        assert bool(one.run) == good
    finished = [s for s in ended if s.reason == "finished"]
    last = said[-1]
    assert last.reason == "finished" and last.value == min(s.value for s in finished)
    assert last.best == next(s.number for s in finished if s.value == last.value)
    store = RunStore(tmp_path / "a.runs")
    runs = {r.id: r for r in store.runs()}
    assert {r.study for r in runs.values()} == {last.study}
    begun = [s for s in said if isinstance(s, MemberStarted)]
    for one in begun:
        assert store.project(one.run).training.learning_rate == one.values["training.learning_rate"]
    # What a trial was is what its run was asked for; the study's own project is as it was.
    (row,) = list_studies(store.runs_dir)
    assert Project.model_validate(row.body["project"]).training.learning_rate == 0.01
    assert best_of(wanted, row.members)["number"] == last.best


def test_a_search_goes_on_from_its_record(tmp_path):
    wanted = search("training.learning_rate=1e-4..1e-1:log", trials=5, pruning="none")
    project = asked(moons(epochs=3), wanted, workers=1)

    def stop(runner, one):
        if isinstance(one, MemberEnded) and one.number == 1:
            runner.stop()

    first = play(project, tmp_path, kind="search", on=stop)
    assert first[-1].reason == "stopped"
    (row,) = list_studies(tmp_path / "a.runs")
    drawn = {m["number"]: m["values"] for m in row.members}
    second = play(moons(), tmp_path, kind="search", resume=row.id)
    assert second[-1].reason == "finished"
    (row,) = list_studies(tmp_path / "a.runs")
    assert [m["number"] for m in row.members] == [0, 1, 2, 3, 4]
    assert all(m["reason"] == "finished" for m in row.members)
    for number, values in drawn.items():
        assert row.members[number]["values"] == values  # also of the one that was broken off
    assert len({str(m["values"]) for m in row.members}) == 5


def test_what_was_learnt_is_taken_up(tmp_path):
    """Twenty recorded trials teach the sampler what twenty of its own would."""
    wanted = search("training.learning_rate=1e-5..10.0:log", trials=40, pruning="none", seed=3)
    _, first = drive(asked(moons(), wanted), tmp_path, bowl, trials=20)
    before = {
        o.member.number: {
            "number": o.member.number, "reason": o.reason, "values": o.member.values, "value": o.value, "run": "",
        }
        for o in first
    }  # fmt: skip
    _, rest = drive(asked(moons(), wanted), tmp_path, bowl, trials=20, before=before)
    assert [o.member.number for o in rest] == list(range(20, 40))
    assert sum(o.value for o in rest) < 0.7 * sum(o.value for o in first)
    found = importances(wanted, [*before.values()])
    assert found == {"training.learning_rate": pytest.approx(1.0)}
    assert importances(wanted, [before[0]]) == {}


def test_diverged_trials_tell_the_sampler_to_keep_away(tmp_path):
    wanted = search("training.learning_rate=1e-5..10.0:log", trials=40, pruning="none", seed=0)
    source = Trials(asked(moons(), wanted), {}, RunStore(tmp_path), parallel=False)
    late = 0
    for k in range(40):
        member = source.next()
        bad = member.values["training.learning_rate"] > 0.1
        late += bad and k >= 20
        reason, metrics = ("diverged", {}) if bad else ("finished", {"val_loss": bowl(member.values, 1)})
        source.ended(Outcome(member, "r", reason, metrics, ""))
    assert late <= 4
