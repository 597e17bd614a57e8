"""Dates as people write them: each is refused with the EDTF to write, and with each reading where there are several."""

from __future__ import annotations

import re
from datetime import date, timedelta
from random import Random

import pytest
from babel.dates import format_date

from app.model.chronology.dates import parse_span
from app.model.chronology.written_dates.suggestions import suggestion_for

WRITTEN = {
    # Months by name, in the languages of spreadsheets
    "26 December 2024": ["2024-12-26"],
    "December 26, 2024": ["2024-12-26"],
    "Dec 2024": ["2024-12"],
    "Sept. 2024": ["2024-09"],
    "8th of December, 2024": ["2024-12-08"],
    "08-DEC-2024": ["2024-12-08"],
    "2024 Dec 26": ["2024-12-26"],
    "26. Dezember 2024": ["2024-12-26"],
    "im Dezember 2024": ["2024-12"],
    "3. März 2025": ["2025-03-03"],
    "déc. 2024": ["2024-12"],
    "1er janvier 2025": ["2025-01-01"],
    "15 août 2024": ["2024-08-15"],
    "8 de diciembre de 2024": ["2024-12-08"],
    "26 Aralık 2024": ["2024-12-26"],
    "كانون الأول 2024": ["2024-12"],
    "٢٦ كانون الأول ٢٠٢٤": ["2024-12-26"],
    "ديسمبر 2024": ["2024-12"],
    "8 كانون الأول/ديسمبر 2024": ["2024-12-08"],
    "8 كانون أول 2024": ["2024-12-08"],
    "1 يناير 2025م": ["2025-01-01"],
    "8 جانفي 2025": ["2025-01-08"],
    "غشت 2024": ["2024-08"],
    "5 أيّار 2024": ["2024-05-05"],
    "تشرين 2024": ["2024-10", "2024-11"],
    "Thu 26 Dec 2024": ["2024-12-26"],
    "Thursday, December 26, 2024": ["2024-12-26"],
    "mar. 24 décembre 2024": ["2024-12-24"],
    "الخميس 26 ديسمبر 2024": ["2024-12-26"],
    "26.XII.2024": ["2024-12-26"],
    # What a spreadsheet makes of it
    "Dec-24": ["2024-12", "1924-12"],
    "24-Dec": ["2024-12", "1924-12"],
    "26-Dec-24": ["2024-12-26", "1924-12-26"],
    "Dec '24": ["2024-12", "1924-12"],
    "44190": ["2020-12-25", "2024-12-26"],
    "45658.5": ["2025-01-01", "2029-01-02"],
    "45658,25": ["2025-01-01", "2029-01-02"],
    "1735171200": ["2024-12-26"],
    # Figures in another order
    "26.12.2024": ["2024-12-26"],
    "12/26/2024": ["2024-12-26"],
    "8 / 12 / 2024": ["2024-12-08", "2024-08-12"],
    "03/04/2025": ["2025-04-03", "2025-03-04"],
    "26/12/24": ["2024-12-26", "1924-12-26"],
    "03/04/25": ["2025-04-03", "1925-04-03", "2025-03-04", "1925-03-04"],
    "20241226": ["2024-12-26"],
    "26122024": ["2024-12-26"],
    "2024/12": ["2024-12"],
    "12/2024": ["2024-12"],
    "12.2024": ["2024-12"],
    "2024-1": ["2024-01"],
    "2024-1-5": ["2024-01-05"],
    "2024-26-12": ["2024-12-26"],
    "2011/12": ["2011-12", "2011/2012"],
    "12/24": ["2024-12", "1924-12"],
    "٢٠٢٤-١٢": ["2024-12"],
    "2024–12–26": ["2024-12-26"],
    # Parts that are not known
    "2024-XX": ["2024"],
    "2024-12-XX": ["2024-12"],
    "2024-XX-XX": ["2024"],
    "2024-00-00": ["2024"],
    "2024-12-00": ["2024-12"],
    "20XX": ["2000/2099"],
    "1XXX": ["1000/1999"],
    "198x": ["198X"],
    "202?": ["202X"],
    # Periods
    "2024-Q4": ["2024-10/2024-12"],
    "Q4 2024": ["2024-10/2024-12"],
    "4. Quartal 2024": ["2024-10/2024-12"],
    "4e trimestre 2024": ["2024-10/2024-12"],
    "الربع الرابع من 2024": ["2024-10/2024-12"],
    "Q3-Q4 2024": ["2024-07/2024-12"],
    "H1 2024": ["2024-01/2024-06"],
    "first half of 2024": ["2024-01/2024-06"],
    "spring 2024": ["2024-03/2024-05"],
    "Herbst 2024": ["2024-09/2024-11"],
    "خريف عام 2024": ["2024-09/2024-11"],
    "winter 2024": ["2024-12/2025-02", "2023-12/2024-02"],
    "winter 2024/25": ["2024-12/2025-02"],
    "2024-21": ["2024-03/2024-05"],
    "2020-24": ["2020/2024", "2020-12/2021-02"],
    "2024-W52": ["2024-12-23/2024-12-29"],
    "KW 52/2024": ["2024-12-23/2024-12-29"],
    "2024-W52-4": ["2024-12-26"],
    "2024-361": ["2024-12-26"],
    "2024366": ["2024-12-31"],
    "1980s": ["198X"],
    "the 1980s": ["198X"],
    "1980er Jahre": ["198X"],
    "années 1980": ["198X"],
    "eighties": ["198X", "188X"],
    "'80s": ["198X", "188X"],
    "20s": ["202X", "192X"],
    "ثمانينيات القرن العشرين": ["198X"],
    "19th century": ["1801/1900"],
    "20. Jahrhundert": ["1901/2000"],
    "early 2025": ["2025-01/2025-04"],
    "late December 2024": ["2024-12-21/2024-12-31"],
    "منتصف كانون الأول 2024": ["2024-12-11/2024-12-20"],
    # About and perhaps
    "circa 2025": ["2025~"],
    "ca. 2025": ["2025~"],
    "~2025": ["2025~"],
    "around Dec 2024": ["2024-12~"],
    "um 2025": ["2025~"],
    "نحو 2025": ["2025~"],
    "2025 (?)": ["2025?"],
    "probably 2024": ["2024?"],
    "?2004": ["2004?"],
    "ربما 2024": ["2024?"],
    "possibly about 2025": ["2025%"],
    "approx. March 2025?": ["2025-03%"],
    "2024 Q4?": ["2024-10?/2024-12?"],
    # Open ends
    "since 2011": ["2011/.."],
    "2011-present": ["2011/.."],
    "2011 –": ["2011/.."],
    "2011+": ["2011/.."],
    "from 2011 on": ["2011/.."],
    "seit 2011": ["2011/.."],
    "depuis 2011": ["2011/.."],
    "منذ 2011": ["2011/.."],
    "2011 حتى الآن": ["2011/.."],
    "since 26/12/2024": ["2024-12-26/.."],
    "until 2003": ["../2003"],
    "bis 2003": ["../2003"],
    "حتى 2003": ["../2003"],
    "..2003": ["../2003"],
    "before 2003": ["../2002", "../2003"],
    "قبل عام 2003": ["../2002", "../2003"],
    "before 8 Dec 2024": ["../2024-12-07", "../2024-12-08"],
    "after 2011": ["2012/..", "2011/.."],
    "2011 to 9999-12-31": ["2011/.."],
    "2011/?": ["2011/"],
    "2011 - unknown": ["2011/"],
    "2011 to ?": ["2011/"],
    "?/2003": ["/2003"],
    "unknown - 2003": ["/2003"],
    "Dec 2024 – ?": ["2024-12/"],
    # Intervals
    "1980–1988": ["1980/1988"],
    "1980-88": ["1980/1988"],
    "1980 to 1988": ["1980/1988"],
    "2003 bis 2009": ["2003/2009"],
    "من 2003 إلى 2009": ["2003/2009"],
    "بين عامي 2003 و2009": ["2003/2009"],
    "2011 / 2012": ["2011/2012"],
    "2024-12-26 - 2024-12-28": ["2024-12-26/2024-12-28"],
    "2024-12-26/28": ["2024-12-26/2024-12-28"],
    "2024-12-26 – 28": ["2024-12-26/2024-12-28"],
    "26–28 Dec 2024": ["2024-12-26/2024-12-28"],
    "Dec 26-28, 2024": ["2024-12-26/2024-12-28"],
    "26.–28.12.2024": ["2024-12-26/2024-12-28"],
    "من 26 إلى 28 كانون الأول 2024": ["2024-12-26/2024-12-28"],
    "du 26 au 28 décembre 2024": ["2024-12-26/2024-12-28"],
    "26 Dec – 3 Jan 2025": ["2024-12-26/2025-01-03"],
    "Nov-Dec 2024": ["2024-11/2024-12"],
    "2024 or 2025": ["2024/2025"],
    "circa 2003-2005": ["2003~/2005"],
    # Times and marks around
    "2024-12-26T10:00:00+03:00": ["2024-12-26"],
    "2024-12-26 00:00:00": ["2024-12-26"],
    "2024-12-26Z": ["2024-12-26"],
    "26/12/2024 10:00": ["2024-12-26"],
    "26 Dec 2024, 10:15 PM": ["2024-12-26"],
    "Thu Dec 26 2024 10:00:00 GMT+0300 (AST)": ["2024-12-26"],
    "2024-12-26.": ["2024-12-26"],
    # Few figures
    "900": ["0900"],
    "AD 64": ["0064"],
    "64": ["1964", "2064", "0064"],
}


