"""Placeholder dates of programs, such as 9999-12-31 for what is still going on."""

from __future__ import annotations

_PLACEHOLDER_YEARS = ("2999", "3000", "9999")
"""An interval that ends in one of these has the last day of a database for its end."""
_PLACEHOLDERS_OF_DAYS = ("0001-01-01", "2999-12-31", "9999-12-31")

_PLACEHOLDERS_OF_ENDS = ("2099-12-31", "2199-12-31")

_PLACEHOLDERS_OF_STARTS = ("0001-01-01", "1753-01-01", "1899-12-30", "1899-12-31", "1900-01-01")

_CONTAINS_ONE = "contains a placeholder date"

LEAVE_EMPTY = "leave the cell empty where no date is known"


def without_placeholder(text: str) -> str:
    """Return a valid EDTF date without placeholder dates; nothing where none is left."""
    start, slash, end = text.partition("/")
    if not slash:
        return "" if text in _PLACEHOLDERS_OF_DAYS else text
    if end.startswith(_PLACEHOLDER_YEARS) or end in _PLACEHOLDERS_OF_ENDS:
        end = ".."
    whole_years = start == "1900-01-01" and end.endswith("-12-31")
    if start in _PLACEHOLDERS_OF_STARTS and not whole_years:
        start = ""
    return f"{start}/{end}" if start.strip(".") or end.strip(".") else ""


def placeholder_fault(text: str) -> str:
    """Return what is wrong with a valid EDTF date that has a placeholder, or nothing."""
    plain = without_placeholder(text)
    if plain == text:
        return ""
    if not plain:
        return f"{_CONTAINS_ONE}; {LEAVE_EMPTY}"
    if plain.endswith("/.."):
        return f"{_CONTAINS_ONE}; what is still going on has an open end: write {plain}"
    return f"{_CONTAINS_ONE}; a start that nobody knows is left empty: write {plain}"
