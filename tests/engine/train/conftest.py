"""A layer that fails on demand."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from failing import FAILING, failing

from workbench.engine.graph.layer import Layer


@pytest.fixture
def failing_layer() -> Iterator[Callable[[str], Layer]]:
    """Makes a layer whose forward pass runs a statement from its 15th call on; it is registered for the test only."""
    yield failing
    Layer.members.pop(FAILING, None)
