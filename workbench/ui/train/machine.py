"""What the computer is doing: processor and memory, every two seconds while somebody looks, and what a run computes in."""

from __future__ import annotations

import sys
from dataclasses import dataclass

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from ...engine.train.events import RunStarted
from .. import language
from ..words import memory

EVERY_MS = 2000


@dataclass(frozen=True)
class Load:
    """Percent of all cores in use, bytes of this process and of the computer; bytes of the GPU where one is in use."""

    cpu: float
    own: int
    total: int
    gpu_used: int = 0
    gpu_total: int = 0


class MachinePanel(QWidget):
    """CPU, memory and, once torch uses one, the GPU's memory."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("train_machine")
        title = QLabel(self.tr("Machine"))
        title.setProperty("role", "heading")
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(0, 1)
        self._labels: dict[str, tuple[QLabel, QLabel]] = {}
        for row, (key, text) in enumerate(
            (
                ("cpu", self.tr("CPU")),
                ("memory", self.tr("Memory of the program")),
                ("gpu", self.tr("GPU memory")),
                ("computing", self.tr("Precision")),
            )
        ):
            name, value = QLabel(text), QLabel("–")
            name.setProperty("role", "muted")
            value.setObjectName(f"train_machine_{key}")
            value.setAccessibleName(text)
            value.setAlignment(Qt.AlignmentFlag.AlignRight)
            grid.addWidget(name, row, 0)
            grid.addWidget(value, row, 1)
            self._labels[key] = (name, value)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(title)
        layout.addLayout(grid)
        self._why = QLabel()
        self._why.setObjectName("train_machine_why")
        self._why.setProperty("role", "muted")
        self._why.setWordWrap(True)
        layout.addWidget(self._why)
        self._show_row("gpu", False)
        self.show_run(None)
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(self.refresh)

    def refresh(self) -> None:
        """Looks and writes."""
        load = read_load()
        self._labels["cpu"][1].setText(f"{load.cpu:.0f} %")
        used = self.tr("{used} of {total}")
        self._labels["memory"][1].setText(used.format(used=memory(load.own), total=memory(load.total)))
        self._show_row("gpu", load.gpu_total > 0)
        if load.gpu_total:
            text = used.format(used=memory(load.gpu_used), total=memory(load.gpu_total))
            self._labels["gpu"][1].setText(text)

    def show_run(self, started: RunStarted | None) -> None:
        """What the run in front computes in and, where the program chose, why; nothing while there is no run."""
        self._show_row("computing", started is not None)
        self._why.setVisible(started is not None and bool(started.reasons))
        if started is None:
            return
        layout = self.tr("channels last") if started.memory_format == "channels_last" else ""
        self._labels["computing"][1].setText(" · ".join(part for part in (started.precision, layout) if part))
        self._why.setText(" ".join(language.told(reason) for reason in started.reasons))

    def _show_row(self, key: str, on: bool) -> None:
        for label in self._labels[key]:
            label.setVisible(on)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # Not at once: the first look imports psutil and measures nothing.
        QTimer.singleShot(300, self, self.refresh)
        self._timer.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._timer.stop()


def read_load() -> Load:
    """The computer's load since the last call."""
    import psutil

    cpu, own = psutil.cpu_percent(None), psutil.Process().memory_info().rss
    total = psutil.virtual_memory().total
    torch = sys.modules.get("torch")
    # Never makes torch wake a GPU that training doesn't use.
    cuda = getattr(torch, "cuda", None)
    if cuda is not None and cuda.is_initialized():
        free, whole = cuda.mem_get_info()
        return Load(cpu, own, total, whole - free, whole)
    return Load(cpu, own, total)
