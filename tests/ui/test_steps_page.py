"""The Steps tab follows the current sample from what was read to what the network is fed."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from workbench.ui.data.stage import DataStage
from workbench.ui.data.steps import StepsPage


def opened(qtbot: QtBot, stage: DataStage, sample: str) -> StepsPage:
    stage.use_sample(sample)
    ready(qtbot, stage)
    page = stage.content.page(StepsPage)
    stage.content.tabs.setCurrentWidget(page)
    ready(qtbot, stage)
    return page


def ready(qtbot: QtBot, stage: DataStage) -> None:
    qtbot.waitUntil(lambda: stage.session.data_state in ("ready", "problem"))
    page = stage.content.page(StepsPage)
    qtbot.waitUntil(lambda: not stage.session.jobs.running and not page._timer.isActive())


def test_a_row_has_a_line_for_each_number_and_the_page_follows_the_sample(stage, qtbot):
    page = opened(qtbot, stage, "iris")
    model = page.table.columns_model
    assert model.rowCount() == 4 and model.index(0, 0).data() == "sepal length (cm)"
    stage.content.samples.reveal(77)
    ready(qtbot, stage)
    assert page.words.text().startswith("Sample 77 (") and "class versicolor" in page.words.text()
    values = next(iter(stage.session.data.raw.inputs.values())).values[77]
    assert float(model.index(2, 1).data()) == pytest.approx(float(values[2]))


def test_a_picture_shows_its_channels_and_augmented_draws_where_they_are_on(stage, qtbot):
    page = opened(qtbot, stage, "digits")
    assert page.drawn.isHidden() and page.fed.heading.text() == "2. Scaled, as the network is fed"
    assert "8 × 8 pixels, values 0 to" in page.read.text.text()
    assert any("channel 1" in label.text() for label in page.fed.findChildren(QLabel))
    stage.session.document.edit("On", lambda p: p.updated(data=p.data.updated(augment="light")))
    ready(qtbot, stage)
    assert not page.drawn.isHidden() and page.fed.heading.text().startswith("3.")
    qtbot.waitUntil(lambda: page.drawn.pictures.count() == 5)
