"""The Doctor tab: findings with their samples and cures, and samples that are left out by hand."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot
from window_tools import find, ready, take

from workbench.ui.data import doctor as doctor_module
from workbench.ui.data.doctor import DoctorPage
from workbench.ui.data.stage import DataStage


def page_of(stage: DataStage) -> DoctorPage:
    return stage.content.page(DoctorPage)


def tab_text(stage: DataStage) -> str:
    return stage.content.tabs.tabText(stage.content.tabs.indexOf(page_of(stage)))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """20 pictures in two classes; 0 and 12 are the same, 5 is nearly the same as 14."""
    random = np.random.RandomState(0)
    pictures = [np.kron(random.randint(0, 256, (6, 6, 3)), np.ones((4, 4, 1))).astype(np.uint8) for _ in range(20)]
    pictures[12] = pictures[0]
    pictures[14] = (pictures[5] * 0.9 + 12).astype(np.uint8)
    for i, picture in enumerate(pictures):
        place = tmp_path / "set" / ("cat" if i < 10 else "dog")
        place.mkdir(parents=True, exist_ok=True)
        Image.fromarray(picture).save(place / f"{i:02}.png")
    return tmp_path / "set"


def open_folder(qtbot: QtBot, stage: DataStage, folder: Path) -> DoctorPage:
    take(stage.session, folder)
    qtbot.waitUntil(lambda: stage.session.data is not None)
    ready(qtbot, stage)
    return page_of(stage)


def test_clean_data_says_what_was_looked_for(stage, qtbot):
    stage.use_sample("iris")
    ready(qtbot, stage)
    page = page_of(stage)
    assert tab_text(stage) == "Doctor"
    assert page.summary.text() == "No problems found" and not page.cards
    assert "columns that give the answer away" in page.looked.text()


def test_findings_show_their_pairs_side_by_side_and_the_cure_is_one_undo_step(stage, qtbot, folder):
    page = open_folder(qtbot, stage, folder)
    by_code = {card.finding.code: card for card in page.cards}
    assert tab_text(stage) == f"Doctor ({len(page.cards)})"
    clash = by_code["doctor.label_clash"]
    assert "different labels" in clash.findChild(QLabel, clash.objectName() + "_text").text()
    stage.content.tabs.setCurrentWidget(page)
    find(clash, QPushButton, clash.objectName() + "_show").click()
    samples = stage.content.samples
    assert stage.content.tabs.currentWidget() is samples
    assert samples.samples.tolist() == clash.finding.pairs.reshape(-1).tolist() and len(samples.samples) == 2
    assert samples.grid.grid_model.wide % 2 == 0
    assert not samples.only_button.isHidden() and "different labels" in samples.only_button.text()
    samples.only_button.click()
    assert len(samples.samples) == 20 and samples.only_button.isHidden()
    undo = stage.session.document.undo_text
    find(clash, QPushButton, clash.objectName() + "_fix_0").click()
    assert stage.session.document.undo_text == "Leave out those in doubt" != undo
    ready(qtbot, stage)
    assert stage.session.document.project.data.excluded == ("cat/00.png", "dog/12.png")
    assert stage.session.data.count == 18
    assert "doctor.label_clash" not in {card.finding.code for card in page.cards}
    assert stage.content.splits.text().endswith("left out 2")
    stage.session.document.undo()
    ready(qtbot, stage)
    assert "doctor.label_clash" in {card.finding.code for card in page.cards}


def test_a_sample_is_left_out_by_hand_and_taken_back(stage, qtbot, folder):
    open_folder(qtbot, stage, folder)
    samples = stage.content.samples
    samples.reveal(7)
    assert samples.leave_out.text() == "Leave out"
    samples.leave_out.click()
    ready(qtbot, stage)
    assert stage.session.data.left_out.tolist() == [7]
    assert 7 not in samples.samples.tolist()
    samples.split_filter.setCurrentIndex(samples.split_filter.findText("Left out"))
    assert samples.samples.tolist() == [7] and samples.leave_out.text() == "Take back in"
    samples.leave_out.click()
    ready(qtbot, stage)
    assert stage.session.data.count == 20 and samples.split_filter.findText("Left out") < 0


def test_balance_takes_the_hint_away_without_examining_again(stage, qtbot, tmp_path):
    labels = ["rare" if i % 25 == 0 else "common" for i in range(600)]
    random = np.random.RandomState(0)
    lines = [f"{random.normal():.4f},{random.normal():.4f},{label}" for label in labels]
    (tmp_path / "t.csv").write_text("a,b,label\n" + "\n".join(lines) + "\n")
    take(stage.session, tmp_path / "t.csv")
    ready(qtbot, stage)
    page = page_of(stage)
    card = next(c for c in page.cards if c.finding.code == "doctor.imbalance")
    find(card, QPushButton, card.objectName() + "_fix_0").click()
    assert stage.session.document.project.data.balance.kind == "class_weights"
    assert not [c for c in page.cards if c.finding.code == "doctor.imbalance"] and tab_text(stage) == "Doctor"
    stage.session.document.undo()
    assert [c for c in page.cards if c.finding.code == "doctor.imbalance"]


def test_large_data_is_examined_when_the_tab_opens(stage, qtbot, monkeypatch):
    monkeypatch.setattr(doctor_module, "AT_ONCE", 10)
    stage.use_sample("iris")
    ready(qtbot, stage)
    page = page_of(stage)
    assert page.diagnosis is None and page.summary.text() == "Not examined yet"
    stage.content.tabs.setCurrentWidget(page)
    ready(qtbot, stage)
    assert page.summary.text() == "No problems found"


def test_a_cancelled_examination_can_be_asked_for_again(stage, qtbot, monkeypatch):
    stage.use_sample("iris")
    ready(qtbot, stage)
    page = page_of(stage)
    page._examine()
    stage.session.jobs.cancel_all(10)
    assert page.summary.text() == "Not examined yet" and not page.again.isHidden()
    page.again.click()
    ready(qtbot, stage)
    assert page.summary.text() == "No problems found"
