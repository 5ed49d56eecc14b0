"""Everything that can be wrong with data, through ``new --data``: a clear sentence, and the rest goes on."""

from __future__ import annotations

import gzip
import os
import re
import struct
import zlib
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from commands import Run
from PIL import Image

from workbench.engine.data import decoded
from workbench.engine.errors import DataError


def rows(
    count: int = 40, line: Callable[[int], str] = lambda k: f"{k % 7},{k * 3 % 11},{'no' if k % 2 else 'yes'}"
) -> str:
    return "a,b,y\n" + "".join(line(k) + "\n" for k in range(count))


def pictures(folder: Path, count: int = 6, seed: int = 0) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    random = np.random.RandomState(seed)
    for k in range(count):
        Image.fromarray(random.randint(0, 255, (9, 9, 3)).astype(np.uint8)).save(folder / f"{k}.png")
    return folder.parent


def pets(root: Path) -> Path:
    """Twelve pictures of two classes, others for each folder: what was decoded once is not decoded again."""
    seed = zlib.crc32(str(root).encode()) % 10_000
    pictures(root / "cats", seed=seed)
    return pictures(root / "dogs", seed=seed + 1)


REFUSED: dict[str, tuple[str | bytes, str]] = {
    "empty.csv": ("", "is empty"),
    "blank.csv": (" \n\n  \n", "holds only empty lines"),
    "header.csv": ("a,b,c\n", "has a header and no rows"),
    "column.csv": ("a\n1\n2\n", "has one column"),
    "row.csv": ("a,b,y\n1,2,yes\n", "no column left to learn from"),
    "missing.csv": (rows(line=lambda k: f",,{k % 2}"), "'a' has no values"),
    "zeros.csv": (b"\0" * 5000, "is not a text file"),
    "page.csv": ("<!DOCTYPE html><html>404</html>", "is a web page, not data"),
    "pointer.csv": ("version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 9\n", "only a Git LFS pointer"),
    "cut.parquet": (b"PAR1" + b"\x15\x04" * 40, "is damaged, cut short, or not a Parquet file"),
    "cut.npz": (b"PK\x03\x04 not really", "cut.npz"),
    "random.bin": (np.random.RandomState(0).bytes(3000), "is not a kind of data that can be read"),
    "table.csv.gz": (gzip.compress(rows().encode()), "compressed with gzip, and no IDX file is in it"),
    "one.png": (b"\x89PNG", "is a single picture, not a data set"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_one_sentence_and_no_file(run: Run, tmp_path: Path, name: str) -> None:
    content, words = REFUSED[name]
    (tmp_path / name).write_bytes(content.encode() if isinstance(content, str) else content)
    made = run("new", "--data", tmp_path / name, tmp_path / "p.nnwb")
    assert made.code == 1 and made.out == ""
    assert words in made.err and "Traceback" not in made.err
    assert not (tmp_path / "p.nnwb").exists()


def test_a_target_without_spread(run: Run, tmp_path: Path) -> None:
    for value, code, words in ((3.5, 0, "'y' is 3.5 in every training sample"), ("yes", 1, "have the class 'yes'")):
        (tmp_path / "t.csv").write_text(rows(line=lambda k, v=value: f"{k % 7},{k % 5},{v}"))
        made = run("new", "--data", tmp_path / "t.csv", "--target", "y", tmp_path / f"{value}.nnwb")
        assert made.code == code and words in made.err


def test_cells_that_are_very_long_are_not_told_in_full(run: Run, tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text(rows(line=lambda k: f"{k % 7},{'z' * 50_000},{k % 2}"))
    made = run("new", "--data", tmp_path / "t.csv", tmp_path / "p.nnwb")
    assert made.code == 0 and "'b' is 'zzz" in made.err and len(made.err) < 3000


def test_folders_of_nothing_and_of_one_class(run: Run, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    assert "The folder 'empty' is empty" in run("new", "--data", tmp_path / "empty", tmp_path / "p.nnwb").err
    pictures(tmp_path / "one" / "cats")
    assert "have the class 'cats'" in run("new", "--data", tmp_path / "one", tmp_path / "p.nnwb").err
    (tmp_path / "mixed").mkdir()
    (tmp_path / "mixed" / "a.pdf").write_bytes(b"%PDF")
    assert "holds no data that can be read" in run("new", "--data", tmp_path / "mixed", tmp_path / "p.nnwb").err


def test_ten_thousand_classes(run: Run, tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text(rows(30_000, lambda k: f"{k % 97},{k % 71},c{k % 10_000}"))
    made = run("new", "--data", tmp_path / "t.csv", tmp_path / "p.nnwb")
    assert made.code == 0 and "10000 classes of 'y' to predict" in made.err
    assert max(len(line) for line in made.err.splitlines()) < 400, "not all of them are named"


def test_names_with_spaces_chinese_and_line_breaks(run: Run, tmp_path: Path) -> None:
    for name in ("a b.csv", "数据 表.csv", "two\nlines.csv"):
        (tmp_path / name).write_text(rows(), encoding="utf-8")
        (tmp_path / "p.nnwb").unlink(missing_ok=True)
        made = run("new", "--data", tmp_path / name, tmp_path / "p.nnwb")
        assert made.code == 0 and f"recognised: {name.replace(chr(10), '␤')} as table" in made.err
        assert run("check", tmp_path / "p.nnwb").code == 0
    pets(tmp_path / "Tiere 动物" / "ein\nBruch")
    made = run("new", "--data", tmp_path / "Tiere 动物" / "ein\nBruch", tmp_path / "q.nnwb")
    assert made.code == 0 and "recognised: ein␤Bruch as pictures: 2 class folders" in made.err


def test_quotes_and_line_breaks_in_cells(run: Run, tmp_path: Path) -> None:
    text = rows(line=lambda k: f'"say ""{k % 3}"",\nthen go",{k % 5},{"no" if k % 2 else "yes"}')
    (tmp_path / "t.csv").write_text(text + "1,2\n")
    made = run("new", "--data", tmp_path / "t.csv", tmp_path / "p.nnwb")
    assert made.code == 0 and "40 samples" in made.err
    assert "left out: line 82: It has 2 cells where the other lines have 3." in made.err


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "gb18030", "latin-1"])
def test_encodings(run: Run, tmp_path: Path, encoding: str) -> None:
    words = ("é", "ü") if encoding == "latin-1" else ("北京", "上海")
    (tmp_path / "t.csv").write_bytes(rows(line=lambda k: f"{words[k % 2]},{k % 7},{words[k % 3 % 2]}").encode(encoding))
    made = run("new", "--data", tmp_path / "t.csv", tmp_path / "p.nnwb")
    assert made.code == 0 and "2 classes of 'y' to predict" in made.err
    assert f"always saying '{words[0]}'" in made.err


def test_pictures_that_cant_be_read_are_left_out(run: Run, tmp_path: Path) -> None:
    root = pets(tmp_path / "pets")
    bomb = bytearray(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + struct.pack(">II", 60_000, 60_000) + b"\x08\x02\0\0\0")
    (root / "cats" / "bomb.png").write_bytes(bytes(bomb) + b"\0" * 40)
    (root / "cats" / "cut.png").write_bytes((root / "cats" / "0.png").read_bytes()[:90])
    (root / "dogs" / "notes.txt").write_text("woof")
    (root / "loose.png").write_bytes(b"")
    made = run("new", "--data", root, tmp_path / "p.nnwb")
    assert made.code == 0 and "12 samples" in made.err
    for item in ("cats/bomb.png", "cats/cut.png", "dogs/notes.txt", "loose.png"):
        assert re.search(f"left out: .*{re.escape(item)}.*: ", made.err), item


def test_links_that_lead_back_or_nowhere(run: Run, tmp_path: Path) -> None:
    root = pets(tmp_path / "pets")
    (root / "cats" / "back").symlink_to(root)
    (root / "self").symlink_to("self")
    (root / "dogs" / "gone.png").symlink_to("nowhere.png")
    made = run("new", "--data", root, tmp_path / "p.nnwb")
    assert made.code == 0 and "12 samples" in made.err
    for item in ("cats/back", "self", "dogs/gone.png"):
        assert f"left out: {item}" in made.err, item
    (tmp_path / "loop.csv").symlink_to("loop.csv")
    assert "cannot be read" in run("new", "--data", tmp_path / "loop.csv", tmp_path / "q.nnwb").err


def test_files_that_may_not_be_read(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = pets(tmp_path / "pets")
    (tmp_path / "t.csv").write_text(rows())
    locked = {tmp_path / "t.csv", root / "cats" / "0.png"}
    if os.geteuid():
        for path in locked:
            path.chmod(0)
    else:
        real = Path.open

        def refuse(path: Path, *args: object, **kwargs: object) -> object:
            if path in locked:
                raise PermissionError(13, "Permission denied", str(path))
            return real(path, *args, **kwargs)

        monkeypatch.setattr(Path, "open", refuse)
    refused = run("new", "--data", tmp_path / "t.csv", tmp_path / "p.nnwb")
    assert refused.code == 1 and "'t.csv' cannot be read (Permission denied)" in refused.err
    made = run("new", "--data", root, tmp_path / "q.nnwb")
    assert made.code == 0
    assert "11 samples" in made.err and "left out: cats/0.png: " in made.err


def test_files_that_vanish_meanwhile(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = pets(tmp_path / "pets")
    real = decoded.decode

    def vanish(file: object, name: str, shape: object) -> object:
        (root / "dogs" / "3.png").unlink(missing_ok=True)
        return real(file, name, shape)  # type: ignore[arg-type]

    monkeypatch.setattr(decoded, "decode", vanish)
    made = run("new", "--data", root, tmp_path / "p.nnwb")
    assert made.code == 0 and "11 samples" in made.err and "left out: dogs/3.png: " in made.err


def test_a_truncated_gzip(run: Run, tmp_path: Path) -> None:
    images = struct.pack(">IIII", 0x803, 20, 4, 4) + bytes(320)
    (tmp_path / "train-images-idx3-ubyte.gz").write_bytes(gzip.compress(images)[:-9])
    (tmp_path / "train-labels-idx1-ubyte.gz").write_bytes(
        gzip.compress(struct.pack(">II", 0x801, 20) + bytes([0, 1] * 10))
    )
    made = run("new", "--data", tmp_path, tmp_path / "p.nnwb")
    assert made.code == 1 and "'train-images-idx3-ubyte.gz' is damaged or cut short" in made.err


def test_the_dirty_files(run: Run, tmp_path: Path, shared_data: Path) -> None:
    dirty = shared_data / "dirty"
    for path in dirty.iterdir():
        if path.is_file():
            made = run("new", "--data", path, tmp_path / "p.nnwb")
            assert made.code == 1 and path.name in made.err and made.err.count("\n") <= 2, made.err
    root = pets(tmp_path / "pets")
    for folder in ("broken", "odd_but_valid"):
        for path in (dirty / "images" / folder).iterdir():
            (root / ("cats" if folder == "broken" else "dogs") / path.name).write_bytes(path.read_bytes())
    made = run("new", "--data", root, tmp_path / "p.nnwb")
    assert made.code == 0, made.err
    told = {name for line in made.err.splitlines() for name in re.findall(r"cats/\S+?(?=,|:| and )", line)}
    broken = {f"cats/{path.name}" for path in (dirty / "images" / "broken").iterdir()}
    assert told <= broken and len(told) > 8, "what Pillow reads is taken"


def test_the_first_look_gets_past_what_is_broken(tmp_path: Path) -> None:
    from workbench.engine.data.sources.recognise import candidates

    root = pets(tmp_path / "pets")
    (root / "cats" / "0.png").write_bytes(b"broken")
    (root / "self").symlink_to("self")
    found = candidates(root)
    assert found[0].kind == "pictures"
    head = found[0].source.head(lambda done, text: None)
    assert head.raw is not None and len(head.raw.names) == 11
    with pytest.raises(DataError, match="is not in the folder"):
        candidates(tmp_path / "gone.csv")
