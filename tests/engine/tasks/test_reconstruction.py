"""Autoencoders: the target is the input, which is neither copied nor augmented."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import pytest
import torch
from PIL import Image
from sklearn.datasets import load_digits
from task_data import trained_autoencoder
from trained import Trained

from workbench.cli.results import predict_files
from workbench.engine.check import check_project
from workbench.engine.data.apply import inverse_inputs, transform_inputs
from workbench.engine.data.echo import make_split_feed
from workbench.engine.data.prepare import prepare, prepare_raw
from workbench.engine.data.raw import RawData, RawInput, RawTarget, autoencoding
from workbench.engine.data.recipe import DataRecipe
from workbench.engine.document import MODEL, Project
from workbench.engine.errors import DataError
from workbench.engine.evaluate.predict import Predictor
from workbench.engine.evaluate.report import evaluate_run
from workbench.engine.export.request import ExportRequest
from workbench.engine.export.run import export_run
from workbench.engine.graph import edits
from workbench.engine.project.first_network import baseline
from workbench.engine.project.samples import sample
from workbench.engine.project.settings import apply_settings
from workbench.engine.shapes import DataFacts, TargetFacts, batch
from workbench.engine.train.setup import prepare_session

pytestmark = pytest.mark.filterwarnings("ignore:`isinstance.treespec, LeafSpec.` is deprecated:FutureWarning")
CPU = torch.device("cpu")


@pytest.mark.parametrize(
    "shape", [(1, 8, 8), (3, 33, 47), (1, 28, 28), (3, 96, 72), (1, 4, 5), (3, 2, 2), (7,), (1,), (40, 3)]
)
def test_the_first_network_ends_as_it_begins_and_is_narrow_in_between(shape: tuple[int, ...]):
    facts = DataFacts({"x": batch(*shape)}, {"again": TargetFacts("reconstruction", input="x", shape=shape)})
    graph = baseline(facts)
    inference = check_project(Project(networks={MODEL: graph}), facts)
    assert not [p for p in inference.errors if p.code != "data.no_source"]
    sizes = [info.output.size for info in inference.nodes.values() if info.output is not None]
    assert min(sizes) <= max(1, int(np.prod(shape)) // 3)


@pytest.mark.parametrize(
    ("shape", "layers"),
    [
        ((1, 8, 8), [("conv2d", {"filters": 5})]),
        ((1, 8, 8), [("conv2d", {"filters": 5}), ("max_pool2d", {})]),
        ((1, 8, 8), [("flatten", {}), ("dense", {"units": 64})]),
        ((1, 8, 8), [("flatten", {}), ("dense", {"units": 10})]),
        ((6,), [("dense", {"units": 3})]),
        ((5, 2), [("flatten", {}), ("dense", {"units": 4})]),
    ],
)
def test_another_shape_is_told_and_every_fix_brings_the_inputs(shape, layers):
    facts = DataFacts({"x": batch(*shape)}, {"again": TargetFacts("reconstruction", input="x", shape=shape)})
    make = edits.make_layer
    graph = edits.chain(make("input", shape=shape), *(make(k, **f) for k, f in layers), make("output"))
    problem = next(p for p in check_project(Project(networks={MODEL: graph}), facts).problems)
    assert problem.code == "output.reconstruction"
    assert problem.fixes
    for fix in problem.fixes:
        fixed = check_project(Project(networks={MODEL: fix.edit(graph)}), facts)
        assert not [p for p in fixed.errors if p.code != "data.no_source"], fix.label


def with_settings(*settings: str) -> Project:
    return apply_settings(sample("digits-cnn").project(), ["data.predict=input", *settings])


def test_the_target_is_the_input_itself_without_a_copy():
    project = with_settings()
    prepared = prepare(project.data)
    assert prepared.raw.targets["reconstruction"].values.size == 0
    feed = make_split_feed(prepared, "train", ["image"], ["reconstruction"], CPU, budget=1 << 40)
    (image,), (target,) = feed.slice(0, 5)
    assert target is image
    streamed = make_split_feed(prepared, "train", ["image"], ["reconstruction"], CPU, budget=0)
    index = torch.tensor([3, 1, 2])
    for one, other in zip(feed.gather(index), streamed.gather(index), strict=True):
        assert torch.equal(one[0], other[0])


def test_augmented_pictures_are_compared_with_clean_ones():
    project = with_settings("data.augment=noise")
    prepared = prepare(project.data)
    project = project.with_graph(baseline(prepared.facts))
    session = prepare_session(project, prepared, CPU, run="r", threads=1)
    inputs, targets = session.train.gather(torch.arange(4))
    assert session.augmenter is not None
    noisy, _ = session.augmenter(inputs, 0, 0)
    rows = prepared.splits["train"][:4]
    clean = transform_inputs(prepared.raw.inputs["image"].values[rows], prepared.preprocess.inputs["image"])
    assert np.array_equal(targets[0].numpy(), clean)
    assert not np.allclose(noisy[0].numpy(), clean, atol=0.01)
    turned = check_project(apply_settings(project, ["data.augment=rotate"]), prepared.facts)
    assert "data.augment_moves" in {p.code for p in turned.problems}
    kept = check_project(project, prepared.facts)
    assert "data.augment_moves" not in {p.code for p in kept.problems}


def test_labels_still_keep_their_shares_in_the_split():
    labelled = prepare(sample("digits-cnn").project().data)
    again = prepare(with_settings().data)
    for name, indexes in labelled.splits.items():
        assert np.array_equal(indexes, again.splits[name])
    assert labelled.fingerprint != again.fingerprint


def test_loss_activation_and_scale_must_go_together():
    plain = with_settings()
    facts = prepare(plain.data).facts
    graph = baseline(facts)

    def codes(*settings: str, sigmoid: bool = False) -> set[str]:
        project = apply_settings(plain, settings)
        facts = prepare(project.data).facts
        made = edits.set_field(graph, graph.nodes[-1].id, "activation", "sigmoid") if sigmoid else graph
        return {p.code for p in check_project(project.with_graph(made), facts).problems}

    assert codes() == set()
    assert codes("training.loss=mae") == set()
    assert "training.loss_range" in codes(sigmoid=True), "pictures of mean 0 are no shares"
    assert codes("data.scaling=minmax", sigmoid=True) == set()
    assert codes("data.scaling=minmax", "training.loss=binary_cross_entropy", sigmoid=True) == set()
    assert "training.loss_activation" in codes("data.scaling=minmax", "training.loss=binary_cross_entropy")
    assert "training.loss_activation" in codes("data.scaling=minmax", "training.loss=mse", sigmoid=True)
    assert "training.loss_task" in codes("training.loss=cross_entropy")


def test_errors_are_those_of_the_pictures(again: Trained):
    report = evaluate_run(again.store, again.run, split="validation", base_dir=again.file.parent)
    assert report.metrics["loss"] == pytest.approx(again.best["val_loss"], rel=1e-4)
    assert report.metrics["mae"] == pytest.approx(again.best["val_mae"], rel=1e-4)
    data = prepare(again.store.project(again.run).data, again.file.parent)
    values = data.raw.inputs["image"].values[report.indexes].astype(np.float64)
    for place, made in report.reconstructions.items():
        assert np.abs(made - values[place]).mean() == pytest.approx(report.errors[place], rel=1e-3)
    assert len(report.reconstructions) == len(report.errors) == 75, "few samples are all kept"
    difference = np.stack([report.reconstructions[k] for k in range(75)]) - values
    assert report.metrics["rmse"] == pytest.approx(np.sqrt((difference**2).mean()), rel=1e-3)
    spread = values - values.mean(axis=0)
    assert report.metrics["r2"] == pytest.approx(1 - (difference**2).sum() / (spread**2).sum(), rel=1e-3)
    assert report.metrics["r2"] > 0.2, "it learnt"
    order = report.mistakes()
    assert (np.diff(report.errors[order]) <= 0).all()
    dumped = json.loads(json.dumps(report.dump()))
    assert dumped["errors"]["largest"][0]["sample"] == int(report.indexes[order[0]])


def test_a_new_picture_gets_an_error_and_its_reconstruction(again: Trained):
    picture = (load_digits().images[700:702] * 15.9).astype(np.uint8)[..., None]
    found = Predictor(again.store, again.run).predict({"image": picture}, ["a", "b"])
    for prediction, values in zip(found, picture, strict=True):
        assert prediction.reconstruction is not None and prediction.reconstruction.shape == (8, 8, 1)
        assert np.abs(prediction.reconstruction - values).mean() == pytest.approx(prediction.error, rel=1e-3)
        assert prediction.dump() == {"source": prediction.source, "error": prediction.error}
    odd = Predictor(again.store, again.run).predict({"image": np.full((1, 8, 8, 1), 255, np.uint8)})
    assert odd[0].error > 2 * max(p.error for p in found)


def test_what_it_makes_of_a_picture_is_saved(again: Trained, tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    values = (load_digits().images[700] * 15.9).astype(np.uint8)
    picture = tmp_path / "a digit.png"
    Image.fromarray(values).save(picture)
    for _ in range(2):
        predict_files(again.file, [picture], run="", which="best", as_json=False, out=tmp_path / "made")
    made, other = sorted((tmp_path / "made").iterdir(), reverse=True)
    assert (made.name, other.name) == ("a_digit_2.png", "a_digit.png"), "nothing is written over"
    (found,) = Predictor(again.store, again.run).predict({"image": values[None, ..., None]})
    assert found.reconstruction is not None
    low, high = Predictor(again.store, again.run).network.preprocess.inputs["image"].pixel_range
    expected = (found.reconstruction[..., 0] - low) * 255 / (high - low)
    assert np.asarray(Image.open(made)) == pytest.approx(np.clip(expected, 0, 255), abs=1)
    assert "a_digit.png" in capsys.readouterr().out
    (tmp_path / "file").write_text("")
    with pytest.raises(DataError, match="can't be written"):
        predict_files(again.file, [picture], run="", which="best", as_json=False, out=tmp_path / "file")


@pytest.mark.parametrize("kind", ["onnx", "python", "pt2"])
@pytest.mark.parametrize("included", [True, False])
def test_exports_make_pictures_again(again: Trained, kind: str, included: bool, tmp_path: Path):
    out = tmp_path / {"onnx": "net.onnx", "python": "net.py", "pt2": "net.pt2"}[kind]
    request = ExportRequest(
        format=kind,
        out=out,
        runs_dir=again.store.runs_dir,
        base_dir=again.file.parent,
        run=again.run,
        include_preprocessing=included,
    )
    certificate = export_run(request)
    shape = "N × 8 × 8 × 1 float32" if included else "N × 1 × 8 × 8 float32"
    assert certificate.outputs == {"reconstruction": shape}
    assert certificate.agreement is None
    if kind == "onnx" and included:
        about = {p.key: p.value for p in onnx.load(out).metadata_props}
        assert about["workbench.reconstructs"] == "image"
        picture = (load_digits().images[:1] * 15.9).astype(np.uint8)[..., None]
        answer = onnxruntime.InferenceSession(str(out)).run(None, {"image": picture})[0]
        own = Predictor(again.store, again.run).predict({"image": picture})[0].reconstruction
        np.testing.assert_allclose(answer[0], own, atol=0.01)


def test_squashed_outputs_are_measured_as_they_are_predicted(tmp_path: Path):
    trained = trained_autoencoder(tmp_path, "data.scaling=minmax", "training.epochs=1")
    project = trained.store.project(trained.run)
    graph = edits.set_field(project.graph, project.graph.nodes[-1].id, "activation", "sigmoid")
    from trained import train

    squashed = train(project.with_graph(graph), tmp_path / "squashed.nnwb")
    report = evaluate_run(squashed.store, squashed.run, split="validation", base_dir=tmp_path)
    assert report.metrics["mae"] == pytest.approx(squashed.best["val_mae"], rel=1e-4)
    low, high = (f([v.min() for v in report.reconstructions.values()]) for f in (min, max))
    assert 0 <= low <= high <= 255


def test_tables_and_series_are_made_again_too():
    random = np.random.default_rng(0)
    table = RawInput("table", random.normal(5, 3, (40, 3)).astype(np.float32), ("a", "b", "c"))
    labels = RawTarget("classification", np.zeros(40, np.int64), classes=("only",))
    raw = RawData("made", {"features": table}, {"label": labels})
    with pytest.raises(DataError, match="have the class 'only'"):
        prepare_raw(raw, DataRecipe())
    prepared = prepare_raw(raw, DataRecipe(predict="input"))
    target = prepared.facts.targets["reconstruction"]
    assert (target.task, target.input, target.shape, target.unit) == ("reconstruction", "features", (3,), False)
    how = prepared.preprocess.inputs["features"]
    np.testing.assert_allclose(inverse_inputs(transform_inputs(table.values, how), how), table.values, rtol=1e-5)
    series = RawInput("series", random.normal(0, 1, (40, 6, 2)).astype(np.float32), ("a", "b"))
    series.values[3, 4:] = np.nan
    ragged = RawInput("series", series.values, ("a", "b"), gaps=True, mask=True)
    prepared = prepare_raw(autoencoding(RawData("made", {"series": ragged}, {"label": labels})), DataRecipe())
    how = prepared.preprocess.inputs["series"]
    assert prepared.facts.targets["reconstruction"].shape == (6, 3), "the mask is made again, too"
    back = inverse_inputs(transform_inputs(ragged.values, how), how)
    np.testing.assert_allclose(back[:3, :, :2], ragged.values[:3], rtol=1e-4, atol=1e-5)
    assert back[3, :, 2].tolist() == [1, 1, 1, 1, 0, 0]
    ids = RawData("made", {"tokens": RawInput("tokens", np.ones((40, 3), np.int64))}, {"label": labels})
    with pytest.raises(DataError, match="can't be compared"):
        prepare_raw(ids, DataRecipe(predict="input"))
