"""New texts for prediction: typed in, a file of lines, a table, or a file that is one text."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from ...errors import DataError
from ..delimited import as_utf8, guess_separator, read_cells
from ..paths import head_of
from ..raw import Array
from .encoding import UNKNOWN, TextEncoding, as_texts, is_text, tokeniser_of
from .guess import text_columns
from .reading import LabelledTexts, decoded, lines_of, read_bytes
from .tables import parquet_texts

_TABLES = frozenset({".csv", ".tsv", ".tab", ".psv"})
_PARQUET = b"PAR1"


def texts_from_file(
    path: Path, columns: tuple[str, ...], *, whole: bool
) -> tuple[Array, tuple[str, ...], tuple[str, ...]]:
    """The texts of a file, what to call them, and notes.

    Args:
        path: a table (.csv, .tsv, .parquet), or text.
        columns: name of the column of texts, where the training data had one.
        whole: whether a file of text is one sample, rather than each of its lines.

    Raises ``DataError`` for what is no text.
    """
    if head_of(path, 4) == _PARQUET or path.suffix.lower() in _TABLES:
        return _from_table(path, columns)
    text = decoded(read_bytes(path), path.name, "auto", LabelledTexts())
    if whole:
        return as_texts([text.strip()]), (path.name,), ()
    return _from_lines(path, text)


def new_text_notes(values: Array, how: TextEncoding) -> tuple[str, ...]:
    """Sentences on what the network will not see of new texts: unknown tokens, and what is cut off."""
    if not is_text(values):
        return ()
    made = tokeniser_of(how).encode_batch(list(values[:1000]), add_special_tokens=False)
    tokens = sum(len(m.ids) for m in made)
    unknown = sum(m.ids.count(UNKNOWN) for m in made)
    cut = sum(len(m.ids) > how.length for m in made)
    notes = []
    if tokens == 0:
        notes.append("There is no token in it; the network sees only filling.")
    if unknown:
        notes.append(f"{unknown:,} of {tokens:,} tokens are unknown to the network.")
    if cut:
        which = "1 text has" if cut == 1 else f"{cut:,} texts have"
        end = "start" if how.cut == "start" else "end"
        notes.append(f"{which} more than {how.length:,} tokens; the {end} is cut off.")
    return tuple(notes)


def _from_lines(path: Path, text: str) -> tuple[Array, tuple[str, ...], tuple[str, ...]]:
    lines = [(number, line.strip()) for number, line in lines_of(text) if line.strip()]
    if not lines:
        raise DataError(
            f"'{path.name}' holds only empty lines",
            "It should hold a text in each line",
            "Choose another file",
            code="data.no_rows",
            values={"file": path.name},
        )
    labels = (path.name,) if len(lines) == 1 else tuple(f"{path.name} line {number:,}" for number, _ in lines)
    return as_texts([line for _, line in lines]), labels, ()


def _from_table(path: Path, columns: Sequence[str]) -> tuple[Array, tuple[str, ...], tuple[str, ...]]:
    name = columns[0] if columns else ""
    if head_of(path, 4) == _PARQUET:
        frame = parquet_texts(path)
        numbers = list(range(1, frame.height + 1))
    else:
        content, _ = as_utf8(read_bytes(path), path.name)
        text = content.decode("utf-8")
        if not any(mark in text.split("\n", 1)[0] for mark in (",", ";", "\t", "|")):
            kept = text.split("\n", 1)[1] if name and text.split("\n", 1)[0].strip() == name and "\n" in text else text
            return _from_lines(path, kept)
        separator = guess_separator(text[: 1 << 18])
        header = "yes" if name and name in text.split("\n", 1)[0].replace('"', "").strip().split(separator) else "auto"
        cells = read_cells(content, path.name, encoding="utf-8", header=header)
        frame, numbers = cells.frame, cells.lines.tolist()
    notes = []
    if name not in frame.columns:
        found = text_columns(frame, sure=True)
        if found is None:
            raise DataError(
                f"'{path.name}' has no column '{name}'" if name else f"'{path.name}' has no column of texts",
                f"Its columns are {', '.join(frame.columns[:20])}",
                "Call the column of texts as in the training data, or give a file with a text in each line",
                code="data.no_text_column",
                values={"file": path.name, "column": name},
            )
        name = found.text
        notes.append(f"The texts are those of the column '{name}'.")
    unused = [column for column in frame.columns if column != name]
    if unused:
        shown = ", ".join(f"'{c}'" for c in unused[:6]) + (f" and {len(unused) - 6} more" if len(unused) > 6 else "")
        notes.append(f"Not used: {shown}.")
    labels = tuple(f"{path.name} line {number:,}" for number in numbers)
    return as_texts(frame[name].fill_null("").str.strip_chars().to_list()), labels, tuple(notes)
