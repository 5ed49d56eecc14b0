"""Mouse and keyboard on the canvas: every gesture makes one undo step, and the picture follows the document."""

from __future__ import annotations

import gc
import weakref

import pytest
from canvas_tools import NONE, Canvas, model_stage
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from workbench.engine.graph import edits
from workbench.ui.session import Session

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def canvas(qtbot, session: Session) -> Canvas:
    stage = model_stage(qtbot, session, size=(1500, 900))
    stage.view.set_zoom(1.0)
    stage.view.fit()
    return Canvas(stage)


def undo_steps(canvas: Canvas) -> int:
    """Number of steps that can be taken back; takes them back and brings them again."""
    count = 0
    while canvas.document.undo_text:
        canvas.document.undo()
        count += 1
    for _ in range(count):
        canvas.document.redo()
    return count


# Palette drops


def test_a_layer_dropped_on_empty_space_lies_where_it_was_dropped(canvas: Canvas) -> None:
    place = canvas.free()
    assert canvas.drag_in("dropout", place)
    made = canvas.card("dropout_1")
    assert (canvas.to_view(made.rect.center()) - place).manhattanLength() <= 16
    assert canvas.scene.selected_nodes == (made.node_id,)
    assert undo_steps(canvas) == 1


def test_a_layer_dropped_on_a_link_goes_into_it(canvas: Canvas) -> None:
    at = canvas.on_link("conv_1", "relu_1")
    canvas.drag_in("batch_norm", at, drop=False)
    glowing = [k for k, item in canvas.scene.wires.items() if item.pen().widthF() > 3.5]
    assert [canvas.graph.by_id[k.target].name for k in glowing] == ["relu_1"]
    assert canvas.drag_in("batch_norm", at)
    assert {("conv_1", "batch_norm_1"), ("batch_norm_1", "relu_1")} <= canvas.links()
    assert ("conv_1", "relu_1") not in canvas.links()
    canvas.document.undo()
    assert ("conv_1", "relu_1") in canvas.links()
    assert "batch_norm_1" not in canvas.graph.by_name


def test_an_inserted_card_covers_no_other(canvas: Canvas) -> None:
    canvas.drag(canvas.at("output_1"), canvas.at("output_1") + QPoint(0, 40))  # positions are now the user's
    canvas.drag_in("batch_norm", canvas.on_link("conv_1", "relu_1"))
    rects = [c.rect for c in canvas.scene.cards.values()]
    assert not any(a.intersects(b) for i, a in enumerate(rects) for b in rects[i + 1 :])


def test_an_input_dropped_on_a_link_does_not_break_it(canvas: Canvas) -> None:
    canvas.drag_in("input", canvas.on_link("conv_1", "relu_1"))
    assert ("conv_1", "relu_1") in canvas.links()
    assert "input_2" in canvas.graph.by_name


def test_dragging_away_again_leaves_nothing(canvas: Canvas) -> None:
    items = len(canvas.scene.items())
    canvas.drag_in("dense", canvas.free(), drop=False)
    assert len(canvas.scene.items()) > items
    canvas.drag_away()
    assert len(canvas.scene.items()) == items
    assert canvas.document.undo_text == ""


def test_foreign_things_are_not_taken(canvas: Canvas) -> None:
    assert not canvas.drag_in("no_such_layer", canvas.free())


# Links


def test_connect_by_mouse(canvas: Canvas) -> None:
    canvas.drag_in("dropout", canvas.free())
    canvas.drag(canvas.port("relu_1", "out"), canvas.port("dropout_1", "in"))
    assert ("relu_1", "dropout_1") in canvas.links()
    assert ("relu_1", "flatten_1") in canvas.links()
    canvas.document.undo()
    assert ("relu_1", "dropout_1") not in canvas.links()


def test_a_link_can_be_drawn_from_the_input_backwards(canvas: Canvas) -> None:
    canvas.drag_in("dropout", canvas.free())
    canvas.drag(canvas.port("dropout_1", "in"), canvas.port("relu_1", "out"))
    assert ("relu_1", "dropout_1") in canvas.links()


