"""What belongs together among the columns that a network is fed, and back to the data's own words."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
import torch

from workbench.engine.data.apply import transform_inputs
from workbench.engine.data.augment.readable import cell_names, cells_of
from workbench.engine.data.augment.row_work import RowPipeline, row_shape
from workbench.engine.data.augment.rows import CellSwap, NumberNoise
from workbench.engine.data.balance import Smote
from workbench.engine.data.fed_columns import fed_groups
from workbench.engine.data.prepare import prepare
from workbench.engine.data.prepared import PreparedData
from workbench.engine.data.recipe import DataRecipe
from workbench.engine.data.smote import make_up_rows


@pytest.fixture(scope="module")
def everything(tmp_path_factory) -> PreparedData:
    """A table with a bit of all: gaps, outliers, ranks, an order, a yes or no, categories, dates."""
    draw = np.random.default_rng(0)
    lines = ["plain,gappy,skewed,size,member,colour,day,label"]
    for k in range(400):
        gappy = "" if k % 5 == 0 else f"{draw.normal(10, 3) + (500 if k % 40 == 1 else 0):.3f}"
        lines.append(
            f"{draw.normal():.4f},{gappy},{draw.lognormal(0, 2):.4f},{draw.choice(['small', 'middle', 'large'])},"
            f"{draw.choice(['yes', 'no'])},{draw.choice(['red', 'green', 'blue'])},20{10 + k % 10}-0{1 + k % 9}-1{k % 9},"
            f"{'rare' if k % 8 == 0 else 'common'}"
        )
    path: Path = tmp_path_factory.mktemp("data") / "all.csv"
    path.write_text("\n".join(lines), encoding="utf-8")
    columns = [
        {"name": "skewed", "scaling": "quantile"},
        {"name": "gappy", "outliers": "flag", "indicator": "yes"},
        {"name": "size", "encoding": "ordinal", "order": "small, middle, large"},
    ]
    typed = [{"name": "day", "type": "date"}]
    recipe = {"source": {"kind": "table", "path": str(path), "columns": typed}, "cleaning": {"columns": columns}}
    return prepare(DataRecipe.model_validate(recipe))


def fed(data: PreparedData) -> np.ndarray:
    (how,) = data.preprocess.inputs.values()
    return transform_inputs(next(iter(data.raw.inputs.values())).values, how)


def test_groups_cover_all_columns_once(everything):
    (how,) = everything.preprocess.inputs.values()
    groups = fed_groups(how)
    assert [(g.start, g.stop) for g in groups] == sorted((g.start, g.stop) for g in groups)
    assert groups[0].start == 0 and groups[-1].stop == how.shape[0]
    assert all(a.stop == b.start for a, b in pairwise(groups))
    assert {g.kind for g in groups} == {"number", "missing", "outlier", "category"}
    names = {how.columns[g.raw]: g.cell for g in groups}
    dates = {cell for name, cell in names.items() if name.startswith("day")}
    assert len(dates) == 1, "the parts of a date are one cell"
    assert len({g.cell for g in groups if how.columns[g.raw] == "gappy"}) == 1, "a number and its marks are one cell"
    assert len(set(names.values())) == 7


def test_back_in_the_datas_own_words(everything):
    (how,) = everything.preprocess.inputs.values()
    part = next(iter(everything.raw.inputs.values()))
    names, rows = cell_names(how), cells_of(fed(everything), how)
    for k in range(40):
        for name, text in zip(names, rows[k], strict=True):
            value = part.cell(k, part.columns.index(name))
            if isinstance(value, str):
                assert text == value, name
            elif np.isnan(value):
                assert text == "", name
            elif name != "skewed":
                assert float(text) == pytest.approx(value, rel=2e-3, abs=2e-3), name
    # Ranks go on straight lines between a hundred points; what lies there comes back exactly.
    skewed = [float(row[names.index("skewed")]) for row in rows]
    column = part.values[:, part.columns.index("skewed")]
    assert np.corrcoef(np.argsort(np.argsort(skewed)), np.argsort(np.argsort(column)))[0, 1] > 0.99


def test_rows_are_swapped_and_made_up_whole(everything):
    (how,) = everything.preprocess.inputs.values()
    part = next(iter(everything.raw.inputs.values()))
    values, train = fed(everything), everything.splits["train"]
    shape = row_shape(how, part.values[train])
    assert shape.cells == 7 and np.isfinite(shape.blank).all() and np.isfinite(shape.deviation).all()
    rows = torch.from_numpy(values)
    swapped = RowPipeline([CellSwap(share=0.9)], shape, torch.device("cpu"))(rows, torch.Generator().manual_seed(0))
    for cell in range(7):
        columns = np.flatnonzero(shape.cell == cell)
        known = {tuple(r) for r in values[:, columns].tolist()}
        assert {tuple(r) for r in swapped.numpy()[:, columns].tolist()} <= known
    noisy = RowPipeline([NumberNoise(strength=0.5)], shape, torch.device("cpu"))(rows, torch.Generator().manual_seed(0))
    numbers = {g.start for g in fed_groups(how) if g.kind == "number"}
    assert set(np.flatnonzero((noisy != rows).any(0).numpy())) <= numbers
    labels = next(iter(everything.raw.targets.values())).values
    made, _ = make_up_rows(values[train], labels[train], how, Smote(), 0)
    assert len(made) and np.isfinite(made).all()
    for group in fed_groups(how):
        if group.kind != "number":
            columns = slice(group.start, group.stop)
            assert {tuple(r) for r in made[:, columns].tolist()} <= {
                tuple(r) for r in values[train][:, columns].tolist()
            }
