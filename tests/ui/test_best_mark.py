"""The ring on the plots and the words beside them tell of the same best epoch, also while a run goes on."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from workbench.engine.train.events import EpochDone, Metrics, RunStarted
from workbench.ui.train.curves import CurvesPanel
from workbench.ui.train.drawn import ShownRun
from workbench.ui.train.history import RunHistory
from workbench.ui.train.values import ValuesPanel


def epoch(number: int, loss: float) -> list[object]:
    """The events of an epoch of two steps."""
    return [
        Metrics(run="r1", time=0.0, first_step=2 * number - 1, values={"loss": (loss, loss)}),
        EpochDone(
            run="r1", time=0.0, epoch=number, step=2 * number, metrics={"loss": loss, "val_loss": loss}, best=True,
            seconds=0.1,
        ),
    ]  # fmt: skip


def test_the_words_follow_the_ring(qtbot: QtBot):
    history = RunHistory("r1")
    started = RunStarted(
        run="r1", time=0.0, device="cpu", threads=1, parameters=1, train_samples=8, validation_samples=4,
        steps_per_epoch=2, epochs=9,
    )  # fmt: skip
    history.take([started, *epoch(1, 1.0)])
    run = ShownRun(history, "Run 1", "#3d8bfd", focused=True, live=True)
    box, curves, values = QWidget(), CurvesPanel(), ValuesPanel()
    QVBoxLayout(box).addWidget(curves)
    curves.best_moved.connect(lambda: values.follow(curves.traces))
    for widget in (box, values):
        qtbot.addWidget(widget)
        widget.show()
    curves.set_runs([run])
    values.set_runs([run], curves.kind, curves.traces)

    def ring() -> float | None:
        return next(t.best for t in curves.traces if t.name == "val_loss")

    words = values.findChild(QLabel, "train_best")
    assert ring() == 2 and "epoch 1" in words.text()
    history.take(epoch(2, 0.5))
    values.refresh()  # the numbers are written anew before the plots are
    assert ring() == 2 and "epoch 1" in words.text() and values.heading == "Latest, step 4"
    curves.grown()
    qtbot.waitUntil(lambda: ring() == 4)
    assert "epoch 2" in words.text()
