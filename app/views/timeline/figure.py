"""The Plotly figure of the timeline, in positions of the time scale along x and rows of lanes along y."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import plotly.graph_objects as go

from app.model.chronology.date_sides import Boundary
from app.model.chronology.entities import Atlas
from app.model.chronology.timescale import TimeScale
from app.views.colours import FONT_FAMILY
from app.views.timeline.colour_tokens import ColourTokens
from app.views.timeline.ends import BODY_OPACITY, body_of, dots_of, end_pieces
from app.views.timeline.lanes import Lane, Mark

MARK_SIZE_PX = 10
RING_SIZE_PX = 16
BAR_HEIGHT = 0.62
"""Height of a bar, in rows."""
HALO_SIZE_PX = 18
"""Size of the soft ground of a point whose date is approximate."""
ARROW_SIZE_PX = 8
"""Size of the arrow where a bar has no start or no end."""
DOT_SIZE_PX = 3
"""Size of each dot where a bar's start or end is unknown."""


def timeline_figure(
    atlas: Atlas, scale: TimeScale, lanes: list[Lane], marks: list[Mark], tokens: ColourTokens
) -> go.Figure:
    """Return the figure, from left to right. Every mark's `customdata` is its event's id.

    Nothing in it depends on range, language or appearance: the browser mirrors it and fills in the colours.
    """
    shapes = {theme_id: theme.shape for theme_id, theme in atlas.themes.items()}
    points = [mark for mark in marks if mark.point]
    bars = [mark for mark in marks if not mark.point]
    contested = [mark for mark in marks if mark.event.agreement == "conflicts"]
    figure = go.Figure(
        [
            *_bars(bars, tokens),
            _halos(points, tokens, shapes),
            _points(points, tokens, shapes),
            _slashes(points, tokens.of("ground")),
            _arrows(bars, tokens),
            _dots(bars, tokens),
            _rings(contested, tokens.of("conflicts")),
        ]
    )
    rows = lanes[-1].bottom if lanes else 1
    figure.update_layout(
        template="none",
        xaxis={
            "range": [0, 1],
            "fixedrange": True,
            "tickvals": [],  # the browser chooses ticks for the width that there is
            "tickfont": {"size": 11, "color": tokens.of("text_quiet")},
            "ticklabelposition": "outside",
            "gridcolor": tokens.of("rule"),
            "zeroline": False,
            "showline": False,
            "layer": "below traces",
        },
        yaxis={"range": [rows, 0], "fixedrange": True, "visible": False},
        shapes=[
            *_lane_lines(lanes, tokens.of("rule")),
            *_breaks(scale, tokens.of("text_quiet"), tokens.of("ground")),
        ],
        barmode="overlay",
        showlegend=False,
        dragmode=False,
        hovermode="closest",
        hoverdistance=12,
        # Above: the names of sections, and room for a ring in the first row.
        margin={"l": 0, "r": 0, "t": 18, "b": 22, "pad": 0},
        paper_bgcolor="rgba(0,0,0,0)",
        plot_bgcolor="rgba(0,0,0,0)",
        font={"family": FONT_FAMILY, "size": 11, "color": tokens.of("text")},
    )
    return figure


def _points(marks: list[Mark], tokens: ColourTokens, shapes: Mapping[str, str]) -> go.Scatter:
    return go.Scatter(
        x=[mark.middle for mark in marks],
        y=[mark.row for mark in marks],
        customdata=[mark.event.id for mark in marks],
        mode="markers",
        cliponaxis=False,
        marker={
            "symbol": [shapes[mark.theme_id] + ("-open" if mark.hollow else "") for mark in marks],
            "size": MARK_SIZE_PX,
            "color": [tokens.of_theme(mark.theme_id) for mark in marks],
            "opacity": [1.0] * len(marks),
            "line": {
                "width": [1.8 if mark.hollow else 0.8 for mark in marks],
                "color": [tokens.of_theme(mark.theme_id) if mark.hollow else tokens.of("ground") for mark in marks],
            },
        },
        hoverinfo="none",
    )


def _halos(marks: list[Mark], tokens: ColourTokens, shapes: Mapping[str, str]) -> go.Scatter:
    """Return a soft ground for each point whose date is approximate."""
    soft = [mark for mark in marks if mark.span.approximate]
    return _symbols(
        [(mark, mark.middle) for mark in soft],
        symbol=[shapes[mark.theme_id] for mark in soft],
        size=HALO_SIZE_PX,
        color=[tokens.of_theme(mark.theme_id, 0.28) for mark in soft],
    )


def _slashes(marks: list[Mark], ground: str) -> go.Scatter:
    """Return a cut through each point whose date is uncertain."""
    cut = [mark for mark in marks if mark.span.uncertain]
    return _symbols([(mark, mark.middle) for mark in cut], symbol="line-ne", size=12, line=(1.8, ground))


