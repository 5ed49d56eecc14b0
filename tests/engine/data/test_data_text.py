"""Texts as numbers: what is learnt from the training split only, how texts are cut, padded, kept and predicted."""

from __future__ import annotations

import numpy as np
import pytest

from workbench.engine.data.apply import transform_inputs
from workbench.engine.data.new_samples import read_samples, typed_text
from workbench.engine.data.prepare import prepare_raw
from workbench.engine.data.preprocess import Preprocess
from workbench.engine.data.raw import RawData, RawInput, RawTarget
from workbench.engine.data.recipe import Cancelled, DataRecipe
from workbench.engine.data.text import kept
from workbench.engine.data.text.encoding import SPECIAL, as_texts, encode_texts, tokeniser_json, tokens_of
from workbench.engine.data.text.learn import guess_kind, learn_text
from workbench.engine.data.text.recipe import TextRecipe
from workbench.engine.errors import DataError

WORDS = ["red apples are sweet", "green apples are sour", "the bus is late", "the train is late"]
CHINESE = ["北京今天下雨了", "上海今天下雪了", "股票价格上涨", "股票价格下跌"]


def data(texts, held=()):
    given = {"test": np.array(held, dtype=np.int64)} if held else {}
    labels = np.arange(len(texts)) % 2
    return RawData(
        "t",
        {"text": RawInput("text", as_texts(texts))},
        {"label": RawTarget("classification", labels.astype(np.int64), classes=("a", "b"))},
        given=given,
    )


def prepared(texts, held=(), **fields):
    recipe = DataRecipe.model_validate({"text": fields, "split": {"validation": 0.0, "test": 0.0}})
    return prepare_raw(data(texts, held), recipe)


def learnt(texts, **fields):
    return learn_text(as_texts(texts), np.arange(len(texts)), TextRecipe.model_validate({"least": 1, **fields}))


@pytest.mark.parametrize("tokens", ["word", "character", "bpe"])
def test_nothing_of_held_out_texts_is_learnt(tokens):
    texts = WORDS * 10
    plain = prepared([*texts, "x", "y"], held=(40, 41), tokens=tokens, least=1)
    secret = "zebra zebra zebra 斑马 " * 50
    leaky = prepared([*texts, secret, secret], held=(40, 41), tokens=tokens, least=1)
    assert leaky.preprocess.inputs == plain.preprocess.inputs
    how = leaky.preprocess.inputs["text"].text
    assert how is not None and not any("z" in t or "斑" in t for t in how.tokens)
    # The same texts in training are learnt: the test above could fail.
    trained = prepared([*texts, secret, secret], tokens=tokens, least=1).preprocess.inputs["text"].text
    assert trained is not None and any("z" in t for t in trained.tokens) and trained.length > how.length


@pytest.mark.parametrize("tokens", ["word", "character", "bpe"])
def test_chinese_works_with_every_kind_of_token(tokens):
    done = prepared(CHINESE * 10, tokens=tokens, least=1)
    ids = done.texts["text"].ids
    assert (ids == 1).sum() == 0, "nothing of the training texts is unknown"
    assert len({tuple(row) for row in ids.tolist()}) == 4
    assert done.facts.inputs["text"].dtype == "int64"
    assert done.facts.vocabulary["text"] == len(done.preprocess.inputs["text"].text.tokens)


def test_words_are_cut_as_people_would_and_chinese_apart():
    how = learnt(["Don't say 北京: x_1, ＦＵＬＬ café!"], tokens="word")
    assert [t.text for t in tokens_of("Don't say 北京: x_1, ＦＵＬＬ café!", how)] == [
        *("don't", "say", "北", "京", ":", "x_1", ",", "full", "café", "!")
    ]
    as_it_is = learnt(["Don't ＦＵＬＬ"], tokens="word", lower=False, nfkc=False)
    assert [t.text for t in tokens_of("Don't ＦＵＬＬ", as_it_is)] == ["Don't", "ＦＵＬＬ"]


def test_the_first_numbers_are_filling_and_unknown_and_no_text_can_say_so():
    how = learnt(["a b c [pad] [unknown]"], tokens="word", length=8)
    assert how.tokens[:2] == SPECIAL
    ids = encode_texts(as_texts(["a nowhere [pad]", ""]), how).ids
    assert ids[0, 1] == 1 and (ids[0, [0, 2, 3, 4]] > 1).all() and (ids[0, 5:] == 0).all()
    assert (ids[1] == 0).all()


@pytest.mark.parametrize(
    ("cut", "pad", "long", "short"),
    [("end", "end", [2, 3], [2, 0]), ("start", "end", [3, 4], [2, 0]), ("end", "start", [2, 3], [0, 2])],
)
def test_long_texts_are_cut_and_short_ones_filled_up_where_the_recipe_says(cut, pad, long, short):
    how = learnt(["a a a b b c"], tokens="word", length=2, cut=cut, pad=pad)
    assert how.tokens == (*SPECIAL, "a", "b", "c")
    found = encode_texts(as_texts(["a b c", "a"]), how)
    assert found.ids.tolist() == [long, short]
    assert found.lengths.tolist() == [3, 1]


