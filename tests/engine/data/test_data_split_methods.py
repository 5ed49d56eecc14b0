"""Splits by group, by time and into folds: disjoint, complete, groups whole, order kept, the same for a seed."""

from __future__ import annotations

import time
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from workbench.engine.data.recipe import SplitRecipe
from workbench.engine.data.split import split
from workbench.engine.errors import DataError

PARTS = ("train", "validation", "test")


def covering(parts, count):
    joined = np.concatenate([parts[n] for n in PARTS])
    return all(parts[n].dtype == np.int64 and (np.diff(parts[n]) > 0).all() for n in PARTS) and sorted(
        joined.tolist()
    ) == list(range(count))


def whole(parts, groups):
    return sum(len(np.unique(groups[parts[n]])) for n in PARTS) == len(np.unique(groups))


@st.composite
def grouped(draw):
    sizes = draw(st.lists(st.integers(1, 30), min_size=3, max_size=25))
    numbers = draw(st.lists(st.integers(-5, 10**12), min_size=len(sizes), max_size=len(sizes), unique=True))
    random = np.random.RandomState(draw(st.integers(0, 999)))
    groups = random.permutation(np.repeat(np.array(numbers, dtype=np.int64), sizes))
    labels = random.randint(0, draw(st.integers(1, 4)), len(groups)) if draw(st.booleans()) else None
    validation, test = draw(st.sampled_from([(0.15, 0.15), (0.2, 0.0), (0.0, 0.3), (0.45, 0.45), (0.01, 0.9)]))
    return validation, test, draw(st.integers(0, 5)), draw(st.booleans()), groups, labels


@given(grouped())
@settings(max_examples=120, deadline=None)
def test_groups_stay_whole_and_every_part_gets_one(case):
    validation, test, seed, stratified, groups, labels = case
    recipe = SplitRecipe(method="grouped", validation=validation, test=test, seed=seed, stratified=stratified)
    parts = split(recipe, len(groups), labels, groups=groups).parts
    assert covering(parts, len(groups)) and whole(parts, groups)
    assert [len(parts[n]) > 0 for n in PARTS] == [True, validation > 0, test > 0]
    again = split(recipe, len(groups), labels, groups=groups).parts
    assert all(np.array_equal(parts[n], again[n]) for n in PARTS)
    if test > 0:
        other = split(recipe.updated(validation=0.0), len(groups), labels, groups=groups).parts
        # Unless a group of the test part is needed for there to be a validation part at all.
        assert len(np.unique(groups[other["train"]])) < 2 or np.array_equal(other["test"], parts["test"])


@given(grouped(), st.integers(2, 6), st.booleans())
@settings(max_examples=120, deadline=None)
def test_folds_are_the_validation_part_in_turn_beside_one_test_part(case, folds, by_group):
    _, test, seed, stratified, groups, labels = case
    test = min(test, 0.3)
    count = len(groups)
    recipe = SplitRecipe(
        method="folds", folds=folds, test=test, seed=seed, stratified=stratified, whole_groups=by_group
    )
    enough = len(np.unique(groups)) - 1 if by_group else count - np.ceil(0.3 * count) - 1
    if enough < folds:
        return
    if by_group:
        try:
            split(recipe, count, labels, groups=groups)
        except DataError as error:
            assert "beside the test part" in str(error)
            return
    all_parts = [split(recipe.updated(fold=k + 1), count, labels, groups=groups).parts for k in range(folds)]
    for parts in all_parts:
        assert covering(parts, count)
        assert np.array_equal(parts["test"], all_parts[0]["test"])
        assert len(parts["validation"]) > 0
        if by_group:
            assert whole(parts, groups)
    joined = np.sort(np.concatenate([p["validation"] for p in all_parts]))
    assert np.array_equal(joined, np.sort(np.concatenate([all_parts[0]["train"], all_parts[0]["validation"]])))
    sizes = [len(p["validation"]) for p in all_parts]
    if not by_group:
        assert max(sizes) - min(sizes) <= 1
        if labels is not None and stratified:
            shares = np.array([np.bincount(labels[p["validation"]], minlength=4) for p in all_parts])
            assert (shares.max(axis=0) - shares.min(axis=0) <= 1).all()


