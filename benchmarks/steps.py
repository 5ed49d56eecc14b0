"""Optimiser steps a second: the engine against the loops that people write and the libraries that they use.

    python benchmarks/steps.py                      all cases and peers that are installed
    python benchmarks/steps.py --case mlp-32 --peer hand-written --turns 31
    pip install '.[bench]'                          brings Lightning, skorch and Keras

Every contender trains the same network on the same data (uniform noise in the shape of Fashion-MNIST, and of the digits),
shuffled anew each epoch, with Adam, on the same number of CPU threads, and keeps the loss of every step. The engine runs
as the program runs it: in its thread, recording every step's loss and accuracy in the run store and writing checkpoints.
"""

from __future__ import annotations

import argparse
import logging
import os
import platform
import subprocess
import sys
import tempfile
import time
import warnings
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from compare import REACHED, ratio, table, take_turns
from torch import nn
from torch.nn import functional

from workbench.engine.data.recipe import DataRecipe
from workbench.engine.document import Project
from workbench.engine.graph import edits
from workbench.engine.graph.model import Graph
from workbench.engine.train.devices import default_threads
from workbench.engine.train.events import Metrics, StateChanged
from workbench.engine.train.recipe import TrainingRecipe
from workbench.engine.train.runner import ThreadRunner
from workbench.engine.train.runspec import RunSpec

ENGINE = "engine"
HAND_WRITTEN = "hand-written"
CLASSES = 10
LEARNING_RATE = 1e-3
WARM_UP = 20
"""Steps at the beginning of a turn that aren't timed. The engine's are: it never stops to prepare."""

SECONDS = 0.3
"""Length of a turn. Libraries that can't be paused train for a number of steps that take about as long."""


@dataclass(frozen=True)
class Case:
    """A network, the shape of its samples (C, H, W), and steps in a turn of a library that can't be paused."""

    graph: Callable[[], Graph]
    module: Callable[[], nn.Module]
    shape: tuple[int, int, int]
    samples: int
    batch_size: int
    steps: int


def dense(units: int):
    return edits.make_layer("dense", units=units)


def mlp_graph() -> Graph:
    shape = edits.make_layer("input", shape=(1, 28, 28))
    return edits.chain(
        shape,
        *(edits.make_layer("flatten"), dense(64), edits.make_layer("relu")),
        *(dense(64), edits.make_layer("relu"), dense(CLASSES), edits.make_layer("output")),
    )


def mlp_module() -> nn.Module:
    return nn.Sequential(
        nn.Flatten(), nn.Linear(784, 64), nn.ReLU(), nn.Linear(64, 64), nn.ReLU(), nn.Linear(64, CLASSES)
    )


def cnn_graph() -> Graph:
    def conv(filters: int):
        return edits.make_layer("conv2d", filters=filters, kernel_size=3, padding="same")

    return edits.chain(
        edits.make_layer("input", shape=(1, 8, 8)),
        *(conv(32), edits.make_layer("relu"), edits.make_layer("max_pool2d")),
        *(conv(64), edits.make_layer("relu"), edits.make_layer("max_pool2d")),
        *(edits.make_layer("flatten"), dense(CLASSES), edits.make_layer("output")),
    )


def cnn_module() -> nn.Module:
    return nn.Sequential(
        *(nn.Conv2d(1, 32, 3, padding="same"), nn.ReLU(), nn.MaxPool2d(2)),
        *(nn.Conv2d(32, 64, 3, padding="same"), nn.ReLU(), nn.MaxPool2d(2)),
        *(nn.Flatten(), nn.Linear(256, CLASSES)),
    )


CASES = {
    "mlp-32": Case(mlp_graph, mlp_module, (1, 28, 28), 12_800, 32, 300),
    "mlp-256": Case(mlp_graph, mlp_module, (1, 28, 28), 12_800, 256, 150),
    "digits-cnn": Case(cnn_graph, cnn_module, (1, 8, 8), 1_280, 32, 150),
}


