"""Scaling values for the network, and its answers back."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.engine.data.apply import inverse_target, transform_inputs, transform_target
from workbench.engine.data.preprocess import InputPreprocess, TargetPreprocess
from workbench.engine.errors import DataError


def single(values) -> tuple[float, ...]:
    return tuple(float(np.float32(v)) for v in values)


@given(st.integers(0, 10_000), st.sampled_from(["uint8", "float32", "table", "series"]), st.integers(1, 3))
@settings(max_examples=60, deadline=None)
def test_any_slice_equals_the_slice_of_the_whole_to_the_last_bit(seed, kind, channels):
    random = np.random.RandomState(seed)
    offset, scale = single(random.normal(size=channels) * 50), single(random.uniform(0.001, 3, channels))
    if kind in ("uint8", "float32"):
        values = random.randint(0, 256, (9, 4, 5, channels)).astype(kind)
        how = InputPreprocess(kind="image", shape=(channels, 4, 5), offset=offset, scale=scale)
        moved = values.transpose(0, 3, 1, 2).astype(np.float32)
        add = np.float32(offset)[:, None, None], np.float32(scale)[:, None, None]
    else:
        shape = (channels,) if kind == "table" else (6, channels)
        values = random.normal(size=(9, *shape)).astype(np.float32)
        how = InputPreprocess(kind=kind, shape=shape, offset=offset, scale=scale)
        moved, add = values, (np.float32(offset), np.float32(scale))
    before = values.copy()
    whole = transform_inputs(values, how)
    assert whole.dtype == np.float32 and whole.flags.c_contiguous and whole.shape == (9, *how.shape)
    assert np.array_equal(whole, (moved - add[0]) * add[1])
    assert np.array_equal(values, before)
    index = random.randint(0, 9, 5)
    assert np.array_equal(transform_inputs(values[index], how), whole[index])
    assert np.array_equal(transform_inputs(values[2:3], how), whole[2:3])
    # torch must agree, because an exported network computes the same two operations.
    theirs = (torch.from_numpy(np.ascontiguousarray(moved)) - torch.from_numpy(add[0])) * torch.from_numpy(add[1])
    assert np.array_equal(theirs.numpy(), whole)


def test_an_empty_batch_keeps_its_shape():
    how = InputPreprocess(kind="image", shape=(3, 4, 5), offset=(0.0,), scale=(1.0,))
    assert transform_inputs(np.zeros((0, 4, 5, 3), np.uint8), how).shape == (0, 3, 4, 5)


def test_the_result_is_never_the_raw_array():
    how = InputPreprocess(kind="table", shape=(2,), offset=(0.0,), scale=(1.0,))
    values = np.ones((3, 2), np.float32)
    assert not np.shares_memory(transform_inputs(values, how), values)


def test_other_shapes_are_refused_with_both():
    how = InputPreprocess(kind="image", shape=(3, 4, 5), offset=(0.0,), scale=(1.0,))
    with pytest.raises(DataError, match=r"shape \(3, 4, 5\)\. The network was made for \(4, 5, 3\)"):
        transform_inputs(np.zeros((2, 3, 4, 5), np.uint8), how)


def test_targets_go_there_and_back():
    how = TargetPreprocess(task="regression", names=("a", "b"), offset=single((150.0, -2.0)), scale=single((0.01, 3.0)))
    values = np.random.RandomState(0).normal(100, 50, (20, 2)).astype(np.float32)
    scaled = transform_target(values, how)
    assert np.array_equal(scaled, (values - np.float32(how.offset)) * np.float32(how.scale))
    np.testing.assert_allclose(inverse_target(scaled, how), values, rtol=1e-5)
    assert inverse_target(scaled, how).dtype == np.float32


def test_classes_pass_as_int64():
    how = TargetPreprocess(task="classification", classes=("a", "b"))
    values = np.array([0, 1, 1])
    assert transform_target(values, how).dtype == np.int64
    assert inverse_target(values, how) is values
