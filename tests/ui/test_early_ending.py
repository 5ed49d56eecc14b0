"""Why a run stopped early, in the window's words."""

from __future__ import annotations

from workbench.engine.train.events import RunEnded
from workbench.ui.endings import ending_text, reason_text


def test_the_reason_is_told_with_the_name_that_the_charts_use(qapp):
    ended = RunEnded(
        run="r0001",
        time=0.0,
        reason="early_stopped",
        metrics={"val_loss": 0.5},
        message="val_accuracy has not got better for 3 epochs.",
        best_epoch=4,
    )
    text, tone = ending_text(ended, 1)
    assert text == (
        "Run 1 stopped early. Validation accuracy has not got better for 3 epochs. Best epoch 4: validation loss 0.5."
    )
    assert tone == "success"


def test_what_is_no_such_reason_stays_as_it_is(qapp):
    assert reason_text("") == ""
