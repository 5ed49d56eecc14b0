"""Arrays in .mat, .safetensors and .npy files: found by name, turned the right way, and hostile ones refused."""

from __future__ import annotations

import io
import struct
import zipfile
from pathlib import Path

import numpy as np
import pytest
from safetensors.numpy import save_file
from scipy import sparse
from scipy.io import loadmat, savemat

from workbench.engine.data.array_files import open_arrays
from workbench.engine.data.prepare import prepare
from workbench.engine.data.raw import RawData
from workbench.engine.data.recipe import DataRecipe
from workbench.engine.data.sources.npz import NpzSource
from workbench.engine.data.sources.recognise import source_from_path
from workbench.engine.errors import DataError

X, Y = np.random.RandomState(0).normal(size=(12, 3)).astype(np.float32), np.arange(12) % 3


def load(path: Path, **fields) -> RawData:
    return NpzSource(path=str(path), **fields).load(lambda done, text: None)


def same(raw: RawData) -> bool:
    values = next(iter(raw.inputs.values())).values
    return np.array_equal(values, X) and raw.targets["label"].values.tolist() == Y.tolist()


def test_safetensors(tmp_path):
    save_file({"x": X, "y": Y, "x_test": X[:2], "y_test": Y[:2]}, tmp_path / "d.safetensors")
    source = source_from_path(tmp_path / "d.safetensors")
    assert source.kind == "npz"
    raw = source.load(lambda done, text: None)
    assert raw.given["test"].tolist() == [12, 13] and raw.note == "14 samples from d.safetensors"


def test_safetensors_of_other_numbers_are_told(tmp_path):
    text = b'{"x":{"dtype":"BF16","shape":[2,2],"data_offsets":[0,8]},"y":{"dtype":"I64","shape":[2],"data_offsets":[8,24]}}'
    (tmp_path / "d.safetensors").write_bytes(struct.pack("<Q", len(text)) + text + bytes(24))
    with pytest.raises(DataError, match=r"The tensor 'x' of 'd\.safetensors' holds numbers of the type BF16"):
        load(tmp_path / "d.safetensors")


@pytest.mark.parametrize("packed", [False, True])
def test_matlab(tmp_path, packed):
    others = {"info": {"author": "me"}, "class_names": np.array(["a", "b", "c"], dtype=object), "title": "a text"}
    arrays = {"X": X.astype(float), "y": Y[:, None] * 1.0, "yes": Y > 1, "small": np.int8([[1, -2]]), **others}
    savemat(tmp_path / "d.mat", arrays, do_compression=packed)
    source = source_from_path(tmp_path / "d.mat")
    raw = source.updated(task="classification").load(lambda done, text: None)
    assert same(raw) and raw.targets["label"].classes == ("a", "b", "c")
    with open_arrays(tmp_path / "d.mat") as file:
        assert file.names == ("X", "y", "yes", "small", "class_names", "title"), "a structure is no array"
        assert file.read("yes").dtype == bool and file.read("yes").tolist() == (Y > 1).tolist()
        assert file.read("small").tolist() == [1, -2] and file.read("title").tolist() == ["a text"]


@pytest.mark.parametrize("kind", ["f4", "f8", "i1", "u1", "i2", "u2", "i4", "u4", "i8", "u8"])
def test_matlab_agrees_with_another_reader(tmp_path, kind):
    values = (np.random.RandomState(1).rand(4, 3, 2) * 100).astype(kind)
    savemat(tmp_path / "d.mat", {"v": values, "lines": np.array(["ab", "cde", ""])})
    with open_arrays(tmp_path / "d.mat") as file:
        mine = file.read("v")
        assert mine.dtype == values.dtype and np.array_equal(mine, loadmat(tmp_path / "d.mat")["v"])
        assert file.read("lines").tolist() == ["ab", "cde", ""]


def test_matlab_pictures_with_the_samples_along_the_last_axis(tmp_path):
    pictures = np.random.RandomState(0).randint(0, 255, (8, 6, 3, 20)).astype(np.uint8)
    savemat(tmp_path / "svhn.mat", {"X": pictures, "y": np.arange(20)[:, None] % 10})
    raw = load(tmp_path / "svhn.mat")
    assert raw.inputs["image"].values.shape == (20, 8, 6, 3)
    assert np.array_equal(raw.inputs["image"].values[7], pictures[..., 7])


def test_matlab_sparse_and_texts(tmp_path):
    wide = sparse.random(30, 6, 0.3, random_state=0)
    savemat(tmp_path / "d.mat", {"data": wide, "labels": np.array(["cat", "dog"] * 15, dtype=object)})
    raw = load(tmp_path / "d.mat")
    np.testing.assert_allclose(raw.inputs["features"].values, wide.toarray(), rtol=1e-6)
    assert raw.targets["label"].classes == ("cat", "dog")


