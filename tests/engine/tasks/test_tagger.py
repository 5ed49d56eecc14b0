"""A tagger from its report to its exports: tokens, tags and spans as people know them."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path

import numpy as np
import onnx
import pytest
from tagged_data import sentences, trained_tagger, written
from trained import Trained, export_request

from workbench.engine.data.new_samples import typed_text
from workbench.engine.data.prepare import prepare
from workbench.engine.data.tagged.new_tokens import tokens_in
from workbench.engine.data.text.encoding import TextEncoding
from workbench.engine.evaluate.predict import Predictor
from workbench.engine.evaluate.report import evaluate_run
from workbench.engine.evaluate.tagging import found_spans, sequence_answers
from workbench.engine.export.run import export_run


@pytest.fixture(scope="module")
def names(tmp_path_factory) -> Trained:
    return trained_tagger(tmp_path_factory.mktemp("tagger"))


@pytest.fixture(scope="module")
def predictor(names: Trained) -> Predictor:
    return Predictor(names.store, names.run)


def test_report_is_over_tokens(names: Trained):
    base = names.file.parent
    report = evaluate_run(names.store, names.run, split="validation", base_dir=base)
    data = prepare(names.store.project(names.run).data, base)
    real = report.targets >= 0
    right = (report.targets == report.predictions)[real]
    assert report.tokens == real.sum() == sum(c.support for c in report.classes) == report.confusion.sum()
    assert report.metrics["accuracy"] == pytest.approx(right.mean()) == pytest.approx(names.best["val_accuracy"])
    assert report.metrics["loss"] == pytest.approx(names.best["val_loss"], rel=1e-5)
    assert right.mean() > 0.9
    assert {s.name for s in report.spans} == {"PER", "LOC"} and 0 < report.metrics["span_f1"] <= 1
    assert (report.predictions == report.targets)[~real].all() and np.isnan(report.confidence[~real]).all()
    wrong = (report.targets != report.predictions).sum(axis=1)
    assert wrong[report.mistakes()].tolist() == sorted(wrong[wrong > 0].tolist(), reverse=True)
    for place in range(3):
        answers = sequence_answers(report, data, place)
        index = int(report.indexes[place])
        assert [(a.text, a.true) for a in answers] == sentences(160)[index]
        assert [a.said for a in answers] == [report.names[k] for k in report.predictions[place][real[place]]]
    told = report.dump()
    assert json.loads(json.dumps(told))["tokens"] == report.tokens


def test_context_decides(predictor: Predictor):
    (said,) = predictor.predict({"text": np.array(["Paris lives in Paris ."], dtype=object)}, ["typed"])
    assert [t.said for t in said.tags] == ["B-PER", "O", "O", "B-LOC", "O"]
    assert [(s.kind, s.text) for s in said.spans] == [("PER", "Paris"), ("LOC", "Paris")]
    assert said.dump()["tags"] == ["B-PER", "O", "O", "B-LOC", "O"]


def test_longer_than_the_network_sees_is_tagged_in_pieces(predictor: Predictor):
    text = " ".join(["John lives in Rome ."] * 4)
    samples = typed_text(text, predictor.network.preprocess)
    assert any("in pieces" in note for note in samples.notes)
    (said,) = predictor.predict(samples.inputs)
    assert [t.text for t in said.tags] == text.split() and all(t.said for t in said.tags)


def test_files_of_lines_of_tokens_and_of_columns(predictor: Predictor, tmp_path: Path):
    written(tmp_path, "a.conll", 3)
    (tmp_path / "lines.txt").write_text("Mary works in Rome .\n\nJohn lives in New York .\n")
    (tmp_path / "tokens.txt").write_text("Mary\nworks\n.\n\nJohn\nlives\n")
    for name, labels, first in (
        ("lines.txt", ("lines.txt line 1", "lines.txt line 3"), "Mary works in Rome ."),
        ("tokens.txt", ("tokens.txt line 1", "tokens.txt line 5"), "Mary works ."),
    ):
        samples = predictor.read(tmp_path / name)
        assert samples.labels == labels and samples.inputs["text"][0] == first
    samples = predictor.read(tmp_path / "a.conll")
    assert [text.split(" ") for text in samples.inputs["text"]] == [[t for t, _ in s] for s in sentences(3)]


def test_chinese_is_cut_into_characters():
    how = TextEncoding(
        kind="given", lower=False, nfkc=False, tokens=("[pad]", "[unknown]", "我"), length=4, single=True
    )
    assert tokens_in("我爱 北京", how) == tokens_in("我 爱 北 京", how) == "我 爱 北 京"
    spans = found_spans(list("我爱北京"), ["S", "S", "B", "E"], ("B", "M", "E", "S"))
    assert [s.text for s in spans] == ["我", "爱", "北京"]


@pytest.mark.parametrize("kind", ["onnx", "python"])
def test_exports_answer_the_same(names: Trained, predictor: Predictor, tmp_path: Path, kind: str):
    out = tmp_path / ("net.py" if kind == "python" else "net.onnx")
    certificate = export_run(export_request(names, out, kind))
    assert certificate.agreement == 1.0 and certificate.agreement_of == "tags" and certificate.split == "validation"
    assert certificate.outputs == {"probabilities": "N × 8 × 5 float32"}
    if kind == "onnx":
        about = {p.key: p.value for p in onnx.load(out).metadata_props}
        assert json.loads(about["workbench.tags"]) == ["O", "B-LOC", "I-LOC", "B-PER", "I-PER"]
        assert json.loads(about["workbench.padding"]) == {"id": 0, "at": "end", "length": 8, "cut": "end"}
        learnt = json.loads(about["workbench.preprocessing"])["inputs"]["text"]["text"]["tokens"]
        assert tuple(learnt) == predictor.network.preprocess.inputs["text"].text.tokens
        return
    spec = importlib.util.spec_from_file_location("net", out)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    text = "John lives in New York ."
    found = module.tags_of(module.predict(module.load(), module.numbers_of_text([text])), [text])
    (said,) = predictor.predict({"text": np.array([text], dtype=object)})
    assert found == [[(t.text, t.said) for t in said.tags]]
