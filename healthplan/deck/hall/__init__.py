"""The deck for a hall: one HTML file that needs no network."""
