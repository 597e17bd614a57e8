"""Folding: which spellings are the same to a search; `browser/core/folding.js` is its twin, from the same table.

The same are: letters in either case, with or without accents, vowel signs and transliteration marks; letters with a
stroke and the plain ones; apostrophes of all kinds and none; Arabic hamza seats, ة and ه, ى and ي, the letters of
Persian, Kurdish and Urdu; digits of all scripts; a text with invisible characters and one without.

A query is found in a text where each of its words is part of a word of the text. All other marks, hyphens of all kinds
among them, separate words; what they join is also one word: `ceasefire`, `cease fire` and `fire` find `cease-fire`.
The Arabic article is not asked for: `القائم` and `al-Qa’im` find `قائم` and `Qaim`, there at the head of a word.
A query without any letter or digit asks for nothing: all texts have it.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from typing import Any

TABLE_FILE = Path(__file__).parent / "folding.json"
"""What is removed, replaced and taken for an article, for Python and the browser."""
_TABLE: dict[str, Any] = json.loads(TABLE_FILE.read_text(encoding="utf-8"))
_SPANS = ((int(first, 16), int(last, 16)) for first, last in (span.split("-") for span in _TABLE["marks"]))
_MARK = f"[{''.join(f'{chr(first)}-{chr(last)}' for first, last in _SPANS)}]"
_MARKS = re.compile(f" ?{_MARK}+")
"""Marks, and the space before one that stands alone: to Unicode, `´` is a space with an accent."""
_HAMZA_BEFORE_WAW = re.compile(_TABLE["hamza_before_waw"])
_ARTICLES = [(re.compile(pattern), put) for pattern, put in _TABLE["articles"]]
_ATTACHED_ARTICLES = [(re.compile(pattern), forms) for pattern, forms in _TABLE["attached_articles"]]
_LATIN = re.compile("[a-z]")
_HYPHEN = "-"
"""What every mark between words becomes that is not a space."""


class _Letters(dict[int, str]):
    """What becomes of each character once accents and case are gone: looked up once, then remembered."""

    def __missing__(self, code: int) -> str:
        category = unicodedata.category(chr(code))
        if category == "Cf":
            kept = ""
        elif category[0] == "Z" or category == "Cc":
            kept = " "
        elif category[0] == "P" or category in ("Sk", "Sm"):
            kept = _HYPHEN
        else:
            kept = chr(code)
        self[code] = kept
        return kept


_LETTERS = _Letters(
    {ord(letter): plain for letter, plain in _TABLE["letters"].items()}
    | {ord(sign): "" for sign in _TABLE["apostrophes"]}
    | {ord(zero) + value: str(value) for zero in _TABLE["zeros"] for value in range(10)}
)


def plain_letters(text: str) -> str:
    """Return text without case, accents and variants of letters; marks between words are hyphens or spaces."""
    apart = "".join(sign for sign in unicodedata.normalize("NFKD", text) if unicodedata.category(sign) != "Cf")
    bare = _MARKS.sub("", _HAMZA_BEFORE_WAW.sub("و", apart))
    # Full case folding by steps that JavaScript has too: ẞ has a capital form only once it is small.
    return bare.lower().upper().lower().translate(_LETTERS)


def fold(text: str) -> str:
    """Return the words of a text as they are compared, one space between two; a Latin article is the word `al`."""
    return " ".join(_words(_units(text)))


def searchable(text: str) -> str:
    """Return what queries are looked up in: the folded words, then what is joined by a mark, as one word each."""
    units = _units(text)
    joined = (unit.replace(_HYPHEN, "") for unit in units if _HYPHEN in unit.strip(_HYPHEN))
    return f" {' '.join((*_words(units), *joined))} "


def finds(query: str, text: str) -> bool:
    """Return True where each word of the query stands in the text."""
    return stands_in(query, searchable(text))


def stands_in(query: str, searched: str) -> bool:
    """Return True where each word of the query stands in what `searchable` has made of a text."""
    return all(
        any(all(any(form in searched for form in forms) for forms in way) for way in ways) for ways in _wanted(query)
    )


@lru_cache(maxsize=256)
def _wanted(query: str) -> tuple[tuple[tuple[tuple[str, ...], ...], ...], ...]:
    """Return for each word of a query the ways to find it: each some words of which all must stand in the text.

    A word is given as its forms, one of which is enough. A space at the head of a form is the head of a word.
    """
    wanted = []
    units = [unit for unit in _units(query) if unit.strip(_HYPHEN)]
    for index, unit in enumerate(units):
        if unit == "al" and index + 1 < len(units) and _LATIN.match(units[index + 1]):
            continue
        after_article = index > 0 and units[index - 1] == "al" and bool(_LATIN.match(unit))
        first, *others = _words([unit])
        apart = (_forms(first, after_article=after_article), *(_forms(each) for each in others))
        joined = _forms("".join((first, *others)), after_article=after_article)
        wanted.append((apart, (joined,)) if others else (apart,))
    return tuple(wanted)


def _forms(word: str, *, after_article: bool = False) -> tuple[str, ...]:
    if after_article:
        return (*(form.format(word) for form in _TABLE["after_an_article"]), word[0] + word)  # the last is in `Attanf`
    for pattern, forms in _ATTACHED_ARTICLES:
        if found := pattern.match(word):
            return (word, *(form.format(found[1]) for form in forms))
    return (word,)


def _units(text: str) -> list[str]:
    """Return what stands between spaces, with hyphens in it."""
    plain = plain_letters(text)
    for pattern, put in _ARTICLES:
        plain = pattern.sub(put, plain)
    return plain.split(" ")


def _words(units: Iterable[str]) -> list[str]:
    return [word for unit in units for word in unit.split(_HYPHEN) if word]
