"""Plots that stay quick with millions of points. ``series`` and ``smoothing`` are plain numpy; only ``chart`` needs pyqtgraph."""
