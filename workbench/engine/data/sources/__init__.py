"""Every data source there is. Importing this package fills ``Source.members``."""

from . import idx, image_folder, npz, sample, table
from .recognise import source_from_path

__all__ = ["idx", "image_folder", "npz", "sample", "source_from_path", "table"]
