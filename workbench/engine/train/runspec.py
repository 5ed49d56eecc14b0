"""What a run was asked to do."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from ..document import Project
from ..values import Value


class WarmStart(Value):
    """Where the first weights of a new run come from.

    Attributes:
        run: id of the run that left them.
        runs_dir: its folder of runs, the same project's or another one's.
        weights: which of its checkpoints.
    """

    run: str
    runs_dir: Path
    weights: Literal["best", "last"] = "best"


class RunSpec(Value):
    """The project as it was when Train was pressed, with all that a runner needs beside it.

    Attributes:
        project: the document; edits made later don't reach the run.
        runs_dir: folder of runs (``name.runs``), made when it is not there.
        base_dir: folder against which the project's relative data paths are read.
        device: "auto", "cpu", "cuda", "cuda:1" or "mps".
        resume: id of a run to go on with, empty for a new run.
        threads: CPU threads of torch, kept for the whole run, which repeats a run to the last bit; 0 for all cores, one
            where the network is small, and fewer while other programs keep them busy.
        study: id of the study that a new run belongs to, empty for a run by itself.
        label: what it is in its study ("seed 3").
        warm_start: whose weights a new run begins with, None for its own.
    """

    project: Project
    runs_dir: Path
    base_dir: Path = Path()
    device: str = "auto"
    resume: str = ""
    threads: int = 0
    study: str = ""
    label: str = ""
    warm_start: WarmStart | None = None
