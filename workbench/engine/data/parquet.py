"""Parquet files as frames."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from ..errors import DataError

if TYPE_CHECKING:
    import polars as pl


def read_parquet(path: Path, rows: int | None = None) -> pl.DataFrame:
    """The columns of a Parquet file but nested and binary ones; all rows, or the first ones without reading the rest.

    Raises ``DataError`` where it can't be read.
    """
    import polars as pl

    try:
        lazy = pl.scan_parquet(path)
        frame = (lazy if rows is None else lazy.head(rows)).collect()
    except (pl.exceptions.PolarsError, OSError) as error:
        raise DataError(
            f"'{path.name}' is damaged, cut short, or not a Parquet file ({str(error).splitlines()[0][:200]})",
            "",
            "Copy or save it again",
            code="data.parquet_damaged",
            values={"file": path.name},
        ) from error
    return frame.drop([name for name, kind in frame.schema.items() if kind.is_nested() or kind == pl.Binary])
