"""The import page: what it shows of a file or folder, and how guesses are corrected."""

from __future__ import annotations

import gc
import threading
import weakref
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot
from window_tools import click, find
from wizard_tools import a_table, lines, opened, role_of, settled, some_pets

from workbench.engine.data import decoded
from workbench.engine.data.prepare import forget_prepared
from workbench.engine.data.sources.npz import NpzSource
from workbench.engine.data.sources.table import TableSource
from workbench.engine.data.sources.text import TextSource
from workbench.ui.data.skipped import SkippedDialog
from workbench.ui.main_window import MainWindow


@pytest.fixture
def table(tmp_path: Path) -> Path:
    return a_table(tmp_path)


@pytest.fixture
def pets(tmp_path: Path) -> Path:
    return some_pets(tmp_path)


class TestTables:
    def test_everything_guessed_is_shown(self, window: MainWindow, qtbot: QtBot, table: Path) -> None:
        page = opened(qtbot, window, table)
        assert window.shows(page) and window.shown == ""
        assert page.title.whole == "销售 data.csv"
        assert page.sentence.text() == "This looks like a table: lines of 6 cells between semicolons."
        text = page.reading.guessed.text()
        assert text == "Cells stand between semicolons. The text is UTF-8. The first row names the columns."
        assert page.preview.currentWidget() is page.cells
        model = page.cells.cells
        headings = [model.headerData(k, Qt.Orientation.Horizontal) for k in range(6)]
        assert headings == ["nr", "size", "colour", "copy", "twin", "sold"]
        assert [role_of(page, name) for name in headings] == ["ignore", *["feature"] * 4, "target"]
        assert model.index(1, 2).data() == "blue" and model.index(0, 1).data() == ""
        assert page.reading.target.currentText() == "sold"
        assert page.findings.summary.text() == "59 rows of 4 columns · 2 classes"
        first, second, third = lines(page)
        assert first.startswith("41 samples to train on, 9 for validation, 9 for the test (69 / 15 / 15 %), each with")
        assert second.startswith("A network with 2 hidden layers (MLP), about ")
        assert third.startswith("To beat: always saying 'no', the largest class, is right for ")

    def test_what_was_left_out_and_noticed_is_told_with_cures(
        self, window: MainWindow, qtbot: QtBot, table: Path
    ) -> None:
        page = opened(qtbot, window, table)
        assert "line 32: It has 7 cells where the other lines have 6." in page.findings.skipped.text
        click(window, "wizard_skipped_button_0")
        dialog = window.findChild(SkippedDialog, "data_skipped")
        assert dialog.table.columns_model.rowCount() == 1
        dialog.close()
        first = find(window, QLabel, "wizard_notice_0_text").text()
        assert first.startswith("'copy' alone tells the class of 100.0%"), "leaks come first"
        click(window, "wizard_notice_0_button_1")
        settled(qtbot, window)
        assert (role_of(page, "copy"), role_of(page, "twin")) == ("ignore", "ignore")
        assert page.findings.summary.text() == "59 rows of 2 columns · 2 classes"

    def test_the_heading_of_a_column_offers_roles_and_types(
        self, window: MainWindow, qtbot: QtBot, table: Path
    ) -> None:
        page = opened(qtbot, window, table)
        page.cells.setFocus()
        page.cells.setCurrentIndex(page.cells.cells.index(0, 1))
        for key in (Qt.Key.Key_F2, Qt.Key.Key_Space):
            qtbot.keyClick(page.cells, key)
            menu = page.cells.findChild(object, "wizard_column_menu")
            assert menu is not None and menu.isVisible()
            menu.close()
            qtbot.waitUntil(lambda: page.cells.findChild(object, "wizard_column_menu") is None)
        menu = page.cells.open_menu(1)
        assert menu.findChild(QAction, "wizard_role_feature").isChecked()
        menu.findChild(QAction, "wizard_role_target").trigger()
        menu.close()
        settled(qtbot, window)
        assert (role_of(page, "size"), role_of(page, "sold")) == ("target", "feature")
        assert page.reading.target.currentText() == "size"
        assert page.findings.summary.text().endswith("a number to predict: size")
        menu = page.cells.open_menu(0)
        menu.findChild(QAction, "wizard_type_category").trigger()
        menu.close()
        settled(qtbot, window)
        assert page.cells.cells.columns[0].type == "category"

    def test_other_separators_and_headers_are_shown_at_once(
        self, window: MainWindow, qtbot: QtBot, table: Path
    ) -> None:
        page = opened(qtbot, window, table)
        source = page.work.source
        assert isinstance(source, TableSource)
        box = find(page, QComboBox, "field_header")
        box.setCurrentIndex(box.findData("no"))
        box.activated.emit(box.currentIndex())
        settled(qtbot, window)
        assert page.work.source == source.updated(header="no")
        assert [c.name for c in page.cells.cells.columns][:2] == ["column_1", "column_2"]
        page.work.correct(source.updated(separator=","))
        settled(qtbot, window)
        assert "has one column" in page.findings.trouble.text
        assert page.cells.cells.index(0, 0).data() == "nr;size;colour;copy;twin;sold", "its lines, to see what is wrong"
        assert not page.create.isEnabled() and not page.train.isEnabled()
        page.work.correct(source)
        settled(qtbot, window)
        assert page.findings.trouble.text == "" and page.create.isEnabled()

    def test_a_correction_takes_the_place_of_one_still_worked_on(
        self, window: MainWindow, qtbot: QtBot, table: Path
    ) -> None:
        page = opened(qtbot, window, table)
        source = page.work.source
        for name in ("size", "colour", "copy"):
            page.set_column(name, "role", "target")
        assert not page.create.isEnabled(), "nothing of what was proposed before can be taken"
        settled(qtbot, window)
        assert page.work.proposal.project.data.source == source.with_column("copy", role="target")
        assert role_of(page, "copy") == "target"

    def test_a_million_rows_show_their_beginning_at_once(
        self, window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        from workbench.ui.data.wizard import work

        with (tmp_path / "large.csv").open("wb") as file:
            file.write(b"a,b,label\n" + b"1,2,x\n3,4,y\n" * 40_000)
        go_on = threading.Event()
        real = work.propose
        monkeypatch.setattr(work, "propose", lambda *a, **k: (go_on.wait(120), real(*a, **k))[1])
        window.importing.start(tmp_path / "large.csv")
        page = window.importing.page
        qtbot.waitUntil(lambda: page.work.step == "reading")
        assert page.cells.cells.rowCount() == 200 and page.cells.cells.index(1, 2).data() == "y"
        assert page.findings.bar.isVisible() and page.findings.state.text().startswith("Reading all of it…")
        go_on.set()
        settled(qtbot, window)
        assert "The first 200 rows of 80,000." in page._rows.text()
        assert not page.findings.bar.isVisible()


class TestOtherKinds:
    def test_pictures_are_shown_with_what_was_left_out(self, window: MainWindow, qtbot: QtBot, pets: Path) -> None:
        page = opened(qtbot, window, pets)
        assert page.sentence.text() == "This looks like pictures: 2 class folders."
        assert page.preview.currentWidget().objectName() == "data_samples"
        assert page.findings.summary.text() == "12 pictures of 20 × 20 pixels, colour · 2 classes"
        assert "loose.png: It lies in no class folder" in page.findings.skipped.text
        assert "CNN" in lines(page)[1]
        assert not page.reading.target.isVisible()

    def test_pictures_show_before_all_are_decoded(
        self, window: MainWindow, qtbot: QtBot, pets: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        go_on, real = threading.Event(), decoded.decode

        def slow(file, name, shape):
            go_on.wait(120)
            return real(file, name, shape)

        monkeypatch.setattr(decoded, "decode", slow)
        window.importing.start(pets)
        page = window.importing.page
        qtbot.waitUntil(lambda: page.work.step == "reading")
        qtbot.waitUntil(lambda: page.preview.currentWidget().objectName() == "data_samples")
        assert not page.create.isEnabled()
        go_on.set()
        settled(qtbot, window)
        assert page.create.isEnabled()

    def test_reading_that_is_stopped_can_be_taken_up_again(
        self, window: MainWindow, qtbot: QtBot, pets: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        go_on, real = threading.Event(), decoded.decode

        def slow(file, name, shape):
            go_on.wait(120)
            return real(file, name, shape)

        monkeypatch.setattr(decoded, "decode", slow)
        window.importing.start(pets)
        page = window.importing.page
        qtbot.waitUntil(lambda: page.work.step == "reading")
        window.session.jobs.running[-1].cancel()
        qtbot.waitUntil(lambda: page.findings.trouble.text == "Reading the data was stopped.")
        go_on.set()
        click(window, "wizard_trouble_button_0")
        settled(qtbot, window)
        assert page.create.isEnabled()

    def test_arrays(self, window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
        np.savez(tmp_path / "数据.npz", x=np.random.RandomState(0).rand(90, 4), y=np.arange(90) % 3)
        page = opened(qtbot, window, tmp_path / "数据.npz")
        assert page.sentence.text() == "This looks like arrays: a file of NumPy arrays."
        qtbot.keyClick(page, Qt.Key.Key_Return)
        assert window.shown == "data"
        assert isinstance(window.session.document.project.data.source, NpzSource)
        qtbot.waitUntil(lambda: window.session.can_train)

    @pytest.mark.parametrize(
        ("name", "content", "words"),
        [
            ("notes.docx", b"hello", "'notes.docx' is not a kind of data that can be read"),
            ("seven.png", b"\x89PNG", "single picture, not a data set"),
            ("train-images-idx3-ubyte", b"\0\0\x08\x03", "There is no file of labels beside"),
            ("empty.csv", b"", "The file 'empty.csv' is empty"),
        ],
    )
    def test_what_is_no_data_is_told_in_place(
        self, window: MainWindow, qtbot: QtBot, tmp_path: Path, name: str, content: bytes, words: str
    ) -> None:
        (tmp_path / name).write_bytes(content)
        page = opened(qtbot, window, tmp_path / name)
        assert words in page.findings.trouble.text
        assert not page.create.isEnabled() and not page.reading.isVisible()
        assert page.empty.text() == "There is nothing to show."

    def test_a_name_alone_is_not_believed(self, window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
        (tmp_path / "report.csv").write_bytes(b"%PDF-1.7\n\x00\xff\x01 binary \x00\x00" * 20)
        page = opened(qtbot, window, tmp_path / "report.csv")
        assert "is not a text file" in page.findings.trouble.text
        assert not page.sentence.isVisible(), "it does not look like a table"

    def test_infinite_numbers_are_told(self, window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
        np.savez(tmp_path / "a.npz", x=np.full((40, 3), np.inf), y=np.arange(40) % 2)
        page = opened(qtbot, window, tmp_path / "a.npz")
        assert "infinite" in page.findings.trouble.text and not page.create.isEnabled()
        assert window.messages.message is None, "nothing unexpected"

    def test_one_class_is_shown_and_told(self, window: MainWindow, qtbot: QtBot, pets: Path) -> None:
        for path in (pets / "dogs").iterdir():
            path.rename(pets / "cats" / f"dog {path.name}")
        page = opened(qtbot, window, pets)
        assert "have the class 'cats'" in page.findings.trouble.text
        assert page.preview.currentWidget().objectName() == "data_samples", "one sees what there is"

    def test_a_file_that_vanishes_meanwhile(self, window: MainWindow, qtbot: QtBot, table: Path) -> None:
        page = opened(qtbot, window, table)
        table.unlink()
        page.set_column("size", "role", "ignore")
        settled(qtbot, window)
        assert "is not in the folder" in page.findings.trouble.text and not page.create.isEnabled()
        assert not window.session.document.modified

    def test_a_mended_file_is_tried_again(self, window: MainWindow, qtbot: QtBot, tmp_path: Path, table: Path) -> None:
        path = tmp_path / "t.csv"
        page = opened(qtbot, window, path)
        assert "is not in the folder" in page.findings.trouble.text
        path.write_bytes(table.read_bytes())
        click(window, "wizard_trouble_button_0")
        settled(qtbot, window)
        assert page.create.isEnabled()


def test_nothing_of_the_data_is_kept_once_the_page_is_left(iris: MainWindow, qtbot: QtBot, pets: Path) -> None:
    page = opened(qtbot, iris, pets)
    data = weakref.ref(page.work.proposal.prepared)
    iris.go_to("model")
    forget_prepared()
    QApplication.sendPostedEvents(None, 52)  # DeferredDelete
    gc.collect()
    assert data() is None
    opened(qtbot, iris, pets)
    assert page.preview.currentWidget().objectName() == "data_samples" and page.create.isEnabled()


def test_controls_have_names(window: MainWindow, qtbot: QtBot, table: Path) -> None:
    page = opened(qtbot, window, table)
    for button in page.findChildren(QPushButton):
        assert button.objectName(), button.text()
        assert button.accessibleName() or button.text(), button.objectName()


def test_buttons_of_a_notice_wrap_in_a_narrow_column(qtbot: QtBot) -> None:
    from workbench.ui.widgets.notice import Notice

    notice = Notice("n")
    qtbot.addWidget(notice)
    notice.say("Words", "warning", [(f"Ignore column number {k}", lambda: None) for k in range(4)])
    notice.resize(260, notice.heightForWidth(260))
    notice.show()
    qtbot.waitExposed(notice)
    buttons = [notice.findChild(QPushButton, f"n_button_{k}") for k in range(4)]
    assert all(b.geometry().right() <= 260 and b.width() >= b.sizeHint().width() for b in buttons)
    assert len({b.y() for b in buttons}) > 1
    assert buttons[-1].geometry().bottom() <= notice.height()


def test_a_series_shows_its_rows_and_then_its_windows(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch
) -> None:
    from workbench.ui.data.wizard import work

    lines = [f"2020-{1 + k // 28 % 12:02}-{1 + k % 28:02},{20 + k % 7}" for k in range(300)]
    (tmp_path / "sales.csv").write_text("day,sold\n" + "\n".join(lines) + "\n")
    go_on, real = threading.Event(), work.propose
    monkeypatch.setattr(work, "propose", lambda *a, **k: (go_on.wait(120), real(*a, **k))[1])
    window.importing.start(tmp_path / "sales.csv")
    page = window.importing.page
    qtbot.waitUntil(lambda: page.work.step == "reading")
    assert page.work.found[0].kind == "series" and page.preview.currentWidget() is page.cells
    assert page.cells.cells.index(0, 0).data() == "2020-01-01"
    assert role_of(page, "day") == "time" and page.cells.open_menu(0) is None, "it is chosen on the left"
    go_on.set()
    settled(qtbot, window)
    assert page.create.isEnabled() and page.preview.currentWidget() is not page.cells
    assert find(page, QLineEdit, "field_targets").text() == "sold", "the guess stands where it can be changed"


def test_another_kind_and_back_keeps_corrections(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    lines = [f"2020-{1 + k // 28 % 12:02}-{1 + k % 28:02},{20 + k % 7},{k % 3}" for k in range(300)]
    (tmp_path / "sales.csv").write_text("day,sold,left\n" + "\n".join(lines) + "\n")
    page = opened(qtbot, window, tmp_path / "sales.csv")
    click(window, "wizard_kind_table")
    settled(qtbot, window)
    assert isinstance(page.work.source, TableSource)
    page.set_column("left", "role", "ignore")
    settled(qtbot, window)
    click(window, "wizard_kind_series")
    settled(qtbot, window)
    assert not isinstance(page.work.source, TableSource)
    click(window, "wizard_kind_table")
    settled(qtbot, window)
    assert role_of(page, "left") == "ignore"


def test_texts_are_shown_and_their_label_chosen(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    words = ["the film was a joy to watch", "we left before the end of it", "go and see it while it runs"]
    rows = [
        f"{words[k % 3]} {words[k % 2]} {k}\t{'good' if k % 3 else 'bad'}\t{'a' if k % 2 else 'b'}" for k in range(60)
    ]
    (tmp_path / "films.tsv").write_text("review\tverdict\tshop\n" + "\n".join(rows) + "\n")
    page = opened(qtbot, window, tmp_path / "films.tsv")
    click(window, "wizard_kind_text")
    settled(qtbot, window)
    assert page.sentence.text().startswith("This looks like text: texts in 'review'")
    assert isinstance(page.work.source, TextSource) and page.create.isEnabled()
    assert find(page, QLineEdit, "field_text").placeholderText() == "review"
    goal = page.reading.target
    goal.setCurrentIndex(goal.findData("shop"))
    goal.activated.emit(goal.currentIndex())
    settled(qtbot, window)
    assert page.work.source.label == "shop" and page.reading.target.currentText() == "shop"
    assert page.create.isEnabled()


def test_a_large_file_of_texts_shows_its_rows_at_once(tmp_path: Path) -> None:
    rows = "".join(
        f"this is review number {k} of a very long list of them,{'good' if k % 3 else 'bad'}\n" for k in range(30_000)
    )
    (tmp_path / "films.csv").write_text("review,verdict\n" + rows)
    head = TextSource(path=str(tmp_path / "films.csv"), label="verdict").head(lambda done, text: None)
    assert head.raw is None and len(head.cells) == 200
    assert [(c.name, c.role) for c in head.columns] == [("review", "feature"), ("verdict", "target")]
    (tmp_path / "films.txt").write_text(
        "".join(f"{k % 2} a review that is number {k} of many\n" for k in range(40_000))
    )
    head = TextSource(path=str(tmp_path / "films.txt"), layout="lines").head(lambda done, text: None)
    assert head.cells[3] == ("1 a review that is number 3 of many",)


def test_two_ways_to_take_pictures_have_names_of_their_own(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    folder = tmp_path / "listed"
    folder.mkdir()
    for number in range(12):
        Image.fromarray(np.full((8, 8, 3), 20 * number, np.uint8)).save(folder / f"{number}.png")
    lines_ = ["file,tags", *(f"{n}.png,{'red;big' if n % 3 else 'red;small'}" for n in range(12))]
    (folder / "tags.csv").write_text("\n".join(lines_), encoding="utf-8")
    page = opened(qtbot, window, folder)
    buttons = [b for b in page.findChildren(QPushButton) if b.objectName().startswith("wizard_kind_")]
    assert [b.text() for b in buttons] == ["Pictures listed in a table", "Pictures without classes"]
    assert buttons[0].isChecked()
    hints = [page.findChild(QLineEdit, f"field_{name}").placeholderText() for name in ("picture", "targets", "between")]
    assert hints == ["file", "tags", "semicolons"]
    click(window, "wizard_kind_loose_pictures")
    settled(qtbot, window)
    assert page.findChild(QPushButton, "wizard_kind_loose_pictures").isChecked()
