"""An exported slide shows what it is about: its places, its events, its range, and a key to read it by."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from app.model.chronology.codes import AREA_KINDS
from app.model.chronology.entities import Event
from app.model.chronology.subject import subject_of
from app.model.chronology.view import LANGUAGES, LAYERS, View
from app.slides.html.page import standalone_page
from app.slides.slide import Slide, of_chapter, titled
from app.words import words
from tests.model.real import the_real_atlas

pytestmark = pytest.mark.browser
SHOWN_AFTER_MS = 60_000
WIDTH, HEIGHT = 1920, 1080
LEAST_TYPE_PX = 24
"""Read from ten metres in a picture of this size."""
ROUNDING_PX = 0.05
"""A frame is as wide as a whole number of pixels: its scale is not quite that of the page around it."""
MOST_AXIS = 1.4
"""How many times as long as its range the axis is at most."""
WHOLE = the_real_atlas(LAYERS)
VIEWS: dict[str, View] = {
    **{chapter.id: of_chapter(Slide(View()), chapter).view for chapter in WHOLE.chapters},
    "april-and-may-2025": View(start=date(2025, 4, 1), end=date(2025, 5, 31), layers=LAYERS),
    "1-to-12-december-2024": View(start=date(2024, 12, 1), end=date(2024, 12, 12)),
    "one-place": View(start=date(2024, 11, 27), end=date(2025, 5, 31), selected="place:damascus"),
    "one-journey": View(start=date(2024, 12, 20), end=date(2025, 1, 20), selected="shatri-damascus-first"),
}
MUST_BE_READ = {
    "page": (
        "h1, .takeaway, .scope > *, .captions .when, .captions .what, .captions .badge, .legend p > span, .chosen > *"
    ),
    "map": (
        ".atlas-label:is(.rank1, .rank2, .rank3, .area):not(.context), .atlas-chips button span,"
        " .atlas-captions .badge, .atlas-place:not(.context) text"
    ),
    "timeline": ".titles span, .badges .badge, .xtick text, .lanes span",
}
"""By the document that it stands in: what of a slide's writing is meant for those in the last row."""
PICTURE = Path(__file__).with_name("shown_on_a_slide.js").read_text(encoding="utf-8")


@dataclass(frozen=True)
class Exported:
    """A slide's page as it was given away, and what it is to show."""

    view: View
    """What the slide was made of."""
    subject: tuple[Event, ...]
    """What it is about."""
    picture: dict[str, Any]
    """What `PICTURE` found in it."""

    def in_words(self, text: object) -> str:
        """Return a localised text as the page shows it."""
        return " ".join(str(getattr(text, self.view.language)).split())


def exported_page(browser: Browser, folder: Path, view: View) -> Page:
    """Write a slide as its own page, and open that in a window of the size of a picture."""
    path = folder / "slide.html"
    path.write_text(standalone_page(WHOLE, titled(WHOLE, Slide(view))), encoding="utf-8")
    page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT})
    page.goto(path.as_uri())
    page.wait_for_selector("html[data-ready]", state="attached", timeout=SHOWN_AFTER_MS)
    return page


@pytest.fixture(scope="module", params=[(name, language) for name in VIEWS for language in LANGUAGES], ids="-".join)
def a_slide_as_exported(
    request: pytest.FixtureRequest, a_chromium: Browser, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Exported]:
    """Yield what the exported page of one of the views shows, and what it is about."""
    name, language = request.param
    view = replace(VIEWS[name], language=language)
    page = exported_page(a_chromium, tmp_path_factory.mktemp(name), view)
    yield Exported(view, subject_of(WHOLE.with_layers(view.layers), view), page.evaluate(PICTURE, MUST_BE_READ))
    page.close()


def places_of(subject: tuple[Event, ...]) -> list[str]:
    """Return the ids of a subject's places, in the order of its events.

    Those are the place at which an event's mark stands and, of its other places and where a journey began, the ones
    that are points: that "Iraq" is the second place of an event in Mosul is said by the country around it.
    """
    found: dict[str, None] = {}
    for event in subject:
        others = [key for key in (*event.places[1:], event.from_place) if key in WHOLE.places]
        points = [key for key in others if WHOLE.places[key].kind not in AREA_KINDS]
        found |= dict.fromkeys(key for key in (*event.places[:1], *points) if WHOLE.places[key].located)
    return list(found)


