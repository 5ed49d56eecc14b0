"""What was left out, by its reasons."""

from __future__ import annotations

from workbench.engine.data.left_out import by_reason, left_out_count
from workbench.engine.data.raw import Skipped


def test_items_with_the_same_reason_are_one_thing_to_tell():
    skipped = [
        Skipped("line 2", "No target."),
        Skipped("line 9", "Too short."),
        *(Skipped(f"line {k}", "No target.") for k in (3, 4)),
        Skipped("1,067 more lines", "They were left out for the same reason."),
    ]
    first, second = by_reason(skipped)
    assert (first.reason, first.items, first.count) == ("No target.", ("line 2", "line 3", "line 4"), 1070)
    assert (second.reason, second.count) == ("Too short.", 1)
    assert first.names(2) == "line 2, line 3 and 1,068 more" and second.names(2) == "line 9"
    assert left_out_count(skipped) == 1071
    assert by_reason([]) == () and left_out_count([]) == 0


def test_an_entry_may_stand_for_many():
    (found,) = by_reason([Skipped("2,043 windows", "No target."), Skipped("line 9", "No target.")])
    assert (found.count, found.names(1), found.names(9)) == (2044, "2,043 windows and 1 more", "2,043 windows, line 9")
