"""Every word of the interface, in English and Arabic."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent
LANGUAGE_NAMES = {"en": "English", "ar": "العربية"}
"""Each language by its own name, whatever the language around it."""


@cache
def words(language: str) -> dict[str, str]:
    """Return the interface words of `language` (`en`, `ar`) by key."""
    return tomllib.loads((FOLDER / f"{language}.toml").read_text(encoding="utf-8"))
