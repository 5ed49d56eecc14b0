"""Columns with many categories: ids in an input of their own, a vector each, the same in training, new rows and exports."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from trained import Trained, export_request, train

from workbench.engine.data.apply import transform_inputs
from workbench.engine.data.cleaning_recipe import CleaningRecipe, ColumnCleaning
from workbench.engine.data.new_samples import read_samples, row_from_values
from workbench.engine.data.prepare import prepare
from workbench.engine.data.prepared import PreparedData
from workbench.engine.data.recipe import DataRecipe
from workbench.engine.data.sources.table import TableSource
from workbench.engine.evaluate.predict import Predictor
from workbench.engine.evaluate.report import evaluate_run
from workbench.engine.export.run import export_run
from workbench.engine.project.baseline import project_from_data
from workbench.engine.project.settings import apply_settings

CITIES = 30


def write(path: Path, *, numbers: bool = True) -> None:
    """Half of the cities are of one kind, half of the other."""
    rng = np.random.default_rng(0)
    lines = ["size,colour,city,kind" if numbers else "colour,city,kind"]
    for i in range(600):
        city = int(rng.integers(0, CITIES))
        name = "" if i % 40 == 7 else f"city {city}"
        size = f"{rng.normal():.3f}," if numbers else ""
        lines.append(f"{size}{['red', 'blue', 'green'][i % 3]},{name},{'ab'[city % 2]}")
    path.write_text("\n".join(lines) + "\n")


def ready(path: Path, **cleaning: object) -> PreparedData:
    return prepare(DataRecipe(source=TableSource(path=str(path)), cleaning=CleaningRecipe(**cleaning)))


def test_wide_columns_get_an_input_of_their_own(tmp_path):
    write(tmp_path / "t.csv")
    data = ready(tmp_path / "t.csv", encoding="wide")
    assert list(data.raw.inputs) == ["features", "categories"]
    assert data.facts.inputs["categories"].dtype == "int64" and data.facts.inputs["categories"].sample == (1,)
    assert data.facts.vocabulary == {"categories": 1 + CITIES + 1}, "unknown, the cities, and missing"
    assert [c.name for c in data.raw.inputs["features"].shown] == ["size", "colour"]
    ids = transform_inputs(data.raw.inputs["categories"].values, data.preprocess.inputs["categories"])
    assert ids.dtype == np.int64 and ids.min() == 1 and ids.max() == CITIES + 1
    assert list(ready(tmp_path / "t.csv").raw.inputs) == ["features"], "older recipes stay as they are"
    column = ColumnCleaning(name="colour", encoding="embedding")
    assert ready(tmp_path / "t.csv", columns=(column,)).raw.inputs["categories"].columns == ("colour",)


def test_categories_of_the_test_part_alone_are_unknown(tmp_path):
    write(tmp_path / "t.csv")
    data = ready(tmp_path / "t.csv", encoding="embedding")
    how, part = data.preprocess.inputs["categories"], data.raw.inputs["categories"]
    values = part.values.copy()
    train_cities = set(values[data.splits["train"], 1].tolist())
    assert all((c.slots[k] >= 0) == (k in train_cities) for c in how.table.categories[1:] for k in range(len(c.names)))
    unknown = np.array([[-1, -1], [np.nan, np.nan], [0, 99]], dtype=np.float32)
    assert transform_inputs(unknown, how).tolist() == [[0, 0], [0, how.vocabulary - 1], [1, 0]]


@pytest.fixture(scope="module", params=[True, False], ids=["with numbers", "categories alone"])
def trained(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Trained:
    folder = tmp_path_factory.mktemp("wide")
    write(folder / "t.csv", numbers=request.param)
    project, _ = project_from_data(folder / "t.csv", folder)
    if not request.param:
        project, _ = project_from_data(folder / "t.csv", folder, ignore=("colour",))
    assert {"embedding", "flatten"} <= {n.layer.kind for n in project.graph.nodes}
    return train(apply_settings(project, ("training.epochs=12",)), folder / "t.nnwb")


def test_the_baseline_learns_from_them(trained):
    report = evaluate_run(trained.store, trained.run, split="test", base_dir=trained.file.parent)
    assert report.metrics["accuracy"] > 0.85, "the cities tell the kind"


@pytest.mark.parametrize("kind", ["onnx", "python"])
def test_exports_take_codes_and_agree(trained, tmp_path, kind):
    out = tmp_path / {"onnx": "t.onnx", "python": "t.py"}[kind]
    for included in (True, False):
        certificate = export_run(export_request(trained, out, kind, include_preprocessing=included))
        assert certificate.agreement == 1.0
        assert certificate.inputs["categories"] == f"N × 1 {'float32' if included else 'int64'}"


def test_new_rows_fill_both_inputs(trained, tmp_path):
    predictor = Predictor(trained.store, trained.run)
    header, *rows = (trained.file.parent / "t.csv").read_text().splitlines()
    (tmp_path / "new.csv").write_text("\n".join([header, *rows[:20]]) + "\n")
    data = prepare(trained.store.project(trained.run).data, trained.file.parent)
    new = read_samples(tmp_path / "new.csv", data.preprocess)
    for name, part in data.raw.inputs.items():
        np.testing.assert_array_equal(new.inputs[name], part.values[:20])
    cells = dict(zip(header.split(","), rows[0].split(","), strict=True))
    columns = [c.name for part in data.raw.inputs.values() for c in part.shown]
    typed = row_from_values({c: cells[c] for c in columns}, data.preprocess)
    answers = [predictor.predict(s.inputs)[0].label for s in (new, typed)]
    assert answers[0] == answers[1]
    strange = row_from_values({c: cells[c] for c in columns} | {"city": "Atlantis"}, data.preprocess)
    assert strange.inputs["categories"].tolist() == [[-1]] and "'Atlantis'" in strange.notes[0]
