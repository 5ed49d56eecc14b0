"""The Series tab: curves of samples, the whole table with the parts of its split, and the plot that draws them."""

from __future__ import annotations

import time
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from workbench.engine.data.prepare import prepare
from workbench.engine.data.recipe import DataRecipe
from workbench.engine.data.series.shown import time_ticks
from workbench.engine.data.sources import source_from_path
from workbench.engine.data.sources.series_table import SeriesTableSource
from workbench.engine.evaluate.report import Report
from workbench.ui.data.series_view import SeriesView
from workbench.ui.data.stage import DataStage
from workbench.ui.data.words import input_words
from workbench.ui.evaluate.results import ResultsView
from workbench.ui.widgets.lines import Line, LinePlot, Region, legend_places


def opened(qtbot: QtBot, stage: DataStage, path: Path) -> SeriesView:
    source = source_from_path(path)
    session = stage.session
    session.document.edit("Open", lambda project: project.updated(data=project.data.updated(source=source)))
    qtbot.waitUntil(lambda: session.data is not None)
    qtbot.waitUntil(lambda: not session.jobs.running)
    page = stage.content.page(SeriesView)
    assert stage.content.tabs.currentWidget() is page
    return page


@pytest.fixture
def table(tmp_path: Path) -> Path:
    days = [f"{np.datetime64('2020-01-01') + k},{(k * k) % 31},{k % 5}" for k in range(200)]
    (tmp_path / "t.csv").write_text("\n".join(["date,temp,rain", *days]) + "\n")
    return tmp_path / "t.csv"


@pytest.fixture
def vowels(tmp_path: Path) -> Path:
    lines = [f"{','.join(str(k + t) for t in range(3 + k % 4))}:{('a', 'b')[k % 2]}" for k in range(30)]
    (tmp_path / "v.ts").write_text("@univariate true\n@classLabel true a b\n@data\n" + "\n".join(lines) + "\n")
    return tmp_path / "v.ts"


def test_a_sample_is_drawn_without_its_padding_and_named_by_its_class(stage, qtbot, vowels):
    page = opened(qtbot, stage, vowels)
    assert not page.whole.isVisible() and not page.channel.isVisible()
    page.set_sample(5)
    (line,) = page.plot.lines
    assert line.name == "b" and line.y.tolist() == [5, 6, 7, 8]
    assert "Sample 5" in page.about.text()
    page.scaled.setChecked(True)
    assert abs(page.plot.lines[0].y).max() < 3


def test_the_list_and_the_other_pages_follow_each_other(stage, qtbot, vowels):
    page = opened(qtbot, stage, vowels)
    with qtbot.waitSignal(page.chosen) as chosen:
        page.list.selectRow(3)
    assert chosen.args == [page.sample] and stage.content.detail.sample == page.sample


def test_windows_of_a_table_with_its_parts_and_what_they_predict(stage, qtbot, table):
    page = opened(qtbot, stage, table)
    data = stage.session.data
    assert data is not None and data.raw.windows is not None
    assert "windows of 28 steps" in stage.content.kind.text()
    (whole,) = page.whole.lines
    assert len(whole.x) == 200 and whole.name == "temp"
    names = [region.name for region in page.whole.regions if region.name]
    assert names == ["train", "validation", "test"]
    starts = [region.start for region in page.whole.regions[:3]]
    assert starts == sorted(starts)
    sample = int(data.splits["test"][2])
    page.set_sample(sample)
    ahead = next(line for line in page.plot.lines if line.dots)
    page.scaled.setChecked(False)
    ahead = next(line for line in page.plot.lines if line.dots)
    assert ahead.y.tolist() == [data.raw.targets["future"].values[sample, 0]] and ahead.x.tolist() == [28]
    page.whole.picked.emit(float(data.raw.windows.times[60]))
    assert page.sample == 60 - 28
    page.channel.setCurrentIndex(2)
    assert [line.name for line in page.plot.lines] == ["rain"]


def test_a_table_of_windows_is_divided_by_time_and_says_so(stage, qtbot, table):
    opened(qtbot, stage, table)
    split = stage.settings.split
    assert split.windows.isVisible() and split.form("shares").isVisible()
    assert not split.form("method").isVisible() and not split.form("seed").isVisible()


