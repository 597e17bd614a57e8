"""The rows of the tables as typed, frozen objects, and the atlas that holds them all."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field, replace
from datetime import date

from app.model.chronology.codes import ESSAY
from app.model.chronology.dates import Span
from app.model.chronology.ids import own_key
from app.model.problems import Problem
from app.model.text.localised import Text

MAX_CAPTIONS = 5
"""Maximum captions of a chapter: a slide has room for no more beside its map."""


@dataclass(frozen=True)
class Place:
    """A place on the map."""

    id: str
    """Key of the row."""
    name: Text
    """Label on the map."""
    other_spellings: tuple[str, ...]
    """Other spellings in use, for the search."""
    kind: str
    """city, crossing, region and so on; see the schema."""
    countries: tuple[str, ...]
    """ISO 3166-1 alpha-2 codes."""
    latitude: float | None
    """WGS84 degrees north; None where no source gives a point."""
    longitude: float | None
    """WGS84 degrees east; None where no source gives a point."""
    radius_km: float
    """What the point stands for: uncertainty of a town, reach of a region; km."""
    source: str
    """Where the coordinates come from."""
    second_source: str
    """An independent second source, if there is one."""
    second_latitude: float | None
    """Where the second source puts it; WGS84 degrees north."""
    second_longitude: float | None
    """Where the second source puts it; WGS84 degrees east."""
    sources_apart_km: float | None
    """Geodesic distance between the two sources; km."""
    confidence: str
    """high, medium or low."""
    paragraphs: tuple[int, ...]
    """Paragraphs of the essay that name the place."""
    label_rank: int
    """1 capital or country, 2 city, crossing or region, 3 small."""
    notes: Text
    """Remarks for a doubting reader."""

    @property
    def located(self) -> bool:
        """True where the place has a point."""
        return self.latitude is not None and self.longitude is not None


@dataclass(frozen=True)
class Actor:
    """A person, state, body or group."""

    id: str
    """Key of the row."""
    name: Text
    """Name as the project spells it."""
    other_spellings: tuple[str, ...]
    """Other spellings in use, for the search."""
    kind: str
    """person, state, armed-group and so on; see the schema."""
    role: Text
    """Role at the time of the events."""
    paragraphs: tuple[int, ...]
    """Paragraphs of the essay that name the actor."""
    notes: Text
    """Remarks for a doubting reader."""


@dataclass(frozen=True)
class Theme:
    """A lane of the timeline."""

    id: str
    """Key of the row."""
    name: Text
    """Name of the lane."""
    colour: str
    """Colour on a light ground, `#rrggbb`; the one for a dark ground is computed."""
    shape: str
    """Plotly's name of the marker shape."""
    order: int
    """Place among the lanes, from 1 at the top."""


UNSORTED_THEME = Theme(own_key("unsorted"), Text("Unsorted", "غير مصنّف"), "#6b7684", "circle", 98)
"""The lane of events whose themes are not in themes.csv: they show, rather than vanish."""
BEYOND_THEME = Theme(own_key("beyond"), Text("Beyond the essay", "خارج المقالة"), "#7d5646", "x", 99)
"""The lane of the layers that the essay does not state: apart, so that nobody takes them for its own."""


@dataclass(frozen=True)
class Report:
    """One citation of one event."""

    id: str
    """Key of the row."""
    event: str
    """Id of the event that it is cited for."""
    publisher: str
    """Who published it."""
    title: str
    """Title as published; empty where only the address is known."""
    url: str
    """Address of the page."""
    published: str
    """Date of publication, EDTF; empty where unknown."""
    bearing: str
    """What it does for the row: supports, contradicts or context."""
    notes: Text
    """Such as `Mirror copy` or `In Arabic`."""
    archive_url: str = ""
    """Address of an archived copy of the page; empty where none is known."""
    accessed: str = ""
    """Day on which the page was read, EDTF; empty where unknown."""


@dataclass(frozen=True)
class Event:
    """Something that happened, held or was said."""

    id: str
    """Key of the row."""
    title: Text
    """What happened, short enough for a label."""
    summary: Text
    """What the essay states, in one or two sentences."""
    kind: str
    """event, visit, meeting, period, status or claim."""
    layer: str
    """essay, context or after: the essay states it, or reports alone do, of its time or later."""
    essay_span: Span | None
    """When, as the essay has it; None where it gives no date."""
    reported_span: Span | None
    """When, as press reports have it; None where they give no date."""
    places: tuple[str, ...]
    """Ids of its places; the marker stands at the first."""
    from_place: str
    """Id of the place that a traveller came from; empty where nobody travelled."""
    actors: tuple[str, ...]
    """Ids of who took part."""
    themes: tuple[str, ...]
    """Ids of its themes; the first gives lane and colour."""
    paragraphs: tuple[int, ...]
    """Paragraphs of the essay that state it."""
    agreement: str
    """confirms, refines, conflicts or not_found: what reports do to the essay's statement; else empty."""
    difference: Text
    """How reports and essay differ; empty where they do not."""
    reports_supplied: tuple[str, ...]
    """Ids of places and actors that reports name and the cited paragraphs do not."""
    notes: Text
    """Remarks for a doubting reader."""
    reports: tuple[Report, ...] = ()
    """Its citations."""

    def span(self, basis: str) -> Span | None:
        """Return when it happened by `basis` (`essay`, `reports`); the other's date fills a gap."""
        first, second = (
            (self.essay_span, self.reported_span) if basis == "essay" else (self.reported_span, self.essay_span)
        )
        return first or second

    @property
    def dates_differ(self) -> bool:
        """True where both the essay and reports date it, and not to the same days."""
        if not (self.essay_span and self.reported_span):
            return False
        essay, reported = self.essay_span, self.reported_span
        return (essay.earliest, essay.latest) != (reported.earliest, reported.latest)

    def date_is_borrowed(self, basis: str) -> bool:
        """Return True where the date comes from the other source than `basis`: drawn hollow."""
        own = self.essay_span if basis == "essay" else self.reported_span
        return own is None and self.span(basis) is not None


