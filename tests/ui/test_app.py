"""The window's process: starts without torch, catches the unexpected, writes its log."""

from __future__ import annotations

import logging
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from workbench.engine.folders import log_file
from workbench.ui.app import Catcher, start_log
from workbench.ui.main_window import MainWindow

START = """
import gc
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from workbench.ui import app

HEAVY = "torch sklearn scipy imblearn polars tokenizers fastexcel PIL pyqtgraph onnx onnxruntime safetensors".split()

def look():
    window = next(w for w in QApplication.topLevelWidgets() if w.objectName() == "main_window")
    heavy = [m for m in HEAVY if m in sys.modules]
    print("visible", window.isVisible(), "heavy", heavy, "interval", sys.getswitchinterval(), "frozen", gc.get_freeze_count() > 0)
    window.close()

QTimer.singleShot(0, look)
sys.exit(app.run(sys.argv[1] if len(sys.argv) > 1 else None))
"""


@pytest.mark.parametrize("file", ["", "missing 文件.nnwb"])
def test_the_window_shows_before_anything_heavy_is_imported(own_folders: Path, tmp_path: Path, file: str):
    arguments = [str(tmp_path / file)] if file else []
    done = subprocess.run(
        [sys.executable, "-c", START, *arguments],
        capture_output=True,
        text=True,
        timeout=240,
        encoding="utf-8",
        check=False,
    )
    assert done.stdout.strip() == "visible True heavy [] interval 0.001 frozen True", done.stderr
    assert done.returncode == 0


@pytest.fixture
def catcher(window: MainWindow):
    made = Catcher(window)
    made.install()
    yield made
    made.remove()


def test_an_unexpected_exception_is_told_and_the_program_lives_on(window: MainWindow, catcher: Catcher, caplog):
    try:
        raise RuntimeError("boom\nsecond line")
    except RuntimeError:
        with caplog.at_level(logging.ERROR):
            sys.excepthook(*sys.exc_info())
    text = window.messages.message.text
    assert "RuntimeError: boom" in text
    assert "second line" not in text
    assert "Traceback" in caplog.text
    label, copy = window.messages.message.buttons[0]
    copy()
    assert label == "Copy details"
    assert "second line" in QApplication.clipboard().text()


def test_an_exception_in_a_thread_is_told_too(window: MainWindow, catcher: Catcher, qtbot):
    def work() -> None:
        raise LookupError("in a thread")

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: window.messages.message is not None)
    assert "LookupError: in a thread" in window.messages.message.text


def test_hooks_are_given_back(window: MainWindow):
    before = (sys.excepthook, threading.excepthook)
    made = Catcher(window)
    made.install()
    made.remove()
    assert (sys.excepthook, threading.excepthook) == before


def test_the_log_holds_warnings(own_folders: Path):
    root = logging.getLogger()
    before = list(root.handlers)
    try:
        start_log()
        logging.getLogger("workbench.test").warning("something 奇怪")
    finally:
        for handler in [h for h in root.handlers if h not in before]:
            root.removeHandler(handler)
            handler.close()
    assert "something 奇怪" in log_file().read_text(encoding="utf-8")
