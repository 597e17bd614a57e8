"""The speaker's notes: every event in view, with paragraphs, citations and the link."""

from __future__ import annotations

from datetime import date

import pytest

from app.model.chronology.filtering import sort_events
from app.model.chronology.view import LAYERS, View
from app.slides.files.speaker_notes import speaker_notes
from app.slides.slide import Slide, permalink
from tests.model.real import the_real_atlas

FALL = (date(2024, 11, 27), date(2024, 12, 20))


@pytest.mark.parametrize("language", ["en", "ar"])
def test_every_event_in_view_is_named_with_its_paragraphs_and_reports(language: str) -> None:
    slide = Slide(View(*FALL, language=language))
    notes = speaker_notes(the_real_atlas(LAYERS), slide)
    shown = sort_events(the_real_atlas(), slide.view).shown
    assert len(shown) > 20
    for event in shown:
        line = next(line for line in notes.splitlines() if f" · {event.title.say(language)}" in line)
        assert all(str(number) in line for number in event.paragraphs)
        assert all(report.url in notes for report in event.reports)
    assert notes.splitlines()[-1] == permalink(slide)


def test_nothing_out_of_view_is_named() -> None:
    view = View(*FALL, themes=("border",))
    notes = speaker_notes(the_real_atlas(LAYERS), Slide(view))
    shown = {event.id for event in sort_events(the_real_atlas(), view).shown}
    others = [event for event in the_real_atlas().events if event.id not in shown]
    assert [event.id for event in others if f" · {event.title.en} · " in notes] == []


def test_events_come_by_date() -> None:
    view = View(*FALL)
    notes = speaker_notes(the_real_atlas(LAYERS), Slide(view))
    shown = sort_events(the_real_atlas(), view).shown
    by_place = sorted(shown, key=lambda event: notes.index(f" · {event.title.en}"))
    days = [event.span("essay").earliest for event in by_place]  # type: ignore[union-attr] # shown events are dated
    assert days == sorted(days)


@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_notes_of_a_chapter_begin_with_its_takeaway(language: str) -> None:
    chapter = next(each for each in the_real_atlas().chapters if (each.start, each.end) == FALL)
    notes = speaker_notes(the_real_atlas(LAYERS), Slide(View(*FALL, language=language)))
    assert notes.splitlines()[0] == chapter.takeaway.say(language)
    assert chapter.takeaway.say(language) not in speaker_notes(the_real_atlas(), Slide(View(language=language)))
