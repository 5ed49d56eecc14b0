"""Rows made up for small classes: between neighbours, categories whole, bounded, repeatable."""

from __future__ import annotations

import numpy as np
import pytest

from workbench.engine.data import smote as module
from workbench.engine.data.apply import transform_inputs
from workbench.engine.data.balance import Smote
from workbench.engine.data.prepare import prepare_raw
from workbench.engine.data.preprocess import InputPreprocess
from workbench.engine.data.raw import RawData, RawInput, RawTarget
from workbench.engine.data.recipe import DataRecipe
from workbench.engine.data.smote import make_up_rows
from workbench.engine.errors import DataError

PLAIN = InputPreprocess(kind="table", shape=(3,), offset=(0.0,), scale=(1.0,), columns=("a", "b", "c"))


def rows_of(counts: tuple[int, ...], width: int = 3) -> tuple[np.ndarray, np.ndarray]:
    draw = np.random.default_rng(0)
    labels = np.repeat(np.arange(len(counts)), counts)
    return (draw.normal(size=(len(labels), width)) + 4 * labels[:, None]).astype(np.float32), labels


def mixed() -> tuple[np.ndarray, InputPreprocess]:
    """200 rows as they are fed: numbers with gaps marked, a category of three, a yes or no."""
    draw = np.random.default_rng(1)
    values = np.column_stack([draw.normal(size=(200, 2)), draw.integers(0, 3, 200), draw.integers(0, 2, 200)])
    values[draw.random(200) < 0.5, 1] = np.nan
    values[::17, 2] = np.nan
    part = RawInput("table", values.astype(np.float32), ("a", "b", "colour", "yes"), ((), (), ("r", "g", "b"), ()))
    target = RawTarget("classification", (np.arange(200) % 8 == 0).astype(np.int64), classes=("no", "yes"))
    recipe = DataRecipe.model_validate({"cleaning": {"indicator": True}, "split": {"validation": 0.1, "test": 0.1}})
    prepared = prepare_raw(RawData("t", {"x": part}, {"y": target}), recipe)
    how = prepared.preprocess.inputs["x"]
    return transform_inputs(part.values, how), how


class TestNumbers:
    def test_counts_and_kinds(self):
        rows, labels = rows_of((60, 20, 7))
        made, classes = make_up_rows(rows, labels, PLAIN, Smote(), 0)
        assert np.bincount(classes).tolist() == [0, 40, 53]
        assert made.dtype == np.float32 and classes.dtype == np.int64 and made.shape == (93, 3)

    def test_half_way(self):
        rows, labels = rows_of((60, 20, 7))
        _, classes = make_up_rows(rows, labels, PLAIN, Smote(amount=0.5), 0)
        wanted = Smote(amount=0.5).samples(np.array([60, 20, 7]))
        assert np.bincount(classes).tolist() == (wanted - np.array([60, 20, 7])).tolist()

    @pytest.mark.parametrize("neighbours", [1, 3])
    def test_each_lies_between_a_row_and_one_of_its_nearest(self, neighbours: int):
        rows, labels = rows_of((80, 15))
        made, _ = make_up_rows(rows, labels, PLAIN, Smote(neighbours=neighbours), 0)
        own = rows[labels == 1].astype(np.float64)
        apart = np.linalg.norm(own[:, None] - own[None], axis=2)
        near = apart.argsort(1)[:, 1 : neighbours + 1]
        starts = np.repeat(own, neighbours, axis=0)
        ends = own[near.ravel()]
        for row in made:
            way = ends - starts
            along = ((row - starts) * way).sum(1) / (way**2).sum(1)
            missed = np.linalg.norm(starts + along.clip(0, 1)[:, None] * way - row, axis=1)
            assert missed.min() < 1e-5

    def test_the_seed_decides(self):
        rows, labels = rows_of((60, 20, 7))
        one, same, other = (make_up_rows(rows, labels, PLAIN, Smote(), seed)[0] for seed in (0, 0, 1))
        assert np.array_equal(one, same) and not np.array_equal(one, other)

    def test_few_rows(self):
        rows, labels = rows_of((9, 1, 2))
        made, classes = make_up_rows(rows, labels, PLAIN, Smote(neighbours=5), 0)
        assert np.bincount(classes).tolist() == [0, 8, 7]
        assert (made[classes == 1] == rows[9]).all(), "copies of the only one"
        low, high = rows[10:].min(0), rows[10:].max(0)
        assert ((made[classes == 2] >= low - 1e-6) & (made[classes == 2] <= high + 1e-6)).all()

    def test_equal_classes_get_nothing(self):
        rows, labels = rows_of((8, 8))
        made, classes = make_up_rows(rows, labels, PLAIN, Smote(), 0)
        assert made.shape == (0, 3) and len(classes) == 0

    def test_a_large_class_is_looked_at_in_part_and_parts_are_made_one_after_the_other(self, monkeypatch):
        monkeypatch.setattr(module, "MOST_BASE", 30)
        monkeypatch.setattr(module, "_MOST_AT_ONCE", 1)
        rows, labels = rows_of((3500, 1200))
        made, classes = make_up_rows(rows, labels, PLAIN, Smote(), 0)
        assert len(made) == 2300 and (classes == 1).all() and len(np.unique(made, axis=0)) == 2300

    def test_too_many_are_refused(self, monkeypatch):
        monkeypatch.setattr(module, "MOST_MADE", 100)
        rows, labels = rows_of((60, 20))
        with pytest.raises(DataError, match=r"SMOTE would make up 40 rows of 3 values.*may make up 100") as caught:
            make_up_rows(rows, labels, PLAIN, Smote(), 0)
        assert "class weights" in str(caught.value)


class TestCategories:
    LABELS = (np.arange(200) % 8 == 0).astype(np.int64)

    def test_categories_stay_whole_and_gaps_hold_together(self):
        rows, how = mixed()
        made, _ = make_up_rows(rows, self.LABELS, how, Smote(), 0)
        assert how.table is not None
        numbers = len(how.table.numbers)
        fed = [*how.table.outputs(how.columns)]
        assert len(made) == 150 and fed[numbers] == "b is missing"
        whole = made[:, numbers:]
        assert set(np.unique(whole).tolist()) <= {0.0, 1.0}
        assert (whole[:, 1:].sum(1) == 1).all(), "one category each"
        assert set(np.unique(made[:, 2]).tolist()) <= set(np.unique(rows[:, 2]).tolist()), "a yes or no has no between"
        gaps = whole[:, 0] == 1
        assert gaps.any() and not gaps.all()
        fill = rows[rows[:, numbers] == 1, 1][0]
        assert np.allclose(made[gaps, 1], fill)

    def test_nothing_but_categories(self):
        draw = np.random.default_rng(0)
        values = draw.integers(0, 3, (120, 2)).astype(np.float32)
        part = RawInput("table", values, ("a", "b"), (("x", "y", "z"), ("p", "q", "r")))
        labels = (np.arange(120) % 6 == 0).astype(np.int64)
        target = RawTarget("classification", labels, classes=("no", "yes"))
        prepared = prepare_raw(RawData("t", {"x": part}, {"y": target}), DataRecipe())
        how = prepared.preprocess.inputs["x"]
        rows = transform_inputs(values, how)
        made, classes = make_up_rows(rows, labels, how, Smote(), 0)
        assert len(made) == 80 and (classes == 1).all()
        assert (made[:, :3].sum(1) == 1).all() and (made[:, 3:].sum(1) == 1).all()
