"""Quotation marks that are not those of CSV: not doubled within a cell, or typed ones around it, as “…” and «…»."""

from __future__ import annotations

_CLOSING = {"“": "”“", "”": "”", "„": "“”", "‟": "”", "«": "»", "‘": "’", "‚": "‘’", "'": "'"}
"""Typed quotation marks that may open a cell, and those that then close it."""


def begins_with_typed_quote(cell: str) -> bool:
    """Return True for a cell such as `“Lamps`, whose mark may have been meant to enclose it."""
    return cell[:1] in _CLOSING and cell[:1] != "'"


def without_typed_quotes(cell: str) -> str:
    """Return the cell without the typed quotation marks around it, or as it is."""
    if len(cell) > 1 and cell[-1] in _CLOSING.get(cell[0], ""):
        return cell[1:-1].strip()
    return cell


def joined_within_typed_quotes(cells: list[str], separator: str) -> list[str]:
    """Return the cells with those joined that a pair of typed quotation marks encloses together."""
    joined: list[str] = []
    at = 0
    while at < len(cells):
        bare = cells[at].strip()
        closing = _CLOSING.get(bare[:1], "")
        end = at
        if closing and not any(mark in bare[1:] for mark in closing):
            ends = (to for to in range(at + 1, len(cells)) if cells[to].strip()[-1:] in tuple(closing))
            end = next(ends, at)
        whole = separator.join(cells[at : end + 1])
        joined.append(without_typed_quotes(whole.strip()) if end > at else cells[at])
        at = end + 1
    return joined


def read_loosely(line: str, separator: str, width: int) -> list[str] | None:
    """Return the cells of a line in which quotation marks within cells are not doubled, or None where none make sense.

    A cell such as `"Caesar" sanctions` keeps its marks; in one such as `"the "Caesar" sanctions"` the outer ones are
    those of CSV. Where that is not told by what stands around them, the number of cells decides.
    """
    line = line.rstrip("\r\n")
    for outer_first in (False, True):
        cells = _cells(line, separator, outer_first=outer_first)
        if cells is not None and len(cells) == width:
            return cells
    return None


def _cells(line: str, separator: str, *, outer_first: bool) -> list[str] | None:
    cells: list[str] = []
    at = 0
    while at <= len(line):
        end, cell = _cell(line, at, separator, outer_first=outer_first)
        cells.append(cell)
        at = end + 1
    return cells


def _cell(line: str, at: int, separator: str, *, outer_first: bool) -> tuple[int, str]:
    """Return where the cell that begins at an index ends, and its content."""
    bare_end = _end_at(line, at, separator)
    if not line.startswith('"', at):
        return bare_end, line[at:bare_end]
    closing = _closing_of_csv(line, at, separator)
    if closing is not None:
        return closing + 1, line[at + 1 : closing].replace('""', '"')
    if outer_first or not _is_word_in_marks(line[at:bare_end]):
        outer = line.find(f'"{separator}', at + 1)
        outer = len(line) - 1 if outer < 0 and line.endswith('"') and len(line) - 1 > at else outer
        if outer > at:
            return outer + 1, line[at + 1 : outer].replace('""', '"')
    return bare_end, line[at:bare_end]


def _end_at(line: str, at: int, separator: str) -> int:
    end = line.find(separator, at)
    return len(line) if end < 0 else end


def _closing_of_csv(line: str, at: int, separator: str) -> int | None:
    """Return the index of the mark that closes a cell by the rules of CSV, or None where another one stands before."""
    to = at + 1
    while (to := line.find('"', to)) >= 0:
        if line.startswith('""', to):
            to += 2
        elif to + 1 == len(line) or line.startswith(separator, to + 1):
            return to
        else:
            return None
    return None


def _is_word_in_marks(cell: str) -> bool:
    """Return True for `"Caesar" sanctions`, where the second mark closes what the first one opens."""
    second = cell.find('"', 1)
    if second < 0:
        return False
    before, behind = cell[second - 1], cell[second + 1 : second + 2]
    return not before.isspace() and (not behind or not behind.isalnum())
