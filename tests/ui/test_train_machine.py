"""The Train stage tells what a run computes in and why, and that a network is being compiled."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from workbench.engine.project.samples import sample
from workbench.engine.train.events import RunStarted, StateChanged
from workbench.ui.session import Session
from workbench.ui.train.controls import RunControls
from workbench.ui.train.machine import MachinePanel
from workbench.ui.train.stage import TrainStage


def started(**more: object) -> RunStarted:
    counts = {"parameters": 1, "train_samples": 64, "validation_samples": 0, "steps_per_epoch": 2, "epochs": 3}
    return RunStarted.model_validate(
        {"run": "r0001-0000", "time": 0.0, "device": "cpu", "threads": 1, **counts, **more}
    )


def test_the_machine_panel_tells_precision_layout_and_why(qtbot: QtBot):
    panel = MachinePanel()
    qtbot.addWidget(panel)
    name, value = panel._labels["computing"]
    assert name.isHidden() and value.isHidden() and panel._why.isHidden()
    panel.show_run(
        started(precision="bf16", memory_format="channels_last", reasons=("bf16: it pays.", "Channels last."))
    )
    assert value.text() == "bf16 · channels last" and not value.isHidden()
    assert panel._why.text() == "bf16: it pays. Channels last." and not panel._why.isHidden()
    panel.show_run(started())
    assert value.text() == "fp32" and panel._why.isHidden()
    panel.show_run(None)
    assert value.isHidden()


def test_the_stage_tells_it_of_the_run_in_front(qtbot: QtBot, session: Session):
    stage = TrainStage(session)
    qtbot.addWidget(stage)
    project = sample("iris-mlp").project()
    session.new(project.updated(training=project.training.updated(epochs=2)))
    qtbot.waitUntil(lambda: session.can_train)
    session.train()
    qtbot.waitUntil(lambda: session.run_state == "idle" and bool(session.runs))
    qtbot.waitUntil(lambda: stage.machine._labels["computing"][1].text() == "fp32")
    assert "has none" in stage.machine._why.text()


def test_compiling_is_told_and_no_time_is_counted_for_it(qtbot: QtBot, session: Session):
    controls = RunControls(session)
    qtbot.addWidget(controls)
    bridge = session._bridge
    bridge._take(started())
    words = {}
    for state in ("compiling", "running"):
        bridge._take(StateChanged(run="r0001-0000", time=0.0, state=state, step=0))
        controls.show_progress()
        words[state] = controls.where.text()
        assert bridge.state == "running"
        assert (bridge._clock._since is None) == (state == "compiling")
    assert words["compiling"].startswith("Compiling the network")
    assert words["running"].startswith("Epoch 1 of 3")
    bridge.state = "idle"
