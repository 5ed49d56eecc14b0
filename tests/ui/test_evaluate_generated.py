"""The Evaluate stage of a GAN: made samples beside real ones, and no question asked."""

from __future__ import annotations

import pytest

from workbench.engine.project.samples import sample
from workbench.engine.project.settings import apply_settings
from workbench.engine.train.runner import ThreadRunner
from workbench.engine.train.runspec import RunSpec
from workbench.ui.evaluate.stage import EvaluateStage
from workbench.ui.session import Session


@pytest.fixture
def stage(session: Session, qtbot) -> EvaluateStage:
    project = apply_settings(sample("digits-gan").project(), ["training.epochs=1", "training.batch_size=512"])
    session.new(project)
    runner = ThreadRunner(RunSpec(project=project, runs_dir=session.runs_dir, threads=1))
    runner.start()
    assert list(runner.follow(120))[-1].reason == "finished"
    runner.join()
    session.refresh_runs()
    made = EvaluateStage(session)
    qtbot.addWidget(made)
    made.resize(1200, 800)
    made.show()
    made.entered()
    return made


def test_made_samples_are_shown_beside_real_ones(stage: EvaluateStage, qtbot) -> None:
    assert not stage.predict.isVisible(), "a GAN is asked for no predictions"
    stage.evaluate()
    qtbot.waitUntil(lambda: stage.generated.report is not None)
    assert stage.center.currentWidget() is stage.generated
    assert stage.generated.distance.text().startswith("Distance of 180 made samples: ")
    assert "of as many real ones" in stage.generated.distance.text()
    assert stage.generated.made.pixmap.width() == stage.generated.real.pixmap.width() == 73
