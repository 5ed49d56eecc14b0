"""The trials of a search, one in a row: sorted as the user likes while more of them come."""

from __future__ import annotations

import math
from collections.abc import Collection, Sequence
from typing import Any

import numpy as np
from PySide6.QtCore import QItemSelectionModel, QModelIndex, Signal
from PySide6.QtWidgets import QAbstractItemView, QWidget

from ....engine.runs.info import RunInfo
from ....engine.study.recipe import Search
from ...widgets.tables import Column, ColumnsView
from ..words import metric_text, series_word
from .trials import Trial, ending, reached
from .words import path_words, value_text


class TrialTable(ColumnsView):
    """``chosen``: another trial was chosen, or none any more (``chosen_number``, from 0, -1 for none)."""

    chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("study_search_table", "", parent)
        self.setAccessibleName(self.tr("Trials"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.chosen_number = -1
        self._trials: list[dict[str, Any]] = []
        self._kept: Collection[int] | None = None
        self._filling = False
        self.selectionModel().currentRowChanged.connect(self._current)

    def show_trials(self, search: Search, trials: Sequence[dict[str, Any]], runs: Sequence[RunInfo]) -> None:
        """Other trials; order and choice stay."""
        header = self.horizontalHeader()
        section, order = header.sortIndicatorSection(), header.sortIndicatorOrder()
        titles = [column.title for column in self.columns_model.columns]
        self._trials = list(trials)
        columns = self._columns(search, runs)
        self._filling = True
        self.set_table(columns, self._rows())
        if section >= 0 and titles == [column.title for column in columns]:
            self.sortByColumn(section, order)
        self._filling = False
        self.setMaximumWidth(header.length() + 16)
        self._show_choice()

    def keep(self, numbers: Collection[int] | None) -> None:
        """Shows only these trials, None for all."""
        if numbers != self._kept:
            self._kept = numbers
            self._filling = True
            self.columns_model.set_rows(self._rows())
            self._filling = False
            self._show_choice()

    def choose(self, number: int) -> None:
        """Makes a trial the current one, -1 for none."""
        if number != self.chosen_number:
            self.chosen_number = number
            self._show_choice()
            self.chosen.emit()

    def _rows(self) -> np.ndarray[tuple[int], np.dtype[np.int64]]:
        numbers = [int(t["number"]) for t in self._trials]
        return np.array([k for k, n in enumerate(numbers) if self._kept is None or n in self._kept], np.int64)

    def _show_choice(self) -> None:
        rows = self.columns_model.rows.tolist()
        found = [k for k, row in enumerate(rows) if int(self._trials[row]["number"]) == self.chosen_number]
        self._filling = True
        if found:
            index = self.columns_model.index(found[0], 0)
            flags = QItemSelectionModel.SelectionFlag
            self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
            self.scrollTo(index)
        else:
            self.selectionModel().clear()
        self._filling = False

    def _current(self, now: QModelIndex, _before: QModelIndex) -> None:
        if self._filling or not now.isValid():
            return
        number = int(self._trials[self.columns_model.sample(now.row())]["number"])
        if number != self.chosen_number:
            self.chosen_number = number
            self.chosen.emit()

    def _columns(self, search: Search, runs: Sequence[RunInfo]) -> list[Column]:
        trials, known = self._trials, {r.id: r for r in runs}
        goal, title = search.goal, series_word(search.goal)
        found = np.array([reached(t) for t in trials], np.float64)

        def run_of(r: int) -> RunInfo | None:
            return known.get(str(trials[r].get("run", "")))

        def state(r: int) -> str:
            run = run_of(r)
            if not trials[r].get("reason") and run is not None and run.running:
                return self.tr("epoch {epoch} of {epochs}").format(epoch=run.epoch, epochs=run.epochs)
            return ending(trials[r])

        def value(path: str) -> Column:
            keys = _sort_keys([(t.get("values") or {}).get(path) for t in trials])
            return Column(
                path_words(path),
                lambda r: value_text((trials[r].get("values") or {}).get(path, "–")),
                lambda: keys,
                help=path,
            )

        return [
            Column(
                self.tr("Trial"),
                lambda r: str(int(trials[r]["number"]) + 1),
                lambda: np.array([int(t["number"]) for t in trials]),
            ),
            Column(
                title[:1].upper() + title[1:],
                lambda r: metric_text(goal, found[r]) if math.isfinite(found[r]) else "–",
                lambda: found,
            ),
            *(value(searched.path) for searched in search.space),
            Column(
                self.tr("Run"),
                lambda r: str(run.number) if (run := run_of(r)) is not None else "–",
                lambda: np.array([run.number if (run := run_of(r)) else 0 for r in range(len(trials))]),
            ),
            Column(
                self.tr("State"),
                state,
                lambda: _sort_keys([state(r) for r in range(len(trials))]),
                numeric=False,
            ),
        ]


def _sort_keys(values: Sequence[Any]) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    """What a column is sorted by: numbers as they are, words by the alphabet; what is not there comes last."""
    words = sorted({v for v in values if isinstance(v, str)})
    places = {word: float(k) for k, word in enumerate(words)}
    return np.array([math.nan if v is None else places[v] if isinstance(v, str) else float(v) for v in values])


__all__ = ["Trial", "TrialTable"]
