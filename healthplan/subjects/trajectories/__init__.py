"""What places and the nation state and report of one indicator over the years."""
