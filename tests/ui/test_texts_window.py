"""Texts on the Data stage: every text with its tokens, and length and vocabulary chosen from charts."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot
from window_tools import ready, take

from workbench.ui.data.stage import DataStage
from workbench.ui.data.tokens_page import TokensPage
from workbench.ui.evaluate.typed_text import TypedText

SHOTS = os.environ.get("WORKBENCH_TEXT_SHOTS", "")
"""A folder for pictures of the pages; empty: none are made."""


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    lines = [f"{'spam' if k % 3 else 'ham'}\tplease call word{k % 9} now{' and again' * (k % 5)}" for k in range(90)]
    lines[40] += "\tmore"
    (tmp_path / "sms.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return tmp_path / "sms.tsv"


def open_texts(qtbot: QtBot, stage: DataStage, path: Path) -> None:
    take(stage.session, path)
    ready(qtbot, stage)
    assert stage.session.data_state == "ready", stage.session.data_message


def test_texts_are_listed_with_label_split_and_tokens(stage, qtbot, texts):
    open_texts(qtbot, stage, texts)
    samples = stage.content.samples
    columns = samples.table.columns_model.columns
    assert [c.title for c in columns] == ["No.", "Split", "Class", "Tokens", "Text"]
    assert len(samples.samples) == 89
    assert columns[4].value(4) == "please call word4 now and again and again and again and again"
    assert columns[3].value(4) == 12
    detail = stage.content.detail
    samples.reveal(4)
    assert [t.text for t in detail.tokens.tokens][:3] == ["please", "call", "word4"]
    assert "12 tokens" in detail.tokens.note.text()
    assert "please" in detail.tokens.view.text()


def test_unknown_tokens_are_marked_without_colour_too(stage, qtbot, texts):
    open_texts(qtbot, stage, texts)
    how = stage.session.data.preprocess.inputs["text"].text
    view = stage.content.detail.tokens
    view.show_text("please <b>zebra</b>", how)
    assert "line-through" in view.view.text() and "&lt;" in view.view.text()
    assert "[zebra]" in view.view.accessibleDescription()
    assert "unknown" in view.note.text()


def test_settings_of_the_tokeniser_cut_the_texts_anew(stage, qtbot, texts):
    open_texts(qtbot, stage, texts)
    form = stage.settings.form("text")
    assert form.isVisible() and not stage.settings.form("scaling").isVisible()
    recipe = stage.session.document.project.data
    stage.settings.edited.emit("text.tokens", recipe.updated(text=recipe.text.updated(tokens="character")), False)
    ready(qtbot, stage)
    assert stage.session.data.preprocess.inputs["text"].text.kind == "character"
    assert "characters" in stage.settings.scaling_note.text()
    assert stage.content.samples.table.columns_model.columns[3].value(4) > 40


def test_length_and_vocabulary_are_chosen_by_a_click(stage, qtbot, texts):
    open_texts(qtbot, stage, texts)
    page = next(p for p in stage.content.pages if isinstance(p, TokensPage))
    stage.content.tabs.setCurrentWidget(page)
    qtbot.waitUntil(lambda: page.found is not None)
    assert page.found.length == 12 and page.found.tokens[0] in ("please", "call", "now", "and", "again")
    assert sum(page.found.counts) == len(stage.session.data.splits["train"])
    page.lengths.grab()
    middle = QPoint(page.lengths.width() // 2, page.lengths.height() // 2)
    qtbot.mouseClick(page.lengths, Qt.MouseButton.LeftButton, pos=middle)
    ready(qtbot, stage)
    chosen = stage.session.document.project.data.text.length
    assert chosen is not None and 3 <= chosen <= 10
    assert stage.session.data.facts.inputs["text"].sample == (chosen,)
    page.coverage.picked.emit(10)
    ready(qtbot, stage)
    assert stage.session.data.facts.vocabulary["text"] == 12
    stage.session.document.undo()
    stage.session.document.undo()
    assert stage.session.document.project.data.text.length is None


def test_every_page_shows_texts(stage, qtbot, texts):
    open_texts(qtbot, stage, texts)
    for place in range(stage.content.tabs.count()):
        stage.content.tabs.setCurrentIndex(place)
        ready(qtbot, stage)
        picture = stage.grab()
        if SHOTS:
            picture.save(str(Path(SHOTS) / f"{place}.png"))


def test_a_text_is_typed_and_sent_with_ctrl_enter(qtbot):
    box = TypedText()
    qtbot.addWidget(box)
    box.set_text("from the data")
    with qtbot.waitSignal(box.changed):
        qtbot.keyClicks(box, "x")
    with qtbot.waitSignal(box.submitted):
        qtbot.keyClick(box, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert "\n" not in box.text
