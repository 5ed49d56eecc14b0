"""Fixtures of window tests: everything runs offscreen, in folders of its own, and leaves nothing behind."""

from __future__ import annotations

import gc
import os
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from workbench.ui import theme
from workbench.ui.preferences import Preferences
from workbench.ui.session import Session


@pytest.fixture(scope="session")
def qapp(qapp_args: list[str], qapp_cls: type[QApplication], pytestconfig: pytest.Config) -> Iterator[QApplication]:
    """The one application, in the dark theme."""
    app = QApplication.instance() or QApplication(["workbench"])
    assert isinstance(app, QApplication)
    theme.apply("dark")
    yield app


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The user's folders, inside the test's own."""
    home = tmp_path / "home"
    home.mkdir()
    monkeypatch.setenv("HOME", str(home))
    for name in ("CONFIG", "STATE", "CACHE", "DATA"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(home / name.lower()))
    return home


@pytest.fixture(autouse=True)
def no_leaks(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fails a test that leaves windows or threads behind."""
    if "qapp" not in request.fixturenames and "qtbot" not in request.fixturenames:
        yield
        return
    threads = set(threading.enumerate())
    yield
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    app.sendPostedEvents(None, 52)  # DeferredDelete
    app.processEvents()
    left = [w for w in app.topLevelWidgets() if w.isVisible()]
    for widget in left:
        widget.close()
        widget.deleteLater()
    limit = time.monotonic() + 3
    mine: set[threading.Thread] = set()
    while time.monotonic() < limit:
        mine = {t for t in threading.enumerate() if t not in threads and t.name.startswith(("job ", "training"))}
        if not mine:
            break
        time.sleep(0.02)
    gc.collect()
    assert not left, f"windows left open: {[(type(w).__name__, w.objectName()) for w in left]}"
    assert not mine, f"threads left running: {[t.name for t in mine]}"


@pytest.fixture
def preferences(tmp_path: Path, qapp: QApplication) -> Preferences:
    """Preferences in a file of the test's own."""
    return Preferences(tmp_path / "preferences.json")


@pytest.fixture
def session(preferences: Preferences) -> Iterator[Session]:
    """A session with an empty document, its state in the test's folders."""
    made = Session(preferences)
    yield made
    assert made.close(5.0), "the run or a job did not end"
    made.deleteLater()
