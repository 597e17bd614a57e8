"""The pace: a second between two requests to one host, and none for another host's sake."""

from __future__ import annotations

import pytest

from app.citations.pace import Pace, host_of
from tests.citations.clock import FakeTime


def test_two_requests_to_a_host_are_more_than_a_second_apart_and_those_to_others_wait_for_nothing() -> None:
    time = FakeTime()
    pace = Pace(time.clock)
    pace.wait_for("a.example")
    pace.wait_for("b.example")
    assert time.slept == []
    pace.wait_for("a.example")
    assert time.slept == [pytest.approx(1.1)]
    pace.wait_for("b.example")
    assert time.slept == [pytest.approx(1.1)]


def test_a_host_that_was_asked_long_ago_is_asked_at_once() -> None:
    time = FakeTime()
    pace = Pace(time.clock)
    pace.wait_for("a.example")
    time.seconds += 5
    pace.wait_for("a.example")
    assert time.slept == []


def test_a_host_that_wants_a_pause_gets_it_and_no_shorter_one() -> None:
    time = FakeTime()
    pace = Pace(time.clock)
    pace.hold("a.example", 30)
    pace.hold("a.example", 1)
    pace.wait_for("b.example")
    assert time.slept == []
    pace.wait_for("a.example")
    assert time.slept == [pytest.approx(30)]


@pytest.mark.parametrize(
    "url", ["https://www.herald.example/a", "http://HERALD.example:8080/b", "https://herald.example"]
)
def test_a_host_has_one_pace_with_and_without_www(url: str) -> None:
    assert host_of(url) == "herald.example"
