"""train: events, settings for one run only, stop and resume, children, pipes."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from commands import Run

from workbench.engine.project.files import runs_dir_of
from workbench.engine.runs.store import RunStore
from workbench.engine.train.events import load_event

Program = Callable[..., "subprocess.Popen[str]"]
posix = pytest.mark.skipif(sys.platform == "win32", reason="needs POSIX signals")


def test_json_lines_end_with_run_ended(run: Run, line: Path):
    ran = run("train", line, "--json", "--set", "training.epochs=3")
    assert ran.code == 0 and ran.err == ""
    first, *_, last = ran.lines
    assert first["event"] == "run_started" and first["epochs"] == 3 and first["parameters"] == 2
    assert last["event"] == "run_ended" and last["reason"] == "finished" and last["run"] == first["run"]
    assert {"val_loss", "val_mae", "loss"} <= set(last["metrics"])
    for entry in ran.lines:
        assert load_event(entry).dump() == entry, "every line is an event"
    assert sum(e["event"] == "run_ended" for e in ran.lines) == 1
    steps = [v for e in ran.lines if e["event"] == "metrics" for v in e["values"]["loss"]]
    assert len(steps) == 3 * first["steps_per_epoch"], "every step's loss is there"


def test_settings_change_the_run_and_not_the_file(run: Run, line: Path):
    before = line.read_bytes()
    settings = ["training.epochs=2", "training.optimizer=adam", "training.optimizer.beta1=0.8", "data.split.seed=5"]
    settings += ["networks.model.dense_1.bias=false"]
    ran = run("train", line, "--json", *(part for s in settings for part in ("--set", s)))
    assert ran.code == 0, ran.err
    assert line.read_bytes() == before
    project = RunStore(runs_dir_of(line)).project(ran.lines[0]["run"])
    assert project.training.epochs == 2 and project.data.split.seed == 5
    assert project.training.optimizer.dump()["kind"] == "adam" and project.training.optimizer.dump()["beta1"] == 0.8
    assert project.graph.by_name["dense_1"].layer.dump()["bias"] is False
    assert ran.lines[0]["parameters"] == 1


@pytest.mark.parametrize(
    ("setting", "words"),
    [
        ("training.epoch=3", "Did you mean training.epochs?"),
        ("epochs=3", "Did you mean training.epochs?"),
        ("training.optimizer.momentun=0.9", "training.optimizer.momentum"),
        ("networks.model.dense_9.units=3", "networks.model.dense_1.units"),
        ("title=x", "There is no setting 'title'"),
        ("training=x", "There is no setting 'training'"),
        ("training.epochs", "path=value"),
        ("training.epochs=0", "must be above 0"),
        ("training.epochs=many", "training.epochs can't be set to 'many'"),
        ("training.optimizer=magic", "unknown optimizer 'magic'"),
        ("data.split.validation=1.5", "must be below 1"),
        ("networks.model.dense_1.units=-2", "must be above 0"),
    ],
)
def test_bad_settings_are_wrong_usage(run: Run, line: Path, setting: str, words: str):
    ran = run("train", line, "--set", setting)
    assert ran.code == 2 and words in ran.err and ran.err.count("\n") == 1
    assert not runs_dir_of(line).exists(), "nothing was begun"


def test_augmentation_and_balance_are_settings_too(run: Run, tmp_path: Path):
    file = tmp_path / "digits.nnwb"
    run("new", "digits-mlp", file)
    settings = ["data.augment=light", "data.balance=oversample", "data.balance.amount=0.5", "training.epochs=1"]
    ran = run("train", file, "--json", *(part for s in settings for part in ("--set", s)))
    assert ran.code == 0, ran.err
    data = RunStore(runs_dir_of(file)).project(ran.lines[0]["run"]).data
    assert [o.kind for o in data.augment] == ["rotate", "shift", "brightness", "contrast"]
    assert data.balance.kind == "oversample" and data.balance.dump()["amount"] == 0.5
    one = ['data.augment=[{"kind": "rotate", "degrees": 30}]', "training.epochs=1"]
    ran = run("train", file, "--json", *(part for s in one for part in ("--set", s)))
    assert RunStore(runs_dir_of(file)).project(ran.lines[0]["run"]).data.augment[0].dump()["degrees"] == 30
    refused = run("train", file, "--set", "data.augment=wobble")
    assert refused.code == 2 and "unknown augmentation 'wobble'; known are" in refused.err


def test_progress_in_words(run: Run, line: Path):
    ran = run("train", line, "--set", "training.epochs=2")
    assert "epoch 1/2  loss" in ran.err and "epoch 2/2" in ran.err
    assert ran.out.startswith("Run r0001-") and "finished after 2 epochs" in ran.out


def test_bad_endings_are_1_and_one_sentence(run: Run, line: Path):
    ran = run("train", line, "--json", "--set", "training.learning_rate=100")
    assert ran.code == 1 and ran.lines[-1]["reason"] == "diverged"
    assert "Lower the learning rate" in ran.err
    ran = run("train", line, "--device", "cuda:7", "--json")
    assert ran.code == 1 and ran.lines[-1]["reason"] == "error"
    assert "The device 'cuda:7' is not there" in ran.err


def test_line_regression_recovers_its_slope(run: Run, line: Path):
    from safetensors.numpy import load_file

    last = run("train", line, "--json").lines[-1]
    weights = load_file(RunStore(runs_dir_of(line)).weights_path(last["run"]))
    assert weights["dense_1.weight"][0, 0] == pytest.approx(3, abs=0.15)


def test_resume_goes_on_where_a_run_was(run: Run, line: Path):
    first = run("train", line, "--json", "--set", "training.epochs=2").lines[-1]
    more = run("train", line, "--json", "--resume", first["run"][:5], "--set", "training.epochs=4")
    assert more.code == 0, more.err
    assert more.lines[0]["run"] == first["run"] and more.lines[0]["first_epoch"] == 2
    assert more.lines[-1]["epoch"] == 4
    whole = run("train", line, "--json", "--set", "training.epochs=4").lines[-1]
    assert whole["metrics"] == more.lines[-1]["metrics"], "as if it had never stopped"
    missing = run("train", line, "--resume", "r0099")
    assert missing.code == 1 and "There is no run 'r0099'" in missing.err


def test_a_warm_start_takes_over_what_fits(run: Run, line: Path, tmp_path: Path):
    first = run("train", line, "--json", "--set", "training.epochs=2").lines[-1]["run"]
    ran = run("train", line, "--warm-start", first[:5], "--set", "training.epochs=1")
    assert ran.code == 0 and f"The weights of run {first} fill 1 of 1 layers, 100 % of the numbers." in ran.err
    other = tmp_path / "other.nnwb"
    run("new", "line-regression", other)
    ran = run("train", other, "--json", "--warm-start", "1", "--project", line, "--set", "training.epochs=1")
    assert ran.code == 0 and [e["source"] for e in ran.lines if e["event"] == "warm_started"] == [first]
    assert run("train", other, "--warm-start", "9", "--project", line).err.startswith("There is no run '9'")
    both = run("train", line, "--warm-start", first, "--resume", first)
    assert both.code == 2 and "doesn't go with --warm-start" in both.err
    assert run("train", line, "--project", other).code == 2


def wait_for(child: subprocess.Popen[str], event: str) -> dict[str, object]:
    assert child.stdout is not None
    for text in child.stdout:
        told = json.loads(text)
        if told["event"] == event:
            return told
    raise AssertionError(f"no {event}: {child.stderr.read() if child.stderr else ''}")


LONG = ("--set", "training.epochs=1000000")


@posix
@pytest.mark.parametrize("isolated", [False, True])
def test_ctrl_c_stops_and_keeps(program: Program, line: Path, isolated: bool):
    child = program("train", line, "--json", *LONG, *(["--isolated"] if isolated else []))
    wait_for(child, "epoch_done")
    child.send_signal(signal.SIGINT)
    out, err = child.communicate(timeout=240)
    last = json.loads(out.splitlines()[-1])
    assert child.returncode == 0 and last["reason"] == "stopped"
    assert "Stopping and keeping" in err
    store = RunStore(runs_dir_of(line))
    assert store.get(last["run"]).state == "stopped" and store.has_weights(last["run"], "last")


@posix
def test_a_second_ctrl_c_ends_at_once(program: Program, line: Path):
    child = program("train", line, "--json", *LONG)
    told = wait_for(child, "epoch_done")
    child.send_signal(signal.SIGSTOP)  # both signals arrive before it can stop by itself
    child.send_signal(signal.SIGINT)
    child.send_signal(signal.SIGTERM)
    child.send_signal(signal.SIGCONT)
    child.communicate(timeout=240)
    assert child.returncode == 130
    assert RunStore(runs_dir_of(line)).get(str(told["run"])).state == "killed"


@posix
def test_an_isolated_child_that_dies_is_recorded_as_killed(program: Program, line: Path):
    import psutil

    child = program("train", line, "--json", "--isolated", *LONG)
    told = wait_for(child, "epoch_done")
    (trainer,) = psutil.Process(child.pid).children()
    trainer.kill()
    out, err = child.communicate(timeout=240)
    last = json.loads(out.splitlines()[-1])
    assert child.returncode == 1 and last["event"] == "run_ended" and last["reason"] == "killed"
    assert "SIGKILL" in err and err.count("\n") == 1
    assert RunStore(runs_dir_of(line)).get(str(told["run"])).state == "killed"


def test_isolated_tells_the_same(run: Run, line: Path):
    alone = run("train", line, "--json", "--set", "training.epochs=3", "--isolated")
    here = run("train", line, "--json", "--set", "training.epochs=3")
    assert alone.code == 0 and alone.lines[-1]["metrics"] == here.lines[-1]["metrics"]
    refused = run("train", line, "--isolated", "--device", "cuda:7")
    assert refused.code == 1 and refused.err.count("is not there") == 1


@posix
def test_a_reader_that_leaves_stops_the_run(program: Program, line: Path):
    child = program("train", line, "--json", *LONG)
    told = wait_for(child, "epoch_done")
    assert child.stdout is not None and child.stderr is not None
    child.stdout.close()
    assert child.wait(240) == 1
    assert "Traceback" not in child.stderr.read() and "BrokenPipe" not in child.stderr.read()
    child.stderr.close()
    assert RunStore(runs_dir_of(line)).get(str(told["run"])).state == "stopped"


@posix
def test_a_progress_bar_in_a_terminal(line: Path):
    import pty

    master, slave = pty.openpty()
    command = [sys.executable, "-m", "workbench", "train", str(line), "--set", "training.epochs=300"]
    environment = {**os.environ, "TERM": "xterm", "COLUMNS": "120"}
    child = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=slave, text=True, env=environment)
    os.close(slave)
    shown, limit = b"", time.monotonic() + 240
    while time.monotonic() < limit:
        try:
            part = os.read(master, 4096)
        except OSError:  # the other end is closed
            break
        if not part:
            break
        shown += part
    out, _ = child.communicate(timeout=240)
    os.close(master)
    assert child.returncode == 0 and "finished after 300 epochs" in out
    text = shown.decode(errors="replace")
    assert "epoch 300/300" in text and "100%" in text and "val_loss" in text


def test_more_threads_than_any_computer_has_are_refused(run: Run, line: Path):
    ran = run("train", line, "--threads", "100000")
    assert ran.code == 2 and "--threads" in ran.err and "1024" in ran.err


@posix
def test_ctrl_c_where_there_is_nothing_to_keep_is_told(monkeypatch: pytest.MonkeyPatch, run: Run, line: Path):
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("workbench.cli.helpers.probe_file", interrupted)
    ran = run("probe", line)
    assert ran.code == 130 and ran.err.strip() == "Interrupted."


def test_a_run_that_was_stopped_before_it_began_names_no_epochs():
    from workbench.cli.progress import ending_in_words
    from workbench.engine.train.events import RunEnded

    stopped = RunEnded(run="r0002-dcf9", time=0.0, reason="stopped", metrics={})
    assert ending_in_words(stopped) == "Run r0002-dcf9 stopped before it took a step."
    assert "after 3 epochs" in ending_in_words(stopped.updated(epoch=3, step=30))