@pytest.mark.parametrize(("text", "edtf"), WRITTEN.items(), ids=WRITTEN)
def test_what_people_write_is_refused_with_each_edtf_that_it_may_mean(text: str, edtf: list[str]) -> None:
    with pytest.raises(ValueError, match=re.escape(f"{text}' ")) as refusal:
        parse_span(text)
    said = str(refusal.value)
    positions = [
        re.search(rf"(?<![\w/]){re.escape(one)}(?![\w/~?%]|-\d)", said.replace(f"'{text}'", "")) for one in edtf
    ]
    assert all(positions), said
    suggestion = suggestion_for(text)
    assert suggestion
    assert list(suggestion.edtf) == edtf


@pytest.mark.parametrize("text", WRITTEN)
def test_whatever_is_proposed_can_be_read_and_the_message_is_one_line(text: str) -> None:
    suggestion = suggestion_for(text)
    assert suggestion
    assert "\n" not in suggestion.message
    for edtf in suggestion.edtf:
        parse_span(edtf)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("44 BC", "years before the year 1 are not drawn; EDTF writes 44 BC as -0043"),
        ("44 v. Chr.", "years before the year 1 are not drawn; EDTF writes 44 BC as -0043"),
        ("539 ق.م", "years before the year 1 are not drawn; EDTF writes 539 BC as -0538"),
        ("-0043", "years before the year 1 are not drawn"),
        ("Y20240", "years after 9999 are not drawn"),
        ("1446 هـ", "it is a date of the Islamic calendar; write the Gregorian date, and the other in the notes"),
        ("15 رمضان 1446", "it is a date of the Islamic calendar; write the Gregorian date, and the other in the notes"),
        ("n.d.", "leave the cell empty where no date is known"),
        ("unknown", "leave the cell empty where no date is known"),
        ("غير معروف", "leave the cell empty where no date is known"),
    ],
)
def test_what_cannot_be_drawn_is_refused_with_the_true_reason(text: str, reason: str) -> None:
    with pytest.raises(ValueError, match=re.escape(f"is no EDTF date; {reason}") + "$"):
        parse_span(text)


