"""Letters about what changed, to those who asked for them."""
