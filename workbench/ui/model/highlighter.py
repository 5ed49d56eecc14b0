"""Light colours for Python source."""

from __future__ import annotations

import builtins
import keyword
import re

from PySide6.QtGui import QColor, QSyntaxHighlighter, QTextCharFormat, QTextDocument

from .. import theme

_PATTERN = re.compile(
    r"(?P<comment>#.*)|(?P<string>\"\"\".*?\"\"\"|\"[^\"\n]*\"|'[^'\n]*')|(?P<number>\b\d[\d_]*(?:\.\d+)?(?:e-?\d+)?\b)|(?P<word>\b[A-Za-z_]\w*\b)"
)
_SOFT = frozenset({"self", *dir(builtins)})


class PythonHighlighter(QSyntaxHighlighter):
    """Keywords, strings, numbers and comments; the source that is generated keeps every string on one line."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self._formats: dict[str, QTextCharFormat] = {}
        self.restyle()

    def restyle(self) -> None:
        """Takes the theme's colours."""
        t = theme.tokens()
        colors = {
            "comment": t.muted,
            "string": t.success,
            "number": t.warning,
            "keyword": t.accent,
            "soft": t.info,
        }
        for name, color in colors.items():
            style = QTextCharFormat()
            style.setForeground(QColor(color))
            if name == "comment":
                style.setFontItalic(True)
            self._formats[name] = style
        self.rehighlight()

    def highlightBlock(self, text: str) -> None:
        """Colours one line."""
        for match in _PATTERN.finditer(text):
            name = match.lastgroup or ""
            if name == "word":
                word = match.group()
                name = "keyword" if keyword.iskeyword(word) else "soft" if word in _SOFT else ""
            if name:
                self.setFormat(match.start(), match.end() - match.start(), self._formats[name])
