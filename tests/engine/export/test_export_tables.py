"""A table with categories and gaps, trained: evaluation, prediction and every export honour what was learnt from it."""

from __future__ import annotations

import json
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import onnx
import onnxruntime
import pytest
import torch
from trained import Trained, export_request, train

from workbench.engine.data.apply import transform_inputs
from workbench.engine.data.cleaning_recipe import CleaningRecipe, ColumnCleaning
from workbench.engine.data.prepare import forget_prepared, prepare
from workbench.engine.data.preprocess import TargetPreprocess
from workbench.engine.data.raw import RawInput
from workbench.engine.data.statistics import learn_input
from workbench.engine.errors import ExportError
from workbench.engine.evaluate.predict import Predictor
from workbench.engine.evaluate.report import evaluate_run
from workbench.engine.export.deployed import Deployed, InputPort, OutputPort
from workbench.engine.export.request import ExportRequest
from workbench.engine.export.run import export_run
from workbench.engine.project.baseline import project_from_data
from workbench.engine.project.settings import apply_settings


def write(path: Path, colours: str = "red blue green") -> None:
    rng = np.random.RandomState(0)
    lines = ["id,size,colour,weight,kind"]
    for i in range(160):
        kind = rng.randint(2)
        size = "" if rng.rand() < 0.2 else f"{kind * 2 + rng.normal():.3f}"
        colour = "" if rng.rand() < 0.1 else colours.split()[rng.randint(2) + kind * (rng.rand() < 0.8)]
        lines.append(f"{i},{size},{colour},{rng.normal(50, 5):.2f},{['light', 'heavy'][kind]}")
    path.write_text("\n".join(lines) + "\n")


@pytest.fixture(scope="module")
def trained(tmp_path_factory: pytest.TempPathFactory) -> Trained:
    return made(tmp_path_factory.mktemp("table"), "training.epochs=12", "data.cleaning.indicator=true")


@pytest.fixture(scope="module")
def trained_by_rank(tmp_path_factory: pytest.TempPathFactory) -> Trained:
    ways = ("data.scaling=normal", "data.cleaning.outliers=clip", "data.cleaning.encoding=ordinal")
    return made(tmp_path_factory.mktemp("ranks"), "training.epochs=2", *ways)


@pytest.fixture(scope="module")
def trained_from_neighbours(tmp_path_factory: pytest.TempPathFactory) -> Trained:
    return made(tmp_path_factory.mktemp("near"), "training.epochs=1", "data.cleaning.missing=nearest")


def made(folder: Path, *settings: str) -> Trained:
    write(folder / "things.csv")
    project, note = project_from_data(folder / "things.csv", folder)
    assert "2 classes of 'kind' to predict" in note
    project = apply_settings(project, settings)
    width = next(iter(prepare(project.data, folder).facts.inputs.values())).sample
    source = next(n for n in project.graph.nodes if n.layer.kind == "input")
    graph = project.graph.updated(
        nodes=tuple(n.updated(layer=n.layer.updated(shape=width)) if n is source else n for n in project.graph.nodes)
    )
    return train(project.updated(networks={"model": graph}), folder / "things.nnwb")


def test_the_baseline_learns(trained):
    report = evaluate_run(trained.store, trained.run, split="test", base_dir=trained.file.parent)
    assert report.metrics["accuracy"] > 0.75, "the majority class alone gives about 0.5"


@pytest.mark.parametrize("kind", ["onnx", "pt2", "python"])
@pytest.mark.parametrize("included", [True, False])
def test_exports_agree(trained, tmp_path, kind, included):
    out = tmp_path / {"onnx": "t.onnx", "pt2": "t.pt2", "python": "t.py"}[kind]
    certificate = export_run(export_request(trained, out, kind, include_preprocessing=included))
    assert certificate.agreement == 1.0 and certificate.samples > 10
    assert certificate.inputs == {"features": f"N × {3 if included else 7} float32"}
    if kind != "onnx" or not included:
        return
    about = {p.key: p.value for p in onnx.load(out).metadata_props}
    table = json.loads(about["workbench.preprocessing"])["inputs"]["features"]["table"]
    assert table["categories"][0]["names"] == ["blue", "green", "red"]
    rows = np.array([[np.nan, np.nan, 50], [1, 2, 50], [1, -1, 50], [1, 99, np.nan]], np.float32)
    (answers,) = onnxruntime.InferenceSession(str(out)).run(None, {"features": rows})
    predictor = Predictor(trained.store, trained.run)
    ours = [list((p.probabilities or {}).values()) for p in predictor.predict({"features": rows})]
    assert np.allclose(answers, ours, atol=1e-5)


