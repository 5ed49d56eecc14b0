"""Curves: buffers, the pyramid, smoothing; and the chart that draws them."""

from __future__ import annotations

import csv
import math
import time
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QImage, QPainter, QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from workbench.ui.theme import tokens
from workbench.ui.widgets.plots.chart import Chart
from workbench.ui.widgets.plots.scale import Scale, round_bounds
from workbench.ui.widgets.plots.series import Series
from workbench.ui.widgets.plots.smoothing import Smoother
from workbench.ui.widgets.plots.trace import RunAxis, Trace


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


# Axes


def test_steps_epochs_and_seconds_go_back_and_forth():
    axis = RunAxis(steps_per_epoch=40)
    axis.add_time(40, 2.0)
    axis.add_time(80, 6.0)
    steps = np.array([0.0, 10.0, 40.0, 60.0, 80.0, 100.0])
    np.testing.assert_allclose(axis.to_axis("epochs", steps), steps / 40)
    np.testing.assert_allclose(axis.to_axis("seconds", steps), [0.0, 0.5, 2.0, 4.0, 6.0, 8.0])
    for kind in ("steps", "epochs", "seconds"):
        np.testing.assert_allclose(axis.to_steps(kind, axis.to_axis(kind, steps)), steps)
    axis.cut_after(40)
    assert axis.kept_seconds == 2.0


@given(st.floats(1e-6, 1e6), st.floats(1.01, 1e6), st.booleans())
def test_round_bounds_hold_the_range_and_scales_go_back_and_forth(low, ratio, log):
    high = low * ratio
    first, last = round_bounds(low, high, log=log)
    assert first <= low * (1 + 1e-9)
    assert last >= high * (1 - 1e-9)
    scale = Scale(first, last, 300.0, 10.0, log)
    assert float(scale.to_pixels(first)) == pytest.approx(300.0)
    middle = float(scale.to_values(123.0))
    assert float(scale.to_pixels(middle)) == pytest.approx(123.0, abs=1e-6)
    ticks = scale.ticks(5)
    assert all(first * 0.99 <= v <= last * 1.01 for v, _ in ticks)
    assert len({t for _, t in ticks}) == len(ticks)


# The chart


