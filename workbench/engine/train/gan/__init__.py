"""Generative adversarial networks: two networks that learn from each other."""
