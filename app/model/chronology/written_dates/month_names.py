"""The names of months and weekdays in the languages of people's spreadsheets, from Babel's CLDR data."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from functools import cache

from babel import Locale, UnknownLocaleError

_LOCALES = (
    *("en", "en_GB", "fr", "de", "de_AT", "es", "it", "tr", "fa", "ku", "ckb"),
    *("ar", "ar_IQ", "ar_DZ", "ar_MA", "ar_MR"),
)
"""The Arabic ones differ: Egypt and the Gulf, the Levant and Iraq, Algeria and Tunisia, Morocco, Mauritania."""
_OTHER_SPELLINGS = {
    "sept": (9,), "febr": (2,), "jaenner": (1,), "maerz": (3,), "marz": (3,), "mrz": (3,),
    "كانون ثاني": (1,), "كانون اول": (12,), "تشرين اول": (10,), "تشرين ثاني": (11,),
    "كانون 1": (12,), "كانون 2": (1,), "تشرين 1": (10,), "تشرين 2": (11,),
    "كانون": (1, 12), "تشرين": (10, 11),
}  # fmt: skip
"""Spellings that CLDR does not have; two months where the name alone does not tell which."""
_LETTERS = str.maketrans({"ى": "ي", "ی": "ي", "ک": "ك", "ة": "ه", "ı": "i", "،": ",", "؟": "?", "⁄": "/", "∕": "/"})
_NUMBERED = r"<(\d\d(?:\|\d\d)*)>"
_SAME_MONTH_TWICE = re.compile(rf"{_NUMBERED}\s*[/(]\s*{_NUMBERED}\)?")


def folded(text: str) -> str:
    """Return the text in lower case without accents, vowel signs and invisible marks, with the digits 0 to 9."""
    letters = []
    for letter in unicodedata.normalize("NFKD", text.casefold()).translate(_LETTERS):
        category = unicodedata.category(letter)
        if category == "Nd":
            letters.append(str(unicodedata.decimal(letter)))
        elif category == "Pd" or letter == "\N{MINUS SIGN}":
            letters.append("-")
        elif category not in ("Mn", "Cf") and letter != "\N{ARABIC TATWEEL}":
            letters.append(letter)
    return re.sub(r"\s+", " ", "".join(letters)).strip()


def with_months_numbered(text: str) -> str:
    """Return folded text with each month's name as `<12>`, or `<10|11>` where the name is that of two."""
    names, pattern = _months()
    numbered = pattern.sub(lambda found: f"<{'|'.join(f'{month:02}' for month in names[found[1]])}>", text)
    return _SAME_MONTH_TWICE.sub(_one_month, numbered)  # Arabic papers write `كانون الأول/ديسمبر`


def without_weekday(text: str) -> str:
    """Return folded text without the name of a weekday in front or behind."""
    day = _weekdays()
    return re.sub(rf"^\(?(?:{day})\b\.?\)?[\s,]*|[\s,]*\(?\b(?:{day})\.?\)?$", "", text)


def _one_month(found: re.Match[str]) -> str:
    both = sorted(set(found[1].split("|")) & set(found[2].split("|")))
    return f"<{'|'.join(both)}>" if both else found[0]


def _locales() -> list[Locale]:
    locales = []
    for name in _LOCALES:
        try:
            locales.append(Locale.parse(name))
        except UnknownLocaleError:
            continue  # an older Babel without it: its months are not recognised
    return locales


def _plain_name(name: str) -> str:
    return folded(name).rstrip(".")


@cache
def _months() -> tuple[dict[str, list[int]], re.Pattern[str]]:
    """Return the months of each name, and the pattern that finds a name."""
    months: dict[str, set[int]] = defaultdict(set)
    for locale in _locales():
        for context in ("format", "stand-alone"):
            for width in ("wide", "abbreviated"):
                for month, name in locale.months[context][width].items():
                    months[_plain_name(name)].add(month)
    for name, several in _OTHER_SPELLINGS.items():
        months[_plain_name(name)].update(several)
    ordered = "|".join(
        re.escape(name) + (r"(?!\d)" if name[-1].isdigit() else "")
        for name in sorted(months, key=len, reverse=True)
        if len(name) > 1
    )
    pattern = re.compile(rf"(?<![^\W\d_])({ordered})(?![^\W\d_])\.?")
    return {name: sorted(several) for name, several in months.items()}, pattern


@cache
def _weekdays() -> str:
    names = {
        _plain_name(name)
        for locale in _locales()
        for context in ("format", "stand-alone")
        for width in ("wide", "abbreviated", "short")
        for name in locale.days[context].get(width, {}).values()
    }
    return "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True) if len(name) > 1)
