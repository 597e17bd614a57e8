"""The arithmetic of contrast, and every colour of the product against the grounds on which it stands."""

from __future__ import annotations

import re
import tomllib
from dataclasses import asdict

import pytest

from app.model.chronology.entities import BEYOND_THEME, UNSORTED_THEME, Theme
from app.model.paths import PROJECT_FOLDER
from app.views.colours import (
    FONT_FAMILY,
    MARK_CONTRAST,
    PALETTES,
    STRONG_TEXT_CONTRAST,
    TEXT_CONTRAST,
    Palette,
    contrast,
    on_dark,
    strengthened,
    theme_colours,
)
from tests.model.real import the_real_atlas

THEMES = [*the_real_atlas().themes.values(), UNSORTED_THEME, BEYOND_THEME]
CONFIG = tomllib.loads((PROJECT_FOLDER / "app" / ".streamlit" / "config.toml").read_text(encoding="utf-8"))["theme"]

each_appearance = pytest.mark.parametrize("appearance", PALETTES)
each_theme = pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.id)


@pytest.mark.parametrize(
    ("first", "second", "ratio"),
    [
        ("#000000", "#ffffff", 21.0),
        ("#ffffff", "#ffffff", 1.0),
        ("#777777", "#ffffff", 4.48),
        ("#767676", "#ffffff", 4.54),
        ("#ff0000", "#ffffff", 4.0),
        ("#0000ff", "#ffffff", 8.59),
        ("#00ff00", "#ffffff", 1.37),
        ("#808080", "#000000", 5.32),
    ],
)
def test_contrast_is_as_wcag_defines_it(first: str, second: str, ratio: float) -> None:
    assert contrast(first, second) == pytest.approx(ratio, abs=0.005)
    assert contrast(second, first) == contrast(first, second)


def test_the_least_contrasts_are_those_of_wcag_aa() -> None:
    assert (MARK_CONTRAST, TEXT_CONTRAST) == (3.0, 4.5)


@each_appearance
@each_theme
def test_a_theme_reaches_the_contrast_of_a_mark_on_timeline_and_map(theme: Theme, appearance: str) -> None:
    palette, colour = PALETTES[appearance], theme_colours(theme)[appearance]
    for ground in (palette.ground, palette.land, palette.land_focus):
        assert contrast(colour, ground) >= MARK_CONTRAST


@each_appearance
@each_theme
def test_a_lanes_name_reaches_the_contrast_of_text(theme: Theme, appearance: str) -> None:
    assert contrast(theme_colours(theme)[appearance], PALETTES[appearance].ground) >= TEXT_CONTRAST


@each_appearance
@pytest.mark.parametrize("role", ["text", "text_quiet", "accent", "confirms", "conflicts"])
@pytest.mark.parametrize("ground", ["ground", "raised"])
def test_text_reaches_the_contrast_of_text(appearance: str, role: str, ground: str) -> None:
    palette = asdict(PALETTES[appearance])
    assert contrast(palette[role], palette[ground]) >= TEXT_CONTRAST


@each_appearance
@pytest.mark.parametrize("role", ["text", "text_quiet", "accent", "confirms", "conflicts", "label_country"])
def test_who_asks_for_more_contrast_gets_words_as_wcag_aaa_has_them(appearance: str, role: str) -> None:
    palette = asdict(strengthened(PALETTES[appearance]))
    for ground in ("ground", "raised", "land", "land_focus"):
        assert contrast(palette[role], palette[ground]) >= STRONG_TEXT_CONTRAST
    assert contrast(palette["rule"], palette["ground"]) >= MARK_CONTRAST
    assert contrast(palette["border"], palette["land"]) >= MARK_CONTRAST


@each_appearance
def test_grounds_stay_as_they_are_where_more_contrast_is_asked_for(appearance: str) -> None:
    plain, strong = (asdict(each) for each in (PALETTES[appearance], strengthened(PALETTES[appearance])))
    names = ("ground", "raised", "window", "land", "land_focus", "sea", "text")
    assert {name: strong[name] for name in names} == {name: plain[name] for name in names}


def test_on_dark_ground_no_two_themes_are_one_grey() -> None:
    greys = {"isis", "background"}
    first, second = (theme_colours(theme)["dark"] for theme in THEMES if theme.id in greys)
    assert contrast(first, second) >= 2


@each_appearance
def test_the_iraq_syria_line_reaches_the_contrast_of_a_mark(appearance: str) -> None:
    palette = PALETTES[appearance]
    assert min(contrast(palette.border_focus, land) for land in (palette.land, palette.land_focus)) >= MARK_CONTRAST


@each_appearance
def test_every_colour_is_written_with_six_figures(appearance: str) -> None:
    colours = asdict(PALETTES[appearance])
    assert [name for name, colour in colours.items() if not re.fullmatch(r"#[0-9a-f]{6}", colour)] == []


@each_appearance
@each_theme
def test_a_themes_colour_is_written_with_six_figures(theme: Theme, appearance: str) -> None:
    assert re.fullmatch(r"#[0-9a-f]{6}", theme_colours(theme)[appearance])


@each_appearance
def test_no_two_themes_look_the_same(appearance: str) -> None:
    themes = the_real_atlas().themes.values()
    assert len({theme_colours(theme)[appearance] for theme in themes}) == len(themes)
    assert len({theme.shape for theme in themes}) == len(themes)


def test_on_light_ground_a_theme_has_the_colour_of_the_table() -> None:
    assert all(theme_colours(theme)["light"] == theme.colour for theme in THEMES)


@pytest.mark.parametrize("colour", ["#000000", "#000080", "#330000", "#6b7684"])
def test_a_dark_colour_is_lightened_until_it_can_be_read(colour: str) -> None:
    palette = PALETTES["dark"]
    made = on_dark(colour)
    assert min(contrast(made, ground) for ground in (palette.ground, palette.land, palette.land_focus)) >= TEXT_CONTRAST


def test_a_colour_that_can_be_read_on_dark_ground_stays_as_it_is() -> None:
    assert on_dark("#ffffff") == "#ffffff"
    assert on_dark("#e8eaee") == "#e8eaee"


@each_appearance
def test_the_config_of_streamlit_has_the_colours_of_the_palette(appearance: str) -> None:
    palette: Palette = PALETTES[appearance]
    assert CONFIG[appearance] == {
        "primaryColor": palette.accent,
        "linkColor": palette.accent,
        "backgroundColor": palette.ground,
        "secondaryBackgroundColor": palette.raised,
        "textColor": palette.text,
        "borderColor": palette.rule,
        "sidebar": {
            "backgroundColor": palette.raised,
            "secondaryBackgroundColor": palette.ground,
            "borderColor": palette.rule,
        },
    }


def test_the_config_of_streamlit_has_the_fonts_of_the_product() -> None:
    assert CONFIG["font"] == FONT_FAMILY
