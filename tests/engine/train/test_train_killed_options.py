"""Killed in the middle of an epoch, with everything on that goes along with training, and resumed to the same last bit."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from test_train_resume import assert_same, dropping
from training_helpers import drive, everything_of, moons

from workbench.engine.graph import edits
from workbench.engine.runs.store import RunStore

AVERAGES = {"ema": {"kind": "ema"}, "swa": {"kind": "swa", "start": 0.2, "learning_rate": 0.02}}


def everything(averaging: str):
    """Averages, limits, micro-batches, layers of their own and early stopping at once; or private training."""
    if averaging == "private":
        dense, tanh = edits.make_layer("dense", units=8), edits.make_layer("tanh")
        return moons(
            *(dense, tanh, edits.make_layer("dropout", rate=0.3)),
            epochs=25,
            accumulation=3,
            averaging=AVERAGES["ema"],
            privacy={"kind": "dp_sgd", "epsilon": 3.0, "repeatable": True},
        )
    return dropping(
        epochs=25,
        learning_rate=0.02,
        averaging=AVERAGES[averaging],
        accumulation=3,
        weight_decay=0.01,
        regularization={"l1": 1e-3, "clip_norm": 0.5, "max_norm": 2.0, "weights_only": True},
        layers={"n1": {"rate": 0.5}, "n2": {"frozen": True}},
        initialization="kaiming_normal",
        stopping={"patience": 8, "monitor": "val_accuracy"},
    )


CHILD = """
import sys, time
from pathlib import Path
sys.path.insert(0, sys.argv[1])
from test_train_killed_options import everything
from training_helpers import ticking
from workbench.engine.train import run
from workbench.engine.train.control import Control
from workbench.engine.train.runspec import RunSpec
spec = RunSpec(project=everything(sys.argv[3]), runs_dir=Path(sys.argv[2]), threads=1, device="cpu")
for event in run.run(spec, Control(), clock=ticking()):
    print(event.event, flush=True)
    time.sleep(0.003)
"""


@pytest.mark.slow
@pytest.mark.parametrize(("averaging", "events"), [("ema", 31), ("swa", 50), ("private", 40)])
def test_killed_with_everything_on_and_resumed(tmp_path, averaging, events):
    folder = tmp_path / "a.runs"
    child = subprocess.Popen(
        [sys.executable, "-c", CHILD, str(Path(__file__).parent), str(folder), averaging],
        stdout=subprocess.PIPE,
        text=True,
    )
    assert child.stdout is not None
    for seen, _ in enumerate(child.stdout):
        if seen == events:
            break
    time.sleep(0.004)
    os.kill(child.pid, signal.SIGKILL)
    child.wait()
    child.stdout.close()
    info = RunStore(folder).newest()
    assert info is not None and info.state == "killed" and 1 <= info.epoch < 25
    ended = drive(everything(averaging), folder, resume=info.id, clock=time.perf_counter)[-1]
    whole = drive(everything(averaging), tmp_path / "b.runs", clock=time.perf_counter)[-1]
    # Private: what was given away is counted as if it had not been killed, too.
    assert ("epsilon" in ended.metrics) == (averaging == "private")
    assert (ended.reason, ended.epoch, ended.metrics) == (whole.reason, whole.epoch, whole.metrics)
    assert_same(everything_of(folder, info.id), everything_of(tmp_path / "b.runs", whole.run))
