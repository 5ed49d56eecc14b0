"""Finds every text that the window shows: what its code translates, and what the engine says in English.

Texts of the window are read from its source (``self.tr("...")``, ``QCoreApplication.translate("Context", "...")`` and the
helpers made of it). Titles, labels, help and the like are read from the classes that carry them. The engine's sentences are
read from the calls that make problems, cures and errors; an f-string becomes a template with a ``{name}`` for each value.
"""

from __future__ import annotations

import ast
import builtins
import inspect
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import import_module
from itertools import product
from pathlib import Path
from pkgutil import walk_packages

ROOT = Path(__file__).resolve().parent.parent
UI = ROOT / "workbench" / "ui"
ENGINE = ROOT / "workbench" / "engine"

MOST_VARIANTS = 24
"""More texts than this from one expression are no sentence."""


@dataclass(frozen=True, order=True)
class Text:
    """A text to translate, with the first place where it stands."""

    context: str
    source: str
    place: str = ""


class Unclear(Exception):
    """A text that only the running program knows; carries where it stands."""


QT = {
    "QAbstractFileIconProvider": ("Drive", "Folder"),
    "QFileDialog": ("&Look in:", "Files of &type:"),
    "QFileSystemModel": ("Size",),
}
"""Texts of Qt that its own Chinese translation lacks, or puts badly."""


def all_texts() -> list[Text]:
    """Every text, each once, ordered by context and source."""
    found: dict[tuple[str, str], Text] = {}
    for text in (*window_texts(), *class_texts(), *engine_texts(), *qt_texts()):
        if text.source.strip():
            found.setdefault((text.context, text.source), text)
    return sorted(found.values())


def qt_texts() -> list[Text]:
    """Texts of Qt that we translate."""
    return [Text(context, text, "tools/texts.py") for context, found in QT.items() for text in found]


# What the window's code translates

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
    ("ui/widgets/parse.py", "label"),
    ("ui/widgets/form.py", "title"),
    ("ui/widgets/form.py", "spec.label"),
    ("ui/widgets/form.py", "spec.help"),
    ("ui/widgets/form.py", "str(getattr(member, 'title', '') or member.kind.replace('_', ' ').capitalize())"),
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
                raise Unclear(f"{self.name}:{node.lineno}: whose tr is {name}? Add it to OWNERS in tools/texts.py.")
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
                "Make it one, or see to it that class_texts in tools/texts.py finds it and add it to DYNAMIC."
            )


def _assignments(node: ast.AST) -> list[tuple[str, str]]:
    """Names and what they are given, in source, of an assignment."""
    return [(name, ast.unparse(value)) for name, value in _parts(node)]


def _parts(node: ast.AST) -> list[tuple[str, ast.expr]]:
    """Names and what they are given of an assignment, pairs taken apart."""
    if not isinstance(node, ast.Assign):
        return []
    target, value = node.targets[0], node.value
    pairs = [(target, value)]
    if isinstance(target, ast.Tuple) and isinstance(value, ast.Tuple):
        pairs = list(zip(target.elts, value.elts, strict=True))
    return [(name.id, given) for name, given in pairs if isinstance(name, ast.Name)]


