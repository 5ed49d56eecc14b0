"""What the command palette finds, gathered when it opens."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from ..engine.project.samples import SAMPLES
from .actions import shortcut_text
from .command_palette import Entry
from .language import sample_text
from .stage import Thing

if TYPE_CHECKING:
    from .main_window import MainWindow


def entries_for(window: MainWindow) -> list[Entry]:
    """Everything that can be found now: first what the stage shown offers, then the window's actions, and the rest."""
    return [*_stage(window), *_actions(window), *_things(window)]


def _tr(text: str) -> str:
    return QCoreApplication.translate("Palette", text)


def _stage(window: MainWindow) -> Iterator[Entry]:
    if not window.shown:
        return
    stage = window.stage(window.shown)
    for command in stage.commands():
        if command.text and command.enabled():
            yield Entry(command.text.rstrip("…"), stage.title, command.run, ", ".join(command.keys[:1]))


def _actions(window: MainWindow) -> Iterator[Entry]:
    for spec in window.actions_set.specs:
        action = window.actions_set.by_id[spec.id]
        if action.isEnabled() and spec.id != "edit.search":
            text = action.text().replace("&", "")
            if spec.menu == "view" and spec.icon == "" and spec.id.removeprefix("view.") in window.stage_keys:
                text = _tr("Go to {stage}").format(stage=text)
            yield Entry(text, _tr("action"), action.trigger, shortcut_text(action), spec.id)


def _things(window: MainWindow) -> Iterator[Entry]:
    for key in window.stage_keys:
        for thing in window.stage(key).things():
            yield Entry(thing.text, thing.group, partial(_show, window, key, thing), keywords=thing.keywords)
    for sample in SAMPLES:
        yield Entry(
            sample_text(sample.title),
            _tr("example"),
            lambda i=sample.id: window.opening.start_sample(i),
            keywords=f"{sample.title} {sample_text(sample.description)}",
        )
    for path in window.session.preferences.value.recent:
        yield Entry(Path(path).stem, _tr("recent file"), lambda p=path: window.opening.open(Path(p)), keywords=path)


def _show(window: MainWindow, key: str, thing: Thing) -> None:
    window.go_to(key)
    thing.run()
