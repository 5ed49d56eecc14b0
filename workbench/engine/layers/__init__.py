"""Every layer there is. Importing this package fills ``Layer.members``."""

from . import (
    activation,
    conv,
    dense,
    embedding,
    io,
    kernel,
    merge,
    norm,
    pool,
    recurrent,
    regularisation,
    reshape,
    upsampling,
    variational,
)

__all__ = [
    "activation",
    "conv",
    "dense",
    "embedding",
    "io",
    "kernel",
    "merge",
    "norm",
    "pool",
    "recurrent",
    "regularisation",
    "reshape",
    "upsampling",
    "variational",
]
