"""Pictures that a table names: which column, which folder, and classes, labels or numbers beside them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from workbench.engine.data.prepare import prepare
from workbench.engine.data.raw import RawData
from workbench.engine.data.recipe import DataRecipe
from workbench.engine.data.sources import picture_list
from workbench.engine.data.sources.image_folder import ImageFolderSource
from workbench.engine.data.sources.loose_pictures import LoosePicturesSource
from workbench.engine.data.sources.picture_table import PictureTableSource
from workbench.engine.data.sources.recognise import candidates, source_from_path
from workbench.engine.data.sources.table import TableSource
from workbench.engine.errors import DataError
from workbench.engine.project.baseline import project_from_data
from workbench.engine.project.proposal import split_words


def draw(path: Path, number: int) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    pixels = np.random.default_rng(number).integers(0, 256, (6, 8, 3)).astype(np.uint8)
    Image.fromarray(pixels).save(path)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Twelve pictures in a folder beside the table to come."""
    for number in range(12):
        draw(tmp_path / "photos" / f"{number}.png", number)
    return tmp_path


def table(folder: Path, lines: Sequence[str], name: str = "list.csv") -> Path:
    path = folder / name
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def load(path: Path, **fields: object) -> RawData:
    source = PictureTableSource.beside(path).updated(**fields)
    return source.load(lambda done, text: None, path.parent)


def pixels(number: int) -> np.ndarray:
    return np.random.default_rng(number).integers(0, 256, (6, 8, 3)).astype(np.uint8)


@pytest.mark.parametrize("header", [True, False])
@pytest.mark.parametrize("below", ["photos/", "", "./photos/", "photos\\"])
def test_a_class_for_every_path(folder: Path, header: bool, below: str):
    lines = [f"{below}{n}.png,{'cat' if n % 3 else 'dog'}" for n in range(12)]
    raw = load(table(folder, ["path,label", *lines] if header else lines))
    assert raw.targets["label"].classes == ("cat", "dog")
    assert raw.targets["label"].values.tolist() == [0 if n % 3 else 1 for n in range(12)]
    assert raw.inputs["image"].values.shape == (12, 6, 8, 3)
    assert np.array_equal(raw.inputs["image"].values[5], pixels(5))
    assert raw.skipped == () and raw.names[3].endswith("3.png")


def test_names_without_endings_and_numbered_classes(folder: Path):
    raw = load(table(folder, ["id_code,diagnosis", *(f"{n},{n % 3}" for n in range(12))]))
    assert raw.targets["label"].classes == ("0", "1", "2")
    assert np.array_equal(raw.inputs["image"].values[7], pixels(7))
    source = source_from_path(folder / "list.csv", folder)
    assert isinstance(source, PictureTableSource), "ids whose pictures are there are recognised"


@pytest.mark.parametrize("between", [";", "|", " ", "; "])
def test_several_labels_in_a_cell(folder: Path, between: str):
    cells = ["red", "blue", between.join(["red", "blue"]), "", "green", between.join(["green", "red"])] * 2
    raw = load(table(folder, ["file\tcolours", *(f"{n}.png\t{cell}" for n, cell in enumerate(cells))]))
    target = raw.targets["labels"]
    assert (target.task, target.classes) == ("multi_label", ("blue", "green", "red"))
    assert target.values[:6].tolist() == [[0, 0, 1], [1, 0, 0], [1, 0, 1], [0, 0, 0], [0, 1, 0], [0, 1, 1]]


def labelled(folder: Path, cells: Sequence[str]) -> Path:
    return table(folder, ["file\ttags", *(f"{n}.png\t{cell}" for n, cell in enumerate(cells))])


def test_nested_labels_are_several(folder: Path):
    """Each combination has a label of its own: there are more labels than combinations."""
    found = load(labelled(folder, ["dress;top;legs", "shirt;top", "pants;legs", "hat"] * 3)).targets["labels"]
    assert found.classes == ("dress", "hat", "legs", "pants", "shirt", "top")


