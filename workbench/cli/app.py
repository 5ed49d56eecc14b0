"""The commands and their options, in the words that scripts rely on. What they do stands in the modules beside."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from .. import __version__

app = typer.Typer(
    name="workbench",
    help="Draw a neural network, feed it data, train it, and take it away. Without a command, opens the window: "
    "workbench [FILE].",
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)

MOST_THREADS = 1024
"""More than any computer has cores; what is asked for beyond it is a slip, and takes all memory."""

File = Annotated[Path, typer.Argument(metavar="FILE", help="The project, a .nnwb file.", show_default=False)]
Json = Annotated[bool, typer.Option("--json", help="One JSON object a line on stdout.")]
Run = Annotated[str, typer.Option("--run", metavar="RUN", help="A run's id or its beginning; the newest unless told.")]
Threads = Annotated[
    int,
    typer.Option(
        "--threads",
        min=0,
        max=MOST_THREADS,
        help="CPU threads; 0 means all cores, or one where the network is small.",
    ),
]
Device = Annotated[str, typer.Option("--device", metavar="D", help="auto, cpu, cuda, cuda:1 or mps.")]

TASKS = ("classification", "multi_label", "regression", "reconstruction", "tagging")


class ExportFormat(StrEnum):
    """The formats of ``export``."""

    onnx = "onnx"
    python = "python"
    pt2 = "pt2"


class SplitChoice(StrEnum):
    """The splits of ``evaluate``."""

    train = "train"
    validation = "validation"
    test = "test"


class WeightsChoice(StrEnum):
    """The checkpoints of a run."""

    best = "best"
    last = "last"


WeightsOption = Annotated[WeightsChoice, typer.Option("--weights", help="Which of the run's checkpoints.")]


def _version(wanted: bool) -> None:
    if wanted:
        print(f"workbench {__version__}")
        raise typer.Exit


@app.callback()
def root(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and leave.")
    ] = False,
) -> None:
    """Options before any command."""


@app.command()
def samples(as_json: Json = False) -> None:
    """List the built-in starter projects: id, title, task."""
    from .projects import list_samples

    list_samples(as_json)


@app.command(
    epilog="workbench new SAMPLE FILE.nnwb, or workbench new --data PATH FILE.nnwb",
)
def new(
    names: Annotated[
        list[str],
        typer.Argument(
            metavar="[SAMPLE] FILE", help="A starter project's id and the file to make.", show_default=False
        ),
    ],
    *,
    data: Annotated[
        Path | None,
        typer.Option(
            "--data",
            metavar="PATH",
            help="Start from data: a table, texts, series, arrays, or a folder of pictures.",
        ),
    ] = None,
    target: Annotated[str, typer.Option("--target", metavar="COL", help="What to predict: a column or array.")] = "",
    task: Annotated[
        str, typer.Option("--task", metavar="T", help="classification, multi_label, regression or reconstruction.")
    ] = "",
    ignore: Annotated[
        list[str] | None,
        typer.Option("--ignore", metavar="COL", help="A column of the table that is not used; may be given again."),
    ] = None,
    kind: Annotated[
        str, typer.Option("--kind", metavar="K", help="Take the data as a table, text, series, pictures or arrays.")
    ] = "",
    network: Annotated[
        str,
        typer.Option(
            "--network",
            metavar="N",
            help="The network: baseline; resnet18 for pictures with classes (slow without a GPU); or gan, two networks that "
            "learn to make such samples.",
        ),
    ] = "baseline",
) -> None:
    """Make a project from a starter project, or from data."""
    from ..engine.data.sighting import KINDS
    from .projects import new_from_data, new_from_sample

    wanted = 1 if data is not None else 2
    if len(names) != wanted:
        what = "FILE.nnwb" if data is not None else "SAMPLE and FILE.nnwb"
        raise typer.BadParameter(f"expected {what}, got {' '.join(names)}")
    file = Path(names[-1])
    if file.suffix != ".nnwb":
        raise typer.BadParameter(f"a project file's name ends in .nnwb, and this is {file.name}")
    if data is None and (target or task or ignore or kind or network != "baseline"):
        raise typer.BadParameter("--target, --task, --ignore, --kind and --network go with --data")
    if network not in ("baseline", "resnet18", "gan"):
        raise typer.BadParameter(f"--network is baseline, resnet18 or gan, not {network}")
    if kind not in ("", *KINDS):
        raise typer.BadParameter(f"--kind is {', '.join(KINDS[:-1])} or {KINDS[-1]}, not {kind}")
    if task not in ("", *TASKS):
        raise typer.BadParameter(f"--task is {', '.join(TASKS[:-1])} or {TASKS[-1]}, not {task}")
    if data is not None:
        new_from_data(data, file, target=target, task=task, ignore=ignore or [], kind=kind, network=network)
    else:
        new_from_sample(names[0], file)


@app.command()
def check(
    file: File,
    *,
    data: Annotated[
        bool,
        typer.Option(
            "--data", help="Also look the data over: duplicates, leaks, odd values. Findings change no exit code."
        ),
    ] = False,
    as_json: Json = False,
) -> None:
    """Show shapes, parameters and problems; exit code 1 if the project cannot train."""
    from .projects import check_file

    raise typer.Exit(check_file(file, as_json, data=data))


@app.command()
def train(
    file: File,
    *,
    settings: Annotated[
        list[str] | None,
        typer.Option("--set", metavar="PATH=VALUE", help="Set a field for this run only, e.g. training.epochs=3."),
    ] = None,
    device: Device = "auto",
    resume: Annotated[str, typer.Option("--resume", metavar="RUN", help="Go on with a run.")] = "",
    threads: Threads = 0,
    isolated: Annotated[bool, typer.Option("--isolated", help="Train in a child process.")] = False,
    warm_start: Annotated[
        str,
        typer.Option("--warm-start", metavar="RUN", help="Begin with the weights that a run left, where they fit."),
    ] = "",
    project: Annotated[
        Path | None,
        typer.Option("--project", metavar="FILE", help="The project of that run; this one unless told."),
    ] = None,
    as_json: Json = False,
) -> None:
    """Train; Ctrl+C stops and keeps what was learnt."""
    from .training import Wish, train_file

    if warm_start and resume:
        raise typer.BadParameter("--resume goes on with a run's own weights: it doesn't go with --warm-start")
    if project is not None and not warm_start:
        raise typer.BadParameter("--project goes with --warm-start")
    wish = Wish(file, tuple(settings or ()), device, resume, threads, warm_start, project)
    raise typer.Exit(train_file(wish, isolated=isolated, as_json=as_json))


Settings = Annotated[
    list[str] | None,
    typer.Option("--set", metavar="PATH=VALUE", help="Set a field for this once, e.g. training.batch_size=256."),
]


@app.command()
def probe(
    file: File,
    *,
    settings: Settings = None,
    steps: Annotated[int, typer.Option("--steps", min=1, max=10_000, help="Steps to measure.")] = 20,
    device: Device = "auto",
    threads: Threads = 0,
    as_json: Json = False,
) -> None:
    """Say how long training will take and what memory it needs, from a few steps."""
    from .helpers import probe_file
    from .training import Wish

    probe_file(Wish(file, tuple(settings or ()), device, "", threads), steps=steps, as_json=as_json)


@app.command("find-rate")
def find_rate(
    file: File,
    *,
    settings: Settings = None,
    steps: Annotated[int, typer.Option("--steps", min=20, max=10_000, help="Steps of the ramp.")] = 160,
    device: Device = "auto",
    threads: Threads = 0,
    as_json: Json = False,
) -> None:
    """Find a learning rate: raise it step by step on a copy of the network and watch the loss."""
    from .helpers import find_rate_of
    from .training import Wish

    find_rate_of(Wish(file, tuple(settings or ()), device, "", threads), steps=steps, as_json=as_json)


@app.command("find-batch")
def find_batch(
    file: File,
    *,
    settings: Settings = None,
    device: Device = "auto",
    threads: Threads = 0,
    as_json: Json = False,
) -> None:
    """Find the largest batch that fits in memory, and the smallest that is as quick."""
    from .helpers import find_batch_of
    from .training import Wish

    find_batch_of(Wish(file, tuple(settings or ()), device, "", threads), as_json=as_json)


@app.command()
def study(
    file: File,
    *,
    seeds: Annotated[
        int | None, typer.Option("--seeds", min=2, max=100, metavar="N", help="N runs from N seeds.")
    ] = None,
    folds: Annotated[int | None, typer.Option("--folds", min=2, max=100, metavar="K", help="Cross-validation.")] = None,
    search: Annotated[bool, typer.Option("--search", help="Search for good settings.")] = False,
    space: Annotated[
        list[str] | None,
        typer.Option(
            "--space",
            metavar="PATH=RANGE",
            help="Search this field: training.learning_rate=1e-4..1e-1:log, networks.model.dense_1.units=16..256, "
            "training.optimizer=adam,sgd. May be given again; takes the place of the project's space.",
        ),
    ] = None,
    trials: Annotated[int | None, typer.Option("--trials", min=1, help="Trials of the search at most.")] = None,
    resume: Annotated[str, typer.Option("--resume", metavar="STUDY", help="Go on with a study.")] = "",
    workers: Annotated[int, typer.Option("--workers", min=0, max=64, help="Runs at a time; 0: one a core.")] = 0,
    settings: Settings = None,
    device: Device = "auto",
    threads: Annotated[
        int, typer.Option("--threads", min=0, max=MOST_THREADS, help="CPU threads in all; 0 means all cores.")
    ] = 0,
    as_json: Json = False,
) -> None:
    """Train many runs as one: several seeds, cross-validation, or a search. Ctrl+C stops and keeps what there is."""
    from .studying import Asked, study_file
    from .training import Wish

    if sum(map(bool, (seeds, folds, search, resume))) != 1:
        raise typer.BadParameter("say what to study: --seeds N, --folds K, --search or --resume STUDY")
    if (space or trials) and not search:
        raise typer.BadParameter("--space and --trials go with --search")
    wish = Wish(file, tuple(settings or ()), device, "", threads)
    asked = Asked(seeds or 0, folds or 0, search, tuple(space or ()), trials or 0, resume, workers)
    raise typer.Exit(study_file(wish, asked, as_json=as_json))


@app.command()
def evaluate(
    file: File,
    *,
    run: Run = "",
    split: Annotated[SplitChoice, typer.Option("--split", help="Which part of the data.")] = SplitChoice.test,
    weights: WeightsOption = WeightsChoice.best,
    device: Device = "auto",
    as_json: Json = False,
) -> None:
    """Score a run's weights on a split of the data."""
    from .generated import compare_samples, trained_gan

    gan = trained_gan(file, run)
    if gan:
        compare_samples(file, gan, split.value, which=weights.value, device=device, as_json=as_json)
        return
    from .results import evaluate_file

    evaluate_file(file, run, split.value, which=weights.value, device=device, as_json=as_json)


