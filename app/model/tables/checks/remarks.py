"""Remarks: doubts about rows, a grade below problems. They stop nothing, and may be wrong."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date
from urllib.parse import parse_qsl, urlencode, urlsplit

from app.model.chronology.dates import Span, parse_span
from app.model.problems import REMARK, Problem
from app.model.tables.cells.addresses import is_tracking_name
from app.model.tables.checks.hijri import hijri_years
from app.model.tables.checks.validation import CheckedTable, Row
from app.model.tables.schema import EVENTS, PLACES, REPORTS
from app.model.text.folding import fold
from app.model.text.language import LANGUAGES
from app.model.text.quoting import lines_in_words, quoted

_EVENT_DATES = ("essay_date", "reported_date")
_MOSTLY_TRACKING = ("ref", "s")
"""Parameters that mostly say how a reader came to the page, beside those that say nothing else."""
_REGION_KM = 50
"""A place of this radius is a region and not a spot."""
_TEXTS_OF_EVENTS = tuple(f"{name}_{code}" for name in ("title", "summary") for code in LANGUAGES)
_MAX_OF_ONE_TITLE = 20
"""A title of more events than this is no name of one."""


def check_remarks(tables: Mapping[str, CheckedTable], today: date) -> list[Problem]:
    """Return a remark for each thing that is most likely a mistake and may be right; `today` is the reader's."""
    events, reports, places = tables[EVENTS.name], tables[REPORTS.name], tables[PLACES.name]
    return [
        *_in_the_future(events, _EVENT_DATES, "the event lies", today),
        *_in_the_future(reports, ("published",), "the report was published", today),
        *_older_than_their_events(reports, events),
        *_doubled_events(events),
        *_doubled_addresses(reports),
        *_one_point_for_two(places),
        *hijri_years(tables.values()),
    ]


def _remark(table: CheckedTable, line: int, column: str, message: str) -> Problem:
    return Problem(table.table.file, line, column, message, REMARK)


def _span(row: Row, column: str) -> Span | None:
    """Return the date in a cell, or None where there is none to rely on."""
    if not row.can_be_read(column) or not row.cells[column]:
        return None
    try:
        return parse_span(row.cells[column])
    except ValueError:
        return None


def _in_the_future(table: CheckedTable, columns: tuple[str, ...], what: str, today: date) -> Iterator[Problem]:
    for row in table.rows:
        for column in columns:
            span = _span(row, column)
            if span and span.earliest > today:
                message = f"{what} in the future ({row.cells[column]}, and today is {today}); is the year right?"
                yield _remark(table, row.line, column, message)


def _older_than_their_events(reports: CheckedTable, events: CheckedTable) -> Iterator[Problem]:
    """Yield a remark for each report that came before the first day on which its event can have begun.

    What is cited for context alone may well be older.
    """
    begins: dict[str, date] = {}
    for row in events.rows:
        spans = [span for column in _EVENT_DATES if (span := _span(row, column))]
        if spans and row.can_be_read("id"):
            begins[row["id"]] = min(span.earliest for span in spans)
    for row in reports.rows:
        published = _span(row, "published")
        if not published or not row.can_be_read("event", "bearing") or row["bearing"] == "context":
            continue
        begin = begins.get(row["event"])
        if begin and published.latest < begin:
            message = f"the report is of {row['published']}, and {quoted(row['event'])} began on {begin} or later"
            yield _remark(reports, row.line, "published", f"{message}; is one of the dates wrong?")


def _doubled_events(events: CheckedTable) -> Iterator[Problem]:
    """Yield a remark for each event that has title and time, or the summary, of one above it.

    A title that very many events have, such as "Air strike", is one of a kind of event and says nothing.
    """
    texts = [
        [(column, fold(row.cells[column])) for column in _TEXTS_OF_EVENTS if row.can_be_read(column)]
        for row in events.rows
    ]
    how_many = Counter(each for of_row in texts for each in of_row)
    seen: dict[tuple[str, str], list[Row]] = {}
    for row, of_row in zip(events.rows, texts, strict=True):
        twin = ""
        for column, text in of_row:
            if not text or how_many[column, text] > _MAX_OF_ONE_TITLE:
                continue
            of_summary = column.startswith("summary")
            others = seen.setdefault((column, text), [])
            other = next((other for other in others if of_summary or _at_one_time(row, other)), None)
            if other and not twin:
                what = "summary" if of_summary else "title and time"
                twin = f"line {other.line} ({quoted(other.cells['id'])}) has the same {what}; is it one event?"
            others.append(row)
        if twin:
            yield _remark(events, row.line, "id", twin)


def _at_one_time(row: Row, other: Row) -> bool:
    """Return True where the dates of two events have a day in common, or neither has a date."""
    ours = [span for column in _EVENT_DATES if (span := _span(row, column))]
    theirs = [span for column in _EVENT_DATES if (span := _span(other, column))]
    if not ours or not theirs:
        return not ours and not theirs
    return any(one.earliest <= two.latest and two.earliest <= one.latest for one in ours for two in theirs)


def _doubled_addresses(reports: CheckedTable) -> Iterator[Problem]:
    """Yield a remark for each report that cites a page a second time for the same event."""
    cited: dict[tuple[str, str], int] = {}
    for row in reports.rows:
        if not row.can_be_read("event", "url") or not row["url"]:
            continue
        page = (row["event"], _page(row["url"]))
        if page in cited:
            message = f"line {cited[page]} cites the same page for {quoted(row['event'])}; delete one of the two"
            yield _remark(reports, row.line, "url", message)
        cited.setdefault(page, row.line)


def _one_point_for_two(places: CheckedTable) -> Iterator[Problem]:
    """Yield a remark for each point at which two places stand.

    A region may well share its point with another place, and a row of low confidence says itself that it borrows one.
    """
    at: dict[tuple[float, float], list[Row]] = {}
    for row in places.rows:
        if not row.can_be_read("id", "latitude", "longitude", "radius_km", "confidence"):
            continue
        borrowed = row["confidence"] == "low" or float(row["radius_km"]) >= _REGION_KM
        if row["latitude"] and row["longitude"] and not borrowed:
            at.setdefault((float(row["latitude"]), float(row["longitude"])), []).append(row)
    for rows in at.values():
        for row in rows[1:]:
            above = lines_in_words(other.line for other in rows if other.line < row.line)
            message = f"{quoted(row['id'])} has exactly the point of {above}; is one of them copied?"
            yield _remark(places, row.line, "latitude", message)


def _tells_the_way(name: str) -> bool:
    return is_tracking_name(name) or name.lower() in _MOSTLY_TRACKING


def _page(url: str) -> str:
    """Return what makes two addresses those of one page: without scheme, www, tracking, fragment and last slash."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return url
    query = [pair for pair in parse_qsl(parts.query) if not _tells_the_way(pair[0])]
    host = parts.netloc.lower().removeprefix("www.").removeprefix("m.")
    return f"{host}{parts.path.rstrip('/')}?{urlencode(sorted(query))}"
