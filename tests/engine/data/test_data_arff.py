"""ARFF: attributes of every type, dense and sparse rows, and files that are none."""

from __future__ import annotations

import io
from pathlib import Path

import numpy as np
import pytest
from scipy.io import arff as oracle

from workbench.engine.data.arff import read_arff
from workbench.engine.data.raw import RawData
from workbench.engine.data.sources.recognise import candidates
from workbench.engine.data.sources.table import TableSource
from workbench.engine.errors import DataError

WEATHER = """% A comment
@RELATION 'the weather'

@attribute outlook {sunny, 'over cast', rainy}
@ATTRIBUTE temperature NUMERIC
@attribute 'wind speed' real
@attribute level {1, 2, 3}
@attribute play {yes, no}

@DATA
sunny,85,0.5,1,no
'over cast', 83 , 1e-3,2,yes
% between
rainy,?,2,3,?
?,70,-1.5,1,'no'
"""


def load(path: Path, **fields: object) -> RawData:
    return TableSource.model_validate({"path": str(path), **fields}).load(lambda done, text: None)


def write(folder: Path, text: str, name: str = "t.arff") -> Path:
    (folder / name).write_text(text, "utf-8")
    return folder / name


def test_types_quotes_comments_and_missing_values(tmp_path):
    raw = load(write(tmp_path, WEATHER))
    assert {c.name: (c.role, c.type) for c in raw.columns} == {
        "outlook": ("feature", "category"),
        "temperature": ("feature", "number"),
        "wind speed": ("feature", "number"),
        "level": ("feature", "category"),
        "play": ("target", "category"),
    }
    assert raw.targets["label"].classes == ("no", "yes") and raw.targets["label"].values.tolist() == [0, 1, 0]
    part = raw.inputs["features"]
    assert part.cell(1, 0) == "over cast" and part.cell(0, 3) == "1" and part.cell(2, 0) == ""
    assert part.values[:, 2].tolist() == pytest.approx([0.5, 1e-3, -1.5])
    assert raw.note.endswith("read as ARFF in UTF-8")
    assert [s.reason for s in raw.skipped] == ["Its target 'play' is missing."]


def test_agrees_with_another_reader():
    random = np.random.RandomState(0)
    rows = [f"{random.randn()!r},{'abc'[random.randint(3)]},{random.randint(9)}" for _ in range(200)]
    text = "@relation r\n@attribute x real\n@attribute k {a,b,c}\n@attribute n numeric\n@data\n" + "\n".join(rows)
    mine = read_arff(text.encode(), "t").frame
    theirs, _ = oracle.loadarff(io.StringIO(text))
    assert mine["x"].to_list() == theirs["x"].tolist() and mine["n"].to_list() == theirs["n"].tolist()
    assert mine["k"].to_list() == [v.decode() for v in theirs["k"]]


def test_escapes_commas_in_quotes_strings_and_dates():
    text = (
        "@relation r\n@attribute s string\n@attribute \"it's\" {'a,b', 'c\\'d', e}\n"
        "@attribute when date 'yyyy-MM-dd'\n@data\n"
        "'one, two','a,b','2024-01-31'\n\"say \\\"hi\\\"\",'c\\'d',?\n'line\\nbreak',e,\"2024-02-01\"\n"
    )
    table = read_arff(text.encode(), "t")
    assert table.frame.rows() == [
        ("one, two", "a,b", "2024-01-31"),
        ('say "hi"', "c'd", None),
        ("line\nbreak", "e", "2024-02-01"),
    ]
    assert table.frame.columns == ["s", "it's", "when"] and table.nominal == {"it's"}


def test_sparse_rows_are_zero_where_nothing_is_named():
    text = (
        "@relation r\n@attribute a numeric\n@attribute k {x, 'y z'}\n@attribute b numeric\n@attribute s string\n@data\n"
        "{0 1.5, 2 -3}\n{1 'y z', 3 'hey, you'}\n{}\n{2 ?}\n{7 1}\n{1 y z\n1,x,2,t\n"
    )
    table = read_arff(text.encode(), "t")
    assert table.frame.rows() == [
        (1.5, "x", -3.0, None),
        (0.0, "y z", 0.0, "hey, you"),
        (0.0, "x", 0.0, None),
        (0.0, "x", None, None),
        (1.0, "x", 2.0, "t"),
    ]
    assert table.lines.tolist() == [7, 8, 9, 10, 13]
    assert [(s.item, s.reason) for s in table.skipped] == [
        ("line 11", "'7 1' does not name one of the 4 attributes and its value."),
        ("line 12", "It has no closing brace."),
    ]


def test_rows_that_do_not_fit_are_listed():
    text = "@relation r\n@attribute a numeric\n@attribute k {x,y}\n@data\n1,x\n2\n3,z\nfour,y\n'5,x\n6,y,7\n8,y\n"
    table = read_arff(text.encode(), "t")
    assert table.frame.rows() == [(1.0, "x"), (8.0, "y")]
    assert [(s.item, s.reason) for s in table.skipped] == [
        ("line 6", "It has 1 cell where 2 attributes are declared."),
        ("line 7", "'z' is none of the values that 'k' has."),
        ("line 8", "'four' is no number, as 'a' should be."),
        ("line 9", "A quotation mark has no end."),
        ("line 10", "It has 3 cells where 2 attributes are declared."),
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("@relation r\n@data\n1,2\n", "it has no attributes"),
        ("@relation r\n@attribute a numeric\n", "it ends before @data"),
        ("@relation r\n@attribute a numeric\n1,2\n@data\n", "line 3 reads '1,2'"),
        ("@relation r\n@attribute k {a,b\n@data\na\n", "the values of 'k' in line 2 have no end"),
        ("@relation r\n@attribute k relational\n@data\na\n", "The attribute 'k' of 't' has the type 'relational'"),
        ("@relation r\n@attribute k\n@data\na\n", "has the type ''"),
        ("@relation r\n@attribute k {a}\n@data\na\n", "has 1 attributes and 1 rows"),
        ("@relation r\n@attribute a numeric\n@attribute b numeric\n@data\n", "has 2 attributes and 0 rows"),
    ],
)
def test_what_is_no_arff_is_told(text, said):
    with pytest.raises(DataError, match=said):
        read_arff(text.encode(), "t")


def test_recognised_by_content_and_encodings(tmp_path):
    path = write(tmp_path, WEATHER, "weather.txt")
    best = candidates(path)[0]
    assert (best.source.kind, best.why) == ("table", "an ARFF file")
    (tmp_path / "l.arff").write_bytes(WEATHER.replace("sunny", "Zoë").encode("latin-1"))
    assert "Zoë" in load(tmp_path / "l.arff").inputs["features"].categories[0]
    (tmp_path / "u.arff").write_bytes(WEATHER.encode("utf-16"))
    assert load(tmp_path / "u.arff").note.endswith("UTF-16")
    head = best.source.head(lambda done, text: None)
    assert head.whole and [c.type for c in head.columns][:4] == ["category", "number", "number", "category"]
