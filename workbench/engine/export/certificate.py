"""Proof that an exported file gives the same answers as the network it came from."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Literal

from ..project.atomic import atomic_write
from ..values import Value
from .request import ExportFormat

FILE = "exports.jsonl"
"""In a run's folder: the certificates of its exports, one a line."""


class Certificate(Value):
    """What the replay of an export found.

    Attributes:
        format: the export's format.
        files: paths of what was written.
        run: the run it came from, weights: "best" or "last".
        split: which part of the data the samples are from; never the test part.
        samples: how many samples were replayed.
        batch_sizes: in batches of these sizes.
        largest_difference: largest absolute difference of any number in any answer.
        tolerance: the largest difference that passes.
        agreement: share of samples with the same top class, labels or tags; None for numbers.
        runtime: what replayed it ("onnxruntime 1.20.0").
        opset: ONNX operator set, 0 for other formats.
        size: bytes of all files.
        sha256: of the first file.
        include_preprocessing: whether it takes raw values.
        inputs, outputs: names and shapes, with "N" for the batch.
        seconds: what the export took.
        warnings: sentences that belong beside it.
    """

    format: ExportFormat
    files: tuple[str, ...]
    run: str
    weights: Literal["best", "last"]
    split: str
    samples: int
    batch_sizes: tuple[int, ...]
    largest_difference: float
    tolerance: float
    agreement: float | None
    agreement_of: Literal["top class", "labels", "tags"] = "top class"
    runtime: str
    opset: int = 0
    size: int = 0
    sha256: str = ""
    include_preprocessing: bool = True
    inputs: dict[str, str] = {}
    outputs: dict[str, str] = {}
    seconds: float = 0.0
    warnings: tuple[str, ...] = ()

    def in_words(self) -> str:
        """The certificate in a sentence or two."""
        same = "" if self.agreement is None else f", the same {self.agreement_of} in {self.agreement:.1%} of them"
        return (
            f"Replayed with {self.runtime} on {self.samples:,} {self.split} samples{same}; the largest difference is "
            f"{self.largest_difference:.2g} ({self.tolerance:.2g} is allowed)."
        )


def sha256_of(path: Path) -> str:
    """The SHA-256 of a file, in hexadecimal digits."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def keep(certificate: Certificate, run_folder: Path) -> None:
    """Adds a certificate to those of its run. Raises ``OSError``."""
    path = run_folder / FILE
    before = path.read_bytes() if path.exists() else b""
    atomic_write(path, before + certificate.model_dump_json().encode() + b"\n")


def certificates(run_folder: Path) -> list[Certificate]:
    """The certificates of a run's exports, oldest first; lines that can't be read are left out."""
    path = run_folder / FILE
    if not path.is_file():
        return []
    found = []
    for line in path.read_text(encoding="utf-8").splitlines():
        try:
            found.append(Certificate.model_validate_json(line))
        except ValueError:
            continue  # half a line of a full disk, or a newer version's
    return found
