"""Series of unequal lengths, trained: every export pads, masks and answers as the program does."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import onnxruntime
import pytest
from trained import Trained, train

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
    certificate = export_run(
        ExportRequest(
            format=kind,
            out=out,
            runs_dir=trained.store.runs_dir,
            base_dir=trained.file.parent,
            run=trained.run,
            include_preprocessing=included,
        )
    )
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
