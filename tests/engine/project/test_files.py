"""Reading project files: what was saved comes back, and what is no project is told in one sentence."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from workbench.engine.document import MODEL, Project, View
from workbench.engine.errors import ProjectError
from workbench.engine.graph import edits
from workbench.engine.graph.layer import UnknownLayer
from workbench.engine.project import files
from workbench.engine.project.files import load_project, parse_project, project_text, runs_dir_of, save_project

EXAMPLES = Path(__file__).parent / "examples"


@pytest.fixture
def project() -> Project:
    layers = [edits.make_layer("input", shape=(8,)), edits.make_layer("dense", units=3), edits.make_layer("output")]
    graph = edits.chain(*layers)
    positions = {node.id: (float(i), 2.5) for i, node in enumerate(graph.nodes)}
    return Project(title="Größe 图", notes="zwei\nZeilen", networks={MODEL: graph}, view=View(positions=positions))


def edited(project: Project, change) -> bytes:
    """The project's file with its JSON changed by ``change``."""
    document = json.loads(project_text(project))
    change(document)
    return json.dumps(document).encode()


def test_saved_project_comes_back_equal(project: Project, tmp_path: Path):
    save_project(project, tmp_path / "a.nnwb")
    assert load_project(tmp_path / "a.nnwb") == project
    assert [p.name for p in tmp_path.iterdir()] == ["a.nnwb"], "nothing else is left in the folder"


def test_file_reads_well(project: Project):
    text = project_text(project)
    assert text.startswith('{\n  "format": 1,\n  "title": "Größe 图",')
    assert list(json.loads(text))[-1] == "view"
    assert '"shape": [8],' in text, "a list of numbers takes one line"
    assert sum('"source":' in line and '"target":' in line for line in text.splitlines()) == 2, "a link takes one line"


def test_a_small_change_is_a_small_diff(project: Project):
    dense = project.graph.by_name["dense_1"].id
    after = project.with_graph(edits.set_field(project.graph, dense, "units", 4))
    changed = set(project_text(project).splitlines()) ^ set(project_text(after).splitlines())
    assert {line.strip() for line in changed} == {'"units": 3,', '"units": 4,'}


def test_order_of_positions_does_not_matter(project: Project):
    backwards = dict(reversed(project.view.positions.items()))
    assert project_text(project.updated(view=View(positions=backwards))) == project_text(project)


def test_unknown_layer_survives_open_and_save_untouched(project: Project, tmp_path: Path):
    layer = {"kind": "warp", "zeta": [1, {"b": 1e-3, "a": None}], "alpha": "ß", "big": 12345678901234567890}

    def change(document):
        document["networks"][MODEL]["nodes"][1]["layer"] = layer

    path = tmp_path / "a.nnwb"
    path.write_bytes(edited(project, change))
    opened = load_project(path)
    node = opened.graph.by_name["dense_1"]
    assert isinstance(node.layer, UnknownLayer) and "warp" in node.layer.reason
    save_project(opened, path)
    written = json.loads(path.read_text(encoding="utf-8"))["networks"][MODEL]["nodes"][1]["layer"]
    assert json.dumps(written) == json.dumps(layer), "the same fields in the same order"
    assert load_project(path) == opened


def test_known_layer_with_a_bad_field_opens_as_unknown(project: Project):
    def change(document):
        document["networks"][MODEL]["nodes"][1]["layer"]["units"] = -3

    layer = parse_project(edited(project, change), "a.nnwb").graph.by_name["dense_1"].layer
    assert isinstance(layer, UnknownLayer)
    assert "units" in layer.reason and "-3" in layer.reason


@pytest.mark.parametrize(
    ("content", "code", "words"),
    [
        (b"", "project.empty", "empty"),
        (b"  \n", "project.empty", "empty"),
        (b"\x89PNG\r\n\x1a\n\x00\xff\xfe", "project.foreign", "not text"),
        (b"PK\x03\x04", "project.foreign", "not JSON"),
        (b"hello, world", "project.foreign", "line 1 is not JSON"),
        (b"[1, 2]", "project.foreign", "other JSON"),
        (b"null", "project.foreign", "other JSON"),
        (b'{"name": "package", "version": "1.0.0"}', "project.foreign", "other JSON"),
        (b'{"format": "1", "networks": {}}', "project.foreign", "whole number"),
        (b'{"format": true, "networks": {}}', "project.foreign", "whole number"),
        (b'{"format": 0, "networks": {}}', "project.foreign", "whole number"),
        (b'{"format": 2, "networks": {}}', "project.newer_format", "Update Workbench"),
        (b'{"format": 1, "networks": {}, "x": NaN}', "project.foreign", "numbers that are none"),
        (b'{"format": 1, "networks": {}, "x": -1e999}', "project.foreign", "too large"),
        (b'{"format": 1,\n<<<<<<< HEAD\n"title": "a",\n=======\n', "project.conflict", "line 2 is a conflict mark"),
        (b'{"format": 1, "networks": ' + b"[" * 100_000, "project.foreign", "nested too deep"),
        (b'{"format": ' + b"9" * 10_000 + b"}", "project.foreign", "numbers that are none"),
    ],
)
def test_foreign_content_is_told_in_a_sentence(content: bytes, code: str, words: str, tmp_path: Path):
    path = tmp_path / "strange.nnwb"
    path.write_bytes(content)
    with pytest.raises(ProjectError, match=words) as caught:
        load_project(path)
    assert caught.value.code == code
    assert "strange.nnwb" in str(caught.value) and "\n" not in str(caught.value)


