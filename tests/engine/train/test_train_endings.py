"""The truth table of endings: each produced, each with exactly one RunEnded, and the checkpoints it leaves."""

from __future__ import annotations

import errno
import gc
import gzip
import os
import struct
import subprocess
import sys
import weakref
from pathlib import Path

import numpy as np
import pytest
import torch
from training_helpers import drive, line, moons

from workbench.engine.data.recipe import DataRecipe
from workbench.engine.graph import edits
from workbench.engine.runs.store import RunStore
from workbench.engine.train.checkpoint import read_snapshot
from workbench.engine.train.control import Control
from workbench.engine.train.events import RunEnded


def ending(events, folder: Path) -> RunEnded:
    """The only RunEnded, which is last, recorded, and followed by a run that works."""
    assert [e for e in events if isinstance(e, RunEnded)] == [events[-1]]
    ended = events[-1]
    info = RunStore(folder).get(ended.run)
    assert (info.state, info.message) == (ended.reason, ended.message)
    assert drive(moons(epochs=1), folder)[-1].reason == "finished"
    return ended


def not_begun(events, folder: Path) -> RunEnded:
    """The only event of an attempt that could not begin: it is no run, and the next one works."""
    assert [e for e in events if isinstance(e, RunEnded)] == list(events)
    before = len(RunStore(folder).runs())
    assert drive(moons(epochs=1), folder)[-1].reason == "finished"
    assert len(RunStore(folder).runs()) == before + 1
    assert events[-1].run == "" and all(run.epoch for run in RunStore(folder).runs())
    return events[-1]


def epoch_of(folder: Path, run: str, which: str) -> int:
    """The epoch a checkpoint was made after."""
    about = read_snapshot(RunStore(folder).weights_path(run, which)).about
    return about.get("progress", about)["epoch"]


def test_finished(tmp_path):
    folder = tmp_path / "a.runs"
    ended = ending(drive(moons(), folder), folder)
    assert (ended.reason, ended.message) == ("finished", "")
    assert epoch_of(folder, ended.run, "last") == 3
    assert epoch_of(folder, ended.run, "best") == ended.best_epoch > 0


def test_stopped_writes_last_in_the_middle_of_an_epoch(tmp_path):
    folder = tmp_path / "a.runs"
    ended = ending(drive(moons(), folder, stop_after=12), folder)
    assert (ended.reason, ended.epoch, ended.step) == ("stopped", 1, 12)
    progress = read_snapshot(RunStore(folder).weights_path(ended.run, "last")).about["progress"]
    assert (progress["step"], progress["position"]) == (12, 4 * 8)
    assert epoch_of(folder, ended.run, "best") == 1


def test_stopped_before_the_first_epoch_has_no_best(tmp_path):
    folder = tmp_path / "a.runs"
    ended = ending(drive(moons(), folder, stop_after=2), folder)
    assert (ended.reason, ended.best_epoch, ended.metrics) == ("stopped", 0, {})
    assert RunStore(folder).has_weights(ended.run, "last")
    assert not RunStore(folder).has_weights(ended.run, "best")


def test_stopped_before_it_began(tmp_path):
    folder = tmp_path / "a.runs"
    control = Control()
    control.stop()
    ended = not_begun(drive(moons(), folder, control=control), folder)
    assert (ended.reason, ended.step) == ("stopped", 0)


def test_diverged_names_the_step_and_the_learning_rate(tmp_path):
    folder = tmp_path / "a.runs"
    events = drive(line(optimizer="sgd", learning_rate=90.0, epochs=50), folder)
    ended = ending(events, folder)
    assert ended.reason == "diverged"
    assert "in step" in ended.message and "Lower the learning rate (it is 90; try 9)" in ended.message
    losses = [v for e in events if e.event == "metrics" for v in e.values["loss"]]
    assert np.isfinite(losses[:-1]).all() and not np.isfinite(losses[-1])
    assert epoch_of(folder, ended.run, "last") == ended.epoch > 0
    weights = read_snapshot(RunStore(folder).weights_path(ended.run, "last")).weights
    assert all(torch.isfinite(w).all() for w in weights.values())


def test_diverged_when_the_last_step_ruins_the_weights(tmp_path, failing_layer):
    """Only the weights show it: no loss is computed with them any more."""
    folder = tmp_path / "a.runs"
    spoils = failing_layer("x.register_hook(lambda gradient: gradient * float('nan'))")
    # 80 samples, so that call 15 is the last step of the last epoch.
    project = moons(edits.make_layer("dense", units=4), spoils, validation=0.0, batch_size=16, epochs=3)
    ended = ending(drive(project, folder), folder)
    assert (ended.reason, ended.epoch) == ("diverged", 2)
    assert "dense_1.weight are no longer finite after epoch 3" in ended.message
    weights = read_snapshot(RunStore(folder).weights_path(ended.run, "last")).weights
    assert all(torch.isfinite(w).all() for w in weights.values())


