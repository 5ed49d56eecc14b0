"""Several processes are one run: the same curves as one process, resumed, paused, stopped, and told when one is lost."""

from __future__ import annotations

import json
import os
import shutil
import signal
import socket
import subprocess
import sys
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import numpy as np
import psutil
import pytest
import torch
from training_helpers import drive, everything_of, line, moons

from workbench.engine.data.recipe import DataRecipe
from workbench.engine.data.sources.tagged import TaggedSource
from workbench.engine.document import Project
from workbench.engine.errors import DeviceError, TrainingError
from workbench.engine.graph import edits
from workbench.engine.runs.store import RunStore
from workbench.engine.train import team
from workbench.engine.train.block import _means
from workbench.engine.train.distributed import device_of, enter_team
from workbench.engine.train.events import EpochDone, RunEnded, StateChanged
from workbench.engine.train.launch import TeamRunner
from workbench.engine.train.place import Place, place_of
from workbench.engine.train.recipe import TrainingRecipe
from workbench.engine.train.runspec import RunSpec
from workbench.engine.train.session import Session
from workbench.engine.train.sharding import check_sharding
from workbench.engine.train.team import Team

PROGRAM = Path(__file__).with_name("team_process.py")
ROOT = Path(__file__).parents[3]
DIVIDED = {"shard_weights": True}
SHARED = {"sync_batch_norm": True}
NORM = (edits.make_layer("dense", units=8), edits.make_layer("batch_norm"), edits.make_layer("tanh"))
SMOOTH = (edits.make_layer("dense", units=8), edits.make_layer("tanh"))


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def together(
    folder: Path, jobs: dict[str, dict[str, Any]], size: int = 2
) -> tuple[dict[str, list[list[dict]]], list[int]]:
    """Runs jobs by name in ``size`` processes; what each process said of each, and the processes' exit codes."""
    listed = [
        {"port": free_port(), "said": str(folder / name), **job, "spec": job["spec"].model_dump(mode="json")}
        for name, job in jobs.items()
    ]
    file = folder / "jobs.json"
    file.write_text(json.dumps(listed))
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT), os.environ.get("PYTHONPATH", "")])}
    started = [
        subprocess.Popen([sys.executable, str(PROGRAM), str(file), str(rank), str(size)], env=environment)
        for rank in range(size)
    ]
    codes = [process.wait(timeout=240) for process in started]
    said = {
        name: [json.loads(p.read_text()) if (p := folder / f"{name}.{rank}").exists() else [] for rank in range(size)]
        for name in jobs
    }
    return said, codes


def spec_of(project: Project, runs_dir: Path, resume: str = "") -> RunSpec:
    return RunSpec(project=project, runs_dir=runs_dir, device="cpu", threads=1, resume=resume)


@dataclass
class Results:
    folder: Path
    said: dict[str, list[list[dict]]]
    codes: list[int]

    def runs(self, name: str) -> Path:
        return self.folder / f"{name}.runs"

    def curve(self, name: str, series: str = "loss") -> np.ndarray:
        return RunStore(self.runs(name)).series(self.said[name][0][-1]["run"])[series][1]


def tagger(**training: Any) -> Project:
    """Sequences of 4 to 8 tokens: parts of a batch have different numbers of them."""
    path = ROOT / "tests" / "engine" / "data" / "examples" / "names.conll"
    data = DataRecipe.model_validate({"source": TaggedSource(path=str(path)), "text": {"length": 8}})
    graph = edits.chain(
        edits.make_layer("input", shape=(8,), dtype="int64"),
        edits.make_layer("embedding", vocabulary=64, dimensions=8, padding_id=0),
        edits.make_layer("lstm", units=6, bidirectional=True, return_sequences=True),
        edits.make_layer("dense", units=5),
        edits.make_layer("output"),
    )
    recipe = TrainingRecipe.model_validate({"batch_size": 9, "epochs": 3, "learning_rate": 0.01, **training})
    return Project(data=data, training=recipe).with_graph(graph)


