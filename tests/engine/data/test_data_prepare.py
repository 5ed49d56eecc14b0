"""Preparing: statistics from the training split only, facts, fingerprints, the cache."""

from __future__ import annotations

import os
import threading
from pathlib import Path

import numpy as np
import pytest

from workbench.engine.data.apply import transform_inputs
from workbench.engine.data.prepare import forget_prepared, prepare, prepare_raw
from workbench.engine.data.raw import RawData, RawInput, RawTarget
from workbench.engine.data.recipe import Cancelled, DataRecipe, SplitRecipe
from workbench.engine.data.sources.npz import NpzSource
from workbench.engine.data.sources.sample import SampleSource
from workbench.engine.errors import DataError
from workbench.engine.shapes import batch


@pytest.fixture(autouse=True)
def _empty_cache():
    forget_prepared()
    yield
    forget_prepared()


def table(values: np.ndarray, labels: np.ndarray | None = None, **more) -> RawData:
    labels = np.arange(len(values)) % 2 if labels is None else labels
    columns = tuple(f"c{i}" for i in range(values.shape[1]))
    return RawData(
        "test",
        {"features": RawInput("table", values.astype(np.float32), columns)},
        {"label": RawTarget("classification", labels.astype(np.int64), classes=("a", "b"))},
        **more,
    )


def pictures(values: np.ndarray, **more) -> RawData:
    labels = np.arange(len(values)) % 2
    return RawData(
        "test",
        {"image": RawInput("image", values)},
        {"label": RawTarget("classification", labels, classes=("a", "b"))},
        **more,
    )


def regression(values: np.ndarray) -> RawData:
    x = np.arange(len(values), dtype=np.float32)[:, None]
    y = values.astype(np.float32).reshape(-1, 1)
    return RawData(
        "test", {"features": RawInput("table", x, ("x",))}, {"target": RawTarget("regression", y, names=("price",))}
    )


@pytest.mark.parametrize("scaling", ["auto", "standard", "minmax"])
def test_nothing_is_learnt_from_validation_and_test(scaling):
    recipe = DataRecipe(scaling=scaling, target_scaling="standard")
    random = np.random.RandomState(0)
    clean = regression(random.normal(size=200))
    first = prepare_raw(clean, recipe)
    outside = np.concatenate([first.splits["validation"], first.splits["test"]])
    x, y = clean.inputs["features"].values.copy(), clean.targets["target"].values.copy()
    x[outside], y[outside] = 1e30, -1e30
    planted = RawData(
        "test", {"features": RawInput("table", x, ("x",))}, {"target": RawTarget("regression", y, names=("price",))}
    )
    second = prepare_raw(planted, recipe)
    assert second.preprocess.updated(fingerprint="") == first.preprocess.updated(fingerprint="")
    assert second.fingerprint != first.fingerprint
    x[first.splits["train"][0]] = 1e30
    assert prepare_raw(planted, recipe).preprocess.inputs != first.preprocess.inputs


@pytest.mark.parametrize("dtype", [np.uint8, np.float32])
def test_pictures_learn_from_training_only_too(dtype):
    values = np.random.RandomState(0).randint(100, 110, (60, 4, 4, 3)).astype(dtype)
    first = prepare_raw(pictures(values), DataRecipe())
    outside = np.concatenate([first.splits["validation"], first.splits["test"]])
    planted = values.copy()
    planted[outside] = 255
    second = prepare_raw(pictures(planted), DataRecipe())
    assert second.preprocess.inputs == first.preprocess.inputs


def test_tables_are_standardised_on_the_training_part():
    raw = table(np.random.RandomState(1).normal(5.0, 3.0, (300, 4)))
    done = prepare_raw(raw, DataRecipe())
    fed = transform_inputs(raw.inputs["features"].values[done.splits["train"]], done.preprocess.inputs["features"])
    np.testing.assert_allclose(fed.mean(axis=0), 0.0, atol=1e-5)
    np.testing.assert_allclose(fed.std(axis=0), 1.0, atol=1e-5)


