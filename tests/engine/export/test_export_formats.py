"""Exports: what the files answer, what is in them, and that a wrong one never gets its name."""

from __future__ import annotations

import errno
import json
import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import pytest
import torch
from safetensors.torch import load_file
from trained import Trained, export_request, train

from workbench.engine.data.prepare import prepare
from workbench.engine.errors import ExportError, TrainingError
from workbench.engine.evaluate.predict import Predictor
from workbench.engine.evaluate.report import evaluate_run
from workbench.engine.export import deployed, replay
from workbench.engine.export.certificate import certificates, sha256_of
from workbench.engine.export.deployed import replay_samples
from workbench.engine.export.run import export_run
from workbench.engine.export.staging import staged
from workbench.engine.graph import edits
from workbench.engine.graph.model import Link
from workbench.engine.project.samples import sample
from workbench.engine.project.settings import apply_settings


def raw(trained: Trained, split: str = "test") -> tuple[str, np.ndarray]:
    data = prepare(trained.store.project(trained.run).data, trained.file.parent)
    name, part = next(iter(data.raw.inputs.items()))
    return name, part.values[data.splits[split]]


def names(folder: Path) -> list[str]:
    return sorted(p.name for p in folder.iterdir())


def test_onnx_of_pictures(digits: Trained, tmp_path: Path):
    certificate = export_run(export_request(digits, tmp_path / "digits.onnx"))
    assert names(tmp_path) == ["digits.onnx"], "one file that holds its weights"
    session = onnxruntime.InferenceSession(str(tmp_path / "digits.onnx"))
    name, values = raw(digits)
    direct = Predictor(digits.store, digits.run).predict({name: values})
    expected = np.array([list(p.probabilities.values()) for p in direct if p.probabilities])
    for start, size in ((0, 1), (1, 2), (3, 200)):
        (made,) = session.run(None, {"image": values[start : start + size]})
        assert made.shape == (size, 10)
        np.testing.assert_allclose(made, expected[start : start + size], atol=1e-5)
    assert certificate.samples == 256 and certificate.split == "validation" and certificate.agreement == 1.0
    assert len(certificate.batch_sizes) > 2 and 1 in certificate.batch_sizes
    assert 0 < certificate.largest_difference <= certificate.tolerance
    assert certificate.runtime == f"onnxruntime {onnxruntime.__version__}" and certificate.opset >= 18
    assert certificate.sha256 == sha256_of(tmp_path / "digits.onnx")
    assert certificate.size == (tmp_path / "digits.onnx").stat().st_size
    assert certificate.inputs == {"image": "N × 8 × 8 × 1 uint8"}
    assert "256 validation samples" in certificate.in_words()
    assert certificates(digits.store.folder(digits.run))[-1] == certificate, "it is kept with the run"


@pytest.mark.parametrize("number", [errno.EROFS, errno.ENOSPC, errno.EACCES])
def test_a_runs_folder_that_keeps_no_record_does_not_spoil_an_export(
    digits: Trained, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
):
    def refuse(*_: object, **__: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr("workbench.engine.export.certificate.atomic_write", refuse)
    certificate = export_run(export_request(digits, tmp_path / "digits.py", "python"))
    assert (tmp_path / "digits.py").is_file()
    assert certificate.warnings == (f"The run's folder keeps no record of this export: {os.strerror(number)}.",)


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.EROFS, "is read-only. Choose another folder."),
        (errno.ENOSPC, "the disk is full. Free some space"),
        (errno.ENAMETOOLONG, "its name is too long"),
    ],
)
def test_an_export_that_can_not_be_written_says_why(tmp_path: Path, number: int, words: str):
    with pytest.raises(ExportError, match=words), staged(tmp_path / "a.onnx"):
        raise OSError(number, os.strerror(number))
    assert names(tmp_path) == []


@pytest.fixture(scope="module")
def branches(tmp_path_factory: pytest.TempPathFactory) -> Trained:
    """A trained network with two Inputs that take the same measurements of iris."""
    make = edits.make_layer
    graph = edits.chain(
        make("input", shape=(4,), field="features"), make("dense", units=8), make("concat"), make("dense", units=3)
    )
    graph = edits.add_node(graph, make("input", shape=(4,), field="features"))
    graph = edits.connect(graph, Link(source=graph.nodes[-1].id, target=graph.by_name["concat_1"].id))
    graph = edits.add_node(graph, make("output"))
    graph = edits.connect(graph, Link(source=graph.by_name["dense_2"].id, target=graph.nodes[-1].id))
    project = apply_settings(sample("iris-mlp").project().with_graph(graph), ("training.epochs=2",))
    return train(project, tmp_path_factory.mktemp("branches") / "branches.nnwb")


@pytest.mark.parametrize("raw_values", [True, False])
@pytest.mark.parametrize("kind", ["onnx", "python", "pt2"])
def test_inputs_that_take_the_same_data_become_one(branches: Trained, tmp_path: Path, kind: str, raw_values: bool):
    out = tmp_path / f"both.{'py' if kind == 'python' else kind}"
    certificate = export_run(export_request(branches, out, kind, include_preprocessing=raw_values))
    assert list(certificate.inputs) == ["features"]
    assert certificate.agreement == 1.0


