"""Windows over tables: times, channels, targets, gaps, several series, and parts that don't see each other."""

from __future__ import annotations

import tracemalloc
from pathlib import Path

import numpy as np
import pytest

from workbench.engine.data.apply import transform_inputs
from workbench.engine.data.feed import make_feed
from workbench.engine.data.new_samples import read_samples
from workbench.engine.data.prepare import prepare
from workbench.engine.data.prepared import PreparedData
from workbench.engine.data.recipe import DataRecipe, SplitRecipe
from workbench.engine.data.report import report
from workbench.engine.data.sources.recognise import candidates
from workbench.engine.data.sources.series_table import SeriesTableSource
from workbench.engine.data.sources.table import TableSource
from workbench.engine.errors import DataError


def quiet(done: float, text: str) -> None:
    pass


def days(count: int) -> list[str]:
    return [str(np.datetime64("2020-01-01") + k) for k in range(count)]


def write(folder: Path, count: int = 60, rows: list[str] | None = None, head: str = "date,temp,rain") -> Path:
    rows = rows if rows is not None else [f"{d},{k},{100 - k}" for k, d in enumerate(days(count))]
    (folder / "t.csv").write_text("\n".join([head, *rows]) + "\n", encoding="utf-8")
    return folder / "t.csv"


def ready(path: Path, split: SplitRecipe | None = None, **fields: object) -> PreparedData:
    names = path.read_text().partition("\n")[0].split(",")
    if "temp" in names:  # it counts up, as numbers of rows do, and would not be guessed
        fields.setdefault("targets", "temp")
    source = SeriesTableSource(path=str(path)).updated(**fields)
    return prepare(DataRecipe(source=source, split=split or SplitRecipe(validation=0.2, test=0.2)), path.parent)


def test_windows_and_what_follows_them(tmp_path):
    data = ready(write(tmp_path), window=4, horizon=2, targets="temp, rain")
    part, target = data.raw.inputs["series"], data.raw.targets["future"]
    assert part.values.shape == (55, 4, 2) and part.columns == ("temp", "rain")
    assert part.values[3, :, 0].tolist() == [3, 4, 5, 6] and part.values[3, :, 1].tolist() == [97, 96, 95, 94]
    assert target.names == ("temp +1", "temp +2", "rain +1", "rain +2")
    assert target.values[3].tolist() == [7, 8, 93, 92]
    assert ready(tmp_path / "t.csv", window=4, stride=5).raw.inputs["series"].values[2, :, 0].tolist() == [
        10,
        11,
        12,
        13,
    ]


def test_windows_are_views_of_the_table(tmp_path):
    data = ready(write(tmp_path), window=20)
    part = data.raw.inputs["series"]
    assert part.windows is not None and np.shares_memory(part.values, part.windows.rows)


def test_a_million_rows_stay_small(tmp_path):
    rng = np.random.RandomState(0)
    path = tmp_path / "long.csv"
    path.write_text(
        "value,hour\n" + "\n".join(f"{v:.3f},{k % 24}" for k, v in enumerate(rng.normal(size=100_000))) + "\n"
    )
    tracemalloc.start()
    data = ready(path, window=500)
    report(data)
    import torch

    feed = make_feed(data, "train", ["series"], ["future"], torch.device("cpu"), budget=1 << 20)
    feed.gather(torch.arange(64))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert data.raw.inputs["series"].values.nbytes > 390e6 and peak < 60e6


@pytest.mark.parametrize("horizon", [1, 3])
@pytest.mark.parametrize("stride", [1, 2])
def test_parts_are_divided_by_time_and_share_nothing_to_predict(tmp_path, horizon, stride):
    data = ready(write(tmp_path), window=6, horizon=horizon, stride=stride)
    windows = data.raw.windows
    assert windows is not None
    predicted, seen = {}, {}
    for name, samples in data.splits.items():
        starts = windows.starts[samples]
        predicted[name] = {int(s) + 6 + k for s in starts for k in range(horizon)}
        seen[name] = {int(s) + k for s in starts for k in range(6)}
    assert max(predicted["train"]) < 36 <= min(predicted["validation"])
    assert max(predicted["validation"]) < 48 <= min(predicted["test"])
    assert max(seen["train"]) < 36 and max(seen["validation"]) < 48, "nothing is seen that a later part predicts"
    if horizon > 1:
        assert any(n.code == "data.windows_between" for n in data.notices)