def _literals(node: ast.expr) -> list[str] | None:
    """The texts an expression of literals can be, None when it is something else."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return [node.value]
    if isinstance(node, ast.IfExp):
        one, other = _literals(node.body), _literals(node.orelse)
        return one + other if one is not None and other is not None else None
    return None


# What classes carry


def class_texts() -> list[Text]:
    """Titles, labels, help, units, choices, categories and descriptions, read from the classes that carry them."""
    from workbench.engine.project.samples import SAMPLES
    from workbench.ui.actions import ACTIONS, MENUS
    from workbench.ui.stages import STAGES

    found = [Text("Actions", spec.text, "ui/actions.py") for spec in ACTIONS]
    found += [Text("Actions", title, "ui/actions.py") for _, title in MENUS]
    found += [Text("Actions", entry.title, "ui/stages.py") for entry in STAGES]
    for sample in SAMPLES:
        found += [Text("Samples", t, "engine/project/samples.py") for t in (sample.title, sample.description)]
    return [*found, *_layer_texts(), *_field_texts()]


def _layer_texts() -> Iterator[Text]:
    from workbench.engine.graph.layer import CATEGORIES, Layer, UnknownLayer
    from workbench.ui.canvas.search import first_line, first_paragraph

    import_module("workbench.engine.layers")
    for member in (*Layer.members.values(), UnknownLayer):
        place = f"engine/{(inspect.getsourcefile(member) or '').rpartition('engine/')[2]}"
        yield Text("Layers", member.title, place)
        yield Text("Layers", member.category, place)
        if member is not UnknownLayer:
            yield Text("Layers", first_line(member), place)
            yield Text("Layers", first_paragraph(member), place)
    for category in CATEGORIES:
        yield Text("Layers", category, "engine/graph/layer.py")


def _field_texts() -> Iterator[Text]:
    """Everything that forms show of values: layers, recipes, losses, optimisers, sources, preferences."""
    from workbench.engine.fields import fields_of

    for cls, place in _value_classes():
        title = str(getattr(cls, "title", "") or getattr(cls, "kind", "").replace("_", " ").capitalize())
        yield Text("Form", title, place)
        for spec in fields_of(cls):
            yield Text("Form", spec.label, place)
            yield Text("Form", spec.name.replace("_", " ").capitalize(), place)
            yield Text("Form", spec.help, place)
            yield Text("Form", spec.unit, place)
            if spec.editor == "choice":
                for choice in spec.choices:
                    yield Text("Form", spec.words.get(str(choice), str(choice).replace("_", " ")), place)


def _value_classes() -> Iterator[tuple[type, str]]:
    """Value classes whose fields people edit: all with a ``Param``."""
    import workbench.engine
    from workbench.engine.values import Kinded, Value
    from workbench.ui.preferences import PreferencesValue

    for module in walk_packages(workbench.engine.__path__, "workbench.engine."):
        # The others hold no values that people edit, and some import torch.
        if re.search(r"\.(layers|data\.sources)\.|\.(recipe|losses|optimizers|split)$", module.name):
            import_module(module.name)
    seen: set[type] = set()
    queue: list[type] = [Value]
    while queue:
        cls = queue.pop(0)
        for sub in cls.__subclasses__():
            if sub in seen:
                continue
            seen.add(sub)
            queue.append(sub)
            own = sub.__module__.startswith("workbench.engine") or sub is PreferencesValue
            fields = [f for f in sub.model_fields.values() if f.description]
            member = issubclass(sub, Kinded) and bool(sub.kind)
            if own and (fields or member):
                yield sub, sub.__module__.removeprefix("workbench.").replace(".", "/") + ".py"


# What the engine says

SPEAKERS = {
    "Problem": ("what", "expected", "fix", "brief"),
    "ShapeProblem": ("what", "expected", "fix", "brief"),
    "Fix": ("label",),
    "InsertBefore": ("label",),
    "SetField": ("label",),
    "ReplaceBy": ("label",),
    "ValueError": ("what",),
    "Warned": ("message",),
    "Notice": ("text",),
    "sentence": ("what", "expected", "fix"),
    "Diverged": ("what", "expected", "fix"),
    "_diverged": ("what",),
    "RawData": ("note",),
}
"""Which arguments of which calls are sentences. Every ``...Error`` of ours says ``what``, ``expected`` and ``fix``."""

POSITIONS = {
    "Problem": ("", "", "", "what", "expected", "fix", "brief"),
    "ShapeProblem": ("what", "expected"),
    "Fix": ("label",),
    "InsertBefore": ("label",),
    "SetField": ("label",),
    "ReplaceBy": ("label",),
    "ValueError": ("what",),
    "Notice": ("", "text"),
    "RawData": (),
}

PYTHONS = {name for name in dir(builtins) if name.endswith("Error")}
PLACEHOLDER = re.compile(r"\{[^{}]*\}")

SAYING = {("engine/graph/rules.py", "check_connect")}
"""Functions that return a sentence."""

FRAGMENTS = (
    "at least {count} high",
    "at least {count} wide",
    "at least {count} long",
    "at least {height} high and at least {width} wide",
    "missing (NaN)",
    "infinite or too large",
    "it cannot be learnt",
    "they cannot be learnt",
    "the score there does not cover it",
    "the score there does not cover them",
    "validation",
    "test",
    "column",
    "series",
    "pictures",
    "rows of numbers",
    "tokens",
    "not enough memory",
    "{node} adds {xs}",
    "{node} joins {xs}",
    "{node} multiplies {xs}",
    "All its inputs must have the same shape",
    "All its inputs must have the same shape, or a size of 1 where they differ",
    "All sizes but the channels must agree",
    "All sizes but the time must agree",
    "The .npz file",
    "The data file",
    "The file of labels",
    "The file of labels for the test",
    "The file of pictures",
    "The file of pictures for the test",
    "The file of samples",
    "complex numbers",
    "dates",
    "durations",
    "real numbers",
    "records",
    "text",
    "true and false",
    "whole numbers",
    "{count} filters",
    "{count} ids → {dimensions}",
    "{count} layers",
    "{count} unit",
    "{count} units",
    "along time",
    "both directions",
    "ids",
    "momentum {value}",
    "picture",
    "same",
    "sequence",
    "sequences",
    "slope {value}",
    "stride {value}",
    "table",
    "The file '{name}'",
    "a .csv file whose header names the columns",
    "after the header",
    "best",
    "image",
    "inputs",
    "labels",
    "last",
    "line {line}",
    "line {line}, column '{column}'",
    "train",
    "{count} thread",
    "{count} threads",
    "NaN (not a number)",
    "infinite",
    "valid",
    "{activation} for predictions",
)
"""Parts of sentences that are joined at run time."""


def engine_texts() -> list[Text]:
    """Templates of the engine's sentences."""
    from workbench.engine.data.sources.sample import SAMPLE_NOTES, SAMPLE_TITLES

    found = [Text("Engine", text, "tools/texts.py") for text in FRAGMENTS]
    found += [
        Text("Engine", text, "engine/data/sources/sample.py")
        for text in (*SAMPLE_TITLES.values(), *SAMPLE_NOTES.values())
    ]
    for path in (*sorted(ENGINE.rglob("*.py")), *sorted(UI.rglob("*.py"))):
        found += _Speech(path).texts()
    return found


