"""Measurements: accuracy on public collections, speed as ratios against peers in the same run."""
