"""What the session makes of its address: another one is taken over, and panels are told to take it over too."""

from __future__ import annotations

from datetime import timedelta

from app.model.view import LAYERS
from app.views.timeline.scale import scale_of
from tests.model.real import the_real_atlas
from tests.pages.test_explore import component_data, run


def test_another_address_in_a_running_session_is_taken_over() -> None:
    test = run(from_="2024-12-08", theme="border")
    before = component_data(test, "passing")
    test.query_params.clear()
    test.query_params["selected"] = "coastal-violence"
    test.run()
    after = component_data(test, "passing")
    assert (before["selected"], after["selected"]) == ("", "coastal-violence")
    assert after["range"] == [after["scale"]["days"][0], after["scale"]["days"][-1]]
    assert len(after["passing"]) > len(before["passing"])
    assert after["revision"] == before["revision"] + 1


def test_the_same_address_is_no_news() -> None:
    test = run(from_="2024-12-08")
    assert component_data(test.run(), "passing")["revision"] == component_data(test, "passing")["revision"] == 0


def test_the_notice_of_a_spoilt_address_goes_with_the_address() -> None:
    test = run(from_="yesterday")
    assert test.warning
    test.query_params["theme"] = "border"
    assert not test.run().warning


def test_a_camera_and_the_maps_extent_reach_the_time_panel() -> None:
    data = component_data(run(camera="33.5,41.25,6", extent="map"), "passing")
    assert data["camera"] == [33.5, 41.25, 6.0]
    assert data["extent"] is True


def test_chapters_are_presets_within_the_scale() -> None:
    data = component_data(run(), "passing")
    first, last = data["scale"]["days"][0], data["scale"]["days"][-1]
    assert len(data["chapters"]) == 8
    assert all(first <= chapter["range"][0] < chapter["range"][1] <= last for chapter in data["chapters"])


def test_a_range_beyond_all_events_is_dropped_and_noted() -> None:
    test = run(from_="2030-01-01")
    data = component_data(test, "passing")
    assert data["range"] == [data["scale"]["days"][0], data["scale"]["days"][-1]]
    assert "from" in test.warning[0].value


def test_a_range_of_a_layer_that_is_off_is_dropped_without_a_notice() -> None:
    beyond = scale_of(the_real_atlas()).last + timedelta(days=1)
    assert beyond + timedelta(days=30) < scale_of(the_real_atlas(LAYERS)).last
    days = {"from_": str(beyond), "to": str(beyond + timedelta(days=30))}
    test = run(**days)
    data = component_data(test, "passing")
    assert data["range"] == [data["scale"]["days"][0], data["scale"]["days"][-1]]
    assert not test.warning
    assert component_data(run(**days, layers="after"), "passing")["range"][0] == beyond.toordinal()
