"""Rules that look across cells, rows and tables. They report and take nothing away."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from app.model.chronology.codes import ESSAY
from app.model.chronology.entities import MAX_CAPTIONS
from app.model.problems import Problem
from app.model.tables.cells.column_types import list_cell
from app.model.tables.checks.citation_rules import archived_elsewhere, read_on_one_day_after_publication
from app.model.tables.checks.country_rules import points_elsewhere, zero_points
from app.model.tables.checks.place_rules import (
    displaced_places,
    displaced_waypoints,
    half_points,
    second_source,
    sources_apart,
)
from app.model.tables.checks.validation import CheckedTable, Row, Rule
from app.model.tables.files.csv_reader import keys_written
from app.model.tables.schema import (
    ACTORS,
    CHAPTERS,
    CROSSING_STATES,
    EVENTS,
    PLACES,
    REPORTS,
    ROUTE_POINTS,
    ROUTES,
    THEMES,
)
from app.model.text.quoting import quoted

MAX_THEMES = 9
"""Maximum themes: the timeline has this many lanes."""
_DIFFER = {"conflicts": "contradict the essay", "refines": "are more precise than the essay"}
"""What an agreement says that needs a difference."""


def check_rules(tables: Mapping[str, CheckedTable]) -> list[Problem]:
    """Return a problem for each rule that a row breaks; `tables` by name, every row of each, faulty ones too.

    Follow-on errors are suppressed: a rule that reads an invalid cell is skipped.
    """
    places, waypoints, events = tables[PLACES.name], tables[ROUTE_POINTS.name], tables[EVENTS.name]
    known = keys_written(places.frame) | keys_written(tables[ACTORS.name].frame)
    elsewhere = [*zero_points(places), *points_elsewhere(places)]
    return [
        *places.check(half_points, second_source, sources_apart),
        *elsewhere,
        *displaced_places(places, known={problem.line for problem in elsewhere}),
        *zero_points(waypoints),
        *displaced_waypoints(waypoints, places),
        *events.check(_beyond_the_essay, _unexplained, _no_journey, lambda row: _supplied(row, known)),
        *_foundations(events, tables[REPORTS.name]),
        *_lanes(tables[THEMES.name]),
        *tables[THEMES.name].check(_order_is_new()),
        *tables[CHAPTERS.name].check(_order_is_new(), _captions(events)),
        *waypoints.check(_order_is_new("route")),
        *_lines(tables[ROUTES.name], waypoints),
        *tables[CROSSING_STATES.name].check(_says_something),
        *tables[REPORTS.name].check(read_on_one_day_after_publication, archived_elsewhere),
    ]


def _beyond_the_essay(row: Row) -> Iterator[tuple[str, str]]:
    """Say what an event of another layer has that only the essay can give, and what one of the essay lacks."""
    if row["layer"] == ESSAY:
        if not row["agreement"]:
            yield "agreement", "the cell is empty; say confirms, refines, conflicts or not_found of what reports do"
        return
    for column in ("essay_date", "paragraphs", "agreement"):
        if row.can_be_read(column) and row[column]:
            mend = f"empty the cell, or write {ESSAY} as the layer"
            yield column, f"the essay does not state an event of the layer {row['layer']}; {mend}"


def _unexplained(row: Row) -> Iterator[tuple[str, str]]:
    if row["layer"] == ESSAY and row["agreement"] in _DIFFER and not row["difference_en"]:
        yield "difference_en", f"reports {_DIFFER[row['agreement']]} and nothing says how; write it here"


def _says_something(row: Row) -> Iterator[tuple[str, str]]:
    if not row["status"] and not row["held_by"]:
        yield "status", "the row says neither how the crossing stood nor who held it; fill status or held_by"


def _no_journey(row: Row) -> Iterator[tuple[str, str]]:
    if row["from_place"] and row["from_place"] == next(iter(list_cell(row["places"])), ""):
        mend = "name the place that the journey began at, or empty the cell"
        yield "from_place", f"{quoted(row['from_place'])} is where the event happened, too; {mend}"


def _supplied(row: Row, known: set[str]) -> Iterator[tuple[str, str]]:
    """Say which keys reports are said to supply and the row does not name.

    A key that is misspelt in the row has its own problem, and may be the one that is missed.
    """
    own = {key for column in ("places", "from_place", "actors") for key in list_cell(row[column])}
    if not own <= known:
        return
    for key in dict.fromkeys(list_cell(row["reports_supplied"])):
        if key in known - own:
            mend = "add it there or delete it here"
            yield "reports_supplied", f"{quoted(key)} is not among the row's places, from_place and actors; {mend}"


def _foundations(events: CheckedTable, reports: CheckedTable) -> Iterator[Problem]:
    """Yield a problem for each event that does not rest on what its layer and its agreement promise."""
    cited = keys_written(reports.frame, "event")

    def foundation(row: Row) -> Iterator[tuple[str, str]]:
        if row["id"] in cited:
            return
        key, add = quoted(row["id"]), f"add a row to {REPORTS.file}"
        if row["layer"] != ESSAY:
            yield "layer", f"{key} rests on no report, and the essay does not state it; {add}"
        elif not row["paragraphs"]:
            yield "paragraphs", f"{key} rests on no paragraph and no report; name a paragraph or {add}"
        elif row["agreement"] not in ("", "not_found"):
            agreement = quoted(row["agreement"])
            yield "agreement", f"{agreement} needs a report, and none is cited for {key}; {add} or write not_found"

    if reports.has_column("event"):
        yield from events.check(foundation)


def _lanes(themes: CheckedTable) -> Iterator[Problem]:
    count = len(themes.frame)
    if count > MAX_THEMES:
        message = f"there are {count} themes and the timeline has {MAX_THEMES} lanes; join some of them"
        yield Problem(THEMES.file, 0, "", message)


def _order_is_new(within: str = "") -> Rule:
    """Return a rule against an `order` that another row above has, in the whole table or `within` a column's value."""
    taken: dict[tuple[str, int], int] = {}

    def rule(row: Row) -> Iterator[tuple[str, str]]:
        place = (row[within] if within else "", int(row["order"]))
        if place in taken:
            whose = f" of {quoted(row[within])}" if within else ""
            yield "order", f"{row['order']} is the order of line {taken[place]}{whose}, too; give each row its own"
        taken.setdefault(place, row.line)

    return rule


