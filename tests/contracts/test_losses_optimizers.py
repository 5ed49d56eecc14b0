"""Every registered loss and optimiser keeps its contract."""

from __future__ import annotations

import pytest
import torch

from workbench.engine.document import Project
from workbench.engine.fields import fields_of
from workbench.engine.train.fused import quick_step
from workbench.engine.train.recipe import Loss, Optimizer, TrainingRecipe
from workbench.engine.values import load_kinded


@pytest.mark.parametrize(
    "member", [*Loss.members.values(), *Optimizer.members.values()], ids=lambda m: f"{m.family}-{m.kind}"
)
def test_members_are_described_and_go_to_json_and_back(member):
    assert member.title and member.__doc__
    if member.kind != "auto":
        assert "Source" in member.__doc__
    assert all(f.help and f.editor != "other" for f in fields_of(member))
    value = member()
    family = Loss if issubclass(member, Loss) else Optimizer
    assert load_kinded(family, value.dump()) == value
    recipe = TrainingRecipe.model_validate({"loss" if family is Loss else "optimizer": member.kind})
    project = Project(training=recipe)
    assert Project.model_validate(project.dump()) == project


def test_nesterov_without_momentum_is_plain_descent():
    parameter = torch.nn.Parameter(torch.ones(1))
    optimizer = Optimizer.members["sgd"].model_validate({"nesterov": True}).build([parameter], 0.1, 0.0)
    (2 * parameter).sum().backward()
    optimizer.step()
    assert parameter.item() == pytest.approx(0.8)


@pytest.mark.parametrize("kind", sorted(set(Optimizer.members) - {"lbfgs"}))
def test_the_shorter_way_gives_the_same_bits(kind):
    """``quick_step`` against ``step``, with a parameter that gets no gradient now and then and a changing learning rate."""

    def trained(quick: bool) -> list[torch.Tensor]:
        torch.manual_seed(0)
        parameters = [torch.nn.Parameter(torch.randn(5, 3)), torch.nn.Parameter(torch.randn(3))]
        optimizer = Optimizer.members[kind]().build(parameters, 0.01, 0.1)
        step = quick_step(optimizer) if quick else optimizer.step
        for turn in range(12):
            optimizer.zero_grad()
            used = parameters[0].sum(0) if turn % 4 == 0 else parameters[0].sum(0) * parameters[1]
            used.square().sum().backward()
            optimizer.param_groups[0]["lr"] = 0.01 / (turn + 1)
            step()
        tensors = [p.detach() for p in parameters]
        return tensors + [v for s in optimizer.state.values() for v in s.values() if isinstance(v, torch.Tensor)]

    quick, plain = trained(True), trained(False)
    assert len(quick) == len(plain)
    assert all(torch.equal(a, b) for a, b in zip(quick, plain, strict=True))
