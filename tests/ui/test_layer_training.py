"""Layers that are trained otherwise than the rest, in the Model stage: set beside the layer, marked on its card, counted."""

from __future__ import annotations

import pytest
from canvas_tools import Canvas, model_stage, type_into
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit

from workbench.engine.train.layerwise import LayerTraining
from workbench.ui.model.stage import ModelStage
from workbench.ui.session import Session


@pytest.fixture
def stage(qtbot, session: Session) -> ModelStage:
    return model_stage(qtbot, session)


@pytest.fixture
def canvas(stage: ModelStage) -> Canvas:
    return Canvas(stage)


def editor(stage: ModelStage, kind: type, name: str):
    found = stage.inspector.training.findChild(kind, f"field_{name}")
    assert found is not None, f"no editor for {name}"
    return found


def said(canvas: Canvas, name: str) -> LayerTraining | None:
    return canvas.document.project.training.layers.get(canvas.graph.by_name[name].id)


def test_freezing_is_one_step_and_marks_the_card(canvas: Canvas, stage: ModelStage) -> None:
    canvas.click(canvas.at("conv_1"))
    assert stage.inspector.training.isVisible()
    assert canvas.card("conv_1").content.mark == ""
    editor(stage, QCheckBox, "frozen").click()
    assert said(canvas, "conv_1") == LayerTraining(frozen=True)
    assert canvas.card("conv_1").content.mark == "frozen"
    assert "Frozen" in canvas.card("conv_1").content.tooltip
    assert canvas.document.undo_text == "Change the training of conv_1"
    canvas.document.undo()
    assert said(canvas, "conv_1") is None and canvas.card("conv_1").content.mark == ""
    assert not editor(stage, QCheckBox, "frozen").isChecked()
    canvas.document.redo()
    assert canvas.card("conv_1").content.mark == "frozen"


def test_a_rate_and_first_weights_of_its_own(canvas: Canvas, stage: ModelStage) -> None:
    canvas.click(canvas.at("conv_1"))
    type_into(editor(stage, QLineEdit, "rate"), "0.1")
    assert canvas.card("conv_1").content.mark == "× 0.1"
    assert "0.1 times the learning rate" in canvas.card("conv_1").content.tooltip
    choice = editor(stage, QComboBox, "initialization")
    assert choice.currentText() == "As network"
    choice.setCurrentIndex(next(i for i in range(choice.count()) if "Kaiming" in choice.itemText(i)))
    choice.activated.emit(choice.currentIndex())
    how = said(canvas, "conv_1")
    assert how is not None and how.initialization is not None and how.initialization.kind.startswith("kaiming")
    assert "Kaiming" in canvas.card("conv_1").content.tooltip
    type_into(editor(stage, QLineEdit, "rate"), "0")
    assert stage.inspector.training.form.errors and said(canvas, "conv_1") == how
    type_into(editor(stage, QLineEdit, "rate"), "1")
    assert canvas.card("conv_1").content.mark == "own start"


def test_the_section_is_there_where_something_learns(canvas: Canvas, stage: ModelStage) -> None:
    canvas.click(canvas.at("relu_1"))
    assert not stage.inspector.training.isVisible()
    canvas.click(canvas.at("conv_1"))
    assert stage.inspector.training.isVisible()
    stage.scene.select([])
    assert not stage.inspector.training.isVisible()


def test_what_learns_is_counted(canvas: Canvas, stage: ModelStage) -> None:
    stage.scene.select([])
    facts = stage.inspector.facts.texts()
    assert "of them trainable" not in facts
    canvas.click(canvas.at("conv_1"))
    editor(stage, QCheckBox, "frozen").click()
    stage.scene.select([])
    facts = stage.inspector.facts.texts()
    every, learnt = (int(facts[name].replace(",", "")) for name in ("Parameters", "of them trainable"))
    assert learnt == every - stage.session.inference.nodes[canvas.graph.by_name["conv_1"].id].cost.parameters


def test_a_deleted_layer_takes_its_mark_along_and_undo_brings_it_back(canvas: Canvas, stage: ModelStage) -> None:
    canvas.click(canvas.at("conv_1"))
    editor(stage, QCheckBox, "frozen").click()
    canvas.click(canvas.at("conv_1"))
    stage.inspector.command.emit("delete")
    assert "conv_1" not in canvas.graph.by_name
    canvas.document.undo()
    assert canvas.card("conv_1").content.mark == "frozen"


def test_all_frozen_is_told(canvas: Canvas, stage: ModelStage) -> None:
    for node in canvas.graph.nodes:
        if stage.session.inference.nodes[node.id].cost.parameters:
            canvas.click(canvas.at(node.name))
            editor(stage, QCheckBox, "frozen").click()
    assert "training.all_frozen" in [p.code for p in stage.session.inference.problems]
