"""A corpus that every installation has: docstrings of the libraries that the program itself needs.

The libraries are not imported: their source files are parsed, a bounded number of them, always the same.
"""

from __future__ import annotations

import ast
import hashlib
import importlib.util
import inspect
import re
from collections.abc import Callable, Iterator
from pathlib import Path

from ...errors import DataError

LIBRARIES = ("numpy", "polars", "scipy", "sklearn", "torch")
"""The classes."""
EACH = 400
"""Docstrings of a library, at most."""
LONGEST, SHORTEST = 500, 40
"""Characters of a docstring: what is longer is cut at a word, what is shorter is left out."""

_MOST_FILES = 160
_LARGEST_FILE = 60_000
_OTHERS = ("tests", "test", "_vendor", "vendor", "externals", "conftest.py", "setup.py")
_NAMES = re.compile(
    r"\b(?:num\s?py|np|sci\s?py|scikit[- ]?learn|scikits?|sklearn|py\s?torch|torch|aten|polars|pl)\b", re.IGNORECASE
)
_EXAMPLE = re.compile(r"^\s*(?:>>>|\.\.\.|\.\. )", re.MULTILINE)


def docstrings(progress: Callable[[float, str], None]) -> tuple[list[str], list[int]]:
    """Texts, and for each the place of its library among ``LIBRARIES``; names of libraries are masked.

    Raises ``DataError`` where the libraries' sources are not there.
    """
    texts: list[str] = []
    labels: list[int] = []
    seen: set[str] = set()
    for place, name in enumerate(LIBRARIES):
        found = 0
        for done, text in _of_library(name):
            progress((place + done) / len(LIBRARIES), f"Reading the docstrings of {name}")
            if text in seen:
                continue
            seen.add(text)
            texts.append(text)
            labels.append(place)
            found += 1
            if found == EACH:
                break
    if len(set(labels)) < 2:
        raise DataError(
            "The source files of the installed libraries are not there to be read",
            "This sample is made of their docstrings",
            "Choose another sample",
            code="data.no_docstrings",
        )
    return texts, labels


def masked(docstring: str) -> str:
    """What is kept of a docstring: its start, without examples and without names that give the library away."""
    text = inspect.cleandoc(docstring)
    example = _EXAMPLE.search(text)
    text = text[: example.start()] if example else text
    text = " ".join(_NAMES.sub("…", text).split())
    if len(text) > LONGEST:
        text = text[:LONGEST].rsplit(" ", 1)[0]
    return text


def _of_library(name: str) -> Iterator[tuple[float, str]]:
    """(share of the files read, docstring) of one library."""
    for done, tree, _ in source_files(name, holding='"""', times=6):
        for text in _in_file(tree):
            yield done, text


def source_files(name: str, *, holding: str = "", times: int = 0) -> Iterator[tuple[float, ast.Module, str]]:
    """(share of the files read, parsed source, source) of some of a library's files, always the same.

    Those that hold ``holding`` fewer than ``times`` times are left out.
    """
    spec = importlib.util.find_spec(name)
    if spec is None or not spec.submodule_search_locations:
        return
    root = Path(next(iter(spec.submodule_search_locations)))
    files = [f for f in sorted(root.rglob("*.py")) if not any(p in _OTHERS for p in f.relative_to(root).parts)]
    # By a hash of the name: a fair mix of all parts of the library, and the same one each time.
    files.sort(key=lambda f: hashlib.blake2b(f.relative_to(root).as_posix().encode(), digest_size=8).digest())
    for number, file in enumerate(files[:_MOST_FILES]):
        try:
            source = file.read_bytes()
            if len(source) > _LARGEST_FILE or (holding and source.count(holding.encode()) < times):
                continue
            tree, text = ast.parse(source), source.decode("utf-8")
        except (OSError, SyntaxError, ValueError):
            continue  # one file more or less does not matter
        yield number / _MOST_FILES, tree, text


def _in_file(tree: ast.Module) -> Iterator[str]:
    waiting: list[ast.stmt] = list(reversed(tree.body))
    while waiting:  # what stands inside functions has no docstrings worth the time
        node = waiting.pop()
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            text = masked(ast.get_docstring(node, clean=False) or "")
            if len(text) >= SHORTEST:
                yield text
            if isinstance(node, ast.ClassDef):
                waiting += reversed(node.body)