def _arrows(marks: list[Mark], tokens: ColourTokens) -> go.Scatter:
    """Return an arrow at each end of a bar that is open."""
    ends = [(mark, mark.start, "left") for mark in marks if mark.span.start is Boundary.OPEN]
    ends += [(mark, mark.end, "right") for mark in marks if mark.span.end is Boundary.OPEN]
    return _symbols(
        [(mark, position) for mark, position, _ in ends],
        symbol=[f"arrow-{side}{'-open' if mark.hollow else ''}" for mark, _, side in ends],
        size=ARROW_SIZE_PX,
        color=[tokens.of_theme(mark.theme_id) for mark, _, _ in ends],
    )


def _dots(marks: list[Mark], tokens: ColourTokens) -> go.Scatter:
    """Return the dots at each end of a bar that is unknown."""
    dots = [(mark, position) for mark in marks for position in dots_of(mark)]
    return _symbols(dots, symbol="circle", size=DOT_SIZE_PX, color=[tokens.of_theme(mark.theme_id) for mark, _ in dots])


def _symbols(
    places: list[tuple[Mark, float]],
    *,
    symbol: str | list[str],
    size: int,
    color: list[str] | None = None,
    line: tuple[float, str] = (0, ""),
) -> go.Scatter:
    """Return one symbol for each mark and position."""
    width, line_colour = line
    return go.Scatter(
        x=[position for _, position in places],
        y=[mark.row for mark, _ in places],
        customdata=[mark.event.id for mark, _ in places],
        mode="markers",
        cliponaxis=False,
        marker={
            "symbol": symbol,
            "size": size,
            "color": color,
            "opacity": [1.0] * len(places),
            "line": {"width": width, "color": line_colour or None},
        },
        hoverinfo="none",
    )


def _bars(marks: list[Mark], tokens: ColourTokens) -> Iterable[go.Bar]:
    """Yield the bars: their bodies, and the pieces of ends that are approximate or uncertain."""
    bodies = [(mark, *body_of(mark)) for mark in marks]
    pieces = [(mark, piece) for mark in marks for piece in end_pieces(mark)]
    yield go.Bar(
        base=[start for _, start, _ in bodies],
        x=[end - start for _, start, end in bodies],
        y=[mark.row for mark, _, _ in bodies],
        customdata=[mark.event.id for mark, _, _ in bodies],
        orientation="h",
        width=BAR_HEIGHT,
        marker={
            "color": [tokens.of_theme(mark.theme_id, 0.12 if mark.hollow else BODY_OPACITY) for mark, _, _ in bodies],
            "line": {
                "color": [tokens.of_theme(mark.theme_id) for mark, _, _ in bodies],
                "width": [1.2 if mark.hollow else 0 for mark, _, _ in bodies],
            },
            "opacity": [1.0] * len(bodies),
            "cornerradius": 3,
        },
        hoverinfo="none",
    )
    yield go.Bar(
        base=[piece.start for _, piece in pieces],
        x=[piece.end - piece.start for _, piece in pieces],
        y=[mark.row for mark, _ in pieces],
        customdata=[mark.event.id for mark, _ in pieces],
        orientation="h",
        width=BAR_HEIGHT,
        marker={
            "color": [
                tokens.of_theme(mark.theme_id, piece.opacity * (0.5 if mark.hollow else 1)) for mark, piece in pieces
            ],
            "line": {"width": 0},
            "opacity": [1.0] * len(pieces),
        },
        hoverinfo="none",
    )


def _rings(marks: list[Mark], colour: str) -> go.Scatter:
    """Return a ring around each mark that reports contest; a bar has it, smaller, where it begins."""
    return go.Scatter(
        x=[mark.middle if mark.point else mark.start for mark in marks],
        y=[mark.row for mark in marks],
        customdata=[mark.event.id for mark in marks],
        mode="markers",
        cliponaxis=False,
        marker={
            "symbol": "circle-open",
            "size": [RING_SIZE_PX if mark.point else RING_SIZE_PX / 2 for mark in marks],
            "color": colour,
            "opacity": [1.0] * len(marks),
            "line": {"width": 1.2},
        },
        hoverinfo="none",
    )


def _lane_lines(lanes: list[Lane], colour: str) -> list[dict[str, object]]:
    return [
        {
            "type": "line",
            "xref": "paper",
            "x0": 0,
            "x1": 1,
            "y0": lane.bottom,
            "y1": lane.bottom,
            "line": {"color": colour, "width": 1},
            "layer": "below",
        }
        for lane in lanes
    ]


def _breaks(scale: TimeScale, colour: str, ground: str) -> list[dict[str, object]]:
    """Return a zigzag over the full height at each change of pace."""
    shapes: list[dict[str, object]] = []
    for position in scale.breaks:
        turns = 12
        path = f"M{position},1"
        for turn in range(1, turns + 1):
            path += f"L{position + (0.0025 if turn % 2 else -0.0025)},{1 - turn / turns}"
        for width, line in ((5, ground), (1, colour)):
            shapes.append(
                {
                    "type": "path",
                    "yref": "paper",
                    "path": path,
                    "line": {"color": line, "width": width},
                    "layer": "below",
                }
            )
    return shapes
