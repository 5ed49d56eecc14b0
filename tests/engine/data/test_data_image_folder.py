"""Pictures in class folders: what is taken, what is left out and why, and what is kept."""

from __future__ import annotations

import os
from pathlib import Path

import numpy as np
import pytest
from picture_folders import load, own_cache_of_the_test, put, reasons, two_classes
from PIL import Image

from workbench.engine.data import prepare as preparing
from workbench.engine.data.new_samples import read_samples
from workbench.engine.data.prepare import prepare
from workbench.engine.data.recipe import DataRecipe, SplitRecipe
from workbench.engine.data.sources import source_from_path
from workbench.engine.data.sources.image_folder import ImageFolderSource
from workbench.engine.document import Project
from workbench.engine.errors import DataError
from workbench.engine.project.baseline import project_from_data

__all__ = ["own_cache_of_the_test"]


def test_classes_pictures_and_names(tmp_path):
    raw = load(two_classes(tmp_path / "pets", 2))
    target, part = raw.targets["label"], raw.inputs["image"]
    assert target.classes == ("cats", "dogs") and target.values.tolist() == [0, 0, 1, 1]
    assert list(raw.names) == ["cats/0.png", "cats/1.png", "dogs/0.png", "dogs/1.png"]
    assert raw.given == {} and raw.skipped == () and raw.title == "pets"
    for name, picture in zip(raw.names, part.values, strict=True):
        assert np.array_equal(picture, np.asarray(Image.open(tmp_path / "pets" / name)))
    assert not part.values.flags.writeable


def test_nested_files_belong_to_the_class_above_and_hidden_ones_to_none(tmp_path):
    two_classes(tmp_path, 1)
    put(tmp_path / "cats" / "indoors" / "black" / "7.png")
    for hidden in (".git/a/1.png", "cats/.DS_Store.png", ".cats/1.png", "__MACOSX/cats/1.png"):
        put(tmp_path / hidden)
    raw = load(tmp_path)
    assert list(raw.names) == ["cats/0.png", "cats/indoors/black/7.png", "dogs/0.png"] and raw.skipped == ()


@pytest.mark.parametrize("held", ["validation", "val", "Valid", "dev", "test", "Testing"])
def test_parts_above_the_classes_divide_the_samples(tmp_path, held):
    two_classes(tmp_path / "train", 3)
    two_classes(tmp_path / held, 2)
    put(tmp_path / held / "birds" / "1.png")
    raw = load(tmp_path)
    part = "test" if held.lower().startswith("test") else "validation"
    assert raw.targets["label"].classes == ("birds", "cats", "dogs")
    held_names = [raw.names[i] for i in raw.given[part]]
    assert len(held_names) == 5 and all(n.startswith(f"{held}/") for n in held_names)
    assert len(raw.given["train"]) == 6
    done = prepare(DataRecipe(source=source_from_path(tmp_path)))
    assert done.splits[part].tolist() == raw.given[part].tolist()
    assert any("birds" in str(n) for n in done.notices)


def test_classes_may_be_called_train_and_test(tmp_path):
    for label in ("train", "test", "tram"):
        put(tmp_path / label / "1.png")
    raw = load(tmp_path)
    assert raw.targets["label"].classes == ("test", "train", "tram") and raw.given == {}


def test_folders_and_files_beside_the_parts_are_told(tmp_path):
    two_classes(tmp_path / "train", 1)
    two_classes(tmp_path / "test", 1)
    put(tmp_path / "extra" / "cats" / "1.png")
    put(tmp_path / "test" / "unlabelled.png")
    (tmp_path / "README.txt").write_text("about")
    told = reasons(load(tmp_path))
    assert told["extra/"].startswith("The folder is none of train")
    assert told["test/unlabelled.png"] == told["README.txt"] == "It lies in no class folder"


def test_classes_are_in_the_order_that_people_count(tmp_path):
    for label in ("10", "9", "1"):
        put(tmp_path / label / "1.png")
    assert load(tmp_path).targets["label"].classes == ("1", "9", "10")


