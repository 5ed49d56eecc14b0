"""What every source's data must satisfy before anything is learnt from it."""

from __future__ import annotations

import numpy as np

from ..errors import DataError
from .raw import Array, RawData, RawInput, RawTarget


def check_raw(raw: RawData) -> None:
    """Raises ``DataError`` for data that cannot be trained on: nothing there, missing or infinite numbers, one class."""
    check_inputs(raw)
    check_targets(raw)


def check_inputs(raw: RawData) -> None:
    """The part of ``check_raw`` that does not depend on what is to be predicted."""
    if not raw.inputs or not raw.targets:
        raise DataError(f"'{raw.title}' has no inputs or no labels", "Both are needed", code="data.no_arrays")
    counts = {name: len(part.values) for name, part in raw.inputs.items()}
    counts |= {name: len(target.values) for name, target in raw.targets.items()}
    count = next(iter(counts.values()))
    if len(set(counts.values())) > 1:
        listed = ", ".join(f"{n:,} of '{name}'" for name, n in counts.items())
        raise DataError(
            f"The parts of the data have different numbers of samples: {listed}",
            "Each sample should have all of them",
            "Choose files or arrays that belong together",
            code="data.counts_differ",
            values=counts,
        )
    if count == 0:
        raise DataError(
            f"'{raw.title}' holds no samples", "", "Choose a source that holds some", code="data.no_samples"
        )
    for name, part in raw.inputs.items():
        _check_input(name, part)


def check_targets(raw: RawData) -> None:
    """The part of ``check_raw`` about what is to be predicted."""
    for name, target in raw.targets.items():
        _check_target(name, target)
        if target.task == "reconstruction":
            _check_reconstructed(raw, target)
    _check_weights(raw.weights)


def _check_input(name: str, part: RawInput) -> None:
    if part.kind == "text":
        if not any(text.strip() for text in part.values.tolist()):
            raise DataError(
                f"All texts of '{name}' are empty",
                "They should hold words",
                "Choose another column or file",
                code="data.empty_samples",
                values={"input": name},
            )
        return
    if part.values[0].size == 0:
        raise DataError(
            f"Each sample of '{name}' is empty",
            "It should hold at least one number",
            "Choose another array",
            code="data.empty_samples",
            values={"input": name},
        )
    if part.kind == "tokens" and part.values.min() < 0:
        raise DataError(
            f"The tokens of '{name}' go down to {part.values.min()}",
            "Tokens are counted from 0",
            "Number them from 0, or read the array as a table",
            code="data.negative_tokens",
            values={"input": name},
        )
    gaps = (
        bool(part.categories) or part.gaps
    )  # cleaning fills those of tables, and what is missing in a series is 0 once scaled
    values = part.windows.rows if part.windows is not None else part.values
    _check_numbers(values, part.columns, "column" if part.kind == "table" else "channel", name, gaps=gaps)


def _check_target(name: str, target: RawTarget) -> None:
    if target.task == "regression":
        _check_numbers(target.values, target.names, "target", name)
        return
    if target.task == "reconstruction":
        return
    if target.task == "multi_label":
        _check_labels(target, name)
        return
    if target.task == "tagging":
        _check_tags(target, name)
        return
    present = np.unique(target.values)
    if len(present) < 2:
        only = target.classes[int(present[0])] if target.classes else str(present[0])
        raise DataError(
            f"All {len(target.values):,} samples have the class '{only}'",
            "Classification needs samples of two classes at least",
            "Add samples of another class, or predict another quantity",
            code="data.one_class",
            values={"target": name, "class": only},
        )


def _check_tags(target: RawTarget, name: str) -> None:
    present = np.unique(target.values)
    present = present[present >= 0]
    if len(present) < 2:
        raise DataError(
            f"All tokens have the tag '{target.classes[int(present[0])]}'",
            "There must be two tags at least to tell apart",
            "Choose another column for the tags, or other data",
            code="data.one_class",
            values={"target": name, "class": target.classes[int(present[0])]},
        )


def _check_weights(weights: Array | None) -> None:
    if weights is None:
        return
    low = float(weights.min())
    if not np.isfinite(weights).all() or low < 0.0 or not weights.max() > 0.0:
        what = "a weight that is no number" if np.isnan(weights).any() else f"the weight {low:g}"
        if low >= 0.0:
            what = "the weight 0 for every sample" if not weights.max() > 0.0 else "an infinite weight"
        raise DataError(
            f"The data has {what}",
            "A weight is a number from 0 up that tells how much a sample counts in the training loss",
            "Correct the weights, or give their column another role",
            code="data.bad_weights",
            values={"smallest": low},
        )


def _check_reconstructed(raw: RawData, target: RawTarget) -> None:
    part = raw.inputs.get(target.input)
    if part is None or part.kind in ("image", "table", "series"):
        return
    raise DataError(
        f"'{target.input}' holds {part.kind}, which an autoencoder can't be compared with",
        "Pictures, tables and series can be reconstructed",
        "Choose another task, or other data",
        code="data.cannot_reconstruct",
        values={"input": target.input, "kind": part.kind},
    )


def _check_labels(target: RawTarget, name: str) -> None:
    values = target.values
    odd = values[(values != 0) & (values != 1)]
    if odd.size:
        raise DataError(
            f"'{name}' holds {odd.flat[0]:g}, which is neither 0 nor 1",
            "Several labels a sample are written as 1 for each that it has, and 0",
            "Correct the labels, or set the task to regression",
            code="data.labels_not_binary",
            values={"target": name, "value": float(odd.flat[0])},
        )
    if (values == values[:1]).all():
        raise DataError(
            f"All {len(values):,} samples have the same labels",
            "There must be a difference to learn",
            "Add samples with other labels, or predict another quantity",
            code="data.one_class",
            values={"target": name},
        )


def _check_numbers(values: Array, columns: tuple[str, ...], word: str, name: str, *, gaps: bool = False) -> None:
    # One sum tells whether there is anything to look for: it is finite unless a value is not, or the sum overflows.
    if values.dtype.kind != "f":
        return
    with np.errstate(over="ignore", invalid="ignore"):
        if np.isfinite(values.sum(dtype=np.float64)):
            return
    for bad, text, code in ((np.isnan, "missing (NaN)", "missing"), (np.isinf, "infinite or too large", "infinite")):
        places = bad(values)
        if not places.any() or (gaps and code == "missing"):
            continue
        by_column = places.reshape(-1, places.shape[-1]).sum(axis=0)
        count = int(by_column.sum())
        found = {c: int(n) for c, n in zip(columns, by_column, strict=False) if n} if columns else {}
        are = f"{count:,} {'value is' if count == 1 else 'values are'} {text}"
        if len(found) == 1:
            where = f"in the {word} '{next(iter(found))}'"
        elif found:
            shown = ", ".join(f"'{c}' {n:,}" for c, n in list(found.items())[:4])
            where = f"in {len(found)} {word}s: {shown}{', ...' if len(found) > 4 else ''}"
        else:
            where = f"in '{name}'"
        raise DataError(
            f"{are} {where}",
            "Every value should be a number",
            "Fill in or take out these samples where the data comes from, then load it again",
            code=f"data.{code}_values",
            values={"name": name, "count": count, "columns": found},
        )
