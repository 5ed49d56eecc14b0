"""A long form in sections that fold, each with a line that tells what is set in it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from ...engine.fields import FieldSpec, fields_of
from ...engine.values import Value
from ..icons import icon
from ..theme import notifier
from . import parse
from .defaults import default_of, summary
from .form import Form, Offer

OTHERS = "More"
"""Title of the section of fields that name none."""


class Section(QFrame):
    """Title, what is set, a button for the defaults, and below them the fields.

    Signals:
        toggled(bool): the user folded or unfolded it.
        reset_asked: all of its fields are to go back to their defaults.
    """

    toggled = Signal(bool)
    reset_asked = Signal()

    def __init__(self, title: str, specs: Iterable[FieldSpec], form: Form, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title, self.specs, self.form = title, tuple(specs), form
        self.setObjectName(f"section_{title.lower().replace(' ', '_')}")
        self.header = QToolButton()
        self.header.setObjectName(f"{self.objectName()}_header")
        self.header.setProperty("role", "section")
        self.header.setText(parse.tr(title))
        self.header.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.header.setIconSize(QSize(12, 12))
        self.header.setCheckable(True)
        self.header.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.header.clicked.connect(self._clicked)
        self.reset = QToolButton()
        self.reset.setObjectName(f"{self.objectName()}_reset")
        self.reset.setProperty("role", "reset")
        self.reset.setIconSize(QSize(14, 14))
        words = self.tr("Put all settings of {section} back to their defaults")
        self.reset.setAccessibleName(words.format(section=parse.tr(title)))
        self.reset.setToolTip(self.reset.accessibleName())
        self.reset.clicked.connect(lambda _checked=False: self.reset_asked.emit())
        kept = self.reset.sizePolicy()
        kept.setRetainSizeWhenHidden(True)
        self.reset.setSizePolicy(kept)
        self.told = QLabel()
        self.told.setObjectName(f"{self.objectName()}_summary")
        self.told.setProperty("role", "muted")
        self.told.setWordWrap(True)
        self.told.setContentsMargins(20, 0, 0, 0)
        self.body = QWidget()
        self._inside = QVBoxLayout(self.body)
        self._inside.setContentsMargins(4, 4, 0, 8)
        self._inside.setSpacing(8)
        self._inside.addWidget(form)
        top = QHBoxLayout()
        top.setSpacing(4)
        top.addWidget(self.header, 1)
        top.addWidget(self.reset)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(top)
        layout.addWidget(self.told)
        layout.addWidget(self.body)
        notifier.changed.connect(self._tint)
        self.unfold(False)

    @property
    def unfolded(self) -> bool:
        """Whether its fields are seen."""
        return not self.body.isHidden()

    def unfold(self, on: bool) -> None:
        """Shows or hides the fields."""
        self.header.setChecked(on)
        self.body.setVisible(on)
        self.told.setVisible(not on and bool(self.told.text()))
        self._tint()

    def add(self, widget: QWidget) -> None:
        """Puts something below the fields: a picture of what they mean."""
        self._inside.addWidget(widget)

    def show_value(self, value: Value, prefix: str) -> None:
        """Shows the fields and tells what is set."""
        self.form.set_value(value, prefix)
        self.tell(value)

    def tell(self, value: Value) -> None:
        """Tells what is set now."""
        used = getattr(value, "used_fields", None)
        names = used() if callable(used) else tuple(type(value).model_fields)
        specs = [s for s in self.specs if s.name in names]
        text = summary(value, specs) or self.tr("as usual")
        self.told.setText(text)
        self.told.setVisible(not self.unfolded)
        self.header.setAccessibleName(f"{parse.tr(self.title)}: {text}")
        self.reset.setVisible(any(getattr(value, s.name) != default_of(value, s) for s in specs))

    def _clicked(self, on: bool) -> None:
        self.unfold(on)
        self.toggled.emit(on)

    def _tint(self) -> None:
        self.header.setIcon(icon("ph.caret-down" if self.unfolded else "ph.caret-right", "muted"))
        self.reset.setIcon(icon("undo", "muted"))


class SectionedForm(QWidget):
    """Edits a value whose class names ``sections``; fields stand in the section that they name (see ``TrainingRecipe``).

    Like ``Form`` for its owner: ``edited(path, new_value)``, ``value``, ``stepping``, ``set_value``.

    Signals:
        edited(str, object): path of the field and its new value. A whole section that was put back has the path of the value.
        folded(str, bool): the user folded (False) or unfolded (True) a section, by its title.
    """

    edited = Signal(str, object)
    folded = Signal(str, bool)

    def __init__(
        self,
        value_class: type[Value],
        parent: QWidget | None = None,
        *,
        offer: Offer | None = None,
        unfolded: Mapping[str, bool] | None = None,
    ) -> None:
        """``unfolded``: by title, which sections are open at first; the others are folded."""
        super().__init__(parent)
        self._value: Value | None = None
        self._prefix = ""
        self.stepping = False
        self.sections: dict[str, Section] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        specs = [s for s in fields_of(value_class) if s.editor != "values"]
        order: tuple[str, ...] = getattr(value_class, "sections", ())
        for title in dict.fromkeys((*order, *(s.section or OTHERS for s in specs))):
            own = [s for s in specs if (s.section or OTHERS) == title]
            if own:
                section = self._section(title, own, offer)
                section.unfold(bool((unfolded or {}).get(title)))
                layout.addWidget(section)

    def _section(self, title: str, specs: list[FieldSpec], offer: Offer | None) -> Section:
        form = Form(only=[s.name for s in specs], offer=offer, resettable=True)
        section = self.sections[title] = Section(title, specs, form, self)
        form.edited.connect(lambda path, new, form=form: self._edited(form, path, new))
        section.toggled.connect(lambda on, title=title: self.folded.emit(title, on))
        section.reset_asked.connect(lambda section=section: self._reset(section))
        return section

    @property
    def value(self) -> Value | None:
        """The value shown, edits included."""
        return self._value

    @property
    def errors(self) -> tuple[str, ...]:
        """The sentences that stand in the form now."""
        return tuple(e for section in self.sections.values() for e in section.form.errors)

    def set_value(self, value: Value, prefix: str = "") -> None:
        """Shows a value; ``prefix`` comes before the paths of its fields."""
        self._value, self._prefix = value, prefix
        for section in self.sections.values():
            section.show_value(value, prefix)
            section.setVisible(section.form.shows_fields)

    def set_choices(self, name: str, choices: Iterable[str]) -> None:
        """Offers these choices of a field; the next ``set_value`` shows them."""
        for section in self.sections.values():
            section.form.set_choices(name, choices)

    def focus_field(self, path: str) -> None:
        """Unfolds the section of a field, by its path without the prefix, and puts the cursor into it."""
        name = path.partition(".")[0]
        for section in self.sections.values():
            if any(s.name == name for s in section.specs):
                section.unfold(True)
                section.form.focus_field(path)

    def _edited(self, form: Form, path: str, new: object) -> None:
        assert form.value is not None
        self.stepping = form.stepping
        try:
            self._take(form.value, path, new)
        finally:
            self.stepping = False

    def _reset(self, section: Section) -> None:
        assert self._value is not None
        usual = {s.name: default_of(self._value, s) for s in section.specs}
        self._take(self._value.updated(**usual), self._prefix, usual)

    def _take(self, value: Value, path: str, new: object) -> None:
        # All sections hold the whole value: a rule across fields is checked against what is set elsewhere.
        self.set_value(value, self._prefix)
        self.edited.emit(path, new)
