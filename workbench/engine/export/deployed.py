"""The network as others will use it: raw values in, probabilities or numbers in original units out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import torch
from torch import nn

from ..data.apply import inverse_inputs, inverse_target, transform_inputs
from ..data.prepared import PreparedData, SplitName
from ..data.preprocess import CategoryEncoding, InputPreprocess, TableEncoding, TargetPreprocess
from ..data.raw import Array
from ..errors import DataError, ExportError
from ..evaluate.network import TrainedNetwork


@dataclass(frozen=True)
class InputPort:
    """One input of an exported file. ``shape`` and ``dtype`` ("float32", "uint8", "int64") are those of one sample."""

    name: str
    shape: tuple[int, ...]
    dtype: str
    preprocess: InputPreprocess

    @property
    def words(self) -> str:
        """Shape and dtype for people: ``N × 8 × 8 × 1 uint8``."""
        return " × ".join(("N", *map(str, self.shape))) + f" {self.dtype}"


@dataclass(frozen=True)
class OutputPort:
    """One output of an exported file.

    ``activation`` is what ``predict`` applies, ``width`` its numbers for a sample. A single yes or no becomes two
    probabilities, so that there is one for each class. Tags have the ``shape`` (T, tags). A reconstruction has the ``shape`` of a sample and tells how the
    input that it ``reconstructs`` is scaled.
    """

    name: str
    width: int
    activation: str
    target: TargetPreprocess
    shape: tuple[int, ...] = ()
    reconstructs: InputPreprocess | None = None

    @property
    def pair(self) -> bool:
        """Whether one number, the probability of the second class, becomes two."""
        return self.target.task == "classification" and self.activation == "sigmoid" and len(self.target.classes) == 2

    @property
    def words(self) -> str:
        """Shape and dtype for people."""
        return " × ".join(("N", *map(str, self.shape or (self.width,)))) + " float32"


class Deployed(nn.Module):
    """Preprocessing, network, activation and original units in one module.

    Args:
        network: the trained network.
        inputs, outputs: its ports, as ``ports_of`` makes them.
        include_preprocessing: whether scaling is inside; without it, ``forward`` takes what the network was fed.
    """

    def __init__(
        self,
        network: TrainedNetwork,
        inputs: Sequence[InputPort],
        outputs: Sequence[OutputPort],
        *,
        include_preprocessing: bool,
    ) -> None:
        super().__init__()
        self.network = network.module
        self.ports, self.results, self.included = tuple(inputs), tuple(outputs), include_preprocessing
        names = [port.name for port in self.ports]
        self.order = tuple(names.index(name) for name in network.inputs)  # Inputs may share one part of the data
        for i, port in enumerate(self.ports):
            if port.preprocess.table is not None:
                self._hold_table(i, port.preprocess.table)
            trailing = (-1, 1, 1) if port.preprocess.kind == "image" else (-1,)
            self.register_buffer(f"offset_{i}", torch.tensor(port.preprocess.offset).reshape(trailing))
            self.register_buffer(f"scale_{i}", torch.tensor(port.preprocess.scale).reshape(trailing))
        for i, result in enumerate(self.results):
            offset, scale = result.target.offset, result.target.scale
            trailing = (-1,)
            if result.reconstructs is not None:
                offset, scale = result.reconstructs.fed_scales
                trailing = (-1, 1, 1) if result.reconstructs.kind == "image" else (-1,)
            self.register_buffer(f"spread_{i}", torch.tensor(scale).reciprocal().reshape(trailing))
            self.register_buffer(f"center_{i}", torch.tensor(offset).reshape(trailing))

    def forward(self, *inputs: torch.Tensor) -> Any:
        """The predictions of every Output."""
        fed = [self._feed(i, x) for i, x in enumerate(inputs)] if self.included else inputs
        made = self.network.predict(*(fed[i] for i in self.order))  # type: ignore[operator]
        made = made if isinstance(made, tuple) else (made,)
        results = tuple(self._finish(i, y) for i, y in enumerate(made))
        return results[0] if len(results) == 1 else results

    def _feed(self, index: int, x: torch.Tensor) -> torch.Tensor:
        how = self.ports[index].preprocess
        if how.of_ids:  # texts come as token ids, too: a network file has no place for words
            return x if how.table is None else self._ids(index, x.to(torch.float32), how.table)
        if how.kind == "image":
            x = x.permute(0, 3, 1, 2)
        if how.table is not None:
            x = self._encode(index, x.to(torch.float32), how.table)
        offset, scale = getattr(self, f"offset_{index}"), getattr(self, f"scale_{index}")
        result: torch.Tensor = (x.to(torch.float32) - offset) * scale
        if how.gaps or how.mask:
            missing = torch.isnan(result)
            result = torch.where(missing, torch.zeros_like(result), result)
            if how.mask:
                real = 1 - missing.to(torch.float32).amin(dim=-1, keepdim=True)
                result = torch.cat([result, real], dim=-1)
        return result

    def _hold_table(self, index: int, how: TableEncoding) -> None:
        fills = [float("nan") if fill is None else fill for fill in how.fills]
        self.register_buffer(f"numbers_{index}", torch.tensor(how.numbers, dtype=torch.int64))
        self.register_buffer(f"fills_{index}", torch.tensor(fills, dtype=torch.float32))
        self.register_buffer(f"gaps_{index}", torch.tensor(how.indicators, dtype=torch.int64))
        for rule in how.outliers:
            limits = torch.tensor([rule.low, rule.high], dtype=torch.float32)
            self.register_buffer(f"limits_{index}_{rule.column}", limits)
        for line in how.warps:
            for name in ("knots", "levels", "slopes"):
                self.register_buffer(f"{name}_{index}_{line.column}", torch.tensor(getattr(line, name)))
        for k, category in enumerate(how.categories):
            self.register_buffer(f"slots_{index}_{k}", torch.from_numpy(category.table()))
            self.register_buffer(f"places_{index}_{k}", torch.arange(len(category.outputs)))

    def _encode(self, index: int, x: torch.Tensor, how: TableEncoding) -> torch.Tensor:
        """As ``data.encoding.encode``."""
        parts = []
        if how.numbers:
            numbers = x.index_select(1, getattr(self, f"numbers_{index}"))
            limits = {r.column: getattr(self, f"limits_{index}_{r.column}") for r in how.outliers if not r.flag}
            if limits:
                each = ((k, numbers[:, place : place + 1]) for place, k in enumerate(how.numbers))
                numbers = torch.cat([_held(v, limits[k]) if k in limits else v for k, v in each], dim=1)
            numbers = torch.where(torch.isnan(numbers), getattr(self, f"fills_{index}"), numbers)
            warped = {line.column for line in how.warps}
            if warped:
                each = ((k, numbers[:, place : place + 1]) for place, k in enumerate(how.numbers))
                numbers = torch.cat([self._warp(index, k, v) if k in warped else v for k, v in each], dim=1)
            parts.append(numbers)
        if how.indicators:
            parts.append(torch.isnan(x.index_select(1, getattr(self, f"gaps_{index}"))).to(torch.float32))
        for rule in how.flags:
            limits_of, value = getattr(self, f"limits_{index}_{rule.column}"), x[:, rule.column : rule.column + 1]
            parts.append(((value < limits_of[0]) | (value > limits_of[1])).to(torch.float32))
        for k, category in enumerate(how.categories):
            slot = self._slot(index, k, x, category)
            ones = slot.unsqueeze(1) == getattr(self, f"places_{index}_{k}")
            parts.append((slot.unsqueeze(1) if category.ordinal else ones).to(torch.float32))
        return torch.cat(parts, dim=1)

    def _slot(self, index: int, k: int, x: torch.Tensor, category: CategoryEncoding) -> torch.Tensor:
        """The place of each category (N,), -1 for one that is not known."""
        values, count = x[:, category.column], len(category.names)
        missing = torch.isnan(values)
        whole = torch.where(missing, torch.full_like(values, count), values)
        known = (whole >= 0) & (whole < count)
        place = torch.where(missing | known, whole, torch.full_like(whole, count + 1)).to(torch.int64)
        found: torch.Tensor = getattr(self, f"slots_{index}_{k}").index_select(0, place)
        return found

    def _ids(self, index: int, x: torch.Tensor, how: TableEncoding) -> torch.Tensor:
        """As ``data.wide.encode_ids``."""
        start, found = 1, []
        for k, category in enumerate(how.categories):
            slot = self._slot(index, k, x, category)
            found.append(torch.where(slot < 0, torch.zeros_like(slot), slot + start))
            start += len(category.outputs)
        return torch.stack(found, dim=1)

    def _warp(self, index: int, column: int, x: torch.Tensor) -> torch.Tensor:
        """As ``data.scaling.warp``, for a column (N, 1)."""
        knots, levels, slopes = (getattr(self, f"{n}_{index}_{column}") for n in ("knots", "levels", "slopes"))
        held = torch.minimum(torch.maximum(x, knots[:1]), knots[-1:])
        # Counting the knots below is a search that every runtime has.
        place = (held >= knots[1:-1]).to(torch.int64).sum(dim=1)
        line = (held.squeeze(1) - knots.index_select(0, place)) * slopes.index_select(0, place)
        result: torch.Tensor = (levels.index_select(0, place) + line).unsqueeze(1)
        return result

    def _finish(self, index: int, y: torch.Tensor) -> torch.Tensor:
        port = self.results[index]
        if port.pair and y.shape[-1] == 1:
            return torch.cat([1 - y, y], dim=-1)
        if port.target.task in ("regression", "reconstruction") and self.included:
            result: torch.Tensor = y * getattr(self, f"spread_{index}") + getattr(self, f"center_{index}")
            picture = port.reconstructs is not None and port.reconstructs.kind == "image"
            return result.permute(0, 2, 3, 1) if picture else result
        return y


def _held(x: torch.Tensor, limits: torch.Tensor) -> torch.Tensor:
    """A column (N, 1) within its limits; a gap stays one."""
    x = torch.where(x < limits[0], limits[0], x)
    return torch.where(x > limits[1], limits[1], x)


def refuse_neighbours(how: InputPreprocess) -> None:
    """Raises ``ExportError`` for gaps that are filled from similar rows, which an exported file can't look for."""
    if how.table is not None and how.table.neighbours is not None:
        names = ", ".join(f"'{how.columns[k]}'" for k in how.table.neighbours.columns)
        raise ExportError(
            f"Gaps in {names} are filled from similar rows, which cannot be done inside an exported file",
            "A file holds arithmetic, and no rows to look among",
            "Export without preprocessing, or fill the gaps in another way and train again",
            code="export.neighbours",
            values={"columns": [how.columns[k] for k in how.table.neighbours.columns]},
        )


