"""Source -> ``nn.Module``, with tracebacks that lead back to nodes."""

from __future__ import annotations

import hashlib
import linecache
import traceback
from typing import TYPE_CHECKING, Any

from .source import Source

if TYPE_CHECKING:
    from torch import nn


def build_module(source: Source) -> nn.Module:
    """Runs the source and makes the network, on the CPU, from torch's default generator.

    The caller seeds the generator, or enters ``torch.device("meta")``, as it needs.
    """
    filename = _filename(source)
    linecache.cache[filename] = (len(source.text), None, source.text.splitlines(True), filename)
    namespace: dict[str, Any] = {"__name__": filename}
    exec(compile(source.text, filename, "exec"), namespace)
    module: nn.Module = namespace[source.class_name]()
    return module


def _filename(source: Source) -> str:
    """What tracebacks call the file of a source."""
    return f"<network {hashlib.sha256(source.text.encode()).hexdigest()[:12]}>"


def node_of_error(source: Source, error: BaseException) -> str | None:
    """Id of the node whose line raised ``error``, None when no line of the network is in the traceback."""
    found, filename = None, _filename(source)
    for frame in traceback.extract_tb(error.__traceback__):
        if frame.filename == filename and (frame.lineno or 0) in source.lines:
            found = source.lines[frame.lineno or 0]
    return found
