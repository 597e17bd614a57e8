"""The languages of the interface: a language is one record here, and one file of words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True)
class Language:
    """What depends on a language beside its words."""

    code: str
    """Its ISO 639-1 code, as the address and the tables' columns have it."""
    name: str
    """Its name in itself."""
    direction: Literal["ltr", "rtl"]
    """Where lines and the axis of time begin."""
    babel_locale: str
    """Babel's locale for dates in words."""
    intl_locale: str
    """The browser's locale for the same, with the digits that are in use here."""
    list_comma: str
    """Between the parts of a list."""
    groups_thousands: bool
    """True where long numbers are written with separators of thousands."""

    @property
    def right_to_left(self) -> bool:
        """True where lines begin at the right."""
        return self.direction == "rtl"


LANGUAGES = {
    language.code: language
    for language in (
        Language("en", "English", "ltr", "en_GB", "en-GB", ", ", groups_thousands=True),
        # ar_IQ has the month names in use in Iraq and Syria. A comma of thousands would be read as one of the sentence.
        Language("ar", "العربية", "rtl", "ar_IQ", "ar-IQ-u-nu-latn", "، ", groups_thousands=False),
    )
}
"""By code, the first one being the default."""
