"""What another process asks of a run: heard once, in order, and never to its harm."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

from workbench.engine.project.samples import sample
from workbench.engine.runs.letters import FOLDER, Letterbox, post
from workbench.engine.runs.store import RunStore
from workbench.engine.train.events import Changed, EpochDone, RunEnded, StateChanged
from workbench.engine.train.runner import ThreadRunner
from workbench.engine.train.runspec import RunSpec


def wait(true: Callable[[], bool], seconds: float = 10.0) -> None:
    limit = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < limit
        time.sleep(0.02)


def test_letters_are_taken_in_order_and_old_ones_thrown_away(tmp_path: Path):
    heard: list[object] = []
    post(tmp_path, [{"ask": "stop"}])  # for one that has ended long ago
    with Letterbox(tmp_path, lambda asked: heard.append(asked.get("n"))):
        post(tmp_path, [{"n": 1}, {"n": 2}])
        post(tmp_path, [{"n": 3}])
        (tmp_path / FOLDER / "0.json").write_text("{ nonsense")
        (tmp_path / FOLDER / "1.json").write_text('["a", 3, {"n": 0}]')
        wait(lambda: len(heard) == 4)
        assert sorted(heard) == [0, 1, 2, 3] and heard.index(1) < heard.index(2) < heard.index(3)
        assert list((tmp_path / FOLDER).iterdir()) == []
    last = post(tmp_path, [{"n": 4}])
    time.sleep(0.3)
    assert last.exists() and 4 not in heard


def test_what_fails_in_one_letter_leaves_the_others(tmp_path: Path):
    heard: list[object] = []

    def heed(asked: dict[str, object]) -> None:
        if asked["n"] == 1:
            raise ValueError("no")
        heard.append(asked["n"])

    with Letterbox(tmp_path, heed):
        post(tmp_path, [{"n": 1}, {"n": 2}])
        wait(lambda: heard == [2])


def test_a_run_heeds_letters_and_records_the_change(tmp_path: Path):
    project = sample("line-regression").project()
    project = project.updated(training=project.training.updated(epochs=1_000_000))
    runner = ThreadRunner(RunSpec(project=project, runs_dir=tmp_path / "a.runs", device="cpu", threads=1))
    runner.start()
    store = RunStore(tmp_path / "a.runs")
    said = []
    asks = iter(
        [
            [
                {"ask": "change", "setting": "training.epochs", "value": 1},  # can't change: left alone
                {"ask": "change", "setting": "training.learning_rate", "value": "much"},
                {"ask": "change", "setting": "training.learning_rate", "value": 0.002},
            ],
            [{"ask": "pause"}],
            [{"ask": "resume"}],
            [{"ask": "stop"}],
        ]
    )
    for event in runner.follow(timeout=60):
        said.append(event)
        first = isinstance(event, EpochDone) and event.epoch == 1
        if first or isinstance(event, Changed | StateChanged):
            post(store.folder(event.run), next(asks))
    assert runner.join(10)
    (change,) = (e for e in said if isinstance(e, Changed))
    assert (change.setting, change.after) == ("training.learning_rate", 0.002)
    assert [e.state for e in said if isinstance(e, StateChanged)] == ["paused", "running"]
    assert isinstance(said[-1], RunEnded) and said[-1].reason == "stopped"
    assert store.project(change.run).training.learning_rate == 0.002
    assert change in store.events(change.run, metrics=False)
