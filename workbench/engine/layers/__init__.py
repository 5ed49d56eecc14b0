"""Every layer there is. Importing this package fills ``Layer.members``."""

from . import activation, dense, io, reshape

__all__ = ["activation", "dense", "io", "reshape"]
