"""Every word of the interface, in English and Arabic, and the one way to put numbers into them."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from functools import cache, reduce
from pathlib import Path

from babel import Locale

FOLDER = Path(__file__).parent


@cache
def words(language: str) -> dict[str, str]:
    """Return the interface words of `language` (`en`, `ar`) by key.

    A text whose noun depends on a number has one key for each plural class, such as `essay_events.few`; `counted`
    chooses among them.
    """
    tables = tomllib.loads((FOLDER / f"{language}.toml").read_text(encoding="utf-8"))
    return {key: text for name, entry in tables.items() for key, text in _entries(name, entry)}


def _entries(name: str, entry: str | dict[str, str]) -> list[tuple[str, str]]:
    return [(name, entry)] if isinstance(entry, str) else [(f"{name}.{each}", text) for each, text in entry.items()]


def counted(language: str, key: str, n: int, **others: object) -> str:
    """Return the text of `key` in the plural form for `n`, by the rules of CLDR; `counted` in words.js is its twin.

    A text with one form for all numbers stands under the plain key.
    """
    say = words(language)
    template = say.get(f"{key}.{Locale(language).plural_form(n)}") or say[key]
    return template.format(n=n, **others)


def listed(language: str, numbers: Iterable[int]) -> str:
    """Return numbers as a list in words: `2, 6` in English, `2 و6` in Arabic."""
    pattern = words(language)["list_of_numbers"]
    return reduce(lambda before, each: pattern.format(first=before, next=each), map(str, numbers))
