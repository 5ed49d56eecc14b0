"""Trained projects that the tests of evaluation, prediction and export share."""

from __future__ import annotations

import pytest
from trained import Trained, train_sample


@pytest.fixture(scope="session")
def digits(tmp_path_factory: pytest.TempPathFactory) -> Trained:
    """Pictures, ten classes."""
    return train_sample("digits-mlp", tmp_path_factory.mktemp("digits"), "training.epochs=3")


@pytest.fixture(scope="session")
def tumours(tmp_path_factory: pytest.TempPathFactory) -> Trained:
    """A table, two classes, a single unit."""
    return train_sample("breast-cancer-logistic", tmp_path_factory.mktemp("tumours"), "training.epochs=3")


@pytest.fixture(scope="session")
def diabetes(tmp_path_factory: pytest.TempPathFactory) -> Trained:
    """A table, numbers that are scaled for training."""
    return train_sample("diabetes-mlp", tmp_path_factory.mktemp("diabetes"), "training.epochs=3")
