"""What an address may ask for: each parameter with its options, its usual value and its words; read leniently
for a screen, strictly for the API."""