def test_names_with_spaces_chinese_newlines_and_broken_bytes(tmp_path):
    put(tmp_path / "黑 猫" / "照片 1.png")
    put(tmp_path / "new\nline" / "a\nb.png")
    folder = os.fsencode(tmp_path / "dogs")
    os.mkdir(folder)
    put(tmp_path / "plain.png").rename(os.fsdecode(folder + b"/\xff\xfe.png"))
    raw = load(tmp_path)
    assert set(raw.targets["label"].classes) == {"黑 猫", "new␤line", "dogs"}
    assert "new␤line/a␤b.png" in raw.names and "黑 猫/照片 1.png" in raw.names and "dogs/��.png" in raw.names
    assert all(name.isprintable() and name.encode() for name in raw.names)


def test_both_ways_to_write_an_accented_letter_are_one_class(tmp_path):
    put(tmp_path / "train" / "caf\u00e9" / "1.png")
    put(tmp_path / "train" / "tea" / "1.png")
    put(tmp_path / "test" / "cafe\u0301" / "1.png")
    assert load(tmp_path).targets["label"].classes == ("caf\u00e9", "tea")


def test_what_is_no_picture_or_broken_is_told_with_its_reason(tmp_path):
    two_classes(tmp_path, 2)
    (tmp_path / "cats" / "notes.txt").write_text("words")
    (tmp_path / "cats" / "empty.png").write_bytes(b"")
    whole = put(tmp_path / "dogs" / "cut.png", (64, 64)).read_bytes()
    (tmp_path / "dogs" / "cut.png").write_bytes(whole[: len(whole) // 2])
    (tmp_path / "fish").mkdir()
    (tmp_path / "fish" / "1.jpg").write_text("no fish")
    raw = load(tmp_path)
    told = reasons(raw)
    assert set(told) == {"cats/notes.txt", "cats/empty.png", "dogs/cut.png", "fish/1.jpg", "fish"}
    assert "not a picture" in told["cats/notes.txt"] and "cut short" in told["dogs/cut.png"]
    assert told["fish"] == "The class folder holds no picture that can be read"
    assert len(raw.names) == 4 and raw.targets["label"].classes == ("cats", "dogs")
    for name, picture in zip(raw.names, raw.inputs["image"].values, strict=True):
        assert np.array_equal(picture, np.asarray(Image.open(tmp_path / name)))
    assert reasons(load(tmp_path)) == told, "the cache tells the same again"


def test_links_that_lead_round_or_nowhere_and_pipes(tmp_path):
    two_classes(tmp_path, 1)
    (tmp_path / "cats" / "round").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "all").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "cats" / "lost.png").symlink_to(tmp_path / "nowhere.png")
    (tmp_path / "cats" / "self").symlink_to(tmp_path / "cats" / "self")
    os.mkfifo(tmp_path / "dogs" / "pipe.png")
    elsewhere = put(tmp_path.parent / f"{tmp_path.name}-more" / "9.png")
    (tmp_path / "dogs" / "more").symlink_to(elsewhere.parent, target_is_directory=True)
    raw = load(tmp_path)
    assert list(raw.names) == ["cats/0.png", "dogs/0.png", "dogs/more/9.png"]
    assert reasons(raw) == {
        "all/": "It is a link to a folder that is read already",
        "cats/round/": "It is a link to a folder that is read already",
        "cats/lost.png": "It is a link to nothing",
        "cats/self": "It is a link that leads to itself",
        "dogs/pipe.png": "It is a device or a pipe, not a file",
    }


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_what_may_not_be_read_is_told(tmp_path):
    two_classes(tmp_path, 2)
    (tmp_path / "cats" / "0.png").chmod(0)
    put(tmp_path / "secret" / "1.png").parent.chmod(0)
    told = reasons(load(tmp_path))
    (tmp_path / "secret").chmod(0o700)
    assert told["cats/0.png"] == "It cannot be read (Permission denied)"
    assert told["secret/"] == "The folder cannot be read (Permission denied)"


def test_files_that_cannot_be_read_are_told(tmp_path, monkeypatch):
    two_classes(tmp_path, 2)
    opened = Path.open

    def refuse(self, *args, **more):
        if self.name == "1.png" and self.parent.name == "cats":
            raise PermissionError(13, "Permission denied")
        return opened(self, *args, **more)

    monkeypatch.setattr(Path, "open", refuse)
    raw = load(tmp_path)
    assert reasons(raw) == {"cats/1.png": "It cannot be read (Permission denied)"} and len(raw.names) == 3


