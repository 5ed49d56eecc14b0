"""The tab Health of the Train stage: what a run found, and the figures of its layers."""

from __future__ import annotations

import time

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from workbench.engine.train.events import EpochDone, Health, RunStarted, Warned
from workbench.ui.train.health import HealthPanel
from workbench.ui.train.history import RunHistory

NAMES = {"a": "dense_1", "r": "relu_1"}
FIGURES = {
    "a": {"mean": 0.25, "spread": 1.5, "varies": 0.5, "gradient": 0.125, "weight": 2.0, "update": 0.01},
    "r": {"mean": 0.5, "spread": 0.75, "varies": 0.5, "dead": 0.9375},
}


@pytest.fixture
def panel(qtbot: QtBot) -> HealthPanel:
    made = HealthPanel()
    qtbot.addWidget(made)
    made.resize(800, 500)
    made.show()
    return made


def history(*events) -> RunHistory:
    made = RunHistory("r")
    made.take(events)
    return made


def at(event, when: float = 1.0, **fields):
    return event(run="r", time=when, **fields)


def started(when: float, first_step: int = 0):
    numbers = dict.fromkeys(
        ("threads", "parameters", "train_samples", "validation_samples", "steps_per_epoch", "epochs"), 1
    )
    return at(RunStarted, when, device="cpu", first_step=first_step, **numbers)


def finding(when: float = 1.0, message: str = "It is wrong. Mend it."):
    return at(Warned, when, code="health.dead_units", message=message, node="r")


def cells(panel: HealthPanel) -> list[list[str]]:
    model = panel.table.columns_model
    return [
        [model.data(model.index(row, column)) for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def test_the_latest_figures_stand_in_the_table(panel: HealthPanel):
    panel.show_run(
        history(at(Health, step=7, layers={"a": FIGURES["a"]}), at(Health, step=1200, layers=FIGURES)), NAMES, live=True
    )
    assert cells(panel) == [
        ["dense_1", "0.25", "1.5", "–", "0.125", "0.5 %"],
        ["relu_1", "0.5", "0.75", "94 %", "–", "–"],
    ]
    assert "1,200" in panel.findChild(QWidget, "train_health_step").text()
    assert panel.findings == []
    assert "Nothing" in panel.summary.text()


def test_findings_are_listed_and_stay_after_the_run(panel: HealthPanel):
    told = history(finding(message="One. Cure."), at(Health, step=7, layers=FIGURES), finding(message="Two. Cure."))
    panel.show_run(told, NAMES, live=False)
    assert panel.findings == ["One. Cure.", "Two. Cure."]
    assert "2" in panel.summary.text()
    panel.show_run(history(at(Health, step=7, layers=FIGURES)), NAMES, live=False)
    assert panel.findings == []


def test_without_figures_it_says_when_they_come(panel: HealthPanel):
    panel.show_run(history(started(1.0)), {}, live=True)
    assert not panel.table.isVisible()
    assert "first second" in panel.note.text()
    panel.show_run(None, {}, live=False)
    assert "switched off" in panel.note.text()


def test_a_layer_that_was_removed_is_told_so(panel: HealthPanel):
    panel.show_run(history(at(Health, step=7, layers=FIGURES)), {"a": "dense_1"}, live=False)
    assert cells(panel)[1][0] == "(no longer there)"


def test_a_history_keeps_findings_apart_from_warnings():
    now = time.time()
    told = history(
        started(now),
        finding(now + 1),
        at(Warned, now + 1, code="training.threads", message="Other programs are busy."),
        at(EpochDone, now + 2, epoch=1, step=10, metrics={"loss": 1.0}, best=True, seconds=1.0),
    )
    assert (told.warnings, [f.node for f in told.findings]) == (["Other programs are busy."], ["r"])
    told.take([started(now + 9, first_step=10)])
    assert len(told.findings) == 1
    told.take([started(now + 10)])
    assert told.findings == []
