"""A GAN's generator as a run left it: making samples, and how far they are from real ones."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import torch

from ..build.module import build_module
from ..build.source import generate
from ..check import network_facts
from ..data.apply import inverse_inputs, transform_inputs
from ..data.prepare import prepare
from ..data.prepared import PreparedData, SplitName
from ..data.preprocess import InputPreprocess, Preprocess, TargetPreprocess
from ..data.raw import Array, RawData, RawInput, RawTarget
from ..errors import DataError, TrainingError
from ..project.atomic import atomic_write
from ..runs.store import RunStore, Which
from ..train.checkpoint import load_weights, read_snapshot
from ..train.devices import resolve_device
from ..train.gan.check import check_gan
from ..train.gan.distance import MOST, SlicedDistance, by_weight, spread
from ..train.gan.recipe import GanAim
from ..train.gan.samples import POINTS, grid, grid_columns, npy, pixels, png
from ..train.losses import MeanSquaredError
from ..train.objectives import Goal, Objective
from .network import TrainedNetwork, told_in_words

NOISE, SAMPLES = "noise", "samples"
"""What the generator's input is called, and what it makes."""

CHUNK = 256
"""Samples made at a time."""


@dataclass(frozen=True)
class TrainedGenerator:
    """What a run's generator learnt: that of a GAN, or the decoder of a variational autoencoder.

    Attributes:
        network: it as a network that is asked about noise and answers with samples; ``network.preprocess`` tells about both.
        noise: shape of the noise of one sample; of a decoder, of its latent numbers.
        input: the data's input that real samples are of.
        how: how those are scaled.
    """

    network: TrainedNetwork
    noise: tuple[int, ...]
    input: str
    how: InputPreprocess

    def draw(self, count: int, seed: int) -> Array:
        """Noise (count, *noise) float32; the same seed gives the same."""
        generator = torch.Generator().manual_seed(seed)
        found: Array = torch.randn(count, *self.noise, generator=generator).numpy()
        return found

    def fed(self, noise: Array) -> Array:
        """The samples (n, ...) of noise, as the discriminator saw them."""
        parts = []
        with told_in_words(self.network), torch.inference_mode():
            for start in range(0, len(noise), CHUNK):
                part = torch.from_numpy(noise[start : start + CHUNK]).to(self.network.device)
                parts.append(self.network.activate(0, self.network.logits((part,))[0]).float().cpu().numpy())
        return np.concatenate(parts)

    def make(self, count: int, seed: int = 0) -> Array:
        """Samples in the data's units: pictures (count, H, W, C), other data (count, ...), float32."""
        return self.samples(self.draw(count, seed))

    def samples(self, noise: Array) -> Array:
        """The samples of noise (n, ...) in the data's units, as ``make`` gives them."""
        return inverse_inputs(self.fed(noise), self.how)

    def noise_data(self, count: int) -> PreparedData:
        """Noise as data, for whoever asks a network about samples of its data."""
        values, name = self.draw(count, 0), self.network.inputs[0]
        target = RawTarget("reconstruction", np.empty((count, 0), np.float32), input=name)
        preprocess = self.network.preprocess
        rows: dict[SplitName, Array] = {"train": np.arange(0), "validation": np.arange(count), "test": np.arange(0)}
        raw = RawData(name, {name: RawInput("table", values)}, {SAMPLES: target})
        return PreparedData(raw, preprocess.facts(), rows, preprocess, preprocess.fingerprint)


def is_gan(store: RunStore, run: str) -> bool:
    """Whether a run trained a GAN. Raises ``TrainingError`` or ``ProjectError`` for a run that can't be read."""
    return isinstance(store.project(store.get(run).id).training.objective, GanAim)


