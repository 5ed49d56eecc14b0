"""``study``: seeds and folds from the command line."""

from __future__ import annotations

import signal
import subprocess


def test_seeds_end_with_mean_and_spread(line, run):
    before = line.read_text()
    done = run("study", line, "--seeds", "2", "--device", "cpu", "--set", "training.epochs=2", "--json")
    assert done.code == 0
    assert done.lines[0]["event"] == "study_started" and done.lines[0]["total"] == 2
    ended = done.lines[-1]
    assert ended["event"] == "study_ended" and ended["reason"] == "finished"
    assert ended["spreads"]["val_loss"]["count"] == 2
    assert sum(entry["event"] == "run_ended" for entry in done.lines) == 2
    assert line.read_text() == before
    listed = run("runs", line, "--json").lines
    assert {(entry["study"], entry["label"]) for entry in listed} == {
        (ended["study"], "seed 0"),
        (ended["study"], "seed 1"),
    }


def test_folds_in_words(line, run):
    done = run("study", line, "--folds", "2", "--device", "cpu", "--set", "training.epochs=2")
    assert done.code == 0
    assert "fold 2 of 2: finished" in done.err
    assert "val_loss" in done.out and "±" in done.out


def test_one_thing_is_asked_at_a_time(line, run):
    assert run("study", line).code == 2
    assert run("study", line, "--seeds", "2", "--folds", "3").code == 2
    assert run("study", line, "--seeds", "1").code == 2


def test_ctrl_c_stops_and_keeps_and_it_is_taken_up(line, run, program):
    arguments = ("study", line, "--seeds", "2", "--workers", "1", "--device", "cpu", "--json")
    process: subprocess.Popen[str] = program(*arguments, "--set", "training.epochs=3000")
    assert process.stdout is not None
    for text in process.stdout:
        if '"epoch_done"' in text:
            break
    process.send_signal(signal.SIGINT)
    rest, _ = process.communicate(timeout=240)
    assert process.returncode == 0
    assert '"reason": "stopped"' in rest.splitlines()[-1]
    (only,) = run("runs", line, "--json").lines
    assert only["state"] == "stopped"
    study = only["study"]
    # A study goes on with what it began with; that is long, so that it is stopped again.
    process = program("study", line, "--resume", study, "--device", "cpu", "--json")
    assert process.stdout is not None
    for text in process.stdout:
        if '"run_started"' in text:
            assert f'"run": "{only["run"]}"' in text
            break
    process.send_signal(signal.SIGINT)
    process.communicate(timeout=240)
    assert process.returncode == 0


def test_an_unknown_study_is_told(line, run):
    done = run("study", line, "--resume", "s009")
    assert done.code == 1 and "no study" in done.err


def test_a_search_prints_its_best_as_settings(line, run):
    done = run(
        "study", line, "--search", "--space", "training.learning_rate=1e-3..1e-1:log", "--trials", "3",
        "--set", "training.epochs=2", "--device", "cpu",
    )  # fmt: skip
    assert done.code == 0, done.err
    assert "best: trial " in done.out
    assert "--set training.learning_rate=" in done.err


def test_a_search_of_nothing_or_of_what_is_not_there_is_told(line, run):
    assert "Nothing is searched yet" in run("study", line, "--search").err
    done = run("study", line, "--search", "--space", "training.learning_rat=1..2")
    assert done.code == 1 and "training.learning_rate" in done.err
    assert run("study", line, "--search", "--space", "training.learning_rate").code == 2
    assert run("study", line, "--seeds", "2", "--trials", "3").code == 2
