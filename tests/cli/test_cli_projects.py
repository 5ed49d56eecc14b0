"""samples, new, check, and how wrong usage and foreign files are told."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from commands import Ran, Run

from workbench.engine.project.files import load_project, project_text
from workbench.engine.project.samples import SAMPLES, sample
from workbench.engine.project.settings import apply_setting

IDS = [s.id for s in SAMPLES]


def test_samples_are_listed(run: Run):
    shown = run("samples")
    assert shown.code == 0
    for entry in SAMPLES:
        (line,) = [row for row in shown.out.splitlines() if row.startswith(entry.id + " ")]
        assert entry.title in line and entry.task in line
    told = run("samples", "--json").lines
    assert [entry["id"] for entry in told] == IDS
    assert set(told[0]) == {"id", "title", "task", "description"}
    wanted = "digits-mlp digits-cnn digits-svm line-regression make-regression diabetes-mlp iris-mlp docstrings-cnn code-tags digits-gan digits-vae"
    assert set(IDS) == {*wanted.split(), "breast-cancer-logistic", "breast-cancer-svm"}


@pytest.mark.parametrize("sample_id", IDS)
def test_new_and_check_of_every_sample(sample_id: str, run: Run, tmp_path: Path):
    file = tmp_path / f"{sample_id}.nnwb"
    assert run("new", sample_id, file) == Ran(0, "", run_message(file, sample_id))
    assert file.read_text(encoding="utf-8") == project_text(sample(sample_id).project()), "the same file each time"
    checked = run("check", file)
    assert checked.code == 0 and checked.err == ""
    assert checked.out.rstrip().endswith("Ready to train.")
    assert set(load_project(file).view.positions) == {i for g in load_project(file).networks.values() for i in g.by_id}


def run_message(file: Path, sample_id: str) -> str:
    return f"Made {file}: {sample(sample_id).title}. Next: workbench train {file}\n"


def test_new_leaves_a_file_that_is_there(run: Run, tmp_path: Path):
    file = tmp_path / "a.nnwb"
    file.write_text("mine")
    refused = run("new", "iris-mlp", file)
    assert refused.code == 1 and "already there" in refused.err
    assert file.read_text() == "mine"


def test_check_tells_what_is_done_to_training_samples(run: Run, tmp_path: Path):
    file = tmp_path / "a.nnwb"
    run("new", "digits-cnn", file)
    plain = run("check", file).out
    assert "Augmentation" not in plain and "Balance" not in plain
    project = sample("digits-cnn").project()
    project = project.updated(data=project.data.updated(augment="rotate,erase", balance="class_weights"))
    file.write_text(project_text(project), encoding="utf-8")
    shown = run("check", file)
    assert "Augmentation: Rotate up to 15°, Erase up to 20% (30%)\n" in shown.out
    assert "Balance: Class weights. A sample of the smallest class counts 1.05 times as much" in shown.out
    assert shown.code == 0 and shown.err == ""
    last = run("check", file, "--json").lines[-1]
    assert [o["kind"] for o in last["augment"]] == ["rotate", "erase"] and last["augment"][0]["degrees"] == 15
    assert last["balance"]["kind"] == "class_weights"


def test_check_warns_of_what_does_nothing(run: Run, tmp_path: Path):
    file = tmp_path / "a.nnwb"
    project = sample("diabetes-mlp").project()
    project = project.updated(data=project.data.updated(augment="light", balance="oversample"))
    file.write_text(project_text(project), encoding="utf-8")
    shown = run("check", file)
    assert shown.code == 0
    assert "warning: The augmentation of pictures has no effect, as the data has none" in shown.err
    assert "warning: The balance has no effect: the data has no classes." in shown.err


def test_check_as_json(run: Run, tmp_path: Path):
    run("new", "digits-cnn", tmp_path / "a.nnwb")
    *nodes, last = run("check", tmp_path / "a.nnwb", "--json").lines
    assert last["event"] == "checked" and last["ok"] is True and last["parameters"] == 21_386
    conv = next(n for n in nodes if n["name"] == "conv_1")
    assert conv["output"] == ["N", 32, 8, 8] and conv["parameters"] == 320


def broken(tmp_path: Path, change: Callable[[dict], None]) -> Path:
    document = json.loads(project_text(sample("digits-cnn").project()))
    change(document)
    path = tmp_path / "broken.nnwb"
    path.write_text(json.dumps(document))
    return path


def node(document: dict, name: str) -> dict:
    return next(n for n in document["networks"]["model"]["nodes"] if n["name"] == name)


def test_check_tells_what_keeps_a_project_from_training(run: Run, tmp_path: Path):
    path = broken(tmp_path, lambda d: node(d, "dense_1")["layer"].update(units=7))
    checked = run("check", path)
    assert checked.code == 1
    assert "10 numbers for a sample, one for each class" in checked.err and "cannot train" in checked.err
    told = run("check", path, "--json")
    assert told.code == 1 and told.lines[-1]["ok"] is False
    (problem,) = [entry for entry in told.lines if entry["event"] == "problem"]
    assert problem["severity"] == "error" and problem["name"] == "output_1" and problem["fixes"]


def test_an_unknown_layer_opens_and_cannot_train(run: Run, tmp_path: Path):
    path = broken(tmp_path, lambda d: node(d, "relu_1").update(layer={"kind": "warp", "speed": 9}))
    before = path.read_bytes()
    for command in ("check", "train"):
        ran = run(command, path)
        assert ran.code == 1 and "warp" in ran.err, command
        assert "Traceback" not in ran.err
    assert path.read_bytes() == before
    nodes = [json.loads(line) for line in run("check", path, "--json").out.splitlines()]
    assert "warp" in [n["layer"] for n in nodes if n["event"] == "node"], "it is told by what the file calls it"


def test_check_without_data_and_with_missing_data(run: Run, tmp_path: Path):
    path = broken(tmp_path, lambda d: d["data"].update(source=None))
    assert "The project has no data" in run("check", path).err
    path = broken(tmp_path, lambda d: d["data"].update(source={"kind": "npz", "path": "gone.npz"}))
    checked = run("check", path)
    assert checked.code == 1 and "gone.npz" in checked.err


@pytest.mark.parametrize("command", ["check", "train", "evaluate", "predict", "export", "runs"])
@pytest.mark.parametrize("content", [b"", b"\x89PNG\xff", b'{"a": 1}', b'{"format": 1, "networks": {', None])
def test_foreign_files_are_told_in_one_sentence(run: Run, tmp_path: Path, command: str, content: bytes | None):
    path = tmp_path / "strange.nnwb"
    if content is not None:
        path.write_bytes(content)
    more = {"predict": ["x.png"], "export": ["--format", "onnx", "--out", "x.onnx"]}.get(command, [])
    ran = run(command, path, *more)
    assert ran.code == 1 and ran.out == ""
    assert "strange.nnwb" in ran.err and ran.err.count("\n") == 1


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["trian", "a.nnwb"], "Did you mean 'train'"),
        (["train"], "FILE"),
        (["train", "a.nnwb", "--sett", "x=1"], "--sett"),
        (["new", "iris-mlp"], "SAMPLE and FILE"),
        (["new", "iris-mlp", "a.txt"], "ends in .nnwb"),
        (["new", "--data", "x.npz"], "Missing"),
        (["new", "iris-mlp", "a.nnwb", "--task", "regression"], "go with --data"),
        (["evaluate", "a.nnwb", "--split", "tset"], "tset"),
        (["export", "a.nnwb", "--format", "docx", "--out", "x"], "docx"),
        (["export", "a.nnwb", "--format", "onnx"], "--out"),
        (["a.nnwb", "b.nnwb"], "one file"),
    ],
)
def test_wrong_usage_is_2(run: Run, arguments: list[str], words: str):
    ran = run(*arguments)
    assert ran.code == 2 and ran.out == ""
    assert words in ran.err


def test_version_and_help(run: Run):
    assert run("--version").out.startswith("workbench 0.")
    shown = run("--help")
    assert shown.code == 0
    for command in ("samples", "new", "check", "train", "evaluate", "predict", "export", "runs", "doctor"):
        assert f"\n  {command} " in shown.out
        assert run(command, "--help").code == 0


def test_new_from_arrays(run: Run, tmp_path: Path):
    random = np.random.default_rng(0)
    x = random.integers(0, 255, (90, 12, 12)).astype(np.uint8)
    np.savez(tmp_path / "x.npz", x=x, y=np.arange(90) % 3)
    made = run("new", "--data", tmp_path / "x.npz", tmp_path / "pictures.nnwb")
    assert made.code == 0 and "90 samples of N × 1 × 12 × 12, 3 classes" in made.err
    project = load_project(tmp_path / "pictures.nnwb")
    assert project.data.source is not None and project.data.source.dump()["path"] == "x.npz", (
        "relative: they move together"
    )
    assert "conv2d" in [n.layer.kind for n in project.graph.nodes]
    assert run("check", tmp_path / "pictures.nnwb").code == 0
    np.savez(tmp_path / "t.npz", x=random.normal(size=(50, 5)), price=random.normal(size=(50, 2)))
    assert run("new", "--data", tmp_path / "t.npz", "--target", "price", tmp_path / "table.nnwb").code == 0
    assert run("check", tmp_path / "table.nnwb").code == 0
    missing = run("new", "--data", tmp_path / "t.npz", "--target", "cost", tmp_path / "other.nnwb")
    assert missing.code == 1 and "no array called 'cost'" in missing.err
    (tmp_path / "t.docx").write_text("a,b\n1,2\n")
    refused = run("new", "--data", tmp_path / "t.docx", tmp_path / "other.nnwb")
    assert refused.code == 1 and "'t.docx' is not a kind of data" in refused.err
    assert not (tmp_path / "other.nnwb").exists()


def test_new_from_idx(run: Run, tmp_path: Path, shared_data: Path):
    made = run("new", "--data", shared_data / "fashion_mnist", tmp_path / "fashion.nnwb")
    assert made.code == 0 and "70,000 samples of N × 1 × 28 × 28, 10 classes" in made.err


def test_an_unexpected_failure_is_a_sentence_with_the_log(
    run: Run, line: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    def explode(*_: object) -> None:
        raise ZeroDivisionError("a bug")

    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setattr("workbench.cli.projects.load_project", explode)
    ran = run("check", line)
    assert ran.code == 1 and ran.err.count("\n") == 1 and "ZeroDivisionError: a bug" in ran.err
    log = next((tmp_path / "state").rglob("workbench.log"))
    assert str(log) in ran.err
    assert "Traceback" in log.read_text(encoding="utf-8")


def test_doctor(run: Run):
    examined = run("doctor", "--json")
    assert examined.code == 0
    (facts,) = examined.lines
    assert facts["packages"]["torch"] and any("cpu" in d for d in facts["devices"])
    assert facts["memory"]["memory"] > 0 and set(facts["folders"]) == {"cache", "state", "log"}
    assert facts["prepared_data"] == {"bytes": facts["prepared_data"]["bytes"], "limit": 10_000_000_000}
    shown = run("doctor").out
    assert "GB, 10 GB at most" in shown
    assert "PySide6-Essentials" in shown and ("Nothing is missing." in shown or "missing: " in shown)


def test_doctor_names_missing_libraries_and_how_to_get_them(run: Run, monkeypatch: pytest.MonkeyPatch):
    from workbench.cli import doctor

    monkeypatch.setattr(doctor, "_unresolved", lambda: {"libxcb-cursor.so.0", "libEGL.so.1"})
    monkeypatch.setattr(doctor.sys, "platform", "linux")
    shown = run("doctor").out
    assert "libEGL.so.1, libxcb-cursor.so.0" in shown
    assert "sudo apt install libegl1 libxcb-cursor0" in shown


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems always have a screen")
def test_the_window_without_a_screen_or_its_libraries_is_a_sentence(run: Run, monkeypatch: pytest.MonkeyPatch):
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    ran = run()
    assert ran.code == 1 and "needs a screen" in ran.err and ran.err.count("\n") == 1
    from workbench.cli import doctor

    monkeypatch.setenv("DISPLAY", ":99")
    monkeypatch.setitem(doctor.LIBRARIES, "libxcb-nowhere.so.0", ("a", "b"))
    ran = run()
    assert ran.code == 1 and "libxcb-nowhere.so.0" in ran.err and "workbench doctor" in ran.err


@pytest.mark.parametrize("arguments", [[], ["a.nnwb"]])
def test_the_window_gets_the_file(run: Run, monkeypatch: pytest.MonkeyPatch, arguments: list[str]):
    from workbench.ui import app

    opened = []
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    monkeypatch.setattr(app, "run", lambda path: opened.append(path) or 0)
    assert run(*arguments).code == 0
    assert opened == [Path(arguments[0]) if arguments else None]


def test_new_from_a_table(run: Run, tmp_path: Path):
    lines = [f"{i},{i % 5},{['x', 'y', 'z'][i % 3]},{'ab'[i % 2]},{['no', 'yes'][i % 2]}" for i in range(60)]
    (tmp_path / "t.csv").write_text("\n".join(["id,size,kind,copy,sold", *lines, "1,2"]) + "\n")
    made = run("new", "--data", tmp_path / "t.csv", tmp_path / "t.nnwb", "--ignore", "kind")
    assert made.code == 0 and "60 samples of N × 3, 2 classes of 'sold' to predict" in made.err
    assert "note: 'id' numbers the rows; it is ignored." in made.err and "note: 'copy' alone tells" in made.err
    assert "left out: line 62: It has 2 cells where the other lines have 5." in made.err
    assert "recognised: t.csv as table: lines of 5 cells between commas" in made.err
    assert "target: sold (guessed; --target chooses another); task: classification" in made.err
    assert "learnt from: size, copy, " not in made.err and "not used: id, kind" in made.err
    assert "(--ignore copy)" in made.err
    assert "proposed: 42 samples to train on, 9 for validation, 9 for the test (70 / 15 / 15 %), each with" in made.err
    assert "proposed: A network with 2 hidden layers (MLP), about " in made.err
    assert "proposed: To beat: always saying '" in made.err and "', the largest class, is right for" in made.err
    assert run("check", tmp_path / "t.nnwb").code == 0
    other = run("new", "--data", tmp_path / "t.csv", "--target", "size", "--task", "regression", tmp_path / "s.nnwb")
    assert other.code == 0 and "numbers of 'size' to predict" in other.err
    assert "target: size; task: regression" in other.err and "saying the mean is off by" in other.err
    assert run("new", "--data", tmp_path / "t.csv", "--kind", "table", tmp_path / "k.nnwb").code == 0
    wrong = run("new", "--data", tmp_path / "t.csv", "--kind", "pictures", tmp_path / "w.nnwb")
    assert wrong.code == 1 and "t.csv can't be taken as pictures. It can be taken as table" in wrong.err
    assert run("new", "--data", tmp_path / "t.csv", "--kind", "sound", tmp_path / "w.nnwb").code == 2
    missing = run("new", "--data", tmp_path / "t.csv", "--target", "price", tmp_path / "p.nnwb")
    assert missing.code == 1 and "has no column 'price'" in missing.err and not (tmp_path / "p.nnwb").exists()
    (tmp_path / "t.npz").write_bytes(b"PK\x03\x04")
    refused = run("new", "--data", tmp_path / "t.npz", "--ignore", "x", tmp_path / "n.nnwb")
    assert refused.code == 1 and "only columns of a table can be ignored" in refused.err
    assert run("new", "iris-mlp", tmp_path / "i.nnwb", "--ignore", "x").code == 2


def test_an_autoencoder_for_a_table(run: Run, tmp_path: Path):
    path = tmp_path / "rows.csv"
    path.write_text(
        "a,b,kind\n" + "\n".join(f"{i},{i % 7 / 2},{'xy'[i % 2]}" for i in range(60)) + "\n", encoding="utf-8"
    )
    made = run("new", "--data", path, "--task", "reconstruction", tmp_path / "again.nnwb")
    assert made.code == 0 and "themselves to predict" in made.err
    assert "'features' again" in run("check", tmp_path / "again.nnwb").out
    refused = run("new", "--data", path, "--task", "multi_label", tmp_path / "labels.nnwb")
    assert refused.code == 1 and "'kind' is the only column to be predicted" in refused.err


def test_check_tells_what_is_left_to_learn(run: Run, tmp_path: Path):
    run("new", "digits-cnn", tmp_path / "a.nnwb")
    project = apply_setting(load_project(tmp_path / "a.nnwb"), "training.layers.conv_1.frozen", "true")
    (tmp_path / "a.nnwb").write_text(project_text(project), encoding="utf-8")
    *nodes, last = run("check", tmp_path / "a.nnwb", "--json").lines
    assert last["parameters"] == 21_386 and last["trainable_parameters"] == 21_386 - 320
    assert [n["name"] for n in nodes if n.get("frozen")] == ["conv_1"]
    shown = run("check", tmp_path / "a.nnwb").out
    assert "21,386 parameters (21,066 of them trainable)" in shown and "320 (frozen)" in shown
