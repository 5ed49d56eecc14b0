"""The welcome page and the preferences behind it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QToolButton, QWidget

from workbench.engine.errors import ProjectError
from workbench.engine.project.samples import SAMPLES
from workbench.ui.main_window import MainWindow
from workbench.ui.preferences import RECENT, Preferences


def click(window: QWidget, name: str, kind: type = QPushButton) -> None:
    button = window.findChild(kind, name)
    assert button is not None, name
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda s: s.id)
def test_every_starter_project_is_a_card_that_opens_it(window: MainWindow, sample):
    assert window.shown == ""
    card = window.findChild(QPushButton, f"sample_{sample.id}")
    assert card.accessibleName() == sample.title
    assert card.accessibleDescription() == sample.description
    QTest.mouseClick(card, Qt.MouseButton.LeftButton)
    assert window.shown == "model"
    assert window.session.document.project == sample.project()
    assert not window.session.document.modified, "nothing would be lost by closing it"


def test_cards_work_with_the_keyboard(window: MainWindow):
    card = window.findChild(QPushButton, "sample_digits-cnn")
    card.setFocus()
    QTest.keyClick(card, Qt.Key.Key_Space)
    assert window.session.document.project.title == "Handwritten digits (CNN)"


def test_nothing_of_a_card_is_cut_off(window: MainWindow, qtbot):
    for width in (900, 1280, 1900):
        window.resize(width, 800)
        qtbot.wait(50)
        for card in window.welcome.findChildren(QPushButton):
            if card.property("role") == "card":
                assert card.height() >= card.layout().heightForWidth(card.width()), (width, card.objectName())


def test_an_empty_project_begins_with_its_data(window: MainWindow):
    click(window, "start_empty")
    assert window.shown == "data"
    assert window.session.document.graph.nodes == ()


def test_recent_files_open_and_can_be_forgotten(window: MainWindow, qtbot, tmp_path: Path):
    for name in ("一", "two"):
        window.session.save(tmp_path / f"{name}.nnwb")
    window.opening.close_project()
    assert window.shown == ""
    click(window, "recent_1")
    assert window.session.document.path == tmp_path / "一.nnwb"
    window.show_welcome()
    assert window.session.preferences.value.recent[0].endswith("一.nnwb")
    click(window, "forget_0", QToolButton)
    assert [Path(p).stem for p in window.session.preferences.value.recent] == ["two"]


def test_a_recent_file_that_is_gone_says_so(window: MainWindow, tmp_path: Path):
    path = tmp_path / "gone.nnwb"
    window.session.save(path)
    path.unlink()
    window.opening.close_project()
    click(window, "recent_0")
    assert "no longer there" in window.messages.message.text
    click(window, "message_action")
    assert window.session.preferences.value.recent == ()


def test_back_leads_to_the_open_project(window: MainWindow):
    back = window.findChild(QPushButton, "welcome_back")
    assert not back.isVisible()
    window.opening.start_sample("iris-mlp")
    window.go_to("train")
    window.actions_set.by_id["file.new"].trigger()
    assert window.shown == ""
    assert back.isVisible()
    QTest.mouseClick(back, Qt.MouseButton.LeftButton)
    assert window.shown == "train"
    assert window.session.document.project.title == "Iris flowers (MLP)"


# Preferences


def test_recent_files_are_few_and_each_once(preferences: Preferences, tmp_path: Path):
    for number in [*range(RECENT + 5), 3]:
        preferences.add_recent(tmp_path / f"{number}.nnwb")
    recent = preferences.value.recent
    assert len(recent) == RECENT == len(set(recent))
    assert recent[0] == str(tmp_path / "3.nnwb")


@pytest.mark.parametrize("text", ["{", '{"theme": "pink"}', "[]", '{"threads": -1}', "\x00\x01"])
def test_damaged_preferences_are_set_aside(qapp, tmp_path: Path, text: str):
    path = tmp_path / "preferences.json"
    path.write_text(text)
    made = Preferences(path)
    assert made.value.theme == "system"
    assert "damaged" in made.notice
    assert (tmp_path / "preferences.damaged.json").read_text() == text
    made.update(theme="dark")
    assert Preferences(path).value.theme == "dark"


def test_preferences_of_a_newer_version_are_no_damage(qapp, tmp_path: Path):
    path = tmp_path / "preferences.json"
    path.write_text('{"theme": "light", "hologram": true}')
    made = Preferences(path)
    assert (made.value.theme, made.notice) == ("light", "")


def test_preferences_that_cannot_be_written_are_told(qapp, tmp_path: Path):
    (tmp_path / "file").write_text("")
    made = Preferences(tmp_path / "file" / "preferences.json")
    with pytest.raises(ProjectError, match="was not saved"):
        made.update(theme="dark")
    assert made.value.theme == "dark"
    made.add_recent(tmp_path / "a.nnwb")
    assert made.value.recent, "what the program remembers on its own fails silently"
