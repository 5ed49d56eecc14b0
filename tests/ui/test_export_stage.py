"""The Export stage with the real exporters: certificate, file, failures that leave nothing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from workbench.engine.export.certificate import certificates
from workbench.engine.project.samples import sample
from workbench.engine.train.control import Control
from workbench.engine.train.run import run as run_training
from workbench.engine.train.runspec import RunSpec
from workbench.ui.export.stage import ExportStage
from workbench.ui.session import Session

LONG = 300_000


@pytest.fixture
def stage(qtbot: QtBot, session: Session) -> Iterator[ExportStage]:
    made = ExportStage(session)
    made.resize(1200, 740)
    made.show()
    yield made
    made.close()
    made.deleteLater()


@pytest.fixture
def trained(qtbot: QtBot, stage: ExportStage, session: Session, tmp_path: Path) -> ExportStage:
    """The stage with a saved project and one finished run."""
    project = sample("iris-mlp").project()
    session.new(project.updated(training=project.training.updated(epochs=1)))
    session.save(tmp_path / "my iris.nnwb")
    spec = RunSpec(project=session.document.project, runs_dir=session.runs_dir, base_dir=tmp_path, threads=1)
    assert list(run_training(spec, Control()))[-1].reason == "finished"
    session.refresh_runs()
    qtbot.waitUntil(lambda: not session.jobs.running, timeout=LONG)
    return stage


def export(qtbot: QtBot, stage: ExportStage) -> None:
    stage.button.click()
    assert stage.state == "running"
    qtbot.waitUntil(lambda: stage.state != "running", timeout=LONG)
    qtbot.waitUntil(lambda: not stage.session.jobs.running, timeout=LONG)


def files_in(folder: Path) -> set[str]:
    return {p.name for p in folder.iterdir() if p.is_file()}


def test_without_a_run_the_stage_leads_to_train(qtbot: QtBot, stage: ExportStage):
    assert stage.pages.currentIndex() == 0
    assert stage.state == "empty"
    with qtbot.waitSignal(stage.go_to) as asked:
        stage.empty.button.click()
    assert asked.args == ["train"]


def test_onnx_is_written_beside_the_project_with_the_engines_certificate(
    qtbot: QtBot, trained: ExportStage, tmp_path: Path
):
    target = tmp_path / "my iris.onnx"
    assert trained.options.target == target
    assert trained.pages.currentIndex() == 1
    export(qtbot, trained)
    assert trained.notice.text == ""
    assert target.is_file()
    (kept,) = certificates(trained.session.store().folder(trained.options.run))
    assert trained.card.certificate == kept
    assert trained.card.isVisibleTo(trained)
    texts = trained.card.texts()
    assert texts["Same top class"] == "in all of them"
    assert texts["Replayed"].startswith(f"{kept.samples:,} validation samples")
    assert texts["Operator set"] == str(kept.opset)
    assert kept.largest_difference <= kept.tolerance
    trained.card.copy_path.click()
    assert QGuiApplication.clipboard().text() == str(target)
    assert trained.history.count() == 1
    assert trained.history.item(0).text() == "my iris.onnx · ONNX of run 1, best weights"
    assert trained.state == "ready"
    assert "replaced" in trained.options._place_note.text()

    # A stage made anew (the project opened again) knows the exports of the run.
    again = ExportStage(trained.session)
    qtbot.waitUntil(lambda: again.history.count() == 1, timeout=LONG)
    assert again.history.item(0).text().endswith("exported earlier")
    again.history.setCurrentRow(0)
    assert again.card.certificate == kept
    again.deleteLater()


def test_python_export_brings_its_weights(qtbot: QtBot, trained: ExportStage, tmp_path: Path):
    qtbot.mouseClick(trained.options.formats["python"], Qt.MouseButton.LeftButton)
    assert trained.options.target == tmp_path / "my iris.py"
    assert "my iris.safetensors" in trained.options._place_note.text()
    trained.options.preprocessing.setChecked(False)
    export(qtbot, trained)
    assert trained.notice.text == ""
    assert {"my iris.py", "my iris.safetensors"} <= files_in(tmp_path)
    assert trained.card.certificate is not None
    assert not trained.card.certificate.include_preprocessing


def test_a_failed_export_says_so_and_leaves_no_file(qtbot: QtBot, trained: ExportStage, tmp_path: Path):
    before = files_in(tmp_path)
    trained.session.store().weights_path(trained.options.run, "best").write_bytes(b"not weights")
    export(qtbot, trained)
    assert trained.notice.text.endswith("No file was written.")
    assert len(trained.notice.text) > len("No file was written.") + 20
    assert trained.state == "problem"
    assert not trained.card.isVisibleTo(trained)
    assert files_in(tmp_path) == before
    assert not [p for p in tmp_path.iterdir() if p.name.endswith(".tmp")]
    assert trained.button.isEnabled()


def test_a_failed_export_keeps_the_file_that_was_there(qtbot: QtBot, trained: ExportStage, tmp_path: Path):
    target = tmp_path / "my iris.onnx"
    target.write_bytes(b"precious")
    trained.session.store().weights_path(trained.options.run, "best").write_bytes(b"not weights")
    export(qtbot, trained)
    assert trained.notice.text.endswith("The file that was there before is unchanged.")
    assert target.read_bytes() == b"precious"


@pytest.mark.parametrize("where", ["stage", "status bar"])
def test_a_cancelled_export_leaves_nothing(qtbot: QtBot, trained: ExportStage, tmp_path: Path, where: str):
    before = files_in(tmp_path)
    trained.button.click()
    assert trained._progress.isVisibleTo(trained)
    assert not trained.button.isEnabled()
    qtbot.waitUntil(lambda: trained._job is not None and trained._job.note != "", timeout=LONG)
    if where == "stage":
        trained.cancel.click()
    else:
        trained.session.jobs.running[0].cancel()
    qtbot.waitUntil(lambda: trained.state != "running", timeout=LONG)
    assert "cancelled" in trained.notice.text
    assert trained.button.isEnabled()
    assert trained.session.jobs.cancel_all(wait=10)
    assert files_in(tmp_path) == before
    assert not [p for p in tmp_path.iterdir() if p.name.endswith(".tmp")]


def test_the_place_follows_the_format_and_stays_when_chosen(qtbot: QtBot, trained: ExportStage, tmp_path: Path):
    options = trained.options
    options.formats["pt2"].setChecked(True)
    assert options.target == tmp_path / "my iris.pt2"
    options.set_target(tmp_path / "elsewhere" / "net.pt2")
    assert not trained.button.isEnabled()
    assert "no folder" in options._place_note.text()
    options.set_target(tmp_path / "net")
    assert options.target == tmp_path / "net.pt2"
    options.formats["onnx"].setChecked(True)
    assert options.target == tmp_path / "net.onnx"
    trained.session.document.edit("rename", lambda p: p.updated(title="Other"))
    assert options.target == tmp_path / "net.onnx"
    assert trained.button.isEnabled()
    options.path.clear()
    qtbot.keyClicks(options.path, " ")
    assert not trained.button.isEnabled()
