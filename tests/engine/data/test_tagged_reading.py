"""Tagged text is read as it was written, whatever form it has, and what is none of it is told in a sentence."""

from __future__ import annotations

import codecs
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tagged_data import conll, sentences, written

from workbench.engine.data.prepare import prepare, prepare_raw
from workbench.engine.data.recipe import DataRecipe
from workbench.engine.data.report import class_counts
from workbench.engine.data.sources.recognise import candidates, source_from_path
from workbench.engine.data.sources.tagged import TaggedSource
from workbench.engine.data.tagged.assemble import assemble_tagged, tag_order
from workbench.engine.data.tagged.reading import TaggedSequences, read_tagged
from workbench.engine.data.tagged.targets import IGNORED, placed
from workbench.engine.data.text.assemble import given_parts
from workbench.engine.errors import DataError
from workbench.engine.project.baseline import project_from_data

UNIVERSAL = """# sent_id = 1
# text = They don't
1\tThey\tthey\tPRON\tPRP\t_\t2\tnsubj\t_\t_
2-3\tdon't\t_\t_\t_\t_\t_\t_\t_\t_
2\tdo\tdo\tAUX\tVBP\t_\t0\troot\t_\t_
3\tn't\tnot\tPART\tRB\t_\t2\tadvmod\t_\t_
3.1\tgo\tgo\tVERB\tVB\t_\t_\t_\t_\t_

# sent_id = 2
1\t#\t#\tSYM\t#\t_\t0\troot\t_\t_
2\t5\t5\tNUM\tCD\t_\t1\tnummod\t_\t_
"""


def read(text: str | bytes, **more) -> TaggedSequences:
    found = TaggedSequences()
    read_tagged(text if isinstance(text, bytes) else text.encode(), "x.conll", found, **more)
    return found


def loaded(folder: Path, text: str, name: str = "a.conll", **fields):
    (folder / name).write_text(text, encoding="utf-8")
    return TaggedSource(path=name, **fields).load(lambda done, words: None, folder)


class TestForms:
    def test_conll_with_docstart_and_comments(self):
        found = read("-DOCSTART- -X- O\n\n# by hand\nEU NNP B-ORG\nrejects VBZ O\n\n\n# NN O\n\n")
        assert found.texts == ["EU rejects", "#"] and found.tags == [["B-ORG", "O"], ["O"]]
        assert found.names == ["line 4", "line 8"]

    def test_universal_leaves_ranges_and_empty_nodes_away(self):
        found = read(UNIVERSAL)
        assert found.texts == ["They do n't", "# 5"]
        assert found.tags == [["PRON", "AUX", "PART"], ["SYM", "NUM"]]
        assert read(UNIVERSAL, tag="deprel", token="LEMMA").tags[0] == ["nsubj", "root", "advmod"]
        assert read(UNIVERSAL, tag="5").tags[1] == ["#", "CD"]

    @pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
    def test_chinese_characters(self, encoding):
        text = "".join(f"{c}\t{t}\n" for c, t in zip("我们爱北京", "BESBE", strict=True)) * 3 + "\n我\tS\n"
        mark = codecs.BOM_UTF16_LE if encoding == "utf-16" else b""
        content = mark + text.encode("utf-16-le" if encoding == "utf-16" else encoding)
        found = read(content)
        assert found.texts[-1] == "我" and found.tags[0][:5] == list("BESBE")

    def test_a_blank_inside_a_token_stays_inside(self):
        found = read("New York\tLOC\nis\tO\n\nbig\tO\n")
        assert found.texts[0].split(" ") == ["New\u00a0York", "is"]

    def test_table_with_sequences(self, tmp_path):
        text = 'Sentence #,Word,POS,Tag\nSentence: 1,John,N,B-PER\n,runs,V,O\nSentence: 2,"a, b",N,O\n,,N,O\nSentence: 3,x,N,O\n'
        raw = loaded(tmp_path, text, "ner.csv", sequence="Sentence #", token="Word", tag="Tag")
        assert raw.inputs["text"].values.tolist() == ["John runs", "x"]
        assert [(s.item, s.reason) for s in raw.skipped] == [
            ("line 4", "A row has no token or no tag; its sequence is left out")
        ]
        source = source_from_path(tmp_path / "ner.csv", tmp_path)
        assert isinstance(source, TaggedSource)
        assert (source.sequence, source.token, source.tag) == ("Sentence #", "Word", "Tag")

    def test_parts_of_a_folder_and_files_of_their_own(self, tmp_path):
        for name, seed in (("x-train.conll", 0), ("x-dev.conll", 1), ("x-test.conll", 2)):
            (tmp_path / name).write_text(conll(sentences(20 + seed, seed)))
        (found,) = candidates(tmp_path)
        assert found.kind == "tagged"
        for source in (
            found.source,
            TaggedSource(path="x-train.conll", validation="x-dev.conll", test="x-test.conll"),
        ):
            data = prepare(DataRecipe(source=source), tmp_path)
            assert {name: len(rows) for name, rows in data.splits.items()} == {
                "train": 20,
                "validation": 21,
                "test": 22,
            }
            assert data.raw.names[20].startswith("x-dev.conll line ")

    def test_a_table_of_two_columns_is_no_tagged_text(self, tmp_path):
        path = tmp_path / "a.tsv"
        path.write_text("".join(f"{k}\t{k % 2}\n" for k in range(50)))
        assert "tagged" not in [c.kind for c in candidates(path)]

    def test_recognised(self, tmp_path):
        for name in ("a.conll", "a.txt"):
            assert candidates(written(tmp_path, name))[0].kind == "tagged"


