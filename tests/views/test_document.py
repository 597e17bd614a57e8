"""The timeline's document: where lanes and marks stand, for one date source and choice of layers."""

from __future__ import annotations

import json

from app.model.chronology.entities import BEYOND_THEME, Atlas
from app.views.timeline.document import timeline_document
from app.views.timeline.lanes import lay_out
from app.views.timeline.scale import scale_of
from tests.model.made_up import an_atlas, an_event
from tests.model.made_up_chronology import CHRONOLOGY
from tests.model.real import the_real_atlas


def test_marks_and_lanes_are_sent_with_where_they_stand() -> None:
    atlas = CHRONOLOGY.with_layers(())
    lanes, marks = lay_out(atlas, scale_of(atlas), "essay")
    document = timeline_document(atlas, "essay")
    assert document["rows"] == lanes[-1].bottom
    assert [(lane["theme"], lane["top"], lane["bottom"]) for lane in document["lanes"]] == [
        (lane.theme_id, lane.top, lane.bottom) for lane in lanes
    ]
    columns = document["marks"]
    assert columns["events"] == [mark.event.id for mark in marks]
    assert columns["x0"] == [mark.start for mark in marks]
    assert columns["x1"] == [mark.end for mark in marks]
    assert columns["row"] == [mark.row for mark in marks]
    assert columns["point"] == [int(mark.point) for mark in marks]
    assert "undated" not in columns["events"]


def test_a_mark_says_where_the_other_source_dates_it_only_where_that_is_another_place() -> None:
    atlas = an_atlas(
        an_event("moved", essay="2025-03-10", reported="2024-12-06"),
        an_event("moved-by-reports-alone", reported="2024-12-18"),
        an_event("same", essay="2025-03-10", reported="2025-03-10"),
    )
    _, marks = lay_out(atlas, scale_of(atlas), "essay")
    columns = timeline_document(atlas, "essay")["marks"]
    others = dict(zip(columns["events"], columns["other"], strict=True))
    assert others.pop("moved") == next(mark.other for mark in marks if mark.event.id == "moved")
    assert set(others.values()) == {None}


def test_every_mark_of_the_figure_is_one_of_the_documents() -> None:
    document = timeline_document(the_real_atlas(), "reports")
    drawn = {key for trace in document["figure"]["data"] for key in trace["customdata"]}
    assert drawn == set(document["marks"]["events"])


def test_layers_bring_a_lane_of_their_own() -> None:
    without, beyond = (timeline_document(CHRONOLOGY.with_layers(some), "essay") for some in ((), ("after",)))
    assert [lane["theme"] for lane in beyond["lanes"]] == [
        *(lane["theme"] for lane in without["lanes"]),
        BEYOND_THEME.id,
    ]
    assert set(beyond["marks"]["events"]) - set(without["marks"]["events"]) == {"later", "much-later"}


def test_no_lane_and_no_mark_are_sent_as_such() -> None:
    document = timeline_document(Atlas(), "essay")
    assert (document["rows"], document["lanes"], document["marks"]["events"]) == (1, [], [])


def test_the_document_is_the_same_each_time_and_json() -> None:
    one, other = (json.dumps(timeline_document(the_real_atlas(), "essay"), allow_nan=False) for _ in range(2))
    assert one == other
