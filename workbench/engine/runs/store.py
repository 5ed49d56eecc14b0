"""The runs of a project: what they said, how they went, and their weights."""

from __future__ import annotations

import json
import shutil
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Literal, TypeVar

import numpy as np
from numpy.typing import NDArray
from pydantic import ValidationError

from ..data.preprocess import Preprocess
from ..document import Project
from ..errors import TrainingError, sentence
from ..project.files import parse_project
from ..train.events import WHOLE_RUN, EpochDone, Event, Metrics, Reason, RunEnded, RunStarted, load_event
from .database import FILE, cannot_write, open_for_reading, open_for_writing, told, version_of
from .info import RunInfo
from .lock import RunLock, held_by_someone
from .writer import LOCK_FILE, PREPROCESS_FILE, PROJECT_FILE, RunWriter

E = TypeVar("E", bound=Event)

Which = Literal["best", "last"]
Series = tuple[NDArray[np.float64], NDArray[np.float64]]
"""Steps and values, both (n,) float64."""


class RunStore:
    """The runs folder of a project (``name.runs``), read from any thread; connections live for one call only.

    A folder that is not there holds no runs. Whoever asks first after a process died records its runs as ``killed``;
    beyond that, and ``delete``, nothing is written.
    """

    def __init__(self, runs_dir: Path | str) -> None:
        self.runs_dir = Path(runs_dir)

    # Looking runs up

    def runs(self) -> list[RunInfo]:
        """All runs, newest first. Raises ``TrainingError`` when the record can't be read."""
        with self._reading() as connection:
            if connection is None:
                return []
            version = version_of(connection, self.runs_dir / FILE)
            study = "study, label" if version > 1 else "'', ''"
            query = f"SELECT id, number, started, state, {study} FROM runs ORDER BY number DESC"
            rows = connection.execute(query).fetchall()
            return [self._info(connection, *row[:4], study=row[4], label=row[5]) for row in rows]

    def newest(self, *, trained: bool = False) -> RunInfo | None:
        """The newest run; with ``trained``, the newest that left weights."""
        return next((r for r in self.runs() if not trained or self.has_weights(r.id)), None)

    def get(self, reference: str | int) -> RunInfo:
        """A run by id, by the beginning of its id, or by number. Raises ``TrainingError`` when it isn't one run."""
        text = str(reference).strip()
        found = self.runs()
        exact = [r for r in found if r.id == text or str(r.number) == text.removeprefix("#")]
        matching = exact or [r for r in found if text and r.id.startswith(text)]
        if len(matching) == 1:
            return matching[0]
        known = ", ".join(r.id for r in found[:8]) or "none"
        raise TrainingError(
            f"There is no run '{text}' in {self.runs_dir}" if not matching else f"Several runs begin with '{text}'",
            f"The newest runs are {known}" if found else "No network has been trained there yet",
            "Name one of them by id or number" if found else "Train first",
            code="runs.no_such_run",
            values={"run": text, "folder": str(self.runs_dir)},
        )

    # What a run said

    def events(self, run: str, *, metrics: bool = True) -> list[Event]:
        """Every event of a run, in order, each step's metrics included; without ``metrics`` the others only, which is quick."""
        with self._reading() as connection:
            if connection is None:
                return []
            skipped = "" if metrics else Metrics.event
            query = "SELECT body FROM events WHERE run = ? AND event != ? ORDER BY sequence"
            rows = connection.execute(query, (run, skipped))
            return [_event(connection, run, json.loads(body)) for (body,) in rows.fetchall()]

    def series(self, run: str) -> dict[str, Series]:
        """Curves by name: (steps, values), both (n,) float64, steps counted from 1.

        One value for each optimiser step: "loss", "accuracy"... One for each epoch, at its last step: "val_loss",
        "val_accuracy"..., and the training split's mean over the epoch as "epoch_loss", "epoch_accuracy"...
        """
        found: dict[str, tuple[list[NDArray[np.float64]], list[NDArray[np.float64]]]] = {}
        with self._reading() as connection:
            if connection is None:
                return {}
            query = "SELECT name, first_step, data FROM metrics WHERE run = ? ORDER BY name, first_step"
            for name, first, data in connection.execute(query, (run,)):
                values = np.frombuffer(data, dtype="<f8")
                steps, parts = found.setdefault(name, ([], []))
                steps.append(np.arange(first, first + len(values), dtype=np.float64))
                parts.append(values)
            epochs = self._events_of(connection, run, EpochDone)
        series: dict[str, Series] = {n: (np.concatenate(s), np.concatenate(v)) for n, (s, v) in found.items()}
        names = dict.fromkeys(name for e in epochs for name in e.metrics)
        for name in names:
            having = [e for e in epochs if name in e.metrics]
            label = name if name.startswith("val_") else f"epoch_{name}"
            series[label] = (
                np.array([e.step for e in having], dtype=np.float64),
                np.array([e.metrics[name] for e in having], dtype=np.float64),
            )
        return series

    def epochs(self, run: str) -> list[EpochDone]:
        """A run's epochs, in order."""
        with self._reading() as connection:
            return [] if connection is None else self._events_of(connection, run, EpochDone)

    # What a run left

    def folder(self, run: str) -> Path:
        """The folder of a run's files."""
        return self.runs_dir / run

    def weights_path(self, run: str, which: Which = "best") -> Path:
        """The safetensors file of a run's weights. Raises ``TrainingError`` when it left none."""
        path = self.folder(run) / f"{which}.safetensors"
        if not path.is_file():
            info = self.get(run)
            why = f": {info.message}" if info.message else f" ({info.state}, {info.epoch} epochs done)"
            raise TrainingError(
                f"Run {run} has no {which} weights{why}",
                "Weights are kept when an epoch is done" + (", and when a run is stopped" if which == "last" else ""),
                "Train for at least one epoch",
                code="runs.no_weights",
                values={"run": run, "which": which},
            )
        return path

    def has_weights(self, run: str, which: Which = "best") -> bool:
        """Whether a run left weights."""
        return (self.folder(run) / f"{which}.safetensors").is_file()

    def project(self, run: str) -> Project:
        """The project as it was when the run began. Raises ``TrainingError``, ``ProjectError``."""
        return parse_project(self._file(run, PROJECT_FILE), f"{run}/{PROJECT_FILE}")

    def preprocess(self, run: str) -> Preprocess:
        """What turns raw data into what the run's network is fed. Raises ``TrainingError``."""
        data = self._file(run, PREPROCESS_FILE)
        try:
            return Preprocess.model_validate_json(data)
        except ValidationError as error:
            raise TrainingError(
                f"{PREPROCESS_FILE} of run {run} can't be read",
                "It says how the run scaled its data",
                "Train again",
                code="runs.preprocess",
                values={"run": run},
            ) from error

    def delete(self, run: str) -> None:
        """Removes a run with its weights. Raises ``TrainingError`` while it is being trained."""
        run = self.get(run).id
        connection = open_for_writing(self.runs_dir)
        lock = RunLock(self.folder(run) / LOCK_FILE)
        try:
            if self.folder(run).is_dir() and not lock.acquire():
                raise TrainingError(
                    f"Run {run} is being trained at this moment",
                    "Only a run that has ended can be deleted",
                    "Stop it first",
                    code="runs.alive",
                    values={"run": run},
                )
            # Windows can't remove a file that is open, and nobody takes up a run that is no longer in the record.
            with told(self.runs_dir / FILE):
                connection.execute("DELETE FROM runs WHERE id = ?", (run,))
        finally:
            lock.release()
            connection.close()
        try:
            if self.folder(run).is_dir():
                shutil.rmtree(self.folder(run))
        except OSError as error:
            raise cannot_write(self.folder(run), error) from error

    def record_death(self, run: str, why: str, reason: Reason = "killed") -> RunEnded:
        """Gives a run whose process is gone an ending, with ``why`` first in its message, and returns it.

        Takes the place of a ``killed`` without a reason, which whoever looked first recorded; one that ended otherwise
        keeps its ending. Raises ``TrainingError`` while it is alive, ``OSError`` when the disk is full.
        """
        with RunWriter.reopen(self.runs_dir, run) as writer, open_for_reading(self.runs_dir) as connection:
            assert connection is not None  # the writer made it
            ended = self._last(connection, run, RunEnded)
            if ended is None or ended.reason == "killed":
                ended = self._killed(connection, run, why)
                if reason != "killed":
                    ended = ended.updated(reason=reason, message=why)
                writer.forget_ending()
                writer.write(ended)
            return ended

    # Inside

    @contextmanager
    def _reading(self) -> Iterator[sqlite3.Connection | None]:
        self._record_killed()
        with open_for_reading(self.runs_dir) as connection:
            yield connection

    def _alive(self, run: str) -> bool:
        return held_by_someone(self.folder(run) / LOCK_FILE)

    def _record_killed(self) -> None:
        """Gives every run without ending whose process is gone the ending ``killed``, where the folder can be written."""
        with open_for_reading(self.runs_dir) as connection:
            if connection is None:
                return
            silent = [run for (run,) in connection.execute("SELECT id FROM runs WHERE state IS NULL").fetchall()]
        for run in silent:
            if self._alive(run):
                continue
            try:
                with RunWriter.reopen(self.runs_dir, run) as writer, open_for_reading(self.runs_dir) as connection:
                    if connection is None or self._state(connection, run) is not None:
                        continue  # it ended, or somebody else recorded it, since we looked
                    writer.write(self._killed(connection, run))
            except (TrainingError, OSError):
                # Read-only, full, or without its folder: it is shown as killed all the same (see _info), only not recorded.
                continue

    def _killed(self, connection: sqlite3.Connection, run: str, why: str = "") -> RunEnded:
        epoch = self._last(connection, run, EpochDone)
        best = self._last(connection, run, EpochDone, best=True)
        step, seconds = self._reached(connection, run)
        message = why or sentence("The program was ended while this run was training")
        if self.has_weights(run, "last"):
            message = sentence(message, "", "Resume it to go on from the last checkpoint")
        return RunEnded(
            run=run,
            time=time.time(),
            reason="killed",
            metrics=_metrics(best, epoch),
            message=message,
            epoch=epoch.epoch if epoch else 0,
            step=step,
            best_epoch=best.epoch if best else 0,
            seconds=seconds,
        )

    def _reached(self, connection: sqlite3.Connection, run: str) -> tuple[int, float]:
        """The last step that was recorded, and seconds from the run's start to its last event."""
        row = connection.execute(
            "SELECT step, json_extract(body, '$.time'), (SELECT started FROM runs WHERE id = ?) "
            "FROM events WHERE run = ? ORDER BY sequence DESC LIMIT 1",
            (run, run),
        ).fetchone()
        return (row[0], max(row[1] - row[2], 0.0)) if row else (0, 0.0)

    def _state(self, connection: sqlite3.Connection, run: str) -> str | None:
        row = connection.execute("SELECT state FROM runs WHERE id = ?", (run,)).fetchone()
        return row[0] if row else None

    def _info(
        self,
        connection: sqlite3.Connection,
        run: str,
        number: int,
        started: float,
        state: str | None,
        *,
        study: str,
        label: str,
    ) -> RunInfo:
        start = self._last(connection, run, RunStarted)
        epoch = self._last(connection, run, EpochDone)
        best = self._last(connection, run, EpochDone, best=True)
        ended = self._last(connection, run, RunEnded)
        if ended is None and not self._alive(run):
            ended = self._killed(connection, run)
        step, seconds = self._reached(connection, run)
        return RunInfo(
            id=run,
            number=number,
            started=started,
            state=ended.reason if ended else "running",
            device=start.device if start else "",
            epochs=start.epochs if start else 0,
            epoch=epoch.epoch if epoch else 0,
            step=step,
            best_epoch=best.epoch if best else 0,
            metrics=_metrics(best, epoch, ended),
            last_metrics=epoch.metrics if epoch else {},
            seconds=ended.seconds if ended else seconds,
            message=ended.message if ended else "",
            fingerprint=start.fingerprint if start else "",
            parameters=start.parameters if start else 0,
            study=study,
            label=label,
        )

    def _last(self, connection: sqlite3.Connection, run: str, kind: type[E], *, best: bool = False) -> E | None:
        row = connection.execute(
            "SELECT body FROM events WHERE run = ? AND event = ? AND best >= ? ORDER BY sequence DESC LIMIT 1",
            (run, kind.event, best),
        ).fetchone()
        return _parsed(kind, row[0]) if row else None

    def _events_of(self, connection: sqlite3.Connection, run: str, kind: type[E]) -> list[E]:
        rows = connection.execute(
            "SELECT body FROM events WHERE run = ? AND event = ? ORDER BY sequence", (run, kind.event)
        )
        return [_parsed(kind, body) for (body,) in rows.fetchall()]

    def _file(self, run: str, name: str) -> bytes:
        path = self.folder(run) / name
        try:
            return path.read_bytes()
        except OSError as error:
            raise TrainingError(
                f"Run {run} has no {name} ({error.strerror or error})",
                "It is written when a run starts",
                "Train again, or choose another run",
                code="runs.no_file",
                values={"run": run, "file": str(path)},
            ) from error


def _metrics(best: EpochDone | None, last: EpochDone | None, ended: RunEnded | None = None) -> dict[str, float]:
    """Those of the best epoch, but what holds of the whole run as it was at its end."""
    newest = ended.metrics if ended and ended.metrics else last.metrics if last else {}
    return {**(best.metrics if best else {}), **{name: newest[name] for name in WHOLE_RUN if name in newest}}


def _parsed(kind: type[E], body: str) -> E:
    content = json.loads(body)
    content.pop("event")
    return kind.model_validate(content)


def _event(connection: sqlite3.Connection, run: str, content: dict[str, Any]) -> Event:
    if content["event"] == Metrics.event:
        first = content["first_step"]
        values = {}
        for name in content.pop("names"):
            query = "SELECT data FROM metrics WHERE run = ? AND name = ? AND first_step = ?"
            row = connection.execute(query, (run, name, first)).fetchone()
            values[name] = tuple(np.frombuffer(row[0], dtype="<f8").tolist()) if row else ()
        content["values"] = values
    return load_event(content)
