"""Work beside the server: the queue, the workers, the cache."""
