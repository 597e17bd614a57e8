"""The Slides page: compose a slide, take it away as a file, and collect several in a deck."""
