"""From the user's own data to a project: asks for files and folders, shows the import page, and does what it was told there."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from ..engine.document import MODEL, Project
from ..engine.project.proposal import Proposal
from .language import told

if TYPE_CHECKING:
    from .data.wizard.page import ImportWizard, Purpose
    from .main_window import MainWindow


class Importing(QObject):
    """What "Start from my data" and "Choose other data" lead to. Nothing changes before the page's last button is pressed."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._page: ImportWizard | None = None
        self._from = ""
        self._replacing = False
        self._ready: Callable[[], None] | None = None

    @property
    def page(self) -> ImportWizard:
        """The import page, made when it is first needed."""
        if self._page is None:
            from .data.wizard.page import ImportWizard

            made = ImportWizard(self._window.session.jobs, self._window)
            made.accepted.connect(self._accept)
            made.cancelled.connect(self._back)
            made.file_asked.connect(lambda: self.choose_file(replacing=self._replacing))
            made.folder_asked.connect(lambda: self.choose_folder(replacing=self._replacing))
            self._page = made
        return self._page

    # Asking

    def choose_file(self, *, replacing: bool = False) -> None:
        """Asks for a data file; ``replacing``: for the project that is open."""
        kinds = self.tr(
            "Data (*.csv *.tsv *.tab *.txt *.psv *.data *.parquet *.pq *.xlsx *.xlsm *.xls *.ods *.arff *.npz *.npy *.mat *.safetensors *.ts *.gz *idx* *ubyte*)"
        )
        title = self.tr("Choose a data file")
        self._window.opening.ask_for_file(
            "data_dialog",
            title,
            f"{kinds};;{self.tr('All files (*)')}",
            lambda path: self.start(path, replacing=replacing),
        )

    def choose_folder(self, *, replacing: bool = False) -> None:
        """Asks for a folder of data."""
        dialog = self._window.opening.dialog("folder_dialog", self.tr("Choose a folder of data"), "")
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly, True)
        dialog.fileSelected.connect(lambda path: self.start(Path(path), replacing=replacing))
        dialog.open()

    def start(self, path: Path, *, replacing: bool = False) -> None:
        """Shows the import page on a file or folder; ``replacing``: for the project that is open, else for a new one."""
        window = self._window
        purpose: Purpose = "start"
        if replacing:
            purpose = "replace" if any(g.nodes for g in window.session.document.project.networks.values()) else "fill"
        self._replacing = replacing
        if not window.shows(self.page):
            self._from = window.shown
        self.page.open(path, window.session.base_dir if replacing else Path.home(), purpose)
        window.show_page(self.page)
        self.page.setFocus()

    # Afterwards

    def _back(self) -> None:
        window = self._window
        if self._from:
            window.go_to(self._from)
        else:
            window.show_page(window.welcome)

    def _accept(self, proposal: Proposal, train: bool, network: bool) -> None:
        if self._replacing:
            self._replace(proposal, network=network)
            return

        def start() -> None:
            self._window.session.new(proposal.project, saved=False)
            if train:
                self._train_when_ready()

        self._window.opening.replace(start, "data")

    def _replace(self, proposal: Proposal, *, network: bool) -> None:
        made, source = proposal.project, proposal.project.data.source
        assert source is not None

        def changed(project: Project) -> Project:
            data = project.data.updated(source=source, target_scaling=made.data.target_scaling)
            if not network:
                return project.updated(data=data)
            networks = {**project.networks, MODEL: made.graph}
            title = project.title or made.title
            return project.updated(title=title, data=data, networks=networks, training=made.training, view=made.view)

        text = self.tr("Use {source}").format(source=told(source.describe()))
        document = self._window.session.document
        if changed(document.project) == document.project:
            self._window.session.reload_data()
        else:
            document.edit(text, changed)
        self._window.go_to("data")

    def _train_when_ready(self) -> None:
        """Trains as soon as the new project's data is there; lets it be when something is in the way."""
        window, session = self._window, self._window.session
        project = session.document.project

        def look() -> None:
            if session.document.project is project and session.data_state == "loading":
                return
            session.checked.disconnect(look)
            if session.document.project is project:
                window.train()

        session.checked.connect(look)
        if session.data_state == "ready":
            look()
