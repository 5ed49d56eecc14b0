"""The session: data read beside the window, checks, runs, and the run in progress."""

from __future__ import annotations

import threading
import time
from pathlib import Path

import numpy as np
import pytest
from fake_run import RUN, FakeRunner

from workbench.engine.data.recipe import DataRecipe
from workbench.engine.data.sources.npz import NpzSource
from workbench.engine.document import Project
from workbench.engine.errors import DataError, ProjectError
from workbench.engine.graph import edits
from workbench.engine.project.files import save_project
from workbench.engine.project.samples import sample
from workbench.engine.train.events import RunEnded
from workbench.ui.jobs import Jobs
from workbench.ui.session import Session


def ready(session: Session) -> bool:
    return session.data_state == "ready"


# Data


def test_data_is_read_in_a_thread_and_reaches_the_checks(session: Session, qtbot):
    states = []
    session.data_changed.connect(lambda: states.append(session.data_state))
    session.new(sample("iris-mlp").project())
    assert session.data_state == "loading"
    assert "being read" in session.why_not
    qtbot.waitUntil(lambda: ready(session))
    assert session.facts.target().classes == ("setosa", "versicolor", "virginica")
    assert session.data.facts is session.facts
    assert session.inference.errors == ()
    assert session.can_train
    assert states[0] == "loading"
    assert states[-1] == "ready"


def test_what_the_data_says_about_the_network_appears_when_it_is_read(session: Session, qtbot):
    project = sample("iris-mlp").project()
    graph = project.graph
    last = graph.by_name["dense_2"]
    wrong = project.with_graph(edits.set_field(graph, last.id, "units", 7))
    session.new(wrong)
    assert session.inference.errors == (), "without the data nothing speaks against seven"
    qtbot.waitUntil(lambda: ready(session))
    assert session.inference.errors
    assert not session.can_train
    assert session.why_not == str(session.inference.errors[0])


def test_a_missing_file_is_one_sentence(session: Session, qtbot, tmp_path: Path):
    source = NpzSource(path=str(tmp_path / "没有.npz"))
    session.new(Project(data=DataRecipe(source=source)))
    qtbot.waitUntil(lambda: session.data_state == "problem")
    assert "没有.npz" in session.data_message
    assert (session.data, session.facts) == (None, None)
    assert session.why_not == session.data_message


def test_taking_the_data_away_empties_the_stage(session: Session, qtbot):
    session.new(sample("iris-mlp").project())
    qtbot.waitUntil(lambda: ready(session))
    session.document.edit("Remove data", lambda p: p.updated(data=DataRecipe()))
    assert session.data_state == "empty"
    assert session.facts is None
    assert session.why_not


def test_only_the_last_of_several_changes_counts(session: Session, qtbot):
    session.new(sample("iris-mlp").project())
    session.document.edit("Other data", lambda p: p.updated(data=sample("diabetes-mlp").project().data))
    qtbot.waitUntil(lambda: ready(session))
    assert session.facts.target().task == "regression"
    qtbot.wait(100)
    assert session.facts.target().task == "regression"


def test_a_new_split_keeps_the_facts_while_it_is_made(session: Session, qtbot):
    session.new(sample("iris-mlp").project())
    qtbot.waitUntil(lambda: ready(session))
    before = session.data
    split = session.document.project.data.split.updated(test=0.3)
    session.document.edit("Split", lambda p: p.updated(data=p.data.updated(split=split)))
    assert session.data_state == "loading"
    assert session.facts is not None
    qtbot.waitUntil(lambda: ready(session))
    assert len(session.data.splits["test"]) > len(before.splits["test"])


# The run in progress


@pytest.fixture
def started(fake_session: Session, qtbot) -> FakeRunner:
    fake_session.new(sample("iris-mlp").project())
    qtbot.waitUntil(lambda: fake_session.can_train)
    fake_session.train()
    return FakeRunner.made[-1]


def test_a_run_goes_through_its_states(fake_session: Session, started: FakeRunner, qtbot):
    states, events = [fake_session.run_state], []
    fake_session.run_state_changed.connect(lambda: states.append(fake_session.run_state))
    fake_session.run_events.connect(lambda batch: events.extend(e.event for e in batch))
    started.begin()
    qtbot.waitUntil(lambda: fake_session.run_state == "running")
    assert fake_session.current_run == RUN
    assert not fake_session.can_train
    fake_session.pause()
    qtbot.waitUntil(lambda: fake_session.run_state == "paused")
    fake_session.resume_run()
    qtbot.waitUntil(lambda: fake_session.run_state == "running")
    fake_session.stop()
    assert fake_session.run_state == "stopping"
    qtbot.waitUntil(lambda: fake_session.run_state == "idle")
    assert states == ["starting", "running", "paused", "running", "stopping", "idle"]
    assert events == ["run_started", "state_changed", "state_changed", "run_ended"]
    assert fake_session.current_run == ""
    assert fake_session.can_train