@pytest.mark.parametrize(
    ("statement", "reason", "words"),
    [
        ("raise ValueError('shapes 3 and 4 differ\\nsecond line')", "error", "failing_1 failed: shapes 3 and 4 differ. Check"),
        ("torch.zeros(2, 3) @ torch.zeros(2, 3)", "error", "failing_1 failed: mat1 and mat2"),
        ("raise torch.OutOfMemoryError('CUDA out of memory')", "out_of_memory", "in failing_1, with 8 samples in a batch. Halve"),
        ("raise MemoryError", "out_of_memory", "The memory of cpu ran out in failing_1"),
        ("torch.empty(10**15)", "out_of_memory", "The memory of cpu ran out in failing_1"),
    ],
)  # fmt: skip
def test_a_layer_that_fails(tmp_path, failing_layer, statement, reason, words):
    folder = tmp_path / "a.runs"
    project = moons(failing_layer(statement))
    ended = ending(drive(project, folder), folder)
    assert ended.reason == reason
    assert words in ended.message
    # 8 steps and a validation pass are an epoch: it fails in the second.
    assert (ended.epoch, ended.best_epoch) == (1, 1)
    assert epoch_of(folder, ended.run, "last") == epoch_of(folder, ended.run, "best") == 1


def test_a_failed_run_leaves_no_tensors_behind(tmp_path, failing_layer, monkeypatch):
    from workbench.engine.train import setup as setup_module

    kept = []
    original = setup_module.build_module

    def remembered(source):
        module = original(source)
        kept.append(weakref.ref(module))
        return module

    monkeypatch.setattr(setup_module, "build_module", remembered)
    alive_at_the_end = []
    from workbench.engine.train.run import run
    from workbench.engine.train.runspec import RunSpec

    project = moons(failing_layer("raise torch.OutOfMemoryError('no memory')"))
    for event in run(RunSpec(project=project, runs_dir=tmp_path / "a.runs", device="cpu"), Control()):
        if event.event == "run_ended":
            alive_at_the_end.append(kept[0]() is not None)
    gc.collect()
    assert alive_at_the_end == [False]


def test_the_last_good_epoch_is_written_although_writes_are_spaced(tmp_path, failing_layer):
    """Short epochs aren't written one by one; whatever ends the run, the newest one is."""
    folder = tmp_path / "a.runs"
    project = moons(failing_layer("raise ValueError('late')"), batch_size=40, epochs=10)
    events = drive(project, folder, clock=lambda: 0.0)
    # Two steps and one pass over validation are an epoch, so that call 15 ends the fifth.
    ended = events[-1]
    saved = [(e.which, e.epoch) for e in events if e.event == "checkpoint_saved"]
    assert (ended.reason, ended.epoch) == ("error", 4)
    assert saved == [("best", 1), ("last", 1), ("best", ended.best_epoch), ("last", 4)]
    assert epoch_of(folder, ended.run, "last") == 4


def test_disk_full_when_a_checkpoint_is_written(tmp_path, monkeypatch):
    folder = tmp_path / "a.runs"
    from workbench.engine.train import checkpoint

    original = checkpoint._save
    written = []

    def full(tensors, path, about):
        if len(written) >= 2:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(path))
        original(tensors, path, about)
        written.append(path)

    monkeypatch.setattr(checkpoint, "_save", full)
    events = drive(moons(), folder)
    monkeypatch.undo()
    ended = ending(events, folder)
    assert ended.reason == "disk_full"
    assert "The disk is full" in ended.message and "Free some space, then resume" in ended.message
    assert ended.message.endswith("The last checkpoint could not be written: No space left on device.")
    assert epoch_of(folder, ended.run, "last") == 1
    assert sorted(p.name for p in (folder / ended.run).glob("*.safetensors")) == [
        "best.safetensors",
        "last.safetensors",
    ]
    assert drive(moons(), folder, resume=ended.run)[-1].reason == "finished"


def test_disk_full_before_anything_is_kept(tmp_path, monkeypatch):
    folder = tmp_path / "a.runs"
    from workbench.engine.train import checkpoint

    def full(tensors, path, about):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(path))

    monkeypatch.setattr(checkpoint, "_save", full)
    ended = drive(moons(), folder)[-1]
    assert ended.reason == "disk_full"
    assert "Nothing of this run is kept yet. Free some space, then train again." in ended.message


