"""Texts of the tables: how they are compared in a search, and in which direction they are read."""