def test_what_is_learnt_comes_from_the_rows_of_the_training_part(tmp_path):
    rows = [f"{d},{k if k < 36 else 1e6},1{k % 7}" for k, d in enumerate(days(60))]
    data = ready(write(tmp_path, rows=rows), window=6)
    how = data.preprocess.inputs["series"]
    assert how.offset[0] == np.float32(np.arange(35).mean()), "rows 0 to 34: 35 is only predicted"
    assert report(data).columns["series"][0].maximum == 34


def test_categories_of_later_rows_get_no_channel(tmp_path):
    def wind(k: int) -> str:  # row 35 is predicted by the last training window, but stands in none
        return "SE" if k < 35 and k % 2 else "NW" if k < 35 else ("late", "later")[k % 2]

    path = write(tmp_path, rows=[f"{d},{k},{wind(k)}" for k, d in enumerate(days(60))])
    data = ready(path, window=6)
    part, how = data.raw.inputs["series"], data.preprocess.inputs["series"]
    assert part.columns == how.columns == ("temp", "rain = NW", "rain = SE")
    assert data.facts.inputs["series"].sample == (6, 3) and len(how.offset) == len(report(data).columns["series"]) == 3
    assert part.values[50, :, 0].tolist() == [50, 51, 52, 53, 54, 55] and not part.values[50, :, 1:].any()
    told = next(n for n in data.notices if n.code == "data.unseen_categories")
    assert told.values == {"column": "rain", "categories": ("late", "later")}
    new = tmp_path / "new.csv"
    new.write_text("date,temp,rain\n" + "\n".join(f"{d},{k},later" for k, d in enumerate(days(6))) + "\n")
    assert read_samples(new, data.preprocess).inputs["series"].shape == (1, 6, 3)
    whole = ready(path, SplitRecipe(validation=0.1, test=0), window=6)
    assert whole.raw.inputs["series"].columns[1:] == tuple(f"rain = {w}" for w in ("NW", "SE", "late", "later"))
    assert whole.fingerprint != data.fingerprint


def test_a_missing_value_is_the_one_before_and_never_predicted(tmp_path):
    rows = [f"{d},{'' if k in (0, 10, 11) else k},{k}" for k, d in enumerate(days(40))]
    data = ready(write(tmp_path, rows=rows), window=3)
    part, windows = data.raw.inputs["series"], data.raw.windows
    assert windows is not None
    assert part.values[9, :, 0].tolist() == [9, 9, 9] and np.isnan(part.values[0, 0, 0])
    assert not windows.usable[[7, 8]].any() and windows.usable[[6, 9]].all()
    used = set(np.concatenate(list(data.splits.values())).tolist())
    assert not used & {7, 8} and data.raw.skipped[0].item == "2 windows"
    assert any("'temp' 3" in str(n) for n in data.notices)
    fed = transform_inputs(part.values[:1], data.preprocess.inputs["series"])
    assert fed[0, 0, 0] == 0 and np.isfinite(fed).all(), "the mean, before anything is known"


def test_rows_are_put_in_the_order_of_time(tmp_path):
    rows = [f"{d},{k},1{k % 5}" for k, d in enumerate(days(40))]
    data = ready(write(tmp_path, rows=rows[::-1]), window=3)
    assert data.raw.inputs["series"].values[0, :, 0].tolist() == [0, 1, 2]


@pytest.mark.parametrize(
    ("times", "unit"),
    [
        (lambda k: f"{1949 + k // 12}-{k % 12 + 1:02d}", "month"),
        (lambda k: str(np.datetime64("2020-01-01T00:00:00") + np.timedelta64(k, "h")), "hour"),
        (
            lambda k: (
                str(np.datetime64("2020-01-01") + k)[8:] + "." + str(np.datetime64("2020-01-01") + k)[5:7] + ".2020"
            ),
            "day",
        ),
        (lambda k: "/".join(str(np.datetime64("2020-01-01") + k).split("-")[i] for i in (1, 2, 0)), "day"),
        (lambda k: "/".join(str(np.datetime64("2020-01-01") + k).split("-")[i] for i in (2, 1, 0)), "day"),
        (lambda k: str(np.datetime64("2020-01-01T00:00:00") + np.timedelta64(k, "m")) + "Z", "minute"),
        (lambda k: str(np.datetime64("2020-01-01") + 7 * k), "week"),
    ],
)
def test_times_are_read_and_their_step_is_known(tmp_path, times, unit):
    path = write(tmp_path, rows=[f"{times(k)},{k},{k % 5}" for k in range(90)], head="when,temp,rain")
    best = candidates(path, tmp_path)[0]
    assert (best.kind, best.source) == ("series", SeriesTableSource(path="t.csv")) and unit in best.why
    data = ready(path)
    windows = data.raw.windows
    assert windows is not None and windows.unit == unit and (np.diff(windows.times) > 0).all()


