"""What was learnt from the training split, as a value: stored with each run, used by evaluation, prediction and export."""

from __future__ import annotations

from typing import Literal

from ..shapes import DataFacts, TargetFacts, batch
from ..values import Value
from .raw import InputKind


class InputPreprocess(Value):
    """Turns one raw input into what the network is fed: ``(x - offset) * scale`` in float32.

    Attributes:
        kind: as in ``RawInput``.
        shape: shape of one sample as the network sees it: (C, H, W) for pictures, (columns,), (T, C) or (T,).
        offset, scale: one number per channel (image, series) or column (table); one number stands for all; empty for
            token ids, which pass unchanged. Each is exactly a float32, so that every place that computes it agrees.
        columns: names of table columns or of a series' channels, for forms, files and messages.
        pixel_range: the values of black and white in the raw pictures, (0, 255) for uint8.
        border: mean raw value of the outermost pixels of the training pictures, to recognise a picture with dark and
            light swapped.
        vocabulary: number of token ids; 0 for other kinds.
    """

    kind: InputKind
    shape: tuple[int, ...]
    offset: tuple[float, ...] = ()
    scale: tuple[float, ...] = ()
    columns: tuple[str, ...] = ()
    pixel_range: tuple[float, float] = (0.0, 255.0)
    border: float | None = None
    vocabulary: int = 0


class TargetPreprocess(Value):
    """One target: classes, or numbers that the network predicts as ``(y - offset) * scale``, one of each per name."""

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

    def facts(self) -> DataFacts:
        """What the data looks like to a network."""
        return DataFacts(
            inputs={
                name: batch(*i.shape, dtype="int64" if i.kind == "tokens" else "float32")
                for name, i in self.inputs.items()
            },
            targets={
                name: TargetFacts(t.task, t.classes, max(1, len(t.names)), t.names) for name, t in self.targets.items()
            },
            vocabulary={name: i.vocabulary for name, i in self.inputs.items() if i.kind == "tokens"},
        )
