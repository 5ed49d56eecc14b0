"""Closing the window, and opening another project: what runs is stopped, what is unsaved is asked about."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest
import shiboken6
from fake_run import FakeRunner
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QMessageBox
from window_tools import answer, edit, find

from workbench.engine.project.files import load_project
from workbench.ui.main_window import MainWindow
from workbench.ui.session import Session


def test_a_window_with_nothing_to_lose_closes_at_once(window: MainWindow, qtbot):
    window.close()
    qtbot.waitUntil(lambda: not window.isVisible())


def test_a_window_that_is_gone_asks_nothing_any_more(fake_session: Session, qtbot):
    window = MainWindow(fake_session)
    window.show()
    window.close()
    asked = []
    window.leaving.then = asked.append
    shiboken6.delete(window)
    qtbot.wait(20)
    assert asked == []


def test_closing_with_changes_asks_and_stays_on_cancel(window: MainWindow, qtbot):
    edit(window)
    window.close()
    answer(window, "save_dialog", "cancel", qtbot)
    assert window.isVisible()
    window.close()
    answer(window, "save_dialog", "discard", qtbot)
    qtbot.waitUntil(lambda: not window.isVisible())


def test_closing_can_save(window: MainWindow, qtbot, tmp_path: Path):
    path = tmp_path / "a.nnwb"
    window.session.save(path)
    edit(window, "Kept")
    window.close()
    answer(window, "save_dialog", "save", qtbot)
    qtbot.waitUntil(lambda: not window.isVisible())
    assert load_project(path).title == "Kept"


def test_a_save_that_fails_keeps_the_window_open(window: MainWindow, qtbot, tmp_path: Path):
    folder = tmp_path / "folder"
    folder.mkdir()
    window.session.save(folder / "a.nnwb")
    edit(window)
    (folder / "a.nnwb").unlink()
    (folder / "a.nnwb.bak").unlink(missing_ok=True)
    (folder / "a.nnwb").mkdir()
    window.close()
    answer(window, "save_dialog", "save", qtbot)
    qtbot.waitUntil(lambda: window.messages.message is not None)
    assert "was not saved" in window.messages.message.text
    assert window.isVisible()


def test_closing_during_training_asks_and_training_goes_on(iris: MainWindow, training: FakeRunner, qtbot):
    iris.close()
    answer(iris, "stop_dialog", "stay", qtbot)
    assert iris.isVisible()
    assert training.asked == []


def test_closing_during_training_stops_and_keeps(iris: MainWindow, training: FakeRunner, qtbot):
    iris.close()
    answer(iris, "stop_dialog", "stop", qtbot)
    qtbot.waitUntil(lambda: not iris.isVisible())
    assert training.asked == ["stop"]
    assert iris.session.run_state == "idle"


def test_a_run_that_hangs_holds_the_window_no_longer_than_three_seconds(iris: MainWindow, training: FakeRunner, qtbot):
    training.deaf = True
    iris.close()
    answer(iris, "stop_dialog", "stop", qtbot)
    began = time.monotonic()
    qtbot.waitUntil(lambda: not iris.isVisible())
    assert 2.5 < time.monotonic() - began < 30


def test_opening_another_project_during_training_asks_too(iris: MainWindow, training: FakeRunner, qtbot):
    iris.opening.start_sample("line-regression")
    answer(iris, "stop_dialog", "stop", qtbot)
    qtbot.waitUntil(lambda: iris.session.document.project.title.startswith("Straight line"))
    assert iris.session.run_state == "idle"


def test_a_run_that_hangs_does_not_let_another_project_in(
    iris: MainWindow, training: FakeRunner, qtbot, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("workbench.ui.leaving.STOP_WITHIN", 0.2)
    training.deaf = True
    before = iris.session.document.project
    iris.opening.start_sample("line-regression")
    answer(iris, "stop_dialog", "stop", qtbot)
    qtbot.waitUntil(lambda: "not stopped yet" in (iris.messages.message.text if iris.messages.message else ""))
    assert iris.session.document.project is before


def test_a_name_that_looks_like_html_is_asked_about_as_it_is(window: MainWindow, qtbot, tmp_path: Path):
    window.session.save(tmp_path / "a <b>bold<i>.nnwb" if os.name != "nt" else tmp_path / "a &amp; b.nnwb")
    name = window.session.document.path.stem
    window.session.document.edit("Note", lambda p: p.updated(notes="x"))
    window.close()
    qtbot.waitUntil(lambda: window.findChild(QMessageBox, "save_dialog") is not None)
    shown = QTextDocument()
    shown.setHtml(find(window, QMessageBox, "save_dialog").text())
    assert name in shown.toPlainText()
    answer(window, "save_dialog", "discard", qtbot)
