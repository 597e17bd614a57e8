"""Colours of the timeline's figure that the browser fills in, so that one figure serves every appearance.

Plotly takes nothing but colours where a figure has colours: a token is a colour with the number of its entry in it.
"""

from __future__ import annotations

from collections.abc import Iterable

from app.model.chronology.entities import Theme
from app.views.colours import PALETTES, theme_colours

TOKENS = "colours"
"""Name of the table of tokens in the timeline's document: by number, a colour for each appearance."""
_PALETTE_NAMES = ("ground", "text", "text_quiet", "rule", "conflicts")


class ColourTokens:
    """The tokens of one figure: `#0000NN`, or `rgba(0,0,N,opacity)`, for entry N of `colours`."""

    def __init__(self, themes: Iterable[Theme]) -> None:
        listed = list(themes)
        self.colours = [
            *({name: getattr(palette, each) for name, palette in PALETTES.items()} for each in _PALETTE_NAMES),
            *(theme_colours(theme) for theme in listed),
        ]
        """By number, a colour for each appearance."""
        self._number = {each: number for number, each in enumerate(_PALETTE_NAMES)}
        self._theme_number = {theme.id: len(_PALETTE_NAMES) + number for number, theme in enumerate(listed)}

    def of(self, name: str) -> str:
        """Return the token of a colour of the palette."""
        return f"#0000{self._number[name]:02x}"

    def of_theme(self, theme_id: str, opacity: float | None = None) -> str:
        """Return the token of a theme's colour, as it is or in an opacity from 0 to 1."""
        number = self._theme_number[theme_id]
        return f"#0000{number:02x}" if opacity is None else f"rgba(0,0,{number},{opacity:.3f})"
