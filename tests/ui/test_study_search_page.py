"""The search in the window: fields added and changed, trials as they come, the best applied with one undo step."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from workbench.engine.project.samples import sample
from workbench.engine.study.recipe import FloatRange, IntRange, Options
from workbench.ui.session import Session
from workbench.ui.train.stage import TrainStage
from workbench.ui.train.study.search import SearchPage
from workbench.ui.train.study.words import path_words, value_text

LONG = 120_000


@pytest.fixture
def stage(qtbot: QtBot, session: Session) -> Iterator[TrainStage]:
    made = TrainStage(session)
    made.resize(1200, 740)
    made.show()
    project = sample("iris-mlp").project()
    recipe = project.training.updated(epochs=2, batch_size=16)
    search = project.study.search.updated(trials=3, pruning="none")
    session.new(project.updated(training=recipe, study=project.study.updated(search=search)))
    qtbot.waitUntil(lambda: session.can_train, timeout=LONG)
    yield made
    session.studies.finish(20)
    made.close()
    made.deleteLater()


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
    model = page.table.columns_model
    assert model.rowCount() == 3
    assert {str(model.index(row, model.columnCount() - 1).data()) for row in range(3)} == {"finished"}
    assert "Best so far: trial" in page.best.text()
    assert [page.what.itemData(k) for k in range(page.what.count())] == ["history", "training.learning_rate"]
    assert page.history.lines[0].name == "best so far"
    page.what.setCurrentIndex(1)
    assert page.plots.currentWidget() is page.scatter and page.scatter.points == 3

    best = page._best()
    page.apply.click()
    project = session.document.project
    assert project.training.learning_rate == best["values"]["training.learning_rate"]
    assert project.training.optimizer.kind == best["values"]["training.optimizer"]
    session.document.undo()
    assert session.document.project == before
    page.use.click()
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
    texts = [label.text() for label in card.findChildren(type(page.best))]
    assert "The project has no such field now." in texts


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("training.learning_rate", "Learning rate"),
        ("training.optimizer.kind", "Optimizer"),
        ("networks.model.dense_1.units", "dense_1 · units"),
        ("networks.model.my.layer.units", "my.layer · units"),
    ],
)
def test_paths_in_words(qapp, path, words):
    assert path_words(path) == words


def test_values_in_words():
    assert value_text(0.00443038) == "0.00443" and value_text(1200) == "1,200"
    assert value_text("adam") == "adam" and value_text(True) == "true"
