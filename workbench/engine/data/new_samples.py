"""New samples for prediction: a picture, rows of a table, arrays, or a row that was typed in."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from ..errors import DataError
from .array_files import array_kind, open_arrays
from .arrays import real, shape_text
from .cells import cell_readers, columns_of, gap_columns, listed
from .delimited import as_utf8, is_number
from .paths import data_file, need_memory, unreadable
from .pictures import read_picture
from .preprocess import InputPreprocess, Preprocess
from .raw import Array
from .series.new_series import fit_steps, series_from_ts
from .sources.new_windows import last_windows
from .sources.typed_rows import is_typed, typed_rows
from .tagged.new_tokens import text_typed, texts_of_file

_SEPARATORS = (",", ";", "\t", "|")


@dataclass(frozen=True)
class NewSamples:
    """Samples as a source would hold them, ready for ``transform_inputs``.

    Attributes:
        inputs: a raw batch by input name: pictures (N, H, W, C), tables (N, columns), series (N, T, C), tokens (N, T),
            texts (N,) of str.
        labels: what to call each of the N samples ("7.png", "row 3").
        notes: sentences on what was done to the samples so that they fit, or left out.
    """

    inputs: dict[str, Array]
    labels: tuple[str, ...]
    notes: tuple[str, ...] = ()


def read_samples(path: Path, preprocess: Preprocess, invert: bool | None = None) -> NewSamples:
    """Reads a file of samples: a picture, a table (.csv, .tsv, .txt) whose header names the columns, .ts, .npy or .npz.

    Args:
        path: the file.
        preprocess: what the network was trained with.
        invert: for pictures, whether to swap dark and light; None decides by the border (see ``read_picture``).

    Raises ``DataError`` for a file that can't be read, or that does not fit the network.
    """
    path = data_file(str(path), Path(), "The file of samples")
    try:
        with path.open("rb") as file:
            head = file.read(4096)
    except OSError as error:
        raise unreadable(path, error) from error
    if all(how.kind == "text" for how in preprocess.inputs.values()):
        return _from_text_file(path, preprocess)
    typed = is_typed(path)
    if head.startswith(b"PK\x03\x04") and not typed and path.suffix.lower() not in (".ora", ".kra", ".zip"):
        return _from_npz(path, preprocess)
    if array_kind(path, head) in ("mat", "safetensors"):
        return _from_npz(path, preprocess)
    if head.startswith(b"\x93NUMPY"):
        name, how = _only_input(preprocess, path.name)
        values = _fit(_load_npy(path), how, path.name)
        return NewSamples({name: values}, _labels(path.name, len(values)), _range_note(values, how))
    table = typed or path.suffix.lower() in (".csv", ".tsv", ".txt", ".tab")
    if table and (tables := tables_of(preprocess)):
        return _from_tables(path, tables)
    name, how = _only_input(preprocess, path.name)
    if how.kind == "series" and path.suffix.lower() == ".ts":
        values, notes = series_from_ts(path, how)
        return NewSamples({name: values}, _labels(path.name, len(values)), notes)
    table = table or (how.series is not None and path.suffix.lower() in (".parquet", ".pq"))
    if how.kind == "image" and not table:
        pixels, notes = read_picture(path, how, invert)
        return NewSamples({name: pixels[None]}, (path.name,), notes)
    if how.kind in ("image", "tokens") or not table:
        takes = {
            "image": "pictures",
            "table": "rows of numbers",
            "series": "series",
            "tokens": "tokens",
            "text": "texts",
        }[how.kind]
        good = {
            "image": "a picture file such as PNG or JPEG, .npy or .npz",
            "tokens": ".npy or .npz",
            "series": "a .csv file whose header names the channels and a step a row, .ts, .npy or .npz",
        }.get(how.kind, "a .csv file whose header names the columns, .npy or .npz")
        raise DataError(
            f"The network takes {takes}, and '{path.name}' is {'a table' if table else 'not a table of numbers'}",
            f"Samples can be given as {good}",
            "Choose such a file",
            code="data.sample_kind",
            values={"file": path.name, "kind": how.kind},
        )
    if how.series is not None:
        values, labels, notes = last_windows(path, how)
        return NewSamples({name: values}, labels, notes)
    return _series_from_table(path, name, how)


def row_from_values(values: Mapping[str, str | float], preprocess: Preprocess) -> NewSamples:
    """One table row that was typed in, by column name. Raises ``DataError`` for a missing, unknown or bad value."""
    tables = tables_of(preprocess)
    if not tables:
        _, how = _only_input(preprocess, "a typed row")
        raise DataError(
            "A row can only be typed in for a network that takes a table",
            f"This one takes {how.kind} data",
            "Give a file",
            code="data.sample_kind",
            values={"kind": how.kind},
        )
    columns = [c for how in tables.values() for c in columns_of(how)]
    gaps = frozenset[str]().union(*(gap_columns(how) for how in tables.values()))
    _refuse_missing(
        [c for c in columns if c not in values or (not str(values[c]).strip() and c not in gaps)], "The row"
    )
    unknown = [c for c in values if c not in columns]
    if unknown:
        raise DataError(
            f"The row has {listed(unknown)}, which the network does not know",
            f"It takes {listed(columns)}",
            "Take it out or correct its name",
            code="data.unknown_column",
            values={"columns": unknown},
        )
    batches: dict[str, Array] = {}
    notes: list[str] = []
    for name, how in tables.items():
        cells, strange = cell_readers(how)
        row = [number for c in columns_of(how) for number in cells[c](values[c], f"'{c}'")]
        batches[name] = real(np.array([row], dtype=np.float64))
        notes += strange.notes()
    return NewSamples(batches, ("typed row",), tuple(notes))


def tables_of(preprocess: Preprocess) -> dict[str, InputPreprocess]:
    """The inputs by name where all of them are columns of one table; empty where they are not."""
    whole = all(how.kind == "table" or how.table is not None for how in preprocess.inputs.values())
    names = [name for how in preprocess.inputs.values() for name in columns_of(how)] if whole else []
    return dict(preprocess.inputs) if whole and len(set(names)) == len(names) else {}


def typed_text(text: str, preprocess: Preprocess) -> NewSamples:
    """One text that was typed in. Raises ``DataError`` for a network that takes something else, or where nothing was typed."""
    name, how = _only_input(preprocess, "a typed text")
    if how.kind != "text" or how.text is None:
        raise DataError(
            "A text can only be typed in for a network that takes texts",
            f"This one takes {how.kind} data",
            "Give a file",
            code="data.sample_kind",
            values={"kind": how.kind},
        )
    if not text.strip():
        raise DataError("Nothing was typed", "A text has a word at least", "Type one", code="data.no_rows")
    values, notes = text_typed(text, how.text)
    return NewSamples({name: values}, ("typed text",), notes)


def _from_text_file(path: Path, preprocess: Preprocess) -> NewSamples:
    name, how = _only_input(preprocess, path.name)
    values, labels, notes = texts_of_file(path, how)
    return NewSamples({name: values}, labels, notes)


def _only_input(preprocess: Preprocess, what: str) -> tuple[str, InputPreprocess]:
    if len(preprocess.inputs) != 1:
        names = tuple(preprocess.inputs)
        raise DataError(
            f"The network has {len(names)} inputs ({listed(names)}), and {what} holds one",
            "A sample needs all of them",
            "Give a .npz file with an array for each, called like the inputs",
            code="data.several_inputs",
            values={"inputs": names},
        )
    return next(iter(preprocess.inputs.items()))


def _labels(name: str, count: int) -> tuple[str, ...]:
    return (name,) if count == 1 else tuple(f"{name} #{i + 1}" for i in range(count))


# Tables


def _from_tables(path: Path, tables: Mapping[str, InputPreprocess]) -> NewSamples:
    """Rows of a file for one input or several that share them."""
    columns = [c for how in tables.values() for c in columns_of(how)]
    rows, numbers, notes = _rows(path, columns)
    place = dict(zip(columns, numbers, strict=True))
    batches = {}
    for name, how in tables.items():
        batches[name], strange = _numbers(rows, place, how)
        notes += strange
    return NewSamples(batches, tuple(f"row {i + 1}" for i in range(len(rows))), notes)


def _numbers(
    rows: Sequence[tuple[int, list[str]]], place: Mapping[str, int], how: InputPreprocess
) -> tuple[Array, tuple[str, ...]]:
    """The raw numbers of rows (N, columns) float32, and notes about them."""
    cells, strange = cell_readers(how)
    values = [
        [n for c in columns_of(how) for n in cells[c](row[place[c]], f"line {line}, column '{c}'")]
        for line, row in rows
    ]
    return real(np.array(values, dtype=np.float64)), strange.notes()


def _series_from_table(path: Path, name: str, how: InputPreprocess) -> NewSamples:
    columns = columns_of(how)
    rows, numbers, notes = _rows(path, columns)
    values, _ = _numbers(rows, dict(zip(columns, numbers, strict=True)), how)
    steps = how.shape[0]
    if how.gaps:
        series, cut = fit_steps([values], how, path.name)
        return NewSamples({name: series}, (path.name,), (*notes, *cut))
    if len(values) % steps:
        raise DataError(
            f"'{path.name}' has {len(values):,} rows",
            f"A series has {steps:,} steps, one a row; several stand one after the other",
            "Add or take out rows",
            code="data.series_length",
            values={"rows": len(values), "steps": steps},
        )
    series = real(values.reshape(-1, *how.shape))
    return NewSamples({name: series}, _labels(path.name, len(series)), notes)


def _rows(path: Path, columns: Sequence[str]) -> tuple[list[tuple[int, list[str]]], list[int], tuple[str, ...]]:
    """Rows with their line numbers, and the place of each column in them."""
    if is_typed(path):
        header, rows = typed_rows(path)
        _refuse_missing([c for c in columns if c not in header], f"The header of '{path.name}'")
        return rows, [header.index(c) for c in columns], ()
    text = _decoded(path)
    best: tuple[int, int, str] = (-1, -1, ",")
    first_line = next((line for line in text.splitlines() if line.strip()), "")
    for separator in _SEPARATORS:
        header = [cell.strip() for cell in next(csv.reader([first_line], delimiter=separator), [])]
        best = max(best, (len(set(columns) & set(header)), len(header), separator), key=lambda b: b[:2])
    separator = best[2]
    try:
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, skipinitialspace=True)
        rows = [(reader.line_num, [cell.strip() for cell in row]) for row in reader if any(c.strip() for c in row)]
    except csv.Error as error:
        raise DataError(
            f"'{path.name}' is not a table ({error})",
            "A table has a row a line, with cells between commas, semicolons or tabs",
            "Save it again as CSV",
            code="data.not_a_table",
            values={"file": path.name},
        ) from error
    if not rows:
        raise DataError(f"'{path.name}' has no rows", "", "Add some", code="data.no_rows", values={"file": path.name})
    header, notes = rows[0][1], []
    if best[0] == 0 and len(header) == len(columns) and all(is_number(cell) for cell in header):
        notes.append(f"The table has no header; its columns were taken as {listed(columns)}.")
        header = list(columns)
    elif best[0] == 0 and (numbered := _numbered(columns)) and len(header) >= max(numbered):
        # The training table had no header either: columns go by their place.
        header = [f"column_{i + 1}" for i in range(len(header))]
    else:
        rows = rows[1:]
        _refuse_missing([c for c in columns if c not in header], f"The header of '{path.name}'")
        twice = [c for c in columns if header.count(c) > 1]
        if twice:
            raise DataError(
                f"'{path.name}' has several columns called {listed(twice)}",
                "Each name should stand once",
                "Rename or take out the others",
                code="data.column_twice",
                values={"columns": twice},
            )
        unused = [c for c in header if c not in columns and c]
        if unused:
            notes.append(f"Not used: {listed(unused)}.")
    if not rows:
        raise DataError(
            f"'{path.name}' has a header and no rows", "", "Add some", code="data.no_rows", values={"file": path.name}
        )
    for line, row in rows:
        if len(row) < len(header):
            raise DataError(
                f"Line {line} of '{path.name}' has {len(row)} cells",
                f"The header has {len(header)}",
                "Fill in the missing ones",
                code="data.short_row",
                values={"line": line, "cells": len(row), "expected": len(header)},
            )
    return rows, [header.index(c) for c in columns], tuple(notes)


def _numbered(columns: Sequence[str]) -> list[int]:
    """The places, counted from 1, of columns that were named by them; empty where one has a name of its own."""
    found = [re.fullmatch(r"column_(\d+)", c) for c in columns]
    return [int(m[1]) for m in found if m] if all(found) else []


def _decoded(path: Path) -> str:
    need_memory(path.stat().st_size * 8, f"The table '{path.name}'")
    try:
        content = path.read_bytes()
    except OSError as error:
        raise unreadable(path, error) from error
    return as_utf8(content, path.name)[0].decode("utf-8")


def _refuse_missing(missing: Sequence[str], where: str) -> None:
    if missing:
        raise DataError(
            f"{where} has no {'value for' if where == 'The row' else 'column'} {listed(missing)}",
            "Every column that the network was trained with is needed",
            "Add what is missing",
            code="data.missing_column",
            values={"columns": tuple(missing)},
        )


# Arrays


def _load_npy(path: Path) -> Array:
    try:
        need_memory(path.stat().st_size, f"The array '{path.name}'")
        values: Array = np.load(path, allow_pickle=False)
        return values
    except OSError as error:
        raise unreadable(path, error) from error
    except (ValueError, EOFError) as error:
        objects = "Object arrays" in str(error)
        raise DataError(
            f"'{path.name}' {'holds Python objects, not numbers' if objects else 'is damaged or cut short'}",
            "A .npy file of numbers is what numpy.save writes",
            "Save it again",
            code="data.pickled" if objects else "data.npz_damaged",
            values={"file": path.name},
        ) from error


def _from_npz(path: Path, preprocess: Preprocess) -> NewSamples:
    batches: dict[str, Array] = {}
    with open_arrays(path) as file:
        guesses = ("x_test", "x", "images", "data", "features", "inputs", "arr_0", *(n.lower() for n in file.names))
        for name, how in preprocess.inputs.items():
            alone = len(preprocess.inputs) == 1
            chosen = name if name in file.names or not alone else file.choose("", guesses, f"the input '{name}'")
            batches[name] = _fit(file.read(file.choose(chosen, (), f"input '{name}'")), how, chosen)
    counts = {name: len(values) for name, values in batches.items()}
    if len(set(counts.values())) > 1:
        raise DataError(
            f"The arrays of '{path.name}' hold different numbers of samples ({counts})",
            "Each sample needs every input",
            "Save arrays of the same length",
            code="data.counts_differ",
            values=counts,
        )
    notes = tuple(n for name, values in batches.items() for n in _range_note(values, preprocess.inputs[name]))
    return NewSamples(batches, _labels(path.name, next(iter(counts.values()))), notes)


def _fit(values: Array, how: InputPreprocess, name: str) -> Array:
    """An array as a raw batch of the input; a single sample gets a batch axis."""
    image = how.kind == "image"
    sample = (*how.shape[1:], how.shape[0]) if image else how.shape
    if how.table is not None:
        sample = (len(how.columns),)
    if image and how.shape[0] == 1 and values.shape[-2:] == sample[:2] and values.ndim in (2, 3):
        values = values[..., None]
    elif image and values.shape[-3:] == how.shape and values.shape[-3:] != sample:
        values = np.moveaxis(values, -3, -1)
    elif how.kind == "table" and sample == (1,) and values.ndim == 1 and len(values) != 1:
        values = values[:, None]
    if how.kind == "series":
        sample = (how.shape[0], how.channels)
        if how.gaps and values.dtype.kind in "buif" and values.shape[-1:] == sample[1:] and values.ndim in (2, 3):
            values, _ = fit_steps(list(values) if values.ndim == 3 else [values], how, name)
    if values.shape == sample:
        values = values[None]
    if values.shape[1:] != sample or values.ndim == 0:
        wanted = ", ".join(str(d) for d in sample)
        raise DataError(
            f"'{name}' has the shape {shape_text(values)}",
            f"A sample has the shape ({wanted}), several have (N, {wanted})",
            "Bring samples like those the network was trained with",
            code="data.sample_shape",
            values={"shape": values.shape, "expected": sample},
        )
    if len(values) == 0:
        raise DataError(f"'{name}' holds no samples", "", "Add some", code="data.no_samples", values={"name": name})
    if values.dtype.kind not in "buif":
        raise DataError(
            f"'{name}' does not hold numbers",
            "Samples are arrays of numbers",
            "Save it as numbers",
            code="data.not_numbers",
            values={"name": name},
        )
    if how.kind == "tokens" and how.table is None:
        return _tokens(values, how, name)
    if image and values.dtype == np.bool_:
        return np.ascontiguousarray(values * np.uint8(255))
    result = np.ascontiguousarray(values) if image and values.dtype == np.uint8 else real(values)
    fits = np.isfinite(result) if how.table is None and not how.gaps else ~np.isinf(result)
    if result.dtype != np.uint8 and not fits.all():
        raise DataError(
            f"'{name}' holds missing or infinite values",
            "Every value should be a number",
            "Fill them in",
            code="data.missing_values",
            values={"name": name, "count": int((~np.isfinite(result)).sum())},
        )
    return result


def _tokens(values: Array, how: InputPreprocess, name: str) -> Array:
    whole = values.dtype.kind in "ui" or bool(np.all(values == np.floor(values)))
    if not whole or values.min() < 0 or values.max() >= how.vocabulary:
        raise DataError(
            f"'{name}' holds tokens from {values.min()} to {values.max()}",
            f"Tokens are whole numbers from 0 to {how.vocabulary - 1}",
            "Number them as in the training data",
            code="data.unknown_tokens",
            values={"name": name, "vocabulary": how.vocabulary},
        )
    return values.astype(np.int64)


def _range_note(values: Array, how: InputPreprocess) -> tuple[str, ...]:
    if how.kind == "image" and how.pixel_range == (0.0, 255.0) and values.dtype != np.uint8 and values.max() <= 1.0:
        return ("The values are between 0 and 1, while those of the training pictures go from 0 to 255.",)
    return ()
