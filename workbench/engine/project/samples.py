"""Starter projects: small, quick to train, and each a good first example of its kind."""

from __future__ import annotations

import difflib
import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal

from ..data.recipe import DataRecipe, Source
from ..data.text.recipe import TextRecipe
from ..document import MODEL, Project, View
from ..errors import ProjectError
from ..graph import edits
from ..graph.layer import Layer
from ..graph.layout import auto_layout
from ..graph.model import Graph, Link
from ..shapes import Task
from ..train.recipe import FOR_NEW_PROJECTS, TrainingRecipe


@dataclass(frozen=True)
class Sample:
    """A starter project.

    Attributes:
        id: permanent name on the command line.
        title: name in lists.
        task: what it learns.
        description: one sentence for the welcome page.
    """

    id: str
    title: str
    task: Task | Literal["generation"]
    description: str
    _content: Callable[[], tuple[Graph | dict[str, Graph], DataRecipe, TrainingRecipe]]

    def project(self) -> Project:
        """The project; the same value, node ids included, each time."""
        made, data, training = self._content()
        several = made if isinstance(made, dict) else {MODEL: made}
        networks = {
            name: with_fixed_ids(graph, self.id if name == MODEL else f"{self.id}/{name}")
            for name, graph in several.items()
        }
        return Project(
            title=self.title,
            notes=self.description,
            networks=networks,
            data=data,
            training=training.updated(**FOR_NEW_PROJECTS),
            view=View(positions={i: place for graph in networks.values() for i, place in auto_layout(graph).items()}),
        )


def sample(sample_id: str) -> Sample:
    """The sample with this id; raises ``ProjectError`` that names the nearest one."""
    for candidate in SAMPLES:
        if candidate.id == sample_id:
            return candidate
    known = [s.id for s in SAMPLES]
    near = difflib.get_close_matches(sample_id.lower(), known, n=1)
    raise ProjectError(
        f"There is no sample '{sample_id}'",
        f"Did you mean '{near[0]}'?" if near else f"The samples are {', '.join(known)}",
        "'workbench samples' lists them",
        code="project.no_sample",
        values={"sample": sample_id},
    )


def with_fixed_ids(graph: Graph, seed: str) -> Graph:
    """The graph with ids that follow from ``seed`` and each node's place, so that the same content gives the same file."""
    fixed = {
        node.id: hashlib.sha256(f"{seed}/{place}".encode()).hexdigest()[:8] for place, node in enumerate(graph.nodes)
    }
    return Graph(
        nodes=tuple(node.updated(id=fixed[node.id]) for node in graph.nodes),
        links=tuple(k.updated(source=fixed[k.source], target=fixed[k.target]) for k in graph.links),
    )


def _chain(*layers: Layer | tuple[str, dict[str, Any]] | str) -> Graph:
    made = [
        entry
        if isinstance(entry, Layer)
        else edits.make_layer(entry)
        if isinstance(entry, str)
        else edits.make_layer(entry[0], **entry[1])
        for entry in layers
    ]
    return edits.chain(*made)


def _dense(units: int) -> Layer:
    return edits.make_layer("dense", units=units)


def _input(*shape: int) -> Layer:
    return edits.make_layer("input", shape=shape)


def _conv(filters: int) -> Layer:
    return edits.make_layer("conv2d", filters=filters, kernel_size=3, padding="same")


def _data(kind: str, scaling: str = "auto", target_scaling: str = "none", **fields: Any) -> DataRecipe:
    source = Source.members[kind].model_validate(fields)
    return DataRecipe.model_validate({"source": source, "scaling": scaling, "target_scaling": target_scaling})


def _training(**fields: Any) -> TrainingRecipe:
    return TrainingRecipe.model_validate(fields)


def _digits_mlp() -> tuple[Graph, DataRecipe, TrainingRecipe]:
    graph = _chain(_input(1, 8, 8), "flatten", _dense(64), "relu", _dense(64), "relu", _dense(10), "output")
    return graph, _data("sample", name="digits"), _training(batch_size=32, epochs=20)


def _digits_cnn() -> tuple[Graph, DataRecipe, TrainingRecipe]:
    graph = _chain(
        _input(1, 8, 8),
        _conv(32),
        "relu",
        "max_pool2d",
        _conv(64),
        "relu",
        "max_pool2d",
        "flatten",
        _dense(10),
        "output",
    )
    # Decay keeps 21,000 weights from learning 1,257 pictures by heart: it is worth a percent on the test split.
    training = _training(optimizer="adamw", weight_decay=0.5, learning_rate=0.004, batch_size=64, epochs=25)
    return graph, _data("sample", name="digits"), training


