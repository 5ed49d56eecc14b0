"""Findings: what is wrong with a run, each a sentence with a cure, said once and only when it is plain."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import median

from ...errors import sentence
from .figures import LayerFigures

IN_A_ROW = 3
"""Measured steps in a row that must show the same before it is said."""

SETTLING = 20
"""Steps in which nothing is said: what is out of bounds there often comes right."""

DEAD = 0.9
"""Share of a layer's units from which dead ones are worth saying; half of them dead is common and harmless."""

VANISHING = 1e-5
"""Gradient per weight of the first layer against that of the last, below which learning does not reach the first."""

EXPLODING = 100.0
"""Gradient norm against the middle of those before, from which it is called exploding."""

LARGE_GRADIENT = 10.0
"""Smallest gradient norm that is called exploding."""

WILD = 0.5
"""Update as a share of the weights, from which a step overthrows what was learnt before."""

SAME = 1e-7
"""Share of a layer's output that differs between samples, below which they all get the same."""


@dataclass(frozen=True)
class Finding:
    """Something that is wrong.

    Attributes:
        code: permanent name ("health.dead_units").
        node: id of the layer it is about, empty for the whole run.
        message: what was seen, what is usual, and the cure.
    """

    code: str
    node: str
    message: str


class LayerRules:
    """Judges the figures of layers, measured step by step; each finding comes once in a run.

    Args:
        names: name of each layer by node id, in the order of the network.
        learning: node ids of the layers with weights that are learnt, in that order.
        sizes: number of weights of each of them.
    """

    def __init__(self, names: Mapping[str, str], learning: Sequence[str], sizes: Mapping[str, int]) -> None:
        self._names, self._learning, self._sizes = dict(names), list(learning), dict(sizes)
        self._rows: dict[tuple[str, str], int] = {}
        self._said: set[tuple[str, str]] = set()
        self._norms: list[float] = []

    def judge(self, step: int, figures: Mapping[str, LayerFigures]) -> list[Finding]:
        """What the figures of a step show."""
        if step <= SETTLING:
            return []
        found = [*self._units(figures), *self._same(figures), *self._gradients(figures), *self._updates(figures)]
        return [f for f in found if f is not None]

    def _lasting(self, code: str, node: str, seen: bool) -> bool:
        """Whether something was seen often enough in a row, for the first time."""
        key = code, node
        self._rows[key] = self._rows.get(key, 0) + 1 if seen else 0
        if self._rows[key] < IN_A_ROW or key in self._said:
            return False
        self._said.add(key)
        return True

    def _units(self, figures: Mapping[str, LayerFigures]) -> list[Finding | None]:
        return [
            Finding(
                "health.dead_units",
                node,
                sentence(
                    f"{round(100 * f.dead)} % of the units of {self._names[node]} are dead: they give 0 whatever comes in, and "
                    "learn nothing more",
                    "A few dead units are usual",
                    "Lower the learning rate, or use LeakyReLU in its place",
                ),
            )
            for node, f in figures.items()
            if self._lasting("health.dead_units", node, f.dead >= DEAD)
        ]

    def _same(self, figures: Mapping[str, LayerFigures]) -> list[Finding | None]:
        """The first layer from which on all samples of a batch get the same."""
        node = next((i for i, f in figures.items() if f.varies < SAME), "")
        # Of dead units that is said already.
        if not self._lasting("health.same_output", "", bool(node) and not figures[node].dead >= DEAD):
            return []
        return [
            Finding(
                "health.same_output",
                node,
                sentence(
                    f"{self._names[node]} gives the same for every sample, so that what follows can't tell them apart",
                    "",
                    "Check the layers before it and its weights: zeros, dead units or a saturated activation. A lower "
                    "learning rate and another initialisation help",
                ),
            )
        ]

    def _gradients(self, figures: Mapping[str, LayerFigures]) -> list[Finding | None]:
        norms = [figures[i].gradient for i in self._learning if i in figures]
        if not norms or not all(map(math.isfinite, norms)):
            return []
        found: list[Finding | None] = []
        total = math.hypot(*norms)
        usual = median(self._norms) if len(self._norms) >= IN_A_ROW else math.inf
        if total > EXPLODING * usual and total > LARGE_GRADIENT:
            # Not among the usual ones, so that it must not get used to them.
            if self._lasting("health.exploding_gradients", "", True):
                found.append(
                    Finding(
                        "health.exploding_gradients",
                        "",
                        sentence(
                            f"The gradients explode: their norm is {total:.3g}, and was about {usual:.3g} before",
                            "",
                            "Clip gradients by their norm (1 is usual), or lower the learning rate",
                        ),
                    )
                )
        else:
            self._lasting("health.exploding_gradients", "", False)
            self._norms = [*self._norms, total][-50:]
        return [*found, *self._vanishing(figures)]

    def _vanishing(self, figures: Mapping[str, LayerFigures]) -> list[Finding | None]:
        layers = [i for i in self._learning if i in figures]
        if len(layers) < 4:
            return []
        first, last = layers[0], layers[-1]
        here = figures[first].gradient / math.sqrt(self._sizes[first])
        there = figures[last].gradient / math.sqrt(self._sizes[last])
        if not self._lasting("health.vanishing_gradients", first, there > 0 and here < VANISHING * there):
            return []
        return [
            Finding(
                "health.vanishing_gradients",
                first,
                sentence(
                    f"Hardly any gradient reaches {self._names[first]}: per weight {here / there:.1g} times that of "
                    f"{self._names[last]}, so that it learns next to nothing",
                    "",
                    "Use ReLU instead of sigmoid or tanh, put normalisation between the layers, or add skip connections",
                ),
            )
        ]

    def _updates(self, figures: Mapping[str, LayerFigures]) -> list[Finding | None]:
        layers = [figures[i] for i in self._learning if i in figures]
        weight, update = math.hypot(*(f.weight for f in layers)), math.hypot(*(f.update for f in layers))
        seen = weight > 0 and math.isfinite(update) and update > WILD * weight
        if not self._lasting("health.wild_updates", "", seen):
            return []
        return [
            Finding(
                "health.wild_updates",
                "",
                sentence(
                    f"A single step changes the weights by {round(100 * update / weight)} % of their size",
                    "About 0.1 % to 3 % is usual",
                    "Lower the learning rate",
                ),
            )
        ]