def test_a_day_without_its_year_is_told_to_lack_it() -> None:
    with pytest.raises(ValueError, match="or 24 December of a year that is to be added: write the one"):
        parse_span("24-Dec")
    with pytest.raises(ValueError, match="it is 1 March of a year that is to be added"):
        parse_span("1 March")


def test_a_serial_number_names_both_systems_of_spreadsheets() -> None:
    with pytest.raises(ValueError, match=r"2020-12-25 \(counted from 1900\) or 2024-12-26 \(counted from 1904\)"):
        parse_span("44190")


@pytest.mark.parametrize("locale", ["en", "en_GB", "fr", "de", "ar", "ar_IQ", "ar_DZ", "ar_MA", "tr", "fa"])
@pytest.mark.parametrize("pattern", ["d MMMM y", "d MMM y", "MMMM y", "EEEE d MMMM y", "EEE, d MMM y"])
def test_every_month_is_known_by_its_name(locale: str, pattern: str) -> None:
    for month in range(1, 13):
        day = date(2023, month, 17)
        suggestion = suggestion_for(format_date(day, pattern, locale=locale))
        assert suggestion
        assert suggestion.edtf == (str(day) if "d" in pattern else str(day)[:7],)


@pytest.mark.parametrize("pattern", ["dd/MM/y", "M/d/y", "d.M.y", "y/M/d", "yMMdd", "d MMM yy", "dd-MM-yy", "y.MM.dd"])
def test_a_day_is_among_the_readings_however_its_figures_are_ordered(pattern: str) -> None:
    chance = Random(pattern)  # noqa: S311, the same cases in every run
    for _ in range(40):
        day = date(1950, 1, 1) + timedelta(days=chance.randrange(27_000))
        suggestion = suggestion_for(format_date(day, pattern, locale="en"))
        assert suggestion
        assert str(day) in suggestion.edtf


def test_random_texts_of_the_parts_of_dates_propose_nothing_that_cannot_be_read() -> None:
    chance = Random(17)  # noqa: S311, the same cases in every run
    parts = [
        *("2024", "24", "12", "5", "0", "1446", "198X", "XX", "31", "Dec", "mars", "كانون الأول", "Q4", "W52", "BC"),
        *("-", "/", " ", " ", ".", ",", "–", "..", "?", "~", "(", ")", "T10:00", "Z", "s", "th", "'"),
        *("since", "before", "after", "to", "and", "about", "early", "winter", "century", "9999-12-31", "0001-01-01"),
    ]
    for _ in range(6000):
        text = "".join(chance.choices(parts, k=chance.randint(1, 7)))
        if suggestion := suggestion_for(text):
            for edtf in suggestion.edtf:
                parse_span(edtf)


@pytest.mark.parametrize("text", ["today", "x", "=2024", "[2024,2025]", "1991-2003, 2011", "a" * 5000, "12:30"])
def test_what_is_no_date_at_all_is_refused_with_examples(text: str) -> None:
    with pytest.raises(
        ValueError, match=r"is no EDTF date; write 2024-12-26, 2024-12, 2024, 198X, 2025~ or 2011/\.\.$"
    ):
        parse_span(text)
