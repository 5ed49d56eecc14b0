"""Augmentation of every kind of data in runs: exactly repeatable, training only, honest metrics."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import torch
from training_helpers import drive, everything_of

from workbench.engine.check import check_project
from workbench.engine.data.augment.batches import BatchAugmenter
from workbench.engine.data.prepare import prepare
from workbench.engine.data.preprocess import InputPreprocess, TableEncoding
from workbench.engine.data.recipe import DataRecipe
from workbench.engine.document import Project
from workbench.engine.graph import edits
from workbench.engine.shapes import DataFacts, TargetFacts, batch
from workbench.engine.train.recipe import TrainingRecipe
from workbench.engine.train.setup import prepare_session

COUNT = 60
LABELS = np.arange(COUNT) % 3
LAYOUTS = {"image": "images", "series": "series", "tokens": "tokens", "table": "table"}


@pytest.fixture(scope="module")
def files(tmp_path_factory) -> Path:
    """An .npz file of each kind of data, 60 samples in three classes."""
    folder, draw = tmp_path_factory.mktemp("data"), np.random.default_rng(0)
    pictures = draw.integers(0, 100, (COUNT, 8, 8, 1)) + 50 * LABELS[:, None, None, None]
    ids = draw.integers(1, 20, (COUNT, 9))
    ids[::4, 6:] = 0
    parts = {
        "image": pictures.astype(np.uint8),
        "series": draw.normal(size=(COUNT, 12, 2)).astype(np.float32) + LABELS[:, None, None],
        "tokens": ids,
        "table": draw.normal(size=(COUNT, 5)).astype(np.float32) + LABELS[:, None],
    }
    for kind, values in parts.items():
        np.savez(folder / f"{kind}.npz", x=values, y=LABELS)
    return folder


def project_of(files: Path, kind: str, augment: object, *, units: int = 3, loss: object = "auto", **data) -> Project:
    first = {
        "image": [edits.make_layer("input", shape=(1, 8, 8)), edits.make_layer("flatten")],
        "series": [edits.make_layer("input", shape=(12, 2)), edits.make_layer("flatten")],
        "tokens": [
            edits.make_layer("input", shape=(9,), dtype="int64"),
            edits.make_layer("embedding", dimensions=4, vocabulary=20),
            edits.make_layer("flatten"),
        ],
        "table": [edits.make_layer("input", shape=(5,))],
    }[kind]
    graph = edits.chain(*first, edits.make_layer("dense", units=units), edits.make_layer("output"))
    ids = {node.id: f"n{place}" for place, node in enumerate(graph.nodes)}
    graph = graph.updated(
        nodes=tuple(n.updated(id=ids[n.id]) for n in graph.nodes),
        links=tuple(k.updated(source=ids[k.source], target=ids[k.target]) for k in graph.links),
    )
    source = {"kind": "npz", "path": str(files / f"{kind}.npz"), "layout": LAYOUTS[kind]}
    recipe = DataRecipe.model_validate({"source": source, "augment": augment, **data})
    settings = TrainingRecipe.model_validate({"loss": loss, "batch_size": 16, "epochs": 3, "learning_rate": 0.01})
    return Project(data=recipe, training=settings).with_graph(graph)


MIXED = ["rotate", {"kind": "mixup", "alpha": 1.0}, "cutmix"]
CASES = [
    ("image", "trivial"),
    ("image", MIXED),
    ("series", "series_strong"),
    ("tokens", "text_strong"),
    ("table", "table_strong"),
]


@pytest.mark.parametrize(("kind", "augment"), CASES)
def test_stopped_and_resumed_is_byte_identical(tmp_path, files, kind, augment):
    project = project_of(files, kind, augment, balance="class_weights")
    assert not check_project(project, prepare(project.data).facts).problems
    whole = drive(project, tmp_path / "whole.runs")
    assert whole[-1].reason == "finished"
    run = ""
    for stop_after in (2, 3):
        run = drive(project, tmp_path / "parts.runs", resume=run, stop_after=stop_after)[-1].run
    assert drive(project, tmp_path / "parts.runs", resume=run)[-1].reason == "finished"
    one, other = (everything_of(tmp_path / f"{n}.runs", r) for n, r in (("parts", run), ("whole", whole[0].run)))
    assert one.keys() == other.keys() and all(torch.equal(one[name], other[name]) for name in one)
    plain = drive(project_of(files, kind, ()), tmp_path / "plain.runs")
    changed = everything_of(tmp_path / "plain.runs", plain[0].run)
    assert not all(torch.equal(one[n], changed[n]) for n in one if n in changed), "augmentation changes what is learnt"


@pytest.mark.parametrize(("kind", "augment"), CASES)
def test_validation_sees_samples_as_they_are(files, kind, augment):
    session, plain = (
        prepare_session(p, prepare(p.data), torch.device("cpu"), run="r", threads=1)
        for p in (project_of(files, kind, augment), project_of(files, kind, ()))
    )
    assert session.augmenter is not None and plain.augmenter is None
    (one,), (other,) = session.validation.slice(0, 5)[0], plain.validation.slice(0, 5)[0]
    assert torch.equal(one, other)
    index = session.order(0)[:16]
    raw = session.train.gather(index)[0]
    (made,), _ = session.augmenter(raw, 0, 0)
    (fed,) = plain.train.gather(index)[0]
    assert made.shape == fed.shape and made.dtype == fed.dtype and not torch.equal(made, fed)


@pytest.mark.parametrize(
    ("loss", "units", "balance"),
    [
        ("auto", 3, "none"),
        ("binary_cross_entropy", 3, "class_weights"),
        ("focal", 3, "balanced_batches"),
        ("auto", 3, "logit_adjusted"),
    ],
)
def test_mixing_with_every_kind_of_loss(tmp_path, files, loss, units, balance):
    project = project_of(files, "image", MIXED, units=units, loss=loss, balance=balance)
    assert drive(project, tmp_path / "a.runs")[-1].reason == "finished"


def test_the_accuracy_of_mixed_batches_takes_what_makes_up_most(tmp_path, files, monkeypatch):
    """A network that knows each picture's class is right about a picture of which 70 % are its own, wrong about 30 %."""
    from workbench.engine.data.augment import mixing

    shares = torch.tensor([0.7, 0.3]).repeat(8)

    def fixed(self, pictures, generator, partner=None):
        count = len(pictures)
        return pictures, mixing.Mix(torch.arange(count).roll(1), shares[:count])

    monkeypatch.setattr(mixing.Mixer, "__call__", fixed)
    session = prepare_session(
        project_of(files, "image", ["cutmix"]),
        prepare(project_of(files, "image", ["cutmix"]).data),
        torch.device("cpu"),
        run="r",
        threads=1,
    )
    raw, targets = session.train.slice(0, 16)
    _, mix = session.augmenter(raw, 0, 0)
    assert mix is not None
    perfect = torch.nn.functional.one_hot(targets[0], 3).float()
    goal = session.objective.goals[0]
    measured = goal.measure(perfect, session.objective.mixed_targets(targets, mix)[0])
    differing = targets[0] != targets[0].roll(1)
    assert (measured[(shares >= 0.5) | ~differing] == 1).all() and (measured[(shares < 0.5) & differing] == 0).all()


