"""The left panel of the Data stage: which data, how it is scaled, how it is split."""

from __future__ import annotations

from typing import get_args

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QMenu, QPushButton, QVBoxLayout, QWidget

from ...engine.data.cleaning_recipe import BY_COLUMN, CleaningRecipe, Scaling
from ...engine.data.prepared import PreparedData
from ...engine.data.recipe import DataRecipe
from ...engine.data.sources.sample import SAMPLE_TITLES
from ...engine.data.sources.table import TableSource
from ...engine.data.text.recipe import TextRecipe
from ..icons import icon
from ..language import told
from ..theme import notifier
from ..widgets.form import Form
from ..widgets.side_panel import SidePanel
from .augment import AugmentSection, augmented_kind
from .balance import BalanceSection
from .split import SplitSection
from .words import scaling_words


class DataSettings(SidePanel):
    """A button to choose other data, and forms made from the recipe's fields.

    ``edited(str path, object recipe, bool stepping)``: the recipe with one field changed.
    ``sample_chosen(str)``, ``open_asked(str)``: as in the empty page.
    """

    edited = Signal(str, object, bool)
    sample_chosen = Signal(str)
    open_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        body = QWidget()
        super().__init__("data_settings", body, parent)
        self._recipe: DataRecipe | None = None
        self.choose = QPushButton(self.tr("Choose other data"), self)
        self.choose.setObjectName("data_choose")
        self.choose.setMenu(self._menu())
        self.choose.setAccessibleDescription(self.tr("Built-in samples and files"))
        layout = QVBoxLayout(body)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(8)
        layout.addWidget(self._heading(self.tr("Source")))
        layout.addWidget(self.choose)
        layout.addSpacing(4)
        self._forms: dict[str, Form] = {}
        self._add_form(layout, "source")
        self._add_form(layout, "predict")
        layout.addSpacing(12)
        self._cleaning = self._heading(self.tr("Missing values and categories"))
        layout.addWidget(self._cleaning)
        self._add_form(layout, "cleaning")
        layout.addSpacing(12)
        self._text = self._heading(self.tr("Tokens"))
        layout.addWidget(self._text)
        self._add_form(layout, "text")
        self._scaling = self._heading(self.tr("Scaling"))
        layout.addWidget(self._scaling)
        self._add_form(layout, "scaling")
        self._add_form(layout, "target_scaling")
        self.scaling_note = QLabel(self)
        self.scaling_note.setObjectName("data_scaling_note")
        self.scaling_note.setProperty("role", "muted")
        self.scaling_note.setWordWrap(True)
        layout.addWidget(self.scaling_note)
        layout.addSpacing(12)
        self.split = SplitSection(self)
        self.split.edited.connect(self.edited)
        layout.addWidget(self.split)
        self.balance = BalanceSection(self)
        self.augment = AugmentSection(self)
        for section in (self.balance, self.augment):
            layout.addSpacing(12)
            layout.addWidget(section)
            section.edited.connect(self.edited)
            section.hide()
        layout.addStretch(1)
        notifier.changed.connect(self._tint)
        self._tint()

    def set_recipe(self, recipe: DataRecipe, data: PreparedData | None) -> None:
        """Shows a recipe. Fields that change nothing for this kind of data are left out."""
        self._recipe = recipe
        self._forms["scaling"].set_choices("scaling", _scalings(recipe, data))
        given = data is not None and any(part.given_tokens for part in data.raw.inputs.values())
        # Tokens that the file gives are not cut again.
        self._forms["text"].set_only([n for n in TextRecipe.model_fields if n != "tokens"] if given else None)
        for name, form in self._forms.items():
            if name == "cleaning":
                form.set_value(recipe.cleaning, "cleaning")
            elif name == "text":
                form.set_value(recipe.text, "text")
            else:
                form.set_value(recipe)
        tasks = {t.task for t in data.raw.targets.values()} if data is not None else set()
        self._forms["target_scaling"].setVisible("regression" in tasks)
        # Data that says nothing of its samples leaves no choice, and ids can't be made again.
        ids = data is not None and next(iter(data.raw.inputs.values())).kind == "tokens"
        choice = recipe.predict == "input" or (bool(tasks - {"reconstruction"}) and not ids)
        self._forms["predict"].setVisible(choice)
        self.split.set_recipe(recipe, data)
        for part in (self._cleaning, self._forms["cleaning"]):
            part.setVisible(isinstance(recipe.source, TableSource))
        texts = any(p.kind == "text" for p in data.raw.inputs.values()) if data is not None else False
        for part in (self._text, self._forms["text"]):
            part.setVisible(texts)
        for part in (self._scaling, self._forms["scaling"]):
            part.setVisible(not texts)
        classes = bool(tasks & {"classification", "multi_label", "tagging"})
        self.balance.setVisible(classes)
        if data is not None and classes:
            self.balance.set_recipe(recipe, data)
        self.augment.setVisible(data is not None)
        if data is not None:
            kind, part = augmented_kind(data)
            channels = part.values.shape[3] if kind == "image" else 3
            self.augment.set_recipe(recipe, kind, channels, tagged="tagging" in tasks)

    def show_scaling(self, data: PreparedData, recipe: DataRecipe) -> None:
        """Tells how values are scaled, and from what the scale was learnt."""
        self.scaling_note.setText(scaling_words(data, recipe.scaling))

    def form(self, name: str) -> Form:
        """The form of one field of the recipe."""
        return self._forms[name] if name in self._forms else self.split.form(name)

    def _add_form(self, layout: QVBoxLayout, name: str) -> None:
        form = Form(self, only=None if name in ("cleaning", "text") else (name,))
        form.setObjectName(f"data_form_{name}")
        form.edited.connect(lambda path, _value, form=form: self._edited(path, form))
        self._forms[name] = form
        layout.addWidget(form)

    def _edited(self, path: str, form: Form) -> None:
        value = form.value
        if isinstance(value, CleaningRecipe) and self._recipe is not None:
            value = self._recipe.updated(cleaning=value)
        elif isinstance(value, TextRecipe) and self._recipe is not None:
            value = self._recipe.updated(text=value)
        self.edited.emit(path, value, form.stepping)

    def _heading(self, text: str) -> QLabel:
        label = QLabel(text, self)
        label.setProperty("role", "heading")
        return label

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        menu.setObjectName("data_menu")
        for name, title in ((key, told(text)) for key, text in SAMPLE_TITLES.items()):
            action = menu.addAction(title)
            action.setObjectName(f"data_menu_{name}")
            action.triggered.connect(lambda _checked=False, chosen=name: self.sample_chosen.emit(chosen))
        menu.addSeparator()
        for kind, text in (
            ("file", self.tr("Choose a file…")),
            ("folder", self.tr("Choose a folder…")),
        ):
            action = menu.addAction(text)
            action.setObjectName(f"data_menu_open_{kind}")
            action.triggered.connect(lambda _checked=False, chosen=kind: self.open_asked.emit(chosen))
        return menu

    def _tint(self) -> None:
        self.choose.setIcon(icon("data"))


def _scalings(recipe: DataRecipe, data: PreparedData | None) -> tuple[str, ...]:
    """The ways to scale that the data can be scaled by, and the one that is chosen."""
    tables = data is None or any(part.kind == "table" for part in data.raw.inputs.values())
    return tuple(how for how in get_args(Scaling) if tables or how not in BY_COLUMN or how == recipe.scaling)
