"""Forms made from fields: what is typed, stepped and chosen, and what is refused in words."""

from __future__ import annotations

from typing import Annotated, Literal

import pytest
from pydantic import Field
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QHelpEvent, QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QLineEdit, QToolTip, QWidget

from workbench.engine.data.recipe import SplitRecipe
from workbench.engine.train.recipe import Loss, Optimizer, TrainingRecipe
from workbench.engine.values import AnyOf, Param, Size2, Value
from workbench.ui.widgets.editors import Combo
from workbench.ui.widgets.form import Form


class Sample(Value):
    filters: Annotated[int, Field(gt=0, le=512)] = Param(32, help="number of outputs", unit="channels")
    rate: Annotated[float, Field(gt=0.0, le=1.0)] = Param(0.001, help="size of a step")
    kernel_size: Size2 = Param(3, help="window")
    shape: tuple[int, ...] = Param((1, 28, 28), help="any sizes")
    bias: bool = Param(True, help="adds a constant")
    padding: Literal["same", "valid"] = Param("same", help="what happens at the edge")
    note: str = Param("", help="free text", advanced=True)
    limit: int | None = Param(None, help="at most")
    optimizer: Annotated[Optimizer, AnyOf(Optimizer)] = Param("adam", help="how")
    split: SplitRecipe = SplitRecipe()


class Asked:
    """A form on screen, with what it told."""

    def __init__(self, qtbot) -> None:
        self.edits: list[tuple[str, object]] = []
        self.steps: list[bool] = []
        self.window = QWidget()
        self.form = Form(self.window)
        self.form.edited.connect(self._edited)
        self.form.set_value(Sample(), "sample")
        self.window.resize(360, 700)
        self.form.resize(360, 700)
        qtbot.addWidget(self.window)
        self.window.show()

    def _edited(self, path: str, value: object) -> None:
        self.edits.append((path, value))
        self.steps.append(self.form.stepping)

    def field(self, name: str) -> QLineEdit:
        found = self.form.findChild(QWidget, f"field_{name}")
        assert found is not None, name
        return found

    def type(self, name: str, text: str, key: Qt.Key = Qt.Key.Key_Return) -> None:
        line = self.field(name)
        line.setFocus()
        line.selectAll()
        if not text:
            QTest.keyClick(line, Qt.Key.Key_Delete)
        elif text.isascii():
            QTest.keyClicks(line, text)
        else:
            line.insert(text)  # what an input method does; there are no keys for it
        QTest.keyClick(line, key)


@pytest.fixture
def asked(qtbot) -> Asked:
    return Asked(qtbot)


@pytest.mark.parametrize(
    ("field", "text", "value"),
    [
        ("filters", "64", 64),
        ("filters", " 1e2 ", 100),
        ("rate", "3e-4", 0.0003),
        ("rate", "0,01", 0.01),
        ("rate", "5 %", 0.05),
        ("kernel_size", "5", (5, 5)),
        ("kernel_size", "3x5", (3, 5)),
        ("kernel_size", "3 × 5", (3, 5)),
        ("kernel_size", "(7, 1)", (7, 1)),
        ("shape", "3 × 8 × 8", (3, 8, 8)),
        ("limit", "5", 5),
        ("note", "卷积", "卷积"),
    ],
)
def test_what_is_typed_is_understood(asked: Asked, field: str, text: str, value: object):
    asked.type(field, text)
    assert asked.edits == [(f"sample.{field}", value)]
    assert getattr(asked.form.value, field) == value
    assert asked.form.errors == ()


@pytest.mark.parametrize(
    ("field", "text", "words"),
    [
        ("filters", "-3", ("Filters", "above 0 up to 512", "-3")),
        ("filters", "3.5", ("whole number",)),
        ("filters", "many", ("whole number", "many")),
        ("filters", "", ("whole number",)),
        ("rate", "0", ("Rate", "above 0")),
        ("rate", "nan", ("number",)),
        ("kernel_size", "3 x 3 x 3", ("2 whole numbers", "3 × 3")),
        ("kernel_size", "0", ("above 0",)),
        ("shape", "a x b", ("whole numbers",)),
    ],
)
def test_what_cannot_be_meant_is_explained_in_place_and_never_applied(
    asked: Asked, field: str, text: str, words: tuple
):
    before = asked.form.value
    asked.type(field, text)
    assert asked.edits == []
    assert asked.form.value == before
    (sentence,) = asked.form.errors
    for word in words:
        assert word in sentence
    assert asked.field(field).property("invalid") is True
    asked.type(field, "3" if field != "rate" else "0.5")
    assert asked.form.errors == ()


