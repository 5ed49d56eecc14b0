"""The search in the window: fields added and changed, trials as they come, the best applied with one undo step."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from workbench.engine.project.samples import sample
from workbench.engine.runs.studies import create_study, keep_study
from workbench.engine.study.recipe import FloatRange, IntRange, Options, Searched
from workbench.ui.session import Session
from workbench.ui.train.stage import TrainStage
from workbench.ui.train.study.search import SearchPage
from workbench.ui.train.study.words import path_words, value_text

LONG = 300_000


@pytest.fixture
def stage(qtbot: QtBot, session: Session, train_stage: TrainStage) -> TrainStage:
    project = sample("iris-mlp").project()
    recipe = project.training.updated(epochs=2, batch_size=16)
    search = project.study.search.updated(trials=3, pruning="none")
    session.new(project.updated(training=recipe, study=project.study.updated(search=search)))
    qtbot.waitUntil(lambda: session.can_train, timeout=LONG)
    return train_stage


@pytest.fixture
def page(stage: TrainStage) -> SearchPage:
    made = stage.tabs.show_room("search")
    assert isinstance(made, SearchPage)
    return made


def space(session: Session):
    return session.document.project.study.search.space


def test_a_field_is_added_by_typing_and_removed_again(page, session, qtbot):
    assert not page.start_button.isEnabled() and page.doing.text() == "Add a field to be searched first."
    assert not page.space.empty.isHidden()
    before = session.document.project
    page.space.add.setText("Learning rate")
    page.space.add.returnPressed.emit()
    (searched,) = space(session)
    assert searched.path == "training.learning_rate" and isinstance(searched.choose, FloatRange)
    assert session.document.undo_text == "Search Learning rate"
    assert page.start_button.isEnabled() and len(page.space.cards) == 1
    qtbot.waitUntil(lambda: page.space.add.text() == "")
    assert "Learning rate" not in page.space._names.stringList()
    session.document.undo()
    assert session.document.project == before and page.space.cards == []
    session.document.redo()
    page.space.cards[0].removed.emit()
    assert space(session) == ()
    page.space.add.setText("no such thing")
    page.space.add.returnPressed.emit()
    assert space(session) == ()


def test_a_range_is_changed_in_its_card_and_nonsense_is_explained_there(page, session):
    page.space.add_field("networks.model.dense_1.units")
    (card,) = page.space.cards
    low, high = card.ends["low"], card.ends["high"]
    low.setText("8")
    low.editingFinished.emit()
    assert space(session)[0].choose == IntRange(low=8, high=int(high.text()))
    assert page.space.cards == [card]  # the card that is edited stays
    high.setText("4")
    high.editingFinished.emit()
    assert not card.problem.isHidden() and "below the highest" in card.problem.text()
    assert space(session)[0].choose.high != 4
    high.setText("many")
    high.editingFinished.emit()
    assert not card.problem.isHidden()
    high.setText("64")
    high.editingFinished.emit()
    assert card.problem.isHidden() and space(session)[0].choose == IntRange(low=8, high=64)
    card.log.click()
    assert space(session)[0].choose.log
    session.document.undo()
    assert not space(session)[0].choose.log and not page.space.cards[0].log.isChecked()


def test_choices_are_ticked_and_one_stays(page, session):
    page.space.add_field("training.optimizer")
    (card,) = page.space.cards
    for option, box in card.boxes.items():
        if option not in ("adam", "sgd"):
            box.click()
    assert space(session)[0].choose == Options(options=("adam", "sgd"))
    card.boxes["adam"].click()
    card.boxes["sgd"].click()
    assert space(session)[0].choose.options == ("sgd",) and card.boxes["sgd"].isChecked()


def test_from_the_button_to_the_best_settings(page, stage, session, qtbot):
    page.space.add_field("training.learning_rate")
    page.space.add_field("training.optimizer")
    page.space.cards[1].boxes["lbfgs"].click()
    before = session.document.project
    page.start_button.click()
    qtbot.waitUntil(lambda: not session.studies.busy, timeout=LONG)
    qtbot.waitUntil(lambda: not session.jobs.running, timeout=LONG)
    assert page.notice.text == ""
    model = page.results.table.columns_model
    assert model.rowCount() == 3
    assert {str(model.index(row, model.columnCount() - 1).data()) for row in range(3)} == {"finished"}
    assert "Best so far: trial" in page.results.best.text()
    assert [page.results.what.itemData(k) for k in range(page.results.what.count())] == [
        "every",
        "history",
        "training.learning_rate",
    ]
    assert page.results.plots.currentWidget() is page.results.every and page.results.every.lines == 3
    page.results.what.setCurrentIndex(1)
    assert page.results.history.lines[0].name == "best so far"
    page.results.what.setCurrentIndex(2)
    assert page.results.plots.currentWidget() is page.results.scatter and page.results.scatter.points == 3

    best = page.results.best_trial
    page.results.apply.click()
    project = session.document.project
    assert project.training.learning_rate == best["values"]["training.learning_rate"]
    assert project.training.optimizer.kind == best["values"]["training.optimizer"]
    session.document.undo()
    assert session.document.project == before
    page.results.use.click()
    assert session.selected_run == best["run"]

    # In the list of runs the search stands as one row, and in front of the plots its best trial.
    rows = stage.table.model
    assert str(rows.index(0, 2).data()) == "Search, 3 trials"
    rows.fold(session.study_rows[0].id, False)
    assert "Learning rate" in str(rows.index(1, 2).data())
    stage.show_study(session.study_rows[0].id)
    qtbot.waitUntil(lambda: bool(stage.curves.traces), timeout=LONG)
    assert {t.run for t in stage.curves.traces} == {best["run"]}


def test_what_is_wrong_with_a_space_is_told(page, session, qtbot):
    page.space.add_field("training.learning_rate")
    graph_less = session.document.project.study.search.updated(goal="val_beauty")
    session.document.edit("x", lambda p: p.updated(study=p.study.updated(search=graph_less)))
    page.start_button.click()
    qtbot.waitUntil(lambda: not session.studies.busy, timeout=LONG)
    assert "val_beauty" in page.notice.text


def test_a_field_that_the_project_no_longer_has_is_marked(page, session):
    page.space.add_field(
        "training.optimizer.beta1" if "training.optimizer.beta1" in page.space._fields else "training.epochs"
    )
    (searched,) = space(session)
    gone = searched.updated(path="networks.model.nowhere.units")
    search = session.document.project.study.search.updated(space=(gone,))
    session.document.edit("x", lambda p: p.updated(study=p.study.updated(search=search)))
    (card,) = page.space.cards
    texts = [label.text() for label in card.findChildren(QLabel)]
    assert "The project has no such field now." in texts


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("training.learning_rate", "Learning rate"),
        ("training.optimizer.kind", "Optimiser"),
        ("networks.model.dense_1.units", "dense_1 · units"),
        ("networks.model.my.layer.units", "my.layer · units"),
    ],
)
def test_paths_in_words(qapp, path, words):
    assert path_words(path) == words


def test_values_in_words():
    assert value_text(0.00443038) == "0.00443" and value_text(1200) == "1,200"
    assert value_text("adam") == "adam" and value_text(True) == "true"


def recorded(session: Session, count: int = 12, state: str = "finished") -> list[dict]:
    """A search with trials of its record alone: every third was ended early, and one came to nothing."""
    project = session.document.project
    options = Options(options=("adam", "sgd"))
    searched = (
        Searched(path="training.learning_rate", choose=FloatRange(low=1e-4, high=1e-1, log=True)),
        Searched(path="training.optimizer", choose=options),
    )
    project = project.updated(study=project.study.updated(search=project.study.search.updated(space=searched)))
    trials = []
    for k in range(count):
        values = {"training.learning_rate": 1e-4 * 10 ** (3 * k / count), "training.optimizer": options.options[k % 2]}
        reason = "error" if k == 4 else "pruned" if k % 3 == 2 else "finished"
        value = None if k == 4 else 1.0 - k / count
        about = {"number": k, "label": f"trial {k + 1}", "run": "", "values": values, "metrics": {}, "message": "No."}
        trials.append({**about, "reason": reason, "value": value})
    create_study(session.runs_dir, {"kind": "search", "project": project.dump(), "members": trials, "state": state})
    session.refresh_runs()
    return trials


def shown_numbers(results) -> list[int]:
    model = results.table.columns_model
    return [int(model.index(row, 0).data()) for row in range(model.rowCount())]


def test_ranges_filter_the_table_and_the_chosen_trial_is_the_same_in_both(page, session, qtbot):
    recorded(session)
    results = page.results
    assert results.every.lines == 12 and len(shown_numbers(results)) == 12
    results.every.keep(0, 0.5, 1.0)
    kept = shown_numbers(results)
    assert kept == [7, 8, 9, 10, 11, 12]
    assert results.kept.isVisibleTo(page) and results.kept.text().startswith("6 of 12 trials: Learning rate 0.00316")
    results.table.setCurrentIndex(results.table.columns_model.index(1, 0))
    assert results.every.chosen == 7 and results.apply.text() == "Apply the settings of trial 8"
    results.every.choose(9)
    results.every.picked.emit(9)
    assert results.table.chosen_number == 9 and results.table.currentIndex().row() == 3
    results.all_again.click()
    assert len(shown_numbers(results)) == 12 and not results.kept.isVisibleTo(page)


def test_the_chosen_trials_settings_come_into_the_project_and_undo_takes_them_back(page, session):
    trials = recorded(session)
    before = session.document.project
    results = page.results
    results.table.choose(2)
    results.apply.click()
    assert session.document.project.training.learning_rate == pytest.approx(
        trials[2]["values"]["training.learning_rate"]
    )
    assert session.document.undo_text == "Apply the settings of trial 3"
    assert "Undo takes it back" in results.notice.text
    results.apply.click()
    assert results.notice.text == "The project has these settings already."
    session.document.undo()
    assert session.document.project == before


def test_the_order_of_the_table_stays_while_trials_come(page, session):
    trials = recorded(session, state="")
    results = page.results
    results.table.sortByColumn(1, Qt.SortOrder.AscendingOrder)
    results.table.choose(7)
    assert shown_numbers(results)[0] == 12
    row = session.study_rows[0]
    better = {**trials[0], "number": 12, "value": 0.001, "reason": "finished"}
    keep_study(session.runs_dir, replace(row, body={**row.body, "members": [*trials, better]}))
    session.refresh_runs()
    assert shown_numbers(results)[:2] == [13, 12] and results.table.chosen_number == 7
    assert results.table.currentIndex().row() == shown_numbers(results).index(8)
    assert "trial 13" in results.best.text()


def test_what_mattered_most_is_told_once_there_is_enough_to_tell(page, session, qtbot):
    recorded(session, 9)
    assert page.results.mattered.text().startswith("Which field matters most can be told once 8 trials")
    recorded(session, 16)
    qtbot.waitUntil(lambda: "mattered most" in page.results.mattered.text(), timeout=LONG)
    assert page.results.mattered.text().startswith("Learning rate mattered most")
    assert page.results.what.findData("importance") > 0
