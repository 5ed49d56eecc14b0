"""What the curves of a run show: that it rises, stands still, learns nothing, too little, or by heart."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

from ...errors import sentence
from .findings import Finding

FEWEST_EPOCHS = 5
"""Epochs before a curve is judged; fewer show chance."""

FEWEST_STEPS = 100

RISEN = 1.5
"""Training loss against its smallest, from which it is diverging."""

WORSE = 1.15
"""Validation loss against its best, from which the network overfits, while its training loss still falls."""

WORTH = 0.05
"""Share of the loss without looking at the input, by which validation must have got worse: what is smaller means little."""

FALLEN = 0.9
"""What the training loss must have come to since the best epoch for that."""

STILL = 0.005
"""Change of both losses, as a share, under which they stand still."""

NOTHING = 0.98
"""Share of the loss without looking at the input, from which nothing was learnt."""

LITTLE = 0.85
"""Share of it, from which a network whose training loss stands still learnt too little."""


class CurveRules:
    """Judges a run epoch by epoch; each finding comes once.

    Args:
        baseline: the loss of the best answer that doesn't look at the input, None where it is not known.
        epochs: that the run is to have.
        decaying: whether the learning rate is on a schedule that lowers it: curves that stand still at its end are as
            they should be.
    """

    def __init__(self, baseline: float | None, epochs: int, *, decaying: bool = False) -> None:
        self._baseline, self._epochs, self._decaying = baseline, epochs, decaying
        self.train: list[float] = []
        self.validation: list[float] = []
        self._said: set[str] = set()

    def judge(self, step: int, loss: float, val_loss: float | None) -> list[Finding]:
        """Takes the losses of an epoch and says what they show now. Without validation only the training loss is judged."""
        self.train.append(loss)
        if val_loss is not None:
            self.validation.append(val_loss)
        if step < FEWEST_STEPS or len(self.train) < 2 or not all(map(math.isfinite, self.train)):
            return []
        found = self._diverging() or self._overfitting() or self._nothing() or self._too_little() or self._standing()
        if found is None or found.code in self._said:
            return []
        self._said.add(found.code)
        return [found]

    def state(self) -> dict[str, Any]:
        """For the checkpoint, as JSON values."""
        return {"train": list(self.train), "validation": list(self.validation), "said": sorted(self._said)}

    def load(self, values: Any) -> None:
        """Takes up what ``state`` gave."""
        self.train, self.validation = list(values["train"]), list(values["validation"])
        self._said = set(values["said"])

    def _diverging(self) -> Finding | None:
        least = min(self.train)
        if least <= 0 or len(self.train) < 3:
            return None
        now, before, earlier = self.train[-1], self.train[-2], self.train[-3]
        if not (now > before > earlier and now > RISEN * least and now > self.train[0]):
            return None
        return Finding(
            "health.diverging",
            "",
            sentence(
                f"The training loss rises: {now:.3g} now, {least:.3g} at its best",
                "",
                "Lower the learning rate to a tenth, or clip gradients",
            ),
        )

    def _overfitting(self) -> Finding | None:
        if len(self.validation) < FEWEST_EPOCHS or len(self.validation) != len(self.train):
            return None
        best = min(range(len(self.validation)), key=self.validation.__getitem__)
        since = len(self.validation) - 1 - best
        low = self.validation[best]
        # The mean of the last three: a single epoch may be out of line.
        now = sum(self.validation[-3:]) / 3
        if since < 3 or low <= 0 or now < WORSE * low or self.train[-1] > FALLEN * self.train[best]:
            return None
        if now - low < WORTH * (self._baseline or low):
            return None
        return Finding(
            "health.overfitting",
            "",
            sentence(
                f"The network learns its training samples by heart: since epoch {best + 1} the validation loss rose from "
                f"{low:.3g} to {now:.3g}, while the training loss fell to {self.train[-1]:.3g}",
                f"The weights of epoch {best + 1} are kept as the best",
                "Stop early, add dropout, weight decay or augmentation, take a smaller network, or find more data",
            ),
        )

    def _nothing(self) -> Finding | None:
        base = self._baseline
        if base is None or base <= 0 or len(self.train) < FEWEST_EPOCHS:
            return None
        if min(self.train) < NOTHING * base or min([*self.validation, math.inf]) < NOTHING * base:
            return None
        return Finding(
            "health.nothing_learnt",
            "",
            sentence(
                f"Nothing was learnt so far: the training loss is {self.train[-1]:.3g}, and {base:.3g} is what an answer "
                "that never looks at the input gets",
                "",
                "Try a learning rate ten times higher or lower, check that the data is scaled, and that its target has to "
                "do with its input",
            ),
        )

    def _too_little(self) -> Finding | None:
        base = self._baseline
        if base is None or base <= 0 or not self._flat(self.train) or self.train[-1] < LITTLE * base:
            return None
        gap = self.validation[-1] > 1.1 * self.train[-1] if self.validation else False
        if gap:
            return None
        return Finding(
            "health.underfitting",
            "",
            sentence(
                f"The network underfits: its training loss stands still at {self.train[-1]:.3g}, not far below the "
                f"{base:.3g} of an answer that never looks at the input",
                "",
                "Take a larger network or a higher learning rate, or give it inputs that tell more",
            ),
        )

    def _standing(self) -> Finding | None:
        left = self._epochs - len(self.train)
        if self._decaying or left < 3 or not self._flat(self.train):
            return None
        if self.validation and not self._flat(self.validation):
            return None
        return Finding(
            "health.plateau",
            "",
            sentence(
                f"The losses have stood still for {self._window()} epochs",
                f"The {left} epochs to come will hardly change that",
                "Stop here, or lower the learning rate with a schedule",
            ),
        )

    def _window(self) -> int:
        return max(FEWEST_EPOCHS, len(self.train) // 4)

    def _flat(self, curve: Sequence[float]) -> bool:
        """Whether a curve's last epochs, but for noise, got no lower than those before them."""
        size = self._window()
        if len(curve) < 2 * size:
            return False
        before, now = sorted(curve[-2 * size : -size]), sorted(curve[-size:])
        # Medians, so that single epochs out of line don't count; the best as well, since noise hides slow progress.
        middle = before[size // 2] - now[size // 2]
        return middle < STILL * abs(before[size // 2]) and before[0] - now[0] < STILL * abs(before[0])
