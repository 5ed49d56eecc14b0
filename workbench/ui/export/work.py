"""An export as a job: the child process does the work, the job's thread passes on what it says."""

from __future__ import annotations

import time

from ...engine.data.recipe import Cancelled, Progress
from ...engine.export.certificate import Certificate
from ...engine.export.process import ExportDone, ExportFailed, ExportProcess, ExportProgress
from ...engine.export.request import ExportRequest

EVERY = 0.05
"""Seconds between two looks at the child."""


def export(request: ExportRequest, progress: Progress) -> Certificate:
    """Exports in a child process and waits for it. Raises ``ExportError``, and ``Cancelled`` after ending the child."""
    process = ExportProcess(request)
    process.start()
    share, text = 0.0, ""
    try:
        while True:
            for event in process.poll():
                if isinstance(event, ExportProgress):
                    share, text = event.share, event.text
                elif isinstance(event, ExportDone):
                    return event.certificate
                elif isinstance(event, ExportFailed):
                    raise event.error
            progress(share, text)
            time.sleep(EVERY)
    except Cancelled:
        process.cancel()
        raise
