"""The map's corners: buttons and scale in the language of the page, the key beside its button, chips clear of them."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from app.words import words
from tests.browser.conftest import Dashboard
from tests.model.real import the_real_atlas

pytestmark = pytest.mark.browser
COVERED = """() => {
  const boxOf = (one) => one.getBoundingClientRect();
  const boxes = (selector) => [...document.querySelectorAll(selector)].map(boxOf).filter(({ width }) => width);
  const overlap = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
  const [chips, buttons] = [boxes(".atlas-chips button"), boxes(".leaflet-bar")];
  const isIn = ({ left, top, right, bottom }) => left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight;
  return [chips.length, chips.filter((chip) => !isIn(chip) || buttons.some((each) => overlap(chip, each))).length];
}"""


@pytest.mark.parametrize("language", ["en", "ar"])
def test_what_stands_in_the_corners_is_in_the_language_of_the_page(a_visitor: Dashboard, language: str) -> None:
    say = words(language)
    a_visitor.open(f"?lang={language}")
    for way in ("in", "out"):
        expect(a_visitor.map.locator(f".leaflet-control-zoom-{way}")).to_have_attribute("title", say[f"map_zoom_{way}"])
    number = a_visitor.map.locator(".leaflet-control-scale-line").inner_text().split()[0]
    expect(a_visitor.map.locator(".leaflet-control-scale-line")).to_have_text(say["km"].format(n=number))
    assert int(number) >= 10


@pytest.mark.parametrize("language", ["en", "ar"])
def test_chips_stand_clear_of_the_buttons_in_every_size(a_visitor: Dashboard, language: str) -> None:
    a_visitor.page.set_viewport_size({"width": 1440, "height": 900})
    a_visitor.open(f"?lang={language}")
    for width, height in ((1440, 900), (1280, 720), (1920, 1080), (1024, 768)):
        a_visitor.page.set_viewport_size({"width": width, "height": height})
        a_visitor.settle()
        chips, covered = a_visitor.map.locator("html").evaluate(COVERED)
        assert chips > 3
        assert covered == 0, (width, height)


def test_a_question_mark_opens_the_key_beside_it(a_visitor: Dashboard) -> None:
    say, themes = words("en"), the_real_atlas().themes
    a_visitor.open()
    key, opener = a_visitor.map.locator(".atlas-key"), a_visitor.map.locator(".atlas-key-button")
    expect(key).to_be_hidden()
    opener.click()
    expect(opener).to_have_attribute("aria-expanded", "true")
    for said in (*(theme.name.en for theme in themes.values()), say["map_key_journey"], say["map_key_closed"]):
        expect(key.get_by_text(said, exact=True)).to_be_visible()
    opener.press("Escape")
    expect(key).to_be_hidden()
    expect(opener).to_be_focused()
    opener.click()
    a_visitor.map.locator(".leaflet-container").click(position={"x": 500, "y": 300})
    expect(key).to_be_hidden()
    assert a_visitor.complaints == []


def test_one_event_alone_has_the_shape_of_its_theme(a_visitor: Dashboard) -> None:
    a_visitor.open("?theme=corridors")
    shape = a_visitor.map.locator(".atlas-place[data-place=grand-faw-port] path")
    expect(shape).to_have_count(1)
    drawn = a_visitor.page.evaluate(
        "async () => (await window.atlases.page.atlas).dataset.themes.find(({ id }) => id === 'corridors').path"
    )
    expect(shape).to_have_attribute("d", drawn)
