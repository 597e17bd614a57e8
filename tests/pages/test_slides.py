"""The Slides page without a browser: what is composed, what is collected, and what it says when a file fails."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from streamlit.testing.v1 import AppTest

from app.link import deck
from app.slides import chromium
from app.slides.job import Job
from tests.model.real import the_real_atlas
from tests.pages.test_reading import the_page


class NoExport:
    """Stands for a file that is made elsewhere."""

    under_way, name, content, pictures = False, "", b"", 0
    why, reason = "crashed", ""

    def __init__(self, job: Job) -> None:
        self.job, self.state, self.failure = job, "failed", self.why
        MADE.append(job)

    def cancel(self) -> None:
        """Do nothing: nothing is under way."""


MADE: list[Job] = []


@pytest.fixture(autouse=True)
def no_file_is_really_made(monkeypatch: pytest.MonkeyPatch) -> None:
    """Note the jobs instead of doing them, on a machine that has a browser."""
    MADE.clear()
    monkeypatch.setattr(deck, "Export", NoExport)
    monkeypatch.setattr(chromium, "chromium_path", lambda: "chromium")


def preview(test: AppTest) -> dict[str, str]:
    """Return the parameters with which the preview is asked for."""
    (frame,) = test.get("iframe")
    address = urlsplit(frame.proto.src)
    assert address.path == "/atlas-slide/preview"
    return {name: values[0] for name, values in parse_qs(address.query).items()}


def press(test: AppTest, key: str) -> AppTest:
    return test.button(key=key).click().run()


def test_the_preview_shows_the_view_that_explore_had() -> None:
    test = the_page("slides", **{"from": "2024-11-27", "theme": "border", "lang": "ar"})
    assert not test.exception
    shown = preview(test)
    assert (shown["from"], shown["theme"], shown["lang"]) == ("2024-11-27", "border", "ar")
    assert shown["title"] == "العراق وسوريا بعد الأسد"
    assert "size" not in shown


def test_every_choice_reaches_the_preview() -> None:
    test = the_page("slides")
    chapter = the_real_atlas().chapters[2]
    test.selectbox(key="slide-source").select(chapter.id)
    test.text_input(key="slide-title").input("Two <words>")
    test.selectbox(key="slide-size").select("a4")
    test.segmented_control(key="slide-language").select("ar")
    test.segmented_control(key="slide-appearance").select("dark")
    test.pills(key="slide-parts").unselect("legend").run()
    assert not test.exception
    assert preview(test) == {
        "from": chapter.start.isoformat(),
        "to": chapter.end.isoformat(),
        "lang": "ar",
        "appearance": "dark",
        "title": "Two <words>",
        "size": "a4",
        "hide": "legend",
    }


def test_slides_are_collected_moved_and_removed() -> None:
    test = the_page("slides")
    for chapter in the_real_atlas().chapters[:3]:
        press(test.selectbox(key="slide-source").select(chapter.id).run(), "add-slide")

    def titles() -> list[str]:
        return [text.value.split(" · ")[0] for text in test.text]

    first, second, third = (chapter.title.en for chapter in the_real_atlas().chapters[:3])
    assert titles() == [f"1. {first}", f"2. {second}", f"3. {third}"]
    press(test, "deck-up-2")
    assert titles() == [f"1. {first}", f"2. {third}", f"3. {second}"]
    press(test, "deck-down-0")
    assert titles() == [f"1. {third}", f"2. {first}", f"3. {second}"]
    press(test, "deck-remove-1")
    assert titles() == [f"1. {third}", f"2. {second}"]
    assert test.button(key="deck-up-0").disabled
    assert test.button(key="deck-down-1").disabled
    press(test, "make-deck")
    (job,) = MADE
    assert [slide.title for slide in job.slides] == [third, second]
    assert (job.suffix, job.covers) == ("pptx", True)


def test_one_click_makes_a_deck_of_all_chapters_with_its_first_and_last_slide() -> None:
    press(the_page("slides", lang="ar"), "make-chapters")
    (job,) = MADE
    assert [slide.title for slide in job.slides] == [chapter.title.ar for chapter in the_real_atlas().chapters]
    assert job.covers


def test_a_file_that_fails_is_said_and_the_page_goes_on() -> None:
    test = press(the_page("slides"), "make-slide")
    assert not test.exception
    assert [job.suffix for job in MADE] == ["png"]
    assert "crashed" in test.error[0].value
    assert preview(test)


def test_without_a_browser_html_is_left_and_the_page_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing() -> str:
        raise chromium.NoChromiumError

    monkeypatch.setattr(chromium, "chromium_path", missing)
    test = the_page("slides")
    assert not test.exception
    assert "apt-get install chromium" in test.info[0].value
    options: Any = test.segmented_control(key="slide-format").options
    assert list(options) == ["HTML"]
    press(test, "make-slide")
    assert [job.suffix for job in MADE] == ["html"]


@pytest.mark.parametrize(
    ("failure", "said"),
    [
        ("crashed", "The program that makes the file crashed"),
        ("no_picture", "The browser that takes the pictures failed"),
        ("no_events", "The tables have no events"),
    ],
)
def test_the_browser_is_blamed_where_it_has_failed_and_nowhere_else(
    monkeypatch: pytest.MonkeyPatch, failure: str, said: str
) -> None:
    monkeypatch.setattr(NoExport, "why", failure)
    monkeypatch.setattr(NoExport, "reason", "it ended" if failure == "no_picture" else "")
    test = press(the_page("slides"), "make-slide")
    assert said in test.error[0].value
    assert ("browser" in test.error[0].value) == (failure == "no_picture")
    assert [text.value for text in test.text] == (["it ended"] if failure == "no_picture" else [])


@pytest.mark.parametrize("typed", ["The\x0bfall", " \x00The\tfall\u202e", "The\u2028 fall\ufffe"])
def test_a_title_that_is_pasted_with_signs_that_are_none_is_made_without_them(typed: str) -> None:
    test = the_page("slides")
    test.text_input(key="slide-title").input(typed).run()
    assert preview(test)["title"] == "The fall"
    press(test, "make-slide")
    assert [slide.title for slide in MADE[0].slides] == ["The fall"]


def test_a_title_of_nothing_that_can_be_seen_is_the_automatic_one() -> None:
    test = the_page("slides")
    test.text_input(key="slide-title").input("\x0b\x00\u202e").run()
    assert preview(test)["title"] == "Iraq–Syria after Assad"


@pytest.mark.parametrize(("language", "said"), [("en", "The tables have no chapter"), ("ar", "لا فصل في الجداول")])
def test_without_chapters_their_deck_cannot_be_asked_for_and_the_button_says_why(
    a_copy_of_the_tables: Path, monkeypatch: pytest.MonkeyPatch, language: str, said: str
) -> None:
    chapters = a_copy_of_the_tables / "chapters.csv"
    chapters.write_text(chapters.read_text(encoding="utf-8").partition("\n")[0] + "\n", encoding="utf-8")
    monkeypatch.setenv("ATLAS_DATA_FOLDER", str(a_copy_of_the_tables))
    test = the_page("slides", lang=language)
    assert not test.exception
    button = test.button(key="make-chapters")
    assert button.disabled
    assert said in button.help
