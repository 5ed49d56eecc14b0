"""What an export is asked to do."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from ..values import Value

ExportFormat = Literal["onnx", "python", "pt2"]

SUFFIXES: dict[ExportFormat, str] = {"onnx": ".onnx", "python": ".py", "pt2": ".pt2"}


class ExportRequest(Value):
    """One export of one run.

    Attributes:
        format: "onnx"; "python", a stand-alone file with its weights beside it; "pt2", a torch.export program.
        out: the file to write; an ending is added where it has none.
        runs_dir: folder of the project's runs.
        base_dir: folder against which the project's relative data paths are read.
        run: the run's id.
        which: "best" or "last" weights.
        include_preprocessing: take raw values and give numbers in original units; otherwise values scaled as in
            training go in, and for regression scaled values come out.
        samples: how many validation samples the export is replayed on.
        part: "network", or "decoder" for the half of a variational autoencoder that makes samples.
    """

    format: ExportFormat = "onnx"
    out: Path
    runs_dir: Path
    base_dir: Path = Path()
    run: str
    which: Literal["best", "last"] = "best"
    include_preprocessing: bool = True
    samples: int = 256
    part: Literal["network", "decoder"] = "network"

    @property
    def target(self) -> Path:
        """The file to write, with its ending."""
        return self.out if self.out.suffix else self.out.with_name(self.out.name + SUFFIXES[self.format])
