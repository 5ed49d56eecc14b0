"""What was learnt from the training split, as a value: stored with each run, used by evaluation, prediction and export."""

from __future__ import annotations

from typing import Literal

from ..values import Value
from .raw import InputKind


class InputPreprocess(Value):
    """Turns one raw input into what the network is fed: ``(x - offset) * scale``.

    Attributes:
        kind: as in ``RawInput``.
        shape: shape of one sample as the network sees it, e.g. (C, H, W).
        offset, scale: one number per channel (image, series) or column (table); one number stands for all; empty for
            token ids, which pass unchanged.
        columns: names of table columns, for forms, files and messages.
    """

    kind: InputKind
    shape: tuple[int, ...]
    offset: tuple[float, ...] = ()
    scale: tuple[float, ...] = ()
    columns: tuple[str, ...] = ()


class TargetPreprocess(Value):
    """One target: classes, or numbers that the network predicts as ``(y - offset) * scale``."""

    task: Literal["classification", "regression"]
    classes: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    offset: tuple[float, ...] = ()
    scale: tuple[float, ...] = ()


class Preprocess(Value):
    """All inputs and targets by name, and the fingerprint of the data it was learnt from."""

    inputs: dict[str, InputPreprocess]
    targets: dict[str, TargetPreprocess]
    fingerprint: str = ""
