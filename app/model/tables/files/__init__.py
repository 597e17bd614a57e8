"""From the bytes of a file to text cells with their line numbers."""
