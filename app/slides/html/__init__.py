"""A slide as one HTML page."""
