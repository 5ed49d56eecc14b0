"""An export in a child process, for the window: torch's exporters hold the interpreter too long for a thread.

The child (``python -m workbench.engine.export``) reads the request as JSON on stdin and writes one JSON object a line:
``{"event": "progress", "share": 0.3, "text": "Exporting"}``, then ``{"event": "exported", "certificate": {...}}`` or
``{"event": "failed", "what": ..., "expected": ..., "fix": ..., "code": ...}``.
"""

from __future__ import annotations

import contextlib
import json
import os
import queue
import shutil
import subprocess
import sys
import threading
from dataclasses import dataclass

from ..errors import ExportError
from .certificate import Certificate
from .request import ExportRequest
from .staging import staging_folder


@dataclass(frozen=True)
class ExportProgress:
    """``share`` is what is done, 0 to 1; ``text`` says what is being done."""

    share: float
    text: str


@dataclass(frozen=True)
class ExportDone:
    """The export has its name."""

    certificate: Certificate


@dataclass(frozen=True)
class ExportFailed:
    """The export was not kept; what was there before is as it was."""

    error: ExportError


ExportEvent = ExportProgress | ExportDone | ExportFailed


class ExportProcess:
    """One export. ``start`` it, ``poll`` it now and then, and it ends with ``ExportDone`` or ``ExportFailed``."""

    def __init__(self, request: ExportRequest) -> None:
        self.request = request
        self._queue: queue.SimpleQueue[ExportEvent] = queue.SimpleQueue()
        self._child: subprocess.Popen[str] | None = None
        self._reader: threading.Thread | None = None
        self._cancelled = False
        self._ended = False

    def start(self) -> None:
        """Begins; call it once. Raises ``ExportError`` when no process can be made."""
        try:
            self._child = subprocess.Popen(
                [sys.executable, "-m", "workbench.engine.export"],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                text=True,
                encoding="utf-8",
                errors="replace",
                env={**os.environ, "PYTHONIOENCODING": "utf-8"},
            )
        except OSError as error:
            raise ExportError(
                f"The export could not begin: {error.strerror or error}",
                "It runs in a process of its own",
                "Close other programs and try again",
                code="export.no_process",
            ) from error
        self._reader = threading.Thread(target=self._read, args=(self._child,), name="export", daemon=True)
        self._reader.start()

    def poll(self) -> list[ExportEvent]:
        """What has happened since the last call, without waiting. Nothing comes after the last event or ``cancel``."""
        events: list[ExportEvent] = []
        while not self._ended:
            try:
                event = self._queue.get_nowait()
            except queue.Empty:
                break
            events.append(event)
            self._ended = not isinstance(event, ExportProgress)
        return events

    @property
    def running(self) -> bool:
        """Whether the last event is still to come."""
        return not self._ended and self._child is not None

    def wait(self, timeout: float | None = None) -> bool:
        """Waits for the child; returns whether it has ended. Its last event is left to ``poll``."""
        if self._reader is not None:
            self._reader.join(timeout)
            return not self._reader.is_alive()
        return True

    def cancel(self) -> None:
        """Ends the child at once and removes what it had made; nothing is kept."""
        self._cancelled = self._ended = True
        if self._child is not None:
            with contextlib.suppress(OSError):
                self._child.kill()
            self.wait(5.0)
            shutil.rmtree(staging_folder(self.request.target, self._child.pid), ignore_errors=True)

    def _read(self, child: subprocess.Popen[str]) -> None:
        assert child.stdin is not None and child.stdout is not None and child.stderr is not None
        errors: list[str] = []
        # Read aside, or a talkative child would wait for ever for somebody to take its words.
        aside = threading.Thread(target=lambda: errors.extend(child.stderr or ()), daemon=True)
        aside.start()
        ended = False
        with contextlib.suppress(BrokenPipeError):
            child.stdin.write(self.request.model_dump_json())
            child.stdin.close()
        for line in child.stdout:
            try:
                event = _event(json.loads(line))
            except (ValueError, KeyError):
                errors.append(line)  # half a line of a killed child, or a library that prints
                continue
            ended = ended or not isinstance(event, ExportProgress)
            self._queue.put(event)
        code = child.wait()
        aside.join(1.0)
        child.stdout.close()
        child.stderr.close()
        if not ended:
            shutil.rmtree(staging_folder(self.request.target, child.pid), ignore_errors=True)
        if not ended and not self._cancelled:
            last = next((e.strip() for e in reversed(errors) if e.strip()), f"exit code {code}")
            self._queue.put(
                ExportFailed(
                    ExportError(
                        f"The export's process died ({last[:300]})",
                        "Nothing was written",
                        "Close other programs and try again",
                        code="export.process_died",
                    )
                )
            )


def _event(content: dict[str, object]) -> ExportEvent:
    kind = content["event"]
    if kind == "progress":
        return ExportProgress(float(str(content["share"])), str(content["text"]))
    if kind == "exported":
        return ExportDone(Certificate.model_validate(content["certificate"]))
    if kind == "failed":
        texts = (str(content["what"]), str(content["expected"]), str(content["fix"]))
        return ExportFailed(ExportError(*texts, code=str(content["code"])))
    raise KeyError(kind)