def test_a_link_dropped_on_a_card_finds_its_port(canvas: Canvas) -> None:
    canvas.drag_in("dropout", canvas.free())
    canvas.drag(canvas.port("relu_1", "out"), canvas.at("dropout_1"))
    assert ("relu_1", "dropout_1") in canvas.links()


@pytest.mark.parametrize("miss", [QPoint(10, 8), QPoint(-9, -9), QPoint(0, 13)])
def test_ports_can_be_missed_by_some_pixels(canvas: Canvas, miss: QPoint) -> None:
    canvas.drag_in("dropout", canvas.free())
    canvas.drag(canvas.port("relu_1", "out") + QPoint(9, 6), canvas.port("dropout_1", "in") + miss)
    assert ("relu_1", "dropout_1") in canvas.links()


def test_a_loop_is_refused_and_explained(canvas: Canvas) -> None:
    before = canvas.links()
    start, end = canvas.port("dense_1", "out"), canvas.port("conv_1", "in")
    canvas.press(start)
    canvas.move(start + QPoint(12, 9), end)
    assert "loop" in canvas.view.hint.text()
    assert canvas.view.hint.isVisible()
    canvas.release(end)
    assert canvas.links() == before
    assert canvas.document.undo_text == ""
    assert canvas.view.hint.isVisible()
    assert "loop" in canvas.view.hint.text()


def test_a_link_taken_off_its_end_leads_elsewhere(canvas: Canvas) -> None:
    canvas.drag(canvas.port("relu_1", "in"), canvas.at("flatten_1"))
    assert ("conv_1", "flatten_1") in canvas.links()
    assert ("conv_1", "relu_1") not in canvas.links()
    assert undo_steps(canvas) == 1


def test_a_link_dropped_on_nothing_is_removed(canvas: Canvas) -> None:
    canvas.drag(canvas.port("relu_1", "in"), canvas.free())
    assert ("conv_1", "relu_1") not in canvas.links()
    assert not canvas.view.adding.popup.isVisible()
    canvas.document.undo()
    assert ("conv_1", "relu_1") in canvas.links()


def test_a_new_link_dropped_on_nothing_asks_for_a_layer(canvas: Canvas) -> None:
    canvas.drag(canvas.port("relu_1", "out"), canvas.free())
    quick = canvas.view.adding.popup
    assert quick.isVisible()
    titles = [quick.list.item(i).text() for i in range(quick.list.count())]
    assert "Input" not in titles, "nothing can be led into an Input"
    QTest.keyClicks(quick.field, "dropo")
    QTest.keyClick(quick.field, Qt.Key.Key_Return)
    assert ("relu_1", "dropout_1") in canvas.links()
    assert not quick.isVisible()
    assert undo_steps(canvas) == 1


def test_esc_cancels_a_link(canvas: Canvas) -> None:
    items = len(canvas.scene.items())
    start = canvas.port("relu_1", "in")
    canvas.press(start)
    canvas.move(start + QPoint(40, 200))
    canvas.key(Qt.Key.Key_Escape)
    canvas.release(start + QPoint(40, 200))
    assert len(canvas.scene.items()) == items
    assert canvas.document.undo_text == ""
    assert all(item.isVisible() for item in canvas.scene.wires.values())


def test_a_link_is_selected_and_deleted(canvas: Canvas) -> None:
    canvas.click(canvas.on_link("conv_1", "relu_1"))
    assert len(canvas.scene.selected_links) == 1
    assert canvas.scene.selected_nodes == ()
    canvas.key(Qt.Key.Key_Delete)
    assert ("conv_1", "relu_1") not in canvas.links()
    canvas.document.undo()
    assert ("conv_1", "relu_1") in canvas.links()


# Moving and selecting


def test_moving_a_card_is_one_step_and_comes_back(canvas: Canvas) -> None:
    before = canvas.card("relu_1").position
    canvas.drag(canvas.at("relu_1"), canvas.at("relu_1") + QPoint(64, 180))
    after = canvas.card("relu_1").position
    assert after != before
    assert canvas.document.project.view.positions[canvas.node("relu_1")] == after
    canvas.document.undo()
    assert canvas.card("relu_1").position == before
    canvas.document.redo()
    assert canvas.card("relu_1").position == after


