"""Everything Workbench does, without a window: never imports Qt (a test proves it)."""
