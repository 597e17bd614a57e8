"""One HTML page with the atlas's own map and timeline: it opens from disk and asks nothing of any server."""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from datetime import date
from functools import cache
from typing import Any, Literal

import segno
from jinja2.utils import htmlsafe_json_dumps

from app.browser.bundle import script, stylesheet
from app.model.dates import day_in_words, parse_span, span_in_words
from app.model.entities import Atlas, Event
from app.model.filtering import passing_ids, range_of
from app.model.view import View
from app.slides.documents import CHANNEL, closed, inert, map_document, template, time_document, variables
from app.slides.page_server import PLOTLY, PLOTLY_NAME
from app.slides.slide import DESIGNED_FOR, Slide, of_chapter, permalink
from app.views.colours import PALETTES
from app.views.payload import date_marks_payload, spans_payload, themes_payload
from app.views.timeline.scale import scale_of
from app.words import words

Use = Literal["file", "picture", "preview", "presented"]
"""What a page is for: to be given away, to be taken a picture of on this machine, to be looked at before that, or to
fill the screen in front of people."""


@dataclass(frozen=True)
class Turn:
    """What of a page changes from one slide of a deck to the next."""

    range: tuple[int, int]
    """First and last day, ordinals."""
    camera: tuple[float, float, float] | None
    """Where the map stands, as in the View; None for where it fits itself."""
    selected: str
    """What is selected, as in the View."""
    title: str
    """Heading."""
    link: str
    """Address of the same view."""
    code: str
    """The link's QR code, an SVG element."""


def turn_to(whole: Atlas, slide: Slide) -> Turn:
    """Return what turns another slide's page into this one's."""
    first, last = range_of(slide.view, scale_of(whole.with_layers(slide.view.layers)))
    link, view = permalink(slide), slide.view
    title = slide.title or words(view.language)["app_title"]
    return Turn((first, last), view.camera, view.selected, title, link, qr_code(link))


def standalone_page(whole: Atlas, slide: Slide, use: Use = "file", *, titled: bool = True, plotly_url: str = "") -> str:
    """Return a slide as one HTML document.

    `whole` has every layer. Without `titled` the title's place is left free for another program's. A page to be
    looked at or presented fetches plotly.js from `plotly_url`, one for a picture from beside itself, as the page
    server has it; one to be given away has it in itself.
    """
    view = replace(slide.view, appearance=slide.view.appearance or "light", extent=False)
    atlas, say, turn = whole.with_layers(view.layers), words(view.language), turn_to(whole, slide)
    shared = {
        "language": view.language,
        "direction": "rtl" if view.language == "ar" else "ltr",
        "use": use,
        "still": use in ("picture", "preview"),
    }
    return template("slide.html").render(
        shared,
        appearance=view.appearance,
        title=turn.title,
        titled=titled,
        hidden=" ".join(slide.hidden),
        style=variables(view.appearance) + stylesheet("slide/slide.css"),
        words=say,
        source=say["slide_source"].format(day=latest_report(atlas, view.language)),
        link=turn.link,
        code=turn.code,
        map_page=inert(map_document(whole, use)),
        time_page=inert(time_document(atlas, whole, view, shared, _plotly(use, plotly_url))),
        data=htmlsafe_json_dumps(_data(atlas, whole, slide, view, use)),
        script=closed(script("slide/presented.js" if use == "presented" else "slide/index.js")),
    )


def qr_code(link: str) -> str:
    """Return an address as a QR code, an SVG element."""
    code: str = segno.make(link, error="m", boost_error=False).svg_inline(border=0, omitsize=True)
    return code


def latest_report(atlas: Atlas, language: str) -> str:
    """Return in words when the latest report that the tables cite was published: the date of the data."""
    spans = [parse_span(report.published) for event in atlas.events for report in event.reports if report.published]
    latest = max((span.latest for span in spans), default=None)
    return day_in_words(latest, language) if latest else "–"


def _data(atlas: Atlas, whole: Atlas, slide: Slide, view: View, use: Use) -> dict[str, Any]:
    return {
        "channel": CHANNEL,
        "language": view.language,
        "appearance": view.appearance,
        "basis": view.basis,
        "certainty": view.certainty,
        "passing": passing_ids(atlas, view, whole),
        "themes": themes_payload(atlas, view.language),
        "date_marks": date_marks_payload(_on_slide(atlas, whole, slide, view, use)),
        "palettes": {name: asdict(palette) for name, palette in PALETTES.items()},
        "events": [_event(event, view) for event in atlas.events],
        "places": {place.id: place.name.say(view.language) for place in atlas.places.values()},
        "designedFor": slide.size.viewport if use == "preview" else DESIGNED_FOR,
        # A picture or a screen may be too small for a slide; what is only looked at is the whole slide, however small.
        "smallest": 0 if use == "preview" else 1,
        "turns": [asdict(turn) for turn in _turns(whole, slide)] if use == "presented" else [],
        "words": words(view.language),
    }


def _on_slide(atlas: Atlas, whole: Atlas, slide: Slide, view: View, use: Use) -> list[Event]:
    """Return the events that the filters let through and that are in range, now or as the slides are turned."""
    passing = passing_ids(atlas, view, whole)
    turns = _turns(whole, slide) if use == "presented" else [turn_to(whole, slide)]
    ranges = [tuple(map(date.fromordinal, turn.range)) for turn in turns]
    return [
        event
        for event in atlas.events
        if (passing is None or event.id in passing)
        and (span := event.span(view.basis))
        and any(span.earliest <= last and span.latest >= first for first, last in ranges)
    ]


def _event(event: Event, view: View) -> dict[str, Any]:
    span = event.span(view.basis)
    return {
        "id": event.id,
        "spans": spans_payload(event),
        "title": event.title.say(view.language),
        "when": span_in_words(span.edtf, view.language) if span else "",
        "theme": event.themes[0],
    }


def _turns(whole: Atlas, slide: Slide) -> list[Turn]:
    """Return the view itself and each chapter's, as a speaker turns from one to the next."""
    slides = [of_chapter(replace(slide, title=""), chapter) for chapter in whole.chapters]
    return [turn_to(whole, each) for each in (slide, *slides)]


def _plotly(use: Use, url: str) -> dict[str, str]:
    if use == "file":
        return {"script": _plotly_script()}
    # For a picture the browser reads it from beside the page, on another thread, while it draws the map.
    return {"url": PLOTLY_NAME if use == "picture" else url}


@cache
def _plotly_script() -> str:
    return closed(PLOTLY.read_text(encoding="utf-8"))