def test_a_rule_over_several_fields_is_explained_at_the_field(asked: Asked):
    asked.type("validation", "0.9")
    assert asked.edits == []
    assert "below 1.0" in asked.form.errors[0]
    assert asked.form.value.split.validation == 0.15


def test_leaving_the_field_commits_once(asked: Asked):
    line = asked.field("filters")
    line.setFocus()
    line.selectAll()
    QTest.keyClicks(line, "48")
    assert asked.edits == [], "nothing is applied while somebody types"
    QTest.keyClick(line, Qt.Key.Key_Tab)
    assert asked.edits == [("sample.filters", 48)]


def test_escape_takes_the_typing_back(asked: Asked):
    line = asked.field("filters")
    line.setFocus()
    line.selectAll()
    QTest.keyClicks(line, "77")
    QTest.keyClick(line, Qt.Key.Key_Escape)
    assert line.text() == "32"
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert asked.edits == []


def test_arrow_keys_step(asked: Asked):
    for name, key, value in [
        ("filters", Qt.Key.Key_Up, 33),
        ("filters", Qt.Key.Key_PageUp, 43),
        ("rate", Qt.Key.Key_Up, 0.002),
        ("rate", Qt.Key.Key_Up, 0.005),
        ("rate", Qt.Key.Key_Down, 0.002),
        ("kernel_size", Qt.Key.Key_Down, (2, 2)),
    ]:
        asked.field(name).setFocus()
        QTest.keyClick(asked.field(name), key)
        assert asked.edits[-1] == (f"sample.{name}", value)
    assert all(asked.steps)


def test_stepping_stops_at_the_bounds(asked: Asked):
    asked.type("filters", "512")
    QTest.keyClick(asked.field("filters"), Qt.Key.Key_Up)
    asked.type("rate", "1")
    QTest.keyClick(asked.field("rate"), Qt.Key.Key_Up)
    assert asked.edits == [("sample.filters", 512), ("sample.rate", 1.0)]
    assert asked.form.errors == ()


def test_boxes_and_choices_commit_at_once(asked: Asked, qtbot):
    box = asked.field("bias")
    assert isinstance(box, QCheckBox)
    QTest.keyClick(box, Qt.Key.Key_Space)
    combo = asked.field("padding")
    assert isinstance(combo, QComboBox)
    combo.setFocus()
    QTest.keyClick(combo, Qt.Key.Key_Down)
    assert asked.edits == [("sample.bias", False), ("sample.padding", "valid")]
    assert box.text() == "off"


def test_a_family_offers_its_members_by_title_with_their_fields(asked: Asked):
    combo = asked.field("optimizer")
    titles = [combo.itemText(i) for i in range(combo.count())]
    assert titles == [member.title for member in Optimizer.members.values()]
    sgd = list(Optimizer.members).index("sgd")
    combo.setCurrentIndex(sgd)
    combo.activated.emit(sgd)
    path, made = asked.edits[-1]
    assert (path, made) == ("sample.optimizer", Optimizer.members["sgd"]())
    asked.type("momentum", "0.5")
    assert asked.edits[-1] == ("sample.optimizer.momentum", 0.5)
    assert asked.form.value.optimizer.momentum == 0.5


def test_a_nested_value_tells_its_whole_path(asked: Asked):
    asked.type("test", "0.25")
    assert asked.edits == [("sample.split.test", 0.25)]
    assert asked.form.value.split.test == 0.25


def test_an_optional_field_can_be_emptied(asked: Asked):
    asked.type("limit", "5")
    asked.type("limit", "")
    assert asked.edits[-1] == ("sample.limit", None)


def test_seldom_needed_fields_are_folded(asked: Asked):
    assert not asked.field("note").isVisible()
    more = asked.form.findChild(QWidget, "form_more")
    QTest.mouseClick(more, Qt.MouseButton.LeftButton)
    assert asked.field("note").isVisible()
    QTest.mouseClick(more, Qt.MouseButton.LeftButton)
    assert not asked.field("note").isVisible()


