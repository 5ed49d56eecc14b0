"""The tokens of training texts: how long texts are and what a vocabulary covers, to choose length and size by."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from ...engine.data.prepared import PreparedData
from ...engine.data.recipe import DataRecipe, Progress
from ...engine.data.text.recipe import TextRecipe
from ...engine.data.text.report import TokenReport, token_report
from ..jobs import Job, Jobs
from ..widgets.numbers import count_text, share_text
from ..widgets.tables import Column, ColumnsView
from .page import Page
from .pick_chart import PickChart


class TokensPage(Page):
    """Two charts from which length and vocabulary are chosen by a click, and the most frequent tokens."""

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(jobs, parent)
        self.setObjectName("data_tokens")
        self._data: PreparedData | None = None
        self._recipe = TextRecipe()
        self._job: Job | None = None
        self.found: TokenReport | None = None
        self.lengths = PickChart("data_token_lengths", self)
        self.lengths.setAccessibleName(self.tr("Tokens of each training text"))
        self.lengths.picked.connect(self._pick_length)
        self.coverage = PickChart("data_token_coverage", self)
        self.coverage.setAccessibleName(self.tr("What the most frequent tokens cover"))
        self.coverage.picked.connect(self._pick_vocabulary)
        self.lengths_note, self.coverage_note = QLabel(self), QLabel(self)
        self.frequent = ColumnsView("data_token_frequent", self.tr("Most frequent tokens"), self)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 12, 0, 8)
        grid.setHorizontalSpacing(20)
        grid.setVerticalSpacing(6)
        for row, (title, note, chart) in enumerate(
            (
                (self.tr("Length"), self.lengths_note, self.lengths),
                (self.tr("Vocabulary"), self.coverage_note, self.coverage),
            )
        ):
            heading = self._label(title, "heading")
            note.setProperty("role", "muted")
            note.setWordWrap(True)
            grid.addWidget(heading, 3 * row, 0)
            grid.addWidget(note, 3 * row + 1, 0)
            grid.addWidget(chart, 3 * row + 2, 0)
            grid.setRowStretch(3 * row + 2, 1)
        grid.addWidget(self._label(self.tr("Most frequent tokens"), "heading"), 0, 1)
        grid.addWidget(self.frequent, 1, 1, 5, 1)
        grid.setColumnStretch(0, 3)
        grid.setColumnStretch(1, 2)

    def place(self, data: PreparedData) -> int:
        return 15 if data.texts else -1

    def heading(self, data: PreparedData) -> str:
        return self.tr("Tokens")

    def set_recipe(self, recipe: DataRecipe) -> None:
        """The recipe is another now; the tokens are counted again once its data is there."""
        self._recipe = recipe.text

    def set_data(self, data: PreparedData) -> None:
        """Counts the tokens in a worker thread."""
        self._data = data
        if self._job is not None:
            self._job.cancel()
        recipe = self._recipe

        def work(progress: Progress) -> TokenReport:
            return token_report(data, recipe, lambda done: progress(done, self_title))

        self_title = self.tr("Counting the tokens")
        self._job = self.jobs.start(self_title, work, done=lambda found: self._show(data, found))

    def _show(self, data: PreparedData, found: TokenReport) -> None:
        if data is not self._data:
            return
        self.found = found
        self.lengths.show_bars(found.edges, found.counts, found.length, (self.tr("tokens"), self.tr("texts")))
        self.lengths_note.setText(
            self.tr(
                "The network sees {length} tokens of a text; {share} of the training texts are whole. Click to choose."
            ).format(length=count_text(found.length), share=share_text(found.whole))
        )
        shares = [100.0 * share for share in found.shares]
        self.coverage.show_line(found.sizes, shares, found.vocabulary, (self.tr("tokens"), "%"))
        self.coverage_note.setText(
            self.tr("{count} of {total} tokens have a number: {share} of what is written. Click to choose.").format(
                count=count_text(found.vocabulary), total=count_text(found.total), share=share_text(found.covered)
            )
        )
        for chart, note in ((self.lengths, self.lengths_note), (self.coverage, self.coverage_note)):
            chart.setAccessibleDescription(note.text())
        times = np.array(found.times, np.int64)
        self.frequent.set_table(
            [
                Column(
                    self.tr("Token"),
                    lambda row: _seen(found.tokens[row]),
                    keys=lambda: np.array(found.tokens),
                    numeric=False,
                ),
                Column(self.tr("Times"), lambda row: found.times[row], keys=lambda: times, text=count_text),
            ],
            np.arange(len(times)),
        )
        self.frequent.fill_width()

    def _pick_length(self, length: int) -> None:
        if length != self._recipe.length:
            self.edit_asked.emit(
                self.tr("Change the length of texts"),
                lambda recipe: recipe.updated(text=recipe.text.updated(length=length)),
            )

    def _pick_vocabulary(self, size: int) -> None:
        wanted = max(8, size + 2)  # filling and unknown have numbers, too
        if wanted != self._recipe.vocabulary:
            self.edit_asked.emit(
                self.tr("Change the size of the vocabulary"),
                lambda recipe: recipe.updated(text=recipe.text.updated(vocabulary=wanted)),
            )

    def _label(self, text: str, role: str) -> QLabel:
        label = QLabel(text, self)
        label.setProperty("role", role)
        label.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        return label


def _seen(token: str) -> str:
    """A token as it is shown: white space has a sign."""
    return token if token.strip() else "".join("␣" if c == " " else repr(c)[1:-1] for c in token)
