"""From data to a project: which source reads what the user points at, and what is no data is told."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from workbench.engine.data.sources.npz import NpzSource
from workbench.engine.errors import DataError
from workbench.engine.project.baseline import project_from_data, source_for


@pytest.fixture
def arrays(tmp_path: Path) -> Path:
    """Three measurements and a number for each sample, in a file whose name says nothing."""
    draw = np.random.RandomState(0)
    path = tmp_path / "measured.dat"
    with path.open("wb") as file:
        np.savez(file, x=draw.normal(size=(40, 3)), height=draw.normal(size=40))
    return path


def test_data_is_told_by_its_content(arrays: Path):
    source = source_for(arrays, arrays.parent, target="height", task="regression")
    assert source == NpzSource(path="measured.dat", y="height", task="regression")
    project, words = project_from_data(arrays, arrays.parent, target="height")
    assert words == "40 samples of N × 3, numbers to predict."
    assert project.graph.nodes[-2].layer.units == 1 and project.data.target_scaling == "standard"


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "data.file_empty"),
        (b"version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 9\n", "data.lfs_pointer"),
        (b"<!DOCTYPE html><html>", "data.web_page"),
        (b"%PDF-1.7\n\x00\xff\x01\x02 binary \x00\x00", "data.not_a_table"),
        (b"a,b\n1,2\n", "data.no_features"),
    ],
)
def test_what_is_no_data_is_told(tmp_path: Path, content: bytes, code: str):
    (tmp_path / "table.csv").write_bytes(content)
    with pytest.raises(DataError, match=r"table\.csv") as caught:
        project_from_data(tmp_path / "table.csv", tmp_path)
    assert caught.value.code == code


def test_missing_data_is_told(tmp_path: Path):
    with pytest.raises(DataError) as caught:
        project_from_data(tmp_path / "gone.npz", tmp_path)
    assert caught.value.code == "data.file_missing"
