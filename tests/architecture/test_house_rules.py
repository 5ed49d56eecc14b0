"""Rules that a reader could forget: no pickle, docstrings, small files, no loose ends."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

import pytest
from tree import PACKAGE, ROOT, imports, modules

LONGEST = {"workbench": 450, "benchmarks": 450, "tests": 500}
"""Lines of a file. A file of tests is a list of cases, and may be a little longer."""

PICKLES = ("pickle", "cPickle", "dill", "cloudpickle", "joblib", "shelve", "marshal")


def calls(tree: ast.AST) -> Iterator[tuple[str, ast.Call]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            yield ast.unparse(node.func), node


def keyword(node: ast.Call, name: str) -> object:
    return next((k.value.value for k in node.keywords if k.arg == name and isinstance(k.value, ast.Constant)), None)


def test_nothing_is_pickled():
    for name, tree in modules().items():
        found = [i for i in imports(name, inside_functions=True) if i.split(".")[0] in PICKLES]
        assert not found, f"{name} imports {found}"
        for called, node in calls(tree):
            if called == "torch.load":
                assert keyword(node, "weights_only") is True, f"{name}:{node.lineno} loads without weights_only"
            if called in ("np.load", "numpy.load"):
                assert keyword(node, "allow_pickle") is not True, f"{name}:{node.lineno} loads Python objects"
            assert called != "torch.save", f"{name}:{node.lineno} writes a pickle"


def test_the_check_for_pickles_sees_them():
    tree = ast.parse("import torch\ntorch.load('a.pt')\ntorch.load('b.pt', weights_only=True)")
    loads = [keyword(node, "weights_only") for called, node in calls(tree) if called == "torch.load"]
    assert loads == [None, True]


def undocumented(name: str, tree: ast.Module) -> Iterator[str]:
    """Public modules, classes and functions without a docstring; overridden methods may do without."""
    if not ast.get_docstring(tree) and tree.body:
        yield name
    for node in tree.body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_"):
            if not ast.get_docstring(node):
                yield f"{name}.{node.name}"
            if isinstance(node, ast.ClassDef) and not node.bases:
                for method in node.body:
                    public = isinstance(method, ast.FunctionDef) and not method.name.startswith("_")
                    if public and not ast.get_docstring(method):
                        yield f"{name}.{node.name}.{method.name}"


def test_public_names_of_the_engine_are_documented():
    names = [n for n in modules() if n.startswith("workbench.engine")]
    missing = [item for n in names for item in undocumented(n, modules()[n])]
    assert not missing


@pytest.mark.parametrize("folder", LONGEST)
def test_files_stay_small(folder: str):
    for path in (ROOT / folder).rglob("*.py"):
        lines = len(path.read_text(encoding="utf-8").splitlines())
        assert lines <= LONGEST[folder], f"{path.relative_to(ROOT)} has {lines} lines: one idea each"


def test_no_loose_ends():
    marks = re.compile(r"\b(TODO|FIXME|XXX|HACK)\b")
    for path in PACKAGE.rglob("*.py"):
        for number, text in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            assert not marks.search(text), f"{path.relative_to(ROOT)}:{number}: {text.strip()}"


def test_no_exception_is_swallowed_whole():
    """``except Exception: pass`` hides bugs; a narrow exception with a reason is fine."""
    for name, tree in modules().items():
        for node in ast.walk(tree):
            if isinstance(node, ast.ExceptHandler) and all(isinstance(s, ast.Pass) for s in node.body):
                caught = ast.unparse(node.type) if node.type else "everything"
                assert caught not in ("everything", "Exception", "BaseException"), f"{name}:{node.lineno}"


def test_every_training_setting_has_its_place_in_the_form():
    """``Param(..., section="...")`` with one of ``TrainingRecipe.sections``."""
    from workbench.engine import document
    from workbench.engine.fields import fields_of

    recipe = type(document.Project().training)
    lost = [spec.name for spec in fields_of(recipe) if spec.section not in recipe.sections[:-1]]
    assert not lost, f"the window shows these under none of the sections: {lost}"
