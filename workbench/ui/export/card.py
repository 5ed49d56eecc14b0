"""The certificate of an export: what was checked, what came out, where the file lies."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ...engine.export.certificate import Certificate
from ..icons import icon
from ..theme import notifier
from ..widgets.elided import ElidedLabel
from .words import certificate_rows, certificate_title


class CertificateCard(QFrame):
    """Shows one certificate; hidden while there is none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("export_certificate")
        self.setProperty("role", "card")
        self.certificate: Certificate | None = None
        self._icon = QLabel(self)
        self._title = QLabel(self)
        self._title.setObjectName("export_certificate_title")
        self._title.setProperty("role", "heading")
        self._title.setWordWrap(True)
        self._place = ElidedLabel(mode=Qt.TextElideMode.ElideMiddle)
        self._place.setObjectName("export_certificate_place")
        self.open_folder = QPushButton(self.tr("Open folder"), self)
        self.open_folder.setObjectName("export_open_folder")
        self.open_folder.clicked.connect(self._open_folder)
        self.copy_path = QPushButton(self.tr("Copy path"), self)
        self.copy_path.setObjectName("export_copy_path")
        self.copy_path.clicked.connect(self._copy_path)
        self.copy_words = QPushButton(self.tr("Copy certificate"), self)
        self.copy_words.setObjectName("export_copy_certificate")
        self.copy_words.clicked.connect(self._copy_words)
        self._warnings = QLabel(self)
        self._warnings.setObjectName("export_certificate_warnings")
        self._warnings.setProperty("role", "warning")
        self._warnings.setWordWrap(True)
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self._title, 1)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(5)
        self._grid.setColumnStretch(1, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in (self.open_folder, self.copy_path, self.copy_words):
            buttons.addWidget(button)
        buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 14, 16, 14)
        layout.setSpacing(12)
        layout.addLayout(head)
        layout.addWidget(self._place)
        layout.addLayout(self._grid)
        layout.addWidget(self._warnings)
        layout.addLayout(buttons)
        notifier.changed.connect(self._tint)
        self._tint()
        self.hide()

    def show_certificate(self, certificate: Certificate | None) -> None:
        """Shows what an export's replay found; None hides the card."""
        self.certificate = certificate
        self.setVisible(certificate is not None)
        if certificate is None:
            return
        self._title.setText(certificate_title(certificate))
        self._place.set_whole(certificate.files[0])
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for row, (name, value, help_text) in enumerate(certificate_rows(certificate)):
            label, text = QLabel(name, self), QLabel(value, self)
            label.setProperty("role", "muted")
            text.setObjectName(f"export_row_{row}")
            text.setAccessibleName(name)
            text.setWordWrap(True)
            text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            for widget in (label, text):
                widget.setToolTip(help_text)
            self._grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(text, row, 1)
        self._warnings.setText("\n".join(certificate.warnings))
        self._warnings.setVisible(bool(certificate.warnings))

    def texts(self) -> dict[str, str]:
        """What the card says, value by name."""
        return {n: v for n, v, _ in certificate_rows(self.certificate)} if self.certificate is not None else {}

    def _open_folder(self) -> None:
        if self.certificate is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(Path(self.certificate.files[0]).parent)))

    def _copy_path(self) -> None:
        if self.certificate is not None:
            QGuiApplication.clipboard().setText(self.certificate.files[0])

    def _copy_words(self) -> None:
        if self.certificate is not None:
            lines = [self._title.text(), *self.certificate.files]
            lines += [
                f"{name}: {help_text if name == 'SHA-256' else value}"
                for name, value, help_text in certificate_rows(self.certificate)
            ]
            QGuiApplication.clipboard().setText("\n".join(lines))

    def _tint(self) -> None:
        self._icon.setPixmap(icon("success", "success").pixmap(22, 22))
        self.open_folder.setIcon(icon("folder"))
        self.copy_path.setIcon(icon("copy"))
        self.copy_words.setIcon(icon("copy"))
