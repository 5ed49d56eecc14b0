"""Prediction: new samples from arrays and files get what evaluation gives to the same samples."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from trained import Trained

from workbench.engine.data.prepare import prepare
from workbench.engine.errors import DataError
from workbench.engine.evaluate.predict import Predictor
from workbench.engine.evaluate.report import evaluate_run


def test_classes_as_in_evaluation(digits: Trained):
    report = evaluate_run(digits.store, digits.run, split="train")
    data = prepare(digits.store.project(digits.run).data)
    values = data.raw.inputs["image"].values[report.indexes]
    found = Predictor(digits.store, digits.run).predict({"image": values}, [f"#{i}" for i in report.indexes])
    assert len(found) == report.samples > 1000, "several batches"
    assert [p.label for p in found] == [report.names[i] for i in report.predictions]
    assert [p.confidence for p in found] == pytest.approx(list(report.confidence), rel=1e-5)
    assert found[5].source == f"#{report.indexes[5]}"
    assert found[0].probabilities is not None
    assert list(found[0].probabilities) == list("0123456789")
    assert sum(found[0].probabilities.values()) == pytest.approx(1, abs=1e-5)


def test_a_single_unit_gives_both_classes(tumours: Trained):
    data = prepare(tumours.store.project(tumours.run).data)
    (one,) = Predictor(tumours.store, tumours.run).predict({"features": data.raw.inputs["features"].values[:1]})
    assert one.probabilities is not None and list(one.probabilities) == ["malignant", "benign"]
    assert sum(one.probabilities.values()) == pytest.approx(1)
    assert one.label == max(one.probabilities, key=one.probabilities.get)


def test_numbers_in_original_units(diabetes: Trained):
    report = evaluate_run(diabetes.store, diabetes.run)
    data = prepare(diabetes.store.project(diabetes.run).data)
    found = Predictor(diabetes.store, diabetes.run).predict(
        {"features": data.raw.inputs["features"].values[report.indexes]}
    )
    assert [p.values["progression"] for p in found if p.values] == pytest.approx(report.predictions[:, 0].tolist())
    assert found[0].label == "" and found[0].dump()["values"] == found[0].values


def test_files(digits: Trained, diabetes: Trained, tmp_path: Path):
    data = prepare(digits.store.project(digits.run).data)
    pixels = data.raw.inputs["image"].values[:3]
    Image.fromarray(pixels[0, ..., 0]).save(tmp_path / "digit.png")
    np.save(tmp_path / "digits.npy", pixels)
    predictor = Predictor(digits.store, digits.run)
    direct = predictor.predict({"image": pixels})
    (_, picture), (_, arrays) = predictor.predict_files([tmp_path / "digit.png", tmp_path / "digits.npy"])
    assert [p.source for p in picture] == ["digit.png"]
    assert picture[0].probabilities == pytest.approx(direct[0].probabilities)
    assert [p.label for p in arrays] == [p.label for p in direct]
    table = prepare(diabetes.store.project(diabetes.run).data).raw.inputs["features"]
    text = ",".join(table.columns) + "\n" + "\n".join(",".join(map(str, row)) for row in table.values[:2].tolist())
    (tmp_path / "rows.csv").write_text(text, encoding="utf-8")
    asked = Predictor(diabetes.store, diabetes.run)
    ((_, rows),) = asked.predict_files([tmp_path / "rows.csv"])
    assert [p.source for p in rows] == ["rows.csv row 1", "rows.csv row 2"]
    assert [p.values for p in rows] == [p.values for p in asked.predict({"features": table.values[:2]})]


def test_samples_that_do_not_fit(digits: Trained, tmp_path: Path):
    predictor = Predictor(digits.store, digits.run)
    with pytest.raises(DataError, match="shape"):
        predictor.predict({"image": np.zeros((2, 9, 8, 1), np.uint8)})
    with pytest.raises(DataError, match="'image' are missing"):
        predictor.predict({"features": np.zeros((2, 4))})
    (tmp_path / "notes.png").write_text("not a picture")
    with pytest.raises(DataError, match=r"notes\.png"):
        list(predictor.predict_files([tmp_path / "notes.png"]))
