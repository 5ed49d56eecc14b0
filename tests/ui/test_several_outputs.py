"""Several targets on the Evaluate stage: each Output's results are shown, and a prediction tells what all say."""

from __future__ import annotations

from types import SimpleNamespace

import numpy as np

from workbench.engine.data.prepare import prepare_raw
from workbench.engine.data.raw import RawData, RawInput, RawTarget
from workbench.engine.data.recipe import DataRecipe
from workbench.engine.evaluate.predict import Prediction
from workbench.engine.evaluate.report import ClassScore, Report
from workbench.ui.evaluate.ask import Answer, save_predictions
from workbench.ui.evaluate.result import AnswerView
from workbench.ui.evaluate.results import ResultsView


def report(target: str, **fields: object) -> Report:
    common = {"run": "r", "which": "best", "split": "test", "samples": 4, "indexes": np.arange(4), "target": target}
    return Report(**common | fields)


def two() -> Report:
    size = np.arange(4, dtype=np.float32)[:, None]
    numbers = report(
        "size",
        task="regression",
        metrics={"loss": 0.5, "mae": 1.0, "rmse": 1.0, "r2": 0.25},
        targets=size,
        predictions=size + 1,
        names=("size",),
    )
    kinds = np.array([0, 1, 0, 1])
    return report(
        "kind",
        task="classification",
        metrics={"loss": 0.7, "accuracy": 1.0, "precision": 1.0, "recall": 1.0, "f1": 1.0},
        targets=kinds,
        predictions=kinds,
        names=("a", "b"),
        confidence=np.ones(4, np.float32),
        classes=tuple(ClassScore(n, 1.0, 1.0, 1.0, 2) for n in "ab"),
        confusion=np.array([[2, 0], [0, 2]]),
        others=(numbers,),
    )


def data():
    values = np.arange(8, dtype=np.float32).reshape(4, 2)
    targets = {
        "kind": RawTarget("classification", np.array([0, 1, 0, 1]), classes=("a", "b")),
        "size": RawTarget("regression", values[:, :1], names=("size",)),
    }
    raw = RawData("t", {"features": RawInput("table", values, ("x", "y"))}, targets)
    return prepare_raw(raw, DataRecipe(split={"validation": 0.0, "test": 0.0, "stratified": False}))


def test_the_output_is_chosen_and_stays_chosen(qtbot):
    view = ResultsView()
    qtbot.addWidget(view)
    whole = two()
    view.set_report(whole, data())
    assert [view.output.itemText(i) for i in range(view.output.count())] == ["kind", "size"]
    assert not view.output.isHidden() and view._charts.currentIndex() == 0
    view.output.setCurrentIndex(1)
    assert view._charts.currentIndex() == 1 and view.target.itemText(0) == "size"
    view.set_report(two(), data())
    assert view.output.currentText() == "size" and view._charts.currentIndex() == 1
    view.set_report(SimpleNamespace(**{**vars(whole), "every": (whole,)}), data())
    assert view.output.isHidden() and view._charts.currentIndex() == 0


def test_an_answer_tells_all_and_is_saved_whole(qtbot, tmp_path):
    other = Prediction(values={"size": 2.5}, target="size")
    first = Prediction("a", {"a": 0.75, "b": 0.25}, source="row 1", target="kind", others=(other,))
    view = AnswerView()
    qtbot.addWidget(view)
    part = data().preprocess
    view.show_answer(Answer((first,), {"features": np.zeros((1, 2), np.float32)}, truth="b, 2"), part)
    assert view.label.text() == "a" and "size: 2.5" in view.detail.text() and view.truth.text() == "true: b, 2"
    save_predictions(tmp_path / "p.csv", [first])
    assert (tmp_path / "p.csv").read_text().splitlines() == [
        "sample,predicted,confidence,p(a),p(b),size size",
        "row 1,a,0.75,0.75,0.25,2.5",
    ]