def test_a_forecast_is_drawn_over_the_truth_and_compared_with_repeating(qtbot, table):
    source = SeriesTableSource(path=str(table), window=7, horizon=2, targets="temp, rain")
    data = prepare(DataRecipe(source=source))
    windows, indexes = data.raw.windows, data.splits["test"]
    assert windows is not None
    truth = data.raw.targets["future"].values[indexes]
    names = data.raw.targets["future"].names
    report = Report("r", "best", "test", "regression", len(indexes), {}, indexes, truth, truth + 3.0, names)
    view = ResultsView()
    qtbot.addWidget(view)
    view.resize(1000, 700)
    view.set_report(report, data)
    view.show()
    assert view.forecast.isVisible() and not view.residuals.isVisible()
    view.target.setCurrentIndex(3)  # rain, two steps ahead
    true, predicted = view.forecast.plot.lines
    assert true.y.tolist() == truth[:, 3].tolist() and (predicted.y - true.y == 3).all()
    assert true.x.tolist() == windows.times[indexes + 7 + 1].tolist()
    repeated = np.sqrt(np.square(windows.naive(indexes)[:, 3] - truth[:, 3]).mean())
    assert "RMSE 3" in view.forecast.hint.text() and f"{repeated:.2f}" in view.forecast.hint.text()
    with qtbot.waitSignal(view.forecast.picked) as picked:
        view.forecast.plot.picked.emit(float(true.x[4]))
    assert picked.args == [4]


def test_a_plot_is_zoomed_and_moved_by_keys(qtbot):
    plot = LinePlot("plot")
    qtbot.addWidget(plot)
    plot.resize(500, 300)
    x = np.arange(1000.0)
    plot.set_lines([Line("a", x, np.sin(x))])
    plot.set_regions([Region("part", 0, 500, 1)])
    plot.show()
    plot.grab()
    qtbot.keyClick(plot, Qt.Key.Key_Plus)
    low, high = plot.view
    assert 0 < low < high < 999
    qtbot.keyClick(plot, Qt.Key.Key_Right)
    assert plot.view[0] > low and plot.view[1] - plot.view[0] == pytest.approx(high - low)
    qtbot.keyClick(plot, Qt.Key.Key_Home)
    assert plot.view == (0, 999)
    with qtbot.waitSignal(plot.picked) as picked:
        qtbot.mouseClick(plot, Qt.MouseButton.LeftButton, pos=plot.rect().center())
    assert 400 < picked.args[0] < 600


def test_a_million_points_are_drawn_at_once_and_no_peak_is_lost(qtbot):
    plot = LinePlot("plot")
    qtbot.addWidget(plot)
    plot.resize(900, 300)
    x = np.arange(1_000_000.0)
    y = np.zeros(len(x))
    y[777_777] = 5.0
    plot.set_lines([Line("a", x, y)])
    plot.grab()
    plot.show_range(1000.0, 990_000.0)
    began = time.thread_time()
    plot.grab()
    assert time.thread_time() - began < 0.5
    assert plot._axes is not None and plot._axes.y_range[1] > 5


@pytest.mark.parametrize(
    ("low", "high", "first"),
    [
        ("1949-01-01", "1960-12-01", "1950"),
        ("2020-01-01", "2020-07-20", "2020-01"),
        ("2020-01-01", "2020-01-05", "2020-01-01"),
        ("2020-01-01T00:00", "2020-01-02T00:00", "2020-01-01 00:00"),
    ],
)
def test_ticks_of_times_are_round(low, high, first):
    ends = [float(np.datetime64(t, "s").astype(np.int64)) for t in (low, high)]
    ticks = time_ticks(*ends)
    assert 2 <= len(ticks) <= 7 and ticks[0][1] == first and all(ends[0] <= t <= ends[1] for t, _ in ticks)


def test_a_legend_says_how_many_names_it_has_no_room_for():
    assert legend_places([50.0, 50.0, 50.0], 400, 20) == ([4, 94, 184], 274)
    assert legend_places([50.0, 50.0, 50.0], 274, 20) == ([4, 94, 184], 274), (
        "the last needs no room for a number behind it"
    )
    assert legend_places([50.0, 50.0, 50.0], 263, 20) == ([4, 94], 184), "two names, and a number at 184"
    assert legend_places([50.0, 50.0, 50.0], 205, 20) == ([4], 94), "the second would leave no room for the number"
    assert legend_places([900.0, 50.0], 205, 20)[0] == [4], "the first stands there, shortened"


def test_windows_that_are_left_out_are_counted(stage, qtbot, tmp_path):
    rows = [f"{np.datetime64('2020-01-01') + k},{'' if k in (100, 120, 121) else (k * k) % 31}" for k in range(200)]
    path = tmp_path / "gaps.csv"
    path.write_text("\n".join(["date,temp", *rows]) + "\n")
    opened(qtbot, stage, path)
    assert "3 items were left out: 3 windows (What they would predict is missing" in stage.content.notices.text


@pytest.mark.parametrize(
    ("window", "words"), [(1, "windows of 1 step, 1 channel"), (9, "windows of 9 steps, 1 channel")]
)
def test_windows_in_words(tmp_path, window, words):
    path = tmp_path / "t.csv"
    path.write_text("\n".join(["day,load", *(f"{k},{(k * k) % 31}" for k in range(90))]) + "\n")
    data = prepare(
        DataRecipe(source=SeriesTableSource(path=str(path), time="-", channels="load", targets="load", window=window))
    )
    assert input_words(data.raw.inputs["series"]) == words
