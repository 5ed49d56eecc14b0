"""Settings that may change while a run goes on, and what a run that is taken up goes on with. No torch at import.

A setting is named by its path ("training.learning_rate") and its value stands in its JSON form. What holds at a moment is
told by a mapping from paths to values.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from ..document import Project
from ..errors import ProjectError
from ..fields import fields_of
from ..values import Kinded, Value, explain
from .control import Wish
from .events import Changed, Reason
from .recipe import TrainingRecipe

ROOT = "training"

LIVE = ("learning_rate", "batch_size", "stopping")
"""Fields of the recipe that may change, groups of fields with all that is in them."""

FIXED = (f"{ROOT}.stopping.monitor",)
"""What in those groups may not."""

BATCH_SIZE = f"{ROOT}.batch_size"
"""Counts from the next epoch: the rest of this one has been divided into batches."""

UNDONE: tuple[Reason, ...] = ("diverged", "out_of_memory", "error")
"""Endings that the last changes may have led to. A run that is taken up after one of them goes on without these."""


class SettingRefused(ProjectError):
    """A setting that can't change while a run goes on, or a value that it doesn't take."""


def settings_of(recipe: TrainingRecipe) -> dict[str, Any]:
    """Every setting of the recipe, by path."""
    return dict(_leaves(recipe, ROOT))


def live_settings(recipe: TrainingRecipe) -> dict[str, Any]:
    """Those that may change while a run goes on."""
    return {path: value for path, value in settings_of(recipe).items() if is_live(path)}


def is_live(setting: str) -> bool:
    """Whether a setting may change while a run goes on."""
    inside = [f"{ROOT}.{field}" for field in LIVE]
    return setting not in FIXED and any(setting == path or setting.startswith(f"{path}.") for path in inside)


def with_setting(recipe: TrainingRecipe, setting: str, value: Any) -> TrainingRecipe:
    """The recipe with another value of a setting that may change. Raises ``SettingRefused``."""
    if not is_live(setting) or setting not in settings_of(recipe):
        raise SettingRefused(
            f"{setting} can't change while a run goes on",
            f"These can: {', '.join(live_settings(recipe))}",
            "Change it for the next run",
            code="setting.not_live",
            values={"path": setting},
        )
    try:
        changed: TrainingRecipe = _with(recipe, setting.split(".")[1:], value)
    except ValidationError as error:
        raise SettingRefused(
            f"{setting} can't be set to {value!r}: {explain(error, field=setting.rpartition('.')[2])}",
            code="setting.value",
            values={"path": setting},
        ) from error
    return changed


def with_settings(recipe: TrainingRecipe, settings: Mapping[str, Any]) -> TrainingRecipe:
    """The recipe with other values of settings that may change; those that it doesn't know are left alone."""
    known = live_settings(recipe)
    for setting, value in settings.items():
        if setting in known and known[setting] != value:
            recipe = with_setting(recipe, setting, value)
    return recipe


def differences(before: TrainingRecipe, after: TrainingRecipe) -> list[tuple[str, Any, Any]]:
    """Settings that differ: path, value before and after; None where one of them has no such setting."""
    old, new = settings_of(before), settings_of(after)
    return [(path, old.get(path), new.get(path)) for path in {**old, **new} if old.get(path) != new.get(path)]


@dataclass(frozen=True)
class TakenUp:
    """How a run goes on.

    Attributes:
        project: the project to go on with, its settings as they were at the checkpoint.
        waiting: settings that were to count from the epoch after the checkpoint.
        now: what changes before the first step: path, value before and after.
        later: what was changed after the checkpoint, and changes again at the same steps.
        wanted: the project with all of that, to be kept with the run.
    """

    project: Project
    waiting: dict[str, Any]
    now: tuple[tuple[str, Any, Any], ...]
    later: tuple[Wish, ...]
    wanted: Project


def take_up(
    asked: Project,
    recorded: Project,
    about: Mapping[str, Any],
    changes: Sequence[Changed],
    reason: str,
) -> TakenUp:
    """What a run goes on with that is taken up from a checkpoint.

    A setting that the user asks otherwise than the run was asked last counts at once. All others are as they were at the
    checkpoint, and what was changed after it changes at the same step again: a run that was killed ends as if it had not
    been. Where the run failed by itself, what was changed after the checkpoint is left out.

    Args:
        asked: the project that the run is to go on with.
        recorded: the project as the run was asked last.
        about: of the checkpoint; one of an older version does not tell settings, and had none changed.
        changes: all that the run recorded, in order.
        reason: how it ended.
    """
    then = about.get("settings", live_settings(recorded.training))
    last = settings_of(recorded.training)
    now_asked = settings_of(asked.training)
    own = {path for path in {**last, **now_asked} if last.get(path) != now_asked.get(path)}
    base = with_settings(asked.training, then)
    later: list[Wish] = []
    if reason not in UNDONE:
        unknown = changes[about.get("changes", len(changes)) :]
        again = [c for c in unknown if is_live(c.setting) and c.setting not in own]
        later = [Wish(c.setting, c.after, c.step, c.epoch) for c in again]
    waiting = {path: value for path, value in about.get("waiting", {}).items() if path not in own}
    wanted = with_settings(base, {**waiting, **{w.setting: w.value for w in later}})
    wanted = with_settings(wanted, {path: now_asked[path] for path in own if is_live(path)})
    now = [
        (path, then.get(path, last.get(path)) if is_live(path) else last.get(path), now_asked.get(path))
        for path in now_asked
        if path in own
    ]
    return TakenUp(
        asked.updated(training=base),
        waiting,
        tuple(change for change in now if change[1] != change[2]),
        tuple(later),
        asked.updated(training=wanted),
    )


def at_the_beginning(recorded: TrainingRecipe, changes: Sequence[Changed]) -> dict[str, Any]:
    """What a checkpoint made before the first step would tell, from how the run was asked last and what changed since."""
    first = {change.setting: change.before for change in reversed(changes) if is_live(change.setting)}
    return {"settings": live_settings(recorded) | first, "changes": 0}


def _leaves(value: Value, prefix: str) -> Iterator[tuple[str, Any]]:
    """Fields by path, through groups of fields; a member of a family is one setting."""
    for spec in fields_of(type(value)):
        path, child = f"{prefix}.{spec.name}", getattr(value, spec.name)
        if isinstance(child, Value) and not isinstance(child, Kinded):
            yield from _leaves(child, path)
        else:
            yield path, child.dump() if isinstance(child, Kinded) else _plain(child)


def _plain(value: Any) -> Any:
    """A field's value as JSON gives it back."""
    if isinstance(value, Value):
        return value.model_dump(mode="json")
    if isinstance(value, tuple | list):
        return [_plain(entry) for entry in value]
    if isinstance(value, Mapping):
        return {key: _plain(entry) for key, entry in value.items()}
    return value


def _with(value: Any, parts: Sequence[str], new: Any) -> Any:
    name, *rest = parts
    return value.updated(**{name: _with(getattr(value, name), rest, new) if rest else new})
