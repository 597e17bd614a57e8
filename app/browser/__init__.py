"""What runs in the reader's browser: ES modules and stylesheets, and the Python that joins them for sending."""
