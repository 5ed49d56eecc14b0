"""Checkpoints as safetensors: weights for everybody, and beside them what a run needs to go on exactly.

``best.safetensors`` and ``last.safetensors`` hold the weights under the names of the module's ``state_dict``, so that
``module.load_state_dict(safetensors.torch.load_file(path))`` works anywhere for a network without tied weights.
``last`` holds more, under names that begin with ``train/``. One metadata key, ``workbench``, carries JSON.
"""

from __future__ import annotations

import contextlib
import json
import os
import re
import secrets
import stat
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

import torch
from safetensors import SafetensorError, safe_open
from safetensors.torch import save_file
from torch import nn

from ..errors import TrainingError
from .sharding import is_divided, part_of, whole

Which = Literal["last", "best"]
KEY = "workbench"
"""The one metadata key: safetensors writes several in varying order."""

TRAIN = "train/"
"""Prefix of tensors that are no weights."""


@dataclass(frozen=True)
class Snapshot:
    """Copies of tensors at one moment, on whatever device they were, and what belongs to them.

    Attributes:
        weights: the module's ``state_dict``; names of tied weights share one tensor.
        extra: further tensors by name, without the prefix.
        about: JSON values.
    """

    weights: dict[str, torch.Tensor]
    extra: dict[str, torch.Tensor] = field(default_factory=dict)
    about: dict[str, Any] = field(default_factory=dict)


OWN = "weights/"
"""Prefix, behind ``TRAIN``, of the weights that training goes on with where the file's own are others."""


def with_weights(snapshot: Snapshot, weights: dict[str, torch.Tensor]) -> Snapshot:
    """A snapshot whose file has other weights under their own names, and goes on exactly as the given one all the same."""
    kept = {OWN + name: tensor for name, tensor in snapshot.weights.items()}
    return Snapshot(weights, {**snapshot.extra, **kept}, snapshot.about)


def own_weights(snapshot: Snapshot) -> dict[str, torch.Tensor]:
    """The weights that training goes on with."""
    kept = {n.removeprefix(OWN): tensor for n, tensor in snapshot.extra.items() if n.startswith(OWN)}
    return kept or snapshot.weights


def weights_of(module: nn.Module) -> dict[str, torch.Tensor]:
    """A copy of the module's ``state_dict`` in which tied weights stay one tensor; divided ones are made ``whole``."""
    copies: dict[tuple[Any, ...], torch.Tensor] = {}
    result = {}
    for name, tensor in module.state_dict().items():
        if is_divided(tensor):
            result[name] = whole(tensor)
            continue
        key = (tensor.data_ptr(), tuple(tensor.shape), tensor.stride(), tensor.dtype) if tensor.numel() else (name,)
        if key not in copies:
            copies[key] = tensor.detach().clone(memory_format=torch.contiguous_format)
        result[name] = copies[key]
    return result


def optimizer_state(optimizer: torch.optim.Optimizer) -> tuple[dict[str, torch.Tensor], dict[str, Any]]:
    """The optimiser's state as copied tensors by name and JSON values.

    A list of tensors (L-BFGS has such) is told by ``{"list": length}`` among the values, its entries are
    ``optimizer/<index>/<name>/<place>``; places without a tensor are None.
    """
    state = optimizer.state_dict()
    tensors: dict[str, torch.Tensor] = {}
    values: dict[str, Any] = {}
    for index, entries in state["state"].items():
        for name, value in entries.items():
            if isinstance(value, torch.Tensor):
                tensors[f"optimizer/{index}/{name}"] = whole(value)
            elif isinstance(value, list):
                values[f"{index}/{name}"] = {"list": len(value)}
                for place, entry in enumerate(value):
                    if entry is not None:
                        tensors[f"optimizer/{index}/{name}/{place}"] = entry.detach().clone()
            else:
                values[f"{index}/{name}"] = value
    return tensors, values


def load_optimizer(optimizer: torch.optim.Optimizer, tensors: dict[str, torch.Tensor], values: dict[str, Any]) -> None:
    """Puts back what ``optimizer_state`` took; the settings (learning rate...) stay those of ``optimizer``."""
    entries: dict[int, dict[str, Any]] = {}
    for key, value in values.items():
        index, name = key.split("/", 1)
        kept = [None] * value["list"] if isinstance(value, dict) else value
        entries.setdefault(int(index), {})[name] = kept
    for key, tensor in tensors.items():
        if key.startswith("optimizer/"):
            _, index, name, *place = key.split("/")
            entry = entries.setdefault(int(index), {})
            # A tensor as it lies in a file may begin at any address, and sums over it may then round otherwise.
            if place:
                entry[name][int(place[0])] = tensor.clone()
            else:
                entry[name] = tensor.clone()
    parameters = [p for group in optimizer.param_groups for p in group["params"]]
    for number, own in entries.items():
        own.update({name: _laid_out_as(parameters[number], value) for name, value in own.items()})
    optimizer.load_state_dict({"state": entries, "param_groups": optimizer.state_dict()["param_groups"]})


