"""Children: they answer, they end with the program, and what goes wrong in them is told."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import psutil
import pytest
from study_helpers import moons, spec_of

from workbench.engine.child_process import death
from workbench.engine.errors import WorkbenchError
from workbench.engine.graph import edits
from workbench.engine.study.child import Child, ChildDied, answers
from workbench.engine.study.jobs import ProbeJob, RateFound, RateJob, RunJob

LONG = 120.0


def gone(pid: int, within: float = 15.0) -> bool:
    """Whether a process has ended, zombies counted as ended."""
    limit = time.monotonic() + within
    while time.monotonic() < limit:
        try:
            if psutil.Process(pid).status() == psutil.STATUS_ZOMBIE:
                return True
        except psutil.NoSuchProcess:
            return True
        time.sleep(0.05)
    return False


def lines(child: Child, until: str) -> list[dict]:
    said: list[dict] = []
    limit = time.monotonic() + LONG
    while time.monotonic() < limit:
        line = child.next(0.1)
        if line is not None:
            said.append(line)
            if line["event"] == until:
                return said
    raise AssertionError(f"the child never said {until}: {said}")


def test_a_child_does_several_jobs_and_a_run_in_it_is_the_run_of_this_process(tmp_path):
    """The same weights to the last byte, after other work in the same child that drew random numbers."""
    from workbench.engine.runs.store import RunStore
    from workbench.engine.train.checkpoint import read_snapshot
    from workbench.engine.train.control import Control
    from workbench.engine.train.run import run

    spec = spec_of(moons(edits.make_layer("dense", units=8), edits.make_layer("dropout")), tmp_path)
    with Child() as child:
        child.ask(RateJob(spec=spec, steps=30))
        assert any(line["event"] == RateFound.event for line in lines(child, "done"))
        child.ask(RunJob(spec=spec.updated(study="s1", label="seed 0")))
        ended = next(line for line in lines(child, "done") if line["event"] == "run_ended")
    assert ended["reason"] == "finished"
    here = list(run(spec, Control()))[-1]
    store = RunStore(spec.runs_dir)
    one, two = (read_snapshot(store.weights_path(r, "last")).weights for r in (ended["run"], here.run))
    assert all((one[name] == two[name]).all() for name in one) and one.keys() == two.keys()
    info = store.get(ended["run"])
    assert (info.study, info.label) == ("s1", "seed 0")
    assert store.get(here.run).study == ""


def test_a_job_that_cannot_be_done_is_told_in_its_sentence(tmp_path):
    with (
        pytest.raises(WorkbenchError, match="conv_1 got N × 2"),
        closing(answers(ProbeJob(spec=spec_of(moons(edits.make_layer("conv2d")), tmp_path)))) as said,
    ):
        list(said)


def test_stop_ends_the_job_and_keeps_what_it_has(tmp_path):
    from workbench.engine.runs.store import RunStore

    spec = spec_of(moons(epochs=100_000), tmp_path)
    with Child() as child:
        child.ask(RunJob(spec=spec))
        lines(child, "epoch_done")
        child.stop()
        said = lines(child, "done")
    assert next(line for line in said if line["event"] == "run_ended")["reason"] == "stopped"
    assert RunStore(spec.runs_dir).runs()[0].state == "stopped"


def test_a_child_that_is_killed_is_told(tmp_path):
    with Child() as child:
        child.ask(RunJob(spec=spec_of(moons(epochs=100_000), tmp_path)))
        lines(child, "epoch_done")
        os.kill(child.pid, signal.SIGKILL)
        with pytest.raises(ChildDied, match="SIGKILL"):
            lines(child, "done")
    assert death(-9) == "SIGKILL" and death(3) == "exit code 3"


def test_closing_the_answers_ends_the_child(tmp_path):
    said = answers(RateJob(spec=spec_of(moons(), tmp_path), steps=10_000))
    next(said)
    mine = {p.pid for p in psutil.Process().children()}
    assert mine
    said.close()
    assert all(gone(pid) for pid in mine)


PARENT = """
import sys, time
from pathlib import Path
sys.path.insert(0, sys.argv[1])
from study_helpers import moons, spec_of
from workbench.engine.study.child import Child
from workbench.engine.study.jobs import RunJob
child = Child()
child.ask(RunJob(spec=spec_of(moons(epochs=1_000_000), Path(sys.argv[2]))))
while True:
    line = child.next(0.1)
    if line is not None and line["event"] == "epoch_done":
        print(child.pid, flush=True)
        break
time.sleep(1000)
"""


def test_the_child_of_a_program_that_is_killed_stops_and_keeps_its_run(tmp_path):
    from workbench.engine.runs.store import RunStore

    command = [sys.executable, "-c", PARENT, str(Path(__file__).parent), str(tmp_path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as program:
        assert program.stdout is not None
        pid = int(program.stdout.readline())
        program.kill()
        program.wait()
    assert gone(pid)
    assert RunStore(tmp_path / "a.runs").runs()[0].state == "stopped"
