"""EDTF: each form of the design, its first and last day, its words, and the mend for what is no date."""

from __future__ import annotations

import re
from datetime import date

import pytest

from app.model.dates import day_in_words, parse_span, span_in_words


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


@pytest.mark.parametrize("edtf", ["2025~", "2025?", "2025%", "2024-12-06~", "2006~/2011-03", "2006/2011-03~"])
def test_a_date_marked_so_on_either_side_is_approximate(edtf: str) -> None:
    assert parse_span(edtf).approximate


@pytest.mark.parametrize("edtf", ["2024-12-26", "2024-12", "198X", "2007/2010", "2011/.."])
def test_a_date_without_such_a_mark_is_not_approximate(edtf: str) -> None:
    assert not parse_span(edtf).approximate


def test_an_open_end_is_open_at_the_end_only() -> None:
    span = parse_span("2011/..")
    assert (span.open_start, span.open_end) == (False, True)


def test_an_open_start_is_open_at_the_start_only() -> None:
    span = parse_span("../2011")
    assert (span.open_start, span.open_end) == (True, False)


def test_a_day_is_a_single_day_and_a_month_is_not() -> None:
    assert parse_span("2024-12-26").single_day
    assert not parse_span("2024-12").single_day


def test_blanks_around_a_date_do_not_matter() -> None:
    assert parse_span(" 2024-12-26 ") == parse_span("2024-12-26")


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("26-12-2024", "'26-12-2024' is no EDTF date; write year, month, day: 2024-12-26"),
        ("26.12.2024", "'26.12.2024' is no EDTF date; write year, month, day: 2024-12-26"),
        ("2024/12/26", "'2024/12/26' is no EDTF date; write year, month, day: 2024-12-26"),
        ("12/26/2024", "'12/26/2024' is no EDTF date; write year, month, day: 2024-12-26"),
        ("5/5/2024", "'5/5/2024' is no EDTF date; write year, month, day: 2024-05-05"),
        (
            "03/04/2025",
            "'03/04/2025' is no EDTF date; it may mean 2025-04-03 (day first) or 2025-03-04 (month first): "
            "write the one that is meant",
        ),
        ("31/02/2024", "'31/02/2024' is no EDTF date; write year, month, day, such as 2024-12-26"),
        (
            "26/12/24",
            "'26/12/24' is no EDTF date; write the year with four figures, then month and day, such as 2024-12-26",
        ),
        (
            "45652",
            "'45652' is no EDTF date; it is a spreadsheet's number of a day, 2024-12-26: "
            "format the column as text and write 2024-12-26",
        ),
        (
            "45658.5",
            "'45658.5' is no EDTF date; it is a spreadsheet's number of a day, 2025-01-01: "
            "format the column as text and write 2025-01-01",
        ),
        ("99999", "'99999' is no EDTF date; write 2024-12-26, 2024-12, 2024, 198X, 2025~ or 2011/.."),
        ("2024-12-26T10:00", "'2024-12-26T10:00' is no EDTF date; write the day without the time: 2024-12-26"),
        ("2024-12-26 00:00:00", "'2024-12-26 00:00:00' is no EDTF date; write the day without the time: 2024-12-26"),
        ("٢٠٢٤-١٢", "'٢٠٢٤-١٢' is no EDTF date; write it with the figures 0 to 9 and with hyphens: 2024-12"),
        ("2024–12–26", "'2024–12–26' is no EDTF date; write it with the figures 0 to 9 and with hyphens: 2024-12-26"),
        ("2024-13-01", "'2024-13-01' is no EDTF date; the month is 01 to 12"),
        ("2024-13", "'2024-13' is no EDTF date; the month is 01 to 12"),
        ("2024-00", "'2024-00' is no EDTF date; the month is 01 to 12"),
        ("2024-02-30", "'2024-02-30' is no EDTF date; there is no such day in that month"),
        ("2024-12-32", "'2024-12-32' is no EDTF date; there is no such day in that month"),
        ("2024-12-01/2025-13", "'2024-12-01/2025-13' is no EDTF date; the month is 01 to 12"),
        ("2010/2007", "'2010/2007' ends before it begins; swap its two dates"),
        ("2024-12-09/2024-12-08", "'2024-12-09/2024-12-08' ends before it begins; swap its two dates"),
        ("", "the cell is empty; write an EDTF date such as 2024-12-26"),
        ("  ", "the cell is empty; write an EDTF date such as 2024-12-26"),
        ("../..", "'../..' is open at both ends; give a start or an end"),
        ("..", "'..' is open at both ends; give a start or an end"),
        ("early 2025", "'early 2025' is no EDTF date; write 2024-12-26, 2024-12, 2024, 198X, 2025~ or 2011/.."),
        ("[2024,2025]", "'[2024,2025]' is no EDTF date; write 2024-12-26, 2024-12, 2024, 198X, 2025~ or 2011/.."),
        ("26/12/2024", "'26/12/2024' is no EDTF date; write year, month, day: 2024-12-26"),
        ("2024-1-5", "'2024-1-5' is no EDTF date; write month and day with two figures: 2024-01-05"),
        ("2023-02-29", "'2023-02-29' is no EDTF date; there is no such day in that month"),
        ("0000", "'0000' is no EDTF date; years before the year 1 are not drawn"),
        ("2024-21", "'2024-21' is no EDTF date; the month is 01 to 12"),
        ("2024-XX", "'2024-XX' is no EDTF date; write 2024-12-26, 2024-12, 2024, 198X, 2025~ or 2011/.."),
        ("?2004", "'?2004' is no EDTF date; write 2024-12-26, 2024-12, 2024, 198X, 2025~ or 2011/.."),
    ],
)
def test_what_is_no_date_is_refused_with_the_mend(text: str, sentence: str) -> None:
    with pytest.raises(ValueError, match=f"^{re.escape(sentence)}$"):
        parse_span(text)


@pytest.mark.parametrize("text", ["26/12/2024", "2023-02-29", "0000", "2024-12-26T10:00", "٢٠٢٤", "today"])
def test_other_texts_that_are_no_date_are_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        parse_span(text)


@pytest.mark.parametrize(
    ("edtf", "english", "arabic"),
    [
        ("2024-12-26", "26 December 2024", "26 كانون الأول 2024"),
        ("2024-12", "December 2024", "كانون الأول 2024"),
        ("2003", "2003", "2003"),
        ("198X", "the 1980s", "عقد 1980"),
        ("2007/2010", "2007 to 2010", "من 2007 إلى 2010"),
        ("2025~", "about 2025", "نحو 2025"),
        ("2024-12-06~", "about 6 December 2024", "نحو 6 كانون الأول 2024"),
        ("2011/..", "from 2011 on", "منذ 2011"),
        ("2011/", "from 2011 on", "منذ 2011"),
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


@pytest.mark.parametrize("cell", ["1980–1988", "1980-1988", "1980 - 1988", "1980 to 1988"])
def test_two_years_joined_by_a_dash_are_told_to_be_an_interval(cell: str) -> None:
    with pytest.raises(ValueError, match="write an interval with a slash: 1980/1988"):
        parse_span(cell)


def test_two_days_joined_by_a_dash_are_told_to_be_an_interval() -> None:
    with pytest.raises(ValueError, match="slash: 2024-12-26/2024-12-28"):
        parse_span("2024-12-26–2024-12-28")
