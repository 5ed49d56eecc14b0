"""The Evaluate stage of a GAN: made samples beside real ones, and no question asked."""

from __future__ import annotations

import pytest

from workbench.engine.project.samples import sample
from workbench.engine.project.settings import apply_settings
from workbench.engine.train.runner import ThreadRunner
from workbench.engine.train.runspec import RunSpec
from workbench.ui.evaluate.stage import EvaluateStage
from workbench.ui.session import Session


@pytest.fixture(params=["digits-gan"])
def stage(session: Session, qtbot, request) -> EvaluateStage:
    project = apply_settings(sample(request.param).project(), ["training.epochs=1", "training.batch_size=512"])
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


@pytest.mark.parametrize("stage", ["digits-gan", "digits-vae", "digits-mlp"], indirect=True)
def test_new_samples_are_drawn_of_what_makes_some(stage: EvaluateStage, qtbot, tmp_path, request) -> None:
    page = stage.drawn
    if "mlp" in request.node.name:
        assert not stage.views.isVisible()
        return
    assert stage.views.isVisible() and stage.views.currentIndex() == 0
    stage.views.setCurrentIndex(1)
    assert stage.center.currentWidget() is page
    qtbot.waitUntil(lambda: page.drawn is not None, timeout=30_000)
    first = page.drawn
    assert page.picture.pixmap.width() == 73 and "64 new samples" in page.picture.accessibleName()
    page.others.click()
    qtbot.waitUntil(lambda: page.drawn is not first, timeout=30_000)
    assert page.drawn.picture != first.picture
    assert not page.number.isVisible()
    page.way.setCurrentIndex(page.way.findData("along"))
    assert page.number.isVisible() and page.number.count() == first.numbers
    qtbot.waitUntil(lambda: not stage.session.jobs.running, timeout=30_000)
    before = page.drawn
    page.number.setCurrentIndex(4)
    qtbot.waitUntil(lambda: page.drawn is not before, timeout=30_000)
    assert f"one of the {first.numbers} numbers" in page.note.text()
    page.save_to(str(tmp_path / "made"))
    assert (tmp_path / "made.png").read_bytes() == page.drawn.picture
    page.save_to(str(tmp_path / "nowhere" / "made.png"))
    assert "can't be written" in page.failure.text
    stage.evaluate()
    assert stage.views.currentIndex() == 0, "scores are what was asked for"
    qtbot.waitUntil(lambda: not stage.session.jobs.running, timeout=30_000)
