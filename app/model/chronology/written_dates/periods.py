"""Periods as people write them: quarters, seasons, weeks, decades, centuries, and dates with unspecified figures."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime

from app.model.chronology.written_dates.readings import (
    GAP,
    NOTHING,
    ORDINAL_END,
    YEAR,
    Found,
    Reading,
    compiled,
    months_of,
    valid,
)

_QUARTERS = {
    "first": 1,
    "second": 2,
    "third": 3,
    "fourth": 4,
    "last": 4,
    "الاول": 1,
    "الثاني": 2,
    "الثالث": 3,
    "الرابع": 4,
}

_SEASONS = {
    3: "spring|fruhling|fruhjahr|printemps|primavera|الربيع|ربيع",
    6: "summer|sommer|ete|verano|estate|الصيف|صيف",
    9: "autumn|fall|herbst|automne|otono|autunno|الخريف|خريف",
    12: "winter|hiver|invierno|inverno|الشتاء|شتاء",
}

_SEASON_CODES = {code + shift: month for code, month in ((1, 3), (2, 6), (3, 9), (4, 12)) for shift in (20, 24)}

_CENTURIES = {"السابع عشر": 17, "الثامن عشر": 18, "التاسع عشر": 19, "العشرين": 20, "العشرون": 20, "الحادي والعشرين": 21}

_DECADES = {
    **dict(
        zip(
            ["twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties"],
            range(20, 100, 10),
            strict=True,
        )
    ),
    **dict(
        zip(["عشرين", "ثلاثين", "اربعين", "خمسين", "ستين", "سبعين", "ثمانين", "تسعين"], range(20, 100, 10), strict=True)
    ),
}


def _unspecified(found: re.Match[str]) -> Found:
    year, rest = found["y"], found["rest"]
    known = year if rest.startswith(("-x", "-?", "-u", "-_", "-0")) else f"{year}{rest[:3]}"
    return valid([Reading(known)], "leave out what is not known:")


def _unspecified_year(found: re.Match[str]) -> Found:
    text = re.sub("[?u_*-]", "x", found["y"])
    first, last = max(text.replace("x", "0"), "0001"), text.replace("x", "9")
    if text.count("x") == 1:
        return valid([Reading(text.upper())], "write a decade as")
    return valid([Reading(f"{first}/{last}")], "write the first and the last year:")


def _quarter(found: re.Match[str]) -> Found:
    number = int(found["q"]) if found["q"].isdigit() else _QUARTERS[found["q"]]
    first = 3 * number - 2
    return valid([Reading(months_of(found["y"], first, first + 2))], "write a quarter by its months:")


def _half(found: re.Match[str]) -> Found:
    number = int(found["q"]) if found["q"].isdigit() else _QUARTERS[found["q"]]
    return valid([Reading(months_of(found["y"], 6 * number - 5, 6 * number))], "write a half-year by its months:")


def _season_of(year: int, month: int) -> str:
    if month == 12:
        return f"{year:04}-12/{year + 1:04}-02"
    return months_of(year, month, month + 2)


def _season(found: re.Match[str]) -> Found:
    month = next(month for month, names in _SEASONS.items() if found["season"] in names.split("|"))
    year = int(found["y"])
    readings = [Reading(_season_of(year, month), "from that December" if month == 12 else "")]
    if month == 12 and not found["next"]:
        readings.append(Reading(_season_of(year - 1, month), "from the December before"))
    return valid(readings, "write a season by its months:")


def _season_code(found: re.Match[str]) -> Found:
    number, year = int(found["n"]), int(found["y"])
    if month := _SEASON_CODES.get(number):
        return valid(
            [Reading(_season_of(year, month))], f"{number} is EDTF's code of a season, written by its months as"
        )
    if 33 <= number <= 36:
        first = 3 * (number - 33) + 1
        return valid(
            [Reading(months_of(year, first, first + 2))],
            f"{number} is EDTF's code of a quarter, written by its months as",
        )
    return NOTHING


def _code_or_years(found: re.Match[str]) -> Found:
    """Read `2020-24`: a season's code, and where the number is that of a later year, the years up to it."""
    year, number = found["y"], found["n"]
    code = _season_code(found)
    if number <= year[2:]:
        return code
    years = Reading(f"{year}/{year[:2]}{number}", "the years")
    return valid([years, *(replace(reading, label="EDTF's code") for reading in code.readings)])


def _week(found: re.Match[str]) -> Found:
    year, week, weekday = int(found["y"]), int(found["w"]), found.groupdict().get("wd")
    try:
        monday, sunday = (date.fromisocalendar(year, week, day) for day in (1, 7))
    except ValueError:
        return NOTHING
    if weekday:
        return valid([Reading(str(date.fromisocalendar(year, week, int(weekday))))], "write year, month, day:")
    return valid([Reading(f"{monday}/{sunday}")], "write a week by its first and last day:")