def load_generator(store: RunStore, run: str, which: Which = "best", device: str = "cpu") -> TrainedGenerator:
    """Builds the generator of a run and gives it the run's weights, as ``load_network`` does.

    Raises ``TrainingError`` when the run or its weights can't be read, ``ProjectError`` for its project.
    """
    where = resolve_device(device)
    path = store.weights_path(run, which)
    project, preprocess = store.project(run), store.preprocess(run)
    aim = project.training.objective
    assert isinstance(aim, GanAim)
    found, plan = check_gan(project, preprocess.facts())
    if plan is None:
        why = str(found.errors[0]) if found.errors else "its data is not known"
        raise TrainingError(
            f"The generator of run {run} can't be built: {why}", "", "Train again", code="evaluate.objective"
        )
    graph = project.networks[aim.generator]
    source = generate(graph, network_facts(project, aim.generator, preprocess.facts()), name="generator")
    with torch.device("meta"):
        module = build_module(source)
    module.to_empty(device=where)
    weights = read_snapshot(path, extra=False).weights
    own = {n.removeprefix("generator."): t for n, t in weights.items() if n.startswith("generator.")}
    load_weights(module, own, where=f"run {run}")
    asked = TrainedNetwork(
        run=run,
        which=which,
        project=project.with_graph(graph),
        preprocess=preprocess,
        source=source,
        module=module.eval(),
        objective=Objective(()),
        inputs=(NOISE,),
        device=where,
    )
    return answering(asked, plan.noise, plan.input, plan.made[-1])


def answering(network: TrainedNetwork, noise: tuple[int, ...], name: str, units: int) -> TrainedGenerator:
    """A network that makes samples of the input ``name``, as one that is asked about its only input: noise as it is.

    ``units``: last dimension of what it gives.
    """
    how = network.preprocess.inputs[name]
    as_it_is = InputPreprocess(kind="table", shape=noise, offset=(0.0,), scale=(1.0,))
    said = Preprocess(
        inputs={network.inputs[0]: as_it_is, name: how},
        targets={SAMPLES: TargetPreprocess(task="reconstruction", input=name)},
        fingerprint=network.preprocess.fingerprint,
    )
    made = network.source.output_nodes[0]
    goal = Goal(made, SAMPLES, "reconstruction", MeanSquaredError(), units, "mae", input=name)
    asked = replace(network, preprocess=said, objective=Objective((goal,)))
    return TrainedGenerator(asked, noise, name, how)


@dataclass(frozen=True)
class GanReport:
    """How far made samples are from those of a split, in the units that networks are fed with (see ``SlicedDistance``).

    Attributes:
        distance: of ``samples`` made ones to as many real ones.
        real: of as many training samples to the same real ones: what samples of one kind differ by anyway; None without any.
        pictures: grids of made and of real pictures as PNG files; empty for other data.
        rows: made and real samples of other data (n, numbers), in the data's units.
        names: what the numbers of a row are called; empty where they have no names.
    """

    run: str
    which: Which
    split: SplitName
    samples: int
    distance: float
    real: float | None
    pictures: tuple[bytes, ...] = ()
    rows: tuple[Array, ...] = ()
    names: tuple[str, ...] = ()

    def dump(self) -> dict[str, Any]:
        """The JSON form, without samples."""
        return {
            "task": "generation",
            "run": self.run,
            "weights": self.which,
            "split": self.split,
            "samples": self.samples,
            "distance": self.distance,
            "real": self.real,
        }


def evaluate_gan(
    store: RunStore,
    run: str,
    *,
    split: SplitName = "test",
    which: Which = "best",
    base_dir: Path = Path(),
    device: str = "cpu",
    progress: Callable[[float, str], None] = lambda done, text: None,
) -> GanReport:
    """Compares a generator with the samples of a split. Raises ``TrainingError``, ``DataError`` or ``ProjectError``."""
    generator = load_generator(store, run, which, device)
    data = prepare(generator.network.project.data, base_dir, progress)
    real = _scaled(generator, data, split, 2 * MOST if split == "train" else MOST)
    others = real[:0]
    if split == "train":  # the others are of the same split
        real, others = real[::2], real[1::2]
    if not len(real):
        raise DataError(
            f"The {split} split is empty",
            "Made samples are compared with real ones",
            f"Choose another split, or set data.split.{split} above 0",
            code="evaluate.empty_split",
            values={"split": split},
        )
    measure = SlicedDistance(torch.from_numpy(real))
    made = generator.fed(generator.draw(measure.count, 0))
    if split != "train":
        others = _scaled(generator, data, "train", measure.count)
    apart = float(measure(torch.from_numpy(others))) if len(others) == measure.count else None
    report = GanReport(run, which, split, measure.count, float(measure(torch.from_numpy(made))), apart)
    how = generator.how
    if how.kind == "image":
        columns = grid_columns(how)
        some = (_some(part, columns * columns) for part in (made, real))
        grids = tuple(png(grid(pixels(inverse_inputs(part, how), how), columns)) for part in some)
        return replace(report, pictures=grids)
    rows = tuple(
        inverse_inputs(shown, how).reshape(len(shown), -1) for shown in (_some(p, POINTS) for p in (made, real))
    )
    return replace(report, rows=rows, names=names_of(how, rows[0].shape[1]))


