"""Series: samples of unequal lengths, windows over a long table, and what their channels are made of."""
