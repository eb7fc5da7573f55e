"""The desk: what is brought is checked, compared, approved, published, and can be undone; every act is written down."""
