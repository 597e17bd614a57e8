"""Days, months and years as people write them, in figures and with the names of months."""

from __future__ import annotations

import re
from datetime import date, timedelta

from babel.dates import format_date

from app.model.chronology.date_sides import days_of
from app.model.chronology.written_dates.readings import (
    GAP,
    NOTHING,
    ORDINAL_END,
    SHORT_YEAR,
    YEAR,
    Found,
    Reading,
    both_centuries,
    compiled,
    iso_day,
    valid,
)

_MONTH = r"<(?P<m>\d\d(?:\|\d\d)*)>"

_DAY = r"(?P<d>\d{1,2})(?:st|nd|rd|th|er|eme|e|o|\.)?"

_FIRST_DASH, _SAME_DASH = r" ?(?P<s>[-/.,_ ]) ?", r" ?(?P=s) ?"

_OF_OUR_ERA = r"(?:a\.?d\.?|c\.?e\.?|n\. ?chr\.?|ap\. ?j\.?-? ?c\.?|م|ميلادي|ميلاديه)"


def _year_first(found: re.Match[str]) -> Found:
    year, second, third = found["y"], found["a"], found["b"]
    if "0" in (str(int(second)), str(int(third))):  # a month or a day that is not known, written as a zero
        known = year if int(second) == 0 else f"{year}-{int(second):02}"
        return valid([Reading(known)], "leave out what is not known:")
    lead = "write month and day with two figures:" if found["s"] == "-" else "write year, month, day:"
    if (ordered := valid([Reading(iso_day(year, second, third))], lead)).readings:
        return ordered
    swapped = valid([Reading(iso_day(year, third, second))], "the month is 01 to 12: with day and month swapped it is")
    return swapped if int(second) > 12 and swapped.readings else NOTHING


def _year_last(found: re.Match[str]) -> Found:
    day_first = Reading(iso_day(found["y"], found["b"], found["a"]), "day first")
    month_first = Reading(iso_day(found["y"], found["a"], found["b"]), "month first")
    return valid([day_first, month_first], "write year, month, day:")


def _two_figure_year(found: re.Match[str]) -> Found:
    a, b, c = found["a"], found["b"], found["yy"]
    readings = [Reading(iso_day(year, b, a), "day first") for year in both_centuries(c)]
    readings += [Reading(iso_day(year, a, b), "month first") for year in both_centuries(c)]
    if found["s"] == "-" and len(a) == 2:
        readings += [Reading(iso_day(year, b, c), "year first") for year in both_centuries(a)]
    return valid(readings)


def _eight_figures(found: re.Match[str]) -> Found:
    text = found[0]
    year_first = valid([Reading(iso_day(text[:4], text[4:6], text[6:]))], "write it with hyphens:")
    if year_first.readings and "1000" <= text[:4] < "2999":
        return year_first
    day_first = Reading(iso_day(text[4:], text[2:4], text[:2]), "day first")
    return valid([day_first, Reading(iso_day(text[4:], text[:2], text[2:4]), "month first")], "write year, month, day:")


def _year_and_month(found: re.Match[str]) -> Found:
    year, number = found["y"], found["n"]
    lead = "write year and month:"
    if int(number) > 12:
        of_years = "an interval of years has a slash and four figures on both sides:"
        lead = f"the month is 01 to 12; {of_years}" if found["s"] == "-" else of_years
    readings = [Reading(f"{year}-{int(number):02}", "the month")]
    if found["s"] in "/-" and len(number) == 2 and number > year[2:]:
        readings.append(Reading(f"{year}/{year[:2]}{number}", "the years"))
    return valid(readings, lead)


def _short_month_and_year(found: re.Match[str]) -> Found:
    """Read `12/24` as a month and a year; it may be a day and a month as well."""
    readings = [Reading(f"{year}-{found['n']:0>2}") for year in both_centuries(found["yy"])]
    return valid(readings, missing="a day whose year is to be added") if int(found["n"]) <= 12 else NOTHING


def _month_and_year(found: re.Match[str]) -> Found:
    return valid([Reading(f"{found['y']}-{int(found['n']):02}")], "write year and month:")


def _named_day(found: re.Match[str]) -> Found:
    return valid(Reading(iso_day(found["y"], month, found["d"])) for month in found["m"].split("|"))


def _named_day_short(found: re.Match[str]) -> Found:
    months = found["m"].split("|")
    return valid(Reading(iso_day(year, month, found["d"])) for month in months for year in both_centuries(found["yy"]))