def test_a_moved_card_snaps_to_its_neighbours(canvas: Canvas) -> None:
    canvas.drag(canvas.at("relu_1"), canvas.at("relu_1") + QPoint(0, 190))
    assert canvas.card("relu_1").position[1] != canvas.card("conv_1").position[1]
    canvas.drag(canvas.at("relu_1"), canvas.at("relu_1") + QPoint(0, -187))
    assert canvas.card("relu_1").position[1] == canvas.card("conv_1").position[1]


def test_selected_cards_move_together(canvas: Canvas) -> None:
    canvas.click(canvas.at("conv_1"))
    canvas.click(canvas.at("relu_1"), SHIFT)
    gap = canvas.card("relu_1").pos() - canvas.card("conv_1").pos()
    still = canvas.card("input_1").position
    canvas.drag(canvas.at("relu_1"), canvas.at("relu_1") + QPoint(0, 250))
    assert canvas.card("relu_1").pos() - canvas.card("conv_1").pos() == gap
    assert canvas.card("input_1").position == still
    assert undo_steps(canvas) == 1


def test_a_key_between_press_and_move_does_not_lose_the_card(canvas: Canvas) -> None:
    before = canvas.card("relu_1").position
    at = canvas.at("relu_1")
    canvas.press(at)
    canvas.key(Qt.Key.Key_Right)
    canvas.move(at + QPoint(0, 60), at + QPoint(0, 120))
    canvas.release(at + QPoint(0, 120))
    assert canvas.card("relu_1").position[1] > before[1]
    assert canvas.scene.selected_nodes == (canvas.node("relu_1"),)


def test_esc_puts_a_moved_card_back(canvas: Canvas) -> None:
    before, items = canvas.card("relu_1").position, len(canvas.scene.items())
    canvas.press(canvas.at("relu_1"))
    canvas.move(canvas.at("relu_1") + QPoint(60, 60))
    assert canvas.card("relu_1").position != before
    canvas.key(Qt.Key.Key_Escape)
    assert canvas.card("relu_1").position == before
    assert canvas.document.undo_text == ""
    assert len(canvas.scene.items()) == items


def test_a_free_card_moved_onto_a_link_goes_into_it(canvas: Canvas) -> None:
    canvas.drag_in("dropout", canvas.free())
    canvas.drag(canvas.at("dropout_1"), canvas.on_link("conv_1", "relu_1"))
    assert {("conv_1", "dropout_1"), ("dropout_1", "relu_1")} <= canvas.links()


def test_rubber_band(canvas: Canvas) -> None:
    first = canvas.to_view(canvas.card("conv_1").rect.topLeft()) - QPoint(14, 14)
    last = canvas.to_view(canvas.card("relu_1").rect.bottomRight()) + QPoint(8, 20)
    canvas.drag(first, last)
    assert {canvas.graph.by_id[i].name for i in canvas.scene.selected_nodes} == {"conv_1", "relu_1"}
    canvas.click(canvas.free())
    assert canvas.scene.selected_nodes == ()


def test_ctrl_click_adds_and_takes_away(canvas: Canvas) -> None:
    canvas.click(canvas.at("conv_1"))
    canvas.click(canvas.at("relu_1"), CTRL)
    assert len(canvas.scene.selected_nodes) == 2
    canvas.click(canvas.at("conv_1"), CTRL)
    assert canvas.scene.selected_nodes == (canvas.node("relu_1"),)


def test_keys_walk_along_the_links(canvas: Canvas) -> None:
    canvas.click(canvas.at("input_1"))
    seen = []
    for _ in range(5):
        canvas.key(Qt.Key.Key_Right)
        seen.append(canvas.graph.by_id[canvas.scene.selected_nodes[0]].name)
    assert seen == ["conv_1", "relu_1", "flatten_1", "dense_1", "output_1"]
    canvas.key(Qt.Key.Key_Left)
    assert canvas.scene.selected_nodes == (canvas.node("dense_1"),)
    canvas.key(Qt.Key.Key_Tab)
    assert canvas.scene.selected_nodes == (canvas.node("output_1"),)
    canvas.key(Qt.Key.Key_A, CTRL)
    assert len(canvas.scene.selected_nodes) == 6


