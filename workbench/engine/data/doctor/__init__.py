"""The data doctor: looks for what would spoil training or scores, and offers cures."""

from .examine import CHECKS, Check, examine
from .finding import SEVERITIES, Diagnosis, Finding, Fix, Looked

__all__ = ["CHECKS", "SEVERITIES", "Check", "Diagnosis", "Finding", "Fix", "Looked", "examine"]
