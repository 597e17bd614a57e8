"""The layers beyond the essay: off unless asked for, and never in the essay's lanes."""

from __future__ import annotations

import pytest

from app.model.chronology.codes import ESSAY
from app.model.chronology.entities import BEYOND_THEME
from app.model.chronology.view import LAYERS
from tests.model.real import the_real_atlas


def test_without_a_layer_only_the_essay_speaks_and_no_lane_waits_for_others() -> None:
    atlas = the_real_atlas()
    assert {event.layer for event in atlas.events} == {ESSAY}
    assert BEYOND_THEME.id not in atlas.themes


@pytest.mark.parametrize("layer", LAYERS)
def test_a_layer_brings_its_own_events_and_no_others(layer: str) -> None:
    atlas = the_real_atlas((layer,))
    brought = [event for event in atlas.events if event.layer != ESSAY]
    assert {event.layer for event in brought} == {layer}
    assert {event.themes[0] for event in brought} == {BEYOND_THEME.id}
    assert list(atlas.themes)[-1] == BEYOND_THEME.id


def test_all_layers_together_are_the_whole_table() -> None:
    whole = the_real_atlas(LAYERS)
    assert len(whole.events) == sum(
        len([event for event in the_real_atlas((layer,)).events if event.layer == layer]) for layer in LAYERS
    ) + len(the_real_atlas().events)


def test_no_event_of_the_essay_stands_in_the_lane_beyond_it() -> None:
    assert not any(BEYOND_THEME.id in event.themes for event in the_real_atlas(LAYERS).events if event.layer == ESSAY)
