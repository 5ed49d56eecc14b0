"""What the network says about one sample: class and probabilities, or numbers."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ...engine.data.labels import THRESHOLD
from ...engine.data.pictures import as_picture
from ...engine.data.preprocess import Preprocess
from ..widgets.charts import ShareBars
from ..widgets.numbers import number_text, share_text
from ..widgets.thumbnails import picture
from .ask import Answer
from .tagged import TagsAnswer, tags_told

if TYPE_CHECKING:
    from ...engine.evaluate.predict import Prediction

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
        self.made = QLabel(self)
        self.made.setObjectName("evaluate_made")
        self.made.setAccessibleName(self.tr("What it makes of it"))
        made_caption = QLabel(self.tr("What it makes of it"), self)
        made_caption.setProperty("role", "muted")
        made_caption.setWordWrap(True)
        self._made = QWidget(self)
        made = QVBoxLayout(self._made)
        made.setContentsMargins(0, 0, 0, 0)
        made.setSpacing(4)
        made.addWidget(self.made)
        made.addWidget(made_caption)
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
        top.addWidget(self._made, 0, Qt.AlignmentFlag.AlignTop)
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
        self.tags = TagsAnswer(self)
        layout.addWidget(self.tags)
        layout.addWidget(self.bars)
        layout.addWidget(self.notes)

    def show_answer(self, answer: Answer, preprocess: Preprocess) -> None:
        """Shows the first sample's prediction."""
        prediction = answer.predictions[0]
        large, wrong = True, 0
        self._show_seen(answer, preprocess)
        if prediction.error is not None:
            self.label.setText(number_text(prediction.error, 3))
            self.detail.setText(
                self.tr("mean absolute error of the reconstruction, in pixel values")
                if prediction.reconstruction is not None and prediction.reconstruction.ndim == 3
                else self.tr("mean absolute error of the reconstruction, in deviations")
            )
        elif prediction.labels is not None:
            self.label.setText(prediction.label if prediction.labels else self.tr("no label"))
            large = len(prediction.labels) <= 1
            self.detail.setText(self.tr("what is more than 50 % likely"))
            self._show_shares(prediction.probabilities or {}, rest=False)
        elif prediction.scores is not None:
            self.label.setText(prediction.label)
            rest = sorted(prediction.scores.items(), key=lambda item: -item[1])[1:3]
            self.detail.setText(
                self.tr("score {score} ({others}): a distance from the border of the class, not a probability").format(
                    score=number_text(prediction.score, 3),
                    others=", ".join(f"{name} {number_text(score, 3)}" for name, score in rest),
                )
            )
        elif prediction.tags is not None:
            classes = next((t.classes for t in preprocess.targets.values() if t.task == "tagging"), ())
            chips = self.tags.show_tags(prediction.tags, prediction.spans, classes, answer.truth.split(" "))
            wrong = sum(bool(chip.said) for chip in chips)
            self.detail.setText(tags_told(chips))
        elif prediction.probabilities is not None:
            self.label.setText(prediction.label)
            self.detail.setText(self.tr("{share} certain").format(share=share_text(prediction.confidence)))
            self._show_shares(prediction.probabilities, rest=True)
        else:
            values = prediction.values or {}
            self.label.setText(", ".join(number_text(v) for v in values.values()))
            self.detail.setText(", ".join(values))
        self.tags.setVisible(prediction.tags is not None)
        self.label.setVisible(prediction.tags is None)
        self.label.setStyleSheet(f"font-size: {24 if large else 17}px; font-weight: 600;")
        self.bars.setVisible(prediction.probabilities is not None)
        right = answer.truth == prediction.label
        if prediction.others:
            lines = [f"{other.target}: {self._other(other)}" for other in prediction.others]
            self.detail.setText("\n".join([f"{prediction.target} · {self.detail.text()}", *lines]))
        if not answer.truth:
            text = ""
        elif prediction.others:
            text = self.tr("true: {truth}").format(truth=answer.truth)
        elif prediction.labels is not None:
            text = self.tr("✓ true labels: {truth}") if right else self.tr("✗ true labels: {truth}")
            text = text.format(truth=answer.truth)
        elif prediction.tags is not None:
            text = (
                self.tr("✗ wrong tags: {wrong}; framed: true tag → given tag")
                if wrong
                else self.tr("✓ all tags are right")
            )
            text = text.format(wrong=wrong)
        elif prediction.probabilities is None and prediction.scores is None:
            text = self.tr("true value: {truth}").format(truth=answer.truth)
        else:
            text = self.tr("✓ true class: {truth}") if right else self.tr("✗ true class: {truth}")
            text = text.format(truth=answer.truth)
        self.truth.setText(text)
        self.truth.setVisible(bool(text))
        self.notes.setText(" ".join(answer.notes))
        self.notes.setVisible(bool(answer.notes))

    def _other(self, prediction: Prediction) -> str:
        """What another Output says, in a line."""
        if prediction.values is not None:
            return ", ".join(number_text(v) for v in prediction.values.values())
        if prediction.labels is not None:
            return prediction.label
        if prediction.scores is not None:
            return f"{prediction.label} ({number_text(prediction.score, 3)})"
        return f"{prediction.label} ({share_text(prediction.confidence)})"

    def _show_shares(self, probabilities: Mapping[str, float], *, rest: bool) -> None:
        """The largest probabilities as bars; ``rest``: the others add up to something that means anything."""
        ranked = sorted(probabilities.items(), key=lambda item: -item[1])
        shown = ranked[:MOST_BARS]
        if rest and len(ranked) > MOST_BARS:
            others = sum(share for _, share in ranked[MOST_BARS:])
            shown.append((self.tr("{count} others").format(count=len(ranked) - MOST_BARS), others))
        self.bars.set_shares(shown, None if rest else THRESHOLD)

    def _show_seen(self, answer: Answer, preprocess: Preprocess) -> None:
        name, how = next(iter(preprocess.inputs.items()))
        self._seen.setVisible(how.kind == "image")
        made = answer.predictions[0].reconstruction
        self._made.setVisible(how.kind == "image" and made is not None)
        if how.kind == "image" and made is not None:
            self.made.setPixmap(picture(as_picture(made, how.pixel_range), PICTURE_SIDE, self.devicePixelRatioF()))
        if how.kind == "image":
            values = as_picture(answer.inputs[name][0], how.pixel_range)
            self.picture.setPixmap(picture(values, PICTURE_SIDE, self.devicePixelRatioF()))
