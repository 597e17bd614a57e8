"""Findings of one cause are one finding, with every line; those of several causes stay apart."""

from __future__ import annotations

from pathlib import Path

from app.model.problems import REMARK, Problem
from app.model.tables.checks.gathering import MANY, gathered
from app.model.tables.loader import load_atlas
from app.model.text.quoting import lines_in_words
from tests.model import spoiling
from tests.model.real import DATA


def day_first(line: int) -> Problem:
    message = f"'{line}.12.2024' is no EDTF date; write year, month, day: 2024-12-{line}"
    return Problem("events.csv", line, "essay_date", message)


def test_one_kind_of_fault_in_many_rows_of_a_column_is_one_problem_with_all_lines() -> None:
    (joined,) = gathered(day_first(line) for line in range(29, 12, -1))
    assert (joined.line, joined.column) == (13, "essay_date")
    assert joined.message == day_first(13).message + "; so in 17 rows: lines 13, 14, 15, 16, 17 and 12 more"
    assert joined.lines() == {"events.csv": list(range(13, 30))}


def test_in_fewer_rows_each_is_named() -> None:
    few = [day_first(line) for line in range(13, 13 + MANY - 1)]
    assert gathered(few) == few


def test_another_column_file_grade_or_kind_of_fault_is_another_problem() -> None:
    some = [day_first(line) for line in range(13, 20)]
    others = [
        *[Problem(each.file, each.line, "reported_date", each.message) for each in some[:4]],
        *[Problem("reports.csv", each.line, each.column, each.message) for each in some[:4]],
        *[Problem(each.file, each.line, each.column, each.message, REMARK) for each in some[:4]],
        *[Problem(each.file, each.line, each.column, "the cell is empty") for each in some[:4]],
    ]
    assert len(gathered([*some, *others])) == 1 + len(others)


def test_what_has_spoilt_many_columns_of_a_file_is_one_problem() -> None:
    lost = "letters were lost; write them anew"
    columns = ("name_ar", "notes_ar", "role_ar")
    some = [Problem("actors.csv", line, column, lost) for column in columns for line in range(2, 9)]
    (joined,) = gathered(some)
    assert joined.message == f"{lost}; so in 7 rows of name_ar, notes_ar, role_ar: lines 2, 3, 4, 5, 6 and 2 more"
    assert joined.lines() == {"actors.csv": list(range(2, 9))}
    assert len(gathered(each for each in some if each.column == "name_ar" or each.line < 6)) == 1 + 2 * 4


def test_an_apostrophe_within_what_is_quoted_does_not_make_another_kind() -> None:
    names = ["al-Qa'im", "Ba'ath", "x", "Sana'a", "Da'esh", "y"]
    alike = [Problem("places.csv", line, "kind", f"'{name}' is not allowed") for line, name in enumerate(names, 2)]
    assert len(gathered(alike)) == 1


def test_two_findings_of_one_row_are_not_two_rows() -> None:
    alike = [Problem("events.csv", line, "places", f"'{key}' is no id") for line in (2, 3) for key in "abc"]
    assert gathered(alike) == alike


def test_lines_are_named_as_far_as_one_reads_them() -> None:
    assert lines_in_words([7]) == "line 7"
    assert lines_in_words([9, 7, 7]) == "lines 7 and 9"
    assert lines_in_words(range(2, 100)) == "lines 2, 3, 4, 5, 6 and 93 more"


def test_a_place_that_many_rows_name_is_one_problem_and_no_other_place_is_proposed(a_copy_of_the_tables: Path) -> None:
    places = a_copy_of_the_tables / "places.csv"
    spoiling.write_rows(places, [row for row in spoiling.rows_of(places) if row[0] != "baghdad"])
    (problem,) = load_atlas(a_copy_of_the_tables).problems
    assert (problem.file, problem.line, problem.column) == ("places.csv", 0, "id")
    assert problem.message.startswith("no row has the id 'baghdad', which ")
    assert problem.message.endswith("; put the row back, or mend the key in those rows")
    named = [
        (file, line)
        for file in ("events.csv", "crossing_states.csv", "chapters.csv")
        for line, row in enumerate(spoiling.rows_of(DATA / file), start=1)
        if any("baghdad" in cell.split(";") for cell in row)
    ]
    assert set(problem.rows) == set(named)
    assert len(load_atlas(a_copy_of_the_tables).events) == len(load_atlas(DATA).events)


def test_a_column_of_dates_in_another_form_is_one_problem(a_copy_of_the_tables: Path) -> None:
    reports = a_copy_of_the_tables / "reports.csv"
    heading, *rows = spoiling.rows_of(reports)
    at = heading.index("published")
    for row in rows:
        year, _, rest = row[at].partition("-")
        row[at] = ".".join(reversed([year, *rest.split("-")])) if len(row[at]) == len("2024-12-08") else row[at]
    spoiling.write_rows(reports, [heading, *rows])
    problems = [problem for problem in load_atlas(a_copy_of_the_tables).problems if problem.column == "published"]
    assert 1 <= len(problems) <= 2, "one for days above 12, one for those that may be a month"
    assert sum(len(problem.all_rows()) for problem in problems) == sum(row[at].count(".") == 2 for row in rows)
