"""Every setting of a recipe either changes how a GAN is trained, or is told to have no effect, or is refused."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import pytest
import torch
from gan_helpers import gan, generator, points
from training_helpers import drive, everything_of, moons, ticking

from workbench.engine.check import check_project
from workbench.engine.data.balance import Balance
from workbench.engine.data.prepare import prepare
from workbench.engine.data.recipe import DataRecipe
from workbench.engine.document import Project
from workbench.engine.fields import fields_of
from workbench.engine.graph import edits
from workbench.engine.graph.model import Link
from workbench.engine.graph.problems import Problem
from workbench.engine.project.settings import apply_setting, apply_settings, known_paths
from workbench.engine.runs.store import RunStore
from workbench.engine.train.averages import EMA
from workbench.engine.train.checkpoint import read_snapshot
from workbench.engine.train.control import Control
from workbench.engine.train.events import EpochDone
from workbench.engine.train.gan.distance import SlicedDistance, by_weight, spread
from workbench.engine.train.gan.losses import discriminator_loss
from workbench.engine.train.layerwise import LayerTraining
from workbench.engine.train.recipe import TrainingRecipe
from workbench.engine.train.regularization import Regularization
from workbench.engine.train.run import run
from workbench.engine.train.runspec import RunSpec, WarmStart
from workbench.engine.train.stopping import Stopping

REFUSED = {"optimizer=lbfgs": "training.gan_optimizer", "averaging=swa": "training.gan_swa"}

OF_LATER_EPOCHS = {
    "schedule=step": ("schedule=step", "schedule.every=1"),
    "schedule=multi_step": ("schedule=multi_step", "schedule.milestones=1"),
}
"""Members that change nothing in two epochs unless more is set."""


def members(field: str) -> list[tuple[str, ...]]:
    """Settings of every member of a family but the usual one."""
    family = next(s.family for s in fields_of(TrainingRecipe) if s.name == field)
    usual = getattr(points().training, field).kind
    # A plateau needs epochs that get no better; it has a test of its own.
    kinds = [f"{field}={kind}" for kind in family.members if kind not in (usual, "plateau")]
    return [OF_LATER_EPOCHS.get(kind, (kind,)) for kind in kinds]


ROLES = ("generator", "discriminator")

CHANGES: dict[str, list[tuple[str, ...]]] = {
    "objective": [
        ("objective.loss=least_squares",),
        ("objective.discriminator_steps=2",),
        ("objective.smoothing=0.1",),
    ],
    "optimizer": members("optimizer"),
    "learning_rate": [("learning_rate=0.01",)],
    "weight_decay": [("weight_decay=0.1",)],
    "batch_size": [("batch_size=20",)],
    "epochs": [("epochs=3",)],
    "schedule": members("schedule"),
    "warmup": [("warmup=1",)],
    "seed": [("seed=1",)],
    "averaging": members("averaging"),
    "initialization": members("initialization"),
    "regularization.l1": [("regularization.l1=0.01",)],
    "regularization.clip_norm": [("regularization.clip_norm=0.01",)],
    "regularization.clip_value": [("regularization.clip_value=0.001",)],
    "regularization.max_norm": [("regularization.max_norm=0.5",)],
    "regularization.weights_only": [("regularization.weights_only=true",)],
    "layers.frozen": [tuple(f"layers.{role}.dense_1.frozen=true" for role in ROLES)],
    "layers.rate": [tuple(f"layers.{role}.dense_1.rate=3" for role in ROLES)],
    "layers.initialization": [tuple(f"layers.{role}.dense_1.initialization=orthogonal" for role in ROLES)],
}
"""By field, settings that give both networks other weights, or are refused."""

NO_EFFECT = {
    "loss": "training.gan_other_loss",
    "metrics": "training.gan_metrics",
    "accumulation": "training.gan_accumulation",
    "privacy": "training.gan_privacy",
    "precision": "training.gan_precision",
    "memory_format": "training.gan_memory_format",
    "compile": "training.gan_compile",
}
"""By field, the problem that tells of a value that is of no use, or refuses it. A form hides the field until it has one."""

ELSEWHERE = {
    "stopping.patience": "test_early_stopping_goes_by_the_distance",
    "stopping.min_delta": "test_early_stopping_goes_by_the_distance",
    "stopping.monitor": "test_early_stopping_goes_by_the_distance",
    "stopping.restore_best": "test_early_stopping_goes_by_the_distance",
    "health": "a form hides it, and it changes no result anyway",
    "cuda_graphs": "a form hides it, and it changes no result anyway",
    "processes": "test_several_processes_refuse_a_game",
}

IDLE_VALUES = {
    "metrics": "accuracy",
    "accumulation": "2",
    "precision": "bf16",
    "memory_format": "channels_last",
    "compile": "true",
}


def fields() -> Iterator[str]:
    """Every field of a recipe, those of its nested values by path."""
    nested = {"regularization": Regularization, "stopping": Stopping, "layers": LayerTraining}
    for spec in fields_of(TrainingRecipe):
        if spec.name in nested:
            yield from (f"{spec.name}.{inner}" for inner in nested[spec.name].model_fields)
        else:
            yield spec.name


def problems_of(project: Project) -> tuple[Problem, ...]:
    return check_project(project, prepare(project.data).facts).problems


@cache
def learnt(*settings: str) -> dict[str, torch.Tensor]:
    """The weights that a short run leaves."""
    # With decay, so that what spares weights from it shows.
    project = apply_settings(points(epochs=2, weight_decay=0.05), settings)
    with TemporaryDirectory() as folder:
        ended = drive(project, Path(folder) / "a.runs")[-1]
        assert ended.reason == "finished", ended.message
        found = everything_of(Path(folder) / "a.runs", ended.run)
    return {n: t for n, t in found.items() if not n.startswith("train/")}


def test_every_field_of_a_recipe_is_looked_at():
    assert set(fields()) == CHANGES.keys() | NO_EFFECT.keys() | ELSEWHERE.keys()


@pytest.mark.parametrize("settings", [case for cases in CHANGES.values() for case in cases], ids="+".join)
def test_what_has_an_effect_changes_the_weights_of_both_networks_or_is_refused(settings):
    asked = [f"training.{setting}" for setting in settings]
    codes = [p.code for p in problems_of(apply_settings(points(), asked)) if p.severity == "error"]
    if settings[0] in REFUSED:
        assert codes == [REFUSED[settings[0]]]
        return
    assert not codes
    base, found = learnt(), learnt(*asked)
    for role in ROLES:
        assert any(not torch.equal(base[n], found[n]) for n in base if n.startswith(role)), role


@pytest.mark.parametrize("field", NO_EFFECT)
def test_what_has_no_effect_is_told_with_a_cure_and_hidden_until_it_is_set(field):
    project = points()
    family = next((s.family for s in fields_of(TrainingRecipe) if s.name == field), None)
    values = [IDLE_VALUES[field]] if field in IDLE_VALUES else [k for k in family.members if k not in ("auto", "none")]
    assert field not in project.training.used_fields()
    assert field not in {p.removeprefix("training.").partition(".")[0] for p in searchable_paths(project)}
    for value in values:
        changed = apply_setting(project, f"training.{field}", value)
        assert field in changed.training.used_fields(), "what can be wrong must be seen"
        (problem,) = [p for p in problems_of(changed) if p.code == NO_EFFECT[field]]
        assert problem.severity in ("warning", "error")
        (cure,) = problem.remedies
        cured = apply_setting(changed, cure.path, cure.value)
        assert problems_of(cured) == ()


def searchable_paths(project: Project) -> set[str]:
    from workbench.engine.study.space import searchable

    return {path for path, _, _ in searchable(project)}


def test_a_single_network_uses_every_field():
    assert moons().training.used_fields() == tuple(TrainingRecipe.model_fields)


@pytest.mark.parametrize("kind", [k for k in Balance.members if k != "none"])
def test_no_balance_has_an_effect_and_each_is_told(kind):
    found = problems_of(apply_setting(points(), "data.balance", kind))
    assert [p.code for p in found] == ["training.gan_balance"]


def test_every_option_of_the_data_is_looked_at():
    """Sources, cleaning, scaling and the split make samples before any network sees them."""
    before = {"source", "scaling", "cleaning", "text", "split", "excluded"}
    of_targets = {"predict", "target_scaling"}
    told = {"balance", "augment", "augment_edges"}
    assert set(DataRecipe.model_fields) == before | of_targets | told
    assert {p.partition(".")[0] for p in known_paths(points())} >= {"training", "data"}


@pytest.mark.parametrize("how", ["stopping.patience=1", "stopping.min_delta=0.5", "stopping.restore_best=false"])
def test_early_stopping_goes_by_the_distance(tmp_path, how):
    """Waiting for one epoch only, a GAN whose rate is too small to move ends after its second."""
    settings = ["training.stopping.patience=1", "training.learning_rate=1e-9", f"training.{how}"]
    events = drive(apply_settings(points(epochs=9), settings), tmp_path / "a.runs")
    epochs = [e for e in events if isinstance(e, EpochDone)]
    distances = [e.metrics["val_distance"] for e in epochs]
    least = 0.5 if "min_delta" in how else 0.0
    assert events[-1].reason == "early_stopped"
    assert "val_distance has not got better" in events[-1].message
    assert distances[-1] >= min(distances[:-1]) - least
    other = [*settings[:2], "training.stopping.monitor=generator_loss"]
    said = drive(apply_settings(points(epochs=9), other), tmp_path / "b.runs")[-1]
    assert said.reason == "finished" or "generator_loss" in said.message


def test_a_plateau_goes_by_the_distance_with_and_without_validation(tmp_path):
    for validation in (0.2, 0.0):
        schedule = {"kind": "plateau", "patience": 0, "threshold": 0.9}
        project = points(validation=validation, epochs=3, schedule=schedule)
        folder = tmp_path / f"{validation}.runs"
        ended = drive(project, folder)[-1]
        assert ended.reason == "finished", ended.message
        _, rates = RunStore(folder).series(ended.run)["learning_rate"]
        assert rates[-1] < rates[0], "nothing gets better by nine tenths in an epoch"


def test_averaged_weights_are_what_is_kept_and_measured(tmp_path):
    still = {"averaging": EMA(decay=0.999999, warm_up=False)}
    for name, more in (("plain", {}), ("averaged", still)):
        drive(points(epochs=2, learning_rate=0.05, **more), tmp_path / f"{name}.runs")
    found = {
        name: everything_of(tmp_path / f"{name}.runs", RunStore(tmp_path / f"{name}.runs").newest().id)
        for name in ("plain", "averaged")
    }
    first = drive(points(epochs=1, learning_rate=1e-30), tmp_path / "first.runs")[-1]
    begun = everything_of(tmp_path / "first.runs", first.run)
    name = "generator.dense_1.weight"
    # The average begins with what the first step left.
    assert (found["averaged"][name] - begun[name]).abs().max() < 0.051
    assert (found["plain"][name] - begun[name]).abs().max() > 0.1


def test_a_layer_that_draws_samples_is_told_to_be_without_its_divergence():
    graph = points().networks["generator"]
    body = graph.by_name["relu_1"].id
    graph = edits.add_node(graph, edits.make_layer("sampling"))
    sampling = graph.nodes[-1].id
    for port in ("mean", "log_variance"):
        graph = edits.connect(graph, Link(source=body, target=sampling, target_port=port))
    found = problems_of(points().with_graph(graph, "generator"))
    assert "training.gan_divergence" in {p.code for p in found}


# Weights of samples


def test_weights_count_in_the_loss_of_real_samples():
    real, fake = torch.tensor([2.0, -1.0]), torch.tensor([-3.0, 0.5])
    for kind in ("non_saturating", "least_squares", "wasserstein_gp"):
        plain = discriminator_loss(kind, real, fake)
        assert torch.equal(discriminator_loss(kind, real, fake, weights=torch.ones(2)), plain)
        only = discriminator_loss(kind, real, fake, weights=torch.tensor([2.0, 0.0]))
        assert torch.allclose(only, discriminator_loss(kind, real[:1], fake))


def test_weights_say_how_often_a_sample_is_compared_with():
    assert by_weight(torch.tensor([1.0, 0.0, 3.0, 0.0])).tolist() == [0, 2, 2, 2]
    assert by_weight(torch.zeros(3)).tolist() == [0, 1, 2]
    assert by_weight(torch.ones(5)).tolist() == [0, 1, 2, 3, 4]


def test_what_is_compared_is_from_all_over_the_data():
    """Of samples that are sorted by class, the first ones would be of one class."""
    assert spread(10, 4).tolist() == [0, 2, 5, 7]
    assert spread(3, 4).tolist() == [0, 1, 2]
    measure = SlicedDistance(torch.arange(5000.0)[spread(5000, 2048)].unsqueeze(1))
    assert measure.count == 2048


def test_a_weighed_cloud_is_what_is_learnt(tmp_path):
    """Of two clouds, one has the weight 0: no sample is made there."""
    random = np.random.RandomState(0)
    where = np.repeat([-2.0, 2.0], 200)
    rows = where[:, None] + 0.1 * random.randn(400, 2)
    path = tmp_path / "clouds.csv"
    lines = [f"{x:.4f},{y:.4f},{int(w > 0)},{'b' if w > 0 else 'a'}" for (x, y), w in zip(rows, where, strict=True)]
    path.write_text("x,y,counts,cloud\n" + "\n".join(lines))
    base = points()
    columns = [{"name": "counts", "role": "weight"}, {"name": "cloud", "role": "target"}]
    project = gan(
        {"source": {"kind": "table", "path": str(path), "columns": columns}},
        dict(base.networks),
        aim={"loss": "least_squares", "samples_every": 0},
        epochs=40,
        learning_rate=0.01,
        batch_size=64,
    )
    ended = drive(project, tmp_path / "a.runs")[-1]
    assert ended.reason == "finished", ended.message
    from workbench.engine.evaluate.generator import load_generator

    made = load_generator(RunStore(tmp_path / "a.runs"), ended.run).make(200)
    assert (made.mean(axis=1) > 0.5).mean() > 0.95


# Weights of another run


def begun(project: Project, folder: Path, donor: tuple[Path, str]) -> list:
    """The events of a run that begins with another one's weights."""
    warm = WarmStart(run=donor[1], runs_dir=donor[0])
    spec = RunSpec(project=project, runs_dir=folder, device="cpu", threads=1, warm_start=warm)
    return list(run(spec, Control(), clock=ticking()))


