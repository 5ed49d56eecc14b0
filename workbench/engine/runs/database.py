"""The SQLite file of a runs folder: its tables, how it is opened, and its failures as sentences."""

from __future__ import annotations

import errno
import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ..errors import TrainingError

FILE = "runs.sqlite"
"""Name of the database in a runs folder."""

APPLICATION_ID = 0x4E4E5742
"""Marks the file as ours ("NNWB"): https://www.sqlite.org/pragma.html#pragma_application_id"""

VERSION = 2
"""Version of the tables, kept in SQLite's ``user_version``."""

STUDIES = """
CREATE TABLE studies (
    id TEXT PRIMARY KEY,
    started REAL NOT NULL,
    body TEXT NOT NULL                         -- JSON: what was asked, and what became of it beside its runs
)
"""

TABLES = f"""
CREATE TABLE runs (
    number INTEGER PRIMARY KEY AUTOINCREMENT,  -- 1, 2, 3..., never given twice
    id TEXT NOT NULL UNIQUE,
    started REAL NOT NULL,
    state TEXT,                                -- reason of the ending, NULL while there is none
    study TEXT NOT NULL DEFAULT '',            -- id of the study it belongs to, empty for a run by itself
    label TEXT NOT NULL DEFAULT ''             -- what it is in its study ("seed 3")
);
{STUDIES.strip()};
CREATE TABLE events (
    run TEXT NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
    sequence INTEGER NOT NULL,
    event TEXT NOT NULL,
    step INTEGER NOT NULL,                     -- last optimiser step that was known when it happened
    epoch INTEGER NOT NULL,                    -- finished epochs
    best INTEGER NOT NULL DEFAULT 0,
    body TEXT NOT NULL,                        -- JSON, a metrics event keeps its numbers in the table metrics
    PRIMARY KEY (run, sequence)
) WITHOUT ROWID;
CREATE INDEX events_by_kind ON events (run, event, sequence);
CREATE TABLE metrics (
    run TEXT NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    first_step INTEGER NOT NULL,
    count INTEGER NOT NULL,
    data BLOB NOT NULL,                        -- one little-endian float64 for each step
    PRIMARY KEY (run, name, first_step)
) WITHOUT ROWID;
"""

UPGRADES = {
    1: (
        "ALTER TABLE runs ADD COLUMN study TEXT NOT NULL DEFAULT ''",
        "ALTER TABLE runs ADD COLUMN label TEXT NOT NULL DEFAULT ''",
        STUDIES,
    ),
}
"""What makes the tables of a version those of the next. Done when a run is written; reading takes older tables as they are."""

SHARED_MEMORY = 32 * 1024
"""Bytes of the smallest wal-index: https://www.sqlite.org/walformat.html#the_wal_index_file_format"""

WAIT = 10.0
"""Seconds that a write waits for another process to finish its own."""


def open_for_writing(folder: Path) -> sqlite3.Connection:
    """The database of a runs folder, folder and tables made when they are not there.

    Raises ``TrainingError`` for a folder that can't be written or a file that is not ours, ``OSError`` for a full disk.
    """
    path = folder / FILE
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise cannot_write(folder, error) from error
    with told(path):
        connection = sqlite3.connect(path, timeout=WAIT, isolation_level=None)
        try:
            connection.execute("PRAGMA foreign_keys = ON")
            connection.execute("BEGIN IMMEDIATE")
            version = version_of(connection, path)
            if version:
                for older in range(version, VERSION):
                    for statement in UPGRADES[older]:
                        connection.execute(statement)
                if version < VERSION:
                    connection.execute(f"PRAGMA user_version = {VERSION}")
                connection.execute("COMMIT")
            else:
                for statement in TABLES.split(";"):
                    connection.execute(statement)
                connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
                connection.execute(f"PRAGMA user_version = {VERSION}")
                connection.execute("COMMIT")
            # After a power cut the last moments may be missing, never more; a killed process loses nothing.
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = NORMAL")
        except BaseException:
            connection.close()
            raise
    return connection


