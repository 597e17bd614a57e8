"""What the browser needs to know of the atlas, as plain data: texts stay texts and are set as such there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from app.model.date_sides import Boundary
from app.model.dates import span_in_words
from app.model.distances import distance_km
from app.model.entities import Actor, Atlas, Event, Place, Report
from app.model.essay import Paragraph
from app.model.timescale import TimeScale
from app.model.view import AGREEMENTS, BASES, KINDS
from app.views.colours import theme_colours
from app.views.shapes import SHAPE_PATHS
from app.views.timeline.lanes import Lane, Mark

DENSITY_BINS = 96
"""Bars behind the slider."""
LONG_SPAN = 0.2
"""A span longer than this share of the axis says nothing about where events crowd."""


def themes_payload(atlas: Atlas, language: str) -> list[dict[str, Any]]:
    """Return the lanes' names, colours by appearance and outlines, from the top."""
    return [
        {
            "id": theme.id,
            "name": theme.name.say(language),
            "colours": theme_colours(theme),
            "path": SHAPE_PATHS[theme.shape],
        }
        for theme in atlas.themes.values()
    ]


def spans_payload(event: Event) -> dict[str, list[int] | None]:
    """Return, by date basis, first and last possible day of an event as ordinals; None where it is undated."""
    return {
        basis: [span.earliest.toordinal(), span.latest.toordinal()] if (span := event.span(basis)) else None
        for basis in BASES
    }


def date_marks_payload(events: Iterable[Event]) -> list[str]:
    """Return the names of the marks by which the events show how well their dates are known, by either source."""
    spans = [span for event in events for span in (event.essay_span, event.reported_span) if span]
    known = {boundary for span in spans for boundary in (span.start, span.end)}
    return [f"mark_{boundary}" for boundary in Boundary if boundary in known and boundary is not Boundary.EXACT]


def choices_payload(atlas: Atlas, language: str, say: Mapping[str, str]) -> dict[str, Any]:
    """Return what the filter panel offers, as [id, name], and by which choices each event is counted.

    Behind the name of an actor and a place stand all its spellings, by which it is found in the list.
    """

    def by_name(rows: Iterable[Actor | Place]) -> list[list[str]]:
        named = ([row.id, row.name.say(language), _spellings(row)] for row in rows)
        return sorted(named, key=lambda choice: choice[1])

    used_actors = {key for event in atlas.events for key in event.actors}
    used_places = {key for event in atlas.events for key in (*event.places, event.from_place)}
    return {
        "agreements": [[agreement, say[f"agreement_{agreement}"]] for agreement in AGREEMENTS],
        "kinds": [[kind, say[f"kind_{kind}"]] for kind in KINDS],
        "actors": by_name(actor for actor in atlas.actors.values() if actor.id in used_actors),
        "places": by_name(place for place in atlas.places.values() if place.id in used_places),
        "events": [
            {"id": event.id, "spans": spans_payload(event), "keys": _choice_keys(event)} for event in atlas.events
        ],
    }


def _spellings(row: Actor | Place) -> str:
    return "\n".join(filter(None, (row.name.en, row.name.ar, *row.other_spellings)))


def _choice_keys(event: Event) -> list[str]:
    return [
        *(f"themes:{key}" for key in event.themes),
        f"agreements:{event.agreement}",
        f"kinds:{event.kind}",
        *(f"actors:{key}" for key in event.actors),
        *(f"places:{key}" for key in {*event.places, event.from_place} if key),
    ]


def density_payload(atlas: Atlas, scale: TimeScale, basis: str, passing: list[str] | None) -> list[int]:
    """Return how many events touch each of DENSITY_BINS equal parts of the axis; long spans count nowhere."""
    bins = [0] * DENSITY_BINS
    wanted = None if passing is None else set(passing)
    for event in atlas.events:
        span = event.span(basis)
        if span is None or (wanted is not None and event.id not in wanted):
            continue
        start, end = scale.position(span.earliest), scale.position(span.latest)
        if end - start <= LONG_SPAN:
            for part in range(int(start * DENSITY_BINS), min(int(end * DENSITY_BINS), DENSITY_BINS - 1) + 1):
                bins[part] += 1
    return bins


def scale_payload(scale: TimeScale) -> dict[str, Any]:
    """Return the knots of the time scale: days as ordinals, positions from 0 to 1; and the positions of its breaks."""
    return {"days": list(scale.days), "positions": list(scale.positions), "breaks": list(scale.breaks)}


def chapters_payload(atlas: Atlas, scale: TimeScale, language: str) -> list[dict[str, Any]]:
    """Return the story's chapters as presets of the range: first and last day as ordinals within the scale."""
    first, last = scale.days[0], scale.days[-1]
    return [
        {
            "id": chapter.id,
            "title": chapter.title.say(language),
            "range": [min(max(day.toordinal(), first), last) for day in (chapter.start, chapter.end)],
        }
        for chapter in atlas.chapters
    ]