@app.command()
def predict(
    file: File,
    inputs: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="INPUT...",
            help="Pictures, tables, texts (one in each line), series, .npy or .npz files; none to make new samples.",
            show_default=False,
        ),
    ] = None,
    *,
    run: Run = "",
    weights: WeightsOption = WeightsChoice.best,
    out: Annotated[
        Path | None,
        typer.Option(
            "--out",
            metavar="FOLDER",
            help="Where to save what an autoencoder makes of each sample, or new samples.",
        ),
    ] = None,
    count: Annotated[int, typer.Option("--count", min=1, max=100_000, help="How many new samples are made.")] = 64,
    seed: Annotated[int, typer.Option("--seed", min=0, help="The same seed, the same new samples.")] = 0,
    walk: Annotated[
        int,
        typer.Option(
            "--walk", metavar="STEPS", min=0, max=1000, help="Goes from each new sample to the next in so many steps."
        ),
    ] = 0,
    number: Annotated[
        int,
        typer.Option(
            "--number", metavar="K", min=0, help="Varies the K-th number that new samples are made of, and no other."
        ),
    ] = 0,
    grid: Annotated[bool, typer.Option("--grid", help="Writes new pictures side by side as well.")] = False,
    text: Annotated[
        list[str] | None,
        typer.Option(
            "--text",
            metavar="TEXT",
            help="A text to predict for, with blanks between tokens that are to be tagged. May be given again.",
        ),
    ] = None,
    as_json: Json = False,
) -> None:
    """Predict for new samples from files or texts; let a GAN or a variational autoencoder make new ones."""
    from .generated import Wanted, make_samples, trained_decoder, trained_gan

    maker = trained_gan(file, run) or (trained_decoder(file, run) if not inputs and not text else "")
    if maker:
        wanted = Wanted(count, seed, walk, number, grid)
        make_samples(file, maker, inputs or [], wanted, out=out, which=weights.value, as_json=as_json)
        return
    if not inputs and not text:
        raise typer.BadParameter("Name at least one file to predict for.", param_hint="INPUT")
    from .results import predict_files

    predict_files(file, inputs or [], run=run, which=weights.value, as_json=as_json, out=out, texts=text or ())


