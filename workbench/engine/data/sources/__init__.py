"""Every data source there is. Importing this package fills ``Source.members``."""

from . import (
    idx,
    image_folder,
    loose_pictures,
    npz,
    picture_table,
    sample,
    series_folder,
    series_table,
    series_ts,
    table,
    tagged,
    text,
)
from .recognise import source_from_path

__all__ = [
    "idx",
    "image_folder",
    "loose_pictures",
    "npz",
    "picture_table",
    "sample",
    "series_folder",
    "series_table",
    "series_ts",
    "source_from_path",
    "table",
    "tagged",
    "text",
]
