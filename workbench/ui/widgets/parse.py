"""What people type into a form, read generously and explained in words when it can't be."""

from __future__ import annotations

import math
import re
from typing import Any

from pydantic import BaseModel, ValidationError
from PySide6.QtCore import QCoreApplication

from ...engine.fields import FieldSpec
from ...engine.values import explain
from ..language import told

_SEPARATORS = re.compile(r"[\s×x*,;]+", re.IGNORECASE)


def tr(text: str) -> str:
    """Translates a text of forms."""
    return QCoreApplication.translate("Form", text)


def field_word(path: str) -> str:
    """What a field is called within a sentence, from its path: "training.batch_size" -> "batch size"."""
    name = path.rpartition(".")[2].replace("_", " ")
    label = name.capitalize()
    word = tr(label)
    return name if word == label else word


def show(spec: FieldSpec, value: Any) -> str:
    """The text of a value as its editor shows it: ``3 × 3``, ``0.001``, ``1e-05``."""
    if value is None:
        return ""
    if spec.editor == "int_tuple":
        # Epochs are a list; sizes are a product.
        return (", " if spec.unit == "epochs" else " × ").join(str(v) for v in value)
    if spec.editor == "float":
        return f"{value:.12g}"
    return str(value)


def parse(spec: FieldSpec, text: str) -> Any:
    """What the text means for the field. Raises ``ValueError`` with a sentence for the user."""
    text = text.strip()
    if spec.optional and not text:
        return None
    if spec.editor == "int":
        return _whole(spec, text)
    if spec.editor == "float":
        return _number(spec, text)
    if spec.editor == "int_tuple":
        return _sizes(spec, text)
    return text


def refusal(spec: FieldSpec, owner: BaseModel | None, value: Any) -> str:
    """Why the owner's field can't take the value, "" when it can."""
    try:
        if owner is not None:
            values = {name: getattr(owner, name) for name in type(owner).model_fields}
            type(owner).model_validate(values | {spec.name: value})
    except ValidationError as error:
        return in_words(spec, error)
    return ""


def in_words(spec: FieldSpec, error: ValidationError) -> str:
    """A validation error as one sentence that starts with the field's label."""
    said = explain(error, field=spec.name)
    text = told(said.replace("Input should be", "must be").replace("String should", "must"))
    text = f"{tr(spec.label)} {text}" if said.startswith(("must ", "has ")) else text[:1].upper() + text[1:]
    return text if text.endswith((".", "!", "?")) else text + "."


def _whole(spec: FieldSpec, text: str) -> int:
    plain = text.replace("\u202f", "").replace(" ", "").replace("_", "")
    if re.fullmatch(r"[+-]?\d{1,3}(,\d{3})+", plain):
        plain = plain.replace(",", "")
    try:
        number = int(plain)
    except ValueError:
        try:
            real = float(plain)
        except ValueError:
            real = math.nan
        if not math.isfinite(real) or real != int(real):
            raise ValueError(_needs(spec, tr("a whole number"), text)) from None
        number = int(real)
    _check_range(spec, number, text, tr("a whole number"))
    return number


def _number(spec: FieldSpec, text: str) -> float:
    plain = text.replace("\u202f", "").replace(" ", "").replace("−", "-")
    if plain.count(",") == 1 and "." not in plain:
        plain = plain.replace(",", ".")
    percent = plain.endswith("%")
    try:
        number = float(plain.removesuffix("%"))
    except ValueError:
        number = math.nan
    if not math.isfinite(number):
        raise ValueError(_needs(spec, tr("a number"), text))
    number = number / 100 if percent else number
    _check_range(spec, number, text, tr("a number"))
    return number


def _sizes(spec: FieldSpec, text: str) -> tuple[int, ...]:
    parts = [p for p in _SEPARATORS.split(text.strip("()[] ")) if p]
    try:
        sizes = tuple(int(p) for p in parts)
    except ValueError:
        sizes = ()
    if not sizes or (spec.length is not None and len(sizes) not in (1, spec.length)):
        example = "3 × 3" if spec.length == 2 else "1 × 28 × 28"
        count = tr("{count} whole numbers").format(count=spec.length) if spec.length else tr("whole numbers")
        raise ValueError(_needs(spec, tr("{count} such as {example}").format(count=count, example=example), text))
    for size in sizes:
        _check_range(spec, size, text, tr("whole numbers"))
    return sizes * spec.length if spec.length is not None and len(sizes) == 1 else sizes


def _check_range(spec: FieldSpec, number: float, text: str, what: str) -> None:
    low, high = spec.minimum, spec.maximum
    too_low = low is not None and (number <= low if spec.open_minimum else number < low)
    too_high = high is not None and (number >= high if spec.open_maximum else number > high)
    if too_low or too_high:
        raise ValueError(_needs(spec, f"{what} {range_text(spec)}", text))


def range_text(spec: FieldSpec) -> str:
    """The allowed range in words: "above 0, at most 100"; "" when everything is allowed."""
    words = []
    if spec.minimum is not None:
        words.append((tr("above {n}") if spec.open_minimum else tr("from {n}")).format(n=_plain(spec.minimum)))
    if spec.maximum is not None:
        words.append((tr("below {n}") if spec.open_maximum else tr("up to {n}")).format(n=_plain(spec.maximum)))
    return " ".join(words)


def _plain(number: float) -> str:
    return f"{int(number):,}" if float(number).is_integer() else f"{number:g}"


def _needs(spec: FieldSpec, what: str, got: str) -> str:
    if not got:
        return tr("{field} needs {what}.").format(field=tr(spec.label), what=what)
    return tr("{field} needs {what}; got '{got}'.").format(field=tr(spec.label), what=what, got=got)
