"""Columns of yes and no in a table that are several labels together."""

from __future__ import annotations

from pathlib import Path

import pytest

from workbench.engine.check import check_project
from workbench.engine.data.prepare import prepare
from workbench.engine.data.recipe import DataRecipe
from workbench.engine.data.sources.table import TableSource
from workbench.engine.errors import DataError
from workbench.engine.project.baseline import propose


def films(folder: Path, scary: str = "{}", head: str = "length,stars,funny,scary,sad") -> Path:
    rows = [
        f"{80 + k % 37},{k % 11 / 2},{k % 2},{scary.format(('no', 'yes')[k % 3 == 0])},{('F', 'T')[k % 5 == 0]}"
        for k in range(90)
    ]
    rows[7] = "90,2.5,1,,F"
    (folder / "films.csv").write_text("\n".join([head, *rows]) + "\n")
    return folder / "films.csv"


def labelled(path: Path, *names: str) -> TableSource:
    source = TableSource(path=str(path), task="multi_label")
    for name in names:
        source = source.with_column(name, role="target", also=True)
    return source


def test_columns_of_yes_and_no_are_labels(tmp_path):
    source = labelled(films(tmp_path), "funny", "scary", "sad")
    raw = prepare(DataRecipe(source=source)).raw
    target = raw.targets["labels"]
    assert list(raw.targets) == ["labels"] and target.task == "multi_label"
    assert target.classes == ("funny", "scary", "sad") and target.values.shape == (89, 3)
    assert target.values[:3].tolist() == [[0, 1, 1], [1, 0, 0], [0, 0, 0]]
    assert raw.inputs["features"].columns == ("length", "stars")
    assert [(s.item, s.reason) for s in raw.skipped] == [("line 9", "One of its targets is missing.")]


def test_a_network_is_proposed_for_them(tmp_path):
    made = propose(labelled(films(tmp_path), "funny", "scary", "sad"), tmp_path)
    assert not check_project(made.project, made.prepared.facts).errors
    assert made.prepared.facts.targets["labels"].width == 3


def test_what_is_no_label_is_told(tmp_path):
    with pytest.raises(DataError, match=r"'stars' holds '0\.5', which is neither yes nor no"):
        prepare(DataRecipe(source=labelled(films(tmp_path), "funny", "stars")))
    with pytest.raises(DataError, match="'funny' is the only column to be predicted"):
        prepare(DataRecipe(source=labelled(tmp_path / "films.csv", "funny")))
