"""Ways to spoil a copy of the tables: each function does the one thing that its name says."""

from __future__ import annotations

import csv
from pathlib import Path


def rows_of(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))


def write_rows(path: Path, rows: list[list[str]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows(rows)


def line_of(path: Path, key: str) -> int:
    """Return the line of the row with this id, in a file whose rows take one line each."""
    return next(line for line, row in enumerate(rows_of(path), start=1) if row[0] == key)


def the_file_is_gone(path: Path) -> None:
    path.unlink()


def the_file_is_a_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def the_file_is_empty(path: Path) -> None:
    path.write_bytes(b"")


def the_file_is_saved_as_utf_16(path: Path) -> None:
    path.write_bytes(path.read_text(encoding="utf-8").encode("utf-16"))


def the_file_is_saved_as_windows_1256(path: Path) -> None:
    path.write_bytes(path.read_text(encoding="utf-8").encode("cp1256", errors="replace"))


def the_file_begins_with_a_byte_order_mark(path: Path) -> None:
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())


def the_lines_end_as_on_windows(path: Path) -> None:
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))


def a_column_is_missing(path: Path, column: str) -> None:
    rows = rows_of(path)
    at = rows[0].index(column)
    write_rows(path, [row[:at] + row[at + 1 :] for row in rows])


def a_column_is_added(path: Path, heading: str) -> None:
    rows = rows_of(path)
    write_rows(path, [[*row, heading if line == 0 else ""] for line, row in enumerate(rows)])


def a_column_stands_twice(path: Path, column: str) -> None:
    rows = rows_of(path)
    at = rows[0].index(column)
    write_rows(path, [[*row, row[at]] for row in rows])


def a_row_has_one_cell_too_many(path: Path, line: int) -> None:
    rows = rows_of(path)
    rows[line - 1].append("one more")
    write_rows(path, rows)


def a_row_has_one_cell_too_few(path: Path, line: int) -> None:
    rows = rows_of(path)
    rows[line - 1].pop()
    write_rows(path, rows)


def a_cell_says(path: Path, line: int, column: str, text: str) -> None:
    rows = rows_of(path)
    rows[line - 1][rows[0].index(column)] = text
    write_rows(path, rows)


def a_blank_line_stands_before(path: Path, line: int) -> None:
    lines = path.read_text(encoding="utf-8").split("\n")
    lines.insert(line - 1, "")
    path.write_text("\n".join(lines), encoding="utf-8")


def a_quotation_mark_is_never_closed(path: Path, line: int) -> None:
    """Open a quotation mark in the second cell of a line, and take away all that follow it."""
    rows = [[cell.replace(",", ";").replace('"', "") for cell in row] for row in rows_of(path)]
    lines = [",".join(row) for row in rows]
    lines[line - 1] = lines[line - 1].replace(",", ',"', 1)
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
