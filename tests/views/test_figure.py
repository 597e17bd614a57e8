"""The Plotly figure: every event once, hollow and ringed where it must be, and the same whatever the range."""

from __future__ import annotations

import inspect
import re
from itertools import pairwise
from typing import Any

import plotly.graph_objects as go
import pytest

from app.model.chronology.entities import Atlas
from app.views.colours import PALETTES, theme_colours
from app.views.timeline.colour_tokens import ColourTokens
from app.views.timeline.figure import timeline_figure
from app.views.timeline.lanes import Mark, lay_out
from app.views.timeline.scale import scale_of
from tests.model.made_up import an_atlas, an_event
from tests.model.real import the_real_atlas

SMALL = an_atlas(
    an_event("own-day", essay="2024-12-08"),
    an_event("borrowed-day", reported="2024-12-26"),
    an_event("contested-day", essay="2024-12-20", reported="2024-12-01", agreement="conflicts"),
    an_event("own-bar", essay="2024-12", themes=("blue",)),
    an_event("borrowed-bar", reported="2024-11/2025-01", themes=("blue",)),
    an_event("contested-bar", essay="2025-01~", agreement="conflicts", themes=("blue",)),
    an_event("open-bar", essay="2024-11/..", themes=("blue",)),
    an_event("undated"),
)


def figure_of(atlas: Atlas, basis: str = "essay") -> go.Figure:
    scale = scale_of(atlas)
    lanes, marks = lay_out(atlas, scale, basis)
    return timeline_figure(atlas, scale, lanes, marks, ColourTokens(atlas.themes.values()))


def marks_of(atlas: Atlas, basis: str = "essay") -> dict[str, Mark]:
    return {mark.event.id: mark for mark in lay_out(atlas, scale_of(atlas), basis)[1]}


def parts(figure: go.Figure) -> dict[str, Any]:
    """Return the figure's traces by what they draw."""
    names = ("bodies", "ends", "halos", "points", "slashes", "arrows", "dots", "rings")
    return dict(zip(names, figure.data, strict=True))


REAL = parts(figure_of(the_real_atlas()))
MADE_UP = parts(figure_of(SMALL))


def test_every_dated_event_stands_once_among_points_and_bars() -> None:
    drawn = [*REAL["points"].customdata, *REAL["bodies"].customdata]
    assert sorted(drawn) == sorted(event.id for event in the_real_atlas().events if event.span("essay"))


@pytest.mark.parametrize("part", ["points", "bodies", "ends", "arrows", "rings"])
def test_everything_that_can_be_pointed_at_carries_an_events_id(part: str) -> None:
    trace = REAL[part]
    assert len(trace.customdata) == len(trace.x) == len(trace.y) > 0
    assert set(trace.customdata) <= {event.id for event in the_real_atlas().events}


def test_a_days_mark_is_a_point_and_a_longer_ones_a_bar() -> None:
    assert set(MADE_UP["points"].customdata) == {"own-day", "borrowed-day", "contested-day"}
    assert set(MADE_UP["bodies"].customdata) == {"own-bar", "borrowed-bar", "contested-bar", "open-bar"}


def test_points_with_borrowed_dates_are_hollow_and_no_others() -> None:
    for trace, atlas in ((REAL["points"], the_real_atlas()), (MADE_UP["points"], SMALL)):
        hollow = {key for key, mark in marks_of(atlas).items() if mark.point and mark.hollow}
        opened = {
            key for key, symbol in zip(trace.customdata, trace.marker.symbol, strict=True) if symbol.endswith("-open")
        }
        assert opened == hollow != set()


def test_bars_with_borrowed_dates_are_pale_with_an_outline_and_no_others() -> None:
    bodies = MADE_UP["bodies"]
    outlined = {key for key, width in zip(bodies.customdata, bodies.marker.line.width, strict=True) if width > 0}
    assert outlined == {"borrowed-bar"}


def test_contested_marks_are_ringed_and_no_others() -> None:
    assert set(MADE_UP["rings"].customdata) == {"contested-day", "contested-bar"}
    contested = {event.id for event in the_real_atlas().events if event.agreement == "conflicts"}
    assert set(REAL["rings"].customdata) == contested & set(marks_of(the_real_atlas()))


