"""Brings the translations up to date: collects all texts, keeps what is translated, and makes what the program reads.

    python tools/translations.py            # update the .ts, then build .qm and .json from it
    python tools/translations.py --check    # list the texts that are not translated; exit 1 if there are any

New texts stand in ``translations/workbench_zh_CN.ts`` as unfinished: translate them there (any text editor, or Qt Linguist)
and run it again. ``pyside6-lrelease`` comes with PySide6-Essentials.
"""

from __future__ import annotations

import argparse
import json
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from collections.abc import Iterable, Mapping
from itertools import groupby
from pathlib import Path

import texts
from texts import ROOT, Text

LANGUAGE = "zh_CN"
TS = ROOT / "translations" / f"workbench_{LANGUAGE}.ts"
RESOURCES = ROOT / "workbench" / "resources"
QM = RESOURCES / f"workbench_{LANGUAGE}.qm"
JSON = RESOURCES / f"engine_{LANGUAGE}.json"
ENGINE = "Engine"
"""Context of the engine's sentences: they go to the JSON, which the window matches them with."""

Key = tuple[str, str]


def read(path: Path = TS) -> dict[Key, str]:
    """Finished translations by context and source; empty where there is no file."""
    if not path.is_file():
        return {}
    found: dict[Key, str] = {}
    for context in ET.parse(path).getroot().iter("context"):
        name = context.findtext("name", "")
        for message in context.iter("message"):
            element = message.find("translation")
            if element is None or element.get("type") == "unfinished":
                continue
            plural = element.find("numerusform")
            text = (plural if plural is not None else element).text or ""
            if text:
                found[name, message.findtext("source", "")] = text
    return found


def write(path: Path, entries: Iterable[Text], translations: Mapping[Key, str]) -> None:
    """Writes a .ts: every text once, unfinished where it has no translation."""
    root = ET.Element("TS", version="2.1", language=LANGUAGE, sourcelanguage="en")
    for context, group in groupby(sorted(entries), key=lambda t: t.context):
        block = ET.SubElement(root, "context")
        ET.SubElement(block, "name").text = context
        for text in group:
            numerus = "%n" in text.source
            message = ET.SubElement(block, "message", {"numerus": "yes"} if numerus else {})
            ET.SubElement(message, "location", filename=text.place)
            ET.SubElement(message, "source").text = text.source
            translation = translations.get((text.context, text.source), "")
            element = ET.SubElement(message, "translation", {} if translation else {"type": "unfinished"})
            (ET.SubElement(element, "numerusform") if numerus else element).text = translation
    ET.indent(root, " ")
    body = ET.tostring(root, encoding="unicode")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{body}\n', "utf-8")


def missing(entries: Iterable[Text], translations: Mapping[Key, str]) -> list[Text]:
    """Texts without a finished translation."""
    return [t for t in entries if not translations.get((t.context, t.source))]


def placeholders(text: str) -> list[str]:
    """The ``{name}`` of a text, sorted."""
    return sorted(re.findall(r"\{[^{}]*\}|%n", text))


def engine_json(translations: Mapping[Key, str]) -> str:
    """The engine's templates with their translations, as the window reads them."""
    table = {source: text for (context, source), text in sorted(translations.items()) if context == ENGINE}
    return json.dumps(table, ensure_ascii=False, indent=0) + "\n"


def lrelease() -> str | None:
    """The program that makes a .qm, None when it is missing."""
    beside = Path(sys.executable).parent / "pyside6-lrelease"
    return str(beside) if beside.is_file() else shutil.which("pyside6-lrelease")


def compile_qm(target: Path, translations: Mapping[Key, str]) -> None:
    """Makes the .qm of all texts of the window. Raises ``RuntimeError`` with what lrelease says when it fails."""
    program = lrelease()
    if program is None:
        raise RuntimeError("pyside6-lrelease is missing: install PySide6-Essentials")
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "window.ts"
        write(source, [Text(c, s) for c, s in translations if c != ENGINE], translations)
        done = subprocess.run([program, str(source), "-qm", str(target)], capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"pyside6-lrelease failed: {done.stdout}{done.stderr}")


def main() -> int:
    """The command line."""
    parser = argparse.ArgumentParser(description="Brings the translations up to date.")
    parser.add_argument("--check", action="store_true", help="only list the texts that are not translated")
    check = parser.parse_args().check
    entries, translations = texts.all_texts(), read()
    left = missing(entries, translations)
    for text in left:
        print(f"{text.context}: {text.source!r} ({text.place})")
    if not check:
        current = {(t.context, t.source) for t in entries}
        translations = {key: text for key, text in translations.items() if key in current}
        write(TS, entries, translations)
        JSON.write_text(engine_json(translations), "utf-8")
        compile_qm(QM, translations)
    print(f"{len(entries)} texts, {len(left)} of them not translated")
    return 1 if left else 0


if __name__ == "__main__":
    raise SystemExit(main())