FULL_DISK = """
import subprocess, sys
from pathlib import Path
root = Path(sys.argv[2])
subprocess.run(["mount", "-t", "tmpfs", "-o", "size=400k", "tmpfs", str(root)], check=True)
sys.path.insert(0, sys.argv[1])
from training_helpers import drive, moons
from workbench.engine.graph import edits
from workbench.engine.runs.store import RunStore
wide = moons(edits.make_layer("dense", units=int(sys.argv[3])), edits.make_layer("relu"), epochs=int(sys.argv[4]))
events = drive(wide, root / "a.runs")
print(events[-1].reason, sum(e.event == "run_ended" for e in events), events[-1].message)
print(RunStore(root / "a.runs").runs()[0].state)
"""


@pytest.mark.slow
@pytest.mark.skipif(
    sys.platform != "linux" or os.geteuid() != 0, reason="only root on Linux can mount a tiny file system"
)
@pytest.mark.parametrize(("units", "epochs"), [(10_000, 3), (4, 2000)], ids=["checkpoint", "metrics"])
def test_a_disk_that_is_really_full(tmp_path, units, epochs):
    """400 kB: too little for the wide network's checkpoint, or for the record of many epochs."""
    allowed = subprocess.run(["unshare", "-m", "true"], capture_output=True, check=False)
    if allowed.returncode != 0:
        pytest.skip("mounting is not allowed here")
    command = ["unshare", "-m", sys.executable, "-c", FULL_DISK, str(Path(__file__).parent), str(tmp_path)]
    done = subprocess.run([*command, str(units), str(epochs)], capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode == 0, done.stderr
    first, state = done.stdout.strip().splitlines()
    assert first.startswith("disk_full 1 The disk is full"), first
    assert state == "disk_full", "room was set aside for the ending"


def idx_project(folder: Path):
    """A project on IDX files of its own, 40 pictures of 2 x 2 in two classes."""
    rng = np.random.default_rng(0)
    labels = np.arange(40, dtype=np.uint8) % 2
    images = (rng.integers(0, 100, (40, 2, 2)) + 100 * labels[:, None, None]).astype(np.uint8)
    for name, values in (("images", images), ("labels", labels)):
        header = struct.pack(f">BBBB{values.ndim}I", 0, 0, 8, values.ndim, *values.shape)
        (folder / f"{name}.gz").write_bytes(gzip.compress(header + values.tobytes()))
    source = {"kind": "idx", "images": str(folder / "images.gz"), "labels": str(folder / "labels.gz")}
    graph = edits.chain(
        edits.make_layer("input", shape=(1, 2, 2)),
        edits.make_layer("flatten"),
        edits.make_layer("dense", units=2),
        edits.make_layer("output"),
    )
    return moons().updated(data=DataRecipe.model_validate({"source": source})).with_graph(graph)


def test_data_gone(tmp_path):
    folder = tmp_path / "a.runs"
    project = idx_project(tmp_path)
    assert drive(project, folder)[-1].reason == "finished"
    (tmp_path / "images.gz").unlink()
    ended = not_begun(drive(project, folder), folder)
    assert ended.reason == "data_gone"
    assert "images.gz" in ended.message


def test_a_project_that_cannot_train(tmp_path):
    folder = tmp_path / "a.runs"
    project = moons()
    dense = project.graph.nodes[-2]
    ended = not_begun(drive(project.with_graph(edits.set_field(project.graph, dense.id, "units", 5)), folder), folder)
    assert ended.reason == "error"
    assert "gets N × 5" in ended.message and "2 numbers for a sample" in ended.message


def test_a_device_that_is_not_there(tmp_path):
    folder = tmp_path / "a.runs"
    ended = not_begun(drive(moons(), folder, device="cuda:7"), folder)
    assert ended.reason == "error"
    assert "The device 'cuda:7' is not there" in ended.message and "cpu" in ended.message


def test_a_runs_folder_that_cannot_be_made(tmp_path):
    blocked = tmp_path / "file"
    blocked.write_text("not a folder")
    events = drive(moons(), blocked / "a.runs")
    assert [e.event for e in events] == ["run_ended"]
    assert events[0].reason == "error" and "can't be written" in events[0].message


def test_a_bug_of_our_own_is_told_and_logged(tmp_path, monkeypatch, caplog):
    from workbench.engine.train.block import Block

    folder = tmp_path / "a.runs"

    def broken(self):
        raise AttributeError("no such thing")

    monkeypatch.setattr(Block, "take", broken)
    events = drive(moons(), folder)
    monkeypatch.undo()
    ended = ending(events, folder)
    assert ended.reason == "error"
    assert "AttributeError: no such thing" in ended.message
    assert "no such thing" in caplog.text
