"""What each publication changed for readers."""