def test_a_time_from_several_columns(tmp_path):
    rows = [f"2020,{1 + k // 48},{1 + k // 24 % 2},{k % 24},{k}" for k in range(200)]
    path = write(tmp_path, rows=rows, head="year,month,day,hour,load")
    data = ready(path)
    assert data.raw.windows is not None and data.raw.windows.unit == "hour"
    assert data.raw.inputs["series"].columns == ("load",), "what tells the time is no channel"


def test_tables_whose_times_do_not_rise_are_tables_first(tmp_path):
    rng = np.random.RandomState(0)
    path = write(tmp_path, rows=[f"{days(400)[rng.randint(400)]},{k % 7},{k % 3}" for k in range(50)])
    kinds = [c.kind for c in candidates(path)]
    assert kinds[:2] == ["table", "series"]
    path = write(tmp_path, rows=[f"{k},{k % 7},{k % 3}" for k in range(50)])
    assert [c.kind for c in candidates(path)] == ["table"]
    assert isinstance(candidates(path)[0].source, TableSource)


def test_changes_calendar_and_categories(tmp_path):
    rows = [f"{d},{2.0 ** (k % 8)},{'NW' if k % 2 else 'SE'}" for k, d in enumerate(days(60))]
    data = ready(write(tmp_path, rows=rows), window=4, changes="percent", calendar="yes", targets="temp")
    part = data.raw.inputs["series"]
    assert part.columns == (
        *("temp", "change of temp %", "rain = NW", "rain = SE"),
        *("weekday (sin)", "weekday (cos)", "season (sin)", "season (cos)"),
    )
    assert part.values[1, :3, 1].tolist() == [100, 100, 100] and part.values[1, :, 2].tolist() == [1, 0, 1, 0]
    angle = 2 * np.pi * 2 / 7  # 1 January 2020 was a Wednesday
    assert np.allclose(part.values[0, 0, 4:6], [np.sin(angle), np.cos(angle)], atol=1e-6)
    by_unit = ready(tmp_path / "t.csv", window=4, changes="difference").raw.inputs["series"].values
    assert by_unit[1, :3, 1].tolist() == [1, 2, 4] and np.isnan(by_unit[0, 0, 1])


def test_predicting_the_change(tmp_path):
    data = ready(write(tmp_path), window=4, horizon=2, predict="change", targets="rain")
    target = data.raw.targets["future"]
    assert target.names == ("change of rain +1", "change of rain +2") and target.values[5].tolist() == [-1, -2]
    assert (data.raw.windows.naive(np.arange(5)) == 0).all()


def test_what_repeating_would_predict(tmp_path):
    windows = ready(write(tmp_path), window=7, horizon=3, targets="temp").raw.windows
    assert windows is not None and windows.season == 7
    assert windows.naive(np.array([2])).tolist() == [[8, 8, 8]]
    assert windows.naive(np.array([2]), 2).tolist() == [[7, 8, 7]]


def test_several_series_never_share_a_window(tmp_path):
    rows = [f"{d},{k + offset},{name}" for offset, name in ((0, "a"), (1000, "b")) for k, d in enumerate(days(40))]
    data = ready(write(tmp_path, rows=rows[::2] + rows[1::2], head="date,temp,shop"), window=5, group="shop")
    windows, part = data.raw.windows, data.raw.inputs["series"]
    assert windows is not None and windows.names == ("a", "b") and part.columns == ("temp",)
    for samples in data.splits.values():
        values = np.concatenate([part.values[samples][:, :, 0], data.raw.targets["future"].values[samples]], axis=1)
        assert ((values < 500).all(axis=1) | (values > 500).all(axis=1)).all()
        assert len(samples) and (values > 500).any() and (values < 500).any(), "each series is in each part"
    last_train = windows.times[windows.starts[data.splits["train"]] + 5].max()
    assert last_train < windows.times[windows.starts[data.splits["test"]] + 5].min()