@app.command()
def export(
    file: File,
    *,
    format: Annotated[ExportFormat, typer.Option("--format", help="What to write.", show_default=False)],
    out: Annotated[Path, typer.Option("--out", metavar="PATH", help="Where to write it.", show_default=False)],
    run: Run = "",
    weights: WeightsOption = WeightsChoice.best,
    preprocessing: Annotated[
        bool,
        typer.Option(
            "--preprocessing/--no-preprocessing", help="Take raw values, or values already scaled as in training."
        ),
    ] = True,
    decoder: Annotated[
        bool, typer.Option("--decoder", help="Only the half of a variational autoencoder that makes samples.")
    ] = False,
    as_json: Json = False,
) -> None:
    """Export a run's network; it gets its name only after it gave the same answers on real samples."""
    from .results import export_file

    export_file(
        file,
        format.value,
        out,
        run=run,
        which=weights.value,
        preprocessing=preprocessing,
        decoder=decoder,
        as_json=as_json,
    )


@app.command()
def runs(file: File, as_json: Json = False) -> None:
    """List the project's runs, newest first."""
    from .results import list_runs

    list_runs(file, as_json)


@app.command()
def doctor(as_json: Json = False) -> None:
    """Show versions, devices, memory, and what is missing and how to get it."""
    from .doctor import examine

    examine(as_json)
