"""Pictures for tasks other than classification: two digits side by side, and digits without labels."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sklearn.datasets import load_digits
from trained import Trained, train

from workbench.engine.project.baseline import project_from_data
from workbench.engine.project.settings import apply_settings


def pairs(count: int = 600) -> tuple[NDArray[np.uint8], NDArray[np.int64]]:
    """Pictures (count, 8, 16) of two digits, and a 1 for each digit that is there (count, 10)."""
    digits, random = load_digits(), np.random.default_rng(0)
    left, right = random.integers(0, len(digits.images), (2, count))
    pictures = np.concatenate([digits.images[left], digits.images[right]], axis=2)
    labels = np.zeros((count, 10), np.int64)
    labels[np.arange(count), digits.target[left]] = 1
    labels[np.arange(count), digits.target[right]] = 1
    return (pictures * 15.9).astype(np.uint8), labels


def trained_pairs(folder: Path, *settings: str) -> Trained:
    """The proposed network for pairs of digits, trained for a few epochs."""
    pictures, labels = pairs()
    path = folder / "pairs.npz"
    np.savez(path, x=pictures, y=labels, class_names=[f"digit {k}" for k in range(10)])
    project, _ = project_from_data(path, folder)
    settings = settings or ("training.epochs=6", "training.learning_rate=0.003")
    return train(apply_settings(project, settings), folder / "pairs.nnwb")


def trained_autoencoder(folder: Path, *settings: str) -> Trained:
    """The proposed network for digits without labels, trained for a few epochs."""
    path = folder / "digits.npz"
    np.savez(path, x=(load_digits().images[:500] * 15.9).astype(np.uint8))
    project, _ = project_from_data(path, folder, task="reconstruction")
    settings = settings or ("training.epochs=4", "training.learning_rate=0.003")
    return train(apply_settings(project, settings), folder / "digits.nnwb")
