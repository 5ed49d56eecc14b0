"""The Target tab: columns ranked by how they go with the target, and drawn against it."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from pytestqt.qtbot import QtBot
from window_tools import ready, take

from workbench.ui.data.relations import RelationsPage
from workbench.ui.data.stage import DataStage


def opened(qtbot: QtBot, stage: DataStage, folder: Path, target: str) -> RelationsPage:
    random = np.random.RandomState(0)
    lines = ["noise,size,colour,label,price"]
    for i in range(200):
        size = random.rand() * 10
        lines.append(f"{random.rand():.3f},{size:.3f},{'red' if size > 5 else 'blue'},{'ab'[i % 2]},{size * 3 + 1:.2f}")
    (folder / "t.csv").write_text("\n".join(lines) + "\n")
    take(stage.session, folder / "t.csv")
    ready(qtbot, stage)
    stage.set_column(target, "role", "target")
    ready(qtbot, stage)
    page = stage.content.page(RelationsPage)
    assert not page.found, "nothing is measured before it is seen"
    stage.content.tabs.setCurrentWidget(page)
    ready(qtbot, stage)
    return page


def test_the_strongest_column_comes_first_and_is_drawn(stage, qtbot, tmp_path):
    page = opened(qtbot, stage, tmp_path, "price")
    assert [r.column for r in page.found][:2] == ["size", "colour"]
    assert page.heading_label.text() == "size and price" and "Pearson" in page.words.text()
    assert page.charts.currentWidget() is page.scatter and page.scatter.points == len(page._rows)
    page.table.selectRow(1)
    assert page.charts.currentWidget() is page.boxes
    assert [b.name for b in page.boxes.boxes] == ["blue", "red"] and "η" in page.words.text()
    chosen = []
    page.chosen.connect(chosen.append)
    page.scatter.point_clicked.emit(3)
    assert chosen == [int(page._rows[3])] == [stage.content.detail.sample]


def test_classes_are_drawn_as_boxes_and_bars(stage, qtbot, tmp_path):
    page = opened(qtbot, stage, tmp_path, "label")
    place = [r.column for r in page.found].index("colour")
    page.table.selectRow(place)
    assert page.bars.labels in (("red", "blue"), ("blue", "red")) and [s.name for s in page.bars.series] == ["a", "b"]
    assert sum(sum(s.values) for s in page.bars.series) == len(page._rows)
    page.table.selectRow([r.column for r in page.found].index("noise"))
    assert [b.name for b in page.boxes.boxes] == ["a", "b"]
