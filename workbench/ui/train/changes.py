"""How a run differs from the one before it, in the language of the window."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from ...engine.document import Project
from ...engine.runs.diff import Change, changes, changes_in_words, setting_change, shown
from ...engine.train.events import Changed
from ...engine.train.live import BATCH_SIZE
from ..canvas.card import translated
from ..language import current, told
from ..widgets import parse


def changes_text(before: Project, after: Project) -> str:
    """All differences in one line."""
    if current() == "en":
        return changes_in_words(before, after)
    found = [change_text(change) for change in changes(before, after)]
    return " · ".join(found) or QCoreApplication.translate("Changes", "same settings")


def changed_text(event: Changed) -> str:
    """What was changed while a run went on: "learning rate 0.01 → 0.003", "batch size 64 → 128 from epoch 3"."""
    text = setting_text(event.setting, event.before, event.after)
    if event.setting == BATCH_SIZE:
        words = QCoreApplication.translate("Changes", "{change} from epoch {epoch}")
        return words.format(change=text, epoch=event.epoch)
    return text


def setting_text(setting: str, before: object, after: object) -> str:
    """One training setting that is another: "learning rate 0.01 → 0.003"."""
    change = setting_change(setting, before, after)
    return change.text if current() == "en" else change_text(change)


def change_text(change: Change) -> str:
    """One difference: "learning rate 0.01 → 0.003"."""
    tr = QCoreApplication.translate
    values = change.values
    if change.code == "added":
        what = translated(values["layer"])
        if values["summary"]:
            what += f" ({' · '.join(told(part) for part in values['summary'].split(' · '))})"
        return tr("Changes", "+ {layer} after {node}").format(layer=what, node=values["after"] or "–")
    if change.code == "removed":
        return f"− {translated(values['layer'])} {values['node']}"
    if change.code == "renamed":
        return tr("Changes", "{before} renamed {after}").format(**values)
    if change.code == "links":
        return tr("Changes", "{sign} link {source} → {target}").format(**values)
    if change.code == "kind":
        before, after = (_title(values[key]) for key in ("before", "after"))
    elif change.code == "field":
        before, after = (parse.tr(shown(values[key])) for key in ("before", "after"))
    else:
        return change.text
    node, *labels = values["where"]
    return " ".join([*([node] if node else []), *map(parse.tr, labels), f"{before} → {after}"])


def _title(text: str) -> str:
    """A layer's, optimiser's or source's title."""
    title = translated(text)
    return title if title != text else parse.tr(text)
