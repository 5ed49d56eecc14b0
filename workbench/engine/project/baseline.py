"""From data to a project: a recipe for the file, and a small network that is a fair first try."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from pydantic import ValidationError

from ..data.cleaning_recipe import CleaningRecipe
from ..data.left_out import by_reason, left_out_count
from ..data.prepare import prepare
from ..data.prepared import PreparedData
from ..data.raw import Skipped
from ..data.recipe import DataRecipe, Progress, Source
from ..data.sighting import Candidate
from ..data.sources.recognise import candidates
from ..data.sources.series_table import SeriesTableSource
from ..data.sources.table import TableSource
from ..data.sources.tagged import TaggedSource
from ..data.text.recipe import TextRecipe
from ..document import MODEL, Project, View
from ..errors import DataError
from ..graph.layout import auto_layout
from ..shapes import FORECAST, DataFacts, TargetFacts
from ..train.recipe import FOR_NEW_PROJECTS, TrainingRecipe
from .first_network import baseline, series, tags, text
from .first_network.pictures import photos
from .proposal import Proposal, proposal_of

SHOWN = 3
"""Reasons for which something was left out that are told."""


def project_from_data(
    path: Path,
    base_dir: Path,
    *,
    target: str = "",
    task: str = "",
    ignore: Sequence[str] = (),
    kind: str = "",
    progress: Progress | None = None,
) -> tuple[Project, str]:
    """A project for the data at ``path`` and a sentence on what was found.

    Args:
        path: a table (.csv, .tsv, .parquet...), a ``.npz`` file, an IDX file, a folder of IDX files, or one of pictures.
        base_dir: folder of the project's file.
        target: name of the column or array to predict; empty: guessed.
        task: "classification", "multi_label", "regression", "reconstruction" or "tagging"; empty: by the values.
        ignore: columns of a table that are not used.
        kind: what it is taken as, one of ``KINDS``; empty: what it most likely is.
        progress: called with the share done while the data is read; may raise ``Cancelled``.

    Raises ``DataError`` for other files, and for data that can't be read.
    """
    source = source_for(path, base_dir, target=target, task=task, ignore=ignore, kind=kind)
    again = task == "reconstruction"
    made = propose(source, base_dir, title=path.name.split(".")[0], again=again, progress=progress)
    return made.project, found_words(made.prepared)


def propose(
    source: Source,
    base_dir: Path,
    *,
    title: str = "",
    again: bool = False,
    wide: bool = True,
    progress: Progress | None = None,
) -> Proposal:
    """Reads and prepares data and proposes a project for it: recipe, split, a small network, how long to train; with
    ``again`` an autoencoder. ``wide``: whether columns of many categories may be fed as ids.

    Raises ``DataError`` for data that can't be used.
    """
    recipe = DataRecipe(source=source, predict="input" if again and not source.unlabelled else "target")
    if isinstance(source, TableSource) and wide and not again:
        recipe = recipe.updated(cleaning=CleaningRecipe(encoding="wide"))
    if isinstance(source, TaggedSource):
        # Capitals tell names, and a tag that is cut off is never learnt.
        recipe = recipe.updated(text=TextRecipe(lower=False, whole=1.0))
    prepared = prepare(recipe, base_dir, progress)
    if isinstance(source, SeriesTableSource) and prepared.raw.windows is not None:
        recipe = recipe.updated(source=source.settled(prepared.raw), split=recipe.split.updated(method="time"))
    facts = prepared.facts
    if any(target.task == "regression" for target in facts.targets.values()):
        recipe = recipe.updated(target_scaling="standard")
        prepared = prepare(recipe, base_dir)
    graph = baseline(facts)
    project = Project(
        title=title or "Untitled",
        notes=prepared.raw.note,
        networks={MODEL: graph},
        data=recipe,
        training=_training(prepared.count, source, facts).updated(**FOR_NEW_PROJECTS),
        view=View(positions=auto_layout(graph)),
    )
    return proposal_of(project, prepared)


def found_words(prepared: PreparedData) -> str:
    """What was found in the data, and what was left out, in a sentence or two."""
    goal = next(iter(prepared.facts.targets.values()))
    note = f"{prepared.count:,} samples of {next(iter(prepared.facts.inputs.values()))}, {_goal(prepared, goal)} to predict."
    return f"{note}{_left_out(prepared.raw.skipped)}"


def _goal(prepared: PreparedData, goal: TargetFacts) -> str:
    """What is to be predicted; of tables also which column that is, as it may have been guessed."""
    if goal.task == "reconstruction":
        return "themselves"
    kinds = {
        "classification": f"{len(goal.classes)} classes",
        "multi_label": f"{len(goal.classes)} labels",
        "tagging": f"{len(goal.classes)} tags",
    }
    what = kinds.get(goal.task, "numbers")
    names = [f"'{c.name}'" for c in prepared.raw.columns if c.role == "target"]
    return f"{what} of {', '.join(names)}" if names else what


def _left_out(skipped: tuple[Skipped, ...]) -> str:
    if not skipped:
        return ""
    groups, total = by_reason(skipped), left_out_count(skipped)
    shown = "; ".join(f"{g.names(1)}: {g.reason.rstrip('.')}" for g in groups[:SHOWN])
    more = f"; and {len(groups) - SHOWN:,} more reasons" if len(groups) > SHOWN else ""
    count = "1 item was" if total == 1 else f"{total:,} items were"
    return f" {count} left out ({shown}{more})."


def source_for(
    path: Path, base_dir: Path, *, target: str = "", task: str = "", ignore: Sequence[str] = (), kind: str = ""
) -> Source:
    """The source that reads a file or folder, told by its content. Raises ``DataError`` for a kind that none reads.

    Args as in ``project_from_data``.
    """
    return chosen(candidates(path.absolute(), base_dir), path.name, target=target, task=task, ignore=ignore, kind=kind)


def chosen(
    found: Sequence[Candidate],
    name: str,
    *,
    target: str = "",
    task: str = "",
    ignore: Sequence[str] = (),
    kind: str = "",
) -> Source:
    """The source of the likeliest candidate, of a kind if one is told, with another target, task, or fewer columns."""
    kinds = list(dict.fromkeys(c.kind for c in found))
    if kind and kind not in kinds:
        raise DataError(
            f"{name} can't be taken as {kind}",
            f"It can be taken as {' or '.join(kinds)}",
            "Choose one of these, or another file",
            code="data.other_kind",
            values={"kind": kind, "kinds": kinds},
        )
    source = next(c.source for c in found if kind in ("", c.kind))
    if ignore and not isinstance(source, TableSource):
        raise DataError(
            f"{name} is no table, and only columns of a table can be ignored",
            "",
            "Leave --ignore away",
            code="data.ignore",
        )
    for column in ignore:
        source = source.with_column(column, role="ignore") if isinstance(source, TableSource) else source
    if task == "reconstruction" and not source.unlabelled:
        task = ""  # every source's input can be reconstructed: that is for the recipe to say
    try:
        return source.aimed(target, task) if target or task else source
    except ValidationError as error:
        raise DataError(
            f"{name} can't be read for the task {task.replace('_', ' ')}",
            f"It is taken as {type(source).title.lower()}, which knows other tasks",
            "Leave --task away, or take it as another kind",
            code="data.no_such_task",
            values={"task": task},
        ) from error


def _training(count: int, source: Source, facts: DataFacts) -> TrainingRecipe:
    if all(series.is_series(spec) for spec in facts.inputs.values()):
        return series.training(count, forecasting=FORECAST in facts.targets)
    if any(target.task == "tagging" for target in facts.targets.values()):
        return tags.training(count)
    if facts.vocabulary:
        return text.training(count)
    return TrainingRecipe(batch_size=_batch_size(count), epochs=_epochs(count, source, facts))


def _batch_size(count: int) -> int:
    return 32 if count < 5_000 else 64 if count < 30_000 else 128


def _epochs(count: int, source: Source, facts: DataFacts) -> int:
    if isinstance(source, TableSource):  # rows are learnt from in a fraction of the time that pictures take
        return 60 if count < 1_000 else 40 if count < 20_000 else 20 if count < 100_000 else 5
    if any(photos(spec) for spec in facts.inputs.values()):
        return 30 if count < 2_000 else 15 if count < 10_000 else 5
    return 60 if count < 1_000 else 20 if count < 10_000 else 5
