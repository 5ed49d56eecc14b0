"""Texts in the source of the window: ``self.tr("...")``, ``QCoreApplication.translate("Context", "...")`` and helpers of it."""

from __future__ import annotations

import ast
from pathlib import Path

from text import ROOT, UI, Text, Unclear, assigned

LAYER_TEXTS = (
    ("canvas/card.py", "layer.title"),
    ("canvas/card.py", "node.layer.title"),
    ("canvas/editor.py", "layer.title"),
    ("canvas/gestures/drop.py", "Layer.members[self.kind].title"),
    ("canvas/quick_add.py", "layer.title"),
    ("canvas/quick_add.py", "layer.category"),
    ("canvas/search.py", "first_line(layer)"),
    ("canvas/search.py", "layer.title"),
    ("canvas/search.py", "layer.category"),
    ("model/inspector.py", "layer.title"),
    ("model/palette.py", "layer.category"),
    ("model/palette.py", "layer.title"),
    ("model/palette.py", "first_paragraph(layer)"),
    ("model/stage.py", "node.layer.title"),
    ("model/stage.py", "layer.category"),
    ("model/stage.py", "layer.title"),
    ("model/summary.py", "node.layer.title"),
)

DYNAMIC = {
    ("ui/actions.py", "spec.text"),
    ("ui/actions.py", "title"),
    ("ui/actions.py", "text"),
    ("ui/rail.py", "entry.title"),
    ("ui/rail.py", "self.entry.title"),
    *((f"ui/{file}", text) for file, text in LAYER_TEXTS),
    ("ui/language.py", "text"),
    ("ui/palette.py", "sample.description"),
    ("ui/palette.py", "sample.title"),
    ("ui/welcome.py", "sample.description"),
    ("ui/welcome.py", "sample.title"),
    ("ui/train/changes.py", "values['layer']"),
    ("ui/train/changes.py", "shown(values[key])"),
    ("ui/train/changes.py", "text"),
    ("ui/train/study/words.py", "spec.label"),
    ("ui/data/augment.py", "title"),
    ("ui/data/augment.py", "first_line(member)"),
    ("ui/widgets/parse.py", "label"),
    ("ui/widgets/editors.py", "empty"),
    ("ui/widgets/form.py", "title"),
    ("ui/widgets/editors.py", "spec.words['']"),
    ("ui/canvas/card.py", "training.initialization.title"),
    ("ui/widgets/form.py", "spec.label"),
    ("ui/widgets/form.py", "spec.help"),
    ("ui/widgets/form.py", "str(getattr(member, 'title', '') or member.kind.replace('_', ' ').capitalize())"),
    ("ui/widgets/defaults.py", "str(getattr(member, 'title', '') or member.kind.replace('_', ' ').capitalize())"),
    ("ui/widgets/defaults.py", "spec.label"),
    ("ui/widgets/defaults.py", "spec.unit"),
    ("ui/widgets/defaults.py", "spec.phrase"),
    ("ui/widgets/sections.py", "title"),
    ("ui/widgets/sections.py", "self.title"),
    ("ui/train/search.py", "spec.label"),
    ("ui/train/study/fields.py", "title"),
    ("ui/widgets/parse.py", "spec.label"),
    ("ui/widgets/editors.py", "unit"),
    ("ui/widgets/editors.py", "spec.help"),
    ("ui/widgets/editors.py", "spec.label"),
    ("ui/widgets/form.py", "self.spec.help"),
    ("ui/widgets/editors.py", "spec.words.get(str(value), str(value).replace('_', ' '))"),
}
"""Translations of what ``class_texts`` finds: file and expression."""

OWNERS = {"self.view": "CanvasView", "session": "Session"}
"""Classes of objects whose ``tr`` others use."""


GIVEN = {("ui/data/samples.py", "table_columns"): "SamplesView"}
"""Functions that get the ``tr`` of a class as an argument."""


def window_texts() -> list[Text]:
    """Texts in the source of ``workbench.ui``. Raises ``Unclear`` for a text that is neither literal nor listed."""
    helpers = _helpers()
    found: list[Text] = []
    for path in sorted(UI.rglob("*.py")):
        found += _Reader(path, helpers).texts()
    return found


def _helpers() -> dict[tuple[Path, str], str]:
    """Functions that only translate, with their context: file and name."""
    found = {}
    for path in UI.rglob("*.py"):
        for node in ast.parse(path.read_text("utf-8")).body:
            if not isinstance(node, ast.FunctionDef):
                continue
            last = node.body[-1]
            call = last.value if isinstance(last, ast.Return) else None
            names = [a.arg for a in node.args.args]
            if (
                isinstance(call, ast.Call)
                and ast.unparse(call.func) == "QCoreApplication.translate"
                and isinstance(call.args[0], ast.Constant)
                and isinstance(call.args[1], ast.Name)
                and call.args[1].id in names
            ):
                found[path, node.name] = str(call.args[0].value)
    return found


