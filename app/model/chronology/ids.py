"""Ids of rows, and the program's own keys, which can stand beside them."""

from __future__ import annotations

ID_PATTERN = r"[a-z0-9]+(-[a-z0-9]+)*"
"""What an id of a table looks like, as a whole."""
_OWN = "~"
"""First character of the program's own keys: `ID_PATTERN` does not have it, so no table's id can be one of them."""


def own_key(name: str) -> str:
    """Return a key of the program's own, which stands beside the ids of a table and equals none of them."""
    return _OWN + name
