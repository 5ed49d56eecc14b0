"""The search space of a project: which fields can be searched, whether a space fits, and values put into the project."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import ValidationError

from ..document import Project
from ..errors import TrainingError
from ..fields import FieldSpec, fields_of
from ..graph.layer import UnknownLayer
from ..project.settings import SettingError, apply_setting
from ..values import Value, explain
from .recipe import Choose, FloatRange, IntRange, Options, Search, Searched

EDITORS = frozenset({"int", "float", "bool", "choice", "kinded"})
"""Editors of the fields that can be searched."""

LEFT_OUT = frozenset({"training.seed", "data.split.seed", "data.split.fold", "data.split.folds"})
"""Searching these would choose luck."""


def searchable(project: Project) -> Iterator[tuple[str, FieldSpec, Any]]:
    """Every field that can be searched: its path, what it is, and its value now. Recipes first, then the layers."""
    for root in ("training", "data"):
        for path, spec, value in _fields(getattr(project, root), root):
            if path not in LEFT_OUT and not path.startswith(("data.source", "data.split", "data.predict")):
                yield path, spec, value
    for name, graph in project.networks.items():
        for node in graph.nodes:
            if isinstance(node.layer, UnknownLayer):
                continue
            for spec in fields_of(type(node.layer)):
                if spec.editor in EDITORS - {"kinded"}:
                    yield f"networks.{name}.{node.name}.{spec.name}", spec, getattr(node.layer, spec.name)


def _fields(value: Value, prefix: str) -> Iterator[tuple[str, FieldSpec, Any]]:
    used = getattr(value, "used_fields", None)
    names = frozenset(used()) if callable(used) else frozenset(type(value).model_fields)
    for spec in fields_of(type(value)):
        if spec.name not in names:
            continue
        path, child = f"{prefix}.{spec.name}", getattr(value, spec.name)
        if spec.editor in EDITORS:
            yield path, spec, child
        if isinstance(child, Value):
            yield from _fields(child, path)


def options_of(spec: FieldSpec) -> tuple[str, ...]:
    """What a field may be, as ``--set`` takes it; empty for a number."""
    if spec.editor == "bool":
        return ("true", "false")
    return tuple(map(str, spec.choices))


def usual_range(spec: FieldSpec, value: Any) -> Choose:
    """A first proposal for a field: around its value, within what it may be."""
    if spec.editor in ("bool", "choice", "kinded"):
        return Options(options=options_of(spec))
    low_end = spec.minimum if spec.minimum is not None else -math.inf
    high_end = spec.maximum if spec.maximum is not None else math.inf
    if spec.editor == "int":
        low, high = max(int(value) // 2, 1 if value > 0 else 0), max(2 * int(value), 2)
        low, high = int(max(low, low_end)), int(min(high, high_end))
        return IntRange(low=low if low < high else high - 1, high=high, log=low > 0 and high >= 16 * low)
    if value > 0:
        low_float, high_float = float(f"{value / 10:.3g}"), float(f"{value * 10:.3g}")
        if high_end <= 1.0 and value >= 0.01 and not spec.open_minimum:  # a share, such as dropout or momentum
            low_float, high_float = 0.0, 0.9 if spec.open_maximum else high_end
    else:
        low_float, high_float = 0.0, min(0.5, high_end)
    low_float, high_float = max(low_float, low_end), min(high_float, high_end)
    log = low_float > 0 and high_float >= 20 * low_float
    return FloatRange(low=low_float, high=high_float, log=log)


def text_of(value: Any) -> str:
    """A value as ``--set`` takes it."""
    return value if isinstance(value, str) else json.dumps(value)


def plain(path: str) -> str:
    """A path without the ``.kind`` that may stand behind a family's field ("training.optimizer.kind")."""
    return path.removesuffix(".kind")


def with_values(project: Project, values: Mapping[str, Any]) -> Project:
    """The project with these values, families before their fields. Raises ``SettingError``."""
    for path in sorted(values, key=lambda p: plain(p).count(".")):
        project = apply_setting(project, plain(path), text_of(values[path]))
    return project


def applies(project: Project, searched: Searched) -> bool:
    """Whether the field is there in the project as it is (a momentum is not, where another optimiser was drawn)."""
    try:
        apply_setting(project, plain(searched.path), text_of(searched.choose.grid(2)[0]))
    except SettingError as error:
        return error.code != "setting.unknown"
    return True


def check_space(project: Project, search: Search) -> None:
    """Raises ``TrainingError`` for a space that is empty, names what isn't there, or holds values that a field refuses."""
    if not search.space:
        raise TrainingError(
            "Nothing is searched yet",
            "A search draws the values of at least one field",
            "Add a field, such as the learning rate",
            code="search.empty",
        )
    bases = [project]
    for searched in search.space:
        if isinstance(searched.choose, Options):
            for option in searched.choose.options:
                try:
                    bases.append(apply_setting(project, plain(searched.path), option))
                except SettingError:
                    continue  # told below
    for searched in search.space:
        _check(bases, searched)


def _check(bases: list[Project], searched: Searched) -> None:
    choose = searched.choose
    ends = choose.options if isinstance(choose, Options) else choose.grid(2)
    for value in ends:
        first: SettingError | None = None
        for base in bases:
            try:
                apply_setting(base, plain(searched.path), text_of(value))
                break
            except SettingError as error:
                known = first is not None and first.code != "setting.unknown"
                first = first if known else error
        else:
            assert first is not None
            raise TrainingError(
                first.what, first.expected, "Change what is searched", code="search.space", values=first.values
            )


def parse_searched(text: str) -> Searched:
    """A field and its range as the command line has it: ``training.learning_rate=1e-4..1e-1:log``, ``...=adam,sgd``.

    Raises ``SettingError``.
    """
    path, equals, rest = text.partition("=")
    try:
        if not equals or not path or not rest:
            raise ValueError("write PATH=LOW..HIGH, PATH=LOW..HIGH:log or PATH=A,B,C")
        if ".." in rest:
            ends, _, how = rest.partition(":")
            low, high = ends.split("..", 1)
            if how not in ("", "log"):
                raise ValueError(f"behind the colon stands log or nothing, not {how}")
            whole = all(_whole(end) for end in (low, high))
            numbers: dict[str, Any] = {"low": float(low), "high": float(high), "log": how == "log"}
            if whole:
                numbers |= {"low": int(low), "high": int(high)}
            return Searched(path=path, choose=(IntRange if whole else FloatRange).model_validate(numbers))
        return Searched(path=path, choose=Options(options=tuple(part.strip() for part in rest.split(","))))
    except ValidationError as error:
        raise SettingError(f"'{text}' can't be searched: {explain(error)}", code="search.range") from error
    except ValueError as error:
        raise SettingError(f"'{text}' is no range: {error}", code="search.range") from error


def _whole(text: str) -> bool:
    try:
        int(text)
    except ValueError:
        return False
    return True


__all__ = [
    "applies",
    "check_space",
    "options_of",
    "parse_searched",
    "searchable",
    "text_of",
    "usual_range",
    "with_values",
]
