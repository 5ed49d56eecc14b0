"""Several seeds and cross-validation: how many, start and stop, and mean and spread of what came of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

import numpy as np
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget

from ....engine.document import Project
from ....engine.runs.info import RunInfo
from ....engine.runs.studies import StudyRow, is_alive
from ....engine.study.events import StudyEnded, StudyKind
from ....engine.study.runner import DONE
from ....engine.study.summary import Spread, spreads
from ...language import told
from ...session import Session
from ...widgets.form import Form
from ...widgets.notice import Notice
from ...widgets.parse import field_word
from ...widgets.tables import Column, ColumnsView
from ..words import metric_text, series_word, state_word
from .page import StudyRoom
from .words import WELL, asked_count, mean_text, planned_count, study_title


class StudyPage(StudyRoom):
    """What all studies share: their settings in the project, one button, how far it is. ``curves_asked(study)``."""

    curves_asked = Signal(str)
    kind: StudyKind = "seeds"
    fields: tuple[str, ...] = ()

    def __init__(self, session: Session, heading: str, words: str, parent: QWidget | None = None) -> None:
        super().__init__(self.kind, heading, words, parent)
        self.session = session
        self.form = Form(self, only=self.fields)
        self.form.setObjectName(f"study_{self.kind}_form")
        self.form.setMaximumWidth(420)
        self.form.edited.connect(self._edit)
        self.start_button = QPushButton()
        self.start_button.setObjectName(f"study_{self.kind}_start")
        self.start_button.setProperty("role", "primary")
        self.start_button.clicked.connect(lambda: session.begin_study(self.kind))
        self.pause_button = QPushButton(self.tr("Pause"))
        self.pause_button.setObjectName(f"study_{self.kind}_pause")
        self.pause_button.setToolTip(self.tr("Its runs wait after the step they are in, and no other begins"))
        self.pause_button.clicked.connect(session.studies.pause)
        self.resume_button = QPushButton(self.tr("Resume"))
        self.resume_button.setObjectName(f"study_{self.kind}_unpause")
        self.resume_button.setProperty("role", "primary")
        self.resume_button.clicked.connect(session.studies.resume)
        self.stop_button = QPushButton(self.tr("Stop and keep"))
        self.stop_button.setObjectName(f"study_{self.kind}_stop")
        self.stop_button.setToolTip(
            self.tr("Ends its runs after this step and keeps what there is: it can be taken up later")
        )
        self.stop_button.clicked.connect(session.studies.stop)
        self.go_on_button = QPushButton(self.tr("Go on"))
        self.go_on_button.setObjectName(f"study_{self.kind}_resume")
        self.go_on_button.setToolTip(
            self.tr("Takes the study up where it was broken off, with the project as it was then")
        )
        self.go_on_button.clicked.connect(self._go_on)
        self.curves_button = QPushButton(self.tr("Show the curves"))
        self.curves_button.setObjectName(f"study_{self.kind}_curves")
        self.curves_button.clicked.connect(lambda: self.row is not None and self.curves_asked.emit(self.row.id))
        self.doing = QLabel()
        self.doing.setObjectName(f"study_{self.kind}_doing")
        self.doing.setProperty("role", "muted")
        self.doing.setWordWrap(True)
        self._buttons = (
            self.start_button,
            self.pause_button,
            self.resume_button,
            self.stop_button,
            self.go_on_button,
            self.curves_button,
        )
        row = QHBoxLayout()
        row.setSpacing(8)
        for button in self._buttons:
            row.addWidget(button)
        row.addSpacing(4)
        row.addWidget(self.doing, 1)
        self.bar = QProgressBar()
        self.bar.setObjectName(f"study_{self.kind}_progress")
        self.bar.setAccessibleName(heading)
        self.bar.setRange(0, 1000)
        self.bar.setTextVisible(False)
        self.notice = Notice(f"study_{self.kind}_notice")
        self.column.addWidget(self.form)
        self.column.addLayout(row)
        self.column.addWidget(self.bar)
        self.column.addWidget(self.notice)
        self.row: StudyRow | None = None
        """The study that is shown: the newest of its kind."""
        session.document.changed.connect(self._follow)
        for signal in (session.checked, session.data_changed, session.run_state_changed, session.studies.changed):
            signal.connect(self.refresh)
        session.runs_changed.connect(self._reload)
        session.studies.ended.connect(self._tell_ending)

    # What subclasses say

    def start_text(self, project: Project) -> str:
        """What the button says."""
        raise NotImplementedError

    def show_row(self, row: StudyRow | None, runs: Sequence[RunInfo]) -> None:
        """Shows a study with its runs, oldest first; None when there is none."""
        raise NotImplementedError

    def why_not(self) -> str:
        """Why it can't begin, beside what is in the way of any run."""
        return ""

    # The project's settings

    def _edit(self, path: str, _value: object) -> None:
        recipe = self.form.value
        self.session.document.edit(
            self.tr("Change {field}").format(field=field_word(path)),
            lambda project: project.updated(study=recipe),
            merge=path if self.form.stepping else "",
        )

    def _follow(self, before: Project, after: Project) -> None:
        if before.study is not after.study:
            self.form.set_value(after.study, "study")
        self.refresh()

    # How it goes

    def _go_on(self) -> None:
        if self.row is not None:
            self.session.begin_study(self.kind, self.row.id)

    def _reload(self) -> None:
        self.row = next((r for r in self.session.study_rows if r.kind == self.kind), None)
        places = {str(m.get("run")): int(m["number"]) for m in self.row.members} if self.row is not None else {}
        own = [r for r in reversed(self.session.runs) if self.row is not None and r.study == self.row.id]
        runs = sorted(own, key=lambda r: places.get(r.id, len(places)))
        self.show_row(self.row, runs)
        self.refresh()

    def _tell_ending(self, ended: StudyEnded) -> None:
        if self.session.studies.kind == self.kind and ended.message:
            self.notice.say(ended.message, "danger")

    def begin(self) -> None:
        """Shows what there is; called once the page is made."""
        self.form.set_value(self.session.document.project.study, "study")
        self._reload()

    def refresh(self) -> None:
        """Buttons and words, after the project or the state of things changed."""
        session, studies = self.session, self.session.studies
        mine = studies.busy and studies.kind == self.kind
        focused = next((b for b in self._buttons if b.hasFocus()), None)
        why_not = session.why_not or self.why_not()
        self.start_button.setText(self.start_text(session.document.project))
        self.start_button.setVisible(not mine)
        self.start_button.setEnabled(not why_not)
        self.start_button.setToolTip(told(why_not))
        self.start_button.setAccessibleDescription(told(why_not))
        self.pause_button.setVisible(mine and not studies.pausing)
        self.pause_button.setEnabled(bool(studies.running) and not studies.stopping)
        self.resume_button.setVisible(mine and studies.pausing)
        self.resume_button.setEnabled(not studies.stopping)
        self.stop_button.setVisible(mine)
        self.stop_button.setEnabled(not studies.stopping)
        broken = self.row is not None and self.row.state != "finished" and not mine
        self.go_on_button.setVisible(broken and not self._elsewhere())
        self.go_on_button.setEnabled(not studies.busy and session.run_state == "idle")
        self.curves_button.setVisible(self.row is not None and self.kind != "search")
        self.bar.setVisible(mine)
        if mine:
            self.notice.say("")
            self.bar.setRange(0, 1000 if studies.total else 0)
            self.bar.setValue(round(1000 * studies.share))
        if focused is not None and not focused.isVisible():
            # The keyboard stays on the button that took the place of the one that went.
            other = next((b for b in self._buttons if b.isVisible() and b.isEnabled()), None)
            if other is not None:
                other.setFocus()
        self.doing.setText(self._words(mine, why_not))

    def _words(self, mine: bool, why_not: str) -> str:
        studies = self.session.studies
        if not mine:
            return told(why_not) or self._broken_off()
        if studies.stopping:
            return self.tr("Stopping: checkpoints are written")
        if studies.pausing:
            words = self.tr("{done} of {total} done · paused") if studies.paused else self.tr("Pausing after this step")
            return words.format(done=studies.done, total=studies.total)
        if not studies.running:
            return self.tr("Starting: loading PyTorch and the data")
        running = ", ".join(told(label) for label in studies.running[:4])
        words = self.tr("{done} of {total} done · training {running}")
        return words.format(done=studies.done, total=studies.total, running=running)

    def _elsewhere(self) -> bool:
        """Whether another process makes the study that is shown."""
        row = self.row
        return row is not None and row.state != "finished" and is_alive(self.session.runs_dir, row.id)

    def _broken_off(self) -> str:
        """What is left of a study that did not come to its end."""
        row = self.row
        if row is None or row.state == "finished":
            return ""
        if self._elsewhere():
            return self.tr("It goes on in another window or on the command line.")
        words = (
            self.tr("It was stopped with {done} of {total} done, and can go on.")
            if row.state
            else self.tr("It was broken off with {done} of {total} done when the program ended, and can go on.")
        )
        done = sum(m.get("reason") in DONE for m in row.members)
        return words.format(done=done, total=asked_count(row))


