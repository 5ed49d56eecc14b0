"""Which names a node may have."""

from __future__ import annotations

from pydantic import ValidationError
from PySide6.QtCore import QCoreApplication

from ...engine.graph import edits
from ...engine.graph.model import Graph
from ..language import told


def refusal(graph: Graph, node_id: str, name: str) -> str:
    """Empty when the node may be called so, else the reason in a sentence."""
    if not name.strip():
        return QCoreApplication.translate("Canvas", "A node needs a name of at least one letter.")
    try:
        edits.rename(graph, node_id, name)
    except ValidationError:
        return QCoreApplication.translate("Canvas", "The name is too long. Use at most 80 letters.")
    except ValueError as error:
        return told(error)
    return ""
