"""What a file or folder is taken for, and as what else it could be taken."""

from __future__ import annotations

import gzip
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from workbench.engine.data.recipe import Cancelled
from workbench.engine.data.sources.recognise import candidates
from workbench.engine.data.sources.table import TableSource
from workbench.engine.errors import DataError


def pictures(folder: Path, count: int = 2, side: int = 12) -> Path:
    folder.mkdir(parents=True)
    for k in range(count):
        Image.new("RGB", (side, side), (40 * k % 255, 90, 10)).save(folder / f"{k}.png")
    return folder


def test_a_table_says_why_it_is_one(tmp_path: Path):
    (tmp_path / "a.csv").write_text("x\ty\tz\n1\t2\t3\n4\t5\t6\n")
    (found,) = [c for c in candidates(tmp_path / "a.csv", tmp_path) if c.kind == "table"]
    assert found.source == TableSource(path="a.csv", guess="full")
    assert found.why == "lines of 3 cells between tabs"


def test_a_table_without_an_ending_is_told_by_its_lines(tmp_path: Path):
    (tmp_path / "measured.dat").write_text("a;b\n" + "1;2\n" * 9)
    (tmp_path / "poem.md").write_text("Shall I compare thee to a summer's day?\n\nThou art more lovely\n" * 5)
    assert candidates(tmp_path / "measured.dat", tmp_path)[0].source == TableSource(path="measured.dat", guess="full")
    assert not [c for c in candidates_or_none(tmp_path / "poem.md") if c.kind == "table"]


def candidates_or_none(path: Path):
    try:
        return candidates(path)
    except DataError:
        return ()


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("姓名,分数\n张三,3\n李四,4\n".encode("gb18030"), "lines of 2 cells between commas"),
        ("x;y\n1;2\n".encode("utf-16"), "lines of 2 cells between semicolons"),
        (b"\xef\xbb\xbfx|y\n1|2\n", "lines of 2 cells between bars"),
        ("prénom,âge\nZoé,3\n".encode("latin-1"), "lines of 2 cells between commas"),
    ],
)
def test_any_encoding_is_looked_through(tmp_path: Path, content: bytes, words: str):
    (tmp_path / "t.csv").write_bytes(content)
    assert words in [c.why for c in candidates(tmp_path / "t.csv")]


def test_a_large_file_is_not_read_whole(tmp_path: Path):
    with (tmp_path / "large.csv").open("wb") as file:
        file.write(b"a,b\n" + b"1,2\n" * 40_000)
        file.truncate(1 << 34)  # 16 GB on paper
    assert candidates(tmp_path / "large.csv")[0].kind == "table"


def test_class_folders_are_pictures_and_their_size_is_proposed(tmp_path: Path):
    pictures(tmp_path / "set" / "cats", side=12)
    pictures(tmp_path / "set" / "dogs", side=12)
    (found,) = candidates(tmp_path / "set", tmp_path)
    assert (found.kind, found.source.path, found.source.size) == ("pictures", "set", (12, 12))


def test_many_files_are_not_all_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    from workbench.engine.data.sources import picture_size

    for name in "abc":
        folder = pictures(tmp_path / "train" / name, 1)
        for k in range(300):
            (folder / f"copy {k}.png").hardlink_to(folder / "0.png")
    opened: list[Path] = []
    real = picture_size.upright_size
    monkeypatch.setattr(picture_size, "upright_size", lambda path: (opened.append(path), real(path))[1])
    assert candidates(tmp_path)[0].kind == "pictures"
    assert 100 < len(opened) < 250


@pytest.mark.parametrize("name", ["empty", "with\nbreak 空"])
def test_an_empty_folder_says_so(tmp_path: Path, name: str):
    (tmp_path / name).mkdir()
    with pytest.raises(DataError, match="is empty"):
        candidates(tmp_path / name)


def test_a_gzip_that_holds_something_else_says_so(tmp_path: Path):
    (tmp_path / "t.csv.gz").write_bytes(gzip.compress(b"a,b\n1,2\n" * 9))
    with pytest.raises(DataError, match="compressed with gzip, and no IDX file is in it"):
        candidates(tmp_path / "t.csv.gz")


def test_arrays_are_told_from_other_zip_files(tmp_path: Path):
    np.savez(tmp_path / "a.npz", x=np.zeros((3, 2)), y=np.arange(3))
    (found,) = candidates(tmp_path / "a.npz")
    assert (found.kind, found.likely > 0.9) == ("arrays", True)


def test_looking_can_be_stopped(tmp_path: Path):
    pictures(tmp_path / "cats")

    def stop(done: float, text: str) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        candidates(tmp_path, progress=stop)


def test_numbered_rows_are_no_pictures_first(tmp_path: Path):
    pictures(tmp_path / "shots", 30)
    rows = "".join(f"{k},{k * 7 % 5},{k * 3 % 4},{k % 2}\n" for k in range(30))
    (tmp_path / "t.csv").write_text("nr,a,b,label\n" + rows)
    assert candidates(tmp_path / "t.csv")[0].kind == "table"
    (tmp_path / "labels.csv").write_text("id,label\n" + "".join(f"{k},{k % 2}\n" for k in range(30)))
    assert candidates(tmp_path / "labels.csv")[0].kind == "pictures"


def test_a_column_of_one_word_is_no_text(tmp_path: Path):
    (tmp_path / "t.csv").write_text("a,b,y\n" + "".join(f"{k},{k * 2 % 7},yes\n" for k in range(30)))
    assert candidates(tmp_path / "t.csv")[0].kind == "table"
