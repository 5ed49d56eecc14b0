"""The Evaluate stage: how good a trained network is, where it errs, and predictions for new samples."""
