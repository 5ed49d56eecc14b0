"""``change``, ``pause``, ``resume`` and ``stop`` for a run that another process trains."""

from __future__ import annotations

import json
import signal
import subprocess
from collections.abc import Iterator

import pytest

from workbench.cli import steering


def until(process: subprocess.Popen[str], word: str) -> dict[str, object]:
    """The next event of this kind that a program tells."""
    assert process.stdout is not None
    for text in process.stdout:
        if f'"event": "{word}"' in text:
            return dict(json.loads(text))
    raise AssertionError(process.stderr.read() if process.stderr else word)


@pytest.fixture
def training(line, program) -> Iterator[subprocess.Popen[str]]:
    process = program("train", line, "--set", "training.epochs=1000000", "--device", "cpu", "--threads", "1", "--json")
    until(process, "epoch_done")
    yield process
    if process.poll() is None:
        process.kill()
        process.communicate()


def test_a_run_of_another_process_is_changed_paused_and_stopped(line, run, training, monkeypatch):
    done = run("change", line, "--set", "training.learning_rate=0.002")
    assert done.code == 0 and "0.002 after step" in done.out
    event = until(training, "changed")
    assert event["setting"] == "training.learning_rate" and event["after"] == 0.002
    assert run("change", line, "--set", "training.learning_rate=0.002").err.endswith("has these settings already.\n")

    paused = run("pause", line, "--json")
    assert paused.code == 0 and paused.lines[-1]["state"] == "paused"
    assert "paused already" in run("pause", line).err
    # A paused run takes a change as well.
    assert run("change", line, "--set", "training.stopping.patience=1000000").code == 0
    assert run("resume", line).out.startswith(f"Run {event['run']} is running")
    assert "is not paused" in run("resume", line).err

    refused = run("change", line, "--set", "training.epochs=5")
    assert refused.code == 1 and refused.err.startswith("training.epochs can't change while a run goes on.")
    assert run("change", line, "--set", "data.split.seed=5").code == 1
    assert run("change", line, "--set", "training.learning_rate=-1").code == 2
    assert run("change", line, "--set", "training.no_such=1").code == 2
    assert run("change", line).code == 2

    # Who does not listen is told, and the letter taken back.
    with monkeypatch.context() as patience:
        patience.setattr(steering, "HEARD_WITHIN", 0.5)
        training.send_signal(signal.SIGSTOP)
        deaf = run("pause", line)
        training.send_signal(signal.SIGCONT)
    assert deaf.code == 1 and "took no notice" in deaf.err
    assert not list(line.parent.glob("*.runs/*/asked/*.json"))

    stopped = run("stop", line)
    assert stopped.code == 0 and "stopped after" in stopped.out
    training.communicate(timeout=60)
    assert training.returncode == 0
    after = run("change", line, "--run", "1", "--set", "training.learning_rate=0.1")
    assert after.code == 1 and "does not go on any more: it ended (stopped)" in after.err
    none = run("pause", line)
    assert none.code == 1 and none.err.startswith("No run of this project goes on")


def test_a_study_is_paused_and_stopped(line, run, program):
    arguments = ("--seeds", "2", "--workers", "1", "--device", "cpu", "--set", "training.epochs=1000000", "--json")
    process = program("study", line, *arguments)
    study = str(until(process, "study_started")["study"])
    until(process, "epoch_done")
    assert "goes on at this moment, in another window" in run("study", line, "--resume", study).err
    assert run("pause", line, "--study", study).code == 0
    assert until(process, "study_state")["state"] == "paused"
    assert until(process, "state_changed")["state"] == "paused"
    assert run("resume", line, "--study", study).code == 0
    assert until(process, "state_changed")["state"] == "running"
    assert run("stop", line, "--study", study).code == 0
    assert until(process, "study_ended")["reason"] == "stopped"
    process.communicate(timeout=30)
    assert process.returncode == 0
    assert "does not go on at this moment" in run("pause", line, "--study", study).err
