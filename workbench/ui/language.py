"""The language of the window: Qt's translations, and the engine's sentences by their templates.

Texts of the window are in ``workbench_zh_CN.qm``. The engine speaks English and knows no language of the window: its sentences
are recognised by their templates ("{node} has no output '{port}'"), which ``engine_zh_CN.json`` holds with their translations;
what it does not hold stays English. Both are made by ``tools/translations.py``.
"""

from __future__ import annotations

import json
import logging
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Literal

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from ..engine.errors import WorkbenchError
from ..engine.graph.layer import Layer
from ..engine.graph.problems import Problem
from .icons import resource

log = logging.getLogger(__name__)

Choice = Literal["system", "en", "zh_CN"]
Language = Literal["en", "zh_CN"]


@dataclass
class _Spoken:
    """What is spoken now; English without templates."""

    translators: list[QTranslator] = field(default_factory=list)
    templates: Templates | None = None


_spoken = _Spoken()


def language_of(choice: Choice, wanted: list[str] | None = None) -> Language:
    """The language for a choice; ``wanted`` are the system's languages, most wanted first, as Qt names them."""
    if choice != "system":
        return choice
    for name in wanted if wanted is not None else QLocale.system().uiLanguages():
        parts = name.replace("_", "-").split("-")
        if parts[0] == "zh":
            traditional = "Hant" in parts or ("Hans" not in parts and bool({"TW", "HK", "MO"} & set(parts)))
            return "en" if traditional else "zh_CN"
        if parts[0] == "en":
            return "en"
    return "en"


def install(choice: Choice) -> list[QTranslator]:
    """Makes the application speak a language; before any window is made. Gives the translators in use, none for English."""
    remove()
    language = language_of(choice)
    if language == "en":
        return []
    qt = QTranslator()
    # Qt's own words: buttons of dialogs, menus of text fields.
    if qt.load(f"qtbase_{language}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        _spoken.translators.append(qt)
    ours = QTranslator()
    if ours.load(resource(f"workbench_{language}.qm").as_posix()):
        _spoken.translators.append(ours)
    else:
        log.warning("the translation %s is missing or damaged: the window speaks English", language)
    for translator in _spoken.translators:
        QCoreApplication.installTranslator(translator)
    _spoken.templates = Templates.read(language)
    return list(_spoken.translators)


def remove() -> None:
    """Goes back to English."""
    for translator in _spoken.translators:
        QCoreApplication.removeTranslator(translator)
    _spoken.translators.clear()
    _spoken.templates = None


def sample_text(text: str) -> str:
    """The title or description of a starter project in the language of the window."""
    return QCoreApplication.translate("Samples", text)


def current() -> Language:
    """What the window speaks."""
    return "en" if _spoken.templates is None else "zh_CN"


def summary_text(layer: Layer) -> str:
    """The fields that matter on a node's card, in the language of the window."""
    return " · ".join(told(part) for part in layer.summary().split(" · "))


def joined(*sentences: str) -> str:
    """Sentences one after the other: with a space between them where the language has one."""
    return (" " if _spoken.templates is None else "").join(sentences)


def told(said: str | WorkbenchError | Problem | object) -> str:
    """What the engine says, in the language of the window: a sentence, an error, or a problem."""
    templates = _spoken.templates
    if templates is None:
        return str(said)
    if isinstance(said, WorkbenchError | Problem):
        where = f"{said.network}: " if isinstance(said, Problem) and said.network and said.node is not None else ""
        return where + "".join(
            templates.sentence(part, end=True) for part in (said.what, said.expected, said.fix) if part
        )
    return templates.text(str(said))


class Templates:
    """Sentences with ``{name}`` for values, and what they are in another language."""

    def __init__(self, translations: Mapping[str, str]) -> None:
        entries = [_Template(source, target) for source, target in translations.items()]
        # The most telling first: "{node} got {x}, which is..." before "{node} got {x}".
        self._entries = sorted((e for e in entries if e.names), key=lambda e: -e.weight)
        self._plain = {e.source: e.target for e in entries if not e.names}
        self.text = lru_cache(maxsize=512)(self._text)

    @classmethod
    def read(cls, language: Language) -> Templates:
        """Those of a language; none where the file is missing or damaged."""
        try:
            return cls(json.loads(resource(f"engine_{language}.json").read_text("utf-8")))
        except (OSError, ValueError) as error:
            log.warning("the engine's sentences stay English: %s", error)
            return cls({})

    def sentence(self, text: str, *, end: bool) -> str:
        """One part of what is said, with a full stop at its ``end``; English where nothing is known of it."""
        text = text.strip()
        # Several sentences first: a value at the end of one would swallow the next.
        found = self._parts(text)
        if found is None:
            found = self._match(text if text.endswith("..") else text.removesuffix("."))
        if found is None:
            return text if not end or text[-1:] in ".!?" else text + ". "
        return found + "。" if end and found[-1:] not in "。！？…" else found

    def _text(self, text: str) -> str:
        if not text or _translated(text):
            return text
        lines = text.split("\n")
        return "\n".join(
            self.sentence(line, end=line.rstrip().endswith(".")) if line.strip() else line for line in lines
        )

    def _parts(self, text: str) -> str | None:
        """Several sentences, each known; None where one is not."""
        for stop in re.finditer(r"[.!?](?= )", text):
            head = self._match(text[: stop.start()])
            if head is None:
                continue
            rest = text[stop.end() :].strip()
            tail = self._parts(rest)
            tail = tail if tail is not None else self._match(rest.removesuffix("."))
            if tail is not None:
                return f"{head}。{tail}"
        return None

    def _match(self, text: str, depth: int = 0) -> str | None:
        if text in self._plain:
            return self._plain[text]
        for entry in self._entries:
            values = entry.values(text)
            if values is not None:
                if depth < 2:
                    free = {k: self._match(v, depth + 1) for k, v in values.items() if k not in entry.quoted}
                    values |= {k: v for k, v in free.items() if v is not None}
                return entry.target.format(**values)
        return None


_PLACE = re.compile(r"\{(\w+)\}")


class _Template:
    """One sentence and its translation."""

    def __init__(self, source: str, target: str) -> None:
        self.source, self.target = source, target
        self.pieces = _PLACE.split(source)
        self.names = self.pieces[1::2]
        self.literals = [p for p in self.pieces[::2] if p]
        self.weight = sum(map(len, self.literals))
        # What stands in quotes is the user's own word, and stays as it is.
        self.quoted = set(re.findall(r"'\{(\w+)\}'", source))
        self._pattern: re.Pattern[str] | None = None

    def values(self, text: str) -> dict[str, str] | None:
        """The values in a text of this template, None when it is another."""
        if not all(piece in text for piece in self.literals):
            return None
        if self._pattern is None:
            seen: set[str] = set()
            pattern = ""
            for place, piece in enumerate(self.pieces):
                if place % 2 == 0:
                    pattern += re.escape(piece)
                else:
                    pattern += f"(?P={piece})" if piece in seen else f"(?P<{piece}>.+?)"
                    seen.add(piece)
            self._pattern = re.compile(pattern, re.DOTALL)
        found = self._pattern.fullmatch(text)
        return found.groupdict() if found is not None else None


def _translated(text: str) -> bool:
    """Whether a text is in Chinese already; what stands in quotes is the user's own word and tells nothing."""
    bare = text if text.isascii() else re.sub(r"'[^'\n]*'", "", text)
    return not bare.isascii() and "一" <= max(bare, key=_han) <= "鿿"


def _han(character: str) -> int:
    return ord(character) if "一" <= character <= "鿿" else 0