class Data:
    """Noise: pictures (N, H, W) uint8 in a file for the engine, the same scaled as tensors for its peers."""

    def __init__(self, case: Case, folder: Path) -> None:
        rng = np.random.default_rng(0)
        images = rng.integers(0, 256, (case.samples, *case.shape[1:]), dtype=np.uint8)
        labels = rng.integers(0, CLASSES, case.samples)
        self.path = folder / f"{case.samples}-{'x'.join(map(str, case.shape))}.npz"
        np.savez(self.path, x=images, y=labels)
        scaled = (images.astype(np.float32) - images.mean()) / images.std()
        self.x = torch.from_numpy(scaled.reshape(case.samples, *case.shape).astype(np.float32))
        self.y = torch.from_numpy(labels.astype(np.int64))


class Engine:
    """One run that goes on from turn to turn and is paused between them."""

    def __init__(self, case: Case, data: Data, folder: Path) -> None:
        recipe = DataRecipe.model_validate(
            {"source": {"kind": "npz", "path": str(data.path)}, "split": {"validation": 0.0, "test": 0.0}}
        )
        training = TrainingRecipe(
            batch_size=case.batch_size, epochs=10**9, learning_rate=LEARNING_RATE, optimizer="adam"
        )
        spec = RunSpec(
            project=Project(data=recipe, training=training).with_graph(case.graph()),
            runs_dir=folder / "bench.runs",
            device="cpu",
            threads=torch.get_num_threads(),
        )
        # The peers don't lower their priority either.
        self.runner = ThreadRunner(spec, lower_priority=False)
        self.runner.start()
        self._until(Metrics)
        self.runner.pause()
        self._until(StateChanged)

    def __call__(self) -> float:
        self.runner.resume()
        began = self._until(StateChanged)
        time.sleep(SECONDS)
        self.runner.pause()
        ended = self._until(StateChanged)
        return (ended.step - began.step) / (ended.time - began.time)

    def close(self) -> None:
        self.runner.stop()
        self.runner.join()

    def _until(self, kind: type) -> Any:
        for event in self.runner.follow():
            if isinstance(event, kind):
                return event
        raise SystemExit(f"the engine ended: {self.runner.ended}")


class Plain:
    """A plain loop over batches, one module from turn to turn."""

    def __init__(self, case: Case, batches: Callable[[], Iterable[tuple[torch.Tensor, torch.Tensor]]]) -> None:
        torch.manual_seed(0)
        self.module = case.module()
        self.optimizer = torch.optim.Adam(self.module.parameters(), lr=LEARNING_RATE, fused=True)
        self.losses: list[torch.Tensor] = []
        self.batches = self._forever(batches)

    def __call__(self) -> float:
        for _ in range(WARM_UP):
            self.step(*next(self.batches))
        steps, began = 0, time.perf_counter()
        while time.perf_counter() < began + SECONDS:
            self.step(*next(self.batches))
            steps += 1
        return steps / (time.perf_counter() - began)

    def step(self, x: torch.Tensor, y: torch.Tensor) -> None:
        self.optimizer.zero_grad(set_to_none=True)
        loss = functional.cross_entropy(self.module(x), y)
        loss.backward()
        self.optimizer.step()
        self.losses.append(loss.detach())
        if len(self.losses) == 256:
            torch.stack(self.losses).tolist()
            self.losses.clear()

    @staticmethod
    def _forever(batches: Callable) -> Iterator[tuple[torch.Tensor, torch.Tensor]]:
        while True:
            yield from batches()


def hand_written(case: Case, data: Data, folder: Path) -> Callable[[], float]:
    def batches():
        order = torch.randperm(case.samples)
        for start in range(0, case.samples, case.batch_size):
            index = order[start : start + case.batch_size]
            yield data.x[index], data.y[index]

    return Plain(case, batches)


def dataloader(case: Case, data: Data, folder: Path) -> Callable[[], float]:
    from torch.utils.data import DataLoader, TensorDataset

    loader = DataLoader(TensorDataset(data.x, data.y), batch_size=case.batch_size, shuffle=True)
    return Plain(case, lambda: loader)


