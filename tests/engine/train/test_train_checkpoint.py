"""Checkpoint files: atomic, the same bytes for the same content, tied weights, readable by others."""

from __future__ import annotations

import os

import pytest
import torch
from safetensors.torch import load_file
from torch import nn

from workbench.engine.errors import TrainingError
from workbench.engine.train.checkpoint import (
    Snapshot,
    load_optimizer,
    load_weights,
    optimizer_state,
    read_snapshot,
    weights_of,
    write_snapshot,
)
from workbench.engine.train.keeper import Keeper
from workbench.engine.train.recipe import Optimizer


class Tied(nn.Module):
    """An encoder and a decoder that share one weight."""

    def __init__(self) -> None:
        super().__init__()
        self.encode = nn.Linear(4, 4, bias=False)
        self.decode = nn.Linear(4, 4, bias=False)
        self.decode.weight = self.encode.weight


def test_same_content_same_bytes(tmp_path):
    torch.manual_seed(0)
    module = nn.Sequential(nn.Linear(3, 2), nn.BatchNorm1d(2))
    extra = {f"optimizer/{i}/step": torch.tensor(float(i)) for i in range(20)}
    for name, keys in (("a", ("run", "epoch", "step")), ("b", ("step", "epoch", "run"))):
        write_snapshot(tmp_path / name, Snapshot(weights_of(module), extra, dict.fromkeys(keys, 1)))
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()


def test_tied_weights_are_stored_once_and_come_back_tied(tmp_path):
    path = tmp_path / "last.safetensors"
    torch.manual_seed(1)
    trained, fresh = Tied(), Tied()
    write_snapshot(path, Snapshot(weights_of(trained)))
    assert list(load_file(path)) == ["decode.weight"] or list(load_file(path)) == ["encode.weight"]
    load_weights(fresh, read_snapshot(path).weights, where="a test")
    assert torch.equal(fresh.encode.weight, trained.encode.weight)
    assert fresh.encode.weight is fresh.decode.weight


def test_equal_weights_that_are_not_tied_stay_apart(tmp_path):
    path = tmp_path / "last.safetensors"
    module = nn.ModuleList([nn.Linear(2, 2, bias=False), nn.Linear(2, 2, bias=False)])
    nn.init.zeros_(module[0].weight)
    nn.init.zeros_(module[1].weight)
    write_snapshot(path, Snapshot(weights_of(module)))
    assert sorted(load_file(path)) == ["0.weight", "1.weight"]


def test_a_snapshot_does_not_follow_the_module(tmp_path):
    module = nn.Linear(2, 2)
    snapshot = Snapshot(weights_of(module))
    before = module.weight.detach().clone()
    nn.init.ones_(module.weight)
    assert torch.equal(snapshot.weights["weight"], before)


def test_a_failed_write_leaves_the_old_file_and_no_litter(tmp_path, monkeypatch):
    path = tmp_path / "last.safetensors"
    write_snapshot(path, Snapshot({"w": torch.zeros(3)}))
    before = path.read_bytes()

    def fails(descriptor):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", fails)
    with pytest.raises(OSError, match="No space left"):
        write_snapshot(path, Snapshot({"w": torch.ones(3)}))
    assert path.read_bytes() == before
    assert os.listdir(tmp_path) == [path.name]


@pytest.mark.skipif(os.name != "posix", reason="only POSIX has these permissions")
def test_permissions_follow_the_users_umask(tmp_path):
    before = os.umask(0o027)
    try:
        write_snapshot(tmp_path / "last.safetensors", Snapshot({"w": torch.zeros(3)}))
    finally:
        os.umask(before)
    assert (tmp_path / "last.safetensors").stat().st_mode & 0o777 == 0o640


def test_litter_of_a_killed_write_is_swept(tmp_path):
    path = tmp_path / "last.safetensors"
    (tmp_path / ".last.safetensors.0a1b2c3d.tmp").write_bytes(b"half")
    write_snapshot(path, Snapshot({"w": torch.zeros(3)}))
    assert os.listdir(tmp_path) == [path.name]


@pytest.mark.parametrize("kind", sorted(Optimizer.members))
def test_optimisers_go_on_exactly(tmp_path, kind):
    torch.manual_seed(2)
    x = torch.randn(8, 3)

    def made():
        torch.manual_seed(3)
        module = nn.Linear(3, 1)
        fields = {"momentum": 0.9, "nesterov": True} if kind == "sgd" else {}
        built = Optimizer.members[kind].model_validate(fields).build(module.parameters(), 0.1, 0.01)
        return module, built

    def steps(module, optimizer, count):
        def measured():
            optimizer.zero_grad()
            loss = module(x).square().mean()
            loss.backward()
            return loss

        for _ in range(count):
            if kind == "lbfgs":
                optimizer.step(measured)
            else:
                measured()
                optimizer.step()

    whole, whole_optimizer = made()
    steps(whole, whole_optimizer, 7)
    first, first_optimizer = made()
    steps(first, first_optimizer, 4)
    path = tmp_path / "last.safetensors"
    tensors, values = optimizer_state(first_optimizer)
    write_snapshot(path, Snapshot(weights_of(first), tensors, {"optimizer": values}))
    second, second_optimizer = made()
    read = read_snapshot(path)
    load_weights(second, read.weights, where="a test")
    load_optimizer(second_optimizer, read.extra, read.about["optimizer"])
    steps(second, second_optimizer, 3)
    assert torch.equal(second.weight, whole.weight) and torch.equal(second.bias, whole.bias)


def test_weights_of_another_network_are_refused():
    with pytest.raises(TrainingError, match=r"weight, bias differ.*Undo the changes"):
        load_weights(nn.Linear(2, 2), nn.Linear(3, 3).state_dict(), where="run r0001-aaaa")
    with pytest.raises(TrainingError, match="other"):
        load_weights(nn.Linear(2, 2), {**nn.Linear(2, 2).state_dict(), "other": torch.zeros(1)}, where="run r0001-aaaa")


@pytest.mark.parametrize("content", [b"", b"not safetensors at all", b"\xff" * 64])
def test_a_damaged_file_is_told(tmp_path, content):
    path = tmp_path / "last.safetensors"
    path.write_bytes(content)
    with pytest.raises(TrainingError, match=r"last\.safetensors can't be read"):
        read_snapshot(path)


def test_keeper_writes_best_before_last(tmp_path):
    keeper = Keeper(tmp_path, lambda: 0.0)
    assert keeper.due(0.0)
    keeper.offer("last", Snapshot({"w": torch.zeros(1)}))
    keeper.offer("best", Snapshot({"w": torch.zeros(1)}))
    assert [which for which, _ in keeper.flush(0.0)] == ["best", "last"]
    assert keeper.flush(0.0) == []


@pytest.mark.parametrize(("took", "wait"), [(0.0, 1.0), (0.025, 2.5), (5.0, 60.0)])
def test_keeper_spends_a_hundredth_of_the_trained_time_on_writing(tmp_path, took, wait):
    seconds = iter([100.0, 100.0 + took])
    keeper = Keeper(tmp_path, lambda: next(seconds))
    keeper.offer("last", Snapshot({"w": torch.zeros(1)}))
    keeper.flush(10.0)
    assert not keeper.due(10.0 + took + wait - 0.01)
    assert keeper.due(10.0 + took + wait + 0.01)
