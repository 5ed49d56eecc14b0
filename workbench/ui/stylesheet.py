"""The application's style sheet, made from the theme's tokens.

Roles are dynamic properties: ``label.setProperty("role", "muted")``. Labels know title, heading, muted, mono, danger, warning,
success, chip; buttons primary, chip, link, quiet; frames card, separator. ``set_role`` changes one on a widget that is shown already.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from .icons import resource

if TYPE_CHECKING:
    from .theme import Tokens


def set_role(widget: QWidget, role: str) -> None:
    """Gives a widget a role and makes the style sheet see it."""
    if widget.property("role") != role:
        widget.setProperty("role", role)
        widget.style().unpolish(widget)
        widget.style().polish(widget)


def stylesheet(t: Tokens) -> str:
    """The whole style sheet for these tokens."""
    chevron = resource("chevron-down.svg").as_posix()
    check = resource("check-dark.svg" if t.dark else "check-light.svg").as_posix()
    template = _TEMPLATE.replace("{chevron}", chevron).replace("{check}", check)
    return template % {name: getattr(t, name) for name in t.__dataclass_fields__}


_TEMPLATE = """
QMainWindow, QDialog { background: %(surface)s; }
QDialogButtonBox { dialogbuttonbox-buttons-have-icons: 0; }
QToolTip { background: %(raised)s; color: %(text)s; border: 1px solid %(border)s; padding: 4px 8px; }
QLabel { background: transparent; }
QLabel[role="title"] { font-size: %(font_title)dpx; font-weight: 600; }
QLabel[role="heading"] { font-size: %(font_heading)dpx; font-weight: 600; }
QLabel[role="display"] { font-size: 28px; font-weight: 700; }
QLabel[role="strong"] { font-weight: 600; }
QLabel[role="small"] { color: %(muted)s; font-size: 11px; }
QLabel[role="muted"] { color: %(muted)s; }
QLabel[role="mono"] { font-family: "%(mono_family)s"; }
QLabel[role="danger"] { color: %(danger)s; }
QLabel[role="warning"] { color: %(warning)s; }
QLabel[role="success"] { color: %(success)s; }
QLabel[role="chip"] { background: %(raised)s; border: 1px solid %(border)s; border-radius: 6px; padding: 2px 8px; color: %(muted)s; }
QLabel:disabled { color: %(muted)s; }

QFrame[role="card"] { background: %(surface)s; border: 1px solid %(border)s; border-radius: 8px; }
QFrame[role="separator"] { background: %(border)s; border: none; min-height: 1px; max-height: 1px; }

QPushButton { background: %(raised)s; color: %(text)s; border: 1px solid %(border)s; border-radius: 6px; padding: 5px 12px; }
QPushButton:hover { background: %(hover)s; }
QPushButton:pressed { background: %(border)s; }
QPushButton:focus { border: 1px solid %(accent)s; }
QPushButton:checked { background: %(selection)s; border-color: %(accent)s; }
QPushButton:disabled { color: %(muted)s; background: %(surface)s; }
QPushButton[role="primary"] { background: %(accent)s; color: %(on_accent)s; border: 1px solid %(accent)s; font-weight: 600; padding: 5px 16px; }
QPushButton[role="primary"]:hover, QPushButton[role="primary"]:focus { border: 1px solid %(text)s; }
QPushButton[role="primary"]:disabled { background: %(raised)s; color: %(muted)s; border-color: %(border)s; }
QPushButton[role="waiting"] { color: %(muted)s; font-weight: 600; padding: 5px 16px; }
QPushButton[role="search"] { color: %(muted)s; text-align: left; padding: 5px 12px; }
QPushButton[role="card"] { background: %(surface)s; border: 1px solid %(border)s; border-radius: 8px; padding: 0; text-align: left; }
QPushButton[role="card"]:hover { background: %(raised)s; border-color: %(muted)s; }
QPushButton[role="card"]:focus { border-color: %(accent)s; }
QPushButton[role="chip"] { padding: 2px 8px; }
QPushButton[role="danger"] { color: %(danger)s; border-color: %(danger)s; }
QPushButton[role="link"] { background: transparent; border: 1px solid transparent; color: %(accent)s; padding: 2px 0; text-align: left; }
QPushButton[role="link"]:hover { text-decoration: underline; }
QPushButton[role="link"]:focus { border: 1px solid %(accent)s; }
QPushButton[role="link"]:disabled { color: %(muted)s; }
QPushButton[role="quiet"] { background: transparent; border: 1px solid transparent; padding: 4px 8px; }
QPushButton[role="quiet"]:hover { background: %(hover)s; }
QPushButton[role="quiet"]:focus { border: 1px solid %(accent)s; }
QPushButton::menu-indicator { image: url({chevron}); width: 10px; subcontrol-origin: padding; subcontrol-position: right center; right: 6px; }

