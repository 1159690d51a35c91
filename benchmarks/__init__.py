"""Benchmarks: each path of the program as a ratio to a floor that is measured in the same run."""
