"""Tables in files: dialects, encodings, guesses, roles, and every way to get them wrong."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from pydantic import ValidationError

from workbench.engine.data.prepare import prepare
from workbench.engine.data.raw import RawData
from workbench.engine.data.recipe import DataRecipe
from workbench.engine.data.sources.recognise import source_from_path
from workbench.engine.data.sources.table import ColumnChoice, TableSource
from workbench.engine.errors import DataError

ROWS = "age,colour,bought\n1.5,red,yes\n2,blue,no\n3,red,yes\n4,blue,no\n"


def write(folder: Path, text: str | bytes, name: str = "t.csv") -> Path:
    (folder / name).write_bytes(text if isinstance(text, bytes) else text.encode())
    return folder / name


def load(path: Path, **fields: object) -> RawData:
    return TableSource.model_validate({"path": str(path), **fields}).load(lambda done, text: None)


def roles(raw: RawData) -> dict[str, tuple[str, str]]:
    return {c.name: (c.role, c.type) for c in raw.columns}


def cells(raw: RawData) -> list[list[object]]:
    part = raw.inputs["features"]
    return [[part.cell(i, k) for k in range(len(part.columns))] for i in range(len(part.values))]


@pytest.mark.parametrize(
    "text",
    [
        ROWS,
        ROWS.replace("\n", "\r\n"),
        ROWS.replace("\n", "\r"),
        ROWS.replace(",", ";"),
        ROWS.replace(",", "\t"),
        ROWS.replace(",", " | "),
        ROWS.replace(",", " , "),
        "\ufeff" + ROWS,
        ROWS.encode("utf-16"),
        ROWS.encode("utf-16-le"),
        "\n" + ROWS + "\n  \n",
        ROWS.replace("red", '"red"').replace("age", '"age"'),
        ROWS.replace("red", "'red'").replace("blue", "'blue'"),
        ROWS.rstrip("\n"),
    ],
)
def test_dialects(tmp_path, text):
    raw = load(write(tmp_path, text))
    assert roles(raw) == {
        "age": ("feature", "number"),
        "colour": ("feature", "category"),
        "bought": ("target", "category"),
    }
    assert cells(raw) == [[1.5, "red"], [2.0, "blue"], [3.0, "red"], [4.0, "blue"]]
    assert raw.targets["label"].classes == ("no", "yes") and raw.targets["label"].values.tolist() == [1, 0, 1, 0]
    assert raw.skipped == ()


@pytest.mark.parametrize(
    ("encoding", "word"),
    [("utf-8", "Zoë"), ("latin-1", "Zoë"), ("latin-1", "Müller"), ("gb18030", "北京"), ("utf-16", "北京")],
)
def test_encodings_are_guessed_and_told(tmp_path, encoding, word):
    raw = load(write(tmp_path, ROWS.replace("red", word).encode(encoding)))
    assert word in raw.inputs["features"].categories[1]
    assert encoding.upper() in raw.note


def test_another_encoding_than_the_files_is_told(tmp_path):
    with pytest.raises(DataError, match="is not UTF-8 text"):
        load(write(tmp_path, "a,b\n北,1\n".encode("gb18030")), encoding="utf-8")


def test_quotes_separators_and_newlines_in_cells(tmp_path):
    raw = load(write(tmp_path, 'a,b,y\n"x, ""1""\nz",1,p\n"x, ""1""\nz",2,q\nplain,3,p\nplain,x,y,z\nplain,4,q\n'))
    assert [row[0] for row in cells(raw)] == ['x, "1"\nz', 'x, "1"\nz', "plain", "plain"]
    assert [(s.item, s.reason) for s in raw.skipped] == [("line 7", "It has 4 cells where the other lines have 3.")]


def test_a_quotation_mark_that_stands_alone_swallows_no_row(tmp_path):
    lines = [
        f'{"good" if i % 2 else "bad"}\t"text {i % 7} of it' if i == 3 else f"{'ab'[i % 2]}\ttext {i % 7}"
        for i in range(30)
    ]
    raw = load(write(tmp_path, "\n".join(lines)), header="no", columns=[{"name": "column_1", "role": "target"}])
    assert len(raw.targets["label"].values) == 30


def test_words_for_missing(tmp_path):
    text = "n,c,y\n1,a,u\n ?, ?,v\nNA,NA,u\n,,v\nnan,null,u\n5,b,v\n"
    raw = load(write(tmp_path, text))
    numbers = raw.inputs["features"].values[:, 0]
    assert np.isnan(numbers).tolist() == [False, True, True, True, True, False]
    assert [row[1] for row in cells(raw)] == ["a", "", "", "", "", "b"]
    assert [(c.missing, c.distinct) for c in raw.columns] == [(4, 2), (4, 2), (0, 2)]


def test_no_header_gives_names_and_keeps_the_first_row(tmp_path):
    raw = load(write(tmp_path, "39, State-gov, <=50K\n50, Private, >50K\n38, Private, <=50K\n28, Private, >50K\n"))
    assert [c.name for c in raw.columns] == ["column_1", "column_2", "column_3"]
    assert raw.inputs["features"].values[0, 0] == 39
    assert load(write(tmp_path, "1,2\n3,4\n5,4\n7,2\n"), header="yes").columns[0].name == "1"


def test_ids_constants_and_free_text_are_ignored_and_told(tmp_path):
    lines = [f"{i},u{i},same,{i * 37 % 11},{'ab'[i % 2]}" for i in range(1, 61)]
    source = TableSource(path=str(write(tmp_path, "\n".join(["nr,name,kind,x,y", *lines]))))
    raw = source.load(lambda done, text: None)
    assert [c.role for c in raw.columns] == ["ignore", "ignore", "ignore", "feature", "target"]
    assert [n.values["column"] for n in raw.notices] == ["nr", "name", "kind"]
    assert all(str(n).endswith("it is ignored.") for n in raw.notices)
    kept = source.with_column("nr", role="feature").load(lambda done, text: None)
    assert kept.inputs["features"].columns == ("nr", "x")


def test_the_user_corrects_roles_types_and_the_target(tmp_path):
    source = TableSource(path=str(write(tmp_path, "a,b,c\n1,0.5,x\n2,1.5,y\n1,2.5,x\n2,3.5,y\n")))
    changed = source.with_column("b", role="target").with_column("a", type="category").with_column("c", role="ignore")
    raw = changed.load(lambda done, text: None)
    assert roles(raw) == {"a": ("feature", "category"), "b": ("target", "number"), "c": ("ignore", "category")}
    assert raw.targets["target"].names == ("b",) and cells(raw) == [["1"], ["2"], ["1"], ["2"]]
    again = changed.with_column("c", role="target")
    assert [c for c in again.columns if c.role == "target"] == [ColumnChoice(name="c", role="target")]
    assert again.with_column("c", role="auto").with_column("a", type="auto").columns == ()
    assert DataRecipe.model_validate_json(DataRecipe(source=again).model_dump_json()).source == again


def test_a_few_words_in_a_column_of_numbers_count_as_missing_and_are_told(tmp_path):
    lines = [f"{'oops' if i == 7 else i * 0.5},{'ab'[i % 2]}" for i in range(60)]
    raw = load(write(tmp_path, "\n".join(["x,y", *lines])))
    assert raw.columns[0].type == "number" and raw.columns[0].missing == 1
    assert "'oops'" in str(raw.notices[0])


def test_rows_without_a_target_are_listed(tmp_path):
    raw = load(write(tmp_path, "x,y\n1,a\n2,\n3,b\n4,?\n5,a\n"))
    assert raw.inputs["features"].values[:, 0].tolist() == [1, 3, 5]
    assert [(s.item, s.reason) for s in raw.skipped] == [
        ("line 3", "Its target 'y' is missing."),
        ("line 5", "Its target 'y' is missing."),
    ]


def test_names_that_stand_twice_are_told_apart(tmp_path):
    raw = load(write(tmp_path, "a,a,y\n1,2,u\n3,4,v\n5,6,u\n"))
    assert [c.name for c in raw.columns] == ["a", "a_2", "y"]


@pytest.mark.parametrize(
    ("header", "target"),
    [
        ("a,b,c", "c"),
        ("a,Target,c", "Target"),
        ("survived,class,c", "survived"),
        ("a,income,c", "c"),
        ("a,b,income", "income"),
        ("a,class,c", "class"),
    ],
)
def test_the_target_is_guessed(tmp_path, header, target):
    rows = "".join(f"{i % 5}.5,{i % 3}.5,{i % 2}.5\n" for i in range(30))
    assert [c.name for c in load(write(tmp_path, f"{header}\n{rows}")).columns if c.role == "target"] == [target]


def test_tasks(tmp_path):
    text = "x,y\n" + "".join(f"{i % 7},{i * 0.25}\n" for i in range(40))
    assert load(write(tmp_path, text)).targets["target"].task == "regression"
    text = "x,y\n" + "".join(f"{i % 7},{i % 3}\n" for i in range(40))
    assert load(write(tmp_path, text)).targets["label"].classes == ("0", "1", "2")
    assert load(write(tmp_path, text), task="regression").targets["target"].values.shape == (40, 1)


def test_parquet(tmp_path):
    import polars as pl

    frame = pl.DataFrame({"n": [1, None, 3, 4], "c": ["a", "b", None, "a"], "on": [True, False, True, False]})
    frame.with_columns(y=pl.Series(["u", "v", "u", "v"])).write_parquet(tmp_path / "t.parquet")
    raw = load(tmp_path / "t.parquet")
    assert roles(raw)["n"] == ("feature", "number") and roles(raw)["on"] == ("feature", "category")
    assert cells(raw)[0] == [1.0, "a", "true"] and cells(raw)[2][1] == "" and np.isnan(cells(raw)[1][0])
    (tmp_path / "cut.parquet").write_bytes((tmp_path / "t.parquet").read_bytes()[:60])
    with pytest.raises(DataError, match="damaged"):
        load(tmp_path / "cut.parquet")


def test_ten_thousand_classes_are_read_and_told(tmp_path):
    path = write(tmp_path, "x,y\n" + "".join(f"{i % 13},c{i}\n" for i in range(10_000)))
    prepared = prepare(DataRecipe(source=TableSource(path=str(path)).with_column("y", role="target")))
    assert len(prepared.raw.targets["label"].classes) == 10_000
    assert "data.many_classes" in [n.code for n in prepared.notices]


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "is empty"),
        (b"\n \n\n", "only empty lines"),
        (b"value\n1\n2\n3\n", "has one column"),
        (b"a,b\n", "has a header and no rows"),
        (b"a,b\n1,x\n", "no column left to learn from"),
        (b"a,b\n1,x\n2,x\n3,x\n4,x\n", "have the class 'x'"),
        (b"a,b\nx,1\nx,2\nx,1\n", "no column left to learn from"),
        (bytes(range(256)) * 20, "is not a text file"),
        (b"PK\x03\x04" + bytes(200), "is not a text file"),
        (b"version https://git-lfs.github.com/spec/v1\noid sha256:c5ad\nsize 18303650\n", "Git LFS pointer"),
        (b"<!DOCTYPE html><html>", "is a web page"),
    ],
)
def test_hostile_files_are_one_sentence(tmp_path, content, sentence):
    source = TableSource(path=str(write(tmp_path, content)))
    if content.startswith(b"a,b\n1,x"):
        source = source.with_column("b", role="target")
    with pytest.raises(DataError, match=sentence) as caught:
        prepare(DataRecipe(source=source))
    assert str(caught.value).count("\n") == 0


def test_wrong_choices_are_told(tmp_path):
    path = write(tmp_path, ROWS)
    with pytest.raises(DataError, match=r"has no column 'size'\. Its columns are age, colour, bought"):
        load(path, columns=[{"name": "size", "role": "target"}])
    with pytest.raises(DataError, match="holds text such as"):
        load(path, task="regression")
    with pytest.raises(DataError, match="which is no class"):
        load(path, task="classification", columns=[{"name": "age", "role": "target"}])
    for bad in ("ab", '"', "7", "\n"):
        with pytest.raises(ValidationError, match="one character"):
            TableSource(path="x", separator=bad)
    assert TableSource(path="x", separator="tab").separator == "\t"


def test_a_table_is_recognised_and_kept_relative(tmp_path):
    write(tmp_path, ROWS, "table.TSV")
    assert source_from_path(tmp_path / "table.TSV", tmp_path) == TableSource(path="table.TSV", guess="full")


def test_real_files(shared_data):
    for name, lines, width in (("adult-train", 32_561, 14), ("telco_churn", 7_043, 19), ("mammography", 11_183, 6)):
        raw = load(shared_data / "tables" / f"{name}.csv")
        assert raw.inputs["features"].values.shape == (lines, width) and not raw.skipped
    for name in ("empty.csv", "lfs_pointer_named_mnist_test.csv"):
        with pytest.raises(DataError):
            load(shared_data / "dirty" / name)
