"""Small tagged text for tests: names of people and places whose tags hang on what stands around them."""

from __future__ import annotations

import random
from pathlib import Path

from trained import Trained, train

from workbench.engine.project.baseline import project_from_data
from workbench.engine.project.settings import apply_settings

Sentence = list[tuple[str, str]]


def sentences(count: int = 120, seed: int = 0) -> list[Sentence]:
    """Sentences of 4 to 8 tokens; "Paris" is a person before a verb and a place behind "in"."""
    draw = random.Random(seed)
    made: list[Sentence] = []
    for _ in range(count):
        one: Sentence = [(draw.choice(["Paris", "John", "Mary"]), "B-PER")]
        if draw.random() < 0.4:
            one.append((draw.choice(["Smith", "Li"]), "I-PER"))
        one += [(draw.choice(["lives", "works"]), "O"), ("in", "O")]
        one += (
            [("New", "B-LOC"), ("York", "I-LOC")]
            if draw.random() < 0.3
            else [(draw.choice(["Paris", "Rome"]), "B-LOC")]
        )
        if draw.random() < 0.5:
            one.append((f"n{draw.randrange(60)}", "O"))
        made.append([*one, (".", "O")])
    return made


def conll(found: list[Sentence], middle: str = " N ") -> str:
    """Sentences as CoNLL writes them."""
    return "\n".join("".join(f"{token}{middle}{tag}\n" for token, tag in one) for one in found)


def written(folder: Path, name: str = "names.conll", count: int = 120) -> Path:
    path = folder / name
    path.write_text(conll(sentences(count)), encoding="utf-8")
    return path


def trained_tagger(folder: Path, *settings: str) -> Trained:
    """The proposed network for the sentences, trained for a few epochs."""
    project, _ = project_from_data(written(folder, count=160), folder)
    settings = settings or ("training.epochs=6", "training.learning_rate=0.02")
    return train(apply_settings(project, settings), folder / "names.nnwb")
