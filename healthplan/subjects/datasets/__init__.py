"""Any rows of any dataset, as programs and the explorer ask for them."""