def test_onnx_metadata(digits: Trained, tmp_path: Path):
    export_run(export_request(digits, tmp_path / "digits.onnx"))
    model = onnx.load(tmp_path / "digits.onnx")
    about = {entry.key: entry.value for entry in model.metadata_props}
    assert json.loads(about["workbench.classes"]) == list("0123456789")
    assert about["workbench.run"] == digits.run and about["workbench.weights"] == "best"
    assert about["workbench.project_fingerprint"] == digits.store.project(digits.run).fingerprint
    assert about["workbench.preprocessing_included"] == "true"
    scale = json.loads(about["workbench.preprocessing"])["inputs"]["image"]["scale"]
    assert scale == list(digits.store.preprocess(digits.run).inputs["image"].scale)
    assert model.producer_name == "Workbench"
    batch = model.graph.input[0].type.tensor_type.shape.dim[0]
    assert batch.dim_param and not batch.dim_value, "the batch has a name, not a size"


@pytest.mark.parametrize("kind", ["onnx", "pt2"])
def test_without_preprocessing_scaled_values_go_in(digits: Trained, tmp_path: Path, kind: str):
    certificate = export_run(export_request(digits, tmp_path / "net", kind, include_preprocessing=False))
    assert certificate.inputs == {"image": "N × 1 × 8 × 8 float32"}
    (file,) = certificate.files
    assert file == str(tmp_path / f"net.{kind}"), "an ending is added"
    name, values = raw(digits)
    how = digits.store.preprocess(digits.run).inputs[name]
    scaled = ((values.astype(np.float32) - how.offset[0]) * how.scale[0]).transpose(0, 3, 1, 2)
    if kind == "onnx":
        (made,) = onnxruntime.InferenceSession(file).run(None, {name: scaled})
    else:
        made = torch.export.load(file).module()(torch.from_numpy(np.ascontiguousarray(scaled))).detach().numpy()
    labels = [int(p.label) for p in Predictor(digits.store, digits.run).predict({name: values})]
    assert made.argmax(1).tolist() == labels


@pytest.mark.parametrize("kind", ["onnx", "python", "pt2"])
def test_numbers_leave_in_original_units(diabetes: Trained, tmp_path: Path, kind: str):
    certificate = export_run(export_request(diabetes, tmp_path / "net", kind))
    assert certificate.agreement is None and certificate.tolerance > 1e-3, "a share of the size of the answers"
    _, values = raw(diabetes)
    expected = evaluate_run(diabetes.store, diabetes.run).predictions
    np.testing.assert_allclose(ask(kind, certificate.files[0], values, tmp_path), expected, rtol=1e-4)


@pytest.mark.parametrize("kind", ["onnx", "python", "pt2"])
def test_a_single_unit_gives_a_probability_for_each_class(tumours: Trained, tmp_path: Path, kind: str):
    certificate = export_run(export_request(tumours, tmp_path / "net", kind))
    assert certificate.outputs == {"probabilities": "N × 2 float32"}
    name, values = raw(tumours)
    made = ask(kind, certificate.files[0], values, tmp_path)
    direct = Predictor(tumours.store, tumours.run).predict({name: values})
    np.testing.assert_allclose(made, [list((p.probabilities or {}).values()) for p in direct], atol=1e-5)


def ask(kind: str, file: str, values: np.ndarray, folder: Path) -> np.ndarray:
    """What an exported file answers, asked as a stranger would ask it."""
    if kind == "onnx":
        session = onnxruntime.InferenceSession(file)
        return session.run(None, {session.get_inputs()[0].name: values})[0]
    if kind == "pt2":
        return torch.export.load(file).module()(torch.from_numpy(values)).detach().numpy()
    np.save(folder / "given.npy", values)
    code = (
        "import sys, numpy, torch\n"
        "import net\n"
        "assert not any(name.startswith('workbench') for name in sys.modules)\n"
        "network = net.load()\n"
        "numpy.save('made.npy', net.predict(network, torch.from_numpy(numpy.load('given.npy'))).numpy())\n"
    )
    subprocess.run([sys.executable, "-c", code], cwd=folder, check=True)
    return np.load(folder / "made.npy")


def test_python_file_holds_the_source_that_was_trained(digits: Trained, tmp_path: Path):
    from workbench.engine.evaluate.network import load_network

    certificate = export_run(export_request(digits, tmp_path / "net.py", "python"))
    assert names(tmp_path) == ["net.py", "net.safetensors"]
    assert [Path(f).name for f in certificate.files] == ["net.py", "net.safetensors"]
    text = (tmp_path / "net.py").read_text(encoding="utf-8")
    assert load_network(digits.store, digits.run).source.text.strip() in text
    assert "workbench" not in "".join(line for line in text.splitlines() if "import" in line)
    written, own = load_file(tmp_path / "net.safetensors"), load_file(digits.store.weights_path(digits.run))
    assert written.keys() == own.keys() and all(torch.equal(written[k], own[k]) for k in own)


