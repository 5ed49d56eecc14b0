"""Fixtures for all tests."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

# Before torch is imported anywhere: two test processes share two cores, and the programs they start inherit it.
os.environ.setdefault("OMP_NUM_THREADS", "1")

import pytest

SHARED_DATA = Path(__file__).resolve().parents[2] / "shared" / "data"


def pytest_xdist_auto_num_workers(config: pytest.Config) -> int:
    """Two test processes where there are two cores; none beside this one for a single file, which starts quicker so."""
    named = [argument for argument in config.args if Path(argument.partition("::")[0]).suffix == ".py"]
    if len(named) == 1 == len(config.args):
        return 0
    return min(2, len(os.sched_getaffinity(0)))


@pytest.fixture(scope="session", autouse=True)
def own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The user's cache, inside the tests' own folder."""
    with pytest.MonkeyPatch.context() as patch:
        folder = tmp_path_factory.mktemp("cache")
        patch.setenv("XDG_CACHE_HOME", str(folder))
        yield folder


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """The folder of openly available data sets that lies beside the checkout on some machines."""
    if not SHARED_DATA.is_dir():
        pytest.skip(f"the optional data sets are not here ({SHARED_DATA.name} beside the checkout)")
    return SHARED_DATA
