"""ONNX: one file with weights, metadata and, if asked, the preprocessing."""

from __future__ import annotations

import contextlib
import logging
import sys
import warnings
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import numpy as np
import torch

from ... import __version__
from ..data.raw import Array
from ..errors import ExportError
from .deployed import Deployed
from .replay import Answer, Batch

LARGEST = 1_900_000_000
"""Bytes of weights that a single ONNX file can hold: protobuf ends at 2 GiB."""


def write_onnx(path: Path, module: Deployed, example: Sequence[Array], about: Mapping[str, str]) -> int:
    """Writes the file with a symbolic batch; returns the operator set it uses.

    Args:
        path: the file.
        module: what to export.
        example: arrays (2, ...) for each input.
        about: the metadata.

    Raises ``ExportError``.
    """
    import onnx

    weights = sum(t.numel() * t.element_size() for t in module.state_dict().values())
    if weights > LARGEST:
        raise ExportError(
            f"The network holds {weights / 1e9:.1f} GB of weights",
            f"One ONNX file holds {LARGEST / 1e9:.1f} GB at most",
            "Export it as a PyTorch program (pt2) or as Python",
            code="export.too_large",
        )
    arguments = tuple(torch.from_numpy(np.ascontiguousarray(a)) for a in example)
    batch = torch.export.Dim("batch")
    with quiet():
        try:
            program = torch.onnx.export(
                module.eval(),
                arguments,
                dynamo=True,
                verbose=False,
                input_names=[p.name for p in module.ports],
                output_names=[p.name for p in module.results],
                dynamic_shapes=(tuple({0: batch} for _ in arguments),),
            )
        except Exception as error:  # torch raises many kinds here, none of them ours
            raise not_exported("ONNX", error) from error
        assert program is not None
        model = program.model_proto
    model.producer_name, model.producer_version = "Workbench", __version__
    model.doc_string = about.get("workbench.title", "")
    onnx.helper.set_model_props(model, dict(about))
    onnx.checker.check_model(model, full_check=True)
    onnx.save_model(model, path, save_as_external_data=False)
    return next((int(o.version) for o in model.opset_import if o.domain in ("", "ai.onnx")), 0)


def onnx_answer(path: Path) -> tuple[Answer, str]:
    """Asks the file in onnxruntime on the CPU; also names the runtime."""
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.log_severity_level = 3
    session = onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
    names = [i.name for i in session.get_inputs()]

    def answer(batches: list[Batch]) -> list[Batch]:
        return [[np.asarray(y) for y in session.run(None, dict(zip(names, batch, strict=True)))] for batch in batches]

    return answer, f"onnxruntime {onnxruntime.__version__}"


@contextlib.contextmanager
def quiet() -> Iterator[None]:
    """Keeps the exporters' chatter off stdout, which may carry JSON, and their warnings off the screen."""
    loggers = [logging.getLogger(name) for name in ("torch.onnx", "onnxscript", "torch.export")]
    before = [(logger, logger.level) for logger in loggers]
    with warnings.catch_warnings(), contextlib.redirect_stdout(sys.stderr):
        warnings.simplefilter("ignore")
        for logger in loggers:
            logger.setLevel(logging.ERROR)
        try:
            yield
        finally:
            for logger, level in before:
                logger.setLevel(level)


def not_exported(name: str, error: Exception) -> ExportError:
    """The sentence for a network that torch can't export."""
    first = next((line.strip() for line in str(error).splitlines() if line.strip()), type(error).__name__)
    return ExportError(
        f"The network can't be exported as {name}: {first[:300]}",
        "",
        "Try another format",
        code="export.torch",
        values={"format": name},
    )
