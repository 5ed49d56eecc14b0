"""Every layer there is. Importing this package fills ``Layer.members``."""

from . import activation, conv, dense, embedding, io, merge, norm, pool, recurrent, regularisation, reshape, upsampling

__all__ = [
    "activation",
    "conv",
    "dense",
    "embedding",
    "io",
    "merge",
    "norm",
    "pool",
    "recurrent",
    "regularisation",
    "reshape",
    "upsampling",
]
