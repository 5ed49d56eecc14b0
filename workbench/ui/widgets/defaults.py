"""What of a value is not at its default, in words, and the buttons that put it back."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from typing import Any, cast

from pydantic import BaseModel
from PySide6.QtCore import QCoreApplication, QSize
from PySide6.QtWidgets import QToolButton, QWidget

from ...engine.fields import FieldSpec, fields_of
from ...engine.values import Kinded
from ..icons import icon
from ..theme import notifier
from . import parse
from .editors import choice_text

OFF = ("none", "off")
"""Kinds of members that switch something off."""


class ResetButton(QToolButton):
    """Small and round behind an editor; keeps its place while it is hidden."""

    def __init__(self, spec: FieldSpec, reset: Callable[[], object], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"reset_{spec.name}")
        words = QCoreApplication.translate("Form", "Put {field} back to its default")
        self.setAccessibleName(words.format(field=parse.tr(spec.label)))
        self.setToolTip(self.accessibleName())
        self.setProperty("role", "reset")
        self.setIconSize(QSize(14, 14))
        kept = self.sizePolicy()
        kept.setRetainSizeWhenHidden(True)
        self.setSizePolicy(kept)
        self.clicked.connect(lambda _checked=False: reset())
        notifier.changed.connect(self._tint)
        self._tint()
        self.hide()

    def _tint(self) -> None:
        self.setIcon(icon("undo", "muted"))


@lru_cache(maxsize=256)
def _fresh(cls: type[BaseModel]) -> BaseModel:
    """A value as a new project has it."""
    made = getattr(cls, "for_new_projects", cls)
    return cast(BaseModel, made())


def default_of(owner: BaseModel | None, spec: FieldSpec) -> Any:
    """The default of a field, as a valid value of its owner's class."""
    return getattr(_fresh(type(owner)), spec.name) if owner is not None else spec.default


def is_changed(owner: BaseModel | None, spec: FieldSpec) -> bool:
    """Whether a field is not at its default; of a family, whether another member was chosen."""
    if owner is None or type(owner).model_fields[spec.name].is_required():
        return False
    if any(info.is_required() for info in type(owner).model_fields.values()):
        now, usual = getattr(owner, spec.name), spec.default
    else:
        now, usual = getattr(owner, spec.name), default_of(owner, spec)
    if isinstance(now, Kinded) and isinstance(usual, Kinded):
        return now.kind != usual.kind
    return bool(now != usual)


def summary(owner: BaseModel, specs: Iterable[FieldSpec]) -> str:
    """Fields in one line: headlines always, others where they are not at their defaults."""
    return " · ".join(part for spec in specs for part in _told(owner, spec))


def _told(owner: BaseModel, spec: FieldSpec) -> Iterator[str]:
    value = getattr(owner, spec.name)
    if isinstance(value, Kinded):
        off = value.kind in OFF
        if (spec.headline or is_changed(owner, spec)) and not off:
            yield _phrase(spec, title_of(value))
        if not off:
            yield from _inner(value)
    elif isinstance(value, BaseModel):
        yield from _inner(value)
    elif spec.headline or is_changed(owner, spec):
        yield from _field(spec, value)


def _inner(value: BaseModel) -> Iterator[str]:
    used = getattr(value, "used_fields", None)
    names = set(used()) if callable(used) else set(type(value).model_fields)
    for spec in fields_of(type(value)):
        if spec.name in names:
            yield from _told(value, spec)


def _field(spec: FieldSpec, value: Any) -> Iterator[str]:
    label = _small(parse.tr(spec.label))
    if isinstance(value, bool):
        off = QCoreApplication.translate("Form", "{label} off")
        yield _phrase(spec, "") if value and spec.phrase else label if value else off.format(label=label)
    elif value is None:
        yield f"{label} {parse.tr('none')}"
    elif spec.editor == "choice":
        yield _phrase(spec, choice_text(spec, value)) if spec.phrase else f"{label} {choice_text(spec, value)}"
    elif spec.editor == "choices":
        yield f"{label} {', '.join(choice_text(spec, v) for v in value) or parse.tr('none')}"
    elif spec.editor in ("int", "float", "text", "int_tuple"):
        text = parse.show(spec, value)
        if spec.phrase:
            yield _phrase(spec, text)
        else:
            yield " ".join(filter(None, (label, text, parse.tr(spec.unit) if spec.unit else "")))
    else:
        yield label


def _phrase(spec: FieldSpec, text: str) -> str:
    return parse.tr(spec.phrase).replace("{}", text) if spec.phrase else text


def _small(label: str) -> str:
    """A label inside a line: "Weight decay" -> "weight decay", "L1" as it is."""
    return label if label[1:2].isupper() or label[1:2].isdigit() else label[:1].lower() + label[1:]


def title_of(member: Kinded) -> str:
    """The name of a family's member in words."""
    return parse.tr(str(getattr(member, "title", "") or member.kind.replace("_", " ").capitalize()))