PROJECTS = {
    "tags": tagger(metrics=["span_f1"]),
    "tags_in_parts": tagger(batch_size=11, accumulation=3),
    # 60 samples: batches of 7, the last of 4, which no two parts of equal size make up.
    "moons": moons(*SMOOTH, batch_size=7, epochs=4),
    "line": line(batch_size=9, epochs=3, metrics=["r2"]),
    # The last batch has one sample: one process has none of it.
    "single": moons(*SMOOTH, batch_size=59, epochs=3, accumulation=3, averaging="ema"),
    "dropout": moons(*SMOOTH, edits.make_layer("dropout", rate=0.4), batch_size=8, epochs=4),
    # SGD: Adam would walk along the gradient of the bias before a batch norm, which is zero but for rounding.
    "norm": moons(*NORM, batch_size=7, epochs=3, optimizer="sgd", processes=SHARED),
    # Clipped, averaged, decayed: what looks at all weights looks at the parts of all processes.
    "divided": moons(
        *SMOOTH,
        batch_size=7,
        epochs=4,
        weight_decay=0.01,
        regularization={"clip_norm": 0.05, "clip_value": 0.02, "l1": 0.001},
        averaging={"kind": "ema", "decay": 0.9},
        processes=DIVIDED,
    ),
    "divided_norm": moons(
        *NORM,
        validation=0.25,
        batch_size=3,
        epochs=2,
        optimizer="sgd",
        averaging={"kind": "swa", "start": 0.3},
        processes={**SHARED, **DIVIDED},
    ),
}


@pytest.fixture(scope="module")
def done(tmp_path_factory: pytest.TempPathFactory) -> Results:
    """All that two processes do in one go, as starting them takes long."""
    folder = tmp_path_factory.mktemp("team")
    jobs: dict[str, dict[str, Any]] = {
        name: {"spec": spec_of(project, folder / f"{name}.runs")} for name, project in PROJECTS.items()
    }
    for name in ("moons", "dropout", "divided"):
        jobs[f"{name}_stopped"] = {
            "spec": spec_of(PROJECTS[name], folder / f"{name}_stopped.runs"),
            "after": {"2": "stop"},
        }
    jobs["changed"] = {
        "spec": spec_of(PROJECTS["moons"], folder / "changed.runs"),
        "after": {"1": "pause", "2": ["training.learning_rate", 0.5]},
    }
    jobs["refused"] = {"spec": spec_of(moons(privacy="dp_sgd"), folder / "refused.runs")}
    jobs["parts"] = {"spec": spec_of(moons(*NORM, accumulation=2, processes=SHARED), folder / "parts.runs")}
    jobs["no_data"] = {
        "spec": spec_of(
            moons().updated(data=moons().data.updated(source={"kind": "npz", "path": "nowhere.npz"})), folder / "n.runs"
        )
    }
    return Results(folder, *together(folder, jobs))


@pytest.fixture(scope="module")
def killed(tmp_path_factory: pytest.TempPathFactory) -> Results:
    """A run of which the system ends the second process in the middle."""
    folder = tmp_path_factory.mktemp("killed")
    project = moons(*SMOOTH, batch_size=8, epochs=500)
    return Results(
        folder,
        *together(folder, {"dying": {"spec": spec_of(project, folder / "dying.runs"), "dies": [1, 3]}}),
    )


@pytest.fixture(scope="module")
def again(done: Results, killed: Results, tmp_path_factory: pytest.TempPathFactory) -> Results:
    """Copies of what was stopped and killed, taken up again by two processes."""
    folder = tmp_path_factory.mktemp("again")
    jobs = {}
    for name in ("dropout", "divided"):
        shutil.copytree(done.runs(f"{name}_stopped"), folder / f"{name}.runs")
        run = done.said[f"{name}_stopped"][0][-1]["run"]
        jobs[name] = {"spec": spec_of(PROJECTS[name], folder / f"{name}.runs", resume=run)}
    shutil.copytree(killed.runs("dying"), folder / "dying.runs")
    shorter = moons(*SMOOTH, batch_size=8, epochs=6)
    jobs["dying"] = {"spec": spec_of(shorter, folder / "dying.runs", resume=killed.said["dying"][0][-1]["run"])}
    return Results(folder, *together(folder, jobs))


@pytest.mark.parametrize(
    "name", ["moons", "line", "tags", "tags_in_parts", "single", "norm", "divided", "divided_norm"]
)
def test_two_processes_have_the_curve_of_one(done: Results, tmp_path: Path, name: str):
    """Without chance, and with batch norm over all: losses, metrics and validation to float tolerance, each step and epoch,
    and a checkpoint with the same tensors."""
    run = drive(PROJECTS[name], tmp_path)[-1].run
    alone = RunStore(tmp_path).series(run)
    together = RunStore(done.runs(name)).series(done.said[name][0][-1]["run"])
    assert set(alone) == set(together)
    for series, (steps, values) in alone.items():
        np.testing.assert_array_equal(together[series][0], steps)
        np.testing.assert_allclose(together[series][1], values, rtol=2e-4, atol=2e-5, err_msg=series)
    ours, theirs = everything_of(tmp_path, run), everything_of(done.runs(name), done.said[name][0][-1]["run"])
    assert set(theirs) - set(ours) == {"train/hooks/processes/rng/cpu"}
    for tensor in [n for n in ours if "/rng/" not in n]:
        torch.testing.assert_close(theirs[tensor], ours[tensor], rtol=1e-3, atol=1e-4)


