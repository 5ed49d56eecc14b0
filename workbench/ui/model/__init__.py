"""The Model stage: palette, canvas, inspector, and the problems, summary and code below."""
