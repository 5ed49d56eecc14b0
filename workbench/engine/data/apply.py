"""Raw values to what a network is fed, and its answers back to the data's units.

The arithmetic is float32 ``(x - offset) * scale``, element by element: a slice of a result equals the result of a slice,
and every place that computes it this way (feeding, export) agrees to the last bit.
"""

from __future__ import annotations

import numpy as np

from ..errors import DataError
from .arrays import shape_text
from .encoding import encode
from .preprocess import InputPreprocess, TargetPreprocess
from .raw import Array
from .tagged.targets import placed
from .text.encoding import encode_texts, is_text
from .wide import encode_ids


def transform_inputs(values: Array, preprocess: InputPreprocess) -> Array:
    """A batch of raw values as the network takes them: new, C-ordered float32 (tokens and texts: int64).

    Pictures (N, H, W, C) become (N, C, H, W); tables (N, columns) with categories or gaps become (N, width); other tables, series
    (N, T, C) and tokens (N, T) keep their axes. Series with a mask get a channel more.
    Texts (N,), or their token numbers (N, T), become numbers (N, T).
    Raises ``DataError`` for samples of another shape.
    """
    if preprocess.text is not None and is_text(values):
        values = encode_texts(values, preprocess.text).ids
    shape = preprocess.shape
    raw_shape = (*shape[1:], shape[0]) if preprocess.kind == "image" else shape
    if preprocess.table is not None:
        raw_shape = (len(preprocess.columns),)
    if preprocess.mask:
        raw_shape = (*shape[:-1], preprocess.channels)
    if values.shape[1:] != raw_shape:
        raise DataError(
            f"The samples have the shape {shape_text(values[:1].reshape(values.shape[1:])) if len(values) else values.shape[1:]}",
            f"The network was made for ({', '.join(str(d) for d in raw_shape)})",
            "Bring data of the same kind as the training data",
            code="data.sample_shape",
            values={"shape": values.shape[1:], "expected": raw_shape},
        )
    if preprocess.kind == "tokens" and preprocess.table is not None:
        return encode_ids(values, preprocess.table)
    if preprocess.of_ids:
        return np.array(values, dtype=np.int64, order="C")
    offset = np.asarray(preprocess.offset, dtype=np.float32)
    scale = np.asarray(preprocess.scale, dtype=np.float32)
    if preprocess.kind == "image":
        values = values.transpose(0, 3, 1, 2)
        offset, scale = offset[:, None, None], scale[:, None, None]
    if preprocess.table is not None:
        result = encode(values, preprocess.table)
    else:
        result = np.array(values, dtype=np.float32, order="C")
    np.subtract(result, offset, out=result)
    np.multiply(result, scale, out=result)
    return _filled(result, preprocess) if preprocess.gaps or preprocess.mask else result


def _filled(scaled: Array, preprocess: InputPreprocess) -> Array:
    """Scaled series (N, T, C) with 0 for NaN, and behind them the channel that tells real steps where there is one."""
    missing = np.isnan(scaled)
    scaled[missing] = 0.0
    if not preprocess.mask:
        return scaled
    real = ~missing.all(axis=-1, keepdims=True)
    return np.concatenate([scaled, real.astype(np.float32)], axis=-1)


def transform_target(values: Array, preprocess: TargetPreprocess) -> Array:
    """Targets as the loss takes them: class indexes (N,) int64, labels (N, labels) float32, or ``(y - offset) * scale``
    (N, width) float32; tags (N, T) int64, ``IGNORED`` where there is no token. (What is to be reconstructed is an input: ``transform_inputs``.)"""
    if preprocess.task == "classification":
        return np.array(values, dtype=np.int64)
    if preprocess.task == "tagging":
        return placed(values, preprocess)
    if preprocess.task == "multi_label":
        return np.array(values, dtype=np.float32, order="C")
    result = np.array(values, dtype=np.float32, order="C")
    np.subtract(result, np.asarray(preprocess.offset, dtype=np.float32), out=result)
    np.multiply(result, np.asarray(preprocess.scale, dtype=np.float32), out=result)
    return result


def inverse_target(values: Array, preprocess: TargetPreprocess) -> Array:
    """A network's regression outputs (N, width) in the data's units, float32; those of other tasks pass unchanged."""
    if preprocess.task != "regression":
        return values
    scale = np.asarray(preprocess.scale, dtype=np.float64)
    return (values / scale + np.asarray(preprocess.offset, dtype=np.float64)).astype(np.float32)


def inverse_inputs(values: Array, preprocess: InputPreprocess) -> Array:
    """What the network was fed with, or its reconstruction of that, in the data's units, float32.

    Pictures (N, C, H, W) become (N, H, W, C). A table with categories or gaps stays as wide as the network sees it: its
    numbers come in their units, and each category as a number that is near 1 where it is the one.
    """
    if preprocess.kind == "tokens":
        return values
    offset, scale = (np.asarray(part, dtype=np.float64) for part in preprocess.fed_scales)
    if preprocess.kind == "image":
        values = values.transpose(0, 2, 3, 1)
    return (values / scale + offset).astype(np.float32)
