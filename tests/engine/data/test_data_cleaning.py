"""Gaps, outliers, duplicates, scales and orders of single columns: learnt from the training split, and the same everywhere."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from sklearn.impute import KNNImputer
from sklearn.preprocessing import QuantileTransformer, RobustScaler

from workbench.engine.data.apply import transform_inputs
from workbench.engine.data.cleaning_recipe import CleaningRecipe, ColumnCleaning
from workbench.engine.data.new_samples import row_from_values
from workbench.engine.data.prepare import prepare_raw
from workbench.engine.data.prepared import PreparedData
from workbench.engine.data.preprocess import Preprocess
from workbench.engine.data.raw import RawData, RawInput, RawTarget
from workbench.engine.data.recipe import DataRecipe
from workbench.engine.errors import DataError

NAMES = ("high", "low", "middle")
ROWS = 240
TRAIN = 160


def made() -> RawData:
    """Two numbers that go together, with gaps, and a category; the last third is the test part, and far away from the rest."""
    rng = np.random.default_rng(0)
    size = rng.normal(10, 2, ROWS)
    values = np.stack([size, size * 3 + rng.normal(0, 0.1, ROWS), rng.integers(0, 3, ROWS)], axis=1).astype(np.float32)
    values[TRAIN:, :2] += 1000
    values[::7, 0] = np.nan
    values[3::11, 2] = np.nan
    values[5, 1] = 500
    labels = np.arange(ROWS) % 2
    return RawData(
        "t",
        {"features": RawInput("table", values, ("size", "weight", "rank"), ((), (), NAMES))},
        {"label": RawTarget("classification", labels, classes=("a", "b"))},
        {"test": np.arange(TRAIN, ROWS)},
    )


def ready(
    raw: RawData | None = None, scaling: str = "none", column: dict[str, Any] | None = None, **all_: Any
) -> PreparedData:
    cleaning = CleaningRecipe(**all_)
    if column:
        cleaning = cleaning.with_column(ColumnCleaning(**column))
    recipe = DataRecipe(scaling=scaling, cleaning=cleaning, split={"validation": 0.0, "test": 0.0})
    return prepare_raw(raw or made(), recipe)


def fed(data: PreparedData, rows: slice = slice(None)) -> np.ndarray:
    return transform_inputs(data.raw.inputs["features"].values[rows], data.preprocess.inputs["features"])


METHODS: list[dict[str, Any]] = [
    {},
    {"scaling": "robust"},
    {"scaling": "quantile"},
    {"scaling": "normal"},
    {"missing": "mode"},
    {"missing": "nearest"},
    {"missing": "interpolate"},
    {"outliers": "clip"},
    {"outliers": "flag", "limits": "percentiles"},
    {"encoding": "ordinal"},
    {"column": {"name": "size", "missing": "constant", "constant": "-1", "scaling": "minmax", "indicator": "yes"}},
    {"column": {"name": "rank", "missing": "mode"}},
    {"column": {"name": "rank", "encoding": "ordinal", "order": "low, middle, high"}},
]


@pytest.mark.parametrize("method", METHODS)
def test_nothing_is_learnt_from_the_test_part(method):
    """The same training rows beside another test part: everything that was learnt must be the same."""
    other = made()
    values = other.inputs["features"].values
    values[TRAIN:, :2] = -7e6
    values[TRAIN + 1 :: 3, 0] = np.nan
    values[TRAIN:, 2] = 1
    one, two = ready(**method), ready(other, **method)
    assert one.preprocess.inputs == two.preprocess.inputs
    np.testing.assert_array_equal(fed(one, slice(TRAIN)), fed(two, slice(TRAIN)))
    assert np.isfinite(fed(one)).all()
    assert Preprocess.model_validate_json(one.preprocess.model_dump_json()) == one.preprocess


@pytest.mark.parametrize("method", METHODS)
def test_a_typed_row_gets_the_same_numbers(method):
    data = ready(**method)
    part, how = data.raw.inputs["features"], data.preprocess.inputs["features"]
    for sample in (1, 3, 5, TRAIN + 1):
        cells = {name: part.cell(sample, k) for k, name in enumerate(part.columns)}
        cells = {n: "" if c != c else c for n, c in cells.items()}
        typed = row_from_values(cells, data.preprocess).inputs["features"]
        np.testing.assert_array_equal(transform_inputs(typed, how), fed(data, slice(sample, sample + 1)))


def test_robust_and_ranks_are_scikit_learns():
    train = made().inputs["features"].values[:TRAIN, [1]].astype(np.float64)
    np.testing.assert_allclose(
        fed(ready(scaling="robust"))[:TRAIN, [1]], RobustScaler().fit_transform(train), rtol=1e-4
    )
    ranks = QuantileTransformer(n_quantiles=101).fit_transform(train)
    np.testing.assert_allclose(fed(ready(scaling="quantile"))[:TRAIN, [1]], ranks, atol=0.01)
    bell = fed(ready(scaling="normal"))[:TRAIN, 1]
    assert abs(bell.mean()) < 0.02 and 0.9 < bell.std() < 1.05 and bell.max() <= 3


def test_a_value_that_many_rows_share_has_one_rank():
    raw = made()
    raw.inputs["features"].values[: TRAIN // 2, 1] = 7
    levels = fed(ready(raw, scaling="quantile"))[: TRAIN // 2, 1]
    assert len(set(levels.tolist())) == 1


def test_gaps_from_similar_rows_are_scikit_learns():
    """With as many rows as are kept, after the same scales."""
    raw = made()
    values = raw.inputs["features"].values
    values[5, 1] = 30
    train = values[:TRAIN, :2].astype(np.float64)
    scale = np.nanstd(train, axis=0)
    ours = fed(ready(raw, missing="nearest"))[:TRAIN, 0]
    known = ~np.isnan(train[:, 0])
    theirs = KNNImputer(n_neighbors=5).fit(train[known] / scale).transform(train / scale) * scale
    np.testing.assert_allclose(ours, theirs[:, 0], rtol=1e-3)
    gaps = np.isnan(train[:, 0])
    assert np.abs(ours[gaps] - values[:TRAIN][gaps, 1] / 3).max() < 0.5, "weight tells size"


def test_gaps_from_the_rows_around_take_training_rows_alone():
    raw = made()
    values = raw.inputs["features"].values
    values[:, 0] = np.arange(ROWS)
    values[10, 0] = np.nan
    values[TRAIN + 5, 0] = np.nan
    found = ready(raw, missing="interpolate").raw.inputs["features"].values[:, 0]
    assert found[10] == 10
    assert found[TRAIN + 5] == TRAIN - 1, "the last training row, not the test rows beside it"
    assert np.isnan(values[10, 0]), "the source's own array is not written into"


def test_outliers_are_held_back_or_marked():
    held, marked = ready(outliers="clip"), ready(outliers="flag")
    weights = fed(held)[:, 1]
    rule = held.preprocess.inputs["features"].table.outliers[1]
    assert weights[5] == np.float32(rule.high) < 100 and weights[TRAIN:].max() == np.float32(rule.high)
    flags = fed(marked)[:, 3]
    assert flags[5] == 1 and flags[:TRAIN].sum() == 1 and flags[TRAIN:].all()
    outputs = marked.preprocess.inputs["features"].table.outputs(("size", "weight", "rank"))
    assert outputs[2:4] == ("size is an outlier", "weight is an outlier")


def test_categories_in_a_given_order():
    column = {"name": "rank", "encoding": "ordinal", "order": "low, middle, high", "scaling": "none"}
    data = ready(column=column)
    codes = data.raw.inputs["features"].values[:, 2]
    expected = np.array([2, 0, 1, 1], dtype=np.float32)[np.where(np.isnan(codes), 3, codes).astype(int)]
    np.testing.assert_array_equal(fed(data)[:, 2], expected)
    with pytest.raises(DataError, match="does not say where 'middle' stands"):
        ready(column=column | {"order": "low, high"})


def test_constants_for_missing_cells():
    data = ready(column={"name": "size", "missing": "constant", "constant": "-1"})
    assert fed(data)[0, 0] == -1
    data = ready(column={"name": "rank", "missing": "constant", "constant": "low"})
    assert fed(data)[3, 2:].tolist() == [0, 1, 0]
    for column in ({"name": "size", "constant": "x"}, {"name": "rank", "constant": "top"}):
        with pytest.raises(DataError, match="is to stand for a missing"):
            ready(column=column | {"missing": "constant"})


def test_rows_are_left_out_for_a_single_column():
    data = ready(column={"name": "rank", "missing": "drop"})
    assert not np.isnan(data.raw.inputs["features"].values[:, 2]).any() and data.count == ROWS - 22
    assert any("22 of 240 rows are left out because they miss a value in 'rank'." in str(n) for n in data.notices)


def test_of_duplicates_the_one_in_the_test_part_stays():
    raw = made()
    values, labels = raw.inputs["features"].values, raw.targets["label"].values
    for copy, row in ((4, 2), (TRAIN + 2, 8), (TRAIN + 6, TRAIN + 4)):
        values[copy], labels[copy] = values[row], labels[row]
    values[20], labels[20] = values[22], 1 - labels[22]
    data = ready(raw, duplicates="drop")
    assert data.count == ROWS - 3 and len(data.splits["test"]) == ROWS - TRAIN - 1
    assert any("3 rows say the same as another one" in str(n) for n in data.notices)
    assert ready(raw).count == ROWS


def test_older_recipes_mean_what_they_meant():
    assert CleaningRecipe().meaning() == '{"missing":"median","indicator":false,"most_categories":40}'
    assert CleaningRecipe(outliers="clip").meaning() != CleaningRecipe().meaning()
    assert CleaningRecipe().with_column(ColumnCleaning(name="x")) == CleaningRecipe()