@contextmanager
def open_for_reading(folder: Path) -> Iterator[sqlite3.Connection | None]:
    """The database of a runs folder for a moment, None when there is none yet. Raises ``TrainingError``."""
    path = folder / FILE
    if not path.is_file() or path.stat().st_size == 0:
        yield None
        return
    with told(path):
        connection = _connect_for_reading(path)
        try:
            if not version_of(connection, path):
                raise foreign(path)
            yield connection
        finally:
            connection.close()


def _connect_for_reading(path: Path) -> sqlite3.Connection:
    uri = path.resolve().as_uri()
    connection = sqlite3.connect(f"{uri}?mode=ro", uri=True, timeout=WAIT, isolation_level=None)
    try:
        connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    except sqlite3.OperationalError:
        # A database in WAL mode wants to write beside itself even to be read; on a read-only folder it must be told
        # that nobody else will write: https://www.sqlite.org/wal.html#read_only_databases
        connection.close()
        connection = sqlite3.connect(f"{uri}?immutable=1", uri=True, isolation_level=None)
    return connection


def version_of(connection: sqlite3.Connection, path: Path) -> int:
    """The version of the file's tables; 0 for an empty one. Raises ``TrainingError`` for anybody else's."""
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    (tables,) = connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    if application == APPLICATION_ID and 1 <= version <= VERSION:
        return int(version)
    if application == APPLICATION_ID and version > VERSION:
        raise TrainingError(
            f"{path} was made by a newer version of Workbench (run format {version})",
            f"This version reads format {VERSION}",
            "Update Workbench to see these runs",
            code="runs.newer_format",
            values={"file": str(path), "format": version},
        )
    if tables or application:
        raise foreign(path)
    return 0


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Turns SQLite's failures into ``TrainingError``, and a full disk into ``OSError`` with ``ENOSPC``."""
    try:
        yield
    except sqlite3.Error as error:
        code = getattr(error, "sqlite_errorcode", 0) & 0xFF
        if code == sqlite3.SQLITE_FULL or (code == sqlite3.SQLITE_IOERR and _no_space(path)):
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(path)) from error
        if code in (sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_ERROR):
            raise foreign(path, str(error)) from error
        if code in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM, sqlite3.SQLITE_AUTH):
            raise cannot_write(path.parent, error) from error
        if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
            raise TrainingError(
                f"{path} has been in use by another program for {WAIT:.0f} seconds",
                "Runs are recorded one write at a time",
                "Close the other program and try again",
                code="runs.busy",
                values={"file": str(path)},
            ) from error
        raise TrainingError(
            f"The record of runs {path} failed: {error}",
            "",
            "Check the disk it is on",
            code="runs.failed",
            values={"file": str(path)},
        ) from error


def _no_space(path: Path) -> bool:
    """Whether the disk of ``path`` is full: SQLite calls it an I/O error where its shared memory finds no room."""
    try:
        return shutil.disk_usage(path.parent).free < SHARED_MEMORY
    except OSError:
        return False


def foreign(path: Path, detail: str = "") -> TrainingError:
    """The sentence for a file that is damaged or somebody else's. Nothing of it is touched."""
    return TrainingError(
        f"The record of runs {path} is damaged or not Workbench's" + (f" ({detail})" if detail else ""),
        "Nothing in its folder was changed",
        "Move the folder aside and the next run starts a new one; its checkpoints stay readable",
        code="runs.unreadable",
        values={"file": str(path)},
    )


def cannot_write(folder: Path, error: Exception) -> TrainingError:
    """The sentence for a runs folder that can't be written."""
    detail = getattr(error, "strerror", None) or str(error)
    if folder.is_dir() and not os.access(folder, os.W_OK):
        detail = "it is read-only"  # SQLite says that it could not open a file
    return TrainingError(
        f"The folder for runs {folder} can't be written ({detail})",
        "Training keeps its curves and checkpoints there",
        "Save the project in a folder of your own, or give yourself permission to write",
        code="runs.read_only",
        values={"folder": str(folder)},
    )