def lightning(case: Case, data: Data, folder: Path) -> Callable[[], float]:
    import lightning as pl
    from torch.utils.data import DataLoader, TensorDataset

    logging.getLogger("lightning.pytorch").setLevel(logging.ERROR)
    loader = DataLoader(TensorDataset(data.x, data.y), batch_size=case.batch_size, shuffle=True)

    class Classifier(pl.LightningModule):
        def __init__(self) -> None:
            super().__init__()
            self.module = case.module()
            self.losses: list[torch.Tensor] = []
            self.began = self.ended = 0.0

        def training_step(self, batch, index):
            if self.global_step == WARM_UP:
                self.began = time.perf_counter()
            x, y = batch
            loss = functional.cross_entropy(self.module(x), y)
            self.losses.append(loss.detach())
            return loss

        def on_train_end(self) -> None:
            self.ended = time.perf_counter()

        def configure_optimizers(self):
            return torch.optim.Adam(self.parameters(), lr=LEARNING_RATE, fused=True)

    def turn() -> float:
        classifier = Classifier()
        trainer = pl.Trainer(
            max_steps=case.steps + WARM_UP,
            max_epochs=-1,
            accelerator="cpu",
            logger=False,
            enable_checkpointing=False,
            enable_progress_bar=False,
            enable_model_summary=False,
            default_root_dir=folder,
        )
        trainer.fit(classifier, loader)
        return case.steps / (classifier.ended - classifier.began)

    return turn


def skorch(case: Case, data: Data, folder: Path) -> Callable[[], float]:
    from skorch import NeuralNet
    from skorch.callbacks import Callback

    class Timer(Callback):
        def __init__(self) -> None:
            self.steps, self.began, self.ended = 0, 0.0, 0.0

        def on_batch_begin(self, net, **kwargs) -> None:
            if self.steps == WARM_UP:
                self.began = time.perf_counter()
            self.steps += 1

        def on_train_end(self, net, **kwargs) -> None:
            self.ended = time.perf_counter()

    epochs = -(-(case.steps + WARM_UP) * case.batch_size // case.samples)

    def turn() -> float:
        timer = Timer()
        net = NeuralNet(
            case.module(),
            criterion=nn.CrossEntropyLoss,
            optimizer=torch.optim.Adam,
            optimizer__fused=True,
            lr=LEARNING_RATE,
            batch_size=case.batch_size,
            max_epochs=epochs,
            iterator_train__shuffle=True,
            train_split=None,
            verbose=0,
            callbacks=[timer],
        )
        net.fit(data.x, data.y)
        return (timer.steps - WARM_UP) / (timer.ended - timer.began)

    return turn


def keras(case: Case, data: Data, folder: Path) -> Callable[[], float]:
    os.environ["KERAS_BACKEND"] = "torch"
    import keras

    x = np.moveaxis(data.x.numpy(), 1, -1).copy()
    y = data.y.numpy()
    layers = keras.layers

    def network():
        if case.shape[1] == 28:
            body = [layers.Flatten(), layers.Dense(64, "relu"), layers.Dense(64, "relu"), layers.Dense(CLASSES)]
        else:
            body = [
                *(layers.Conv2D(32, 3, padding="same", activation="relu"), layers.MaxPooling2D()),
                *(layers.Conv2D(64, 3, padding="same", activation="relu"), layers.MaxPooling2D()),
                *(layers.Flatten(), layers.Dense(CLASSES)),
            ]
        return keras.Sequential([keras.Input(x.shape[1:]), *body])

    epochs = -(-(case.steps + WARM_UP) * case.batch_size // case.samples)

    class Timer(keras.callbacks.Callback):
        def __init__(self) -> None:
            super().__init__()
            self.steps, self.began, self.ended = 0, 0.0, 0.0

        def on_train_batch_begin(self, batch, logs=None) -> None:
            if self.steps == WARM_UP:
                self.began = time.perf_counter()
            self.steps += 1

        def on_train_end(self, logs=None) -> None:
            self.ended = time.perf_counter()

    def turn() -> float:
        with torch.device("cpu"):
            model = network()
            model.compile(
                optimizer=keras.optimizers.Adam(LEARNING_RATE),
                loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True),
            )
            timer = Timer()
            model.fit(x, y, batch_size=case.batch_size, epochs=epochs, verbose=0, callbacks=[timer])
        return (timer.steps - WARM_UP) / (timer.ended - timer.began)

    return turn


CONTENDERS: dict[str, Callable[[Case, Data, Path], Callable[[], float]]] = {
    ENGINE: Engine,
    HAND_WRITTEN: hand_written,
    "DataLoader": dataloader,
    "Lightning": lightning,
    "skorch": skorch,
    "Keras on torch": keras,
}


class Child:
    """A contender in a process of its own: two pools of threads in one process would be in each other's way."""

    def __init__(self, name: str, case: str, threads: int) -> None:
        command = [sys.executable, __file__, "--serve", name, "--case", case, "--threads", str(threads)]
        self.process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
        )
        self.installed = self._read() == READY

    def __call__(self) -> float:
        assert self.process.stdin is not None
        self.process.stdin.write("\n")
        self.process.stdin.flush()
        return float(self._read())

    def _read(self) -> str:
        assert self.process.stdout is not None
        return self.process.stdout.readline().strip()

    def close(self) -> None:
        assert self.process.stdin is not None and self.process.stdout is not None
        self.process.stdin.close()
        self.process.stdout.close()
        self.process.wait()


