"""What a network that tags did: scores of tags and spans, wrong tokens in their sequences, and new texts."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tagged_data import trained_tagger
from trained import Trained

from workbench.engine.data.new_samples import typed_text
from workbench.engine.data.prepare import prepare
from workbench.engine.evaluate.predict import Predictor
from workbench.engine.evaluate.report import evaluate_run
from workbench.ui.evaluate.ask import Answer
from workbench.ui.evaluate.predictions import PredictionsView
from workbench.ui.evaluate.result import AnswerView
from workbench.ui.evaluate.results import ResultsView


@pytest.fixture(scope="module")
def tagger(tmp_path_factory: pytest.TempPathFactory) -> Trained:
    return trained_tagger(tmp_path_factory.mktemp("tags"), "training.epochs=1")


def test_scores_and_wrong_tokens(qapp: QApplication, qtbot: QtBot, tagger: Trained) -> None:
    report = evaluate_run(tagger.store, tagger.run, base_dir=tagger.store.runs_dir.parent)
    data = prepare(tagger.store.project(tagger.run).data, tagger.store.runs_dir.parent)
    view = ResultsView()
    qtbot.addWidget(view)
    view.resize(900, 700)
    view.set_report(report, data)
    view.show()
    separation = view.separation
    assert [separation.what.itemText(k) for k in range(separation.what.count())] == ["By tag", "By kind of span"]
    assert separation.what.isVisible() and not separation.one.isVisible()
    assert [c.title for c in view.classes.columns_model.columns][::4] == ["Tag", "Tokens"]
    separation.what.setCurrentIndex(1)
    kinds = separation.spans.columns_model
    assert separation.spans.isVisible() and kinds.rowCount() == len(report.spans) == 2
    assert {kinds.columns[0].value(k) for k in range(2)} == {"PER", "LOC"}
    mistakes = view.mistakes
    assert mistakes.positions.tolist() == report.mistakes().tolist() and len(mistakes.positions)
    worst = int(mistakes.positions[0])
    wrong = int((report.targets[worst] != report.predictions[worst]).sum())
    chips = mistakes.sequence.view.chips
    assert mistakes.sequence.isVisible() and sum(bool(c.said) for c in chips) == wrong > 0
    assert f"{wrong} of " in mistakes.sequence.note.text()
    assert all(c.below == f"✗ {c.tag} → {c.said}" for c in chips if c.said)
    one = next(c for c in chips if c.said)
    view.confusion.cell_chosen.emit(report.names.index(one.tag), report.names.index(one.said))
    assert "was taken for" in mistakes.heading.text() and worst in mistakes.positions
    assert not view.grab().isNull()


def test_a_typed_text_and_a_file(qapp: QApplication, qtbot: QtBot, tagger: Trained, tmp_path: Path) -> None:
    predictor = Predictor(tagger.store, tagger.run)
    preprocess = tagger.store.preprocess(tagger.run)
    samples = typed_text("Mary lives in Rome .", preprocess)
    found = tuple(predictor.predict(samples.inputs))
    said = [token.said for token in found[0].tags]
    truth = ["I-LOC" if said[0] != "I-LOC" else "O", *said[1:]]
    view = AnswerView()
    qtbot.addWidget(view)
    view.show_answer(Answer(found, samples.inputs, truth=" ".join(truth)), preprocess)
    view.show()
    chips = view.tags.view.chips
    assert [c.text for c in chips] == ["Mary", "lives", "in", "Rome", "."]
    assert chips[0].said == said[0] and not any(c.said for c in chips[1:])
    assert "wrong tags: 1" in view.truth.text() and "certain" in chips[1].words
    assert f"Spans found: {len(found[0].spans)}" in view.tags.found.text()
    assert not view.label.isVisible()
    table = PredictionsView()
    qtbot.addWidget(table)
    table.show_predictions("file", found * 2, ())
    assert table.table.columns_model.columns[-1].value(1).startswith(f"Mary/{said[0]} lives/")
    table.save_to(tmp_path / "tags.csv")
    assert (tmp_path / "tags.csv").read_text(encoding="utf-8").splitlines()[1].endswith(" ".join(said))
