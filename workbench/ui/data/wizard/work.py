"""The work behind the import page: recognising, a look at the beginning, and reading all of it, in worker threads."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QObject, QTimer, Signal

from ....engine.data.head import Head
from ....engine.data.prepare import prepare_beginning
from ....engine.data.prepared import PreparedData
from ....engine.data.recipe import DataRecipe, Progress, Source
from ....engine.data.sighting import Candidate, sight
from ....engine.data.sources.recognise import candidates
from ....engine.errors import DataError
from ....engine.project.baseline import propose
from ....engine.project.proposal import Proposal
from ...jobs import Job, Jobs

Step = Literal["recognising", "looking", "reading", ""]

WAIT_MS = 120
"""Time after a correction before work begins: several in a row are one."""
LINES = 200
"""Lines of a text file that are shown where it can't be read as it is."""


@dataclass(frozen=True)
class Seen:
    """The beginning of the data: as its source reads it, and prepared for showing (None where it can't be or needn't)."""

    head: Head
    prepared: PreparedData | None = None


class ImportWork(QObject):
    """What is known so far of a file or folder. ``changed``: any of it did; the state stands in the attributes.

    Attributes:
        path, base_dir: what is looked at, and the folder of the project that it is for.
        found: the ways to take it, the likeliest first.
        source: how it is read now, corrections included.
        seen: its beginning; kept while a correction is worked on.
        proposal: the project for it, once everything was read as ``source`` says.
        trouble: a sentence about why it can't be used as it is.
        step: what is being done now.
    """

    changed = Signal()

    def __init__(self, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._job: Job | None = None
        self.path, self.base_dir = Path(), Path()
        self.found: tuple[Candidate, ...] = ()
        self.source: Source | None = None
        self._corrected: dict[str, Source] = {}
        self.seen: Seen | None = None
        self.proposal: Proposal | None = None
        self.trouble = ""
        self.step: Step = ""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(WAIT_MS)
        self._timer.timeout.connect(self._look)
        jobs.changed.connect(self._jobs_changed)

    @property
    def share(self) -> float:
        """Share done of what is being done now, 0 where it can't be told."""
        return self._job.share if self._job is not None else 0.0

    @property
    def note(self) -> str:
        """What it says about it."""
        return self._job.note if self._job is not None else ""

    @property
    def seconds_left(self) -> float | None:
        """Estimated seconds to go."""
        return self._job.seconds_left if self._job is not None else None

    def open(self, path: Path, base_dir: Path) -> None:
        """Begins with a file or folder. What was corrected of the same one before is kept."""
        path = path.absolute()
        if (path, base_dir) == (self.path, self.base_dir) and self.source is not None:
            self.again()
            return
        self.stop()
        self.path, self.base_dir = path, base_dir
        self.found, self.source, self.seen, self.proposal = (), None, None, None
        self._corrected.clear()
        self._recognise()

    def again(self) -> None:
        """Looks anew, as after a file was mended; corrections stay."""
        self.stop()
        self.proposal = None
        if self.source is None:
            self._recognise()
        else:
            self._look()

    def choose(self, place: int) -> None:
        """Takes the data as another kind, as it was corrected when it was taken so before."""
        source = self.found[place].source
        self.correct(self._corrected.get(source.kind, source))

    def correct(self, source: Source) -> None:
        """Reads the data in another way from now on."""
        if source == self.source:
            return
        other = self.source is None or source.kind != self.source.kind
        self.stop()
        self.source, self.proposal = source, None
        self._corrected[source.kind] = source
        if other:
            self.seen = None
        self.step = "looking"
        self._timer.start()
        self.changed.emit()

    def stop(self) -> None:
        """Lets go of what is being done."""
        self._timer.stop()
        if self._job is not None:
            self._job.cancel()
            self._job = None
        self.step, self.trouble = "", ""

    def forget(self) -> None:
        """Lets go of the data too, which may be large; how it is to be read stays."""
        self.stop()
        self.seen, self.proposal = None, None

    def _recognise(self) -> None:
        path, base_dir = self.path, self.base_dir

        def done(found: tuple[Candidate, ...]) -> None:
            self.found, self.source = found, found[0].source
            self._look()

        self._start(
            "recognising",
            self.tr("Looking at {name}").format(name=path.name),
            lambda progress: candidates(path, base_dir, progress),
            done,
        )

    def _look(self) -> None:
        source, path, base_dir = self.source, self.path, self.base_dir
        assert source is not None

        def done(seen: Seen) -> None:
            self.seen = seen
            self._read()

        self._start(
            "looking",
            self.tr("Looking at {name}").format(name=path.name),
            lambda progress: _beginning(source, path, base_dir, progress),
            done,
        )

    def _read(self) -> None:
        source, path, base_dir = self.source, self.path, self.base_dir
        assert source is not None

        def done(proposal: Proposal) -> None:
            self.proposal = proposal
            self.changed.emit()

        self._start(
            "reading",
            self.tr("Reading {name}").format(name=path.name),
            lambda progress: propose(source, base_dir, title=path.name.split(".")[0], progress=progress),
            done,
        )

    def _start(self, step: Step, title: str, work: object, done: object) -> None:
        assert callable(work) and callable(done)

        def ended(result: object) -> None:
            self._job, self.step = None, ""
            done(result)

        def failed(sentence: str) -> None:
            self._job, self.step, self.trouble = None, "", sentence
            self.changed.emit()

        self.step, self.trouble = step, ""
        self._job = self._jobs.start(title, work, done=ended, failed=failed)
        self.changed.emit()

    def _jobs_changed(self) -> None:
        if self._job is None:
            return
        if self._job.cancelled:
            # By the user, in the status bar: what this page cancels itself it lets go of at once.
            self._job, self.step, self.trouble = None, "", self.tr("Reading the data was stopped.")
        self.changed.emit()


def _beginning(source: Source, path: Path, base_dir: Path, progress: Progress) -> Seen:
    """The beginning of the data; of text that can't be read as it should be, its lines and why."""
    try:
        head = source.head(progress, base_dir)
    except DataError as error:
        lines = sight(path, base_dir).lines[:LINES]
        if not lines:
            raise
        return Seen(Head(None, cells=tuple((line,) for line in lines), trouble=error))
    if head.raw is None or head.cells:
        return Seen(head)
    try:
        return Seen(head, prepare_beginning(head.raw, DataRecipe(source=source)))
    except DataError as error:
        return Seen(Head(head.raw, head.columns, head.cells, head.guessed, head.whole, error))
