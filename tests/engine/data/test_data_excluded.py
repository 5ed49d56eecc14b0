"""Samples that the user leaves out: found again by name or content, in no part, and nothing else changes."""

from __future__ import annotations

import numpy as np
import pytest
from test_data_doctor import numbers, pictures

from workbench.engine.data.identity import find_samples, groups_of_equal, input_hashes, sample_keys
from workbench.engine.data.prepare import prepare, prepare_raw
from workbench.engine.data.raw import RawData, RawInput, RawTarget
from workbench.engine.data.recipe import DataRecipe
from workbench.engine.data.sources.table import TableSource
from workbench.engine.errors import DataError


def test_left_out_samples_are_in_no_part_and_all_others_are():
    raw = pictures(names=False)
    keys = sample_keys(raw, np.array([3, 17]))
    data = prepare_raw(raw, DataRecipe(excluded=keys))
    every = np.sort(np.concatenate(list(data.splits.values())))
    assert every.tolist() == [i for i in range(60) if i not in (3, 17)]
    assert data.left_out.tolist() == [3, 17] and data.count == 58 and data.total == 60
    plain = prepare_raw(raw, DataRecipe())
    assert data.fingerprint != plain.fingerprint and not len(plain.left_out)


def test_rows_are_found_again_when_others_come_before_them_and_categories_are_numbered_anew(tmp_path):
    file = tmp_path / "t.csv"
    rows = [f"{'bcd'[i % 3]},{i * 0.25},{'xy'[i % 2]}" for i in range(40)]
    file.write_text("kind,size,label\n" + "\n".join(rows) + "\n")
    recipe = DataRecipe(source=TableSource(path=str(file)))
    data = prepare(recipe)
    keys = sample_keys(data.raw, np.array([7]))
    file.write_text("kind,size,label\na,99,x\n" + "\n".join(rows) + "\n")
    again = prepare(recipe.updated(excluded=keys))
    assert again.left_out.tolist() == [8], "one row further down, and 'd' has another code"
    assert not [n for n in again.notices if n.code == "data.excluded_lost"]
    del rows[7]
    file.write_text("kind,size,label\n" + "\n".join(rows) + "\n")
    gone = prepare(recipe.updated(excluded=keys))
    assert gone.count == 39
    assert [n.values["count"] for n in gone.notices if n.code == "data.excluded_lost"] == [1]


def test_rows_stay_left_out_when_columns_get_other_roles_types_and_cleaning(tmp_path):
    file = tmp_path / "t.csv"
    rows = [f"{i % 3},{i * 0.25 if i % 5 else ''},{'red' if i % 4 else 'blue'},{'xy'[i % 2]}" for i in range(60)]
    file.write_text("level,size,colour,label\n" + "\n".join(rows) + "\n")
    source = TableSource(path=str(file))
    recipe = DataRecipe(source=source)
    recipe = recipe.updated(excluded=sample_keys(prepare(recipe).raw, np.array([7, 10])))
    for changed in (
        recipe,
        recipe.updated(source=source.with_column("colour", role="ignore")),
        recipe.updated(source=source.with_column("level", type="category")),
        recipe.updated(cleaning=recipe.cleaning.updated(missing="interpolate")),
    ):
        assert prepare(changed).left_out.tolist() == [7, 10]
    fewer = prepare(recipe.updated(cleaning=recipe.cleaning.updated(missing="drop")))
    assert fewer.left_out.tolist() == [5], "row 10 is dropped for its gap, as row 0 and 5 before row 7"


def test_names_of_lines_are_no_keys():
    raw = numbers(names=[f"line {i}" for i in range(300)])
    assert sample_keys(raw, np.array([4]))[0].startswith("#")
    assert sample_keys(pictures(), np.array([4])) == ("c/4.png",)


def test_of_equal_samples_one_can_be_meant():
    raw = numbers()
    raw.inputs["x"].values[[5, 50, 90]] = raw.inputs["x"].values[2]
    raw.targets["label"].values[[5, 50, 90]] = raw.targets["label"].values[2]
    keys = sample_keys(raw, np.array([2, 5, 50, 90]))
    assert len(set(keys)) == 4
    assert find_samples(raw, keys[1:]).tolist() == [5, 50, 90]
    assert find_samples(raw, (keys[0], "#nonsense", "other")).tolist() == [2]


def test_the_parts_that_a_source_brings_stay_what_they_are():
    raw = numbers(given={"train": np.arange(200), "test": np.arange(200, 300)})
    data = prepare_raw(raw, DataRecipe(excluded=sample_keys(raw, np.array([10, 250]))))
    assert data.splits["test"].tolist() == [i for i in range(200, 300) if i != 250]
    assert 10 not in data.splits["train"] and 10 not in data.splits["validation"]


def test_leaving_everything_out_is_refused_in_words():
    raw = pictures()
    with pytest.raises(DataError, match="All 60 samples are left out"):
        prepare_raw(raw, DataRecipe(excluded=tuple(raw.names)))


def test_the_same_content_gets_the_same_number_and_other_content_another():
    values = np.array([[0.0, 1.0], [-0.0, 1.0], [1.0, 0.0], [np.nan, 1.0], [-np.nan, 1.0]], dtype=np.float32)
    raw = RawData("x", {"x": RawInput("table", values)}, {"y": RawTarget("regression", values[:, :1], names=("y",))})
    hashes = input_hashes(raw, np.arange(5))
    assert hashes[0] == hashes[1] != hashes[2] and hashes[3] == hashes[4] != hashes[0]
    places, group = groups_of_equal(hashes)
    assert sorted(zip(group.tolist(), places.tolist(), strict=True)) in (
        [(0, 0), (0, 1), (1, 3), (1, 4)],
        [(0, 3), (0, 4), (1, 0), (1, 1)],
    )


def test_keys_are_the_same_on_every_machine():
    raw = RawData(
        "x",
        {"x": RawInput("table", np.array([[1.5, 0.0], [2.0, 1.0]], dtype=np.float32), ("a", "b"), ((), ("no", "yes")))},
        {"y": RawTarget("classification", np.array([0, 1]), classes=("c", "d"))},
    )
    assert sample_keys(raw, np.array([0, 1])) == ("#0f64f6e27047779e", "#d13aa89e7ce72533")
