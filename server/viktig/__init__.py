"""Viktig asks what matters to people, sees to it that the answer is read and acted on, and counts how that goes."""

__version__ = "0.1.0"
