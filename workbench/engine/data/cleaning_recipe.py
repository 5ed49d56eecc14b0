"""What is done about gaps, outliers, duplicates and categories of a table, as a value: for all columns, and for single ones."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from ..values import Param, Value

Missing = Literal["median", "mean", "mode", "zero", "interpolate", "nearest", "drop"]
Outliers = Literal["none", "clip", "flag"]
Scaling = Literal["auto", "none", "standard", "minmax", "symmetric", "robust", "quantile", "normal"]
BY_COLUMN: tuple[Scaling, ...] = ("robust", "quantile", "normal")
"""Scalings that only tables have; other inputs are brought to mean 0 and deviation 1 then."""
Encoding = Literal["one_hot", "ordinal", "embedding", "wide"]

MISSING_WORDS = {
    "auto": "As for all columns",
    "median": "Median",
    "mean": "Mean",
    "mode": "Most frequent",
    "zero": "0",
    "constant": "A value of your own",
    "interpolate": "From the rows around",
    "nearest": "From similar rows",
    "category": "A category of its own",
    "drop": "Leave the row out",
}
OUTLIER_WORDS = {
    "auto": "As for all columns",
    "none": "Left as they are",
    "clip": "Brought to the limits",
    "flag": "Marked",
}
SCALING_WORDS = {
    "auto": "As for all columns",
    "minmax": "0 to 1",
    "symmetric": "-1 to 1",
    "robust": "Median and quartiles",
    "quantile": "Ranks, 0 to 1",
    "normal": "Ranks, bell curve",
}
ENCODING_WORDS = {
    "auto": "As for all columns",
    "one_hot": "An input each",
    "ordinal": "Numbered in order",
    "embedding": "Learnt vectors",
    "wide": "Vectors where many",
}


class ColumnCleaning(Value):
    """What is done about one column where it is not what is done about all."""

    name: str
    missing: Literal[
        "auto", "median", "mean", "mode", "zero", "constant", "interpolate", "nearest", "category", "drop"
    ] = Param("auto", label="Missing", words=MISSING_WORDS, help="What stands for a missing cell of this column.")
    constant: str = Param("", label="Value", help="The number or category that stands for a missing cell.")
    indicator: Literal["auto", "yes", "no"] = Param(
        "auto",
        label="Mark missing",
        words={"auto": "As for all columns"},
        help="Whether a column of zeros and ones tells where a number was missing.",
    )
    outliers: Literal["auto", "none", "clip", "flag"] = Param(
        "auto", words=OUTLIER_WORDS, help="What is done about numbers far from the others."
    )
    scaling: Scaling = Param("auto", words=SCALING_WORDS, help="How the numbers of this column are scaled.")
    encoding: Literal["auto", "one_hot", "ordinal", "embedding"] = Param(
        "auto", words=ENCODING_WORDS, help="What the categories of this column become."
    )
    order: str = Param(
        "", help="For numbered categories: their order, between commas. Empty: that of numbers, else of the alphabet."
    )

    def used_fields(self) -> tuple[str, ...]:
        """All that matters for the values they have now."""
        constant = ("constant",) if self.missing == "constant" else ()
        order = ("order",) if self.encoding == "ordinal" else ()
        return ("missing", *constant, "indicator", "outliers", "scaling", "encoding", *order)

    @property
    def plain(self) -> bool:
        """Whether nothing is said about the column."""
        return self == ColumnCleaning(name=self.name)

    @property
    def names_in_order(self) -> tuple[str, ...]:
        """The categories that ``order`` names."""
        return tuple(part.strip() for part in self.order.split(",") if part.strip())


class CleaningRecipe(Value):
    """What is done about missing values, outliers, duplicates and categories of a table. What it needs is learnt from the
    training split only."""

    missing: Missing = Param(
        "median",
        label="Missing numbers",
        words=MISSING_WORDS,
        help="What stands for a number that is missing in a table. Missing categories are a category of their own.",
    )
    indicator: bool = Param(
        False,
        label="Mark missing",
        help="Adds a column of zeros and ones for each column of numbers with gaps: whether the number was missing.",
    )
    most_categories: Annotated[int, Field(ge=2, le=1000)] = Param(
        40,
        label="Categories",
        help="Categories of a column that get an input of their own, at most; the rarest beyond that count as one.",
    )
    encoding: Encoding = Param(
        "one_hot",
        label="Categories become",
        words=ENCODING_WORDS,
        help="What the categories of a column become: zeros and ones, their number in an order, or ids for which an Embedding "
        "learns a vector each, in columns of more than 20 categories or in all.",
    )
    outliers: Outliers = Param(
        "none",
        words=OUTLIER_WORDS,
        help="What is done about numbers beyond the limits: brought to them, or marked by a column of zeros and ones.",
    )
    limits: Literal["quartiles", "percentiles"] = Param(
        "quartiles",
        label="Outlier limits",
        words={"quartiles": "3 × the middle half's width", "percentiles": "The outermost 1 %"},
        help="Beyond the quartiles by three times their distance, or the outermost hundredth at either end, of the training "
        "split.",
    )
    duplicates: Literal["keep", "drop"] = Param(
        "keep",
        words={"keep": "Kept", "drop": "Only one kept"},
        help="Rows that agree in every used column and in what is to be predicted.",
    )
    columns: tuple[ColumnCleaning, ...] = Param((), help="Columns about which something else is done.")

    def used_fields(self) -> tuple[str, ...]:
        """All but the columns, which have forms of their own, and limits where nothing has them."""
        limited = self.outliers != "none" or any(c.outliers in ("clip", "flag") for c in self.columns)
        limits = ("limits",) if limited else ()
        return ("missing", "indicator", "most_categories", "encoding", "outliers", *limits, "duplicates")

    def of(self, name: str) -> ColumnCleaning:
        """What was said about a column."""
        return next((c for c in self.columns if c.name == name), ColumnCleaning(name=name))

    def with_column(self, column: ColumnCleaning) -> CleaningRecipe:
        """The same with what is said about one column."""
        others = tuple(c for c in self.columns if c.name != column.name)
        return self.updated(columns=others if column.plain else (*others, column))

    def meaning(self) -> str:
        """What goes into the fingerprint of prepared data: fields that came later only where they say something."""
        later = ("encoding", "outliers", "limits", "duplicates", "columns")
        standard = CleaningRecipe()
        return self.model_dump_json(exclude={f for f in later if getattr(self, f) == getattr(standard, f)})
