"""The Model stage around the canvas: settings, problems, summary, code, and what an empty one offers."""

from __future__ import annotations

from pathlib import Path

import pytest
from canvas_tools import Canvas, model_stage, type_into
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton

from workbench.engine.data.recipe import DataRecipe
from workbench.engine.document import Project
from workbench.engine.graph import edits
from workbench.engine.shapes import DataFacts, TargetFacts, batch
from workbench.ui.model.stage import CODE, PROBLEMS, SUMMARY, ModelStage
from workbench.ui.session import Session
from workbench.ui.stage import Thing

FACTS = DataFacts({"x": batch(1, 8, 8)}, {"y": TargetFacts("classification", tuple("0123456789"))})


@pytest.fixture
def stage(qtbot, session: Session) -> ModelStage:
    return model_stage(qtbot, session)


@pytest.fixture
def canvas(stage: ModelStage) -> Canvas:
    return Canvas(stage)


def setting(stage: ModelStage, name: str) -> QLineEdit:
    found = stage.inspector.form.findChild(QLineEdit, f"field_{name}")
    assert found is not None, f"no editor for {name}"
    return found


def test_a_field_changes_the_cards_and_is_one_step(canvas: Canvas, stage: ModelStage) -> None:
    canvas.click(canvas.at("conv_1"))
    assert stage.inspector.heading.text() == "Conv2d"
    assert canvas.card("conv_1").content.line == "N × 4 × 8 × 8"
    type_into(setting(stage, "filters"), "16")
    assert canvas.card("conv_1").content.line == "N × 16 × 8 × 8"
    assert canvas.card("conv_1").content.corner == "160"
    assert canvas.card("flatten_1").content.line == "N × 1024"
    assert stage.inspector.facts.texts()["Output"].split() == ["N", "×", "16", "×", "8", "×", "8"]
    assert stage.inspector.facts.texts()["Parameters"] == "160"
    assert "16" in stage.inspector.snippet.text()
    canvas.document.undo()
    assert canvas.card("conv_1").content.line == "N × 4 × 8 × 8"
    assert setting(stage, "filters").text() == "4"
    assert canvas.document.undo_text == ""


def test_an_invalid_field_is_explained_and_not_applied(canvas: Canvas, stage: ModelStage) -> None:
    canvas.click(canvas.at("conv_1"))
    type_into(setting(stage, "filters"), "-3")
    assert stage.inspector.form.errors
    assert canvas.graph.by_name["conv_1"].layer.filters == 4
    assert canvas.document.undo_text == ""


def test_a_taken_name_is_explained_in_place(canvas: Canvas, stage: ModelStage) -> None:
    canvas.click(canvas.at("relu_1"))
    type_into(stage.inspector.name, "conv_1")
    assert stage.inspector.name_error.isVisible()
    assert "conv_1" in stage.inspector.name_error.text()
    assert "relu_1" in canvas.graph.by_name
    type_into(stage.inspector.name, "first activation")
    assert not stage.inspector.name_error.isVisible()
    assert canvas.card("first activation").content.name == "first activation"