def _named_month(found: re.Match[str]) -> Found:
    return valid(Reading(f"{found['y']}-{month}") for month in found["m"].split("|"))


def _month_and_number(found: re.Match[str]) -> Found:
    """Read `Dec-24`, which a spreadsheet makes of a month as well as of a day."""
    number, months = f"{int(found['n']):02}", found["m"].split("|")
    years = both_centuries(number) if len(found["n"]) == 2 else []
    is_day = valid([Reading(f"2000-{months[0]}-{number}")]).readings
    day = format_date(days_of(is_day[0].edtf)[0], "d MMMM", locale="en_GB") if is_day else ""
    missing = f"{day} of a year that is to be added" if is_day else ""
    return valid((Reading(f"{year}-{month}") for month in months for year in years), missing=missing)


def _month_of_short_year(found: re.Match[str]) -> Found:
    return valid(Reading(f"{year}-{month}") for month in found["m"].split("|") for year in both_centuries(found["n"]))


def _plain_year(found: re.Match[str]) -> Found:
    year = found["y"].zfill(4)
    return valid([Reading(year)], "write it as" if year == found["y"] else "write the year with four figures:")


def _short_year(found: re.Match[str]) -> Found:
    readings = [Reading(year) for year in both_centuries(found["yy"])]
    return valid([*readings, Reading(f"00{found['yy']}", "the year itself")])


def _unix_time(found: re.Match[str]) -> Found:
    day = date(1970, 1, 1) + timedelta(seconds=int(found[0][:10]))
    return valid([Reading(str(day))], "it counts seconds since 1970: write")


def _roman_day(found: re.Match[str]) -> Found:
    month = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"].index(found["r"]) + 1
    return valid([Reading(iso_day(found["y"], month, found["d"]))], "write year, month, day:")


DAY_READERS = compiled(
    (
        (rf"{YEAR}{_FIRST_DASH}(?P<a>\d{{1,2}}){_SAME_DASH}(?P<b>\d{{1,2}})\.?", _year_first),
        (rf"(?P<a>\d{{1,2}}){_FIRST_DASH}(?P<b>\d{{1,2}}){_SAME_DASH}{YEAR}", _year_last),
        (rf"(?P<a>\d{{1,2}}){_FIRST_DASH}(?P<b>\d{{1,2}}){_SAME_DASH}{SHORT_YEAR}", _two_figure_year),
        (r"\d{8}", _eight_figures),
        (rf"{YEAR} ?(?P<s>[-/., ]) ?(?P<n>\d{{1,2}})", _year_and_month),
        (rf"(?P<n>\d{{1,2}}) ?(?P<s>[-/., ]) ?{YEAR}", _month_and_year),
        (rf"(?P<n>\d{{1,2}})[/-]{SHORT_YEAR}", _short_month_and_year),
        (rf"{_DAY}{GAP}{_MONTH}{GAP}{YEAR}", _named_day),
        (rf"{_MONTH}{GAP}{_DAY}(?:[\s,.]+|[/_-]){YEAR}", _named_day),
        (rf"{YEAR}{GAP}{_MONTH}{GAP}{_DAY}", _named_day),
        (rf"{YEAR}{GAP}{_DAY}{GAP}{_MONTH}", _named_day),
        (rf"{_DAY}{GAP}{_MONTH}{GAP}{SHORT_YEAR}", _named_day_short),
        (rf"{_MONTH}{GAP}{_DAY}(?:, ?| '){SHORT_YEAR}", _named_day_short),
        (rf"{_MONTH}{GAP}{YEAR}", _named_month),
        (rf"{YEAR}{GAP}{_MONTH}", _named_month),
        (rf"{_MONTH}[\s./_-]*'(?P<n>\d\d)", _month_of_short_year),
        (rf"{_MONTH}{GAP}(?P<n>\d{{1,2}}){ORDINAL_END}", _month_and_number),
        (rf"(?P<n>\d{{1,2}}){ORDINAL_END}{GAP}{_MONTH}", _month_and_number),
        (r"(?P<d>\d{1,2})[./ -]+(?P<r>x?i{1,3}|x|i?v|i?x|vi{1,3})[./ -]+(?P<y>\d{4})", _roman_day),
        (rf"(?P<y>\d{{1,4}}) ?{_OF_OUR_ERA}", _plain_year),
        (rf"{_OF_OUR_ERA} ?(?P<y>\d{{1,4}})", _plain_year),
        (r"(?P<y>\d{3,4})", _plain_year),
        (SHORT_YEAR, _short_year),
        (r"[1-2]\d{9}(?:\d{3})?", _unix_time),
    )
)
