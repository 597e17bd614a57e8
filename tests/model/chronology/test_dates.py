"""EDTF: each form of the design, its first and last day, how well its ends are known, and its words."""

from __future__ import annotations

import re
from datetime import date

import pytest

from app.model.chronology.date_sides import Boundary
from app.model.chronology.date_words import day_in_words, span_in_words
from app.model.chronology.dates import parse_span


@pytest.mark.parametrize(
    ("edtf", "earliest", "latest"),
    [
        ("2024-12-26", date(2024, 12, 26), date(2024, 12, 26)),
        ("2024-02-29", date(2024, 2, 29), date(2024, 2, 29)),
        ("2024-12", date(2024, 12, 1), date(2024, 12, 31)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2023-02", date(2023, 2, 1), date(2023, 2, 28)),
        ("2003", date(2003, 1, 1), date(2003, 12, 31)),
        ("198X", date(1980, 1, 1), date(1989, 12, 31)),
        ("2007/2010", date(2007, 1, 1), date(2010, 12, 31)),
        ("2024-11-29/2024-12-08", date(2024, 11, 29), date(2024, 12, 8)),
        ("2024-12/2025-03", date(2024, 12, 1), date(2025, 3, 31)),
        ("2025~", date(2025, 1, 1), date(2025, 12, 31)),
        ("2024-12-06~", date(2024, 12, 6), date(2024, 12, 6)),
        ("2025?", date(2025, 1, 1), date(2025, 12, 31)),
        ("2011/..", date(2011, 1, 1), date.max),
        ("2011/", date(2011, 1, 1), date.max),
        ("../2011-03", date.min, date(2011, 3, 31)),
        ("2006~/2011-03", date(2006, 1, 1), date(2011, 3, 31)),
    ],
)
def test_a_date_spans_its_first_to_its_last_possible_day(edtf: str, earliest: date, latest: date) -> None:
    span = parse_span(edtf)
    assert (span.edtf, span.earliest, span.latest) == (edtf, earliest, latest)


@pytest.mark.parametrize(
    ("edtf", "start", "end"),
    [
        ("2025", Boundary.EXACT, Boundary.EXACT),
        ("2024-12-26", Boundary.EXACT, Boundary.EXACT),
        ("198X", Boundary.EXACT, Boundary.EXACT),
        ("2007/2010", Boundary.EXACT, Boundary.EXACT),
        ("2025~", Boundary.APPROXIMATE, Boundary.APPROXIMATE),
        ("2024-12-06~", Boundary.APPROXIMATE, Boundary.APPROXIMATE),
        ("2025?", Boundary.UNCERTAIN, Boundary.UNCERTAIN),
        ("198X?", Boundary.UNCERTAIN, Boundary.UNCERTAIN),
        ("2025%", Boundary.UNCERTAIN_APPROXIMATE, Boundary.UNCERTAIN_APPROXIMATE),
        ("2006~/2011-03", Boundary.APPROXIMATE, Boundary.EXACT),
        ("2006/2011-03?", Boundary.EXACT, Boundary.UNCERTAIN),
        ("2006%/2011-03~", Boundary.UNCERTAIN_APPROXIMATE, Boundary.APPROXIMATE),
        ("2011/..", Boundary.EXACT, Boundary.OPEN),
        ("2011/", Boundary.EXACT, Boundary.UNKNOWN),
        ("2011~/..", Boundary.APPROXIMATE, Boundary.OPEN),
        ("../2003", Boundary.OPEN, Boundary.EXACT),
        ("/2003?", Boundary.UNKNOWN, Boundary.UNCERTAIN),
    ],
)
def test_each_end_of_a_date_knows_how_well_it_is_known(edtf: str, start: Boundary, end: Boundary) -> None:
    span = parse_span(edtf)
    assert (span.start, span.end) == (start, end)


@pytest.mark.parametrize(
    ("edtf", "approximate", "uncertain"),
    [("2025", False, False), ("2025~", True, False), ("2025?", False, True), ("2025%", True, True)],
)
def test_approximate_and_uncertain_are_two_things(edtf: str, *, approximate: bool, uncertain: bool) -> None:
    for text in (edtf, f"2000/{edtf}", f"{edtf}/2030"):
        span = parse_span(text)
        assert (span.approximate, span.uncertain) == (approximate, uncertain)


def test_an_open_end_is_open_at_the_end_only() -> None:
    span = parse_span("2011/..")
    assert (span.open_start, span.open_end) == (False, True)


def test_an_open_start_is_open_at_the_start_only() -> None:
    span = parse_span("../2011")
    assert (span.open_start, span.open_end) == (True, False)


def test_blanks_around_a_date_do_not_matter() -> None:
    assert parse_span(" 2024-12-26 ") == parse_span("2024-12-26")


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("2010/2007", "'2010/2007' ends before it begins; swap its two dates"),
        ("2024-12-09/2024-12-08", "'2024-12-09/2024-12-08' ends before it begins; swap its two dates"),
        ("", "the cell is empty; write an EDTF date such as 2024-12-26"),
        ("  ", "the cell is empty; write an EDTF date such as 2024-12-26"),
        ("../..", "'../..' is open at both ends; give a start or an end"),
        ("..", "'..' is open at both ends; give a start or an end"),
        ("/", "'/' is open at both ends; give a start or an end"),
        ("2024-02-30", "'2024-02-30' is no EDTF date; there is no such day in that month"),
        ("2023-02-29", "'2023-02-29' is no EDTF date; there is no such day in that month"),
        ("2024-13", "'2024-13' is no EDTF date; the month is 01 to 12"),
        ("2024-12-01/2025-13", "'2024-12-01/2025-13' is no EDTF date; the month is 01 to 12"),
        ("0000", "'0000' is no EDTF date; years before the year 1 are not drawn"),
        ("000X", "'000X' is no EDTF date; years before the year 1 are not drawn"),
        ("today", "'today' is no EDTF date; write 2024-12-26, 2024-12, 2024, 198X, 2025~ or 2011/.."),
        (
            "2011/9999-12-31",
            "'2011/9999-12-31' contains a placeholder date; what is still going on has an open end: write 2011/..",
        ),
        (
            "1900-01-01/2003-04-09",
            "'1900-01-01/2003-04-09' contains a placeholder date; "
            "a start that nobody knows is left empty: write /2003-04-09",
        ),
        (
            "9999-12-31",
            "'9999-12-31' contains a placeholder date; leave the cell empty where no date is known",
        ),
    ],
)
def test_what_is_no_date_is_refused_with_the_reason(text: str, sentence: str) -> None:
    with pytest.raises(ValueError, match=f"^{re.escape(sentence)}$"):
        parse_span(text)


