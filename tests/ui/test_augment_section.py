"""Augmentation and balance in the Data stage: editing the list, the preview, and what shows for which data."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QPushButton
from pytestqt.qtbot import QtBot

from workbench.engine.data.augment import preset
from workbench.ui.data.augment import AugmentSection
from workbench.ui.data.preview import AugmentPreview
from workbench.ui.data.stage import DataStage
from workbench.ui.session import Session


@pytest.fixture
def stage(session: Session, qtbot: QtBot) -> Iterator[DataStage]:
    made = DataStage(session)
    qtbot.addWidget(made)
    made.resize(1220, 800)
    made.show()
    yield made
    made.hide()


@pytest.fixture
def digits(stage: DataStage, qtbot: QtBot) -> DataStage:
    use(stage, qtbot, "digits")
    return stage


def use(stage: DataStage, qtbot: QtBot, name: str) -> None:
    stage.use_sample(name)
    qtbot.waitUntil(lambda: stage.session.data_state == "ready")
    qtbot.waitUntil(lambda: not stage.session.jobs.running)


def kinds(stage: DataStage) -> list[str]:
    return [o.kind for o in stage.session.document.project.data.augment]


def add(section: AugmentSection, kind: str) -> None:
    """Chooses an operation from the menu."""
    next(a for a in section.add.menu().actions() if a.objectName() == f"data_augment_add_{kind}").trigger()


def listed(section: AugmentSection) -> list[str]:
    return [section.list.item(i).text() for i in range(section.list.count())]


class TestList:
    def test_add_chooses_the_new_one_and_shows_its_fields(self, digits: DataStage):
        section = digits.settings.augment
        assert section.isVisible() and section.list.isHidden() and section.form.isHidden()
        for kind in ("rotate", "erase", "flip"):
            add(section, kind)
        assert kinds(digits) == ["rotate", "erase", "flip"]
        assert listed(section) == ["Rotate  up to 15°", "Erase  up to 20%  ·  30%", "Flip  horizontal  ·  50%"]
        assert section.list.currentRow() == 2 and section.form.value == digits.session.document.project.data.augment[2]
        assert digits.session.document.undo_text == "Add Flip"

    def test_each_edit_is_one_step_that_undoes(self, digits: DataStage, qtbot: QtBot):
        section, document = digits.settings.augment, digits.session.document
        for kind in ("rotate", "noise"):
            add(section, kind)
        section.list.setFocus()
        qtbot.keyClick(section.list, Qt.Key.Key_Up)
        assert kinds(digits) == ["rotate", "noise"] and section.list.currentRow() == 0
        qtbot.keyClick(section.list, Qt.Key.Key_Down)
        qtbot.keyClick(section.list, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
        assert kinds(digits) == ["noise", "rotate"] and section.list.currentRow() == 0
        assert section.form.value is not None and section.form.value.kind == "noise"
        qtbot.mouseClick(section.down, Qt.MouseButton.LeftButton)
        assert kinds(digits) == ["rotate", "noise"] and section.list.currentRow() == 1
        qtbot.keyClick(section.list, Qt.Key.Key_Delete)
        assert kinds(digits) == ["rotate"] and document.undo_text == "Remove Noise"
        section.form.commit("degrees", 40.0, stepping=False)
        assert document.project.data.augment[0].degrees == 40 and listed(section) == ["Rotate  up to 40°"]
        assert section.list.currentRow() == 0
        for expected in (["rotate"], ["rotate", "noise"], ["noise", "rotate"], ["rotate", "noise"], ["rotate"], []):
            document.undo()
            assert kinds(digits) == expected == [w.split()[0].lower() for w in listed(section)]

    def test_buttons_follow_the_place(self, digits: DataStage):
        section = digits.settings.augment
        assert not (section.up.isEnabled() or section.down.isEnabled() or section.remove.isEnabled())
        for kind in ("rotate", "shift"):
            add(section, kind)
        assert section.up.isEnabled() and not section.down.isEnabled() and section.remove.isEnabled()
        section.list.setCurrentRow(0)
        assert not section.up.isEnabled() and section.down.isEnabled()

    def test_grey_pictures_are_offered_no_colours(self, digits: DataStage):
        section = digits.settings.augment
        offered = [a.objectName() for a in section.add.menu().actions()]
        assert "data_augment_add_contrast" in offered and "data_augment_add_hue" not in offered
        section.use_preset("strong")
        assert digits.session.document.project.data.augment == preset("strong", channels=1)
        recipe = digits.session.document.project.data
        digits.session.document.edit("x", lambda p: p.updated(data=recipe.updated(augment="hue")))
        assert listed(section) == ["Hue: not for grey pictures"]

    def test_each_kind_of_data_is_offered_its_own(self, digits: DataStage, qtbot: QtBot):
        section = digits.settings.augment
        section.use_preset("trivial")
        assert listed(section) == ["TrivialAugment"] and not section.edges.isHidden()
        use(digits, qtbot, "iris")
        offered = [a.objectName() for a in section.add.menu().actions()]
        assert offered == [f"data_augment_add_{kind}" for kind in ("number_noise", "cell_drop", "cell_swap")]
        presets = [a.text() for a in section.presets.menu().actions() if a.text()]
        assert presets == ["Light", "Medium", "Strong", "None"]
        assert listed(section) == ["TrivialAugment: not for this data"] and section.edges.isHidden()
        section.use_preset("medium")
        assert kinds(digits) == ["number_noise", "cell_swap"]

    def test_edges_matter_for_geometry_only(self, digits: DataStage):
        section = digits.settings.augment
        add(section, "noise")
        assert section.edges.isHidden()
        add(section, "shift")
        assert not section.edges.isHidden()
        section.edges.commit("augment_edges", "mirror", stepping=False)
        assert digits.session.document.project.data.augment_edges == "mirror"

    def test_the_data_is_not_read_anew(self, digits: DataStage):
        data = digits.session.data
        add(digits.settings.augment, "rotate")
        assert digits.session.data is data and digits.session.data_state == "ready"


class TestPreview:
    def shown(self, stage: DataStage, qtbot: QtBot) -> AugmentPreview:
        preview = stage.content.preview
        stage.content.tabs.setCurrentWidget(preview)
        on = bool(kinds(stage))
        qtbot.waitUntil(lambda: len(preview.draws.pictures) == (24 if on else 0))
        return preview

    def drawn(self, preview: AugmentPreview, qtbot: QtBot, before: tuple) -> list[bytes]:
        qtbot.waitUntil(lambda: preview.draws.pictures is not before and len(preview.draws.pictures) == 24)
        return [p.tobytes() for p in preview.draws.pictures]

    def test_a_preset_is_offered_then_drawn_then_drawn_anew(self, digits: DataStage, qtbot: QtBot):
        preview = self.shown(digits, qtbot)
        assert preview.draws.pictures == () and preview.again.isHidden()
        assert "No augmentation is on" in preview.words.text()
        button = preview.findChild(QPushButton, "data_preview_medium")
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        assert digits.session.document.project.data.augment == preset("medium", channels=1)
        first = self.drawn(preview, qtbot, ())
        assert len(set(first)) == 24 and preview.offers.isHidden()
        assert preview.words.text().startswith("Sample 0, class 0, drawn 24 times")
        before = preview.draws.pictures
        qtbot.mouseClick(preview.again, Qt.MouseButton.LeftButton)
        second = self.drawn(preview, qtbot, before)
        assert not set(first) & set(second)

    def test_follows_edits_and_the_chosen_sample(self, digits: DataStage, qtbot: QtBot):
        digits.settings.augment.use_preset("light")
        preview = self.shown(digits, qtbot)
        before = preview.draws.pictures
        digits.content.samples.select(7)
        self.drawn(preview, qtbot, before)
        assert preview.words.text().startswith("Sample 7, class 7")
        before = preview.draws.pictures
        add(digits.settings.augment, "noise")
        self.drawn(preview, qtbot, before)

    def test_a_batch_tells_what_is_to_be_predicted(self, digits: DataStage, qtbot: QtBot):
        digits.settings.augment.use_preset("light")
        preview = self.shown(digits, qtbot)
        assert preview.draws.captions == ()
        qtbot.mouseClick(preview.batch, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda: len(preview.draws.captions) == 24)
        assert set(preview.draws.captions) <= set("0123456789") and len(set(preview.look.samples)) == 24
        assert "24 samples of a training batch" in preview.words.text()
        train = set(digits.session.data.splits["train"].tolist())
        assert set(preview.look.samples) <= train
        add(digits.settings.augment, "cutmix")
        qtbot.waitUntil(lambda: any(" % " in c and "\n" in c for c in preview.draws.captions))
        assert "share of each class" in preview.words.text()

    def test_rows_of_a_table(self, stage: DataStage, qtbot: QtBot):
        use(stage, qtbot, "iris")
        preview = stage.content.preview
        stage.content.tabs.setCurrentWidget(preview)
        button = preview.findChild(QPushButton, "data_preview_strong")
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda: preview.rows.rowCount() == 13)
        part = next(iter(stage.session.data.raw.inputs.values()))
        first = [preview.rows.item(0, k).text() for k in range(4)]
        assert first == [f"{v:.4g}" for v in part.values[0]]
        bold = [preview.rows.item(r, c).font().bold() for r in range(13) for c in range(4)]
        assert not any(bold[:4]) and any(bold) and "Changed cells are bold" in preview.words.text()
        changed = {(r, c) for r in range(1, 13) for c in range(4) if preview.rows.item(r, c).text() != first[c]}
        assert changed == preview.look.changed

    def test_nothing_is_drawn_while_it_is_not_seen(self, digits: DataStage, qtbot: QtBot):
        digits.settings.augment.use_preset("light")
        qtbot.wait(200)
        assert digits.content.preview.draws.pictures == () and not digits.session.jobs.running


class TestBalance:
    def test_shows_before_and_after_and_says_what_it_does(self, stage: DataStage, qtbot: QtBot):
        use(stage, qtbot, "breast_cancer")
        section = stage.settings.balance
        assert section.isVisible() and section.chart.isHidden()
        assert "Every sample counts once" in section.effect.text()
        section.form.commit("balance", "oversample", stepping=False)
        assert stage.session.document.project.data.balance.kind == "oversample"
        assert stage.session.document.undo_text == "Change balance"
        before, after = section.chart.series
        assert section.chart.isVisible() and len(set(before.values)) == 2 and set(after.values) == {max(before.values)}
        assert "An epoch grows from" in section.effect.text()
        stage.session.document.undo()
        assert section.chart.isHidden() and stage.session.document.project.data.balance.kind == "none"

    def test_rows_are_made_up_for_tables_only(self, stage: DataStage, qtbot: QtBot):
        section = stage.settings.balance

        def offered() -> list[str]:
            def combos() -> list[QComboBox]:
                return [c for c in section.form.findChildren(QComboBox, "field_balance") if c.isVisible()]

            qtbot.waitUntil(lambda: len(combos()) == 1)
            (combo,) = combos()
            return [combo.itemData(i) for i in range(combo.count())]

        use(stage, qtbot, "digits")
        assert "smote" not in offered() and {"balanced_batches", "focal", "logit_adjusted"} <= set(offered())
        use(stage, qtbot, "breast_cancer")
        assert "smote" in offered()
        for kind, series in (("smote", "in an epoch"), ("logit_adjusted", "pull at the start")):
            section.form.commit("balance", kind, stepping=False)
            before, after = section.chart.series
            assert after.name == series and len(set(before.values)) == 2
            assert abs(after.values[0] - after.values[1]) <= 1, "both even out two classes"

    def test_only_where_it_means_something(self, stage: DataStage, qtbot: QtBot):
        use(stage, qtbot, "diabetes")
        assert stage.settings.balance.isHidden() and not stage.settings.augment.isHidden()
        use(stage, qtbot, "iris")
        assert not stage.settings.balance.isHidden() and not stage.settings.augment.isHidden()
        assert stage.content.tabs.indexOf(stage.content.preview) > 1, "after what a table brings"
        use(stage, qtbot, "digits")
        assert not stage.settings.augment.isHidden() and stage.content.tabs.indexOf(stage.content.preview) == 1
