"""One finding in place of many, where one cause spoils many rows: no line is lost, and the page stays readable."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from app.model.problems import Problem
from app.model.text.quoting import lines_in_words

MANY = 5
"""Minimum rows with one kind of finding in one column that are joined to one finding."""
MANY_COLUMNS = 2
"""Minimum columns with one kind of finding in many rows that are joined to one finding of the file."""
_QUOTED = re.compile(r"(?<!\w)'.*?'(?!\w)", re.DOTALL)
_FIGURES = re.compile(r"\d+")


def gathered(findings: Iterable[Problem]) -> list[Problem]:
    """Return the findings, those of one kind in one column of a file joined where they stand in MANY rows.

    Of one kind are messages that differ in what they quote and in figures alone. Where they are so in MANY_COLUMNS, the
    file as a whole has suffered, and they are joined over its columns.
    """
    kinds: dict[tuple[str, str, str], dict[str, list[Problem]]] = {}
    for finding in sorted(findings):
        kind = (finding.file, finding.grade, _kind(finding.message))
        kinds.setdefault(kind, {}).setdefault(finding.column, []).append(finding)
    joined: list[Problem] = []
    for by_column in kinds.values():
        many = {column: alike for column, alike in by_column.items() if len(alike) > 1 and len(_rows(alike)) >= MANY}
        joined += [finding for column, alike in by_column.items() if column not in many for finding in alike]
        if len(many) >= MANY_COLUMNS:
            joined.append(_joined([each for alike in many.values() for each in alike], f" of {', '.join(many)}"))
        else:
            joined += [_joined(alike) for alike in many.values()]
    return sorted(joined)


def _joined(alike: list[Problem], columns: str = "") -> Problem:
    first, rows = min(alike), _rows(alike)
    so = f"so in {len(rows)} rows{columns}: {lines_in_words(line for _, line in rows)}"
    return replace(first, message=f"{first.message}; {so}", rows=rows)


def _rows(findings: Iterable[Problem]) -> tuple[tuple[str, int], ...]:
    return tuple(dict.fromkeys(sorted(row for finding in findings for row in finding.all_rows())))


def _kind(message: str) -> str:
    return _FIGURES.sub("0", _QUOTED.sub("''", message))
