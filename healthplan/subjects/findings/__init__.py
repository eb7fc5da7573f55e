"""What must be known before plans are compared."""
