"""Texts: how they are cut into tokens, which of those get a number, and the numbers a network is fed."""
