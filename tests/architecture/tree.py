"""The source tree as the architecture tests see it."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "workbench"


@cache
def modules() -> dict[str, ast.Module]:
    """Every module of the program by its full name, parsed."""
    found = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        parts = path.relative_to(ROOT).with_suffix("").parts
        name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
        found[name] = ast.parse(path.read_text(encoding="utf-8"), filename=str(path))
    return found


def is_package(name: str) -> bool:
    """Whether a module is a package's ``__init__``."""
    return (ROOT / Path(*name.split("."))).is_dir()


def imports(name: str, *, inside_functions: bool) -> Iterator[str]:
    """Full names of what a module imports; what only a type checker sees is left out.

    ``from a.b import c`` gives ``a.b.c`` where that is a module of ours, else ``a.b``.
    """
    for node in _statements(modules()[name].body, inside_functions):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = _absolute(name, node)
            for alias in node.names:
                full = f"{base}.{alias.name}"
                yield full if full in modules() else base


def _absolute(name: str, node: ast.ImportFrom) -> str:
    if node.level == 0:
        return node.module or ""
    parts = name.split(".")
    parts = parts if is_package(name) else parts[:-1]
    parts = parts[: len(parts) - (node.level - 1)]
    return ".".join([*parts, *([node.module] if node.module else [])])


def _statements(body: list[ast.stmt], inside_functions: bool) -> Iterator[ast.stmt]:
    for node in body:
        yield node
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            if inside_functions:
                yield from _statements(node.body, inside_functions)
        elif isinstance(node, ast.If):
            checked = isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING"
            yield from _statements(node.orelse if checked else node.body + node.orelse, inside_functions)
        else:
            for part in ("body", "orelse", "finalbody"):
                yield from _statements(getattr(node, part, []) or [], inside_functions)
            for handler in getattr(node, "handlers", []):
                yield from _statements(handler.body, inside_functions)
