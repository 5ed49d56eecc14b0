"""Every data source there is. Importing this package fills ``Source.members``."""

from . import idx, npz, sample, table
from .recognise import source_from_path

__all__ = ["idx", "npz", "sample", "source_from_path", "table"]
