"""The model's tests."""