@given(
    st.lists(st.integers(0, 40), min_size=3, max_size=150),
    st.sampled_from([(0.15, 0.15), (0.2, 0.0), (0.0, 0.3), (0.45, 0.45)]),
    st.integers(0, 3),
)
@settings(max_examples=150, deadline=None)
def test_by_time_nothing_older_comes_later_and_one_time_stays_together(times, shares, gap):
    order = np.array(times, dtype=np.float64)
    recipe = SplitRecipe(method="time", validation=shares[0], test=shares[1], gap=gap)
    wanted = [n for n, s in zip(("train", "validation", "test"), (1, *shares), strict=True) if s]
    try:
        done = split(recipe, len(order), order=order)
    except DataError as error:
        assert "to be divided" in str(error) or (gap and "leaves nothing" in str(error))
        assert gap or len(np.unique(order)) < len(wanted)
        return
    parts = done.parts
    assert [n for n in PARTS if len(parts[n])] == wanted
    for before, after in pairwise(wanted):
        assert order[parts[before]].max() < order[parts[after]].min()
    joined = np.concatenate([parts[n] for n in PARTS])
    assert len(np.unique(joined)) == len(joined) == len(order) - gap * (len(wanted) - 1)
    if gap:
        assert "data.gaps" in {n.code for n in done.notices}


def test_by_time_sizes_order_and_gap():
    order = np.random.RandomState(1).permutation(1000).astype(np.float64)
    parts = split(SplitRecipe(method="time"), 1000, order=order).parts
    assert [len(parts[n]) for n in PARTS] == [700, 150, 150]
    assert set(order[parts["test"]]) == set(range(850, 1000)) and order[parts["train"]].max() == 699
    done = split(SplitRecipe(method="time", gap=20), 1000, order=order)
    assert [len(done.parts[n]) for n in PARTS] == [680, 130, 150]
    assert order[done.parts["train"]].max() == 679 and order[done.parts["validation"]].min() == 700
    assert [n.text for n in done.notices] == ["40 samples lie in the gaps between the parts and belong to none."]


def test_by_time_samples_without_a_time_belong_to_no_part_and_are_told():
    order = np.arange(100.0)
    order[[3, 50, 99]] = np.nan
    done = split(SplitRecipe(method="time"), 100, order=order)
    assert not np.isin([3, 50, 99], np.concatenate(list(done.parts.values()))).any()
    assert "3 samples have no time" in done.notices[0].text


def test_stratified_groups_keep_the_shares_of_classes():
    random = np.random.RandomState(0)
    groups = np.repeat(np.arange(200), 10)
    labels = np.repeat((random.rand(200) < 0.1).astype(np.int64), 10)
    parts = split(SplitRecipe(method="grouped"), 2000, labels, groups=groups).parts
    shares = [labels[parts[n]].mean() for n in PARTS]
    assert max(shares) - min(shares) < 0.03, shares
    assert [round(len(parts[n]) / 2000, 2) for n in PARTS] == [0.7, 0.15, 0.15]


def test_uneven_groups_are_told():
    groups = np.repeat([0, 1, 2], [50, 30, 20])
    done = split(SplitRecipe(method="grouped"), 100, groups=groups)
    texts = [n.text for n in done.notices if n.code == "data.uneven_groups"]
    assert any("the validation part has" in t and "instead of 15%" in t for t in texts)


def test_a_hundred_thousand_groups_are_quick_and_keep_shares():
    groups = np.random.RandomState(0).permutation(np.repeat(np.arange(100_000), 3))
    labels = (groups % 10 == 0).astype(np.int64)
    began = time.process_time()
    parts = split(SplitRecipe(method="grouped"), 300_000, labels, groups=groups).parts
    assert time.process_time() - began < 5
    assert covering(parts, 300_000) and whole(parts, groups)
    assert [round(len(parts[n]) / 300_000, 3) for n in PARTS] == [0.7, 0.15, 0.15]
    assert all(abs(labels[parts[n]].mean() - 0.1) < 0.001 for n in PARTS)
    folds = split(SplitRecipe(method="folds", folds=4, fold=4), 300_000, labels, groups=groups).parts
    assert whole(folds, groups) and abs(len(folds["validation"]) - 0.85 * 75_000) < 300


