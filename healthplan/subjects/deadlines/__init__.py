"""What falls due, on which days."""
