"""``probe``, ``find-rate`` and ``find-batch``."""

from __future__ import annotations

import pytest


def test_probe_tells_time_and_memory(line, run):
    before = line.read_text()
    done = run("probe", line, "--device", "cpu", "--threads", "1", "--set", "training.epochs=40")
    assert done.code == 0
    first, *rest = done.out.splitlines()
    assert first.startswith("about ") and first.endswith(" MB on cpu")
    assert any(row.split() == ["epochs", "40"] for row in rest)
    assert "All 40 epochs are trained." in done.err
    assert line.read_text() == before
    assert not line.with_suffix(".runs").exists()


def test_find_rate_as_json_ends_with_what_was_found(line, run):
    done = run("find-rate", line, "--device", "cpu", "--threads", "1", "--steps", "60", "--json")
    assert done.code == 0
    assert {entry["event"] for entry in done.lines} == {"rate_steps", "rate_found"}
    found = done.lines[-1]
    assert found["valley"] > 0 and found["steepest"] > 0
    assert sum(len(entry["rates"]) for entry in done.lines[:-1]) <= 60


def test_find_batch_of_a_tiny_set_takes_all_of_it(line, run):
    done = run("find-batch", line, "--device", "cpu", "--threads", "1", "--json")
    assert done.code == 0
    assert done.lines[-1]["event"] == "batch_found" and done.lines[-1]["all_samples"]
    assert all(entry["fits"] for entry in done.lines[:-1])


@pytest.mark.parametrize("command", ["probe", "find-rate", "find-batch"])
def test_wrong_settings_are_refused_before_anything_starts(line, run, command):
    done = run(command, line, "--set", "training.epoch=3")
    assert done.code == 2 and "training.epochs" in done.err
