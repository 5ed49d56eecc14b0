"""Estimates as exactly as they deserve: "about 4 min", "1.2 GB"."""

from __future__ import annotations

MINUTE, HOUR = 60.0, 3600.0


def rounded(seconds: float) -> tuple[int, int, int]:
    """Hours, minutes and seconds, to about a tenth: 4 min, not 4 min 07 s."""
    if seconds < 10:
        return 0, 0, max(1, round(seconds))
    if seconds < 55:
        return 0, 0, 5 * round(seconds / 5)
    if seconds < 10 * MINUTE:
        half = round(seconds / 30)
        return 0, half // 2, 30 * (half % 2) if seconds < 5 * MINUTE else 0
    if seconds < HOUR - 30:
        return 0, round(seconds / MINUTE), 0
    quarters = round(seconds / (15 * MINUTE))
    if quarters < 40:
        return quarters // 4, 15 * (quarters % 4), 0
    return round(seconds / HOUR), 0, 0


def about_time(seconds: float) -> str:
    """ "about 4 min"."""
    hours, minutes, rest = rounded(seconds)
    parts = [f"{value} {unit}" for value, unit in ((hours, "h"), (minutes, "min"), (rest, "s")) if value]
    return f"about {' '.join(parts) or '1 s'}"


def about_memory(count: float) -> str:
    """Bytes with two digits: "1.2 GB"."""
    for size, unit in ((1e12, "TB"), (1e9, "GB"), (1e6, "MB"), (1e3, "kB")):
        if count >= 0.995 * size:
            return f"{count / size:.2g} {unit}" if count < 99.5 * size else f"{count / size:.0f} {unit}"
    return f"{count:.0f} B"
