"""What can be wrong with one cell, by the type of its column."""