class SeveralPage(StudyPage):
    """Two tables: mean and spread of each metric, and every run."""

    def __init__(self, session: Session, heading: str, words: str, parent: QWidget | None = None) -> None:
        super().__init__(session, heading, words, parent)
        self.found = QLabel()
        self.found.setObjectName(f"study_{self.kind}_found")
        self.found.setProperty("role", "heading")
        self.summary = ColumnsView(f"study_{self.kind}_summary", self.tr("Mean and spread of each metric"))
        self.each = ColumnsView(f"study_{self.kind}_each", self.tr("Each run"))
        for table in (self.summary, self.each):
            table.setSortingEnabled(False)
        self.note = QLabel()
        self.note.setProperty("role", "muted")
        self.note.setWordWrap(True)
        self.column.addWidget(self.found)
        self.column.addWidget(self.summary)
        self.column.addWidget(self.each)
        self.column.addWidget(self.note)
        self.column.addStretch(1)
        self.begin()

    def show_row(self, row: StudyRow | None, runs: Sequence[RunInfo]) -> None:
        for widget in (self.found, self.summary, self.each, self.note):
            widget.setVisible(row is not None and bool(runs))
        if row is None or not runs:
            return
        title = study_title(row.kind, planned_count(row))
        well = [r for r in runs if r.state in WELL]
        self.found.setText(title if len(well) == planned_count(row) else f"{title} · {self._so_far(len(well))}")
        every = spreads(r.metrics for r in well)
        names = sorted(every, key=lambda n: (not n.startswith("val_"), list(every).index(n)))
        self.summary.set_table(self._summary(names, every), np.arange(len(names)))
        self.each.set_table(self._each(names, runs), np.arange(len(runs)))
        for table, count in ((self.summary, len(names)), (self.each, len(runs))):
            height = table.horizontalHeader().sizeHint().height() + count * table.verticalHeader().defaultSectionSize()
            table.setFixedHeight(min(height, 420) + 4)
            table.setMaximumWidth(table.horizontalHeader().length() + 16)
        self.summary.setVisible(bool(names))
        self.note.setText(
            self.tr("Each run counts with its best epoch. ± is the standard deviation between runs, by n − 1.")
        )

    def _so_far(self, count: int) -> str:
        return self.tr("{count} ended well so far").format(count=count)

    def _summary(self, names: Sequence[str], every: dict[str, Spread]) -> list[Column]:
        return [
            Column(self.tr("Metric"), lambda r: series_word(names[r]), numeric=False),
            Column(self.tr("Mean ± deviation"), lambda r: mean_text(names[r], every[names[r]])),
            Column(self.tr("Least"), lambda r: metric_text(names[r], every[names[r]].low)),
            Column(self.tr("Greatest"), lambda r: metric_text(names[r], every[names[r]].high)),
            Column(self.tr("Runs"), lambda r: str(len(every[names[r]].values))),
        ]

    def _each(self, names: Sequence[str], runs: Sequence[RunInfo]) -> list[Column]:
        def value(name: str) -> Column:
            title = series_word(name)
            return Column(
                title[:1].upper() + title[1:],
                lambda r: metric_text(name, runs[r].metrics[name]) if name in runs[r].metrics else "–",
            )

        return [
            Column(self.tr("Run"), lambda r: told(runs[r].label), numeric=False),
            Column(self.tr("State"), lambda r: self._state(runs[r]), numeric=False),
            *(value(name) for name in names if name.startswith("val_")),
            Column(self.tr("Best epoch"), lambda r: str(runs[r].best_epoch or "–")),
            Column(self.tr("Number"), lambda r: str(runs[r].number), help=self.tr("Its number in the list of runs")),
        ]

    def _state(self, run: RunInfo) -> str:
        if run.running:
            return self.tr("epoch {epoch} of {epochs}").format(epoch=run.epoch, epochs=run.epochs)
        return state_word(run.state)


