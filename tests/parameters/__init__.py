"""What an address may choose."""
