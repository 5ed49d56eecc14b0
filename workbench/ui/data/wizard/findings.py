"""What the import page found in the data, and what it proposes for it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QScrollArea, QVBoxLayout, QWidget

from ....engine.data.left_out import LeftOut, by_reason, left_out_count
from ....engine.data.raw import Skipped
from ....engine.project.proposal import Proposal
from ...icons import icon
from ...language import told
from ...theme import notifier
from ...widgets.notice import Notice
from ...words import time_left
from ..skipped import SkippedDialog, left_out
from ..words import inputs_words, target_words
from .work import ImportWork

SHOWN = 30
"""Notices that are shown one by one."""
LEAK = "data.leak"
"""Code of notices about columns that give the target away."""
NAMED = 3
"""Reasons for which something was left out that are told before the list of all is asked for."""


class FindingsPanel(QWidget):
    """Two columns: notices and what was left out; split, network and the score to beat.

    ``columns_ignored(list names)``: a cure was pressed. ``again()``: the user wants it to be tried again.
    """

    columns_ignored = Signal(object)
    again = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("wizard_findings")
        self._proposal: Proposal | None = None
        self._columns: list[QVBoxLayout] = []
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(24)
        self._notices, self._found = self._column(row, self.tr("What was found"), "wizard_found")
        self._lines, self._proposed = self._column(row, self.tr("What is proposed"), "wizard_proposed")
        self.trouble = Notice("wizard_trouble", self)
        self._notices.addWidget(self.trouble)
        self.summary = self._label("wizard_summary")
        self._notices.addWidget(self.summary)
        self.skipped = Notice("wizard_skipped", self)
        self._told: list[QWidget] = []
        self._notices.addWidget(self.skipped)
        self._notices.addStretch(1)
        self.state = self._label("wizard_state", "muted")
        self.bar = QProgressBar(self)
        self.bar.setObjectName("wizard_progress")
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("Reading the data"))
        self.waiting = self._label("wizard_waiting", "muted")
        self.waiting.setText(self.tr("A split and a network are proposed once the data can be used."))
        self._lines.addWidget(self.waiting)
        self._lines.addWidget(self.state)
        self._lines.addWidget(self.bar)
        self._rows: list[QWidget] = []
        self._lines.addStretch(1)
        notifier.changed.connect(self._tint)

    def show_work(self, work: ImportWork) -> None:
        """Brings everything up to date."""
        trouble = work.trouble
        if not trouble and work.seen is not None and work.seen.head.trouble is not None and work.proposal is None:
            trouble = "" if work.step else told(work.seen.head.trouble)
        buttons = [(self.tr("Try again"), self.again.emit)] if trouble else []
        if trouble != self.trouble.text or not trouble:
            self.trouble.say(trouble, "danger", buttons)
        busy = bool(work.step)
        self.bar.setVisible(busy)
        self.state.setVisible(busy)
        if busy:
            self._show_progress(work)
        if work.proposal is not self._proposal:
            self._proposal = work.proposal
            self._show_proposal(work.proposal)
        self.summary.setVisible(self._proposal is not None)
        self.waiting.setVisible(self._proposal is None and not busy)

    def forget(self) -> None:
        """Lets go of the data that the proposal holds."""
        self._proposal = None
        self._show_proposal(None)

    def _show_progress(self, work: ImportWork) -> None:
        words = {
            "recognising": self.tr("Looking at what it is…"),
            "looking": self.tr("Looking at its beginning…"),
            "reading": self.tr("Reading all of it…"),
        }
        parts = [words[work.step], work.note if work.step == "reading" else ""]
        parts.append(time_left(work.seconds_left))
        self.state.setText(" ".join(part for part in parts if part))
        self.bar.setRange(0, 1000 if work.share > 0 else 0)
        self.bar.setValue(int(work.share * 1000))

    def _show_proposal(self, proposal: Proposal | None) -> None:
        for widget in (*self._told, *self._rows):
            widget.hide()
            widget.deleteLater()
        self._told, self._rows = [], []
        if proposal is None:
            self.skipped.say("")
            return
        data = proposal.prepared
        self.summary.setText(
            self.tr("{count} {inputs} · {targets}").format(
                count=f"{data.count:,}", inputs=inputs_words(data), targets=target_words(data)
            )
        )
        # What gives the answer away spoils everything: it comes first.
        notices = sorted(data.notices, key=lambda notice: notice.code != LEAK)
        leaking = [str(n.values["column"]) for n in notices if n.code == LEAK and n.values.get("column")]
        for number, notice in enumerate(notices[:SHOWN]):
            shown = Notice(f"wizard_notice_{number}", self)
            cures = []
            column = str(notice.values.get("column", ""))
            if notice.code == LEAK and column:
                text = self.tr("Ignore {column}").format(column=column)
                cures.append((text, lambda name=column: self.columns_ignored.emit([name])))
            if notice.code == LEAK and number == 0 and len(leaking) > 1:
                text = self.tr("Ignore all {count} of this kind").format(count=len(leaking))
                cures.append((text, lambda: self.columns_ignored.emit(leaking)))
            shown.say(told(notice), "warning" if notice.code == LEAK else "info", cures)
            self._notices.insertWidget(2 + number, shown)
            self._told.append(shown)
        self._show_skipped(data.raw.skipped)
        if not data.notices and not data.raw.skipped:
            self._told.append(fine := self._label("wizard_fine", "muted"))
            fine.setText(self.tr("Nothing odd was found, and nothing was left out."))
            self._notices.insertWidget(2, fine)
        for number, (picture, line) in enumerate(
            zip(("ph.chart-pie-slice", "model", "evaluate"), proposal.lines, strict=False)
        ):
            self._add_line(number, picture, told(line + "."))

    def _show_skipped(self, skipped: tuple[Skipped, ...]) -> None:
        if not skipped:
            self.skipped.say("")
            return
        groups, total = by_reason(skipped), left_out_count(skipped)
        items = "; ".join(f"{self._names(group)}: {told(group.reason).rstrip('.。')}" for group in groups[:NAMED])
        text = self.tr("{left_out}: {items}.").format(left_out=left_out(total), items=items)
        if len(groups) > NAMED:
            text = self.tr("{left_out}, such as {items}.").format(left_out=left_out(total), items=items)
        self.skipped.say(text, "info", [(self.tr("Show all that was left out…"), lambda: self.show_skipped(skipped))])

    def _names(self, group: LeftOut) -> str:
        rest, item = group.rest(1), told(group.items[0])
        if not rest:
            return item
        return self.tr("{item} and {count} more").format(item=item, count=f"{rest:,}")

    def show_skipped(self, skipped: tuple[Skipped, ...]) -> SkippedDialog:
        """Opens the list of everything that was left out."""
        dialog = SkippedDialog(skipped, self)
        dialog.open()
        return dialog

    def _add_line(self, number: int, picture: str, text: str) -> None:
        line = QWidget(self)
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        mark = QLabel(line)
        mark.setProperty("picture", picture)
        label = QLabel(text, line)
        label.setObjectName(f"wizard_line_{number}")
        label.setWordWrap(True)
        row.addWidget(mark)
        row.addWidget(label, 1)
        self._lines.insertWidget(3 + number, line)
        self._rows.append(line)
        self._tint()

    def _column(self, row: QHBoxLayout, title: str, name: str) -> tuple[QVBoxLayout, QWidget]:
        box = QWidget(self)
        heading = QLabel(title, box)
        heading.setProperty("role", "heading")
        body = QWidget()
        area = QScrollArea(box)
        area.setObjectName(name)
        area.setWidgetResizable(True)
        area.setWidget(body)
        inner = QVBoxLayout(body)
        inner.setContentsMargins(0, 0, 8, 0)
        inner.setSpacing(8)
        outer = QVBoxLayout(box)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(8)
        outer.addWidget(heading)
        outer.addWidget(area, 1)
        row.addWidget(box, 1)
        return inner, box

    def _label(self, name: str, role: str = "") -> QLabel:
        label = QLabel(self)
        label.setObjectName(name)
        label.setProperty("role", role)
        label.setWordWrap(True)
        return label

    def _tint(self) -> None:
        for line in self._rows:
            for mark in line.findChildren(QLabel):
                picture = mark.property("picture")
                if picture:
                    mark.setPixmap(icon(picture, "accent").pixmap(QSize(18, 18), self.devicePixelRatioF()))
