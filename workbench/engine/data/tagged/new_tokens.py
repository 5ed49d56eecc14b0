"""New texts for a network that tags tokens: lines whose tokens stand between blanks, Chinese as it is written, or a file with a
token in each line."""

from __future__ import annotations

from pathlib import Path

from ...errors import DataError
from ..preprocess import InputPreprocess
from ..raw import Array
from ..text.encoding import UNKNOWN, TextEncoding, as_texts, tokeniser_of
from ..text.new_texts import new_text_notes, texts_from_file
from ..text.reading import LabelledTexts, decoded, lines_of, read_bytes
from .reading import TaggedSequences, blank_cells, read_tagged


def text_typed(text: str, how: TextEncoding) -> tuple[Array, tuple[str, ...]]:
    """One text that was typed in, (1,) of str, and notes on what the network will not see of it."""
    if how.kind == "given":
        values = as_texts([tokens_in(text, how)])
        return values, token_notes(values, how)
    values = as_texts([text.strip()])
    return values, new_text_notes(values, how)


def texts_of_file(path: Path, how: InputPreprocess) -> tuple[Array, tuple[str, ...], tuple[str, ...]]:
    """The texts or sequences of a file, what to call them, and notes. Raises ``DataError`` for what is no text."""
    if how.text is not None and how.text.kind == "given":
        values, labels, notes = sequences_from_file(path, how.text)
        return values, labels, (*notes, *token_notes(values, how.text))
    values, labels, notes = texts_from_file(path, how.columns, whole=how.from_files)
    return values, labels, (*notes, *(new_text_notes(values, how.text) if how.text is not None else ()))


def tokens_in(text: str, how: TextEncoding) -> str:
    """A text with its tokens between blanks: cut at white space, or into characters where tokens are single ones.

    One that has its tokens between blanks already stays as it is.
    """
    pieces = text.split()
    if not how.single or (len(pieces) > 1 and 2 * sum(len(p) == 1 for p in pieces) > len(pieces)):
        return " ".join(pieces)
    return " ".join("".join(pieces))


def sequences_from_file(path: Path, how: TextEncoding) -> tuple[Array, tuple[str, ...], tuple[str, ...]]:
    """The sequences of a file, what to call them, and notes. Raises ``DataError`` for what is no text.

    A file with a token in each line and blank lines between sequences is read as such, columns behind the first left aside;
    of any other each line is a sequence.
    """
    content = read_bytes(path)
    text = decoded(content, path.name, "auto", LabelledTexts())
    lines = [(number, line) for number, line in lines_of(text) if line.strip()]
    if not lines:
        raise DataError(
            f"'{path.name}' holds only empty lines",
            "It should hold a sequence of tokens in each line",
            "Choose another file",
            code="data.no_rows",
            values={"file": path.name},
        )
    columns = _columns(path, text)
    if columns is not None:
        note = f"{path.name} was read with a token in each line; tokens are those of column {columns[1] + 1}."
        return as_texts(columns[0].texts), tuple(f"{path.name} {n}" for n in columns[0].names), (note,)
    if _one_each(text, [line for _, line in lines]):
        found, labels = [], []
        begun, tokens = 0, list[str]()
        for number, line in [*lines_of(text), (0, "")]:
            if line.strip():
                begun = begun or number
                tokens.append(line.strip())
            elif tokens:
                found.append(" ".join(tokens))
                labels.append(f"{path.name} line {begun:,}")
                begun, tokens = 0, []
        return as_texts(found), tuple(labels), (f"{path.name} was read with a token in each line.",)
    labels = [path.name] if len(lines) == 1 else [f"{path.name} line {number:,}" for number, _ in lines]
    return as_texts([tokens_in(line, how) for _, line in lines]), tuple(labels), ()


def _columns(path: Path, text: str) -> tuple[TaggedSequences, int] | None:
    """The sequences of a tagged file, and the place of its tokens; None where a file is none."""
    from ..sources.tagged import why_tagged

    if not why_tagged(text[: 1 << 18], path.suffix.lower()):
        return None
    found = TaggedSequences()
    columns = read_tagged(text.encode("utf-8"), path.name, found, encoding="utf-8")
    return (found, columns.token) if found.texts else None


def _one_each(text: str, lines: list[str]) -> bool:
    """Whether a file has a token in each line: no line has more, and blank ones stand between sequences."""
    return len(lines) > 2 and all(len(blank_cells(line)) == 1 for line in lines) and "\n\n" in text.strip()


def token_notes(values: Array, how: TextEncoding) -> tuple[str, ...]:
    """Sentences on tokens that the network does not know, and sequences that are longer than it sees at a time."""
    made = tokeniser_of(how).encode_batch(list(values[:1000]), add_special_tokens=False)
    tokens = sum(len(m.ids) for m in made)
    unknown = sum(m.ids.count(UNKNOWN) for m in made)
    long = sum(len(m.ids) > how.length for m in made)
    notes = []
    if unknown:
        notes.append(f"{unknown:,} of {tokens:,} tokens are unknown to the network.")
    if long:
        which = "1 sequence has" if long == 1 else f"{long:,} sequences have"
        notes.append(f"{which} more than {how.length:,} tokens: it is tagged in pieces of so many.")
    return tuple(notes)
