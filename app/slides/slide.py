"""What a slide is: a View, a title, and the size of its picture; and what its file is called."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from urllib.parse import urlencode, urljoin

from app.model.chronology.date_words import day_in_words
from app.model.chronology.entities import Atlas, Chapter, Event
from app.model.chronology.subject import chapter_of, selected_subject
from app.model.chronology.view import View, view_from_url, view_to_url
from app.model.text.untrusted_text import heading
from app.words import words

PROJECT = "iraq-syria"
DESIGNED_FOR = (1280, 720)
"""Size for which a slide is laid out, CSS pixels; a larger one shows it larger, letters and all."""
DEFAULT_SIZE = "1920x1080"
DEFAULT_ADDRESS = "http://localhost:8501/"
PARTS = ("map", "timeline", "captions", "legend", "code")
"""What a slide may do without: the QR code goes with its link."""


@dataclass(frozen=True)
class Size:
    """How large a picture is, and how large its writing."""

    width_px: int
    """Width of the picture, pixels."""
    height_px: int
    """Height of the picture, pixels."""
    scale: float
    """Pixels of the picture to one CSS pixel: both sides divide by it, so that the picture is exactly so large."""
    name: str = ""
    """Name in the command and in file names; empty for width and height."""

    def __str__(self) -> str:
        return self.name or f"{self.width_px}x{self.height_px}"

    @property
    def viewport(self) -> tuple[int, int]:
        """Width and height of the page, CSS pixels."""
        return round(self.width_px / self.scale), round(self.height_px / self.scale)


SIZES: Mapping[str, Size] = {
    str(size): size
    for size in (
        Size(1920, 1080, 1.5),
        Size(3840, 2160, 3),
        Size(1280, 720, 1),
        Size(1024, 768, 1),
        Size(1080, 1080, 1.25),
        Size(2970, 2100, 2.5, "a4"),
    )
}
"""Sizes on offer, by name. A4 is landscape, ten pixels to the millimetre."""


@dataclass(frozen=True)
class Slide:
    """One slide."""

    view: View
    """What is shown of the atlas."""
    title: str = ""
    """Heading; empty for the atlas's own. Whatever it is made of, it is one line that every file can hold."""
    size: Size = field(default=SIZES[DEFAULT_SIZE])
    """Size of its picture."""
    address: str = DEFAULT_ADDRESS
    """Where the dashboard is, for the link to the same view."""
    hidden: tuple[str, ...] = ()
    """Parts that are left out; map and timeline not both."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "title", heading(self.title))


def slide_to_url(slide: Slide) -> dict[str, str]:
    """Return the URL parameters of a slide: those of its View, and what is the slide's own."""
    own = {"title": slide.title, "size": str(slide.size), "hide": ",".join(slide.hidden)}
    own = own if slide.size != SIZES[DEFAULT_SIZE] else own | {"size": ""}
    return view_to_url(replace(slide.view, presenting=False)) | {name: text for name, text in own.items() if text}


def slide_from_url(parameters: Mapping[str, str], address: str = DEFAULT_ADDRESS) -> Slide:
    """Return the slide that a URL asks for; what cannot be read falls back to its default."""
    view, _ = view_from_url(parameters)
    size = SIZES.get(parameters.get("size", ""), SIZES[DEFAULT_SIZE])
    hidden = tuple(part for part in PARTS if part in parameters.get("hide", "").split(","))
    return Slide(view, parameters.get("title", ""), size, address, keep_map_or_timeline(hidden))


def keep_map_or_timeline(hidden: tuple[str, ...]) -> tuple[str, ...]:
    """Return the parts to hide; if both map and timeline would be hidden, both stay."""
    return tuple(part for part in hidden if not {"map", "timeline"} <= set(hidden) or part not in ("map", "timeline"))


def permalink(slide: Slide) -> str:
    """Return the address of the dashboard's view that the slide shows."""
    query = urlencode(view_to_url(replace(slide.view, presenting=False)))
    return urljoin(slide.address, f"?{query}" if query else "")


def file_name(slide: Slide, days: tuple[date, date], suffix: str) -> str:
    """Return a file name that says what is in it; `days` are first and last day of the range, `suffix` is png or so."""
    first, last = (day.isoformat() for day in days)
    sized = f"_{slide.size}" if suffix == "png" else ""
    return f"{PROJECT}_{first}_{last}_{slide.view.language}{sized}.{suffix}"


def range_in_words(days: Sequence[int], language: str) -> str:
    """Return a range of days in words; both are ordinals, as in `date.fromordinal`."""
    first, last = (day_in_words(date.fromordinal(day), language) for day in days)
    return words(language)["range_of_days"].format(first=first, last=last)


def of_chapter(slide: Slide, chapter: Chapter) -> Slide:
    """Return the slide with a chapter's range, fitted to it, nothing selected or written on it; untitled, its claim."""
    view = replace(fitted(slide.view), start=chapter.start, end=chapter.end, selected="", annotations=())
    return replace(slide, view=view, title=slide.title or chapter.heading(slide.view.language))


def fitted(view: View) -> View:
    """Return the view without camera and window: a slide then frames its subject and its range by itself."""
    return replace(view, camera=None, window=None)


def without_turn(view: View) -> View:
    """Return the view without what changes from one slide of a deck to the next."""
    return replace(fitted(view), start=None, end=None, selected="", annotations=())


def titled(whole: Atlas, slide: Slide) -> Slide:
    """Return the slide with its title.

    Where it has none, that of what is selected, else the claim of the chapter of its range, else the atlas's.
    """
    if slide.title:
        return slide
    language = slide.view.language
    selected = selected_subject(whole.with_layers(slide.view.layers), slide.view)
    if selected:
        name = selected.title if isinstance(selected, Event) else selected.name
        return replace(slide, title=name.say(language))
    chapter = chapter_of(whole, slide.view)
    return replace(slide, title=chapter.heading(language) if chapter else words(language)["app_title"])
