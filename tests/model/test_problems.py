"""A problem says file, line, column and mend, as far as it has them."""

from __future__ import annotations

import pytest

from app.model.problems import Problem
from app.model.text.quoting import quoted, visible


@pytest.mark.parametrize(
    ("problem", "sentence"),
    [
        (Problem("events.csv", 14, "essay_date", "mend it"), "events.csv:14: essay_date: mend it"),
        (Problem("events.csv", 14, "", "mend it"), "events.csv:14: mend it"),
        (Problem("events.csv", 0, "", "mend it"), "events.csv: mend it"),
    ],
)
def test_a_problem_names_where_it_is(problem: Problem, sentence: str) -> None:
    assert str(problem) == sentence


def test_problems_sort_by_file_and_then_by_line_as_a_number() -> None:
    late, early, other = Problem("b.csv", 10, "", ""), Problem("b.csv", 9, "", ""), Problem("a.csv", 99, "", "")
    assert sorted([late, early, other]) == [other, early, late]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain, نص عربي — “quoted”", "plain, نص عربي — “quoted”"),
        ("a\x1b[31mb", r"a\u001b[31mb"),
        ("a\u202eb", r"a\u202eb"),
        ("a\nb\tc", r"a\u000ab\u0009c"),
        ("a\u00a0b\u200bc", r"a\u00a0b\u200bc"),
        ("a\U000e0041b", r"a\U000e0041b"),
        ("a\udce9b", r"a\udce9b"),
    ],
)
def test_what_does_not_show_or_drives_a_terminal_is_written_out(text: str, shown: str) -> None:
    assert visible(text) == shown
    assert str(Problem("a.csv", 2, text, text)) == f"a.csv:2: {shown}: {shown}"


def test_a_long_text_is_cut_between_its_quotation_marks() -> None:
    assert quoted("x" * 60) == "'" + "x" * 60 + "'"
    assert quoted("x" * 61) == "'" + "x" * 60 + "…'"