QToolButton { background: transparent; color: %(text)s; border: 1px solid transparent; border-radius: 6px; padding: 4px; }
QToolButton:hover { background: %(hover)s; }
QToolButton:pressed, QToolButton:checked { background: %(selection)s; }
QToolButton:focus { border: 1px solid %(accent)s; }
QToolButton:disabled { color: %(muted)s; }
QToolButton[role="section"] { font-weight: 600; text-align: left; padding: 4px 2px; }
QToolButton[role="section"]:checked { background: transparent; }
QToolButton[role="section"]:hover { background: %(hover)s; }
QToolButton[role="section"]:focus { border: 1px solid %(accent)s; }
QToolButton[role="reset"] { padding: 2px; }
QToolButton[role="legend"] { padding: 2px 6px; color: %(muted)s; }
QToolButton[role="legend"]:checked { background: transparent; color: %(text)s; }
QToolButton[role="legend"]:checked:hover { background: %(hover)s; }
QToolButton[role="menu"]::menu-indicator { image: none; }

QLineEdit, QComboBox, QAbstractSpinBox, QPlainTextEdit, QTextEdit { background: %(raised)s; color: %(text)s;
  border: 1px solid %(border)s; border-radius: 6px; padding: 4px 8px; selection-background-color: %(accent)s; selection-color: %(on_accent)s; }
QLineEdit:focus, QComboBox:focus, QAbstractSpinBox:focus, QPlainTextEdit:focus, QTextEdit:focus { border: 1px solid %(accent)s; }
QLineEdit:disabled, QComboBox:disabled, QAbstractSpinBox:disabled { color: %(muted)s; background: %(surface)s; }
QLineEdit[invalid="true"], QAbstractSpinBox[invalid="true"] { border: 1px solid %(danger)s; }
QAbstractSpinBox QLineEdit { border: none; padding: 0; background: transparent; }
QComboBox::drop-down { border: none; width: 22px; subcontrol-origin: border; subcontrol-position: right center; }
QComboBox::down-arrow { image: url({chevron}); width: 10px; height: 10px; }
QComboBox QAbstractItemView { background: %(raised)s; color: %(text)s; border: 1px solid %(border)s; selection-background-color: %(selection)s;
  selection-color: %(text)s; outline: none; padding: 4px; }

QMenuBar { background: %(surface)s; color: %(text)s; }
QMenuBar::item { padding: 4px 10px; background: transparent; border-radius: 4px; }
QMenuBar::item:selected { background: %(hover)s; }
QMenu { background: %(raised)s; color: %(text)s; border: 1px solid %(border)s; padding: 4px; }
QMenu::item { padding: 5px 28px 5px 12px; border-radius: 4px; }
QMenu::item:selected { background: %(selection)s; color: %(text)s; }
QMenu::item:disabled { color: %(muted)s; }
QMenu::separator { height: 1px; background: %(border)s; margin: 4px 8px; }
QMenu::icon { padding-left: 8px; }

QTabWidget::pane { border: none; border-top: 1px solid %(border)s; }
QTabBar { background: transparent; }
QTabBar::tab { background: transparent; color: %(muted)s; padding: 8px 9px; border: none; border-bottom: 2px solid transparent; }
QTabBar::tab:hover { color: %(text)s; }
QTabBar::tab:selected { color: %(text)s; border-bottom: 2px solid %(accent)s; font-weight: 600; }
QTabBar::tab:focus { background: %(hover)s; }

