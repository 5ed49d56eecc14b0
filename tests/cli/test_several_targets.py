"""Several columns to predict: a target, an Output and a report for each."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from trained import Trained, train

from workbench.engine.data.prepare import prepare
from workbench.engine.data.recipe import DataRecipe
from workbench.engine.data.sources.table import TableSource
from workbench.engine.evaluate.predict import Predictor
from workbench.engine.evaluate.report import evaluate_run
from workbench.engine.export.request import ExportRequest
from workbench.engine.export.run import export_run
from workbench.engine.project.baseline import project_from_data, propose
from workbench.engine.project.settings import apply_settings


def write(path: Path) -> None:
    rng = np.random.default_rng(0)
    lines = ["x,z,kind,shade,size,age"]
    for i in range(300):
        x, z = rng.normal(size=2)
        shade = "" if i == 11 else ["dark", "light", "middle"][int(z > 0) + int(z > 1)]
        lines.append(f"{x:.3f},{z:.3f},{'ab'[int(x > 0)]},{shade},{3 * x + z:.3f},{100 - z:.3f}")
    path.write_text("\n".join(lines) + "\n")


def source(path: Path, *targets: str) -> TableSource:
    found = TableSource(path=str(path), guess="full")
    for name in targets:
        found = found.with_column(name, role="target", also=True)
    return found


def test_classes_are_targets_of_their_own_and_numbers_go_together(tmp_path):
    write(tmp_path / "t.csv")
    data = prepare(DataRecipe(source=source(tmp_path / "t.csv", "kind", "shade", "size", "age")))
    targets = data.raw.targets
    assert {n: (t.task, t.classes or t.names) for n, t in targets.items()} == {
        "kind": ("classification", ("a", "b")),
        "shade": ("classification", ("dark", "light", "middle")),
        "numbers": ("regression", ("size", "age")),
    }
    assert data.count == 299 and [len(t.values) for t in targets.values()] == [299] * 3
    assert [s.reason for s in data.raw.skipped] == ["One of its targets is missing."]
    numbers = prepare(DataRecipe(source=source(tmp_path / "t.csv", "size", "age"))).raw.targets
    assert list(numbers) == ["target"] and numbers["target"].names == ("size", "age"), "as it was before"
    alone = source(tmp_path / "t.csv", "kind", "size").with_column("shade", role="target")
    assert list(prepare(DataRecipe(source=alone)).raw.targets) == ["label"], (
        "a new target takes the place of the others"
    )


@pytest.fixture(scope="module")
def trained(tmp_path_factory: pytest.TempPathFactory) -> Trained:
    folder = tmp_path_factory.mktemp("several")
    write(folder / "t.csv")
    proposal = propose(source(folder / "t.csv", "kind", "shade", "size"), folder)
    outputs = [n.layer.target for n in proposal.project.graph.nodes if n.layer.kind == "output"]
    assert outputs == ["kind", "shade", "size"]
    return train(apply_settings(proposal.project, ("training.epochs=30",)), folder / "t.nnwb")


def test_every_output_is_reported(trained):
    report = evaluate_run(trained.store, trained.run, split="test", base_dir=trained.file.parent)
    kind, shade, size = report.every
    assert [r.target for r in report.every] == ["kind", "shade", "size"]
    assert kind.metrics["accuracy"] > 0.9 and shade.metrics["accuracy"] > 0.65 and size.metrics["r2"] > 0.9
    assert shade.confusion.shape == (3, 3) and shade.names == ("dark", "light", "middle")
    told = json.loads(json.dumps(report.dump()))
    assert told["task"] == "classification" and told["metrics"] == kind.metrics, "the first one's keys stay"
    assert [o["target"] for o in told["outputs"]] == ["kind", "shade", "size"]
    assert told["outputs"][2]["metrics"]["r2"] == size.metrics["r2"] and "outputs" not in told["outputs"][0]


def test_every_output_answers_about_new_rows(trained, tmp_path):
    (tmp_path / "new.csv").write_text("x,z,age\n2,-1,101\n-2,2,98\n")
    ((_, (first, second)),) = Predictor(trained.store, trained.run).predict_files([tmp_path / "new.csv"])
    assert (first.label, second.label) == ("b", "a")
    shade, size = first.others
    assert shade.label == "dark" and abs(size.values["size"] - 5) < 1.5
    told = first.dump()
    assert told["label"] == "b" and [o["target"] for o in told["outputs"]] == ["kind", "shade", "size"]


def test_the_command_line_tells_all(trained, tmp_path, run):
    (tmp_path / "new.csv").write_text("x,z,age\n2,-1,101\n")
    shown = run("evaluate", trained.file).out
    assert "Target kind" in shown and "Target shade" in shown and "Target size" in shown and "r2" in shown
    shown = run("predict", trained.file, tmp_path / "new.csv").out
    assert "shade: dark" in shown and "size: size" in shown


def test_an_export_gives_all(trained, tmp_path):
    request = ExportRequest(
        format="onnx",
        out=tmp_path / "t.onnx",
        runs_dir=trained.store.runs_dir,
        base_dir=trained.file.parent,
        run=trained.run,
    )
    assert len(export_run(request).outputs) == 3


def test_a_single_target_reports_as_before(tmp_path):
    write(tmp_path / "t.csv")
    project, _ = project_from_data(tmp_path / "t.csv", tmp_path, target="kind")
    done = train(apply_settings(project, ("training.epochs=1",)), tmp_path / "t.nnwb")
    report = evaluate_run(done.store, done.run, split="test", base_dir=tmp_path)
    assert report.others == () and "outputs" not in report.dump() and "target" not in report.dump()
