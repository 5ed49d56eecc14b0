"""Built-in and synthetic data."""

from __future__ import annotations

import numpy as np
import pytest
from pydantic import ValidationError

from workbench.engine.data.raw import RawData
from workbench.engine.data.sources.sample import SampleSource


def load(**fields) -> RawData:
    return SampleSource(**fields).load(lambda done, text: None)


@pytest.mark.parametrize(
    ("name", "shape", "classes"),
    [
        ("digits", (1797, 8, 8, 1), 10),
        ("iris", (150, 4), 3),
        ("wine", (178, 13), 3),
        ("breast_cancer", (569, 30), 2),
        ("moons", (100, 2), 2),
        ("spirals", (100, 2), 2),
    ],
)
def test_classification(name, shape, classes):
    raw = load(name=name)
    (part,), target = raw.inputs.values(), raw.targets["label"]
    assert part.values.shape == shape and len(target.classes) == classes


def test_digits_fill_the_range_of_a_byte():
    from sklearn.datasets import load_digits

    values = load(name="digits").inputs["image"].values
    assert values.dtype == np.uint8 and values.min() == 0 and values.max() == 255
    assert np.array_equal(np.rint(values[..., 0] * (16 / 255.0)), load_digits().images)


def test_names_are_those_of_the_data():
    iris = load(name="iris")
    assert iris.targets["label"].classes == ("setosa", "versicolor", "virginica")
    assert iris.inputs["features"].columns[2] == "petal length (cm)"
    assert load(name="breast_cancer").targets["label"].classes == ("malignant", "benign")


def test_diabetes_is_in_its_original_units():
    raw = load(name="diabetes")
    ages = raw.inputs["features"].values[:, raw.inputs["features"].columns.index("age")]
    assert raw.inputs["features"].values.shape == (442, 10) and 18 < ages.min() < ages.max() < 100


def test_the_line_has_slope_3_and_the_asked_noise():
    raw = load(name="line", samples=20_000, noise=0.5)
    x, y = raw.inputs["features"].values[:, 0], raw.targets["target"].values[:, 0]
    slope, start = np.polyfit(x, y, 1)
    assert slope == pytest.approx(3.0, abs=0.05) and start == pytest.approx(0.0, abs=0.02)
    assert (y - 3 * x).std() == pytest.approx(0.5, rel=0.03)
    exact = load(name="line", noise=0.0)
    np.testing.assert_allclose(exact.targets["target"].values, 3 * exact.inputs["features"].values, rtol=1e-6)


def test_make_regression_is_100_by_4_and_linear():
    raw = load(name="make_regression", noise=0.0)
    x, y = raw.inputs["features"].values, raw.targets["target"].values
    assert x.shape == (100, 4)
    _, residual, _, _ = np.linalg.lstsq(x.astype(np.float64), y.astype(np.float64), rcond=None)
    assert residual[0] < 1e-6
    assert load(name="make_regression", features=7).inputs["features"].values.shape == (100, 7)


@pytest.mark.parametrize("arms", [2, 3])
def test_spirals_are_interleaved_and_apart(arms):
    from sklearn.neighbors import KNeighborsClassifier

    raw = load(name="spirals", samples=900, arms=arms, noise=0.0)
    x, y = raw.inputs["features"].values, raw.targets["label"].values
    assert np.bincount(y).tolist() == [900 // arms] * arms
    assert KNeighborsClassifier(3).fit(x[::2], y[::2]).score(x[1::2], y[1::2]) > 0.99
    # No straight line does it.
    from sklearn.linear_model import LogisticRegression

    assert LogisticRegression().fit(x, y).score(x, y) < 0.75


def test_seed_and_noise_change_the_data():
    base = load(name="spirals").inputs["features"].values
    assert not np.array_equal(base, load(name="spirals", seed=1).inputs["features"].values)
    assert not np.array_equal(base, load(name="spirals", noise=0.2).inputs["features"].values)


def test_bad_fields_are_refused():
    for fields in ({"name": "mnist"}, {"samples": 3}, {"arms": 4}, {"noise": -1.0}, {"noise": float("nan")}):
        with pytest.raises(ValidationError):
            SampleSource(**fields)