def test_what_the_user_calls_labels_is_parted(folder: Path):
    path = labelled(folder, ["red, blue", "green", "grey"] * 4)
    assert load(path).targets["label"].task == "classification"
    assert load(path, task="multi_label").targets["labels"].classes == ("blue", "green", "grey", "red")
    head = PictureTableSource.beside(path).updated(task="multi_label").head(lambda done, text: None, path.parent)
    assert head.guessed == {"picture": "file", "targets": "tags", "split": "", "between": ","}


def test_texts_with_spaces_are_classes(folder: Path):
    breeds = ["Siberian Husky", "Golden Retriever", "Great Dane"]
    raw = load(table(folder, ["file,breed", *(f"{n}.png,{breeds[n % 3]}" for n in range(12))]))
    assert raw.targets["label"].classes == tuple(sorted(breeds))


def test_a_line_for_each_label_of_a_picture(folder: Path):
    lines = [f"{n}.png,{label}" for n in range(12) for label in (["sky", "sea"] if n % 2 else ["sky"])]
    raw = load(table(folder, ["file,label", *lines]))
    assert raw.targets["labels"].classes == ("sea", "sky")
    assert raw.targets["labels"].values.tolist() == [[float(n % 2), 1.0] for n in range(12)]


@pytest.mark.parametrize(("no", "yes"), [("0", "1"), ("-1", "1"), ("False", "True"), ("0.0", "1.0")])
def test_columns_of_zeros_and_ones_are_labels(folder: Path, no: str, yes: str):
    rows = [(n % 2, n % 3 == 0, 1 - (n % 2)) for n in range(12)]
    lines = [f"{n}.png," + ",".join(yes if v else no for v in row) for n, row in enumerate(rows)]
    raw = load(table(folder, ["image,young,smiling,old", *lines]))
    target = raw.targets["labels"]
    assert (target.task, target.classes) == ("multi_label", ("young", "smiling", "old"))
    assert target.values.tolist() == [[float(v) for v in row] for row in rows]


def test_a_single_one_in_every_row_is_a_class(folder: Path):
    lines = [f"{n}.png," + ",".join(str(int(n % 3 == k)) for k in range(3)) for n in range(12)]
    path = table(folder, ["image,a,b,c", *lines])
    assert load(path).targets["label"].classes == ("a", "b", "c")
    assert load(path, task="multi_label").targets["labels"].values.shape == (12, 3)


def test_numbers_are_predicted_as_they_are(folder: Path):
    path = table(folder, ["file,age,height", *(f"{n}.png,{20 + n / 2},{150 + n}" for n in range(12))])
    both = load(path).targets["target"]
    assert (both.task, both.names) == ("regression", ("age", "height"))
    assert both.values[3].tolist() == [21.5, 153.0]
    one = load(path, targets="age").targets["target"]
    assert one.names == ("age",) and one.values.shape == (12, 1)
    with pytest.raises(DataError, match="no number"):
        load(table(folder, ["f,label", *(f"{n}.png,{'x' if n else 'y'}" for n in range(12))]), task="regression")


def test_the_column_called_label_is_taken_among_others(folder: Path):
    lines = [f"{n},{n}.png,site {n % 4},{'ill' if n % 2 else 'well'}" for n in range(12)]
    path = table(folder, ["Unnamed: 0,file,site,label", *lines])
    assert load(path).targets["label"].classes == ("ill", "well")
    assert load(path, targets="site").targets["label"].classes == tuple(f"site {k}" for k in range(4))
    other = table(folder, ["file,site,state", *(f"{n}.png,s{n % 4},{'ab'[n % 2]}" for n in range(12))])
    with pytest.raises(DataError, match="2 columns beside the pictures"):
        load(other)


