"""The Data stage: where the data comes from, what it looks like, how it is split."""
