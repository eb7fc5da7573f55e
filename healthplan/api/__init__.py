"""What programs ask over HTTP, below /api/v1: the routes beside the screens."""
