"""Attendance and discipline of Indonesian civil servants, from the morning roll to the notice board."""

__version__ = "0.1.0"
