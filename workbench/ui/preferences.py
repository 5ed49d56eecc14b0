"""What the user prefers, as a value, kept in the configuration folder."""

from __future__ import annotations

import logging
import os
from pathlib import Path
from typing import Annotated, Any, Literal

import platformdirs
from pydantic import ConfigDict, Field, ValidationError, field_validator
from PySide6.QtCore import QObject, Signal

from ..engine.errors import ProjectError
from ..engine.folders import APP
from ..engine.project.atomic import atomic_write
from ..engine.project.files import write_failed
from ..engine.values import Param, Value

log = logging.getLogger(__name__)

RECENT = 12
"""Recent files remembered."""


class PreferencesValue(Value):
    """Everything that is remembered between two starts, apart from projects."""

    # What a newer version remembers is no damage.
    model_config = ConfigDict(extra="ignore")

    theme: Literal["system", "light", "dark"] = Param("system", help="System follows the desktop's setting.")
    language: Literal["system", "en", "zh_CN"] = Param(
        "system",
        help="The language of the window. A change takes effect when Workbench is started again.",
        words={"system": "Follow the system", "en": "English", "zh_CN": "中文"},
    )
    device: Annotated[str, Field(pattern=r"^(auto|cpu|mps|cuda(:\d{1,3})?)$")] = Param(
        "auto", help="Where networks are trained: auto, cpu, cuda, cuda:1 or mps. Auto takes the fastest there is."
    )
    threads: Annotated[int, Field(ge=0, le=1024)] = Param(
        0,
        help="Processor threads that training uses; 0 takes all cores, or one for a small network.",
        unit="0: all cores",
    )
    processes: Annotated[int, Field(ge=1, le=64)] = Param(
        1,
        help="Above 1, torchrun trains each network by so many processes of this machine, one for each GPU: a batch is "
        "divided among them. On one processor it is of no use.",
        label="Processes that train together",
    )
    isolated: bool = Param(
        False,
        help="A crash, or a lack of memory, then ends the run and never the window. A run begins some seconds later.",
        label="Train in a process of its own",
    )
    notify: bool = Param(
        True,
        help="The window calls for attention when a run ends while you look elsewhere.",
        label="Tell when a run ends",
    )
    recent: tuple[str, ...] = ()
    geometry: str = ""
    """Place and size of the window, as Qt wrote them, in base 64."""
    unfolded: dict[str, bool] = Field(default_factory=dict)
    """Which sections of long forms the user folded or unfolded, by their names."""

    @field_validator("recent")
    @classmethod
    def _not_endless(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        return value[:RECENT]

    @field_validator("device")
    @classmethod
    def _trimmed(cls, value: str) -> str:
        return value.strip()


EDITABLE = ("theme", "language", "threads", "processes", "isolated", "notify")
"""Fields shown in the dialog; the device has its own menu, and the others remember themselves."""


def preferences_file() -> Path:
    """Where they are kept. Not made here."""
    return Path(platformdirs.user_config_dir(APP, appauthor=False)) / "preferences.json"


class Preferences(QObject):
    """The preferences in use; every change is written at once, and a failing disk costs only the memory of it."""

    changed = Signal(object, object)
    """The value before and after."""

    def __init__(self, path: Path | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path = path or preferences_file()
        self.notice = ""
        """A sentence for the user about what happened to the file, empty when all is well."""
        self._value = self._load()

    @property
    def value(self) -> PreferencesValue:
        """The current value."""
        return self._value

    def update(self, **changes: Any) -> None:
        """Changes fields and writes the file. Raises ``pydantic.ValidationError`` for a bad value, ``ProjectError`` when
        the file can't be written (the change holds until the program ends)."""
        before, after = self._value, self._value.updated(**changes)
        if after == before:
            return
        self._value = after
        self.changed.emit(before, after)
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            atomic_write(self._path, (after.model_dump_json(indent=2) + "\n").encode(), durable=False)
        except OSError as error:
            raise write_failed(self._path, error) from error

    def remember(self, **changes: Any) -> None:
        """``update`` for what the program remembers on its own: a failing disk is only logged."""
        try:
            self.update(**changes)
        except ProjectError as error:
            log.warning("preferences were not written: %s", error)

    def add_recent(self, path: Path) -> None:
        """Puts a file at the head of the recent ones."""
        full = os.path.abspath(path)
        self.remember(recent=(full, *(r for r in self._value.recent if r != full)))

    def forget_recent(self, path: str) -> None:
        """Takes a file off the recent ones."""
        self.remember(recent=tuple(r for r in self._value.recent if r != path))

    def _load(self) -> PreferencesValue:
        try:
            text = self._path.read_bytes()
        except FileNotFoundError:
            return PreferencesValue()
        except OSError as error:
            self.notice = f"The preferences could not be read ({error.strerror or error}); the defaults are in use."
            return PreferencesValue()
        try:
            return PreferencesValue.model_validate_json(text)
        except ValidationError as error:
            log.warning("damaged preferences: %s", error)
        aside = self._path.with_suffix(".damaged.json")
        try:
            os.replace(self._path, aside)
            self.notice = f"The preferences were damaged and now start afresh. The old file is kept as {aside.name}."
        except OSError:
            self.notice = "The preferences are damaged and can't be set aside; the defaults are in use."
        return PreferencesValue()