def test_a_problem_appears_and_its_cure_removes_it(canvas: Canvas, stage: ModelStage) -> None:
    assert stage.state == "ready"
    canvas.click(canvas.at("flatten_1"))
    canvas.key(Qt.Key.Key_Delete)
    assert canvas.card("dense_1").content.state == "problem"
    assert canvas.card("dense_1").content.line == "needs a flat vector"
    assert canvas.card("output_1").content.state == "unknown"
    assert stage.state == "problem"
    assert stage.tabs.tabText(PROBLEMS) == "Problems 1"
    row = stage.problems.rows[0]
    assert "dense_1" in row.text.text()
    QTest.mouseClick(row, Qt.MouseButton.LeftButton, pos=QPoint(20, row.height() // 2))
    assert canvas.scene.selected_nodes == (canvas.node("dense_1"),)
    cure = next(b for b in row.buttons if "Flatten" in b.text())
    QTest.mouseClick(cure, Qt.MouseButton.LeftButton)
    assert stage.state == "ready"
    assert stage.problems.rows == []
    assert stage.all_well.isVisible()
    assert ("relu_1", "flatten_1") in canvas.links()
    canvas.document.undo()
    assert stage.state == "problem"


def test_the_inspector_offers_the_cure_too(canvas: Canvas, stage: ModelStage) -> None:
    canvas.click(canvas.at("flatten_1"))
    canvas.key(Qt.Key.Key_Delete)
    canvas.click(canvas.at("dense_1"))
    row = stage.inspector.problems.rows[0]
    row.buttons[0].click()
    assert stage.inspector.problems.rows == []
    assert stage.state == "ready"


def test_several_links_and_nothing_selected(canvas: Canvas, stage: ModelStage) -> None:
    assert stage.inspector.heading.text() == "Network"
    assert stage.inspector.facts.texts()["Nodes"] == "6"
    canvas.key(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert stage.inspector.heading.text() == "6 nodes selected"
    canvas.click(canvas.on_link("conv_1", "relu_1"))
    assert stage.inspector.heading.text() == "Link"
    assert stage.inspector.facts.texts()["Carries"].split() == ["N", "×", "4", "×", "8", "×", "8"]
    button = stage.inspector.findChild(QPushButton, "inspector_delete")
    button.click()
    assert ("conv_1", "relu_1") not in canvas.links()


def test_connecting_selected_nodes_from_the_inspector(canvas: Canvas, stage: ModelStage) -> None:
    canvas.drag_in("dropout", canvas.free())
    canvas.click(canvas.at("relu_1"))
    canvas.click(canvas.at("dropout_1"), Qt.KeyboardModifier.ControlModifier)
    stage.inspector.findChild(QPushButton, "inspector_connect").click()
    assert ("relu_1", "dropout_1") in canvas.links()


def test_summary_lists_every_layer_and_selects_it(canvas: Canvas, stage: ModelStage) -> None:
    stage.tabs.setCurrentIndex(SUMMARY)
    rows = [r.texts for r in stage.summary.model.rows]
    assert [r[0] for r in rows] == ["input_1", "conv_1", "relu_1", "flatten_1", "dense_1", "output_1"]
    assert rows[1] == ("conv_1", "Conv2d", "N × 4 × 8 × 8", "40", "2,304")
    assert f"{40 + 2570:,} parameters" in stage.summary.totals.text()
    index = stage.summary.model.index(4, 0)
    place = stage.summary.table.visualRect(index).center()
    QTest.mouseClick(stage.summary.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert canvas.scene.selected_nodes == (canvas.node("dense_1"),)
    stage.editor.set_field(canvas.node("dense_1"), "units", 5)
    assert stage.summary.model.rows[4].texts[2] == "N × 5"


def test_code_is_live_and_its_lines_select_nodes(canvas: Canvas, stage: ModelStage, tmp_path: Path) -> None:
    stage.tabs.setCurrentIndex(CODE)
    assert "nn.Conv2d(1, 4, 3" in stage.code.editor.toPlainText()
    stage.editor.set_field(canvas.node("conv_1"), "filters", 6)
    assert "nn.Conv2d(1, 6, 3" in stage.code.editor.toPlainText()
    text = stage.code.editor.toPlainText().split("\n")
    line = next(i for i, t in enumerate(text) if "self.dense_1 =" in t)
    block = stage.code.editor.document().findBlockByNumber(line)
    stage.code.editor.setFocus()
    place = stage.code.editor.blockBoundingGeometry(block).translated(stage.code.editor.contentOffset()).center()
    scroll = stage.code.editor.verticalScrollBar()
    if place.y() > stage.code.editor.viewport().height():
        scroll.setValue(line)
        place = stage.code.editor.blockBoundingGeometry(block).translated(stage.code.editor.contentOffset()).center()
    QTest.mouseClick(stage.code.editor.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(20, int(place.y())))
    assert canvas.scene.selected_nodes == (canvas.node("dense_1"),)
    stage.code.copy.click()
    assert QGuiApplication.clipboard().text() == stage.code.source.text
    stage.code.save_to(tmp_path / "network.py")
    assert (tmp_path / "network.py").read_text(encoding="utf-8") == stage.code.source.text


def test_code_of_a_broken_network_is_a_sentence(qtbot, canvas: Canvas, stage: ModelStage, tmp_path: Path) -> None:
    stage.tabs.setCurrentIndex(CODE)
    with qtbot.waitSignal(stage.session.trouble) as told:
        stage.code.save_to(tmp_path / "missing" / "network.py")
    assert "not saved" in told.args[0]
    stage.editor.remove([canvas.node("flatten_1")])
    assert stage.code.source is None
    assert stage.code.reason.isVisible()
    assert "dense_1" in stage.code.reason.text()
    stage.findChild(QPushButton, "code_show_problems").click()
    assert stage.tabs.currentIndex() == PROBLEMS


def test_palette_search_and_enter_add_behind_the_selected_node(canvas: Canvas, stage: ModelStage) -> None:
    canvas.click(canvas.at("conv_1"))
    field = stage.palette_panel.field
    QTest.keyClicks(field, "batch n")
    shown = [i.text(0) for i in stage.palette_panel.tree.layer_items() if not i.isHidden()]
    assert shown[0] == "BatchNorm"
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert {("conv_1", "batch_norm_1"), ("batch_norm_1", "relu_1")} <= canvas.links()
    assert canvas.scene.selected_nodes == (canvas.node("batch_norm_1"),)
    field.clear()
    QTest.keyClicks(field, "zzz")
    assert stage.palette_panel.nothing.isVisible()


def test_palette_double_click_adds_to_the_end(canvas: Canvas, stage: ModelStage) -> None:
    tree = stage.palette_panel.tree
    item = next(i for i in tree.layer_items() if i.text(0) == "Dropout")
    tree.scrollToItem(item)
    place = tree.visualItemRect(item).center()
    canvas.click(canvas.at("output_1"))
    QTest.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=place)
    QTest.mouseDClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert {("dense_1", "dropout_1"), ("dropout_1", "output_1")} <= canvas.links()


def test_palette_drag_carries_the_layer(stage: ModelStage) -> None:
    tree = stage.palette_panel.tree
    item = next(i for i in tree.layer_items() if i.text(0) == "Dense")
    data = tree.mimeData([item])
    assert bytes(data.data("application/x-workbench-layer").data()) == b"dense"
    assert item.toolTip(0)


def test_an_empty_canvas_says_what_to_do(qtbot, session: Session) -> None:
    stage = ModelStage(session)
    qtbot.addWidget(stage)
    stage.resize(1200, 760)
    session.new(Project())
    session.facts = FACTS
    stage.show()
    assert stage.state == "empty"
    assert stage.empty.isVisible()
    with qtbot.waitSignal(stage.go_to) as asked:
        stage.findChild(QPushButton, "empty_samples").click()
    assert asked.args == ["welcome"]
    session.checked.emit()
    stage.findChild(QPushButton, "empty_add_input").click()
    assert not stage.empty.isVisible()
    made = session.document.graph.nodes[0].layer
    assert (made.kind, made.shape) == ("input", (1, 8, 8)), "the Input takes the shape of the data"


def test_a_layer_can_be_dropped_on_the_text_of_an_empty_canvas(qtbot, session: Session) -> None:
    stage = ModelStage(session)
    qtbot.addWidget(stage)
    stage.resize(1200, 760)
    stage.show()
    data = stage.palette_panel.tree.mimeData(stage.palette_panel.tree.layer_items()[:1])
    place = stage.empty.rect().center()
    action, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(place, action, data, left, none)
    QApplication.sendEvent(stage.empty, enter)
    assert enter.isAccepted()
    where = stage.view.viewport().mapFromGlobal(stage.empty.mapToGlobal(place))
    QApplication.sendEvent(stage.empty, QDropEvent(QPointF(place), action, data, left, none))
    canvas = Canvas(stage)
    assert (canvas.at("input_1") - where).manhattanLength() <= 16


def test_the_command_palette_finds_nodes_and_layers(canvas: Canvas, stage: ModelStage) -> None:
    found = {thing.text: thing for thing in stage.things()}
    found["dense_1"].run()
    assert canvas.scene.selected_nodes == (canvas.node("dense_1"),)
    found["Add GELU"].run()
    assert ("dense_1", "gelu_1") in canvas.links()
    commands = {command.text: command for command in stage.commands() if command.text}
    assert commands["Delete"].enabled()
    commands["Delete"].run()
    assert "gelu_1" not in canvas.graph.by_name


def test_classes_of_the_data_stand_on_the_output(canvas: Canvas, stage: ModelStage) -> None:
    stage.session.facts = FACTS
    stage.session.checked.emit()
    assert canvas.card("output_1").content.corner == "10 classes"


def test_stage_counts_its_own_problems_only(canvas: Canvas, stage: ModelStage) -> None:
    assert stage.session.document.project.data == DataRecipe()
    assert any(p.code == "data.no_source" for p in stage.session.inference.problems)
    assert stage.state == "ready"
    canvas.document.edit_graph("Remove", lambda g: edits.remove_nodes(g, [g.nodes[0].id]))
    assert stage.state == "problem"
    assert stage.state_text.startswith(str(sum(p.severity == "error" for p in stage.model_problems())))


def test_cures_stand_below_the_text_where_it_is_narrow(canvas: Canvas, stage: ModelStage, qtbot) -> None:
    stage.session.document.edit_graph("units", lambda g: edits.set_field(g, g.by_name["conv_1"].id, "filters", 8))
    stage.session.document.edit_graph("cut", lambda g: edits.remove_nodes(g, [g.by_name["flatten_1"].id], bridge=True))
    row = next(r for r in stage.problems.rows if len(r.buttons) == 2)
    stage.resize(1900, 880)
    qtbot.waitUntil(lambda: row.buttons[0].geometry().left() > row.text.geometry().right())
    stage.resize(1100, 880)
    qtbot.waitUntil(lambda: row.buttons[0].geometry().top() >= row.text.geometry().bottom())
    assert row.text.width() > 400


def test_a_resnet18_is_offered_for_pictures_with_classes(canvas: Canvas, stage: ModelStage) -> None:
    """By the search, as one undo step, laid out and in view."""
    before = canvas.graph

    def offered() -> list[Thing]:
        return [thing for thing in stage.things() if "ResNet-18" in thing.text]

    assert not offered()
    stage.session.facts = FACTS
    offered()[0].run()
    assert sum(n.layer.kind == "add" for n in canvas.graph.nodes) == 8
    assert {n.id for n in canvas.graph.nodes} == set(stage.scene.cards)
    stage.session.document.undo()
    assert canvas.graph == before
