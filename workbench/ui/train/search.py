"""What the window's search finds in the Train stage."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QCoreApplication

from ...engine.fields import FieldSpec, fields_of
from ...engine.runs.info import RunInfo
from ...engine.train.recipe import TrainingRecipe
from ...engine.values import Kinded, Value
from ..stage import Thing
from ..widgets.defaults import title_of
from ..widgets.parse import field_word, tr
from .curves import CurvesPanel
from .runs_table import RunsTable
from .words import run_name, state_word


@dataclass(frozen=True)
class Command:
    """Something that the stage can do; none has a shortcut of its own."""

    name: str
    text: str
    run: Callable[[], object]
    enabled: Callable[[], bool]
    keys: tuple[str, ...] = ()


def commands(
    table: RunsTable, curves: CurvesPanel, wishes: Iterable[tuple[str, str, Callable[[], object]]] = ()
) -> Iterator[Command]:
    """What can be done with the current run, and with the plots; and what may be asked before a run."""
    for key, text, do in wishes:
        yield Command(f"study_{key}", text, do, lambda: True)
    for key, action in table.actions_by_key.items():
        yield Command(key, action.text(), action.trigger, action.isEnabled)
    for chart in curves.charts:
        for action in chart.more.menu().actions():
            text = f"{chart.title}: {action.text()}"
            yield Command(action.objectName(), text, action.trigger, lambda c=chart: bool(c.area.traces))


def runs(known: Sequence[RunInfo], changes: Mapping[str, str], choose: Callable[[str], object]) -> Iterator[Thing]:
    """Runs, by number, by how they ended and by what was changed in them."""
    for run in known:
        words = f"{state_word(run.state)} {changes.get(run.id, '')}"
        yield Thing(run_name(run), QCoreApplication.translate("Train", "run"), partial(choose, run.id), words)


def fields(recipe: TrainingRecipe, focus: Callable[[str], object]) -> Iterator[Thing]:
    """The settings of training, those of the optimiser and other nested ones by the name of what they belong to."""
    group = QCoreApplication.translate("Train", "training setting")
    for path, spec, owners in _paths(recipe, "", ()):
        words = " ".join((spec.help, spec.section, *owners))
        text = " › ".join((*owners, field_word(spec.name)))
        yield Thing(text, group, partial(focus, path), words)


def _paths(value: Value, prefix: str, owners: tuple[str, ...]) -> Iterator[tuple[str, FieldSpec, tuple[str, ...]]]:
    used = getattr(value, "used_fields", None)
    names = used() if callable(used) else tuple(type(value).model_fields)
    for spec in fields_of(type(value)):
        if spec.name not in names:
            continue  # no form shows it
        yield f"{prefix}{spec.name}", spec, owners
        inner = getattr(value, spec.name)
        if isinstance(inner, Value):
            title = title_of(inner) if isinstance(inner, Kinded) else tr(spec.label)
            yield from _paths(inner, f"{prefix}{spec.name}.", (*owners, title))
