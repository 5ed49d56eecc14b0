"""Several networks in one project: the tabs above the canvas, and what follows the one that is shown."""

from __future__ import annotations

import pytest
from canvas_tools import model_stage
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from workbench.engine.document import Project
from workbench.engine.graph import edits
from workbench.engine.project.networks import copy_network
from workbench.engine.project.settings import apply_settings
from workbench.engine.shapes import DataFacts, batch
from workbench.engine.train.recipe import TrainingRecipe
from workbench.ui.model.stage import CODE, SUMMARY, ModelStage
from workbench.ui.session import Session


def chain(*kinds: str, shape: tuple[int, ...] = (2,)):
    return edits.chain(
        edits.make_layer("input", shape=shape), *map(edits.make_layer, kinds), edits.make_layer("output")
    )


def pair(noise: int = 4) -> Project:
    one = edits.make_layer("dense", units=1)
    maker = edits.chain(
        edits.make_layer("input", shape=(noise,)), edits.make_layer("dense", units=2), edits.make_layer("output")
    )
    judge = edits.chain(edits.make_layer("input", shape=(2,)), one, edits.make_layer("output"))
    training = TrainingRecipe.model_validate({"objective": "gan"})
    return Project(networks={"generator": maker, "discriminator": judge}, training=training)


@pytest.fixture
def stage(qtbot, session: Session) -> ModelStage:
    return model_stage(qtbot, session, pair())


def texts(stage: ModelStage) -> list[str]:
    return [stage.networks.tabs.tabText(i) for i in range(stage.networks.tabs.count())]


def shown(stage: ModelStage) -> set[str]:
    return {node.name for node in stage.scene.graph.nodes}


def test_a_tab_shows_its_network(stage: ModelStage) -> None:
    assert texts(stage) == ["generator", "discriminator"]
    assert stage.session.document.network == "generator"
    generator = stage.session.document.project.networks["generator"]
    assert stage.scene.graph is generator
    stage.networks.tabs.setCurrentIndex(1)
    assert stage.scene.graph is stage.session.document.project.networks["discriminator"]
    assert set(stage.scene.cards) == {n.id for n in stage.scene.graph.nodes}


def test_an_edit_reaches_the_network_that_is_shown_and_no_other(stage: ModelStage) -> None:
    before = stage.session.document.project.networks["generator"]
    stage.networks.tabs.setCurrentIndex(1)
    stage.add_layer("relu")
    assert "relu_1" in stage.session.document.project.networks["discriminator"].by_name
    assert stage.session.document.project.networks["generator"] is before


def test_positions_of_the_other_network_stay(stage: ModelStage) -> None:
    document = stage.session.document
    first = document.graph.nodes[0].id
    stage.editor.move({first: (600.0, 400.0)})
    stage.networks.tabs.setCurrentIndex(1)
    second = document.graph.nodes[0].id
    stage.editor.move({second: (300.0, 200.0)})
    stage.add_layer("relu")
    assert document.project.view.positions[first] == (600.0, 400.0)
    stage.editor.arrange()
    assert document.project.view.positions[first] == (600.0, 400.0)
    assert second not in document.project.view.positions


def test_undo_goes_to_the_network_that_it_changes(stage: ModelStage) -> None:
    stage.add_layer("relu")
    stage.networks.tabs.setCurrentIndex(1)
    stage.session.document.undo()
    assert stage.session.document.network == "generator"
    assert stage.networks.tabs.currentIndex() == 0
    assert "relu_1" not in shown(stage)


def test_adding_renaming_copying_and_removing_are_one_step_each(stage: ModelStage) -> None:
    document, tabs = stage.session.document, stage.networks
    tabs.add("network")
    assert texts(stage) == ["generator", "discriminator", "network"]
    assert (document.network, document.undo_text) == ("network", "Add the network network")
    tabs.rename(2)
    tabs.field.setText("sketch")
    QTest.keyClick(tabs.field, Qt.Key.Key_Return)
    assert texts(stage)[2] == "sketch" and document.network == "sketch"
    tabs.remove("sketch")
    assert texts(stage) == ["generator", "discriminator"]
    document.undo()
    assert texts(stage)[2] == "sketch" and document.network == "sketch"
    document.undo()
    document.undo()
    assert texts(stage) == ["generator", "discriminator"]
    tabs.copy("generator")
    assert texts(stage)[2] == "generator_2" and document.network == "generator_2"


