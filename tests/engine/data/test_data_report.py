"""What the Data stage shows."""

from __future__ import annotations

import numpy as np
import pytest

from workbench.engine.data.prepare import prepare, prepare_raw
from workbench.engine.data.raw import RawData, RawInput, RawTarget
from workbench.engine.data.recipe import DataRecipe, SplitRecipe
from workbench.engine.data.report import column_statistics, histogram, report, target_text, thumbnail
from workbench.engine.data.sources.sample import SampleSource


@pytest.fixture(scope="module")
def iris():
    return prepare(DataRecipe(source=SampleSource(name="iris")))


@pytest.fixture(scope="module")
def digits():
    return prepare(DataRecipe(source=SampleSource(name="digits")))


def test_overview_of_a_table(iris):
    found = report(iris)
    assert found.title == "Iris flowers" and found.samples == 150
    assert found.splits == {"train": 104, "validation": 23, "test": 23}
    (classes,) = found.classes
    assert classes.classes == ("setosa", "versicolor", "virginica") and classes.totals == (50, 50, 50)
    assert {n: sum(c) for n, c in classes.counts.items()} == found.splits
    train = iris.raw.inputs["features"].values[iris.splits["train"]].astype(np.float64)
    column = found.columns["features"][2]
    assert column.name == "petal length (cm)" and column.count == 104 and column.missing == 0
    assert (column.mean, column.std) == (pytest.approx(train[:, 2].mean()), pytest.approx(train[:, 2].std()))
    assert (column.minimum, column.maximum) == (train[:, 2].min(), train[:, 2].max())
    assert sum(column.histogram.counts) == 104 and len(column.histogram.edges) == len(column.histogram.counts) + 1


def test_overview_of_a_regression_shows_the_target():
    found = report(prepare(DataRecipe(source=SampleSource(name="diabetes"))))
    assert found.classes == () and found.columns["target"][0].name == "progression"
    assert sum(found.columns["target"][0].histogram.counts) == 310


def test_overview_of_pictures(digits):
    found = report(digits)
    assert found.columns == {} and found.inputs[0].kind == "image" and found.inputs[0].shape == (8, 8, 1)
    assert len(found.classes[0].classes) == 10


def test_empty_splits_are_counted_as_nothing():
    done = prepare(DataRecipe(source=SampleSource(name="iris"), split=SplitRecipe(validation=0.0, test=0.0)))
    found = report(done)
    assert found.splits == {"train": 150, "validation": 0, "test": 0}
    assert found.classes[0].counts["test"] == (0, 0, 0)


def test_missing_and_infinite_values_are_left_out_of_statistics():
    (column,) = column_statistics(np.float32([[1], [np.nan], [3], [np.inf], [np.nan]]), ("a",))
    assert (column.count, column.missing, column.mean, column.minimum, column.maximum) == (2, 2, 2.0, 1.0, 3.0)
    (empty,) = column_statistics(np.full((2, 1), np.nan, np.float32), ("a",))
    assert empty.count == 0 and empty.missing == 2 and np.isnan(empty.mean)


@pytest.mark.parametrize(
    ("values", "counts"),
    [([3, 1, 1, 2, 3, 3], (2, 1, 3)), ([5, 5, 5], (3,)), ([0, 1], (1, 1)), ([], (0,)), ([0.5] * 4, (4,))],
)
def test_few_whole_numbers_get_a_bar_each(values, counts):
    found = histogram(np.array(values, dtype=np.float32))
    assert found.counts == counts


def test_many_values_get_equal_bars():
    found = histogram(np.linspace(0, 10, 10_000))
    assert len(found.counts) == 24 and max(found.counts) - min(found.counts) <= 2 and found.edges[-1] == 10.0
    huge = histogram(np.float32([-3e38, 3e38, 0, 1]))
    assert sum(huge.counts) == 4


def test_thumbnails(digits, iris):
    picture = thumbnail(digits, 5)
    assert picture.shape == (8, 8) and picture.dtype == np.uint8
    assert np.array_equal(picture, digits.raw.inputs["image"].values[5, :, :, 0])
    assert thumbnail(iris, 5) is None and target_text(digits, 5) == "5"


def test_thumbnails_of_real_numbers_in_colour():
    values = np.random.RandomState(0).uniform(0, 1, (30, 4, 4, 3)).astype(np.float32)
    target = RawTarget("classification", np.arange(30) % 2, ("a", "b"))
    done = prepare_raw(RawData("t", {"image": RawInput("image", values)}, {"label": target}), DataRecipe())
    assert np.array_equal(thumbnail(done, 7), np.rint(values[7] * 255).astype(np.uint8))
