"""A record of runs made before there were studies: it is read as it is, and upgraded when a run is written."""

from __future__ import annotations

import sqlite3

from workbench.engine.document import Project
from workbench.engine.runs import database
from workbench.engine.runs.store import RunStore
from workbench.engine.runs.writer import RunWriter

VERSION_1 = """
CREATE TABLE runs (number INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, started REAL NOT NULL, state TEXT);
CREATE TABLE events (
    run TEXT NOT NULL REFERENCES runs (id) ON DELETE CASCADE, sequence INTEGER NOT NULL, event TEXT NOT NULL,
    step INTEGER NOT NULL, epoch INTEGER NOT NULL, best INTEGER NOT NULL DEFAULT 0, body TEXT NOT NULL,
    PRIMARY KEY (run, sequence)
) WITHOUT ROWID;
CREATE INDEX events_by_kind ON events (run, event, sequence);
CREATE TABLE metrics (
    run TEXT NOT NULL REFERENCES runs (id) ON DELETE CASCADE, name TEXT NOT NULL, first_step INTEGER NOT NULL,
    count INTEGER NOT NULL, data BLOB NOT NULL, PRIMARY KEY (run, name, first_step)
) WITHOUT ROWID;
INSERT INTO runs (id, started, state) VALUES ('r0001-aaaa', 5.0, 'finished');
"""


def made(folder):
    folder.mkdir()
    connection = sqlite3.connect(folder / database.FILE)
    connection.executescript(VERSION_1)
    connection.execute(f"PRAGMA application_id = {database.APPLICATION_ID}")
    connection.execute("PRAGMA user_version = 1")
    connection.commit()
    connection.close()
    return folder


def version(folder) -> int:
    connection = sqlite3.connect(folder / database.FILE)
    try:
        return connection.execute("PRAGMA user_version").fetchone()[0]
    finally:
        connection.close()


def test_an_older_record_is_read_as_it_is(tmp_path):
    folder = made(tmp_path / "a.runs")
    (only,) = RunStore(folder).runs()
    assert (only.number, only.study, only.label) == (1, "", "")
    assert version(folder) == 1


def test_the_next_run_upgrades_it_and_its_runs_stay(tmp_path):
    folder = made(tmp_path / "a.runs")
    with RunWriter.create(folder, Project(), study="s-1", label="seed 3") as writer:
        pass
    assert version(folder) == database.VERSION
    new, old = RunStore(folder).runs()
    assert (old.id, old.study) == ("r0001-aaaa", "")
    assert (new.id, new.number, new.study, new.label) == (writer.run, 2, "s-1", "seed 3")
    with RunWriter.create(folder, Project()) as writer:
        pass
    assert RunStore(folder).get(writer.run).study == ""
