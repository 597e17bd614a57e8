"""A problem says file, line, column and mend, as far as it has them."""

from __future__ import annotations

import pytest

from app.model.problems import Problem


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
