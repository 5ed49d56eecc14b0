"""What every registered data source must keep to."""

from __future__ import annotations

import gzip
import struct
from collections.abc import Callable
from pathlib import Path
from typing import get_args

import numpy as np
import pytest
from PIL import Image

from workbench.engine.data.prepare import prepare
from workbench.engine.data.raw import RawData
from workbench.engine.data.recipe import DataRecipe, Source
from workbench.engine.data.sources.idx import IdxSource
from workbench.engine.data.sources.image_folder import ImageFolderSource
from workbench.engine.data.sources.loose_pictures import LoosePicturesSource
from workbench.engine.data.sources.npz import NpzSource
from workbench.engine.data.sources.picture_table import PictureTableSource
from workbench.engine.data.sources.sample import SAMPLE_TITLES, SampleName, SampleSource
from workbench.engine.data.sources.series_folder import SeriesFolderSource
from workbench.engine.data.sources.series_table import SeriesTableSource
from workbench.engine.data.sources.series_ts import TsSource
from workbench.engine.data.sources.table import TableSource
from workbench.engine.data.sources.tagged import TaggedSource
from workbench.engine.data.sources.text import TextSource
from workbench.engine.errors import DataError
from workbench.engine.fields import fields_of
from workbench.engine.values import load_kinded


def make_npz(folder: Path) -> Source:
    random = np.random.RandomState(0)
    np.savez(folder / "data.npz", x=random.normal(size=(40, 3)), y=np.arange(40) % 3)
    return NpzSource(path="data.npz")


def make_idx(folder: Path) -> Source:
    pixels = np.random.RandomState(0).randint(0, 256, (40, 5, 4)).astype(np.uint8)
    (folder / "images").write_bytes(struct.pack(">4B3I", 0, 0, 8, 3, 40, 5, 4) + pixels.tobytes())
    labels = struct.pack(">4BI", 0, 0, 8, 1, 40) + bytes(i % 4 for i in range(40))
    (folder / "labels").write_bytes(gzip.compress(labels))
    return IdxSource(images="images", labels="labels")


def make_image_folder(folder: Path) -> Source:
    pixels = np.random.RandomState(0).randint(0, 256, (20, 6, 9, 3)).astype(np.uint8)
    for i, picture in enumerate(pixels):
        (folder / "pictures" / "ab"[i % 2]).mkdir(parents=True, exist_ok=True)
        Image.fromarray(picture).save(folder / "pictures" / "ab"[i % 2] / f"{i}.png")
    return ImageFolderSource(path="pictures", size=(6, 8))


def make_loose_pictures(folder: Path) -> Source:
    make_image_folder(folder)
    return LoosePicturesSource(path="pictures", size=(6, 8))


def make_picture_table(folder: Path) -> Source:
    make_image_folder(folder)
    lines = [f"pictures/{'ab'[i % 2]}/{i}.png,{'red;blue' if i % 3 else 'red'}" for i in range(20)]
    (folder / "list.csv").write_text("\n".join(["file,tags", *lines]), encoding="utf-8")
    return PictureTableSource(path="list.csv", size=(6, 8))


def make_table(folder: Path) -> Source:
    rows = [
        f"{i % 7},{'' if i % 5 == 0 else i * 0.5},{['red', 'blue', 'green'][i % 3]},{'yes' if i % 2 else 'no'}"
        for i in range(40)
    ]
    (folder / "table.csv").write_text("\n".join(["a,b,colour,bought", *rows]) + "\n", encoding="utf-8")
    return TableSource(path="table.csv")


def make_tagged(folder: Path) -> Source:
    lines = "".join(f"word{i} {'XY'[i % 2]}\nend Z\n\n" for i in range(40)) + "alone Z\n"
    (folder / "tagged.conll").write_text(lines, encoding="utf-8")
    return TaggedSource(path="tagged.conll")


def make_text(folder: Path) -> Source:
    rows = [f"{['ham', 'spam'][i % 2]}\tsome words of message {i}" for i in range(40)]
    (folder / "texts.tsv").write_text("\n".join(rows) + "\n", encoding="utf-8")
    return TextSource(path="texts.tsv")


def make_series_table(folder: Path) -> Source:
    rows = [f"2020-01-{1 + k // 24:02d} {k % 24:02d}:00,{k % 7},{'NW' if k % 3 else 'SE'}" for k in range(60)]
    (folder / "hours.csv").write_text("\n".join(["time,load,wind", *rows]) + "\n", encoding="utf-8")
    return SeriesTableSource(path="hours.csv", window=8)


def make_ts(folder: Path) -> Source:
    lines = [f"{','.join(str(k + t) for t in range(4 + k % 3))}:{('up', 'down')[k % 2]}" for k in range(40)]
    head = "@problemName tiny\n@timeStamps false\n@univariate true\n@classLabel true up down\n@data\n"
    for name, some in (("tiny_TRAIN.ts", lines[:30]), ("tiny_TEST.ts", lines[30:])):
        (folder / name).write_text(head + "\n".join(some) + "\n", encoding="utf-8")
    return TsSource(path="tiny_TRAIN.ts", test_path="tiny_TEST.ts")


def make_series_folder(folder: Path) -> Source:
    for k in range(20):
        path = folder / "series" / ("walk", "run")[k % 2] / f"{k}.csv"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x,y\n" + "\n".join(f"{k + t},{-t}" for t in range(4 + k % 3)) + "\n", encoding="utf-8")
    return SeriesFolderSource(path="series")