@pytest.fixture(scope="module")
def donor(tmp_path_factory) -> tuple[Path, str]:
    folder = tmp_path_factory.mktemp("donor") / "a.runs"
    return folder, drive(points(epochs=1), folder)[-1].run


def test_both_networks_begin_with_another_runs_weights(tmp_path, donor):
    events = begun(points(epochs=1, learning_rate=1e-30), tmp_path / "b.runs", donor)
    said = next(e for e in events if e.event == "warm_started")
    assert {name.partition(":")[0] for name in said.layers} == set(ROLES)
    assert said.message == f"The weights of run {donor[1]} fill 4 of 4 layers, 100 % of the numbers."
    theirs = read_snapshot(RunStore(donor[0]).weights_path(donor[1], "best")).weights
    mine = everything_of(tmp_path / "b.runs", said.run)
    assert all(torch.allclose(mine[n], t) for n, t in theirs.items())


def test_a_network_that_fits_nowhere_begins_afresh_and_is_named(tmp_path, donor):
    wider = points(epochs=1).with_graph(generator(2, width=24), "generator")
    events = begun(wider, tmp_path / "b.runs", donor)
    said = next(e for e in events if e.event == "warm_started")
    assert "Begun afresh: generator: dense_1 (weight is 24 × 8 here and 16 × 8 there" in said.message
    assert all(name.startswith("discriminator: ") for name in said.layers)


@pytest.mark.parametrize("single", [True, False])
def test_a_single_network_and_a_gan_take_over_nothing_from_each_other(tmp_path, donor, single):
    if not single:
        donor = tmp_path / "m.runs", drive(moons(epochs=1), tmp_path / "m.runs")[-1].run
    ended = begun(moons(epochs=1) if single else points(epochs=1), tmp_path / "b.runs", donor)[-1]
    assert ended.reason == "error"
    trained, trains = "a generator and a discriminator", "a model"
    one, other = (trained, trains) if single else (trains, trained)
    assert f"trained {one}, and this project trains {other}" in ended.message
