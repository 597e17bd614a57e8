"""The address holds the whole view: back and forward bring it, and another browser opens the same."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.conftest import Dashboard, watched_page
from tests.chromium import wait_until_complete

pytestmark = pytest.mark.browser


def test_back_and_forward_bring_range_filters_and_selection(a_visitor: Dashboard) -> None:
    page = a_visitor.open("?from=2024-12-01").page
    first = a_visitor.count()
    page.locator(".event-row[data-event=coastal-violence]").click()
    expect(page).to_have_url(re.compile("selected=coastal-violence"))
    page.locator(".filters .choice[data-choice=diplomacy] input").uncheck()
    expect(page).to_have_url(re.compile("theme="))
    expect(page.locator(".reader .count")).not_to_have_text(first)
    fewer = a_visitor.count()

    page.go_back()
    expect(page.locator(".reader .count")).to_have_text(first)
    expect(page.locator(".filters .choice[data-choice=diplomacy] input")).to_be_checked()
    expect(page.locator(".reader h2")).to_have_text("Violence on the Syrian coast")
    page.go_back()
    expect(page.locator(".reader h2")).to_have_count(0)
    expect(page.locator(".ring")).to_be_hidden()
    page.go_forward()
    page.go_forward()
    expect(page.locator(".reader .count")).to_have_text(fewer)
    expect(page.locator(".filters .choice[data-choice=diplomacy] input")).not_to_be_checked()


def test_back_leads_from_a_paragraph_to_the_view_it_was_opened_from(a_visitor: Dashboard) -> None:
    page = a_visitor.open("?from=2025-03-01&to=2025-03-31&selected=coastal-violence").page
    counted = a_visitor.count()
    page.locator(".to-paragraph").first.click()
    expect(page.locator(".paragraph.highlighted")).to_be_visible()
    page.go_back()
    wait_until_complete(page)
    expect(page.locator(".reader h2")).to_have_text("Violence on the Syrian coast")
    expect(page.locator(".reader .count")).to_have_text(counted)


def test_a_page_opened_from_the_menu_keeps_the_view(a_visitor: Dashboard) -> None:
    page = a_visitor.open("?from=2025-03-01&to=2025-03-31&lang=ar").page
    page.get_by_role("link", name="المقالة", exact=True).click()
    expect(page.locator(".essay")).to_have_attribute("lang", "ar")
    page.get_by_role("link", name="استكشاف").click()
    wait_until_complete(page)
    expect(page).to_have_url(re.compile("from=2025-03-01"))


def test_one_step_back_leads_from_page_to_page_and_each_page_takes_its_own_of_the_view(a_visitor: Dashboard) -> None:
    page = a_visitor.open(page="essay?from=2025-03-01&paragraph=3").page
    expect(page.locator(".page .language")).to_be_visible()
    steps = page.evaluate("() => history.length")
    page.get_by_role("link", name="Explore", exact=True).click()
    expect(page).to_have_url(f"{a_visitor.address}/?from=2025-03-01")
    page.get_by_role("link", name="Disagreements", exact=True).click()
    expect(page).to_have_url(f"{a_visitor.address}/disagreements?from=2025-03-01")
    assert page.evaluate("() => history.length") == steps + 2
    page.go_back()
    expect(page).to_have_title(re.compile("^Explore"))
    expect(page).to_have_url(f"{a_visitor.address}/?from=2025-03-01")
    page.go_back()
    expect(page).to_have_title(re.compile("^The essay"))
    expect(page).to_have_url(f"{a_visitor.address}/essay?from=2025-03-01&paragraph=3")


def test_what_cannot_be_read_of_an_address_is_said_over_the_page_until_the_reader_goes_on(a_visitor: Dashboard) -> None:
    page = a_visitor.open("?from=yesterday&theme=border").page
    note = page.locator(".note")
    expect(note).to_contain_text("ignored: from")
    assert page.locator(".themes input:checked").evaluate_all("(boxes) => boxes.map(({ value }) => value)") == [
        "border"
    ]
    covered = page.locator(".st-key-stage").bounding_box()
    note.get_by_role("button", name="Close").click()
    expect(note).to_be_hidden()
    assert page.locator(".st-key-stage").bounding_box() == covered
    a_visitor.open("?from=yesterday&lang=ar")
    expect(note).to_contain_text("from")
    page.locator(".event-row").first.click()
    expect(note).to_be_hidden()
    expect(page).to_have_url(re.compile("^(?!.*yesterday)"))
    # Nothing is wrong with an address that names a row of a layer that is off.
    a_visitor.open("?selected=after-rabia-reopens")
    expect(note).to_be_hidden()
    expect(page.locator(".reader h2")).to_have_count(0)


@pytest.mark.parametrize(("system", "asked"), [("light", "dark"), ("dark", "light")])
def test_an_address_brings_its_appearance_whatever_the_system_says(
    a_visitor: Dashboard, system: str, asked: str
) -> None:
    a_visitor.page.emulate_media(color_scheme=system, reduced_motion="no-preference")  # type: ignore[arg-type] # literals
    page = a_visitor.open(page=f"disagreements?appearance={asked}").page
    expect(page.locator("html")).to_have_attribute("data-appearance", asked)
    page.locator("button.appearance").click()
    expect(page.locator("html")).to_have_attribute("data-appearance", system)
    expect(page).to_have_url(re.compile(f"appearance={system}"))


def test_a_copied_address_opens_the_same_picture_in_another_browser(a_visitor: Dashboard, a_chromium: Browser) -> None:
    def picture(visitor: Dashboard) -> list[object]:
        page = visitor.page
        camera = visitor.map.locator("html").evaluate(
            "() => { const { lat, lng } = atlasMap.map.getCenter(); return [lat, lng, atlasMap.map.getZoom()]; }"
        )
        days = [page.locator(f".typed input[data-side={side}]").input_value() for side in ("start", "end")]
        unticked = page.locator(".themes input:not(:checked)").evaluate_all(
            "(inputs) => inputs.map(({ value }) => value)"
        )
        return [
            [round(number, 2) for number in camera],
            days,
            unticked,
            visitor.count(),
            page.locator(".reader h2").inner_text(),
            page.locator(".basis input:checked").input_value(),
            page.evaluate("() => [document.documentElement.lang, document.documentElement.dir]"),
            page.evaluate("() => getComputedStyle(document.querySelector('[data-testid=stApp]')).backgroundColor"),
            visitor.shown_on_map(),
        ]

    other = a_chromium.new_context(viewport={"width": 1440, "height": 900}, color_scheme="dark")
    sender, receiver = a_visitor, watched_page(other, a_visitor.address)
    sender.page.emulate_media(reduced_motion="no-preference")
    page = sender.open("?lang=ar&appearance=dark").page
    sender.choose("2024-11-20", "2025-04-30")
    page.locator(".themes [data-choice=diplomacy] input").uncheck()
    expect(page).to_have_url(re.compile("theme="))
    page.locator(".basis input[value=reports]").check()
    expect(page).to_have_url(re.compile("dates=reports"))
    page.locator(".event-row[data-event=coastal-violence]").click()
    expect(page).to_have_url(re.compile("selected=coastal-violence"))
    sender.map.locator("html").evaluate("() => void atlasMap.map.setView([35.2, 37.1], 7.25, { animate: false })")
    expect(page).to_have_url(re.compile("camera=35.2"))

    receiver.open(page.url.removeprefix(f"{sender.address}/"))
    expect(receiver.page.locator(".reader h2")).to_have_count(1)
    assert picture(receiver) == picture(sender)
    other.close()
