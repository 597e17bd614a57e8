"""Slides as the bytes of a file: HTML, PNG, PDF or PowerPoint."""
