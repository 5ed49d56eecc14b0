"""What becomes of each column of a table, in a sentence: how gaps are filled, how it is scaled, how many inputs it makes."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from ...engine.data.cleaning_recipe import ColumnCleaning
from ...engine.data.encoding import settings_of
from ...engine.data.prepared import PreparedData
from ...engine.data.preprocess import CategoryEncoding, InputPreprocess
from ...engine.data.raw import RawInput, ShownColumn, TableColumn
from ...engine.data.recipe import DataRecipe
from ..language import told
from ..widgets.numbers import count_text, number_text


def fates(data: PreparedData, recipe: DataRecipe) -> dict[str, str]:
    """A sentence by the name of the column, for every column of the file."""
    held = {
        column.name: (name, part, column)
        for name, part in data.raw.inputs.items()
        if part.kind == "table" and data.preprocess.inputs[name].table is not None
        for column in part.shown
    }
    return {c.name: _fate(c, data, recipe, held.get(c.name)) for c in data.raw.columns}


def _fate(
    column: TableColumn, data: PreparedData, recipe: DataRecipe, place: tuple[str, RawInput, ShownColumn] | None
) -> str:
    tr = QCoreApplication.translate
    if column.role == "target":
        return tr("Columns", "To be predicted.")
    if column.role != "feature" or place is None:
        return told(column.reason) if column.reason else ""
    name, part, shown = place
    how = data.preprocess.inputs[name]
    said = settings_of(part, shown.places[0], recipe.cleaning, recipe.scaling)
    category = next((c for c in how.table.categories if c.column == shown.places[0]), None) if how.table else None
    parts = []
    if column.missing:
        parts.append(
            tr("Columns", "missing {missing} of {rows}: {fill}").format(
                missing=count_text(column.missing),
                rows=count_text(data.count),
                fill=_fill(said, how, shown, category),
            )
        )
    parts += _inputs(shown, how, category) if category or shown.spread else _scaled(said, how, shown)
    text = tr("Columns", "; ").join(parts)
    return tr("Columns", "{text}.").format(text=text[:1].upper() + text[1:])


def _fill(said: ColumnCleaning, how: InputPreprocess, shown: ShownColumn, category: CategoryEncoding | None) -> str:
    tr = QCoreApplication.translate
    if said.missing == "drop":
        return tr("Columns", "rows left out")
    if category is not None:
        if said.missing in ("mode", "constant"):
            slot = category.missing
            known = [n for n, s in zip(category.names, category.slots, strict=True) if s == slot]
            return tr("Columns", "taken as '{value}'").format(value=(known or [category.names[category.base]])[0])
        if category.ordinal:
            return tr("Columns", "the middle place")
        return tr("Columns", "a category of its own") if category.missing >= 0 else tr("Columns", "no category")
    assert how.table is not None
    place = how.table.numbers.index(shown.places[0])
    fill = how.table.fills[place]
    value = number_text(fill, 4) if fill is not None and shown.spread is None else ""
    words = {
        "median": tr("Columns", "median {value}"),
        "mean": tr("Columns", "mean {value}"),
        "mode": tr("Columns", "most frequent {value}"),
        "zero": tr("Columns", "filled by {value}"),
        "constant": tr("Columns", "filled by {value}"),
        "interpolate": tr("Columns", "from the rows around (a new row: {value})"),
        "nearest": tr("Columns", "from similar rows (with nothing in common: {value})"),
    }[said.missing]
    text = words.format(value=value).strip()
    marked = any(k in how.table.indicators for k in shown.places)
    return text + tr("Columns", ", marked") if marked else text


def _inputs(shown: ShownColumn, how: InputPreprocess, category: CategoryEncoding | None) -> list[str]:
    tr = QCoreApplication.translate
    if shown.spread is not None:
        count = count_text(len(shown.places))
        if shown.spread.type == "text":
            return [tr("Columns", "its words become {count} numbers").format(count=count)]
        if shown.spread.timed:
            return [tr("Columns", "{count} numbers: days, and places in year, week and day").format(count=count)]
        return [tr("Columns", "{count} numbers: days, and places in year and week").format(count=count)]
    assert category is not None
    if category.ordinal:
        order = [n for _, n in sorted((s, n) for s, n in zip(category.slots, category.names, strict=True) if s >= 0)]
        shown_order = " < ".join(order[:5]) + (" < …" if len(order) > 5 else "")
        return [tr("Columns", "one number, in the order {order}").format(order=shown_order)]
    if how.kind == "tokens":
        return [tr("Columns", "a learnt vector for each of {count}").format(count=count_text(len(category.outputs)))]
    if category.base >= 0:
        return [tr("Columns", "1 for '{yes}', else 0").format(yes=category.names[1])]
    return [tr("Columns", "{count} inputs of 0 or 1").format(count=count_text(len(category.outputs)))]


def _scaled(said: ColumnCleaning, how: InputPreprocess, shown: ShownColumn) -> list[str]:
    tr = QCoreApplication.translate
    assert how.table is not None
    found = []
    rule = next((r for r in how.table.outliers if r.column == shown.places[0]), None)
    if rule is not None:
        text = (
            tr("Columns", "marked beyond {low} to {high}")
            if rule.flag
            else tr("Columns", "kept within {low} to {high}")
        )
        found.append(text.format(low=number_text(rule.low, 4), high=number_text(rule.high, 4)))
    found.append(
        {
            "none": tr("Columns", "as it is"),
            "minmax": tr("Columns", "scaled to 0…1"),
            "symmetric": tr("Columns", "scaled to -1…1"),
            "robust": tr("Columns", "scaled by median and quartiles"),
            "quantile": tr("Columns", "scaled to its rank"),
            "normal": tr("Columns", "scaled to its rank on a bell curve"),
        }.get(said.scaling, tr("Columns", "scaled to mean 0, deviation 1"))
    )
    return found
