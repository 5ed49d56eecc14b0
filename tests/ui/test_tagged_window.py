"""Tagged text in the window: what it is recognised as, sequences as chips, counts of tags, and settings that matter."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QPushButton, QStyleOptionViewItem, QWidget
from pytestqt.qtbot import QtBot
from tagged_data import conll, sentences, written
from window_tools import ready, take
from wizard_tools import opened

from workbench.engine.data.sources.tagged import TaggedSource
from workbench.ui.data.stage import DataStage
from workbench.ui.widgets.chips import Chip, ChipsView, TagKinds, show_chips
from workbench.ui.widgets.tables import Column, ColumnsView

TAGS = ("B-PER", "I-PER", "O", "B-LOC", "I-LOC")


@pytest.fixture
def shown(stage: DataStage, qtbot: QtBot, tmp_path: Path) -> DataStage:
    """The Data stage with sentences whose names are tagged."""
    take(stage.session, written(tmp_path, count=60))
    ready(qtbot, stage)
    assert stage.session.data_state == "ready", stage.session.data_message
    return stage


def test_sequences_are_listed_seen_in_full_and_filtered_by_tag(shown, qtbot):
    samples, detail = shown.content.samples, shown.content.detail
    assert [c.title for c in samples.table.columns_model.columns] == ["No.", "Split", "Tokens", "Sequence"]
    tokens = sentences(60)[3]
    assert samples.table.columns_model.columns[3].value(3) == " ".join(f"{token}/{tag}" for token, tag in tokens)
    samples.reveal(3)
    assert [(c.text, c.tag) for c in detail.tags.view.chips] == tokens
    assert detail.tokens.isHidden() and f"{len(tokens)} tokens" in detail.tags.note.text()
    assert "sequences" in shown.content.kind.text() and shown.content.tabs.tabText(0) == "Sequences"
    unknown = [c for k in range(60) for c in _seen(shown, k) if not c.known]
    assert unknown and all("not in the vocabulary" in c.words for c in unknown)
    # Counts of tags filter the sequences.
    content = shown.content
    qtbot.waitUntil(lambda: bool(content.classes.labels))
    target = shown.session.data.raw.targets["tags"]
    place = target.classes.index("I-PER")
    assert content.classes.labels == target.classes
    assert sum(s.values[place] for s in content.classes.series) == sum(
        tag == "I-PER" for one in sentences(60) for _, tag in one
    )
    content.classes.label_clicked.emit(place)
    having = [k for k, one in enumerate(sentences(60)) if any(tag == "I-PER" for _, tag in one)]
    assert 0 < len(having) < 60 and sorted(content.samples.samples.tolist()) == having


def _seen(stage: DataStage, sample: int) -> tuple[Chip, ...]:
    stage.content.detail.show_sample(stage.session.data, sample)
    return stage.content.detail.tags.view.chips


def test_only_settings_that_matter_are_offered(shown):
    settings = shown.settings
    fields = {w.objectName() for w in settings.form("text").findChildren(QWidget)}
    assert "field_length" in fields and "field_tokens" not in fields
    box = settings.balance.form.findChild(QComboBox, "field_balance")
    offered = {box.itemData(k) for k in range(box.count())}
    assert offered == {"none", "class_weights", "focal", "logit_adjusted"}
    added = {a.objectName() for a in settings.augment.add.menu().actions()}
    assert "data_augment_add_token_mask" in added and "data_augment_add_token_drop" not in added
    settings.augment.use_preset("light")
    assert [o.kind for o in shown.session.document.project.data.augment] == ["token_mask"]
    assert not settings.split.sequences.isHidden() and settings.form("stratified").isHidden()


def test_chips_wrap_and_are_walked_with_keys(qtbot):
    view = ChipsView("chips", most=300)
    qtbot.addWidget(view)
    chips = [Chip(f"token{k}", TAGS[k % 5]) for k in range(400)]
    chips[1] = Chip("x" * 300, "B-LOC", said="O", confidence=0.75)
    view.set_chips(chips, TagKinds(TAGS))
    assert view.heightForWidth(200) > 2 * view.heightForWidth(600)
    view.resize(300, view.heightForWidth(300))
    view.show()
    assert view.rect_of(1).width() < 200 and len(view.shown) == 300
    assert all(view.rect().contains(view.rect_of(k)) for k in range(300))
    qtbot.keyClick(view, Qt.Key.Key_Home)
    assert view.current == 0
    qtbot.keyClick(view, Qt.Key.Key_Right)
    assert view.current == 1
    told = view.accessibleDescription()
    assert "wrong" in told and "true tag: B-LOC" in told and "given tag: O" in told and "75" in told
    assert chips[1].below == "✗ B-LOC → O"
    qtbot.keyClick(view, Qt.Key.Key_Down)
    assert view.rect_of(view.current).top() > view.rect_of(1).top()
    qtbot.keyClick(view, Qt.Key.Key_End)
    assert view.current == 299
    assert view.token_at(QPointF(view.rect_of(7).center())) == 7
    assert not view.grab().isNull()


def test_a_row_of_any_width_begins_before_its_first_wrong_token(qtbot):
    view = ColumnsView("rows", "Rows")
    qtbot.addWidget(view)
    chips = [*(Chip(f"token{k}", "O") for k in range(9)), Chip("Rome", "B-LOC", said="O"), Chip(".", "O")]
    view.set_table([Column("Sequence", lambda row: "", numeric=False)], np.arange(1))
    show_chips(view, 0, lambda row: chips, TagKinds(TAGS))
    delegate, index = view.itemDelegateForColumn(0), view.columns_model.index(0, 0)
    for width, before in ((600, ["token7", "token8"]), (150, []), (70, [])):
        option = QStyleOptionViewItem()
        option.rect, option.font = QRect(0, 0, width, 60), view.font()
        texts = [chip.text for chip, _, _ in delegate.placed(option, index) if chip is not None]
        assert texts[: len(before) + 1] == [*before, "Rome"]


def test_tags_of_one_kind_share_a_colour(qapp):
    from workbench.ui.theme import tokens

    spans, plain = TagKinds(TAGS), TagKinds(("B", "M", "E", "S"))
    colour = spans.colour("B-PER", tokens())
    assert colour == spans.colour("I-PER", tokens()) != spans.colour("B-LOC", tokens())
    assert spans.colour("O", tokens()) is None
    assert plain.colour("B", tokens()) != plain.colour("E", tokens())
    assert spans.goes_on("B-PER", "I-PER") and not spans.goes_on("B-PER", "I-LOC")
    assert not spans.goes_on("O", "I-PER") and not spans.goes_on("I-PER", "B-PER")


def test_the_import_page_shows_sequences_and_what_it_took_as_columns(window, qtbot, tmp_path):
    page = opened(qtbot, window, written(tmp_path, count=60))
    assert "tagged text" in page.sentence.text()
    samples = page.preview.currentWidget()
    assert samples.objectName() == "data_samples"
    assert samples.table.columns_model.columns[-1].value(0).startswith(f"{sentences(1)[0][0][0]}/B-PER")
    places = [page.reading.form.findChild(QLineEdit, f"field_{name}").placeholderText() for name in ("token", "tag")]
    assert places == ["1", "3"] and "spaces" in page.reading.guessed.text()
    qtbot.waitUntil(lambda: page.work.proposal is not None)
    page.work.correct(page.work.source.updated(tag="1"))
    qtbot.waitUntil(lambda: page.work.proposal is not None and not page.work.step)
    assert "lives" in page.work.proposal.prepared.raw.targets["tags"].classes


def test_a_table_and_chinese_characters_are_recognised(window, qtbot, tmp_path):
    rows = ["Sentence #,Word,Tag"]
    for k, one in enumerate(sentences(40)):
        rows += [f"{f'Sentence: {k}' if not j else ''},{token},{tag}" for j, (token, tag) in enumerate(one)]
    (tmp_path / "words.csv").write_text("\n".join(rows), encoding="utf-8")
    page = opened(qtbot, window, tmp_path / "words.csv")
    assert isinstance(page.work.source, TaggedSource) and page.work.source.sequence == "Sentence #"
    assert {b.text() for b in page.reading.findChildren(QPushButton) if b.objectName().startswith("wizard_kind")} == {
        "Tagged text",
        "Table",
    }
    chinese = [[("北", "B"), ("京", "E"), ("大", "B"), ("学", "M"), ("生", "E"), ("爱", "S")]] * 30
    (tmp_path / "words.txt").write_text(conll(chinese, "\t"), encoding="gb18030")
    page = opened(qtbot, window, tmp_path / "words.txt")
    assert isinstance(page.work.source, TaggedSource) and "tabs" in page.reading.guessed.text()
    assert page.preview.currentWidget().table.columns_model.columns[-1].value(0).startswith("北/B 京/E")
