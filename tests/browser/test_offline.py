"""No request leaves the machine, and the console has nothing to complain of."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.conftest import Dashboard, watched_page

pytestmark = pytest.mark.browser


def test_no_page_asks_anything_of_another_host(a_visitor: Dashboard) -> None:
    page = a_visitor.open().page
    page.locator("[data-event=aleppo-captured]").click()
    expect(page.locator(".reader .card")).to_be_visible()
    a_visitor.map.locator(".leaflet-control-zoom-in").click()
    page.locator(".language").click()
    expect(page.locator("html")).to_have_attribute("dir", "rtl")
    a_visitor.open(page="essay")
    expect(page.locator(".paragraph")).to_have_count(32)
    assert a_visitor.outside == []


def test_everything_is_drawn_with_the_network_cut_off(a_chromium: Browser, the_dashboards_address: str) -> None:
    context = a_chromium.new_context(viewport={"width": 1280, "height": 720}, color_scheme="dark")
    context.route(lambda url: "localhost" not in url, lambda route: route.abort())
    visitor = watched_page(context, the_dashboards_address)
    visitor.open()
    assert visitor.shown_on_map() > 60
    assert visitor.complaints == []
    context.close()
