"""The real tables' tests."""
