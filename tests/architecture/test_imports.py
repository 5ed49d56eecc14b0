"""Which way imports run, and what is never imported."""

from __future__ import annotations

import subprocess
import sys

import pytest
from tree import imports, is_package, modules

QT = ("PySide6", "shiboken6", "pyqtgraph", "workbench.ui")

BLOCK = f"""
import importlib, sys
class Blocked:
    def find_spec(self, name, path=None, target=None):
        if any(name == b or name.startswith(b + ".") for b in {QT!r}):
            raise ImportError(f"{{name}} must not be imported by the engine")
sys.meta_path.insert(0, Blocked())
for name in sys.argv[1:]:
    importlib.import_module(name)
assert not any(name.split(".")[0] in ("PySide6", "shiboken6", "pyqtgraph") for name in sys.modules)
"""


def run_python(code: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", code, *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_every_engine_and_cli_module_imports_without_qt():
    names = [n for n in modules() if n.startswith(("workbench.engine", "workbench.cli"))]
    assert len(names) > 60
    done = run_python(BLOCK, *(n for n in names if not n.endswith("__main__")))
    assert done.returncode == 0, done.stderr


def test_no_engine_or_cli_module_names_qt_even_in_a_function():
    for name in modules():
        if name.startswith("workbench.engine"):
            found = [i for i in imports(name, inside_functions=True) if i.startswith(QT)]
            assert not found, f"{name} imports {found}"


@pytest.mark.parametrize(
    "code",
    [
        "import workbench.engine.document",
        "import workbench.engine.check",
        "import workbench.engine.project.samples, workbench.engine.project.journal, workbench.engine.project.settings",
        "import workbench.engine.runs.store, workbench.engine.train.runner",
        "import workbench.engine.export.process",
        "import workbench.engine.study.child, workbench.engine.study.largest, workbench.engine.study.words",
        "import workbench.ui.app",
        "import workbench.ui.main_window",
        "from workbench.__main__ import main; assert main(['samples']) == 0",
    ],
)
def test_nothing_heavy_before_it_is_needed(code: str):
    heavy = (
        "torch",
        "optuna",
        "sklearn",
        "onnx",
        "onnxruntime",
        "scipy",
        "imblearn",
        "polars",
        "tokenizers",
        "fastexcel",
    )
    done = run_python(
        f"{code}\nimport sys\nfound = [m for m in {heavy!r} if m in sys.modules]\nassert not found, found"
    )
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("sample", ["digits-cnn", "line-regression"])
def test_new_and_usage_need_no_torch(sample: str, tmp_path):
    code = (
        "import sys\nfrom workbench.__main__ import main\n"
        "assert main(['new', sys.argv[1], sys.argv[2]]) == 0\nassert main(['runs', sys.argv[2]]) == 0\n"
        "assert main(['--help']) == 0\nassert 'torch' not in sys.modules and 'sklearn' not in sys.modules"
    )
    done = run_python(code, sample, str(tmp_path / "a.nnwb"))
    assert done.returncode == 0, done.stderr


LAYERS = (
    ("workbench.engine.errors", "workbench.engine.shapes", "workbench.engine.values", "workbench.engine.folders"),
    ("workbench.engine.fields", "workbench.engine.logfile"),
    ("workbench.engine.graph",),
    ("workbench.engine.layers",),
    ("workbench.engine.document",),
)
"""From the leaves up; a room imports only from lower ones, at module level. What is not listed stands above them all."""

ROOMS = ("graph", "layers", "build", "data", "train", "runs", "study", "evaluate", "export", "project")


def room(name: str) -> str:
    """The room of a module: its package below ``workbench.engine``, or the top package."""
    parts = name.split(".")
    if parts[:2] == ["workbench", "engine"]:
        return parts[2] if len(parts) > 2 and parts[2] in ROOMS else "engine"
    return parts[1] if len(parts) > 1 else ""


def test_modules_do_not_import_each_other_in_circles():
    """No module reaches itself by module-level imports: Python would run it half made."""
    links = {n: {i for i in imports(n, inside_functions=False) if i in modules() and i != n} for n in modules()}
    done: set[str] = set()

    def visit(name: str, trail: tuple[str, ...]) -> None:
        assert name not in trail, " -> ".join((*trail[trail.index(name) :], name))
        if name in done:
            return
        for other in sorted(links[name]):
            visit(other, (*trail, name))
        done.add(name)

    for name in links:
        visit(name, ())


def test_imports_run_downward():
    """``ui -> cli, engine``; in the engine the leaves, ``graph``, ``layers`` and ``document`` never look up."""
    for name in modules():
        if name.startswith("workbench.engine"):
            up = [i for i in imports(name, inside_functions=True) if i.startswith(("workbench.ui", "workbench.cli"))]
            assert not up, f"{name} imports {up}"
    for height, group in enumerate(LAYERS):
        lower = tuple(p for g in LAYERS[: height + 1] for p in g)
        for name in modules():
            if not name.startswith(group):
                continue
            for found in imports(name, inside_functions=False):
                ours = found.startswith("workbench.engine.")
                values = found.startswith(("workbench.engine.data", "workbench.engine.train"))
                values = values or found == "workbench.engine.study.recipe"
                allowed = found.startswith(lower) or (name == "workbench.engine.document" and values)
                assert not ours or allowed, f"{name} imports {found}, which is above it"


def test_rooms_do_not_depend_on_each_other_in_circles():
    """At module level, the rooms that stand on the document form no circle."""
    free = {"evaluate", "export", "runs", "build", "train", "study"}
    links: dict[str, set[str]] = {}
    for name in modules():
        if room(name) in free:
            for found in imports(name, inside_functions=False):
                if room(found) in free and room(found) != room(name):
                    links.setdefault(room(name), set()).add(room(found))
    assert "export" not in links.get("evaluate", set())
    assert not links.get("runs", set()) & {"evaluate", "export", "study"}
    assert not links.get("study", set()) & {"evaluate", "export"}
    assert not links.get("build", set()) & free
    for name in modules():
        if room(name) == "project":
            up = [i for i in imports(name, inside_functions=True) if room(i) in ("runs", "evaluate", "export")]
            assert not up, f"{name} imports {up}: runs write with the tools of project"
    assert not links.get("train", set()) & {"evaluate", "export", "study"}


def test_graph_and_data_meet_only_in_data_facts():
    for name in modules():
        for inside, other in (("graph", "data"), ("data", "graph")):
            if room(name) == inside:
                found = [i for i in imports(name, inside_functions=True) if room(i) == other]
                assert not found, f"{name} imports {found}"


def test_every_package_is_found_by_the_build():
    folders = {n for n in modules() if is_package(n)}
    for name in modules():
        parent = name.rpartition(".")[0]
        assert not parent or parent in folders, f"{parent} has no __init__.py, and would be left out of the wheel"
