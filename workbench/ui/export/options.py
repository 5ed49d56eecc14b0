"""The left side of the Export stage: what is exported, as what, and where to."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ...engine.export.request import SUFFIXES, ExportFormat
from ...engine.runs.info import RunInfo
from ...engine.runs.store import Which
from ..evaluate.words import run_text
from ..icons import icon
from ..theme import notifier
from ..widgets.editors import Combo
from .words import FORMATS, format_help, format_title


class ExportOptions(QWidget):
    """``run_chosen(str)``: another run. ``changed``: anything else was chosen."""

    run_chosen = Signal(str)
    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("export_options")
        self._base = Path.home()
        self._stem = "network"
        self._own_place = False
        self._run = self._combo("export_run", self.tr("Run"))
        self._run.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._run.setMinimumContentsLength(16)
        self._run.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._which = self._combo("export_weights", self.tr("Weights"))
        self._which.addItem(self.tr("best weights"), "best")
        self._which.addItem(self.tr("last weights"), "last")
        self._which.setToolTip(
            self.tr("Best: of the epoch with the lowest validation loss. Last: as training left them.")
        )
        self.formats: dict[ExportFormat, QRadioButton] = {}
        self._group = QButtonGroup(self)
        self.preprocessing = QCheckBox(self.tr("Include preprocessing"), self)
        self.preprocessing.setObjectName("export_preprocessing")
        self.preprocessing.setChecked(True)
        self._preprocessing_help = self._muted("export_preprocessing_help")
        self.decoder = QCheckBox(self.tr("Only the decoder"), self)
        self.decoder.setObjectName("export_decoder")
        self._decoder_help = self._muted("export_decoder_help")
        self._decoder_help.setText(
            self.tr("The half of the autoencoder that makes samples: latent numbers go in, a new sample comes out.")
        )
        self.offer_decoder(False)
        self.path = QLineEdit(self)
        self.path.setObjectName("export_path")
        self.path.setAccessibleName(self.tr("File to write"))
        self.choose = QPushButton(self.tr("Choose…"), self)
        self.choose.setObjectName("export_choose")
        self.choose.setAccessibleName(self.tr("Choose the file to write"))
        self._place_note = self._muted("export_place_note")
        self._build()
        self._run.currentIndexChanged.connect(lambda _place: self.run_chosen.emit(self.run))
        self._which.currentIndexChanged.connect(self.changed)
        self.preprocessing.toggled.connect(self._explain)
        self.decoder.toggled.connect(lambda _on: self.changed.emit())
        self.path.textEdited.connect(self._typed)
        self.choose.clicked.connect(self._ask)
        notifier.changed.connect(self._tint)
        self._tint()
        self._explain()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._heading(self.tr("Network")))
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._run, 1)
        row.addWidget(self._which)
        column.addLayout(row)
        column.addSpacing(12)
        column.addWidget(self._heading(self.tr("Format")))
        for kind in FORMATS:
            button = QRadioButton(f"{format_title(kind)}  ({SUFFIXES[kind]})", self)
            button.setObjectName(f"export_format_{kind}")
            button.setAccessibleDescription(format_help(kind))
            text = self._muted(f"export_format_{kind}_help")
            text.setText(format_help(kind))
            text.setBuddy(button)
            text.setContentsMargins(26, 0, 0, 4)
            self._group.addButton(button)
            self.formats[kind] = button
            button.toggled.connect(lambda on: self._format_chosen() if on else None)
            column.addWidget(button)
            column.addWidget(text)
        self.formats["onnx"].setChecked(True)
        column.addSpacing(8)
        column.addWidget(self._heading(self.tr("Options")))
        column.addWidget(self.preprocessing)
        self._preprocessing_help.setContentsMargins(26, 0, 0, 0)
        column.addWidget(self._preprocessing_help)
        column.addWidget(self.decoder)
        self._decoder_help.setContentsMargins(26, 0, 0, 0)
        column.addWidget(self._decoder_help)
        column.addSpacing(12)
        column.addWidget(self._heading(self.tr("File")))
        place = QHBoxLayout()
        place.setSpacing(8)
        place.addWidget(self.path, 1)
        place.addWidget(self.choose)
        column.addLayout(place)
        column.addWidget(self._place_note)

    def _combo(self, name: str, title: str) -> QComboBox:
        box = Combo(self)
        box.setObjectName(name)
        box.setAccessibleName(title)
        return box

    def _muted(self, name: str) -> QLabel:
        label = QLabel(self)
        label.setObjectName(name)
        label.setProperty("role", "muted")
        label.setWordWrap(True)
        return label

    def _heading(self, text: str) -> QLabel:
        label = QLabel(text, self)
        label.setProperty("role", "heading")
        return label

    # What is chosen

    @property
    def run(self) -> str:
        """Id of the chosen run, empty for none."""
        return self._run.currentData() or ""

    @property
    def which(self) -> Which:
        """The chosen weights."""
        chosen: Which = self._which.currentData()
        return chosen

    @property
    def format(self) -> ExportFormat:
        """The chosen format."""
        return next(kind for kind, button in self.formats.items() if button.isChecked())

    @property
    def target(self) -> Path | None:
        """The file to write, with its ending; None while nothing is typed."""
        text = self.path.text().strip()
        if not text:
            return None
        path = Path(text).expanduser()
        path = path if path.is_absolute() else self._base / path
        return path if path.suffix else path.with_name(path.name + SUFFIXES[self.format])

    @property
    def part(self) -> Literal["network", "decoder"]:
        """What of the network is exported."""
        return "decoder" if self.decoder.isChecked() and not self.decoder.isHidden() else "network"

    def offer_decoder(self, there: bool) -> None:
        """Whether the chosen run has a decoder that can be exported alone."""
        for widget in (self.decoder, self._decoder_help):
            widget.setVisible(there)

    def set_runs(self, runs: Sequence[RunInfo], selected: str) -> None:
        """The runs that can be exported, newest first; ``selected`` becomes the chosen one."""
        wanted = [(run_text(run), run.id) for run in runs]
        shown = [(self._run.itemText(i), self._run.itemData(i)) for i in range(self._run.count())]
        chosen = selected if any(r.id == selected for r in runs) else self.run
        self._run.blockSignals(True)
        if wanted != shown:
            self._run.clear()
            for text, run in wanted:
                self._run.addItem(text, run)
        self._run.setCurrentIndex(max(self._run.findData(chosen), 0) if wanted else -1)
        self._run.blockSignals(False)

    def propose(self, folder: Path, stem: str) -> None:
        """Where to write unless the user has chosen a place."""
        self._base, self._stem = folder, stem
        if not self._own_place:
            self.path.setText(str(folder / (stem + SUFFIXES[self.format])))
        self._note_place()

    def _format_chosen(self) -> None:
        text = self.path.text()
        old = Path(text).suffix
        if self._own_place and old in SUFFIXES.values():
            self.path.setText(text.removesuffix(old) + SUFFIXES[self.format])
        elif not self._own_place:
            self.path.setText(str(self._base / (self._stem + SUFFIXES[self.format])))
        self._explain()

    def _typed(self, _text: str) -> None:
        self._own_place = True
        self._note_place()
        self.changed.emit()

    def _ask(self) -> None:
        kind = self.format
        chosen, _ = QFileDialog.getSaveFileName(
            self,
            self.tr("Export to"),
            str(self.target or self._base),
            f"{format_title(kind)} (*{SUFFIXES[kind]})",
            options=QFileDialog.Option.DontConfirmOverwrite,
        )
        if chosen:
            self.set_target(Path(chosen))

    def set_target(self, path: Path) -> None:
        """Chooses the file to write."""
        path = path if path.suffix else path.with_name(path.name + SUFFIXES[self.format])
        self.path.setText(str(path))
        self._typed("")

    def refresh(self) -> None:
        """Looks again whether the file is there already."""
        self._note_place()

    def _explain(self) -> None:
        self._preprocessing_help.setText(
            self.tr(
                "The file takes raw values (pixels 0 to 255, table rows as they are) and gives numbers in their own units."
            )
            if self.preprocessing.isChecked()
            else self.tr("Whoever uses the file must scale its input as in training. How is written inside.")
        )
        self._note_place()
        self.changed.emit()

    def _note_place(self) -> None:
        target = self.target
        text = ""
        if target is not None and target.exists():
            text = self.tr("There is such a file; it is replaced once the new one is verified.")
        elif target is not None and not target.parent.is_dir():
            text = self.tr("There is no folder {folder}.").format(folder=target.parent)
        elif target is not None and self.format == "python":
            text = self.tr("The weights go beside it, to {name}.").format(name=target.with_suffix(".safetensors").name)
        self._place_note.setText(text)

    def _tint(self) -> None:
        self.choose.setIcon(icon("folder"))
        self.choose.setIconSize(QSize(16, 16))
        self.path.setMinimumWidth(self.fontMetrics().horizontalAdvance("m" * 12))
        self._run.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
