"""A corpus of tagged sequences that every installation has: lines of Python code, with what each of their tokens is.

The source files are those of the libraries that the program itself needs, a bounded number of them, always the same. They are
parsed and not imported.
"""

from __future__ import annotations

import ast
import io
import keyword
import tokenize
from collections.abc import Callable, Iterator

from ...errors import DataError
from ..text.docstrings import LIBRARIES, source_files
from .reading import TaggedSequences

EACH = 700
"""Lines of a library, at most."""
SHORTEST, LONGEST = 4, 24
"""Tokens of a line that is taken."""

_FROM_FILE = 12
"""Lines of one file, at most: the mix is of many hands."""
_IMPORTS = 2
"""Lines among them that import something: files begin with many, and they are all alike."""
_STRING = "'…'"
"""What every string becomes: its letters say nothing of what it is."""
_PLAIN = {tokenize.NUMBER: "number", tokenize.STRING: "string", tokenize.OP: "operator"}
_NOTHING = (tokenize.COMMENT, tokenize.NL, tokenize.INDENT, tokenize.DEDENT, tokenize.ENCODING)

Place = tuple[int, int]


def tagged_code(progress: Callable[[float, str], None]) -> TaggedSequences:
    """Lines of code as sequences. Raises ``DataError`` where the libraries' sources are not there."""
    found = TaggedSequences()
    seen: set[str] = set()
    for place, name in enumerate(LIBRARIES):
        count = 0
        for done, tree, source in source_files(name):
            progress((place + done) / len(LIBRARIES), f"Reading the code of {name}")
            taken = imports = 0
            for tokens, tags in lines_of_code(tree, source):
                text, imported = " ".join(tokens), tokens[0] in ("import", "from")
                if text in seen or (imported and imports == _IMPORTS):
                    continue
                seen.add(text)
                imports += imported
                found.add(tokens, tags, "", None)
                taken += 1
                if taken == _FROM_FILE or count + taken == EACH:
                    break
            count += taken
            if count == EACH:
                break
    if not found.texts:
        raise DataError(
            "The source files of the installed libraries are not there to be read",
            "This sample is made of their code",
            "Choose another sample",
            code="data.no_code",
        )
    return found


def lines_of_code(tree: ast.Module, source: str) -> Iterator[tuple[list[str], list[str]]]:
    """(tokens, tags) of each line of code of a suitable length; one that goes on over several lines of text is a single one."""
    meant = _meanings(tree)
    tokens: list[str] = []
    tags: list[str] = []
    usable, before = True, ""
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        if token.type in _NOTHING:
            continue
        if token.type in (tokenize.NEWLINE, tokenize.ENDMARKER):
            if usable and SHORTEST <= len(tokens) <= LONGEST:
                yield tokens, tags
            tokens, tags, usable, before = [], [], True, ""
            continue
        text = token.string
        if token.type == tokenize.NAME:
            tag = "keyword" if keyword.iskeyword(text) else _name(before, meant.get(token.start, "variable"))
        else:
            tag = _PLAIN.get(token.type, "")
        # Other versions of Python cut formatted strings into pieces.
        formatted = tag == "string" and "f" in text[: text.index(text[-1])].lower()
        usable = usable and bool(tag) and not formatted and token.line.isascii()
        tokens.append(_STRING if tag == "string" else text)
        tags.append(tag)
        before = text


def _name(before: str, meant: str) -> str:
    """What a name is that is defined here is told by the word in front of it."""
    return {"def": "function", "class": "class"}.get(before, meant)


def _meanings(tree: ast.Module) -> dict[Place, str]:
    """What names stand for, by line and column."""
    found: dict[Place, str] = {}
    annotations: list[ast.expr] = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute):
            found.setdefault(_end(node), "attribute")
        elif isinstance(node, ast.Call):
            called = _place(node.func)
            if called is not None:
                found[called] = "call"
        elif isinstance(node, ast.arg) or (isinstance(node, ast.keyword) and node.arg):
            found[node.lineno, node.col_offset] = "argument"
        elif isinstance(node, ast.alias):
            _names_of(found, node)
        elif isinstance(node, ast.ImportFrom) and node.module and node.level == 0:
            column = node.col_offset + len("from ")
            for part in node.module.split("."):
                found[node.lineno, column] = "module"
                column += len(part) + 1
        if isinstance(node, ast.arg | ast.AnnAssign) and node.annotation is not None:
            annotations.append(node.annotation)
        elif isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.returns is not None:
            annotations.append(node.returns)
    for annotation in annotations:
        for node in ast.walk(annotation):
            place = _place(node) if isinstance(node, ast.expr) else None
            if place is not None:
                found[place] = "type"
    return found


def _names_of(found: dict[Place, str], node: ast.alias) -> None:
    column = node.col_offset
    for part in node.name.split("."):
        found[node.lineno, column] = "module"
        column += len(part) + 1
    if node.asname and node.end_lineno is not None and node.end_col_offset is not None:
        found[node.end_lineno, node.end_col_offset - len(node.asname)] = "module"


def _place(node: ast.expr) -> Place | None:
    """Where the name of an expression stands, of an attribute the last one; None for what has no name."""
    if isinstance(node, ast.Name):
        return node.lineno, node.col_offset
    return _end(node) if isinstance(node, ast.Attribute) else None


def _end(node: ast.Attribute) -> Place:
    assert node.end_lineno is not None
    assert node.end_col_offset is not None
    return node.end_lineno, node.end_col_offset - len(node.attr)
