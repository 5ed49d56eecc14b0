"""Pictures with nothing on them."""

from __future__ import annotations

import numpy as np

from .case import Case
from .finding import Finding
from .near_pictures import FLAT

MOST = 0.5
"""With a larger share of such pictures, that is what they are like."""


def blank_pictures(case: Case) -> list[Finding]:
    """Pictures that are one colour all over, or nearly."""
    low, high = next(iter(case.data.preprocess.inputs.values())).pixel_range
    chosen = case.samples
    size = max(1, (1 << 23) // max(1, case.part.values[0].size))
    flat = np.zeros(len(chosen), dtype=bool)
    for start in range(0, len(chosen), size):
        case.tick(start / len(chosen))
        part = case.part.values[chosen[start : start + size]]
        pixels = part.reshape(len(part), -1, part.shape[-1])
        flat[start : start + size] = (pixels.std(axis=1, dtype=np.float32) < FLAT * max(high - low, 1e-12)).all(axis=1)
    found = chosen[flat]
    if not len(found) or len(found) > MOST * len(chosen):
        return []
    return [
        Finding(
            "doctor.blank",
            "warning",
            "Pictures with nothing on them",
            f"{case.count(len(found))} {'is' if len(found) == 1 else 'are'} one colour all over",
            "Nothing can be learnt from them, and their labels mislead",
            "Leave them out, or mend them where the data comes from",
            samples=found,
            fixes=case.excluding("Leave them out", found),
            values={"count": len(found)},
        )
    ]