def test_each_place_of_the_subject_is_named_on_the_map_or_on_a_chip(a_slide_as_exported: Exported) -> None:
    said = a_slide_as_exported.picture
    names = [a_slide_as_exported.in_words(WHOLE.places[key].name) for key in places_of(a_slide_as_exported.subject)]
    assert names
    assert [
        name for name in names if name not in said["names"] and not any(name in chip for chip in said["chips"])
    ] == []


def test_each_event_of_the_subject_is_named_on_the_timeline_or_numbered_there(a_slide_as_exported: Exported) -> None:
    said = a_slide_as_exported.picture
    listed = {(each["number"], each["title"]) for each in said["captions"] if each["isWhole"]}
    numbers = {each["event"]: each["number"] for each in said["badges"]}
    dated = [event for event in a_slide_as_exported.subject if event.span(a_slide_as_exported.view.basis)]
    titles = {event.id: a_slide_as_exported.in_words(event.title) for event in dated}
    assert titles
    unnamed = [
        title
        for event, title in titles.items()
        if title not in said["titles"] and (numbers.get(event), title) not in listed
    ]
    assert unnamed == []


def test_each_caption_has_its_number_on_the_timeline(a_slide_as_exported: Exported) -> None:
    said = a_slide_as_exported.picture
    assert [each["number"] for each in said["captions"]] == [each["number"] for each in said["badges"]]
    assert [each["title"] for each in said["captions"] if not each["isWhole"]] == []


def test_the_axis_is_hardly_longer_than_the_range(a_slide_as_exported: Exported) -> None:
    view = a_slide_as_exported.view
    assert view.start
    assert view.end
    assert a_slide_as_exported.picture["days"] <= MOST_AXIS * ((view.end - view.start).days + 1)


def marks_drawn(exported: Exported) -> set[str]:
    """Return the names of the marks that stand on the picture, as the words of the key have them."""
    drawn = {name: set(ids) for name, ids in exported.picture["drawn"].items()}
    spans = {event.id: event.span(exported.view.basis) for event in WHOLE.events}

    def has(ids: set[str], *, approximate: bool, uncertain: bool) -> bool:
        known = [span for key in ids if (span := spans[key])]
        return any((span.approximate, span.uncertain) == (approximate, uncertain) for span in known)

    soft, cut = drawn["halos"] | drawn["pieces"], drawn["slashes"] | drawn["pieces"]
    found = {
        "mark_hollow": bool(drawn["hollow"]),
        "mark_ring": bool(drawn["rings"]),
        "mark_approximate": has(soft, approximate=True, uncertain=False),
        "mark_uncertain": has(cut, approximate=False, uncertain=True),
        "mark_uncertain_approximate": has(soft | cut, approximate=True, uncertain=True),
        "mark_open": bool(drawn["arrows"]),
        "mark_unknown": bool(drawn["dots"]),
    }
    return {name for name, is_drawn in found.items() if is_drawn} | set(exported.picture["onMap"])


def test_the_key_has_every_mark_of_the_picture_and_no_other(a_slide_as_exported: Exported) -> None:
    say = words(a_slide_as_exported.view.language)
    assert sorted(a_slide_as_exported.picture["key"]) == sorted(say[name] for name in marks_drawn(a_slide_as_exported))


def test_what_must_be_read_is_large_enough(a_slide_as_exported: Exported) -> None:
    type_found = a_slide_as_exported.picture["type"]
    assert {each["root"] for each in type_found} == set(MUST_BE_READ)
    assert [each for each in type_found if each["px"] < LEAST_TYPE_PX - ROUNDING_PX] == []


def test_what_must_be_read_is_whole(a_slide_as_exported: Exported) -> None:
    assert [each["text"] for each in a_slide_as_exported.picture["type"] if not each["isWhole"]] == []


def test_no_name_covers_another(a_slide_as_exported: Exported) -> None:
    assert a_slide_as_exported.picture["covered"] == []
