"""Viktig asks people what matters to them, sees to it that the answer is read and acted on, and counts how that goes."""

__version__ = "0.1.0"