def test_matlab_7_3_is_refused_with_the_way_out(tmp_path):
    (tmp_path / "d.mat").write_bytes(b"MATLAB 7.3 MAT-file, Platform: GLNXA64".ljust(512) + b"\x89HDF\r\n\x1a\n")
    with pytest.raises(DataError) as caught:
        source_from_path(tmp_path / "d.mat").load(lambda done, text: None)
    assert str(caught.value).endswith("Save it in MATLAB with save(..., '-v7').")


def test_npy_files_beside_each_other(tmp_path):
    np.save(tmp_path / "x_train.npy", X)
    np.save(tmp_path / "y_train.npy", Y)
    np.save(tmp_path / "x_test.npy", X[:4])
    np.save(tmp_path / "y_test.npy", Y[:4])
    source = source_from_path(tmp_path / "y_train.npy")
    assert (source.x, source.y) == ("", "")
    raw = source.load(lambda done, text: None)
    assert {n: len(i) for n, i in raw.given.items()} == {"train": 12, "test": 4}


@pytest.mark.parametrize(
    ("x", "y"), [("moons_x", "moons_y"), ("Images-2024", "Labels-2024"), ("my data v2", "my labels v2")]
)
def test_a_pair_is_found_by_its_own_names_among_others(tmp_path, x, y):
    for name, values in ((x, X), (y, Y), ("x", X[:5] * 0), ("y", Y[:5])):
        np.save(tmp_path / f"{name}.npy", values)
    for name in (x, y):
        source = source_from_path(tmp_path / f"{name}.npy")
        assert (source.x, source.y) == (x, y) and same(source.load(lambda done, text: None))


def test_another_file_beside_it_that_changes_is_noticed(tmp_path):
    np.save(tmp_path / "x.npy", X)
    np.save(tmp_path / "y.npy", Y)
    recipe = DataRecipe(source=source_from_path(tmp_path / "x.npy"))
    first = prepare(recipe)
    np.save(tmp_path / "y.npy", (Y + 1) % 2 * 1.5)
    assert prepare(recipe).raw.targets["target"].values[0, 0] == 1.5 != first.raw.targets["label"].values[0]


def test_a_lone_npy_file_tells_what_is_missing(tmp_path):
    np.save(tmp_path / "only.npy", X)
    with pytest.raises(DataError, match=r"has no array that looks like labels\. It holds only"):
        load(tmp_path / "only.npy", x="only")


def claiming(shape: tuple[int, ...]) -> bytes:
    out = io.BytesIO()
    np.lib.format.write_array_header_1_0(out, {"descr": "<f8", "fortran_order": False, "shape": shape})
    return out.getvalue() + bytes(64)


@pytest.mark.parametrize("kind", ["npy", "npz"])
def test_an_array_that_claims_more_than_the_file_holds(tmp_path, kind):
    huge = claiming((1 << 40, 1 << 10))
    if kind == "npy":
        (tmp_path / "x.npy").write_bytes(huge)
        np.save(tmp_path / "y.npy", Y)
        path = tmp_path / "x.npy"
    else:
        path = tmp_path / "d.npz"
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr("x.npy", huge)
            archive.writestr("y.npy", claiming((8,)))
    with pytest.raises(DataError, match=r"'x' claims 9,007,199,254,740,992 bytes and has \d+"):
        load(path)


def test_objects_are_never_unpickled(tmp_path):
    np.save(tmp_path / "x.npy", np.array([{"a": 1}, None], dtype=object), allow_pickle=True)
    np.save(tmp_path / "y.npy", Y)
    with pytest.raises(DataError, match="holds Python objects, which could run somebody else's code"):
        load(tmp_path / "x.npy")


@pytest.mark.parametrize("name", ["d.mat", "d.safetensors", "d.npz", "x.npy"])
@pytest.mark.parametrize("part", [0.05, 0.4, 0.95])
def test_cut_short_at_any_place(tmp_path, name, part):
    path = tmp_path / name
    if name == "d.mat":
        savemat(path, {"x": X, "y": Y})
    elif name == "d.safetensors":
        save_file({"x": X, "y": Y}, path)
    elif name == "d.npz":
        np.savez(path, x=X, y=Y)
    else:
        np.save(path, X)
        np.save(tmp_path / "y.npy", Y)
    whole = path.read_bytes()
    path.write_bytes(whole[: max(1, int(part * len(whole)))])
    with pytest.raises(DataError) as caught:
        load(path)
    assert name in str(caught.value)


@pytest.mark.parametrize("packed", [False, True])
def test_noise_is_never_a_traceback(tmp_path, packed):
    random = np.random.RandomState(0)
    cells = np.array(["a", "b", "c"], dtype=object)
    savemat(tmp_path / "d.mat", {"x": sparse.csc_matrix(X), "y": Y, "class_names": cells}, do_compression=packed)
    whole = np.frombuffer((tmp_path / "d.mat").read_bytes(), np.uint8)
    refused = 0
    for _ in range(400):
        noisy = whole.copy()
        places = random.randint(128, len(whole), 3)
        noisy[places] = random.randint(0, 256, 3)
        (tmp_path / "n.mat").write_bytes(noisy.tobytes())
        try:
            load(tmp_path / "n.mat")
        except DataError:
            refused += 1
    assert refused > 20