def test_pictures_are_standardised_per_channel():
    values = np.random.RandomState(1).randint(0, 256, (80, 6, 5, 3)).astype(np.uint8)
    values[..., 2] //= 4
    done = prepare_raw(pictures(values), DataRecipe())
    how = done.preprocess.inputs["image"]
    assert how.shape == (3, 6, 5) and done.facts.inputs["image"] == batch(3, 6, 5)
    train = values[done.splits["train"]]
    np.testing.assert_allclose(how.offset, train.reshape(-1, 3).mean(axis=0), rtol=1e-6)
    np.testing.assert_allclose(how.scale, 1 / train.reshape(-1, 3).std(axis=0), rtol=1e-6)


@pytest.mark.parametrize(
    ("values", "span"),
    [(np.uint8([0, 128]), (0, 255)), (np.float32([0.0, 0.9]), (0, 1)), (np.float32([-1, 1]), (-1, 1))],
)
def test_minmax_of_pictures_uses_the_whole_pixel_range(values, span):
    raw = pictures(np.tile(values, 32)[:, None, None, None] * np.ones((1, 2, 2, 1), values.dtype))
    how = prepare_raw(raw, DataRecipe(scaling="minmax")).preprocess.inputs["image"]
    assert how.pixel_range == span
    assert how.offset == (span[0],) and how.scale == (pytest.approx(1 / (span[1] - span[0])),)


def test_no_scaling_changes_nothing():
    raw = table(np.random.RandomState(2).normal(size=(40, 3)))
    done = prepare_raw(raw, DataRecipe(scaling="none"))
    values = raw.inputs["features"].values
    assert np.array_equal(transform_inputs(values, done.preprocess.inputs["features"]), values)


@pytest.mark.parametrize("scaling", ["auto", "minmax"])
@pytest.mark.parametrize("constant", [0.0, 7.25, 0.1, 1e-20, 1e9])
def test_a_constant_column_is_left_finite_and_zero(scaling, constant):
    values = np.random.RandomState(0).normal(size=(60, 2))
    values[:, 1] = constant
    raw = table(values)
    done = prepare_raw(raw, DataRecipe(scaling=scaling))
    assert done.preprocess.inputs["features"].scale[1] == 1.0
    fed = transform_inputs(raw.inputs["features"].values, done.preprocess.inputs["features"])
    assert np.abs(fed[:, 1]).max() <= abs(constant) * 1e-6


def test_statistics_are_exact_float32_and_survive_json():
    done = prepare_raw(table(np.random.RandomState(0).normal(size=(99, 5))), DataRecipe())
    how = done.preprocess.inputs["features"]
    assert all(float(np.float32(v)) == v for v in how.offset + how.scale)
    assert type(done.preprocess).model_validate_json(done.preprocess.model_dump_json()) == done.preprocess


def test_tokens_pass_unchanged_and_tell_their_vocabulary():
    ids = np.arange(40).reshape(10, 4) % 7
    raw = RawData(
        "test",
        {"tokens": RawInput("tokens", ids)},
        {"label": RawTarget("classification", np.arange(10) % 2, ("a", "b"))},
    )
    done = prepare_raw(raw, DataRecipe())
    assert done.facts.vocabulary == {"tokens": 7} and done.facts.inputs["tokens"] == batch(4, dtype="int64")
    assert np.array_equal(transform_inputs(ids, done.preprocess.inputs["tokens"]), ids)


def test_facts_of_a_regression():
    facts = prepare(DataRecipe(source=SampleSource(name="diabetes"))).facts
    assert facts.inputs == {"features": batch(10)}
    assert facts.target().task == "regression" and facts.target().names == ("progression",)


def test_no_source_is_one_clear_sentence():
    with pytest.raises(DataError) as caught:
        prepare(DataRecipe())
    assert str(caught.value) == "The project has no data yet. Choose a data source on the Data stage."


