"""Who trains in the benchmarks: the engine, the loops that people write, and the libraries that they use."""

from __future__ import annotations

import logging
import os
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import torch
from networks import CLASSES, Case, Data, mlp_module
from torch import nn
from torch.nn import functional

from workbench.engine.document import Project
from workbench.engine.train.events import Metrics, RunStarted, StateChanged
from workbench.engine.train.recipe import TrainingRecipe
from workbench.engine.train.runner import ThreadRunner
from workbench.engine.train.runspec import RunSpec

ENGINE = "engine"
AUTO = "engine, auto"
HAND_WRITTEN = "hand-written"
LEARNING_RATE = 1e-3
WARM_UP = 20
"""Steps at the beginning of a turn of a library that aren't timed."""


class Engine:
    """One run that goes on from turn to turn and is paused between them; ``training`` are settings of the recipe."""

    def __init__(self, case: Case, data: Data, folder: Path, **training: Any) -> None:
        recipe = TrainingRecipe.model_validate(
            {
                "batch_size": case.batch_size,
                "epochs": 10**9,
                "learning_rate": LEARNING_RATE,
                "optimizer": "adam",
                **training,
            }
        )
        spec = RunSpec(
            project=Project(data=data.recipe(), training=recipe).with_graph(case.graph()),
            runs_dir=folder / "bench.runs",
            device="cpu",
            threads=torch.get_num_threads(),
        )
        self.seconds = case.seconds
        # The peers don't lower their priority either.
        self.runner = ThreadRunner(spec, lower_priority=False)
        self.runner.start()
        started = self._until(RunStarted)
        self.told = f"{started.precision}, {started.memory_format.replace('_', ' ')}"
        self._until(Metrics)
        self.runner.pause()
        self._until(StateChanged)

    def __call__(self) -> float:
        self.runner.resume()
        # The other contenders had the caches meanwhile: the first steps aren't timed, as they aren't of the others.
        began = self._until(Metrics)
        time.sleep(self.seconds)
        self.runner.pause()
        ended = self._until(StateChanged)
        first = began.first_step + len(began.values["loss"]) - 1
        return (ended.step - first) / (ended.time - began.time)

    def close(self) -> None:
        self.runner.stop()
        self.runner.join()

    def _until(self, kind: type) -> Any:
        for event in self.runner.follow():
            if isinstance(event, kind):
                return event
        raise SystemExit(f"the engine ended: {self.runner.ended}")


def automatic(case: Case, data: Data, folder: Path) -> Engine:
    """The engine as new projects have it: precision and layout by its own rule."""
    return Engine(case, data, folder, precision="auto", memory_format="auto")


class Plain:
    """A plain loop over batches, one module from turn to turn."""

    def __init__(self, case: Case, batches: Callable[[], Iterable[tuple[torch.Tensor, torch.Tensor]]]) -> None:
        torch.manual_seed(0)
        self.module = case.module()
        self.seconds = case.seconds
        self.optimizer = torch.optim.Adam(self.module.parameters(), lr=LEARNING_RATE, fused=True)
        self.losses: list[torch.Tensor] = []
        self.batches = self._forever(batches)

    def __call__(self) -> float:
        self.step(*next(self.batches))
        steps, began = 0, time.perf_counter()
        while time.perf_counter() < began + self.seconds:
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
    """Doing what the engine does: the loss and accuracy of every step on disk, a checkpoint after each epoch."""
    return _lightning(case, data, folder, recording=True)


def lightning_bare(case: Case, data: Data, folder: Path) -> Callable[[], float]:
    """With everything switched off that can be: no metric, no log, no checkpoint."""
    return _lightning(case, data, folder, recording=False)


def _lightning(case: Case, data: Data, folder: Path, *, recording: bool) -> Callable[[], float]:
    import lightning as pl
    from lightning.pytorch.loggers import CSVLogger
    from torch.utils.data import DataLoader, TensorDataset
    from torchmetrics.classification import MulticlassAccuracy

    logging.getLogger("lightning.pytorch").setLevel(logging.ERROR)
    loader = DataLoader(TensorDataset(data.x, data.y), batch_size=case.batch_size, shuffle=True)

    class Classifier(pl.LightningModule):
        def __init__(self) -> None:
            super().__init__()
            self.module = case.module()
            self.accuracy = MulticlassAccuracy(CLASSES, average="micro")
            self.losses: list[torch.Tensor] = []
            self.began = self.ended = 0.0

        def training_step(self, batch, index):
            if self.global_step == WARM_UP:
                self.began = time.perf_counter()
            x, y = batch
            outputs = self.module(x)
            loss = functional.cross_entropy(outputs, y)
            if recording:
                self.accuracy(outputs, y)
                self.log_dict({"loss": loss, "accuracy": self.accuracy})
            else:
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
            logger=CSVLogger(folder) if recording else False,
            log_every_n_steps=1,
            enable_checkpointing=recording,
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
    """As its guide writes it, with the accuracy as metric."""
    os.environ["KERAS_BACKEND"] = "torch"
    import keras

    x = np.moveaxis(data.x.numpy(), 1, -1).copy()
    y = data.y.numpy()
    layers = keras.layers

    def network():
        if case.module is mlp_module:
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
                metrics=["accuracy"],
            )
            timer = Timer()
            model.fit(x, y, batch_size=case.batch_size, epochs=epochs, verbose=0, callbacks=[timer])
        return (timer.steps - WARM_UP) / (timer.ended - timer.began)

    return turn


CONTENDERS: dict[str, Callable[[Case, Data, Path], Callable[[], float]]] = {
    ENGINE: Engine,
    AUTO: automatic,
    HAND_WRITTEN: hand_written,
    "DataLoader": dataloader,
    "Lightning": lightning,
    "Lightning, bare": lightning_bare,
    "skorch": skorch,
    "Keras on torch": keras,
}
