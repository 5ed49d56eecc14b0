"""The way of a sample through the recipe ends with exactly what the network is fed."""

from __future__ import annotations

import numpy as np
import pytest
from test_data_doctor import pictures

from workbench.engine.data.apply import transform_inputs
from workbench.engine.data.prepare import prepare, prepare_raw
from workbench.engine.data.recipe import DataRecipe
from workbench.engine.data.sources.sample import SampleSource
from workbench.engine.data.sources.table import TableSource
from workbench.engine.data.way import way_of_picture, way_of_row


@pytest.fixture
def recipe(tmp_path):
    lines = ["age,colour,label"]
    lines += [
        f"{'' if i % 9 == 4 else i},{['red', 'blue'][i % 2] if i != 22 else 'green'},{'ab'[i % 2]}" for i in range(60)
    ]
    lines[41] = "99999,red,a"
    (tmp_path / "t.csv").write_text("\n".join(lines) + "\n")
    return DataRecipe(source=TableSource(path=str(tmp_path / "t.csv")))


def test_each_number_tells_where_it_comes_from(recipe):
    recipe = recipe.updated(cleaning=recipe.cleaning.updated(indicator=True, outliers="clip"))
    data = prepare(recipe)
    how = data.preprocess.inputs["features"]
    for sample in range(60):
        way = way_of_row(data, sample)
        fed = transform_inputs(data.raw.inputs["features"].values[[sample]], how)[0]
        assert [w.fed for w in way] == fed.tolist()
        assert [w.name for w in way] == list(how.table.outputs(how.columns))
        assert {w.column for w in way} == {"age", "colour"}
    gap = {w.name: w for w in way_of_row(data, 4)}
    assert np.isnan(gap["age"].read) and gap["age"].happened == "filled"
    assert gap["age"].encoded == np.float32(how.table.fills[0])
    assert gap["age is missing"].encoded == 1.0
    far = {w.name: w for w in way_of_row(data, 40)}
    assert far["age"].read == 99999 and far["age"].happened == "limited" and far["age"].encoded < 300
    plain = {w.name: w for w in way_of_row(data, 7)}
    assert plain["age"].read == plain["age"].encoded == 7 and plain["age"].happened == ""
    assert plain["colour = blue"].read == "blue" and plain["colour = blue"].fed == 1.0


def test_a_category_that_training_has_not_is_told(recipe):
    for seed in range(30):
        data = prepare(recipe.updated(split=recipe.split.updated(seed=seed)))
        if 22 not in data.splits["train"]:
            assert {w.happened for w in way_of_row(data, 22) if w.column == "colour"} == {"unknown"}
            assert not any(w.fed for w in way_of_row(data, 22) if w.column == "colour")
            return
    pytest.fail("the row was in the training part with every seed")


def test_tables_of_numbers_and_pictures():
    data = prepare(DataRecipe(source=SampleSource(name="iris")))
    way = way_of_row(data, 3)
    values = next(iter(data.raw.inputs.values())).values[3]
    assert [w.read for w in way] == [float(v) for v in values] and len(way) == 4
    drawn = prepare_raw(pictures(), DataRecipe())
    picture = way_of_picture(drawn, 5)
    assert picture.read.shape == (24, 24, 3) and picture.fed.shape == (3, 24, 24)
    how = drawn.preprocess.inputs["image"]
    assert picture.fed[1, 2, 3] == pytest.approx((picture.read[2, 3, 1] - how.offset[1]) * how.scale[1], rel=1e-5)
