"""One HTML page with the atlas's own map and timeline: it opens from disk and asks nothing of any server."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from functools import cache
from typing import Any, Literal

import segno

from app.browser.bundle import module, stylesheet
from app.browser.vendored import PLOTLY_JS
from app.model.chronology.annotation import write_annotations
from app.model.chronology.date_words import day_in_words
from app.model.chronology.edition import latest_report_day
from app.model.chronology.entities import Atlas
from app.model.chronology.filtering import range_of
from app.model.chronology.view import View, view_to_url
from app.model.text.language import LANGUAGES
from app.slides.capture.page_server import PLOTLY_NAME
from app.slides.html.documents import as_text, closed, inlined_files, map_document, template, variables
from app.slides.slide import DESIGNED_FOR, Slide, of_chapter, permalink
from app.views.dataset import as_json
from app.views.timeline.scale import scale_of
from app.words import words

Use = Literal["file", "picture", "preview", "presented"]
"""What a page is for: to be given away, to be taken a picture of on this machine, to be looked at before that, or to
fill the screen in front of people."""
_ENTRIES: dict[Use, str] = {"preview": "slide/previewed.js", "presented": "slide/presented.js"}
"""Scripts of pages on which the reader can do more than look."""
CODE_MOST_CHARACTERS = 400
"""Maximum length of the link in a slide's code: squares of more are too small for a camera from the back of a room."""


@dataclass(frozen=True)
class Turn:
    """What of a page changes from one slide of a deck to the next; days are ordinals."""

    range: tuple[int, int]
    """First and last day."""
    window: tuple[int, int] | None
    """First and last day that the timeline shows; None for the whole axis."""
    camera: tuple[float, float, float] | None
    """Where the map stands, as in the View; None for where it fits itself."""
    selected: str
    """What is selected, as in the View."""
    annotations: str
    """What is written on the slide, as the address has it."""
    title: str
    """Heading."""
    link: str
    """Address of the same view."""
    code: str
    """The link's QR code, an SVG element."""


def turn_to(whole: Atlas, slide: Slide) -> Turn:
    """Return what turns another slide's page into this one's."""
    view, link = slide.view, permalink(slide)
    first, last = range_of(view, scale_of(whole.with_layers(view.layers)))
    window = (view.window[0].toordinal(), view.window[1].toordinal()) if view.window else None
    title = slide.title or words(view.language)["app_title"]
    return Turn(
        (first, last),
        window,
        view.camera,
        view.selected,
        write_annotations(view.annotations),
        title,
        link,
        qr_code(_link_for_code(slide)),
    )


def _link_for_code(slide: Slide) -> str:
    """Return the link for the slide's code: in a longer one a camera could not tell the squares apart.

    What is written on the slide is left out first, then all but the range.
    """
    bare = replace(slide, view=replace(slide.view, annotations=()))
    ranged = replace(slide, view=View(slide.view.start, slide.view.end, language=slide.view.language))
    return next(
        (link for each in (slide, bare, ranged) if len(link := permalink(each)) <= CODE_MOST_CHARACTERS), slide.address
    )


def standalone_page(whole: Atlas, slide: Slide, use: Use = "file", *, titled: bool = True, plotly_url: str = "") -> str:
    """Return a slide as one HTML document.

    `whole` has every layer. Without `titled` the title's place is left free for another program's. A page to be
    looked at or presented fetches plotly.js from `plotly_url`, one for a picture from beside itself, as the page
    server has it; one to be given away has it in itself.
    """
    view = replace(slide.view, appearance=slide.view.appearance or "light", extent=False, presenting=False)
    say, turns = words(view.language), turns_of(whole, slide, use)
    plotly = {"script": _plotly_script()} if use == "file" else {"url": _plotly_url(use, plotly_url)}
    inlined = {
        **inlined_files(whole, view),
        "slide": as_json(_settings(slide, view, use, turns, plotly.get("url", ""))),
        "map-page": as_text(map_document(is_still=use != "file")),
    }
    return template("slide.html").render(
        language=LANGUAGES[view.language],
        appearance=view.appearance,
        use=use,
        still=use in ("picture", "preview"),
        title=turns[0].title,
        titled=titled,
        hidden=slide.hidden,
        style=variables(view.appearance) + stylesheet("slide/slide.css", "annotations/annotations.css"),
        time_style=stylesheet("time_panel/time_panel.css", "slide/time.css"),
        words=say,
        source=source_in_words(whole, view.layers, view.language),
        link=turns[0].link,
        code=turns[0].code,
        inlined=inlined,
        plotly=plotly,
        script=closed(module(_ENTRIES.get(use, "slide/index.js"))),
    )


def turns_of(whole: Atlas, slide: Slide, use: Use) -> list[Turn]:
    """Return the slide itself, and of one that is presented each chapter's, as a speaker turns from one to the next."""
    chapters = whole.chapters if use == "presented" else ()
    slides = [of_chapter(replace(slide, title=""), chapter) for chapter in chapters]
    return [turn_to(whole, each) for each in (slide, *slides)]


def qr_code(link: str) -> str:
    """Return an address as a QR code, an SVG element."""
    code: str = segno.make(link, error="m", boost_error=False).svg_inline(border=0, omitsize=True)
    return code


def source_in_words(whole: Atlas, layers: tuple[str, ...], language: str) -> str:
    """Return what a slide with these layers rests on, and when the latest report on these was published.

    The version of the atlas counts all layers: its day may be a later one, so the words say whose reports are meant.
    """
    latest = latest_report_day(whole.with_layers(layers))
    source = words(language)["slide_source_beyond" if layers else "slide_source"]
    return source.format(day=day_in_words(latest, language) if latest else "–")


def _settings(slide: Slide, view: View, use: Use, turns: Sequence[Turn], plotly_url: str) -> dict[str, Any]:
    """Return what `browser/slide/inlined.js` reads as SlideSettings."""
    return {
        "address": view_to_url(view),
        "appearance": view.appearance,
        "designedFor": slide.size.viewport if use == "preview" else DESIGNED_FOR,
        # What is only looked at is the whole slide, however small; a low window makes a slide smaller, to a limit.
        "leastScale": {"preview": 0, "picture": 1}.get(use, 0.7),
        "plotly": plotly_url,
        "turns": [asdict(turn) for turn in turns],
    }


def _plotly_url(use: Use, url: str) -> str:
    """For a picture the browser reads it from beside the page, on another thread, while it draws the map."""
    return PLOTLY_NAME if use == "picture" else url


@cache
def _plotly_script() -> str:
    return closed(PLOTLY_JS.read_text(encoding="utf-8"))
