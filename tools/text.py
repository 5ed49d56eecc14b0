"""What the finders of texts share."""

from __future__ import annotations

import ast
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
UI = ROOT / "workbench" / "ui"
ENGINE = ROOT / "workbench" / "engine"


@dataclass(frozen=True, order=True)
class Text:
    """A text to translate, with the first place where it stands."""

    context: str
    source: str
    place: str = ""


class Unclear(Exception):
    """A text that only the running program knows; carries where it stands."""


def assigned(node: ast.AST) -> list[tuple[str, ast.expr]]:
    """Names and what they are given of an assignment, pairs taken apart."""
    if not isinstance(node, ast.Assign):
        return []
    target, value = node.targets[0], node.value
    pairs = [(target, value)]
    if isinstance(target, ast.Tuple) and isinstance(value, ast.Tuple):
        pairs = list(zip(target.elts, value.elts, strict=True))
    return [(name.id, given) for name, given in pairs if isinstance(name, ast.Name)]
