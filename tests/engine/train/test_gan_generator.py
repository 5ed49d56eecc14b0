"""A generator as a run left it: samples, their distance from real ones, and exports that are replayed on noise."""

from __future__ import annotations

import csv
import json

import numpy as np
import pytest
from gan_helpers import digits, points
from PIL import Image
from training_helpers import drive

from workbench.engine.errors import DataError, TrainingError
from workbench.engine.evaluate.generator import evaluate_gan, is_gan, load_generator, save_samples
from workbench.engine.evaluate.network import load_network
from workbench.engine.export.request import ExportRequest
from workbench.engine.export.run import export_run
from workbench.engine.runs.store import RunStore


@pytest.fixture(scope="module")
def pictures(tmp_path_factory) -> tuple[RunStore, str]:
    folder = tmp_path_factory.mktemp("pictures") / "a.runs"
    run = drive(digits(epochs=2), folder)[-1].run
    return RunStore(folder), run


@pytest.fixture(scope="module")
def plane(tmp_path_factory) -> tuple[RunStore, str]:
    folder = tmp_path_factory.mktemp("plane") / "a.runs"
    run = drive(points(epochs=2), folder)[-1].run
    return RunStore(folder), run


def test_the_same_seed_makes_the_same_pictures(pictures, tmp_path):
    store, run = pictures
    assert is_gan(store, run)
    generator = load_generator(store, run)
    made = generator.make(5, seed=3)
    assert made.shape == (5, 8, 8, 1) and made.min() >= 0 and made.max() <= 255
    assert np.array_equal(made, generator.make(5, seed=3))
    assert not np.array_equal(made, generator.make(5, seed=4))
    files = save_samples(tmp_path / "made", made, generator.how)
    assert [p.name for p in files] == [f"sample_{k:05d}.png" for k in range(1, 6)]
    assert np.abs(np.asarray(Image.open(files[0])).astype(float) - made[0, :, :, 0]).max() <= 0.5
    again = save_samples(tmp_path / "made", made[:1], generator.how)
    assert [p.name for p in again] == ["sample_00006.png"], "what is there stays"


def test_rows_are_written_as_a_table_in_the_units_of_the_data(plane, tmp_path):
    generator = load_generator(*plane)
    made = generator.make(20)
    (file,) = save_samples(tmp_path, made, generator.how)
    with file.open() as lines:
        rows = list(csv.reader(lines))
    assert rows[0] == ["x", "y"] and len(rows) == 21
    assert np.allclose(np.array(rows[1:], float), made, atol=1e-5)
    assert save_samples(tmp_path, made, generator.how)[0].name == "samples_2.csv"


def test_what_is_made_is_compared_with_a_split_and_real_ones_with_it(plane):
    store, run = plane
    report = evaluate_gan(store, run, split="test")
    assert report.samples == 20 and report.distance > 0
    assert report.real is not None and report.real < report.distance
    best = store.get(run).metrics["val_distance"]
    validation = evaluate_gan(store, run, split="validation")
    assert validation.distance == pytest.approx(best, rel=1.0)


def test_an_empty_split_is_told(tmp_path):
    project = points(validation=0.0, epochs=1)
    run = drive(project, tmp_path / "a.runs")[-1].run
    with pytest.raises(DataError, match="The validation split is empty"):
        evaluate_gan(RunStore(tmp_path / "a.runs"), run, split="validation")


def test_it_answers_no_questions(plane):
    with pytest.raises(TrainingError, match="trained a GAN, which answers no questions about samples"):
        load_network(*plane)


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("format", ["onnx", "python", "pt2"])
def test_an_export_is_replayed_on_noise(pictures, tmp_path, format):
    store, run = pictures
    request = ExportRequest(format=format, out=tmp_path / "made", runs_dir=store.runs_dir, run=run, samples=40)
    certificate = export_run(request)
    assert (certificate.split, certificate.samples) == ("noise", 40)
    assert certificate.inputs == {"noise": "N × 8 float32"}
    assert certificate.outputs == {"samples": "N × 8 × 8 × 1 float32"}
    assert not certificate.warnings


@pytest.mark.filterwarnings("ignore")
def test_the_exported_file_makes_what_the_generator_makes(plane, tmp_path):
    import onnxruntime

    store, run = plane
    export_run(ExportRequest(format="onnx", out=tmp_path / "made.onnx", runs_dir=store.runs_dir, run=run, samples=20))
    session = onnxruntime.InferenceSession(str(tmp_path / "made.onnx"))
    generator = load_generator(store, run)
    (made,) = session.run(None, {"noise": generator.draw(7, seed=1)})
    assert np.allclose(made, generator.make(7, seed=1), atol=1e-4)
    about = session.get_modelmeta().custom_metadata_map
    assert about["workbench.task"] == "generation"
    assert "noise" in json.loads(about["workbench.preprocessing"])["inputs"]
