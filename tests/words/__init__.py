"""The interface words' tests."""
