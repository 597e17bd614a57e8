"""A real Chromium: the one that the system has, never a downloaded one."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, Page, Playwright, sync_playwright

ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--no-first-run",
    # Each window would else load the lists of suggestions of its address bar: two seconds of processor time a test.
    # The others are what Playwright turns off, of which the browser would hear no more.
    "--disable-features=WebUIOmniboxPopup,WebUIOmniboxAimPopup,PaintHolding,HttpsUpgrades,MediaRouter,OptimizationHints,"
    "LensOverlay,ThirdPartyStoragePartitioning,DestroyProfileOnBrowserClose,AvoidUnnecessaryBeforeUnloadCheckSync",
]
AS_WITHOUT_DEBUGGER = "--js-flags=--no-enable-lazy-source-positions"
"""Undoes what a debugger costs: with one attached, as here, V8 notes the stack of whatever is thrown. So it parses
plotly.js, in which four things are thrown and caught, three times anew: 0.65 s, which no reader ever waits for."""
MAP_FRAME = 'iframe[title="streamlit_folium.st_folium"]'

OPENING_CLOSED = "try { localStorage.setItem('atlas-opening', 'closed'); } catch { /* a page that keeps nothing */ }"
"""Makes a browser one whose reader has closed the opening of a first visit before."""


def chromium_path() -> str | None:
    """Return the path of an installed Chromium or Chrome, or None."""
    names = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
    return next((path for name in names if (path := shutil.which(name))), None)


IN_ONE_PROCESS_LESS = "--in-process-gpu"
"""Draws in the browser's own process: half a second less a page, where no time is measured."""

IN_ONE_PROCESS_FOR_ALL_PAGES = "--process-per-site"
"""Further pages find the process started and its scripts compiled: a quarter less a page, where no time is measured."""


@contextmanager
def running_chromium(*arguments: str) -> Iterator[Browser]:
    """Yield a headless browser, started with these arguments besides the usual."""
    with sync_playwright() as playwright:
        browser = launch(playwright, *arguments)
        yield browser
        browser.close()


def launch(playwright: Playwright, *arguments: str, with_scrollbars: bool = False) -> Browser:
    """Start a headless browser with these arguments besides the usual.

    Playwright hides scrollbars; `with_scrollbars` has those that take room, as most readers' do.
    """
    return playwright.chromium.launch(
        executable_path=chromium_path(),
        args=[*ARGUMENTS, *arguments],
        ignore_default_args=["--hide-scrollbars"] if with_scrollbars else None,
    )


def launch_with_profile(playwright: Playwright, profile: Path, *arguments: str) -> BrowserContext:
    """Start a browser at 1440×900 that keeps what it fetched and compiled in a folder, as a reader's does."""
    return playwright.chromium.launch_persistent_context(
        profile,
        executable_path=chromium_path(),
        args=[*ARGUMENTS, *arguments],
        viewport={"width": 1440, "height": 900},
        reduced_motion="reduce",
    )


def wait_until_complete(page: Page) -> None:
    """Wait until map, timeline and list of Explore are drawn."""
    page.locator(".time-panel[data-drawn]").wait_for(timeout=40_000)
    page.frame_locator(MAP_FRAME).locator("html[data-base=drawn][data-shown]").wait_for(
        state="attached", timeout=40_000
    )
    page.locator(".reader .count").wait_for(timeout=40_000)
