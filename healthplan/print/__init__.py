"""Everything that goes to paper or into a picture file."""