def test_what_is_done_to_columns_is_the_same_to_the_last_bit_in_an_export():
    rng = np.random.default_rng(0)
    values = rng.normal(size=(300, 5)).astype(np.float32)
    values[:, 4] = rng.integers(0, 3, 300)
    values[:, 3] = rng.integers(0, 4, 300)
    values[::5, :] = np.nan
    part = RawInput("table", values, ("a", "b", "c", "d", "e"), ((), (), (), (), ("x", "y", "z")))
    columns = (
        ColumnCleaning(name="a", scaling="normal", outliers="clip"),
        ColumnCleaning(name="b", scaling="quantile", outliers="flag", indicator="yes"),
        ColumnCleaning(name="c", scaling="robust", missing="constant", constant="0.5"),
        ColumnCleaning(name="e", encoding="ordinal", order="z,x,y"),
    )
    cleaning = CleaningRecipe(columns=columns, limits="percentiles")
    how = learn_input(part, np.arange(200), "quantile", cleaning=cleaning)

    class Echo(torch.nn.Module):
        def predict(self, x: torch.Tensor) -> torch.Tensor:
            return x

    port = InputPort("features", (5,), "float32", how)
    result = OutputPort(
        "scores", how.shape[0], "none", TargetPreprocess(task="classification", classes=("u", "v", "w"))
    )
    network = SimpleNamespace(module=Echo(), inputs=("features",))
    deployed = Deployed(network, [port], [result], include_preprocessing=True)
    np.testing.assert_array_equal(deployed(torch.from_numpy(values)).numpy(), transform_inputs(values, how))


@pytest.mark.parametrize("kind", ["onnx", "python"])
def test_ranks_outliers_and_orders_go_into_the_file(trained_by_rank, tmp_path, kind):
    out = tmp_path / {"onnx": "t.onnx", "python": "t.py"}[kind]
    certificate = export_run(request(trained_by_rank, kind, out))
    assert certificate.agreement == 1.0 and certificate.largest_difference < 1e-4


def test_gaps_from_similar_rows_are_refused_in_words(trained_from_neighbours, tmp_path):
    with pytest.raises(ExportError, match=r"Gaps in 'size'.* are filled from similar rows"):
        export_run(request(trained_from_neighbours, "onnx", tmp_path / "t.onnx"))
    certificate = export_run(request(trained_from_neighbours, "onnx", tmp_path / "t.onnx", included=False))
    assert certificate.agreement == 1.0


def request(trained: Trained, kind: str, out: Path, *, included: bool = True) -> ExportRequest:
    return ExportRequest(
        format=kind,
        out=out,
        runs_dir=trained.store.runs_dir,
        base_dir=trained.file.parent,
        run=trained.run,
        include_preprocessing=included,
    )


def test_predictions_take_names_and_gaps(trained, tmp_path):
    (tmp_path / "new.csv").write_text("size,colour,weight\n2.1,red,50\n,,50\n0.1,mauve,50\n")
    ((samples, predictions),) = Predictor(trained.store, trained.run).predict_files([tmp_path / "new.csv"])
    assert len(predictions) == 3 and all(np.isfinite(p.confidence) for p in predictions)
    assert any("'mauve'" in note for note in samples.notes)


def test_a_file_with_another_category_is_evaluated_by_name(trained, tmp_path):
    """ "amber" moves every code by one: the answers for the other rows must stay."""
    file = trained.file.parent / "things.csv"
    before = evaluate_run(trained.store, trained.run, split="train", base_dir=trained.file.parent)
    text = file.read_text()
    try:
        lines = text.splitlines()
        cells = lines[-1].split(",")
        file.write_text("\n".join([*lines[:-1], ",".join([*cells[:2], "amber", *cells[3:]])]) + "\n")
        forget_prepared()
        after = evaluate_run(trained.store, trained.run, split="train", base_dir=trained.file.parent)
    finally:
        file.write_text(text)
        forget_prepared()
    assert abs(after.metrics["accuracy"] - before.metrics["accuracy"]) < 0.02
