"""A plot of many settings at once: an upright axis for each, and a line across them for each run."""
