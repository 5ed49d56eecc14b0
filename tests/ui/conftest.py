"""Fixtures of window tests: everything runs offscreen, in folders of its own, and leaves nothing behind."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["LC_ALL"] = "C.UTF-8"  # the window speaks English, whatever the desktop does
os.environ.pop("LANGUAGE", None)

from fake_run import FakeRunner
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from workbench.ui import theme
from workbench.ui.data.stage import DataStage
from workbench.ui.main_window import MainWindow
from workbench.ui.preferences import Preferences
from workbench.ui.session import Session
from workbench.ui.stage import Stage
from workbench.ui.stages import STAGES, StageEntry
from workbench.ui.train.stage import TrainStage

PATIENCE = 120_000
"""Milliseconds that a test waits for what must happen: however busy the machine is, only what hangs takes so long."""


class PatientBot(QtBot):
    """pytest-qt's robot, for machines that do other work too; its own limit is 5 s."""

    def waitUntil(self, callback: Callable[[], bool | None], *, timeout: int = PATIENCE) -> None:
        super().waitUntil(callback, timeout=timeout)

    def waitSignal(self, signal: Any, *, timeout: int = PATIENCE, **more: Any) -> Any:
        return super().waitSignal(signal, timeout=timeout, **more)


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> QtBot:
    """What tests use windows with."""
    return PatientBot(request)


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
    limit = time.monotonic() + 20
    mine: set[threading.Thread] = set()
    while time.monotonic() < limit:
        mine = {t for t in threading.enumerate() if t not in threads and t.name.startswith(("job ", "training"))}
        if not mine:
            break
        time.sleep(0.02)
    assert not left, f"windows left open: {[(type(w).__name__, w.objectName()) for w in left]}"
    assert not mine, f"threads left running: {[t.name for t in mine]}"


@pytest.fixture
def preferences(tmp_path: Path, qapp: QApplication) -> Preferences:
    """Preferences in a file of the test's own, dark as the application is, so that no test switches it by the way."""
    made = Preferences(tmp_path / "preferences.json")
    made.update(theme="dark")
    return made


@pytest.fixture
def session(preferences: Preferences) -> Iterator[Session]:
    """A session with an empty document, its state in the test's folders."""
    made = Session(preferences)
    yield made
    assert made.jobs.cancel_all(30), "a job did not end"  # a first import of a library can't be cancelled
    assert made.close(60.0), "the run did not end"
    made.deleteLater()


@pytest.fixture
def fake_session(preferences: Preferences) -> Iterator[Session]:
    """A session whose runs are played by ``FakeRunner``."""
    FakeRunner.made.clear()
    made = Session(preferences, make_runner=FakeRunner)
    yield made
    for runner in FakeRunner.made:
        if runner.alive:
            runner.deaf = False
            runner.end("stopped")
    assert made.jobs.cancel_all(30), "a job did not end"
    assert made.close(60.0), "the run did not end"
    made.deleteLater()


@pytest.fixture
def stage(session: Session, qtbot: QtBot) -> Iterator[DataStage]:
    """The Data stage by itself; modules about another stage have a fixture of this name of their own."""
    made = DataStage(session)
    qtbot.addWidget(made)
    made.resize(1220, 760)
    made.show()
    yield made
    made.hide()


class PlainStage(Stage):
    """A stage with nothing in it."""

    def __init__(self, session: Session, key: str) -> None:
        self.key = key
        super().__init__(session)
        self.visits = 0

    def entered(self) -> None:
        self.visits += 1


PLAIN = tuple(StageEntry(e.key, e.title, e.icon, lambda s, k=e.key: PlainStage(s, k)) for e in STAGES)


@pytest.fixture
def train_stage(qtbot: QtBot, session: Session) -> Iterator[TrainStage]:
    """The Train stage by itself; what is trained when a test is over is ended."""
    made = TrainStage(session)
    made.resize(1200, 740)
    made.show()
    yield made
    session.stop()
    session.studies.finish(20)
    qtbot.waitUntil(lambda: session.run_state == "idle")
    made.close()
    made.deleteLater()


@pytest.fixture
def window(fake_session: Session, qtbot: QtBot) -> Iterator[MainWindow]:
    """The whole window with plain stages and a fake runner."""
    made = MainWindow(fake_session, PLAIN)
    made.show()
    qtbot.waitUntil(lambda: all(made.stage_made(e.key) for e in PLAIN))
    yield made
    made.leaving.may_close = True
    made.close()
    made.deleteLater()


@pytest.fixture
def iris(window: MainWindow, qtbot) -> MainWindow:
    """The window with the iris project, its data read."""
    window.opening.start_sample("iris-mlp")
    qtbot.waitUntil(lambda: window.session.can_train, timeout=20000)
    return window


@pytest.fixture
def training(iris: MainWindow, qtbot) -> FakeRunner:
    """The runner of a run in progress."""
    iris.train()
    runner = FakeRunner.made[-1]
    runner.begin()
    qtbot.waitUntil(lambda: iris.session.run_state == "running")
    return runner
