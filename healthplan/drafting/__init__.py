"""A plan from its paper: documents in, numbered lines out, and from these the rows of data/plans as a draft."""
