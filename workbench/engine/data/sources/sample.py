"""Data that needs no file and no network: scikit-learn's built-in sets and small synthetic ones."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Annotated, Any, Literal

import numpy as np
from pydantic import Field

from ...values import Param, register
from ..arrays import real
from ..raw import Array, RawData, RawInput, RawTarget
from ..recipe import Progress, Source
from ..tagged.assemble import assemble_tagged
from ..tagged.code import tagged_code
from ..text.docstrings import LIBRARIES, docstrings
from ..text.encoding import as_texts

SampleName = Literal[
    "digits",
    "iris",
    "wine",
    "breast_cancer",
    "diabetes",
    "line",
    "make_regression",
    "moons",
    "spirals",
    "docstrings",
    "code_tags",
]

SAMPLE_TITLES: dict[str, str] = {
    "digits": "Handwritten digits",
    "iris": "Iris flowers",
    "wine": "Wines",
    "breast_cancer": "Breast cancer",
    "diabetes": "Diabetes progression",
    "line": "A line, y = 3x + noise",
    "make_regression": "Random linear regression",
    "moons": "Two moons",
    "spirals": "Spirals",
    "docstrings": "Which library wrote this?",
    "code_tags": "What is each word of this code?",
}

SAMPLE_NOTES: dict[str, str] = {
    "digits": "1,797 handwritten digits of 8 x 8 pixels (UCI Optical Recognition of Handwritten Digits), grey values scaled from 0...16 to 0...255",
    "iris": "150 iris flowers of 3 species, 4 measures in cm (Fisher, 1936)",
    "wine": "178 wines of 3 cultivars, 13 chemical measures (UCI Wine)",
    "breast_cancer": "569 tumours, 30 measures of cell nuclei (UCI Breast Cancer Wisconsin, Diagnostic)",
    "diabetes": "442 patients, 10 measures in their original units; the progression of diabetes after a year (Efron et al., 2004)",
    "line": "Points of y = 3x + noise with x from -1 to 1",
    "make_regression": "A random linear function of random numbers (sklearn.datasets.make_regression)",
    "moons": "Two interleaved half circles (sklearn.datasets.make_moons)",
    "docstrings": "Docstrings of the libraries that are installed with this program, their names masked, 500 characters at most",
    "code_tags": "Lines of Python code of the libraries that are installed with this program, and what each token is: keyword, call, argument...",
    "spirals": "Interleaved spiral arms in the plane, each a class, one and a half turns and a radius of 3",
}

_SYNTHETIC: dict[str, tuple[str, ...]] = {
    "line": ("samples", "noise", "seed"),
    "make_regression": ("samples", "features", "noise", "seed"),
    "moons": ("samples", "noise", "seed"),
    "spirals": ("samples", "arms", "noise", "seed"),
}


@register("sample")
class SampleSource(Source):
    """Built-in data. Pictures are (N, 8, 8, 1) uint8, tables (N, columns) float32, texts (N,) of str, classes (N,) int64."""

    title = "Built-in sample"

    name: SampleName = Param("digits", help="Which data set.", label="Data set", words=SAMPLE_TITLES)
    samples: Annotated[int, Field(ge=10, le=1_000_000)] = Param(100, help="How many samples are drawn.", unit="samples")
    features: Annotated[int, Field(ge=1, le=1000)] = Param(4, help="Number of columns of the random regression.")
    arms: Annotated[int, Field(ge=2, le=3)] = Param(2, help="Number of spiral arms; each is a class.")
    noise: Annotated[float, Field(ge=0.0, le=1000.0)] = Param(
        0.1, help="Standard deviation of the noise: of the target for regression, of both coordinates for points."
    )
    seed: Annotated[int, Field(ge=0, lt=2**32)] = Param(0, help="Same seed, same data.")

    def describe(self) -> str:
        """The data set's title."""
        return SAMPLE_TITLES[self.name]

    def used_fields(self) -> tuple[str, ...]:
        """The name, and for synthetic data what it is drawn by."""
        return ("name", *_SYNTHETIC.get(self.name, ()))

    def load(self, progress: Progress, base_dir: Path = Path()) -> RawData:
        """Reads or draws the data; ``base_dir`` is not needed."""
        progress(0.0, f"Loading {self.describe()}")
        if self.name == "digits":
            inputs, targets = _digits()
        elif self.name == "line":
            inputs, targets = self._line()
        elif self.name == "make_regression":
            inputs, targets = self._regression()
        elif self.name == "code_tags":
            return replace(
                assemble_tagged(self.describe(), tagged_code(progress), ""), note=SAMPLE_NOTES[self.name], names=()
            )
        elif self.name == "docstrings":
            inputs, targets = _docstrings(progress)
        elif self.name in ("moons", "spirals"):
            inputs, targets = self._moons() if self.name == "moons" else self._spirals()
        else:
            inputs, targets = _table(self.name)
        progress(1.0, f"Loaded {self.describe()}")
        return RawData(self.describe(), inputs, targets, note=SAMPLE_NOTES[self.name])

    # RandomState, not default_rng: its streams never change between versions of numpy.
    def _line(self) -> tuple[dict[str, RawInput], dict[str, RawTarget]]:
        random = np.random.RandomState(self.seed)
        x = random.uniform(-1.0, 1.0, self.samples)
        y = 3.0 * x + random.normal(0.0, self.noise, self.samples)
        return _features(x[:, None], ("x",)), _target(y, "y")

    def _regression(self) -> tuple[dict[str, RawInput], dict[str, RawTarget]]:
        from sklearn.datasets import make_regression

        x, y = make_regression(
            n_samples=self.samples, n_features=self.features, noise=self.noise, random_state=self.seed
        )
        return _features(x, tuple(f"x{i + 1}" for i in range(self.features))), _target(y, "y")

    def _moons(self) -> tuple[dict[str, RawInput], dict[str, RawTarget]]:
        from sklearn.datasets import make_moons

        x, y = make_moons(n_samples=self.samples, noise=self.noise, random_state=self.seed)
        return _features(x, ("x", "y")), _label(y, ("upper", "lower"))

    def _spirals(self) -> tuple[dict[str, RawInput], dict[str, RawTarget]]:
        random = np.random.RandomState(self.seed)
        arm = random.permutation(np.arange(self.samples) % self.arms)
        # The square root spreads the points evenly along the arm, which gets longer with the radius.
        along = np.sqrt(random.uniform(0.02, 1.0, self.samples))
        angle = 3.0 * np.pi * along + 2.0 * np.pi * arm / self.arms
        points = 3.0 * along[:, None] * np.stack([np.cos(angle), np.sin(angle)], axis=1)
        points += random.normal(0.0, self.noise, points.shape)
        return _features(points, ("x", "y")), _label(arm, tuple(f"arm {i + 1}" for i in range(self.arms)))


