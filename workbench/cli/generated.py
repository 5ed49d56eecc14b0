"""``predict`` and ``evaluate`` of what makes new samples: samples out of noise, and how far they are from real ones."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from ..engine.document import Project
from ..engine.errors import TrainingError, WorkbenchError
from ..engine.graph.decoder import has_decoder
from ..engine.project.files import load_project, runs_dir_of
from ..engine.runs.store import RunStore, Which
from ..engine.train.gan.recipe import GanAim
from .output import count as counted
from .output import emit, number, quoted, say

if TYPE_CHECKING:
    from ..engine.data.prepared import SplitName
    from ..engine.data.raw import Array
    from ..engine.evaluate.generator import TrainedGenerator

WALK = 9
"""Samples for each that is varied, where nothing is said."""


def trained_gan(file: Path, reference: str) -> str:
    """Id of the run that is asked for (the newest that was trained) where it trained a GAN; empty for all others.

    What is wrong with the file or the run is told by whoever looks for them next.
    """
    run, project = _asked(file, reference)
    return run if project is not None and isinstance(project.training.objective, GanAim) else ""


def trained_decoder(file: Path, reference: str) -> str:
    """As ``trained_gan``, for a variational autoencoder."""
    run, project = _asked(file, reference)
    single = project is not None and not isinstance(project.training.objective, GanAim)
    return run if single and project is not None and has_decoder(project.graph) else ""


def _asked(file: Path, reference: str) -> tuple[str, Project | None]:
    try:
        load_project(file)
        store = RunStore(runs_dir_of(file.absolute()))
        run = store.get(reference) if reference else store.newest(trained=True)
        return (run.id, store.project(run.id)) if run is not None else ("", None)
    except WorkbenchError:
        return "", None


@dataclass(frozen=True)
class Wanted:
    """Which samples are made.

    Attributes:
        count, seed: how many, and the start of chance.
        walk: pictures on the way from each sample to the next; 0 for the samples alone.
        number: place of a single number of the noise that is varied instead, from 1; 0 for none.
        grid: whether all of them are written side by side as well.
    """

    count: int = 64
    seed: int = 0
    walk: int = 0
    number: int = 0
    grid: bool = False

    @property
    def steps(self) -> int:
        """Samples in a row of a walk, 0 for none."""
        return self.walk or (WALK if self.number else 0)


def make_samples(
    file: Path, run: str, inputs: Sequence[Path], wanted: Wanted, *, out: Path | None, which: Which, as_json: bool
) -> None:
    """Writes samples into a folder. Raises ``TrainingError`` for files to predict for, or without a folder."""
    if inputs:
        raise TrainingError(
            f"Run {run} trained a GAN, which makes samples out of noise and takes no files",
            "",
            f"Leave {', '.join(quoted(p) for p in inputs[:3])} away",
            code="predict.gan_inputs",
        )
    if out is None:
        raise TrainingError(
            f"Run {run} makes new samples, and they need a place",
            "",
            f"Name a folder: workbench predict {quoted(file)} --out FOLDER --count {wanted.count}",
            code="predict.gan_out",
        )
    from ..engine.evaluate.decoder import load_maker
    from ..engine.evaluate.generator import save_grid, save_samples

    maker = load_maker(RunStore(runs_dir_of(file.absolute())), run, which)
    made = maker.samples(_noise(maker, wanted))
    written = save_samples(out, made, maker.how)
    if wanted.grid:
        written += save_grid(out, made, maker.how, wanted.steps)
    if as_json:
        told = {"event": "made", "run": run, "samples": len(made), "seed": wanted.seed}
        emit({**told, "files": [str(path) for path in written]})
    else:
        more = f" and {len(written) - 1:,} more" if len(written) > 1 else ""
        print(f"Made {counted(len(made), 'sample')}: {written[0]}{more}.")


def _noise(maker: TrainedGenerator, wanted: Wanted) -> Array:
    """What the samples are made of. Raises ``TrainingError`` for a walk that can't be gone."""
    from ..engine.evaluate.decoder import along, between

    numbers = math.prod(maker.noise)
    if wanted.number > numbers:
        raise TrainingError(
            f"There is no number {wanted.number} to be varied",
            f"Samples are made of {numbers}",
            f"Set --number to at most {numbers}",
            code="predict.no_number",
        )
    drawn = maker.draw(wanted.count, wanted.seed)
    if wanted.number:
        return along(drawn, wanted.number - 1, wanted.steps)
    if wanted.walk and wanted.count < 2:
        raise TrainingError(
            "A walk leads from one sample to another, and a single one is asked for",
            "",
            "Set --count to 2 or more",
            code="predict.walk",
        )
    return between(drawn, wanted.walk) if wanted.walk else drawn


def compare_samples(file: Path, run: str, split: SplitName, *, which: Which, device: str, as_json: bool) -> None:
    """Prints how far made samples are from those of a split."""
    from ..engine.evaluate.generator import evaluate_gan

    store = RunStore(runs_dir_of(file.absolute()))
    report = evaluate_gan(store, run, split=split, which=which, base_dir=file.absolute().parent, device=device)
    if as_json:
        emit({"event": "evaluated", **report.dump()})
        return
    print(f"Run {report.run}, {report.which} weights, {report.split} split: {counted(report.samples, 'sample')}")
    print(f"distance of as many made samples  {number(report.distance)}")
    if report.real is not None:
        print(f"distance of as many real ones     {number(report.real)}")
    say("note: a GAN has no accuracy; the distance (sliced Wasserstein) is in the units that the networks are fed with")