def ports_of(
    network: TrainedNetwork, data: PreparedData, *, include_preprocessing: bool
) -> tuple[list[InputPort], list[OutputPort]]:
    """The inputs and outputs of an export, in the order of the network's; Inputs that take the same data share a port."""
    inputs = []
    for name in dict.fromkeys(network.inputs):
        how, raw = network.preprocess.inputs[name], data.raw.inputs[name]
        if include_preprocessing:
            refuse_neighbours(how)
            shape = how.shape if how.kind == "text" else tuple(int(d) for d in raw.values.shape[1:])
            given_as_ids = how.of_ids and how.table is None
            dtype = "int64" if given_as_ids else "uint8" if raw.values.dtype == np.uint8 else "float32"
        else:
            shape, dtype = how.shape, "int64" if how.of_ids else "float32"
        inputs.append(InputPort(name, shape, dtype, how))
    outputs = []
    alone = len(network.objective.goals) == 1
    for i, goal in enumerate(network.objective.goals):
        target, activation = network.preprocess.targets[goal.target], network.source.activations[i]
        name = "" if alone else f"{network.source.outputs[i]}_"
        if target.task == "reconstruction":
            how = network.preprocess.inputs[target.input]
            shape = (*how.shape[1:], how.shape[0]) if include_preprocessing and how.kind == "image" else how.shape
            port = OutputPort(f"{name}reconstruction", goal.units, activation, target, shape, how)
            outputs.append(port)
            continue
        if target.task == "regression":
            kind = "prediction"
        else:
            kind = "scores" if activation == "none" else "probabilities"
        if target.task == "tagging":
            steps = (target.length, goal.units)
            outputs.append(OutputPort(f"{name}{kind}", goal.units, activation, target, steps))
            continue
        port = OutputPort(f"{name}{kind}", goal.units, activation, target)
        outputs.append(OutputPort(port.name, 2 if port.pair and goal.units == 1 else goal.units, activation, target))
    return inputs, outputs