def test_a_hostile_title_stays_text(tmp_path: Path):
    from workbench.engine.project.samples import sample

    title = '"""\nraise SystemExit("hello")\n"""\\'
    project = apply_settings(sample("iris-mlp").project().updated(title=title), ["training.epochs=1"])
    trained = train(project, tmp_path / "iris.nnwb")
    export_run(export_request(trained, tmp_path / "iris.py", "python"))
    namespace: dict[str, object] = {"__name__": "iris", "__file__": str(tmp_path / "iris.py")}
    exec((tmp_path / "iris.py").read_text(encoding="utf-8"), namespace)
    assert namespace["CLASSES"] == ("setosa", "versicolor", "virginica")


@pytest.mark.parametrize("kind", ["onnx", "python", "pt2"])
def test_an_export_that_disagrees_is_not_kept(
    digits: Trained, tmp_path: Path, kind: str, monkeypatch: pytest.MonkeyPatch
):
    suffix = {"onnx": "onnx", "python": "py", "pt2": "pt2"}[kind]
    target = tmp_path / f"net.{suffix}"
    target.write_text("the one before")
    true_answers = deployed.expected_answers

    def shifted(*arguments: object, **more: object) -> list[np.ndarray]:
        answers = true_answers(*arguments, **more)  # type: ignore[arg-type]
        answers[0][17, 3] += 0.001
        return answers

    monkeypatch.setattr("workbench.engine.export.run.expected_answers", shifted)
    with pytest.raises(ExportError, match=r"not kept.*'probabilities' differs by 0\.001"):
        export_run(export_request(digits, target, kind))
    assert names(tmp_path) == [target.name]
    assert target.read_text() == "the one before"


def test_nan_and_another_top_class_never_pass():
    port = deployed.OutputPort(
        "probabilities", 2, "softmax", deployed.TargetPreprocess(task="classification", classes=("a", "b"))
    )
    given = [np.zeros((40, 1), np.float32)]
    ours = np.tile(np.array([[0.4, 0.6]], np.float32), (40, 1))

    def check(theirs: np.ndarray) -> replay.Agreement:
        def answer(batches: list[list[np.ndarray]]) -> list[list[np.ndarray]]:
            ends = np.cumsum([len(b[0]) for b in batches])
            return [[theirs[end - len(b[0]) : end]] for b, end in zip(batches, ends, strict=True)]

        return replay.replay(answer, given, [ours], [port], "a test")

    assert check(ours.copy()).agreement == 1.0
    wrong = ours.copy()
    wrong[39, 0] = np.nan
    with pytest.raises(ExportError, match="differs by nan"):
        check(wrong)
    with pytest.raises(ExportError, match="shape"):
        check(ours[:, :1])
    close = np.full_like(ours, 0.5)
    close[:, 0] += 4e-5
    ours[:] = 0.5
    assert check(close).agreement == 1.0, "a tie within the tolerance has two top classes"


def test_every_sample_is_asked_once_in_several_batch_sizes():
    for count in (1, 5, 8, 40, 41, 256, 300):
        sizes = replay.batch_sizes(count)
        assert sum(sizes) == count and sizes[0] == 1
    assert set(replay.batch_sizes(256)) == {1, 7, 32, 64, 24}


def test_the_test_split_is_never_replayed(digits: Trained):
    data = prepare(digits.store.project(digits.run).data)
    split, rows = replay_samples(data, 10_000)
    assert split == "validation" and set(rows) == set(data.splits["validation"])
    assert not set(rows) & set(data.splits["test"])


def test_without_validation_samples_training_ones_serve_and_it_is_told(tmp_path: Path):
    from workbench.engine.project.samples import sample

    project = apply_settings(sample("iris-mlp").project(), ["training.epochs=1", "data.split.validation=0"])
    trained = train(project, tmp_path / "iris.nnwb")
    certificate = export_run(export_request(trained, tmp_path / "iris.onnx"))
    assert certificate.split == "train" and "no validation part" in certificate.warnings[0]


def test_places_that_cannot_be_written(digits: Trained, tmp_path: Path):
    with pytest.raises(ExportError, match="there is no folder"):
        export_run(export_request(digits, tmp_path / "nowhere" / "a.onnx"))
    (tmp_path / "folder.onnx").mkdir()
    with pytest.raises(ExportError, match=r"folder\.onnx was not written"):
        export_run(export_request(digits, tmp_path / "folder.onnx"))
    assert names(tmp_path) == ["folder.onnx"]
    with pytest.raises(ExportError, match=r"ends in \.py"):
        export_run(export_request(digits, tmp_path / "a.txt", "python"))


def test_a_run_without_weights(digits: Trained, tmp_path: Path):
    with pytest.raises(TrainingError, match="There is no run 'r9999'"):
        export_run(export_request(digits, tmp_path / "a.onnx").updated(run="r9999"))