def test_arrow_keys_with_ctrl_move(canvas: Canvas) -> None:
    canvas.click(canvas.at("relu_1"))
    x, y = canvas.card("relu_1").position
    canvas.key(Qt.Key.Key_Down, CTRL)
    canvas.key(Qt.Key.Key_Down, CTRL)
    assert canvas.card("relu_1").position == (x, y + 16)
    assert undo_steps(canvas) == 1


# Deleting, copying, naming


def test_deleting_a_node_of_a_chain_closes_the_gap(canvas: Canvas) -> None:
    canvas.click(canvas.at("relu_1"))
    canvas.key(Qt.Key.Key_Delete)
    assert "relu_1" not in canvas.graph.by_name
    assert ("conv_1", "flatten_1") in canvas.links()
    canvas.document.undo()
    assert {("conv_1", "relu_1"), ("relu_1", "flatten_1")} <= canvas.links()


def test_copy_and_paste_through_the_system_clipboard(canvas: Canvas) -> None:
    canvas.click(canvas.at("conv_1"))
    canvas.click(canvas.at("relu_1"), CTRL)
    canvas.key(Qt.Key.Key_C, CTRL)
    assert '"conv2d"' in QGuiApplication.clipboard().text()
    canvas.key(Qt.Key.Key_V, CTRL)
    assert ("conv_2", "relu_2") in canvas.links()
    assert canvas.graph.by_name["conv_2"].layer == canvas.graph.by_name["conv_1"].layer
    places = [c.position for c in canvas.scene.cards.values()]
    assert len(set(places)) == len(places)
    assert undo_steps(canvas) == 1


def test_pasting_something_else_is_explained(canvas: Canvas) -> None:
    for text in ("hello", "{}", '{"format": "workbench-nodes", "nodes": [1], "links": []}'):
        QGuiApplication.clipboard().setText(text)
        canvas.key(Qt.Key.Key_V, CTRL)
        assert "no layers" in canvas.view.hint.text()
    assert canvas.document.undo_text == ""


def test_cut_and_duplicate(canvas: Canvas) -> None:
    canvas.click(canvas.at("relu_1"))
    canvas.key(Qt.Key.Key_D, CTRL)
    assert canvas.scene.selected_nodes == (canvas.node("relu_2"),)
    canvas.key(Qt.Key.Key_X, CTRL)
    assert "relu_2" not in canvas.graph.by_name
    canvas.key(Qt.Key.Key_V, CTRL)
    assert "relu_2" in canvas.graph.by_name


def test_rename_on_the_canvas(canvas: Canvas) -> None:
    canvas.click(canvas.at("relu_1"))
    canvas.key(Qt.Key.Key_F2)
    field = canvas.view.rename_field
    assert field.isVisible()
    field.selectAll()
    QTest.keyClicks(field, "conv_1")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert field.isVisible(), "a taken name can be mended"
    assert "conv_1" in canvas.view.hint.text()
    field.selectAll()
    field.insert("激活")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert not field.isVisible()
    assert "激活" in canvas.graph.by_name
    assert undo_steps(canvas) == 1


def test_quick_add_by_double_click_and_by_space(canvas: Canvas) -> None:
    place = canvas.free()
    QTest.mouseDClick(canvas.view.viewport(), Qt.MouseButton.LeftButton, NONE, place)
    quick = canvas.view.adding.popup
    assert quick.isVisible()
    QTest.keyClicks(quick.field, "gel")
    QTest.keyClick(quick.field, Qt.Key.Key_Return)
    assert (canvas.at("gelu_1") - place).manhattanLength() <= 16
    canvas.click(canvas.at("conv_1"))
    canvas.key(Qt.Key.Key_Space)
    assert quick.isVisible()
    QTest.keyClicks(quick.field, "batch")
    QTest.keyClick(quick.field, Qt.Key.Key_Return)
    assert {("conv_1", "batch_norm_1"), ("batch_norm_1", "relu_1")} <= canvas.links()


