"""Files made in processes of their own, a few at a time."""
