"""The Evaluate stage for samples with several labels, and for reconstructions."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot
from task_data import trained_autoencoder, trained_pairs
from trained import Trained

from workbench.engine.data.prepare import prepare
from workbench.engine.data.prepared import PreparedData
from workbench.engine.evaluate.predict import Predictor
from workbench.engine.evaluate.report import Report, evaluate_run
from workbench.ui.evaluate.ask import Answer, save_predictions
from workbench.ui.evaluate.predictions import PredictionsView
from workbench.ui.evaluate.result import AnswerView
from workbench.ui.evaluate.results import ResultsView


@pytest.fixture(scope="module")
def tagged(tmp_path_factory: pytest.TempPathFactory) -> Trained:
    return trained_pairs(tmp_path_factory.mktemp("pairs"))


@pytest.fixture(scope="module")
def again(tmp_path_factory: pytest.TempPathFactory) -> Trained:
    return trained_autoencoder(tmp_path_factory.mktemp("again"))


def scored(trained: Trained) -> tuple[Report, PreparedData]:
    report = evaluate_run(trained.store, trained.run, base_dir=trained.file.parent)
    return report, prepare(trained.store.project(trained.run).data, trained.file.parent)


@pytest.fixture
def view(qtbot: QtBot) -> ResultsView:
    made = ResultsView()
    qtbot.addWidget(made)
    made.resize(900, 700)
    made.show()
    return made


def test_labels_one_by_one(view: ResultsView, tagged: Trained, qtbot: QtBot) -> None:
    report, data = scored(tagged)
    view.set_report(report, data)
    labels = view.labels
    assert labels.isVisible() and not view.confusion.isVisible(), "one matrix of all labels would be a lie"
    assert view.headline.values["exact_match"].text().endswith("%")
    score = report.labels[0]
    assert labels.matrix.counts.tolist() == score.dump()["confusion"]
    assert len(view.mistakes.positions) == (report.predictions != report.targets).any(axis=1).sum()
    labels.table.selectRow(3)
    assert labels.matrix.counts.tolist() == report.labels[3].dump()["confusion"]
    labels.matrix.cell_chosen.emit(1, 0)
    shown = view.mistakes.positions
    assert len(shown) == report.labels[3].false_negatives
    assert (report.targets[shown, 3] == 1).all() and (report.predictions[shown, 3] == 0).all()
    view.mistakes.all.click()
    assert len(view.mistakes.positions) > len(shown)


def test_another_threshold_changes_the_table_and_nothing_else(view: ResultsView, tagged: Trained, qtbot: QtBot) -> None:
    report, data = scored(tagged)
    view.set_report(report, data)
    before = view.labels.matrix.counts.copy()
    line = view.labels.threshold.lineEdit()
    assert line.width() > line.fontMetrics().horizontalAdvance("0.50") + 16, "there is room for the number"
    view.labels.threshold.setValue(0.05)
    qtbot.waitUntil(lambda: "0.05" in view.labels.hint.text())
    after = view.labels.matrix.counts
    assert after[:, 1].sum() > before[:, 1].sum() and after.sum() == before.sum()
    assert not view.labels.matrix.isEnabled(), "the samples below go by the usual threshold"
    view.set_report(report, data)
    assert view.labels.threshold.value() == 0.5 and np.array_equal(view.labels.matrix.counts, before)


def test_a_sample_beside_its_reconstruction(view: ResultsView, again: Trained, qtbot: QtBot) -> None:
    report, data = scored(again)
    view.set_report(report, data)
    shown = view.reconstruction
    assert shown.isVisible()
    assert sum(shown.errors.series[0].values) == report.samples
    worst = int(report.mistakes()[0])
    assert f"sample {int(report.indexes[worst]):,}" in shown.hint.text()
    assert all(not label.pixmap().isNull() for label in shown.pictures)
    assert view.mistakes.positions[0] == worst
    other = int(view.mistakes.positions[5])
    view.mistakes.grid.select(other)
    assert f"sample {int(report.indexes[other]):,}" in shown.hint.text()


@pytest.mark.parametrize("kind", ["tagged", "again"])
def test_answers_and_their_table(kind: str, request: pytest.FixtureRequest, qtbot: QtBot, tmp_path: Path) -> None:
    trained: Trained = request.getfixturevalue(kind)
    _, data = scored(trained)
    rows = data.splits["test"][:4]
    values = {"image": data.raw.inputs["image"].values[rows]}
    predictor = Predictor(trained.store, trained.run)
    found = tuple(predictor.predict(values, [f"p{k}" for k in range(4)]))
    answer = AnswerView()
    table = PredictionsView()
    for widget in (answer, table):
        qtbot.addWidget(widget)
        widget.show()
    answer.show_answer(Answer(found, values), trained.store.preprocess(trained.run))
    table.show_predictions("some", found, ())
    path = tmp_path / "saved.csv"
    save_predictions(path, found)
    first = path.read_text(encoding="utf-8").splitlines()
    if kind == "again":
        assert answer.made.isVisible() and not answer.made.pixmap().isNull()
        assert first[0] == "sample,error"
    else:
        assert answer.label.text() == (found[0].label if found[0].labels else "no label")
        assert answer.bars.isVisible() and not answer.made.isVisible()
        assert first[0].startswith("sample,labels,p(digit 0)")
    assert table.table.columns_model.rowCount() == 4
    QCoreApplication.processEvents()
