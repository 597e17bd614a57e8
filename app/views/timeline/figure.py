"""The Plotly figure of the timeline, in positions of the time scale along x and rows of lanes along y."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import plotly.graph_objects as go

from app.model.entities import Atlas
from app.model.timescale import TimeScale
from app.views.colours import FONT_FAMILY, PALETTES, theme_colours
from app.views.timeline.lanes import Lane, Mark
from app.views.timeline.scale import ticks

MARK_SIZE_PX = 10
RING_SIZE_PX = 16
BAR_HEIGHT = 0.62
"""Height of a bar, in rows."""
FADE_STEPS = 4
"""Steps in which an open or approximate end fades."""
FADE_SHARE = 0.3
"""Share of a bar that its soft end takes."""


def timeline_figure(
    atlas: Atlas, scale: TimeScale, lanes: list[Lane], marks: list[Mark], *, appearance: str, language: str
) -> go.Figure:
    """Return the figure. Every mark's `customdata` is its event's id; nothing in it depends on the range."""
    palette = PALETTES[appearance]
    colours = {theme_id: theme_colours(theme)[appearance] for theme_id, theme in atlas.themes.items()}
    shapes = {theme_id: theme.shape for theme_id, theme in atlas.themes.items()}
    points = [mark for mark in marks if mark.point]
    bars = [mark for mark in marks if not mark.point]
    contested = [mark for mark in marks if mark.event.agreement == "conflicts"]
    figure = go.Figure(
        [
            _links(marks, palette.text_quiet),
            *_bars(bars, colours),
            _points(points, colours, shapes, palette.ground),
            _rings(contested, palette.conflicts),
        ]
    )
    tick_positions = ticks(scale, language)
    rows = lanes[-1].bottom if lanes else 1
    figure.update_layout(
        template="none",
        xaxis={
            "range": [1, 0] if language == "ar" else [0, 1],
            "fixedrange": True,
            "tickvals": [position for position, _ in tick_positions],
            "ticktext": [label for _, label in tick_positions],
            "tickfont": {"size": 11, "color": palette.text_quiet},
            "ticklabelposition": "outside",
            "gridcolor": palette.rule,
            "zeroline": False,
            "showline": False,
            "layer": "below traces",
        },
        yaxis={"range": [rows, 0], "fixedrange": True, "visible": False},
        shapes=[*_lane_lines(lanes, palette.rule), *_breaks(scale, palette.text_quiet, palette.ground)],
        barmode="overlay",
        showlegend=False,
        dragmode=False,
        hovermode="closest",
        hoverdistance=12,
        # Above: the names of sections, and room for a ring in the first row.
        margin={"l": 0, "r": 0, "t": 18, "b": 22, "pad": 0},
        paper_bgcolor="rgba(0,0,0,0)",
        plot_bgcolor="rgba(0,0,0,0)",
        font={"family": FONT_FAMILY, "size": 11, "color": palette.text},
    )
    return figure


def _points(marks: list[Mark], colours: Mapping[str, str], shapes: Mapping[str, str], ground: str) -> go.Scatter:
    return go.Scatter(
        x=[mark.middle for mark in marks],
        y=[mark.row for mark in marks],
        customdata=[mark.event.id for mark in marks],
        mode="markers",
        cliponaxis=False,
        marker={
            "symbol": [shapes[mark.theme_id] + ("-open" if mark.hollow else "") for mark in marks],
            "size": MARK_SIZE_PX,
            "color": [colours[mark.theme_id] for mark in marks],
            "opacity": [1.0] * len(marks),
            "line": {
                "width": [1.8 if mark.hollow else 0.8 for mark in marks],
                "color": [colours[mark.theme_id] if mark.hollow else ground for mark in marks],
            },
        },
        hoverinfo="none",
    )


def _bars(marks: list[Mark], colours: Mapping[str, str]) -> Iterable[go.Bar]:
    """Yield the bars: their bodies, and the steps in which soft ends fade."""
    bodies: list[tuple[Mark, float, float]] = []
    fades: list[tuple[Mark, float, float, float]] = []
    for mark in marks:
        start, end = mark.start, mark.end
        soft = (end - start) * FADE_SHARE
        if mark.span.open_start or mark.span.approximate:
            fades += [(mark, *step) for step in _fade(start + soft, start)]
            start += soft
        if mark.span.open_end or mark.span.approximate:
            fades += [(mark, *step) for step in _fade(end - soft, end)]
            end -= soft
        bodies.append((mark, start, end))
    yield go.Bar(
        base=[start for _, start, _ in bodies],
        x=[end - start for _, start, end in bodies],
        y=[mark.row for mark, _, _ in bodies],
        customdata=[mark.event.id for mark, _, _ in bodies],
        orientation="h",
        width=BAR_HEIGHT,
        marker={
            "color": [_tint(colours[mark.theme_id], 0.12 if mark.hollow else 0.62) for mark, _, _ in bodies],
            "line": {
                "color": [colours[mark.theme_id] for mark, _, _ in bodies],
                "width": [1.2 if mark.hollow else 0 for mark, _, _ in bodies],
            },
            "opacity": [1.0] * len(bodies),
            "cornerradius": 3,
        },
        hoverinfo="none",
    )
    yield go.Bar(
        base=[min(near, far) for _, near, far, _ in fades],
        x=[abs(far - near) for _, near, far, _ in fades],
        y=[mark.row for mark, *_ in fades],
        customdata=[mark.event.id for mark, *_ in fades],
        orientation="h",
        width=BAR_HEIGHT,
        marker={
            "color": [
                _tint(colours[mark.theme_id], strength * (0.3 if mark.hollow else 1)) for mark, _, _, strength in fades
            ],
            "line": {"width": 0},
            "opacity": [1.0] * len(fades),
        },
        hoverinfo="none",
    )


def _fade(inner: float, outer: float) -> Iterable[tuple[float, float, float]]:
    step = (outer - inner) / FADE_STEPS
    for index in range(FADE_STEPS):
        strength = 0.62 * (1 - (index + 1) / (FADE_STEPS + 1))
        yield inner + index * step, inner + (index + 1) * step, strength


def _links(marks: list[Mark], colour: str) -> go.Scatter:
    """Return thin lines from each mark to where the other source dates it."""
    x: list[float | None] = []
    y: list[float | None] = []
    for mark in marks:
        if mark.other is not None and abs(mark.other - mark.middle) > 0.004:
            x += [mark.middle, mark.other, None]
            y += [mark.row, mark.row, None]
    return go.Scatter(x=x, y=y, mode="lines", line={"color": colour, "width": 1, "dash": "dot"}, hoverinfo="skip")


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


def _tint(colour: str, opacity: float) -> str:
    red, green, blue = int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)
    return f"rgba({red},{green},{blue},{opacity:.3f})"