@pytest.mark.parametrize("year", [1, 64, 99, 476, 900, 999, 1000, 2024, 9999])
def test_every_year_that_the_axis_can_show_is_read(year: int) -> None:
    assert parse_span(f"{year:04}").earliest == date(year, 1, 1)
    assert parse_span(f"{year:04}-07-18").latest == date(year, 7, 18)
    assert span_in_words(f"{year:04}", "en") == str(year)


@pytest.mark.parametrize(
    ("edtf", "english", "arabic"),
    [
        ("2024-12-26", "26 December 2024", "26 كانون الأول 2024"),
        ("2024-12", "December 2024", "كانون الأول 2024"),
        ("2003", "2003", "2003"),
        ("198X", "the 1980s", "ثمانينيات القرن العشرين"),
        ("2007/2010", "2007 to 2010", "من 2007 إلى 2010"),
        ("2025~", "about 2025", "نحو 2025"),
        ("2024-12-06~", "about 6 December 2024", "نحو 6 كانون الأول 2024"),
        ("2011/..", "from 2011 on", "منذ 2011"),
        ("2025?", "possibly 2025", "ربما 2025"),
        ("2025%", "possibly about 2025", "ربما نحو 2025"),
        ("2024-12?", "possibly December 2024", "ربما كانون الأول 2024"),
        ("198X?", "possibly the 1980s", "ربما ثمانينيات القرن العشرين"),
        ("2011/", "from 2011, end unknown", "من 2011، والنهاية غير معروفة"),
        ("2011?/..", "from possibly 2011 on", "منذ 2011 (ربما)"),
        ("../2003", "until 2003", "حتى 2003"),
        ("/2003", "until 2003, start unknown", "حتى 2003، والبداية غير معروفة"),
        ("/2003~", "until about 2003, start unknown", "حتى نحو 2003، والبداية غير معروفة"),
        ("2006%/2011-03?", "possibly about 2006 to possibly March 2011", "من نحو 2006 (ربما) إلى آذار 2011 (ربما)"),
        ("0900", "900", "900"),
        ("090X", "the 900s", "عقد 900"),
        ("../2011-03", "until March 2011", "حتى آذار 2011"),
        ("2006~/2011-03", "about 2006 to March 2011", "من نحو 2006 إلى آذار 2011"),
    ],
)
def test_a_date_is_said_as_precisely_as_it_is_written(edtf: str, english: str, arabic: str) -> None:
    assert (span_in_words(edtf, "en"), span_in_words(edtf, "ar")) == (english, arabic)


@pytest.mark.parametrize(
    ("month", "name"),
    [
        (1, "كانون الثاني"),
        (2, "شباط"),
        (3, "آذار"),
        (4, "نيسان"),
        (5, "أيار"),
        (6, "حزيران"),
        (7, "تموز"),
        (8, "آب"),
        (9, "أيلول"),
        (10, "تشرين الأول"),
        (11, "تشرين الثاني"),
        (12, "كانون الأول"),
    ],
)
def test_arabic_months_have_the_names_in_use_in_iraq_and_figures_are_western(month: int, name: str) -> None:
    said = day_in_words(date(2024, month, 5), "ar").replace("\N{NO-BREAK SPACE}", " ")
    assert said == f"5 {name} 2024"


def test_english_days_are_said_day_first() -> None:
    assert day_in_words(date(2024, 12, 26), "en") == "26 Dec 2024"
