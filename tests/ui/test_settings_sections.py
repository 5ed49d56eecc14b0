"""The training settings in sections: folding, what a folded one tells, defaults, search, advice."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from workbench.engine.document import Project
from workbench.engine.project.samples import sample
from workbench.engine.train.recipe import TrainingRecipe
from workbench.ui.session import Session
from workbench.ui.train.search import fields
from workbench.ui.train.settings import SettingsPanel


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


def training(panel: SettingsPanel) -> TrainingRecipe:
    return panel.session.document.project.training


def type_into(qtbot: QtBot, panel: SettingsPanel, name: str, text: str) -> QLineEdit:
    line = panel.form.findChild(QLineEdit, f"field_{name}")
    line.setFocus()
    line.selectAll()
    qtbot.keyClicks(line, text)
    qtbot.keyClick(line, Qt.Key.Key_Return)
    return line


def test_every_setting_stands_in_one_section(panel: SettingsPanel):
    names = [s.name for section in panel.form.sections.values() for s in section.specs]
    # Layers have a place of their own, in the Model stage.
    assert sorted(names) == sorted(TrainingRecipe.model_fields.keys() - {"layers"})
    assert set(panel.form.sections) <= set(TrainingRecipe.sections)


def test_folding_is_by_mouse_and_keyboard_and_remembered(qtbot: QtBot, panel: SettingsPanel):
    section = panel.form.sections["Optimiser"]
    line = panel.form.findChild(QLineEdit, "field_learning_rate")
    assert section.unfolded and line.isVisible() and not section.told.isVisible()
    qtbot.mouseClick(section.header, Qt.MouseButton.LeftButton)
    assert not line.isVisible() and section.told.isVisible()
    assert section.told.text() == "Adam · learning rate 0.001 · batches of 64"
    other = SettingsPanel(panel.session)
    qtbot.addWidget(other)
    assert not other.form.sections["Optimiser"].unfolded and other.form.sections["Schedule"].unfolded
    section.header.setFocus()
    qtbot.keyClick(section.header, Qt.Key.Key_Space)
    assert line.isVisible()
    assert "Adam" in section.header.accessibleName()


def test_a_folded_section_hides_nothing_that_was_changed(panel: SettingsPanel):
    section = panel.form.sections["Optimiser"]
    section.unfold(False)
    set_training(panel, optimizer={"kind": "sgd", "momentum": 0.9, "nesterov": True}, learning_rate=0.1, batch_size=32)
    assert section.told.text() == "SGD · momentum 0.9 · nesterov · learning rate 0.1 · batches of 32"
    regular = panel.form.sections["Regularisation"]
    assert "weight decay" not in regular.told.text()
    set_training(panel, weight_decay=0.02)
    assert "weight decay 0.02" in regular.told.text()
    section.unfold(True)
    folds = [b.text() for b in section.findChildren(QPushButton, "form_more") if b.isVisible()]
    assert "More settings of SGD (1 changed)" in folds


def test_a_field_goes_back_to_its_default(qtbot: QtBot, panel: SettingsPanel):
    reset = panel.form.findChild(QToolButton, "reset_learning_rate")
    assert not reset.isVisible()
    type_into(qtbot, panel, "learning_rate", "0.02")
    assert training(panel).learning_rate == 0.02 and reset.isVisible()
    qtbot.mouseClick(reset, Qt.MouseButton.LeftButton)
    assert training(panel).learning_rate == TrainingRecipe().learning_rate and not reset.isVisible()
    panel.session.document.undo()
    assert training(panel).learning_rate == 0.02 and reset.isVisible()


def test_a_section_goes_back_to_its_defaults_in_one_step(qtbot: QtBot, panel: SettingsPanel):
    section = panel.form.sections["Optimiser"]
    assert not section.reset.isVisible()
    set_training(panel, optimizer={"kind": "adam", "beta1": 0.5}, batch_size=8, epochs=3)
    assert section.reset.isVisible()
    qtbot.mouseClick(section.reset, Qt.MouseButton.LeftButton)
    assert training(panel) == TrainingRecipe.for_new_projects().updated(epochs=3)
    assert not section.reset.isVisible() and panel.form.sections["Schedule"].reset.isVisible()
    panel.session.document.undo()
    assert training(panel).batch_size == 8 and training(panel).optimizer.beta1 == 0.5


def test_edits_of_several_sections_add_up(qtbot: QtBot, panel: SettingsPanel):
    type_into(qtbot, panel, "learning_rate", "0.02")
    type_into(qtbot, panel, "epochs", "7")
    combo = panel.form.findChild(QComboBox, "field_optimizer")
    combo.setCurrentIndex(combo.findData("lion"))
    combo.activated.emit(combo.currentIndex())
    assert training(panel).optimizer.kind == "lion"
    assert training(panel).learning_rate == 0.02 and training(panel).epochs == 7


def test_a_bad_value_is_explained_and_not_applied(qtbot: QtBot, panel: SettingsPanel):
    type_into(qtbot, panel, "epochs", "0")
    assert training(panel).epochs == TrainingRecipe().epochs
    assert any("from 1" in e or "above 0" in e for e in panel.form.errors)


def test_search_reaches_a_field_of_a_folded_section_and_of_the_optimiser(qtbot: QtBot, panel: SettingsPanel):
    panel.activateWindow()
    things = {t.text: t for t in fields(training(panel), panel.focus_field)}
    panel.form.sections["Computation"].unfold(False)
    things["seed"].run()
    line = panel.form.findChild(QLineEdit, "field_seed")
    assert line.isVisible()
    things["Adam › beta1"].run()
    assert panel.form.findChild(QLineEdit, "field_beta1").isVisible()


def test_a_rate_that_the_optimiser_is_not_used_with_is_told(qtbot: QtBot, panel: SettingsPanel):
    panel.session.document.new(Project())
    assert not panel.advice.isVisible()
    set_training(panel, optimizer="adadelta")
    assert panel.advice.isVisible() and "Adadelta" in panel.advice.text and "0.1 to 1" in panel.advice.text
    type_into(qtbot, panel, "learning_rate", "1")
    assert not panel.advice.isVisible()


def test_what_is_monitored_is_chosen_from_what_is_recorded(qtbot: QtBot, session):
    session.new(sample("iris-mlp").project())
    made = SettingsPanel(session)
    qtbot.addWidget(made)
    qtbot.waitUntil(lambda: session.facts is not None)
    box = made.form.findChild(QComboBox, "field_monitor")
    titles = [box.itemText(i) for i in range(box.count())]
    assert titles[:2] == ["validation loss", "validation accuracy"]
    assert titles[-2:] == ["training loss", "training accuracy"] and len(titles) > 8
    assert box.currentText() == "validation loss"
    box.setCurrentIndex(1)
    box.activated.emit(1)
    assert training(made).stopping.monitor == "val_accuracy"


def test_the_defaults_are_what_a_new_project_begins_with(qtbot: QtBot, panel: SettingsPanel):
    """Where an older file that says nothing means something else, that counts as changed."""
    section = panel.form.sections["Computation"]
    set_training(panel, precision="fp32", seed=5)
    assert section.reset.isVisible()
    qtbot.mouseClick(section.reset, Qt.MouseButton.LeftButton)
    assert training(panel).precision == TrainingRecipe.for_new_projects().precision == "auto"
    assert not section.reset.isVisible()
