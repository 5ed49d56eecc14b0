"""How the selected layer is trained: frozen, at a learning rate of its own, begun in its own way."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from ...engine.train.layerwise import AS_ALL, LayerTraining, with_layer
from ..document import Document
from ..widgets.form import Form


class LayerTrainingSection(QWidget):
    """Edits what ``project.training.layers`` says about one node; every committed field is one undo step."""

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.document = document
        self.node = ""
        self.setObjectName("layer_training")
        title = QLabel(self.tr("Training"))
        title.setProperty("role", "muted")
        self.form = Form(resettable=True)
        self.form.setObjectName("layer_training_form")
        self.form.edited.connect(self._edited)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        line = QFrame()
        line.setProperty("role", "separator")
        column.addWidget(line)
        column.addWidget(title)
        column.addWidget(self.form)

    def show_node(self, node: str) -> None:
        """Shows how a node is trained."""
        self.node = node
        self.form.set_value(self.document.project.training.layers.get(node, AS_ALL), "layers")

    def _edited(self, path: str, _value: object) -> None:
        node, how = self.node, self.form.value
        if node not in self.document.graph.by_id or not isinstance(how, LayerTraining):
            return
        name = self.document.graph.by_id[node].name
        self.document.edit(
            self.tr("Change the training of {0}").format(name),
            lambda project: project.updated(
                training=project.training.updated(layers=with_layer(project.training.layers, node, how))
            ),
            merge=f"{node}/{path}" if self.form.stepping else "",
        )
