"""Moves the real pointer and presses real keys (xdotool), from inside the program's process.

xdotool runs beside the event loop, so that nested loops (drag and drop, menus, dialogs) go on as for a user.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEventLoop, QPoint, QProcess, QTimer
from PySide6.QtWidgets import QApplication, QWidget


class Robot:
    """A user with a mouse and a keyboard."""

    def __init__(self, pictures: Path) -> None:
        self.pictures = pictures
        pictures.mkdir(parents=True, exist_ok=True)

    def xdotool(self, *words: str) -> None:
        """Runs one xdotool command line to its end while the program lives on."""
        loop = QEventLoop()
        process = QProcess()
        process.finished.connect(loop.quit)
        process.start("xdotool", list(words))
        if process.state() != QProcess.ProcessState.NotRunning:
            loop.exec()
        assert process.exitCode() == 0, bytes(process.readAllStandardError().data()).decode()
        self.pause(0.05)

    def pause(self, seconds: float) -> None:
        """Lets the program run."""
        loop = QEventLoop()
        QTimer.singleShot(int(seconds * 1000), loop.quit)
        loop.exec()

    def wait(self, condition: Callable[[], object], what: str, seconds: float = 30) -> None:
        """Lets the program run until ``condition`` holds."""
        end = time.monotonic() + seconds
        while not condition():
            assert time.monotonic() < end, f"waited {seconds} s for: {what}"
            self.pause(0.05)

    def click(self, target: QWidget, at: QPoint | None = None, *, times: int = 1, button: int = 1) -> None:
        """Clicks a widget in its middle, or ``at`` a point of it."""
        x, y = self.place(target, at)
        self.xdotool("mousemove", x, y, "sleep", "0.05", "click", "--repeat", str(times), str(button))

    def drag(self, source: tuple[str, str], goal: tuple[str, str]) -> None:
        """Presses at one place of the screen, moves to another, and lets go."""
        steps: list[str] = []
        (x1, y1), (x2, y2) = [(int(x), int(y)) for x, y in (source, goal)]
        for share in (0.1, 0.3, 0.5, 0.7, 0.85, 0.95, 1.0):
            steps += [
                "mousemove",
                str(round(x1 + (x2 - x1) * share)),
                str(round(y1 + (y2 - y1) * share)),
                "sleep",
                "0.06",
            ]
        self.xdotool(
            "mousemove", str(x1), str(y1), "sleep", "0.1", "mousedown", "1", "sleep", "0.1",
            *steps, "mousemove_relative", "1", "0", "sleep", "0.15", "mouseup", "1", "sleep", "0.1",
        )  # fmt: skip

    def type(self, text: str) -> None:
        """Types text."""
        self.xdotool("type", "--delay", "15", text)

    def key(self, *keys: str) -> None:
        """Presses keys, each a chord such as "ctrl+z"."""
        self.xdotool("key", *keys)

    @staticmethod
    def place(widget: QWidget, at: QPoint | None = None) -> tuple[str, str]:
        """A point of a widget in pixels of the screen, as xdotool wants it."""
        point = widget.mapToGlobal(at if at is not None else widget.rect().center())
        ratio = widget.devicePixelRatioF()
        return str(round(point.x() * ratio)), str(round(point.y() * ratio))

    def picture(self, name: str) -> None:
        """Keeps a picture of the whole screen."""
        self.pause(0.2)
        QApplication.primaryScreen().grabWindow(0).save(str(self.pictures / f"{name}.png"))