def test_rare_tokens_are_unknown_and_the_most_frequent_are_kept():
    assert learnt(["a a a b b c"], tokens="word", least=2).tokens[2:] == ("a", "b")
    texts = [" ".join(f"w{k}" for k in range(n)) for n in range(1, 30)]
    assert learnt(texts, tokens="word", vocabulary=10).tokens[2:] == tuple(f"w{k}" for k in range(8))
    assert len(learnt(WORDS * 5, tokens="bpe", vocabulary=30).tokens) <= 30


def test_the_length_keeps_as_many_texts_whole_as_asked():
    texts = [" ".join(["w"] * n) for n in range(1, 101)]
    assert learnt(texts, tokens="word", whole=0.9).length in (90, 91)
    assert learnt(texts, tokens="word", whole=1.0).length == 100
    assert learnt(["w " * 5000], tokens="word").length == 400, "a first training should not take for ever"
    assert learnt(texts, tokens="word", length=50).whole == 0.5


def test_the_kind_of_token_is_guessed():
    assert guess_kind(as_texts(CHINESE)) == "character"
    assert guess_kind(as_texts(["Nguyen", "Van Dyke", "O'Neill"])) == "character"
    assert guess_kind(as_texts(WORDS)) == "word"


def test_learning_gives_the_same_every_time():
    for tokens in ("word", "bpe"):
        assert learnt(WORDS * 3, tokens=tokens) == learnt(WORDS * 3, tokens=tokens)


def test_raw_texts_and_their_numbers_are_fed_alike_and_survive_json():
    done = prepared(WORDS * 5, tokens="bpe", least=1)
    again = Preprocess.model_validate_json(done.preprocess.model_dump_json())
    fed = transform_inputs(done.raw.inputs["text"].values, again.inputs["text"])
    assert fed.dtype == np.int64
    np.testing.assert_array_equal(fed, transform_inputs(done.texts["text"].ids, again.inputs["text"]))


def test_numbers_are_kept_between_starts_and_a_stop_keeps_nothing(monkeypatch):
    monkeypatch.setattr(kept, "SMALL", 0)
    texts, how = as_texts(WORDS * 5), learnt(WORDS)

    def stop(done):
        raise Cancelled

    with pytest.raises(Cancelled):
        kept.encoded(texts, how, "some texts", stop)
    first = kept.encoded(texts, how, "some texts")
    monkeypatch.setattr(kept, "encode_texts", None)
    again = kept.encoded(texts, how, "some texts")
    np.testing.assert_array_equal(first.ids, again.ids)
    np.testing.assert_array_equal(first.lengths, again.lengths)
    with pytest.raises(TypeError):
        kept.encoded(texts, how, "other texts")


def test_half_letters_and_odd_marks_do_no_harm():
    odd = ["\ud800 broken", "a\u2028b\x00c", "👩‍👩‍👧 family", "\u202eright to left", " "]
    for tokens in ("word", "character", "bpe"):
        assert learnt(odd, tokens=tokens).length >= 4
    prepared(odd * 2, tokens="word")


def test_texts_without_a_word_are_refused():
    with pytest.raises(DataError, match="are empty"):
        prepared(["", "  "])


def test_new_texts_are_typed_or_read_from_lines_and_tables(tmp_path):
    preprocess = prepared(WORDS * 5, tokens="word", least=1, length=4).preprocess
    typed = typed_text("red zebras are sweet today", preprocess)
    assert typed.inputs["text"].tolist() == ["red zebras are sweet today"]
    assert typed.notes == (
        "2 of 5 tokens are unknown to the network.",
        "1 text has more than 4 tokens; the end is cut off.",
    )
    with pytest.raises(DataError, match="Nothing was typed"):
        typed_text("  ", preprocess)
    (tmp_path / "lines.txt").write_bytes('le café\n\nthe bus, "late"\n'.encode("latin-1"))
    lines = read_samples(tmp_path / "lines.txt", preprocess)
    assert lines.inputs["text"].tolist() == ["le café", 'the bus, "late"']
    assert lines.labels == ("lines.txt line 1", "lines.txt line 3")
    (tmp_path / "t.csv").write_text('id,review\n1,"a, b"\n2,c d e f\n3,g h i\n', encoding="utf-8")
    table = read_samples(tmp_path / "t.csv", preprocess)
    assert table.inputs["text"].tolist() == ["a, b", "c d e f", "g h i"]
    assert "Not used: 'id'." in table.notes


@pytest.mark.parametrize(("cut", "pad"), [("end", "end"), ("start", "start")])
def test_the_tokeniser_that_exports_carry_gives_the_same_numbers(cut, pad):
    from tokenizers import Tokenizer

    for tokens in ("word", "character", "bpe"):
        how = learnt(WORDS + CHINESE, tokens=tokens, length=6, cut=cut, pad=pad)
        texts = ["the red zebra is late, very late", "北京 下雪", ""]
        made = Tokenizer.from_str(tokeniser_json(how)).encode_batch(texts, add_special_tokens=False)
        assert [m.ids for m in made] == encode_texts(as_texts(texts), how).ids.tolist()