class TestBad:
    @pytest.mark.parametrize(
        ("text", "fields", "code", "words"),
        [
            ("", {}, "data.empty_file", "empty"),
            ("\n\n\n", {}, "data.no_rows", "no lines"),
            ("EU\nrejects\n\nGerman\n", {}, "data.no_tags", "line 1 holds 'EU' and no tag"),
            ("EU O\nx O\n", {"tag": "3"}, "data.no_column", "no column '3'"),
            ("EU O\nx O\n", {"tag": "UPOS"}, "data.no_column", "no column 'UPOS'"),
            ("".join(f"w{k} t{k}\n" for k in range(200)), {}, "data.too_many_tags", "200 different values"),
            ("EU O extra\nx O\n\nz O\nw O\n\n", {"tag": "2"}, "", ""),
            ("a,b\n1,2\n", {"sequence": "id"}, "data.no_column", "no column 'id'"),
            ("\0\1\2\3\0", {}, "", ""),
        ],
    )
    def test_one_sentence(self, tmp_path, text, fields, code, words):
        if not code:
            try:
                loaded(tmp_path, text, **fields)
            except DataError:
                pass
            return
        with pytest.raises(DataError) as caught:
            loaded(tmp_path, text, **fields)
        assert words in str(caught.value)
        assert code == "data.empty_file" or caught.value.code == code

    def test_a_line_without_its_tag_takes_its_sequence_away(self, tmp_path):
        raw = loaded(tmp_path, "a N X\nb N\n\nc N Y\nd N X\n")
        assert raw.inputs["text"].values.tolist() == ["c d"]
        (skipped,) = raw.skipped
        assert (skipped.item, skipped.reason) == (
            "line 2",
            "It has 2 columns where others have 3; its sequence is left out",
        )

    def test_a_single_tag_is_nothing_to_learn(self, tmp_path):
        raw = loaded(tmp_path, "a X\n\nb X\n\nc X\n")
        with pytest.raises(DataError, match="All tokens have the tag 'X'"):
            prepare_raw(raw, DataRecipe())

    def test_a_tag_that_only_the_test_part_has_is_told(self, tmp_path):
        (tmp_path / "test.txt").write_text("q NEW\n")
        source = TaggedSource(path=written(tmp_path).name, test="test.txt")
        data = prepare(DataRecipe(source=source), tmp_path)
        told = [str(n) for n in data.notices if n.code == "data.tag_unseen"]
        assert told == [
            "The training part has no token with the tag 'NEW', which the test part has; the network can't learn it."
        ]

    @settings(max_examples=60, deadline=None)
    @given(st.binary(max_size=40), st.integers(0, 400), st.integers(0, 30))
    def test_a_damaged_file_is_read_or_told(self, junk, place, gone):
        content = conll(sentences(8)).encode()
        damaged = content[:place] + junk + content[place + gone :]
        found = TaggedSequences()
        try:
            how = read_tagged(damaged, "x", found)
            raw = assemble_tagged("x", found, how.words)
        except DataError as error:
            assert error.what
            return
        lengths = [len(text.split(" ")) for text in raw.inputs["text"].values]
        assert lengths == (raw.targets["tags"].values >= 0).sum(axis=1).tolist()


