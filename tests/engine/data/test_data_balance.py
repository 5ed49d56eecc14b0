"""What is done about unequal classes: counts, weights, and sentences."""

from __future__ import annotations

import numpy as np
import pytest

from workbench.engine.data.balance import Balance, epoch_counts
from workbench.engine.data.prepare import prepare
from workbench.engine.data.recipe import DataRecipe
from workbench.engine.data.report import balance_counts, balance_effect
from workbench.engine.values import load_kinded

COUNTS = np.array([600, 300, 100])


def made(kind: str, **fields) -> Balance:
    return load_kinded(Balance, {"kind": kind, **fields})


@pytest.mark.parametrize(
    ("balance", "samples"),
    [
        (made("none"), [600, 300, 100]),
        (made("class_weights"), [600, 300, 100]),
        (made("oversample"), [600, 600, 600]),
        (made("undersample"), [100, 100, 100]),
        (made("oversample", amount=0.5), [600, 424, 245]),
        (made("undersample", amount=0.5), [245, 173, 100]),
    ],
)
def test_samples_in_an_epoch(balance: Balance, samples: list[int]):
    assert balance.samples(COUNTS).tolist() == samples


def test_inverse_frequency():
    weights = made("class_weights").weights(COUNTS)
    assert weights == pytest.approx(1000 / (3 * COUNTS))
    assert epoch_counts(made("class_weights"), COUNTS) == pytest.approx([1000 / 3] * 3)


@pytest.mark.parametrize("beta", [0.0, 0.9, 0.999])
def test_effective_number(beta: float):
    weights = made("class_weights", method="effective", beta=beta).weights(COUNTS)
    raw = np.array([(1 - beta) / (1 - beta**n) for n in COUNTS])
    assert weights / weights[0] == pytest.approx(raw / raw[0])
    assert (weights * COUNTS).sum() / COUNTS.sum() == pytest.approx(1.0)


@pytest.mark.parametrize("kind", list(Balance.members))
@pytest.mark.parametrize("counts", [COUNTS, np.array([5, 0, 9]), np.array([7]), np.array([0, 0])])
def test_missing_classes_and_single_ones(kind: str, counts: np.ndarray):
    balance = made(kind)
    after = epoch_counts(balance, counts)
    assert np.isfinite(after).all() and (after[counts == 0] == 0).all()
    if counts.any():
        assert (after[counts > 0] > 0).all()
        assert "nan" not in balance.effect(counts) and balance.effect(counts).endswith(".")


def test_the_sentence_has_the_numbers():
    assert "6 times as much" in made("class_weights").effect(COUNTS)
    assert "from 1,000 to 1,800 samples" in made("oversample").effect(COUNTS)
    assert "from 1,000 to 300 samples" in made("undersample").effect(COUNTS)
    assert "60%" in made("none").effect(COUNTS) and "10.0%" in made("none").effect(COUNTS)


def test_of_real_data():
    classes = prepare(DataRecipe.model_validate({"source": {"kind": "sample", "name": "breast_cancer"}}))
    counts, after = balance_counts(classes, made("oversample"))
    before = counts.counts["train"]
    assert after == (max(before),) * 2 and before[0] != before[1]
    assert balance_effect(classes, made("oversample"))
    numbers = prepare(DataRecipe.model_validate({"source": {"kind": "sample", "name": "diabetes"}}))
    assert balance_counts(numbers, made("oversample")) is None and balance_effect(numbers, made("oversample")) == ""
