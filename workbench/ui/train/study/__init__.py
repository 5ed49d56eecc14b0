"""What is done with many steps or many runs, in the Train stage's tabs: estimates, learning rate, batch, and studies."""
