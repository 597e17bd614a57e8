"""From a folder of CSV files to an Atlas: all good rows, and every problem in one go."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from pathlib import Path

import pandas as pd

from app.model.chronology.codes import ESSAY
from app.model.chronology.dates import Span, parse_span
from app.model.chronology.entities import (
    BEYOND_THEME,
    MAX_CAPTIONS,
    UNSORTED_THEME,
    Actor,
    Atlas,
    Chapter,
    CrossingState,
    Event,
    Place,
    Report,
    Route,
    RoutePoint,
    Theme,
)
from app.model.problems import PROBLEM, REMARK, Problem
from app.model.tables.cells.column_types import list_cell
from app.model.tables.checks.cell_checks import check_cells, check_references
from app.model.tables.checks.gathering import gathered
from app.model.tables.checks.remarks import check_remarks
from app.model.tables.checks.row_checks import check_rules
from app.model.tables.checks.validation import CheckedTable, records_of
from app.model.tables.content import content_hash
from app.model.tables.files.csv_reader import LOST, keys_written, read_table
from app.model.tables.schema import EVENTS, TABLES
from app.model.text.language import LANGUAGES
from app.model.text.localised import Text


def load_atlas(folder: Path, today: date | None = None) -> Atlas:
    """Read every table of `folder`; faults are collected in `Atlas.problems` and doubts in `Atlas.remarks`.

    Nothing is ever raised. `today` decides what lies in the future; without it, it is the day on the clock.
    """
    problems: list[Problem] = []
    frames: dict[str, pd.DataFrame] = {}
    checked: dict[str, CheckedTable] = {}
    for table in TABLES:
        read, file_problems = read_table(folder, table)
        frames[table.name], cell_problems = check_cells(read, table)
        faults = [problem for problem in cell_problems if problem.line not in frames[table.name].index]
        checked[table.name] = CheckedTable(table, read, tuple(faults))
        problems += file_problems + cell_problems
    written = {name: keys_written(table.frame) for name, table in checked.items()}
    keys = {name: set(frame["id"]) for name, frame in frames.items()}
    problems += check_references(checked.values(), written)
    problems += check_rules(checked)
    problems += check_remarks(checked, today or date.today())
    findings = gathered(problems)
    events_read = len(checked[EVENTS.name].frame) + len(checked[EVENTS.name].frame.attrs.get(LOST, []))

    rows = {name: records_of(frame) for name, frame in frames.items()}
    themes = {row["id"]: _theme(row) for row in sorted(rows["themes"], key=lambda row: int(row["order"]))}
    reports: dict[str, list[Report]] = defaultdict(list)
    for row in rows["reports"]:
        reports[row["event"]].append(_report(row))
    events = tuple(_event(row, keys, tuple(reports[row["id"]])) for row in rows["events"])
    for theme in (UNSORTED_THEME, BEYOND_THEME):
        if any(event.themes[0] == theme.id for event in events):
            themes[theme.id] = theme
    return Atlas(
        events=events,
        places={row["id"]: _place(row) for row in rows["places"]},
        actors={row["id"]: _actor(row) for row in rows["actors"]},
        themes=themes,
        routes=_routes(rows["routes"], rows["route_points"]),
        crossing_states=tuple(_crossing_state(row, keys) for row in rows["crossing_states"]),
        chapters=tuple(sorted((_chapter(row, keys) for row in rows["chapters"]), key=lambda chapter: chapter.order)),
        problems=tuple(finding for finding in findings if finding.grade == PROBLEM),
        remarks=tuple(finding for finding in findings if finding.grade == REMARK),
        rows_set_aside=events_read - len(events),
        tables_hash=content_hash(folder),
    )


def _text(row: dict[str, str], name: str) -> Text:
    return Text(**{code: row[f"{name}_{code}"] for code in LANGUAGES})


def _span(cell: str) -> Span | None:
    return parse_span(cell) if cell else None


def _number(cell: str) -> float | None:
    return float(cell) if cell else None


def _paragraphs(cell: str) -> tuple[int, ...]:
    return tuple(int(part) for part in list_cell(cell))


def _known(cell: str, known: set[str]) -> tuple[str, ...]:
    return tuple(key for key in dict.fromkeys(list_cell(cell)) if key in known)


def _point(latitude: str, longitude: str) -> tuple[float, float] | tuple[None, None]:
    """Return both coordinates, or neither: half a point is no point."""
    return (float(latitude), float(longitude)) if latitude and longitude else (None, None)


def _place(row: dict[str, str]) -> Place:
    latitude, longitude = _point(row["latitude"], row["longitude"])
    second_latitude, second_longitude = _point(row["second_latitude"], row["second_longitude"])
    return Place(
        id=row["id"],
        name=_text(row, "name"),
        other_spellings=list_cell(row["other_spellings"]),
        kind=row["kind"],
        countries=list_cell(row["countries"]),
        latitude=latitude,
        longitude=longitude,
        radius_km=float(row["radius_km"]),
        source=row["source"],
        second_source=row["second_source"],
        second_latitude=second_latitude,
        second_longitude=second_longitude,
        sources_apart_km=_number(row["sources_apart_km"]),
        confidence=row["confidence"],
        paragraphs=_paragraphs(row["paragraphs"]),
        label_rank=int(row["label_rank"] or 3),
        notes=_text(row, "notes"),
    )


def _actor(row: dict[str, str]) -> Actor:
    return Actor(
        id=row["id"],
        name=_text(row, "name"),
        other_spellings=list_cell(row["other_spellings"]),
        kind=row["kind"],
        role=_text(row, "role"),
        paragraphs=_paragraphs(row["paragraphs"]),
        notes=_text(row, "notes"),
    )


def _theme(row: dict[str, str]) -> Theme:
    return Theme(row["id"], _text(row, "name"), row["colour"], row["shape"], int(row["order"]))


def _report(row: dict[str, str]) -> Report:
    named = ("id", "event", "publisher", "title", "url", "published", "archive_url", "accessed", "bearing")
    return Report(**{name: row[name] for name in named}, notes=_text(row, "notes"))


def _event(row: dict[str, str], keys: dict[str, set[str]], reports: tuple[Report, ...]) -> Event:
    themes = _known(row["themes"], keys["themes"]) or (UNSORTED_THEME.id,)
    if row["layer"] != ESSAY:
        themes = (BEYOND_THEME.id,)  # the lane of its own is the mark that it is none of the essay's
    return Event(
        id=row["id"],
        title=_text(row, "title"),
        summary=_text(row, "summary"),
        kind=row["kind"],
        layer=row["layer"],
        essay_span=_span(row["essay_date"]),
        reported_span=_span(row["reported_date"]),
        places=_known(row["places"], keys["places"]),
        from_place=next(iter(_known(row["from_place"], keys["places"])), ""),
        actors=_known(row["actors"], keys["actors"]),
        themes=themes,
        paragraphs=_paragraphs(row["paragraphs"]),
        agreement=row["agreement"],
        difference=_text(row, "difference"),
        reports_supplied=list_cell(row["reports_supplied"]),
        notes=_text(row, "notes"),
        reports=reports,
    )


def _routes(rows: list[dict[str, str]], point_rows: list[dict[str, str]]) -> tuple[Route, ...]:
    points: dict[str, list[RoutePoint]] = defaultdict(list)
    for row in sorted(point_rows, key=lambda row: int(row["order"])):
        point = RoutePoint(_text(row, "name"), float(row["latitude"]), float(row["longitude"]), row["basis"])
        points[row["route"]].append(point)
    return tuple(
        Route(
            id=row["id"],
            name=_text(row, "name"),
            kind=row["kind"],
            period=_span(row["period"]),
            status=row["status"],
            paragraphs=_paragraphs(row["paragraphs"]),
            notes=_text(row, "notes"),
            points=tuple(points[row["id"]]),
        )
        for row in rows
    )


def _crossing_state(row: dict[str, str], keys: dict[str, set[str]]) -> CrossingState:
    return CrossingState(
        id=row["id"],
        place=row["place"],
        period=parse_span(row["period"]),
        status=row["status"],
        held_by=next(iter(_known(row["held_by"], keys["actors"])), ""),
        events=_known(row["events"], keys["events"]),
        notes=_text(row, "notes"),
    )


def _chapter(row: dict[str, str], keys: dict[str, set[str]]) -> Chapter:
    span, events = parse_span(row["date_range"]), _known(row["events"], keys["events"])
    return Chapter(
        id=row["id"],
        order=int(row["order"]),
        title=_text(row, "title"),
        claim=_text(row, "claim"),
        takeaway=_text(row, "takeaway"),
        start=span.earliest,
        end=span.latest,
        themes=_known(row["themes"], keys["themes"]),
        events=events,
        captions=_known(row["captions"], set(events))[:MAX_CAPTIONS],
        text=_text(row, "text"),
        paragraphs=_paragraphs(row["paragraphs"]),
    )
