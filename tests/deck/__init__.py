"""What readers take with them."""
