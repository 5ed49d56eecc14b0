"""Curves: buffers, the pyramid, smoothing; and the chart that draws them."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.ui.widgets.plots.series import Series
from workbench.ui.widgets.plots.smoothing import Smoother


def series_of(values: np.ndarray) -> Series:
    series = Series()
    series.extend(np.arange(1, len(values) + 1), values)
    return series


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.integers(1, 900), min_size=1, max_size=8),
    st.integers(1, 200),
    st.integers(0, 2**31),
    st.booleans(),
)
def test_an_envelope_loses_no_peak_and_makes_none_up(blocks, pieces, seed, broken):
    random = np.random.default_rng(seed)
    values = random.normal(size=sum(blocks))
    if broken:
        values[random.integers(0, len(values), 3)] = [np.nan, np.inf, -np.inf]
    series, start = Series(), 0
    for size in blocks:
        series.extend(np.arange(start, start + size), values[start : start + size])
        start += size
    edges = np.sort(random.integers(0, len(values) + 1, pieces + 1))
    lows, highs = series.envelope(edges)
    np.testing.assert_array_equal(series.bad, np.flatnonzero(~np.isfinite(values)))
    inside = values[edges[0] : edges[-1]]
    inside = inside[np.isfinite(inside)]
    if len(inside):
        assert np.nanmin(lows) <= inside.min()
        assert np.nanmax(highs) >= inside.max()
    assert np.isin(lows[np.isfinite(lows)], values).all()
    assert (np.isnan(lows) == np.isnan(highs)).all()
    for first, last, low, high in zip(edges, edges[1:], lows, highs, strict=False):
        # A value may come from the neighbour, by less than a piece.
        near = values[max(first - (last - first), 0) : last + 1]
        if np.isfinite(low):
            assert low in near
            assert high in near


@pytest.mark.parametrize("pieces", [7, 100, 900])
def test_pieces_of_one_size_give_their_own_minimum_and_maximum(pieces):
    values = np.random.default_rng(3).normal(size=pieces * 64)
    lows, highs = series_of(values).envelope(np.arange(pieces + 1) * 64)
    np.testing.assert_array_equal(lows, values.reshape(pieces, 64).min(axis=1))
    np.testing.assert_array_equal(highs, values.reshape(pieces, 64).max(axis=1))


def test_a_cut_series_goes_on_like_a_fresh_one():
    values = np.random.default_rng(0).normal(size=5000)
    series = series_of(values)
    series.cut_after(3210)
    series.extend(np.arange(3211, 5001), values[3210:] + 5)
    fresh = series_of(np.concatenate((values[:3210], values[3210:] + 5)))
    np.testing.assert_array_equal(series.values, fresh.values)
    for pieces in (3, 50, 400):
        edges = np.linspace(0, 5000, pieces + 1).astype(np.int64)
        np.testing.assert_array_equal(series.envelope(edges), fresh.envelope(edges))


def test_the_value_at_a_step_is_that_of_the_last_step_before_it():
    series = Series()
    series.extend([10, 20, 30], [1.0, 2.0, 3.0])
    assert [series.at(s) for s in (5, 10, 19.9, 20, 99)] == [None, 1.0, 1.0, 2.0, 3.0]


@pytest.mark.parametrize("weight", [0.0, 0.6, 0.95, 0.999])
def test_smoothing_equals_its_definition_whatever_the_blocks(weight):
    values = np.random.default_rng(1).normal(size=700)
    values[[5, 300]] = np.nan
    smoother = Smoother(weight)
    found = np.concatenate([smoother.push(part) for part in np.split(values, [1, 2, 40, 299, 301, 650])])
    total = mass = 0.0
    for index, value in enumerate(values):
        ok = np.isfinite(value)
        total, mass = weight * total + (value if ok else 0.0), weight * mass + ok
        if ok:
            assert found[index] == pytest.approx(total / mass, rel=1e-9, abs=1e-12)
        else:
            assert np.isnan(found[index])
