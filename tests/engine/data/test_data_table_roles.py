"""Columns that are neither features nor targets: groups, weights, times and parts."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from workbench.engine.data.prepare import prepare
from workbench.engine.data.raw import RawData
from workbench.engine.data.recipe import DataRecipe
from workbench.engine.data.sources.table import TableSource
from workbench.engine.errors import DataError


def table(folder: Path, header: str, *rows: str) -> TableSource:
    path = folder / "t.csv"
    path.write_text("\n".join((header, *rows)) + "\n")
    return TableSource(path=str(path))


def load(source: TableSource) -> RawData:
    return source.load(lambda done, text: None)


def many(folder: Path, column: str, value, count: int = 60) -> TableSource:
    rows = (f"{i * 0.37 % 5:.2f},{value(i)},{'ab'[i * 7 % 3 % 2]}" for i in range(count))
    return table(folder, f"x,{column},y", *rows)


def roles(raw: RawData) -> dict[str, str]:
    return {c.name: c.role for c in raw.columns}


def test_a_group_column_is_no_feature_and_keeps_its_rows_together(tmp_path):
    source = many(tmp_path, "patient", lambda i: f"p{i % 12}").with_column("patient", role="group")
    raw = load(source)
    assert roles(raw) == {"x": "feature", "patient": "group", "y": "target"}
    assert raw.inputs["features"].columns == ("x",)
    data = prepare(DataRecipe.model_validate({"source": source, "split": {"method": "grouped"}}))
    seen = [set(raw.groups[rows].tolist()) for rows in data.splits.values()]
    assert sum(map(len, seen)) == 12 and all(seen)
    loose = prepare(DataRecipe(source=source))
    assert "data.groups_straddle" in {n.code for n in loose.notices}


def test_rows_without_a_group_count_as_one(tmp_path):
    raw = load(many(tmp_path, "g", lambda i: "" if i % 20 == 0 else f"p{i % 7}").with_column("g", role="group"))
    assert len(set(raw.groups[::20].tolist())) == 1 and raw.groups[0] not in raw.groups[1:20]
    assert any(n.text == "3 rows have no value in the group column 'g'; they count as one group." for n in raw.notices)


@pytest.mark.parametrize(
    ("value", "first", "second"),
    [
        (lambda i: i * 10, 0.0, 10.0),
        (lambda i: f"2024-02-{i % 28 + 1:02d}", 1706745600.0, 1706832000.0),
        (lambda i: f"2024-02-01 00:{i % 60:02d}:00", 1706745600.0, 1706745660.0),
        (lambda i: f"2024-02-01T00:{i % 60:02d}:00.250Z", 1706745600.25, 1706745660.25),
        (lambda i: f"2024/02/{i % 28 + 1:02d}", 1706745600.0, 1706832000.0),
    ],
)
def test_times_are_numbers_or_dates(tmp_path, value, first, second):
    raw = load(many(tmp_path, "when", value).with_column("when", role="time"))
    assert raw.order.dtype == np.float64 and raw.order[:2].tolist() == [first, second]
    assert not np.isnan(raw.order).any()


def test_by_time_the_newest_rows_are_the_test(tmp_path):
    source = many(tmp_path, "when", lambda i: "" if i == 5 else 1000 - i).with_column("when", role="time")
    data = prepare(DataRecipe.model_validate({"source": source, "split": {"method": "time"}}))
    assert data.splits["test"].tolist() == [0, 1, 2, 3, 4, 6, 7, 8, 9]
    assert data.count == 59 and 5 not in np.concatenate(list(data.splits.values()))
    assert "1 sample has no time" in " ".join(n.text for n in data.notices)


def test_a_column_of_words_is_no_time(tmp_path):
    with pytest.raises(DataError, match="The column 'when' holds no times, but 'soon'"):
        load(many(tmp_path, "when", lambda i: "soon").with_column("when", role="time"))


def test_weights_are_read_and_rows_without_one_left_out(tmp_path):
    source = many(tmp_path, "w", lambda i: "" if i in (3, 8) else i + 0.5).with_column("w", role="weight")
    raw = load(source)
    assert raw.weights.dtype == np.float32 and raw.weights[:4].tolist() == [0.5, 1.5, 2.5, 4.5]
    assert len(raw.weights) == len(raw.inputs["features"].values) == len(raw.targets["label"].values) == 58
    assert [(s.item, s.reason) for s in raw.skipped] == [
        ("line 5", "Its weight 'w' is missing."),
        ("line 10", "Its weight 'w' is missing."),
    ]


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (lambda i: i - 5, "The data has the weight -5"),
        (lambda i: 0, "The data has the weight 0 for every sample"),
        (lambda i: "heavy", "The column 'w' holds no weights, but 'heavy'"),
    ],
)
def test_bad_weights_are_refused(tmp_path, value, said):
    source = many(tmp_path, "w", value).with_column("w", role="weight")
    with pytest.raises(DataError) as caught:
        prepare(DataRecipe(source=source))
    assert str(caught.value).startswith(said)


def test_weights_belong_to_the_fingerprint_and_groups_do_not(tmp_path):
    def mark(name, value, role):
        folder = tmp_path / name
        folder.mkdir()
        return prepare(DataRecipe(source=many(folder, "c", value).with_column("c", role=role))).fingerprint

    plain = mark("a", lambda i: 1, "ignore")
    assert mark("b", lambda i: i % 3, "group") == plain
    assert mark("c", lambda i: 1 + i % 3, "weight") != mark("d", lambda i: 1 + i % 2, "weight") != plain


PART = ("Train", "train", "train", "val", "TEST")


def test_a_column_of_parts_is_guessed_and_used(tmp_path):
    source = table(tmp_path, "x,y,fold", *(f"{i * 7 % 11},{'ab'[i % 2]},{PART[i % 5]}" for i in range(50)))
    raw = load(source)
    assert roles(raw) == {"x": "feature", "y": "target", "fold": "split"}, "the last column is not the target"
    data = prepare(DataRecipe(source=source))
    assert data.splits["test"].tolist() == list(range(4, 50, 5))
    assert data.splits["validation"].tolist() == list(range(3, 50, 5))
    drawn = prepare(DataRecipe.model_validate({"source": source, "split": {"given": False}}))
    assert drawn.splits["test"].tolist() != data.splits["test"].tolist()
    told = source.with_column("fold", role="feature")
    assert roles(load(told))["fold"] == "feature"


def test_rows_of_no_part_are_drawn_and_strange_parts_refused(tmp_path):
    names = ("train", "", "test")
    source = table(tmp_path, "x,part,y", *(f"{i * 1.5},{names[i % 3]},{'ab'[i % 2]}" for i in range(60)))
    data = prepare(DataRecipe(source=source))
    assert data.splits["test"].tolist() == list(range(2, 60, 3))
    assert len(data.splits["validation"]) == 6
    odd = table(tmp_path, "x,part,y", *(f"{i * 1.5},{('train', 'holdout')[i % 2]},{'ab'[i % 2]}" for i in range(60)))
    assert roles(load(odd))["part"] == "feature"
    with pytest.raises(
        DataError, match=r"holds 'holdout', which is not the name of a part\. Known are train, training,"
    ):
        load(odd.with_column("part", role="split"))


def test_parts_survive_rows_that_are_dropped(tmp_path):
    source = table(
        tmp_path,
        "x,part,y",
        *(f"{'' if i % 7 == 0 else i},{('train', 'test')[i % 2]},{'ab'[i // 2 % 2]}" for i in range(70)),
    )
    data = prepare(DataRecipe.model_validate({"source": source, "cleaning": {"missing": "drop"}}))
    kept = [i for i in range(70) if i % 7]
    assert [int(data.raw.inputs["features"].values[k, 0]) for k in data.splits["test"]] == [i for i in kept if i % 2]


def test_taking_some_samples_takes_all_that_belongs_to_them(tmp_path):
    source = many(tmp_path, "w", lambda i: i + 1).with_column("w", role="weight")
    raw = load(source)
    raw = RawData(
        **{
            **raw.__dict__,
            "groups": np.arange(60),
            "order": np.arange(60.0),
            "names": [f"s{i}" for i in range(60)],
            "contents": np.arange(60) + 100,
            "given": {"test": np.array([0, 5, 6])},
            "digest": "abc",
            "rows": lambda: np.arange(60, dtype=np.uint64) + 7,
        }
    )
    some = raw.taking(np.array([0, 6, 59]))
    assert some.groups.tolist() == [0, 6, 59] and some.order.tolist() == [0.0, 6.0, 59.0]
    assert some.names == ["s0", "s6", "s59"] and some.contents.tolist() == [100, 106, 159]
    assert some.given["test"].tolist() == [0, 1] and some.weights.tolist() == [1.0, 7.0, 60.0]
    assert some.inputs["features"].values.tolist() == raw.inputs["features"].values[[0, 6, 59]].tolist()
    assert some.rows().tolist() == [7, 13, 66] and len(next(iter(some.targets.values())).values) == 3
    again = some.taking(np.array([1, 2]))
    assert again.names == ["s6", "s59"] and again.rows().tolist() == [13, 66] and again.given["test"].tolist() == [0]
    assert some.digest == "", "other content has another hash"


@pytest.mark.parametrize("role", ["group", "weight", "time", "split"])
def test_a_role_has_one_column(tmp_path, role):
    source = table(tmp_path, "a,b,y", "1,2,u", "2,3,v").with_column("a", role=role).with_column("b", role=role)
    assert [(c.name, c.role) for c in source.columns] == [("b", role)]
