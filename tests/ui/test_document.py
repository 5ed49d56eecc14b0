"""The document: edits, history, file and modified mark."""

from __future__ import annotations

from pathlib import Path

import pytest

from workbench.engine.document import Project
from workbench.engine.errors import ProjectError
from workbench.engine.graph import edits
from workbench.ui.document import Document


def titled(title: str):
    return lambda project: project.updated(title=title)


@pytest.fixture
def document(qapp) -> Document:
    return Document()


def test_a_blank_project_trains_as_new_ones_do(document: Document):
    """And an older file, which says nothing of precision, as it always did."""
    assert document.project.training.precision == document.project.training.memory_format == "auto"
    document.new()
    assert document.project.training == Project.blank().training != Project().training
    assert not document.modified


def test_an_edit_is_one_undo_step(document: Document):
    document.edit("Rename", titled("A"))
    document.edit_graph("Add Dense", lambda graph: edits.add_node(graph, edits.make_layer("dense")))
    assert document.undo_text == "Add Dense"
    document.undo()
    assert (document.graph.nodes, document.project.title) == ((), "A")
    assert (document.undo_text, document.redo_text) == ("Rename", "Add Dense")
    document.redo()
    assert len(document.graph.nodes) == 1
    assert document.redo_text == ""


def test_edits_with_the_same_key_become_one_step(document: Document):
    for title in "abc":
        document.edit("Rename", titled(title), merge="title")
    document.end_merge()
    document.edit("Rename", titled("d"), merge="title")
    document.undo()
    assert document.project.title == "c"
    document.undo()
    assert document.project.title == "Untitled"
    assert document.undo_text == ""


def test_an_edit_that_changes_nothing_is_no_step(document: Document):
    seen = []
    document.changed.connect(lambda before, after: seen.append(after))
    document.edit("Rename", titled("Untitled"))
    assert document.undo_text == ""
    assert seen == []


def test_a_failing_edit_leaves_everything_as_it_was(document: Document):
    document.edit("Rename", titled("A"))

    def fail(project: Project) -> Project:
        raise ValueError("no")

    with pytest.raises(ValueError, match="no"):
        document.edit("Fail", fail)
    assert (document.project.title, document.undo_text) == ("A", "Rename")


def test_a_new_edit_forgets_what_was_undone(document: Document):
    document.edit("One", titled("1"))
    document.undo()
    document.edit("Two", titled("2"))
    assert document.redo_text == ""


def test_changed_carries_the_value_before_and_after(document: Document):
    seen = []
    document.changed.connect(lambda before, after: seen.append((before.title, after.title)))
    document.edit("Rename", titled("A"))
    document.undo()
    assert seen == [("Untitled", "A"), ("A", "Untitled")]


def test_modified_follows_the_file(document: Document, tmp_path: Path):
    assert not document.modified
    document.edit("Rename", titled("A"))
    assert document.modified
    path = tmp_path / "卷积.nnwb"
    document.save(path)
    assert not document.modified
    document.edit("Rename", titled("B"))
    document.undo()
    assert not document.modified, "back at what the file holds"
    again = Document()
    again.open(path)
    assert again.project == document.project
    assert again.path == path


def test_a_file_that_cannot_be_read_changes_nothing(document: Document, tmp_path: Path):
    document.edit("Rename", titled("A"))
    bad = tmp_path / "bad.nnwb"
    bad.write_text('{"format": 1, "networks"')
    with pytest.raises(ProjectError):
        document.open(bad)
    assert (document.project.title, document.path, document.undo_text) == ("A", None, "Rename")


def test_a_proposed_project_has_something_to_save_from_the_start(document: Document):
    document.new(Project(title="Proposed"), saved=False)
    assert document.modified
    document.new(Project(title="Sample"))
    assert not document.modified
