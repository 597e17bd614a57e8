"""The timeline for one date source and choice of layers, as plain data for every language and appearance."""

from __future__ import annotations

import json
from typing import Any

from app.model.chronology.date_sides import Boundary
from app.model.chronology.entities import Atlas
from app.views.timeline.colour_tokens import TOKENS, ColourTokens
from app.views.timeline.figure import timeline_figure
from app.views.timeline.lanes import Lane, Mark, lay_out
from app.views.timeline.scale import scale_of


def timeline_document(atlas: Atlas, basis: str) -> dict[str, Any]:
    """Return lanes, marks and the Plotly figure; `events` of the marks are ids, as is the figure's `customdata`.

    The figure's colours are tokens: the browser puts those of its appearance in their place.
    """
    scale = scale_of(atlas)
    lanes, marks = lay_out(atlas, scale, basis)
    tokens = ColourTokens(atlas.themes.values())
    figure = timeline_figure(atlas, scale, lanes, marks, tokens)
    return {**_layout(lanes, marks), TOKENS: tokens.colours, "figure": json.loads(figure.to_json())}


def _layout(lanes: list[Lane], marks: list[Mark]) -> dict[str, Any]:
    """Return where lanes and marks stand, for labels, rings and links drawn over the figure.

    `start` and `end` say how well a mark's date is known, empty where it is exact; `other` is where the other source
    dates it, and None where that is the same place.
    """
    return {
        "rows": lanes[-1].bottom if lanes else 1,
        "lanes": [{"theme": lane.theme_id, "top": lane.top, "bottom": lane.bottom} for lane in lanes],
        "marks": {
            "events": [mark.event.id for mark in marks],
            "x0": [mark.start for mark in marks],
            "x1": [mark.end for mark in marks],
            "row": [mark.row for mark in marks],
            "point": [int(mark.point) for mark in marks],
            "start": [_unless_exact(mark.span.start) for mark in marks],
            "end": [_unless_exact(mark.span.end) for mark in marks],
            "other": [mark.other if mark.is_linked else None for mark in marks],
        },
    }


def _unless_exact(boundary: Boundary) -> str:
    return "" if boundary is Boundary.EXACT else str(boundary)
