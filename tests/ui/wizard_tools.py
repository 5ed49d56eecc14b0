"""What tests of the import page begin with."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from PIL import Image
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from workbench.ui.data.wizard.page import ImportWizard
from workbench.ui.main_window import MainWindow


def a_table(tmp_path: Path) -> Path:
    """Sixty rows of which one does not fit; one column numbers them, two give the answer away."""
    lines = ["nr;size;colour;copy;twin;sold"]
    for i in range(60):
        size = "" if i % 7 == 0 else f"{i * 0.5}"
        answer_ = "no" if i % 3 else "yes"
        lines.append(f"{i};{size};{['red', 'blue', 'green', 'black'][i % 4]};{answer_}!;{answer_}?;{answer_}")
    lines[31] += ";more"
    path = tmp_path / "销售 data.csv"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def some_pets(tmp_path: Path) -> Path:
    """Twelve pictures of two kinds, and two files that are none."""
    random = np.random.RandomState(0)
    for number in range(12):
        folder = tmp_path / "pets" / ("cats" if number % 2 else "dogs")
        folder.mkdir(parents=True, exist_ok=True)
        Image.fromarray(random.randint(0, 256, (20, 20, 3)).astype(np.uint8)).save(folder / f"{number}.png")
    (tmp_path / "pets" / "cats" / "notes.txt").write_text("words")
    (tmp_path / "pets" / "loose.png").write_text("")
    return tmp_path / "pets"


def settled(qtbot: QtBot, window: MainWindow) -> ImportWizard:
    """Waits until nothing is being done, or everything is told."""
    page = window.importing.page
    qtbot.waitUntil(lambda: not page.work.step)
    return page


def opened(qtbot: QtBot, window: MainWindow, path: Path) -> ImportWizard:
    window.importing.start(path)
    return settled(qtbot, window)


def lines(page: ImportWizard) -> list[str]:
    found = (page.findChild(QLabel, f"wizard_line_{k}") for k in range(3))
    return [label.text() for label in found if label is not None]


def role_of(page: ImportWizard, name: str) -> str:
    return next(c.role for c in page.cells.cells.columns if c.name == name)