def test_set_value_keeps_what_is_being_typed_in_other_fields(asked: Asked):
    line = asked.field("filters")
    line.setFocus()
    line.selectAll()
    QTest.keyClicks(line, "9")
    asked.form.set_value(Sample(bias=False), "sample")
    assert line.text() == "9"
    assert not asked.field("bias").isChecked()
    asked.form.set_value(Sample(filters=7), "sample")
    assert line.text() == "7", "the field itself changed meanwhile (undo)"
    assert asked.edits == []


def test_another_class_gets_other_fields_and_none_of_the_typing(asked: Asked):
    line = asked.field("filters")
    line.setFocus()
    line.selectAll()
    QTest.keyClicks(line, "9")
    asked.form.set_value(SplitRecipe(), "split")
    assert asked.edits == []
    assert asked.form.findChild(QWidget, "field_seed") is not None
    asked.form.set_value(None)
    assert asked.form.value is None


def test_units_help_and_names_reach_everybody(asked: Asked):
    line = asked.field("filters")
    assert line.accessibleName() == "Filters"
    assert "number of outputs" in line.toolTip()
    assert "up to 512" in line.toolTip()
    units = [label.text() for label in line.findChildren(QWidget) if hasattr(label, "text")]
    assert units == ["channels"]


def test_a_form_can_offer_part_of_a_family(qtbot):
    form = Form(offer=lambda spec: ["mse"] if spec.family is Loss else list(spec.family.members))
    qtbot.addWidget(form)

    class Recipe(Value):
        loss: Annotated[Loss, AnyOf(Loss)] = Param("auto", help="what is made small")

    form.set_value(Recipe())
    combo = form.findChild(QComboBox, "field_loss")
    assert [combo.itemData(i) for i in range(combo.count())] == ["mse", "auto"], "the one in use stays"


def test_undo_key_reaches_the_document_once_a_field_is_committed(qtbot):
    """Ctrl+Z in a field takes back typing that is not committed; after that it is the window's."""
    box = QWidget()
    qtbot.addWidget(box)
    form = Form(box)
    form.set_value(TrainingRecipe())
    line = form.findChild(QLineEdit, "field_epochs")
    undone = []
    QShortcut(QKeySequence.StandardKey.Undo, box).activated.connect(lambda: undone.append(True))
    box.show()
    qtbot.waitExposed(box)
    box.activateWindow()
    qtbot.waitUntil(box.isActiveWindow)
    line.setFocus()
    line.selectAll()
    QTest.keyClicks(line, "7")
    QTest.keyClick(line, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert not undone and line.text() == "20"
    line.selectAll()
    QTest.keyClicks(line, "7")
    form.edited.connect(lambda field, value: form.set_value(TrainingRecipe(epochs=value)))
    QTest.keyClick(line, Qt.Key.Key_Return)
    QTest.keyClick(line, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert undone
    assert line.text() == "7"


def test_a_choice_that_does_not_fit_ends_in_an_ellipsis_and_its_tooltip_tells_it_whole(qtbot):
    whole, combo = "Vectors where rare tokens share a row", Combo()
    qtbot.addWidget(combo)
    combo.addItems([whole, "short"])
    combo.setToolTip("What a token becomes.")
    combo.resize(140, combo.sizeHint().height())
    combo.show()
    assert combo.painted.endswith("…") and whole.startswith(combo.painted.removesuffix("…"))
    point = combo.rect().center()
    QApplication.sendEvent(combo, QHelpEvent(QEvent.Type.ToolTip, point, combo.mapToGlobal(point)))
    assert QToolTip.text() == f"{whole}\nWhat a token becomes."
    QToolTip.hideText()
    combo.setCurrentIndex(1)
    assert combo.painted == "short"


def test_a_box_that_has_room_shows_the_whole_of_its_choice(qtbot):
    from workbench.ui import theme
    from workbench.ui.stylesheet import stylesheet

    window = QWidget()
    window.setStyleSheet(stylesheet(theme.tokens()))
    box = Combo(window)
    box.addItems(["whole run", "last 10 %"])
    qtbot.addWidget(window)
    window.show()
    box.adjustSize()
    assert box.painted == "whole run"