def replay_samples(data: PreparedData, limit: int) -> tuple[SplitName, Array]:
    """Which samples an export is replayed on: validation ones, training ones where there are none, never the test part."""
    for split in ("validation", "train"):
        indexes = data.splits[split]
        if len(indexes):
            chosen = np.linspace(0, len(indexes) - 1, min(limit, len(indexes))).astype(np.int64)
            return split, indexes[chosen]
    raise DataError("There are no samples to replay the export on", "", "Bring data", code="export.no_samples")


def arguments_for(
    network: TrainedNetwork, data: PreparedData, rows: Array, ports: Sequence[InputPort], *, include_preprocessing: bool
) -> list[Array]:
    """What an export is given for samples ``rows``, one array for each input."""
    if include_preprocessing:
        raw = network.rows(data, rows)
        raw |= {p.name: transform_inputs(raw[p.name], p.preprocess) for p in ports if p.preprocess.kind == "text"}
        return [np.ascontiguousarray(raw[p.name], dtype=p.dtype) for p in ports]
    fed = network.feed(network.rows(data, rows))
    return [fed[network.inputs.index(p.name)].cpu().numpy() for p in ports]


def expected_answers(
    network: TrainedNetwork,
    data: PreparedData,
    rows: Array,
    outputs: Sequence[OutputPort],
    *,
    include_preprocessing: bool,
) -> list[Array]:
    """What the network itself says about samples ``rows``, along the way that evaluation takes."""
    fed = network.feed(network.rows(data, rows))
    answers = []
    for i, (port, logits) in enumerate(zip(outputs, network.logits(fed), strict=True)):
        values = network.activate(i, logits).float().cpu().numpy()
        if port.pair and values.shape[-1] == 1:
            values = np.concatenate([1 - values, values], axis=-1)
        if port.target.task == "regression" and include_preprocessing:
            values = inverse_target(values, port.target)
        if port.reconstructs is not None and include_preprocessing:
            values = inverse_inputs(values, port.reconstructs)
        answers.append(values)
    return answers