def test_a_decompression_bomb_is_refused_without_being_decoded(tmp_path, monkeypatch):
    two_classes(tmp_path, 1, size=(10, 10))
    put(tmp_path / "cats" / "bomb.png", (50, 50))
    monkeypatch.setattr(Image, "MAX_IMAGE_PIXELS", 1000)
    assert "million pixels" in reasons(load(tmp_path))["cats/bomb.png"]


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda root: root.mkdir(), "holds no pictures"),
        (lambda root: put(root / "1.png"), "The 1 files in the folder 'x' lie in no class folder"),
        (lambda root: None, "is not in"),
        (lambda root: root.write_text(""), "is a file"),
        (lambda root: [(root / "a").mkdir(parents=True), (root / "a" / "b").write_text("")], "None of the 1 files"),
    ],
)
def test_folders_without_anything_to_learn_from(tmp_path, make, message):
    make(tmp_path / "x")
    with pytest.raises(DataError, match=message):
        load(tmp_path / "x")


def test_one_class_is_refused_in_words(tmp_path):
    put(tmp_path / "cats" / "1.png")
    with pytest.raises(DataError, match="Classification needs samples of two classes"):
        prepare(DataRecipe(source=source_from_path(tmp_path)))


@pytest.mark.parametrize("resize", ["stretch", "fit", "cover"])
@pytest.mark.parametrize("name", ["p.png", "p.jpg"])
def test_resize_modes(tmp_path, resize, name):
    two_classes(tmp_path, 1)
    wide = np.zeros((100, 200, 3), np.uint8)
    wide[:, :50], wide[:, 50:150], wide[:, 150:] = (255, 0, 0), (0, 255, 0), (0, 0, 255)
    Image.fromarray(wide).save(tmp_path / "cats" / name, **({"quality": 95} if name.endswith("jpg") else {}))
    raw = load(tmp_path, size=(20, 20), resize=resize)
    picture = raw.inputs["image"].values[list(raw.names).index(f"cats/{name}")].astype(int)
    colours = {
        "stretch": [(10, 2, "r"), (10, 10, "g"), (10, 17, "b"), (0, 10, "g")],
        "fit": [(10, 2, "r"), (10, 10, "g"), (10, 17, "b"), (5, 10, "g"), (14, 10, "g")],
        "cover": [(1, 2, "g"), (18, 17, "g"), (10, 2, "g"), (10, 17, "g")],
    }[resize]
    for y, x, colour in colours:
        wanted = {"r": (255, 0, 0), "g": (0, 255, 0), "b": (0, 0, 255)}[colour]
        assert np.abs(picture[y, x] - wanted).max() < 30, (y, x, picture[y, x])
    if resize == "fit":
        assert (picture[:4] == picture[0, 0]).all() and (picture[-4:] == picture[0, 0]).all()


@pytest.mark.parametrize("colour", ["auto", "grey", "rgb"])
@pytest.mark.parametrize("painted", [False, True])
def test_colour(tmp_path, colour, painted):
    two_classes(tmp_path, 3, colour=(90, 90, 90))
    if painted:
        put(tmp_path / "dogs" / "9.png", colour=(200, 10, 10))
    channels = load(tmp_path, colour=colour).inputs["image"].values.shape[3]
    assert channels == {"auto": 3 if painted else 1, "grey": 1, "rgb": 3}[colour]


def test_transparent_and_animated_pictures_are_told(tmp_path):
    two_classes(tmp_path, 1)
    Image.new("RGBA", (8, 8), (250, 250, 250, 0)).save(tmp_path / "cats" / "clear.png")
    frames = [Image.new("RGB", (8, 8), c) for c in ("red", "blue")]
    frames[0].save(tmp_path / "dogs" / "moves.gif", save_all=True, append_images=frames[1:])
    raw = load(tmp_path)
    by_name = dict(zip(raw.names, raw.inputs["image"].values, strict=True))
    assert (by_name["cats/clear.png"] == 255).all() and (by_name["dogs/moves.gif"] == (254, 0, 0)).mean() > 0.6
    assert [n.code for n in raw.notices] == ["data.pictures_transparent", "data.pictures_frames"]
    assert "put on white" in str(raw.notices[0])


def test_a_new_picture_is_read_as_the_training_pictures_were(tmp_path):
    two_classes(tmp_path, 5, size=(60, 40))
    put(tmp_path / "cats" / "photo.jpg", (300, 200))
    Image.new("RGBA", (30, 50), (250, 250, 250, 90)).save(tmp_path / "cats" / "clear.png")
    for resize, colour in (("stretch", "rgb"), ("fit", "grey"), ("cover", "rgb")):
        source = ImageFolderSource(path=str(tmp_path), size=(16, 24), resize=resize, colour=colour)
        done = prepare(DataRecipe(source=source))
        assert done.preprocess.inputs["image"].resize == resize
        for name, picture in zip(done.raw.names, done.raw.inputs["image"].values, strict=True):
            again = read_samples(tmp_path / name, done.preprocess).inputs["image"][0]
            assert np.array_equal(again, picture), name


