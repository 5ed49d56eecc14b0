"""How a project is studied, as a value of the project: seeds, folds, and what is searched for. Outside every fingerprint."""

from __future__ import annotations

import math
from typing import Annotated, Any, ClassVar, Literal

from pydantic import Field, model_validator

from ..values import AnyOf, Kinded, Param, Value, register


class Choose(Kinded):
    """Base of what a searched field may be."""

    family: ClassVar[str] = "range"
    members: ClassVar[dict[str, type[Choose]]] = {}
    title: ClassVar[str] = ""

    def grid(self, points: int) -> tuple[Any, ...]:
        """Some values that cover it evenly, ``points`` of a range."""
        raise TypeError(f"{type(self).__name__} does not define a grid")

    def words(self) -> str:
        """What may be chosen, in a few words: "0.0001 to 0.1, log"."""
        raise TypeError(f"{type(self).__name__} does not define words")


class _Range(Choose):
    @model_validator(mode="after")
    def _rises(self) -> _Range:
        low, high, log = self.low, self.high, self.log  # type: ignore[attr-defined]
        if low >= high:
            raise ValueError(f"the lowest value ({low:g}) must be below the highest ({high:g})")
        if log and low <= 0:
            raise ValueError(f"a range by factors begins above zero, and this one begins at {low:g}")
        return self

    def words(self) -> str:
        low, high, log = self.low, self.high, self.log  # type: ignore[attr-defined]
        return f"{low:g} to {high:g}{', by factors' if log else ''}"


@register("float")
class FloatRange(_Range):
    """Any number between two."""

    title = "Number"
    low: float = Param(0.0001, help="The lowest value.")
    high: float = Param(0.1, help="The highest value.")
    log: bool = Param(True, label="By factors", help="Draws as often between 0.001 and 0.01 as between 0.01 and 0.1.")

    def grid(self, points: int) -> tuple[float, ...]:
        if points == 1:
            return (self.low,)
        if self.log:
            step = (math.log(self.high) - math.log(self.low)) / (points - 1)
            return tuple(float(f"{self.low * math.exp(step * k):.6g}") for k in range(points))
        return tuple(float(f"{self.low + (self.high - self.low) * k / (points - 1):.6g}") for k in range(points))


@register("int")
class IntRange(_Range):
    """Any whole number between two, both included."""

    title = "Whole number"
    low: int = Param(16, help="The lowest value.")
    high: int = Param(256, help="The highest value.")
    log: bool = Param(False, label="By factors", help="Draws as often between 10 and 100 as between 100 and 1,000.")

    def grid(self, points: int) -> tuple[int, ...]:
        every = FloatRange.model_construct(low=self.low, high=self.high, log=self.log).grid(points)
        return tuple(dict.fromkeys(round(value) for value in every))


@register("choice")
class Options(Choose):
    """One of some values."""

    title = "Choice"
    options: Annotated[tuple[str, ...], Field(min_length=1, max_length=100)] = Param(
        ("a", "b"), help="The values, each as --set takes it."
    )

    @model_validator(mode="after")
    def _differ(self) -> Options:
        if len(set(self.options)) != len(self.options):
            raise ValueError("each value is named once")
        return self

    def grid(self, points: int) -> tuple[str, ...]:
        return self.options

    def words(self) -> str:
        return ", ".join(self.options)


class Searched(Value):
    """A field that is searched, by its path ("training.learning_rate", "networks.model.<node>.units"), and what it may be."""

    path: Annotated[str, Field(min_length=1, max_length=300)]
    choose: Annotated[Choose, AnyOf(Choose)]


class Search(Value):
    """A search over settings: each trial is a run with some of them drawn."""

    space: Annotated[tuple[Searched, ...], Field(max_length=50)] = Param(
        (), label="Searched fields", help="Which fields are searched, and between which values."
    )
    sampler: Literal["tpe", "random", "grid"] = Param(
        "tpe",
        words={"tpe": "TPE (learns from trials)", "random": "Random", "grid": "Grid"},
        help="TPE draws more often where earlier trials were good. Random is as good a start, and the only fair one for "
        "comparing. Grid tries every combination of some values.",
    )
    points: Annotated[int, Field(ge=2, le=100)] = Param(
        4, label="Points", help="Grid: how many values of each range are tried."
    )
    pruning: Literal["none", "median", "hyperband"] = Param(
        "median",
        words={"none": "Never", "median": "Below the median", "hyperband": "Hyperband"},
        label="Stop bad trials",
        help="Below the median: a trial ends early once it is worse than half of the earlier ones at the same epoch. "
        "Hyperband: most trials get few epochs, and the best of them more.",
    )
    goal: Annotated[str, Field(max_length=60, pattern=r"^val_\w+$")] = Param(
        "val_loss", help="What is compared, on the validation split: val_loss, val_accuracy and so on."
    )
    direction: Literal["auto", "minimize", "maximize"] = Param(
        "auto", help="Auto: losses and errors are to be small, everything else is to be large.", advanced=True
    )
    trials: Annotated[int, Field(ge=1, le=100_000)] = Param(20, help="Runs at most.")
    minutes: Annotated[float, Field(ge=0.0, le=100_000.0)] = Param(
        0.0, unit="min", help="No trial begins after so long; 0 for no limit."
    )
    seed: Annotated[int, Field(ge=0, lt=2**32)] = Param(
        0, help="Same seed, same first trials.", label="Seed of the search", advanced=True
    )

    @model_validator(mode="after")
    def _once(self) -> Search:
        paths = [searched.path for searched in self.space]
        twice = next((p for p in paths if paths.count(p) > 1), None)
        if twice:
            raise ValueError(f"{twice} is searched twice")
        return self

    @property
    def maximize(self) -> bool:
        """Whether a larger goal is a better one."""
        if self.direction != "auto":
            return self.direction == "maximize"
        return not any(word in self.goal for word in SMALL)

    def used_fields(self) -> tuple[str, ...]:
        """Names of the fields that a form shows; the space has an editor of its own."""
        names = ["sampler", "points", "pruning", "goal", "direction", "trials", "minutes", "seed"]
        if self.sampler != "grid":
            names.remove("points")
        return tuple(names)


SMALL = ("loss", "mae", "mse", "mape", "error", "epsilon")
"""Words in the names of what is to be small."""


class StudyRecipe(Value):
    """What the Train stage's studies are asked for."""

    seeds: Annotated[int, Field(ge=2, le=100)] = Param(
        3, label="Runs", help="How many runs, each from another seed, counted up from the project's own."
    )
    seeds_split: bool = Param(
        False,
        label="Draw the split anew",
        help="Also divides the data anew for each run: the spread then holds the luck of the split too. The test part changes "
        "with it.",
    )
    folds: Annotated[int, Field(ge=2, le=100)] = Param(
        5, help="How many equal parts; each is the validation part of one run. The test part stays what it is."
    )
    workers: Annotated[int, Field(ge=0, le=64)] = Param(
        0,
        label="Runs at a time",
        help="Processes that train side by side and share the processor's cores. 0: one for each core, and one on a graphics "
        "card.",
    )
    search: Search = Search()
