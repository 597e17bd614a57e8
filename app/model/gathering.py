"""One finding in place of many, where one cause spoils many rows: no line is lost, and the page stays readable."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from app.model.problems import Problem, lines_in_words

MANY = 5
"""From so many rows on, findings of one kind in one column are one finding."""
_QUOTED = re.compile(r"(?<!\w)'.*?'(?!\w)", re.DOTALL)
_FIGURES = re.compile(r"\d+")


def gathered(findings: Iterable[Problem]) -> list[Problem]:
    """Return the findings, those of one kind in one column of a file joined where they stand in MANY rows.

    Of one kind are messages that differ in what they quote and in figures alone.
    """
    kinds: dict[tuple[str, str, str, str], list[Problem]] = {}
    for finding in sorted(findings):
        kinds.setdefault((finding.file, finding.column, finding.grade, _kind(finding.message)), []).append(finding)
    joined: list[Problem] = []
    for alike in kinds.values():
        rows = tuple(dict.fromkeys(row for finding in alike for row in finding.all_rows()))
        if len(alike) < 2 or len(rows) < MANY:
            joined += alike
            continue
        first = alike[0]
        lines = lines_in_words(line for _, line in rows)
        joined.append(replace(first, message=f"{first.message}; so in {len(rows)} rows: {lines}", rows=rows))
    return sorted(joined)


def _kind(message: str) -> str:
    return _FIGURES.sub("0", _QUOTED.sub("''", message))
