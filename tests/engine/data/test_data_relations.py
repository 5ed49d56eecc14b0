"""Measures of how columns go with the target, against their textbook values."""

from __future__ import annotations

import numpy as np
import pytest
from scipy import stats

from workbench.engine.data.prepare import prepare, prepare_raw
from workbench.engine.data.raw import RawData, RawInput, RawTarget
from workbench.engine.data.recipe import DataRecipe
from workbench.engine.data.relations import boxes, correlation, cramers_v, eta, ranks, relations, wanted
from workbench.engine.data.sources.table import TableSource

random = np.random.RandomState(0)


def test_correlations_are_those_of_scipy():
    a = random.normal(size=200)
    b = np.round(a + random.normal(size=200), 1)
    assert correlation(a, b) == pytest.approx(stats.pearsonr(a, b).statistic)
    assert correlation(ranks(a), ranks(b)) == pytest.approx(stats.spearmanr(a, b).statistic)
    assert np.isnan(correlation(a, np.ones(200)))


def test_the_correlation_ratio_is_one_for_groups_that_tell_the_number_and_none_for_chance():
    groups = random.randint(0, 4, 400)
    assert eta(groups * 2.5, groups) == pytest.approx(1.0)
    assert eta(random.normal(size=400), random.randint(0, 200, 400)) < 0.35, "many small groups explain little"
    numbers = groups + random.normal(size=400)
    f = stats.f_oneway(*(numbers[groups == k] for k in range(4))).statistic
    assert eta(numbers, groups) ** 2 == pytest.approx(1 - 399 / (396 + 3 * f), abs=1e-9)
    assert np.isnan(eta(np.ones(400), groups))


def test_cramers_v():
    a = random.randint(0, 3, 600)
    assert cramers_v(a, a) == pytest.approx(1.0)
    assert cramers_v(a, random.randint(0, 5, 600)) < 0.1
    b = np.where(random.rand(600) < 0.6, a, random.randint(0, 3, 600))
    table = stats.contingency.crosstab(a, b).count
    assert cramers_v(a, b) == pytest.approx(stats.contingency.association(table, method="cramer"), abs=0.02)
    assert np.isnan(cramers_v(a, np.zeros(600, int)))


def test_columns_are_ranked_by_the_training_part_alone():
    values = random.normal(size=(300, 3)).astype(np.float32)
    target = (values[:, 1] ** 3).astype(np.float32)
    values[::7, 1] = np.nan
    raw = RawData(
        "t",
        {"x": RawInput("table", values, ("a", "b", "c"), ((), (), ()))},
        {"y": RawTarget("regression", target[:, None], names=("goal",))},
    )
    data = prepare_raw(raw, DataRecipe())
    found = relations(data, wanted(data)[0])
    assert found[0].column == "b" and found[0].by_rank == pytest.approx(1.0)
    assert found[0].value < 0.95
    assert found[0].rows == int((~np.isnan(values[data.splits["train"], 1])).sum())
    for part in ("validation", "test"):
        values[data.splits[part]] = 1000.0
    again = relations(data, wanted(data)[0])
    assert [(r.value, r.by_rank) for r in again] == [(r.value, r.by_rank) for r in found]


def test_each_kind_of_column_has_its_measure(tmp_path):
    lines = ["size,colour,flat,label"]
    for i in range(200):
        label = "ab"[i % 2]
        lines.append(f"{i % 2 + random.rand():.3f},{'red' if i % 4 else 'blue'},{i % 50},{label}")
    (tmp_path / "t.csv").write_text("\n".join(lines) + "\n")
    data = prepare(DataRecipe(source=TableSource(path=str(tmp_path / "t.csv"))))
    goal = wanted(data)[0]
    assert goal.name == "label" and goal.classes == ("a", "b")
    found = {r.column: r for r in relations(data, goal)}
    assert [found[c].measure for c in ("size", "colour", "flat")] == ["eta", "cramers_v", "eta"]
    assert found["size"].strength > 0.7 > 0.65 > found["colour"].strength > 0.4 > found["flat"].strength


def test_boxes_tell_quartiles_and_leave_outliers_out():
    numbers = np.concatenate([np.arange(101.0), [1000.0], np.full(5, 7.0), [np.nan]])
    groups = np.concatenate([np.zeros(102), np.ones(5), [1]]).astype(int)
    wide, flat = boxes(numbers, groups, ("wide", "flat", "empty"))
    assert (wide.low, wide.high, wide.count) == (0.0, 100.0, 102)
    assert (wide.first, wide.middle, wide.third) == tuple(np.quantile(numbers[:102], [0.25, 0.5, 0.75]))
    assert (flat.low, flat.middle, flat.high, flat.count) == (7.0, 7.0, 7.0, 5)


def test_an_autoencoder_has_nothing_to_compare_with():
    values = random.normal(size=(60, 3)).astype(np.float32)
    echo = RawTarget("reconstruction", np.empty((60, 0), dtype=np.float32), input="x")
    raw = RawData("t", {"x": RawInput("table", values, ("a", "b", "c"))}, {"echo": echo})
    assert wanted(prepare_raw(raw, DataRecipe())) == ()
