"""The tables of `data/`: what one row means, and every column's type, unit and allowed values."""

from __future__ import annotations

from dataclasses import dataclass, field

ID_PATTERN = r"[a-z0-9]+(-[a-z0-9]+)*"
LAST_PARAGRAPH = 32


@dataclass(frozen=True)
class Column:
    """One column of a table."""

    name: str
    """Heading in the file."""
    type: str
    """key, keys, text, integer, number, edtf, interval, url, choice, codes, paragraphs, colour."""
    doc: str
    """What a cell says, with its unit."""
    required: bool = False
    """True where an empty cell is a fault."""
    choices: tuple[str, ...] = ()
    """Allowed values of a choice."""
    references: tuple[str, ...] = ()
    """Tables in which each key must be found."""
    minimum: float | None = None
    """Least allowed number, in the column's unit."""
    maximum: float | None = None
    """Greatest allowed number, in the column's unit."""


@dataclass(frozen=True)
class Table:
    """One file of `data/`."""

    name: str
    """Name without `.csv`."""
    row_means: str
    """What one row stands for."""
    columns: tuple[Column, ...] = field(default_factory=tuple)
    """In the order of the file."""

    @property
    def file(self) -> str:
        """File name inside the data folder."""
        return f"{self.name}.csv"

    def column_names(self) -> list[str]:
        """Return the headings in order."""
        return [column.name for column in self.columns]


def _both(name: str, doc: str, *, required: bool = False) -> tuple[Column, Column]:
    return (
        Column(f"{name}_en", "text", f"{doc}, English", required=required),
        Column(f"{name}_ar", "text", f"{doc}, Arabic"),
    )


_ID = Column("id", "key", "Key of the row; never changes", required=True)
_NOTES = _both("notes", "Remarks for a doubting reader")
_PARAGRAPHS = Column("paragraphs", "paragraphs", "Paragraphs of the essay (1 to 32) that state it")
_LATITUDE = Column("latitude", "number", "Degrees north, WGS84", minimum=-90, maximum=90)
_LONGITUDE = Column("longitude", "number", "Degrees east, WGS84", minimum=-180, maximum=180)

PLACES = Table(
    "places",
    "a place on the map",
    (
        _ID,
        *_both("name", "Label on the map", required=True),
        Column("other_spellings", "texts", "Other spellings in use, and what the essay calls it"),
        Column(
            "kind",
            "choice",
            "What sort of place it is",
            required=True,
            choices=(
                "city", "town", "crossing", "border", "region", "country", "prison", "camp", "shrine",
                "embassy", "port", "mountain", "sea", "airspace", "governorate",
            ),
        ),
        Column("countries", "codes", "ISO 3166-1 alpha-2 codes of the countries it lies in"),
        _LATITUDE,
        _LONGITUDE,
        Column(
            "radius_km", "number", "What the point stands for, km: uncertainty, or a region's reach",
            required=True, minimum=0, maximum=6000,
        ),
        Column("source", "text", "Where the coordinates come from"),
        Column("second_source", "text", "An independent second source"),
        Column("second_latitude", "number", "Its degrees north, WGS84", minimum=-90, maximum=90),
        Column(
            "second_longitude", "number", "Its degrees east, WGS84", minimum=-180, maximum=180
        ),
        Column("sources_apart_km", "number", "Geodesic distance of the two sources, km", minimum=0),
        Column("confidence", "choice", "How sure the point is", choices=("high", "medium", "low")),
        _PARAGRAPHS,
        Column("label_rank", "integer", "1 capital or country, 2 city or region, 3 small", minimum=1, maximum=3),
        *_NOTES,
    ),
)  # fmt: skip

ACTORS = Table(
    "actors",
    "a person, state, body or group",
    (
        _ID,
        *_both("name", "Name as the project spells it", required=True),
        Column("other_spellings", "texts", "Other spellings in use"),
        Column(
            "kind",
            "choice",
            "What sort of actor",
            required=True,
            choices=(
                "person", "state", "armed-group", "bloc", "agency", "organisation", "alliance", "community",
                "group", "publisher",
            ),
        ),
        *_both("role", "Role at the time of the events"),
        _PARAGRAPHS,
        *_NOTES,
    ),
)  # fmt: skip

THEMES = Table(
    "themes",
    "a lane of the timeline, nine at most",
    (
        _ID,
        *_both("name", "Name of the lane", required=True),
        Column("colour", "colour", "Colour on a light ground, #rrggbb", required=True),
        Column(
            "shape",
            "choice",
            "Marker shape, by Plotly's name",
            required=True,
            choices=(
                "circle", "triangle-up", "diamond", "square", "cross", "pentagon", "triangle-down", "star",
                "hexagon",
            ),
        ),
        Column("order", "integer", "Place among the lanes, from 1 at the top", required=True, minimum=1, maximum=9),
        *_NOTES,
    ),
)  # fmt: skip

