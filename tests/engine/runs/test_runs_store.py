"""The record of runs: what goes in comes out, and what is not ours is not touched."""

from __future__ import annotations

import errno
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import pytest

from workbench.engine.data.preprocess import InputPreprocess, Preprocess, TargetPreprocess
from workbench.engine.document import Project
from workbench.engine.errors import TrainingError
from workbench.engine.runs import database
from workbench.engine.runs.store import RunStore
from workbench.engine.runs.writer import RunWriter
from workbench.engine.train.events import (
    CheckpointSaved,
    EpochDone,
    Event,
    Metrics,
    RunEnded,
    RunStarted,
    StateChanged,
    Warned,
)

NAN = float("nan")


def story(run: str) -> list[Event]:
    """Every kind of event, numbers that JSON lacks included."""
    started = RunStarted(
        run=run,
        time=1.0,
        device="cpu",
        threads=2,
        parameters=8970,
        train_samples=60,
        validation_samples=20,
        steps_per_epoch=3,
        epochs=5,
        fingerprint="f" * 16,
    )
    return [
        started,
        Metrics(run=run, time=2.0, first_step=1, values={"loss": (3.0, 2.5), "accuracy": (0.1, 0.2)}),
        StateChanged(run=run, time=2.5, state="paused", step=2),
        StateChanged(run=run, time=2.6, state="running", step=2),
        Metrics(run=run, time=3.0, first_step=3, values={"loss": (0.1 + 0.2,), "accuracy": (0.3,)}),
        EpochDone(run=run, time=3.1, epoch=1, step=3, metrics={"loss": 2.0, "val_loss": 1.5}, best=True, seconds=0.5),
        CheckpointSaved(run=run, time=3.2, which="best", epoch=1, step=3),
        Warned(run=run, time=3.3, code="some.code", message="Something odd."),
        Metrics(run=run, time=4.0, first_step=4, values={"loss": (1.0, float("inf"), NAN), "accuracy": (0.5, 0.0, 0.0)}),
        EpochDone(run=run, time=4.1, epoch=2, step=6, metrics={"loss": 1.0, "val_loss": 1.6}, best=False, seconds=0.5),
    ]  # fmt: skip


def ended(run: str, **more) -> RunEnded:
    return RunEnded(run=run, time=9.0, reason="finished", metrics={"val_loss": 1.5}, epoch=2, step=6, best_epoch=1, seconds=1.25, **more)  # fmt: skip


@pytest.fixture
def folder(tmp_path) -> Path:
    return tmp_path / "name.runs"


@pytest.fixture
def writer(folder):
    with RunWriter.create(folder, Project(title="Mine")) as made:
        yield made


def tell(writer: RunWriter, events: list[Event]) -> None:
    for event in events:
        writer.write(event)


def test_a_folder_that_is_not_there_holds_no_runs_and_is_not_made(folder):
    store = RunStore(folder)
    assert store.runs() == [] and store.newest() is None
    assert store.events("r0001-aaaa") == [] and store.series("r0001-aaaa") == {}
    assert not folder.exists()


def test_every_event_comes_back_in_order(folder, writer):
    told = [*story(writer.run), ended(writer.run)]
    tell(writer, told)
    found = RunStore(folder).events(writer.run)
    assert [e.dump() for e in found] == [e.dump() for e in told]
    assert [e.event for e in RunStore(folder).events(writer.run)] == [e.event for e in told]


def test_an_event_is_readable_as_soon_as_it_is_written(folder, writer):
    for count, event in enumerate(story(writer.run), start=1):
        writer.write(event)
        assert len(RunStore(folder).events(writer.run)) == count


def test_series(folder, writer):
    tell(writer, story(writer.run))
    series = RunStore(folder).series(writer.run)
    assert set(series) == {"loss", "accuracy", "val_loss", "epoch_loss"}
    steps, values = series["loss"]
    assert steps.dtype == values.dtype == np.float64
    assert steps.tolist() == [1, 2, 3, 4, 5, 6]
    np.testing.assert_array_equal(values, [3.0, 2.5, 0.1 + 0.2, 1.0, np.inf, np.nan])
    assert [a.tolist() for a in series["val_loss"]] == [[3, 6], [1.5, 1.6]]
    assert [a.tolist() for a in series["epoch_loss"]] == [[3, 6], [2.0, 1.0]]


