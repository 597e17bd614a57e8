"""Every word of the interface, in English and Arabic."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent


@cache
def words(language: str) -> dict[str, str]:
    """Return the interface words of `language` (`en`, `ar`) by key."""
    return tomllib.loads((FOLDER / f"{language}.toml").read_text(encoding="utf-8"))