def _laid_out_as(parameter: torch.Tensor, value: Any) -> Any:
    """A tensor of the parameter's shape in its layout too: fused optimisers walk through both side by side."""
    if not isinstance(value, torch.Tensor) or value.shape != parameter.shape:
        return value
    if is_divided(parameter):
        return part_of(parameter, value)
    return torch.empty_like(parameter, dtype=value.dtype).copy_(value)


def rng_state(device: torch.device) -> dict[str, torch.Tensor]:
    """The state of torch's default generators: the CPU's and the device's."""
    states = {"rng/cpu": torch.get_rng_state()}
    if device.type == "cuda":
        states["rng/cuda"] = torch.cuda.get_rng_state(device)
    elif device.type == "mps":
        states["rng/mps"] = torch.mps.get_rng_state()
    return states


def set_rng_state(tensors: dict[str, torch.Tensor], device: torch.device) -> None:
    """Puts back what ``rng_state`` took; a run that moved to another device keeps that device's own state."""
    torch.set_rng_state(tensors["rng/cpu"])
    if device.type == "cuda" and "rng/cuda" in tensors:
        torch.cuda.set_rng_state(tensors["rng/cuda"], device)
    elif device.type == "mps" and "rng/mps" in tensors:
        torch.mps.set_rng_state(tensors["rng/mps"])


def write_snapshot(path: Path, snapshot: Snapshot) -> None:
    """Writes a checkpoint so that the path holds the old one or the new, never a part.

    Raises ``OSError`` (``ENOSPC`` for a full disk); then the old file is as it was.
    """
    tensors: dict[str, torch.Tensor] = {}
    aliases: dict[str, str] = {}
    first: dict[int, str] = {}
    for name, tensor in snapshot.weights.items():
        if id(tensor) in first:
            aliases[name] = first[id(tensor)]
        else:
            first[id(tensor)] = name
            tensors[name] = tensor.cpu().contiguous()
    for name, tensor in snapshot.extra.items():
        tensors[TRAIN + name] = tensor.cpu().contiguous()
    about = json.dumps({**snapshot.about, "aliases": aliases}, sort_keys=True)
    temporary = path.with_name(f".{path.name}.{secrets.token_hex(4)}.tmp")
    try:
        _save(tensors, temporary, about)
        _sync(temporary)
        os.replace(temporary, path)
    except BaseException:
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise
    # What an earlier process left behind when it was killed in the middle of a write.
    for leftover in path.parent.glob(f".{path.name}.????????.tmp"):
        with contextlib.suppress(OSError):
            leftover.unlink()


def _save(tensors: dict[str, torch.Tensor], path: Path, about: str) -> None:
    # The library makes a file that only its owner may read; everybody else's files follow the user's umask.
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)
    mode = stat.S_IMODE(os.fstat(descriptor).st_mode)
    os.close(descriptor)
    try:
        save_file(tensors, path, metadata={KEY: about})
        os.chmod(path, mode)
    except SafetensorError as error:
        # The library gives the system's error only as text.
        found = re.search(r"os error (\d+)", str(error))
        if found is None:
            raise
        number = int(found[1])
        raise OSError(number, os.strerror(number), str(path)) from error


def _sync(path: Path) -> None:
    descriptor = os.open(path, os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def read_snapshot(path: Path, *, extra: bool = True) -> Snapshot:
    """Reads a checkpoint to the CPU; ``extra`` false leaves out what is no weight. Raises ``TrainingError``."""
    weights: dict[str, torch.Tensor] = {}
    others: dict[str, torch.Tensor] = {}
    try:
        with safe_open(path, framework="pt") as file:
            about = json.loads((file.metadata() or {}).get(KEY, "{}"))
            for name in file.keys():  # noqa: SIM118 - safe_open is no mapping
                if not name.startswith(TRAIN):
                    weights[name] = file.get_tensor(name)
                elif extra:
                    others[name.removeprefix(TRAIN)] = file.get_tensor(name)
    except (OSError, SafetensorError, ValueError) as error:
        raise TrainingError(
            f"The checkpoint {path} can't be read ({error})",
            "It must be a whole safetensors file",
            "Use the run's other checkpoint, or train again",
            code="checkpoint.unreadable",
            values={"file": str(path)},
        ) from error
    for name, original in about.pop("aliases", {}).items():
        weights[name] = weights[original]
    return Snapshot(weights, others, about)


def load_weights(module: nn.Module, weights: dict[str, torch.Tensor], *, where: str) -> None:
    """Puts weights into a module. Raises ``TrainingError`` when they belong to another network.

    Args:
        module: the network.
        weights: tensors by ``state_dict`` name.
        where: what the weights are of, for the message ("run r0003-7f2a").
    """
    own = module.state_dict()
    differing = [n for n in own if n not in weights or weights[n].shape != own[n].shape]
    differing += [n for n in weights if n not in own]
    if differing:
        raise TrainingError(
            f"The weights of {where} don't fit this network: {', '.join(differing[:4])}"
            + (f" and {len(differing) - 4} more differ" if len(differing) > 4 else " differ"),
            "The network must be the one that was trained",
            "Undo the changes to the network, or train it anew",
            code="checkpoint.other_network",
            values={"where": where, "names": differing},
        )
    module.load_state_dict({n: part_of(own[n], w) if is_divided(own[n]) else w for n, w in weights.items()})