def test_progress_counts_steps_and_leaves_pauses_out(fake_session: Session, started: FakeRunner, qtbot):
    started.begin()
    qtbot.waitUntil(lambda: fake_session.run_state == "running")
    started.steps(1, 5)
    qtbot.waitUntil(lambda: fake_session.progress.step == 5)
    p = fake_session.progress
    assert (p.epoch, p.epochs, p.total_steps, p.share) == (0, 2, 20, 0.25)
    assert p.samples_per_second == 800.0
    assert p.seconds_left == pytest.approx(3 * p.seconds)
    fake_session.pause()
    qtbot.waitUntil(lambda: fake_session.run_state == "paused")
    before = fake_session.progress.seconds
    qtbot.wait(300)
    resumed = time.monotonic()
    fake_session.resume_run()
    started.epoch(1)
    qtbot.waitUntil(lambda: fake_session.progress.epoch == 1)
    assert fake_session.progress.step == 10
    assert fake_session.progress.seconds < before + (time.monotonic() - resumed) + 0.1


def test_progress_is_already_new_when_events_arrive(fake_session: Session, started: FakeRunner, qtbot):
    seen = []
    fake_session.run_events.connect(lambda batch: seen.append((batch[-1].event, fake_session.progress.step)))
    started.begin(first_step=4)
    started.steps(5, 9)
    qtbot.waitUntil(lambda: bool(seen))
    assert seen == [("metrics", 9)]


def test_the_run_gets_the_document_as_it_was_and_the_preferences(fake_session: Session, started: FakeRunner):
    fake_session.document.edit("Rename", lambda p: p.updated(title="later"))
    assert started.spec.project.title == "Iris flowers (MLP)"
    assert started.spec.device == "auto"
    assert started.spec.runs_dir == fake_session.runs_dir


def test_a_second_run_cannot_start_beside_the_first(fake_session: Session, started: FakeRunner):
    fake_session.train()
    assert len(FakeRunner.made) == 1


def test_closing_stops_a_run_within_the_time_given(fake_session: Session, started: FakeRunner, qtbot):
    endings = []
    fake_session.run_events.connect(lambda batch: endings.extend(e for e in batch if isinstance(e, RunEnded)))
    started.begin()
    qtbot.waitUntil(lambda: fake_session.run_state == "running")
    assert fake_session.close(3.0)
    assert [e.reason for e in endings] == ["stopped"]


def test_a_run_that_hangs_does_not_hold_up_closing(fake_session: Session, started: FakeRunner, qtbot):
    started.begin()
    started.deaf = True
    qtbot.waitUntil(lambda: fake_session.run_state == "running")
    began = time.monotonic()
    assert not fake_session.close(0.3)
    assert time.monotonic() - began < 30


def test_a_flood_of_events_leaves_time_for_the_window(fake_session: Session, started: FakeRunner, qtbot):
    started.begin()
    for first in range(1, 20001, 10):
        started.steps(first, first + 9)
    longest, last = 0.0, time.thread_time()

    def beat() -> bool:
        nonlocal longest, last
        longest, last = max(longest, time.thread_time() - last), time.thread_time()
        return fake_session.progress.step >= 20000

    qtbot.waitUntil(beat)
    assert longest < 0.5


# Files


def test_runs_of_an_untitled_project_move_beside_the_file_at_the_first_save(session: Session, tmp_path: Path):
    session.new(sample("iris-mlp").project())
    session.runs_dir.mkdir(parents=True)
    (session.runs_dir / "runs.sqlite").write_bytes(b"")
    old, moves = session.runs_dir, []
    session.runs_moved.connect(lambda source, target: moves.append((source, target)))
    session.save(tmp_path / "花.nnwb")
    assert moves == [(old, tmp_path / "花.runs")]
    assert session.runs_dir == tmp_path / "花.runs"
    assert (tmp_path / "花.runs" / "runs.sqlite").exists()
    assert not old.exists()


def test_runs_wait_for_the_run_in_progress_before_they_move(
    fake_session: Session, started: FakeRunner, qtbot, tmp_path: Path
):
    started.begin()
    qtbot.waitUntil(lambda: fake_session.run_state == "running")
    old = fake_session.runs_dir
    old.mkdir(parents=True)
    fake_session.save(tmp_path / "a.nnwb")
    assert fake_session.runs_dir == old, "the run still writes there"
    fake_session.stop()
    qtbot.waitUntil(lambda: fake_session.run_state == "idle")
    assert fake_session.runs_dir == tmp_path / "a.runs"
    assert not old.exists()