def test_space_and_drag_pans_without_asking_for_a_layer(canvas: Canvas) -> None:
    start = canvas.free()
    seen = canvas.view.seen_rect().topLeft()
    QTest.keyPress(canvas.view, Qt.Key.Key_Space)
    canvas.drag(start, start - QPoint(80, 40))
    QTest.keyRelease(canvas.view, Qt.Key.Key_Space)
    moved = canvas.view.seen_rect().topLeft() - seen
    assert (round(moved.x()), round(moved.y())) == (80, 40)
    assert not canvas.view.adding.popup.isVisible()
    canvas.drag(start, start + QPoint(30, 0), Qt.MouseButton.MiddleButton)
    assert round((canvas.view.seen_rect().topLeft() - seen).x()) == 50


# Zoom


def test_zoom_hides_small_text_and_keeps_the_point_under_the_mouse(canvas: Canvas) -> None:
    place = canvas.at("relu_1")
    point = canvas.view.mapToScene(place)
    canvas.view.set_zoom(2.0, place)
    assert (canvas.view.mapFromScene(point) - place).manhattanLength() <= 2
    assert canvas.card("relu_1").detail == 2
    canvas.view.set_zoom(0.3)
    assert canvas.card("relu_1").detail == 1
    canvas.view.set_zoom(0.12)
    assert canvas.card("relu_1").detail == 0
    canvas.key(Qt.Key.Key_0, CTRL)
    assert canvas.view.zoom == 1.0
    canvas.view.scroll_by(3000, 3000)
    canvas.key(Qt.Key.Key_F)
    assert canvas.view.seen_rect().contains(canvas.scene.content_rect())


def test_one_cannot_scroll_away_from_the_network(canvas: Canvas) -> None:
    for dx, dy in ((100_000, 100_000), (-100_000, -100_000)):
        canvas.view.scroll_by(dx, dy)
        assert canvas.view.seen_rect().intersects(canvas.scene.content_rect())


# Following the document


def test_items_stay_when_something_else_changes(canvas: Canvas) -> None:
    cards, wires = dict(canvas.scene.cards), dict(canvas.scene.wires)
    canvas.document.edit("Set title", lambda p: p.updated(title="other"))
    canvas.stage.editor.set_field(canvas.node("dense_1"), "units", 7)
    canvas.stage.editor.rename(canvas.node("relu_1"), "positive")
    assert all(canvas.scene.cards[i] is card for i, card in cards.items())
    assert all(canvas.scene.wires[k] is wire for k, wire in wires.items())
    canvas.document.undo()
    canvas.stage.editor.insert("dropout", next(k for k in canvas.graph.links if k.target == canvas.node("dense_1")))
    assert all(canvas.scene.cards[i] is card for i, card in cards.items())


def test_nothing_is_left_of_removed_nodes(canvas: Canvas) -> None:
    items = len(canvas.scene.items())
    canvas.drag_in("lstm", canvas.free())
    canvas.drag(canvas.port("relu_1", "out"), canvas.at("lstm_1"))
    made = weakref.ref(canvas.card("lstm_1"))
    canvas.click(canvas.at("lstm_1"))
    canvas.key(Qt.Key.Key_Delete)
    gc.collect()
    assert len(canvas.scene.items()) == items
    assert made() is None
    assert canvas.scene.selected_nodes == ()


def test_the_document_changing_under_a_gesture_cancels_it(canvas: Canvas) -> None:
    canvas.press(canvas.at("relu_1"))
    canvas.move(canvas.at("relu_1") + QPoint(50, 50))
    canvas.document.edit_graph("Remove", lambda g: edits.remove_nodes(g, [g.by_name["relu_1"].id]))
    canvas.release(QPoint(300, 300))
    assert "relu_1" not in canvas.graph.by_name
    assert canvas.document.undo_text == "Remove"


def test_texts_never_leave_the_card(canvas: Canvas) -> None:
    node = canvas.node("conv_1")
    canvas.stage.editor.rename(node, "一个非常非常长的卷积层名字" * 3)
    canvas.stage.editor.set_field(node, "filters", 60000)
    card = canvas.card("一个非常非常长的卷积层名字" * 3)
    shown = [t for t in card.childItems() if hasattr(t, "text") and t.isVisible() and t.text()]
    assert len(shown) >= 5
    for text in shown:
        inside = text.mapRectToParent(text.boundingRect())
        assert card.path().boundingRect().adjusted(-1, -1, 1, 1).contains(inside), text.text()
    assert "一个非常非常长的卷积层名字" * 3 in card.content.tooltip
