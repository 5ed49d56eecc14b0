"""Texts out of files: every row is read or told to be left out, and what they are is recognised."""

from __future__ import annotations

from collections import Counter

import numpy as np
import pytest

from workbench.engine.data.prepare import prepare
from workbench.engine.data.recipe import DataRecipe
from workbench.engine.data.sources import source_from_path
from workbench.engine.data.sources.recognise import candidates
from workbench.engine.data.sources.sample import SampleSource
from workbench.engine.data.sources.table import TableSource
from workbench.engine.data.sources.text import TextSource
from workbench.engine.data.text import reading
from workbench.engine.data.text.docstrings import masked
from workbench.engine.errors import DataError

SAYINGS = ["the early bird catches the worm", "all that glitters is not gold", "better late than never they say"]


def silent(done, text):
    pass


def saying(k):
    return f"{SAYINGS[k % 3]} {k}"


def load(path, **fields):
    return TextSource(path=str(path), **fields).load(silent)


def classes(raw):
    target = raw.targets["label"]
    return Counter(target.classes[int(k)] for k in target.values)


def test_stray_quotes_lose_no_row(tmp_path):
    lines = [f"{'ham' if k % 3 else 'spam'}\t{saying(k)}" for k in range(300)]
    lines[10] = 'ham\t"an opening quote that never ends'
    lines[20] = 'spam\tfive 5" pipes'
    lines[30] = "ham\ta cell\ttoo much"
    (tmp_path / "sms.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    source = source_from_path(tmp_path / "sms.tsv")
    raw = source.load(silent, tmp_path)
    assert isinstance(source, TextSource)
    assert len(raw.inputs["text"].values) == 299
    assert raw.inputs["text"].values[10] == '"an opening quote that never ends'
    assert [s.item for s in raw.skipped] == ["line 31"] and "3 cells" in raw.skipped[0].reason


def test_a_table_tells_its_columns_and_what_is_empty(tmp_path):
    rows = [f'{k},"{saying(k)}, he said",{"good" if k % 2 else "bad"}' for k in range(60)]
    rows[5], rows[6] = "5,,good", '6,"some words without a label",'
    (tmp_path / "t.csv").write_text("id,review,sentiment\n" + "\n".join(rows) + "\n", encoding="utf-8")
    source = source_from_path(tmp_path / "t.csv")
    assert isinstance(source, TextSource) and (source.text, source.label) == ("review", "sentiment")
    raw = source.load(silent, tmp_path)
    assert classes(raw) == {"good": 29, "bad": 29}
    assert [(s.item, s.reason) for s in raw.skipped] == [("line 7", "It has no text"), ("line 8", "It has no label")]
    assert [(c.name, c.role) for c in raw.columns] == [("id", "ignore"), ("review", "feature"), ("sentiment", "target")]
    assert raw.inputs["text"].columns == ("review",)
    with pytest.raises(DataError, match="no column 'nowhere'"):
        load(tmp_path / "t.csv", text="nowhere")


def test_a_table_of_features_stays_one_and_may_still_be_taken_as_texts(tmp_path):
    rows = [f'{k % 7},{k * 0.3:.1f},"{saying(k)}",{k % 2}' for k in range(60)]
    (tmp_path / "t.csv").write_text("a,b,name,survived\n" + "\n".join(rows) + "\n", encoding="utf-8")
    found = candidates(tmp_path / "t.csv")
    assert isinstance(found[0].source, TableSource)
    taken = next(c.source for c in found if c.kind == "text")
    assert isinstance(taken, TextSource) and taken.text == "name"


def test_parquet_may_be_taken_as_texts_where_it_holds_some(tmp_path):
    import polars as pl

    label = [("spam", "ham")[k % 2] for k in range(60)]
    pl.DataFrame({"label": label, "text": [saying(k) for k in range(60)]}).write_parquet(tmp_path / "texts.parquet")
    pl.DataFrame({"label": label, "size": list(range(60))}).write_parquet(tmp_path / "table.parquet")
    found = candidates(tmp_path / "texts.parquet")
    assert [c.kind for c in found] == ["table", "text"]
    assert classes(found[1].source.load(silent)) == {"spam": 30, "ham": 30}
    assert [c.kind for c in candidates(tmp_path / "table.parquet")] == ["table"]


def test_ratings_are_numbers_to_predict(tmp_path):
    rows = [f"{saying(k)}\t{k / 7:.2f}" for k in range(60)]
    (tmp_path / "t.tsv").write_text("review\tstars\n" + "\n".join(rows) + "\n", encoding="utf-8")
    raw = source_from_path(tmp_path / "t.tsv").load(silent, tmp_path)
    assert raw.targets["target"].task == "regression" and raw.targets["target"].values[7, 0] == 1.0


def test_lines_in_order_of_their_labels_and_in_latin_1(tmp_path):
    lines = [f"{k // 50} café {saying(k)}" for k in range(100)]
    (tmp_path / "polarity.txt").write_bytes("\n".join(lines).encode("latin-1"))
    source = source_from_path(tmp_path / "polarity.txt")
    raw = source.load(silent, tmp_path)
    assert classes(raw) == {"0": 50, "1": 50} and raw.inputs["text"].values[0].startswith("café the early")
    assert "LATIN-1" in raw.note
    (tmp_path / "fast.txt").write_text("\n".join(f"__label__{k % 2} {saying(k)}" for k in range(20)), encoding="utf-8")
    assert classes(source_from_path(tmp_path / "fast.txt").load(silent, tmp_path)) == {"0": 10, "1": 10}


def test_a_folder_for_each_class(tmp_path):
    for k in range(12):
        folder = tmp_path / "reviews" / ("train", "test")[k % 3 == 0] / ("neg", "pos")[k % 2]
        folder.mkdir(parents=True, exist_ok=True)
        (folder / f"{k}.txt").write_text(f"{saying(k)}\nin two lines\n", encoding="utf-8")
    (tmp_path / "reviews" / "train" / "neg" / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0")
    (tmp_path / "reviews" / "train" / "neg" / "empty.txt").write_bytes(b"")
    raw = source_from_path(tmp_path / "reviews").load(silent, tmp_path)
    assert classes(raw) == {"neg": 6, "pos": 6} and raw.inputs["text"].from_files
    assert {n: len(i) for n, i in raw.given.items()} == {"train": 8, "test": 4}
    assert {s.item.rpartition("/")[2]: s.reason for s in raw.skipped} == {
        "picture.png": "It is not a text file",
        "empty.txt": "It has no text",
    }


def test_a_file_for_each_class_with_a_sample_in_each_line(tmp_path):
    for name, lines in {"French": "Abel\nBéranger\n\n", "Chinese": "Ang\nBai\n"}.items():
        (tmp_path / f"{name}.txt").write_text(lines, encoding="utf-8")
    raw = source_from_path(tmp_path).load(silent, tmp_path)
    assert classes(raw) == {"French": 2, "Chinese": 2}
    assert list(raw.names) == ["Chinese.txt line 1", "Chinese.txt line 2", "French.txt line 1", "French.txt line 2"]
    assert [s.item for s in raw.skipped] == ["French.txt line 3"]


def test_files_called_train_and_test_with_names_of_classes(tmp_path):
    for part, count in {"train": 40, "dev": 10, "test": 20}.items():
        (tmp_path / f"{part}.txt").write_text(
            "\n".join(f"{saying(k)}\t{k % 2}" for k in range(count)), encoding="utf-8"
        )
    (tmp_path / "class.txt").write_text("finance\nsport\n", encoding="utf-8")
    (tmp_path / "notes.md").write_text("about", encoding="utf-8")
    raw = source_from_path(tmp_path).load(silent, tmp_path)
    assert classes(raw) == {"finance": 35, "sport": 35}
    assert {n: len(i) for n, i in raw.given.items()} == {"train": 40, "validation": 10, "test": 20}
    assert [s.item for s in raw.skipped] == ["notes.md"]
    (tmp_path / "train.txt").unlink()
    again = source_from_path(tmp_path).load(silent, tmp_path)
    assert set(again.given) == {"test"} and again.notices[0].code == "data.no_training_part"


@pytest.mark.parametrize("content", [b"", b"\n\n", b"\0\1\2\3" * 50, b"one line alone\n"])
def test_files_without_texts_are_refused_in_a_sentence(tmp_path, content):
    (tmp_path / "t.txt").write_bytes(content)
    for layout in ("auto", "lines", "table"):
        with pytest.raises(DataError) as caught:
            prepare(DataRecipe(source=TextSource(path="t.txt", layout=layout)), tmp_path)
        assert str(caught.value).endswith(".") or "?" in str(caught.value)


@pytest.mark.parametrize(
    ("name", "count", "found", "skipped"),
    [
        ("sms.tsv", 5574, 2, 0),
        ("rt-polarity.latin1.txt", 10662, 2, 0),
        ("thucnews_titles", 20000, 10, 0),
        ("names", 20050, 18, 0),
    ],
)
def test_the_shared_texts_are_read_whole(shared_data, name, count, found, skipped):
    raw = source_from_path(shared_data / "text" / name).load(silent)
    assert (len(raw.inputs["text"].values), len(raw.targets["label"].classes), len(raw.skipped)) == (
        count,
        found,
        skipped,
    )


def test_docstrings_are_the_same_each_time_and_name_no_library():
    first, second = (SampleSource(name="docstrings").load(silent) for _ in range(2))
    np.testing.assert_array_equal(first.inputs["text"].values, second.inputs["text"].values)
    texts = first.inputs["text"].values.tolist()
    assert len(texts) == len(set(texts)) <= 2000 and max(map(len, texts)) <= 500
    assert len(first.targets["label"].classes) == 5
    assert masked("See numpy.dot and np.sum of NumPy.\n\n>>> import numpy") == "See ….dot and ….sum of …."


def test_only_some_files_of_a_large_folder_are_read_to_look_at_it(tmp_path, monkeypatch):
    for label in ("neg", "pos"):
        (tmp_path / label).mkdir()
        for k in range(200):
            (tmp_path / label / f"{k}.txt").write_text(f"{saying(k)}\n", encoding="utf-8")
    (tmp_path / "neg" / "0.txt").write_bytes(b"\x89PNG\r\n\x1a\n\xff\xfe" + bytes(99))
    opened = []
    real = reading.read_bytes
    monkeypatch.setattr(reading, "read_bytes", lambda path: (opened.append(path), real(path))[1])
    head = TextSource(path=str(tmp_path)).head(silent)
    assert len(opened) == 48 and not head.whole
    assert classes(head.raw) == {"neg": 23, "pos": 24} and head.raw.inputs["text"].from_files
    assert [s.item for s in head.raw.skipped] == ["neg/0.txt"]
    # Few files are all read.
    for path in opened[1:]:
        path.unlink()
    for path in [p for p in tmp_path.rglob("*.txt") if int(p.stem) > 9]:
        path.unlink()
    few = TextSource(path=str(tmp_path)).head(silent)
    assert few.whole and len(few.raw.names) == sum(1 for _ in tmp_path.rglob("*.txt")) - 1
