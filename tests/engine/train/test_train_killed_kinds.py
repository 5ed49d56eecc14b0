"""A training that is killed, for each kind of data and in private: taken up again, it ends with the weights of an undisturbed run."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import pytest
import torch
from tagged_data import conll, sentences
from training_helpers import drive, everything_of

from workbench.engine.data.recipe import DataRecipe
from workbench.engine.document import Project
from workbench.engine.project.baseline import project_from_data
from workbench.engine.runs.store import RunStore

EPOCHS = 12

CHILD = """
import sys, time
from pathlib import Path
sys.path.insert(0, sys.argv[1])
from training_helpers import ticking
from workbench.engine.document import Project
from workbench.engine.train import run
from workbench.engine.train.control import Control
from workbench.engine.train.runspec import RunSpec
project = Project.model_validate_json(Path(sys.argv[2]).read_text(encoding="utf-8"))
spec = RunSpec(project=project, runs_dir=Path(sys.argv[3]), threads=1, device="cpu")
for event in run.run(spec, Control(), clock=ticking()):
    print(event.event, flush=True)
    time.sleep(0.003)
"""

CASES = {
    "text": ("text.tsv", "", {"augment": ["token_drop"]}),
    "series": ("series.npz", "", {"augment": ["jitter", "time_warp"]}),
    "table": ("table.csv", "", {"balance": "smote"}),
    "pictures": ("pictures.npz", "", {"augment": ["mixup", "cutmix"]}),
    "private": ("table.csv", "", {}),
    "tagged": ("tagged.conll", "", {"augment": ["token_mask"], "balance": "class_weights"}),
    "autoencoder": ("pictures.npz", "reconstruction", {"augment": ["noise"]}),
}


def written(folder: Path, name: str) -> Path:
    """A small file of data of some kind, two classes."""
    draw, path = np.random.default_rng(0), folder / name
    if name == "text.tsv":
        words = ("the", "prize", "is", "yours", "call", "now", "see", "you", "at", "home", "tonight", "free", "win")
        texts = (" ".join(draw.choice(words, 9)) for _ in range(80))
        lines = [f"{'ham' if k % 2 else 'spam'}\t{text} {k}" for k, text in enumerate(texts)]
        path.write_text("\n".join(["label\ttext", *lines]) + "\n", encoding="utf-8")
    elif name == "tagged.conll":
        path.write_text(conll(sentences(80)), encoding="utf-8")
    elif name == "table.csv":
        rows = [
            f"{a:.3f},{b:.3f},{'rare' if k % 5 == 0 else 'usual'}" for k, (a, b) in enumerate(draw.normal(size=(80, 2)))
        ]
        path.write_text("\n".join(["a,b,kind", *rows]) + "\n", encoding="utf-8")
    elif name == "series.npz":
        np.savez(path, x=draw.normal(size=(60, 12, 2)).astype(np.float32), y=np.arange(60) % 2)
    else:
        np.savez(path, x=draw.integers(0, 256, (60, 8, 8, 3)).astype(np.uint8), y=np.arange(60) % 2)
    return path


def project_of(folder: Path, case: str) -> Project:
    name, task, changes = CASES[case]
    project, _ = project_from_data(written(folder, name), Path(), task=task)
    data = DataRecipe.model_validate({**project.data.model_dump(), **changes})
    # Noise and batches are drawn anew in each step, here from the seed: two runs are compared.
    private = {"privacy": {"kind": "dp_sgd", "noise_multiplier": 1.0, "repeatable": True}} if case == "private" else {}
    return project.updated(data=data, training=project.training.updated(epochs=EPOCHS, batch_size=16, **private))


@pytest.mark.slow
@pytest.mark.parametrize("case", CASES)
def test_killed_and_resumed_is_byte_identical(tmp_path, case):
    project = project_of(tmp_path, case)
    (tmp_path / "project.json").write_text(project.model_dump_json(), encoding="utf-8")
    folder = tmp_path / "killed.runs"
    child = subprocess.Popen(
        [sys.executable, "-c", CHILD, str(Path(__file__).parent), str(tmp_path / "project.json"), str(folder)],
        stdout=subprocess.PIPE,
        text=True,
    )
    assert child.stdout is not None
    done = 0
    for line in child.stdout:
        done += line.strip() == "epoch_done"
        if done == 2:
            break
    time.sleep(0.007)
    os.kill(child.pid, signal.SIGKILL)
    child.wait()
    child.stdout.close()
    killed = RunStore(folder).newest()
    assert killed is not None and killed.state == "killed" and 2 <= killed.epoch < EPOCHS
    resumed = drive(project, folder, resume=killed.id, clock=time.perf_counter)[-1]
    whole = drive(project, tmp_path / "whole.runs", clock=time.perf_counter)[-1]
    assert (resumed.reason, resumed.metrics) == (whole.reason, whole.metrics) and whole.reason == "finished"
    one, other = everything_of(folder, killed.id), everything_of(tmp_path / "whole.runs", whole.run)
    assert one.keys() == other.keys() and [n for n in one if not torch.equal(one[n], other[n])] == []
