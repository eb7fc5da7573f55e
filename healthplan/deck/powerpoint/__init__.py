"""The deck as a PowerPoint file, from a template in the repository."""