class _Speech(ast.NodeVisitor):
    """Reads one file of the engine."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.place = path.relative_to(ROOT / "workbench").as_posix()
        self.scopes: list[ast.FunctionDef] = []
        self.found: list[Text] = []

    def texts(self) -> list[Text]:
        """The file's templates."""
        self.visit(ast.parse(self.path.read_text("utf-8")))
        return self.found

    def visit_FunctionDef(self, node: ast.FunctionDef) -> None:
        self.scopes.append(node)
        self.generic_visit(node)
        self.scopes.pop()

    def visit_Call(self, node: ast.Call) -> None:
        self.generic_visit(node)
        name = ast.unparse(node.func).removeprefix("self.")
        if name in ("progress", "report_progress", "report") and len(node.args) == 2:
            for text in self.variants(node.args[1]):
                self.add(text)
        ours = name.isidentifier() and name.endswith("Error") and name not in PYTHONS
        if name not in SPEAKERS and not ours:
            return
        parts = SPEAKERS.get(name, ("what", "expected", "fix"))
        positions = POSITIONS.get(name, parts)
        arguments = [(p, a) for p, a in zip(positions, node.args, strict=False) if p in parts]
        arguments += [(k.arg, k.value) for k in node.keywords if k.arg in parts]
        for part, argument in arguments:
            for text in self.variants(argument):
                if name == "ShapeProblem" and part == "what":
                    text = "{node} " + text
                self.add(text)

    def visit_Return(self, node: ast.Return) -> None:
        self.generic_visit(node)
        # Functions that give a reason as a sentence.
        scope = self.scopes[-1] if self.scopes else None
        says = scope is not None and node.value is not None and (self.place, scope.name) in SAYING
        if says and node.value is not None:
            for text in self.variants(node.value):
                self.add(text)

    def visit_Assign(self, node: ast.Assign) -> None:
        self.generic_visit(node)
        if ast.unparse(node.targets[0]) == "self.notice":
            for text in self.variants(node.value):
                self.add(text)

    def add(self, text: str) -> None:
        text = _stopped(text.strip())
        literal = "".join(c for c in PLACEHOLDER.sub("", text) if c.isalpha())
        if len(literal) >= 3:
            self.found.append(Text("Engine", text, self.place))

    def variants(self, node: ast.expr) -> list[str]:
        """The templates that an expression can become."""
        pieces = self._pieces(node, 0)
        return [_named(p) for p in pieces[:MOST_VARIANTS]]

    def _pieces(self, node: ast.expr, depth: int) -> list[tuple[object, ...]]:
        """Alternatives, each a row of texts and expressions."""
        if isinstance(node, ast.Constant):
            return [(node.value if isinstance(node.value, str) else str(node.value),)]
        if isinstance(node, ast.JoinedStr):
            rows = [self._pieces(v, depth) for v in node.values]
            return [tuple(p for row in combination for p in row) for combination in product(*rows)]
        if isinstance(node, ast.FormattedValue):
            return self._pieces(node.value, depth)
        if isinstance(node, ast.IfExp):
            return self._pieces(node.body, depth) + self._pieces(node.orelse, depth)
        if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add) and _texty(node):
            return [a + b for a in self._pieces(node.left, depth) for b in self._pieces(node.right, depth)]
        if isinstance(node, ast.BoolOp) and isinstance(node.op, ast.Or):
            return [p for v in node.values for p in self._pieces(v, depth)]
        if isinstance(node, ast.Name) and depth < 3:
            assigned = self._assigned(node.id)
            if assigned:
                return [p for value in assigned for p in self._pieces(value, depth + 1)]
        return [(node,)]

    def _assigned(self, name: str) -> list[ast.expr]:
        """What a name can be, where all of that is text."""
        values: list[ast.expr] = []
        for scope in reversed(self.scopes):
            values += [value for inner in ast.walk(scope) for given, value in _parts(inner) if given == name]
            if values:
                break
        return values if values and all(_texty(v) for v in values) else []


