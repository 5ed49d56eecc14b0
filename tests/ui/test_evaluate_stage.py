"""The Evaluate stage: its numbers are the engine's, and it predicts new samples."""

from __future__ import annotations

import csv
import shutil
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from workbench.engine.data.new_samples import read_samples
from workbench.engine.evaluate.predict import Predictor
from workbench.engine.evaluate.report import Report, evaluate_run
from workbench.engine.project.files import runs_dir_of, save_project
from workbench.engine.project.samples import sample
from workbench.engine.runs.store import RunStore
from workbench.engine.train.runner import ThreadRunner
from workbench.engine.train.runspec import RunSpec
from workbench.ui.evaluate.stage import EvaluateStage
from workbench.ui.session import Session
from workbench.ui.widgets.numbers import number_text

SAMPLES = {"iris": ("iris-mlp", 3), "digits": ("digits-mlp", 2), "line": ("line-regression", 3)}


@pytest.fixture(scope="session")
def trained(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Project files, each with one short run."""
    folder = tmp_path_factory.mktemp("trained")
    found = {}
    for name, (sample_id, epochs) in SAMPLES.items():
        project = sample(sample_id).project()
        project = project.updated(training=project.training.updated(epochs=epochs))
        path = folder / f"{name}.nnwb"
        save_project(project, path)
        runner = ThreadRunner(RunSpec(project=project, runs_dir=runs_dir_of(path), base_dir=folder, device="cpu"))
        runner.start()
        events = list(runner.follow())
        assert events[-1].event == "run_ended" and events[-1].reason == "finished"
        found[name] = path
    return found


@pytest.fixture
def stage(session: Session, qtbot: QtBot) -> Iterator[EvaluateStage]:
    made = EvaluateStage(session)
    qtbot.addWidget(made)
    made.resize(1220, 700)
    made.show()
    made.entered()
    yield made
    made.hide()


def quiet(qtbot: QtBot, stage: EvaluateStage) -> None:
    qtbot.waitUntil(lambda: not stage.session.jobs.running)


def opened(stage: EvaluateStage, path: Path, qtbot: QtBot) -> str:
    """Opens a project in the session; the id of its run."""
    stage.session.open(path)
    qtbot.waitUntil(lambda: stage.session.data_state == "ready")
    quiet(qtbot, stage)
    return stage.session.selected_run


def evaluated(stage: EvaluateStage, qtbot: QtBot) -> Report:
    qtbot.mouseClick(stage.selectors.button, Qt.MouseButton.LeftButton)
    quiet(qtbot, stage)
    assert stage.center.currentWidget() is stage.results, stage.waiting.failure.text
    assert stage.results.report is not None
    return stage.results.report


def drop(stage: EvaluateStage, *paths: Path) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    stage.dropEvent(
        QDropEvent(
            QPointF(9, 9),
            Qt.DropAction.CopyAction,
            mime,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
    )


class TestBefore:
    def test_without_runs_it_leads_to_train(self, stage: EvaluateStage, qtbot: QtBot) -> None:
        assert stage.pages.currentWidget() is stage.no_runs
        assert stage.no_runs.title.text() == "Train the network first"
        assert stage.state == "empty"
        with qtbot.waitSignal(stage.go_to) as asked:
            qtbot.mouseClick(stage.no_runs.button, Qt.MouseButton.LeftButton)
        assert asked.args == ["train"]

    def test_the_test_split_waits_for_the_user(
        self, stage: EvaluateStage, trained: dict[str, Path], qtbot: QtBot
    ) -> None:
        run = opened(stage, trained["iris"], qtbot)
        assert run and stage.selectors.run == run
        assert stage.selectors.split == "test"
        assert "never seen" in stage.selectors.help.text()
        assert stage.center.currentWidget() is stage.waiting
        assert stage.results.report is None and stage.state == "empty"
        info = stage.session.runs[0]
        assert f"Run {info.number} · finished" in stage.selectors._run.currentText()
        assert f"{info.metrics['val_accuracy'] * 100:.1f} %" in stage.selectors._run.currentText()


class TestScores:
    def test_numbers_are_the_engines(self, stage: EvaluateStage, trained: dict[str, Path], qtbot: QtBot) -> None:
        path = trained["iris"]
        run = opened(stage, path, qtbot)
        evaluated(stage, qtbot)
        expected = evaluate_run(RunStore(runs_dir_of(path)), run, base_dir=path.parent)
        shown = stage.results.headline.values
        assert shown["accuracy"].text() == f"{expected.metrics['accuracy'] * 100:.1f} %"
        assert float(shown["loss"].text()) == pytest.approx(expected.metrics["loss"], rel=1e-3)
        assert np.array_equal(stage.results.confusion.counts, expected.confusion)
        model = stage.results.classes.columns_model
        for row, score in enumerate(expected.classes):
            texts = [model.index(row, column).data() for column in range(5)]
            assert texts[0] == score.name
            assert texts[1] == f"{score.precision * 100:.1f} %"
            assert texts[2] == f"{score.recall * 100:.1f} %"
            assert texts[4] == str(score.support)
        assert stage.state == "ready" and shown["accuracy"].text() in stage.state_text

    def test_curves_of_each_class_with_their_areas(
        self, stage: EvaluateStage, trained: dict[str, Path], qtbot: QtBot
    ) -> None:
        opened(stage, trained["iris"], qtbot)
        evaluated(stage, qtbot)
        view = stage.results.separation
        found = stage.results.report.separations
        view.what.setCurrentIndex(view.what.findData("roc"))
        assert view.pages.currentWidget() is view.plot
        names = [line.name for line in view.plot.lines]
        assert names[0] == f"setosa, area {number_text(found[0].area, 3)}" and names[-1] == "guessing, area 0.5"
        assert len(names) == 4 and view.note.text().startswith("Mean of the areas: ")
        view.one.setCurrentIndex(2)
        assert [line.name.partition(",")[0] for line in view.plot.lines] == ["versicolor", "guessing"]
        view.what.setCurrentIndex(view.what.findData("pr"))
        (line,) = view.plot.lines
        assert line.name == f"versicolor, mean {number_text(found[1].average_precision, 3)}"
        assert f"{found[1].positives} samples of the class" in view.note.text()
        # Another report keeps what is shown, as far as its classes are there.
        view.set_separations(found[:2])
        assert view.one.currentText() == "versicolor"
        view.set_separations(())
        assert not view.what.isVisibleTo(stage) and view.pages.currentWidget() is view.classes

    def test_another_split_is_another_report(
        self, stage: EvaluateStage, trained: dict[str, Path], qtbot: QtBot
    ) -> None:
        opened(stage, trained["iris"], qtbot)
        first = evaluated(stage, qtbot)
        stage.selectors.choose(split="train")
        assert stage.center.currentWidget() is stage.waiting
        assert "learnt from these" in stage.selectors.help.text()
        assert evaluated(stage, qtbot).samples == 104
        stage.selectors.choose(split="test")
        # What was computed is kept.
        assert stage.center.currentWidget() is stage.results and stage.results.report is first

    def test_mistakes_and_the_matrix_as_their_filter(
        self, stage: EvaluateStage, trained: dict[str, Path], qtbot: QtBot
    ) -> None:
        opened(stage, trained["digits"], qtbot)
        report = evaluated(stage, qtbot)
        view, matrix = stage.results.mistakes, stage.results.confusion
        assert np.array_equal(view.positions, report.mistakes())
        off = report.confusion * (1 - np.eye(10, dtype=np.int64))
        true, predicted = np.unravel_index(int(off.argmax()), off.shape)
        matrix.grab()
        qtbot.mouseClick(
            matrix, Qt.MouseButton.LeftButton, pos=matrix._cell_rect(int(true), int(predicted)).center().toPoint()
        )
        assert matrix.chosen == (true, predicted)
        assert len(view.positions) == off[true, predicted] > 0
        assert set(report.targets[view.positions]) == {true}
        caption = view.grid.grid_model.caption(int(view.positions[0]))
        assert caption[0] == f"{true} → {predicted}"
        qtbot.mouseClick(view.all, Qt.MouseButton.LeftButton)
        assert matrix.chosen == (-1, -1) and len(view.positions) == len(report.mistakes())

    def test_the_matrix_by_keyboard(self, stage: EvaluateStage, trained: dict[str, Path], qtbot: QtBot) -> None:
        opened(stage, trained["iris"], qtbot)
        report = evaluated(stage, qtbot)
        matrix = stage.results.confusion
        matrix.setFocus()
        qtbot.keyClick(matrix, Qt.Key.Key_Down)
        assert "versicolor" in matrix.accessibleDescription()
        qtbot.keyClick(matrix, Qt.Key.Key_Return)
        assert matrix.chosen == (1, 0)
        assert len(stage.results.mistakes.positions) == report.confusion[1, 0]
        qtbot.keyClick(matrix, Qt.Key.Key_Escape)
        assert matrix.chosen == (-1, -1)

    def test_regression_shows_scatter_and_residuals(
        self, stage: EvaluateStage, trained: dict[str, Path], qtbot: QtBot
    ) -> None:
        opened(stage, trained["line"], qtbot)
        report = evaluated(stage, qtbot)
        assert stage.results.scatter.points == report.samples
        assert sum(stage.results.residuals.series[0].values) == report.samples
        assert set(stage.results.headline.values) == {"r2", "mae", "rmse", "loss"}
        largest = int(np.abs(report.predictions - report.targets)[:, 0].argmax())
        assert stage.results.mistakes.positions[0] == largest
        scatter = stage.results.scatter
        scatter.grab()
        assert scatter._axes is not None
        place = scatter._axes.point(float(report.targets[3, 0]), float(report.predictions[3, 0]))
        nearest = scatter.nearest(place)
        qtbot.mouseClick(scatter, Qt.MouseButton.LeftButton, pos=place.toPoint())
        assert stage.results.mistakes.table.current_sample() == nearest

    def test_changed_data_is_told_beside_the_score(
        self, stage: EvaluateStage, trained: dict[str, Path], qtbot: QtBot, tmp_path: Path
    ) -> None:
        x, y = np.random.RandomState(0).rand(80, 4).astype(np.float32), np.arange(80) % 3
        np.savez(tmp_path / "data.npz", x=x, y=y)
        project = sample("iris-mlp").project()
        source = {"kind": "npz", "path": "data.npz"}
        project = project.updated(data=project.data.updated(source=source), training=project.training.updated(epochs=1))
        path = tmp_path / "mine.nnwb"
        save_project(project, path)
        runner = ThreadRunner(RunSpec(project=project, runs_dir=runs_dir_of(path), base_dir=tmp_path, device="cpu"))
        runner.start()
        list(runner.follow())
        np.savez(tmp_path / "data.npz", x=x + 1, y=y)
        opened(stage, path, qtbot)
        evaluated(stage, qtbot)
        assert "changed since run" in stage.results.warnings.text and stage.results.warnings.isVisible()

    def test_a_damaged_run_is_told_in_place(
        self, stage: EvaluateStage, trained: dict[str, Path], qtbot: QtBot, tmp_path: Path
    ) -> None:
        source = trained["iris"]
        path = tmp_path / source.name
        shutil.copy(source, path)
        shutil.copytree(runs_dir_of(source), runs_dir_of(path))
        run = opened(stage, path, qtbot)
        (runs_dir_of(path) / run / "best.safetensors").write_bytes(b"broken")
        qtbot.mouseClick(stage.selectors.button, Qt.MouseButton.LeftButton)
        quiet(qtbot, stage)
        assert stage.center.currentWidget() is stage.waiting
        assert "can't be read" in stage.waiting.failure.text
        assert stage.state == "problem"


class TestPredict:
    def test_a_dropped_picture(
        self, stage: EvaluateStage, trained: dict[str, Path], qtbot: QtBot, tmp_path: Path
    ) -> None:
        path = trained["digits"]
        run = opened(stage, path, qtbot)
        data = stage.session.data
        assert data is not None
        pixels = data.raw.inputs["image"].values[int(data.splits["test"][0]), :, :, 0]
        Image.fromarray(pixels).resize((80, 80), Image.Resampling.NEAREST).save(tmp_path / "digit.png")
        drop(stage, tmp_path / "digit.png")
        quiet(qtbot, stage)
        answer = stage.predict.answer
        assert answer.isVisible() and answer.picture.isVisible()
        predictor = Predictor(RunStore(runs_dir_of(path)), run)
        seen = read_samples(tmp_path / "digit.png", predictor.network.preprocess)
        (expected,) = predictor.predict(seen.inputs)
        assert answer.label.text() == expected.label
        assert expected.probabilities is not None
        shown = dict(answer.bars.items)
        assert shown[expected.label] == pytest.approx(expected.confidence, abs=1e-4)
        assert len(shown) == 10 and sum(shown.values()) == pytest.approx(1.0, abs=1e-4)
        assert "Resized from 80 x 80" in answer.notes.text()

    def test_a_file_that_is_no_picture(
        self, stage: EvaluateStage, trained: dict[str, Path], qtbot: QtBot, tmp_path: Path
    ) -> None:
        opened(stage, trained["digits"], qtbot)
        (tmp_path / "fake.png").write_bytes(b"this is text")
        drop(stage, tmp_path / "fake.png")
        quiet(qtbot, stage)
        assert stage.predict.notice.isVisible() and "fake.png" in stage.predict.notice.text
        assert not stage.predict.answer.isVisible()

    def test_a_typed_row_starts_from_a_real_one(
        self, stage: EvaluateStage, trained: dict[str, Path], qtbot: QtBot
    ) -> None:
        path = trained["iris"]
        run = opened(stage, path, qtbot)
        row, data = stage.predict.row, stage.session.data
        assert data is not None
        assert row.columns == data.raw.inputs["features"].columns
        typed = np.array([float(v) for v in row.values().values()], np.float32)
        test = data.raw.inputs["features"].values[data.splits["test"]]
        assert (np.abs(test - typed).max(axis=1) < 1e-6).any()
        field = row._fields[row.columns[0]]
        field.clear()
        qtbot.keyClicks(field, "7.25")
        qtbot.keyClick(field, Qt.Key.Key_Return)
        quiet(qtbot, stage)
        typed[0] = 7.25
        (expected,) = Predictor(RunStore(runs_dir_of(path)), run).predict({"features": typed[None]})
        assert stage.predict.answer.label.text() == expected.label
        assert not stage.predict.answer.truth.isVisible()  # a changed row is nobody's

    def test_an_empty_field_is_named(self, stage: EvaluateStage, trained: dict[str, Path], qtbot: QtBot) -> None:
        opened(stage, trained["iris"], qtbot)
        stage.predict.row._fields["petal width (cm)"].clear()
        qtbot.mouseClick(stage.predict.predict, Qt.MouseButton.LeftButton)
        quiet(qtbot, stage)
        assert "petal width (cm)" in stage.predict.notice.text

    def test_a_real_sample_shows_its_true_class(
        self, stage: EvaluateStage, trained: dict[str, Path], qtbot: QtBot
    ) -> None:
        opened(stage, trained["iris"], qtbot)
        qtbot.mouseClick(stage.predict.take, Qt.MouseButton.LeftButton)
        quiet(qtbot, stage)
        assert "true class" in stage.predict.answer.truth.text()

    def test_a_number_for_regression(self, stage: EvaluateStage, trained: dict[str, Path], qtbot: QtBot) -> None:
        path = trained["line"]
        run = opened(stage, path, qtbot)
        field = stage.predict.row._fields["x"]
        field.setText("0.5")
        qtbot.mouseClick(stage.predict.predict, Qt.MouseButton.LeftButton)
        quiet(qtbot, stage)
        values = {"features": np.array([[0.5]], np.float32)}
        (expected,) = Predictor(RunStore(runs_dir_of(path)), run).predict(values)
        assert expected.values is not None
        assert float(stage.predict.answer.label.text().replace("−", "-")) == pytest.approx(
            expected.values["y"], rel=1e-3
        )
        assert not stage.predict.answer.bars.isVisible()

    def test_a_csv_becomes_a_table_that_can_be_saved(
        self, stage: EvaluateStage, trained: dict[str, Path], qtbot: QtBot, tmp_path: Path
    ) -> None:
        opened(stage, trained["iris"], qtbot)
        data = stage.session.data
        assert data is not None
        part = data.raw.inputs["features"]
        with (tmp_path / "rows.csv").open("w", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(part.columns)
            writer.writerows(part.values[:12].tolist())
        drop(stage, tmp_path / "rows.csv")
        quiet(qtbot, stage)
        assert stage.center.currentWidget() is stage.predictions
        assert "rows.csv: 12 predictions" in stage.predictions.heading.text()
        stage.predictions.save_to(tmp_path / "out.csv")
        with (tmp_path / "out.csv").open(newline="") as file:
            rows = list(csv.DictReader(file))
        assert [r["predicted"] for r in rows] == [p.label for p in stage.predictions.predictions]
        assert float(rows[0]["confidence"]) == stage.predictions.predictions[0].confidence
        stage.predictions.save_to(tmp_path / "missing" / "out.csv")
        assert "cannot be written" in stage.predictions.notice.text
        qtbot.mouseClick(stage.predictions.close_button, Qt.MouseButton.LeftButton)
        assert stage.center.currentWidget() is stage.waiting

    def test_a_csv_without_a_column(
        self, stage: EvaluateStage, trained: dict[str, Path], qtbot: QtBot, tmp_path: Path
    ) -> None:
        opened(stage, trained["iris"], qtbot)
        (tmp_path / "rows.csv").write_text("sepal length (cm),sepal width (cm)\n1,2\n")
        drop(stage, tmp_path / "rows.csv")
        quiet(qtbot, stage)
        assert "petal length" in stage.predict.notice.text


def test_every_control_has_a_name(stage: EvaluateStage, trained: dict[str, Path], qtbot: QtBot) -> None:
    opened(stage, trained["iris"], qtbot)
    evaluated(stage, qtbot)
    for button in stage.findChildren(QPushButton):
        assert button.objectName(), button.text()
        assert button.accessibleName() or button.text(), button.objectName()
