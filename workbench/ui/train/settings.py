"""The training recipe as a form, in the side panel."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from ...engine.check_training import recorded_numbers
from ...engine.document import Project
from ...engine.fields import FieldSpec
from ...engine.train.gan.recipe import GanAim
from ...engine.train.metrics import METRICS
from ...engine.train.objectives import resolve
from ...engine.train.rate_curve import is_steady, rate_curve
from ...engine.train.recipe import Loss, TrainingRecipe
from ..language import told
from ..session import Session
from ..widgets.notice import Notice, Tone
from ..widgets.parse import field_word
from ..widgets.sections import SectionedForm
from .rate_plot import RatePlot
from .roles import RolesNotice, monitored, role_choices
from .run_note import RunNote
from .words import series_word

ROOT = "training"
PLACE = "training/"
"""What stands before a section's title in the preferences."""

FIRST = ("Goal and loss", "Optimiser", "Schedule")
"""Sections that are open until the user folds them."""


class SettingsPanel(QWidget):
    """Edits ``project.training`` through the document: every committed field is one undo step."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.setObjectName("train_settings")
        title = QLabel(self.tr("Settings"))
        title.setProperty("role", "heading")
        self.note = RunNote(session)
        self.advice = Notice("train_advice")
        kept = session.preferences.value.unfolded
        unfolded = {title: kept.get(PLACE + title, title in FIRST) for title in TrainingRecipe.sections}
        self.form = SectionedForm(TrainingRecipe, self, offer=self._offered, unfolded=unfolded)
        self.form.setObjectName("train_form")
        self.form.edited.connect(self._edit)
        self.form.folded.connect(self._remember)
        self.rate_plot = RatePlot()
        self.form.sections["Schedule"].add(self.rate_plot)
        self.roles = RolesNotice(session)
        self.form.sections["Goal and loss"].add(self.roles)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(title)
        layout.addWidget(self.note)
        layout.addWidget(self.advice)
        layout.addWidget(self.form)
        session.document.changed.connect(self._follow)
        session.data_changed.connect(self._show)
        session.checked.connect(self._advise)
        session.checked.connect(self._offer_numbers)
        self._show()
        self._advise()
        self._offer_numbers()

    def focus_field(self, path: str) -> None:
        """Puts the cursor into a setting, by its path without "training."."""
        self.form.focus_field(path)

    def _offered(self, spec: FieldSpec) -> Iterable[str]:
        """Losses of another task are left out; everything else is offered."""
        assert spec.family is not None
        target = self.session.facts.target() if self.session.facts is not None else None
        for kind, member in spec.family.members.items():
            tasks = getattr(member, "tasks", ()) if issubclass(spec.family, Loss) else ()
            if target is None or not tasks or target.task in tasks:
                yield kind

    def _offer_numbers(self) -> None:
        """What can be monitored, once it is known what epochs record."""
        session, project = self.session, self.session.document.project
        form = self.form.sections["Stopping"].form
        aim = project.training.objective
        if isinstance(aim, GanAim):
            form.set_choices("monitor", monitored(aim, project.training.stopping.monitor))
            form.set_value(project.training, ROOT)
            return
        objective = None
        if session.facts is not None:
            objective, _ = resolve(project.graph, session.inference, session.facts, project.training)
        names = list(recorded_numbers(objective)) if objective is not None else []
        if names and project.training.stopping.monitor not in names:
            names.append(project.training.stopping.monitor)
        form.set_choices("monitor", [(series_word(name), name) for name in names])
        form.set_value(project.training, ROOT)

    def _edit(self, path: str, _value: object) -> None:
        recipe = self.form.value
        words = self.tr("Change {field}").format(field=field_word(path))
        if path == ROOT:
            words = self.tr("Put settings back to their defaults")
        self.session.document.edit(
            words,
            lambda project: project.updated(training=recipe),
            merge=path if self.form.stepping else "",
        )

    def _follow(self, before: Project, after: Project) -> None:
        if before.training is not after.training or before.networks.keys() != after.networks.keys():
            self._show()

    def _show(self) -> None:
        target = self.session.facts.target() if self.session.facts is not None else None
        if target is not None:
            self.form.set_choices("metrics", METRICS[target.task])
        for role, choices in role_choices(self.session.document.project).items():
            self.form.set_choices(role, choices)
        self.form.set_value(self.session.document.project.training, ROOT)
        self._draw()

    def _draw(self) -> None:
        """The learning rate over the run, where it changes."""
        recipe = self.session.document.project.training
        steady = is_steady(recipe)
        self.rate_plot.set_curve(None if steady else rate_curve(recipe, self._steps_per_epoch()))
        self.rate_plot.setVisible(not steady)

    def _steps_per_epoch(self) -> int:
        """0 while the data isn't known."""
        data = self.session.data
        count = len(data.splits.get("train", ())) if data is not None else 0
        return -(-count // self.session.document.project.training.batch_size)

    def _remember(self, title: str, on: bool) -> None:
        preferences = self.session.preferences
        preferences.remember(unfolded={**preferences.value.unfolded, PLACE + title: on})

    def _advise(self) -> None:
        """What is likely a mistake in these settings; what keeps the project from training stands beside Train."""
        mine = [
            p
            for p in self.session.inference.problems
            if p.code.startswith("training.") and p.node is None and p.severity != "error"
        ]
        tone: Tone = "warning" if any(p.severity == "warning" for p in mine) else "info"
        self.advice.say("\n".join(told(p) for p in mine), tone)
