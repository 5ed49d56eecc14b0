"""A layer that fails on demand."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from workbench.engine.graph.layer import Code, Layer
from workbench.engine.shapes import TensorSpec


@pytest.fixture
def failing_layer() -> Iterator[Callable[[str], Layer]]:
    """Makes a layer whose forward pass runs a statement from its 15th call on; it is registered for the test only."""

    class Failing(Layer):
        """Raises when it has been called often enough."""

        title = "Failing"
        statement: str

        def infer(self, x: TensorSpec) -> TensorSpec:
            return x

        def code(self, x: TensorSpec) -> Code:
            helper = f"calls = []\n\n\ndef fail_at_last(x):\n    calls.append(1)\n    if len(calls) >= 15:\n        {self.statement}\n    return x\n"
            return Code("fail_at_last({x})", helpers=(helper,))

    Failing.kind = "failing"
    Layer.members["failing"] = Failing
    yield lambda statement: Failing(statement=statement)
    del Layer.members["failing"]
