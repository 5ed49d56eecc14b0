"""Numbers as a person reads them on a card."""

from __future__ import annotations


def short(number: float) -> str:
    """Three significant digits and a letter: 320, "18.9 k", "3.61 M"."""
    for size, letter in ((1e12, "T"), (1e9, "G"), (1e6, "M"), (1e3, "k")):
        if abs(number) >= size * 0.9995:
            value = number / size
            digits = 2 if value < 9.995 else 1 if value < 99.95 else 0
            return f"{value:.{digits}f} {letter}"
    return f"{number:g}"


def count(number: int) -> str:
    """All digits up to a million ("18,496"), short above."""
    return f"{number:,}" if number < 1_000_000 else short(number)


def memory(size: float) -> str:
    """Bytes in the unit that fits: "912 B", "3.2 MB"."""
    for unit in ("B", "KB", "MB", "GB"):
        if size < 1000:
            return f"{size:.0f} {unit}" if unit == "B" or size >= 100 else f"{size:.1f} {unit}"
        size /= 1000
    return f"{size:.1f} TB"