def test_one_class_is_refused():
    with pytest.raises(
        DataError, match=r"All 30 samples have the class 'b'\. Classification needs samples of two classes"
    ):
        prepare_raw(table(np.ones((30, 2)), np.ones(30)), DataRecipe())


def test_missing_values_are_refused_with_column_and_count():
    values = np.ones((30, 3))
    values[[1, 4, 6], 2] = np.nan
    with pytest.raises(DataError, match=r"3 values are missing \(NaN\) in the column 'c2'"):
        prepare_raw(table(values), DataRecipe())
    values[3, 0] = np.nan
    with pytest.raises(DataError, match=r"4 values are missing \(NaN\) in 2 columns: 'c0' 1, 'c2' 3"):
        prepare_raw(table(values), DataRecipe())


def test_infinite_values_are_refused():
    values = np.ones((30, 3))
    values[1, 1] = -np.inf
    with pytest.raises(DataError, match="1 value is infinite or too large in the column 'c1'"):
        prepare_raw(table(values), DataRecipe())
    with pytest.raises(DataError, match=r"missing .* 'price'"):
        prepare_raw(regression(np.array([1.0, np.nan] * 10)), DataRecipe())


def test_values_near_the_limit_of_float32_are_no_mistake():
    raw = table(np.array([[3e38], [-3e38]] * 20))
    assert prepare_raw(raw, DataRecipe(scaling="none")).count == 40


def test_a_target_without_spread_is_told_and_stays_finite():
    done = prepare_raw(regression(np.full(30, 5.0)), DataRecipe(target_scaling="standard"))
    assert done.preprocess.targets["target"].scale == (1.0,)
    assert [str(n) for n in done.notices] == [
        "'price' is 5 in every training sample, so there is nothing to learn about it."
    ]


def test_no_samples_and_different_counts_are_refused():
    with pytest.raises(DataError, match="holds no samples"):
        prepare_raw(table(np.ones((0, 2))), DataRecipe())
    with pytest.raises(DataError, match="5 of 'features', 4 of 'label'"):
        prepare_raw(table(np.ones((5, 2)), np.arange(4) % 2), DataRecipe())


def test_fingerprint_follows_content_and_recipe_not_place(tmp_path):
    values, labels = np.random.RandomState(0).normal(size=(50, 2)), np.arange(50) % 2
    seen = {}
    for folder in ("one", "two"):
        (tmp_path / folder).mkdir()
        np.savez(tmp_path / folder / "d.npz", x=values, y=labels)
        seen[folder] = prepare(DataRecipe(source=NpzSource(path="d.npz")), tmp_path / folder).fingerprint
    assert seen["one"] == seen["two"]
    recipe = DataRecipe(source=NpzSource(path="d.npz"))
    changed = [
        recipe.updated(scaling="minmax"),
        recipe.updated(target_scaling="standard"),
        recipe.updated(split=SplitRecipe(seed=1)),
    ]
    prints = {prepare(r, tmp_path / "one").fingerprint for r in changed} | {seen["one"]}
    values[0, 0] += 1
    np.savez(tmp_path / "two" / "d.npz", x=values, y=labels)
    prints.add(prepare(recipe, tmp_path / "two").fingerprint)
    assert len(prints) == 5
    assert prepare(recipe, tmp_path / "one").preprocess.fingerprint == seen["one"]


def test_fingerprint_is_the_same_on_every_machine():
    raw = table(np.arange(60).reshape(30, 2))
    assert prepare_raw(raw, DataRecipe()).fingerprint == "f80726976f6d6f0000ee5668f99da390"


def count_loads(monkeypatch) -> list[str]:
    loads: list[str] = []
    original = NpzSource.load

    def counted(self, progress, base_dir=Path()):
        loads.append(self.path)
        return original(self, progress, base_dir)

    monkeypatch.setattr(NpzSource, "load", counted)
    return loads


