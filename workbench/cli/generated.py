"""``predict`` and ``evaluate`` of a GAN: samples out of noise, and how far they are from real ones."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from ..engine.document import Project
from ..engine.errors import TrainingError, WorkbenchError
from ..engine.project.files import load_project, runs_dir_of
from ..engine.runs.store import RunStore, Which
from ..engine.train.gan.recipe import GanAim
from .output import count as counted
from .output import emit, number, quoted, say

if TYPE_CHECKING:
    from ..engine.data.prepared import SplitName


def trained_gan(file: Path, reference: str) -> str:
    """Id of the run that is asked for (the newest that was trained) where it trained a GAN; empty for all others.

    What is wrong with the file or the run is told by whoever looks for them next.
    """
    try:
        load_project(file)
        store = RunStore(runs_dir_of(file.absolute()))
        run = store.get(reference) if reference else store.newest(trained=True)
        project: Project | None = store.project(run.id) if run is not None else None
    except WorkbenchError:
        return ""
    return run.id if run is not None and project is not None and isinstance(project.training.objective, GanAim) else ""


def make_samples(
    file: Path,
    run: str,
    inputs: Sequence[Path],
    *,
    out: Path | None,
    count: int,
    seed: int,
    which: Which,
    as_json: bool,
) -> None:
    """Writes ``count`` samples into a folder. Raises ``TrainingError`` for files to predict for, or without a folder."""
    if inputs:
        raise TrainingError(
            f"Run {run} trained a GAN, which makes samples out of noise and takes no files",
            "",
            f"Leave {', '.join(quoted(p) for p in inputs[:3])} away",
            code="predict.gan_inputs",
        )
    if out is None:
        raise TrainingError(
            f"Run {run} trained a GAN, and the samples that it makes need a place",
            "",
            f"Name a folder: workbench predict {quoted(file)} --out FOLDER --count {count}",
            code="predict.gan_out",
        )
    from ..engine.evaluate.generator import load_generator, save_samples

    generator = load_generator(RunStore(runs_dir_of(file.absolute())), run, which)
    written = save_samples(out, generator.make(count, seed), generator.how)
    if as_json:
        emit({"event": "made", "run": run, "samples": count, "seed": seed, "files": [str(path) for path in written]})
    else:
        more = f" and {len(written) - 1:,} more" if len(written) > 1 else ""
        print(f"Made {counted(count, 'sample')}: {written[0]}{more}.")


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
