"""Work that would hold up other readers: done by a few processes beside the server, one after the other."""
