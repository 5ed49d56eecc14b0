"""The window. Holds no logic that a command line user would miss: it calls the engine."""
