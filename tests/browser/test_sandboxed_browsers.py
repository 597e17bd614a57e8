"""A browser with a /tmp of its own, as a snap or a flatpak is: it draws the same slide as any other."""

from __future__ import annotations

import io
import os
import shutil
import subprocess
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Browser

from app.browser.vendored import PLOTLY_JS
from app.model.chronology.view import LAYERS, View
from app.slides.capture import find_browser
from app.slides.capture.screenshots import PageToCapture, open_screenshotter
from app.slides.files import export
from app.slides.slide import SIZES, Slide
from tests.browser.test_pictures import share_changed
from tests.model.real import the_real_atlas

pytestmark = pytest.mark.browser
SIZE = SIZES["1280x720"]


def a_mount_of_its_own() -> list[str]:
    """Return what runs a command in a file system of its own; nothing where this system has no such thing."""
    for command in (["unshare", "-m"], ["unshare", "-rm"]):
        if (
            shutil.which(command[0])
            and not subprocess.run([*command, "true"], capture_output=True, check=False).returncode
        ):
            return command
    return []


def a_sandboxed(browser: str, folder: Path) -> str:
    """Return a program that runs a browser which sees neither /tmp nor plotly's package as others do.

    /tmp is hidden last: the project itself may lie in it.
    """
    hidden = " && ".join(f"mount -t tmpfs none '{path}'" for path in (PLOTLY_JS.parent, "/tmp"))  # noqa: S108, it is hidden
    inner = folder / "inner"
    inner.write_text(
        f'#!/bin/sh\n{hidden} && test ! -e "{inner}" && test ! -e "{PLOTLY_JS}" && exec "{browser}" "$@"\n'
    )
    outer = folder / "chromium"
    within = a_mount_of_its_own()
    outer.write_text(
        f'#!/bin/sh\nexec {" ".join(within)} sh {inner} "$@"\n' if within else f'#!/bin/sh\nexec "{browser}" "$@"\n'
    )
    outer.chmod(0o755)
    return str(outer)


def test_a_browser_that_sees_other_files_draws_the_same_slide(
    a_chromium: Browser, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert a_chromium.version
    whole, slides = the_real_atlas(LAYERS), [Slide(View(), "The whole\x0bspan\x00\u2028\u202e\ufffe\udcff", SIZE)]
    pictures = []
    for path in (find_browser.chromium_path(), a_sandboxed(find_browser.chromium_path(), tmp_path)):
        monkeypatch.setattr(find_browser, "chromium_path", lambda path=path: path)
        with open_screenshotter(SIZE) as screenshotter:
            pictures.append(export.exported(whole, slides, "png", screenshotter))
    one, other = (Image.open(io.BytesIO(picture)).convert("RGB") for picture in pictures)
    assert share_changed(one, other) < 0.0001  # round ends of chips: a machine at work may draw a few pixels otherwise


def test_a_browser_that_is_kept_from_this_computers_network_is_handed_the_page_all_the_same(
    a_chromium: Browser,
) -> None:
    assert a_chromium.version
    page = '<html data-ready="yes" style="background: #123456"><script src="plotly.js"></script></html>'
    with open_screenshotter(SIZE) as screenshotter:
        screenshotter._server.close()
        (taken,) = screenshotter.take(PageToCapture(page, SIZE, "png"))
        assert screenshotter._thread.submit(screenshotter._page.evaluate, "typeof Plotly").result() == "object"
    assert Image.open(io.BytesIO(taken)).convert("RGB").getpixel((9, 9)) == (0x12, 0x34, 0x56)
    assert os.path.exists(PLOTLY_JS)  # noqa: PTH110, what was hidden is there for everybody else
