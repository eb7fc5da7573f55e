"""The reports that plans ask for, what of them has come, and what they moved."""
