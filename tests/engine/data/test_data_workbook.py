"""Workbooks: sheets, headers, dates, and files that mean harm."""

from __future__ import annotations

import time
from pathlib import Path

import numpy as np
import pytest
from workbook_files import DAY, ods, xlsx

from workbench.engine.data.new_samples import read_samples
from workbench.engine.data.prepare import prepare
from workbench.engine.data.raw import RawData
from workbench.engine.data.recipe import Cancelled, DataRecipe
from workbench.engine.data.sources.recognise import candidates, source_from_path
from workbench.engine.data.sources.table import TableSource
from workbench.engine.errors import DataError

ROWS = [
    [i * 0.25 if i % 5 else None, (DAY, 45292 + i), "red" if i % 2 else "blue", i % 3 == 0, "uv"[i // 2 % 2]]
    for i in range(30)
]
TABLE = [["size", "when", "colour", "on", "y"], *ROWS]


def load(path: Path, **fields: object) -> RawData:
    return TableSource.model_validate({"path": str(path), **fields}).load(lambda done, text: None)


def roles(raw: RawData) -> dict[str, tuple[str, str]]:
    return {c.name: (c.role, c.type) for c in raw.columns}


def test_a_sheet_is_a_table_like_any_other(tmp_path):
    path = xlsx(tmp_path / "b.xlsx", {"Info": [["About"]], "Sales": [["Sales of 2024"], [], *TABLE]})
    raw = load(path)
    assert raw.note == "30 rows and 5 columns, read as the sheet 'Sales' beside 'Info' with a header"
    kinds = roles(raw)
    assert kinds["size"] == ("feature", "number") and kinds["y"] == ("target", "category")
    size = raw.inputs["features"].values[:, list(raw.inputs["features"].columns).index("size")]
    assert np.isnan(size[0]) and size[1:5].tolist() == [0.25, 0.5, 0.75, 1.0]
    assert [(s.item, s.reason) for s in raw.skipped] == [("row 1", "It stands above the table.")]
    assert raw.targets["label"].classes == ("u", "v")
    data = prepare(DataRecipe(source=TableSource(path=str(path))))
    assert data.count == 30


def test_dates_are_times_to_split_by(tmp_path):
    path = xlsx(tmp_path / "b.xlsx", {"S": TABLE})
    raw = TableSource(path=str(path)).with_column("when", role="time").load(lambda done, text: None)
    assert raw.order[0] == 1704067200.0 and (np.diff(raw.order) == 86400.0).all()


def test_numbers_keep_all_their_digits_also_beside_texts(tmp_path):
    values = [0.1 + 0.2, 1e-20, 1 / 3, 12345678901.125, "n/a", -7]
    rows = [[v, "ba"[i % 2], i] for i, v in enumerate(values * 5)]
    raw = load(xlsx(tmp_path / "b.xlsx", {"S": [["x", "y", "z"], *rows]}), columns=[{"name": "x", "type": "number"}])
    x = raw.inputs["features"].values[:, 0]
    assert x[:4].tolist() == np.float32(values[:4]).tolist() and np.isnan(x[4]) and x[5] == -7


def test_whole_numbers_are_written_without_a_fraction(tmp_path):
    rows = [[i % 3, float(i) / 4, "ab"[i % 2]] for i in range(30)]
    raw = load(xlsx(tmp_path / "b.xlsx", {"S": [["k", "x", "y"], *rows]}), columns=[{"name": "k", "type": "category"}])
    assert raw.inputs["features"].categories[0] == ("0", "1", "2")


@pytest.mark.parametrize("header", ["yes", "no", "auto"])
def test_header_is_guessed_or_told(tmp_path, header):
    rows = [[i * 1.5, "ab"[i % 2]] for i in range(20)]
    named = load(xlsx(tmp_path / "a.xlsx", {"S": [["x", "y"], *rows]}), header=header)
    if header != "no":
        assert set(roles(named)) == {"x", "y"}
    plain = load(xlsx(tmp_path / "b.xlsx", {"S": rows}), header="no" if header == "no" else "auto")
    assert set(roles(plain)) == {"column_1", "column_2"} and len(plain.targets["label"].values) == 20


def test_new_rows_come_from_workbooks_too(tmp_path):
    path = xlsx(tmp_path / "b.xlsx", {"S": TABLE})
    data = prepare(DataRecipe(source=TableSource(path=str(path), guess="full")))
    found = read_samples(xlsx(tmp_path / "new.xlsx", {"S": TABLE[:6]}), data.preprocess)
    part = data.raw.inputs["features"]
    np.testing.assert_array_equal(found.inputs["features"], part.values[:5])
    with pytest.raises(DataError, match=r"The header of 'less\.xlsx' has no column 'size'"):
        read_samples(xlsx(tmp_path / "less.xlsx", {"S": [row[1:] for row in TABLE]}), data.preprocess)


def test_the_sheet_can_be_chosen_and_a_wrong_one_is_told(tmp_path):
    other = [["p", "q"], *([i, "uv"[i % 2]] for i in range(20))]
    path = xlsx(tmp_path / "b.xlsx", {"First": TABLE, "Zweites Blatt": other})
    assert set(roles(load(path))) == set(TABLE[0])
    assert set(roles(load(path, sheet="Zweites Blatt"))) == {"p", "q"}
    with pytest.raises(DataError) as caught:
        load(path, sheet="Third")
    assert (
        str(caught.value) == "'b.xlsx' has no sheet 'Third'. Its sheets are First, Zweites Blatt. Choose one of these."
    )


def test_xls_and_ods(tmp_path):
    old = load(Path(__file__).parent / "examples" / "workbook.xls")
    assert roles(old) == {"age": ("feature", "number"), "colour": ("feature", "category"), "y": ("target", "category")}
    assert len(old.targets["label"].values) == 30 and "the sheet 'Sheet1'" in old.note
    open_document = load(ods(tmp_path / "t.ods", [["a", "b"], *([i / 2, "xy"[i % 2]] for i in range(20))]))
    assert open_document.inputs["features"].values[:3, 0].tolist() == [0.0, 0.5, 1.0]
    assert open_document.targets["label"].classes == ("x", "y")


def test_recognised_by_content_whatever_it_is_called(tmp_path):
    path = xlsx(tmp_path / "b.dat", {"S": TABLE})
    found = candidates(path)
    assert (found[0].kind, found[0].source.kind, found[0].why) == ("table", "table", "a workbook")
    head = source_from_path(path).head(lambda done, text: None)
    assert (
        head.guessed == {"sheet": "S", "header": "yes"}
        and head.whole
        and head.cells[1][:3] == ("0.25", "2024-01-02", "red")
    )
    assert (
        "sheet" in TableSource(path="x.XLSX").used_fields()
        and "separator" not in TableSource(path="x.ods").used_fields()
    )


def test_a_sheet_that_claims_more_cells_than_there_is_memory_for(tmp_path):
    far = '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    began = time.process_time()
    with pytest.raises(DataError, match="claims more cells than there is memory for"):
        load(xlsx(tmp_path / "b.xlsx", {"S": TABLE}, extra=far))
    assert time.process_time() - began < 20


@pytest.mark.parametrize("cut", [0.3, 0.9])
def test_cut_short(tmp_path, cut):
    path = xlsx(tmp_path / "b.xlsx", {"S": TABLE})
    path.write_bytes(path.read_bytes()[: int(cut * path.stat().st_size)])
    with pytest.raises(DataError, match=r"'b\.xlsx' is damaged, cut short, or no workbook"):
        load(path)


def test_a_password_is_told(tmp_path):
    path = tmp_path / "b.xlsx"
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 1000 + "EncryptedPackage".encode("utf-16-le"))
    with pytest.raises(DataError, match=r"'b\.xlsx' is protected by a password"):
        load(path)


@pytest.mark.parametrize("rows", [[], [["only"]], [["only"], [1], [2]], [["a", "b"]]])
def test_no_table_on_the_sheet(tmp_path, rows):
    with pytest.raises(DataError, match=r"The sheet 'S' of 'b\.xlsx' has \d filled columns and \d rows"):
        load(xlsx(tmp_path / "b.xlsx", {"S": rows}))


def test_cancelling_ends_the_reader(tmp_path):
    rows = [[i, "ab"[i % 2], "x" * 20] for i in range(20_000)]
    path = xlsx(tmp_path / "b.xlsx", {"S": [["a", "b", "c"], *rows]})

    def stop(done: float, text: str) -> None:
        if stop.calls:
            raise Cancelled
        stop.calls += 1

    stop.calls = 0
    with pytest.raises(Cancelled):
        TableSource(path=str(path)).load(stop)