def _scaled(generator: TrainedGenerator, data: PreparedData, split: SplitName, most: int) -> Array:
    """Real samples of a split as the discriminator saw them, at most ``most``, each as often as its weight says."""
    rows = _some(data.splits[split], most)
    if data.raw.weights is not None:
        rows = rows[by_weight(torch.from_numpy(data.raw.weights[rows])).numpy()]
    return transform_inputs(data.raw.inputs[generator.input].values[rows], generator.how)


def _some(values: Array, most: int) -> Array:
    """At most ``most`` of values (N, ...), from all over them."""
    found: Array = values[spread(len(values), most).numpy()]
    return found


def save_samples(folder: Path, values: Array, how: InputPreprocess) -> list[Path]:
    """Writes samples: pictures as .png, each in a file of its own; rows of a table as one .csv; anything else as one .npy.

    Files that are there stay; new ones get the next free number. Raises ``DataError`` where they can't be written.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if how.kind == "image":
            first = 1 + max(
                (int(p.stem.split("_")[1]) for p in folder.glob("sample_*.png") if p.stem[7:].isdigit()), default=0
            )
            names = [folder / f"sample_{first + k:05d}.png" for k in range(len(values))]
            for name, picture in zip(names, pixels(values, how), strict=True):
                atomic_write(name, png(picture), durable=False)
            return names
        ending = "csv" if values.ndim == 2 else "npy"
        name = next(
            path
            for number in range(1, 1_000_000)
            if not (path := folder / f"samples{'' if number == 1 else f'_{number}'}.{ending}").exists()
        )
        atomic_write(name, _csv(values, how) if ending == "csv" else npy(values), durable=False)
        return [name]
    except OSError as error:
        raise not_written(folder, error) from error


def save_grid(folder: Path, values: Array, how: InputPreprocess, columns: int = 0) -> list[Path]:
    """Writes pictures side by side as one .png, ``columns`` in a row (0: about as many as rows); of other data nothing.

    Raises ``DataError`` where it can't be written.
    """
    if how.kind != "image":
        return []
    across = columns or max(1, math.ceil(math.sqrt(len(values))))
    name = next(p for k in range(1, 1_000_000) if not (p := folder / f"grid{'' if k == 1 else f'_{k}'}.png").exists())
    try:
        atomic_write(name, png(grid(pixels(values, how), across)), durable=False)
    except OSError as error:
        raise not_written(folder, error) from error
    return [name]


def not_written(folder: Path, error: OSError) -> DataError:
    """What is told where samples can't be written."""
    return DataError(
        f"The samples can't be written to '{folder}' ({error.strerror})",
        "A folder that may be written to, with room on its disk",
        "Choose another folder",
        code="predict.not_saved",
        values={"folder": str(folder)},
    )


def names_of(how: InputPreprocess, width: int) -> tuple[str, ...]:
    """What the numbers of a row are called."""
    names = how.table.outputs(how.columns) if how.table is not None else how.columns
    return names if len(names) == width else tuple(f"x{k + 1}" for k in range(width))


def _csv(values: Array, how: InputPreprocess) -> bytes:
    names = names_of(how, values.shape[1])
    quoted = ['"' + name.replace('"', '""') + '"' if set(name) & set(',"\n') else name for name in names]
    rows = "\n".join(",".join(repr(round(float(v), 6)) for v in row) for row in values)
    return f"{','.join(quoted)}\n{rows}\n".encode()