QTableView, QTreeView, QListView { background: %(surface)s; color: %(text)s; border: none; gridline-color: %(border)s; alternate-background-color: %(raised)s;
  selection-background-color: %(selection)s; selection-color: %(text)s; outline: none; }
QTableView::item, QTreeView::item, QListView::item { padding: 4px 8px; border: none; }
QTableView::item:selected, QTreeView::item:selected, QListView::item:selected { background: %(selection)s; color: %(text)s; }
QTreeView::item:hover, QListView::item:hover { background: %(hover)s; }
QHeaderView { background: %(surface)s; }
QHeaderView::section { background: %(surface)s; color: %(muted)s; border: none; border-bottom: 1px solid %(border)s; padding: 6px 8px; }
QTableCornerButton::section { background: %(surface)s; border: none; }

QGroupBox { border: 1px solid %(border)s; border-radius: 8px; margin-top: 20px; padding: 8px; }
QGroupBox::title { subcontrol-origin: margin; left: 4px; color: %(muted)s; }
QCheckBox, QRadioButton { spacing: 8px; background: transparent; }
QCheckBox::indicator, QRadioButton::indicator { width: 14px; height: 14px; border: 1px solid %(muted)s; background: %(raised)s; }
QCheckBox::indicator { border-radius: 4px; }
QRadioButton::indicator { border-radius: 8px; }
QCheckBox::indicator:checked { border-color: %(accent)s; background: %(accent)s; image: url({check}); }
QRadioButton::indicator:checked { border: 5px solid %(accent)s; background: %(on_accent)s; width: 6px; height: 6px; }
QCheckBox::indicator:indeterminate { background: %(muted)s; }
QCheckBox::indicator:hover, QRadioButton::indicator:hover { border-color: %(text)s; }
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled { border-color: %(border)s; background: %(surface)s; }
QCheckBox:focus, QRadioButton:focus { color: %(accent)s; }

QProgressBar { background: %(hover)s; border: none; border-radius: 3px; min-height: 6px; max-height: 6px; text-align: center; color: transparent; }
QProgressBar::chunk { background: %(accent)s; border-radius: 3px; }
QSlider::groove:horizontal { background: %(hover)s; height: 4px; border-radius: 2px; }
QSlider::sub-page:horizontal { background: %(accent)s; border-radius: 2px; }
QSlider::handle:horizontal { background: %(text)s; width: 14px; margin: -5px 0; border-radius: 7px; }
QSlider::handle:horizontal:focus { background: %(accent)s; }

QSplitter::handle { background: %(border)s; }
QSplitter::handle:horizontal { width: 1px; }
QSplitter::handle:vertical { height: 1px; }
QSplitter::handle:hover { background: %(accent)s; }
QScrollArea { border: none; background: transparent; }
QScrollArea > QWidget > QWidget { background: transparent; }
QScrollBar { background: transparent; border: none; }
QScrollBar:vertical { width: 10px; margin: 0; }
QScrollBar:horizontal { height: 10px; margin: 0; }
QScrollBar::handle { background: %(border)s; border-radius: 4px; margin: 1px; }
QScrollBar::handle:vertical { min-height: 24px; }
QScrollBar::handle:horizontal { min-width: 24px; }
QScrollBar::handle:hover { background: %(muted)s; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QStatusBar { background: %(surface)s; color: %(muted)s; border-top: 1px solid %(border)s; }
QStatusBar::item { border: none; }

#top_bar { background: %(surface)s; border: none; border-bottom: 1px solid %(border)s; }
#rail { background: %(surface)s; border: none; border-right: 1px solid %(border)s; }
#status_bar { background: %(surface)s; border: none; border-top: 1px solid %(border)s; }
#rail QToolButton { padding: 0; border-radius: 8px; }
#welcome, #welcome_page { background: %(background)s; }
#palette_frame { background: %(surface)s; border: 1px solid %(border)s; border-radius: 8px; }
#palette_list { background: transparent; }
#stage_stack { background: %(background)s; }
"""
