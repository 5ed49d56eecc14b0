"""The data doctor finds planted defects, its cures remove them, and clean data gives it nothing to say."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from workbench.engine.data.doctor import CHECKS, Diagnosis, Finding, examine
from workbench.engine.data.doctor.case import Case
from workbench.engine.data.doctor.near_texts import near_texts
from workbench.engine.data.prepare import prepare, prepare_raw
from workbench.engine.data.prepared import PreparedData
from workbench.engine.data.raw import RawData, RawInput, RawTarget
from workbench.engine.data.recipe import Cancelled, CleaningRecipe, DataRecipe, SplitRecipe
from workbench.engine.data.sources.sample import SAMPLE_TITLES, SampleSource
from workbench.engine.data.sources.table import TableSource


def scene(seed: int) -> np.ndarray:
    """A picture like a photo: smooth patches of colour, 24 x 24."""
    random = np.random.RandomState(seed)
    coarse = random.randint(0, 256, (6, 6, 3)).astype(np.float64)
    smooth = np.kron(coarse, np.ones((4, 4, 1)))
    return np.clip(smooth + random.normal(0, 6, smooth.shape), 0, 255).astype(np.uint8)


def pictures(*, count: int = 60, names: bool = True) -> RawData:
    return RawData(
        "pictures",
        {"image": RawInput("image", np.stack([scene(i) for i in range(count)]), from_files=names)},
        {"label": RawTarget("classification", np.arange(count) % 2, classes=("cat", "dog"))},
        names=[f"{'cd'[i % 2]}/{i}.png" for i in range(count)] if names else (),
    )


def numbers(count: int = 300, width: int = 4, **more: object) -> RawData:
    random = np.random.RandomState(0)
    values = random.normal(size=(count, width)).astype(np.float32)
    return RawData(
        "numbers",
        {"x": RawInput("table", values, tuple(f"c{k}" for k in range(width)))},
        {"label": RawTarget("classification", (values[:, 0] > 0).astype(np.int64), classes=("no", "yes"))},
        **more,  # type: ignore[arg-type]
    )


def look(raw: RawData, recipe: DataRecipe | None = None) -> Diagnosis:
    recipe = recipe or DataRecipe()
    return examine(prepare_raw(raw, recipe), recipe)


def found(diagnosis: Diagnosis, code: str) -> Finding:
    matching = [f for f in diagnosis.findings if f.code == code]
    assert matching, f"{code} is not among {[f.code for f in diagnosis.findings]}"
    return matching[0]


def codes(diagnosis: Diagnosis) -> set[str]:
    return {f.code for f in diagnosis.findings}


def cured(raw: RawData, finding: Finding, recipe: DataRecipe | None = None, fix: int = 0) -> Diagnosis:
    return look(raw, finding.fixes[fix].edit(recipe or DataRecipe()))


def parts_of(data: PreparedData, sample: int) -> list[str]:
    return [name for name, indexes in data.splits.items() if sample in indexes]


# Clean data


@pytest.mark.parametrize("name", list(SAMPLE_TITLES))
def test_the_built_in_samples_are_clean(name: str):
    recipe = DataRecipe(source=SampleSource.model_validate({"name": name}))
    diagnosis = examine(prepare(recipe), recipe)
    # What docstrings and code of installed packages hold depends on the packages: some repeat each other.
    packages = name in ("docstrings", "code_tags")
    said = [f for f in diagnosis.findings if not packages or f.severity == "problem"]
    assert not said, [str(f) for f in said]


def test_clean_pictures_and_numbers_give_nothing_to_say_and_it_tells_what_it_looked_for():
    for raw in (pictures(), numbers()):
        diagnosis = look(raw)
        assert not diagnosis.findings, [str(f) for f in diagnosis.findings]
        assert len(diagnosis.looked) >= 7 and all(not entry.bound for entry in diagnosis.looked)
    titles = [check.title for check in CHECKS]
    assert len(set(titles)) == len(titles)


# Duplicates


def test_the_same_picture_twice_is_found_across_parts_and_the_cure_leaves_one():
    raw = pictures()
    data = prepare_raw(raw, DataRecipe())
    a, b = int(data.splits["train"][0]), int(data.splits["test"][0])
    raw.inputs["image"].values[b] = raw.inputs["image"].values[a]
    finding = found(look(raw), "doctor.duplicates_straddle")
    assert finding.severity == "problem" and set(finding.samples.tolist()) == {a, b}
    assert finding.pairs.tolist() == [[b, a]]
    assert f"'{raw.names[b]}' (test)" in str(finding) and f"'{raw.names[a]}' (training)" in str(finding)
    recipe = finding.fixes[0].edit(DataRecipe())
    assert recipe.excluded == (raw.names[a],), "the sample of the test part stays"
    assert "doctor.duplicates_straddle" not in codes(look(raw, recipe))


@pytest.mark.parametrize("change", ["brighter", "saved again", "shrunk"])
def test_nearly_the_same_picture_is_found_however_it_was_changed(change: str):
    raw = pictures()
    data = prepare_raw(raw, DataRecipe())
    a, b = int(data.splits["train"][3]), int(data.splits["validation"][1])
    values = raw.inputs["image"].values
    picture = values[a].astype(np.float64)
    if change == "brighter":
        picture = picture * 0.9 + 20
    elif change == "saved again":
        picture += np.random.RandomState(1).normal(0, 2.5, picture.shape)
    else:
        picture = np.kron(picture.reshape(12, 2, 12, 2, 3).mean(axis=(1, 3)), np.ones((2, 2, 1)))
    values[b] = np.clip(picture, 0, 255).astype(np.uint8)
    diagnosis = look(raw)
    finding = found(diagnosis, "doctor.near_straddle")
    assert finding.pairs.tolist() == [[b, a]]
    assert "doctor.duplicates_straddle" not in codes(diagnosis)
    clash = [f for f in diagnosis.findings if f.code == "doctor.near_clash"]
    assert bool(clash) == (raw.targets["label"].values[a] != raw.targets["label"].values[b])
    assert not codes(cured(raw, finding)) & {"doctor.near_straddle", "doctor.near_duplicates"}


def test_another_colour_of_the_same_thing_is_another_picture():
    raw = pictures()
    raw.inputs["image"].values[7] = raw.inputs["image"].values[3][:, :, ::-1]
    assert not look(raw).findings


def test_copied_rows_are_found_and_rows_that_are_alike_by_chance_are_only_a_hint():
    raw = numbers()
    raw.inputs["x"].values[100:110] = raw.inputs["x"].values[10:20]
    diagnosis = look(raw)
    touched = {f.code for f in diagnosis.findings} & {"doctor.duplicates_straddle", "doctor.duplicates"}
    assert touched
    finding = next(f for f in diagnosis.findings if f.code in touched)
    after = cured(raw, finding)
    assert not codes(after) & {"doctor.duplicates_straddle", "doctor.duplicates"}
    coarse = numbers()
    np.copyto(coarse.inputs["x"].values, np.rint(coarse.inputs["x"].values))
    assert codes(look(coarse)) - {"doctor.label_clash"} == {"doctor.coarse_rows"}


def test_a_row_written_with_fewer_digits_is_found_and_points_close_by_chance_are_not():
    raw = numbers(width=5)
    values = raw.inputs["x"].values
    values[250] = np.round(values[20], 3)
    raw.targets["label"].values[250] = raw.targets["label"].values[20]
    pairs = np.concatenate([f.pairs for f in look(raw).findings])
    assert [sorted(p) for p in pairs.tolist()] == [[20, 250]]
    plane = RawData(
        "plane",
        {
            "x": RawInput(
                "table", np.random.RandomState(0).uniform(size=(20_000, 3)).astype(np.float32), ("a", "b", "c")
            )
        },
        {"label": RawTarget("classification", np.arange(20_000) % 2, classes=("a", "b"))},
    )
    assert not look(plane).findings


@pytest.mark.parametrize("chinese", [False, True])
def test_texts_that_differ_only_in_how_they_are_written(chinese: bool):
    random = np.random.RandomState(0)
    words = (
        list("天地玄黄宇宙洪荒日月盈昃辰宿列张") if chinese else ["alpha", "beta", "gamma", "delta", "omega", "sigma"]
    )
    texts = [("" if chinese else " ").join(random.choice(words, 9)) for _ in range(80)]
    texts[7] = ("，".join(texts[3]) + "！") if chinese else texts[3].upper().replace(" ", ", ") + "!!"
    texts[9], texts[10] = "Ok", "ok."
    raw = RawData(
        "texts",
        {"text": RawInput("text", np.array(texts, dtype=object))},  # type: ignore[arg-type]
        {"label": RawTarget("classification", np.arange(80) % 2, classes=("a", "b"))},
    )
    splits = {"train": np.arange(60), "validation": np.arange(60, 70), "test": np.arange(70, 80)}
    data = replace(prepare_raw(numbers(count=80), DataRecipe()), raw=raw, splits=splits)
    case = Case(data, DataRecipe(), lambda done: None)
    assert near_texts(case).tolist() == [[3, 7]]
    assert not len(case.equal[0])


def test_the_same_picture_with_two_labels():
    raw = pictures()
    data = prepare_raw(raw, DataRecipe())
    a, b = (int(i) for i in data.splits["train"][:2])
    raw.inputs["image"].values[b] = raw.inputs["image"].values[a]
    raw.targets["label"].values[[a, b]] = (0, 1)
    finding = found(look(raw), "doctor.label_clash")
    assert finding.pairs.tolist() == [[a, b]] and "98.3%" in str(finding)
    recipe = finding.fixes[0].edit(DataRecipe())
    assert set(recipe.excluded) == {raw.names[a], raw.names[b]}, "neither label is more frequent"
    assert "doctor.label_clash" not in codes(look(raw, recipe))


def test_the_minority_label_goes_where_there_is_one():
    raw = pictures()
    same = [5, 15, 26]
    raw.inputs["image"].values[same] = scene(1000)
    raw.targets["label"].values[same] = (1, 1, 0)
    finding = found(look(raw), "doctor.label_clash")
    assert finding.fixes[0].edit(DataRecipe()).excluded == (raw.names[26],)


# Columns


def write(folder: Path, columns: dict[str, object]) -> DataRecipe:
    names = list(columns)
    rows = zip(*(list(columns[name]) for name in names), strict=True)  # type: ignore[call-overload]
    lines = [",".join(names), *(",".join(str(cell) for cell in row) for row in rows)]
    (folder / "t.csv").write_text("\n".join(lines) + "\n")
    return DataRecipe(source=TableSource(path=str(folder / "t.csv")))


def table(**more: object) -> dict[str, object]:
    random = np.random.RandomState(3)
    label = random.randint(0, 2, 400)
    return {
        "size": np.round(random.normal(size=400) + label, 3),
        "age": random.randint(20, 60, 400),
        **more,
        "label": np.where(label, "yes", "no"),
    }


def look_at_file(recipe: DataRecipe) -> Diagnosis:
    return examine(prepare(recipe), recipe)


def check_cure(recipe: DataRecipe, code: str, column: str) -> Finding:
    """The finding about a column; its first cure is tried, and must remove it."""
    finding = next((f for f in look_at_file(recipe).findings if f.code == code and column in f.columns), None)
    assert finding is not None, [f.code for f in look_at_file(recipe).findings]
    after = look_at_file(finding.fixes[0].edit(recipe))
    assert not [f for f in after.findings if f.code == code and column in f.columns]
    return finding


def test_a_column_that_gives_the_answer_away_is_ignored_by_the_cure(tmp_path):
    columns = table()
    recipe = write(
        tmp_path, {**columns, "outcome": np.where(columns["label"] == "yes", "a", "b"), "label": columns["label"]}
    )
    recipe = recipe.updated(source=recipe.source.with_column("label", role="target"))
    finding = check_cure(recipe, "doctor.leak", "outcome")
    assert finding.severity == "problem" and finding.fixes[0].label == "Ignore outcome"


def test_an_id_that_was_made_a_feature(tmp_path):
    recipe = write(tmp_path, table(customer_id=np.random.RandomState(0).permutation(400) + 5000))
    assert not look_at_file(recipe).findings, "it is ignored of itself"
    chosen = recipe.updated(source=recipe.source.with_column("customer_id", role="feature"))
    check_cure(chosen, "doctor.id_column", "customer_id")


def test_columns_that_say_the_same(tmp_path):
    columns = table()
    twice = np.asarray(columns["size"]) * 2.54
    words = np.array(["teens", "adult"])[(np.asarray(columns["age"]) > 40).astype(int)]
    recipe = write(tmp_path, table(inches=twice, group=words, code=np.where(words == "teens", "T", "A")))
    finding = check_cure(recipe, "doctor.same_columns", "inches")
    assert finding.columns == ("inches", "code") and "'code' = 'group'" in str(finding)


def test_values_of_unsuitable_size(tmp_path):
    recipe = write(tmp_path, table(income=np.random.RandomState(0).normal(3e6, 1e6, 400).round()))
    assert not look_at_file(recipe).findings
    raw = recipe.updated(scaling="none")
    diagnosis = look_at_file(raw)
    finding = found(diagnosis, "doctor.scale")
    assert not look_at_file(finding.fixes[0].edit(raw)).findings


def test_digits_that_are_lost(tmp_path):
    seconds = 1.7e9 + np.random.RandomState(0).randint(0, 4000, 400)
    recipe = write(tmp_path, table(seen=seconds.astype(int)))
    check_cure(recipe, "doctor.lost_digits", "seen")


def test_a_number_that_stands_for_missing_and_an_outlier(tmp_path):
    random = np.random.RandomState(0)
    weight = random.normal(70, 10, 400).round(1)
    weight[::50] = -999
    height = random.normal(170, 9, 400).round(1)
    recipe = write(tmp_path, table(weight=weight, height=height))
    row = int(prepare(recipe).splits["train"][7])
    height[row] = 17000
    diagnosis = look_at_file(write(tmp_path, table(weight=weight, height=height)))
    mark = found(diagnosis, "doctor.mark")
    assert mark.columns == ("weight",) and mark.samples.tolist() == list(range(0, 400, 50))
    far = found(diagnosis, "doctor.outliers")
    assert far.columns == ("height",) and far.samples.tolist() == [row]
    assert codes(diagnosis) == {"doctor.mark", "doctor.outliers"}
    minded = look_at_file(far.fixes[0].edit(write(tmp_path, table(weight=weight, height=height))))
    assert codes(minded) == {"doctor.mark"}


def test_gaps_that_tell_something_are_marked_by_the_cure(tmp_path):
    columns = table()
    blood = np.random.RandomState(1).normal(5, 1, 400).round(2).astype(object)
    blood[(np.asarray(columns["label"]) == "yes") & (np.arange(400) % 3 > 0)] = ""
    recipe = write(tmp_path, table(blood=blood))
    finding = check_cure(recipe, "doctor.missing_tells", "blood")
    assert finding.fixes[0].edit(recipe).cleaning == CleaningRecipe(indicator=True)
    for said in ("yes", "no"):
        own = recipe.cleaning.with_column(recipe.cleaning.of("blood").updated(indicator=said))
        assert not look_at_file(recipe.updated(cleaning=own)).findings, "the user has decided about this column"
    random_gaps = np.random.RandomState(1).normal(5, 1, 400).round(2).astype(object)
    random_gaps[np.random.RandomState(2).permutation(400)[:120]] = ""
    assert not look_at_file(write(tmp_path, table(blood=random_gaps))).findings


# Classes, parts, pictures


def test_small_and_unequal_classes():
    raw = numbers(count=600)
    labels = np.zeros(600, dtype=np.int64)
    labels[:4], labels[4:40] = 2, 1
    raw = replace(raw, targets={"label": RawTarget("classification", labels, classes=("a", "b", "c"))})
    diagnosis = look(raw)
    small = found(diagnosis, "doctor.small_classes")
    assert "'c'" in str(small) and small.samples.tolist() == [0, 1, 2, 3]
    unequal = found(diagnosis, "doctor.imbalance")
    balanced = unequal.fixes[0].edit(DataRecipe())
    assert "doctor.imbalance" not in codes(diagnosis.under(balanced))
    assert "doctor.imbalance" not in codes(look(raw, balanced))


def test_given_parts_that_differ_are_told_and_parts_that_are_alike_are_not():
    given = {"train": np.arange(220), "test": np.arange(220, 300)}
    assert not look(numbers(given=given)).findings
    raw = numbers(given=given)
    raw.inputs["x"].values[220:, 2] += 1.5
    finding = found(look(raw), "doctor.shift")
    assert finding.columns == ("c2",)
    after = cured(raw, finding)
    assert "doctor.shift" not in codes(after)
    drawn = DataRecipe(split=SplitRecipe(given=False))
    assert "doctor.shift" not in codes(look(raw, drawn))


def test_pictures_with_nothing_on_them():
    raw = pictures()
    raw.inputs["image"].values[[4, 9]] = 0
    raw.inputs["image"].values[9, 0, 0] = 3
    finding = found(look(raw), "doctor.blank")
    assert finding.samples.tolist() == [4, 9]
    assert "doctor.blank" not in codes(cured(raw, finding))


def test_what_was_left_out_while_reading_is_told(tmp_path):
    recipe = write(tmp_path, table())
    with (tmp_path / "t.csv").open("a") as file:
        file.write("1,2,yes,too,many\n")
    finding = found(look_at_file(recipe), "doctor.skipped")
    assert finding.severity == "hint" and "line 402" in str(finding)


# How it works


def test_it_can_be_cancelled():
    raw = pictures()
    data = prepare_raw(raw, DataRecipe())
    told = []

    def progress(done: float, text: str) -> None:
        told.append(done)
        if done > 0.3:
            raise Cancelled

    with pytest.raises(Cancelled):
        examine(data, DataRecipe(), progress)
    assert told == sorted(told)


def test_real_data_gives_few_and_right_findings(shared_data):
    def of(name: str, **roles: str) -> set[str]:
        source = TableSource(path=str(shared_data / "tables" / name))
        for column, role in roles.items():
            source = source.with_column(column.replace("_", " ") if name.startswith("ai4i") else column, role=role)  # type: ignore[arg-type]
        return codes(look_at_file(DataRecipe(source=source)))

    assert of("penguins.csv") == set() and of("mpg.csv") == set()
    assert of("titanic.csv") == {"doctor.leak", "doctor.coarse_rows", "doctor.same_columns"}
    assert of("ai4i2020.csv", Machine_failure="target") == {"doctor.leak", "doctor.imbalance"}
    assert {"doctor.duplicates_straddle", "doctor.same_columns"} <= of("adult-train.csv")
