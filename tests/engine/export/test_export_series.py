"""Series of unequal lengths and windows of a table, trained: predictions and every export answer as the program does."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import onnxruntime
import pytest
from trained import Trained, export_request, train

from workbench.engine.data.prepare import prepare
from workbench.engine.evaluate.predict import Predictor
from workbench.engine.evaluate.report import evaluate_run
from workbench.engine.export.request import ExportRequest
from workbench.engine.export.run import export_run
from workbench.engine.project.baseline import project_from_data
from workbench.engine.project.settings import apply_settings


def write(path: Path) -> None:
    rng = np.random.RandomState(0)
    lines = ["@problemName waves", "@univariate false", "@classLabel true slow fast", "@data"]
    for k in range(80):
        time = np.arange(8 + rng.randint(8))
        wave = 20 + 5 * np.sin(time * (0.5, 1.5)[k % 2] + rng.rand() * 6)
        noise = rng.normal(size=len(time))
        channels = [",".join(f"{v:.3f}" for v in channel) for channel in (wave, noise)]
        lines.append(f"{':'.join(channels)}:{('slow', 'fast')[k % 2]}")
    path.write_text("\n".join(lines) + "\n")


@pytest.fixture(scope="module")
def trained(tmp_path_factory: pytest.TempPathFactory) -> Trained:
    folder = tmp_path_factory.mktemp("series")
    write(folder / "waves.ts")
    project, note = project_from_data(folder / "waves.ts", folder)
    assert note.startswith("80 samples of N × 15 × 3, 2 classes")
    return train(apply_settings(project, ("training.epochs=12",)), folder / "waves.nnwb")


def test_the_first_network_learns(trained):
    report = evaluate_run(trained.store, trained.run, split="test", base_dir=trained.file.parent)
    assert report.metrics["accuracy"] > 0.85, "half of them are of either class"


@pytest.mark.parametrize("kind", ["onnx", "pt2", "python"])
@pytest.mark.parametrize("included", [True, False])
def test_exports_agree(trained, tmp_path, kind, included):
    out = tmp_path / {"onnx": "s.onnx", "pt2": "s.pt2", "python": "s.py"}[kind]
    certificate = export_run(export_request(trained, out, kind, include_preprocessing=included))
    assert certificate.agreement == 1.0 and certificate.samples >= 10
    assert certificate.inputs == {"series": f"N × 15 × {2 if included else 3} float32"}
    if kind != "onnx" or not included:
        return
    values = np.full((2, 15, 2), np.nan, np.float32)
    values[:, 5:] = np.random.RandomState(1).normal(20, 5, (2, 10, 2))
    values[1, 7, 1] = np.nan
    (answers,) = onnxruntime.InferenceSession(str(out)).run(None, {"series": values})
    ours = [
        list((p.probabilities or {}).values())
        for p in Predictor(trained.store, trained.run).predict({"series": values})
    ]
    assert np.allclose(answers, ours, atol=1e-5)


@pytest.fixture(scope="module")
def forecast(tmp_path_factory: pytest.TempPathFactory) -> Trained:
    folder = tmp_path_factory.mktemp("forecast")
    rng = np.random.RandomState(0)
    rows = []
    for k in range(300):
        load = f"{200 + 0.5 * k + 30 * np.sin(2 * np.pi * k / 7) + rng.normal():.3f}"
        rows.append(f"{np.datetime64('2020-01-01') + k},{'' if k % 50 == 9 else load},{'AB'[k % 2]}")
    (folder / "load.csv").write_text("\n".join(["day,load,shift", *rows]) + "\n")
    project, note = project_from_data(folder / "load.csv", folder)
    assert "samples of N × 28 × 3, numbers to predict" in note
    assert project.data.split.method == "time" and project.data.source.window == 28  # type: ignore[union-attr]
    return train(apply_settings(project, ("training.epochs=40",)), folder / "load.nnwb")


def test_the_first_network_beats_repeating_and_follows_the_trend(forecast):
    report = evaluate_run(forecast.store, forecast.run, split="test", base_dir=forecast.file.parent)
    data = prepare(forecast.store.project(forecast.run).data, forecast.file.parent)
    windows, wanted = data.raw.windows, data.raw.targets["future"].values
    assert windows is not None and (report.indexes == data.splits["test"]).all()
    errors = [
        np.sqrt(np.square(answer - wanted[report.indexes]).mean())
        for answer in (report.predictions, windows.naive(report.indexes), windows.naive(report.indexes, 7))
    ]
    assert errors[0] < 0.5 * errors[1] and report.metrics["rmse"] == pytest.approx(errors[0], rel=1e-4)
    assert wanted[report.indexes].mean() > wanted[data.splits["train"]].max() - 30, "beyond what training has seen"


def test_a_forecast_goes_on_from_the_end_of_a_table(forecast, tmp_path):
    lines = (forecast.file.parent / "load.csv").read_text().splitlines()
    (tmp_path / "later.csv").write_text("\n".join([lines[0], *lines[200:251]]) + "\n")
    predictor = Predictor(forecast.store, forecast.run)
    ((samples, predictions),) = predictor.predict_files([tmp_path / "later.csv"])
    assert samples.labels == ("later.csv after 2020-09-06",) and len(predictions) == 1
    data = prepare(forecast.store.project(forecast.run).data, forecast.file.parent)
    sample = 250 - 28
    inside = predictor.predict({"series": data.raw.inputs["series"].values[[sample]]})[0]
    assert predictions[0].values == pytest.approx(inside.values, rel=1e-5)
    assert abs(predictions[0].values["load +1"] - float(lines[251].split(",")[1])) < 15


@pytest.mark.parametrize("kind", ["onnx", "python"])
def test_exports_of_a_forecast_agree(forecast, tmp_path, kind):
    out = tmp_path / {"onnx": "f.onnx", "python": "f.py"}[kind]
    where = {"runs_dir": forecast.store.runs_dir, "base_dir": forecast.file.parent, "run": forecast.run}
    certificate = export_run(ExportRequest(format=kind, out=out, include_preprocessing=True, **where))
    assert certificate.samples >= 10 and certificate.inputs == {"series": "N × 28 × 3 float32"}
