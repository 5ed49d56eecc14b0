"""Which networks a GAN trains: what there is to choose from, and a notice where one is missing."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from ...engine.document import Project
from ...engine.graph.problems import Remedy
from ...engine.project.first_network.gans import made_of, with_gan, with_roles
from ...engine.project.settings import apply_setting
from ...engine.train.gan.check import role_problems
from ...engine.train.gan.choices import recorded_numbers
from ...engine.train.gan.recipe import GanAim
from ...engine.train.stopping import Stopping
from ..language import told
from ..session import Session
from ..widgets.notice import Notice
from .words import series_word


def role_choices(project: Project) -> dict[str, list[tuple[str, str]]]:
    """Titles and names of the networks that can play each role of a GAN; empty for other objectives."""
    aim = project.training.objective
    if not isinstance(aim, GanAim):
        return {}
    missing = QCoreApplication.translate("Train", "{name} (missing)")
    found = {}
    for role, name in aim.roles.items():
        found[role] = [(other, other) for other in project.networks]
        if name not in project.networks:
            found[role].append((missing.format(name=name), name))
    return found


def monitored(aim: GanAim, watched: str) -> list[tuple[str, str]]:
    """Titles and names of what early stopping can watch; the usual name stands for the distance."""
    first, *others = recorded_numbers(aim)
    usual = Stopping().monitor
    names = [usual if watched != first else first, *others]
    if watched not in names:
        names.append(watched)
    return [(series_word(first if name == usual else name), name) for name in names]


class RolesNotice(Notice):
    """Tells that a role has no network of its own, with what mends it. Follows the document."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__("train_roles", parent)
        self.session = session
        session.document.changed.connect(lambda _before, _after: self.refresh())
        session.data_changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Looks at the project as it is now."""
        project = self.session.document.project
        problems = list(role_problems(project)) if isinstance(project.training.objective, GanAim) else []
        if not problems:
            self.say("")
            return
        cures = [(cure.label, partial(self._mend, cure)) for problem in problems for cure in problem.remedies]
        if made_of(self.session.facts) is not None and any(p.code == "training.gan_missing" for p in problems):
            cures.insert(0, (self.tr("Add what is missing"), self._add))
        self.say("\n".join(told(problem) for problem in problems), "danger", cures)

    def _mend(self, cure: Remedy) -> None:
        self.session.document.edit(told(cure.label), lambda p: apply_setting(p, cure.path, cure.value))

    def _add(self) -> None:
        """Networks for the data, under the names that are missing; in a project without any the settings that suit them."""
        facts = self.session.facts
        spec = made_of(facts)
        if spec is None:
            return  # the data has just changed
        project, data = self.session.document.project, self.session.data
        both = not any(name in project.networks for name in project.roles.values())
        samples = len(data.splits.get("train", ())) if data is not None else 0
        self.session.document.edit(
            self.tr("Add the networks of a GAN"),
            lambda p: with_gan(p, facts, samples) if both else with_roles(p, spec),
        )