def test_cache_is_used_until_the_file_changes(tmp_path, monkeypatch):
    loads = count_loads(monkeypatch)
    file = tmp_path / "d.npz"
    np.savez(file, x=np.ones((20, 2)), y=np.arange(20) % 2)
    recipe = DataRecipe(source=NpzSource(path=str(file)))
    first = prepare(recipe)
    assert prepare(recipe) is first and len(loads) == 1
    other_split = prepare(recipe.updated(split=SplitRecipe(seed=5)))
    assert other_split.raw is first.raw and len(loads) == 1
    np.savez(file, x=np.zeros((20, 2)), y=np.arange(20) % 2)
    os.utime(file, ns=(1, 1))
    assert prepare(recipe).raw.inputs["features"].values.max() == 0 and len(loads) == 2


def test_cache_holds_only_the_last_few(tmp_path, monkeypatch):
    loads = count_loads(monkeypatch)
    for i in range(5):
        np.savez(tmp_path / f"{i}.npz", x=np.full((20, 2), i), y=np.arange(20) % 2)
    for i in (0, 1, 2, 3, 4, 4, 0):
        prepare(DataRecipe(source=NpzSource(path=f"{i}.npz")), tmp_path)
    assert loads == ["0.npz", "1.npz", "2.npz", "3.npz", "4.npz", "0.npz"]


def test_a_failed_load_is_tried_again(tmp_path):
    recipe = DataRecipe(source=NpzSource(path="late.npz"))
    with pytest.raises(DataError, match=r"'late\.npz' is not in the folder"):
        prepare(recipe, tmp_path)
    np.savez(tmp_path / "late.npz", x=np.ones((20, 2)), y=np.arange(20) % 2)
    assert prepare(recipe, tmp_path).count == 20


def test_failed_loads_push_nothing_out_of_the_cache(tmp_path, monkeypatch):
    loads = count_loads(monkeypatch)
    np.savez(tmp_path / "good.npz", x=np.ones((20, 2)), y=np.arange(20) % 2)
    good = prepare(DataRecipe(source=NpzSource(path="good.npz")), tmp_path)
    for i in range(5):
        with pytest.raises(DataError):
            prepare(DataRecipe(source=NpzSource(path=f"bad{i}.npz")), tmp_path)
    assert prepare(DataRecipe(source=NpzSource(path="good.npz")), tmp_path) is good and loads.count("good.npz") == 1


def test_cancel_stops_and_leaves_nothing_half_done():
    recipe = DataRecipe(source=SampleSource(name="iris"))

    def cancel(done: float, text: str) -> None:
        if done > 0.5:
            raise Cancelled

    with pytest.raises(Cancelled):
        prepare(recipe, progress=cancel)
    assert prepare(recipe).count == 150


def test_progress_rises_to_one():
    seen: list[float] = []
    prepare(DataRecipe(source=SampleSource(name="digits")), progress=lambda done, text: seen.append(done))
    assert seen == sorted(seen) and seen[0] == 0.0 and seen[-1] == 1.0 and len(seen) > 4


def test_two_threads_share_one_load(tmp_path, monkeypatch):
    loads = count_loads(monkeypatch)
    started = threading.Event()
    np.savez(tmp_path / "d.npz", x=np.ones((20, 2)), y=np.arange(20) % 2)
    recipe = DataRecipe(source=NpzSource(path="d.npz"))
    results: list[object] = []

    def slow(done: float, text: str) -> None:
        started.set()
        waiting.wait(120)

    waiting = threading.Event()

    def told(done: float, text: str) -> None:
        if text.startswith("Waiting"):
            waiting.set()

    first = threading.Thread(target=lambda: results.append(prepare(recipe, tmp_path, slow)))
    first.start()
    assert started.wait(120)
    second = threading.Thread(target=lambda: results.append(prepare(recipe, tmp_path, told)))
    second.start()
    for thread in (first, second):
        thread.join(120)
    assert waiting.is_set() and len(loads) == 1 and len(results) == 2 and results[0] is results[1]
