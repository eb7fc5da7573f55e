"""What subjects tell of a release."""