def _line_regression() -> tuple[Graph, DataRecipe, TrainingRecipe]:
    # Without scaling the one weight is the slope itself, so that one can see it reach 3.
    graph = _chain(_input(1), _dense(1), "output")
    training = _training(optimizer="sgd", learning_rate=0.01, batch_size=8, epochs=100)
    return graph, _data("sample", scaling="none", name="line"), training


def _make_regression() -> tuple[Graph, DataRecipe, TrainingRecipe]:
    graph = _chain(_input(4), _dense(1), "output")
    data = _data("sample", target_scaling="standard", name="make_regression")
    return graph, data, _training(learning_rate=0.02, batch_size=16, epochs=60)


def _diabetes_mlp() -> tuple[Graph, DataRecipe, TrainingRecipe]:
    graph = _chain(_input(10), _dense(32), "relu", _dense(16), "relu", _dense(1), "output")
    data = _data("sample", name="diabetes", target_scaling="standard")
    return graph, data, _training(optimizer="adamw", weight_decay=3.0, batch_size=32, epochs=40)


def _breast_cancer_logistic() -> tuple[Graph, DataRecipe, TrainingRecipe]:
    graph = _chain(_input(30), _dense(1), "output")
    return graph, _data("sample", name="breast_cancer"), _training(learning_rate=0.01, batch_size=32, epochs=40)


def _breast_cancer_svm() -> tuple[Graph, DataRecipe, TrainingRecipe]:
    graph = _chain(_input(30), _dense(1), "output")
    training = _training(loss="hinge", weight_decay=0.01, learning_rate=0.01, batch_size=32, epochs=40)
    return graph, _data("sample", name="breast_cancer"), training


def _digits_svm() -> tuple[Graph, DataRecipe, TrainingRecipe]:
    features = edits.make_layer("fourier_features", features=1000)
    graph = _chain(_input(1, 8, 8), "flatten", features, _dense(10), "output")
    training = _training(loss="squared_hinge", weight_decay=1e-4, learning_rate=0.01, batch_size=64, epochs=30)
    return graph, _data("sample", name="digits"), training


def _docstrings_cnn() -> tuple[Graph, DataRecipe, TrainingRecipe]:
    # The libraries' versions differ: length and vocabulary are set, so that the network fits whatever the docstrings are.
    text = TextRecipe(tokens="word", vocabulary=4000, length=64)
    graph = _chain(
        edits.make_layer("input", shape=(64,), dtype="int64"),
        edits.make_layer("embedding", vocabulary=4000, dimensions=64, padding_id=0),
        edits.make_layer("dropout", rate=0.5),
        edits.make_layer("conv1d", filters=64, kernel_size=3),
        "relu",
        "global_max_pool",
        edits.make_layer("dropout", rate=0.5),
        _dense(5),
        "output",
    )
    training = _training(optimizer="adamw", weight_decay=0.1, learning_rate=0.004, batch_size=32, epochs=15)
    return graph, _data("sample", name="docstrings").updated(text=text), training


def _code_tags() -> tuple[Graph, DataRecipe, TrainingRecipe]:
    # As above. Capitals tell classes.
    text = TextRecipe(lower=False, vocabulary=2000, length=24)
    graph = _chain(
        edits.make_layer("input", shape=(24,), dtype="int64"),
        edits.make_layer("embedding", vocabulary=2000, dimensions=48, padding_id=0),
        edits.make_layer("lstm", units=48, bidirectional=True, return_sequences=True),
        edits.make_layer("dropout", rate=0.3),
        _dense(12),
        "output",
    )
    training = _training(optimizer="adamw", learning_rate=0.006, batch_size=64, epochs=6)
    return graph, _data("sample", name="code_tags").updated(text=text), training


def _iris_mlp() -> tuple[Graph, DataRecipe, TrainingRecipe]:
    graph = _chain(_input(4), _dense(16), "relu", _dense(3), "output")
    return graph, _data("sample", name="iris"), _training(learning_rate=0.01, batch_size=16, epochs=60)


def _digits_vae() -> tuple[Graph, DataRecipe, TrainingRecipe]:
    graph = _chain(_input(1, 8, 8), "flatten", _dense(128), "relu", _dense(8))
    body, mean = graph.by_name["relu_1"].id, graph.by_name["dense_2"].id
    graph = edits.rename(edits.add_node(graph, _dense(8)), graph.by_name["dense_2"].id, "mean")
    spread = graph.nodes[-1].id
    graph = edits.rename(graph, spread, "log_variance")
    # Less than 1 keeps the strokes sharper.
    graph = edits.add_node(graph, edits.make_layer("sampling", beta=0.25))
    sampling = graph.nodes[-1].id
    for link in (
        Link(source=body, target=spread),
        Link(source=mean, target=sampling, target_port="mean"),
        Link(source=spread, target=sampling, target_port="log_variance"),
    ):
        graph = edits.connect(graph, link)
    before = sampling
    ends = edits.make_layer("reshape", shape=(1, 8, 8)), edits.make_layer("output", activation="sigmoid")
    for made in (_dense(128), edits.make_layer("relu"), _dense(64), *ends):
        graph = edits.add_node(graph, made)
        graph = edits.connect(graph, edits.link(graph, before, graph.nodes[-1].id))
        before = graph.nodes[-1].id
    data = _data("sample", scaling="minmax", name="digits").updated(predict="input")
    return graph, data, _training(learning_rate=0.002, batch_size=32, epochs=60)