def _docstrings(progress: Progress) -> tuple[dict[str, RawInput], dict[str, RawTarget]]:
    texts, labels = docstrings(progress)
    kept = sorted(set(labels))
    place = {old: new for new, old in enumerate(kept)}
    values = np.array([place[label] for label in labels])
    return {"text": RawInput("text", as_texts(texts))}, _label(values, tuple(LIBRARIES[k] for k in kept))


def _digits() -> tuple[dict[str, RawInput], dict[str, RawTarget]]:
    from sklearn.datasets import load_digits

    data = load_digits()
    pixels = np.rint(data.images * (255.0 / 16.0)).astype(np.uint8)[..., None]
    return {"image": RawInput("image", pixels)}, _label(data.target, tuple(str(i) for i in range(10)))


def _table(name: str) -> tuple[dict[str, RawInput], dict[str, RawTarget]]:
    from sklearn import datasets

    if name == "diabetes":
        # Unscaled: scikit-learn's scaled columns have seen the test samples.
        data: Any = datasets.load_diabetes(scaled=False)
        return _features(data.data, tuple(data.feature_names)), _target(data.target, "progression")
    data = getattr(datasets, f"load_{name}")()
    classes = tuple(str(c).replace("class_", "cultivar ") for c in data.target_names)
    return _features(data.data, tuple(str(c) for c in data.feature_names)), _label(data.target, classes)


def _features(values: Array, columns: tuple[str, ...]) -> dict[str, RawInput]:
    return {"features": RawInput("table", real(values), columns)}


def _label(values: Array, classes: tuple[str, ...]) -> dict[str, RawTarget]:
    return {"label": RawTarget("classification", values.astype(np.int64), classes=classes)}


def _target(values: Array, name: str) -> dict[str, RawTarget]:
    return {"target": RawTarget("regression", real(values[:, None]), names=(name,))}