class SeedsPage(SeveralPage):
    """The same settings from several seeds."""

    kind: StudyKind = cast(StudyKind, "seeds")
    fields = ("seeds", "seeds_split", "workers")

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(
            session,
            self.tr("Several seeds"),
            self.tr(
                "Trains the project again and again, each time from other first weights and in another order, and tells how much "
                "of a result is luck. A difference between two settings that is smaller than the spread means nothing."
            ),
            parent,
        )

    def start_text(self, project: Project) -> str:
        return self.tr("Train {count} runs").format(count=project.study.seeds)


class FoldsPage(SeveralPage):
    """Cross-validation."""

    kind: StudyKind = cast(StudyKind, "folds")
    fields = ("folds", "workers")

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(
            session,
            self.tr("Cross-validation"),
            self.tr(
                "Deals the samples beside the test part into equal folds and trains once for each, with that fold as the "
                "validation part. Classes and groups are dealt as the split of the project says; scales and vocabularies are "
                "learnt anew from each run's own training part. The test part is the same for all and is not looked at."
            ),
            parent,
        )

    def start_text(self, project: Project) -> str:
        return self.tr("Train {count} folds").format(count=project.study.folds)

    def why_not(self) -> str:
        if self.session.document.project.data.split.method == "time":
            return self.tr(
                "The data is split by time: folds would train on what came later than what they are tested on."
            )
        return ""
