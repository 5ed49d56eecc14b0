"""The list of augmentations in the left panel: add, remove, reorder, presets, and the settings of the chosen one."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QListWidget, QMenu, QPushButton, QToolButton, QVBoxLayout, QWidget

from ...engine.check_choices import MOVES_TOKENS
from ...engine.data.augment import PRESETS, Augmentation, DataKind, colour_channels, input_kind, preset
from ...engine.data.prepared import PreparedData
from ...engine.data.raw import RawInput
from ...engine.data.recipe import DataRecipe
from ..icons import icon
from ..language import joined, told
from ..theme import notifier
from ..widgets import parse
from ..widgets.form import Form

MOST_ROWS = 9
"""Rows of the list that are shown without scrolling."""


class AugmentSection(QWidget):
    """Edits ``recipe.augment``.

    ``changed(str text, object recipe)``: the list was changed, and what that is called. ``edited(str path, object recipe,
    bool stepping)``: a field was changed.
    """

    changed = Signal(str, object)
    edited = Signal(str, object, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("data_augment")
        self._recipe = DataRecipe()
        self._kind: DataKind = "image"
        self._channels = 3
        self._tagged = False
        heading = QLabel(self.tr("Augmentation"), self)
        heading.setProperty("role", "heading")
        self.list = QListWidget(self)
        self.list.setObjectName("data_augment_list")
        self.list.setAccessibleName(self.tr("Augmentations, in order"))
        self.list.setAccessibleDescription(self.tr("Alt+Up and Alt+Down move the chosen one, Delete removes it"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.installEventFilter(self)
        self.list.currentRowChanged.connect(self._show_chosen)
        self.add = self._button("data_augment_add", self.tr("Add"), self._add_menu())
        self.presets = self._button("data_augment_presets", self.tr("Presets"), self._preset_menu())
        self.up = self._tool("data_augment_up", self.tr("Move up"), lambda: self._move(-1))
        self.down = self._tool("data_augment_down", self.tr("Move down"), lambda: self._move(1))
        self.remove = self._tool("data_augment_remove", self.tr("Remove"), self._remove)
        self.note = QLabel(self)
        self.note.setObjectName("data_augment_note")
        self.note.setProperty("role", "muted")
        self.note.setWordWrap(True)
        self.form = Form(self)
        self.form.setObjectName("data_augment_form")
        self.form.edited.connect(self._form_edited)
        self.edges = Form(self, only=("augment_edges",))
        self.edges.setObjectName("data_augment_edges")
        self.edges.edited.connect(lambda path, _value: self.edited.emit(path, self.edges.value, self.edges.stepping))
        buttons = QHBoxLayout()
        buttons.setSpacing(4)
        for button in (self.add, self.presets):
            buttons.addWidget(button, 1)
        # The panel stays as narrow as its other parts: what acts on the chosen row stands beside the heading.
        top = QHBoxLayout()
        top.setSpacing(0)
        top.addWidget(heading, 1)
        for tool in (self.up, self.down, self.remove):
            top.addWidget(tool)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(top)
        layout.addWidget(self.list)
        layout.addLayout(buttons)
        layout.addWidget(self.form)
        layout.addWidget(self.edges)
        layout.addWidget(self.note)
        notifier.changed.connect(self._tint)
        self._tint()
        self._show_chosen()

    def set_recipe(self, recipe: DataRecipe, kind: DataKind, channels: int = 3, *, tagged: bool = False) -> None:
        """Shows a recipe's augmentations for a kind of data; ``channels`` are those of pictures, ``tagged`` tells whether
        each token has a tag."""
        before, self._recipe = self._recipe, recipe
        other = (kind, channels, tagged) != (self._kind, self._channels, self._tagged)
        self._kind, self._channels, self._tagged = kind, channels, tagged
        if other:
            self._fill_add_menu(self.add.menu())
            self._fill_preset_menu(self.presets.menu())
        if other or before.augment != recipe.augment or self.list.count() != len(recipe.augment):
            self._fill(self._row_after(before.augment, recipe.augment))
        self._show_chosen()
        self.edges.set_value(recipe)
        self.edges.setVisible(kind == "image" and any(o.stage in ("geometry", "any") for o in recipe.augment))
        self.note.setText(self._note())

    def use_preset(self, name: str) -> None:
        """Takes a preset in place of the list."""
        text = self.tr("Use the preset {name}").format(name=preset_words(name))
        self.changed.emit(
            text, self._recipe.updated(augment=preset(name, self._kind, self._channels, tagged=self._tagged))
        )

    def _row_after(self, before: tuple[Augmentation, ...], after: tuple[Augmentation, ...]) -> int:
        """The row that is chosen next: where the two lists differ, at the end where one was added."""
        row = self.list.currentRow()
        if len(after) > len(before):
            differing = (i for i, (a, b) in enumerate(zip(before, after, strict=False)) if a != b)
            return next(differing, len(before))
        return min(max(row, 0), len(after) - 1)

    def _fill(self, row: int) -> None:
        self.list.blockSignals(True)
        self.list.clear()
        for operation in self._recipe.augment:
            self.list.addItem(self._words(operation))
        self.list.setCurrentRow(row)
        self.list.blockSignals(False)
        rows = min(max(self.list.count(), 1), MOST_ROWS)
        line = self.list.sizeHintForRow(0) if self.list.count() else self.fontMetrics().height() + 6
        self.list.setFixedHeight(rows * line + 2 * self.list.frameWidth() + 4)
        self.list.setVisible(self.list.count() > 0)

    def _words(self, operation: Augmentation) -> str:
        if operation.data != self._kind:
            return self.tr("{name}: not for this data").format(name=titled(operation))
        if self._grey_and_of_colour(operation):
            return self.tr("{name}: not for grey pictures").format(name=titled(operation))
        if self._moves_tags(operation):
            return self.tr("{name}: not for tokens with tags").format(name=titled(operation))
        words = f"{titled(operation)}  {told(operation.summary())}".strip()
        return words if operation.probability == 1 else f"{words}  ·  {operation.probability:.0%}"

    def _grey_and_of_colour(self, operation: Augmentation | type[Augmentation]) -> bool:
        return operation.of_colour and colour_channels(self._channels) == 1

    def _moves_tags(self, operation: Augmentation | type[Augmentation]) -> bool:
        return self._tagged and operation.kind in MOVES_TOKENS

    def _note(self) -> str:
        if not self._recipe.augment:
            return self.tr(
                "Off. Random changes of the training samples, drawn anew for every batch, make a network see more than "
                "there is. Validation and test stay as they are."
            )
        if self._kind != "image":
            return self.tr("Training samples only, in this order.")
        words = self.tr(
            "Training pictures only. Geometry comes first, as one sampling, then colour, then blur, noise and erasing; order "
            "counts within each."
        )
        if any(o.stage == "mix" for o in self._recipe.augment):
            mixed = self.tr(
                "Mixed pictures come last; the loss counts both of their classes by share, and the training accuracy takes the "
                "class that makes up most of a picture."
            )
            words = joined(words, mixed)
        return words

    def _show_chosen(self) -> None:
        row, count = self.list.currentRow(), len(self._recipe.augment)
        chosen = self._recipe.augment[row] if 0 <= row < count else None
        self.form.set_value(chosen, f"augment.{row}")
        self.form.setVisible(chosen is not None)
        for tool in (self.up, self.down, self.remove):
            tool.setVisible(count > 0)
        self.up.setEnabled(row > 0)
        self.down.setEnabled(0 <= row < count - 1)
        self.remove.setEnabled(chosen is not None)

    def _form_edited(self, path: str, _value: object) -> None:
        row, made = self.list.currentRow(), self.form.value
        assert isinstance(made, Augmentation)
        listed = self._recipe.augment
        recipe = self._recipe.updated(augment=(*listed[:row], made, *listed[row + 1 :]))
        self.edited.emit(path, recipe, self.form.stepping)

    def _append(self, kind: str) -> None:
        made = Augmentation.members[kind]()
        text = self.tr("Add {name}").format(name=titled(made))
        self.changed.emit(text, self._recipe.updated(augment=(*self._recipe.augment, made)))

    def _remove(self) -> None:
        row, listed = self.list.currentRow(), self._recipe.augment
        if 0 <= row < len(listed):
            text = self.tr("Remove {name}").format(name=titled(listed[row]))
            self.changed.emit(text, self._recipe.updated(augment=listed[:row] + listed[row + 1 :]))

    def _move(self, step: int) -> None:
        row, listed = self.list.currentRow(), list(self._recipe.augment)
        if not (0 <= row < len(listed) and 0 <= row + step < len(listed)):
            return
        listed[row], listed[row + step] = listed[row + step], listed[row]
        self.list.blockSignals(True)
        self.list.setCurrentRow(row + step)
        self.list.blockSignals(False)
        text = self.tr("Move {name}").format(name=titled(listed[row + step]))
        self.changed.emit(text, self._recipe.updated(augment=tuple(listed)))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.list and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
            if event.key() == Qt.Key.Key_Delete:
                self._remove()
                return True
            if alt and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
                self._move(-1 if event.key() == Qt.Key.Key_Up else 1)
                return True
        return super().eventFilter(watched, event)

    def _add_menu(self) -> QMenu:
        menu = QMenu(self)
        menu.setObjectName("data_augment_menu")
        menu.setToolTipsVisible(True)
        self._fill_add_menu(menu)
        return menu

    def _fill_add_menu(self, menu: QMenu) -> None:
        """The operations for this kind of data by group; those that would do nothing to grey pictures are left out."""
        menu.clear()
        stage = ""
        for kind, member in sorted(Augmentation.members.items(), key=lambda m: _STAGES.index(m[1].stage)):
            if member.data != self._kind or self._grey_and_of_colour(member) or self._moves_tags(member):
                continue
            if stage not in ("", member.stage):
                menu.addSeparator()
            stage = member.stage
            action = menu.addAction(titled(member))
            action.setObjectName(f"data_augment_add_{kind}")
            action.setToolTip(parse.tr(first_line(member)))
            action.triggered.connect(lambda _checked=False, kind=kind: self._append(kind))

    def _preset_menu(self) -> QMenu:
        menu = QMenu(self)
        menu.setObjectName("data_augment_preset_menu")
        self._fill_preset_menu(menu)
        return menu

    def _fill_preset_menu(self, menu: QMenu) -> None:
        menu.clear()
        for name in PRESETS[self._kind]:
            action = menu.addAction(preset_words(name))
            action.setObjectName(f"data_augment_preset_{name}")
            action.triggered.connect(lambda _checked=False, name=name: self.use_preset(name))
        menu.addSeparator()
        action = menu.addAction(self.tr("None"))
        action.setObjectName("data_augment_preset_none")
        action.triggered.connect(
            lambda: self.changed.emit(self.tr("Remove the augmentation"), self._recipe.updated(augment=()))
        )

    def _button(self, name: str, text: str, menu: QMenu) -> QPushButton:
        button = QPushButton(text, self)
        button.setObjectName(name)
        button.setMenu(menu)
        return button

    def _tool(self, name: str, text: str, act: object) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(name)
        button.setToolTip(text)
        button.setAccessibleName(text)
        button.clicked.connect(act)
        return button

    def _tint(self) -> None:
        for button, name in ((self.up, "ph.arrow-up"), (self.down, "ph.arrow-down"), (self.remove, "delete")):
            button.setIcon(icon(name))
        self.add.setIcon(icon("add"))


_STAGES = ("geometry", "colour", "finish", "any", "mix", "whole")


def augmented_kind(data: PreparedData) -> tuple[DataKind, RawInput]:
    """Which kind of data is augmented, and its first input: pictures where there are some, else what the first input is."""
    kinds = [(input_kind(part.kind), part) for part in data.raw.inputs.values()]
    return next((entry for entry in kinds if entry[0] == "image"), kinds[0])


def titled(operation: Augmentation | type[Augmentation]) -> str:
    """An operation's name, in the user's language."""
    title = operation.title
    return parse.tr(title)


def first_line(member: type[Augmentation]) -> str:
    """What an operation does, in a line."""
    return (member.__doc__ or "").split("\n", 1)[0]


def preset_words(name: str) -> str:
    """A preset's name, in the user's language."""
    tr = QCoreApplication.translate
    return {
        "light": tr("Data", "Light"),
        "medium": tr("Data", "Medium"),
        "strong": tr("Data", "Strong"),
        "trivial": tr("Data", "TrivialAugment"),
    }[name]
