"""Tables in files: CSV, TSV and their kin with any separator, workbooks, Parquet and ARFF."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import numpy as np
from pydantic import AfterValidator

from ...errors import DataError
from ...values import Param, Value, register
from ..arrays import TASK_WORDS
from ..column_types import guess_type, nearly_constant
from ..columns import Looked, guess_target, useless
from ..delimited import LISTED, listed, table_like
from ..features import Feature, feature_of, free_text, odd_cells, table_of
from ..head import ROWS, Head
from ..paths import data_file
from ..raw import Notice, RawData, Skipped, TableColumn
from ..recipe import Progress, Source
from ..sighting import Candidate, Sighting
from ..table_targets import TableTask, targets_of
from ..workbooks import SUFFIXES as WORKBOOKS
from .table_files import FIELDS, SEPARATOR_WORDS, Reading, TableRead, kind_by_name, kind_of, look_at_typed, read_table
from .table_roles import SINGLE, names_parts, with_roles
from .table_start import read_start

Role = Literal["auto", "feature", "target", "ignore", "group", "weight", "time", "split"]
TypeChoice = Literal["auto", "number", "category", "boolean", "date", "text"]

SUFFIXES = frozenset({".csv", ".tsv", ".tab", ".txt", ".psv", ".data", ".parquet", ".pq", ".arff", *WORKBOOKS})
"""Endings of table files."""
FEWEST_LINES = 5
"""Lines that a file without such an ending has at least, to be taken for a table."""

_SPELT = {"tab": "\t", "\\t": "\t", "comma": ",", "semicolon": ";", "space": " ", "bar": "|"}


def _separator(text: str) -> str:
    text = _SPELT.get(text.strip().lower() or text, text)
    if text and (len(text) != 1 or not text.isascii() or text.isalnum() or text in "\"'\r\n.-+\0"):
        raise ValueError("a separator is one character such as , or ; or tab")
    return text


class ColumnChoice(Value):
    """What the user says about one column; "auto" leaves it to the guess."""

    name: str
    role: Role = "auto"
    type: TypeChoice = "auto"
    date_order: Literal["auto", "ymd", "dmy", "mdy"] = Param(
        "auto",
        label="Dates are written",
        words={"auto": "Guessed", "ymd": "Year, month, day", "dmy": "Day, month, year", "mdy": "Month, day, year"},
        help="How day, month and year stand in the dates of this column.",
    )


@register("table")
class TableSource(Source):
    """A table in a file. Features (N, columns) float32: numbers, and codes of categories; NaN where a value is missing."""

    title = "Table (CSV, Excel, Parquet, ARFF)"
    path_fields = ("path",)

    path: str = Param(
        "",
        help="The file: CSV, TSV, any other text with a row a line, Excel or another workbook, Parquet, or ARFF.",
        label="File",
    )
    sheet: str = Param("", help="Name of the sheet of a workbook. Empty: the first that holds a table.")
    separator: Annotated[str, AfterValidator(_separator)] = Param(
        "", help="What stands between cells: one character, or tab. Empty: guessed."
    )
    encoding: Literal["auto", "utf-8", "utf-16", "gb18030", "latin-1"] = Param(
        "auto",
        words={"auto": "Guessed", "utf-8": "UTF-8", "utf-16": "UTF-16", "gb18030": "GB18030", "latin-1": "Latin-1"},
        help="How letters are written in the file. Latin-1 is Western European, GB18030 Chinese.",
    )
    header: Literal["auto", "yes", "no"] = Param(
        "auto", words={"auto": "Guessed"}, help="Whether the first row names the columns."
    )
    task: TableTask = Param(
        "auto",
        words=TASK_WORDS,
        help="Auto: texts and up to 20 different whole numbers are classes, other numbers are predicted as numbers. Several "
        "labels: columns of yes and no, or 1 and 0, of which any number may be yes.",
    )
    guess: Literal["basic", "full"] = Param(
        "basic",
        label="Types guessed",
        words={"basic": "Numbers, categories", "full": "All types"},
        help="Which types of columns are told by their cells: numbers and categories alone, as older projects have it, or "
        "also dates, yes and no, and free text.",
    )
    columns: tuple[ColumnChoice, ...] = Param((), help="Roles and types of columns where the guess was corrected.")

    def describe(self) -> str:
        """The file's name."""
        return Path(self.path).name or "no file"

    def used_fields(self) -> tuple[str, ...]:
        """All but the columns, which have a table of their own."""
        return ("path", *FIELDS[kind_by_name(Path(self.path))], "task", "guess")

    def with_column(
        self,
        name: str,
        *,
        role: Role | None = None,
        type: TypeChoice | None = None,
        date_order: Literal["auto", "ymd", "dmy", "mdy"] | None = None,
        also: bool = False,
    ) -> TableSource:
        """The same source with another role, type or order of dates. A new target, group... takes the place of the old, but a
        target that is predicted, too (``also``)."""
        kept = {choice.name: choice for choice in self.columns}
        if (role == "target" and not also) or role in SINGLE:
            kept = {n: c.updated(role="auto") if c.role == role else c for n, c in kept.items()}
        choice = kept.get(name, ColumnChoice(name=name))
        order = date_order or choice.date_order
        kept[name] = choice.updated(role=role or choice.role, type=type or choice.type, date_order=order)
        chosen = tuple(c for n, c in kept.items() if c != ColumnChoice(name=n))
        return self.updated(columns=chosen)

    @classmethod
    def recognise(cls, seen: Sighting) -> Candidate | None:
        """Parquet, a workbook, ARFF, a file with the ending of a table, or any text whose lines have equally many cells."""
        if seen.folder:
            return None
        kind = kind_of(seen.path, seen.head)
        if kind != "text":
            whole = cls(path=seen.portable, guess="full")
            words = {"parquet": "a Parquet file", "workbook": "a workbook", "arff": "an ARFF file"}
            return Candidate("table", whole, words[kind], 0.95)
        named = seen.suffix in SUFFIXES
        found = table_like(seen.text) if named or len(seen.lines) >= FEWEST_LINES else None
        if found is None:
            return Candidate("table", cls(path=seen.portable, guess="full"), "", 0.3) if named else None
        separator, cells = found
        if not named and separator == " ":
            return None  # words
        why = f"lines of {cells} cells between {SEPARATOR_WORDS[separator]}"
        return Candidate("table", cls(path=seen.portable, guess="full"), why, 0.7 if named else 0.4)

    def aimed(self, target: str = "", task: str = "") -> TableSource:
        """Gives the column ``target`` that role."""
        source = self.updated(task=task) if task else self
        return source.with_column(target, role="target") if target else source

    def head(self, progress: Progress, base_dir: Path = Path()) -> Head:
        """The first rows."""
        path = data_file(self.path, base_dir, "The table file")
        progress(0.0, f"Reading the beginning of {path.name}")
        start = read_start(path, self._reading(), lambda: progress(0.0, f"Reading the beginning of {path.name}"))
        looked = look_at_typed(start.frame, start.nominal)
        columns = tuple(self._unsorted(column) for column in looked)
        raw, trouble = None, None
        try:
            lines = np.arange(1, start.frame.height + 1)
            raw = _assemble(self, path.name, TableRead(looked, lines, (), ""), progress)
            columns = raw.columns
        except DataError as error:
            trouble = error
        texts = [column.text.head(ROWS).fill_null("").to_list() for column in looked]
        cells = tuple(zip(*texts, strict=True))
        return Head(raw, columns, cells, start.guessed, start.whole and start.frame.height <= ROWS, trouble)

    def _reading(self) -> Reading:
        return Reading(self.sheet, self.separator, self.encoding, self.header)

    def _unsorted(self, column: Looked) -> TableColumn:
        """A column by what was chosen for it and what its cells hold, where not all columns together make sense."""
        choice = next((c for c in self.columns if c.name == column.name), ColumnChoice(name=column.name))
        role = "feature" if choice.role == "auto" else choice.role
        guessed, _ = guess_type(column, full=self.guess == "full")
        kind = guessed if choice.type == "auto" else choice.type
        return TableColumn(column.name, role, kind, column.missing, column.distinct)

    def load(self, progress: Progress, base_dir: Path = Path()) -> RawData:
        """Reads the table into memory."""
        path = data_file(self.path, base_dir, "The table file")
        progress(0.0, f"Reading {path.name}")
        read = read_table(path, self._reading(), progress)
        progress(0.7, "Sorting out the columns")
        return _assemble(self, path.name, read, progress)


