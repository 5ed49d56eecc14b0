"""The settings of a GAN in the Train stage: its networks are chosen, and what it has no use for is not shown."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QComboBox, QWidget
from pytestqt.qtbot import QtBot

from workbench.engine.document import Project
from workbench.engine.project.networks import add_network, remove_network, rename_network
from workbench.engine.project.samples import sample
from workbench.engine.project.settings import apply_settings
from workbench.ui.session import Session
from workbench.ui.train.search import fields
from workbench.ui.train.settings import SettingsPanel


@pytest.fixture
def panel(session: Session, qtbot: QtBot) -> Iterator[SettingsPanel]:
    made = SettingsPanel(session)
    qtbot.addWidget(made)
    made.resize(300, 900)
    made.show()
    session.new(sample("digits-gan").project())
    qtbot.waitUntil(lambda: session.data is not None, timeout=20_000)
    yield made
    made.hide()


def combo(panel: SettingsPanel, name: str) -> QComboBox:
    QApplication.processEvents()  # what a form was rebuilt with is shown only then
    return next(c for c in panel.form.findChildren(QComboBox, f"field_{name}") if c.isVisibleTo(panel))


def offered(panel: SettingsPanel, name: str) -> list[str]:
    box = combo(panel, name)
    return [box.itemText(i) for i in range(box.count())]


def edit(panel: SettingsPanel, change, *more) -> None:
    panel.session.document.edit("Change", lambda p: change(p, *more))


def choose(panel: SettingsPanel, name: str, text: str) -> None:
    box = combo(panel, name)
    box.setCurrentIndex(box.findText(text))
    box.activated.emit(box.currentIndex())


def shown(panel: SettingsPanel) -> set[str]:
    QApplication.processEvents()
    names = (w.objectName() for w in panel.form.findChildren(QWidget) if w.isVisibleTo(panel))
    return {name.removeprefix("field_") for name in names if name.startswith("field_")}


def test_networks_are_chosen_from_those_of_the_project(panel: SettingsPanel) -> None:
    assert offered(panel, "generator") == ["generator", "discriminator"]
    edit(panel, add_network, "faces")
    assert offered(panel, "generator") == ["generator", "discriminator", "faces"]
    choose(panel, "generator", "faces")
    assert panel.session.document.project.roles["generator"] == "faces"
    edit(panel, rename_network, "faces", "portraits")
    assert combo(panel, "generator").currentText() == "portraits"
    panel.session.document.undo()
    assert combo(panel, "generator").currentText() == "faces"


def test_a_missing_network_is_told_where_it_is_chosen_and_mended_there(panel: SettingsPanel) -> None:
    assert not panel.roles.isVisibleTo(panel)
    edit(panel, add_network, "judge")
    edit(panel, remove_network, "discriminator")
    assert combo(panel, "discriminator").currentText() == "discriminator (missing)"
    assert panel.roles.text.startswith("There is no network 'discriminator', which is to be the discriminator")
    assert cures(panel) == ["Add what is missing", "Make 'judge' the discriminator"]
    panel.roles.findChild(QWidget, "train_roles_button_1").click()
    assert panel.session.document.project.roles["discriminator"] == "judge"
    assert not panel.roles.isVisibleTo(panel)
    panel.session.document.undo()
    panel.roles.findChild(QWidget, "train_roles_button_0").click()
    project = panel.session.document.project
    assert project.roles["discriminator"] == "discriminator" and project.networks["discriminator"].nodes
    assert not panel.roles.isVisibleTo(panel)
    choose(panel, "discriminator", "generator")
    assert "is to be both the generator and the discriminator" in panel.roles.text


def cures(panel: SettingsPanel) -> list[str]:
    buttons = (panel.roles.findChild(QWidget, f"train_roles_button_{k}") for k in range(9))
    return [button.text() for button in buttons if button is not None]


def test_a_project_with_one_network_gets_both_with_settings_that_suit_them(panel: SettingsPanel, qtbot: QtBot) -> None:
    panel.session.new(sample("digits-mlp").project())
    qtbot.waitUntil(lambda: panel.session.data is not None, timeout=20_000)
    choose(panel, "objective", "GAN")
    assert cures(panel)[0] == "Add what is missing"
    panel.roles.findChild(QWidget, "train_roles_button_0").click()
    project = panel.session.document.project
    assert list(project.networks) == ["model", "generator", "discriminator"]
    assert project.data.scaling == "symmetric" and project.training.optimizer.beta1 == 0.5
    qtbot.waitUntil(lambda: panel.session.data_state == "ready" and panel.session.can_train, timeout=20_000)


def test_what_a_gan_has_no_use_for_is_hidden_until_it_is_set(panel: SettingsPanel) -> None:
    for section in panel.form.sections.values():
        section.unfold(True)
    assert "metrics" not in shown(panel) and "privacy" not in shown(panel)
    assert [c for c in panel.form.findChildren(QComboBox, "field_loss") if c.isVisibleTo(panel)] == [
        combo(panel, "loss")
    ]
    assert "Least squares" in offered(panel, "loss"), "the loss that counts is the GAN's own"
    assert not panel.form.sections["Privacy"].isVisibleTo(panel)
    assert "loss" not in panel.form.sections["Goal and loss"].told.text().replace("label smoothing", "")
    found = {thing.text for thing in fields(panel.session.document.project.training, lambda path: None)}
    assert "Micro-batches" not in found and any(text.startswith("GAN") for text in found)
    edit(panel, lambda p: apply_settings(p, ["training.privacy=dp_sgd"]))
    assert panel.form.sections["Privacy"].isVisibleTo(panel)
    edit(panel, lambda p: apply_settings(p, ["training.objective=auto", "training.privacy=none"]))
    for section in panel.form.sections.values():
        section.unfold(True)
    assert {"metrics", "privacy", "precision"} <= shown(panel)


def test_what_can_be_watched_is_what_a_gan_records(panel: SettingsPanel, qtbot: QtBot) -> None:
    panel.form.sections["Stopping"].unfold(True)
    qtbot.waitUntil(lambda: len(offered(panel, "monitor")) > 1, timeout=20_000)
    assert combo(panel, "monitor").currentText() == offered(panel, "monitor")[0]
    assert "distance" in offered(panel, "monitor")[0]
    assert not any("validation loss" in text for text in offered(panel, "monitor"))
    choose(panel, "monitor", offered(panel, "monitor")[2])
    assert panel.session.document.project.training.stopping.monitor == "generator_loss"
    assert Project().training.stopping.monitor == "val_loss"
