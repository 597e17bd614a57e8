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


@pytest.mark.parametrize(("system", "asked"), [("light", "dark"), ("dark", "light")])
def test_an_address_brings_its_appearance_whatever_the_system_says(
    a_chromium: Browser, the_dashboards_address: str, system: str, asked: str
) -> None:
    context = a_chromium.new_context(color_scheme=system)  # type: ignore[arg-type] # light and dark are schemes
    page = watched_page(context, the_dashboards_address).open(page=f"disagreements?appearance={asked}").page
    expect(page.locator("html")).to_have_attribute("data-appearance", asked)
    page.locator("button.appearance").click()
    expect(page.locator("html")).to_have_attribute("data-appearance", system)
    expect(page).to_have_url(re.compile(f"appearance={system}"))
    context.close()