def test_every_truncation_is_told(project: Project, tmp_path: Path):
    whole = project_text(project).encode()
    path = tmp_path / "cut.nnwb"
    for length in range(1, len(whole.rstrip()), 37):
        path.write_bytes(whole[:length])
        with pytest.raises(ProjectError, match=r"cut\.nnwb"):
            load_project(path)
    path.write_bytes(whole[: len(whole) // 2])
    with pytest.raises(ProjectError, match=r"cut off.*cut\.nnwb\.bak"):
        load_project(path)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda d: d.update(surprise=1), "surprise: is not a known field"),
        (lambda d: d["training"].update(learning_rate=-1), "training.learning_rate: .*must be above 0.*-1"),
        (lambda d: d["training"].update(epochs="many"), "training.epochs.*'many'"),
        (lambda d: d["training"].update(loss="hope"), "unknown loss 'hope'"),
        (lambda d: d["training"].update(optimizer={"kind": "adam", "luck": 1}), "training.optimizer.*luck"),
        (lambda d: d["data"].update(source={"kind": "oracle"}), "unknown data source 'oracle'"),
        (lambda d: d["data"]["split"].update(validation=0.7, test=0.5), "something to train on"),
        (lambda d: d.update(networks=[]), "networks"),
        (lambda d: d["networks"][MODEL]["links"][0].update(source="gone"), "'gone', which is not there"),
        (lambda d: d["networks"][MODEL]["nodes"][1].update(name="input_1"), "two nodes are called 'input_1'"),
        (lambda d: d["view"].update(positions={"a": "left"}), "view.positions"),
    ],
)
def test_bad_content_names_the_place(project: Project, change, words: str):
    with pytest.raises(ProjectError, match=words) as caught:
        parse_project(edited(project, change), "a.nnwb")
    assert "\n" not in str(caught.value)


def test_missing_file_and_folder(tmp_path: Path):
    with pytest.raises(ProjectError, match=r"There is no file a\.nnwb"):
        load_project(tmp_path / "a.nnwb")
    with pytest.raises(ProjectError, match="is a folder"):
        load_project(tmp_path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_named_pipe_does_not_hang(tmp_path: Path):
    os.mkfifo(tmp_path / "pipe.nnwb")
    with pytest.raises(ProjectError, match="not a regular file"):
        load_project(tmp_path / "pipe.nnwb")


def test_huge_file_is_not_read(tmp_path: Path):
    path = tmp_path / "huge.nnwb"
    with path.open("wb") as file:
        file.truncate(files.LARGEST + 1)  # sparse: takes no room on the disk
    with pytest.raises(ProjectError, match="too much for a project"):
        load_project(path)


def test_byte_order_mark_is_read_over(project: Project):
    assert parse_project(b"\xef\xbb\xbf" + project_text(project).encode(), "a.nnwb") == project


def test_half_a_surrogate_pair_can_be_saved(project: Project, tmp_path: Path):
    def change(document):
        document["networks"][MODEL]["nodes"][1]["layer"] = {"kind": "warp", "text": "\ud800"}

    opened = parse_project(edited(project, change), "a.nnwb")
    save_project(opened, tmp_path / "a.nnwb")
    assert load_project(tmp_path / "a.nnwb") == opened


def test_stored_example_of_format_1_opens_and_saves_as_it_is(tmp_path: Path):
    example = EXAMPLES / "format-1.nnwb"
    project = load_project(example)
    assert project.title == "Example of format 1"
    assert [n.layer.kind for n in project.graph.nodes] == ["input", "dense", "relu", "dense", "output"]
    save_project(project, tmp_path / "a.nnwb")
    again = load_project(tmp_path / "a.nnwb")
    assert again == project


def test_runs_lie_beside_the_project():
    assert runs_dir_of("/a/b/c.nnwb") == Path("/a/b/c.runs")
    assert runs_dir_of("/a/b/c.v2.nnwb") == Path("/a/b/c.v2.runs")
    assert runs_dir_of("/a/b/c") == Path("/a/b/c.runs")


def test_a_long_value_is_told_in_short(project: Project):
    def change(document):
        document["training"].update(epochs="x" * 5000)

    with pytest.raises(ProjectError, match=r"training\.epochs: .*\(got 'xxx.*… and 4,942 more characters\)") as caught:
        parse_project(edited(project, change), "a.nnwb")
    assert len(str(caught.value)) < 400
