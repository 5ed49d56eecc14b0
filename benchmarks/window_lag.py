"""How fluent the window stays while it trains and plots, and what plotting costs the training.

    python benchmarks/window_lag.py                 on the screen there is; without one, offscreen
    python benchmarks/window_lag.py --turns 15 --lag-seconds 30

The real window shows the Train stage while the MLP 784-64-64-10 trains at batch 32, with loss and accuracy drawn live.

- Lag: a timer asks to be called every 2 ms; how much later it is called is how long a key press would have waited.
  Measured while torch is imported for the first time (it happens once, in the background), and while training.
- Steps a second: the run in the window against the hand-written loop of ``steps.py`` in a process of its own, in turns; while the
  loop has its turn, the run is paused and the window rests. Both train in a thread of the same priority, with the same number of
  CPU threads (left to itself, the run takes fewer while other programs keep the processor busy). The loop must not stand in the
  window's process: two threads that compute with OpenMP there have more threads than cores between them, so that OpenMP no longer
  waits actively and both take three times as long, even while one of them is paused.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path

TICK = 0.002
BATCH = 32
SAMPLES, EPOCHS = 30_000, 500
SECONDS = 2.0
"""Length of a turn."""

GOAL_99, GOAL_MOST, GOAL_RATIO = 16.0, 100.0, 0.9


class Lag:
    """Collects how late a 2 ms timer is, in milliseconds."""

    def __init__(self) -> None:
        from PySide6.QtCore import Qt, QTimer

        self.late: list[float] = []
        self._last = 0.0
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(round(TICK * 1000))
        self._timer.timeout.connect(self._tick)

    def start(self) -> None:
        self._last = time.perf_counter()
        self._timer.start()

    def stop(self) -> list[float]:
        self._timer.stop()
        found, self.late = self.late, []
        return found

    def _tick(self) -> None:
        now = time.perf_counter()
        self.late.append(max(now - self._last - TICK, 0.0) * 1000)
        self._last = now


class Window:
    """The program's window with a project that trains."""

    def __init__(self, folder: Path, threads: int) -> None:
        from workbench.ui.app import make_application

        self.app = make_application(["workbench"])
        from workbench.ui import theme
        from workbench.ui.collecting import Collecting
        from workbench.ui.main_window import MainWindow
        from workbench.ui.preferences import Preferences
        from workbench.ui.session import Session

        theme.apply("dark")
        preferences = Preferences(folder / "preferences.json")
        preferences.remember(threads=threads)
        self.session = Session(preferences)
        self.window = MainWindow(self.session)
        self.window.resize(1280, 800)
        self.window.show()
        self.window.make_stages()
        Collecting(self.session)
        self.wait(0.5)

    def wait(self, seconds: float) -> None:
        from PySide6.QtCore import QEventLoop, QTimer

        loop = QEventLoop()
        QTimer.singleShot(round(seconds * 1000), loop.quit)
        loop.exec()

    def until(self, condition: Callable[[], bool]) -> None:
        while not condition():
            self.wait(0.02)

    def open(self, project: object) -> None:
        self.session.new(project)
        self.window.go_to("train")
        self.until(lambda: self.session.data_state == "ready")

    def train(self) -> None:
        self.session.train()
        self.until(lambda: self.session.run_state == "running" and self.session.progress.step > 500)

    def turn(self) -> float:
        """Steps a second while the window draws."""
        self.session.resume_run()
        self.until(lambda: self.session.run_state == "running")
        self.wait(0.3)
        first, began = self.session.progress.step, time.perf_counter()
        self.wait(SECONDS)
        steps, took = self.session.progress.step - first, time.perf_counter() - began
        self.pause()
        return steps / took

    def pause(self) -> None:
        self.session.pause()
        self.until(lambda: self.session.run_state == "paused")
        self.wait(0.3)

    def close(self) -> None:
        self.session.close(10.0)
        self.window.deleteLater()


def project_of(folder: Path):
    import numpy as np

    from workbench.engine.data.recipe import DataRecipe
    from workbench.engine.document import Project
    from workbench.engine.graph import edits
    from workbench.engine.train.recipe import TrainingRecipe

    random = np.random.default_rng(0)
    labels = random.integers(0, 10, SAMPLES)
    centres = random.integers(0, 256, (10, 28, 28))
    images = np.clip(centres[labels] + random.normal(0, 160, (SAMPLES, 28, 28)), 0, 255).astype(np.uint8)
    np.savez(folder / "noise.npz", x=images, y=labels)
    dense = [edits.make_layer("dense", units=units) for units in (64, 64, 10)]
    graph = edits.chain(
        edits.make_layer("input", shape=(1, 28, 28)),
        *(edits.make_layer("flatten"), dense[0], edits.make_layer("relu"), dense[1], edits.make_layer("relu")),
        *(dense[2], edits.make_layer("output")),
    )
    recipe = DataRecipe.model_validate(
        {"source": {"kind": "npz", "path": str(folder / "noise.npz")}, "split": {"validation": 0.05, "test": 0.0}}
    )
    training = TrainingRecipe(batch_size=BATCH, epochs=EPOCHS, learning_rate=1e-4)
    return Project(data=recipe, training=training).with_graph(graph)