def test_a_run_at_a_glance(folder, writer):
    store = RunStore(folder)
    fresh = store.get(writer.run)
    assert (fresh.state, fresh.step, fresh.metrics) == ("running", 0, {})
    tell(writer, story(writer.run))
    info = store.get(writer.run)
    assert info.running and info.message == ""
    assert (info.number, info.device, info.epoch, info.epochs, info.step) == (1, "cpu", 2, 5, 6)
    assert (info.best_epoch, info.metrics, info.last_metrics) == (
        1,
        {"loss": 2.0, "val_loss": 1.5},
        {"loss": 1.0, "val_loss": 1.6},
    )
    assert (info.parameters, info.fingerprint) == (8970, "f" * 16)
    writer.write(ended(writer.run, message="All went well."))
    done = store.get(writer.run)
    assert (done.state, done.seconds, done.message, done.running) == ("finished", 1.25, "All went well.", False)


def test_runs_are_found_by_id_number_and_beginning(folder):
    runs = []
    for _ in range(3):
        with RunWriter.create(folder, Project()) as writer:
            writer.write(ended(writer.run))
            runs.append(writer.run)
    store = RunStore(folder)
    assert [r.id for r in store.runs()] == runs[::-1]
    assert sorted(runs) == runs
    assert store.newest().id == runs[2]
    for reference in (runs[1], 2, "2", "#2", "r0002", runs[1][:-1], f" {runs[1]} "):
        assert store.get(reference).id == runs[1]
    with pytest.raises(TrainingError, match=rf"There is no run '9'.*The newest runs are {runs[2]}"):
        store.get(9)
    with pytest.raises(TrainingError, match="Several runs begin with 'r000'"):
        store.get("r000")
    with pytest.raises(TrainingError, match="There is no run ''"):
        store.get("")


def test_a_folder_with_any_name(tmp_path):
    folder = tmp_path / "50% von #1? 十 'x'.runs"
    with RunWriter.create(folder, Project()) as writer:
        writer.write(ended(writer.run))
    assert RunStore(folder).newest().state == "finished"


def test_a_number_is_never_given_twice(folder):
    with RunWriter.create(folder, Project()) as writer:
        writer.write(ended(writer.run))
    store = RunStore(folder)
    (folder / writer.run / "best.safetensors").write_bytes(b"weights")
    store.delete("1")
    assert store.runs() == [] and not (folder / writer.run).exists()
    assert store.series(writer.run) == {}
    with RunWriter.create(folder, Project()) as writer:
        assert store.newest().number == 2


