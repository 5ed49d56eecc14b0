"""ROC and precision-recall curves, checked against scikit-learn."""

from __future__ import annotations

import numpy as np
import pytest
from sklearn.metrics import average_precision_score, precision_recall_curve, roc_auc_score, roc_curve

from workbench.engine.evaluate.separation import MOST_POINTS, separation, separations


@pytest.mark.parametrize("ties", [False, True])
def test_as_scikit_learn_has_it(ties: bool):
    random = np.random.default_rng(3)
    positive = random.random(5000) < 0.1
    scores = random.normal(size=5000) + 1.5 * positive
    if ties:
        scores = np.round(scores, 1)
    made = separation("rare", positive, scores)
    assert made is not None
    assert made.area == pytest.approx(roc_auc_score(positive, scores), abs=1e-12)
    assert made.average_precision == pytest.approx(average_precision_score(positive, scores), abs=1e-12)
    alarms, found, _ = roc_curve(positive, scores, drop_intermediate=False)
    assert len(made.false_alarms) <= MOST_POINTS and (np.diff(made.false_alarms) >= 0).all()
    every = {(round(a, 9), round(f, 9)) for a, f in zip(alarms, found, strict=True)}
    assert {(round(a, 9), round(f, 9)) for a, f in zip(made.false_alarms, made.found, strict=True)} <= every
    assert (made.false_alarms[0], made.found[0], made.false_alarms[-1], made.found[-1]) == (0, 0, 1, 1)
    precision, recall, _ = precision_recall_curve(positive, scores)
    known = {(round(r, 9), round(p, 9)) for r, p in zip(recall, precision, strict=True)}
    inner = [(round(r, 9), round(p, 9)) for r, p in zip(made.recall, made.precision, strict=True) if r > 0]
    assert set(inner) <= known and made.recall[0] == 0 and made.recall[-1] == 1
    assert (made.positives, made.negatives) == (positive.sum(), 5000 - positive.sum())


def test_a_class_that_is_alone_or_absent_has_no_curve():
    true = np.array([0, 0, 2, 2])
    scores = np.eye(3)[true]
    assert [s.name for s in separations(true, scores, ("a", "b", "c"))] == ["a", "c"]
    assert separations(np.zeros(4, np.int64), scores, ("a", "b", "c")) == ()
    assert separation("a", true == 0, np.array([0.1, np.nan, 0, 0])) is None
    (perfect, _) = separations(true, scores, ("a", "b", "c"))
    assert perfect.area == perfect.average_precision == 1.0