@pytest.mark.skipif(torch.cuda.device_count() < 2, reason="needs two NVIDIA GPUs")
def test_two_gpus_have_the_curve_of_one(tmp_path: Path):
    names = ("moons", "norm", "divided", "divided_norm")
    jobs = {n: {"spec": spec_of(PROJECTS[n], tmp_path / f"{n}.runs").updated(device="cuda")} for n in names}
    said, codes = together(tmp_path, jobs)
    assert codes == [0, 0]
    for name in names:
        alone = drive(PROJECTS[name], tmp_path / "alone.runs", device="cuda")[-1].run
        curve = RunStore(tmp_path / f"{name}.runs").series(said[name][0][-1]["run"])
        for series, (_, values) in RunStore(tmp_path / "alone.runs").series(alone).items():
            np.testing.assert_allclose(curve[series][1], values, rtol=1e-3, atol=1e-4, err_msg=f"{name} {series}")


def test_all_processes_tell_the_same_and_one_records(done: Results):
    assert done.codes == [0, 0]
    for name in PROJECTS:
        first, second = ([e for e in said if e["event"] == "epoch_done"] for said in done.said[name])
        assert [e["metrics"] for e in first] == [e["metrics"] for e in second]
        assert len(RunStore(done.runs(name)).runs()) == 1
        assert {e["run"] for e in done.said[name][1]} == {done.said[name][0][-1]["run"]}
    assert not [e for e in done.said["moons"][1] if e["event"] == "checkpoint_saved"]


@pytest.mark.parametrize("name", ["dropout", "divided"])
def test_a_stopped_run_goes_on_in_two_processes_as_if_it_had_not_been(done: Results, again: Results, name: str):
    """With dropout, whose chance differs between the processes, and with divided weights: to the last bit."""
    run = done.said[f"{name}_stopped"][0][-1]["run"]
    assert done.said[f"{name}_stopped"][0][-1]["reason"] == "stopped"
    assert again.codes == [0, 0]
    assert again.said[name][0][-1]["reason"] == "finished"
    whole = everything_of(done.runs(name), done.said[name][0][-1]["run"])
    parts = everything_of(again.runs(name), run)
    assert set(whole) == set(parts)
    assert all(torch.equal(whole[name], parts[name]) for name in whole)


@pytest.mark.parametrize("name", ["moons", "divided"])
def test_a_run_of_two_processes_goes_on_in_one(done: Results, tmp_path: Path, name: str):
    run = done.said[f"{name}_stopped"][0][-1]["run"]
    shutil.copytree(done.runs(f"{name}_stopped"), tmp_path / "one.runs")
    ended = drive(PROJECTS[name], tmp_path / "one.runs", resume=run)[-1]
    assert ended.reason == "finished"
    resumed = RunStore(tmp_path / "one.runs").series(run)
    np.testing.assert_allclose(resumed["loss"][1], done.curve(name), rtol=2e-4, atol=2e-5)


def test_pauses_and_changes_reach_all(done: Results):
    events = done.said["changed"][0]
    states = [e["state"] for e in events if e["event"] == "state_changed"]
    assert states == ["paused", "running"]
    (changed,) = (e for e in events if e["event"] == "changed")
    assert changed["after"] == 0.5
    assert events[-1]["reason"] == "finished"
    assert next(e for e in done.said["changed"][1] if e["event"] == "changed")["step"] == changed["step"]
    before, after = done.curve("moons"), done.curve("changed")
    same = changed["step"] + 1
    np.testing.assert_array_equal(before[:same], after[:same])
    assert not np.allclose(before[same:], after[same:], rtol=1e-3)


def test_what_several_can_not_do_is_said_and_nothing_recorded(done: Results):
    first, second = (said[-1] for said in done.said["refused"])
    assert first["reason"] == second["reason"] == "error"
    assert "Private training works in one process" in first["message"]
    assert not done.runs("refused").exists()
    gone = done.said["no_data"][0][-1]
    assert gone["reason"] == "data_gone"
    assert "nowhere.npz" in gone["message"]


