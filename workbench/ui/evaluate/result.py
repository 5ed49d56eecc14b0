"""What the network says about one sample: class and probabilities, or numbers."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ...engine.data.pictures import as_picture
from ...engine.data.preprocess import Preprocess
from ..widgets.charts import ShareBars
from ..widgets.numbers import number_text, share_text
from ..widgets.thumbnails import picture
from .ask import Answer

MOST_BARS = 10
PICTURE_SIDE = 120


class AnswerView(QWidget):
    """The first prediction of an answer, with the picture that the network saw."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("evaluate_answer")
        self.picture = QLabel(self)
        self.picture.setObjectName("evaluate_seen")
        self.picture.setAccessibleName(self.tr("What the network sees"))
        caption = QLabel(self.tr("What the network sees"), self)
        caption.setProperty("role", "muted")
        caption.setWordWrap(True)
        self._seen = QWidget(self)
        seen = QVBoxLayout(self._seen)
        seen.setContentsMargins(0, 0, 0, 0)
        seen.setSpacing(4)
        seen.addWidget(self.picture)
        seen.addWidget(caption)
        self.label = QLabel(self)
        self.label.setObjectName("evaluate_answer_label")
        self.label.setWordWrap(True)
        self.label.setStyleSheet("font-size: 24px; font-weight: 600;")
        self.detail = QLabel(self)
        self.detail.setObjectName("evaluate_answer_detail")
        self.detail.setWordWrap(True)
        self.truth = QLabel(self)
        self.truth.setObjectName("evaluate_answer_truth")
        self.truth.setWordWrap(True)
        words = QVBoxLayout()
        words.setSpacing(4)
        for item in (self.label, self.detail, self.truth):
            words.addWidget(item)
        words.addStretch(1)
        top = QHBoxLayout()
        top.setSpacing(16)
        top.addWidget(self._seen, 0, Qt.AlignmentFlag.AlignTop)
        top.addLayout(words, 1)
        self.bars = ShareBars("evaluate_probabilities", self)
        self.bars.setAccessibleName(self.tr("Class probabilities"))
        self.notes = QLabel(self)
        self.notes.setObjectName("evaluate_answer_notes")
        self.notes.setProperty("role", "muted")
        self.notes.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addLayout(top)
        layout.addWidget(self.bars)
        layout.addWidget(self.notes)

    def show_answer(self, answer: Answer, preprocess: Preprocess) -> None:
        """Shows the first sample's prediction."""
        prediction = answer.predictions[0]
        self._show_seen(answer, preprocess)
        if prediction.probabilities is not None:
            self.label.setText(prediction.label)
            self.detail.setText(self.tr("{share} certain").format(share=share_text(prediction.confidence)))
            ranked = sorted(prediction.probabilities.items(), key=lambda item: -item[1])
            shown = ranked[:MOST_BARS]
            if len(ranked) > MOST_BARS:
                rest = sum(share for _, share in ranked[MOST_BARS:])
                shown.append((self.tr("{count} others").format(count=len(ranked) - MOST_BARS), rest))
            self.bars.set_shares(shown)
        else:
            values = prediction.values or {}
            self.label.setText(", ".join(number_text(v) for v in values.values()))
            self.detail.setText(", ".join(values))
        self.bars.setVisible(prediction.probabilities is not None)
        right = answer.truth == prediction.label
        if not answer.truth:
            text = ""
        elif prediction.probabilities is None:
            text = self.tr("true value: {truth}").format(truth=answer.truth)
        else:
            text = self.tr("✓ true class: {truth}") if right else self.tr("✗ true class: {truth}")
            text = text.format(truth=answer.truth)
        self.truth.setText(text)
        self.truth.setVisible(bool(text))
        self.notes.setText(" ".join(answer.notes))
        self.notes.setVisible(bool(answer.notes))

    def _show_seen(self, answer: Answer, preprocess: Preprocess) -> None:
        name, how = next(iter(preprocess.inputs.items()))
        self._seen.setVisible(how.kind == "image")
        if how.kind == "image":
            values = as_picture(answer.inputs[name][0], how.pixel_range)
            self.picture.setPixmap(picture(values, PICTURE_SIDE, self.devicePixelRatioF()))