# From columns to arrays


def _assemble(source: TableSource, title: str, read: TableRead, progress: Progress) -> RawData:
    columns = {column.name: column for column in read.columns}
    chosen = {choice.name: choice for choice in source.columns}
    for name in chosen:
        if name not in columns:
            raise _unknown_column(name, title, list(columns))
    targets = [n for n, c in chosen.items() if c.role == "target"]
    if not targets:
        open_columns = [c for c in read.columns if c.name not in chosen or chosen[c.name].role == "auto"]
        open_columns = [c for c in open_columns if not names_parts(c)] or open_columns
        targets = [guess_target(open_columns or read.columns)]
    divided = any(c.role == "split" for c in chosen.values())
    notices: list[Notice] = []
    shown: list[TableColumn] = []
    features: list[Feature] = []
    for place, column in enumerate(read.columns):
        progress(0.7 + 0.25 * place / len(read.columns), "Sorting out the columns")
        choice = chosen.get(column.name, ColumnChoice(name=column.name))
        # A target is a class or a number: a column of yes and no, or of dates, has nothing to gain from its type.
        guessed, said = guess_type(column, full=source.guess == "full" and column.name not in targets)
        kind = guessed if choice.type == "auto" else choice.type
        reason, role = said.text if said is not None and choice.type == "auto" else "", choice.role
        if column.name in targets:
            role = "target"
        elif role == "auto" and choice.type == "auto" and not divided and names_parts(column):
            role, divided = "split", True
        elif role == "auto":
            why = None
            if choice.type == "auto" and kind == "text":
                why = free_text(column)
            elif (choice.type == "auto" and kind != "date") or column.distinct <= 1:
                why = useless(column)
            role = "ignore" if why else "feature"
            if why:
                reason = why.text
                notices.append(why)
        if role == "feature" and (rare := nearly_constant(column)):
            notices.append(rare)
        missing = column.missing
        if role == "feature":
            order = None if choice.date_order == "auto" else choice.date_order
            made = feature_of(column, kind, order)
            features.append(made)
            notices += made.notices
            missing = made.missing
        elif kind == "number" and column.numbers is None:
            missing = int(np.isnan(column.as_numbers()).sum())
        if role == "target" and kind == "number" and missing > column.text.null_count():
            notices += odd_cells(column, np.isnan(column.as_numbers()), missing - column.text.null_count(), "number")
        if kind in ("category", "text"):
            missing = column.text.null_count()
        shown.append(TableColumn(column.name, role, kind, missing, column.distinct, reason))
    if not features:
        raise DataError(
            f"'{title}' has no column left to learn from, beside the target {', '.join(repr(t) for t in targets)}",
            " ".join(c.reason for c in shown if c.reason and c.role == "ignore"),
            "Give a column the role feature",
            code="data.no_features",
            values={"file": title},
        )
    goals, held = targets_of([columns[t] for t in targets], {c.name: c.type for c in shown}, source.task)
    without = ~held
    skipped = list(read.skipped)
    if without.any():
        skipped += listed(
            [
                Skipped(
                    f"line {line:,}",
                    f"Its target '{targets[0]}' is missing." if len(targets) == 1 else "One of its targets is missing.",
                )
                for line in read.lines[without][:LISTED]
            ],
            int(without.sum()),
        )
    part = table_of(features, held)
    note = f"{len(read.lines):,} rows and {len(shown)} columns, read as {read.how}"
    progress(1.0, f"Read {title}")
    raw = RawData(
        title,
        {"features": part},
        goals,
        skipped=tuple(skipped),
        note=note,
        notices=tuple(notices),
        columns=tuple(shown),
        rows=lambda: read.row_numbers[held],
    )
    return with_roles(raw, columns, read.lines, np.flatnonzero(held))


def _unknown_column(name: str, title: str, columns: list[str]) -> DataError:
    shown = ", ".join(columns[:20]) + (f" and {len(columns) - 20} more" if len(columns) > 20 else "")
    return DataError(
        f"'{title}' has no column '{name}'",
        f"Its columns are {shown}",
        "Choose one of these",
        code="data.unknown_column",
        values={"column": name, "columns": columns},
    )
