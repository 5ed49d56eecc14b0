"""Every data source there is. Importing this package fills ``Source.members``."""

from . import idx, npz, sample

__all__ = ["idx", "npz", "sample"]