@pytest.mark.parametrize("words", [("train", "val", "test"), ("0", "1", "2")])
def test_a_column_divides_the_pictures(folder: Path, words: tuple[str, str, str]):
    parts = [words[0]] * 6 + [words[1]] * 3 + [words[2]] * 3
    raw = load(table(folder, ["file,label,split", *(f"{n}.png,{'ab'[n % 2]},{parts[n]}" for n in range(12))]))
    assert {name: list(rows) for name, rows in raw.given.items()} == {
        "train": [0, 1, 2, 3, 4, 5],
        "validation": [6, 7, 8],
        "test": [9, 10, 11],
    }
    prepared = prepare(DataRecipe(source=PictureTableSource.beside(folder / "list.csv")), folder)
    assert prepared.splits["test"].tolist() == [9, 10, 11]


def test_everything_left_out_is_told(folder: Path):
    (folder / "photos" / "3.png").write_bytes(b"no picture")
    (folder / "photos" / "sub.png").mkdir()
    lines = [f"{n}.png,{'ab'[n % 2]}" for n in range(12)]
    lines += ["gone.png,a", "4.png,b", "5.png,b", "sub.png,a", ",a", "7.png,", "8.png,a,more"]
    raw = load(table(folder, ["file,label", *lines]))
    told = {s.item: s.reason for s in raw.skipped}
    assert told["line 14: gone.png"] == "The picture is not there"
    assert "says 'a' there" in told["line 15: 4.png"], "another class in a second line"
    assert told["line 16: 5.png"] == "It stands in line 7 already"
    assert told["line 17: sub.png"] == "It is no file"
    assert told["line 18"] == "It names no picture"
    assert told["line 19: 7.png"] == "It has no value in 'label'"
    assert told["line 20"].startswith("It has 3 cells")
    assert "damaged" in told["3.png"] or "not a picture" in told["3.png"]
    assert len(raw.inputs["image"].values) == 11


def test_nothing_to_be_found_is_one_sentence(folder: Path):
    with pytest.raises(DataError, match="None of the 3 pictures that"):
        load(table(folder, ["file,label", "x.png,a", "y.png,b", "z.png,b"]))
    with pytest.raises(DataError, match="names picture files"):
        load(table(folder, ["a,b", "1,2", "3,4"]))
    with pytest.raises(DataError, match="no column 'sort'"):
        load(table(folder, ["file,label", *(f"{n}.png,{'ab'[n % 2]}" for n in range(12))]), targets="sort")
    with pytest.raises(DataError, match="same labels"):
        prepare(DataRecipe(source=PictureTableSource(path=str(table(folder, ["f,a,b", "1.png,1,1", "2.png,1,1"])))))


def test_other_labels_are_other_data(folder: Path):
    lines = [f"{n}.png,{'ab'[n % 2]}" for n in range(12)]
    path = table(folder, ["file,label", *lines])
    source = PictureTableSource.beside(path)
    first = prepare(DataRecipe(source=source), folder)
    table(folder, ["file,label", *lines[:-1], "11.png,a"])
    second = prepare(DataRecipe(source=source), folder)
    assert first.fingerprint != second.fingerprint
    before = source.stamp(folder)
    draw(folder / "photos" / "2.png", 99)
    assert source.stamp(folder) != before
    third = prepare(DataRecipe(source=source), folder)
    assert np.array_equal(third.raw.inputs["image"].values[2], pixels(99))


