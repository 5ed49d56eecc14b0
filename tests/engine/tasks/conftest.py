"""Projects of the tasks with several labels and of reconstruction, trained once."""

from __future__ import annotations

import pytest
from task_data import trained_autoencoder, trained_pairs
from trained import Trained


@pytest.fixture(scope="session")
def tagged(tmp_path_factory: pytest.TempPathFactory) -> Trained:
    """Pairs of digits."""
    return trained_pairs(tmp_path_factory.mktemp("pairs"))


@pytest.fixture(scope="session")
def again(tmp_path_factory: pytest.TempPathFactory) -> Trained:
    """Digits, squeezed and made again."""
    return trained_autoencoder(tmp_path_factory.mktemp("again"))
