"""What is said before training about the settings that go along with it."""

from __future__ import annotations

import pytest
from training_helpers import drive, line, moons

from workbench.engine.check import check_project
from workbench.engine.data.prepare import prepare


def problems(project, tmp_path):
    facts = prepare(project.data, tmp_path, lambda *_: None).facts
    return check_project(project, facts).problems


@pytest.mark.parametrize(
    ("project", "monitor", "known"),
    [(moons, "val_accuracy", True), (moons, "loss", True), (moons, "val_mae", False), (line, "val_mae", True)],
)
def test_what_is_monitored_must_be_recorded(tmp_path, project, monitor, known):
    found = problems(project(stopping={"monitor": monitor}), tmp_path)
    assert [p.code for p in found if p.severity == "error"] == ([] if known else ["training.monitor"])
    if not known:
        assert monitor in found[0].what and "val_loss, val_accuracy" in found[0].expected


def test_an_unknown_monitor_ends_before_training(tmp_path):
    ended = drive(moons(stopping={"monitor": "val_acuracy"}), tmp_path / "a.runs")[-1]
    assert ended.reason == "error" and "'val_acuracy'" in ended.message and not ended.run
