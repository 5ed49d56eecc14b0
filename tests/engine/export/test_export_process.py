"""The export in a child process: its events, and what is left after a cancel or a death."""

from __future__ import annotations

import os
import signal
import time
from pathlib import Path

import pytest
from trained import Trained

from workbench.engine.export.process import ExportDone, ExportEvent, ExportFailed, ExportProcess, ExportProgress
from workbench.engine.export.request import ExportRequest

PATIENCE = 120.0
"""Seconds for a child to come to its end: only one that hangs takes so long, however busy the machine is."""


def request(trained: Trained, out: Path, **more: object) -> ExportRequest:
    where = {"runs_dir": trained.store.runs_dir, "base_dir": trained.file.parent, "run": trained.run}
    return ExportRequest.model_validate({"out": out, **where, **more})


def follow(process: ExportProcess, until: type[ExportEvent] | None = None) -> list[ExportEvent]:
    """Events up to the last, or the first that shows that the export itself is under way."""
    events: list[ExportEvent] = []
    limit = time.monotonic() + PATIENCE
    while process.running and time.monotonic() < limit:
        events += process.poll()
        if until is not None and any(isinstance(e, until) and getattr(e, "share", 1) >= 0.3 for e in events):
            break
        time.sleep(0.02)
    return events


def test_events_end_with_the_certificate(digits: Trained, tmp_path: Path):
    process = ExportProcess(request(digits, tmp_path / "a.onnx"))
    process.start()
    events = follow(process)
    *before, last = events
    assert isinstance(last, ExportDone), last
    assert last.certificate.samples == 256 and (tmp_path / "a.onnx").exists()
    assert before and all(isinstance(e, ExportProgress) for e in before)
    shares = [e.share for e in before if isinstance(e, ExportProgress)]
    assert shares == sorted(shares)
    assert process.wait(PATIENCE) and not process.running and process.poll() == []


def test_a_failure_comes_in_its_three_parts(digits: Trained, tmp_path: Path):
    process = ExportProcess(request(digits, tmp_path / "a.onnx", run="r9999"))
    process.start()
    (last,) = [e for e in follow(process) if not isinstance(e, ExportProgress)]
    assert isinstance(last, ExportFailed)
    assert last.error.what.startswith("There is no run 'r9999'") and last.error.fix and last.error.expected
    process.wait(PATIENCE)


@pytest.mark.parametrize("kind", ["onnx", "python"])
def test_cancel_leaves_nothing(digits: Trained, tmp_path: Path, kind: str):
    process = ExportProcess(request(digits, tmp_path / "net", format=kind))
    process.start()
    follow(process, until=ExportProgress)
    process.cancel()
    assert process.wait(PATIENCE) and process.poll() == [] and not process.running
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs SIGKILL")
def test_a_child_that_dies_is_told(digits: Trained, tmp_path: Path):
    process = ExportProcess(request(digits, tmp_path / "a.onnx"))
    process.start()
    follow(process, until=ExportProgress)
    assert process._child is not None
    os.kill(process._child.pid, signal.SIGKILL)
    (last,) = [e for e in follow(process) if not isinstance(e, ExportProgress)]
    assert isinstance(last, ExportFailed) and "process died" in str(last.error)
    assert process.wait(PATIENCE)
    assert list(tmp_path.iterdir()) == []
