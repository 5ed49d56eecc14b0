"""The stages in the order of the work. Their modules are imported after the window shows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module

from .session import Session
from .stage import Stage


@dataclass(frozen=True)
class StageEntry:
    """What the rail knows of a stage before it is made."""

    key: str
    title: str
    icon: str
    make: Callable[[Session], Stage]


def _from(module: str, name: str) -> Callable[[Session], Stage]:
    def make(session: Session) -> Stage:
        made: Stage = getattr(import_module(f"{__package__}.{module}.stage"), name)(session)
        return made

    return make


STAGES: tuple[StageEntry, ...] = (
    StageEntry("data", "Data", "data", _from("data", "DataStage")),
    StageEntry("model", "Model", "model", _from("model", "ModelStage")),
    StageEntry("train", "Train", "train", _from("train", "TrainStage")),
    StageEntry("evaluate", "Evaluate", "evaluate", _from("evaluate", "EvaluateStage")),
    StageEntry("export", "Export", "export", _from("export", "ExportStage")),
)