def test_saving_elsewhere_keeps_finding_the_data(session: Session, qtbot, tmp_path: Path):
    folder = tmp_path / "one"
    folder.mkdir()
    rng = np.random.default_rng(0)
    np.savez(folder / "data.npz", x=rng.random((60, 4), dtype=np.float32), y=np.arange(60) % 3)
    project = sample("iris-mlp").project()
    project = project.updated(data=project.data.updated(source=NpzSource(path="data.npz")))
    session.new(project)
    session.document.save(folder / "a.nnwb")
    session.open(folder / "a.nnwb")
    qtbot.waitUntil(lambda: ready(session))
    (tmp_path / "two").mkdir()
    session.save(tmp_path / "two" / "b.nnwb")
    session.open(tmp_path / "two" / "b.nnwb")
    qtbot.waitUntil(lambda: ready(session))
    assert session.preferences.value.recent[0] == str(tmp_path / "two" / "b.nnwb")


def test_a_file_that_cannot_be_opened_leaves_the_session_alone(session: Session, qtbot, tmp_path: Path):
    session.new(sample("iris-mlp").project())
    qtbot.waitUntil(lambda: ready(session))
    with pytest.raises(ProjectError):
        session.open(tmp_path / "not there.nnwb")
    assert session.data_state == "ready"
    assert session.document.project.title == "Iris flowers (MLP)"


def test_whoever_follows_the_document_finds_its_own_runs(session: Session, tmp_path: Path):
    save_project(sample("iris-mlp").project(), tmp_path / "a.nnwb")
    session.new(sample("diabetes-mlp").project())
    session.selected_run = "r0001-of-the-other"
    seen = []
    session.document.changed.connect(
        lambda before, after: seen.append((after.title, session.runs_dir.name, session.runs))
    )
    session.run_selected.connect(lambda: seen.append(session.selected_run))
    session.open(tmp_path / "a.nnwb")
    assert seen == [("Iris flowers (MLP)", "a.runs", []), ""]


# Jobs


@pytest.fixture
def jobs(qtbot):
    made = Jobs()
    yield made
    assert made.cancel_all(5)


def test_a_job_delivers_on_the_windows_thread(jobs: Jobs, qtbot):
    seen = []
    job = jobs.start(
        "Count", lambda progress: threading.get_ident(), done=lambda r: seen.append((r, threading.get_ident()))
    )
    qtbot.waitUntil(lambda: bool(seen))
    assert seen[0][0] != threading.get_ident()
    assert seen[0][1] == threading.get_ident()
    assert job.state == "done"
    assert jobs.running == ()


def test_an_expected_failure_is_its_sentence(jobs: Jobs, qtbot):
    def work(progress):
        raise DataError("The file is empty", "It should hold data", "Copy it again")

    seen = []
    jobs.start("Read", work, failed=seen.append)
    qtbot.waitUntil(lambda: bool(seen))
    assert seen == ["The file is empty. It should hold data. Copy it again."]


def test_an_unexpected_failure_is_told_with_details(jobs: Jobs, qtbot):
    def work(progress):
        return 1 / 0

    sentences = []
    with qtbot.waitSignal(jobs.failed) as told:
        jobs.start("Divide", work, failed=sentences.append)
    sentence, details = told.args
    assert "Divide failed unexpectedly" in sentence
    assert "ZeroDivisionError" in details
    assert sentences == [sentence]


def test_a_cancelled_job_says_nothing_more(jobs: Jobs, qtbot):
    running = threading.Event()

    def work(progress):
        while True:
            progress(0.5, "half")
            running.set()
            time.sleep(0.005)

    seen = []
    job = jobs.start("Wait", work, done=seen.append, failed=seen.append)
    qtbot.waitUntil(running.is_set)
    assert (job.share, job.note) == (0.5, "half")
    job.cancel()
    assert jobs.running == ()
    qtbot.waitUntil(lambda: job.state == "cancelled")
    assert seen == []


def test_one_failing_receiver_does_not_stop_the_others(jobs: Jobs, qtbot):
    def bad(result):
        raise RuntimeError("receiver")

    seen = []
    with qtbot.captureExceptions() as caught:
        jobs.start("One", lambda progress: 1, done=bad)
        jobs.start("Two", lambda progress: 2, done=seen.append)
        qtbot.waitUntil(lambda: seen == [2])
    assert [type(error) for _, error, _ in caught] == [RuntimeError]
