"""What the tabs of the Data stage have in common, so that each kind of data brings its own."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ...engine.data.prepared import PreparedData
from ...engine.data.recipe import DataRecipe
from ..jobs import Jobs


class Page(QWidget):
    """A tab that shows prepared data in one way. To add one: subclass, and list it in ``pages.PAGES``.

    Signals:
        chosen(int): a sample became the current one; the side panel and the other pages follow.
        column_chosen(str name, str field, str value): the user wants another role or type of a table's column.
        edit_asked(str text, object edit): the user wants another recipe, ``edit`` being ``DataRecipe -> DataRecipe``; one
            undo step, called ``text``.
        show_asked(object selection): the user wants to see certain samples, a ``Selection``.
        heading_changed(): ``heading`` says something else than before.
    """

    chosen = Signal(int)
    column_chosen = Signal(str, str, str)
    edit_asked = Signal(str, object)
    show_asked = Signal(object)
    heading_changed = Signal()

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.jobs = jobs

    def place(self, data: PreparedData) -> int:
        """Where it stands among the tabs, the smallest first; -1 where it has nothing to show of this data."""
        raise NotImplementedError

    def heading(self, data: PreparedData) -> str:
        """What its tab is called."""
        raise NotImplementedError

    def set_data(self, data: PreparedData) -> None:
        """Shows other data; called only for data that it has something to show of."""

    def set_recipe(self, recipe: DataRecipe) -> None:
        """The recipe is another now; the data made from it follows later."""

    def set_sample(self, sample: int) -> None:
        """Another sample is the current one."""
