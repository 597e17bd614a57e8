"""A text in the languages of the interface."""

from __future__ import annotations

from dataclasses import dataclass

from app.model.text.language import LANGUAGES


@dataclass(frozen=True)
class Text:
    """The same words in the languages of the interface: one field for each code of LANGUAGES, in their order."""

    en: str
    """English."""
    ar: str
    """Arabic; empty where no editor has written it yet."""

    def say(self, language: str) -> str:
        """Return the words in `language`, or the English ones where that language has none."""
        words: str = getattr(self, language)
        return words or self.en

    @property
    def written(self) -> list[str]:
        """The words in each language that has them."""
        return [words for code in LANGUAGES if (words := getattr(self, code))]
