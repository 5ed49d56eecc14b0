"""Layers by their kind, for the modules beside this one."""

from __future__ import annotations

from ...graph import edits
from ...graph.layer import Layer


def new(kind: str, **fields: object) -> Layer:
    """A layer with some of its fields set."""
    return edits.make_layer(kind, **fields)
