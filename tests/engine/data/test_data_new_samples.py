"""New samples: tables, arrays, typed rows, and every way to get them wrong."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from workbench.engine.data.apply import transform_inputs
from workbench.engine.data.new_samples import read_samples, row_from_values
from workbench.engine.data.prepare import prepare
from workbench.engine.data.preprocess import InputPreprocess, Preprocess
from workbench.engine.data.recipe import DataRecipe
from workbench.engine.data.sources.sample import SampleSource
from workbench.engine.errors import DataError

ONE = {"offset": (0.0,), "scale": (1.0,)}


def inputs(**more: InputPreprocess) -> Preprocess:
    return Preprocess(inputs=more, targets={})


TABLE = inputs(features=InputPreprocess(kind="table", shape=(3,), columns=("age", "bmi", "bp"), **ONE))
IMAGE = inputs(image=InputPreprocess(kind="image", shape=(1, 4, 5), **ONE))
COLOUR = inputs(image=InputPreprocess(kind="image", shape=(3, 4, 5), **ONE))
SERIES = inputs(series=InputPreprocess(kind="series", shape=(4, 2), columns=("u", "v"), **ONE))
TOKENS = inputs(tokens=InputPreprocess(kind="tokens", shape=(4,), vocabulary=9))


def csv(folder: Path, text: str | bytes, name: str = "s.csv") -> Path:
    (folder / name).write_bytes(text if isinstance(text, bytes) else text.encode())
    return folder / name


@pytest.mark.parametrize(
    "text",
    [
        "age,bmi,bp\n1,2.5,3\n4,5,-6e1\n",
        "age;bmi;bp\r\n1;2.5;3\r\n4;5;-6e1\r\n",
        "age\tbmi\tbp\n1\t2.5\t3\n\n4\t5\t-6e1",
        " age , bmi , bp \n 1 , 2.5 , 3 \n 4 , 5 , -60 \n",
        '"age","bmi","bp"\n"1","2.5","3"\n"4","5","-60"\n',
        "\ufeffage,bmi,bp\n1,2.5,3\n4,5,-60\n",
        'bp,name,age,bmi\n3,"Wu, Li\nMin",1,2.5\n-60,x,4,5\n',
        "age,bmi,bp\n1,2.5,3\n4,5,-60\n".encode("utf-16"),
        "näme,age,bmi,bp\nJosé,1,2.5,3\nZoë,4,5,-60\n".encode("latin-1"),
        "1,2.5,3\n4,5,-60\n",
    ],
)
def test_tables_of_many_dialects(tmp_path, text):
    found = read_samples(csv(tmp_path, text), TABLE)
    assert found.inputs["features"].dtype == np.float32
    assert found.inputs["features"].tolist() == [[1.0, 2.5, 3.0], [4.0, 5.0, -60.0]]
    assert found.labels == ("row 1", "row 2")


def test_columns_that_are_not_used_are_told(tmp_path):
    found = read_samples(csv(tmp_path, "id,age,bmi,bp,y\n7,1,2,3,0\n"), TABLE)
    assert found.notes == ("Not used: 'id', 'y'.",) and found.inputs["features"].tolist() == [[1, 2, 3]]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("age,bp\n1,2\n", r"The header of 's\.csv' has no column 'bmi'"),
        ("a,b\n1,2\n", "has no column 'age', 'bmi', 'bp'"),
        ("age,bmi,bp\n1,x,3\n", "'x' in line 2, column 'bmi' is not a number"),
        ("age,bmi,bp\n1,2,3\n4,,6\n", "The value in line 3, column 'bmi' is empty"),
        ("age,bmi,bp\n1,nan,3\n", "'nan' in line 2, column 'bmi' is not a number"),
        ("age,bmi,bp\n1,1e39,3\n", "1e39 in line 2, column 'bmi' is too large"),
        ("age,bmi,bp\n1,inf,3\n", "is too large"),
        ("age;bmi;bp\n1;2,5;3\n", r"'2,5' in line 2, column 'bmi' is not a number.*Write 2\.5"),
        ("age,bmi,bp\n1,2\n", "Line 2 of .* has 2 cells. The header has 3"),
        ("age,bmi,bp,bmi\n1,2,3,4\n", "several columns called 'bmi'"),
        ("age,bmi,bp\n", "has a header and no rows"),
        ("\n \n", "has no rows"),
        ("", "is empty"),
        (b"age,bmi,bp\n1,2,\0\0\0", "is not a text file"),
        ("<!doctype html>", "is a web page"),
    ],
)
def test_bad_tables(tmp_path, text, message):
    with pytest.raises(DataError, match=message):
        read_samples(csv(tmp_path, text), TABLE)


def test_typed_rows():
    row = row_from_values({"bp": "3", "age": 1, "bmi": " 2.5 "}, TABLE)
    assert row.inputs["features"].tolist() == [[1.0, 2.5, 3.0]] and row.labels == ("typed row",)
    for values, message in (
        ({"age": 1, "bmi": ""}, "The row has no value for 'bmi', 'bp'"),
        ({"age": 1, "bmi": 2, "bp": 3, "x": 4}, "The row has 'x', which the network does not know"),
        ({"age": 1, "bmi": "2,5", "bp": 3}, r"'2,5' in 'bmi' is not a number.*Write 2\.5"),
        ({"age": 1, "bmi": float("nan"), "bp": 3}, "is not a number"),
        ({"age": 1, "bmi": "1_0", "bp": 3}, "'1_0' in 'bmi' is not a number"),
    ):
        with pytest.raises(DataError, match=message):
            row_from_values(values, TABLE)
    with pytest.raises(DataError, match="only be typed in for a network that takes a table"):
        row_from_values({}, IMAGE)


@pytest.mark.parametrize(
    ("preprocess", "shape", "result"),
    [
        (TABLE, (3,), (1, 3)),
        (TABLE, (7, 3), (7, 3)),
        (IMAGE, (4, 5), (1, 4, 5, 1)),
        (IMAGE, (7, 4, 5), (7, 4, 5, 1)),
        (IMAGE, (7, 4, 5, 1), (7, 4, 5, 1)),
        (IMAGE, (7, 1, 4, 5), (7, 4, 5, 1)),
        (IMAGE, (1, 4, 5), (1, 4, 5, 1)),
        (COLOUR, (4, 5, 3), (1, 4, 5, 3)),
        (COLOUR, (3, 4, 5), (1, 4, 5, 3)),
        (COLOUR, (7, 3, 4, 5), (7, 4, 5, 3)),
        (SERIES, (4, 2), (1, 4, 2)),
        (SERIES, (7, 4, 2), (7, 4, 2)),
        (TOKENS, (4,), (1, 4)),
        (TOKENS, (7, 4), (7, 4)),
    ],
)
def test_arrays_of_one_sample_and_of_many(tmp_path, preprocess, shape, result):
    ((name, how),) = preprocess.inputs.items()
    values = np.arange(np.prod(shape)).reshape(shape) % 9
    np.save(tmp_path / "s.npy", values)
    np.savez(tmp_path / "named.npz", other=np.zeros(2), **{name: values})
    np.savez(tmp_path / "plain.npz", arr_0=values)
    for file in ("s.npy", "named.npz", "plain.npz"):
        found = read_samples(tmp_path / file, preprocess)
        assert found.inputs[name].shape == result and len(found.labels) == result[0]
        assert transform_inputs(found.inputs[name], how).shape == (result[0], *how.shape)
    if preprocess is COLOUR and shape[-1] != 3:
        assert found.inputs[name][0, 2, 3, 1] == values.reshape(-1, 3, 4, 5)[0, 1, 2, 3]


def test_one_column_takes_a_plain_list(tmp_path):
    one = inputs(features=InputPreprocess(kind="table", shape=(1,), columns=("x",), **ONE))
    np.save(tmp_path / "s.npy", np.arange(5.0))
    assert read_samples(tmp_path / "s.npy", one).inputs["features"].shape == (5, 1)


@pytest.mark.parametrize(
    ("preprocess", "values", "message"),
    [
        (TABLE, np.zeros((2, 4)), r"shape \(2, 4\)\. A sample has the shape \(3\)"),
        (IMAGE, np.zeros((5, 4)), "A sample has the shape"),
        (TABLE, np.zeros((0, 3)), "holds no samples"),
        (TABLE, np.float64(3), "A sample has the shape"),
        (TABLE, np.array(["a", "b", "c"]), "does not hold numbers"),
        (TABLE, np.array([1, np.nan, 3]), "missing or infinite"),
        (TOKENS, np.array([0, 1, 2, 9]), "tokens from 0 to 9. Tokens are whole numbers from 0 to 8"),
        (TOKENS, np.array([0, 1, 2, -1]), "tokens from -1"),
        (TOKENS, np.array([0, 1, 2, 0.5]), "Tokens are whole numbers"),
    ],
)
def test_bad_arrays(tmp_path, preprocess, values, message):
    np.save(tmp_path / "s.npy", values)
    with pytest.raises(DataError, match=message):
        read_samples(tmp_path / "s.npy", preprocess)


def test_damaged_arrays_and_objects(tmp_path):
    np.save(tmp_path / "s.npy", np.zeros((100, 3)))
    whole = (tmp_path / "s.npy").read_bytes()
    (tmp_path / "s.npy").write_bytes(whole[:500])
    with pytest.raises(DataError, match="damaged or cut short"):
        read_samples(tmp_path / "s.npy", TABLE)
    np.save(tmp_path / "o.npy", np.array([{}], dtype=object), allow_pickle=True)
    with pytest.raises(DataError, match="holds Python objects"):
        read_samples(tmp_path / "o.npy", TABLE)


def test_pixels_between_0_and_1_where_bytes_were_learnt_get_a_word(tmp_path):
    np.save(tmp_path / "s.npy", np.full((4, 5), 0.5))
    assert "between 0 and 1" in read_samples(tmp_path / "s.npy", IMAGE).notes[0]


def test_several_inputs_need_an_array_each(tmp_path):
    both = inputs(**TABLE.inputs, **IMAGE.inputs)
    np.savez(tmp_path / "s.npz", image=np.zeros((2, 4, 5)), features=np.zeros((2, 3)))
    assert set(read_samples(tmp_path / "s.npz", both).inputs) == {"features", "image"}
    np.savez(tmp_path / "t.npz", image=np.zeros((2, 4, 5)))
    with pytest.raises(DataError, match="no array called 'features'"):
        read_samples(tmp_path / "t.npz", both)
    np.savez(tmp_path / "u.npz", image=np.zeros((2, 4, 5)), features=np.zeros((3, 3)))
    with pytest.raises(DataError, match="different numbers of samples"):
        read_samples(tmp_path / "u.npz", both)
    with pytest.raises(DataError, match="The network has 2 inputs"):
        read_samples(csv(tmp_path, "age\n1\n"), both)


def test_the_wrong_kind_of_file(tmp_path):
    Image.new("L", (5, 4)).save(tmp_path / "p.png")
    with pytest.raises(DataError, match=r"takes rows of numbers, and 'p\.png' is not a table"):
        read_samples(tmp_path / "p.png", TABLE)
    with pytest.raises(DataError, match=r"takes pictures, and 's\.csv' is a table"):
        read_samples(csv(tmp_path, "age\n1\n"), IMAGE)
    with pytest.raises(DataError, match="takes tokens"):
        read_samples(csv(tmp_path, "age\n1\n"), TOKENS)
    with pytest.raises(DataError, match="is not in the folder"):
        read_samples(tmp_path / "none.png", IMAGE)
    with pytest.raises(DataError, match="is a folder"):
        read_samples(tmp_path, IMAGE)


def test_series_from_a_table(tmp_path):
    rows = "".join(f"{i},{-i}\n" for i in range(8))
    found = read_samples(csv(tmp_path, "u,v\n" + rows), SERIES)
    assert found.inputs["series"].shape == (2, 4, 2) and found.inputs["series"][1, 0].tolist() == [4, -4]
    assert found.labels == ("s.csv #1", "s.csv #2")
    with pytest.raises(DataError, match=r"has 3 rows\. A series has 4 steps"):
        read_samples(csv(tmp_path, "u,v\n1,2\n1,2\n1,2\n"), SERIES)


def test_a_training_picture_saved_and_read_again_is_the_same_sample(tmp_path):
    done = prepare(DataRecipe(source=SampleSource(name="digits")))
    values = done.raw.inputs["image"].values
    for index in (0, 17, 1000):
        Image.fromarray(values[index, :, :, 0]).save(tmp_path / "7.png")
        found = read_samples(tmp_path / "7.png", done.preprocess)
        assert np.array_equal(found.inputs["image"][0], values[index]) and found.notes == ()
        assert found.labels == ("7.png",)


def test_a_training_row_typed_again_is_the_same_sample():
    done = prepare(DataRecipe(source=SampleSource(name="diabetes")))
    part = done.raw.inputs["features"]
    row = row_from_values(
        {c: repr(float(v)) for c, v in zip(part.columns, part.values[3], strict=True)}, done.preprocess
    )
    assert np.array_equal(row.inputs["features"][0], part.values[3])
