"""The screenshotter starts its browser at once and imports Playwright later; these tests need no browser."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from playwright.sync_api import Error, TimeoutError  # noqa: A004, Playwright's

from app.slides.capture import screenshots as module
from app.slides.capture.browser_process import NoPictureError
from app.slides.capture.screenshots import PageToCapture, Screenshotter
from app.slides.slide import SIZES

NODES = "NODE_COMPILE_CACHE"
SHOT = PageToCapture("<title>a page</title>", SIZES["1280x720"], "png")


@pytest.fixture
def what_a_screenshotter_does(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the list in which a screenshotter without a browser records what it does."""
    done: list[str] = []

    class NoChromium:
        def __init__(self, *_: object) -> None:
            done.append("start")

        def open(self, address: str) -> None:
            assert address.startswith("http://127.0.0.1:")
            done.append("open")

        def end(self) -> None:
            done.append("end")

    def connect(screenshotter: Screenshotter) -> None:
        screenshotter._composed.wait(module.PLAYWRIGHT_IMPORT_DELAY_S)
        done.append("connect")

    monkeypatch.setattr(module, "Chromium", NoChromium)
    monkeypatch.setattr(module, "PLAYWRIGHT_IMPORT_DELAY_S", 20)
    monkeypatch.setattr(Screenshotter, "_connect", connect)
    monkeypatch.setattr(Screenshotter, "_take", lambda *_: done.append("take"))
    return done


def test_the_browser_reads_its_first_page_before_playwright_is_imported(what_a_screenshotter_does: list[str]) -> None:
    screenshotter = Screenshotter(SHOT.size, 1)
    assert what_a_screenshotter_does == ["start"]
    screenshotter.take(SHOT)
    screenshotter.take(SHOT)
    screenshotter.close()
    assert what_a_screenshotter_does == ["start", "open", "connect", "take", "take", "end"]


def test_a_page_that_takes_long_to_compose_finds_playwright_there(
    what_a_screenshotter_does: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "PLAYWRIGHT_IMPORT_DELAY_S", 0)
    screenshotter = Screenshotter(SHOT.size, 1)
    screenshotter._connected.result(10)
    screenshotter.take(SHOT)
    screenshotter.close()
    assert what_a_screenshotter_does == ["start", "connect", "open", "take", "end"]


def test_a_camera_that_takes_nothing_ends_without_playwright(monkeypatch: pytest.MonkeyPatch) -> None:
    ended: list[str] = []
    monkeypatch.setattr(module, "PLAYWRIGHT_IMPORT_DELAY_S", 20)
    monkeypatch.setattr(module.Chromium, "__init__", lambda *_: None)
    monkeypatch.setattr(module.Chromium, "end", lambda *_: ended.append("end"))
    monkeypatch.setitem(sys.modules, "playwright.sync_api", None)  # importing it would fail
    screenshotter = Screenshotter(SHOT.size, 1)
    screenshotter.close()
    screenshotter._connected.result()
    assert ended == ["end"]


@pytest.mark.parametrize("others", [None, "elsewhere"])
def test_what_node_compiles_is_kept_where_nobody_said_otherwise(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, others: str | None
) -> None:
    monkeypatch.setenv("ATLAS_CACHE_FOLDER", str(tmp_path))
    monkeypatch.delenv(NODES, raising=False)
    if others:
        monkeypatch.setenv(NODES, others)
    with module._node_compile_cache():
        assert os.environ[NODES] == (others or str(tmp_path / "node"))
    assert os.environ.get(NODES) == others


@pytest.mark.parametrize(
    ("message", "said"),
    [
        ("Target page, context or browser has been closed", "the browser took no picture"),
        ("Page.goto: net::ERR_ABORTED at http://127.0.0.1", "the browser took no picture"),
        ("Page.evaluate: TypeError: turn is undefined", "the page could not be drawn"),
    ],
)
def test_the_browser_is_only_blamed_for_what_it_has_done(
    what_a_screenshotter_does: list[str], monkeypatch: pytest.MonkeyPatch, message: str, said: str
) -> None:
    def fail(*_: object) -> None:
        raise Error(message)

    monkeypatch.setattr(Screenshotter, "_take", fail)
    screenshotter = Screenshotter(SHOT.size, 1)
    with pytest.raises(NoPictureError, match=f"^{said}: {message}"):
        screenshotter.take(SHOT)
    screenshotter.close()
    assert what_a_screenshotter_does[-1] == "end"


def test_a_page_that_takes_too_long_is_not_the_browsers_fault(
    what_a_screenshotter_does: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def wait(*_: object) -> None:
        raise TimeoutError("Timeout 1000ms exceeded")

    monkeypatch.setattr(Screenshotter, "_take", wait)
    screenshotter = Screenshotter(SHOT.size, 1)
    with pytest.raises(NoPictureError, match="the page was not drawn within 1 seconds"):
        screenshotter.take(SHOT)
    screenshotter.close()
    assert what_a_screenshotter_does[-1] == "end"
