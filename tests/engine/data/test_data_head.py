"""The first samples of a source: quick, and guessed as all of it would be."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import polars as pl
import pytest
from PIL import Image

from workbench.engine.data.head import SAMPLES, Head, cut
from workbench.engine.data.raw import RawData, RawInput, RawTarget
from workbench.engine.data.sources.image_folder import ImageFolderSource
from workbench.engine.data.sources.npz import NpzSource
from workbench.engine.data.sources.table import TableSource
from workbench.engine.errors import DataError


def head(source) -> Head:
    return source.head(lambda done, text: None, Path())


def table(path: Path, content: str, encoding: str = "utf-8") -> TableSource:
    path.write_bytes(content.encode(encoding))
    return TableSource(path=str(path))


def test_small_tables_are_shown_whole(tmp_path: Path):
    found = head(table(tmp_path / "t.csv", "id,name,sold\n1,Ann,yes\n2,,no\n3,Bo,yes\n"))
    assert found.cells == (("1", "Ann", "yes"), ("2", "", "no"), ("3", "Bo", "yes"))
    assert [(c.name, c.role) for c in found.columns][-1] == ("sold", "target")
    assert found.guessed == {"separator": ",", "encoding": "utf-8", "header": "yes"}
    assert found.whole and found.trouble is None


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_the_beginning_of_a_long_table_in_any_encoding(tmp_path: Path, encoding: str):
    rows = "".join(f"{k};第{k}行;{k % 2}\n" for k in range(60_000))
    found = head(table(tmp_path / "t.csv", "编号;名称;标签\n" + rows, encoding))
    assert [c.name for c in found.columns] == ["编号", "名称", "标签"]
    assert len(found.cells) == 200 and found.cells[199] == ("199", "第199行", "1")
    assert found.guessed["encoding"] == encoding.removesuffix("-sig") and not found.whole


def test_a_very_long_file_is_not_read(tmp_path: Path):
    with (tmp_path / "large.csv").open("wb") as file:
        file.write(b"a,b\n" + b"1,2\n" * 90_000)
        file.truncate(1 << 36)
    assert len(head(TableSource(path=str(tmp_path / "large.csv"))).cells) == 200


def test_lines_longer_than_what_is_read_at_first(tmp_path: Path):
    wide = ",".join(f"column number {k} {'x' * 300}" for k in range(1000))
    row = ",".join("1" for _ in range(1000))
    found = head(table(tmp_path / "wide.csv", f"{wide}\n{row}\n{row}\n"))
    assert len(found.columns) == 1000 and len(found.cells) == 2


def test_corrections_are_followed(tmp_path: Path):
    source = table(tmp_path / "t.csv", "a;b,c\n1;2,3\n4;5,6\n")
    assert [c.name for c in head(source.updated(separator=",")).columns] == ["a;b", "c"]
    bare = head(source.updated(separator=";", header="no"))
    assert [c.name for c in bare.columns] == ["column_1", "column_2"] and bare.cells[0] == ("a", "b,c")


def test_a_table_that_cant_be_used_still_shows_its_columns(tmp_path: Path):
    source = table(tmp_path / "t.csv", "x,y\n1,2\n3,5\n").with_column("x", role="ignore")
    found = head(source)
    assert found.raw is None and found.trouble is not None and "no column left to learn from" in str(found.trouble)
    assert [(c.name, c.role) for c in found.columns] == [("x", "ignore"), ("y", "feature")]
    assert found.cells == (("1", "2"), ("3", "5"))


def test_parquet(tmp_path: Path):
    pl.DataFrame({"a": [1, None, 3] * 100, "b": ["x", "y", "z"] * 100}).write_parquet(tmp_path / "t.parquet")
    found = head(TableSource(path=str(tmp_path / "t.parquet")))
    assert found.cells[:2] == (("1", "x"), ("", "y")) and len(found.cells) == 200 and not found.whole


def test_pictures_of_every_class(tmp_path: Path):
    for number, name in enumerate(["cats", "dogs", "owls"]):
        (tmp_path / name).mkdir()
        for k in range(40):
            Image.new("RGB", (10, 10), (80 * number, 2 * k, 0)).save(tmp_path / name / f"{k}.png")
    (tmp_path / "cats" / "0.png").write_bytes(b"no picture")
    found = head(ImageFolderSource(path=str(tmp_path), size=(8, 8)))
    assert found.raw is not None and found.raw.inputs["image"].values.shape[1:] == (8, 8, 3)
    target = found.raw.targets["label"]
    assert target.classes == ("cats", "dogs", "owls") and min(np.bincount(target.values)) >= SAMPLES // 3 - 1
    assert len(found.raw.names) == len(target.values) < 50


def test_a_folder_without_pictures_says_so(tmp_path: Path):
    (tmp_path / "cats").mkdir()
    with pytest.raises(DataError, match="holds no pictures"):
        head(ImageFolderSource(path=str(tmp_path)))


def test_arrays_are_cut_evenly_from_the_classes(tmp_path: Path):
    np.savez(tmp_path / "a.npz", x=np.arange(600.0).reshape(300, 2), y=np.repeat([0, 1, 2], 100))
    found = head(NpzSource(path=str(tmp_path / "a.npz")))
    assert found.raw is not None
    labels = next(iter(found.raw.targets.values())).values
    assert np.bincount(labels).tolist() == [16, 16, 16]


def test_cut_keeps_samples_together():
    values, labels = np.arange(100, dtype=np.float32)[:, None], (np.arange(100) % 7 == 0).astype(np.int64)
    raw = RawData(
        "t", {"x": RawInput("table", values, ("a",))}, {"y": RawTarget("classification", labels, ("no", "yes"))}
    )
    small = cut(raw, 20)
    kept = small.inputs["x"].values[:, 0].astype(int)
    assert len(kept) == 20 and (labels[kept] == small.targets["y"].values).all()
    assert small.targets["y"].values.sum() == 10
