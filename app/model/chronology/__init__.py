"""What happened when: entities, codes, dates, the time scale, the View and what it shows of them.

Imports `text`, and of the files beside it `paths` and `problems`.
"""
