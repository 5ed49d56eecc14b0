"""An export in a child process, for the window: torch's exporters hold the interpreter too long for a thread.

The child (``python -m workbench.engine.export``) reads the request as JSON on stdin and writes one JSON object a line:
``{"event": "progress", "share": 0.3, "text": "Exporting"}``, then ``{"event": "exported", "certificate": {...}}`` or
``{"event": "failed", "what": ..., "expected": ..., "fix": ..., "code": ...}``.
"""

from __future__ import annotations

import json
import queue
import shutil
import subprocess
import tempfile
import threading
from dataclasses import dataclass
from typing import IO

from .. import child_process
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
        self._child: subprocess.Popen[bytes] | None = None
        self._reader: threading.Thread | None = None
        self._cancelled = False
        self._ended = False

    def start(self) -> None:
        """Begins; call it once. Raises ``ExportError`` when no process can be made."""
        words = tempfile.TemporaryFile("w+b")  # noqa: SIM115 - closed by the thread that reads
        try:
            self._child = child_process.start(child_process.engine_module("export"), words)
        except OSError as error:
            words.close()
            raise ExportError(
                f"The export could not begin: {error.strerror or error}",
                "It runs in a process of its own",
                "Close other programs and try again",
                code="export.no_process",
            ) from error
        self._reader = threading.Thread(target=self._read, args=(self._child, words), name="export", daemon=True)
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
            child_process.end(self._child)
            self.wait(5.0)
            shutil.rmtree(staging_folder(self.request.target, self._child.pid), ignore_errors=True)

    def _read(self, child: subprocess.Popen[bytes], words: IO[bytes]) -> None:
        assert child.stdin is not None and child.stdout is not None
        ended, odd = False, ""
        child_process.tell(child, self.request.model_dump_json())
        child.stdin.close()
        for line in child.stdout:
            try:
                event = _event(json.loads(line))
            except (ValueError, KeyError):
                odd = line.decode("utf-8", "replace").strip() or odd  # half a line of a killed child, or of a library
                continue
            ended = ended or not isinstance(event, ExportProgress)
            self._queue.put(event)
        death = child_process.death(child.wait())
        child_process.close(child)
        with words:
            last = child_process.last_line(child_process.text_of(words), 300) or odd[:300] or death
        if not ended:
            shutil.rmtree(staging_folder(self.request.target, child.pid), ignore_errors=True)
        if not ended and not self._cancelled:
            self._queue.put(
                ExportFailed(
                    ExportError(
                        f"The export's process died ({last})",
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
