"""Older formats: each step is a function, applied one after the other."""

from __future__ import annotations

import pytest

from workbench.engine.errors import ProjectError
from workbench.engine.project.migrations import FORMAT, MIGRATIONS, migrate

STEPS = {
    2: lambda document: {**document, "b": document["a"] + 1},
    3: lambda document: {k: v for k, v in document.items() if k != "a"},
}


def test_steps_are_applied_in_order():
    assert migrate({"format": 2, "a": 1}, "x", current=4, migrations=STEPS) == {"b": 2}
    assert migrate({"format": 3, "a": 1}, "x", current=4, migrations=STEPS) == {}
    assert migrate({"format": 4, "a": 1}, "x", current=4, migrations=STEPS) == {"a": 1}


def test_a_format_that_is_no_longer_read():
    with pytest.raises(ProjectError, match="no longer reads"):
        migrate({"format": 1}, "x", current=4, migrations=STEPS)


def test_a_newer_format():
    with pytest.raises(ProjectError, match="newer version"):
        migrate({"format": 5}, "x", current=4, migrations=STEPS)


def test_there_is_a_step_from_every_format_so_far():
    assert sorted(MIGRATIONS) == list(range(1, FORMAT))