EXAMPLES: dict[str, list[Callable[[Path], Source]]] = {
    "sample": [lambda folder, name=name: SampleSource(name=name) for name in SAMPLE_TITLES],
    "npz": [make_npz],
    "idx": [make_idx],
    "image_folder": [make_image_folder],
    "loose_pictures": [make_loose_pictures],
    "picture_table": [make_picture_table],
    "table": [make_table],
    "text": [make_text],
    "tagged": [make_tagged],
    "series_table": [make_series_table],
    "ts": [make_ts],
    "series_folder": [make_series_folder],
}
CASES = [pytest.param(make, id=f"{kind}-{i}") for kind, makes in EXAMPLES.items() for i, make in enumerate(makes)]
KINDS = sorted(Source.members)


def silent(done: float, text: str) -> None:
    assert 0.0 <= done <= 1.0 and text


def same(first: RawData, second: RawData) -> None:
    assert first.title == second.title and first.note == second.note
    assert first.given.keys() == second.given.keys()
    for one, two in ((first.inputs, second.inputs), (first.targets, second.targets)):
        assert one.keys() == two.keys()
        for name in one:
            assert one[name].values.dtype == two[name].values.dtype
            np.testing.assert_array_equal(one[name].values, two[name].values)


def test_every_kind_has_an_example():
    assert sorted(EXAMPLES) == KINDS
    assert set(get_args(SampleName)) == set(SAMPLE_TITLES)


@pytest.mark.parametrize("kind", KINDS)
def test_title_and_help(kind):
    cls = Source.members[kind]
    assert cls.title and cls.__doc__
    for field in fields_of(cls):
        assert len(field.help) > 10 and field.help.endswith("."), f"{kind}.{field.name} has no help"
        assert field.editor != "other", f"{kind}.{field.name} has no editor"
    assert set(cls.path_fields) <= set(cls.model_fields)


@pytest.mark.parametrize("kind", KINDS)
def test_the_bare_kind_is_a_source_that_a_form_can_start_from(kind):
    source = load_kinded(Source, kind)
    assert source.describe()
    if source.path_fields:
        with pytest.raises(DataError, match="is not chosen"):
            prepare(DataRecipe(source=source))


@pytest.mark.parametrize("make", CASES)
def test_json_round_trip(make, tmp_path):
    recipe = DataRecipe(source=make(tmp_path))
    again = DataRecipe.model_validate_json(recipe.model_dump_json())
    assert again == recipe and type(again.source) is type(recipe.source)


@pytest.mark.parametrize("make", CASES)
def test_used_fields_are_fields_and_the_others_change_nothing(make, tmp_path):
    source = make(tmp_path)
    used = set(source.used_fields())
    assert used <= set(type(source).model_fields) and used
    raw = source.load(silent, tmp_path)
    for field in fields_of(type(source)):
        if field.name not in used and field.editor == "int":
            same(raw, source.updated(**{field.name: getattr(source, field.name) + 1}).load(silent, tmp_path))


@pytest.mark.parametrize("make", CASES)
def test_load_repeats_and_holds_what_is_promised(make, tmp_path):
    source = make(tmp_path)
    raw = source.load(silent, tmp_path)
    same(raw, source.load(silent, tmp_path))
    assert raw.title and raw.note and source.describe()
    counts = set()
    for part in raw.inputs.values():
        counts.add(len(part.values))
        assert part.values.flags.c_contiguous or part.windows is not None  # these are views of the table's rows
        if part.kind == "image":
            assert part.values.ndim == 4 and part.values.dtype in (np.uint8, np.float32)
        elif part.kind == "text":
            assert part.values.ndim == 1 and all(isinstance(text, str) for text in part.values)
        elif part.kind == "series":
            assert part.values.ndim == 3 and part.values.dtype == np.float32
            assert len(part.columns) == part.values.shape[2] == len(set(part.columns))
            assert part.gaps or np.isfinite(part.values).all()
        else:
            assert part.kind == "table" and part.values.ndim == 2 and part.values.dtype == np.float32
            assert len(part.columns) == part.values.shape[1] == len(set(part.columns))
    for target in raw.targets.values():
        counts.add(len(target.values))
        if target.task == "classification":
            assert target.values.dtype == np.int64 and target.values.ndim == 1
            assert np.array_equal(np.unique(target.values), np.arange(len(target.classes)))
            assert len(set(target.classes)) == len(target.classes)
        elif target.task == "tagging":
            assert target.values.dtype == np.int16 and target.values.ndim == 2 and target.input in raw.inputs
            assert np.array_equal(np.unique(target.values), np.arange(-1, len(target.classes)))
        else:
            width = {"multi_label": len(target.classes), "reconstruction": 0}.get(target.task, len(target.names))
            assert target.values.dtype == np.float32 and target.values.shape[1:] == (width,)
    assert len(counts) == 1


@pytest.mark.parametrize("make", CASES)
def test_files_are_read_against_the_base_folder_and_follow_a_move(make, tmp_path):
    source = make(tmp_path)
    assert all(path.is_absolute() and path.exists() for path in source.files(tmp_path))
    (tmp_path / "elsewhere").mkdir()
    moved = source.rebased(tmp_path, tmp_path / "elsewhere")
    assert moved.files(tmp_path / "elsewhere") == source.files(tmp_path)
    assert moved.rebased(tmp_path / "elsewhere", tmp_path).files(tmp_path) == source.files(tmp_path)


@pytest.mark.parametrize("make", CASES)
def test_prepares(make, tmp_path):
    done = prepare(DataRecipe(source=make(tmp_path)), tmp_path)
    assert done.count == len(next(iter(done.raw.targets.values())).values)
    assert set(done.facts.inputs) == set(done.raw.inputs)
