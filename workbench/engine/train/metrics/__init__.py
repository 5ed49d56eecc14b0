"""What can be measured of a network's answers on a whole split, for every task. No torch at import."""

from .answers import Answers, ClassAnswers, Counts, LabelAnswers, NumberAnswers, TagAnswers, Undefined
from .registry import METRICS, Measured, Metric, MetricName, measured

__all__ = [
    "METRICS",
    "Answers",
    "ClassAnswers",
    "Counts",
    "LabelAnswers",
    "Measured",
    "Metric",
    "MetricName",
    "NumberAnswers",
    "TagAnswers",
    "Undefined",
    "measured",
]
