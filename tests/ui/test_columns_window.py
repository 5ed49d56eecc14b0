"""What becomes of each column: told, shown where something is missing, and changed for a single one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QComboBox, QLineEdit
from pytestqt.qtbot import QtBot
from window_tools import take

from workbench.ui.data.missing import MissingView
from workbench.ui.data.roles import REASON
from workbench.ui.data.stage import DataStage
from workbench.ui.session import Session


@pytest.fixture
def stage(session: Session, qtbot: QtBot, tmp_path: Path) -> Iterator[DataStage]:
    made = DataStage(session)
    qtbot.addWidget(made)
    made.resize(1220, 760)
    made.show()
    lines = ["size,colour,member,day,y"]
    for i in range(80):
        size = "" if i % 8 == 0 else f"{i % 13}"
        colour = "" if i == 9 else ["red", "blue", "green"][i % 3]
        lines.append(f"{size},{colour},{['yes', 'no'][i % 2]},{i % 28 + 1}.{i % 11 + 1}.2024,{'uv'[i % 2]}")
    (tmp_path / "t.csv").write_text("\n".join(lines) + "\n")
    take(session, tmp_path / "t.csv")
    ready(qtbot, made)
    yield made
    made.hide()


def ready(qtbot: QtBot, stage: DataStage) -> None:
    qtbot.waitUntil(lambda: stage.session.data_state in ("ready", "problem"))
    qtbot.waitUntil(lambda: not stage.session.jobs.running)
    assert stage.session.data_state == "ready", stage.session.data_message


def told(stage: DataStage, name: str) -> str:
    model = stage.content.roles.model
    return str(model.index([c.name for c in model.columns].index(name), REASON).data())


def choose(stage: DataStage, name: str) -> None:
    roles = stage.content.roles
    roles.table.setCurrentIndex(roles.model.index([c.name for c in roles.model.columns].index(name), 0))


def pick(box: QComboBox, value: str) -> None:
    box.setCurrentIndex(box.findData(value))
    box.activated.emit(box.currentIndex())


def test_every_column_says_what_becomes_of_it(stage):
    assert told(stage, "size") == "Missing 10 of 80: median 7; scaled to mean 0, deviation 1."
    assert told(stage, "member") == "1 for 'yes', else 0."
    assert told(stage, "day") == "5 numbers: days, and places in year and week."
    assert told(stage, "y") == "To be predicted."
    assert "3 inputs of 0 or 1" in told(stage, "colour") or "4 inputs of 0 or 1" in told(stage, "colour")


def test_a_single_column_is_set_and_taken_back_in_one_step(stage, qtbot):
    choose(stage, "size")
    panel = stage.content.roles.panel
    assert panel.heading.text() == "size" and "median 7" in panel.fate.text()
    form = panel.form()
    missing = form.findChild(QComboBox, "field_missing")
    assert [missing.itemData(i) for i in range(missing.count())][-1] == "drop" and missing.findData("category") < 0
    pick(missing, "constant")
    ready(qtbot, stage)
    constant = panel.form().findChild(QLineEdit, "field_constant")
    constant.setText("half")
    constant.editingFinished.emit()
    assert "'half' is to stand for a missing number" in panel.trouble.text() and panel.trouble.isVisibleTo(panel)
    assert stage.session.document.project.data.cleaning.of("size").constant == "", "what is wrong is not applied"
    constant.setText("0.5")
    constant.editingFinished.emit()
    ready(qtbot, stage)
    assert panel.trouble.isHidden()
    assert told(stage, "size").startswith("Missing 10 of 80: filled by 0.5")
    stage.session.document.undo()
    stage.session.document.undo()
    ready(qtbot, stage)
    assert stage.session.document.project.data.cleaning.columns == ()
    assert told(stage, "size").startswith("Missing 10 of 80: median 7")


def test_categories_dates_and_targets_have_settings_of_their_own(stage, qtbot):
    panel = stage.content.roles.panel
    choose(stage, "colour")
    pick(panel.form().findChild(QComboBox, "field_encoding"), "ordinal")
    ready(qtbot, stage)
    assert "one number, in the order blue < green < red" in told(stage, "colour")
    choose(stage, "day")
    pick(panel.dates.findChild(QComboBox, "field_date_order"), "mdy")
    ready(qtbot, stage)
    assert any(c.date_order == "mdy" for c in stage.session.document.project.data.source.columns)
    choose(stage, "y")
    assert panel.form() is None and panel.dates.isHidden()


def test_another_column_is_predicted_too(stage, qtbot):
    model = stage.content.roles.model
    assert ("also", "also a target") in model.choices(1)
    stage.set_column("colour", "role", "also")
    ready(qtbot, stage)
    assert list(stage.session.data.raw.targets) == ["y", "colour"]
    titles = [c.title for c in stage.content.samples.table.columns_model.columns]
    assert {"colour", "y"} <= set(titles) and "2 targets: y, colour" in stage.content.kind.text()
    stage.session.document.undo()
    ready(qtbot, stage)
    assert list(stage.session.data.raw.targets) == ["label"]


def test_gaps_are_shown_where_they_are_and_filled_in_place(stage, qtbot):
    page = stage.content.page(MissingView)
    assert stage.content.tabs.indexOf(page) >= 0
    model = page.table.columns_model
    assert [model.index(row, 0).data() for row in range(model.rowCount())] == ["size", "colour"]
    assert model.index(0, 2).data() == "10" and model.index(0, 3).data() == "12.5 %"
    assert "11 cells of 2 columns are missing" in page.note.text()
    page.table.selectRow(0)
    pick(page.panel.form().findChild(QComboBox, "field_missing"), "interpolate")
    ready(qtbot, stage)
    assert page.panel.name == "size", "the chosen column stays chosen"
    assert "from the rows around" in page.panel.fate.text() and "rows around" in model.index(0, 1).data()
    stage.grab()


def test_without_gaps_there_is_no_page_for_them(stage, qtbot):
    page = stage.content.page(MissingView)
    for name in ("size", "colour"):
        stage.set_column(name, "role", "ignore")
        ready(qtbot, stage)
    assert stage.content.tabs.indexOf(page) < 0
