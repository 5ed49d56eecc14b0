"""A step of a GAN beside the same step written out by hand: order, gradients, modes. No run, no files."""

from __future__ import annotations

import copy

import pytest
import torch
import torch.nn.functional as F
from torch import nn

from workbench.engine.train.gan.game import make_samples
from workbench.engine.train.gan.pair import GanPair
from workbench.engine.train.gan.recipe import GanAim
from workbench.engine.train.gan.step import GanStep

LOSSES = ("non_saturating", "least_squares", "wasserstein_gp")


class Maker(nn.Sequential):
    """A network whose ``predict`` is what it gives."""

    def predict(self, noise: torch.Tensor) -> torch.Tensor:
        return self(noise)


def pair() -> GanPair:
    torch.manual_seed(0)
    return GanPair(
        Maker(nn.Linear(3, 5), nn.BatchNorm1d(5), nn.ReLU(), nn.Linear(5, 2)),
        nn.Sequential(nn.Linear(2, 6), nn.Tanh(), nn.Linear(6, 1)),
    )


def batches(count: int) -> list[torch.Tensor]:
    generator = torch.Generator().manual_seed(1)
    return [torch.randn(8, 2, generator=generator) + 1.0 for _ in range(count)]


def by_hand(networks: GanPair, aim: GanAim, reals: list[torch.Tensor]) -> None:
    """Two optimisers, each of one network; every gradient is cleared by hand."""
    maker, judge = networks.generator, networks.discriminator
    of_maker = torch.optim.SGD(maker.parameters(), 0.1)
    of_judge = torch.optim.SGD(judge.parameters(), 0.1)
    for number, real in enumerate(reals):
        noise = torch.randn(len(real), 3)
        made = maker(noise)
        says_real, says_made = judge(real)[:, 0], judge(made.detach())[:, 0]
        ones, zeros = torch.ones(len(real)), torch.zeros(len(real))
        if aim.loss == "non_saturating":
            bce = F.binary_cross_entropy_with_logits
            loss = bce(says_real, (1 - aim.smoothing) * ones) + bce(says_made, zeros)
        elif aim.loss == "least_squares":
            loss = 0.5 * F.mse_loss(says_real, ones) + 0.5 * F.mse_loss(says_made, zeros)
        else:
            share = torch.rand(len(real), 1)
            middle = (made.detach() + share * (real - made.detach())).requires_grad_()
            slope = torch.autograd.grad(judge(middle).sum(), middle, create_graph=True)[0]
            loss = says_made.mean() - says_real.mean() + aim.penalty * ((slope.norm(dim=1) - 1) ** 2).mean()
        of_judge.zero_grad()
        loss.backward()
        of_judge.step()
        if number % aim.discriminator_steps:
            continue
        says = judge(made)[:, 0]
        if aim.loss == "non_saturating":
            own = F.binary_cross_entropy_with_logits(says, ones)
        else:
            own = 0.5 * F.mse_loss(says, ones) if aim.loss == "least_squares" else -says.mean()
        of_maker.zero_grad()
        own.backward()
        of_maker.step()


@pytest.mark.parametrize("steps", [1, 2])
@pytest.mark.parametrize("loss", LOSSES)
def test_it_learns_as_written_out_by_hand(loss, steps):
    """The order of the two, what each learns from, and how often: five steps leave the same weights."""
    aim = GanAim(loss=loss, discriminator_steps=steps, smoothing=0.1 if loss == "non_saturating" else 0.0)
    ours, theirs = pair(), pair()
    step = GanStep(ours, aim, (3,), torch.optim.SGD(ours.parameters(), 0.1))
    torch.manual_seed(7)
    for number, real in enumerate(batches(5), start=1):
        step(number, (real,), (real,))
    torch.manual_seed(7)
    by_hand(theirs, aim, batches(5))
    found, wanted = ours.state_dict(), theirs.state_dict()
    for name in wanted:
        assert torch.allclose(found[name], wanted[name], atol=1e-5), name


@pytest.mark.parametrize("loss", LOSSES)
def test_outside_its_turn_the_generator_stays_and_on_it_the_discriminator_learns_from_its_own_loss_only(loss):
    networks = pair()
    step = GanStep(
        networks, GanAim(loss=loss, discriminator_steps=2), (3,), torch.optim.SGD(networks.parameters(), 0.1)
    )
    (real,) = batches(1)
    for number, moves in ((1, {"generator", "discriminator"}), (2, {"discriminator"})):
        before = copy.deepcopy(dict(networks.named_parameters()))
        step(number, (real,), (real,))
        moved = {n.split(".")[0] for n, p in networks.named_parameters() if not torch.equal(p, before[n])}
        assert moved == moves
    # What the generator's last turn left in the discriminator must not be added to.
    assert all(p.grad is None for p in networks.generator.parameters())


def test_a_weighed_batch_teaches_by_its_weights():
    ours, theirs = pair(), pair()
    (real,) = batches(1)
    weights = torch.tensor([2.0, 0.0] * 4)
    for networks, targets, samples in ((ours, (real, weights), real), (theirs, (real,), real)):
        torch.manual_seed(3)
        step = GanStep(networks, GanAim(), (3,), torch.optim.SGD(networks.parameters(), 0.1))
        step(1, (samples,), targets)
    one, other = ours.discriminator.state_dict(), theirs.discriminator.state_dict()
    assert any(not torch.allclose(one[n], other[n]) for n in one)


def test_samples_are_made_as_in_evaluation_and_training_goes_on_as_it_was():
    networks = pair().train()
    for real in batches(3):
        GanStep(networks, GanAim(), (3,), torch.optim.SGD(networks.parameters(), 0.1))(1, (real,), (real,))
    before = copy.deepcopy(networks.state_dict())
    noise = torch.randn(6, 3)
    made = make_samples(networks, noise)
    alone = torch.cat([make_samples(networks, one[None]) for one in noise])
    assert torch.allclose(made, alone, atol=1e-6), "a sample does not depend on those made beside it"
    assert networks.training and networks.generator.training
    assert all(torch.equal(before[n], t) for n, t in networks.state_dict().items()), "no statistics are learnt"
    assert not made.requires_grad


def test_what_is_told_is_of_the_step():
    networks = pair()
    (real,) = batches(1)
    step = GanStep(networks, GanAim(loss="wasserstein_gp"), (3,), torch.optim.SGD(networks.parameters(), 1e-9))
    told, outputs = step(1, (real,), (real,))
    own, loss, right_real, right_made, penalty = told.tolist()
    assert outputs == () and len(told) == 5
    with torch.no_grad():
        says = networks.judge(real).mean()
    assert loss + says.item() == pytest.approx(-own, abs=1e-4), "both see the same made samples"
    assert 0 <= right_real <= 1 and 0 <= right_made <= 1 and penalty > 0
