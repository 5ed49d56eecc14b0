"""MixUp and CutMix: who is mixed with whom, what is left, and what the loss makes of it."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from scipy.stats import beta, kstest

from workbench.engine.data.augment import Augmentation
from workbench.engine.data.augment.mixing import Blending, Mix, Mixer, beta_quantile
from workbench.engine.train.losses import BinaryCrossEntropy, CrossEntropy, Focal, MeanSquaredError
from workbench.engine.train.objectives import Goal, Objective

LOSSES = [(CrossEntropy(), 3), (BinaryCrossEntropy(), 3), (BinaryCrossEntropy(), 1), (Focal(), 3), (Focal(), 1)]


def generator(seed: int = 0) -> torch.Generator:
    return torch.Generator().manual_seed(seed)


def made(kind: str, **fields) -> Augmentation:
    return Augmentation.members[kind].model_validate({"probability": 1.0, **fields})


def pictures(count: int = 64, size: int = 16) -> torch.Tensor:
    """Each picture all of one value of its own, so that a pixel tells where it comes from."""
    return (
        torch.arange(count, dtype=torch.float32).div(count).view(-1, 1, 1, 1).expand(count, 3, size, size).contiguous()
    )


@pytest.mark.parametrize("alpha", [0.2, 1.0, 3.0])
def test_shares_follow_the_beta_distribution(alpha: float):
    drawn = beta_quantile(torch.rand(4000, generator=generator()), alpha)
    assert kstest(drawn.numpy(), beta(alpha, alpha).cdf).pvalue > 0.01


def test_mixup_is_a_weighted_mean_of_the_two():
    source = pictures()
    result, mix = Mixer([made("mixup", alpha=1.0)])(source, generator())
    share = mix.share.view(-1, 1, 1, 1)
    torch.testing.assert_close(result, share * source + (1 - share) * source[mix.partner])
    assert mix.share.min() < 0.2 and mix.share.max() > 0.8


def test_cutmix_pastes_one_rectangle_and_counts_its_pixels():
    source = pictures()
    result, mix = Mixer([made("cutmix")])(source, generator())
    own = (result == source).all(1)
    other = (result == source[mix.partner]).all(1)
    assert (own | other).all()
    different = mix.partner != torch.arange(len(source))
    torch.testing.assert_close(own.float().mean((1, 2))[different], mix.share[different])
    for covered in (~own)[different]:
        rows, columns = covered.any(1), covered.any(0)
        assert torch.equal(covered, rows.unsqueeze(1) & columns.unsqueeze(0)), "a rectangle"
    assert mix.share.min() < 0.3 and mix.share.max() > 0.9


def test_a_sample_is_mixed_by_one_operation_at_most():
    source = pictures(400)
    both = [made("mixup", alpha=1.0), made("cutmix")]
    result, mix = Mixer(both)(source, generator())
    different = (mix.partner != torch.arange(400)) & (mix.share > 0.05) & (mix.share < 0.95)
    pure = ((result == source) | (result == source[mix.partner])).flatten(1).all(1)
    share = pure[different].float().mean()
    assert 0.35 < share < 0.65, "half of them are cut, half blended"


def test_a_share_of_the_samples_stays():
    source = pictures(400)
    result, mix = Mixer([made("mixup", alpha=1.0).updated(probability=0.3)])(source, generator())
    kept = mix.share == 1
    assert torch.equal(result[kept], source[kept]) and 0.6 < kept.float().mean() < 0.8


def test_what_is_left_of_a_cut_off_rectangle():
    work = Blending(pictures(2), torch.tensor([1, 0]))
    work.paste(torch.tensor([0.75, 0.75]), torch.tensor([0.0, 0.5]), torch.tensor([0.0, 0.5]), torch.ones(2))
    # Half as wide and half as high; about the corner a quarter of that is inside, about the middle all.
    assert work.share.tolist() == [1 - 1 / 16, 0.75]


class TestLoss:
    TARGET = torch.arange(8) % 3
    MIX = Mix(torch.tensor([7, 6, 5, 4, 3, 2, 1, 0]), torch.tensor([1.0, 0.0, 0.5, 0.25, 0.75, 0.9, 0.1, 0.6]))

    def goal(self, loss, units: int, **more) -> Goal:
        return Goal("n", "y", "classification", loss, units, "accuracy", **more)

    @pytest.mark.parametrize(("loss", "units"), LOSSES)
    @pytest.mark.parametrize("weighted", [False, True])
    @pytest.mark.parametrize("shifted", [False, True])
    def test_both_classes_count_by_their_shares(self, loss, units, weighted, shifted):
        logits = torch.randn((8, units), generator=generator())
        target = self.TARGET if units == 3 else self.TARGET % 2
        weights = torch.tensor([0.5, 2.0, 3.0][: max(units, 2)]) if weighted else None
        shift = (0.3, -1.0, 0.2)[:units] if shifted else ()
        goal = self.goal(loss, units, weights=weights, shift=shift)
        expected = 0.0
        for k in range(8):
            for answer, share in ((target[k], self.MIX.share[k]), (target[self.MIX.partner[k]], 1 - self.MIX.share[k])):
                one = goal.judge(logits[k : k + 1], answer.view(1))
                expected += float(share * one) / 8
        assert goal.judge_mixed(logits, target, self.MIX).item() == pytest.approx(expected, rel=1e-5)

    def test_cross_entropy_is_that_of_soft_targets(self):
        logits = torch.randn((8, 3), generator=generator())
        share = self.MIX.share.unsqueeze(1)
        one_hot = torch.eye(3)[self.TARGET]
        soft = share * one_hot + (1 - share) * one_hot[self.MIX.partner]
        found = self.goal(CrossEntropy(), 3).judge_mixed(logits, self.TARGET, self.MIX)
        torch.testing.assert_close(found, torch.nn.functional.cross_entropy(logits, soft))

    def test_unmixed_is_the_plain_loss(self):
        logits = torch.randn((8, 3), generator=generator())
        goal = self.goal(CrossEntropy(), 3)
        whole = Mix(self.MIX.partner, torch.ones(8))
        torch.testing.assert_close(goal.judge_mixed(logits, self.TARGET, whole), goal.judge(logits, self.TARGET))

    def test_numbers(self):
        goal = Goal("n", "y", "regression", MeanSquaredError(), 2, "mae")
        draw = generator()
        logits, target = torch.randn((8, 2), generator=draw), torch.randn((8, 2), generator=draw)
        share = self.MIX.share.unsqueeze(1)
        each = share * (logits - target) ** 2 + (1 - share) * (logits - target[self.MIX.partner]) ** 2
        torch.testing.assert_close(goal.judge_mixed(logits, target, self.MIX), each.mean())
        mixed = share * target + (1 - share) * target[self.MIX.partner]
        torch.testing.assert_close(goal.mixed_target(target, self.MIX), mixed)

    def test_the_metric_takes_the_class_that_makes_up_most(self):
        found = self.goal(CrossEntropy(), 3).mixed_target(self.TARGET, self.MIX)
        partner = self.TARGET[self.MIX.partner]
        expected = [
            int(own if s >= 0.5 else other) for own, other, s in zip(self.TARGET, partner, self.MIX.share, strict=True)
        ]
        assert found.tolist() == expected

    def test_weights_of_samples_go_with_their_share(self):
        goal = self.goal(CrossEntropy(), 3)
        logits = torch.randn((8, 3), generator=generator())
        samples = torch.arange(8) / 4.0
        own, other = goal.loss.each(logits, self.TARGET), goal.loss.each(logits, self.TARGET[self.MIX.partner])
        share = self.MIX.share
        expected = (share * samples * own + (1 - share) * samples[self.MIX.partner] * other).mean()
        objective = Objective((goal,), True)
        torch.testing.assert_close(objective.mixed_loss((logits,), (self.TARGET, samples), self.MIX), expected)


def test_the_partners_are_a_permutation_and_repeat():
    source = pictures()
    mixer = Mixer([made("mixup")])
    one, same, other = (mixer(source, generator(seed))[1] for seed in (0, 0, 1))
    assert sorted(one.partner.tolist()) == list(range(64))
    assert torch.equal(one.partner, same.partner) and torch.equal(one.share, same.share)
    assert not torch.equal(one.partner, other.partner)
    assert np.mean(one.partner.numpy() == np.arange(64)) < 0.2
