"""What the engine says, as templates: read from the calls that make problems, cures, errors and progress."""

from __future__ import annotations

import ast
import builtins
import re
from collections import Counter
from itertools import product
from pathlib import Path

from text import ENGINE, ROOT, UI, Text, assigned

MOST_VARIANTS = 24
"""More texts than this from one expression are no sentence."""

SPEAKERS = {
    "Problem": ("what", "expected", "fix", "brief"),
    "ShapeProblem": ("what", "expected", "fix", "brief"),
    "Fix": ("label",),
    "Finding": ("heading", "what", "expected", "fix"),
    "Check": ("title",),
    "excluding": ("label",),
    "case.excluding": ("label",),
    "InsertBefore": ("label",),
    "SetField": ("label",),
    "ReplaceBy": ("label",),
    "Remedy": ("label",),
    "ValueError": ("what",),
    "Warned": ("message",),
    "Assumption": ("text",),
    "Member": ("label",),
    "Notice": ("text",),
    "Skipped": ("reason",),
    "sentence": ("what", "expected", "fix"),
    "Diverged": ("what", "expected", "fix"),
    "Lost": ("what", "expected", "fix"),
    "diverged": ("what",),
    "_warned": ("message",),
    "warned": ("message",),
    "SettingRefused": ("what", "expected", "fix"),
    "RawData": ("note",),
    "HowRead": ("how",),
    "skip": ("reason",),
    "Candidate": ("why",),
    "Undefined": ("why",),
}
"""Which arguments of which calls are sentences. Every ``...Error`` of ours says ``what``, ``expected`` and ``fix``."""

POSITIONS = {
    "Problem": ("", "", "", "what", "expected", "fix", "brief"),
    "ShapeProblem": ("what", "expected"),
    "Fix": ("label",),
    "InsertBefore": ("label",),
    "SetField": ("label",),
    "ReplaceBy": ("label",),
    "Remedy": ("label",),
    "ValueError": ("what",),
    "Notice": ("", "text"),
    "Finding": ("", "", "heading", "what", "expected", "fix"),
    "Skipped": ("", "reason"),
    "_warned": ("", "message"),
    "warned": ("", "message"),
    "RawData": (),
    "HowRead": ("how",),
    "skip": ("", "reason"),
    "Member": ("", "label"),
    "Candidate": ("", "", "why"),
    "SettingRefused": ("what", "expected", "fix"),
    "Undefined": ("why",),
}

PYTHONS = {name for name in dir(builtins) if name.endswith("Error")}
PLACEHOLDER = re.compile(r"\{[^{}]*\}")

AUGMENTATIONS = ("geometry", "colour", "finish", "mix", "trivial", "series", "tokens", "rows")

MEANINGS = ("hinge", "quantile", "poisson", "kl", "cosine")

SAYING = {
    ("engine/graph/rules.py", "check_connect"),
    ("engine/data/balance.py", "effect"),
    *(("engine/train/compiling.py", what) for what in ("refused", "compile_run")),
    ("engine/train/sharding.py", "refused"),
    ("engine/train/thread_count.py", "why_one"),
    ("engine/values.py", "_requirement"),
    *(("engine/train/precision.py", f"_{what}") for what in ("precision_reason", "layout_reason", "slow_warning")),
    ("engine/data/labels.py", "labels_effect"),
    *((f"engine/data/tagged/{file}.py", "words") for file in ("reading", "tables")),
    ("engine/data/decoded.py", "_reason"),
    *(
        ("engine/project/proposal.py", f"{what}_words")
        for what in ("split", "network", "constant", "_forecast", "_tag")
    ),
    *((f"engine/data/augment/{file}.py", "summary") for file in AUGMENTATIONS),
    *((f"engine/train/losses/{file}.py", "meaning") for file in MEANINGS),
}
"""Functions that return a sentence."""

FRAGMENTS = (
    "It is a link to a folder that is read already",
    "It changed while it was read",
    "It could not be read any more ({reason})",
    "It cannot be read ({reason})",
    "It lies in no class folder",
    "The folder is none of train, validation and test, which are beside it",
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
    "horizontal",
    "vertical",
    "both",
    "commas",
    "semicolons",
    "tabs",
    "bars",
    "spaces",
    "1 picture",
    "{count} pictures",
    "{encoding} with {separator} and a header",
    "{encoding} with {separator} and no header",
    "a {encoding} table with a header",
    "a {encoding} table with no header",
    "ARFF in {encoding}",
    "a Parquet file",
    "a workbook",
    "an ARFF file",
    "Looking for pictures: {count} files",
    "Looking for texts: {count} files",
    "a table that names picture files",
    "a table that names picture files by ids",
    "a table that names picture files, which are not beside it",
    "'{sample}' ({part}) = '{twin}' ({before})",
    "training",
    "a MATLAB file",
    "a file of tensors",
    "{count} classes",
    "{count} labels",
    "numbers in {count} columns",
    "the sheet '{name}' with a header",
    "the sheet '{name}' with no header",
    "the sheet '{name}' beside {others} with a header",
    "the sheet '{name}' beside {others} with no header",
    "a second",
    "a minute",
    "an hour",
    "a day",
    "a week",
    "a month",
    "a quarter",
    "a year",
    "equally far",
    "a GRU",
    "an LSTM",
    "1 folder",
    "{count} folders",
    "1 step",
    "{count} steps",
    "{low} to {high} steps",
    "1 window",
    "{count} windows",
    "1 row",
    "{count} rows",
    "1 text",
    "{count} texts",
    "1 series",
    "{count} series",
    "{number} (training)",
    "{number} (validation)",
    "{number} (test)",
    "classes",
    "brightness",
    "{seen} of {all} samples",
)
"""Parts of sentences that are joined at run time."""


def engine_texts() -> list[Text]:
    """Templates of the engine's sentences."""
    from workbench.engine.data.sources.sample import SAMPLE_NOTES, SAMPLE_TITLES

    found = [Text("Engine", text, "tools/engine_texts.py") for text in FRAGMENTS]
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
            values += [value for inner in ast.walk(scope) for given, value in assigned(inner) if given == name]
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
