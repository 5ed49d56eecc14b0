"""The Export stage: take a trained network away, with proof that it gives the same answers."""
