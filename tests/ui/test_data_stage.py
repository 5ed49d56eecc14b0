"""The Data stage: what it shows of real data, and what it says when there is none."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QComboBox, QPushButton
from pytestqt.qtbot import QtBot
from window_tools import drop, ready, take

from workbench.engine.data.prepared import SPLITS
from workbench.engine.data.report import report
from workbench.engine.graph import edits
from workbench.ui.data.stage import DataStage


def shown_title(stage: DataStage) -> str:
    return stage.content.title.text()


class TestEmpty:
    def test_says_what_to_do_and_a_button_does_it(self, stage: DataStage, qtbot: QtBot) -> None:
        assert stage.pages.currentWidget() is stage.empty
        assert stage.state == "empty"
        button = stage.empty.findChild(QPushButton, "data_sample_iris")
        assert button is not None and button.accessibleName() == "Iris flowers"
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        ready(qtbot, stage)
        assert stage.session.document.project.data.source is not None
        assert shown_title(stage) == "Iris flowers"
        assert stage.state == "ready"
        assert "150" in stage.state_text

    def test_undo_brings_the_empty_page_back(self, stage: DataStage, qtbot: QtBot) -> None:
        stage.use_sample("iris")
        ready(qtbot, stage)
        stage.session.document.undo()
        qtbot.waitUntil(lambda: stage.pages.currentWidget() is stage.empty)


class TestPictures:
    def test_digits_show_every_picture_with_class_and_split(self, stage: DataStage, qtbot: QtBot) -> None:
        stage.use_sample("digits")
        ready(qtbot, stage)
        data = stage.session.data
        assert data is not None
        grid = stage.content.samples.grid
        assert grid.isVisible() and len(grid.samples) == 1797
        assert stage.content.splits.text() == "train 1,257 · validation 270 · test 270"
        upper, lower = grid.grid_model.caption(5)
        assert upper == "5"
        assert 5 in data.splits[lower]
        assert grid.pixmap(0).width() == 80  # 8 pixels, each as 10

    def test_filters_by_split_and_class(self, stage: DataStage, qtbot: QtBot) -> None:
        stage.use_sample("digits")
        ready(qtbot, stage)
        data, view = stage.session.data, stage.content.samples
        assert data is not None
        view.split_filter.setCurrentIndex(view.split_filter.findData(SPLITS.index("test")))
        assert np.array_equal(view.samples, data.splits["test"])
        view.filter_class(3)
        labels = data.raw.targets["label"].values
        assert len(view.samples) and set(labels[view.samples]) == {3}
        assert set(view.samples) <= set(data.splits["test"])
        assert view.shown.text() == f"{len(view.samples)} of 1,797 samples"

    def test_class_counts_are_those_of_the_engine(self, stage: DataStage, qtbot: QtBot) -> None:
        stage.use_sample("digits")
        ready(qtbot, stage)
        assert stage.session.data is not None
        expected = report(stage.session.data).classes[0].counts
        chart = stage.content.classes
        assert chart.labels == tuple("0123456789")
        assert {s.name: tuple(s.values) for s in chart.series} == expected

    def test_clicking_a_class_shows_only_it(self, stage: DataStage, qtbot: QtBot) -> None:
        stage.use_sample("iris")
        ready(qtbot, stage)
        stage.content.classes.label_clicked.emit(1)
        assert len(stage.content.samples.samples) == 50
        stage.content.classes.label_clicked.emit(1)
        assert len(stage.content.samples.samples) == 150

    def test_arrow_keys_walk_and_the_detail_follows(self, stage: DataStage, qtbot: QtBot) -> None:
        stage.use_sample("digits")
        ready(qtbot, stage)
        grid, detail = stage.content.samples.grid, stage.content.detail
        assert detail.sample == 0
        grid.setFocus()
        for _ in range(grid.grid_model.wide + 1):  # past the end of a line
            qtbot.keyClick(grid, Qt.Key.Key_Right)
        assert detail.sample == grid.grid_model.wide + 1
        assert detail.picture.isVisible()

    def test_sixty_thousand_pictures_stay_quick(self, stage: DataStage, qtbot: QtBot, tmp_path: Path) -> None:
        random = np.random.RandomState(0)
        x = random.randint(0, 255, (60_000, 4, 4)).astype(np.uint8)
        np.savez(tmp_path / "many.npz", x=x, y=np.arange(60_000) % 10)
        take(stage.session, tmp_path / "many.npz")
        ready(qtbot, stage)
        grid = stage.content.samples.grid
        assert len(grid.samples) == 60_000
        grid.scrollToBottom()
        grid.grab()
        # Only what was on screen was ever made.
        assert 0 < len(grid._pixmaps) < 400


class TestTables:
    def test_rows_and_statistics_match_the_data(self, stage: DataStage, qtbot: QtBot) -> None:
        stage.use_sample("iris")
        ready(qtbot, stage)
        data = stage.session.data
        assert data is not None
        assert [stage.content.tabs.tabText(i) for i in range(3)] == ["Rows", "Doctor", "Columns"]
        model = stage.content.samples.table.columns_model
        assert model.rowCount() == 150
        headings = [model.headerData(i, Qt.Orientation.Horizontal) for i in range(model.columnCount())]
        assert headings[:3] == ["No.", "Split", "Class"]
        assert model.index(0, 3).data() == "5.1"
        statistics = report(data).columns["features"]
        columns = stage.content.columns.table.columns_model
        assert columns.rowCount() == 4
        mean = next(i for i in range(7) if columns.headerData(i, Qt.Orientation.Horizontal) == "Mean")
        assert float(columns.index(0, mean).data()) == pytest.approx(statistics[0].mean, rel=1e-3)

    def test_sorting_keeps_rows_whole(self, stage: DataStage, qtbot: QtBot) -> None:
        stage.use_sample("iris")
        ready(qtbot, stage)
        assert stage.session.data is not None
        values = stage.session.data.raw.inputs["features"].values
        table = stage.content.samples.table
        table.sortByColumn(3, Qt.SortOrder.DescendingOrder)
        model = table.columns_model
        assert float(model.index(0, 3).data()) == pytest.approx(values[:, 0].max())
        top = model.sample(0)
        assert float(model.index(0, 4).data()) == pytest.approx(values[top, 1])

    def test_sorting_and_filters_go_together(self, stage: DataStage, qtbot: QtBot) -> None:
        stage.use_sample("iris")
        ready(qtbot, stage)
        assert stage.session.data is not None
        labels = stage.session.data.raw.targets["label"].values
        values = stage.session.data.raw.inputs["features"].values[:, 0]
        view = stage.content.samples
        view.filter_class(2)
        view.table.sortByColumn(3, Qt.SortOrder.AscendingOrder)
        assert len(view.samples) == 50 and set(labels[view.samples]) == {2}
        assert np.array_equal(values[view.samples], np.sort(values[labels == 2]))
        view.filter_class(1)  # the order stays when the filter changes
        assert np.array_equal(values[view.samples], np.sort(values[labels == 1]))

    def test_rows_are_copied_as_spreadsheets_take_them(self, stage: DataStage, qtbot: QtBot) -> None:
        stage.use_sample("iris")
        ready(qtbot, stage)
        table = stage.content.samples.table
        table.selectRow(0)
        qtbot.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
        heading, row = QGuiApplication.clipboard().text().splitlines()
        assert heading.split("\t")[:3] == ["No.", "Split", "Class"]
        assert row.split("\t")[2] == "setosa"

    def test_moons_open_as_points_by_class(self, stage: DataStage, qtbot: QtBot) -> None:
        stage.use_sample("moons")
        ready(qtbot, stage)
        assert stage.content.tabs.currentWidget() is stage.content.points
        scatter = stage.content.points.scatter
        assert scatter.points == 100 and scatter._names == ("upper", "lower")

    def test_a_line_shows_its_target_against_its_column(self, stage: DataStage, qtbot: QtBot) -> None:
        stage.use_sample("line")
        ready(qtbot, stage)
        points = stage.content.points
        assert (points.across.currentText(), points.up.currentText()) == ("x", "y")
        assert stage.content.target.isVisible() and not stage.content.classes.isVisible()
        assert sum(sum(s.values) for s in stage.content.target.series) == 100

    def test_a_click_on_a_point_shows_the_sample(self, stage: DataStage, qtbot: QtBot) -> None:
        stage.use_sample("moons")
        ready(qtbot, stage)
        scatter = stage.content.points.scatter
        scatter.grab()
        assert scatter._axes is not None
        place = scatter._axes.point(scatter._x[7], scatter._y[7])
        assert scatter.nearest(place) == 7
        qtbot.mouseClick(scatter, Qt.MouseButton.LeftButton, pos=place.toPoint())
        assert stage.content.detail.sample == 7


class TestRecipe:
    def test_a_share_edited_in_the_form_splits_anew_as_one_step(self, stage: DataStage, qtbot: QtBot) -> None:
        stage.use_sample("iris")
        ready(qtbot, stage)
        recipe = stage.session.document.project.data
        changed = recipe.split.updated(test=0.4)
        stage.settings.form("shares").set_value(changed, "split")
        stage.settings.form("shares").edited.emit("split.test", 0.4)
        assert stage.session.document.project.data.split.test == 0.4
        qtbot.waitUntil(lambda: stage.session.data_state == "loading" or "test 60" in stage.content.splits.text())
        ready(qtbot, stage)
        assert "test 60" in stage.content.splits.text()
        stage.session.document.undo()
        qtbot.waitUntil(lambda: "test 23" in stage.content.splits.text())

    @pytest.mark.parametrize(("sample", "tables"), [("digits", False), ("iris", True)])
    def test_scalings_by_column_are_offered_for_tables(
        self, stage: DataStage, qtbot: QtBot, sample: str, tables: bool
    ) -> None:
        stage.use_sample(sample)
        ready(qtbot, stage)
        box = stage.settings.findChild(QComboBox, "field_scaling")
        assert box is not None
        offered = {box.itemData(k) for k in range(box.count())}
        assert {"auto", "none", "standard", "minmax"} <= offered
        assert ("robust" in offered, "normal" in offered) == (tables, tables)

    def test_fields_without_effect_are_left_out(self, stage: DataStage, qtbot: QtBot) -> None:
        stage.use_sample("iris")
        ready(qtbot, stage)
        visible = {n for n in ("target_scaling", "stratified", "given") if stage.settings.form(n).isVisible()}
        assert visible == {"stratified"}
        stage.use_sample("diabetes")
        ready(qtbot, stage)
        visible = {n for n in ("target_scaling", "stratified", "given") if stage.settings.form(n).isVisible()}
        assert visible == {"target_scaling"}

    def test_scaling_is_explained(self, stage: DataStage, qtbot: QtBot) -> None:
        stage.use_sample("iris")
        ready(qtbot, stage)
        text = stage.settings.scaling_note.text()
        assert "training split only" in text and "104" in text


class TestFit:
    def test_a_network_for_other_data_is_told_and_cured_here(self, stage: DataStage, qtbot: QtBot) -> None:
        document = stage.session.document
        layers = [
            edits.make_layer("input", shape=(7,)),
            edits.make_layer("dense", units=3),
            edits.make_layer("output"),
        ]
        document.edit_graph("Build", lambda graph: edits.chain(*layers))
        stage.use_sample("iris")
        ready(qtbot, stage)
        fit = stage.content.fit
        assert fit.isVisible() and "does not fit" in fit.text and "N × 7" in fit.text
        button = fit.findChild(QPushButton, "data_fit_button_0")
        assert button is not None and "N × 4" in button.text()
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        assert not fit.isVisible()
        assert document.graph.nodes[0].layer.shape == (4,)
        document.undo()
        assert fit.isVisible()


class TestBadFiles:
    def test_a_file_or_folder_is_shown_on_the_import_page_first(
        self, stage: DataStage, tmp_path: Path, qtbot: QtBot
    ) -> None:
        asked: list[object] = []
        stage.import_asked.connect(asked.append)
        assert drop(stage, tmp_path)
        assert asked == [], "not in the middle of the drop"
        qtbot.waitUntil(lambda: asked == [tmp_path])
        for kind in ("file", "folder"):
            qtbot.mouseClick(stage.empty.findChild(QPushButton, f"data_open_{kind}"), Qt.MouseButton.LeftButton)
            stage.settings.choose.menu().findChild(QAction, f"data_menu_open_{kind}").trigger()
        assert asked[1:] == ["file", "file", "folder", "folder"]
        assert stage.session.document.project.data.source is None

    def test_a_project_is_left_to_the_window(self, stage: DataStage, tmp_path: Path) -> None:
        assert not drop(stage, tmp_path / "other.nnwb")

    def test_a_damaged_npz_is_a_problem_with_a_way_out(self, stage: DataStage, tmp_path: Path, qtbot: QtBot) -> None:
        path = tmp_path / "cut.npz"
        path.write_bytes(b"PK\x03\x04 not really")
        take(stage.session, path)
        ready(qtbot, stage)
        assert stage.state == "problem"
        assert stage.waiting.isVisible() and "cut.npz" in stage.waiting.message.text()
        np.savez(path, x=np.zeros((20, 3)), y=np.arange(20) % 2)
        qtbot.mouseClick(stage.waiting.again, Qt.MouseButton.LeftButton)
        ready(qtbot, stage)
        assert stage.state == "ready"

    def test_a_truncated_idx_file(self, stage: DataStage, shared_data: Path, qtbot: QtBot, tmp_path: Path) -> None:
        source = shared_data / "dirty" / "kmnist_truncated_t10k-images-idx3-ubyte.gz"
        (tmp_path / "t10k-images-idx3-ubyte.gz").write_bytes(source.read_bytes())
        labels = shared_data / "fashion_mnist" / "t10k-labels-idx1-ubyte.gz"
        (tmp_path / labels.name).write_bytes(labels.read_bytes())
        take(stage.session, tmp_path / "t10k-images-idx3-ubyte.gz")
        ready(qtbot, stage)
        assert stage.state == "problem"
        assert "cut short" in stage.waiting.message.text()
        qtbot.mouseClick(stage.waiting.other, Qt.MouseButton.LeftButton)
        assert stage.pages.currentWidget() is stage.empty


def test_every_control_has_a_name(stage: DataStage, qtbot: QtBot) -> None:
    stage.use_sample("moons")
    ready(qtbot, stage)
    for button in stage.findChildren(QPushButton):
        assert button.objectName(), button.text()
        assert button.accessibleName() or button.text(), button.objectName()
