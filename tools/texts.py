"""Finds every text that the window shows.

Texts of the window are read from its source (``window_texts``), the engine's sentences from the calls that make problems, cures and
errors (``engine_texts``). Titles, labels, help and the like are read from the classes that carry them, here.
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator
from importlib import import_module
from pkgutil import walk_packages

from engine_texts import engine_texts
from text import ROOT, Text, Unclear
from window_texts import window_texts

__all__ = ["ROOT", "Text", "Unclear", "all_texts"]

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
    from workbench.engine.data.augment import Augmentation
    from workbench.engine.fields import fields_of
    from workbench.ui.data.augment import first_line

    for cls, place in _value_classes():
        if issubclass(cls, Augmentation) and cls.kind:
            yield Text("Form", first_line(cls), place)
        title = str(getattr(cls, "title", "") or getattr(cls, "kind", "").replace("_", " ").capitalize())
        yield Text("Form", title, place)
        for section in getattr(cls, "sections", ()):
            yield Text("Form", section, place)
        for spec in fields_of(cls):
            yield Text("Form", spec.label, place)
            yield Text("Form", spec.name.replace("_", " ").capitalize(), place)
            yield Text("Form", spec.help, place)
            yield Text("Form", spec.unit, place)
            yield Text("Form", spec.phrase, place)
            yield Text("Form", spec.words.get("", ""), place)
            if spec.editor in ("choice", "choices"):
                for choice in spec.choices:
                    yield Text("Form", spec.words.get(str(choice), str(choice).replace("_", " ")), place)


def _value_classes() -> Iterator[tuple[type, str]]:
    """Value classes whose fields people edit: all with a ``Param``."""
    import workbench.engine
    from workbench.engine.values import Kinded, Value
    from workbench.ui.preferences import PreferencesValue

    for module in walk_packages(workbench.engine.__path__, "workbench.engine."):
        # The others hold no values that people edit, and some import torch.
        if re.search(r"\.(layers|data\.sources)\.|\.(recipe|losses|optimizers|split|machines)$", module.name):
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
