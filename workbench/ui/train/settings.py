"""The training recipe as a form, in the side panel."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from ...engine.document import Project
from ...engine.fields import FieldSpec
from ...engine.train.recipe import Loss
from ..session import Session
from ..widgets.form import Form
from ..widgets.parse import field_word


class SettingsPanel(QWidget):
    """Edits ``project.training`` through the document: every committed field is one undo step."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.setObjectName("train_settings")
        title = QLabel(self.tr("Settings"))
        title.setProperty("role", "heading")
        self.note = QLabel(self.tr("A run is in progress. Changes count for the next one."))
        self.note.setObjectName("train_settings_note")
        self.note.setProperty("role", "muted")
        self.note.setWordWrap(True)
        self.form = Form(self, offer=self._offered)
        self.form.setObjectName("train_form")
        self.form.edited.connect(self._edit)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(title)
        layout.addWidget(self.note)
        layout.addWidget(self.form)
        session.document.changed.connect(self._follow)
        session.run_state_changed.connect(self._tell)
        session.data_changed.connect(self._show)
        self._show()
        self._tell()

    def _offered(self, spec: FieldSpec) -> Iterable[str]:
        """Losses of another task are left out; everything else is offered."""
        assert spec.family is not None
        target = self.session.facts.target() if self.session.facts is not None else None
        for kind, member in spec.family.members.items():
            tasks = getattr(member, "tasks", ()) if issubclass(spec.family, Loss) else ()
            if target is None or not tasks or target.task in tasks:
                yield kind

    def _edit(self, path: str, _value: object) -> None:
        recipe = self.form.value
        label = field_word(path)
        self.session.document.edit(
            self.tr("Change {field}").format(field=label),
            lambda project: project.updated(training=recipe),
            merge=path if self.form.stepping else "",
        )

    def _follow(self, before: Project, after: Project) -> None:
        if before.training is not after.training:
            self._show()

    def _show(self) -> None:
        self.form.set_value(self.session.document.project.training, "training")

    def _tell(self) -> None:
        self.note.setVisible(self.session.run_state != "idle")