@dataclass(frozen=True)
class RoutePoint:
    """A waypoint of a corridor."""

    name: Text
    """Name of the waypoint."""
    latitude: float
    """WGS84 degrees north."""
    longitude: float
    """WGS84 degrees east."""
    basis: str
    """Where the coordinates come from."""


@dataclass(frozen=True)
class Route:
    """A corridor: straight legs between towns, never a surveyed line."""

    id: str
    """Key of the row."""
    name: Text
    """Name of the corridor."""
    kind: str
    """road, rail or corridor."""
    period: Span | None
    """When it was planned or in use."""
    status: str
    """planned, under-construction, in-use or ended."""
    paragraphs: tuple[int, ...]
    """Paragraphs of the essay that name it."""
    notes: Text
    """Remarks for a doubting reader."""
    points: tuple[RoutePoint, ...] = ()
    """Its waypoints in order."""


@dataclass(frozen=True)
class CrossingState:
    """How a crossing stood for a while."""

    id: str
    """Key of the row."""
    place: str
    """Id of the crossing's place; a key that leads nowhere is kept as it is."""
    period: Span
    """From when to when."""
    status: str
    """open or closed; empty where the row only says who held it."""
    held_by: str
    """Id of the actor that held it; empty where the row does not say."""
    events: tuple[str, ...]
    """Ids of the events whose paragraphs and reports say so."""
    notes: Text
    """Remarks for a doubting reader."""


@dataclass(frozen=True)
class Chapter:
    """A step of the guided story: a saved view with text."""

    id: str
    """Key of the row."""
    order: int
    """Place in the story, from 1."""
    title: Text
    """What it is called."""
    claim: Text
    """What it states; empty where no editor has written it."""
    takeaway: Text
    """One line that a slide has under its claim; may be empty."""
    start: date
    """First day of its range."""
    end: date
    """Last day of its range."""
    themes: tuple[str, ...]
    """Ids of the themes it shows; empty for all."""
    events: tuple[str, ...]
    """Ids of the events it stresses."""
    captions: tuple[str, ...]
    """Ids of those of them that carry the claim."""
    text: Text
    """The story in our own words."""
    paragraphs: tuple[int, ...]
    """Paragraphs of the essay that it follows."""

    def heading(self, language: str) -> str:
        """Return what stands over a slide of it: its claim, or its title where it has none."""
        return self.claim.say(language) or self.title.say(language)


@dataclass(frozen=True)
class Atlas:
    """All good rows of all tables, and every problem found on the way."""

    events: tuple[Event, ...] = ()
    """In the order of the table."""
    places: dict[str, Place] = field(default_factory=dict)
    """By id."""
    actors: dict[str, Actor] = field(default_factory=dict)
    """By id."""
    themes: dict[str, Theme] = field(default_factory=dict)
    """By id, in the order of the lanes."""
    routes: tuple[Route, ...] = ()
    """In the order of the table."""
    crossing_states: tuple[CrossingState, ...] = ()
    """In the order of the table."""
    chapters: tuple[Chapter, ...] = ()
    """In the order of the story."""
    problems: tuple[Problem, ...] = ()
    """Sorted by file and line."""
    remarks: tuple[Problem, ...] = ()
    """What is doubtful and stops nothing; sorted by file and line, those of a file as a whole first."""
    rows_set_aside: int = 0
    """How many events are not shown because their row has a fault."""
    tables_hash: str = field(default="", compare=False)
    """Hash of the content of all tables, in hexadecimal digits; empty where they come from no folder."""
    search_texts: dict[str, str] = field(default_factory=dict, init=False, repr=False, compare=False)
    """By event id, what words are looked up in: filled by the first search, shared by the atlas of fewer layers."""

    def with_layers(self, layers: Collection[str]) -> Atlas:
        """Return the atlas with the essay's events and those of `layers` (context, after) alone.

        What no event is left for, the lane of what the essay does not state among it, is left out of the themes.
        """
        events = tuple(event for event in self.events if event.layer in {ESSAY, *layers})
        beyond = any(event.layer != ESSAY for event in events)
        themes = {key: theme for key, theme in self.themes.items() if beyond or key != BEYOND_THEME.id}
        fewer = replace(self, events=events, themes=themes)
        object.__setattr__(fewer, "search_texts", self.search_texts)  # the same events and names
        return fewer