class _Reader(ast.NodeVisitor):
    """Reads one file of the window."""

    def __init__(self, path: Path, helpers: dict[tuple[Path, str], str]) -> None:
        self.path = path
        self.name = path.relative_to(ROOT / "workbench").as_posix()
        self.tree = ast.parse(path.read_text("utf-8"))
        self.contexts = {name: context for (file, name), context in helpers.items() if file == path}
        self.translators = {"QCoreApplication.translate"}
        self.owners = dict(OWNERS)
        self.classes: list[str] = []
        self.functions: list[str] = []
        self.found: list[Text] = []
        self._imports(helpers)

    def texts(self) -> list[Text]:
        """The file's texts."""
        self.visit(self.tree)
        return self.found

    def _imports(self, helpers: dict[tuple[Path, str], str]) -> None:
        for node in ast.walk(self.tree):
            if not isinstance(node, ast.ImportFrom) or not node.level:
                continue
            folder = self.path.parents[node.level - 1].joinpath(*(node.module or "").split("."))
            for alias in node.names:
                name = alias.asname or alias.name
                module = folder.with_suffix(".py")
                if (module, alias.name) in helpers:
                    self.contexts[name] = helpers[module, alias.name]
                inner = folder / f"{alias.name}.py"
                for (file, helper), context in helpers.items():
                    if file == inner:
                        self.contexts[f"{name}.{helper}"] = context

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        self.classes.append(node.name)
        self.generic_visit(node)
        self.classes.pop()

    def visit_FunctionDef(self, node: ast.FunctionDef) -> None:
        translators, contexts = set(self.translators), dict(self.contexts)
        given = GIVEN.get((self.name, node.name))
        if given is not None:
            self.contexts["tr"] = given
        for inner in ast.walk(node):
            for name, value in _assignments(inner):
                if value == "QCoreApplication.translate":
                    self.translators.add(name)
                elif value == "self.tr" and self.classes:
                    self.contexts[name] = self.classes[-1]
        self.functions.append(node.name)
        self.generic_visit(node)
        self.functions.pop()
        self.translators, self.contexts = translators, contexts

    def visit_Call(self, node: ast.Call) -> None:
        self.generic_visit(node)
        name = ast.unparse(node.func)
        if self.functions and not self.classes and self.functions[-1] in self.contexts:
            return  # the helper itself
        if name in self.translators:
            context, argument = str(ast.literal_eval(node.args[0])), node.args[1]
        elif name in self.contexts:
            context, argument = self.contexts[name], node.args[0]
        elif name == "self.tr":
            context, argument = self.classes[-1], node.args[0]
        elif name.endswith(".tr"):
            owner = name.removesuffix(".tr")
            if owner not in self.owners:
                raise Unclear(
                    f"{self.name}:{node.lineno}: whose tr is {name}? Add it to OWNERS in tools/window_texts.py."
                )
            context, argument = self.owners[owner], node.args[0]
        elif name in ("tr", "_tr"):
            raise Unclear(
                f"{self.name}:{node.lineno}: what is {name}? Assign self.tr or QCoreApplication.translate alone."
            )
        else:
            return
        self._add(context, argument)

    def _add(self, context: str, argument: ast.expr) -> None:
        texts = _literals(argument)
        if texts is None:
            self._known(argument)
            return
        self.found += [Text(context, text, self.name) for text in texts]

    def _known(self, argument: ast.expr) -> None:
        if (self.name, ast.unparse(argument)) not in DYNAMIC:
            raise Unclear(
                f"{self.name}:{argument.lineno}: {ast.unparse(argument)} is translated but not a literal text. "
                "Make it one, or see to it that class_texts in tools/window_texts.py finds it and add it to DYNAMIC."
            )


def _assignments(node: ast.AST) -> list[tuple[str, str]]:
    """Names and what they are given, in source, of an assignment."""
    return [(name, ast.unparse(value)) for name, value in assigned(node)]


def _literals(node: ast.expr) -> list[str] | None:
    """The texts an expression of literals can be, None when it is something else."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return [node.value]
    if isinstance(node, ast.IfExp):
        one, other = _literals(node.body), _literals(node.orelse)
        return one + other if one is not None and other is not None else None
    return None