def marks_payload(marks: list[Mark], lanes: list[Lane], language: str) -> dict[str, Any]:
    """Return where lanes and marks stand, for labels, rings and links drawn over the figure.

    `other` is where the other source dates a mark, and is absent where that is the same place.
    """
    return {
        "rows": lanes[-1].bottom if lanes else 1,
        "lanes": [{"theme": lane.theme_id, "top": lane.top, "bottom": lane.bottom} for lane in lanes],
        "marks": [
            {
                "id": mark.event.id,
                "x0": mark.start,
                "x1": mark.end,
                "row": mark.row,
                "point": mark.point,
                "title": mark.event.title.say(language),
                "when": span_in_words(mark.span.edtf, language),
            }
            | ({"other": mark.other} if mark.is_linked else {})
            for mark in marks
        ],
    }


def details_payload(atlas: Atlas, paragraphs: tuple[Paragraph, ...], language: str) -> dict[str, Any]:
    """Return everything that list and cards show: events, places, and the paragraphs they rest on."""
    states = _crossing_states(atlas, language)
    return {
        "events": [_event(event, atlas, language) for event in atlas.events],
        "places": {
            place.id: _place(place, language) | {"states": states.get(place.id, [])} for place in atlas.places.values()
        },
        "paragraphs": {str(part.number): {"section": part.section, "text": part.text} for part in paragraphs},
    }


def _event(event: Event, atlas: Atlas, language: str) -> dict[str, Any]:
    return {
        "id": event.id,
        "title": event.title.say(language),
        "summary": event.summary.say(language),
        "kind": event.kind,
        "layer": event.layer,
        "theme": event.themes[0],
        "spans": spans_payload(event),
        "on_map": bool(event.places) and atlas.places[event.places[0]].located,
        "dates": {
            "essay": span_in_words(event.essay_span.edtf, language) if event.essay_span else "",
            "reports": span_in_words(event.reported_span.edtf, language) if event.reported_span else "",
        },
        "places": [_named_place(key, event, atlas, language) for key in event.places],
        "from": _journey(event, atlas, language),
        "actors": [
            {
                "name": atlas.actors[key].name.say(language),
                "role": atlas.actors[key].role.say(language),
                "supplied": key in event.reports_supplied,
            }
            for key in event.actors
        ],
        "paragraphs": list(event.paragraphs),
        "agreement": event.agreement,
        "difference": event.difference.say(language),
        "note": event.notes.say(language),
        "reports": [report_payload(report, language) for report in event.reports],
    }


def _named_place(key: str, event: Event, atlas: Atlas, language: str) -> dict[str, Any]:
    place = atlas.places[key]
    return {"id": key, "name": place.name.say(language), "supplied": key in event.reports_supplied}


def _journey(event: Event, atlas: Atlas, language: str) -> dict[str, Any] | None:
    if not event.from_place:
        return None
    start = atlas.places[event.from_place]
    km = distance_km(start, atlas.places[event.places[0]]) if event.places else None
    return {"id": start.id, "name": start.name.say(language), "km": round(km) if km else None}


def report_payload(report: Report, language: str) -> dict[str, Any]:
    """Return what a citation shows."""
    return {
        "publisher": report.publisher,
        "title": report.title,
        "url": report.url,
        "published": span_in_words(report.published, language) if report.published else "",
        "archive_url": report.archive_url,
        "accessed": span_in_words(report.accessed, language) if report.accessed else "",
        "bearing": report.bearing,
        "note": report.notes.say(language),
    }


def _crossing_states(atlas: Atlas, language: str) -> dict[str, list[dict[str, Any]]]:
    """Return by place how its crossing stood, each time with the events of `atlas` that say so."""
    titles = {event.id: event.title.say(language) for event in atlas.events}
    states: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for state in atlas.crossing_states:
        said_by = [[key, titles[key]] for key in state.events if key in titles]
        if said_by:
            states[state.place].append(
                {
                    "status": state.status,
                    "holder": atlas.actors[state.held_by].name.say(language) if state.held_by else "",
                    "period": span_in_words(state.period.edtf, language),
                    "events": said_by,
                    "note": state.notes.say(language),
                }
            )
    return states


def _place(place: Place, language: str) -> dict[str, Any]:
    return {
        "name": place.name.say(language),
        "other_spellings": list(place.other_spellings),
        "kind": place.kind,
        "latitude": place.latitude,
        "longitude": place.longitude,
        "radius_km": place.radius_km,
        "source": place.source,
        "second_source": place.second_source,
        "second_latitude": place.second_latitude,
        "second_longitude": place.second_longitude,
        "sources_apart_km": place.sources_apart_km,
        "confidence": place.confidence,
        "paragraphs": list(place.paragraphs),
        "note": place.notes.say(language),
    }
