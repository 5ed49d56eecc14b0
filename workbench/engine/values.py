"""The base of every immutable value, and families of values told apart by ``kind`` in JSON."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Annotated, Any, ClassVar, Self, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, GetCoreSchemaHandler, ValidationError
from pydantic_core import CoreSchema, core_schema


class Value(BaseModel):
    """A frozen, validated value that goes to JSON and back."""

    model_config = ConfigDict(frozen=True, extra="forbid", validate_default=True, allow_inf_nan=False)

    def updated(self, **changes: Any) -> Self:
        """A validated copy with ``changes``; raises ``pydantic.ValidationError`` for a bad value."""
        values = {name: getattr(self, name) for name in type(self).model_fields}
        return type(self).model_validate(values | changes)


def Param(
    default: Any,
    *,
    help: str,
    unit: str = "",
    advanced: bool = False,
    label: str = "",
    section: str = "",
    headline: bool = False,
    phrase: str = "",
    words: Mapping[str, str] | None = None,
    **constraints: Any,
) -> Any:
    """A field of a layer or recipe, with what its form needs.

    Args:
        default: the value a new layer starts with.
        help: one sentence for the tooltip and the documentation.
        unit: shown behind the editor ("px", "channels").
        advanced: folded away in the form until asked for.
        label: the form's label where the field name in words will not do.
        section: of a long form, the section that the field stands in, by its title.
        headline: the section's one-line summary tells the value always, not only where it isn't the default.
        phrase: how the summary tells it, with {} for the value ("{} epochs"); the label and the value where it is empty.
        words: what choices are called in forms, by value, where the value itself will not do; under "" what stands in an
            empty field that may be left so.
        constraints: pydantic's ``gt``, ``ge``, ``lt``, ``le``, ``max_length``...
    """
    return Field(
        default,
        description=help,
        json_schema_extra={
            "unit": unit,
            "advanced": advanced,
            "label": label,
            "section": section,
            "headline": headline,
            "phrase": phrase,
            "words": dict(words or {}),
        },
        **constraints,
    )


class Kinded(Value):
    """A member of a family (layers, data sources, losses, optimisers) named by ``kind`` in JSON.

    A family's base class sets ``family`` to its name in words and ``members`` to an empty dict;
    ``@register("kind")`` enters a class.
    """

    kind: ClassVar[str] = ""
    family: ClassVar[str] = ""
    members: ClassVar[dict[str, type[Any]]]

    def dump(self) -> dict[str, Any]:
        """The JSON form, ``kind`` first."""
        return {"kind": self.kind, **self.model_dump(mode="json")}


K = TypeVar("K", bound=Kinded)


def register(kind: str) -> Callable[[type[K]], type[K]]:
    """Class decorator: enters the class into its family under ``kind``."""

    def enter(cls: type[K]) -> type[K]:
        assert kind not in cls.members, f"{cls.family} {kind!r} is registered twice"
        cls.kind = kind
        cls.members[kind] = cls
        return cls

    return enter


def load_kinded(base: type[K], value: Any) -> K:
    """Makes a member of ``base``'s family from its JSON form (or its bare kind).

    Raises ``ValueError`` with a readable text for an unknown kind, ``ValidationError`` for a bad field.
    """
    if isinstance(value, base):
        return value
    if isinstance(value, str):
        value = {"kind": value}
    if not isinstance(value, dict) or not isinstance(value.get("kind"), str):
        raise ValueError(f"expected a {base.family} as an object with 'kind'")
    kind = value["kind"]
    if kind not in base.members:
        raise ValueError(f"unknown {base.family} '{kind}'; known are {', '.join(sorted(base.members))}")
    member: K = base.members[kind].model_validate({k: v for k, v in value.items() if k != "kind"})
    return member


@dataclass(frozen=True)
class AnyOf:
    """Annotation of a field that holds any member of a family: ``Annotated[Loss, AnyOf(Loss)]``."""

    base: type[Kinded]

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(
            partial(load_kinded, self.base),
            serialization=core_schema.plain_serializer_function_ser_schema(
                lambda value: value.dump(), return_schema=core_schema.dict_schema()
            ),
        )


def pair(value: Any) -> Any:
    """A single number as both entries of a pair."""
    return (value, value) if isinstance(value, int) and not isinstance(value, bool) else value


Pos = Annotated[int, Field(gt=0, le=1_000_000_000)]
NonNegative = Annotated[int, Field(ge=0, le=1_000_000_000)]
Fraction = Annotated[float, Field(ge=0.0, lt=1.0)]
Size2 = Annotated[tuple[Pos, Pos], BeforeValidator(pair)]
"""Height and width; a single number means both."""


def explain(error: ValidationError, *, field: str = "") -> str:
    """Pydantic's findings as one short text: ``units: must be above 0 (got -3)``.

    What is said of ``field`` leaves out its name and the value: whoever names the field tells both beside it.
    """
    parts = []
    for item in error.errors(include_url=False)[:3]:
        place = ".".join(str(p) for p in item["loc"])
        message = _requirement(item)
        got = item.get("input")
        plain = isinstance(got, str | int | float | bool) and item["type"] != "extra_forbidden"
        shown = f" (got {_short(got)})" if plain else ""
        if field and place == field:
            place, shown = "", ""
        elif field and place.startswith(f"{field}."):
            place = place.removeprefix(f"{field}.")
        place = "" if place.isdigit() else place  # one of several; the value tells which
        parts.append(f"{place}: {message}{shown}" if place else f"{message}{shown}")
    return "; ".join(parts)


def _requirement(item: Mapping[str, Any]) -> str:
    """What a value must be, in words; pydantic's own where there are no better ones."""
    limits = item.get("ctx", {})
    match item["type"]:
        case "greater_than":
            limit = _bound(limits["gt"])
            return f"must be above {limit}"
        case "greater_than_equal":
            limit = _bound(limits["ge"])
            return f"must be at least {limit}"
        case "less_than":
            limit = _bound(limits["lt"])
            return f"must be below {limit}"
        case "less_than_equal":
            limit = _bound(limits["le"])
            return f"must be at most {limit}"
        case "finite_number" | "float_type" | "float_parsing":
            return "must be a number"
        case "int_type" | "int_parsing" | "int_parsing_size" | "int_from_float":
            return "must be a whole number"
        case "bool_type" | "bool_parsing":
            return "must be true or false"
        case "dict_type" | "model_type":
            return "has fields of its own: one of them is to be set"
        case "literal_error":
            choices = str(limits["expected"]).replace("'", "")
            return f"must be {choices}"
        case "extra_forbidden":
            return "is not a known field"
        case _:
            return str(item["msg"]).removeprefix("Value error, ")


def _bound(limit: float) -> str:
    return f"{limit:,}" if isinstance(limit, int) else f"{limit:g}"


def _short(got: Any) -> str:
    """A value as it was written; of a long text or number only the beginning, as it stands in a sentence."""
    try:
        text = repr(got)
    except ValueError:  # Python refuses to write an integer of some thousand digits
        return "a very large number"
    return text if len(text) <= 80 else f"{text[:60]}… and {len(text) - 60:,} more characters"
