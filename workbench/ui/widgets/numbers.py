"""Numbers as people read them."""

from __future__ import annotations

import math


def count_text(value: int) -> str:
    """A whole number with thousands separated: ``1,257``."""
    return f"{int(value):,}"


def number_text(value: float, digits: int = 4) -> str:
    """A real number with ``digits`` significant digits, without useless zeros: ``0.0312``, ``1,234``, ``1.2e-07``."""
    value = float(value)
    if math.isnan(value):
        return "–"
    if math.isinf(value):
        return "∞" if value > 0 else "−∞"
    if value == 0:
        return "0"
    size = abs(value)
    if size >= 10**7 or size < 1e-4:
        text = f"{value:.{max(digits - 1, 0)}e}"
        mantissa, exponent = text.split("e")
        if "." in mantissa:
            mantissa = mantissa.rstrip("0").rstrip(".")
        return minus(f"{mantissa}e{int(exponent)}")
    decimals = max(0, digits - 1 - math.floor(math.log10(size)))
    text = f"{value:,.{decimals}f}"
    return minus(text.rstrip("0").rstrip(".") if "." in text else text)


def share_text(value: float, decimals: int = 1) -> str:
    """A share of one as a percentage: ``97.2 %``; a non-number as a dash."""
    if math.isnan(value):
        return "–"
    return f"{value * 100:.{decimals}f} %"


def minus(text: str) -> str:
    """The text with a true minus sign instead of the hyphen in front of a number."""
    return "−" + text[1:] if text.startswith("-") else text
