"""A deck opened by another program: LibreOffice's pages, turned into pictures, are the slides."""

from __future__ import annotations

import io
import shutil
import subprocess
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Browser
from pptx import Presentation

from app.model.chronology.view import LANGUAGES, LAYERS, View
from app.slides.capture.screenshots import open_screenshotter
from app.slides.files import export
from app.slides.slide import SIZES, Slide
from tests.browser.test_pictures import share_changed
from tests.model.real import the_real_atlas

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(
        not (shutil.which("soffice") and shutil.which("pdftoppm")), reason="LibreOffice and poppler are not installed"
    ),
]
CHANGED_MOST = 0.01
"""Share of pixels that may differ, at a quarter of the size: each program smooths edges in its own way."""
BELOW_THE_TITLE = (0, 60, 1280, 720)


def test_libreoffice_opens_decks_of_both_languages_and_shows_their_slides(a_chromium: Browser, tmp_path: Path) -> None:
    assert a_chromium.version
    whole, size = the_real_atlas(LAYERS), SIZES["1280x720"]
    with open_screenshotter(size) as screenshotter:
        for language in LANGUAGES:
            slides = export.chosen(whole, Slide(View(language=language), size=size), deck=True)[2:4]
            made = export.exported(whole, slides, "pptx", screenshotter, covers=language == "ar")
            (tmp_path / f"{language}.pptx").write_bytes(made)
    profile = (tmp_path / "profile").as_uri()
    convert = ["soffice", f"-env:UserInstallation={profile}", "--headless", "--convert-to", "pdf"]
    decks = [f"{language}.pptx" for language in LANGUAGES]
    subprocess.run([*convert, *decks], cwd=tmp_path, check=True, capture_output=True, timeout=120)
    for language in LANGUAGES:
        draw = ["pdftoppm", "-png", "-scale-to-x", "1280", "-scale-to-y", "720", f"{language}.pdf", language]
        subprocess.run(draw, cwd=tmp_path, check=True, capture_output=True, timeout=60)
        pages = [Image.open(path).convert("RGB") for path in sorted(tmp_path.glob(f"{language}-*.png"))]
        deck = Presentation(str(tmp_path / f"{language}.pptx"))
        assert [page.size for page in pages] == [(1280, 720)] * len(deck.slides)
        for page, made in zip(pages, deck.slides, strict=True):
            picture = Image.open(io.BytesIO(made.shapes[0].image.blob)).convert("RGB")
            seen, meant = (
                each.crop(BELOW_THE_TITLE).resize((320, 165), Image.Resampling.BOX) for each in (page, picture)
            )
            assert share_changed(seen, meant) < CHANGED_MOST
            # The title is LibreOffice's own writing, on the side at which the language begins.
            title = page.crop((0, 5, 640, 45) if language == "en" else (640, 5, 1280, 45))
            assert min(title.convert("L").getdata()) < 100
