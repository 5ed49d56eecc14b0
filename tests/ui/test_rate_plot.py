"""The learning rate before training (drawn from the settings) and after it (recorded)."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from window_tools import hover

from workbench.engine.train.events import Metrics, RunStarted
from workbench.engine.train.rate_curve import rate_curve
from workbench.engine.train.recipe import TrainingRecipe
from workbench.engine.train.schedules import Plan, factors
from workbench.ui.session import Session
from workbench.ui.train.curves import CurvesPanel
from workbench.ui.train.drawn import ShownRun
from workbench.ui.train.history import RunHistory
from workbench.ui.train.settings import SettingsPanel
from workbench.ui.train.values import ValuesPanel


@pytest.fixture
def panel(session: Session, qtbot: QtBot) -> Iterator[SettingsPanel]:
    made = SettingsPanel(session)
    qtbot.addWidget(made)
    made.resize(300, 900)
    made.show()
    yield made
    made.hide()


def set_training(panel: SettingsPanel, **fields: object) -> None:
    panel.session.document.edit(
        "Change", lambda p: p.updated(training=TrainingRecipe.model_validate({**p.training.model_dump(), **fields}))
    )


def test_the_curve_follows_every_edit(qtbot: QtBot, panel: SettingsPanel):
    plot = panel.rate_plot
    assert not plot.isVisible(), "a constant rate needs no picture"
    set_training(panel, schedule="cosine", warmup=2, epochs=10, learning_rate=0.01)
    assert plot.isVisible() and plot.curve is not None and plot.curve.epochs == 10
    assert plot.curve.rates.max() == pytest.approx(0.01)
    line = panel.form.findChild(QLineEdit, "field_learning_rate")
    line.setFocus()
    line.selectAll()
    qtbot.keyClicks(line, "0.5")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert plot.curve.rates.max() == pytest.approx(0.5)
    assert "highest at 0.5 in epoch 3" in plot.accessibleDescription()
    panel.session.document.undo()
    assert plot.curve.rates.max() == pytest.approx(0.01)
    set_training(panel, schedule="constant", warmup=0)
    assert not plot.isVisible()


def test_the_curve_is_what_trains():
    recipe = TrainingRecipe.model_validate({"schedule": "one_cycle", "warmup": 0.5, "epochs": 4, "learning_rate": 0.2})
    curve = rate_curve(recipe, 13)
    expected = 0.2 * factors(recipe.schedule, np.arange(52), Plan(4, 13, 0.5))
    np.testing.assert_array_equal(curve.rates, expected)
    assert (
        curve.rate_at(2.0) == expected[26] and curve.rate_at(0.0) == expected[0] and curve.rate_at(4.0) == expected[-1]
    )


def test_the_rate_of_weight_averaging_is_drawn_too():
    recipe = TrainingRecipe.model_validate(
        {"schedule": "cosine", "epochs": 8, "averaging": {"kind": "swa", "start": 0.5, "learning_rate": 0.05}}
    )
    curve = rate_curve(recipe, 10)
    assert set(curve.rates[40:]) == {0.05} and curve.rates[0] == recipe.learning_rate


@pytest.mark.parametrize("kind", ["cosine", "one_cycle", "step", "plateau", "warm_restarts"])
@pytest.mark.parametrize("epochs", [1, 2, 100_000])
def test_short_and_long_runs_are_drawn(qtbot: QtBot, panel: SettingsPanel, kind, epochs):
    set_training(panel, schedule=kind, warmup=0.5, epochs=epochs, batch_size=1)
    plot = panel.rate_plot
    picture = plot.grab().toImage()
    assert plot.curve is not None and len(plot.curve.rates) < 5000
    colours = {picture.pixelColor(x, y).name() for x in range(0, picture.width(), 2) for y in range(picture.height())}
    assert len(colours) > 3


def test_the_value_is_told_under_the_pointer_and_by_keys(qtbot: QtBot, panel: SettingsPanel):
    set_training(panel, schedule={"kind": "step", "every": 5}, epochs=10, learning_rate=0.2)
    plot = panel.rate_plot
    plot.grab()
    assert plot.told() == "Learning rate, first to last epoch"
    hover(plot, QPoint(plot.width() - 20, plot.height() // 2))
    assert plot.at is not None and plot.at > 8
    assert plot.told().endswith(": 0.02")
    plot.setFocus()
    qtbot.keyClick(plot, Qt.Key.Key_Home)
    assert plot.told() == "Epoch 0: 0.2"
    qtbot.keyClick(plot, Qt.Key.Key_Right)
    assert plot.at == pytest.approx(0.2)
    qtbot.keyClick(plot, Qt.Key.Key_Escape)
    assert plot.at is None


def test_a_plateau_says_that_it_waits_for_the_loss(panel: SettingsPanel):
    set_training(panel, schedule="plateau")
    assert "until the loss stalls" in panel.rate_plot.told()


def shown(rates: tuple[float, ...]) -> ShownRun:
    history = RunHistory("r1")
    started = RunStarted(
        run="r1", time=0.0, device="cpu", threads=1, parameters=1, train_samples=8, validation_samples=0,
        steps_per_epoch=2, epochs=2,
    )  # fmt: skip
    values = {"loss": (2.0, 1.5, 1.0, 0.5)}
    if rates:
        values["learning_rate"] = rates
    history.take([started, Metrics(run="r1", time=0.0, first_step=1, values=values)])
    return ShownRun(history, "Run 1", "#3d8bfd", focused=True)


def test_recorded_rates_have_a_plot_and_a_number_of_their_own(qtbot: QtBot):
    box, values = QWidget(), ValuesPanel()
    curves = CurvesPanel()
    QVBoxLayout(box).addWidget(curves)
    for widget in (box, values):
        qtbot.addWidget(widget)
        widget.show()
    run = shown((0.1, 0.05, 0.02, 0.01))
    curves.set_runs([run])
    values.set_smoothing(0.9)
    values.set_runs([run], curves.kind, curves.traces)
    assert curves.rate.isVisible()
    (trace,) = curves.rate.area.traces
    assert trace.smoothed(curves.rate.area.weight).values.tolist() == [0.1, 0.05, 0.02, 0.01], "it is never smoothed"
    assert run.history.metric == "" and not curves.second.isVisible(), "it is no metric"
    assert values.value_text("learning_rate") == "0.01"
    constant = shown(())
    curves.set_runs([constant])
    values.set_runs([constant], curves.kind, curves.traces)
    assert not curves.rate.isVisible() and values.value_text("learning_rate") == ""