def test_recognised_before_a_table_and_from_its_folder(folder: Path):
    path = table(folder, ["file,label", *(f"{n}.png,{'ab'[n % 2]}" for n in range(12))])
    found = candidates(path, folder)
    assert isinstance(found[0].source, PictureTableSource) and found[0].kind == "pictures"
    assert found[0].source.path == "list.csv" and found[0].source.size == (6, 8)
    assert any(isinstance(c.source, TableSource) for c in found)
    assert isinstance(source_from_path(folder), PictureTableSource), "a folder of pictures with their list"
    for number in range(12):
        draw(folder / "beside" / f"{number}.png", number)
    for names in (
        ("file,label", *(f"{n}.png,{'ab'[n % 2]}" for n in range(12))),
        (
            "id,label",
            *(f"{n},{'ab'[n % 2]}" for n in range(12)),
        ),
    ):
        table(folder / "beside", names)
        ways = candidates(folder / "beside", folder)
        assert [type(c.source) for c in ways[:2]] == [PictureTableSource, LoosePicturesSource]
    plain = table(folder, ["a,b,kind", *(f"{n},{n / 3},{'xy'[n % 2]}" for n in range(30))], "plain.csv")
    assert isinstance(source_from_path(plain), TableSource)
    far = table(folder, ["file,label", *(f"elsewhere/{n}.jpg,{'ab'[n % 2]}" for n in range(9))], "far.csv")
    assert isinstance(source_from_path(far), TableSource), "its pictures are not there"


def test_a_project_for_pictures_with_labels(folder: Path):
    cells = ["red", "blue", "red;blue", "green;red"] * 3
    path = table(folder, ["file,tags", *(f"{n}.png,{cell}" for n, cell in enumerate(cells))])
    project, note = project_from_data(path, folder)
    assert "3 labels" in note
    assert split_words(project, prepare(project.data, folder)).endswith("with the same share of every label")
    assert project.graph.nodes[-2].layer.units == 3
    numbers = table(folder, ["file,age", *(f"{n}.png,{n / 7}" for n in range(12))], "ages.csv")
    project, _ = project_from_data(numbers, folder)
    assert project.data.target_scaling == "standard"


def test_loose_pictures_are_for_an_autoencoder(tmp_path: Path):
    for number in range(8):
        draw(tmp_path / "pile" / f"{number}.png", number)
    draw(tmp_path / "pile" / "more" / "deep" / "8.png", 8)
    (tmp_path / "pile" / "notes.txt").write_text("no picture")
    found = candidates(tmp_path / "pile", tmp_path)
    assert isinstance(found[0].source, LoosePicturesSource) and "8 pictures" in found[0].why
    project, note = project_from_data(tmp_path / "pile", tmp_path)
    assert "themselves" in note
    prepared = prepare(project.data, tmp_path)
    assert prepared.facts.targets["reconstruction"].shape == (3, 6, 8)
    assert prepared.count == 9 and [s.item for s in prepared.raw.skipped] == ["notes.txt"]
    with pytest.raises(DataError, match="no classes or numbers"):
        project_from_data(tmp_path / "pile", tmp_path, task="classification")


def test_class_folders_are_still_class_folders(tmp_path: Path):
    for number in range(8):
        draw(tmp_path / "pets" / ("cats" if number % 2 else "dogs") / f"{number}.png", number)
    draw(tmp_path / "pets" / "left.png", 9)
    assert isinstance(source_from_path(tmp_path / "pets"), ImageFolderSource)


def test_preparing_reads_the_table_once(folder: Path, monkeypatch: pytest.MonkeyPatch):
    path = table(folder, ["path,label", *(f"photos/{n}.png,{'cat' if n % 2 else 'dog'}" for n in range(12))])
    recipe = DataRecipe(source=PictureTableSource.beside(path))
    read: list[Path] = []
    real = picture_list.read_list

    def counted(path: Path, *rest: Any, **more: Any) -> picture_list.PictureList:
        read.append(path)
        return real(path, *rest, **more)

    monkeypatch.setattr(picture_list, "read_list", counted)
    first = prepare(recipe)
    assert read == [path]
    assert prepare(recipe) is first and read == [path], "the pictures are looked at, the table is known"
    draw(folder / "photos" / "3.png", 99)
    assert np.array_equal(prepare(recipe).raw.inputs["image"].values[3], pixels(99)) and len(read) == 2