def _ordinal(found: re.Match[str]) -> Found:
    try:
        day = datetime.strptime(found["y"] + found["n"], "%Y%j").date()
    except ValueError:
        return NOTHING
    return valid([Reading(str(day))], "write year, month, day:")


def _decade(found: re.Match[str]) -> Found:
    return valid([Reading(f"{found['y'][:3]}X")], "write a decade as")


def _short_decade(found: re.Match[str]) -> Found:
    groups = found.groupdict()
    tens = groups.get("yy") or str(_DECADES[groups["w"]])
    centuries: tuple[str, ...] = ("20", "19") if tens < "30" else ("19", "18")
    if re.search("العشرين$|الماضي$", groups.get("of") or ""):
        centuries = ("19",)
    return valid((Reading(f"{century}{tens[0]}X") for century in centuries), "write a decade as")


def _century(found: re.Match[str]) -> Found:
    number = _CENTURIES.get(found["n"]) or int(found["n"])
    first = f"{100 * number - 99:04}"
    return valid([Reading(f"{first}/{100 * number:04}")], "write a century by its first and last year:")


def _alternatives(names: Iterable[str]) -> str:
    return "|".join(names)


_QUARTER = rf"(?P<q>[1-4]|{_alternatives(_QUARTERS)})"


PERIOD_READERS = compiled(
    (
        (rf"{YEAR}-(?P<n>2[1-9]|3[0-6])", _code_or_years),
        (r"(?P<y>\d{4})(?P<rest>-(?:xx|\?\?|uu|__|00)(?:-(?:xx|\?\?|uu|__|00))?)", _unspecified),
        (r"(?P<y>\d{4})(?P<rest>-(?:0[1-9]|1[0-2])-(?:xx|\?\?|uu|__|00))", _unspecified),
        (r"(?P<y>(?=.{4}$)\d{1,3}[xu?_*]{1,3}|\d{3}-)", _unspecified_year),
        (rf"{_QUARTER}{ORDINAL_END} ?(?:quarter|quartal|trimestre|quartier|qtr\.?|q|t){GAP}{YEAR}", _quarter),
        (rf"[qt] ?{_QUARTER}{GAP}{YEAR}", _quarter),
        (rf"{YEAR}{GAP}(?:[qt]|quarter|quartal|trimestre) ?{_QUARTER}", _quarter),
        (rf"{YEAR}{GAP}{_QUARTER}{ORDINAL_END} ?(?:quarter|quartal|trimestre)", _quarter),
        (rf"(?:الربع) {_QUARTER} ?{YEAR}", _quarter),
        (rf"(?P<q>[12]|first|second){ORDINAL_END} ?(?:half|halbjahr|semestre|semester){GAP}{YEAR}", _half),
        (rf"[hs] ?(?P<q>[12]){GAP}{YEAR}", _half),
        (rf"{YEAR}{GAP}[hs] ?(?P<q>[12])", _half),
        (rf"(?:النصف) (?P<q>الاول|الثاني) ?{YEAR}", _half),
        (
            rf"(?P<season>{_alternatives(_SEASONS.values())}){GAP}{YEAR}(?P<next> ?[/-] ?(?:\d{{2}}|\d{{4}}))?",
            _season,
        ),
        (
            rf"{YEAR}(?P<next> ?[/-] ?(?:\d{{2}}|\d{{4}}))?{GAP}(?P<season>{_alternatives(_SEASONS.values())})",
            _season,
        ),
        (rf"{YEAR}-?w(?P<w>\d{{2}})(?:-?(?P<wd>[1-7]))?", _week),
        (rf"(?:w|wk|week|kw|woche|semaine|sem\.?|cw|الاسبوع|اسبوع) ?(?P<w>\d{{1,2}}){GAP}{YEAR}", _week),
        (rf"{YEAR}{GAP}(?:w|wk|week|kw|woche|semaine|sem\.?|cw) ?(?P<w>\d{{1,2}})", _week),
        (rf"{YEAR}-?(?P<n>[0-3]\d\d)", _ordinal),
        (r"(?P<y>\d{3}0) ?['’]?(?:s|er|ern|s'|er jahre|er jahren|erne)", _decade),
        (r"(?:annees|decada|decade|anos|عقد) (?P<y>\d{3}0)", _decade),
        (r"['’]?(?P<yy>[1-9]0) ?['’]?(?:s|er|er jahre|er jahren)", _short_decade),
        (r"annees (?P<yy>[1-9]0)", _short_decade),
        (rf"(?:ال)?(?P<w>{_alternatives(_DECADES)})(?:ي?ات)?(?P<of> .*)?", _short_decade),
        (
            r"(?P<n>[1-9]|1\d|20|21)(?:st|nd|rd|th|e|eme|\.)? ?(?:century|cent\.?|c\.|jahrhundert|jh\.?|siecle)",
            _century,
        ),
        (rf"(?:ال)?قرن (?:ال)?(?P<n>[1-9]|1\d|20|21|{_alternatives(_CENTURIES)})", _century),
    )
)
