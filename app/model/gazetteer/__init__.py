"""Where things are: distances, outlines of countries, the border, and Nominatim.

Imports `text` and `chronology` (`entities.Place`), and `paths`.
"""
