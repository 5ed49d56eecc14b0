"""Fixtures of tests in a real window: a virtual screen, and the program as a user starts it."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from screen import virtual_screen

HERE = Path(__file__).resolve().parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything in this folder needs a window."""
    for item in items:
        if HERE in Path(item.path).parents:
            item.add_marker("window")


@pytest.fixture
def screen(tmp_path: Path) -> Iterator[dict[str, str]]:
    """The environment of a virtual screen of 1280 x 800 with a window manager; skips where it can't be had."""
    with virtual_screen(tmp_path / "user") as env:
        yield env


class Program:
    """``workbench`` in a process of its own, on the virtual screen."""

    def __init__(self, env: dict[str, str], arguments: tuple[str, ...]) -> None:
        self.env = env
        self.started = time.monotonic()
        self.process = subprocess.Popen(
            [sys.executable, "-m", "workbench", *arguments], env=env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
        )

    def xdotool(self, *words: str) -> str:
        """Runs one xdotool command line; gives what it prints, "" when it found nothing."""
        done = subprocess.run(["xdotool", *words], env=self.env, capture_output=True, text=True, check=False)
        return done.stdout.strip()

    def wait_for_window(self, title: str, seconds: float = 60) -> float:
        """Waits until a window whose title holds ``title`` is visible; gives the seconds since the start."""
        limit = time.monotonic() + seconds
        while time.monotonic() < limit:
            assert self.process.poll() is None, f"the program has ended: {self.output()}"
            if self.xdotool("search", "--onlyvisible", "--name", title):
                return time.monotonic() - self.started
            time.sleep(0.02)
        raise AssertionError(f"no window called {title} after {seconds} s")

    def output(self) -> str:
        """What the program printed; waits for its end."""
        return self.process.communicate(timeout=120)[0].decode(errors="replace")

    def stop(self) -> None:
        """Ends the process if it is still there."""
        if self.process.poll() is None:
            self.process.kill()
        self.process.communicate()


@pytest.fixture
def start(screen: dict[str, str]) -> Iterator[Callable[..., Program]]:
    """Starts the program with arguments; it is ended after the test."""
    programs: list[Program] = []

    def begin(*arguments: str) -> Program:
        programs.append(Program(screen, arguments))
        return programs[-1]

    yield begin
    for program in programs:
        program.stop()
