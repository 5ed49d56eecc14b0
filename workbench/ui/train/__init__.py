"""The Train stage: start and steer a run, watch its curves, compare runs."""