def test_the_same_split_on_every_machine():
    groups = np.arange(300) % 37
    parts = split(SplitRecipe(method="grouped", seed=1), 300, np.arange(300) % 3, groups=groups).parts
    assert sorted(set(groups[parts["test"]].tolist())) == [4, 12, 16, 20, 22, 24]
    assert sorted(set(groups[parts["validation"]].tolist())) == [1, 3, 7, 9, 32]


def test_groups_in_several_parts_and_unused_times_are_told():
    groups = np.repeat(np.arange(10), 10)
    done = split(SplitRecipe(), 100, groups=groups, order=np.arange(100.0))
    texts = {n.code: n.text for n in done.notices}
    assert texts["data.groups_straddle"].startswith("10 groups have samples in more than one part")
    assert "Split by time" in texts["data.times_unused"]
    kept = split(SplitRecipe(method="grouped"), 100, groups=groups)
    assert "data.groups_straddle" not in {n.code for n in kept.notices}
    loose = split(SplitRecipe(method="folds", whole_groups=False), 100, groups=groups)
    assert "data.groups_straddle" in {n.code for n in loose.notices}


def test_given_parts_are_kept_by_every_method():
    marked = {"train": np.arange(80), "test": np.arange(80, 100)}
    extra = {"groups": np.arange(100) // 4, "order": np.arange(100.0)[::-1].copy()}
    for method in ("random", "grouped", "time", "folds"):
        parts = split(SplitRecipe(method=method, validation=0.25), 100, given=marked, **extra).parts
        assert parts["test"].tolist() == list(range(80, 100))
        assert 0 < len(parts["validation"]) <= 24 and covering(parts, 100)
    both = {**marked, "validation": np.arange(70, 80)}
    folded = split(SplitRecipe(method="folds"), 100, given=both).parts
    assert len(folded["validation"]) == 16, "a given validation part joins the folds"


@pytest.mark.parametrize(
    ("recipe", "extra", "said"),
    [
        (SplitRecipe(method="grouped"), {}, "The data has no groups to keep whole"),
        (SplitRecipe(method="time"), {}, "The data has no times to split by"),
        (
            SplitRecipe(method="grouped"),
            {"groups": np.zeros(10, dtype=np.int64)},
            "There is 1 group, to be divided into train, test, validation. Each part needs at least one group. "
            "Set a share to 0, or choose another column for the groups.",
        ),
        (SplitRecipe(method="folds", folds=20), {}, "8 samples beside the test part can't be dealt into 20 folds"),
        (
            SplitRecipe(method="folds", folds=4),
            {"groups": np.arange(10) % 3},
            "There are 2 groups beside the test part, to be dealt into 4 folds",
        ),
        (SplitRecipe(method="time"), {"order": np.zeros(10)}, "All samples have the same time"),
        (SplitRecipe(method="time"), {"order": np.full(10, np.nan)}, "No sample has a time"),
        (SplitRecipe(method="time"), {"order": np.arange(10.0) // 5}, "There are 2 different times, to be divided"),
        (
            SplitRecipe(method="time", gap=7),
            {"order": np.arange(10.0)},
            "The gap of 7 samples leaves nothing of the",
        ),
    ],
)
def test_what_cannot_be_split_is_told_in_one_sentence(recipe, extra, said):
    with pytest.raises(DataError) as caught:
        split(recipe, 10, **extra)
    assert str(caught.value).startswith(said)


def test_fields_that_do_not_fit_are_refused():
    with pytest.raises(ValidationError, match="one of the 5 folds"):
        SplitRecipe(method="folds", fold=6)
    assert SplitRecipe(fold=6).updated(method="folds", folds=6).fold == 6
    assert SplitRecipe(method="folds", validation=0.5, test=0.6).test == 0.6, "folds have no validation share"
    with pytest.raises(ValidationError, match=r"below 1\.0"):
        SplitRecipe(method="grouped", validation=0.5, test=0.6)


@pytest.mark.parametrize(
    ("method", "before", "after", "becomes"),
    [
        ("random", "feature", "group", "grouped"),
        ("random", "ignore", "time", "time"),
        ("grouped", "group", "ignore", "random"),
        ("time", "time", "group", "grouped"),
        ("folds", "feature", "group", "folds"),
        ("random", "feature", "weight", "random"),
        ("time", "feature", "group", "time"),
    ],
)
def test_the_method_follows_the_roles_of_columns(method, before, after, becomes):
    assert SplitRecipe(method=method).after_role(before, after).method == becomes
