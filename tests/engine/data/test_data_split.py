"""Splits are disjoint, cover everything, keep shares, and repeat."""

from __future__ import annotations

import hashlib

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.engine.data.recipe import SplitRecipe
from workbench.engine.data.split import split
from workbench.engine.errors import DataError


@st.composite
def cases(draw):
    counts = draw(st.lists(st.integers(1, 40), min_size=1, max_size=12))
    labels = np.repeat(np.arange(len(counts)), counts)
    labels = np.random.RandomState(draw(st.integers(0, 999))).permutation(labels)
    validation, test = draw(st.sampled_from([(0.15, 0.15), (0.2, 0.0), (0.0, 0.3), (0.45, 0.45), (0.01, 0.9)]))
    recipe = SplitRecipe(validation=validation, test=test, seed=draw(st.integers(0, 5)), stratified=draw(st.booleans()))
    return recipe, labels


@given(cases())
@settings(max_examples=150, deadline=None)
def test_parts_are_sorted_disjoint_covering_and_of_the_asked_size(case):
    recipe, labels = case
    wanted = [n for n in ("validation", "test") if getattr(recipe, n) > 0]
    if len(labels) < 1 + len(wanted):
        with pytest.raises(DataError, match="Each part needs at least one"):
            split(recipe, len(labels), labels)
        return
    done = split(recipe, len(labels), labels)
    parts = done.parts
    if recipe.stratified and "data.random_split" not in {n.code for n in done.notices}:
        assert len(np.unique(labels[parts["train"]])) == len(np.unique(labels))
    assert all(i.dtype == np.int64 and (np.diff(i) > 0).all() for i in parts.values())
    assert sorted(np.concatenate(list(parts.values())).tolist()) == list(range(len(labels)))
    assert len(parts["train"]) >= 1
    for name in ("validation", "test"):
        share = getattr(recipe, name)
        if share == 0:
            assert len(parts[name]) == 0
        else:
            assert len(parts[name]) >= 1
            assert abs(len(parts[name]) - share * len(labels)) <= 1.5 + (len(parts["train"]) == 1) * 2


def test_stratified_keeps_shares_and_every_class_in_training():
    labels = np.repeat([0, 1, 2], [600, 300, 100])
    parts = split(SplitRecipe(), 1000, labels).parts
    assert np.bincount(labels[parts["test"]]).tolist() == [90, 45, 15]
    assert np.bincount(labels[parts["validation"]]).tolist() == [90, 45, 15]


def test_not_stratified_ignores_classes():
    labels = np.repeat([0, 1], 500)
    parts = split(SplitRecipe(stratified=False), 1000, labels).parts
    assert np.bincount(labels[parts["test"]]).tolist() != [75, 75]


def test_the_test_set_does_not_depend_on_the_validation_share():
    labels = np.random.RandomState(0).randint(0, 7, 500)
    tests = [split(SplitRecipe(validation=v), 500, labels).parts["test"].tolist() for v in (0.0, 0.1, 0.5)]
    assert tests[0] == tests[1] == tests[2]


def test_same_on_every_machine():
    labels = np.arange(1000) % 7
    parts = split(SplitRecipe(seed=3), 1000, labels).parts
    digest = hashlib.sha256(b"".join(parts[n].astype("<i8").tobytes() for n in ("train", "validation", "test")))
    assert digest.hexdigest()[:16] == "5367435961b95b79"


def test_seed_changes_the_split():
    assert (
        split(SplitRecipe(seed=0), 100).parts["test"].tolist() != split(SplitRecipe(seed=1), 100).parts["test"].tolist()
    )


def test_a_class_of_one_goes_to_training_and_is_told():
    labels = np.array([0] * 50 + [1] * 50 + [2])
    done = split(SplitRecipe(), 101, labels, classes=("cat", "dog", "emu"))
    assert 100 in done.parts["train"]
    texts = {n.code: n.text for n in done.notices}
    assert set(texts) == {"data.class_missing_validation", "data.class_missing_test"}
    assert (
        "test part has no sample of the class 'emu'; the score there does not cover it"
        in texts["data.class_missing_test"]
    )


def test_all_classes_of_one_are_split_at_random_with_a_word():
    done = split(SplitRecipe(), 100, np.arange(100), classes=tuple(f"c{i}" for i in range(100)))
    assert {n: len(i) for n, i in done.parts.items()} == {"train": 70, "validation": 15, "test": 15}
    codes = [n.code for n in done.notices]
    assert codes[0] == "data.random_split"
    train = next(n for n in done.notices if n.code == "data.class_missing_train")
    assert "30 classes" in train.text and "and 25 more" in train.text and "they cannot be learnt" in train.text


def test_many_classes_are_quick_and_all_in_training():
    labels = np.arange(60_000) % 10_000
    parts = split(SplitRecipe(), 60_000, labels).parts
    assert len(np.unique(labels[parts["train"]])) == 10_000


def test_given_parts_are_kept_and_shares_count_from_the_rest():
    marked = {"train": np.arange(80), "test": np.arange(99, 79, -1)}
    parts = split(SplitRecipe(validation=0.25), 100, given=marked).parts
    assert parts["test"].tolist() == list(range(80, 100))
    assert len(parts["validation"]) == 20 and parts["validation"].max() < 80
    drawn = split(SplitRecipe(validation=0.25, given=False), 100, given=marked).parts
    assert len(drawn["test"]) == 15 and drawn["test"].min() < 80


def test_given_validation_is_kept_too():
    marked = {"train": np.arange(6), "validation": np.arange(6, 8), "test": np.arange(8, 10)}
    parts = split(SplitRecipe(), 10, given=marked).parts
    assert [parts[n].tolist() for n in ("train", "validation", "test")] == [list(range(6)), [6, 7], [8, 9]]


def test_everything_given_as_test_leaves_nothing_to_train_on():
    with pytest.raises(DataError, match="There is no sample beside the parts that the source brings"):
        split(SplitRecipe(), 5, given={"test": np.arange(5)})


def test_a_sample_in_two_given_parts_is_refused():
    with pytest.raises(DataError, match="validation and test at once"):
        split(SplitRecipe(), 5, given={"validation": np.array([1, 2]), "test": np.array([2, 3])})


@pytest.mark.parametrize(
    ("count", "recipe", "sizes"),
    [
        (1, SplitRecipe(validation=0.0, test=0.0), (1, 0, 0)),
        (2, SplitRecipe(test=0.0), (1, 1, 0)),
        (3, SplitRecipe(), (1, 1, 1)),
        (3, SplitRecipe(validation=0.01, test=0.98), (1, 1, 1)),
    ],
)
def test_the_smallest_sets(count, recipe, sizes):
    parts = split(recipe, count, np.zeros(count, dtype=np.int64)).parts
    assert tuple(len(parts[n]) for n in ("train", "validation", "test")) == sizes


def test_too_few_samples_are_refused_with_numbers():
    with pytest.raises(DataError) as caught:
        split(SplitRecipe(), 2, np.array([0, 1]))
    assert str(caught.value) == (
        "There are 2 samples, to be divided into train, test, validation. Each part needs at least one. "
        "Bring more samples, or set a share to 0."
    )
