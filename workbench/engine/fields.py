"""The fields of a value as a form needs them: one description for the window's editors, ``--set`` and the docs."""

from __future__ import annotations

import types
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, Union, cast, get_args, get_origin

import annotated_types
from pydantic import BaseModel
from pydantic.fields import FieldInfo

from .values import Kinded

EditorKind = Literal[
    "int", "float", "bool", "choice", "choices", "text", "int_tuple", "kinded", "value", "values", "other"
]


@dataclass(frozen=True)
class FieldSpec:
    """One field of a value.

    Attributes:
        name: the field's name in files and paths.
        label: its name in words ("Kernel size").
        editor: which editor fits; "values" are a tuple or, by name, a dict of ``value_type``, which no form edits: they
            have a view of their own.
        default: the default value.
        help: a sentence, unit: shown behind the editor.
        advanced: folded away until asked for.
        section: title of the section of the form that it stands in, empty where the form has none.
        headline: whether the section's summary always tells it; phrase: how, with {} for the value.
        choices: for "choice" and "choices" (any number of them), the allowed values; for "kinded", the kinds of the family.
        words: what choices are called, by value, where the value in words will not do.
        minimum, maximum: inclusive bounds of numbers (for floats with an open bound see ``open_minimum``), for
            "int_tuple" those of each entry.
        length: for "int_tuple", the exact number of entries, None when it varies.
        optional: whether None is allowed.
    """

    name: str
    label: str
    editor: EditorKind
    default: Any
    help: str = ""
    unit: str = ""
    advanced: bool = False
    section: str = ""
    headline: bool = False
    phrase: str = ""
    choices: tuple[Any, ...] = ()
    words: Mapping[str, str] = field(default_factory=dict)
    minimum: float | None = None
    maximum: float | None = None
    open_minimum: bool = False
    open_maximum: bool = False
    length: int | None = None
    optional: bool = False
    family: type[Kinded] | None = None
    value_type: type[BaseModel] | None = None


def fields_of(cls: type[BaseModel]) -> tuple[FieldSpec, ...]:
    """The fields of a layer, recipe or other value class, in the order they are declared."""
    return tuple(_spec(name, info) for name, info in cls.model_fields.items())


def _spec(name: str, info: FieldInfo) -> FieldSpec:
    extra = info.json_schema_extra if isinstance(info.json_schema_extra, dict) else {}
    annotation, metadata = info.annotation, list(info.metadata)
    annotation, optional = _without_none(annotation)
    while get_origin(annotation) is not None and hasattr(annotation, "__metadata__"):
        metadata += list(annotation.__metadata__)
        annotation = get_args(annotation)[0]
    bounds = _bounds(metadata)
    editor: EditorKind = "other"
    choices: tuple[Any, ...] = ()
    length: int | None = None
    family: type[Kinded] | None = None
    value_type: type[BaseModel] | None = None
    if get_origin(annotation) is Literal:
        editor, choices = "choice", get_args(annotation)
    elif get_origin(annotation) is tuple and get_origin(get_args(annotation)[0]) is Literal:
        editor, choices = "choices", get_args(get_args(annotation)[0])
    elif get_origin(annotation) is tuple and _is_value(get_args(annotation)[0]):
        editor, value_type = "values", get_args(annotation)[0]
    elif get_origin(annotation) is dict and _is_value(get_args(annotation)[1]):
        editor, value_type = "values", get_args(annotation)[1]
    elif get_origin(annotation) is tuple:
        entries = get_args(annotation)
        editor = "int_tuple" if _without_annotation(entries[0]) is int else "other"
        length = None if len(entries) == 2 and entries[1] is Ellipsis else len(entries)
        bounds |= _bounds(list(getattr(entries[0], "__metadata__", ())))
    elif annotation is bool:
        editor = "bool"
    elif annotation is int:
        editor = "int"
    elif annotation is float:
        editor = "float"
    elif annotation is str:
        editor = "text"
    elif isinstance(annotation, type) and issubclass(annotation, Kinded):
        editor, family, choices = "kinded", annotation, tuple(annotation.members)
    elif isinstance(annotation, type) and issubclass(annotation, BaseModel):
        editor, value_type = "value", annotation
    return FieldSpec(
        name=name,
        label=str(extra.get("label") or "") or name.replace("_", " ").capitalize(),
        editor=editor,
        default=info.get_default(call_default_factory=True),
        help=info.description or "",
        unit=str(extra.get("unit") or ""),
        advanced=bool(extra.get("advanced")),
        section=str(extra.get("section") or ""),
        headline=bool(extra.get("headline")),
        phrase=str(extra.get("phrase") or ""),
        choices=choices,
        words=cast(dict[str, str], extra.get("words") or {}),
        length=length,
        optional=optional,
        family=family,
        value_type=value_type,
        **bounds,
    )


def _is_value(annotation: Any) -> bool:
    return isinstance(annotation, type) and issubclass(annotation, BaseModel)


def _without_annotation(annotation: Any) -> Any:
    return get_args(annotation)[0] if hasattr(annotation, "__metadata__") else annotation


def _without_none(annotation: Any) -> tuple[Any, bool]:
    if get_origin(annotation) in (Union, types.UnionType):
        entries = [a for a in get_args(annotation) if a is not type(None)]
        if len(entries) == 1:
            return entries[0], True
    return annotation, False


def _bounds(metadata: list[Any]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    flat = []
    for item in metadata:
        flat += item.metadata if isinstance(item, FieldInfo) else [item]
    for item in flat:
        if isinstance(item, annotated_types.Ge):
            found |= {"minimum": item.ge}
        elif isinstance(item, annotated_types.Gt):
            found |= {"minimum": item.gt, "open_minimum": True}
        elif isinstance(item, annotated_types.Le):
            found |= {"maximum": item.le}
        elif isinstance(item, annotated_types.Lt):
            found |= {"maximum": item.lt, "open_maximum": True}
    return found
