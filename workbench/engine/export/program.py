"""A torch.export program (``.pt2``): the graph of the network, for PyTorch without its source."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
import torch

from ..data.raw import Array
from .deployed import Deployed
from .onnx import not_exported, quiet
from .replay import Answer, Batch


def write_program(path: Path, module: Deployed, example: Sequence[Array], about: Mapping[str, str]) -> None:
    """Writes the program with a symbolic batch; the metadata lies in it as extra files.

    Args:
        path: the file.
        module: what to export.
        example: arrays (2, ...) for each input.
        about: the metadata.

    Raises ``ExportError``.
    """
    arguments = tuple(torch.from_numpy(np.ascontiguousarray(a)) for a in example)
    batch = torch.export.Dim("batch")
    with quiet():
        try:
            program = torch.export.export(
                module.eval(), arguments, dynamic_shapes=(tuple({0: batch} for _ in arguments),), strict=False
            )
        except Exception as error:  # torch raises many kinds here, none of them ours
            raise not_exported("a PyTorch program", error) from error
        torch.export.save(program, path, extra_files=dict(about))


def program_answer(path: Path) -> tuple[Answer, str]:
    """Asks the file, loaded anew; also names the runtime."""
    with quiet():
        module = torch.export.load(path).module()

    def answer(batches: list[Batch]) -> list[Batch]:
        answers = []
        for batch in batches:
            with torch.inference_mode():
                made = module(*(torch.from_numpy(np.ascontiguousarray(a)) for a in batch))
            answers.append([part.numpy() for part in (made if isinstance(made, tuple | list) else (made,))])
        return answers

    return answer, f"PyTorch {torch.__version__}"
