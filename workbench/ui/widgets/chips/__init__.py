"""Tokens with their tags, as chips that wrap and as one line in a cell of a table."""

from .cells import show_chips
from .drawing import Chip, TagKinds
from .view import ChipsView

__all__ = ["Chip", "ChipsView", "TagKinds", "show_chips"]
