"""Estimates and rates as the window writes them."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from ....engine.study.words import about_memory, rounded
from ...widgets.numbers import number_text

__all__ = ["about_memory", "about_time", "rate_text", "short_time"]


def about_time(seconds: float) -> str:
    """ "about 4 min"."""
    tr = QCoreApplication.translate
    hours, minutes, rest = rounded(seconds)
    if hours and minutes:
        return tr("Study", "about {h} h {m} min").format(h=hours, m=minutes)
    if hours:
        return tr("Study", "about {h} h").format(h=hours)
    if minutes and rest:
        return tr("Study", "about {m} min {s} s").format(m=minutes, s=rest)
    if minutes:
        return tr("Study", "about {m} min").format(m=minutes)
    return tr("Study", "about {s} s").format(s=rest)


def short_time(seconds: float) -> str:
    """A short time with three digits: "8.55 ms", "1.2 s", "75 s"."""
    tr = QCoreApplication.translate
    if seconds < 1:
        return tr("Study", "{ms} ms").format(ms=number_text(1000 * seconds, 3))
    return tr("Study", "{s} s").format(s=number_text(seconds, 3))


def rate_text(rate: float) -> str:
    """A learning rate with two digits, as it is set: "0.0012", "1e-5"."""
    return f"{rate:.2g}".replace("e-0", "e-")
