"""Workbench: draw a neural network, feed it data, train it live, look inside, export it."""

__version__ = "0.1.0"
