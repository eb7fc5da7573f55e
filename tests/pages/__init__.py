"""Every screen run without a browser."""
