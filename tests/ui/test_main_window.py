"""The window: actions, rail, messages, drops, palette."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest
from fake_run import FakeRunner
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFileDialog,
    QLabel,
    QLineEdit,
    QPushButton,
    QTreeWidget,
)
from window_tools import click, edit, find

from workbench.engine.data.cache import ArrayCache
from workbench.engine.document import Project
from workbench.engine.project.files import load_project
from workbench.engine.project.samples import sample
from workbench.ui.actions import ACTIONS
from workbench.ui.main_window import MainWindow
from workbench.ui.opening import file_name
from workbench.ui.stage import Thing

# Actions


def test_every_action_has_a_name_of_its_own_and_no_shortcut_twice(window: MainWindow):
    ids = [spec.id for spec in ACTIONS]
    assert len(set(ids)) == len(ids)
    keys = [k.toString() for action in window.actions_set.by_id.values() for k in action.shortcuts()]
    assert sorted(keys) == sorted(set(keys))
    for action in window.actions_set.by_id.values():
        assert action.objectName().startswith("action_")
        assert action.text()


def test_undo_says_what_it_takes_back(window: MainWindow):
    undo = window.actions_set.by_id["edit.undo"]
    assert not undo.isEnabled()
    edit(window)
    assert (undo.text(), undo.isEnabled()) == ("Undo Rename", True)
    undo.trigger()
    assert window.session.document.project.title == "Untitled"
    assert window.actions_set.by_id["edit.redo"].text() == "Redo Rename"


def test_run_actions_follow_the_run(iris: MainWindow, qtbot):
    def enabled() -> set[str]:
        found = {k for k, a in iris.actions_set.by_id.items() if k.startswith("run.") and a.isEnabled()}
        return found - {"run.several"}  # only opens a dialog

    assert enabled() == {"run.train"}
    iris.actions_set.by_id["run.train"].trigger()
    assert iris.shown == "train"
    assert enabled() == {"run.stop"}
    FakeRunner.made[-1].begin()
    qtbot.waitUntil(lambda: enabled() == {"run.pause", "run.stop"})
    iris.actions_set.by_id["run.pause"].trigger()
    qtbot.waitUntil(lambda: enabled() == {"run.resume", "run.stop"})
    iris.actions_set.by_id["run.stop"].trigger()
    qtbot.waitUntil(lambda: enabled() == {"run.train"})


def test_train_says_what_is_in_the_way(window: MainWindow):
    window.opening.start_empty()
    click(window, "train_button")
    assert window.messages.message.text == "Choose the data first."
    assert window.session.run_state == "idle"
    window.go_to("export")
    click(window, "message_action")
    assert window.shown == "data"


def test_good_news_of_a_run_go_with_the_next_run_or_project(iris: MainWindow, qtbot):
    iris.messages.tell("The data is old.", "warning")
    iris.messages.tell("Run 1 is finished.", "success")
    iris.train()
    FakeRunner.made[-1].begin()
    qtbot.waitUntil(lambda: iris.messages.message.text == "The data is old.")
    FakeRunner.made[-1].end()
    qtbot.waitUntil(lambda: "is finished" in iris.messages.message.text)
    iris.session.document.new(Project())
    assert iris.messages.message.text == "The data is old."


# Rail and stages


def test_the_rail_shows_each_state_in_words_and_goes_there(window: MainWindow):
    stage = window.stage("data")
    stage.set_state("problem", "The file is gone.")
    button = window.rail.buttons["data"]
    assert button.accessibleName() == "Data, problem"
    assert "The file is gone." in button.toolTip()
    assert "problem" in [label.text() for label in button.findChildren(QLabel)]
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert window.shown == "data"
    assert stage.visits == 1
    QTest.keyClick(window, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    assert window.shown == "train"
    assert [k for k, b in window.rail.buttons.items() if b.isChecked()] == ["train"]


def test_a_stage_can_send_the_user_on(window: MainWindow):
    window.stage("evaluate").go_to.emit("train")
    assert window.shown == "train"
    window.stage("train").go_to.emit("welcome")
    assert window.shown == ""


class Zoom(NamedTuple):
    """A command of a stage."""

    name: str
    text: str
    keys: tuple[str, ...]
    run: Callable[[], object]
    enabled: Callable[[], bool] = lambda: True


def test_the_view_menu_and_the_palette_reach_the_stage_shown(window: MainWindow, monkeypatch):
    done = []
    stage = window.stage("model")
    monkeypatch.setattr(stage, "commands", lambda: [Zoom("zoom_in", "Zoom in", ("Ctrl++",), lambda: done.append("in"))])
    monkeypatch.setattr(stage, "things", lambda: [Thing("conv_1", "node", lambda: done.append("conv_1"), "Conv2d")])
    zoom = window.actions_set.by_id["view.zoom_in"]
    window.go_to("train")
    assert not zoom.isEnabled()
    window.go_to("model")
    assert zoom.isEnabled()
    assert not window.actions_set.by_id["view.zoom_out"].isEnabled()
    zoom.trigger()
    window.go_to("data")
    window.show_palette()
    palette = find(window, QDialog, "command_palette")
    line = find(palette, QLineEdit, "palette_query")
    QTest.keyClicks(line, "conv2d")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert done == ["in", "conv_1"]
    assert window.shown == "model"


# Title and status


def test_the_title_tells_name_and_whether_there_is_something_to_save(window: MainWindow, tmp_path: Path):
    window.session.save(tmp_path / "数字 网络.nnwb")
    assert window.windowTitle() == "数字 网络[*] – Workbench"
    assert not window.isWindowModified()
    edit(window)
    assert window.isWindowModified()
    assert find(window, QLabel, "project_state").text() == "edited"


def test_a_long_title_is_shortened_and_told_in_full(window: MainWindow, qtbot):
    name = "网络" * 60
    edit(window, name)
    label = find(window, QLabel, "project_title")
    qtbot.waitUntil(lambda: "…" in label.text())
    assert label.toolTip() == name
    assert window.width() <= 1300


def test_the_status_bar_tells_what_the_network_costs(iris: MainWindow):
    text = find(iris, QLabel, "status_costs").whole
    assert "5 nodes" in text
    assert "131 parameters" in text
    assert "batch 16" in text


def test_a_long_job_shows_and_can_be_cancelled(window: MainWindow, qtbot):
    def work(progress):
        while True:
            progress(0.25, "a quarter")
            time.sleep(0.01)

    job = window.session.jobs.start("Counting", work)
    cancel = find(window, QPushButton, "status_cancel")
    assert not cancel.isVisible(), "what is over in a moment does not flicker by"
    qtbot.waitUntil(cancel.isVisible)
    assert "Counting · a quarter" in find(window, QLabel, "status_note").whole
    QTest.mouseClick(cancel, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: job.state == "cancelled")
    assert not cancel.isVisible()


# Messages


def test_messages_stack_and_each_can_be_dismissed(window: MainWindow):
    done = []
    window.tell("First.", ("Mend", lambda: done.append(1)))
    window.tell("Second.")
    assert find(window, QLabel, "message_text").text() == "Second."
    window.messages.dismiss()
    assert find(window, QLabel, "message_text").text() == "First."
    click(window, "message_action")
    assert done == [1]
    assert window.messages.isHidden()


def test_the_same_message_again_does_not_pile_up(window: MainWindow):
    for _ in range(5):
        window.tell("Again.")
    window.messages.dismiss()
    assert window.messages.message is None


def test_an_unexpected_failure_offers_its_details(window: MainWindow, qtbot):
    def work(progress):
        raise RuntimeError("boom")

    window.session.jobs.start("Work", work)
    qtbot.waitUntil(lambda: window.messages.message is not None)
    click(window, "message_action")
    assert "RuntimeError: boom" in QApplication.clipboard().text()


def test_an_ended_run_is_told_with_its_score(iris: MainWindow, training: FakeRunner, qtbot):
    training.epoch(1)
    training.end()
    qtbot.waitUntil(lambda: iris.messages.message is not None)
    message = iris.messages.message
    assert message.tone == "success"
    assert "validation accuracy 75.0 %" in message.text
    click(iris, "message_action")
    assert iris.shown == "evaluate"


def test_a_bad_ending_is_left_to_the_train_stage_while_it_is_shown(iris: MainWindow, training: FakeRunner, qtbot):
    training.end("diverged", "The loss became infinite. Lower the learning rate.")
    qtbot.waitUntil(lambda: iris.session.run_state == "idle")
    assert iris.messages.message is None


def test_a_bad_ending_is_told_on_other_stages_too(iris: MainWindow, training: FakeRunner, qtbot):
    iris.go_to("model")
    training.end("diverged", "The loss became NaN in epoch 1. Lower the learning rate.")
    qtbot.waitUntil(lambda: iris.messages.message is not None)
    assert iris.messages.message.text == "The loss became NaN in epoch 1. Lower the learning rate."
    assert iris.messages.message.tone == "danger"


# Opening and saving


def test_dropping_a_project_opens_it(window: MainWindow, qtbot, tmp_path: Path):
    path = tmp_path / "丢.nnwb"
    window.session.save(path)
    window.session.new()
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    where, buttons, keys = QPointF(400, 300), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(where.toPoint(), Qt.DropAction.CopyAction, mime, buttons, keys)
    window.dragEnterEvent(enter)
    assert enter.isAccepted()
    window.dropEvent(QDropEvent(where, Qt.DropAction.CopyAction, mime, buttons, keys))
    qtbot.waitUntil(lambda: window.session.document.path == path)
    assert window.shown == "model"


def test_words_that_are_dragged_are_not_taken(window: MainWindow):
    mime = QMimeData()
    mime.setText("cat.png")
    enter = QDragEnterEvent(
        QPointF(4, 3).toPoint(),
        Qt.DropAction.CopyAction,
        mime,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    enter.ignore()
    window.dragEnterEvent(enter)
    assert not enter.isAccepted()


def test_a_broken_file_is_one_sentence_and_the_document_stays(iris: MainWindow, tmp_path: Path):
    bad = tmp_path / "bad.nnwb"
    bad.write_text("{")
    iris.opening.open(bad)
    assert "bad.nnwb" in iris.messages.message.text
    assert iris.session.document.project.title == "Iris flowers (MLP)"


def test_the_first_save_asks_where(iris: MainWindow, qtbot, tmp_path: Path):
    iris.actions_set.by_id["file.save"].trigger()
    dialog = find(iris, QFileDialog, "save_file_dialog")
    find(dialog, QLineEdit, "fileNameEdit").setText(str(tmp_path / "第一"))
    dialog.accept()
    assert iris.session.document.path == tmp_path / "第一.nnwb"
    assert load_project(tmp_path / "第一.nnwb") == iris.session.document.project


@pytest.mark.parametrize(
    ("title", "name"),
    [("a/b: c?", "a-b- c.nnwb"), ("数字", "数字.nnwb"), ("...", "network.nnwb"), ("x" * 300, "x" * 80 + ".nnwb")],
)
def test_a_title_becomes_a_file_name(title: str, name: str):
    assert file_name(title) == name


# Search


def test_the_palette_finds_actions_and_examples(window: MainWindow, qtbot):
    window.actions_set.by_id["edit.search"].trigger()
    palette = find(window, QDialog, "command_palette")
    line = find(palette, QLineEdit, "palette_query")
    results = find(palette, QTreeWidget, "palette_list")
    QTest.keyClicks(line, "light th")
    assert results.topLevelItem(0).text(0) == "Light theme"
    line.clear()
    QTest.keyClicks(line, "hwdigits")
    found = [results.topLevelItem(i).text(0) for i in range(results.topLevelItemCount())]
    assert {"Handwritten digits (CNN)", "Handwritten digits (MLP)"} <= set(found)
    assert all("digits" in title for title in found)
    for _ in range(found.index("Handwritten digits (MLP)")):
        QTest.keyClick(line, Qt.Key.Key_Down)
    QTest.keyClick(line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.session.document.project.title == "Handwritten digits (MLP)")
    assert window.shown == "model"


def test_the_palette_says_when_nothing_fits(window: MainWindow):
    window.show_palette()
    palette = find(window, QDialog, "command_palette")
    QTest.keyClicks(find(palette, QLineEdit, "palette_query"), "zzzz")
    assert not find(palette, QTreeWidget, "palette_list").isVisible()
    QTest.keyClick(find(palette, QLineEdit, "palette_query"), Qt.Key.Key_Return)
    assert palette.isVisible()
    palette.close()


# Preferences and recovery


def test_prepared_data_has_a_limit_a_size_and_a_button(window: MainWindow, qtbot, monkeypatch):
    cache = ArrayCache()
    for name in ("a1", "b2"):
        with cache.begin(600_000) as writer:
            writer.add("x", (600_000,), "u1")[:] = 1
            writer.commit(name, {})
    window.show_preferences()
    dialog = find(window, QDialog, "preferences_dialog")
    section = dialog.cache
    qtbot.waitUntil(section.clear.isEnabled)
    assert section.size.text() == "0.0012 GB are kept at present."
    monkeypatch.setattr("workbench.engine.data.cache.GIGABYTE", 8_000_000)  # small units, for small files
    section.form.commit("gigabytes", 0.1, stepping=False)
    qtbot.waitUntil(lambda: section.size.text().startswith("0.001 GB"))
    assert ArrayCache().settings().gigabytes == 0.1 and ArrayCache().limit == 800_000, "one entry is beyond it now"
    qtbot.mouseClick(section.clear, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: section.size.text() == "Nothing is kept at present.")
    assert ArrayCache().size() == 0 and not section.clear.isEnabled()
    section.form.commit("gigabytes", 0.2, stepping=False)
    dialog.close()  # while the job still works


def test_preferences_hold_at_once_and_outlive_the_window(window: MainWindow, tmp_path: Path):
    window.show_preferences()
    dialog = find(window, QDialog, "preferences_dialog")
    line = find(dialog, QLineEdit, "field_threads")
    line.setFocus()
    line.selectAll()
    QTest.keyClicks(line, "3")
    QTest.keyClick(line, Qt.Key.Key_Return)
    dialog.close()
    assert window.session.preferences.value.threads == 3
    assert '"threads": 3' in (tmp_path / "preferences.json").read_text()


def test_the_window_comes_back_where_it_was(window: MainWindow):
    window.resize(950, 700)
    window.leaving.may_close = True
    window.closeEvent(QCloseEvent())
    again = MainWindow(window.session, ())
    assert again.height() == 700  # the screen offscreen is narrower than the window may become
    again.deleteLater()


def test_unsaved_changes_outlive_a_crash(window: MainWindow, qtbot, monkeypatch):
    from workbench.engine.project import journal

    window.opening.start_sample("iris-mlp")
    edit(window, "Unsaved")
    window.recovery.write()
    monkeypatch.setattr(journal, "_alive", lambda process, started: False)
    qtbot.waitUntil(lambda: bool(journal.recoverable()))
    window.session.document.new(sample("line-regression").project())
    # The journal of a document that was replaced on purpose is gone; a crash leaves it. Write one as a crashed window would.
    journal.Journal().write(sample("iris-mlp").project().updated(title="Unsaved"))
    window.show_welcome()
    window.offer_leftovers()
    qtbot.waitUntil(lambda: window.findChild(QPushButton, "recover_0") is not None)
    click(window, "recover_0")
    qtbot.waitUntil(lambda: window.session.document.project.title == "Unsaved")
    assert window.session.document.modified
    assert window.shown == "model"


def test_a_recovered_document_is_never_without_a_journal(window: MainWindow, qtbot, monkeypatch):
    from workbench.engine.project import journal

    journal.Journal().write(sample("iris-mlp").project().updated(title="Unsaved"))
    monkeypatch.setattr(journal, "_alive", lambda process, started: False)
    window.offer_leftovers()
    (old,) = [found.journal for found in journal.recoverable()]
    gate, write = threading.Event(), journal.Journal.write

    def delayed(self: journal.Journal, project: Project) -> None:
        gate.wait(120)
        write(self, project)

    monkeypatch.setattr(journal.Journal, "write", delayed)
    qtbot.waitUntil(lambda: window.findChild(QPushButton, "recover_0") is not None)
    click(window, "recover_0")
    qtbot.waitUntil(lambda: window.session.document.project.title == "Unsaved")
    qtbot.wait(100)
    assert old.is_file(), "nothing else holds the document yet"
    gate.set()
    qtbot.waitUntil(lambda: not old.is_file())
    assert [found.project.title for found in journal.recoverable()] == ["Unsaved"]


def test_saving_leaves_nothing_to_recover(window: MainWindow, qtbot, tmp_path: Path, monkeypatch):
    from workbench.engine.project import journal

    monkeypatch.setattr(journal, "_alive", lambda process, started: False)
    window.session.save(tmp_path / "a.nnwb")
    edit(window)
    window.recovery.write()
    qtbot.waitUntil(lambda: bool(list(tmp_path.glob(".a.nnwb.*.journal"))))
    window.session.save()
    qtbot.waitUntil(lambda: not list(tmp_path.glob(".a.nnwb.*.journal")))
    assert journal.recoverable() == []
