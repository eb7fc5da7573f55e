"""Baseline, goal and verdict of one indicator at one place, beside what the nation asks."""
