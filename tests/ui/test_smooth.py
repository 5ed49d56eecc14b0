"""What keeps the window fluent: when jobs begin, and when the garbage collector looks at everything."""

from __future__ import annotations

import gc
import threading
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from workbench.ui.collecting import OLD, Collecting
from workbench.ui.session import Session


class Knot:
    """Something that only the garbage collector can let go of."""

    def __init__(self) -> None:
        self.itself = self


@pytest.fixture
def usual_collector() -> Iterator[None]:
    before = gc.get_threshold()
    yield
    gc.set_threshold(*before)
    gc.unfreeze()


def test_a_job_begins_when_the_window_has_laid_out_what_goes_with_it(session: Session, qtbot: QtBot) -> None:
    order: list[str] = []
    session.jobs.start("Something", lambda progress: order.append("job"), done=lambda _: order.append("done"))
    QTimer.singleShot(0, lambda: order.append("laid out"))
    order.append("asked for")
    qtbot.waitUntil(lambda: "done" in order)
    assert order == ["asked for", "laid out", "job", "done"]


def test_a_job_cancelled_before_its_turn_never_begins(session: Session, qtbot: QtBot) -> None:
    ran: list[str] = []
    first = session.jobs.start("First", lambda progress: ran.append("first"), done=lambda _: ran.append("told"))
    first.cancel()
    qtbot.waitUntil(lambda: first.state == "cancelled")
    second = session.jobs.start("Second", lambda progress: ran.append("second"), done=lambda _: ran.append("told"))
    assert session.jobs.cancel_all(5.0) and second.state == "cancelled" and not session.jobs.running
    third = session.jobs.start("Third", lambda progress: ran.append("third"))
    qtbot.waitUntil(lambda: third.state == "done")
    assert ran == ["third"], "and the turns of those cancelled before come to nothing"


def test_full_rounds_of_the_collector_come_when_nothing_is_done(
    session: Session, qtbot: QtBot, usual_collector: None
) -> None:
    frozen = gc.get_freeze_count()
    made = Collecting(session)
    assert gc.get_freeze_count() > frozen and gc.get_threshold()[2] == OLD
    made._timer.setInterval(20)
    knot = Knot()
    gone = weakref.ref(knot)
    del knot
    rounds: list[int] = []
    gc.callbacks.append(lambda phase, info: rounds.append(info["generation"]) if phase == "start" else None)
    try:
        going = threading.Event()
        session.jobs.start("Something", lambda progress: going.wait(120))
        qtbot.waitUntil(lambda: session.jobs.alive)
        session.data_changed.emit()
        qtbot.wait(100)
        assert 2 not in rounds and gone() is not None, "a job is at work"
        going.set()
        qtbot.waitUntil(lambda: gone() is None)
        assert 2 in rounds
    finally:
        gc.callbacks.pop()
