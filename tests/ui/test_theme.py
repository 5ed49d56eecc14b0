"""Colours: contrast computed, both themes complete, and widgets that follow a switch."""

from __future__ import annotations

import itertools
from dataclasses import fields

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon, QPalette
from PySide6.QtWidgets import QPushButton

from workbench.engine.graph.layer import CATEGORIES
from workbench.ui import icons, theme
from workbench.ui.theme import DARK, LIGHT, Tokens

both = pytest.mark.parametrize("tokens", [DARK, LIGHT], ids=["dark", "light"])


def luminance(color: str) -> float:
    """Relative luminance (WCAG 2.2)."""
    parts = [c / 255 for c in QColor(color).getRgb()[:3]]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@both
def test_text_is_readable_wherever_it_stands(tokens: Tokens):
    grounds = ("background", "surface", "raised", "canvas", "hover")
    words = ("text", "muted", "danger", "warning", "success", "info", "accent")
    weak = {
        (word, ground): round(contrast(getattr(tokens, word), getattr(tokens, ground)), 2)
        for word, ground in itertools.product(words, grounds)
        if contrast(getattr(tokens, word), getattr(tokens, ground))
        < (4.5 if ground != "hover" or word == "text" else 3.9)
    }
    assert weak == {}
    assert contrast(tokens.on_accent, tokens.accent) >= 4.5
    assert contrast(tokens.text, tokens.selection) >= 4.5


@both
def test_curves_bars_and_links_stand_out(tokens: Tokens):
    for color in tokens.plot:
        assert contrast(color, tokens.surface) >= 3, color
    for category, color in tokens.category.items():
        assert contrast(color, tokens.surface) >= 3, category
    assert contrast(tokens.link, tokens.canvas) >= 3


@both
def test_every_category_has_a_colour(tokens: Tokens):
    assert set(CATEGORIES) <= set(tokens.category)
    assert len(set(tokens.plot)) == len(tokens.plot)


@both
def test_every_colour_is_one(tokens: Tokens):
    for field in fields(tokens):
        value = getattr(tokens, field.name)
        if isinstance(value, str) and field.name != "mono_family":
            assert QColor(value).isValid(), field.name


def test_a_switch_reaches_everything(qtbot, qapp):
    try:
        with qtbot.waitSignal(theme.notifier.changed):
            theme.apply("light")
        assert theme.tokens() is LIGHT
        assert qapp.palette().color(QPalette.ColorRole.WindowText) == QColor(LIGHT.text)
        assert LIGHT.accent in qapp.styleSheet()
    finally:
        theme.apply("dark")
    assert theme.tokens() is DARK


def test_the_style_sheet_is_understood(qapp, capfd, qtbot):
    button = QPushButton("x")
    button.setProperty("role", "primary")
    qtbot.addWidget(button)
    button.show()
    assert "%(" not in qapp.styleSheet()
    assert button.grab().toImage().pixelColor(3, button.height() // 2).name() == DARK.accent


@pytest.mark.parametrize("name", sorted(icons.NAMES))
def test_every_icon_draws_something_in_its_colour(qapp, name: str):
    image = icons.icon(name, "danger").pixmap(QSize(24, 24)).toImage()
    wanted = QColor(DARK.danger).getRgb()
    colors = [image.pixelColor(x, y).getRgb() for x in range(image.width()) for y in range(image.height())]
    inked = [c for c in colors if c[3] > 200]
    assert inked
    # Half-covered pixels round by one.
    assert max(abs(a - b) for c in inked for a, b in zip(c[:3], wanted[:3], strict=True)) <= 2


def test_an_unknown_icon_is_a_mistake(qapp):
    with pytest.raises(KeyError):
        icons.icon("no such icon")


def test_an_icon_without_room_is_nothing(qapp, qtlog):
    engine = icons._Glyph("x", QColor("red"), QColor("grey"))
    assert engine.pixmap(QSize(0, 16), QIcon.Mode.Normal, QIcon.State.Off).isNull()
    assert not [record for record in qtlog.records if "QPainter" in record.message]
