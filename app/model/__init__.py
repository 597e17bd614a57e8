"""The data of the atlas, without any view of it: pure Python and pandas.

Imports between the packages go one way: `text` ← `chronology` ← `gazetteer` ← `tables`. The files beside them stand
below all packages but `text`: `paths`, `disk_cache` and `problems` (a finding about a file).
"""
