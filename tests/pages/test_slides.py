"""The Slides page without a browser: what is composed, what files are made of, and what it says when one fails."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from streamlit.testing.v1 import AppTest

from app.app_pages.slides import take_away
from app.link import exports
from app.link.slides_report import REPORT_KEY, SLIDES_LIMIT
from app.model.chronology.annotation import MAX_ANNOTATIONS, MAX_TEXT
from app.slides.capture import find_browser
from app.slides.queue.job import Job
from tests.model.real import the_real_atlas
from tests.pages.test_explore import component_data
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
    monkeypatch.setattr(exports, "Export", NoExport)
    monkeypatch.setattr(take_away, "chromium_path", lambda: "chromium")


def preview(test: AppTest) -> dict[str, str]:
    """Return the parameters with which the preview is asked for."""
    address = urlsplit(component_data(test, "preview")["preview"])
    assert address.path == "atlas-slide/preview"
    return {name: values[0] for name, values in parse_qs(address.query).items()}


def slides(*deck: object, **view: str) -> AppTest:
    """Open the page in a browser that has this View and this deck."""
    test = the_page("slides", lang=view.get("lang", "en"))
    test.session_state[REPORT_KEY] = {"report": {"view": view, "deck": list(deck)}}
    return test.run()


def press(test: AppTest, key: str) -> AppTest:
    return test.button(key=key).click().run()


def test_the_preview_shows_the_view_that_explore_had() -> None:
    test = slides(**{"from": "2024-11-27", "theme": "border", "lang": "ar"})
    assert not test.exception
    shown = preview(test)
    assert (shown["from"], shown["theme"], shown["lang"]) == ("2024-11-27", "border", "ar")
    assert shown["title"] == "العراق وسوريا بعد الأسد"
    assert "size" not in shown


def test_every_choice_reaches_the_preview() -> None:
    test = slides()
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


def test_without_a_report_the_address_says_what_is_shown_and_without_either_the_page_waits() -> None:
    test = the_page("slides", theme="border")
    assert component_data(test, "known")["known"] == {"view": {"theme": "border"}, "deck": []}
    assert preview(test)["theme"] == "border"
    test = the_page("slides")
    assert not test.exception
    assert component_data(test, "known")["known"] is None
    assert not test.button


def test_the_browser_adds_the_slide_that_is_composed() -> None:
    test = slides(theme="border")
    test.text_input(key="slide-title").input("Mine").run()
    assert component_data(test, "limit")["slide"] == {"theme": "border", "appearance": "light", "title": "Mine"}


def test_a_deck_is_made_of_what_the_browser_has_collected_in_one_size() -> None:
    first = {"from": "2024-11-27", "to": "2024-12-20", "title": "First", "lang": "ar", "hide": "legend"}
    test = slides(first, {"title": "Second", "size": "a4"})
    assert not test.exception
    test.selectbox(key="slide-size").select("1280x720").run()
    press(test, "make-deck")
    (job,) = MADE
    assert [(slide.title, str(slide.size)) for slide in job.slides] == [("First", "1280x720"), ("Second", "1280x720")]
    assert (job.slides[0].view.language, job.slides[0].hidden) == ("ar", ("legend",))
    assert (job.suffix, job.covers) == ("pptx", True)


def test_what_is_no_slide_is_dropped_from_a_deck_and_its_number_has_a_limit() -> None:
    test = slides({"title": "Kept"}, 3, None, ["title"], {"title": 5}, {"title": "x" * 100_000}, {"from": "yesterday"})
    press(test, "make-deck")
    assert [slide.title for slide in MADE[0].slides] == ["Kept", ""]
    press(slides(*[{"title": "One"}] * 1_000), "make-deck")
    assert len(MADE[1].slides) == SLIDES_LIMIT


@pytest.mark.parametrize("told", ["", 3, {"view": 3}, {"view": {"from": 3}}, {"deck": []}])
def test_a_report_that_is_none_is_no_report(told: object) -> None:
    test = the_page("slides", theme="border")
    test.session_state[REPORT_KEY] = {"report": told}
    assert not test.run().exception
    assert preview(test)["theme"] == "border"


def test_a_press_that_comes_before_the_deck_is_known_waits_for_it() -> None:
    test = press(the_page("slides", theme="border"), "make-deck")
    assert not test.exception
    assert MADE == []
    test.session_state[REPORT_KEY] = {"report": {"view": {"theme": "border"}, "deck": [{"title": "One"}]}}
    test.run()
    assert [slide.title for slide in MADE[0].slides] == ["One"]
    test.run()
    assert len(MADE) == 1
    # Where there is none after all, nothing is made once there is one.
    test = press(the_page("slides", theme="border"), "make-deck")
    for deck in ([], [{"title": "Later"}]):
        test.session_state[REPORT_KEY] = {"report": {"view": {"theme": "border"}, "deck": deck}}
        test.run()
    assert len(MADE) == 1


def test_annotations_as_many_and_as_long_as_there_may_be_reach_the_preview() -> None:
    each = f"arrow,place,{'x' * 60},-1000,-1000,{'~t' * MAX_TEXT}"
    test = slides(theme="border", annotations=";".join([each] * MAX_ANNOTATIONS))
    assert preview(test)["annotations"].count(";") == MAX_ANNOTATIONS - 1


def test_without_a_deck_there_is_none_to_make() -> None:
    assert slides().button(key="make-deck").disabled


def test_one_click_makes_a_deck_of_all_chapters_with_its_first_and_last_slide() -> None:
    press(slides(lang="ar"), "make-chapters")
    (job,) = MADE
    assert [slide.title for slide in job.slides] == [chapter.heading("ar") for chapter in the_real_atlas().chapters]
    assert job.covers


def test_a_file_that_fails_is_said_and_the_page_goes_on() -> None:
    test = press(slides(), "make-slide")
    assert not test.exception
    assert [job.suffix for job in MADE] == ["png"]
    assert "crashed" in test.error[0].value
    assert preview(test)


def test_without_a_browser_html_is_left_and_the_page_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing() -> str:
        raise find_browser.NoChromiumError

    monkeypatch.setattr(take_away, "chromium_path", missing)
    test = slides()
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
    test = press(slides(), "make-slide")
    assert said in test.error[0].value
    assert ("browser" in test.error[0].value) == (failure == "no_picture")
    assert [text.value for text in test.text] == (["it ended"] if failure == "no_picture" else [])


@pytest.mark.parametrize("typed", ["The\x0bfall", " \x00The\tfall\u202e", "The\u2028 fall\ufffe"])
def test_a_title_that_is_pasted_with_signs_that_are_none_is_made_without_them(typed: str) -> None:
    test = slides()
    test.text_input(key="slide-title").input(typed).run()
    assert preview(test)["title"] == "The fall"
    press(test, "make-slide")
    assert [slide.title for slide in MADE[0].slides] == ["The fall"]


def test_a_title_of_nothing_that_can_be_seen_is_the_automatic_one() -> None:
    test = slides()
    test.text_input(key="slide-title").input("\x0b\x00\u202e").run()
    assert preview(test)["title"] == "Iraq–Syria after Assad"


@pytest.mark.parametrize(("language", "said"), [("en", "The tables have no chapter"), ("ar", "لا فصل في الجداول")])
def test_without_chapters_their_deck_cannot_be_asked_for_and_the_button_says_why(
    a_copy_of_the_tables: Path, monkeypatch: pytest.MonkeyPatch, language: str, said: str
) -> None:
    chapters = a_copy_of_the_tables / "chapters.csv"
    chapters.write_text(chapters.read_text(encoding="utf-8").partition("\n")[0] + "\n", encoding="utf-8")
    monkeypatch.setenv("ATLAS_DATA_FOLDER", str(a_copy_of_the_tables))
    test = slides(lang=language)
    assert not test.exception
    button = test.button(key="make-chapters")
    assert button.disabled
    assert said in button.help