def _captions(events: CheckedTable) -> Rule:
    """Return a rule against captions that a slide cannot show.

    A key that is no event's, and an event whose date cannot be read, have their own problem.
    """
    known = keys_written(events.frame)
    dates = ("essay_date", "reported_date")
    undated = {
        row.cells["id"] for row in events.rows if row.can_be_read("id", *dates) and not any(row[name] for name in dates)
    }

    def rule(row: Row) -> Iterator[tuple[str, str]]:
        captions, stressed = dict.fromkeys(list_cell(row["captions"])), set(list_cell(row["events"]))
        for key in captions:
            if key in known - stressed:
                yield "captions", f"{quoted(key)} is not among the chapter's events; add it there or delete it here"
            elif key in undated:
                yield "captions", f"{quoted(key)} has no date and cannot be a dated caption; date it or delete it here"
        if len(captions) > MAX_CAPTIONS:
            mend = f"delete {len(captions) - MAX_CAPTIONS}"
            yield "captions", f"there are {len(captions)} captions and a slide has room for {MAX_CAPTIONS}; {mend}"

    return rule


def _lines(routes: CheckedTable, waypoints: CheckedTable) -> Iterator[Problem]:
    """Yield a problem for each route that has too few waypoints to be a line."""
    if not waypoints.has_column("route"):
        return
    counts = Counter(waypoints.frame["route"])

    def rule(row: Row) -> Iterator[tuple[str, str]]:
        count = counts[row["id"]]
        if count < 2:
            has = "one waypoint" if count else "no waypoint"
            yield "id", f"{quoted(row['id'])} has {has}, and a line needs two; add rows to {ROUTE_POINTS.file}"

    yield from routes.check(rule)
