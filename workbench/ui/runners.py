"""Which of the engine's runners trains, by the user's preferences."""

from __future__ import annotations

from ..engine.train.runner import Runner
from ..engine.train.runspec import RunSpec


def make_runner(spec: RunSpec, *, isolated: bool, processes: int = 1) -> Runner:
    """The engine's runner, in a thread of this process (torch is imported in that thread), in a process of its own, or in
    several that train together."""
    if processes > 1:
        from ..engine.train.launch import TeamRunner

        return TeamRunner(spec, processes)
    if isolated:
        from ..engine.train.isolated import IsolatedRunner

        return IsolatedRunner(spec)
    from ..engine.train.runner import ThreadRunner

    return ThreadRunner(spec)
