"""What all stages share: the document, its data, its runs, and the run in progress."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QObject, Signal

from ..engine.document import Project
from ..engine.shapes import DataFacts
from .document import Document

if TYPE_CHECKING:
    from ..engine.data.prepared import PreparedData
    from ..engine.runs.store import RunStore
    from ..engine.train.events import Event

DataState = Literal["empty", "loading", "ready", "problem"]


class Session(QObject):
    """One open document with its data and runs. The window makes one and hands it to every stage.

    Signals:
        data_changed: ``data_state``, ``data`` or ``data_message`` changed.
        checked: ``inference`` was made anew (the graph, the training recipe or the data's facts changed).
        run_events(list[Event]): events of the run in progress, drained by a timer a few times a second.
        run_state_changed: ``run_state`` changed.
        runs_changed: the list of runs or one of them changed.
        run_selected: the run that Evaluate and Export use changed.
    """

    data_changed = Signal()
    checked = Signal()
    run_events = Signal(object)
    run_state_changed = Signal()
    runs_changed = Signal()
    run_selected = Signal()
