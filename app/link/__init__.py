"""The live link: the components and browser scripts that keep map, timeline, list and Python in step."""
