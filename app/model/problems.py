"""A finding in a table: where it is and how to mend it. A problem stops a cell, row or file; a remark stops nothing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from app.model.text.quoting import visible

PROBLEM, REMARK = "problem", "remark"
"""The two grades of a finding."""


@dataclass(frozen=True, order=True)
class Problem:
    """One finding that an editor can look up and mend."""

    file: str
    """File name inside the data folder, such as `events.csv`."""
    line: int
    """Line in the file, counted from 1 as a text editor does; 0 for the file as a whole."""
    column: str
    """Column name; empty where the fault is the row's or the file's."""
    message: str
    """What is wrong and how to mend it."""
    grade: str = PROBLEM
    """`problem`, or `remark` for a doubt that stops nothing."""
    rows: tuple[tuple[str, int], ...] = ()
    """File and line of every row that one cause spoils, where there are several; else empty."""

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}" if self.line else self.file
        parts = [place, self.column, self.grade if self.grade == REMARK else "", self.message]
        return visible(": ".join(part for part in parts if part))

    def all_rows(self) -> tuple[tuple[str, int], ...]:
        """Return file and line of every row that the finding is about; none where it is about a file as a whole."""
        return self.rows or (((self.file, self.line),) if self.line else ())

    def lines(self) -> dict[str, list[int]]:
        """Return the lines of every row that the finding is about, by file."""
        lines: dict[str, list[int]] = {}
        for file, line in self.all_rows():
            lines.setdefault(file, []).append(line)
        return lines


@dataclass
class Findings:
    """What is found while one file is read."""

    file: str
    """File name inside the data folder."""
    found: list[Problem] = field(default_factory=list)
    """In the order in which it was found."""

    def problem(self, line: int, column: str, message: str, lines: Iterable[int] = ()) -> None:
        """Add a problem; `lines` are those of all rows that it is about, where there are several."""
        rows = tuple((self.file, each) for each in lines)
        self.found.append(Problem(self.file, line, column, message, rows=rows if len(rows) > 1 else ()))

    def note(self, message: str) -> None:
        """Add a remark about how the file as a whole was read."""
        self.found.append(Problem(self.file, 0, "", message, REMARK))