def test_a_window_is_guessed_from_what_repeats_itself(tmp_path):
    rows = [f"{10 * np.sin(2 * np.pi * k / 17):.4f},{k % 4}" for k in range(600)]
    data = ready(write(tmp_path, rows=rows, head="a,b"))
    assert data.raw.windows is not None and data.raw.windows.steps == 34
    assert "windows of 34 rows (guessed) predict 1 ahead" in data.raw.note


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"time": "rain"}, "No time can be read|rain"),
        ({"time": "nothing"}, "has no column 'nothing'"),
        ({"targets": "word"}, "holds text such as 'w0', which cannot be predicted"),
        ({"targets": "temp, gone"}, "has no column 'gone'"),
        ({"window": 100}, "60 rows.*A window of 100 rows and 1 to predict need 101"),
        ({"window": 40}, "No window of 40 rows with 1 to predict fits the training part"),
        ({"group": "gone"}, "has no column 'gone'"),
        ({"channels": "date"}, "'date' holds 60 different texts, which is too many"),
    ],
)
def test_what_does_not_fit_is_told(tmp_path, fields, message):
    path = write(tmp_path, rows=[f"{d},{k},w{k % 2}" for k, d in enumerate(days(60))], head="date,temp,word")
    if fields == {"time": "rain"}:
        fields, message = {"time": "word"}, "No time can be read in 'word'"
    with pytest.raises(DataError, match=message):
        ready(path, **fields)


def test_rows_without_a_time_are_listed(tmp_path):
    rows = [f"{'soon' if k == 5 else d},{k},{k % 3}" for k, d in enumerate(days(60))]
    data = ready(write(tmp_path, rows=rows), window=4)
    assert [(s.item, s.reason) for s in data.raw.skipped] == [("line 7", "Its time can't be read.")]


def test_tables_with_the_newest_row_first_and_of_years_are_series(tmp_path):
    rows = [f"{d},{k % 9},{k % 4}" for k, d in enumerate(days(60))]
    best = candidates(write(tmp_path, rows=rows[::-1]))[0]
    assert best.kind == "series" and "a day apart" in best.why
    best = candidates(write(tmp_path, rows=[f"{1900 + k},{k % 9}" for k in range(60)], head="year,grain"))[0]
    assert best.kind == "series" and "a year apart" in best.why


def test_what_no_number_can_hold_counts_as_missing(tmp_path):
    rows = [f"{d},{'1e300' if k == 20 else k % 9},{'inf' if k == 20 else k % 4}" for k, d in enumerate(days(60))]
    data = ready(write(tmp_path, rows=rows), window=4)
    assert np.isfinite(data.raw.inputs["series"].values).all() and not data.raw.windows.usable[16]
    assert data.raw.inputs["series"].values[20, 0].tolist() == [19 % 9, 19 % 4]


def test_rows_of_no_series_are_listed(tmp_path):
    rows = [f"{d},{k % 9},{'' if k == 3 else 'a'}" for k, d in enumerate(days(60))]
    data = ready(write(tmp_path, rows=rows, head="date,temp,shop"), window=4, group="shop")
    assert [(s.item, s.reason) for s in data.raw.skipped] == [
        ("line 5", "'shop' does not say which series it belongs to.")
    ]
    rows = [f"{d},{k % 9}," for k, d in enumerate(days(60))]
    with pytest.raises(DataError, match=r"'shop' of 't\.csv' is empty"):
        ready(write(tmp_path, rows=rows, head="date,temp,shop"), window=4, group="shop")


def test_rows_at_the_same_time_are_told(tmp_path):
    rows = [f"{d},{k},{k % 3}" for k, d in enumerate(days(40)) for _ in range(2)]
    assert any(n.code == "data.same_times" for n in ready(write(tmp_path, rows=rows), window=4).notices)


