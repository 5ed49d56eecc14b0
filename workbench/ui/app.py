"""The window's process: application, theme, log, and what catches the unexpected."""

from __future__ import annotations

import logging
import os
import sys
import threading
import traceback
from logging.handlers import RotatingFileHandler
from pathlib import Path
from queue import Empty, SimpleQueue
from types import TracebackType

if sys.platform == "win32":
    import torch  # noqa: F401 - on Windows torch's libraries must be loaded before Qt's, or they fail

from PySide6.QtCore import QCoreApplication, QMessageLogContext, QTimer, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from .. import __version__
from ..engine.data.recipe import Progress
from ..engine.errors import WorkbenchError
from ..engine.folders import log_file
from ..engine.torch_loading import load_torch
from . import language, theme
from .collecting import Collecting
from .icons import resource
from .main_window import MainWindow
from .preferences import Preferences
from .session import Session

log = logging.getLogger("workbench")

SWITCH_INTERVAL = 0.001
"""Seconds after which Python's threads take turns: with the usual 5 ms a busy training thread makes the window stutter."""

WARM_UP_AFTER_MS = 1500
"""Milliseconds after the data was read, when whoever opened the project has had a first look."""


def run(path: str | Path | None = None) -> int:
    """Shows the window, with the project at ``path`` if given, until it is closed; returns the exit code."""
    start_log()
    sys.setswitchinterval(SWITCH_INTERVAL)
    qInstallMessageHandler(_qt_message)
    app = make_application(sys.argv[:1])
    preferences = Preferences()
    language.install(preferences.value.language)
    theme.apply(preferences.value.theme)
    theme.follow_system()
    session = Session(preferences)
    window = MainWindow(session)
    catcher = Catcher(window)
    catcher.install()
    window.show()
    warm_up(session)
    Collecting(session)
    QTimer.singleShot(0, lambda: _after_show(window, Path(path) if path is not None else None))
    code = app.exec()
    catcher.remove()
    qInstallMessageHandler(None)
    _end(session)
    return code


def make_application(arguments: list[str]) -> QApplication:
    """The one application, with its names and icon."""
    app = QApplication(arguments)
    app.setApplicationName("Workbench")
    app.setApplicationDisplayName("Workbench")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("neural-workbench")
    app.setWindowIcon(QIcon(resource("workbench.svg").as_posix()))
    return app


def start_log() -> None:
    """Warnings and worse go to a file in the state folder; a folder that can't be written only costs the log."""
    path = log_file()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(path, maxBytes=1_000_000, backupCount=1, encoding="utf-8", delay=True)
    except OSError as error:
        print(f"The log can't be written ({error.strerror or error}).", file=sys.stderr)
        return
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    handler.setLevel(logging.WARNING)
    logging.getLogger().addHandler(handler)


def warm_up(session: Session) -> None:
    """Imports torch in a worker thread once there is something to train, so that Train begins at once."""

    def work(progress: Progress) -> None:
        load_torch()

    def start() -> None:
        if session.data_state == "ready" and "torch" not in sys.modules and not session.preferences.value.isolated:
            session.jobs.start(session.tr("Loading PyTorch"), work, cancellable=False)

    timer = QTimer(session)
    timer.setSingleShot(True)
    timer.setInterval(WARM_UP_AFTER_MS)
    timer.timeout.connect(start)
    session.data_changed.connect(timer.start)


def _after_show(window: MainWindow, path: Path | None) -> None:
    window.offer_leftovers()
    if path is not None:
        window.opening.open(path)


def _end(session: Session) -> None:
    """Ends the process even when a run hangs in a call that can't be interrupted: its last checkpoint is on the disk.

    A job that still winds down (an import, a large read) ends with the process too: it writes nothing in place.
    """
    if session.run_state != "idle":
        log.warning("the run did not stop in time; the process ends without it")
    elif not session.jobs.alive:
        return
    logging.shutdown()
    sys.stdout.flush()
    os._exit(0)


class Catcher:
    """Catches what nobody expected: one sentence in the window, the details in the log, and the program lives on."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._elsewhere: SimpleQueue[tuple[str, str]] = SimpleQueue()
        self._before = (sys.excepthook, threading.excepthook)
        self._timer = QTimer(window)
        self._timer.setInterval(500)
        self._timer.timeout.connect(self._tell)

    def install(self) -> None:
        """Takes over from the hooks that are there."""
        self._before = (sys.excepthook, threading.excepthook)
        sys.excepthook = self._caught
        threading.excepthook = self._caught_in_thread
        self._timer.start()

    def remove(self) -> None:
        """Gives the hooks back."""
        sys.excepthook, threading.excepthook = self._before
        self._timer.stop()

    def _caught(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            self._window.close()
            return
        if isinstance(error, WorkbenchError):
            # An expected failure that no room told: the sentence is all that a person needs.
            log.warning("untold: %s", error)
            self._window.tell(str(error))
            return
        self._window.tell_unexpected(*_described(kind, error, trace))

    def _caught_in_thread(self, args: threading.ExceptHookArgs) -> None:
        # Not the window's thread: the timer picks it up there.
        error = args.exc_value or args.exc_type()
        self._elsewhere.put(_described(args.exc_type, error, args.exc_traceback))

    def _tell(self) -> None:
        while True:
            try:
                sentence, details = self._elsewhere.get_nowait()
            except Empty:
                return
            self._window.tell_unexpected(sentence, details)


def _described(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> tuple[str, str]:
    details = "".join(traceback.format_exception(kind, error, trace))
    log.error("unexpected\n%s", details)
    first_line = (str(error) or "–").splitlines()[0][:160]
    text = QCoreApplication.translate(
        "App", "Something went wrong that should not ({error}). Your project is as it was."
    )
    return text.format(error=f"{kind.__name__}: {first_line}"), f"Workbench {__version__}\n{details}"


def _qt_message(kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
    levels = {
        QtMsgType.QtDebugMsg: logging.DEBUG,
        QtMsgType.QtInfoMsg: logging.INFO,
        QtMsgType.QtWarningMsg: logging.WARNING,
        QtMsgType.QtCriticalMsg: logging.ERROR,
        QtMsgType.QtFatalMsg: logging.CRITICAL,
    }
    logging.getLogger("qt").log(levels.get(kind, logging.WARNING), "%s", text)
