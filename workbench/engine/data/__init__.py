"""Data: sources, splits, preparation, and feeding a network."""
