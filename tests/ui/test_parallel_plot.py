"""Many settings at once: where values lie, ranges by pointer and keyboard, the line that is chosen."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from workbench.ui.theme import tokens
from workbench.ui.widgets.parallel.axis import ParallelAxis, result_axis
from workbench.ui.widgets.parallel.drawing import shades
from workbench.ui.widgets.parallel.plot import ParallelPlot

NAN = float("nan")
AXES = (
    ParallelAxis("Rate", 1e-4, 1e-1, log=True, help="training.learning_rate"),
    ParallelAxis("Optimiser", options=("adam", "sgd")),
    ParallelAxis("Momentum", 0.0, 1.0),
    ParallelAxis("Loss", 0.0, 1.0),
)
VALUES = np.array(
    [
        [1e-4, 0, NAN, 0.9],
        [1e-3, 1, 0.5, 0.5],
        [1e-2, 1, 0.9, 0.1],
        [1e-1, 0, NAN, NAN],
    ]
)


@pytest.fixture
def plot(qtbot: QtBot) -> ParallelPlot:
    made = ParallelPlot("p")
    qtbot.addWidget(made)
    made.resize(600, 320)
    made.set_lines(
        AXES,
        VALUES,
        np.array([0, 1, 0, 2]),
        ("finished", "ended early", "failed"),
        downwards=True,
        describe=lambda k: f"Trial {k + 1}",
    )
    made.show()
    return made


def spot(plot: ParallelPlot, axis: int, place: float) -> QPoint:
    lie = plot.geometry_of_lines
    return QPoint(round(lie.x(axis)), round(float(lie.y(place))))


def test_values_lie_evenly_by_factors_and_in_the_places_of_words():
    rate, optimiser, momentum, _ = AXES
    assert rate.place(np.array([1e-4, 1e-2, 1e-1, 0.0])) == pytest.approx([0, 2 / 3, 1, NAN], nan_ok=True)
    assert rate.value(1 / 3) == pytest.approx(1e-3)
    assert [text for _, text in rate.ticks(5)] == ["0.0001", "0.001", "0.01", "0.1"]
    assert optimiser.place(np.array([0.0, 1.0])) == pytest.approx([0.25, 0.75])
    assert optimiser.text(optimiser.value(0.8)) == "sgd"
    assert momentum.place(np.array([0.5])) == pytest.approx([0.5])
    # Results that differ a lot are drawn by factors, so that the good ones can be told apart.
    assert result_axis("Loss", np.array([0.01, 0.02, 9.0, NAN])).log
    near = result_axis("Loss", np.array([0.5, 0.6]))
    assert not near.log and near.low < 0.5 < 0.6 < near.high
    assert result_axis("Loss", np.array([NAN])).ticks(3)


def test_a_range_drawn_on_an_axis_keeps_the_lines_within(plot, qtbot):
    with qtbot.waitSignal(plot.ranged):
        qtbot.mousePress(plot, Qt.MouseButton.LeftButton, pos=spot(plot, 0, 0.25))
        qtbot.mouseMove(plot, spot(plot, 0, 0.5))
        qtbot.mouseMove(plot, spot(plot, 0, 0.8))
    qtbot.mouseRelease(plot, Qt.MouseButton.LeftButton, pos=spot(plot, 0, 0.8))
    assert plot.kept.tolist() == [False, True, True, False]
    assert plot.range_text(0).startswith("0.0005") and "2 of them" in plot.accessibleDescription()
    plot.keep(2, 0.8, 1.0)
    assert plot.kept.tolist() == [False, False, True, False]
    # New numbers on the same axes leave the ranges; other axes take them away.
    plot.set_lines(AXES, VALUES, np.zeros(4), ("finished",))
    assert set(plot.ranges) == {0, 2}
    qtbot.mouseClick(plot, Qt.MouseButton.LeftButton, pos=spot(plot, 2, 0.4))
    assert set(plot.ranges) == {0}
    plot.set_lines(AXES[1:], VALUES[:, 1:], np.zeros(4), ("finished",))
    assert plot.ranges == {} and plot.kept.all()


def test_a_click_chooses_the_line_below_the_pointer(plot, qtbot):
    lie = plot.geometry_of_lines
    between = QPoint(round((lie.x(2) + lie.x(3)) / 2), round(float(lie.y(0.5 * (0.9 + 0.1)))))
    with qtbot.waitSignal(plot.picked) as picked:
        qtbot.mouseClick(plot, Qt.MouseButton.LeftButton, pos=between)
    assert picked.args[0] in (1, 2) and plot.chosen == picked.args[0]
    assert f"Trial {plot.chosen + 1}" in plot.accessibleDescription()
    qtbot.mouseClick(plot, Qt.MouseButton.LeftButton, pos=QPoint(round(lie.x(2) + 40), 3))
    assert plot.chosen == -1


def test_everything_is_reached_by_keys(plot, qtbot):
    chosen: list[int] = []
    plot.picked.connect(chosen.append)
    plot.setFocus()
    for _ in range(3):
        qtbot.keyClick(plot, Qt.Key.Key_Right)
    assert plot.axis == 3
    for _ in range(4):
        qtbot.keyClick(plot, Qt.Key.Key_Up)
    assert chosen == [3, 2, 1, 0]  # from what reached nothing upwards by the loss
    qtbot.keyClick(plot, Qt.Key.Key_Left)
    qtbot.keyClick(plot, Qt.Key.Key_Up, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(plot, Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    assert plot.ranges == {2: (pytest.approx(0.05), pytest.approx(0.95))}
    assert plot.kept.tolist() == [False, True, True, False]
    qtbot.keyClick(plot, Qt.Key.Key_Delete)
    assert plot.ranges == {}
    plot.keep(0, 0, 0.5)
    qtbot.keyClick(plot, Qt.Key.Key_Escape)
    assert plot.ranges == {} and plot.kept.all()


def test_kinds_differ_in_their_strokes_and_results_in_lightness(plot):
    light = [shade.lightnessF() for shade in shades(tokens())]
    assert light == sorted(light, reverse=light[0] > light[-1]) and abs(light[0] - light[-1]) > 0.2
    assert not plot.grab().toImage().isNull()
    empty = ParallelPlot("e")
    empty.resize(300, 200)
    assert not empty.grab().toImage().isNull() and empty.lines == 0
    empty.deleteLater()
