"""Devices: those that are there, and a sentence for those that aren't."""

from __future__ import annotations

import pytest
import torch

from workbench.engine.errors import DeviceError
from workbench.engine.train.devices import default_threads, free_memory, list_devices, resolve_device


def test_the_cpu_is_always_there():
    first = list_devices()[0]
    assert first.name == "cpu" and first.label
    assert 0 < first.free <= first.memory
    assert resolve_device("cpu") == torch.device("cpu")
    assert free_memory(torch.device("cpu")) > 0
    assert default_threads() >= 1


def test_auto_takes_the_accelerator_when_there_is_one(monkeypatch):
    monkeypatch.setattr(torch.cuda, "is_available", lambda: True)
    assert resolve_device("auto") == torch.device("cuda", 0)
    monkeypatch.setattr(torch.cuda, "is_available", lambda: False)
    monkeypatch.setattr(torch.backends.mps, "is_available", lambda: False)
    assert resolve_device("auto") == torch.device("cpu")


@pytest.mark.skipif(torch.cuda.is_available(), reason="a GPU is there")
@pytest.mark.parametrize("name", ["cuda", "cuda:1"])
def test_cuda_that_is_not_there(name):
    with pytest.raises(DeviceError, match=f"The device '{name}' is not there.*There is cpu.*Choose auto or cpu"):
        resolve_device(name)


@pytest.mark.parametrize("name", ["gpu", "cuda:x", "tpu:0"])
def test_a_name_that_means_nothing(name):
    with pytest.raises(DeviceError, match=f"The device '{name}' is not there"):
        resolve_device(name)