def test_micro_batches_and_batch_norm_over_all_are_refused(done: Results):
    first = done.said["parts"][0][-1]
    assert first["reason"] == "error"
    assert "needs whole batches" in first["message"] and "training.accumulation" in first["message"]
    assert not done.runs("parts").exists()


def test_several_processes_refuse_a_game():
    with pytest.raises(TrainingError, match="A game of two networks works in one process"):
        enter_team(cast("Session", SimpleNamespace(game=object())), cast("Team", None))


def test_what_divided_weights_leave_out_is_said(done: Results):
    said = [e["message"] for e in done.said["divided"][0] if e["event"] == "warned"]
    assert said == ["Layers whose weights are divided are not looked into for health."]
    assert not [e for e in done.said["norm"][0] if e["event"] == "warned"]


@pytest.mark.parametrize(
    ("training", "why"),
    [
        ({"accumulation": 2}, "Micro-batches"),
        ({"optimizer": "muon"}, "Muon"),
        ({"regularization": {"max_norm": 3.0}}, "A largest norm"),
        ({"memory_format": "channels_last"}, "channels last"),
        ({"precision": "fp16"}, "fp16"),
        ({}, "training.processes.sync_batch_norm"),
    ],
)
def test_what_does_not_go_with_divided_weights_is_refused(training: dict[str, Any], why: str):
    network = torch.nn.Sequential(torch.nn.Linear(2, 2), torch.nn.BatchNorm1d(2))
    with pytest.raises(TrainingError, match=why):
        check_sharding(moons(**training, processes=DIVIDED).training, network)
    check_sharding(moons(processes={**SHARED, **DIVIDED}).training, network)


def test_one_process_alone_goes_by_nothing_that_is_for_several(tmp_path: Path):
    """And its network stays the plain one; a run with batch norm over all is another one than a run without."""
    ended = drive(PROJECTS["divided_norm"], tmp_path)[-1]
    assert ended.reason == "finished"
    longer = PROJECTS["divided_norm"].training.updated(epochs=3, processes={})
    refused = drive(PROJECTS["divided_norm"].updated(training=longer), tmp_path, resume=ended.run)[-1]
    assert "the batch norm of several processes" in refused.message


def test_one_process_that_is_killed_ends_the_run_in_words(killed: Results, again: Results):
    """One ending, one sentence, the last checkpoint kept, and two processes go on from it."""
    assert killed.codes[0] == 0 and killed.codes[1] != 0
    (ended,) = (e for e in killed.said["dying"][0] if e["event"] == "run_ended")
    assert ended is killed.said["dying"][0][-1]
    assert ended["reason"] == "error"
    assert "Another process of this run is gone" in ended["message"]
    store = RunStore(killed.runs("dying"))
    (info,) = store.runs()
    assert info.state == "error"
    assert store.has_weights(info.id, "last")
    assert again.said["dying"][0][-1]["reason"] == again.said["dying"][1][-1]["reason"] == "finished"
    steps, _ = RunStore(again.runs("dying")).series(info.id)["loss"]
    np.testing.assert_array_equal(steps, np.arange(1, 49))


@pytest.fixture
def meeting(monkeypatch: pytest.MonkeyPatch) -> int:
    """Where processes are to meet, within a moment."""
    port = free_port()
    monkeypatch.setattr(team, "JOINING", timedelta(seconds=1))
    monkeypatch.setenv("MASTER_ADDR", "127.0.0.1")
    monkeypatch.setenv("MASTER_PORT", str(port))
    return port


def test_a_machine_that_never_comes_is_told(meeting: int):
    with pytest.raises(TrainingError, match="Only 1 of the 2 processes of this run came within 1 seconds") as refused:
        Team(Place(0, 2, 0, 1), torch.device("cpu"))
    assert "firewall" in str(refused.value)


def test_a_port_that_is_taken_is_told(meeting: int):
    with socket.socket() as other:
        other.bind(("127.0.0.1", meeting))
        other.listen()
        with pytest.raises(TrainingError, match=f"The port {meeting} of this computer is taken"):
            Team(Place(0, 2, 0, 1), torch.device("cpu"))