def test_steps_follow_the_mixed_loss_and_are_measured_by_it(tmp_path, files):
    """The first step of a run against the same batch, mixed and judged by hand."""
    project = project_of(files, "image", MIXED)
    first = next(e for e in drive(project, tmp_path / "a.runs") if e.event == "metrics")
    session = prepare_session(project, prepare(project.data), torch.device("cpu"), run="r", threads=1)
    raw, (target,) = session.train.gather(session.order(0)[:16])
    inputs, mix = session.augmenter(raw, 0, 0)
    assert mix is not None and 2 <= (mix.share < 0.5).sum() <= 12
    logits = session.module(*inputs)
    one_hot, share = torch.eye(3)[target], mix.share.unsqueeze(1)
    soft = share * one_hot + (1 - share) * one_hot[mix.partner]
    plain = torch.nn.functional.cross_entropy(logits, target)
    loss = torch.nn.functional.cross_entropy(logits, soft)
    assert first.values["loss"][0] == pytest.approx(loss.item(), rel=1e-5) != pytest.approx(plain.item(), rel=1e-3)
    right = (logits.argmax(1) == torch.where(mix.share >= 0.5, target, target[mix.partner])).float().mean()
    assert first.values["accuracy"][0] == pytest.approx(right.item())
    assert right != (logits.argmax(1) == target).float().mean(), "the example tells the two apart"