def test_new_rows_are_read_as_the_training_table_was(tmp_path):
    rows = [f"{d},{k},{'NW' if k % 2 else 'SE'}" for k, d in enumerate(days(60))]
    preprocess = ready(write(tmp_path, rows=rows), window=5, changes="difference", calendar="yes").preprocess
    assert type(preprocess).model_validate_json(preprocess.model_dump_json()) == preprocess
    new = tmp_path / "new.csv"
    later = [f"{np.datetime64('2021-03-01') + k},{'NW' if k % 2 else 'N'},{k * k}" for k in range(8)]
    new.write_text("\n".join(["date,rain,temp", *later[::-1]]) + "\n")
    found = read_samples(new, preprocess)
    assert found.labels == ("new.csv after 2021-03-08",) and found.inputs["series"].shape == (1, 5, 8)
    assert found.inputs["series"][0, :, 0].tolist() == [9, 16, 25, 36, 49]
    assert found.inputs["series"][0, :, 1].tolist() == [5, 7, 9, 11, 13]
    assert found.inputs["series"][0, :, 2].tolist() == [1, 0, 1, 0, 1] and found.inputs["series"][0, :, 3].max() == 0
    new.write_text("\n".join(["date,rain,temp", *later[:3]]) + "\n")
    with pytest.raises(DataError, match=r"has 3 rows\. The network looks back on 5"):
        read_samples(new, preprocess)
    new.write_text("date,rain\n2020-01-01,NW\n2020-01-02,NW\n")
    with pytest.raises(DataError, match="has no column 'temp'"):
        read_samples(new, preprocess)


@pytest.mark.parametrize(
    ("name", "shape", "target"),
    [
        ("airline-passengers", (24, 1), "Passengers +1"),
        ("daily-min-temperatures", (28, 5), "Temp +1"),
        ("pollution", (24, 17), "pm2.5 +1"),
    ],
)
def test_public_series(shared_data, name, shape, target):
    best = candidates(shared_data / "series" / f"{name}.csv")[0]
    data = prepare(DataRecipe(source=best.source))
    assert data.facts.inputs["series"].sample == shape and data.facts.targets["future"].names == (target,)


@pytest.mark.parametrize(("name", "head"), [("sales.csv", "monthly sales\n"), ("sales.txt", "")])
def test_a_single_column_of_numbers_is_a_series(tmp_path, name, head):
    path = tmp_path / name
    path.write_text(head + "\n".join(str(k % 12) for k in range(120)) + "\n")
    found = candidates(path)[0]
    assert found.kind == "series"
    column = head.strip() or "column_1"
    data = prepare(DataRecipe(source=found.source), tmp_path)
    part = data.raw.inputs["series"]
    assert part.columns == (column,) and part.values.shape == (91, 29, 1), "a window that is guessed"
    assert part.values[0, :13, 0].tolist() == [*range(12), 0], "the rows in their order"
    assert data.raw.targets["future"].names == (f"{column} +1",)
    assert [c.name for c in found.source.head(quiet).columns] == [column]
    path.write_text(head + "\n".join(str(k % 12) for k in range(30)) + "\n")
    assert read_samples(path, data.preprocess).inputs["series"][0, -3:, 0].tolist() == [3, 4, 5], (
        "goes on from the last"
    )


@pytest.mark.parametrize("cells", [["7"] * 50, [f"word{k}" for k in range(50)], ["1", "2", "3"], days(50)])
def test_a_single_column_of_anything_else_is_none(tmp_path, cells):
    (tmp_path / "t.csv").write_text("value\n" + "\n".join(cells) + "\n")
    assert "series" not in [c.kind for c in candidates(tmp_path / "t.csv")]


def test_texts_too_varied_for_channels_are_told(tmp_path):
    rows = [f"{d},{k % 7},s{k % 21},c{k % 20}" for k, d in enumerate(days(84))]
    path = write(tmp_path, rows=rows, head="date,temp,station,city")
    told = [n for n in ready(path, window=4).notices if n.code == "data.too_many_texts"]
    assert [n.values["column"] for n in told] == ["station"] and "21 different texts" in told[0].text
    assert not [n for n in ready(path, window=2, group="station").notices if n.code == "data.too_many_texts"]
    assert not [n for n in ready(path, window=4, channels="temp").notices if n.code == "data.too_many_texts"]
