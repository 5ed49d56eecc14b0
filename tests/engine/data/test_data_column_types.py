"""Dates, yes and no, and free text in tables: recognised, turned into numbers, and taken from new rows in the same way."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import polars as pl
import pytest

from workbench.engine.data.apply import transform_inputs
from workbench.engine.data.dates import as_parts, date_text, look_like_dates, read_dates
from workbench.engine.data.new_samples import read_samples, row_from_values
from workbench.engine.data.prepare import prepare
from workbench.engine.data.prepared import PreparedData
from workbench.engine.data.recipe import DataRecipe
from workbench.engine.data.sources.table import TableSource
from workbench.engine.data.words import hashed_words, words_of
from workbench.engine.errors import DataError


def dates_of(*cells: str) -> list[str]:
    found = read_dates(pl.Series(cells))
    return [date_text(d, found.timed) for d in found.days + found.seconds / 86_400]


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        (["2020-01-31", "2021-02-28"], ["2020-01-31", "2021-02-28"]),
        (["31/01/2020", "01/02/2020"], ["2020-01-31", "2020-02-01"]),
        (["01/31/2020", "02/01/2020"], ["2020-01-31", "2020-02-01"]),
        (["31.01.20", "1.2.99"], ["2020-01-31", "1999-02-01"]),
        (["5-Mar-19", "7 December 2020"], ["2019-03-05", "2020-12-07"]),
        (["Jan 5, 2020", "February 6, 2020"], ["2020-01-05", "2020-02-06"]),
        (["2020年1月5日", "2020年12月31日"], ["2020-01-05", "2020-12-31"]),
        (["2020-02-30", "2020-01-01"], ["", "2020-01-01"]),
        (["2020-01-31T10:15:00Z", "2020-01-31 11:00"], ["2020-01-31 10:15", "2020-01-31 11:00"]),
        (["01/31/2020 1:05 PM", "02/01/2020 12:30 AM"], ["2020-01-31 13:05", "2020-02-01 00:30"]),
    ],
)
def test_dates_are_read_in_the_order_that_the_cells_show(cells, expected):
    assert dates_of(*cells) == expected


@pytest.mark.parametrize("cells", [["1.5", "2.5"], ["red", "blue"], ["10-20", "30-40"], ["", ""], ["12345678"] * 9])
def test_what_is_no_date(cells):
    assert not look_like_dates(pl.Series(cells))


def test_the_parts_of_a_date_are_what_the_calendar_says():
    dates = read_dates(pl.Series(["2000-01-01 06:00", "2000-01-03 00:00", "2001-01-01 12:00"]))
    parts = as_parts(dates, timed=True)
    assert parts[:, 0].tolist() == [0.25, 2.0, 366.5]
    assert np.allclose(parts[[0, 2], 1], 0) and np.allclose(parts[[0, 2], 2], 1), "New Year is the start of the circle"
    assert np.allclose(parts[1:, 3], 0) and np.allclose(parts[1:, 4], 1), "both were Mondays"
    assert np.allclose(parts[:, 5:], [[1, 0], [0, 1], [0, -1]], atol=1e-12)


def test_words_are_counted_by_hash_and_chinese_in_pairs():
    assert words_of("Don't STOP, 北京大学!") == ["don", "t", "stop", "北京", "京大", "大学"]
    found = hashed_words(["good film", "film good", "bad film", "", None])
    assert (found[0] == found[1]).all() and (found[0] != found[2]).any()
    assert np.allclose((found[:3] ** 2).sum(axis=1), 1) and not found[3].any() and np.isnan(found[4]).all()


@pytest.fixture
def table(tmp_path: Path) -> Path:
    words = [
        "the film was good fun",
        "a bad and boring film",
        "good actors and a good plot",
        "boring from start to end",
    ]
    lines = ["day,member,flag,review,kind"]
    for i in range(100):
        review = f"{words[i % 4]} number {i}"
        lines.append(f"{i % 28 + 1}/{i % 12 + 1}/2021,{['Yes', 'no'][i % 2]},{i % 2},{review},{'ab'[i % 2]}")
    for i in (4, 5, 6, 7):
        lines[i] = f",,,{words[0]} {i},{'ab'[i % 2]}"
    (tmp_path / "t.csv").write_text("\n".join(lines) + "\n")
    return tmp_path / "t.csv"


def ready(table: Path, **types: str) -> PreparedData:
    source = TableSource(path=str(table), guess="full")
    for name, kind in types.items():
        source = source.with_column(name, role="feature", type=kind)
    return prepare(DataRecipe(source=source))


def test_types_are_guessed_only_where_it_is_asked_for(table):
    full, basic = ready(table), prepare(DataRecipe(source=TableSource(path=str(table))))
    assert [(c.name, c.role, c.type) for c in full.raw.columns] == [
        ("day", "feature", "date"),
        ("member", "feature", "boolean"),
        ("flag", "feature", "boolean"),
        ("review", "ignore", "text"),
        ("kind", "target", "category"),
    ]
    assert {c.type for c in basic.raw.columns} == {"number", "category"}, "older projects stay as they were"
    assert any("holds free text" in str(n) and "type text" in str(n) for n in full.notices)
    assert "Only 'no' and 'Yes' stand here." in [c.reason for c in full.raw.columns]


def test_a_boolean_becomes_one_number_and_a_date_its_parts(table):
    data = ready(table)
    how = data.preprocess.inputs["features"]
    assert how.table is not None
    outputs = how.table.outputs(how.columns)
    assert [o for o in outputs if "member" in o] == ["member = Yes", "member = missing"]
    assert [o for o in outputs if o.startswith("day")][:2] == ["day: days", "day: season (sin)"]
    part = data.raw.inputs["features"]
    assert [c.name for c in part.shown] == ["day", "member", "flag"]
    assert part.shown_cell(0, part.shown[0]) == "1/1/2021" and part.shown_cell(0, part.shown[1]) == "Yes"


def test_new_rows_go_the_same_way(table, tmp_path):
    data = ready(table, review="text")
    rows = table.read_text().splitlines()
    (tmp_path / "new.csv").write_text("\n".join([rows[0], *rows[1:40]]) + "\n")
    new = read_samples(tmp_path / "new.csv", data.preprocess)
    part = data.raw.inputs["features"]
    np.testing.assert_array_equal(new.inputs["features"], part.values[:39])
    how = data.preprocess.inputs["features"]
    np.testing.assert_array_equal(
        transform_inputs(new.inputs["features"], how), transform_inputs(part.values[:39], how)
    )
    typed = row_from_values({"day": "1/1/2021", "member": "TRUE", "flag": "0", "review": "a film"}, data.preprocess)
    assert typed.inputs["features"][0, 5:7].tolist() == [1, 0] and typed.notes == ()


def test_a_bad_date_is_told(table):
    row = {"day": "31/2/2021", "member": "yes", "flag": "1"}
    with pytest.raises(DataError, match=r"'31/2/2021' in 'day' is not a date.*31/12/2024"):
        row_from_values(row, ready(table).preprocess)


def test_cells_that_are_no_dates_count_as_missing_and_are_told(tmp_path):
    lines = [f"2021-03-{i % 28 + 1:02d},{'ab'[i % 2]}" for i in range(60)]
    lines[5] = "unknown,b"
    (tmp_path / "t.csv").write_text("\n".join(["when,y", *lines]) + "\n")
    data = ready(tmp_path / "t.csv")
    assert next((c.type, c.missing) for c in data.raw.columns) == ("date", 1)
    assert any("'unknown' instead of a date" in str(n) for n in data.notices)


def test_the_order_of_day_and_month_is_told_where_it_is_open(tmp_path):
    lines = [f"{i % 9 + 1}/{i % 7 + 1}/2021,{i % 2}" for i in range(60)]
    (tmp_path / "t.csv").write_text("\n".join(["when,y", *lines]) + "\n")
    data = ready(tmp_path / "t.csv")
    assert any("either number may be the day" in str(n) and "day first" in str(n) for n in data.notices)
    source = TableSource(path=str(tmp_path / "t.csv"), guess="full").with_column("when", date_order="mdy")
    other = prepare(DataRecipe(source=source))
    assert other.raw.inputs["features"].values[10, 0] != data.raw.inputs["features"].values[10, 0]
    assert not any("either number" in str(n) for n in other.notices)


def test_a_column_with_one_value_nearly_everywhere_is_told(tmp_path):
    lines = [f"{'x' if i != 77 else 'z'},{i % 9},{'ab'[i % 2]}" for i in range(3000)]
    (tmp_path / "t.csv").write_text("\n".join(["c,n,y", *lines]) + "\n")
    assert any("'c' is 'x' in all but 1 of 3,000 rows" in str(n) for n in ready(tmp_path / "t.csv").notices)
