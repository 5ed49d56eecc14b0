"""From an exception to the ending of a run: its reason, and a message that names the layer and the cure."""

from __future__ import annotations

import errno
import logging
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from ..build.module import node_of_error
from ..build.source import Source
from ..data.recipe import Cancelled
from ..errors import DataError, WorkbenchError, sentence
from .events import Reason
from .telling import Diverged

log = logging.getLogger(__name__)

GONE = frozenset({"data.file_missing", "data.file_unreadable", "data.file_empty"})
"""Codes of ``DataError`` for files that vanished or changed."""

FULL = frozenset({errno.ENOSPC, errno.EDQUOT}) if hasattr(errno, "EDQUOT") else frozenset({errno.ENOSPC})

NO_MEMORY = (
    "out of memory",
    "can't allocate memory",
    "not enough memory",
    "cannot allocate memory",
    "alloc_failed",
)
"""What torch's errors say, in lower case, when memory ran out without a type of their own (CPU, cuDNN, cuBLAS, MPS)."""


@dataclass(frozen=True)
class Ending:
    """Why a run is over. ``message`` is empty for a good ending."""

    reason: Reason
    message: str = ""


def ending_of(
    error: BaseException,
    source: Source | None,
    node_names: Mapping[str, str],
    *,
    batch_size: int,
    device: str,
    kept: bool = True,
) -> Ending:
    """The ending that an exception means. The result holds no reference to it: its traceback holds tensors.

    Args:
        error: what was raised.
        source: the network's source, None while there is none.
        node_names: names of nodes by id.
        batch_size, device: for the message when memory ran out.
        kept: whether the run has a checkpoint.
    """
    if isinstance(error, Cancelled):
        return Ending("stopped")
    if isinstance(error, Diverged):
        return Ending("diverged", str(error))
    if isinstance(error, DataError) and error.code in GONE:
        return Ending("data_gone", str(error))
    if isinstance(error, WorkbenchError):
        return Ending("error", str(error))
    if isinstance(error, OSError) and error.errno in FULL:
        return Ending("disk_full", _disk_full(error, kept=kept))
    node_id = node_of_error(source, error) if source is not None else None
    name = node_names.get(node_id or "", "")
    if out_of_memory(error):
        where = f" in {name}" if name else ""
        return Ending(
            "out_of_memory",
            sentence(
                f"The memory of {device} ran out{where}, with {batch_size} samples in a batch",
                "",
                "Halve the batch size, or make the largest layers smaller"
                + ("" if device == "cpu" else ", or close other programs that use the device"),
            ),
        )
    if name:
        return Ending("error", sentence(f"{name} failed: {_first_line(error)}", "", "Check its settings and its input"))
    if isinstance(error, OSError):
        return Ending("error", _file_failed(error))
    log.error("A run failed unexpectedly", exc_info=error)
    return Ending(
        "error",
        sentence(
            f"The program failed while training: {type(error).__name__}: {_first_line(error)}",
            "",
            "The log has the details; please report them",
        ),
    )


def out_of_memory(error: BaseException) -> bool:
    """Whether the device or the computer had no memory left."""
    import torch

    if isinstance(error, torch.OutOfMemoryError | MemoryError):
        return True
    return isinstance(error, RuntimeError) and any(words in str(error).lower() for words in NO_MEMORY)


def _file_failed(error: OSError) -> str:
    folder = Path(error.filename).parent if isinstance(error.filename, str) else None
    if isinstance(error, FileNotFoundError) and folder is not None and not folder.exists():
        return sentence(
            f"The folder {folder} is not there any more",
            "A run keeps its curves and checkpoints there while it trains",
            "Train again, and neither move nor delete it meanwhile",
        )
    where = f" ({error.filename})" if error.filename else ""
    why = error.strerror or str(error)
    return sentence(f"A file could not be read or written: {why}{where}", "", "Check the disk")


def _disk_full(error: OSError, *, kept: bool) -> str:
    where = f" ({error.filename})" if error.filename else ""
    if not kept:
        return sentence(
            f"The disk is full{where}", "Nothing of this run is kept yet", "Free some space, then train again"
        )
    return sentence(
        f"The disk is full{where}",
        "The last checkpoint that was written is whole",
        "Free some space, then resume the run",
    )


def _first_line(error: BaseException) -> str:
    text = str(error).strip()
    return text.splitlines()[0] if text else type(error).__name__