def test_a_ring_stands_around_its_mark() -> None:
    marks = marks_of(SMALL)
    at = dict(zip(MADE_UP["rings"].customdata, zip(MADE_UP["rings"].x, MADE_UP["rings"].y, strict=True), strict=True))
    assert at["contested-day"] == (marks["contested-day"].middle, marks["contested-day"].row)
    assert at["contested-bar"] == (marks["contested-bar"].start, marks["contested-bar"].row)


KNOWN = {
    "exact": "2025-01",
    "approximate": "2025-01~",
    "uncertain": "2025-01?",
    "uncertain_approximate": "2025-01%",
    "open": "2025-01/..",
    "unknown": "2025-01/",
}
"""A bar for each way in which its end can be known."""
KNOWN_POINTS = {"exact": "2025-01-06", "approximate": "2025-01-07~", "uncertain": "2025-01-08?", "both": "2025-01-09%"}


def an_atlas_of(dates: dict[str, str]) -> Atlas:
    days = [an_event(f"day-{day}", essay=f"2025-01-{day:02}", themes=("blue",)) for day in range(1, 29, 3)]
    return an_atlas(*days, *(an_event(name, essay=edtf) for name, edtf in dates.items()))


BARS = an_atlas_of(KNOWN)


def drawing_of(key: str, figure: dict[str, Any], mark: Mark) -> tuple[object, ...]:
    """Return what is drawn of a bar, relative to its start: pieces with their colours, arrows and dots."""
    bars = [
        (round(base - mark.start, 6), round(length, 6), colour)
        for part in ("bodies", "ends")
        for owner, base, length, colour in zip(
            figure[part].customdata, figure[part].base, figure[part].x, figure[part].marker.color, strict=True
        )
        if owner == key
    ]
    signs = [(part, list(figure[part].customdata).count(key)) for part in ("arrows", "dots")]
    return (*bars, *signs)


def test_each_way_in_which_an_end_is_known_has_a_look_of_its_own() -> None:
    figure, marks = parts(figure_of(BARS)), marks_of(BARS)
    drawings = {key: drawing_of(key, figure, marks[key]) for key in KNOWN}
    assert len(set(drawings.values())) == len(KNOWN)


