"""Metrics that are asked for, plotted in the Train stage and told in full in the Evaluate stage."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Literal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QWidget
from pytestqt.qtbot import QtBot

from workbench.engine.project.samples import sample
from workbench.engine.values import Param, Value
from workbench.ui.evaluate.stage import EvaluateStage
from workbench.ui.session import Session
from workbench.ui.train.stage import TrainStage
from workbench.ui.widgets.form import Form
from workbench.ui.widgets.several import SeveralEditor

LONG = 300_000


class Asking(Value):
    names: tuple[Literal["one", "two", "three"], ...] = Param((), help="any", words={"three": "the third"})


@pytest.fixture
def form(qtbot: QtBot) -> Iterator[Form]:
    window = QWidget()
    made = Form(window)
    made.set_value(Asking(), "asking")
    made.resize(300, 60)
    qtbot.addWidget(window)
    window.show()
    yield made


def test_any_number_of_choices_is_one_edit_when_the_list_closes(form: Form, qtbot: QtBot):
    edits: list[object] = []
    form.edited.connect(lambda path, value: edits.append((path, value)))
    editor = form.findChild(SeveralEditor)
    box = form.findChild(QComboBox, "field_names")
    assert editor is not None and box is not None and editor.text == "none"
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Space)
    assert editor.menu.isVisible()
    for _ in range(3):  # by keyboard: down to the third
        QTest.keyClick(editor.menu, Qt.Key.Key_Down)
    QTest.keyClick(editor.menu, Qt.Key.Key_Space)
    first = editor.menu.actionGeometry(editor.menu.actions()[0]).center()
    qtbot.mouseClick(editor.menu, Qt.MouseButton.LeftButton, pos=first)
    assert editor.menu.isVisible() and edits == [], "ticking leaves the list open"
    QTest.keyClick(editor.menu, Qt.Key.Key_Escape)
    assert edits == [("asking.names", ("one", "three"))]
    assert editor.text == "one, the third"
    qtbot.mouseClick(box, Qt.MouseButton.LeftButton)
    assert editor.menu.isVisible()
    editor.menu.close()
    assert len(edits) == 1, "nothing changed: no edit"


def test_choices_that_are_not_offered_here_stay(form: Form, qtbot: QtBot):
    form.set_choices("names", ["one"])
    form.set_value(Asking(names=("two",)), "asking")
    qtbot.waitUntil(lambda: len(form.findChildren(SeveralEditor)) == 1, timeout=LONG)
    editor = form.findChild(SeveralEditor)
    assert editor is not None and [a.text() for a in editor.menu.actions()] == ["one"]
    editor.menu.popup(form.pos())
    editor.menu.actions()[0].trigger()
    editor.menu.close()
    assert form.value == Asking(names=("two", "one"))


@pytest.fixture
def stages(session: Session, qtbot: QtBot) -> Iterator[tuple[TrainStage, EvaluateStage]]:
    made = TrainStage(session), EvaluateStage(session)
    for stage in made:
        stage.resize(1200, 740)
        stage.show()
    yield made
    for stage in made:
        stage.close()
        stage.deleteLater()


def test_what_is_asked_for_is_plotted_and_told(stages: tuple[TrainStage, EvaluateStage], qtbot: QtBot):
    train, evaluate = stages
    session = train.session
    project = sample("iris-mlp").project()
    training = project.training.updated(epochs=3, metrics=("f1", "auroc"))
    session.new(project.updated(training=training))
    qtbot.waitUntil(lambda: session.can_train, timeout=LONG)
    qtbot.waitUntil(lambda: len(train.findChildren(SeveralEditor)) == 1, timeout=LONG)
    offered = train.findChild(SeveralEditor)
    assert offered is not None
    texts = [a.text() for a in offered.menu.actions()]
    assert "F1" in texts and "mean absolute error" not in texts, "metrics of the task"
    train.controls.train.click()
    qtbot.waitUntil(lambda: session.run_state == "idle" and not session.jobs.running, timeout=LONG)
    which, chart = train.curves.which, train.curves.second
    assert [which.itemData(i) for i in range(which.count())] == ["accuracy", "f1", "auroc"]
    assert which.isVisible() and [t.name for t in chart.area.traces] == ["accuracy", "val_accuracy"]
    which.setCurrentIndex(1)
    which.activated.emit(1)
    assert [t.name for t in chart.area.traces] == ["val_f1"] and chart.title == "F1"
    assert train.values.value_text("val_auroc").endswith("%")

    evaluate.entered()
    qtbot.waitUntil(lambda: not session.jobs.running, timeout=LONG)
    qtbot.mouseClick(evaluate.selectors.button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: evaluate.results.report is not None, timeout=LONG)
    report, headline = evaluate.results.report, evaluate.results.headline
    assert report is not None
    assert set(headline.values) | set(headline.more.values) == set(report.metrics) | set(report.undefined)
    assert headline.more.isVisible() and headline.more.values["mcc"].text()
    assert not {"mcc", "auroc"} & set(headline.values), "cards are for the few that matter most"
    lacking = {n: v for n, v in report.metrics.items() if n != "auroc"}
    headline.set_report(replace(report, metrics=lacking, undefined={"auroc": "All samples are of one class"}))
    assert headline.more.values["auroc"].text() == "All samples are of one class."