def _digits_gan() -> tuple[dict[str, Graph], DataRecipe, TrainingRecipe]:
    leaky = edits.make_layer("leaky_relu", negative_slope=0.2)
    dropout = edits.make_layer("dropout", rate=0.3)
    # Batch normalisation has a shift of its own.
    hidden = edits.make_layer("dense", units=128, bias=False)
    shape = edits.make_layer("reshape", shape=(1, 8, 8))
    generator = _chain(
        *(_input(32), hidden, "batch_norm", "relu", hidden, "batch_norm", "relu"),
        *(_dense(64), shape, "tanh", "output"),
    )
    discriminator = _chain(
        *(_input(1, 8, 8), "flatten", _dense(128), leaky, dropout, _dense(128), leaky, dropout, _dense(1), "output")
    )
    data = _data("sample", scaling="symmetric", name="digits")
    data = data.updated(split=data.split.updated(validation=0.1, test=0.1))
    training = _training(
        objective="gan", optimizer={"kind": "adam", "beta1": 0.5}, learning_rate=0.0005, batch_size=64, epochs=150
    )
    return {"generator": generator, "discriminator": discriminator}, data, training


SAMPLES: tuple[Sample, ...] = (
    Sample(
        "digits-cnn",
        "Handwritten digits (CNN)",
        "classification",
        "Two convolutions learn to read 1,797 handwritten digits of 8 × 8 pixels.",
        _digits_cnn,
    ),
    Sample(
        "digits-mlp",
        "Handwritten digits (MLP)",
        "classification",
        "Two dense layers of 64 units read the same digits from their pixels alone.",
        _digits_mlp,
    ),
    Sample(
        "iris-mlp",
        "Iris flowers (MLP)",
        "classification",
        "One hidden layer tells three kinds of iris apart by four measurements.",
        _iris_mlp,
    ),
    Sample(
        "breast-cancer-logistic",
        "Breast cancer (logistic regression)",
        "classification",
        "A single unit with a sigmoid tells benign from malignant tumours by 30 measurements.",
        _breast_cancer_logistic,
    ),
    Sample(
        "breast-cancer-svm",
        "Breast cancer (linear SVM)",
        "classification",
        "The hinge loss and weight decay make a support vector machine of one unit: the widest margin between the classes.",
        _breast_cancer_svm,
    ),
    Sample(
        "digits-svm",
        "Handwritten digits (kernel SVM)",
        "classification",
        "Random Fourier features in front of ten units stand for an RBF kernel: 98 % of the digits without a hidden layer.",
        _digits_svm,
    ),
    Sample(
        "diabetes-mlp",
        "Diabetes progression (MLP)",
        "regression",
        "A small network predicts how diabetes advances within a year from ten measurements.",
        _diabetes_mlp,
    ),
    Sample(
        "docstrings-cnn",
        "Which library wrote this? (text CNN)",
        "classification",
        "An embedding and a convolution over words tell by a docstring which of five Python libraries it is from.",
        _docstrings_cnn,
    ),
    Sample(
        "code-tags",
        "What is each word of this code? (BiLSTM tagger)",
        "tagging",
        "A recurrent network that reads lines of Python from both ends tells calls, arguments, attributes and types apart by what "
        "stands around them.",
        _code_tags,
    ),
    Sample(
        "digits-vae",
        "Digits in eight numbers (variational autoencoder)",
        "reconstruction",
        "A variational autoencoder learns to tell each handwritten digit by eight numbers, and to draw it again from them.",
        _digits_vae,
    ),
    Sample(
        "digits-gan",
        "Make digits (GAN)",
        "generation",
        "One network learns to make handwritten digits out of noise, another to tell them from real ones.",
        _digits_gan,
    ),
    Sample(
        "line-regression",
        "Straight line (linear regression)",
        "regression",
        "Plain gradient descent finds the slope of y = 3x + noise.",
        _line_regression,
    ),
    Sample(
        "make-regression",
        "Linear regression on made data",
        "regression",
        "One dense unit finds the four weights behind 100 made samples.",
        _make_regression,
    ),
)
"""Every starter project, in the order of the welcome page."""