def test_a_network_keeps_its_role_when_it_is_renamed(stage: ModelStage) -> None:
    stage.networks.rename(0)
    stage.networks.field.setText("faces")
    QTest.keyClick(stage.networks.field, Qt.Key.Key_Return)
    assert stage.session.document.project.roles == {"generator": "faces", "discriminator": "discriminator"}
    assert texts(stage)[0] == "faces (generator)"


def test_a_name_that_is_taken_is_explained_and_stays_to_be_mended(stage: ModelStage) -> None:
    stage.networks.rename(0)
    stage.networks.field.setText("discriminator")
    QTest.keyClick(stage.networks.field, Qt.Key.Key_Return)
    assert stage.networks.complaint.text().startswith("There is a network 'discriminator' already")
    assert stage.networks.complaint.isVisible() and stage.networks.field.isVisible()
    QTest.keyClick(stage.networks.field, Qt.Key.Key_Escape)
    assert not stage.networks.complaint.isVisible() and texts(stage)[0] == "generator"


def test_keys_rename_and_remove(stage: ModelStage) -> None:
    tabs = stage.networks.tabs
    tabs.setFocus()
    QTest.keyClick(tabs, Qt.Key.Key_F2)
    assert stage.networks.field.isVisible()
    QTest.keyClick(stage.networks.field, Qt.Key.Key_Escape)
    QTest.keyClick(tabs, Qt.Key.Key_Delete)
    assert texts(stage) == ["discriminator"]
    QTest.keyClick(tabs, Qt.Key.Key_Delete)
    assert texts(stage) == ["discriminator"], "the last one stays"


def test_summary_and_code_are_of_the_network_that_is_shown(stage: ModelStage) -> None:
    stage.tabs.setCurrentIndex(CODE)
    assert "class Generator(nn.Module)" in stage.code.source.text
    stage.networks.tabs.setCurrentIndex(1)
    assert "class Discriminator(nn.Module)" in stage.code.source.text
    stage.tabs.setCurrentIndex(SUMMARY)
    assert stage.session.network_inference.parameters == 3
    assert stage.session.inference.parameters == 3 + 10


def test_a_problem_elsewhere_is_listed_with_its_network_and_mended_there(stage: ModelStage) -> None:
    document = stage.session.document
    judge = document.project.networks["discriminator"]
    last = judge.by_name["dense_1"].id
    document.edit_graph("Set", lambda g: edits.set_field(g, last, "units", 3), network="discriminator")
    document.show_network("generator")
    stage.session.facts = DataFacts({"x": batch(2)}, {})
    stage.session._recheck()
    rows = [row for row in stage.problems.rows if row.problem.code == "output.units"]
    assert rows and rows[0].text.text().startswith("discriminator: <b>output_1</b>")
    assert stage.networks.tabs.tabToolTip(1) == "1 problem"
    rows[0].buttons[0].click()
    assert document.network == "discriminator"
    assert document.graph.by_name["dense_1"].layer.units == 1


def test_a_remedy_changes_the_setting_as_one_step(stage: ModelStage) -> None:
    document = stage.session.document
    document.edit("Loss", lambda p: apply_settings(p, ["training.loss=mse"]))
    row = next(row for row in stage.problems.rows if row.problem.code == "training.gan_other_loss")
    row.buttons[0].click()
    assert document.project.training.loss.kind == "auto"
    document.undo()
    assert document.project.training.loss.kind == "mse"


def test_networks_for_the_data_are_offered(stage: ModelStage) -> None:
    stage.session.new(Project())
    assert texts(stage) == ["model"]
    actions = {a.text(): a for a in stage.networks._add_menu().actions()}
    actions["Generator for this data"].trigger()
    actions["Discriminator for this data"].trigger()
    assert texts(stage) == ["model", "generator", "discriminator"]
    document = stage.session.document
    document.edit("GAN", lambda p: apply_settings(p, ["training.objective=gan"]))
    errors = {p.code for p in stage.session.inference.errors}
    assert errors == {"data.no_source"}


def test_a_copy_has_nodes_of_its_own() -> None:
    project = copy_network(pair(), "generator", "again")
    ids = [set(graph.by_id) for graph in project.networks.values()]
    assert not ids[0] & ids[2] and len(ids[0]) == len(ids[2])
