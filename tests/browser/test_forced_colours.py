"""Where the system forces its colours, map and timeline follow its ground, and range and selection stay visible."""

from __future__ import annotations

from typing import Literal

import pytest
from playwright.sync_api import expect

from app.link.slide_page import slide_page_url
from app.model.chronology.view import View
from app.slides.slide import Slide
from app.views.colours import PALETTES, strengthened
from tests.browser.conftest import Dashboard

pytestmark = pytest.mark.browser
COLOUR = "(element, name) => getComputedStyle(element)[name]"


def rgb(colour: str) -> str:
    red, green, blue = bytes.fromhex(colour.removeprefix("#"))
    return f"rgb({red}, {green}, {blue})"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_map_and_timeline_follow_the_systems_ground(a_visitor: Dashboard, scheme: Literal["light", "dark"]) -> None:
    palette = PALETTES[scheme]
    page = a_visitor.page
    page.emulate_media(forced_colors="active", color_scheme=scheme)
    a_visitor.open("?from=2024-11-27&to=2024-12-20&selected=aleppo-captured")
    expect(page.locator("html")).to_have_attribute("data-appearance", scheme)
    expect(a_visitor.map.locator("html")).to_have_attribute("data-appearance", scheme)
    sea = a_visitor.map.locator(".leaflet-container").evaluate(COLOUR, "backgroundColor")
    assert sea == rgb(palette.sea)
    for part, colour in ((".window", palette.window), (".rail", palette.rule), (".fill", palette.accent)):
        assert page.locator(f".time-panel {part}").evaluate(COLOUR, "backgroundColor") == rgb(colour), part
    # What is chosen differs from what is not.
    for chosen, other in (
        (".basis input:checked + span", ".basis input:not(:checked) + span"),
        (".presets.chosen", ".speeds"),
    ):
        grounds = [page.locator(part).first.evaluate(COLOUR, "backgroundColor") for part in (chosen, other)]
        assert grounds[0] != grounds[1], chosen
    expect(page.locator(".time-panel .ring")).to_be_visible()
    expect(page.locator(".page .appearance")).to_be_hidden()  # the system alone decides
    assert a_visitor.complaints == []


def test_an_appearance_in_the_address_does_not_turn_the_palette_against_the_system(
    a_visitor: Dashboard,
) -> None:
    page = a_visitor.page
    page.emulate_media(forced_colors="active", color_scheme="dark")
    a_visitor.open("?appearance=light&embed_options=light_theme")
    expect(a_visitor.map.locator("html")).to_have_attribute("data-appearance", "dark")
    assert page.locator(".time-panel .rail").evaluate(COLOUR, "backgroundColor") == rgb(PALETTES["dark"].rule)


def test_a_slide_keeps_the_appearance_that_was_chosen_for_it(a_visitor: Dashboard) -> None:
    page = a_visitor.page
    page.emulate_media(forced_colors="active", color_scheme="dark")
    page.goto(f"{a_visitor.address}/{slide_page_url(Slide(View(appearance='light')), 'presented')}")
    page.wait_for_selector("html[data-ready]", state="attached", timeout=40_000)
    assert page.locator("body").evaluate(COLOUR, "backgroundColor") == rgb(PALETTES["light"].ground)
    rail = page.locator(".rail")
    assert rail.evaluate(COLOUR, "backgroundColor") == rgb(PALETTES["light"].rule)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_who_asks_for_more_contrast_gets_it_at_once_on_page_and_map(
    a_visitor: Dashboard, scheme: Literal["light", "dark"]
) -> None:
    plain, strong = PALETTES[scheme], strengthened(PALETTES[scheme])
    assert plain.text_quiet != strong.text_quiet
    a_visitor.page.emulate_media(color_scheme=scheme)
    a_visitor.open()
    quiet = a_visitor.page.locator(".reader .count")
    note = a_visitor.map.locator(".atlas-note").first
    for part in (quiet, note):
        expect(part).to_have_css("color", rgb(plain.text_quiet))
    a_visitor.page.emulate_media(color_scheme=scheme, contrast="more")
    for part in (quiet, note):
        expect(part).to_have_css("color", rgb(strong.text_quiet))
    a_visitor.page.emulate_media(color_scheme=scheme, contrast="no-preference")
    expect(quiet).to_have_css("color", rgb(plain.text_quiet))
    assert a_visitor.complaints == []
