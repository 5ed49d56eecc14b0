"""What is wrong with a run while it trains: figures of each layer, findings with cures, the layer where NaN began."""
