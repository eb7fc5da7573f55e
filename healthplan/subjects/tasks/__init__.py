"""The tasks of the plans: who leads them, when they run, what they serve."""
