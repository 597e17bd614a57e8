"""How long the first view takes until it is complete, against a bare Streamlit page."""

from __future__ import annotations

import time
from collections.abc import Callable
from statistics import median

from playwright.sync_api import Browser, Page

from tests.chromium import AS_WITHOUT_DEBUGGER, running_chromium, wait_until_complete
from tests.server import serving

ROUNDS = 9


def first_view(rounds: int = ROUNDS) -> dict[str, float]:
    """Return seconds for the first visitor of a fresh server and for the third, ours and bare; medians of `rounds`.

    Each round starts both servers afresh and visits them in turn, so that the machine's moods meet both alike.
    """
    seconds: dict[str, list[float]] = {"bare_first": [], "bare_third": [], "atlas_first": [], "atlas_third": []}
    with running_chromium(AS_WITHOUT_DEBUGGER) as browser:
        for _ in range(rounds):
            with serving("tests/bench/bare_page.py") as bare, serving("app") as atlas:
                for name in ("first", "second", "third"):
                    for page, address, complete in (
                        ("bare", bare, _bare_complete),
                        ("atlas", atlas, wait_until_complete),
                    ):
                        taken = _visit(browser, address, complete)
                        if name != "second":
                            seconds[f"{page}_{name}"].append(taken)
    figures = {name: round(median(values), 2) for name, values in seconds.items()}
    for visitor in ("first", "third"):
        ratios = [
            ours / bare for ours, bare in zip(seconds[f"atlas_{visitor}"], seconds[f"bare_{visitor}"], strict=True)
        ]
        figures[f"ratio_{visitor}"] = round(median(ratios), 2)
    return figures


def _visit(browser: Browser, address: str, complete: Callable[[Page], None]) -> float:
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    page = context.new_page()
    start = time.perf_counter()
    page.goto(address, wait_until="commit")
    complete(page)
    taken = time.perf_counter() - start
    context.close()
    return taken


def _bare_complete(page: Page) -> None:
    page.get_by_text("A bare page.").wait_for()
