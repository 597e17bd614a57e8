"""Any view as a page by itself, a picture or a document."""
