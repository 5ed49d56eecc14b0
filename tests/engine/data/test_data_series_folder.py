"""Folders with a CSV for each series: class folders, a file of labels, unequal lengths, and files that don't fit."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from workbench.engine.data.prepare import prepare
from workbench.engine.data.recipe import DataRecipe
from workbench.engine.data.sources import series_folder, source_from_path
from workbench.engine.data.sources.series_folder import SeriesFolderSource
from workbench.engine.errors import DataError


def quiet(done: float, text: str) -> None:
    pass


def save(path: Path, steps: int, start: float = 0.0, head: str = "time,x,y") -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    rows = [f"2020-01-01 00:{t:02d},{start + t},{-t}" for t in range(steps)]
    path.write_text("\n".join([head, *rows]) + "\n")


def by_class(root: Path, *parts: str) -> Path:
    for part in parts or ("",):
        for k in range(8):
            save(root / part / ("walk" if k % 2 else "run") / f"s{k}.csv", 4 + k % 3, 10.0 * k)
    return root


def test_folders_by_class_with_unequal_lengths(tmp_path):
    source = source_from_path(by_class(tmp_path / "set"), tmp_path)
    assert source == SeriesFolderSource(path="set")
    raw = source.load(quiet, tmp_path)
    part, target = raw.inputs["series"], raw.targets["label"]
    assert part.values.shape == (8, 6, 2) and part.columns == ("x", "y") and part.mask, "the time is no channel"
    assert target.classes == ("run", "walk") and raw.names[0] == "run/s0.csv"
    assert np.isnan(part.values[0, :2]).all() and part.values[0, 2:, 0].tolist() == [0, 1, 2, 3]
    assert prepare(DataRecipe(source=source), tmp_path).facts.inputs["series"].sample == (6, 3)


def test_parts_that_the_folder_brings(tmp_path):
    raw = source_from_path(by_class(tmp_path / "set", "train", "test")).load(quiet)
    assert sorted(raw.given) == ["test", "train"] and len(raw.given["test"]) == 8


@pytest.mark.parametrize(
    ("labels", "task"), [("good bad", "classification"), ("0.5 1.25", "regression"), ("0 1", "classification")]
)
def test_a_file_of_labels(tmp_path, labels, task):
    root = tmp_path / "set"
    for k in range(6):
        save(root / f"s{k}.csv", 5)
    words = labels.split()
    rows = [f"{'s' + str(k) + ('.csv' if k % 2 else '')},{words[k % 2]}" for k in range(5)]
    (root / "labels.csv").write_text("\n".join(["file,quality", *rows, "gone.csv,good", "s5.csv,"]) + "\n")
    source = source_from_path(root, tmp_path)
    assert source == SeriesFolderSource(path="set", labels="set/labels.csv")
    raw = source.load(quiet, tmp_path)
    target = next(iter(raw.targets.values()))
    assert target.task == task and len(target.values) == 5
    reasons = {s.item: s.reason for s in raw.skipped}
    assert reasons["gone.csv"] == "There is no such file in 'set'." and reasons["s5.csv"] in (
        "Its label is missing.",
        "'labels.csv' does not name it.",
    )


def test_a_changed_file_is_noticed(tmp_path):
    source = source_from_path(by_class(tmp_path / "set"))
    before = source.stamp()
    save(tmp_path / "set" / "run" / "s0.csv", 9)
    assert before and source.stamp() != before


def test_files_that_do_not_fit_are_listed(tmp_path):
    root = by_class(tmp_path / "set")
    (root / "run" / "words.csv").write_text("a,b\nc,d\n")
    (root / "run" / "empty.csv").write_text("")
    (root / "walk" / "other.csv").write_text("x,z\n1,2\n3,4\n")
    (root / "walk" / "notes.pdf").write_bytes(b"%PDF\0")
    raw = SeriesFolderSource(path=str(root)).load(quiet)
    reasons = {s.item: s.reason for s in raw.skipped}
    assert len(raw.inputs["series"].values) == 8
    assert "no table of numbers" in reasons["run/words.csv"] and "no table of numbers" in reasons["run/empty.csv"]
    assert reasons["walk/other.csv"] == "It has no column 'y', which the others have."
    assert reasons["walk/notes.pdf"] == "It is no CSV file."


@pytest.mark.parametrize("text", ["1\n2\n3\n", "v\n1\n2\n3\n", "1;5\n2;6\n3;7\n", "index,v\n0,1\n1,2\n2,3\n"])
def test_files_of_one_column_without_header_or_with_other_separators(tmp_path, text):
    for k in range(4):
        path = tmp_path / "set" / "ab"[k % 2] / f"{k}.csv"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    raw = source_from_path(tmp_path / "set").load(quiet)
    assert raw.inputs["series"].values[0, :, 0].tolist() == [1, 2, 3]
    assert raw.inputs["series"].values.shape[2] == (2 if ";" in text else 1)


def test_an_empty_folder_and_a_bad_file_of_labels_are_told(tmp_path):
    (tmp_path / "set" / "a").mkdir(parents=True)
    with pytest.raises(DataError, match="holds no series"):
        SeriesFolderSource(path=str(tmp_path / "set")).load(quiet)
    save(tmp_path / "flat" / "s.csv", 4)
    (tmp_path / "flat" / "l.csv").write_text("a,b\n1,2\n")
    with pytest.raises(DataError, match=r"No column of 'l\.csv' names the files"):
        SeriesFolderSource(path=str(tmp_path / "flat"), labels=str(tmp_path / "flat" / "l.csv")).load(quiet)


@pytest.mark.parametrize("labels", [False, True])
def test_preparing_lists_a_folder_once(tmp_path, monkeypatch, labels):
    root = tmp_path / "set"
    if labels:
        for k in range(12):
            save(root / f"s{k}.csv", 5)
        (root / "labels.csv").write_text("file,label\n" + "".join(f"s{k}.csv,c{k % 2}\n" for k in range(12)))
    else:
        by_class(root)
    recipe = DataRecipe(source=source_from_path(root))
    looked: list[Path] = []
    way = "_labelled" if labels else "list_class_folders"
    real = getattr(series_folder, way)
    monkeypatch.setattr(series_folder, way, lambda folder, how: looked.append(folder) or real(folder, how))
    first = prepare(recipe)
    assert looked == [root]
    save(root / ("s3.csv" if labels else "run/more.csv"), 9)
    second = prepare(recipe)
    assert len(looked) == 2 and second is not first, "each preparation looks again"