def test_torchrun_is_started_and_steered_as_a_child_is(tmp_path: Path):
    project = moons(*SMOOTH, batch_size=8, epochs=100_000)
    runner = TeamRunner(spec_of(project, tmp_path / "t.runs"), 2)
    runner.start()
    seen: list[str] = []
    for event in runner.follow(timeout=120):
        if isinstance(event, StateChanged):
            seen.append(event.state)
            (runner.resume if event.state == "paused" else runner.stop)()
        elif isinstance(event, EpochDone) and event.epoch == 3 and not seen:
            runner.pause()
    assert seen == ["paused", "running"]
    assert runner.ended is not None
    assert runner.ended.reason == "stopped"
    assert runner.join(60)
    assert RunStore(tmp_path / "t.runs").get(runner.ended.run).state == "stopped"


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="needs SIGKILL")
def test_the_first_process_that_is_killed_under_torchrun(tmp_path: Path):
    """torchrun ends the other one; the run is recorded as killed, with one ending, and its checkpoint is kept."""
    runner = TeamRunner(spec_of(moons(*SMOOTH, batch_size=8, epochs=100_000), tmp_path / "t.runs"), 2)
    runner.start()
    ends = []
    for event in runner.follow(timeout=120):
        if isinstance(event, EpochDone) and event.epoch == 3:
            children = psutil.Process(runner.process).children(recursive=True)
            (first,) = (c for c in children if c.environ().get("RANK") == "0")
            first.send_signal(signal.SIGKILL)
        if isinstance(event, RunEnded):
            ends.append(event)
    (ended,) = ends
    assert ended.reason == "killed" and "ended from outside (SIGKILL). Resume it" in ended.message
    assert runner.join(60)
    assert not [c for c in children if c.is_running() and c.status() != psutil.STATUS_ZOMBIE]
    store = RunStore(tmp_path / "t.runs")
    assert store.get(ended.run).state == "killed" and store.has_weights(ended.run, "last")


REPORT = """*****************************************
Setting OMP_NUM_THREADS environment variable for each process to be 1 in default
*****************************************
{said}W1126 02:03:54.185000 23056 torch/distributed/elastic/multiprocessing/api.py:1028] Sending process 23071 closing signal SIGTERM
E1126 02:03:54.855000 23056 torch/distributed/elastic/multiprocessing/api.py:1002] failed (exitcode: {code}) local_rank: 0 (pid: 23070) of binary: python
Traceback (most recent call last):
torch.distributed.elastic.multiprocessing.errors.ChildFailedError:
======================================================
Root Cause (first observed failure):
  exitcode  : {code} (pid: 23070)
======================================================"""


@pytest.mark.parametrize(
    ("code", "said", "sentence"),
    [
        (-9, "", "The process of this run was ended from outside (SIGKILL)."),
        (
            -11,
            "Fatal Python error: Segmentation fault\n",
            "The process of this run crashed in compiled code (SIGSEGV).",
        ),
        (1, "Traceback\nOSError: no port\n", "The process of this run failed (OSError: no port)."),
        (1, "", "The process of this run failed (exit code 1)."),
    ],
)
def test_what_torchrun_reports_is_told_in_a_sentence(tmp_path: Path, code: int, said: str, sentence: str):
    runner = TeamRunner(spec_of(moons(), tmp_path / "t.runs"), 2)
    assert runner._why(1, REPORT.format(said=said, code=code), starved=False) == sentence


def test_the_environment_tells_the_place():
    assert place_of({}) is None
    assert place_of({"RANK": "0", "WORLD_SIZE": "1", "LOCAL_RANK": "0", "LOCAL_WORLD_SIZE": "1"}) is None
    found = place_of({"RANK": "3", "WORLD_SIZE": "4", "LOCAL_RANK": "1", "LOCAL_WORLD_SIZE": "2"})
    assert found == Place(3, 4, 1, 2)
    with pytest.raises(TrainingError, match="torchrun --nproc-per-node"):
        place_of({"TORCHELASTIC_RUN_ID": "none"})


def test_each_process_has_a_device_of_its_own():
    place = Place(1, 2, 1, 2)
    assert device_of(place, "auto").type in ("cpu", "cuda")
    assert device_of(place, "cpu") == torch.device("cpu")
    with pytest.raises(DeviceError, match="can't train on mps"):
        device_of(place, "mps")


def test_a_block_of_unequal_batches_has_their_own_means():
    numbers = torch.arange(9, dtype=torch.float32)
    assert _means(numbers, [2, 3, 4]).tolist() == [0.5, 3.0, 6.5]
    assert _means(numbers, [4, 4, 1]).tolist() == [1.5, 5.5, 8.0]
