"""Predictions for new samples."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import torch

from ..data.apply import inverse_target
from ..data.labels import THRESHOLD, labels_text
from ..data.new_samples import NewSamples, read_samples, typed_text
from ..data.preprocess import InputPreprocess
from ..data.raw import Array
from ..data.tagged.new_tokens import tokens_in
from ..data.text.encoding import as_texts
from ..errors import DataError
from ..runs.store import RunStore, Which
from .network import BATCH, TrainedNetwork, load_network, told_in_words
from .reconstruction import errors_of, reconstructions
from .scored import class_scores, label_probabilities
from .tagging import SpanAnswer, TokenAnswer, found_spans, piece_answers, pieces


@dataclass(frozen=True)
class Prediction:
    """What a network says about one sample.

    Attributes:
        label: name of the most probable class, or the names of the labels above the threshold, "–" for none; empty for
            the other tasks.
        probabilities: probability by name, in the order of the classes or labels; None for the other tasks and for ``scores``.
        scores: where classes are told by distances from their borders (a support vector machine), that of each class by name,
            above 0 on its side; they are no probabilities. None for all other networks.
        values: predicted numbers by name, in their original units; None but for regression.
        source: where the sample comes from ("digit.png", "flowers.csv row 3").
        labels: the labels above the threshold; None but for multi_label.
        error: how far the sample is from its reconstruction, as in ``Report.errors``; None but for reconstruction.
        reconstruction: what the network makes of the sample, in the data's units, pictures (H, W, C); as ``error``.
        tags: what is said of each token; None but for tagging.
        spans: the spans that the tags stand for.
        target: what was predicted, by its name in the data.
        others: of a network with several Outputs, what the others say.
    """

    label: str = ""
    probabilities: dict[str, float] | None = None
    values: dict[str, float] | None = None
    source: str = ""
    scores: dict[str, float] | None = None
    labels: tuple[str, ...] | None = None
    error: float | None = None
    reconstruction: Array | None = None
    tags: tuple[TokenAnswer, ...] | None = None
    spans: tuple[SpanAnswer, ...] = ()
    target: str = ""
    others: tuple[Prediction, ...] = ()

    @property
    def confidence(self) -> float:
        """Probability of the class; NaN where there is no single one, or only a score."""
        return self.probabilities[self.label] if self.probabilities and self.labels is None else float("nan")

    @property
    def score(self) -> float:
        """Distance of the class from its border; NaN where there is none."""
        return self.scores[self.label] if self.scores else float("nan")

    def dump(self) -> dict[str, Any]:
        """The JSON form; of several Outputs that of the first, and "outputs" with all."""
        if not self.others:
            return self._dump()
        outputs = [{"target": p.target, **p._dump()} for p in (self, *self.others)]
        return {**self._dump(), "target": self.target, "outputs": outputs}

    def _dump(self) -> dict[str, Any]:
        if self.tags is not None:
            return {
                "source": self.source,
                "tokens": [t.text for t in self.tags],
                "tags": [t.said for t in self.tags],
                "confidence": [t.confidence for t in self.tags],
                "spans": [{"kind": s.kind, "first": s.first, "last": s.last, "text": s.text} for s in self.spans],
            }
        if self.labels is not None:
            return {"source": self.source, "labels": list(self.labels), "probabilities": self.probabilities}
        if self.error is not None:
            return {"source": self.source, "error": self.error}
        if self.scores is not None:
            return {"source": self.source, "label": self.label, "score": self.score, "scores": self.scores}
        if self.probabilities is None:
            return {"source": self.source, "values": self.values}
        return {
            "source": self.source,
            "label": self.label,
            "confidence": self.confidence,
            "probabilities": self.probabilities,
        }


class Predictor:
    """Asks a run's network about samples it has never seen. Loading it takes a moment; asking it is quick.

    Args:
        store: the project's runs.
        run: the run's id.
        which: "best" or "last" weights.
        device: where to compute.

    Raises ``TrainingError`` when the run or its weights can't be read.
    """

    def __init__(self, store: RunStore, run: str, which: Which = "best", device: str = "cpu") -> None:
        self.network: TrainedNetwork = load_network(store, run, which, device)

    @property
    def inputs(self) -> dict[str, InputPreprocess]:
        """What each input looks like and how it is scaled, by name: what a form or a file must bring."""
        return self.network.input_preprocess()

    def predict(self, values: Mapping[str, Array], sources: Sequence[str] = ()) -> list[Prediction]:
        """Predictions for raw samples, as ``RawInput.values`` would hold them.

        Args:
            values: by input name, e.g. {"image": (n, H, W, C) uint8} or {"features": (n, columns)}; all of one length.
            sources: where each sample comes from.

        Raises ``DataError`` for values of another shape.
        """
        missing = [name for name in self.network.inputs if name not in values]
        if missing:
            raise DataError(
                f"The values of '{missing[0]}' are missing",
                f"The network takes {', '.join(self.network.inputs)}",
                "Bring them all",
                code="predict.missing_input",
            )
        if self.network.target.task == "tagging":
            return self._tag(values, sources)
        count = len(values[self.network.inputs[0]])
        found: list[Prediction] = []
        for start in range(0, count, BATCH):
            part = {name: values[name][start : start + BATCH] for name in self.network.inputs}
            fed = self.network.feed(part)
            names = [sources[i] if i < len(sources) else "" for i in range(start, min(start + BATCH, count))]
            if self.network.target.task == "reconstruction":
                errors, made = errors_of(self.network, fed), reconstructions(self.network, fed)
                found += [
                    Prediction(source=name, error=float(error), reconstruction=values)
                    for name, error, values in zip(names, errors, made, strict=True)
                ]
                continue
            with told_in_words(self.network):
                logits = [output.float().cpu() for output in self.network.logits(fed)]
            said = [_answers(self.network.of_output(k), output, names) for k, output in enumerate(logits)]
            found += [replace(first, others=tuple(others)) for first, *others in zip(*said, strict=True)]
        return found

    def _tag(self, values: Mapping[str, Array], sources: Sequence[str]) -> list[Prediction]:
        """Tags of sequences, those that are longer than what the network sees in pieces."""
        network = self.network
        how = network.preprocess.inputs[network.target.input].text
        if how is None or len(network.inputs) != 1:
            raise DataError(
                "Only tokens of a text can be tagged one by one",
                f"The network takes {', '.join(network.inputs)}",
                "Evaluate it on a part of its data instead",
                code="predict.tags",
            )
        texts = [tokens_in(str(text), how) for text in values[network.inputs[0]]]
        parts = pieces(texts, how.length)
        answers: list[list[TokenAnswer]] = [[] for _ in texts]
        for start in range(0, len(parts), BATCH):
            some = parts[start : start + BATCH]
            fed = network.feed({network.inputs[0]: as_texts([" ".join(tokens) for _, tokens in some])})
            with told_in_words(network):
                logits = network.logits(fed)[0].float().cpu()
            said = piece_answers(network, logits, [tokens for _, tokens in some])
            for (place, _), tags in zip(some, said, strict=True):
                answers[place] += tags
        classes = network.target.classes
        return [
            Prediction(
                source=sources[k] if k < len(sources) else "",
                tags=tuple(tags),
                spans=found_spans([t.text for t in tags], [t.said for t in tags], classes),
                target=network.target_name,
            )
            for k, tags in enumerate(answers)
        ]

    def read(self, path: Path) -> NewSamples:
        """The samples in a file: a picture, a table with a header, ``.npy`` or ``.npz``. Raises ``DataError``."""
        return read_samples(path, self.network.preprocess)

    def predict_texts(self, texts: Sequence[str]) -> Iterator[tuple[NewSamples, list[Prediction]]]:
        """Each text as a sample and what the network says about it. Raises ``DataError`` for one that takes no texts."""
        for number, text in enumerate(texts, start=1):
            samples = typed_text(text, self.network.preprocess)
            yield samples, self.predict(samples.inputs, [f"text {number}" if len(texts) > 1 else "text"])

    def predict_files(self, paths: Sequence[Path]) -> Iterator[tuple[NewSamples, list[Prediction]]]:
        """The samples of each file and what the network says about them. Raises ``DataError``."""
        for path in paths:
            samples = self.read(path)
            labels = (
                samples.labels
                if samples.labels[0].startswith(path.name)
                else [f"{path.name} {n}" for n in samples.labels]
            )
            yield samples, self.predict(samples.inputs, labels)


def _answers(network: TrainedNetwork, logits: torch.Tensor, sources: list[str]) -> list[Prediction]:
    """What an Output says about each sample."""
    target = network.target
    if target.task == "classification":
        found = _classes(class_scores(network, logits), target.classes, sources, margins=network.margins)
    elif target.task == "multi_label":
        found = _labels(label_probabilities(network, logits), target.classes, sources)
    else:
        numbers = inverse_target(network.activate(network.output, logits).numpy(), target)
        found = _numbers(numbers, target.names or (network.target_name,), sources)
    return [replace(prediction, target=network.target_name) for prediction in found]


def _classes(said: Array, classes: tuple[str, ...], sources: list[str], *, margins: bool) -> list[Prediction]:
    found = []
    for source, best, row in zip(sources, np.argmax(said, axis=1), said, strict=True):
        each = {c: float(p) for c, p in zip(classes, row, strict=True)}
        if margins:
            found.append(Prediction(classes[best], source=source, scores=each))
        else:
            found.append(Prediction(classes[best], each, source=source))
    return found


def _labels(probabilities: Array, labels: tuple[str, ...], sources: list[str]) -> list[Prediction]:
    return [
        Prediction(
            labels_text(labels, row),
            {c: float(p) for c, p in zip(labels, row, strict=True)},
            source=sources[i],
            labels=tuple(c for c, p in zip(labels, row, strict=True) if p > THRESHOLD),
        )
        for i, row in enumerate(probabilities)
    ]


def _numbers(values: Array, names: tuple[str, ...], sources: list[str]) -> list[Prediction]:
    return [
        Prediction(values={n: float(v) for n, v in zip(names, row, strict=True)}, source=sources[i])
        for i, row in enumerate(values)
    ]
