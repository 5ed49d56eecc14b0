"""Plots that stay quick with millions of points. ``series``, ``smoothing``, ``trace`` and ``scale`` are plain numpy."""
