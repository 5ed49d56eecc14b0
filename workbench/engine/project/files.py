"""Project files: ``name.nnwb`` read and written, every failure as one clear sentence."""

from __future__ import annotations

import errno
import json
import math
import re
import stat
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from ..document import Project
from ..errors import ProjectError
from ..values import explain
from .atomic import atomic_write
from .migrations import FORMAT, migrate

SUFFIX = ".nnwb"
"""The ending of project files."""

LARGEST = 64 * 1024 * 1024
"""Bytes above which a file is not even read: a project holds no data, only what is done to it."""


def load_project(path: Path | str) -> Project:
    """The project in a file; layers unknown to this version become ``UnknownLayer``.

    Raises ``ProjectError``.
    """
    path = Path(path)
    return parse_project(_read(path), path.name)


def save_project(project: Project, path: Path | str) -> None:
    """Writes the project: the file holds the old content or the new, never a part; the old one is kept as ``.bak``.

    Raises ``ProjectError``; then the file is as it was.
    """
    path = Path(path)
    try:
        atomic_write(path, project_text(project).encode(), backup=True)
    except OSError as error:
        raise write_failed(path, error) from error


def runs_dir_of(path: Path | str) -> Path:
    """The folder of a project's runs: ``name.runs`` beside ``name.nnwb``."""
    path = Path(path)
    return path.with_suffix(".runs") if path.suffix == SUFFIX else path.with_name(path.name + ".runs")


def project_text(project: Project) -> str:
    """The text of a project's file: equal projects give equal texts, and small changes small diffs."""
    content = {"format": FORMAT, **project.dump()}
    view = content["view"]
    content["view"] = {**view, "positions": dict(sorted(view["positions"].items()))}
    return _pretty(content) + "\n"


def parse_project(data: bytes, name: str) -> Project:
    """A project from the bytes of its file; ``name`` is the file's, for messages. Raises ``ProjectError``."""
    document = _parse_json(data, name)
    if not isinstance(document, dict) or "format" not in document or "networks" not in document:
        raise ProjectError(
            f"{name} is not a Workbench project: it holds other JSON",
            "A project file has the fields 'format' and 'networks'",
            "Choose a file that Workbench saved",
            code="project.foreign",
            values={"file": name},
        )
    content = migrate(document, name)
    try:
        return Project.model_validate(content)
    except ValidationError as error:
        raise ProjectError(
            f"{name} has content that this version can't read: {explain(error)}",
            "",
            f"Correct it in a text editor, or go back to {name}.bak, the version saved before, if there is one",
            code="project.content",
            values={"file": name},
        ) from error


def _read(path: Path) -> bytes:
    name = path.name or str(path)
    try:
        found = path.stat()
        if not stat.S_ISREG(found.st_mode):
            what = "a folder" if stat.S_ISDIR(found.st_mode) else "not a regular file"
            raise ProjectError(
                f"{name} is {what}", "A project is a file", f"Choose a {SUFFIX} file", code="project.kind"
            )
        if found.st_size > LARGEST:
            raise ProjectError(
                f"{name} has {found.st_size / 1e6:,.0f} MB, too much for a project",
                f"Project files hold no data and stay far below {LARGEST / 1e6:,.0f} MB",
                "Choose a file that Workbench saved",
                code="project.too_large",
            )
        return path.read_bytes()
    except OSError as error:
        raise _unreadable(path, error) from error


def _unreadable(path: Path, error: OSError) -> ProjectError:
    name, folder = path.name or str(path), path.absolute().parent
    if isinstance(error, FileNotFoundError):
        reason, fix = f"There is no file {name} in {folder}", "Check the name, or make one with 'workbench new'"
    elif isinstance(error, PermissionError):
        reason, fix = f"{name} may not be read", "Give yourself permission to read it"
    else:
        reason, fix = f"{name} can't be read: {error.strerror or error}", "Check the path and the disk"
    return ProjectError(reason, "", fix, code="project.unreadable", values={"file": str(path)})


