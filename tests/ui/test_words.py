"""Numbers in words."""

from __future__ import annotations

import pytest

from workbench.ui.words import amount, memory


@pytest.mark.parametrize(
    ("count", "text"),
    [(640, "640"), (999, "999"), (1000, "1 k"), (18_944, "18.9 k"), (999_950, "1 M"), (3_610_000, "3.61 M")],
)
def test_amounts_round_to_the_right_prefix(count, text):
    assert amount(count) == text


def test_memory_rounds_to_the_right_unit():
    assert [memory(n) for n in (512, 999_800, 3_200_000)] == ["512 B", "1 MB", "3.2 MB"]
