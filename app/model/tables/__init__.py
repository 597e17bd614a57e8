"""The tables of `data/`: their schema, reading and checking, and the atlas that they make.

Imports `text`, `chronology` and `gazetteer`; none of them imports it. Within: `columns` ← `cells` ← `files` ← `checks`
← `loader`; `schema` needs `columns` alone.
"""
