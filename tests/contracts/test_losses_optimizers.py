"""Every registered loss and optimiser keeps its contract."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from workbench.engine.document import Project
from workbench.engine.fields import fields_of
from workbench.engine.train.fused import quick_step
from workbench.engine.train.recipe import Loss, Optimizer, TrainingRecipe
from workbench.engine.values import load_kinded

LOSSES = {k: c for k, c in Loss.members.items() if k != "auto"}
RNG = np.random.default_rng(0)
LOGITS = RNG.normal(size=(6, 3))
ONE_LOGIT = RNG.normal(size=(6, 1))
CLASSES = np.array([0, 2, 1, 1, 0, 2])
BINARY = np.array([0, 1, 1, 0, 0, 1])
NUMBERS = RNG.normal(size=(6, 3))


def sigmoid(x):
    return 1 / (1 + np.exp(-x))


def log_softmax(x):
    return x - np.log(np.exp(x).sum(1, keepdims=True))


def binary(p, y):
    return -(y * np.log(p) + (1 - y) * np.log(1 - p)).mean()


def focal(p):
    return -((1 - p) ** 2 * np.log(p)).mean()


# Each formula, written out from its definition: kind, logits, target, expected.
EXAMPLES = [
    ("cross_entropy", LOGITS, CLASSES, -log_softmax(LOGITS)[np.arange(6), CLASSES].mean()),
    ("binary_cross_entropy", ONE_LOGIT, BINARY, binary(sigmoid(ONE_LOGIT[:, 0]), BINARY)),
    ("binary_cross_entropy", LOGITS, CLASSES, binary(sigmoid(LOGITS), np.eye(3)[CLASSES])),
    ("focal", LOGITS, CLASSES, focal(np.exp(log_softmax(LOGITS)[np.arange(6), CLASSES]))),
    ("focal", ONE_LOGIT, BINARY, focal(np.where(BINARY, sigmoid(ONE_LOGIT[:, 0]), 1 - sigmoid(ONE_LOGIT[:, 0])))),
    # Without the shares of the classes it is cross-entropy.
    ("logit_adjusted", LOGITS, CLASSES, -log_softmax(LOGITS)[np.arange(6), CLASSES].mean()),
    ("logit_adjusted", ONE_LOGIT, BINARY, binary(sigmoid(ONE_LOGIT[:, 0]), BINARY)),
    ("mse", LOGITS, NUMBERS, np.square(LOGITS - NUMBERS).mean()),
    ("mae", LOGITS, NUMBERS, np.abs(LOGITS - NUMBERS).mean()),
]


def as_tensor(values):
    return torch.from_numpy(values) if values.dtype == np.int64 else torch.from_numpy(values.astype(np.float32))


def test_every_loss_has_an_example():
    assert {kind for kind, *_ in EXAMPLES} == set(LOSSES)


@pytest.mark.parametrize(("kind", "logits", "target", "expected"), EXAMPLES)
def test_losses_are_what_they_are_defined_as(kind, logits, target, expected):
    loss = Loss.members[kind]()
    value = loss(as_tensor(logits), as_tensor(target))
    assert value.shape == () and value.dtype == torch.float32
    assert value.item() == pytest.approx(expected, rel=1e-5)


@pytest.mark.parametrize(("kind", "logits", "target", "expected"), EXAMPLES)
def test_the_loss_of_each_sample_has_the_mean_of_all(kind, logits, target, expected):
    each = Loss.members[kind]().each(as_tensor(logits), as_tensor(target))
    assert each.shape == (6,) and each.mean().item() == pytest.approx(expected, rel=1e-5)


@pytest.mark.parametrize("gamma", [0.0, 0.5, 1.0, 5.0])
@pytest.mark.parametrize("alpha", [None, 0.25])
@pytest.mark.parametrize("units", [1, 2])
def test_focal_loss_of_two_classes(gamma, alpha, units):
    logits = as_tensor(ONE_LOGIT if units == 1 else LOGITS[:, :2])
    loss = Loss.members["focal"].model_validate({"gamma": gamma, "alpha": alpha})
    if units == 1:
        p = sigmoid(ONE_LOGIT[:, 0])
    else:
        p = np.exp(log_softmax(LOGITS[:, :2]))[:, 1]
    right = np.where(BINARY == 1, p, 1 - p)
    weight = 1.0 if alpha is None else np.where(BINARY == 1, alpha, 1 - alpha)
    expected = -(weight * (1 - right) ** gamma * np.log(right))
    assert loss.each(logits, as_tensor(BINARY)).numpy() == pytest.approx(expected, rel=1e-4)


@pytest.mark.parametrize("gamma", [0.1, 0.5, 2.0])
def test_focal_loss_has_a_slope_where_an_answer_is_certain(gamma):
    logits = torch.tensor([[60.0, -60.0, 0.0], [-60.0, 60.0, 0.0]], requires_grad=True)
    Loss.members["focal"].model_validate({"gamma": gamma})(logits, torch.tensor([0, 0])).backward()
    assert torch.isfinite(logits.grad).all()


def test_the_shift_of_logit_adjustment():
    """Menon et al., equation 10: tau * log of each class's share; against class 0 for a single unit."""
    loss = Loss.members["logit_adjusted"].model_validate({"tau": 1.5})
    assert loss.shift((60, 30, 10), 3) == pytest.approx(1.5 * np.log([0.6, 0.3, 0.1]))
    assert loss.shift((90, 10), 1) == pytest.approx([1.5 * np.log(1 / 9)])
    assert loss.shift((), 3) == () and loss.shift((1, 2, 3), 2) == ()
    assert np.isfinite(loss.shift((60, 0, 10), 3)).all(), "a class without a training sample"
    assert Loss.members["cross_entropy"]().shift((60, 30, 10), 3) == ()


