"""Series in ``.ts`` files: headers, pairs, gaps, unequal lengths and their mask, regression, and what can't be read."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from workbench.engine.data.apply import transform_inputs
from workbench.engine.data.new_samples import read_samples
from workbench.engine.data.prepare import prepare
from workbench.engine.data.prepared import PreparedData
from workbench.engine.data.recipe import DataRecipe, SplitRecipe
from workbench.engine.data.report import report
from workbench.engine.data.sources import source_from_path
from workbench.engine.data.sources.series_ts import TsSource
from workbench.engine.errors import DataError

HEAD = "# A comment\n@problemName tiny\n@timeStamps false\n@univariate false\n@classLabel true up down\n@data\n"


def quiet(done: float, text: str) -> None:
    pass


def write(folder: Path, text: str, name: str = "tiny_TRAIN.ts") -> Path:
    (folder / name).write_text(text, encoding="utf-8")
    return folder / name


def unequal(count: int = 20) -> str:
    lines = []
    for k in range(count):
        steps = 2 + k % 4
        values = [f"{(k % 2) * 10 + t}" for t in range(steps)]
        lines.append(f"{','.join(values)}:{','.join('5' for _ in values)}:{('up', 'down')[k % 2]}")
    return HEAD + "\n".join(lines) + "\n"


def prepared(path: Path, **changes: object) -> PreparedData:
    source = TsSource.beside(path, path.parent).updated(**changes)
    return prepare(DataRecipe(source=source, split=SplitRecipe(validation=0.2, test=0.2)), path.parent)


def test_values_classes_and_channels(tmp_path):
    raw = TsSource(path=str(write(tmp_path, HEAD + "1,2,3:4,5,6:down\n\n7,8,9:1e1,11,-12:up\n"))).load(quiet)
    part, target = raw.inputs["series"], raw.targets["label"]
    assert part.values.tolist() == [[[1, 4], [2, 5], [3, 6]], [[7, 10], [8, 11], [9, -12]]]
    assert part.columns == ("channel 1", "channel 2") and not part.gaps and not part.mask
    assert target.classes == ("up", "down") and target.values.tolist() == [1, 0], "classes in the order of the header"


def test_gaps_are_filled_along_the_time(tmp_path):
    raw = TsSource(path=str(write(tmp_path, HEAD + "?,2,?,?,8:1,1,1,1,?:up\n1,2,3,4,5:?,?,?,?,?:down\n"))).load(quiet)
    part = raw.inputs["series"]
    assert part.values[0].tolist() == [[2, 1], [2, 1], [4, 1], [6, 1], [8, 1]]
    assert np.isnan(part.values[1, :, 1]).all() and part.gaps, "a channel without any value has nothing to fill from"


def test_times_in_brackets(tmp_path):
    raw = TsSource(path=str(write(tmp_path, HEAD + "(0,1),(1,2):(0,3),(1,4):up\n(0,5),(1,6):(0,7),(1,?):down\n"))).load(
        quiet
    )
    assert raw.inputs["series"].values.tolist() == [[[1, 3], [2, 4]], [[5, 7], [6, 7]]]


def test_training_and_test_file_are_found_together(tmp_path):
    write(tmp_path, HEAD + "1,2:1,2:up\n3,4:3,4:down\n" * 5, "tiny_TRAIN.ts")
    test = write(tmp_path, HEAD + "1,2:1,2:up\n3,4:3,4:down\n", "tiny_TEST.ts")
    for path in (tmp_path, test, tmp_path / "tiny_TRAIN.ts"):
        source = source_from_path(path, tmp_path)
        assert isinstance(source, TsSource) and (source.path, source.test_path) == ("tiny_TRAIN.ts", "tiny_TEST.ts")
    raw = source.load(quiet, tmp_path)
    assert (
        raw.title == "tiny"
        and raw.given["train"].tolist() == list(range(10))
        and raw.given["test"].tolist() == [10, 11]
    )


def test_a_folder_of_several_sets_is_asked_about(tmp_path):
    for name in ("a_TRAIN.ts", "a_TEST.ts", "b_TRAIN.ts"):
        write(tmp_path, HEAD + "1:1:up\n", name)
    with pytest.raises(DataError, match=r"holds 2 \.ts files of series: a_TRAIN\.ts, b_TRAIN\.ts"):
        source_from_path(tmp_path)


def test_numbers_to_predict(tmp_path):
    head = "@problemName tiny\n@univariate true\n@targetlabel true\n@data\n"
    raw = TsSource(path=str(write(tmp_path, head + "1,2,3:0.5\n4,5,6:-2\n"))).load(quiet)
    target = raw.targets["target"]
    assert target.task == "regression" and target.values.tolist() == [[0.5], [-2.0]]
    assert raw.inputs["series"].columns == ("value",)


def test_what_cannot_be_read_is_listed_and_the_rest_goes_on(tmp_path):
    text = HEAD + "1,2:3,4:up\n1,x:3,4:up\n1,2:up\n1,2:3,4:\n?,?:?,?:up\n5,6:7,8:down\n"
    raw = TsSource(path=str(write(tmp_path, text))).load(quiet)
    assert len(raw.inputs["series"].values) == 2
    assert [(s.item, s.reason) for s in raw.skipped] == [
        ("tiny_TRAIN.ts, line 8", "It holds 'x', which is no number"),
        ("tiny_TRAIN.ts, line 9", "It has 1 channels where the others have 2"),
        ("tiny_TRAIN.ts, line 10", "It has no class"),
        ("tiny_TRAIN.ts, line 11", "It holds no value"),
    ]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("1,2,3\n", "has no line '@data'"),
        ("@problemName x\n@classLabel false\n@data\n1,2\n", "have no labels"),
        (HEAD, "holds no series that can be read"),
        (HEAD + "x:up\n", r"holds no series that can be read\. It holds 'x', which is no number"),
    ],
)
def test_files_that_are_no_series(tmp_path, text, message):
    with pytest.raises(DataError, match=message):
        TsSource(path=str(write(tmp_path, text))).load(quiet)


def test_test_set_of_other_series_is_refused(tmp_path):
    train = write(tmp_path, HEAD + "1:1:up\n2:2:down\n")
    test = write(tmp_path, HEAD + "1:up\n2:down\n", "other.ts")
    with pytest.raises(DataError, match=r"have 2 channels, and those of 'other\.ts' 1"):
        TsSource(path=str(train), test_path=str(test)).load(quiet)


def test_shorter_series_are_the_mean_once_scaled_and_the_mask_tells(tmp_path):
    data = prepared(write(tmp_path, unequal()))
    part, how = data.raw.inputs["series"], data.preprocess.inputs["series"]
    assert part.values.shape == (20, 5, 2) and data.facts.inputs["series"].sample == (5, 3)
    fed = transform_inputs(part.values, how)
    steps = np.array([2 + k % 4 for k in range(20)])
    real = np.arange(5) >= 5 - steps[:, None]
    assert (fed[..., 2] == real).all() and (fed[..., :2][~real] == 0).all()
    own = part.values[data.splits["train"]][real[data.splits["train"]]]
    assert np.allclose(how.offset, own.mean(axis=0)) and np.isclose(1 / how.scale[0], own[:, 0].std())
    at_end = prepared(tmp_path / "tiny_TRAIN.ts", padding="end", mask="no")
    fed = transform_inputs(at_end.raw.inputs["series"].values, at_end.preprocess.inputs["series"])
    assert fed.shape == (20, 5, 2) and (fed[0, 2:] == 0).all() and (fed[0, :2] != 0).any()


def test_statistics_see_no_padding_and_no_other_part(tmp_path):
    data = prepared(write(tmp_path, unequal()))
    statistics = report(data).columns["series"]
    steps = sum(2 + k % 4 for k in data.splits["train"].tolist())
    assert statistics[0].count == steps and statistics[0].missing == 0
    raw = data.raw.inputs["series"].values
    raw[data.splits["test"]] = 1e6  # planted: what only the test part holds must not be learnt
    from workbench.engine.data.statistics import learn_input

    again = learn_input(data.raw.inputs["series"], data.splits["train"], "standard")
    assert again.offset == data.preprocess.inputs["series"].offset


def test_a_length_of_ones_own(tmp_path):
    path = write(tmp_path, unequal())
    short = prepared(path, steps=3).raw.inputs["series"].values
    assert short.shape[1] == 3 and short[3, :, 0].tolist() == [12, 13, 14], (
        "the last steps, as padding stands at the start"
    )
    assert prepared(path, steps=3, padding="end").raw.inputs["series"].values[3, :, 0].tolist() == [10, 11, 12]
    assert prepared(path, steps=8).facts.inputs["series"].sample == (8, 3)


def test_new_series_are_brought_to_the_length_of_the_training_ones(tmp_path):
    preprocess = prepared(write(tmp_path, unequal())).preprocess
    longer = ",".join(str(t) for t in range(9))
    new = write(tmp_path, HEAD + f"1,2:3,4:up\n{longer}:{longer}:?\n", "new.ts")
    found = read_samples(new, preprocess)
    assert found.inputs["series"].shape == (2, 5, 2) and found.inputs["series"][1, :, 0].tolist() == [4, 5, 6, 7, 8]
    assert np.isnan(found.inputs["series"][0, :3]).all() and "1 series is longer" in found.notes[0]
    (tmp_path / "one.csv").write_text("channel 1,channel 2\n1,2\n3,4\n")
    assert read_samples(tmp_path / "one.csv", preprocess).inputs["series"][0, 3:].tolist() == [[1, 2], [3, 4]]
    np.save(tmp_path / "new.npy", np.ones((3, 4, 2), np.float32))
    assert np.isnan(read_samples(tmp_path / "new.npy", preprocess).inputs["series"][:, 0]).all()
    with pytest.raises(DataError, match=r"have 1 channel\. The network takes 2"):
        read_samples(write(tmp_path, HEAD + "1,2:up\n", "narrow.ts"), preprocess)


def test_short_new_series_are_refused_by_a_network_that_never_saw_any(tmp_path):
    preprocess = prepared(write(tmp_path, HEAD + "1,2,3:1,2,4:up\n3,4,6:3,4,7:down\n" * 5)).preprocess
    with pytest.raises(DataError, match="has 2 steps"):
        read_samples(write(tmp_path, HEAD + "1,2:3,4:up\n", "new.ts"), preprocess)


@pytest.mark.parametrize(
    ("name", "samples", "shape", "classes"),
    [
        ("GunPoint", (50, 150), (150, 1), 2),
        ("ArrowHead", (36, 175), (251, 1), 3),
        ("BasicMotions", (40, 40), (100, 6), 4),
        ("JapaneseVowels", (270, 370), (29, 13), 9),
    ],
)
def test_sets_of_the_archives(shared_data, name, samples, shape, classes):
    data = prepare(DataRecipe(source=source_from_path(shared_data / "series" / name)))
    assert (len(data.raw.given["train"]), len(data.raw.given["test"])) == samples
    assert len(data.splits["test"]) == samples[1] and not data.raw.skipped
    assert data.facts.inputs["series"].sample == shape and len(data.facts.targets["label"].classes) == classes
