"""What screens and the HTTP API ask."""