READY = "ready"


def serve(name: str, case_name: str) -> None:
    """A child's side: a rate on standard output for each line on standard input."""
    answers = os.fdopen(os.dup(1), "w", buffering=1)
    os.dup2(2, 1)  # what the libraries print is no answer
    warnings.simplefilter("ignore")
    with tempfile.TemporaryDirectory() as folder:
        case = CASES[case_name]
        try:
            contender = CONTENDERS[name](case, Data(case, Path(folder)), Path(folder))
        except ImportError:
            print("missing", file=answers)
            return
        print(READY, file=answers)
        for _ in sys.stdin:
            print(contender(), file=answers)
        if isinstance(contender, Engine):
            contender.close()


def main() -> int:
    parser = argparse.ArgumentParser(description="Optimiser steps a second of the engine and its peers.")
    parser.add_argument("--case", action="append", choices=list(CASES), help="only these cases")
    parser.add_argument("--peer", action="append", choices=list(CONTENDERS)[1:], help="only these peers")
    parser.add_argument("--turns", type=int, default=31, help="turns of every contender (default 31)")
    parser.add_argument("--threads", type=int, default=default_threads(), help="CPU threads (default: all cores)")
    parser.add_argument("--serve", choices=list(CONTENDERS), help=argparse.SUPPRESS)
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    if options.serve:
        serve(options.serve, options.case[0])
        return 0

    print(f"torch {torch.__version__}, {options.threads} threads, {platform.machine()}, {options.turns} turns\n")
    behind = []
    for case_name in options.case or CASES:
        contenders = {}
        for name in [ENGINE, *(options.peer or list(CONTENDERS)[1:])]:
            child = Child(name, case_name, options.threads)
            if child.installed:
                contenders[name] = child
            else:
                print(f"{name} is not installed (pip install '.[bench]'); it is left out")
        rates = take_turns(contenders, options.turns)
        for child in contenders.values():
            child.close()
        print(table(case_name, ENGINE, rates, "steps/s"), flush=True)
        if HAND_WRITTEN in rates and ratio(rates[ENGINE], rates[HAND_WRITTEN]).high < REACHED:
            behind.append(case_name)
    if behind:
        print(f"Slower than the hand-written loop: {', '.join(behind)}")
    return 1 if behind else 0


if __name__ == "__main__":
    sys.exit(main())
