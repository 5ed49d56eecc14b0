"""What three networks score on Fashion-MNIST, each the mean of some seeds, beside the data set's own published table.

    python benchmarks/reference_results.py FOLDER                     FOLDER holds the four IDX files
    python benchmarks/reference_results.py FOLDER --network cnn --seeds 1 --validate

Everything was chosen on validation pictures; with ``--validate`` only those are looked at, and the test pictures not at all. The
final figures come from the test split, once for each seed. ``--save FOLDER`` writes each network as a project file, which
``workbench train`` and ``workbench evaluate`` take.

Published: https://github.com/zalandoresearch/fashion-mnist#benchmark
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
import time
from pathlib import Path

from workbench.engine.data.recipe import DataRecipe
from workbench.engine.document import Project, View
from workbench.engine.evaluate.report import evaluate_run
from workbench.engine.graph import edits
from workbench.engine.graph.layout import auto_layout
from workbench.engine.graph.model import Graph
from workbench.engine.project.files import save_project
from workbench.engine.runs.store import RunStore
from workbench.engine.train.control import Control
from workbench.engine.train.events import EpochDone, RunEnded, RunStarted
from workbench.engine.train.recipe import TrainingRecipe
from workbench.engine.train.run import run
from workbench.engine.train.runspec import RunSpec

CLASSES = "T-shirt/top,Trouser,Pullover,Dress,Coat,Sandal,Shirt,Sneaker,Bag,Ankle boot"
BY_ACCURACY = {"stopping": {"monitor": "val_accuracy"}}
"""The best epoch is the one with the highest validation accuracy, which is what the published table compares."""


def layer(kind: str, **fields: object):
    return edits.make_layer(kind, **fields)


def network(*layers: object) -> Graph:
    return edits.chain(layer("input", shape=(1, 28, 28)), *layers, layer("dense", units=10), layer("output"))


def mlp() -> tuple[Graph, dict, tuple]:
    """256, 128 and 64 units."""
    hidden = [
        x for units in (256, 128, 64) for x in (layer("dense", units=units), layer("relu"), layer("dropout", rate=0.2))
    ]
    training = {"batch_size": 128, "epochs": 40, "learning_rate": 1e-3, "schedule": "cosine", **BY_ACCURACY}
    return network(layer("flatten"), *hidden), training, ()


def cnn() -> tuple[Graph, dict, tuple]:
    """Two convolutions, 85,000 parameters."""

    def block(filters: int) -> list:
        conv = layer("conv2d", filters=filters, kernel_size=5, padding="same")
        return [conv, layer("batch_norm"), layer("relu"), layer("max_pool2d")]

    graph = network(*block(32), *block(64), layer("dropout", rate=0.4), layer("flatten"))
    training = {
        "batch_size": 128,
        "epochs": 16,
        "learning_rate": 2e-3,
        "schedule": "cosine",
        "averaging": "ema",
        **BY_ACCURACY,
        "precision": "auto",
        "memory_format": "auto",
    }
    return graph, training, ({"kind": "flip"},)


def gru() -> tuple[Graph, dict, tuple]:
    """A picture's rows as 28 steps, and the hinge loss of a support vector machine."""
    graph = network(layer("reshape", shape=(28, 28)), layer("gru", units=128), layer("dropout", rate=0.3))
    training = {
        "batch_size": 128,
        "epochs": 15,
        "learning_rate": 2e-3,
        "schedule": "cosine",
        "loss": "squared_hinge",
        **BY_ACCURACY,
        "regularization": {"clip_norm": 1.0},
    }
    return graph, training, ()


NETWORKS = {
    "mlp": ("MLP 256-128-64", mlp, 0.900),
    "cnn": ("two convolutions, under 100,000 parameters", cnn, 0.925),
    "gru": ("GRU + SVM (hinge) with dropout", gru, 0.897),
}


def project_of(name: str, folder: Path, seed: int) -> Project:
    """The project of a network; the split is the same for every seed."""
    title, make, _ = NETWORKS[name]
    graph, training, augment = make()
    files = {
        "images": "train-images-idx3-ubyte.gz",
        "labels": "train-labels-idx1-ubyte.gz",
        "test_images": "t10k-images-idx3-ubyte.gz",
        "test_labels": "t10k-labels-idx1-ubyte.gz",
    }
    source = {"kind": "idx", "class_names": CLASSES, **{field: str(folder / file) for field, file in files.items()}}
    data = DataRecipe.model_validate({"source": source, "split": {"validation": 0.1}, "augment": list(augment)})
    recipe = TrainingRecipe.model_validate({**training, "seed": seed})
    return Project(
        title=f"Fashion-MNIST, {title}",
        networks={"model": graph},
        data=data,
        training=recipe,
        view=View(positions=auto_layout(graph)),
    )


def score(project: Project, *, validate: bool, threads: int) -> tuple[float, float, int, float]:
    """Validation accuracy of the best epoch, test accuracy (NaN where only validated), parameters, seconds."""
    with tempfile.TemporaryDirectory() as folder:
        began = time.perf_counter()
        store, parameters = RunStore(Path(folder) / "results.runs"), 0
        for event in run(RunSpec(project=project, runs_dir=store.runs_dir, device="cpu", threads=threads), Control()):
            if isinstance(event, RunStarted):
                parameters = event.parameters
            if isinstance(event, EpochDone):
                print(f"  epoch {event.epoch}: {event.metrics['val_accuracy']:.4f}", end="\r", flush=True)
        assert isinstance(event, RunEnded) and event.reason in ("finished", "early_stopped"), event
        seconds = time.perf_counter() - began
        test = float("nan") if validate else evaluate_run(store, event.run, split="test").metrics["accuracy"]
        return event.metrics["val_accuracy"], test, parameters, seconds


def main() -> None:
    """Prints a table in Markdown."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--network", choices=list(NETWORKS), action="append")
    parser.add_argument("--seeds", type=int, default=3)
    parser.add_argument("--validate", action="store_true", help="look at validation pictures only")
    parser.add_argument("--save", type=Path, help="folder for project files; nothing is trained")
    parser.add_argument("--threads", type=int, default=0)
    chosen = parser.parse_args()
    names = chosen.network or list(NETWORKS)
    if chosen.save is not None:
        chosen.save.mkdir(parents=True, exist_ok=True)
        for name in names:
            save_project(project_of(name, chosen.folder.absolute(), 0), chosen.save / f"fashion-{name}.nnwb")
        return
    print(
        "| network | parameters | seeds | validation | test | published | seconds a run |\n|---|---|---|---|---|---|---|"
    )
    for name in names:
        title, _, published = NETWORKS[name]
        found = [
            score(project_of(name, chosen.folder.absolute(), seed), validate=chosen.validate, threads=chosen.threads)
            for seed in range(chosen.seeds)
        ]
        validation, test = ([row[i] for row in found] for i in (0, 1))
        spread = f" ± {statistics.stdev(test):.4f}" if len(test) > 1 else ""
        seconds = statistics.fmean(row[3] for row in found)
        print(
            f"| {title} | {found[0][2]:,} | {chosen.seeds} | {statistics.fmean(validation):.4f} "
            f"| {statistics.fmean(test):.4f}{spread} | {published} | {seconds:.0f} |",
            flush=True,
        )


if __name__ == "__main__":
    main()
