"""Cleaning and encoding of tables: learnt from the training split only, stored, and the same everywhere."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from workbench.engine.data.apply import transform_inputs
from workbench.engine.data.cleaning_recipe import CleaningRecipe
from workbench.engine.data.encoding import as_learnt
from workbench.engine.data.new_samples import read_samples, row_from_values
from workbench.engine.data.prepare import prepare, prepare_raw
from workbench.engine.data.prepared import PreparedData
from workbench.engine.data.preprocess import InputPreprocess, Preprocess
from workbench.engine.data.raw import RawData, RawInput, RawTarget
from workbench.engine.data.recipe import DataRecipe, SplitRecipe
from workbench.engine.data.sources.table import TableSource
from workbench.engine.errors import DataError

NAMES = ("blue", "green", "red")
# Columns: a number with gaps, a category with a gap.
VALUES = np.array([[1, 0], [np.nan, 0], [3, 2], [100, np.nan], [5, 0], [np.nan, 1]], dtype=np.float32)
GIVEN = {"test": np.array([3, 5])}  # the outlier, the green one and the missing colour


def raw(values: np.ndarray = VALUES, given: dict[str, np.ndarray] | None = None) -> RawData:
    labels = np.arange(len(values)) % 2
    return RawData(
        "t",
        {"features": RawInput("table", values, ("size", "colour"), ((), NAMES))},
        {"label": RawTarget("classification", labels, classes=("a", "b"))},
        GIVEN if given is None else given,
    )


def prepared(scaling: str = "none", values: np.ndarray = VALUES, **cleaning: object) -> PreparedData:
    recipe = DataRecipe(scaling=scaling, cleaning=cleaning, split={"validation": 0.0, "test": 0.0})
    return prepare_raw(raw(values), recipe)


def fed(data: PreparedData) -> list[list[float]]:
    return transform_inputs(data.raw.inputs["features"].values, data.preprocess.inputs["features"]).tolist()


def test_median_and_categories_of_the_training_split_only():
    data = prepared()
    # The training rows are 1, missing, 3, 5, with blue and red: green and a missing colour are not known.
    assert fed(data) == [[1, 1, 0], [3, 1, 0], [3, 0, 1], [100, 0, 0], [5, 1, 0], [3, 0, 0]]
    table = data.preprocess.inputs["features"].table
    assert table is not None and table.outputs(("size", "colour")) == ("size", "colour = blue", "colour = red")
    assert data.facts.inputs["features"].dims == ("N", 3)


@pytest.mark.parametrize(("how", "fill"), [("median", 3.0), ("mean", 3.0), ("zero", 0.0)])
def test_what_stands_for_a_missing_number(how, fill):
    assert fed(prepared(missing=how))[1][0] == fill


def test_an_indicator_marks_what_was_missing():
    assert [row[1] for row in fed(prepared(indicator=True))] == [0, 1, 0, 0, 0, 1]


def test_scaling_is_that_of_the_filled_training_rows_and_leaves_zeros_and_ones():
    data = prepared(scaling="standard")
    train = np.array([1, 3, 3, 5])
    assert np.allclose([row[0] for row in fed(data)], (np.array([1, 3, 3, 100, 5, 3]) - train.mean()) / train.std())
    assert {value for row in fed(data) for value in row[1:]} == {0.0, 1.0}


def test_a_missing_category_is_one_of_its_own_where_training_has_it():
    values = VALUES.copy()
    values[0, 1] = np.nan
    data = prepared(values=values)
    assert fed(data)[0][1:] == [0, 0, 1] and fed(data)[3][1:] == [0, 0, 1]


def test_rare_categories_share_one():
    names = tuple(f"c{i}" for i in range(10))
    codes = np.repeat(np.arange(10), np.arange(10, 0, -1)).astype(np.float32)
    part = RawInput("table", np.stack([codes], axis=1), ("c",), (names,))
    target = RawTarget("classification", np.arange(len(codes)) % 2, classes=("a", "b"))
    recipe = DataRecipe(cleaning={"most_categories": 4}, split={"validation": 0.0, "test": 0.0})
    how = prepare_raw(RawData("t", {"x": part}, {"y": target}), recipe).preprocess.inputs["x"]
    assert how.table is not None and how.table.categories[0].outputs == ("c0", "c1", "c2", "other")
    assert how.table.categories[0].slots == (0, 1, 2, *[3] * 7)


def test_rows_are_left_out_where_the_recipe_says_so_and_told():
    data = prepared(missing="drop")
    assert data.count == 4 and data.raw.inputs["features"].values[:, 0].tolist() == [1, 3, 100, 5]
    assert data.splits["test"].tolist() == [2], "the source's own test rows keep their places"
    assert "2 of 6 rows are left out because they miss a value in 'size'." in [str(n) for n in data.notices]
    with pytest.raises(DataError, match="Every row misses a value"):
        prepared(missing="drop", values=np.where(np.array([True, False]), np.nan, VALUES).astype(np.float32))


def test_a_planted_leak_shows_that_nothing_is_learnt_from_held_out_rows(tmp_path):
    """Held-out rows are made wild: neither what is learnt nor what the training rows become may change."""
    rng = np.random.RandomState(0)
    rows = [[f"{rng.normal():.3f}" if rng.rand() > 0.2 else "", "abc"[rng.randint(3)], "uv"[i % 2]] for i in range(80)]

    def learnt(name: str) -> PreparedData:
        (tmp_path / name).write_text("\n".join(["x,c,y", *map(",".join, rows)]) + "\n")
        source = TableSource(path=str(tmp_path / name))
        return prepare(DataRecipe(source=source, cleaning=CleaningRecipe(missing="mean"), split=SplitRecipe(test=0.3)))

    before = learnt("before.csv")
    for k in (*before.splits["test"], *before.splits["validation"]):
        rows[k][0], rows[k][1] = "1e6", "zzz"
    after = learnt("after.csv")
    train = before.splits["train"]
    assert np.array_equal(after.splits["train"], train)
    one, two = before.preprocess.inputs["features"], after.preprocess.inputs["features"]
    assert one.table is not None and two.table is not None
    assert (one.table.fills, one.offset, one.scale) == (two.table.fills, two.offset, two.scale)
    assert one.table.categories[0].outputs == two.table.categories[0].outputs
    fed_before = transform_inputs(before.raw.inputs["features"].values[train], one)
    assert np.array_equal(fed_before, transform_inputs(after.raw.inputs["features"].values[train], two))


def test_older_recipes_and_preprocessing_open_unchanged():
    recipe = DataRecipe.model_validate(json.loads('{"source": null, "scaling": "auto", "target_scaling": "none"}'))
    assert recipe.cleaning == CleaningRecipe()
    how = InputPreprocess(kind="table", shape=(2,), offset=(1.0, 2.0), scale=(1.0, 0.5), columns=("a", "b"))
    assert InputPreprocess.model_validate(how.model_dump(exclude={"table"})) == how
    plain = replace(raw(np.array([[1, 0], [3, 1], [5, 2], [7, 0]], np.float32), {}), notices=())
    plain.inputs["features"] = replace(plain.inputs["features"], categories=())
    first, second = (
        prepare_raw(plain, DataRecipe(cleaning={"missing": how}, split={"test": 0.0})) for how in ("median", "zero")
    )
    assert first.fingerprint == second.fingerprint, "cleaning says nothing about tables without categories and gaps"
    assert first.preprocess.inputs["features"].table is None


def test_a_file_that_numbers_its_categories_anew_is_read_by_name():
    how = prepared().preprocess.inputs["features"]
    other = RawInput("table", np.array([[1, 0], [2, 3], [3, np.nan]], np.float32), how.columns, ((), ("azure", *NAMES)))
    found = as_learnt(other, how, np.arange(3))
    assert found[:, 1].tolist()[:2] == [-1, 2] and np.isnan(found[2, 1])
    assert other.values[0, 1] == 0, "the data itself stays"
    with pytest.raises(DataError, match="other columns"):
        as_learnt(replace(other, columns=("size", "hue")), how, np.arange(3))


class TestNewRows:
    how = Preprocess(inputs={"features": prepared().preprocess.inputs["features"]}, targets={})

    def test_typed_by_name(self):
        row = row_from_values({"size": "2.5", "colour": "red"}, self.how)
        assert row.inputs["features"].tolist() == [[2.5, 2.0]] and row.notes == ()

    def test_gaps_are_filled(self):
        row = row_from_values({"size": "", "colour": "?"}, self.how)
        assert np.isnan(row.inputs["features"]).all()

    def test_a_category_that_training_did_not_have_is_told(self):
        for name, code in (("green", 1.0), ("mauve", -1.0)):
            row = row_from_values({"size": "1", "colour": name}, self.how)
            assert row.inputs["features"][0, 1] == code and f"'{name}'" in row.notes[0]
            assert transform_inputs(row.inputs["features"], self.how.inputs["features"]).tolist() == [[1, 0, 0]]

    def test_from_a_file(self, tmp_path: Path):
        (tmp_path / "new.csv").write_text("colour;size;other\nblue;1;x\n;NA;y\n")
        found = read_samples(tmp_path / "new.csv", self.how)
        assert transform_inputs(found.inputs["features"], self.how.inputs["features"]).tolist() == [
            [1, 1, 0],
            [3, 0, 0],
        ]

    def test_without_a_header_columns_go_by_their_place(self, tmp_path: Path):
        part = self.how.inputs["features"].updated(columns=("column_1", "column_3"))
        (tmp_path / "new.csv").write_text("7, x, red, yes\n8, y, blue, no\n")
        found = read_samples(tmp_path / "new.csv", self.how.updated(inputs={"features": part}))
        assert found.inputs["features"].tolist() == [[7, 2], [8, 0]]

    def test_a_missing_number_is_refused_where_rows_were_left_out(self):
        how = Preprocess(inputs={"features": prepared(missing="drop").preprocess.inputs["features"]}, targets={})
        with pytest.raises(DataError, match="no value for 'size'"):
            row_from_values({"size": "", "colour": "red"}, how)


class TestLeaks:
    def notices(self, tmp_path: Path, lines: list[str], **fields: object) -> list[str]:
        (tmp_path / "t.csv").write_text("\n".join(lines) + "\n")
        source = TableSource.model_validate({"path": str(tmp_path / "t.csv"), **fields})
        return [str(n.values["column"]) for n in prepare(DataRecipe(source=source)).notices if n.code == "data.leak"]

    def test_a_column_that_holds_the_answer(self, tmp_path):
        rng = np.random.RandomState(0)
        lines = ["fair,alive,score,y"]
        for _ in range(300):
            y = rng.randint(2)
            lines.append(f"{y + rng.normal():.3f},{['no', 'yes'][y]},{y * 10 + rng.rand():.3f},{'uv'[y]}")
        assert self.notices(tmp_path, lines) == ["alive", "score"]

    def test_a_flag_of_a_rare_class(self, tmp_path):
        lines = ["x,flag,other,failed"]
        for i in range(400):
            failed = i % 20 == 0
            lines.append(f"{i % 9},{int(failed and i % 40 == 0)},{i % 2},{int(failed)}")
        assert self.notices(tmp_path, lines, columns=[{"name": "failed", "role": "target"}]) == []
        lines += ["1,1,0,1"] * 20
        assert self.notices(tmp_path, lines, columns=[{"name": "failed", "role": "target"}]) == ["flag"]

    def test_a_number_that_is_another_unit_of_the_target(self, tmp_path):
        rng = np.random.RandomState(0)
        lines = ["noise,miles,km"]
        lines += [f"{rng.normal():.3f},{v:.3f},{v * 1.609:.3f}" for v in rng.normal(100, 10, 200)]
        assert self.notices(tmp_path, lines) == ["miles"]
