"""Recording a run while it happens: the training thread's own connection, and the run's lock."""

from __future__ import annotations

import errno
import json
import secrets
import sqlite3
import time
from array import array
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Self

from ..data.preprocess import Preprocess
from ..document import Project
from ..errors import TrainingError
from ..project.atomic import atomic_write
from ..project.files import project_text
from ..train.events import Changed, EpochDone, Event, Metrics, RunEnded, RunStarted
from .database import FILE, cannot_write, open_for_writing, told
from .lock import RunLock

PROJECT_FILE = "project.json"
PREPROCESS_FILE = "preprocess.json"
LOCK_FILE = "lock"
SPARE_FILE = "spare"
SPARE = 256 * 1024
"""Bytes set aside while a run goes on, so that a disk that is full has room for its ending."""


class RunWriter:
    """Writes one run's events, in order, each in a transaction of its own. Belongs to the thread that made it."""

    def __init__(self, runs_dir: Path, run: str, connection: sqlite3.Connection, lock: RunLock) -> None:
        self.run = run
        self.folder = runs_dir / run
        self._path = runs_dir / FILE
        self._connection, self._lock = connection, lock
        row = connection.execute(
            "SELECT coalesce(max(sequence), 0), coalesce(max(step), 0), coalesce(max(epoch), 0) FROM events WHERE run = ?",
            (run,),
        ).fetchone()
        self._sequence, self._step, self._epoch = row
        self._set_aside()

    @classmethod
    def create(cls, runs_dir: Path, project: Project, *, study: str = "", label: str = "") -> RunWriter:
        """Enters a new run, as one of a study where that is told. Raises ``TrainingError`` when the folder can't be written, ``OSError`` when the disk is full."""
        connection = open_for_writing(runs_dir)
        lock: RunLock | None = None
        try:
            with told(runs_dir / FILE):
                connection.execute("BEGIN IMMEDIATE")
                row = connection.execute("SELECT seq FROM sqlite_sequence WHERE name = 'runs'").fetchone()
                number = (row[0] if row else 0) + 1
                run = f"r{number:04d}-{secrets.token_hex(2)}"
                connection.execute(
                    "INSERT INTO runs (number, id, started, study, label) VALUES (?, ?, ?, ?, ?)",
                    (number, run, time.time(), study, label),
                )
                try:
                    (runs_dir / run).mkdir()
                    # Before the row can be seen: a run without lock and ending is taken for a killed one.
                    lock = RunLock(runs_dir / run / LOCK_FILE)
                    lock.acquire()
                    # And without its project a run that is killed right now could never go on.
                    atomic_write(runs_dir / run / PROJECT_FILE, project_text(project).encode())
                except PermissionError as error:
                    raise cannot_write(runs_dir, error) from error
                connection.execute("COMMIT")
            return cls(runs_dir, run, connection, lock)
        except BaseException:
            connection.close()
            if lock is not None:
                lock.release()
            raise

    @classmethod
    def reopen(cls, runs_dir: Path, run: str) -> RunWriter:
        """Takes up a run that has ended. Raises ``TrainingError`` while it is alive elsewhere."""
        connection = open_for_writing(runs_dir)
        lock = RunLock(runs_dir / run / LOCK_FILE)
        try:
            if not lock.acquire():
                raise TrainingError(
                    f"Run {run} is being trained at this moment, in another window or on the command line",
                    "A run goes on in one place",
                    "Stop it there first",
                    code="runs.alive",
                    values={"run": run},
                )
            # What a process left behind that was killed in the middle of a write.
            for leftover in (runs_dir / run).glob(".*.tmp"):
                with suppress(OSError):
                    leftover.unlink()
            return cls(runs_dir, run, connection, lock)
        except BaseException:
            connection.close()
            lock.release()
            raise

    def cut(self, *, step: int, epoch: int, changes: int) -> None:
        """Forgets the ending and whatever was recorded after a checkpoint at ``step``, with ``epoch`` epochs finished.

        ``changes``: of settings, which the checkpoint knows; several may have been made at its step.
        """
        with told(self._path):
            self._connection.execute("BEGIN IMMEDIATE")
            self._connection.execute(
                "DELETE FROM events WHERE run = ? AND (step > ? OR epoch > ? OR event = ?)",
                (self.run, step, epoch, RunEnded.event),
            )
            self._connection.execute(
                "DELETE FROM metrics WHERE run = ? AND first_step + count - 1 > ?", (self.run, step)
            )
            self._connection.execute(
                "DELETE FROM events WHERE run = ? AND event = ? AND sequence NOT IN "
                "(SELECT sequence FROM events WHERE run = ? AND event = ? ORDER BY sequence LIMIT ?)",
                (self.run, Changed.event, self.run, Changed.event, changes),
            )
            self._connection.execute("UPDATE runs SET state = NULL WHERE id = ?", (self.run,))
            self._connection.execute("COMMIT")
        self._step, self._epoch = step, epoch

    def forget_ending(self) -> None:
        """Takes back the ending, so that another can be written."""
        with told(self._path):
            self._connection.execute("BEGIN IMMEDIATE")
            self._connection.execute("DELETE FROM events WHERE run = ? AND event = ?", (self.run, RunEnded.event))
            self._connection.execute("UPDATE runs SET state = NULL WHERE id = ?", (self.run,))
            self._connection.execute("COMMIT")

    def write(self, event: Event) -> None:
        """Records an event. Raises ``OSError`` with ``ENOSPC`` when the disk is full, for the ending also without the spare."""
        try:
            self._write(event)
        except OSError as error:
            if not isinstance(event, RunEnded) or error.errno != errno.ENOSPC:
                raise
            self._give_up_spare()
            self._sequence -= 1
            self._write(event)

    def _set_aside(self) -> None:
        try:
            (self.folder / SPARE_FILE).write_bytes(bytes(SPARE))
        except OSError:
            # Without it, a full disk leaves the run without an ending; whoever opens it next records it as killed.
            self._give_up_spare()

    def _give_up_spare(self) -> None:
        with suppress(OSError):
            (self.folder / SPARE_FILE).unlink(missing_ok=True)

    def _write(self, event: Event) -> None:
        if isinstance(event, RunStarted):
            self._step, self._epoch = event.first_step, event.first_epoch
        elif isinstance(event, EpochDone):
            self._step, self._epoch = event.step, event.epoch
        elif isinstance(event, Metrics):
            self._step = event.first_step + max(map(len, event.values.values()), default=0) - 1
        best = isinstance(event, EpochDone) and event.best
        self._sequence += 1
        row = (self.run, self._sequence, event.event, self._step, self._epoch, best, body_of(event))
        with told(self._path):
            connection = self._connection
            connection.execute("BEGIN IMMEDIATE")
            try:
                connection.execute("INSERT INTO events VALUES (?, ?, ?, ?, ?, ?, ?)", row)
                if isinstance(event, Metrics):
                    connection.executemany(
                        "INSERT INTO metrics VALUES (?, ?, ?, ?, ?)",
                        [
                            (self.run, name, event.first_step, len(values), _blob(values))
                            for name, values in event.values.items()
                        ],
                    )
                elif isinstance(event, RunEnded):
                    connection.execute("UPDATE runs SET state = ? WHERE id = ?", (event.reason, self.run))
                connection.execute("COMMIT")
            except BaseException:
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
                raise

    def keep_project(self, project: Project) -> None:
        """Writes ``project.json``: what this run was asked to do."""
        atomic_write(self.folder / PROJECT_FILE, project_text(project).encode())

    def keep_preprocess(self, preprocess: Preprocess) -> None:
        """Writes ``preprocess.json``: what turns raw data into what this run's network is fed."""
        atomic_write(self.folder / PREPROCESS_FILE, preprocess.model_dump_json(indent=1).encode())

    def close(self) -> None:
        """Lets go of database and lock."""
        self._give_up_spare()
        self._connection.close()
        self._lock.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def body_of(event: Event) -> str:
    """The JSON that stands in the table events; numbers of a metrics event are left out, they have a table of their own."""
    if isinstance(event, Metrics):
        content = event.model_dump(mode="json", exclude={"values"})
        return json.dumps({"event": event.event, **content, "names": list(event.values)})
    return json.dumps(event.dump())


def _blob(values: tuple[float, ...]) -> bytes:
    block = array("d", values)
    if array("H", [1]).tobytes() != b"\x01\x00":
        block.byteswap()
    return block.tobytes()