def test_duplicates_across_the_split_are_told(tmp_path):
    two_classes(tmp_path / "train", 3)
    two_classes(tmp_path / "test", 2)
    copied = (tmp_path / "train" / "cats" / "0.png").read_bytes()
    (tmp_path / "test" / "cats" / "copy.png").write_bytes(copied)
    (tmp_path / "train" / "cats" / "copy.png").write_bytes(copied)
    done = prepare(DataRecipe(source=ImageFolderSource(path=str(tmp_path)), split=SplitRecipe(validation=0)))
    found = [n for n in done.notices if n.code == "data.duplicates_straddle"]
    assert len(found) == 1 and found[0].values["count"] == 1
    assert "'test/cats/copy.png' (test) = 'train/cats/0.png' (training)" in str(found[0])
    (tmp_path / "test" / "cats" / "copy.png").unlink()
    done = prepare(DataRecipe(source=ImageFolderSource(path=str(tmp_path)), split=SplitRecipe(validation=0)))
    assert not any(n.code == "data.duplicates_straddle" for n in done.notices)


def test_recipes_of_earlier_versions_mean_the_same(tmp_path):
    np.savez(tmp_path / "a.npz", x=np.zeros((20, 8, 8), np.uint8), y=np.arange(20) % 2)
    how = prepare(DataRecipe(source=source_from_path(tmp_path / "a.npz"))).preprocess.inputs["image"]
    old = how.model_dump(mode="json", exclude={"resize", "from_files"})
    assert type(how).model_validate(old) == how and how.resize == "fit" and not how.from_files


@pytest.mark.parametrize(
    ("sizes", "proposed"),
    [
        ([(28, 28)], (28, 28)),
        ([(200, 100)], (48, 96)),
        ([(400, 300), (300, 400)], (96, 96)),
        ([(9, 9), (11, 10)], (10, 10)),
    ],
)
def test_the_proposed_size_is_that_of_the_median_picture(tmp_path, sizes, proposed):
    for number, size in enumerate(sizes * 3):
        put(tmp_path / "ab"[number % 2] / f"{number}.png", size)
    assert source_from_path(tmp_path).size == proposed


def test_a_project_is_proposed_with_its_paths_relative(tmp_path):
    two_classes(tmp_path / "pets", 6, size=(40, 40))
    (tmp_path / "pets" / "cats" / "notes.txt").write_text("words")
    project, note = project_from_data(tmp_path / "pets", tmp_path)
    assert project.data.source == ImageFolderSource(path="pets", size=(40, 40))
    kinds = [n.layer.kind for n in project.graph.nodes]
    assert {"batch_norm", "global_avg_pool"} <= set(kinds) and "flatten" not in kinds
    assert "1 item was left out (cats/notes.txt: " in note
    assert Project.model_validate_json(project.model_dump_json()) == project
    with pytest.raises(DataError, match="Leave --target"):
        project_from_data(tmp_path / "pets", tmp_path, target="label")


def test_odd_pictures_load_and_broken_ones_are_refused(shared_data):
    raw = load(shared_data / "dirty" / "images", size=(32, 32))
    told = reasons(raw)
    odd = {f"odd_but_valid/{p.name}" for p in (shared_data / "dirty" / "images" / "odd_but_valid").iterdir()}
    broken = {f"broken/{p.name}" for p in (shared_data / "dirty" / "images" / "broken").iterdir()}
    assert odd <= set(raw.names) | set(told)
    assert len(odd & set(raw.names)) >= 60
    assert broken <= set(told) and all(len(told[name]) > 20 and "_io" not in told[name] for name in broken)


def test_real_photos(shared_data):
    source = source_from_path(shared_data / "images" / "clothing")
    done = preparing.prepare(DataRecipe(source=source))
    assert source.size == (96, 96) and len(done.splits["validation"]) == 173 and done.count == 943
    assert len(done.raw.targets["label"].classes) == 10 and [s.item for s in done.raw.skipped] == ["LICENSE"]
