"""Tests of the check command: a small sound set of tables, and a folder for each kind of fault planted in it."""
