"""A page as a picture or a PDF: the browser is found, started, watched and spoken to."""
