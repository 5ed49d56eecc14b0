"""Tagged text on the command line, from a file to tags of new sentences."""

from __future__ import annotations

from pathlib import Path

from commands import Run
from tagged_data import written


def test_from_a_file_to_tags_of_new_sentences(run: Run, tmp_path: Path):
    data, file = written(tmp_path), tmp_path / "names.nnwb"
    made = run("new", "--data", data, file)
    assert made.code == 0 and "as tagged: 3 columns between blanks" in made.err and "5 tags to predict" in made.err
    assert "To beat: giving each token the tag that it has most often" in made.err
    assert "tags: 5 tags at each of 8 steps" in run("check", file).out
    assert run("train", file, "--set", "training.epochs=2").code == 0
    shown = run("evaluate", file)
    assert shown.code == 0 and "18 samples of " in shown.out and "span_f1" in shown.out
    assert "Most wrong tags (true>predicted):" in shown.out
    (told,) = run("evaluate", file, "--json").lines
    first = told["mistakes"][0]
    assert told["tokens"] == sum(c["support"] for c in told["classes"]) and first["sample"].startswith("line ")
    wrong = sum(a != b for a, b in zip(first["true"], first["predicted"], strict=True))
    assert first["wrong"] == wrong > 0 and len(first["tokens"]) == len(first["true"])
    (said,) = run("predict", file, "--text", "Mary lives in Rome .", "--json").lines
    assert said["tokens"] == ["Mary", "lives", "in", "Rome", "."] and len(said["tags"]) == 5
    assert run("predict", file, "--text", "Mary lives").out.startswith("text: Mary/")
    refused = run("new", "--data", data, tmp_path / "x.nnwb", "--task", "regression")
    assert refused.code == 1 and "is for the task tagging" in refused.err
