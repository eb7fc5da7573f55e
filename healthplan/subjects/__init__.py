"""What the product knows, subject by subject, and of no medium: the SQL and what its rows mean."""
