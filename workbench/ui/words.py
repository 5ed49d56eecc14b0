"""Numbers in words: amounts, sizes and times as people read them."""

from __future__ import annotations

import time

from PySide6.QtCore import QCoreApplication


def _tr(text: str) -> str:
    return QCoreApplication.translate("Words", text)


ROUNDS_UP = 0.9995
"""Share of the next prefix from which three digits round up to it: 999,950 is 1 M, not 1e+03 k."""


def amount(count: float) -> str:
    """A count with a prefix from a thousand on: ``640``, ``18.9 k``, ``3.61 M``."""
    for size, prefix in ((1e12, "T"), (1e9, "G"), (1e6, "M"), (1e3, "k")):
        if count >= ROUNDS_UP * size:
            return f"{count / size:.3g} {prefix}"
    return f"{count:,.0f}"


def memory(count: float) -> str:
    """Bytes with a unit, in thousands: ``512 B``, ``3.2 MB``."""
    for size, unit in ((1e12, "TB"), (1e9, "GB"), (1e6, "MB"), (1e3, "kB")):
        if count >= ROUNDS_UP * size:
            return f"{count / size:.3g} {unit}"
    return f"{count:.0f} B"


def duration(seconds: float) -> str:
    """A time: ``42 s``, ``1 min 05 s``, ``2 h 10 min``."""
    whole = round(seconds)
    if whole < 60:
        return _tr("{s} s").format(s=whole)
    if whole < 3600:
        return _tr("{m} min {s:02} s").format(m=whole // 60, s=whole % 60)
    return _tr("{h} h {m:02} min").format(h=whole // 3600, m=whole % 3600 // 60)


def time_left(seconds: float | None) -> str:
    """How long work will take, as exactly as an estimate deserves: ``about 2 min left``; empty where it can't be told."""
    if seconds is None or seconds < 1:
        return ""
    if seconds < 55:
        return _tr("about {s} s left").format(s=round(seconds) if seconds < 10 else 5 * round(seconds / 5))
    if seconds < 3570:
        return _tr("about {m} min left").format(m=max(1, round(seconds / 60)))
    minutes = 5 * round(seconds / 300)
    return _tr("about {h} h {m:02} min left").format(h=minutes // 60, m=minutes % 60)


def ago(moment: float) -> str:
    """How long ago a moment (seconds since the epoch) was: ``just now``, ``5 minutes ago``, ``yesterday``."""
    seconds = max(0.0, time.time() - moment)
    if seconds < 60:
        return _tr("just now")
    if seconds < 3600:
        n = int(seconds // 60)
        return _tr("{n} minutes ago").format(n=n) if n != 1 else _tr("a minute ago")
    if seconds < 86400:
        n = int(seconds // 3600)
        return _tr("{n} hours ago").format(n=n) if n != 1 else _tr("an hour ago")
    n = int(seconds // 86400)
    if n == 1:
        return _tr("yesterday")
    return _tr("{n} days ago").format(n=n) if n < 60 else time.strftime("%Y-%m-%d", time.localtime(moment))
