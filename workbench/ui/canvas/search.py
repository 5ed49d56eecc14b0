"""Finding a layer by a few letters: titles first, then keywords, category and description."""

from __future__ import annotations

import inspect

from ...engine.graph.layer import CATEGORIES, Layer
from .card import translated


def all_layers() -> list[type[Layer]]:
    """Every registered layer, by category in the palette's order, then by title."""
    rank = {category: i for i, category in enumerate(CATEGORIES)}
    order = list(Layer.members)
    return sorted(Layer.members.values(), key=lambda c: (rank.get(c.category, len(rank)), order.index(c.kind)))


def description(layer: type[Layer]) -> str:
    """The first line of a layer's docstring, in the language of the window."""
    return translated(first_line(layer))


def first_line(layer: type[Layer]) -> str:
    """The first line of a layer's docstring."""
    return (inspect.getdoc(layer) or "").split("\n", 1)[0]


def first_paragraph(layer: type[Layer]) -> str:
    """The first paragraph of a layer's docstring, in one line."""
    return " ".join((inspect.getdoc(layer) or "").split("\n\n", 1)[0].split())


def score(query: str, layer: type[Layer]) -> float:
    """How well a layer answers a query, 0 for not at all. Every word of the query must be found."""
    words = query.lower().split()
    return min((_score_word(w, layer) for w in words), default=1.0)


def _score_word(word: str, layer: type[Layer]) -> float:
    title, own = translated(layer.title).lower(), layer.title.lower()
    if word in (title, own, layer.kind):
        return 10.0
    if title.startswith(word) or own.startswith(word) or layer.kind.startswith(word):
        return 8.0 - 0.01 * len(title)
    parts = title.split() + own.split()
    if any(p.startswith(word) for p in parts):
        return 7.0
    if any(k.lower().startswith(word) for k in layer.keywords):
        return 6.0
    if word in title or word in own:
        return 5.0
    if any(word in k.lower() for k in layer.keywords):
        return 4.0
    if word in translated(layer.category).lower() or word in layer.category.lower():
        return 3.0
    if len(word) > 1 and (_subsequence(word, own) or _subsequence(word, title)):
        return 2.0
    return 1.0 if len(word) > 3 and word in description(layer).lower() else 0.0


def _subsequence(word: str, text: str) -> bool:
    letters = iter(text)
    return all(c in letters for c in word)


def found(query: str) -> list[type[Layer]]:
    """Layers that answer a query, best first; all of them in the palette's order for an empty one."""
    layers = all_layers()
    if not query.strip():
        return layers
    scored = [(score(query, c), -i, c) for i, c in enumerate(layers)]
    return [c for s, _, c in sorted(scored, key=lambda e: (e[0], e[1]), reverse=True) if s > 0]