@pytest.mark.parametrize(("kind", "logits", "target", "expected"), EXAMPLES)
def test_losses_are_steady_for_huge_logits(kind, logits, target, expected):
    huge = (as_tensor(logits) * 1e4).requires_grad_()
    value = Loss.members[kind]()(huge, as_tensor(target))
    value.backward()
    assert torch.isfinite(value) and torch.isfinite(huge.grad).all()


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


@pytest.mark.parametrize("kind", sorted(Optimizer.members))
@pytest.mark.parametrize("decay", [0.0, 0.1])
def test_optimisers_follow_torch(kind, decay):
    """The fused optimiser against torch's plain one, settings reaching it under torch's names."""
    settings = {
        "sgd": ({"momentum": 0.9, "nesterov": True}, torch.optim.SGD, {"momentum": 0.9, "nesterov": True}),
        "adam": ({"beta1": 0.8, "beta2": 0.95, "eps": 1e-3}, torch.optim.Adam, {"betas": (0.8, 0.95), "eps": 1e-3}),
        "adamw": ({"beta1": 0.8, "beta2": 0.95, "eps": 1e-3}, torch.optim.AdamW, {"betas": (0.8, 0.95), "eps": 1e-3}),
    }
    fields, peer, options = settings[kind]
    start = torch.tensor([1.0, -2.0, 3.0])
    ours, theirs = torch.nn.Parameter(start.clone()), torch.nn.Parameter(start.clone())
    optimizer = Optimizer.members[kind].model_validate(fields).build([ours], 0.005, decay)
    plain = peer([theirs], lr=0.005, weight_decay=decay, fused=False, foreach=False, **options)
    for _ in range(20):
        for parameter, stepper in ((ours, optimizer), (theirs, plain)):
            stepper.zero_grad()
            (parameter**4).sum().backward()
            stepper.step()
    torch.testing.assert_close(ours, theirs, rtol=1e-5, atol=1e-6)
    assert ours.abs().sum() < start.abs().sum()


def test_nesterov_without_momentum_is_plain_descent():
    parameter = torch.nn.Parameter(torch.ones(1))
    optimizer = Optimizer.members["sgd"].model_validate({"nesterov": True}).build([parameter], 0.1, 0.0)
    (2 * parameter).sum().backward()
    optimizer.step()
    assert parameter.item() == pytest.approx(0.8)


@pytest.mark.parametrize("kind", sorted(Optimizer.members))
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