class HandWritten:
    """The plain loop, a turn at a time, in a thread of the training thread's priority."""

    def __init__(self, threads: int) -> None:
        import torch
        from contenders import hand_written
        from networks import Case, mlp_graph, mlp_module

        from workbench.engine.train.runner import lower_priority

        case = Case(mlp_graph, mlp_module, (1, 28, 28), SAMPLES, BATCH, 300, seconds=SECONDS)
        self._asked, self._answered = threading.Semaphore(0), threading.Semaphore(0)
        self._rate, self._over = 0.0, False

        class Noise:
            x = torch.randn(SAMPLES, 1, 28, 28)
            y = torch.randint(0, 10, (SAMPLES,))

        def work() -> None:
            lower_priority()
            torch.set_num_threads(threads)
            plain = hand_written(case, Noise, Path())
            while True:
                self._asked.acquire()
                if self._over:
                    return
                self._rate = plain()
                self._answered.release()

        self._thread = threading.Thread(target=work)
        self._thread.start()

    def __call__(self) -> float:
        self._asked.release()
        self._answered.acquire()
        return self._rate

    def close(self) -> None:
        self._over = True
        self._asked.release()
        self._thread.join()


class OwnProcess:
    """The plain loop in a process without a window, a turn at a time."""

    name = "hand-written loop, its own process"

    def __init__(self, threads: int) -> None:
        command = [sys.executable, __file__, "--threads", str(threads), "--serve"]
        self._child = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def __call__(self) -> float:
        self._child.stdin.write("turn\n")
        self._child.stdin.flush()
        return float(self._child.stdout.readline())

    def close(self) -> None:
        self._child.communicate()


def serve(threads: int) -> int:
    """A turn for each line of stdin; its steps a second go to stdout."""
    loop = HandWritten(threads)
    for _line in sys.stdin:
        print(loop(), flush=True)
    loop.close()
    return 0


def measured_lag(window: Window, seconds: float) -> list[float]:
    lag = Lag()
    lag.start()
    window.wait(seconds)
    return lag.stop()


def import_torch(window: Window) -> tuple[float, list[float]]:
    """Imports torch as the program does, in a job; seconds it took, and the lag meanwhile."""
    from workbench.engine.torch_loading import load_torch

    lag, began, done = Lag(), time.perf_counter(), []
    assert "torch" not in sys.modules, "torch was imported before the window showed"
    window.session.jobs.start("Loading PyTorch", lambda _progress: load_torch(), done=done.append)
    lag.start()
    window.until(lambda: bool(done))
    return time.perf_counter() - began, lag.stop()


def percentile(values: list[float], share: float) -> float:
    ordered = sorted(values)
    return ordered[min(int(len(ordered) * share), len(ordered) - 1)]


def main() -> int:
    parser = argparse.ArgumentParser(description="Lag of the window and steps a second while it trains and plots.")
    parser.add_argument("--turns", type=int, default=15, help="turns of run and loop (default 15)")
    parser.add_argument("--lag-seconds", type=float, default=20.0, help="how long lag is measured (default 20)")
    parser.add_argument("--threads", type=int, default=os.cpu_count() or 1, help="CPU threads (default: all cores)")
    parser.add_argument("--serve", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.serve:
        return serve(options.threads)
    if sys.platform == "linux" and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for kind in ("CONFIG", "STATE", "CACHE", "DATA"):
            os.environ[f"XDG_{kind}_HOME"] = str(folder / kind.lower())
        from workbench.ui.app import SWITCH_INTERVAL

        sys.setswitchinterval(SWITCH_INTERVAL)
        return measure(folder, options.turns, options.lag_seconds, options.threads)


def measure(folder: Path, turns: int, lag_seconds: float, threads: int) -> int:
    window = Window(folder, threads)
    window.open(project_of(folder))
    idle = measured_lag(window, 3.0)
    took, importing = import_torch(window)
    lag = Lag()
    lag.start()
    window.train()
    starting = lag.stop()
    window.wait(2.0)
    training = measured_lag(window, lag_seconds)
    rows = [
        ("window at rest", idle, ""),
        (f"while torch is imported ({took:.1f} s)", importing, ""),
        ("while the first run starts", starting, ""),
        ("while training and plotting", training, f"99 %: at most {GOAL_99:.0f}; never over {GOAL_MOST:.0f}"),
    ]
    print(f"### Lag of the window's event loop, ms ({window.app.platformName()})\n")
    print("| | median | 99 % | longest | goal |\n|---|---|---|---|---|")
    for name, late, goal in rows:
        middle, high = percentile(late, 0.5), percentile(late, 0.99)
        print(f"| {name} | {middle:.1f} | {high:.1f} | {max(late):.1f} | {goal} |")
    window.pause()

    from compare import ratio, table, take_turns

    ours, alone = "window", OwnProcess(threads)
    rates = take_turns({ours: window.turn, OwnProcess.name: alone}, turns)
    alone.close()
    window.session.stop()
    window.until(lambda: window.session.run_state == "idle")
    window.close()
    print("\n" + table(f"Steps a second, batch 32, {threads} threads", ours, rates, "steps/s"))
    found = ratio(rates[ours], rates[OwnProcess.name])
    late = [percentile(training, 0.99) > GOAL_99, max(training) > GOAL_MOST, found.high < GOAL_RATIO]
    return 1 if any(late) else 0


if __name__ == "__main__":
    sys.exit(main())
