"""The first and the last slide of a deck: what it is about, and what it rests on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from app.browser.bundle import stylesheet
from app.model.chronology.entities import Atlas
from app.model.chronology.filtering import range_of, sort_events
from app.model.text.direction import isolate
from app.model.text.language import LANGUAGES
from app.slides.html.documents import template, variables
from app.slides.html.page import qr_code, source_in_words
from app.slides.slide import Slide, permalink, range_in_words, without_turn
from app.views.agreements import agreements_in_words
from app.views.timeline.scale import scale_of
from app.words import counted, words

ABOUT = ("dates", "agreement", "places", "boundaries", "rights")
"""What the page "About and data" says of how the atlas is made, by the keys of `app/words`."""
MAX_SLIDES_NAMED = 10
"""Maximum slides named on the opening slide."""
MAX_PUBLISHERS_NAMED = 16
"""Those with most reports are named; the rest are counted."""


@dataclass(frozen=True)
class Cover:
    """A slide of words."""

    slide: Slide
    """Language, size and appearance, and its title."""
    statement: str
    """What it states, in one sentence; may be empty."""
    lines: tuple[str, ...]
    """What stands under that."""
    rows: tuple[tuple[str, str], ...]
    """What it says: a word or a name, and a text."""
    kind: str
    """opening or closing."""

    @property
    def notes(self) -> str:
        """Speaker's notes: all that the slide says."""
        said = (self.statement, *self.lines, *map(self._line, self.rows), permalink(self.slide))
        return "\n".join(filter(None, said))

    @property
    def alt_text(self) -> str:
        """What its picture shows, for who cannot see it."""
        return ". ".join((self.slide.title, self.statement or self.lines[0]))

    def _line(self, row: tuple[str, str]) -> str:
        return ": ".join(isolate(part, self.slide.view.language) for part in row if part)


def opening(whole: Atlas, slides: Sequence[Slide]) -> Cover:
    """Return the slide before `slides`: the essay's claim and origin, and what each slide states, with its range."""
    first = slides[0]
    atlas, language = whole.with_layers(first.view.layers), first.view.language
    say = words(language)
    places = {place for event in atlas.events for place in event.places}
    reports = {report.url or report.id for event in atlas.events for report in event.reports}
    there_are = say["slide_opening"].format(
        events=counted(language, "essay_events", len(atlas.events)),
        places=counted(language, "count_places", len(places)),
        reports=counted(language, "count_reports", len(reports)),
    )
    there_are += f". {' · '.join(agreements_in_words(atlas.events, say))}"
    scale = scale_of(atlas)
    rows = []
    for slide in slides if len(slides) <= MAX_SLIDES_NAMED else slides[: MAX_SLIDES_NAMED - 1]:
        days = range_in_words(range_of(slide.view, scale), language)
        shown = sort_events(atlas, slide.view).shown
        count = counted(language, "count_events", len(atlas.events), shown=len(shown))
        rows.append((slide.title, f"{days} · {count}"))
    if len(slides) > MAX_SLIDES_NAMED:
        rows.append((counted(language, "slide_more", len(slides) - len(rows)), ""))
    lines = (f"{say['cite_essay']}. {say['essay_unnamed']}", there_are)
    return Cover(_for_all(first, say["app_title"]), say["opening_claim"], lines, tuple(rows), "opening")


def closing(whole: Atlas, slides: Sequence[Slide]) -> Cover:
    """Return the slide after `slides`: the sources, the method, and whose boundaries are drawn."""
    first = slides[0]
    atlas, language = whole.with_layers(first.view.layers), first.view.language
    say = words(language)
    publishers = [
        publisher
        for publisher, _ in Counter(
            report.publisher for event in atlas.events for report in event.reports
        ).most_common()
        if publisher
    ]
    named = LANGUAGES[language].list_comma.join(
        isolate(publisher, language) for publisher in publishers[:MAX_PUBLISHERS_NAMED]
    )
    more = len(publishers) - MAX_PUBLISHERS_NAMED
    about = {name: say[f"about_{name}"] for name in ABOUT}
    about["rights"] = f"{about['rights']} {say['about_rights_coordinates']}"
    about["agreement"] = f"{about['agreement']} ({' · '.join(agreements_in_words(atlas.events, say))})"
    rows = (
        (say["slide_reports"], counted(language, "slide_publishers", more, names=named) if more > 0 else named),
        *((say[f"about_{name}_word"], about[name]) for name in ABOUT),
    )
    lines = (source_in_words(whole, first.view.layers, language),)
    return Cover(_for_all(first, say["slide_closing"]), "", lines, rows, "closing")


def cover_page(cover: Cover, *, titled: bool = True) -> str:
    """Return a cover as one HTML document, ready for its picture; see `standalone_page` for `titled`."""
    slide = cover.slide
    language, appearance, link = slide.view.language, slide.view.appearance or "light", permalink(slide)
    return template("cover.html").render(
        language=language,
        direction=LANGUAGES[language].direction,
        appearance=appearance,
        kind=cover.kind,
        title=slide.title,
        titled=titled,
        statement=cover.statement,
        lines=cover.lines,
        rows=cover.rows,
        link=link,
        code=qr_code(link),
        words=words(language),
        style=variables(appearance) + stylesheet("slide/slide.css", "slide/cover.css"),
    )


def _for_all(slide: Slide, title: str) -> Slide:
    """Return what a deck's slides have in common: the link leads to all of it."""
    return replace(slide, title=title, view=without_turn(slide.view))
