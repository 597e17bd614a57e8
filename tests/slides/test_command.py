"""The command's answers to what it cannot do, and what it makes without a browser."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.model.view import LAYERS, View
from app.slides import chromium, command
from app.slides.export import chosen, name_of
from app.slides.slide import Slide
from tests.model.real import the_real_atlas


@pytest.fixture
def no_browser_on_this_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let no Chromium be found."""
    monkeypatch.setattr(chromium.shutil, "which", lambda _name: None)
    monkeypatch.setattr(chromium, "PLACES", ())


@pytest.mark.usefixtures("no_browser_on_this_machine")
def test_without_a_browser_a_picture_says_what_to_install(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert command.main([str(tmp_path / "out.png")]) == 2
    said = capsys.readouterr().err
    assert "install Chromium, Chrome or Edge" in said
    assert "HTML needs none" in said
    assert list(tmp_path.iterdir()) == []


@pytest.mark.usefixtures("no_browser_on_this_machine")
def test_without_a_browser_html_is_made_all_the_same(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "out.html"
    assert command.main(["--range", "2024-11-27/2024-12-20", "--lang", "ar", str(out)]) == 0
    assert capsys.readouterr().out == f"{out}\n"
    made = out.read_text(encoding="utf-8")
    assert "سقوط النظام" in made
    assert "from=2024-11-27&amp;to=2024-12-20&amp;lang=ar" in made


def test_a_copied_address_gives_view_and_link(tmp_path: Path) -> None:
    out = tmp_path / "out.html"
    address = "https://atlas.example/base/?from=2025-04-01&to=2025-05-31&theme=diplomacy"
    assert command.main(["--url", address, "--lang", "ar", str(out)]) == 0
    link = "https://atlas.example/base/?from=2025-04-01&amp;to=2025-05-31&amp;theme=diplomacy&amp;lang=ar"
    assert link in out.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "mend"),
    [
        (["out.gif"], "choose one of them"),
        (["--deck", "chapters", "out.png"], "a deck is written as pdf or pptx"),
        (["--range", "2024-12-01", "out.html"], "write it as 2024-12-01/2025-05-31"),
        (["--range", "2024-13-01/2025-05-31", "out.html"], "from '2024-13-01'"),
        (["--range", "2025-05-31/2024-12-01", "out.html"], "could not be read: from '2025-05-31', to '2024-12-01'"),
        (["--certainty", "x", "out.html"], None),
        (["--match", "x", "out.html"], "match 'x'"),
        (["--chapter", "nowhere", "out.html"], "choose one of history-of-rivalry, corridor-years"),
        (["nowhere/out.html"], "No such file or directory"),
    ],
)
def test_what_cannot_be_done_is_said_with_its_mend(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    arguments: list[str],
    mend: str | None,
) -> None:
    monkeypatch.chdir(tmp_path)
    if mend is None:  # no such option: argparse says so
        with pytest.raises(SystemExit):
            command.main(arguments)
        return
    assert command.main(arguments) == 2
    assert mend in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_tables_without_an_event_make_no_slide(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ATLAS_DATA_FOLDER", str(tmp_path))
    assert command.main([str(tmp_path / "out.html")]) == 2
    assert "python -m app.check says why" in capsys.readouterr().err


def test_a_range_that_is_a_chapters_has_its_title_and_any_other_the_atlass_own() -> None:
    whole = the_real_atlas(LAYERS)
    chapter = whole.chapters[2]
    (slide,) = chosen(whole, Slide(View(start=chapter.start, end=chapter.end)))
    assert slide.title == chapter.title.en
    (slide,) = chosen(whole, Slide(View(start=chapter.start)))
    assert slide.title == "Iraq–Syria after Assad"
    (slide,) = chosen(whole, Slide(View(start=chapter.start, end=chapter.end), title="Mine"))
    assert slide.title == "Mine"


def test_a_deck_has_every_chapter_in_order_each_with_its_own_title() -> None:
    whole = the_real_atlas(LAYERS)
    slides = chosen(whole, Slide(View(language="ar"), title="Mine"), deck=True)
    assert [slide.title for slide in slides] == [chapter.title.ar for chapter in whole.chapters]
    assert [(slide.view.start, slide.view.end) for slide in slides] == [(one.start, one.end) for one in whole.chapters]


def test_a_whole_range_is_named_by_the_days_of_the_scale() -> None:
    whole = the_real_atlas(LAYERS)
    assert name_of(whole, [Slide(View())], "html") == "iraq-syria_1969-07-01_2025-06-12_en.html"