TOKEN = st.text(st.characters(codec="utf-8", exclude_categories=["Zs", "Zl", "Zp", "Cc"]), min_size=1, max_size=6)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.lists(
            st.tuples(TOKEN.filter(lambda t: t[0] not in "#-\ufeff"), st.sampled_from(["O", "B-X", "I-X"])),
            min_size=1,
            max_size=6,
        ),
        min_size=1,
        max_size=6,
    ),
    st.sampled_from(["\t", " ", "\tx\t"]),
    st.sampled_from(["\n", "\r\n"]),
)
def test_what_was_written_is_read_again(found, middle, ending):
    content = conll(found, middle).replace("\n", ending).encode("utf-8")
    again = read(content, encoding="utf-8")
    assert [
        [*zip(text.split(" "), tags, strict=True)] for text, tags in zip(again.texts, again.tags, strict=True)
    ] == found


class TestPrepared:
    def test_vocabulary_and_counts_are_of_the_training_part_alone(self, tmp_path):
        path = written(tmp_path)
        (tmp_path / "test.conll").write_text("Zzyzx N B-LOC\n" * 50 + "\n")
        with_test = prepare(DataRecipe(source=TaggedSource(path=path.name, test="test.conll")), tmp_path)
        (tmp_path / "test.conll").write_text("other N O\n")
        without = prepare(DataRecipe(source=TaggedSource(path=path.name, test="test.conll")), tmp_path)
        one, other = with_test.preprocess, without.preprocess
        assert one.inputs == other.inputs and one.targets == other.targets
        assert "zzyzx" not in one.inputs["text"].text.tokens
        train = class_counts(with_test, "tags").counts["train"]
        assert train == one.targets["tags"].counts and sum(train) == sum(
            len(with_test.raw.inputs["text"].values[k].split(" ")) for k in with_test.splits["train"]
        )

    @pytest.mark.parametrize("pad", ["end", "start"])
    @pytest.mark.parametrize("cut", ["end", "start"])
    def test_tags_stand_where_their_tokens_do(self, tmp_path, pad, cut):
        recipe = DataRecipe.model_validate(
            {
                "source": TaggedSource(path=written(tmp_path).name),
                "text": {"length": 5, "pad": pad, "cut": cut, "least": 1, "lower": False},
            }
        )
        data = prepare(recipe, tmp_path)
        names, how = data.preprocess.inputs["text"].text.tokens, data.preprocess.targets["tags"]
        fed = placed(data.raw.targets["tags"].values, how)
        assert fed.shape == (120, 5) and ((fed == IGNORED) == (data.texts["text"].ids == 0)).all()
        for ids, tags in zip(data.texts["text"].ids, fed, strict=True):
            for number, tag in zip(ids, tags, strict=True):
                if names[number] == "York":
                    assert how.classes[tag] == "I-LOC"
        assert any(n.code == "data.tags_cut" for n in data.notices)

    def test_tokens_whose_letters_have_other_forms_stay_one(self, tmp_path):
        raw = loaded(tmp_path, "´ X\nÅ Y\nＡ X\n\nﬁx Y\n\n[pad] X\n\n")
        data = prepare_raw(
            raw, DataRecipe.model_validate({"text": {"least": 1}, "split": {"validation": 0, "test": 0}})
        )
        assert data.texts["text"].lengths.tolist() == [3, 1, 1]

    def test_tags_of_a_kind_stand_together(self):
        assert tag_order({"I-LOC", "B-PER", "O", "I-PER", "B-LOC"}) == ("O", "B-LOC", "I-LOC", "B-PER", "I-PER")
        assert tag_order(set("SEMB")) == ("B", "M", "E", "S")

    def test_proposed_for_tagged_text(self, tmp_path):
        project, words = project_from_data(written(tmp_path), tmp_path)
        kinds = [node.layer.kind for node in project.graph.nodes]
        assert kinds == ["input", "embedding", "lstm", "dropout", "dense", "output"]
        assert "5 tags to predict" in words and not project.data.text.lower
        assert np.isclose(project.data.text.whole, 1.0)


@pytest.mark.parametrize(
    ("splits", "kept", "told"),
    [
        ([None, None], {}, []),
        (["train", "train"], {}, []),
        (["train", "test"], {"train": [0], "test": [1]}, []),
        (["validation", "test"], {"test": [1]}, ["data.no_training_part"]),
        (["test", "test"], {}, []),
    ],
)
def test_something_is_left_to_train_on(splits, kept, told):
    given_rows, notices = given_parts(splits)
    assert {name: list(rows) for name, rows in given_rows.items()} == kept
    assert [n.code for n in notices] == told