EVENTS = Table(
    "events",
    "something that happened, held or was said",
    (
        _ID,
        *_both("title", "What happened, short enough for a label", required=True),
        *_both("summary", "What the essay states", required=True),
        Column(
            "kind",
            "choice",
            "event, or something that lasts, or something that is only said",
            required=True,
            choices=("event", "visit", "meeting", "period", "status", "claim"),
        ),
        Column(
            "layer",
            "choice",
            "Whether the essay states it, or reports alone; the other two layers are off until switched on",
            required=True,
            choices=("essay", "context", "after"),
        ),
        Column("essay_date", "edtf", "When, as the essay has it; EDTF level 1; empty where it gives none"),
        Column("reported_date", "edtf", "When, as press reports have it; EDTF level 1"),
        Column("places", "keys", "Where; the marker stands at the first", references=("places",)),
        Column("from_place", "key", "Where a traveller or movement came from", references=("places",)),
        Column("actors", "keys", "Who took part", references=("actors",)),
        Column("themes", "keys", "Themes; the first gives lane and colour", required=True, references=("themes",)),
        _PARAGRAPHS,
        Column(
            "agreement",
            "choice",
            "What reports do to the essay's statement; empty outside the essay's layer",
            choices=("confirms", "refines", "conflicts", "not_found"),
        ),
        *_both("difference", "How reports and essay differ"),
        Column(
            "reports_supplied",
            "keys",
            "Places and actors that reports name and the cited paragraphs do not",
            references=("places", "actors"),
        ),
        *_NOTES,
    ),
)

REPORTS = Table(
    "reports",
    "one citation of one event",
    (
        _ID,
        Column("event", "key", "The event it is cited for", required=True, references=("events",)),
        Column("publisher", "text", "Who published it", required=True),
        Column("title", "text", "Title as published"),
        Column("url", "url", "Address of the page", required=True),
        Column("published", "edtf", "Date of publication, EDTF"),
        Column(
            "bearing",
            "choice",
            "What it does for the row",
            required=True,
            choices=("supports", "contradicts", "context"),
        ),
        *_NOTES,
    ),
)

ROUTES = Table(
    "routes",
    "a corridor, drawn schematically",
    (
        _ID,
        *_both("name", "Name of the corridor", required=True),
        Column("kind", "choice", "What sort of way", required=True, choices=("road", "rail", "corridor")),
        Column("period", "edtf", "When it was planned or in use; EDTF level 1"),
        Column(
            "status",
            "choice",
            "State of the work or use",
            required=True,
            choices=("planned", "under-construction", "in-use", "ended"),
        ),
        Column("schematic", "choice", "Straight legs between towns", required=True, choices=("yes", "no")),
        _PARAGRAPHS,
        *_NOTES,
    ),
)

ROUTE_POINTS = Table(
    "route_points",
    "a waypoint of a corridor",
    (
        _ID,
        Column("route", "key", "The corridor it belongs to", required=True, references=("routes",)),
        Column("order", "integer", "Place along the corridor, from 1", required=True, minimum=1),
        *_both("name", "Name of the waypoint", required=True),
        Column("latitude", "number", "Degrees north, WGS84", required=True, minimum=-90, maximum=90),
        Column("longitude", "number", "Degrees east, WGS84", required=True, minimum=-180, maximum=180),
        Column("basis", "text", "Where the coordinates come from", required=True),
        *_NOTES,
    ),
)

CHAPTERS = Table(
    "chapters",
    "a step of the guided story",
    (
        _ID,
        Column("order", "integer", "Place in the story, from 1", required=True, minimum=1),
        *_both("title", "Heading", required=True),
        Column("date_range", "interval", "Range of the view, EDTF interval with both ends", required=True),
        Column("centre_latitude", "number", "Camera: degrees north", required=True, minimum=-90, maximum=90),
        Column("centre_longitude", "number", "Camera: degrees east", required=True, minimum=-180, maximum=180),
        Column("zoom", "number", "Camera: Leaflet zoom level", required=True, minimum=3, maximum=9),
        Column("themes", "keys", "Themes that it shows; empty for all", references=("themes",)),
        Column("events", "keys", "Events that it stresses", references=("events",)),
        *_both("text", "The story in our own words", required=True),
        _PARAGRAPHS,
        *_NOTES,
    ),
)

SOURCES = Table(
    "sources",
    "a document in `seeds/`",
    (
        _ID,
        Column("file", "text", "File name in seeds/", required=True),
        Column("title", "text", "Title as published", required=True),
        Column("author", "text", "Author; empty where the text names none"),
        Column("publisher", "text", "Publisher", required=True),
        Column("issue", "text", "Where it appeared", required=True),
        *_both("rights", "Who holds the rights, and why it is here", required=True),
        Column("sha256", "text", "SHA-256 of the file", required=True),
        *_NOTES,
    ),
)

TABLES = (PLACES, ACTORS, THEMES, EVENTS, REPORTS, ROUTES, ROUTE_POINTS, CHAPTERS, SOURCES)
"""Every table, those that others refer to first."""
