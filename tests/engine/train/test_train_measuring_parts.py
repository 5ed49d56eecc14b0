"""Divided weights are put together by all processes in each pass: all of them must make equally many."""

from __future__ import annotations

import pytest
import torch
from training_helpers import moons

from workbench.engine.data.prepare import prepare
from workbench.engine.train import measuring
from workbench.engine.train.setup import prepare_session


class Half:
    """Of two processes, the first; the numbers of the other are left out."""

    size = 2

    def part_of(self, count: int) -> tuple[int, int]:
        return 0, count // 2

    def largest_part(self, count: int) -> int:
        return -(-count // 2)

    def gather(self, part: torch.Tensor) -> torch.Tensor:
        return part

    def sum(self, numbers: torch.Tensor) -> torch.Tensor:
        return numbers


@pytest.mark.parametrize(("divided", "passes"), [(True, 6), (False, 5)])
def test_a_smaller_part_is_measured_in_as_many_passes(monkeypatch: pytest.MonkeyPatch, divided: bool, passes: int):
    project = moons(validation=0.21)
    session = prepare_session(project, prepare(project.data), torch.device("cpu"), run="r", threads=1)
    assert session.validation is not None and session.validation.count == 21
    monkeypatch.setattr(measuring, "divided", lambda _module: divided)
    made: list[int] = []
    session.module.register_forward_hook(lambda _module, inputs, _outputs: made.append(len(inputs[0])))
    found = measuring.measure(session.module, session.objective, session.validation, 2, team=Half())
    whole = measuring.measure(session.module, session.objective, measuring.PartFeed(session.validation, 0, 10), 2)
    assert len(made) == passes + 5
    assert found.values == pytest.approx(whole.values)
