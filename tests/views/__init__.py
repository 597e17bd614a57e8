"""The views' tests."""
