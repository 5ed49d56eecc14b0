"""Samples that carry any number of labels: what is odd about them, what they weigh, and what they are called."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from .balance import Balance
from .raw import Array, Notice

THRESHOLD = 0.5
"""Probability from which a label counts as given."""
SHOWN = 5
"""Labels named in a sentence."""


def constant_labels(labels: Sequence[str], values: Array) -> list[Notice]:
    """Notices on labels that all training samples (n, labels) have, or none: there is nothing to tell apart."""
    share = values.mean(axis=0)
    found = []
    never = [labels[int(k)] for k in np.flatnonzero(share == 0)]
    always = [labels[int(k)] for k in np.flatnonzero(share == 1)]
    if never:
        text = f"No training sample has the label '{never[0]}', so it cannot be learnt."
        if len(never) > 1:
            text = f"No training sample has any of {len(never)} labels, so they cannot be learnt: {_listed(never)}."
        found.append(Notice("data.label_never", text, {"labels": never}))
    if always:
        text = f"Every training sample has the label '{always[0]}', so there is nothing to learn about it."
        if len(always) > 1:
            text = f"Every training sample has all of {len(always)} labels, which leaves nothing to learn: {_listed(always)}."
        found.append(Notice("data.label_always", text, {"labels": always}))
    return found


def _listed(names: Sequence[str]) -> str:
    return ", ".join(f"'{n}'" for n in names[:SHOWN]) + (
        f", and {len(names) - SHOWN} more" if len(names) > SHOWN else ""
    )


def label_counts(values: Array) -> Array:
    """Samples without and with each label, (2, labels) int64, from zeros and ones (n, labels)."""
    given = np.rint(values).sum(axis=0).astype(np.int64)
    return np.stack([len(values) - given, given])


def label_weights(balance: Balance, values: Array) -> Array | None:
    """Weights in the loss of not having and of having each label, (2, labels) float64, with a mean of 1 over the samples
    (n, labels) of every label; None for equal ones. A label that all samples have, or none, is not weighed."""
    counts = label_counts(values)
    found = np.ones(counts.shape)
    weighed = False
    for label in range(counts.shape[1]):
        if not counts[:, label].all():
            continue
        weights = balance.weights(counts[:, label])
        if weights is not None:
            found[:, label], weighed = weights, True
    return found if weighed else None


def labels_in_epoch(balance: Balance, values: Array) -> Array:
    """What the samples with each label count in an epoch, float64 (labels,)."""
    given, weights = label_counts(values)[1].astype(np.float64), label_weights(balance, values)
    return np.asarray(given if weights is None else given * weights[1])


def labels_effect(balance: Balance, labels: Sequence[str], values: Array) -> str:
    """What a balance does to the loss of labels (n, labels), in a sentence."""
    given = label_counts(values)[1]
    rarest = int(np.where(given > 0, given, len(values) + 1).argmin())
    name, share = labels[rarest], given[rarest] / max(1, len(values))
    if balance.kind == "none":
        return f"Every sample counts once for each label; the rarest one, '{name}', is on {share:.1%} of the samples."
    weights = label_weights(balance, values)
    if weights is None:
        return (
            f"{balance.title} has no effect: a sample with several labels is of no single class. Labels can be weighed."
        )
    low, high = weights[0, rarest], weights[1, rarest]
    return (
        f"For each label, the samples with it and those without count more evenly in the training loss: one with the rarest, "
        f"'{name}', counts {high / low:.3g} times as much as one without. Every label's mean weight is 1; validation is not "
        "weighted."
    )


def weighs_labels(balance: Balance) -> bool:
    """Whether a balance weighs classes in the loss, which is all that can be done for labels."""
    return balance.weights(np.array([9, 1])) is not None


def labels_text(labels: Sequence[str], row: Array, most: int = 0) -> str:
    """The labels that a row (labels,) of zeros and ones or probabilities gives: "cat, dog", or "–" for none."""
    given = [labels[int(k)] for k in np.flatnonzero(np.asarray(row) > THRESHOLD)]
    if most and len(given) > most:
        return f"{', '.join(given[:most])} +{len(given) - most}"
    return ", ".join(given) if given else "–"
