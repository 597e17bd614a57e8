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
    view = View(FALL[0], date(2024, 12, 19))
    notes = speaker_notes(the_real_atlas(LAYERS), Slide(view))
    shown = sort_events(the_real_atlas(), view).shown
    by_place = sorted(shown, key=lambda event: notes.index(f" · {event.title.en}"))
    days = [event.span("essay").earliest for event in by_place]  # type: ignore[union-attr] # shown events are dated
    assert days == sorted(days)


@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_notes_of_a_chapter_begin_with_its_takeaway_and_its_numbered_captions(language: str) -> None:
    chapter = next(each for each in the_real_atlas().chapters if (each.start, each.end) == FALL)
    titles = {event.id: event.title.say(language) for event in the_real_atlas().events}
    notes = speaker_notes(the_real_atlas(LAYERS), Slide(View(*FALL, language=language)))
    takeaway, *captions = notes.partition("\n\n")[0].splitlines()
    assert takeaway == chapter.takeaway.say(language)
    assert [line.split(". ", 1)[0] for line in captions] == ["1", "2", "3", "4", "5"]
    assert [line.split(" · ")[1] for line in captions] == [titles[key] for key in chapter.captions]
    assert takeaway not in speaker_notes(the_real_atlas(), Slide(View(language=language)))


def test_captions_are_numbered_by_the_dates_that_the_slide_goes_by() -> None:
    """As on the slide: reports date Sudani's speech before the fall, of which the essay has the month alone."""
    notes = speaker_notes(the_real_atlas(LAYERS), Slide(View(*FALL, basis="reports")))
    captions = notes.partition("\n\n")[0].splitlines()[1:]
    assert captions[-1].startswith("5. 8 Dec")
    assert "Fall of the Assad regime" in captions[-1]


def test_the_notes_of_one_selected_event_have_no_captions_of_the_chapter() -> None:
    notes = speaker_notes(the_real_atlas(LAYERS), Slide(View(*FALL, selected="aleppo-captured")))
    assert not any(line.startswith("1. ") for line in notes.splitlines())
