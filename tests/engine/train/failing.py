"""A layer whose forward pass does what a test wants, for this process or for a child."""

from __future__ import annotations

import sys
from pathlib import Path

from workbench.engine.graph.layer import Code, Layer
from workbench.engine.shapes import TensorSpec

FAILING = "failing"

IN_CHILD = f"""
import sys
sys.path.insert(0, {str(Path(__file__).parent)!r})
from failing import failing
from workbench.engine.train.child import main
failing("")
sys.exit(main())
"""


def failing(statement: str) -> Layer:
    """A layer that runs ``statement`` from its 15th call on; its kind is registered."""

    class Failing(Layer):
        """Does what it was told when it has been called often enough."""

        title = "Failing"
        statement: str

        def infer(self, x: TensorSpec) -> TensorSpec:
            return x

        def code(self, x: TensorSpec) -> Code:
            helper = (
                "calls = []\n\n\ndef fail_at_last(x):\n    calls.append(1)\n    if len(calls) >= 15:\n"
                f"        {self.statement}\n    return x\n"
            )
            return Code("fail_at_last({x})", helpers=(helper,))

    Failing.kind = FAILING
    Layer.members.setdefault(FAILING, Failing)
    return Layer.members[FAILING](statement=statement)


def child_that_fails() -> list[str]:
    """The command of a runner's child that knows the layer."""
    return [sys.executable, "-c", IN_CHILD]
