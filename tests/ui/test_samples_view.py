"""The Samples tab: grids of a run, the newest in front, earlier ones behind the slider."""

from __future__ import annotations

import time
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from workbench.engine.project.samples import sample
from workbench.engine.train.events import RunStarted, Sampled
from workbench.ui.session import Session
from workbench.ui.train.history import RunHistory
from workbench.ui.train.samples import SamplesView
from workbench.ui.train.stage import TrainStage


def sampled(epoch: int, *, columns: int = 8) -> Sampled:
    name = f"samples/epoch-{epoch:05d}.{'png' if columns else 'npy'}"
    return Sampled(run="r1", time=time.time(), epoch=epoch, step=10 * epoch, file=name, count=64, columns=columns)


@pytest.fixture
def folder(session: Session, tmp_path: Path) -> Path:
    session.runs_dir = tmp_path / "a.runs"
    made = session.runs_dir / "r1" / "samples"
    made.mkdir(parents=True)
    for epoch in range(1, 21):
        Image.fromarray(np.full((73, 73), 10 * epoch, np.uint8)).save(made / f"epoch-{epoch:05d}.png")
        np.save(made / f"epoch-{epoch:05d}.npy", np.random.RandomState(epoch).randn(50, 2).astype(np.float32))
    np.save(made / "real.npy", np.zeros((50, 2), np.float32))
    return made


@pytest.fixture
def view(session: Session, qtbot) -> SamplesView:
    made = SamplesView(session)
    qtbot.addWidget(made)
    made.resize(800, 600)
    made.show()
    return made


def grey(view: SamplesView) -> int:
    return view.picture.pixmap.toImage().pixelColor(0, 0).red()


def test_the_newest_is_shown_and_followed_until_the_slider_is_moved(view: SamplesView, folder: Path) -> None:
    history = RunHistory("r1", epochs=20)
    history.take([sampled(1), sampled(2)])
    assert view.show_run(history)
    assert (grey(view), view.epoch.text()) == (20, "Epoch 2 of 20")
    history.take([sampled(3)])
    view.refresh()
    assert (grey(view), view.slider.maximum()) == (30, 2)
    view.slider.setValue(0)
    assert (grey(view), view.epoch.text()) == (10, "Epoch 1 of 20")
    history.take([sampled(4)])
    view.refresh()
    assert grey(view) == 10, "it stays where the user put it"


def test_the_strip_goes_through_the_epochs(view: SamplesView, folder: Path) -> None:
    history = RunHistory("r1", epochs=20)
    history.take([sampled(e) for e in range(1, 21)])
    view.show_run(history)
    assert [epoch for _, epoch, _ in view.strip.frames][::9] == [1, 20]
    QTest.mouseClick(view.strip, Qt.MouseButton.LeftButton, pos=QPoint(10, 20))
    assert view.slider.value() == 0 and grey(view) == 10


def test_points_are_shown_beside_real_ones(view: SamplesView, folder: Path) -> None:
    history = RunHistory("r1")
    history.take([sampled(1, columns=0)])
    view.show_run(history)
    assert view.large.currentWidget() is view.points
    assert view.points.points == 100


def test_a_file_that_is_gone_leaves_the_place_empty(view: SamplesView, folder: Path) -> None:
    history = RunHistory("r1")
    history.take([sampled(30), sampled(31, columns=0)])
    view.show_run(history)
    assert view.points.points == 0
    view.slider.setValue(0)
    assert view.picture.pixmap.isNull()


def test_resuming_forgets_what_was_made_after_the_checkpoint() -> None:
    history = RunHistory("r1")
    history.take([sampled(e) for e in (1, 2, 3)])
    history.take(
        [
            RunStarted(
                run="r1",
                time=0.0,
                device="cpu",
                threads=1,
                parameters=1,
                train_samples=1,
                validation_samples=1,
                steps_per_epoch=10,
                epochs=20,
                first_step=20,
                first_epoch=2,
            )
        ]
    )
    assert [s.epoch for s in history.samples] == [1, 2]


def test_the_tab_is_there_for_gans_only(session: Session, qtbot) -> None:
    stage = TrainStage(session)
    qtbot.addWidget(stage)
    place = stage.tabs.keys.index("samples")
    assert not stage.tabs.isTabVisible(place)
    session.new(sample("digits-gan").project())
    stage._show_health()
    assert stage.tabs.isTabVisible(place)
    assert stage.samples.pages.currentWidget() is stage.samples.empty
