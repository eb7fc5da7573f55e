"""What a fact is. Frozen types and pure functions; nothing here reads a file, a database or a screen."""