def test_two_windows_train_at_the_same_time(folder):
    """Two writers in two threads interleave; each run gets its own events, all of them."""
    failures: list[BaseException] = []

    def work():
        try:
            with RunWriter.create(folder, Project()) as writer:
                for first in range(1, 400, 4):
                    writer.write(Metrics(run=writer.run, time=1.0, first_step=first, values={"loss": (1.0,) * 4}))
                writer.write(ended(writer.run))
        except BaseException as error:
            failures.append(error)

    threads = [threading.Thread(target=work) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    store = RunStore(folder)
    assert sorted(r.number for r in store.runs()) == [1, 2, 3]
    for info in store.runs():
        assert store.series(info.id)["loss"][0].tolist() == list(range(1, 401))


def test_project_and_preprocess_are_kept(folder, writer):
    store = RunStore(folder)
    assert store.project(writer.run) == Project(title="Mine")
    preprocess = Preprocess(
        inputs={"x": InputPreprocess(kind="table", shape=(2,), offset=(0.1, 0.2), scale=(1 / 3, 3.0))},
        targets={"y": TargetPreprocess(task="classification", classes=("a", "b"))},
        fingerprint="abc",
    )
    with pytest.raises(TrainingError, match=r"has no preprocess\.json"):
        store.preprocess(writer.run)
    writer.keep_preprocess(preprocess)
    assert store.preprocess(writer.run) == preprocess
    (folder / writer.run / "preprocess.json").write_text("{}")
    with pytest.raises(TrainingError, match=r"preprocess\.json of run .* can't be read"):
        store.preprocess(writer.run)


def test_weights(folder, writer):
    store = RunStore(folder)
    tell(writer, story(writer.run))
    with pytest.raises(TrainingError, match=r"has no best weights.*Train for at least one epoch"):
        store.weights_path(writer.run)
    assert store.newest(trained=True) is None
    (folder / writer.run / "best.safetensors").write_bytes(b"")
    assert store.weights_path(writer.run) == folder / writer.run / "best.safetensors"
    assert store.newest(trained=True).id == writer.run


def test_cutting_forgets_what_came_after_a_checkpoint(folder, writer):
    tell(writer, [*story(writer.run), ended(writer.run)])
    writer.cut(step=3, epoch=1, changes=0)
    store = RunStore(folder)
    assert [e.event for e in store.events(writer.run)] == [e.event for e in story(writer.run)[:8]]
    assert store.series(writer.run)["loss"][0].tolist() == [1, 2, 3]
    info = store.get(writer.run)
    assert (info.state, info.epoch, info.step) == ("running", 1, 3)
    writer.write(Metrics(run=writer.run, time=5.0, first_step=4, values={"loss": (7.0,)}))
    assert store.series(writer.run)["loss"][1].tolist() == [3.0, 2.5, 0.1 + 0.2, 7.0]


# Runs whose process is gone

DIES = """
import os, sys
from pathlib import Path
sys.path.insert(0, sys.argv[1])
from test_runs_store import story
from workbench.engine.document import Project
from workbench.engine.runs.writer import RunWriter
writer = RunWriter.create(Path(sys.argv[2]), Project())
for event in story(writer.run):
    writer.write(event)
print(writer.run, flush=True)
sys.stdin.readline()
os._exit(9)
"""


@contextmanager
def other_process(folder: Path):
    child = subprocess.Popen(
        [sys.executable, "-c", DIES, str(Path(__file__).parent), str(folder)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert child.stdin is not None and child.stdout is not None
    with child:
        yield child, child.stdout.readline().strip()
        if child.poll() is None:
            child.kill()


def test_a_run_of_another_process_is_running_until_it_dies(folder):
    store = RunStore(folder)
    with other_process(folder) as (child, run):
        info = store.get(run)
        assert info.running
        with pytest.raises(TrainingError, match="is being trained at this moment"):
            store.delete(run)
        with pytest.raises(TrainingError, match="is being trained at this moment"):
            RunWriter.reopen(folder, run)
        (folder / run / "last.safetensors").write_bytes(b"")
        child.stdin.write("\n")
        child.stdin.flush()
        child.wait()
    info = store.get(run)
    assert info.state == "killed"
    assert "ended while this run was training" in info.message and "Resume it" in info.message
    assert (info.epoch, info.step, info.best_epoch) == (2, 6, 1)
    recorded = [e for e in store.events(run) if isinstance(e, RunEnded)]
    assert [e.reason for e in recorded] == ["killed"]
    assert len([e for e in RunStore(folder).events(run) if isinstance(e, RunEnded)]) == 1


# Files that are not ours, or no longer whole


def database_of(folder: Path) -> Path:
    return folder / database.FILE


@pytest.mark.parametrize(
    "content", [b"not a database, but long enough to be taken for one" * 20, b"SQLite format 3\0" + b"\xff" * 4000]
)
def test_a_file_that_is_no_database_is_told_and_left_alone(folder, content):
    folder.mkdir()
    database_of(folder).write_bytes(content)
    for action in (RunStore(folder).runs, lambda: RunWriter.create(folder, Project())):
        with pytest.raises(TrainingError, match="is damaged or not Workbench's") as caught:
            action()
        assert "Move the folder aside" in str(caught.value)
    assert database_of(folder).read_bytes() == content


def test_a_truncated_database_is_told_and_left_alone(folder):
    with RunWriter.create(folder, Project()) as writer:
        for first in range(1, 20_000, 100):
            writer.write(Metrics(run=writer.run, time=1.0, first_step=first, values={"loss": (1.0,) * 100}))
    for leftover in folder.glob("runs.sqlite-*"):
        leftover.unlink()
    path = database_of(folder)
    content = path.read_bytes()[: path.stat().st_size // 3]
    path.write_bytes(content)
    with pytest.raises(TrainingError, match="is damaged"):
        store = RunStore(folder)
        store.series(store.runs()[0].id)
    assert path.read_bytes() == content


def test_somebody_elses_database_is_told_and_left_alone(folder):
    folder.mkdir()
    with sqlite3.connect(database_of(folder)) as connection:
        connection.execute("CREATE TABLE recipes (name TEXT)")
    connection.close()
    before = database_of(folder).read_bytes()
    for action in (RunStore(folder).runs, lambda: RunWriter.create(folder, Project())):
        with pytest.raises(TrainingError, match="not Workbench's"):
            action()
    assert database_of(folder).read_bytes() == before


def test_a_newer_record_is_told(folder):
    RunWriter.create(folder, Project()).close()
    with sqlite3.connect(database_of(folder)) as connection:
        connection.execute(f"PRAGMA user_version = {database.VERSION + 1}")
    connection.close()
    for action in (RunStore(folder).runs, lambda: RunWriter.create(folder, Project())):
        with pytest.raises(TrainingError, match="newer version of Workbench"):
            action()


def test_an_empty_file_is_a_record_that_was_never_begun(folder):
    folder.mkdir()
    database_of(folder).touch()
    assert RunStore(folder).runs() == []
    RunWriter.create(folder, Project()).close()
    assert len(RunStore(folder).runs()) == 1


def test_another_program_that_holds_the_record_is_told(folder, monkeypatch, writer):
    monkeypatch.setattr(database, "WAIT", 0.05)
    blocker = sqlite3.connect(database_of(folder), isolation_level=None)
    blocker.execute("BEGIN IMMEDIATE")
    with pytest.raises(TrainingError, match="in use by another program"):
        RunWriter.create(folder, Project())
    blocker.execute("ROLLBACK")
    blocker.close()


# Read-only folders


@pytest.fixture
def read_only():
    """A folder of runs that this process may not write in, root or not."""
    if os.name != "posix":
        pytest.skip("permissions are POSIX's here")
    root = Path(tempfile.mkdtemp())
    root.chmod(0o755)
    folder = root / "name.runs"
    silent = RunWriter.create(folder, Project())
    for event in story(silent.run):
        silent.write(event)
    silent.close()
    for leftover in folder.glob("runs.sqlite-*"):
        leftover.unlink()
    for path in [*folder.rglob("*"), folder]:
        path.chmod(0o555 if path.is_dir() else 0o444)
    nobody = os.geteuid() == 0
    if nobody:
        os.seteuid(65534)
    try:
        yield folder, silent.run
    finally:
        if nobody:
            os.seteuid(0)
        for path in [folder, *folder.rglob("*")]:
            path.chmod(0o755)
        shutil.rmtree(root)


def test_a_read_only_folder_can_be_read(read_only):
    folder, run = read_only
    info = RunStore(folder).get(run)
    assert info.state == "killed"
    assert RunStore(folder).series(run)["loss"][0].tolist() == [1, 2, 3, 4, 5, 6]
    assert sorted(p.name for p in folder.iterdir()) == sorted([run, database.FILE])


def test_a_read_only_folder_is_told_when_a_run_is_to_start(read_only):
    folder, run = read_only
    for action in (
        lambda: RunWriter.create(folder, Project()),
        lambda: RunWriter.create(folder / "deeper", Project()),
        lambda: RunWriter.reopen(folder, run),
        lambda: RunStore(folder).delete(run),
    ):
        with pytest.raises(TrainingError, match="can't be written"):
            action()


def test_recording_a_hundred_thousand_steps_is_quick(folder, writer):
    """Five blocks of 200 steps take far less than the 75 ms that one of them stands for."""
    block = tuple(np.random.default_rng(0).random(200).tolist())
    began = time.process_time()
    for first in range(1, 100_001, 200):
        writer.write(Metrics(run=writer.run, time=1.0, first_step=first, values={"loss": block, "accuracy": block}))
    assert (time.process_time() - began) / 500 < 0.02
    assert len(RunStore(folder).series(writer.run)["loss"][1]) == 100_000


def test_an_io_error_on_a_full_disk_is_told_as_one(tmp_path, monkeypatch):
    def fail() -> None:
        error = sqlite3.OperationalError("disk I/O error")
        error.sqlite_errorcode = sqlite3.SQLITE_IOERR_SHMSIZE
        with database.told(tmp_path / database.FILE):
            raise error

    with pytest.raises(TrainingError, match="Check the disk"):
        fail()
    free = shutil.disk_usage(tmp_path)._replace(free=4096)
    monkeypatch.setattr(shutil, "disk_usage", lambda path: free)
    with pytest.raises(OSError) as caught:
        fail()
    assert caught.value.errno == errno.ENOSPC
