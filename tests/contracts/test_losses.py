"""Every registered loss keeps its contract: what it is defined as, by sample, weighted, mixed and steady."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from sklearn.metrics import hinge_loss, mean_pinball_loss, mean_poisson_deviance
from torch.nn import functional

from workbench.engine.data.augment.mixing import Mix
from workbench.engine.train.losses import BinaryCrossEntropy, CrossEntropy, Hinge
from workbench.engine.train.objectives import Goal
from workbench.engine.train.recipe import Loss

LOSSES = {k: c for k, c in Loss.members.items() if k != "auto"}
RNG = np.random.default_rng(0)
LOGITS = RNG.normal(size=(6, 3))
ONE_LOGIT = RNG.normal(size=(6, 1))
CLASSES = np.array([0, 2, 1, 1, 0, 2])
BINARY = np.array([0, 1, 1, 0, 0, 1])
NUMBERS = RNG.normal(size=(6, 3))
COUNTS = np.array([[0.0, 1, 7], [2, 0, 3], [1, 1, 1], [4, 0, 0], [9, 2, 5], [3, 6, 0]])
SHARES = np.array([[1.0, 0, 0], [0.2, 0.3, 0.5], [0, 0.5, 0.5], [1 / 3, 1 / 3, 1 / 3], [0.9, 0.1, 0], [0, 0, 1]])
SIGNS = 2.0 * BINARY - 1.0
AGAINST = 2.0 * np.eye(3)[CLASSES] - 1.0
WRONG = np.where(np.eye(3)[CLASSES] > 0, -np.inf, LOGITS).max(1)
OWN = LOGITS[np.arange(6), CLASSES]


def sigmoid(x):
    return 1 / (1 + np.exp(-x))


def log_softmax(x):
    return x - np.log(np.exp(x).sum(1, keepdims=True))


def binary(p, y):
    return -(y * np.log(p) + (1 - y) * np.log(1 - p)).mean()


def focal(p):
    return -((1 - p) ** 2 * np.log(p)).mean()


def above(x):
    return np.maximum(0.0, x)


def cosine():
    lengths = np.linalg.norm(LOGITS, axis=1) * np.linalg.norm(NUMBERS, axis=1)
    return (1 - (LOGITS * NUMBERS).sum(1) / lengths).mean()


def kl():
    ratio = np.where(SHARES > 0, np.log(np.where(SHARES > 0, SHARES, 1)) - log_softmax(LOGITS), 0)
    return (SHARES * ratio).sum(1).mean()


def huber(delta):
    d = np.abs(LOGITS - NUMBERS)
    return np.where(d <= delta, d**2 / 2, delta * (d - delta / 2)).mean()


# Each formula, written out from its definition: kind, fields, logits, target, expected.
EXAMPLES = [
    ("cross_entropy", {}, LOGITS, CLASSES, -log_softmax(LOGITS)[np.arange(6), CLASSES].mean()),
    (
        "cross_entropy",
        {"label_smoothing": 0.3},
        LOGITS,
        CLASSES,
        -((0.7 * np.eye(3)[CLASSES] + 0.1) * log_softmax(LOGITS)).sum(1).mean(),
    ),
    ("binary_cross_entropy", {}, ONE_LOGIT, BINARY, binary(sigmoid(ONE_LOGIT[:, 0]), BINARY)),
    ("binary_cross_entropy", {}, LOGITS, CLASSES, binary(sigmoid(LOGITS), np.eye(3)[CLASSES])),
    (
        "binary_cross_entropy",
        {"label_smoothing": 0.2},
        LOGITS,
        CLASSES,
        binary(sigmoid(LOGITS), 0.8 * np.eye(3)[CLASSES] + 0.1),
    ),
    ("focal", {}, LOGITS, CLASSES, focal(np.exp(log_softmax(LOGITS)[np.arange(6), CLASSES]))),
    ("focal", {}, ONE_LOGIT, BINARY, focal(np.where(BINARY, sigmoid(ONE_LOGIT[:, 0]), 1 - sigmoid(ONE_LOGIT[:, 0])))),
    # Without the shares of the classes it is cross-entropy.
    ("logit_adjusted", {}, LOGITS, CLASSES, -log_softmax(LOGITS)[np.arange(6), CLASSES].mean()),
    ("logit_adjusted", {}, ONE_LOGIT, BINARY, binary(sigmoid(ONE_LOGIT[:, 0]), BINARY)),
    ("hinge", {}, ONE_LOGIT, BINARY, hinge_loss(SIGNS, ONE_LOGIT[:, 0])),
    ("hinge", {}, LOGITS, CLASSES, above(1 - AGAINST * LOGITS).sum(1).mean()),
    ("hinge", {"classes": "crammer_singer"}, LOGITS, CLASSES, hinge_loss(CLASSES, LOGITS)),
    ("hinge", {"classes": "crammer_singer"}, ONE_LOGIT, BINARY, hinge_loss(SIGNS, ONE_LOGIT[:, 0])),
    ("squared_hinge", {}, ONE_LOGIT, BINARY, (above(1 - SIGNS * ONE_LOGIT[:, 0]) ** 2).mean()),
    ("squared_hinge", {}, LOGITS, CLASSES, (above(1 - AGAINST * LOGITS) ** 2).sum(1).mean()),
    ("squared_hinge", {"classes": "crammer_singer"}, LOGITS, CLASSES, (above(1 + WRONG - OWN) ** 2).mean()),
    ("mse", {}, LOGITS, NUMBERS, np.square(LOGITS - NUMBERS).mean()),
    ("mae", {}, LOGITS, NUMBERS, np.abs(LOGITS - NUMBERS).mean()),
    ("huber", {}, LOGITS, NUMBERS, huber(1.0)),
    ("huber", {"delta": 0.3}, LOGITS, NUMBERS, huber(0.3)),
    ("smooth_l1", {"beta": 0.3}, LOGITS, NUMBERS, huber(0.3) / 0.3),
    ("quantile", {"quantile": 0.9}, LOGITS, NUMBERS, mean_pinball_loss(NUMBERS, LOGITS, alpha=0.9)),
    ("quantile", {}, LOGITS, NUMBERS, np.abs(LOGITS - NUMBERS).mean() / 2),
    ("poisson", {}, LOGITS, COUNTS, mean_poisson_deviance(COUNTS.ravel(), np.exp(LOGITS).ravel()) / 2),
    ("kl_divergence", {}, LOGITS, SHARES, kl()),
    ("cosine", {}, LOGITS, NUMBERS, cosine()),
]
every_example = pytest.mark.parametrize(("kind", "fields", "logits", "target", "expected"), EXAMPLES)


def as_tensor(values):
    return torch.from_numpy(values) if values.dtype == np.int64 else torch.from_numpy(values.astype(np.float32))


def made(kind, fields):
    return Loss.members[kind].model_validate(fields)


def test_every_loss_has_an_example():
    assert {kind for kind, *_ in EXAMPLES} == set(LOSSES)


@every_example
def test_losses_are_what_they_are_defined_as(kind, fields, logits, target, expected):
    value = made(kind, fields)(as_tensor(logits), as_tensor(target))
    assert value.shape == () and value.dtype == torch.float32
    assert value.item() == pytest.approx(expected, rel=1e-5)


@every_example
def test_the_loss_of_each_sample_has_the_mean_of_all(kind, fields, logits, target, expected):
    each = made(kind, fields).each(as_tensor(logits), as_tensor(target))
    assert each.shape == (6,) and each.mean().item() == pytest.approx(expected, rel=1e-5)
    assert (each >= -1e-6).all(), "no loss goes below 0"


@every_example
def test_weights_of_classes_weigh_samples(kind, fields, logits, target, expected):
    loss, x, y = made(kind, fields), as_tensor(logits), as_tensor(target)
    if "classification" not in loss.tasks:
        return
    weights = torch.tensor([0.5, 2.0, 3.0])
    each = loss.each(x, y)
    assert loss.weighted(x, y, weights).item() == pytest.approx((weights[y] * each).mean().item(), rel=1e-5)
    assert loss.weighted(x, y, torch.ones(3)).item() == pytest.approx(expected, rel=1e-5)


@every_example
def test_a_mixed_sample_costs_what_its_parts_cost(kind, fields, logits, target, expected):
    loss, x, y = made(kind, fields), as_tensor(logits), as_tensor(target)
    goal = Goal("", "", loss.tasks[0], loss, x.shape[-1], "")
    share, partner = torch.tensor([1.0, 0.7, 0.5, 0.2, 0.9, 0.0]), torch.tensor([3, 0, 5, 1, 2, 4])
    mixed = goal.judge_mixed(x, y, Mix(partner=partner, share=share))
    parts = share * loss.each(x, y) + (1 - share) * loss.each(x, y[partner])
    assert mixed.item() == pytest.approx(parts.mean().item(), rel=1e-5)


@every_example
def test_losses_are_steady_for_huge_logits(kind, fields, logits, target, expected):
    # A count of e^40 is more than any data holds.
    huge = (as_tensor(logits) * (10.0 if kind == "poisson" else 1e4)).requires_grad_()
    value = made(kind, fields)(huge, as_tensor(target))
    value.backward()
    assert torch.isfinite(value) and torch.isfinite(huge.grad).all()


@every_example
def test_gradients_are_those_of_the_formula(kind, fields, logits, target, expected):
    """Against differences of the loss itself, in float64; examples lie away from corners."""
    loss = made(kind, fields)
    x = torch.from_numpy(logits).requires_grad_()
    y = torch.from_numpy(target) if target.dtype == np.int64 else torch.from_numpy(target.astype(np.float64))
    assert torch.autograd.gradcheck(lambda z: loss(z, y), (x,), eps=1e-6, atol=1e-5)


def test_losses_that_torch_has_too():
    x, y, counts = as_tensor(LOGITS), as_tensor(NUMBERS), as_tensor(COUNTS)
    assert made("huber", {"delta": 0.7})(x, y).item() == pytest.approx(functional.huber_loss(x, y, delta=0.7).item())
    assert made("smooth_l1", {"beta": 0.7})(x, y).item() == pytest.approx(
        functional.smooth_l1_loss(x, y, beta=0.7).item()
    )
    smoothed = functional.cross_entropy(x, as_tensor(CLASSES), label_smoothing=0.1)
    assert made("cross_entropy", {"label_smoothing": 0.1})(x, as_tensor(CLASSES)).item() == pytest.approx(
        smoothed.item()
    )
    shift = (torch.xlogy(counts, counts) - counts).mean()
    assert made("poisson", {})(x, counts).item() == pytest.approx(
        (functional.poisson_nll_loss(x, counts) + shift).item(), rel=1e-5
    )
    target = torch.ones(6)
    assert made("cosine", {})(x, y).item() == pytest.approx(functional.cosine_embedding_loss(x, y, target).item())


def test_smoothing_of_labels_moves_both_sides_and_keeps_their_weights():
    x, labels = as_tensor(LOGITS), torch.tensor(SHARES > 0.3).float()
    weights = torch.tensor([[1.0, 2.0, 0.5], [3.0, 1.0, 4.0]])
    loss = BinaryCrossEntropy(label_smoothing=0.2)
    units = functional.binary_cross_entropy_with_logits(x, 0.8 * labels + 0.1, reduction="none")
    expected = (units * torch.where(labels > 0, weights[1], weights[0])).mean()
    assert loss.weighted(x, labels, weights).item() == pytest.approx(expected.item(), rel=1e-5)


def test_runs_from_before_label_smoothing_go_on():
    assert CrossEntropy().identity() == "cross_entropy" and BinaryCrossEntropy().identity() == "binary_cross_entropy"
    assert CrossEntropy(label_smoothing=0.1).identity() != CrossEntropy().identity()
    assert Loss.members["mse"]().identity() == "mse"
    # A loss that had fields from the beginning is told by all of them.
    assert made("focal", {}).identity() == '{"alpha": null, "gamma": 2.0, "kind": "focal"}'
    assert Hinge().identity() != Hinge(classes="crammer_singer").identity()


def test_margins_of_crammer_and_singer_are_those_over_the_best_other():
    x = torch.tensor([[2.0, 5.0, 4.0], [1.0, 1.0, -3.0]])
    assert Hinge(classes="crammer_singer").margins(x).tolist() == [[-3, 1, -1], [0, 0, -4]]
    assert Hinge().margins(x).equal(x)


@pytest.mark.parametrize("gamma", [0.0, 0.5, 1.0, 5.0])
@pytest.mark.parametrize("alpha", [None, 0.25])
@pytest.mark.parametrize("units", [1, 2])
def test_focal_loss_of_two_classes(gamma, alpha, units):
    logits = as_tensor(ONE_LOGIT if units == 1 else LOGITS[:, :2])
    loss = made("focal", {"gamma": gamma, "alpha": alpha})
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
    made("focal", {"gamma": gamma})(logits, torch.tensor([0, 0])).backward()
    assert torch.isfinite(logits.grad).all()


def test_the_shift_of_logit_adjustment():
    """Menon et al., equation 10: tau * log of each class's share; against class 0 for a single unit."""
    loss = made("logit_adjusted", {"tau": 1.5})
    assert loss.shift((60, 30, 10), 3) == pytest.approx(1.5 * np.log([0.6, 0.3, 0.1]))
    assert loss.shift((90, 10), 1) == pytest.approx([1.5 * np.log(1 / 9)])
    assert loss.shift((), 3) == () and loss.shift((1, 2, 3), 2) == ()
    assert np.isfinite(loss.shift((60, 0, 10), 3)).all(), "a class without a training sample"
    assert Loss.members["cross_entropy"]().shift((60, 30, 10), 3) == ()