def _stopped(text: str) -> str:
    """Without its full stop: what joins sentences writes its own."""
    return text if text.endswith("..") else text.removesuffix(".")


def _texty(node: ast.expr) -> bool:
    if isinstance(node, ast.Constant):
        return isinstance(node.value, str)
    if isinstance(node, ast.IfExp):
        return _texty(node.body) and _texty(node.orelse)
    if isinstance(node, ast.BinOp):
        return _texty(node.left) or _texty(node.right)
    return isinstance(node, ast.JoinedStr)


def _named(pieces: tuple[object, ...]) -> str:
    """A template: expressions become ``{name}``, the same expression the same name."""
    names: dict[str, str] = {}
    used: Counter[str] = Counter()
    text = ""
    for piece in pieces:
        if isinstance(piece, str):
            text += piece
            continue
        assert isinstance(piece, ast.expr)
        key = ast.unparse(piece)
        if key not in names:
            name = _name_of(piece)
            used[name] += 1
            names[key] = name if used[name] == 1 else f"{name}{used[name]}"
        text += "{" + names[key] + "}"
    return text


def _name_of(node: ast.expr) -> str:
    """A word for a value: ``node.name`` -> node, ``len(rows)`` -> rows."""
    generic = {
        "name",
        "names",
        "text",
        "title",
        "self",
        "str",
        "repr",
        "len",
        "join",
        "replace",
        "sorted",
        "map",
        "list",
    }
    generic |= {"type", "splitlines", "min", "max", "tuple", "set"}
    words = [
        n.id if isinstance(n, ast.Name) else n.attr for n in ast.walk(node) if isinstance(n, ast.Name | ast.Attribute)
    ]
    for word in words:
        word = word.strip("_")
        if word and word not in generic:
            return word
    return words[0].strip("_") if words else "value"
