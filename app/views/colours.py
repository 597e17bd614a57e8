"""Every colour, shape and font of the product, for light and dark grounds, and the arithmetic of contrast."""

from __future__ import annotations

import colorsys
from dataclasses import dataclass, replace
from functools import cache

from app.model.chronology.entities import Theme

FONT_FAMILY = '"Noto Sans", "Noto Sans Arabic", "Segoe UI", "Helvetica Neue", "Geeza Pro", Arial, sans-serif'
"""Fonts of the system: nothing is fetched, and each of them has its Arabic beside it."""

MARK_CONTRAST = 3.0
"""Least contrast of a mark with its ground (WCAG 2.2, 1.4.11)."""
TEXT_CONTRAST = 4.5
"""Least contrast of text with its ground (WCAG 2.2, 1.4.3)."""
STRONG_TEXT_CONTRAST = 7.0
"""The same for readers who ask for more (WCAG 2.2, 1.4.6)."""
MIDDLE_LUMINANCE = 0.18
"""Of a ground on which black and white are about as clear."""
STRONG = 10.0
"""A colour of more contrast with its ground is seen as black or white, not as a hue."""


@dataclass(frozen=True)
class Palette:
    """The colours of one appearance, each `#rrggbb`."""

    ground: str
    """Behind text and timeline."""
    raised: str
    """Sidebar and quiet panels."""
    text: str
    """Main text."""
    text_quiet: str
    """Secondary text."""
    rule: str
    """Hairlines between parts."""
    accent: str
    """Everything that can be operated."""
    window: str
    """The chosen range on the timeline."""
    land: str
    """Neighbouring countries."""
    land_focus: str
    """Iraq and Syria."""
    sea: str
    """Sea and lakes."""
    river: str
    """Rivers and coast lines."""
    river_name: str
    """Names of rivers."""
    border: str
    """International boundaries."""
    border_focus: str
    """The Iraq–Syria line."""
    governorate: str
    """Governorate lines."""
    label_country: str
    """Names of countries."""
    confirms: str
    """Reports confirm."""
    conflicts: str
    """Reports contest."""


LIGHT = Palette(
    ground="#ffffff",
    raised="#fbfaf7",
    text="#1d2430",
    text_quiet="#5f6977",
    rule="#e3e1da",
    accent="#0b5c8a",
    window="#e4eef5",
    land="#f1efe9",
    land_focus="#fbf9f3",
    sea="#dfe8ee",
    river="#a9c4d6",
    river_name="#3f6985",
    border="#aba593",
    border_focus="#3d3a32",
    governorate="#ddd8ca",
    label_country="#6e664f",
    confirms="#17683f",
    conflicts="#a02c25",
)

DARK = Palette(
    ground="#12161d",
    raised="#171c25",
    text="#e8eaee",
    text_quiet="#a3acb9",
    rule="#2b323e",
    accent="#6db8e6",
    window="#1f3040",
    land="#1b2029",
    land_focus="#262c37",
    sea="#0f1823",
    river="#3a5a73",
    river_name="#8fb4cf",
    border="#5d6675",
    border_focus="#d8d3c4",
    governorate="#353d4a",
    label_country="#9aa3b1",
    confirms="#6fcf97",
    conflicts="#f0938b",
)

PALETTES = {"light": LIGHT, "dark": DARK}


def contrast(first: str, second: str) -> float:
    """Return the WCAG contrast ratio of two `#rrggbb` colours, from 1 to 21."""
    low, high = sorted((_luminance(first), _luminance(second)))
    return (high + 0.05) / (low + 0.05)


@cache
def on_dark(colour: str, least: float = TEXT_CONTRAST) -> str:
    """Return the same hue, lightened until it reaches `least` contrast with every dark ground."""
    return with_contrast(colour, least, (DARK.ground, DARK.land, DARK.land_focus))


@cache
def with_contrast(colour: str, least: float, grounds: tuple[str, ...]) -> str:
    """Return the same hue, lightened on dark grounds and darkened on light ones until it reaches `least` with each."""
    red, green, blue = (part / 255 for part in _channels(colour))
    hue, lightness, saturation = colorsys.rgb_to_hls(red, green, blue)
    is_dark = max(map(_luminance, grounds)) < MIDDLE_LUMINANCE
    while 0 < lightness < 1:
        made = "#" + "".join(f"{round(part * 255):02x}" for part in colorsys.hls_to_rgb(hue, lightness, saturation))
        if min(contrast(made, ground) for ground in grounds) >= least:
            return made
        lightness += 0.01 if is_dark else -0.01
    return "#ffffff" if is_dark else "#000000"


def strengthened(palette: Palette) -> Palette:
    """Return the palette for who asks for more contrast: words as in WCAG's AAA, lines as clear as marks."""
    grounds, lands = (palette.ground, palette.raised), (palette.land, palette.land_focus)
    words = {
        name: with_contrast(getattr(palette, name), STRONG_TEXT_CONTRAST, (*grounds, *lands))
        for name in ("text_quiet", "accent", "label_country", "confirms", "conflicts")
    }
    river_name = with_contrast(palette.river_name, STRONG_TEXT_CONTRAST, (*lands, palette.sea))
    lines = {name: with_contrast(getattr(palette, name), MARK_CONTRAST, lands) for name in ("border", "governorate")}
    rule = with_contrast(palette.rule, MARK_CONTRAST, grounds)
    return replace(palette, **words, **lines, river_name=river_name, rule=rule)


def theme_colours(theme: Theme) -> dict[str, str]:
    """Return a theme's colour by appearance: as the table has it, and its counterpart on dark grounds.

    What is nearly black on a light ground is nearly white on a dark one: else it would be one grey with lighter themes.
    """
    strength = contrast(theme.colour, LIGHT.ground)
    return {"light": theme.colour, "dark": on_dark(theme.colour, STRONG if strength > STRONG else TEXT_CONTRAST)}


def _channels(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _luminance(colour: str) -> float:
    parts = [part / 255 for part in _channels(colour)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