def _parse_json(data: bytes, name: str) -> Any:
    if not data.strip():
        raise ProjectError(
            f"{name} is empty",
            "A project file holds JSON",
            f"Go back to {name}.bak if there is one",
            code="project.empty",
        )
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ProjectError(
            f"{name} is not a Workbench project: it is not text",
            "A project file holds JSON in UTF-8",
            "Choose a file that Workbench saved",
            code="project.foreign",
            values={"file": name},
        ) from error
    try:
        return json.loads(text, parse_constant=_no_constant, parse_float=_finite)
    except json.JSONDecodeError as error:
        line = _conflict(text)
        if line:
            raise ProjectError(
                f"{name} holds an unfinished merge: line {line} is a conflict mark",
                "git left two versions of a part in it",
                f"Keep one of them in a text editor, or go back to {name}.bak if there is one",
                code="project.conflict",
                values={"file": name, "line": line},
            ) from error
        # What stands behind the place may be the beginning of a word or a number.
        cut = re.fullmatch(r"[-+.\w]*\W?", text[error.pos :].rstrip()) is not None
        if text.lstrip().startswith("{") and (cut or "Unterminated" in error.msg):
            raise ProjectError(
                f"{name} is cut off at line {error.lineno}: the end of the file is missing",
                "A project file is whole JSON",
                f"Go back to {name}.bak, the version saved before, if there is one, or fetch the file again",
                code="project.truncated",
                values={"file": name, "line": error.lineno},
            ) from error
        raise ProjectError(
            f"{name} is not a Workbench project: line {error.lineno} is not JSON ({error.msg})",
            "",
            "Choose a file that Workbench saved",
            code="project.foreign",
            values={"file": name, "line": error.lineno},
        ) from error
    except (RecursionError, ValueError) as error:
        raise ProjectError(
            f"{name} is not a Workbench project: its JSON is nested too deep or has numbers that are none or too large",
            "",
            "Choose a file that Workbench saved",
            code="project.foreign",
            values={"file": name},
        ) from error


def _conflict(text: str) -> int:
    """The line of the first mark that git leaves where it could not merge, 0 when there is none."""
    lines = text.splitlines()
    return next((i for i, line in enumerate(lines, 1) if line.startswith(("<<<<<<< ", ">>>>>>> "))), 0)


def _no_constant(text: str) -> None:
    raise ValueError(f"{text} is no number")


def _finite(text: str) -> float:
    """A number as Python has it; 1e999 would become an infinity, which JSON can't write again."""
    number = float(text)
    if not math.isfinite(number):
        raise ValueError(f"{text} is too large a number")
    return number


def write_failed(path: Path, error: OSError) -> ProjectError:
    """The sentence for a file that could not be written."""
    folder = path.absolute().parent
    expected = "Nothing on the disk has changed"
    shown = path.name if len(path.name) <= 60 else f"{path.name[:40]}…"
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        reason, fix = f"{path.name} was not saved: the disk is full", "Free some space and save again"
    elif error.errno == errno.ENAMETOOLONG:
        reason, fix = f"{shown} was not saved: its name is too long", "Choose a shorter name"
    elif error.errno == errno.EROFS:
        reason, fix = f"{path.name} was not saved: {folder} is read-only", "Save it in another folder"
    elif isinstance(error, PermissionError):
        reason, fix = f"{path.name} was not saved: no permission to write in {folder}", "Save it in another folder"
    elif isinstance(error, FileNotFoundError | NotADirectoryError):
        reason, fix = f"{path.name} was not saved: there is no folder {folder}", "Make the folder, or choose another"
    elif isinstance(error, IsADirectoryError):
        reason, fix = f"{path.name} was not saved: it is not a regular file", "Choose another name"
    else:
        reason, fix = f"{path.name} was not saved: {error.strerror or error}", "Save it in another place"
    return ProjectError(reason, expected, fix, code="project.not_saved", values={"file": str(path)})


def _pretty(value: Any, indent: str = "") -> str:
    """JSON with two spaces of indent; a list of plain values and a link take one line each, so that diffs read well."""
    inner = indent + "  "
    if isinstance(value, dict) and value:
        if _is_link(value):
            return _plain(value)
        lines = [f"{inner}{_plain(k)}: {_pretty(v, inner)}" for k, v in value.items()]
        return "{\n" + ",\n".join(lines) + f"\n{indent}}}"
    if isinstance(value, list) and any(isinstance(v, dict | list) for v in value):
        lines = [f"{inner}{_pretty(v, inner)}" for v in value]
        return "[\n" + ",\n".join(lines) + f"\n{indent}]"
    return _plain(value)


def _plain(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False, allow_nan=False)
    try:
        text.encode()
    except UnicodeEncodeError:  # half of a surrogate pair, which only an escape can write
        return json.dumps(value, allow_nan=False)
    return text


def _is_link(value: dict[str, Any]) -> bool:
    return "source" in value and "target" in value and all(isinstance(v, str) for v in value.values())
