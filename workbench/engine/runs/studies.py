"""The studies of a project: what was asked and what became of each part, beside the runs in the same file."""

from __future__ import annotations

import json
import secrets
import shutil
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ..errors import TrainingError
from .database import FILE, open_for_reading, open_for_writing, told, version_of
from .lock import RunLock, held_by_someone
from .store import RunStore
from .writer import LOCK_FILE


@dataclass(frozen=True)
class StudyRow:
    """A study as it is recorded.

    Attributes:
        id: sorts by age ("s003-7f2a").
        started: seconds since the epoch (UTC).
        body: JSON: "kind", "state" ("" while it goes on or was broken off, else how it ended), "members", and what the
            study needs to be taken up again.
    """

    id: str
    started: float
    body: dict[str, Any] = field(default_factory=dict)

    @property
    def kind(self) -> str:
        """ "seeds", "folds" or "search"."""
        return str(self.body.get("kind", ""))

    @property
    def state(self) -> str:
        """How it ended, empty while it has not."""
        return str(self.body.get("state", ""))

    @property
    def members(self) -> list[dict[str, Any]]:
        """Its parts: "number", "label", "run", "reason", "message", "metrics" and, of a search, "values" and "value"."""
        return list(self.body.get("members", []))


def study_folder(runs_dir: Path, study: str) -> Path:
    """Where a study has its lock, and where it is asked (see ``letters``)."""
    return runs_dir / study


def study_lock(runs_dir: Path, study: str) -> RunLock:
    """The lock of a study, taken. Raises ``TrainingError`` while it goes on elsewhere, ``OSError``."""
    folder = study_folder(runs_dir, study)
    folder.mkdir(exist_ok=True)
    lock = RunLock(folder / LOCK_FILE)
    if not lock.acquire():
        raise TrainingError(
            f"Study {study} goes on at this moment, in another window or on the command line",
            "A study is made in one place",
            "Stop it there first",
            code="studies.alive",
            values={"study": study},
        )
    return lock


def is_alive(runs_dir: Path, study: str) -> bool:
    """Whether somebody is making a study at this moment."""
    return held_by_someone(study_folder(runs_dir, study) / LOCK_FILE)


def create_study(runs_dir: Path, body: dict[str, Any]) -> StudyRow:
    """Enters a new study. Raises ``TrainingError``, ``OSError`` as a new run does."""
    connection = open_for_writing(runs_dir)
    try:
        with told(runs_dir / FILE):
            connection.execute("BEGIN IMMEDIATE")
            (count,) = connection.execute(
                "SELECT coalesce(max(CAST(substr(id, 2, 3) AS INTEGER)), 0) FROM studies"
            ).fetchone()
            row = StudyRow(f"s{count + 1:03d}-{secrets.token_hex(2)}", time.time(), body)
            connection.execute("INSERT INTO studies VALUES (?, ?, ?)", (row.id, row.started, json.dumps(body)))
            connection.execute("COMMIT")
    finally:
        connection.close()
    return row


def keep_study(runs_dir: Path, row: StudyRow) -> None:
    """Writes what became of a study so far."""
    connection = open_for_writing(runs_dir)
    try:
        with told(runs_dir / FILE):
            connection.execute("UPDATE studies SET body = ? WHERE id = ?", (json.dumps(row.body), row.id))
    finally:
        connection.close()


def list_studies(runs_dir: Path) -> list[StudyRow]:
    """All studies, newest first. Raises ``TrainingError`` when the record can't be read."""
    with open_for_reading(runs_dir) as connection:
        if connection is None or version_of(connection, runs_dir / FILE) < 2:
            return []
        rows = connection.execute("SELECT id, started, body FROM studies ORDER BY started DESC, id DESC").fetchall()
    return [StudyRow(study, started, json.loads(body)) for study, started, body in rows]


def get_study(runs_dir: Path, reference: str) -> StudyRow:
    """A study by its id or the beginning of it; the newest for "". Raises ``TrainingError`` when it isn't one study."""
    found = list_studies(runs_dir)
    matching = found[:1] if not reference else [s for s in found if s.id.startswith(reference)]
    if len(matching) == 1:
        return matching[0]
    known = ", ".join(s.id for s in found[:8])
    raise TrainingError(
        f"There is no study '{reference}' in {runs_dir}"
        if not matching
        else f"Several studies begin with '{reference}'",
        f"The newest studies are {known}" if found else "Nothing has been studied there yet",
        "Name one of them" if found else "Begin one first",
        code="studies.no_such_study",
        values={"study": reference},
    )


def delete_study(runs_dir: Path, study: str) -> None:
    """Removes a study with its runs. Raises ``TrainingError`` while it goes on."""
    study_lock(runs_dir, study).release()
    store = RunStore(runs_dir)
    for run in store.runs():
        if run.study == study:
            store.delete(run.id)
    connection = open_for_writing(runs_dir)
    try:
        with told(runs_dir / FILE):
            connection.execute("DELETE FROM studies WHERE id = ?", (study,))
    finally:
        connection.close()
    shutil.rmtree(study_folder(runs_dir, study), ignore_errors=True)