def test_approximate_ends_fade_uncertain_ones_are_dashed_and_both_are_both() -> None:
    figure = parts(figure_of(BARS))["ends"]
    pieces: dict[str, list[tuple[float, float, float]]] = {}
    for key, base, length, colour in zip(figure.customdata, figure.base, figure.x, figure.marker.color, strict=True):
        pieces.setdefault(key, []).append((base, base + length, float(colour.split(",")[-1].rstrip(")"))))
    assert set(pieces) == {"approximate", "uncertain", "uncertain_approximate"}
    late = {key: sorted(found)[len(found) // 2 :] for key, found in pieces.items()}
    fading = {key: all(near[2] > far[2] for near, far in pairwise(found)) for key, found in late.items()}
    dashed = {key: all(near[1] < far[0] - 1e-6 for near, far in pairwise(found)) for key, found in late.items()}
    assert fading == {"approximate": True, "uncertain": False, "uncertain_approximate": True}
    assert dashed == {"approximate": False, "uncertain": True, "uncertain_approximate": True}


def test_an_open_end_has_an_arrow_and_an_unknown_one_dots_after_a_gap() -> None:
    figure, marks = parts(figure_of(BARS)), marks_of(BARS)
    assert list(figure["arrows"].customdata) == ["open"]
    assert list(figure["arrows"].x) == [marks["open"].end]
    assert set(figure["dots"].customdata) == {"unknown"}
    bodies = {
        key: (base, base + length)
        for key, base, length in zip(
            figure["bodies"].customdata, figure["bodies"].base, figure["bodies"].x, strict=True
        )
    }
    assert bodies["open"][1] == pytest.approx(marks["open"].end)
    assert bodies["unknown"][1] < min(figure["dots"].x) <= max(figure["dots"].x) <= marks["unknown"].end


@pytest.mark.parametrize(("edtf", "symbol"), [("2025-01/..", "arrow-right"), ("../2025-01", "arrow-left")])
def test_an_arrow_points_to_where_the_span_goes_on(edtf: str, symbol: str) -> None:
    figure = parts(figure_of(an_atlas_of({"open": edtf})))
    assert list(figure["arrows"].marker.symbol) == [symbol]


def test_a_point_with_an_approximate_date_has_a_halo_and_one_with_an_uncertain_date_a_slash() -> None:
    figure = parts(figure_of(an_atlas_of(KNOWN_POINTS)))
    assert set(figure["halos"].customdata) == {"approximate", "both"}
    assert set(figure["slashes"].customdata) == {"uncertain", "both"}


def test_what_has_no_end_is_a_bar_even_where_the_axis_ends_beside_it() -> None:
    atlas = an_atlas_of({"open": "2025-01-28/..", "unknown": "2025-01-28/"})
    figure = parts(figure_of(atlas))
    assert {"open", "unknown"} <= set(figure["bodies"].customdata)


@pytest.mark.parametrize("key", KNOWN)
def test_a_bar_with_its_ends_covers_its_span_and_no_more(key: str) -> None:
    mark = marks_of(BARS)[key]
    figure = parts(figure_of(BARS))
    pieces = [
        (base, base + length)
        for trace in (figure["bodies"], figure["ends"])
        for owner, base, length in zip(trace.customdata, trace.base, trace.x, strict=True)
        if owner == key
    ]
    dots = [x for owner, x in zip(figure["dots"].customdata, figure["dots"].x, strict=True) if owner == key]
    assert min(start for start, _ in pieces) == pytest.approx(mark.start)
    assert max([end for _, end in pieces] + dots) <= mark.end + 1e-9
    assert max([end for _, end in pieces] + dots) == pytest.approx(mark.end, abs=0.003)


def test_time_runs_from_left_to_right_until_the_browser_mirrors_it() -> None:
    assert tuple(figure_of(SMALL).layout.xaxis.range) == (0, 1)


@pytest.mark.parametrize("appearance", PALETTES)
def test_each_colour_of_the_figure_is_a_token_for_one_of_the_palette_or_of_a_theme(appearance: str) -> None:
    figure, colours = figure_of(SMALL), ColourTokens(SMALL.themes.values()).colours
    palette = PALETTES[appearance]
    assert colours[int(figure.layout.font.color[1:], 16)][appearance] == palette.text
    assert colours[int(parts(figure)["rings"].marker.color[1:], 16)][appearance] == palette.conflicts
    drawn = set(re.findall(r'"(#\w+|rgba?\([^)]*\))"', figure.to_json()))
    numbers = {int(colour[1:], 16) if colour[0] == "#" else int(colour.split(",")[2]) for colour in drawn}
    assert numbers == set(range(len(colours)))
    points = dict(zip(parts(figure)["points"].customdata, parts(figure)["points"].marker.color, strict=True))
    red = theme_colours(SMALL.themes["red"])
    assert colours[int(points["own-day"][1:], 16)] == red


def test_nothing_in_the_figure_can_depend_on_the_range() -> None:
    assert set(inspect.signature(timeline_figure).parameters) == {
        "atlas", "scale", "lanes", "marks", "tokens",
    }  # fmt: skip


def test_the_figure_is_the_same_each_time_and_cannot_be_zoomed_away_from_the_slider() -> None:
    figure = figure_of(the_real_atlas())
    assert figure.to_json() == figure_of(the_real_atlas()).to_json()
    assert (figure.layout.xaxis.fixedrange, figure.layout.yaxis.fixedrange) == (True, True)


def test_the_scales_breaks_are_drawn_and_lanes_are_ruled() -> None:
    atlas = the_real_atlas()
    shapes = [shape.type for shape in figure_of(atlas).layout.shapes]
    assert shapes.count("path") == 2 * len(scale_of(atlas).breaks) > 0
    assert shapes.count("line") == len(atlas.themes)


def test_the_figure_is_small() -> None:
    assert len(figure_of(the_real_atlas()).to_json()) < 40_000


@pytest.mark.parametrize("atlas", [Atlas(), an_atlas(), an_atlas(an_event("undated"))])
def test_an_atlas_with_nothing_to_draw_still_has_a_figure(atlas: Atlas) -> None:
    drawn = parts(figure_of(atlas))
    assert all(not trace.x for trace in drawn.values())
