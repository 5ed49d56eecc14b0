"""The child process of ``ExportProcess``: a request on stdin, JSON lines on stdout."""

from __future__ import annotations

import json
import sys
from typing import Any

from ..errors import WorkbenchError
from ..logfile import log_exception
from .request import ExportRequest
from .run import export_run


def main() -> int:
    """Runs one export; returns the exit code."""
    request = ExportRequest.model_validate_json(sys.stdin.read())
    try:
        certificate = export_run(request, lambda share, text: _say(event="progress", share=share, text=text))
    except WorkbenchError as error:
        _say(event="failed", what=error.what, expected=error.expected, fix=error.fix, code=error.code)
        return 1
    except Exception as error:  # the border of the process: told in a sentence, the details go to the log
        log = log_exception(error)
        what = f"The export failed unexpectedly ({type(error).__name__}: {error})"
        _say(event="failed", what=what, expected="", fix=f"The details are in {log}", code="export.unexpected")
        return 1
    _say(event="exported", certificate=certificate.model_dump(mode="json"))
    return 0


def _say(**values: Any) -> None:
    print(json.dumps(values), file=sys.stdout, flush=True)


if __name__ == "__main__":
    sys.exit(main())
