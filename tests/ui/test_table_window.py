"""Tables on the Data stage, and typed rows with categories."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot
from window_tools import ready, take

from workbench.engine.data.sources.table import TableSource
from workbench.ui.data.roles import REASON, ROLE, TYPE
from workbench.ui.data.split import FORMS
from workbench.ui.data.stage import DataStage
from workbench.ui.evaluate.row import RowForm


@pytest.fixture
def table(tmp_path: Path) -> Path:
    lines = ["nr,size,colour,copy,y"]
    for i in range(60):
        size = "" if i % 7 == 0 else f"{i * 0.5}"
        lines.append(f"{i},{size},{['red', 'blue', 'green'][i % 3]},{'ab'[i % 2]},{'uv'[i % 2]}")
    lines[31] += ",more"
    (tmp_path / "t.csv").write_text("\n".join(lines) + "\n")
    return tmp_path / "t.csv"


def open_table(qtbot: QtBot, stage: DataStage, path: Path) -> None:
    take(stage.session, path)
    ready(qtbot, stage)
    assert stage.session.data_state == "ready", stage.session.data_message


def place(stage: DataStage, name: str, column: int):
    model = stage.content.roles.model
    row = [c.name for c in model.columns].index(name)
    return model.index(row, column)


def test_a_table_shows_its_rows_roles_and_what_was_left_out(stage, qtbot, table):
    open_table(qtbot, stage, table)
    content = stage.content
    assert [content.tabs.tabText(i).split(" ")[0] for i in range(5)] == [
        "Rows",
        "Roles",
        "Doctor",
        "Missing",
        "Columns",
    ]
    titles = [c.title for c in content.samples.table.columns_model.columns]
    assert titles == ["No.", "Split", "Class", "size", "colour", "copy"]
    assert content.samples.table.columns_model.index(0, 4).data() == "red"
    assert content.samples.table.columns_model.index(0, 3).data() == "–", "a missing number"
    assert place(stage, "nr", ROLE).data(Qt.ItemDataRole.EditRole) == "ignore"
    assert "numbers the rows" in place(stage, "nr", REASON).data()
    assert "1 item was left out: line 32 (It has 6 cells where the other lines have 5.)" in content.notices.text
    dialog = content.show_skipped(stage.session.data)
    assert dialog.table.columns_model.rowCount() == 1
    dialog.close()


def test_a_role_is_changed_in_place_and_taken_back_in_one_step(stage, qtbot, table):
    open_table(qtbot, stage, table)
    view = stage.content.roles.table
    stage.content.tabs.setCurrentWidget(stage.content.roles)
    index = place(stage, "colour", ROLE)
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(index).center())
    box = view.findChild(QComboBox, "data_role_editor")
    assert box is not None
    words = [box.itemText(i) for i in range(box.count())]
    assert words == ["feature", "target", "also a target", "ignore", "group", "weight", "time", "split"]
    box.setCurrentIndex(2)
    box.activated.emit(2)
    ready(qtbot, stage)
    assert stage.session.data is not None and stage.session.data.raw.inputs["features"].columns == ("size", "copy")
    assert stage.session.document.undo_text == "Change the role of colour"
    stage.session.document.undo()
    ready(qtbot, stage)
    assert stage.session.data.raw.inputs["features"].columns == ("size", "colour", "copy")
    stage.content.roles.model.setData(place(stage, "size", TYPE), "category")
    ready(qtbot, stage)
    assert stage.session.data.raw.inputs["features"].categories[0]
    stage.content.roles.model.setData(place(stage, "colour", ROLE), "target")
    ready(qtbot, stage)
    assert stage.session.data.raw.targets["label"].classes == ("blue", "green", "red")
    assert place(stage, "y", ROLE).data(Qt.ItemDataRole.EditRole) == "feature"


def test_a_column_that_gives_the_target_away_is_ignored_by_a_button(stage, qtbot, table):
    open_table(qtbot, stage, table)
    assert "'copy' alone tells the class" in stage.content.notices.text
    button = next(b for b in stage.content.notices.findChildren(QPushButton) if b.text() == "Ignore copy")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    ready(qtbot, stage)
    assert "copy" not in stage.session.data.raw.inputs["features"].columns
    assert "alone tells" not in stage.content.notices.text


def test_cleaning_is_offered_for_tables_only(stage, qtbot, table):
    open_table(qtbot, stage, table)
    form = stage.settings.form("cleaning")
    assert form.isVisibleTo(stage)
    form.edited.emit("cleaning.missing", None)  # nothing changed: the recipe stays
    before = stage.session.document.project.data
    box = next(b for b in form.findChildren(QComboBox) if b.findText("Mean") >= 0)
    box.setCurrentIndex(box.findText("Mean"))
    box.activated.emit(box.currentIndex())
    assert stage.session.document.project.data.cleaning.missing == "mean" != before.cleaning.missing
    stage.use_sample("iris")
    ready(qtbot, stage)
    assert not form.isVisibleTo(stage)


def test_columns_of_categories_have_no_mean(stage, qtbot, table):
    open_table(qtbot, stage, table)
    shown = stage.content.columns.table.columns_model
    titles = [c.title for c in shown.columns]
    row = [shown.index(i, 0).data() for i in range(shown.rowCount())].index("colour")
    assert shown.index(row, titles.index("Categories")).data() == "3"
    assert shown.index(row, titles.index("Mean")).data() == "–"


def test_a_row_is_typed_with_categories_by_name(qtbot):
    form = RowForm()
    qtbot.addWidget(form)
    form.set_columns(("size", "colour"), {"colour": ("red", "blue")}, frozenset({"size", "colour"}))
    assert isinstance(form.findChild(QLineEdit, "row_0"), QLineEdit)
    box = form.findChild(QComboBox, "row_1")
    assert [box.itemText(i) for i in range(box.count())] == ["missing", "red", "blue"]
    form.set_values([2.5, "blue"])
    assert form.values() == {"size": "2.5", "colour": "blue"}
    form.set_values([float("nan"), ""])
    assert form.values() == {"size": "", "colour": ""}
    form.set_values([1.0, "mauve"])
    assert form.values()["colour"] == "mauve"
    with qtbot.waitSignal(form.changed):
        box.activated.emit(1)


def test_a_role_of_groups_or_times_changes_the_way_to_split_in_the_same_step(stage, qtbot, table):
    open_table(qtbot, stage, table)
    box = stage.settings.form("method").findChild(QComboBox, "field_method")
    assert box is not None

    def offered() -> list[str]:
        return [box.itemData(i) for i in range(box.count()) if box.model().item(i).isEnabled()]

    def shown() -> list[str]:
        return [n for n in FORMS if stage.settings.form(n).isVisibleTo(stage)]

    assert offered() == ["random", "folds"]
    assert "role group" in box.itemData(box.findData("grouped"), Qt.ItemDataRole.ToolTipRole)
    assert shown() == ["method", "shares", "stratified", "seed"]
    model = stage.content.roles.model
    model.setData(place(stage, "colour", ROLE), "group")
    ready(qtbot, stage)
    assert stage.session.document.project.data.split.method == "grouped" == box.currentData()
    data = stage.session.data
    assert place(stage, "colour", REASON).data() == "Rows with the same value belong together."
    seen = [set(data.raw.groups[rows].tolist()) for rows in data.splits.values()]
    assert sum(map(len, seen)) == 3 and offered() == ["random", "grouped", "folds"]
    box.setCurrentIndex(box.findData("folds"))
    box.activated.emit(box.currentIndex())
    assert shown() == ["method", "folds", "shares", "whole_groups", "stratified", "seed"]
    stage.session.document.undo()
    stage.session.document.undo()
    ready(qtbot, stage)
    assert stage.session.document.project.data.split.method == "random"
    assert stage.session.data.raw.groups is None
    model.setData(place(stage, "nr", ROLE), "time")
    ready(qtbot, stage)
    assert shown() == ["method", "shares", "gap"]
    assert stage.session.data.splits["test"].min() > stage.session.data.splits["train"].max()
    model.setData(place(stage, "nr", ROLE), "ignore")
    ready(qtbot, stage)
    assert stage.session.document.project.data.split.method == "random" and offered() == ["random", "folds"]


def test_groups_that_straddle_are_mended_by_a_button(stage, qtbot, table):
    source = TableSource(path=str(table)).with_column("colour", role="group")
    stage.session.document.edit("x", lambda project: project.updated(data=project.data.updated(source=source)))
    ready(qtbot, stage)
    assert "3 groups have samples in more than one part" in stage.content.notices.text
    button = next(b for b in stage.content.notices.findChildren(QPushButton) if b.text() == "Split by whole groups")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    ready(qtbot, stage)
    assert stage.session.document.project.data.split.method == "grouped"
    assert "more than one part" not in stage.content.notices.text


def test_a_row_is_found_by_its_number(stage, qtbot, table):
    open_table(qtbot, stage, table)
    samples = stage.content.samples
    samples.filter_class(0)
    samples.jump.setText("4,000")
    qtbot.keyClick(samples.jump, Qt.Key.Key_Return)
    assert samples.jump.property("invalid") and samples.jump.text() == "4,000"
    samples.jump.setText("33")
    qtbot.keyClick(samples.jump, Qt.Key.Key_Return)
    assert stage.content.detail.sample == 33 and samples.table.current_sample() == 33
    assert not samples.jump.property("invalid") and samples.jump.text() == ""


def test_a_column_is_shown_for_each_split(stage, qtbot, table):
    open_table(qtbot, stage, table)
    page = stage.content.columns
    stage.content.tabs.setCurrentWidget(page)
    ready(qtbot, stage)
    shown = page.distribution
    assert shown.heading.text() == "size" and [s.name for s in shown.histogram.series] == [
        "train",
        "validation",
        "test",
    ]
    train = stage.session.data.splits["train"]
    values = stage.session.data.raw.inputs["features"].values[train, 0]
    assert sum(shown.histogram.series[0].values) == int((values == values).sum()), "gaps are not counted"
    page.table.selectRow(1)
    ready(qtbot, stage)
    assert shown.heading.text() == "colour" and set(shown.bars.labels) == {"red", "blue", "green"}
    assert sum(sum(s.values) for s in shown.bars.series) == stage.session.data.count