class TestWhatDoesNotFit:
    def problems(self, project: Project, facts: DataFacts | None = None) -> list[tuple[str, str]]:
        found = check_project(project, facts or prepare(project.data).facts).problems
        return [(p.code, str(p)) for p in found if p.code.startswith("data.")]

    @pytest.mark.parametrize(
        ("kind", "augment", "words"),
        [
            ("table", "medium", "The augmentation of pictures has no effect"),
            ("image", "text_light", "The augmentation of texts has no effect"),
            ("tokens", "series_light", "The augmentation of series has no effect"),
            ("series", "table_light", "The augmentation of tables has no effect"),
        ],
    )
    def test_operations_for_other_data(self, files, kind, augment, words):
        ((code, said),) = self.problems(project_of(files, kind, augment))
        assert code == "data.augment_kind" and words in said and "data.augment=none" in said

    @pytest.mark.parametrize("kind", ["image", "series", "table"])
    def test_a_scaling_by_column_is_for_tables(self, files, kind):
        project = project_of(files, kind, [])
        project = project.updated(data=project.data.updated(scaling="robust"))
        found = [code for code, _ in self.problems(project)]
        assert found == ([] if kind == "table" else ["data.scaling_by_column"])

    def test_one_that_fits_and_one_that_does_not(self, files):
        ((code, said),) = self.problems(project_of(files, "series", ["jitter", "rotate", "erase"]))
        assert code == "data.augment_kind" and "Rotate, Erase" in said and "Time warp" in said

    def test_mixing_needs_a_single_input(self, files):
        project = project_of(files, "image", ["mixup"])
        graph = edits.add_node(project.graph, edits.make_layer("input", shape=(4,)))
        facts = DataFacts(
            {"x": batch(1, 8, 8), "more": batch(4)}, {"y": TargetFacts("classification", ("a", "b", "c"))}
        )
        codes = [code for code, _ in self.problems(project.with_graph(graph), facts)]
        assert "data.mix_inputs" in codes

    @pytest.mark.parametrize(
        ("augment", "code"), [("trivial", "data.augment_moves"), (["mixup"], "data.mix_target"), (["blur"], "")]
    )
    def test_of_pictures_that_are_to_be_reconstructed(self, files, augment, code):
        facts = DataFacts({"x": batch(1, 8, 8)}, {"y": TargetFacts("reconstruction")})
        found = [c for c, _ in self.problems(project_of(files, "image", augment), facts)]
        assert found == ([code] if code else [])

    def test_wide_categories_of_a_table_are_no_text(self, files):
        facts = DataFacts(
            {"features": batch(5), "categories": batch(2, dtype="int64")},
            {"y": TargetFacts("classification", ("a", "b", "c"))},
        )
        found = dict(self.problems(project_of(files, "table", "text_light"), facts))
        said = found["data.augment_kind"]
        assert "texts" in said and "Blank cells" in said
        found = dict(self.problems(project_of(files, "table", "table_light", balance="smote"), facts))
        assert "data.augment_kind" not in found and "one-hot" in found["data.smote_data"]

    def test_wide_categories_stay_as_they_are(self):
        table = TableEncoding(numbers=(), fills=())
        how = InputPreprocess(kind="tokens", shape=(2,), columns=("town", "trade"), vocabulary=50, table=table)
        augmenter = BatchAugmenter(DataRecipe().updated(augment="text_strong"), [how], 0, torch.device("cpu"))
        ids = torch.randint(0, 50, (30, 2), generator=torch.Generator().manual_seed(0))
        assert torch.equal(augmenter((ids,), 0, 0)[0][0], ids)