def traces_of(values: np.ndarray, per_epoch: int = 100) -> list[Trace]:
    axis, loss, validation = RunAxis(per_epoch), series_of(values), Series()
    ends = np.arange(per_epoch, len(values) + 1, per_epoch)
    validation.extend(ends, values[ends - 1] + 0.1)
    blue, best = tokens().plot[0], float(ends[len(ends) // 2]) if len(ends) else None
    return [
        Trace("r1", "loss", "run 1 · training", loss, axis, False, blue),
        Trace("r1", "val_loss", "run 1 · validation", validation, axis, True, blue, best),
    ]


def decay(count: int) -> np.ndarray:
    steps = np.arange(count)
    return 2.0 * np.exp(-4.0 * steps / count) + 0.1 + 0.05 * np.random.default_rng(0).normal(size=count)


@pytest.fixture
def chart(qtbot: QtBot) -> Iterator[Chart]:
    made = Chart("loss", "Loss")
    made.resize(700, 300)
    made.show()
    yield made
    made.close()
    made.deleteLater()


def picture(chart: Chart) -> QImage:
    QApplication.processEvents()
    return chart.area.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


def pixels(image: QImage) -> np.ndarray:
    """(H, W, 3) uint8."""
    raw = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine() // 4, 4)
    return raw[:, : image.width(), 2::-1].copy()


def near(chart: Chart, x: float, y: float, color: str, reach: int = 2) -> bool:
    """Whether a pixel of that colour lies near a place of the plot, in values."""
    left, top = (round(float(s.to_pixels(v))) for s, v in ((chart.area.x_scale, x), (chart.area.y_scale, y)))
    wanted = np.array([int(color[i : i + 2], 16) for i in (1, 3, 5)])
    part = pixels(picture(chart))[max(top - reach, 0) : top + reach + 1, max(left - reach, 0) : left + reach + 1]
    return bool((np.abs(part.astype(int) - wanted).max(axis=2) < 40).any())


def test_curves_lie_where_their_numbers_say(chart: Chart):
    values = decay(1000)
    chart.area.weight = 0.9
    chart.set_traces(traces_of(values))
    chart.area.set_range(0, 1000)
    smoothed = Smoother(0.9).push(values)
    blue = tokens().plot[0]
    for step in (50, 300, 600, 950):
        assert near(chart, step, smoothed[step - 1], blue)
        assert not near(chart, step, smoothed[step - 1] + 0.6, blue)
    best = chart.area.traces[1].best
    assert near(chart, best, chart.area.traces[1].series.at(best), tokens().surface)


def test_what_has_grown_is_drawn_like_everything_anew(chart: Chart, monkeypatch: pytest.MonkeyPatch):
    values = decay(3000)
    traces = traces_of(values[:1000])
    chart.area.weight = 0.9
    chart.set_traces(traces)
    chart.area.set_range(0, 3000)
    QApplication.processEvents()
    kept = QImage(chart.area.size(), QImage.Format.Format_RGB32)
    asked: list[QRect] = []
    monkeypatch.setattr(chart.area, "update", lambda *part: asked.append(*(part or [chart.area.rect()])))

    def draw(image: QImage, parts: list[QRect]) -> None:
        painter = QPainter(image)
        for part in parts:
            painter.setClipRect(part)
            chart.area.draw(painter, part)
        painter.end()

    draw(kept, [chart.area.rect()])
    for start in range(1000, 3000, 250):
        traces[0].series.extend(np.arange(start + 1, start + 251), values[start : start + 250])
        chart.grown()
        draw(kept, asked)
        asked.clear()
    fresh = QImage(chart.area.size(), QImage.Format.Format_RGB32)
    draw(fresh, [chart.area.rect()])
    # Where a part ends the smoothing of edges may differ by a shade.
    difference = np.abs(pixels(kept).astype(int) - pixels(fresh)).max(axis=2)
    assert difference.max() < 60
    assert (difference > 0).mean() < 0.001


def test_growth_repaints_only_the_new_columns(chart: Chart, monkeypatch: pytest.MonkeyPatch):
    values = decay(2000)
    traces = traces_of(values[:1000], per_epoch=5000)
    chart.set_traces(traces)
    chart.area.set_range(0, 2000)
    picture(chart)
    painted: list[QRect] = []
    draw = chart.area.draw
    monkeypatch.setattr(chart.area, "draw", lambda painter, part: (painted.append(part), draw(painter, part)))
    traces[0].series.extend(np.arange(1001, 1021), values[1000:1020])
    chart.grown()
    QApplication.processEvents()
    assert len(painted) == 1
    assert painted[0].width() < 24
    chart.grown()
    QApplication.processEvents()
    assert len(painted) == 1, "nothing new, nothing drawn"


def test_not_a_number_is_marked_at_the_top(chart: Chart):
    values = decay(400)
    values[[200, 201]] = np.nan
    chart.set_traces(traces_of(values))
    chart.area.set_range(0, 400)
    assert chart._bad.text() == "✕ not finite at 2 steps, first at 201"
    x, top = chart.area.x_scale, chart.area.y_scale.stop
    place = chart.area.y_scale.to_values(top + 7)
    assert near(chart, 201, float(place), tokens().danger)
    assert not near(chart, 100, float(place), tokens().danger)
    assert math.isfinite(float(x.to_pixels(201)))


def test_the_y_axis_fits_what_is_in_view_and_leaves_out_lone_peaks(chart: Chart):
    values = decay(1000)
    values[500] = 1e9
    chart.area.weight = 0.0
    chart.set_traces(traces_of(values))
    chart.area.set_range(0, 400)
    assert 1.5 < chart.area.y_range[1] < 3.0
    chart.area.set_range(0, 1000)
    assert chart.area.y_range[1] < 3.0
    chart.log_y.setChecked(True)
    assert chart.area.y_range[0] > 0.0


def test_a_run_that_went_astray_does_not_flatten_the_others(chart: Chart):
    good, astray = traces_of(decay(1000)), traces_of(decay(30) * 1e20)
    for trace in astray:
        trace.run = "r2"
    chart.set_traces([*good, *astray])
    chart.area.set_range(0, 1000)
    assert chart.area.y_range[1] < 3.0
    chart.set_traces(astray)
    assert chart.area.y_range[1] > 1e20


def test_legend_hides_curves(chart: Chart, qtbot: QtBot):
    chart.set_traces(traces_of(decay(300)))
    chart.area.set_range(0, 300)
    qtbot.mouseClick(chart._training, Qt.MouseButton.LeftButton)
    assert [t.name for t in chart.area.visible_traces()] == ["val_loss"]
    qtbot.mouseClick(chart._validation, Qt.MouseButton.LeftButton)
    blue = np.array([int(tokens().plot[0][i : i + 2], 16) for i in (1, 3, 5)])
    assert not (np.abs(pixels(picture(chart)).astype(int) - blue).max(axis=2) < 10).any()


def test_wheel_zooms_around_the_mouse_and_drag_pans(chart: Chart, qtbot: QtBot):
    chart.set_traces(traces_of(decay(1000)))
    chart.area.set_range(0, 1000)
    asked: list[tuple[float, float]] = []
    chart.area.zoomed.connect(lambda low, high: asked.append((low, high)))
    at = QPointF(float(chart.area.x_scale.to_pixels(500.0)), 100.0)
    no = (Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False)
    QApplication.sendEvent(chart.area, QWheelEvent(at, at, QPoint(), QPoint(0, 120), *no))
    low, high = asked[-1]
    assert high - low == pytest.approx(850, rel=1e-6)
    assert (low + high) / 2 == pytest.approx(500, abs=1)
    chart.area.set_range(low, high)
    qtbot.mousePress(chart.area, Qt.MouseButton.LeftButton, pos=at.toPoint())
    qtbot.mouseMove(chart.area, at.toPoint() + QPoint(60, 0))
    qtbot.mouseRelease(chart.area, Qt.MouseButton.LeftButton, pos=at.toPoint() + QPoint(60, 0))
    panned = asked[-1]
    assert panned[0] < low
    assert panned[1] - panned[0] == pytest.approx(high - low)


def test_pictures_and_numbers_are_saved(chart: Chart, tmp_path: Path):
    values = decay(250)
    values[7] = np.nan
    chart.set_traces(traces_of(values))
    chart.area.set_range(0, 250)
    for name in ("a.png", "a.svg", "a.csv"):
        chart.save_as(tmp_path / name)
    image = QImage(str(tmp_path / "a.png"))
    assert image.width() == 2 * (chart.area.width() + 24)
    drawing = ElementTree.parse(tmp_path / "a.svg").getroot()
    assert len(list(drawing.iter())) > 20
    rows = list(csv.DictReader((tmp_path / "a.csv").read_text().splitlines()))
    loss = [r for r in rows if r["series"] == "loss"]
    np.testing.assert_array_equal([float(r["value"]) for r in loss], values)
    assert [int(r["step"]) for r in loss] == list(range(1, 251))
    assert float(loss[99]["epoch"]) == 1.0
    assert {r["series"] for r in rows} == {"loss", "val_loss"}


def test_a_million_points_draw_in_milliseconds(chart: Chart):
    chart.area.weight = 0.99
    chart.set_traces(traces_of(decay(1_000_000), per_epoch=10_000))
    chart.area.set_range(0, 1_000_000)
    picture(chart)
    times = []
    for _ in range(7):
        start = time.thread_time()
        chart.area.repaint()
        times.append(time.thread_time() - start)
    # 4 ms where this was written; the bound only catches drawing that touches every point.
    assert min(times) < 0.05
