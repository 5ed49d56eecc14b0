"""What the import page says about kinds of data and ways to read it, in the user's language."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from ....engine.data.sighting import Candidate, DataKind
from ...language import told


def kind_word(kind: DataKind) -> str:
    """A kind of data on a button."""
    tr = QCoreApplication.translate
    return {
        "table": tr("Wizard", "Table"),
        "text": tr("Wizard", "Text"),
        "tagged": tr("Wizard", "Tagged text"),
        "series": tr("Wizard", "Series"),
        "pictures": tr("Wizard", "Pictures"),
        "arrays": tr("Wizard", "Arrays"),
    }[kind]


def recognised_words(candidate: Candidate) -> str:
    """What something was taken for and why, in a sentence."""
    tr = QCoreApplication.translate
    what = {
        "table": tr("Wizard", "This looks like a table"),
        "text": tr("Wizard", "This looks like text"),
        "tagged": tr("Wizard", "This looks like tagged text"),
        "series": tr("Wizard", "This looks like series"),
        "pictures": tr("Wizard", "This looks like pictures"),
        "arrays": tr("Wizard", "This looks like arrays"),
    }[candidate.kind]
    if not candidate.why:
        return tr("Wizard", "{what}.").format(what=what)
    return tr("Wizard", "{what}: {why}.").format(what=what, why=told(candidate.why))


def separator_word(separator: str) -> str:
    """What stands between cells, in words."""
    words = {",": "commas", ";": "semicolons", "\t": "tabs", "|": "bars", " ": "spaces"}
    return told(words[separator]) if separator in words else f"“{separator}”"


def encoding_word(encoding: str) -> str:
    """The usual name of an encoding."""
    return {"utf-8": "UTF-8", "utf-16": "UTF-16", "gb18030": "GB18030", "latin-1": "Latin-1"}.get(encoding, encoding)
