"""The import page: what its buttons do, and the ways that lead to it."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QFileDialog
from pytestqt.qtbot import QtBot
from window_tools import answer, click, drop, edit, find
from wizard_tools import a_table, opened, role_of, settled, some_pets

from workbench.engine.data import decoded
from workbench.engine.data.sources.image_folder import ImageFolderSource
from workbench.engine.data.sources.table import TableSource
from workbench.ui.main_window import MainWindow


@pytest.fixture
def table(tmp_path: Path) -> Path:
    return a_table(tmp_path)


@pytest.fixture
def pets(tmp_path: Path) -> Path:
    return some_pets(tmp_path)


class TestButtons:
    def test_create_makes_the_project_that_was_proposed(self, window: MainWindow, qtbot: QtBot, table: Path) -> None:
        page = opened(qtbot, window, table)
        page.set_column("copy", "role", "ignore")
        settled(qtbot, window)
        proposed = page.work.proposal.project
        click(window, "wizard_create")
        assert window.shown == "data" and window.session.document.project == proposed
        assert window.session.document.modified, "the proposal is not saved anywhere yet"
        assert proposed.title == "销售 data" and proposed.graph.nodes
        qtbot.waitUntil(lambda: window.session.can_train)

    def test_create_and_train_trains(self, window: MainWindow, qtbot: QtBot, table: Path) -> None:
        opened(qtbot, window, table)
        click(window, "wizard_train")
        qtbot.waitUntil(lambda: window.session.run_state != "idle")
        assert window.shown == "train"

    def test_enter_does_not_create_from_a_text_field(self, window: MainWindow, qtbot: QtBot, table: Path) -> None:
        page = opened(qtbot, window, table)
        page.reading.form.focus_field("separator")
        field = page.focusWidget()
        qtbot.keyClicks(field, ";")
        qtbot.keyClick(field, Qt.Key.Key_Return)
        assert window.shows(page)
        settled(qtbot, window)
        assert page.work.source.separator == ";"

    def test_back_changes_nothing_and_keeps_corrections(self, iris: MainWindow, qtbot: QtBot, table: Path) -> None:
        iris.go_to("model")
        before = iris.session.document.project
        page = opened(qtbot, iris, table)
        page.set_column("size", "role", "target")
        settled(qtbot, iris)
        qtbot.keyClick(page, Qt.Key.Key_Escape)
        assert iris.shown == "model" and iris.session.document.project is before
        assert not iris.session.document.modified
        iris.show_welcome()
        page = opened(qtbot, iris, table)
        assert role_of(page, "size") == "target"
        click(iris, "wizard_back")
        assert iris.shows(iris.welcome)

    def test_going_elsewhere_lets_go_of_the_work(
        self, iris: MainWindow, qtbot: QtBot, pets: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        go_on, real = threading.Event(), decoded.decode
        monkeypatch.setattr(decoded, "decode", lambda *a: (go_on.wait(120), real(*a))[1])
        iris.importing.start(pets)
        page = iris.importing.page
        qtbot.waitUntil(lambda: page.work.step == "reading")
        iris.go_to("model")
        assert page.work.step == "" and not iris.session.jobs.running
        go_on.set()
        opened(qtbot, iris, pets)
        assert page.create.isEnabled()

    def test_unsaved_work_is_asked_about(self, iris: MainWindow, qtbot: QtBot, table: Path) -> None:
        edit(iris)
        before = iris.session.document.project
        page = opened(qtbot, iris, table)
        click(iris, "wizard_create")
        answer(iris, "save_dialog", "cancel", qtbot)
        assert iris.session.document.project is before and iris.shows(page)
        click(iris, "wizard_create")
        answer(iris, "save_dialog", "discard", qtbot)
        assert iris.session.document.project.title == "销售 data"

    def test_other_data_for_a_project_keeps_its_network(self, iris: MainWindow, qtbot: QtBot, table: Path) -> None:
        iris.go_to("data")
        before = iris.session.document.project
        iris.importing.start(table, replacing=True)
        page = settled(qtbot, iris)
        assert (page.create.text(), page.train.isVisible()) == ("Use this data", False)
        click(iris, "wizard_create")
        after = iris.session.document.project
        assert iris.shown == "data" and after.networks == before.networks
        assert isinstance(after.data.source, TableSource)
        iris.session.document.undo()
        assert iris.session.document.project == before, "one step"

    def test_other_data_may_bring_its_network(self, iris: MainWindow, qtbot: QtBot, table: Path) -> None:
        iris.importing.start(table, replacing=True)
        page = settled(qtbot, iris)
        find(iris, QCheckBox, "wizard_network").setChecked(True)
        proposed = page.work.proposal.project
        click(iris, "wizard_create")
        assert iris.session.document.graph == proposed.graph
        qtbot.waitUntil(lambda: iris.session.can_train)

    def test_an_empty_project_takes_the_whole_proposal(self, window: MainWindow, qtbot: QtBot, table: Path) -> None:
        window.opening.start_empty()
        window.importing.start(table, replacing=True)
        page = settled(qtbot, window)
        assert not find(window, QCheckBox, "wizard_network").isVisible()
        proposed = page.work.proposal.project
        click(window, "wizard_create")
        assert window.session.document.project.graph == proposed.graph
        assert window.session.document.undo_text.startswith("Use ")


class TestWaysThere:
    def test_a_drop_on_the_welcome_page_or_the_import_page(
        self, window: MainWindow, qtbot: QtBot, table: Path, pets: Path, tmp_path: Path
    ) -> None:
        assert drop(window.welcome, table)
        qtbot.waitUntil(lambda: window.shows(window.importing.page))
        page = settled(qtbot, window)
        assert page.title.whole == table.name
        assert drop(page, pets)
        settled(qtbot, window)
        assert isinstance(page.work.source, ImageFolderSource)
        assert not drop(window.welcome, tmp_path / "a.nnwb"), "projects are left to the window"

    def test_a_drop_anywhere_in_the_window_is_for_the_open_project(
        self, iris: MainWindow, qtbot: QtBot, table: Path
    ) -> None:
        iris.go_to("train")
        assert drop(iris, table)
        qtbot.waitUntil(lambda: iris.shows(iris.importing.page))
        assert settled(qtbot, iris).purpose == "replace"

    def test_the_stage_asks_through_the_window(self, iris: MainWindow, qtbot: QtBot, table: Path) -> None:
        iris.stage("data").import_asked.emit(table)
        assert settled(qtbot, iris).purpose == "replace"
        iris.stage("data").import_asked.emit("folder")
        dialog = find(iris, QFileDialog, "folder_dialog")
        dialog.reject()

    def test_the_cards_ask_for_a_file_and_a_folder(
        self, window: MainWindow, qtbot: QtBot, table: Path, pets: Path
    ) -> None:
        click(window, "start_file")
        dialog = find(window, QFileDialog, "data_dialog")
        dialog.fileSelected.emit(str(table))
        dialog.reject()
        assert settled(qtbot, window).title.whole == table.name
        click(window, "wizard_folder")
        dialog = find(window, QFileDialog, "folder_dialog")
        assert dialog.fileMode() == QFileDialog.FileMode.Directory
        dialog.fileSelected.emit(str(pets))
        dialog.reject()
        assert settled(qtbot, window).title.whole == "pets"
