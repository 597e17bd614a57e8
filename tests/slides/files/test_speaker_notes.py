"""The speaker's notes: every event in view, with paragraphs, citations and the link."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import takewhile

import pytest

from app.model.chronology.annotation import Annotation
from app.model.chronology.entities import Chapter
from app.model.chronology.filtering import sort_events
from app.model.chronology.subject import begins_in_range
from app.model.chronology.view import LAYERS, View
from app.slides.files.speaker_notes import speaker_notes
from app.slides.slide import Slide, of_chapter, permalink
from app.words import words
from tests.model.real import the_real_atlas

FALL = (date(2024, 11, 27), date(2024, 12, 20))


def takeaway_and_captions(notes: str) -> tuple[str, list[str]]:
    """Return a chapter's takeaway and the lines of its captions, without their reports."""
    takeaway, captions, _ = notes.split("\n\n", 2)
    return takeaway, [line for line in captions.splitlines() if not line.startswith(" ")]


@pytest.mark.parametrize("language", ["en", "ar"])
def test_every_event_in_view_is_named_once_with_its_paragraphs_and_its_reports_where_it_begins(language: str) -> None:
    slide = Slide(View(*FALL, language=language))
    notes = speaker_notes(the_real_atlas(LAYERS), slide)
    shown = sort_events(the_real_atlas(), slide.view).shown
    begun = [event for event in shown if begins_in_range(event, slide.view)]
    assert len(shown) > len(begun) > 5
    cited = [report.url for event in begun for report in event.reports]
    for event in shown:
        (line,) = [line for line in notes.splitlines() if f" · {event.title.say(language)}" in line]
        assert all(str(number) in line for number in event.paragraphs)
        assert all((report.url in notes) == (event in begun or report.url in cited) for report in event.reports)
    assert notes.splitlines()[-1] == permalink(slide)


@pytest.mark.parametrize("chapter", the_real_atlas().chapters, ids=lambda chapter: chapter.id)
@pytest.mark.parametrize("language", ["en", "ar"])
def test_what_is_only_under_way_comes_last_without_reports(language: str, chapter: Chapter) -> None:
    slide = of_chapter(Slide(View(language=language)), chapter)
    atlas = the_real_atlas()
    notes = speaker_notes(the_real_atlas(LAYERS), slide)
    heading = f"\n\n{words(language)['under_way_heading']}\n"
    shown = sort_events(atlas, slide.view).shown
    under_way = [e for e in shown if not begins_in_range(e, slide.view) and e.id not in chapter.captions]
    if not under_way:
        assert heading not in notes
        return
    said, last = notes.split(heading)
    *lines, blank, link = last.splitlines()
    assert (blank, link) == ("", permalink(slide))
    assert len(lines) == len(under_way)
    assert not any("http" in line or line.startswith(" ") for line in lines)
    titles = {event.title.say(language) for event in under_way}
    assert {title for title in titles if any(f" · {title}" in line for line in lines)} == titles
    assert not any(f" · {title}" in said for title in titles)


def test_the_reports_of_a_caption_stand_under_it() -> None:
    chapter = next(each for each in the_real_atlas().chapters if each.id == "face-to-face")
    slide = of_chapter(Slide(View()), chapter)
    written = Annotation("callout", "place", "doha", (0, -50), "Mind the gap")
    slide = replace(slide, view=replace(slide.view, annotations=(written,)))
    _, captions, note, *_ = speaker_notes(the_real_atlas(LAYERS), slide).split("\n\n")
    assert note == "Mind the gap"
    for key in chapter.captions:
        event = next(event for event in the_real_atlas().events if event.id == key)
        at = captions.index(f" · {event.title.en}")
        of_event = takewhile(lambda line: line.startswith("    "), captions[at:].splitlines()[1:])
        assert [line.rsplit(" – ", 1)[-1] for line in of_event] == [report.url for report in event.reports]


def test_nothing_out_of_view_is_named() -> None:
    view = View(*FALL, themes=("border",))
    notes = speaker_notes(the_real_atlas(LAYERS), Slide(view))
    shown = {event.id for event in sort_events(the_real_atlas(), view).shown}
    others = [event for event in the_real_atlas().events if event.id not in shown]
    assert [event.id for event in others if f" · {event.title.en} · " in notes] == []


def test_events_come_by_date_and_those_that_begin_in_the_range_before_the_others() -> None:
    view = View(FALL[0], date(2024, 12, 19))
    notes = speaker_notes(the_real_atlas(LAYERS), Slide(view))
    shown = sort_events(the_real_atlas(), view).shown
    in_order = sorted(shown, key=lambda event: notes.index(f" · {event.title.en}"))
    days = [(not begins_in_range(event, view), event.span("essay").earliest) for event in in_order]  # type: ignore[union-attr] # shown events are dated
    assert days == sorted(days)
    assert {is_under_way for is_under_way, _ in days} == {True, False}


@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_notes_of_a_chapter_begin_with_its_takeaway_and_its_numbered_captions(language: str) -> None:
    chapter = next(each for each in the_real_atlas().chapters if (each.start, each.end) == FALL)
    titles = {event.id: event.title.say(language) for event in the_real_atlas().events}
    notes = speaker_notes(the_real_atlas(LAYERS), Slide(View(*FALL, language=language)))
    takeaway, captions = takeaway_and_captions(notes)
    assert takeaway == chapter.takeaway.say(language)
    assert [line.split(". ", 1)[0] for line in captions] == ["1", "2", "3", "4", "5"]
    assert [line.split(" · ")[1] for line in captions] == [titles[key] for key in chapter.captions]
    assert takeaway not in speaker_notes(the_real_atlas(), Slide(View(language=language)))


def test_captions_are_numbered_by_the_dates_that_the_slide_goes_by() -> None:
    """As on the slide: reports date Sudani's speech before the fall, of which the essay has the month alone."""
    notes = speaker_notes(the_real_atlas(LAYERS), Slide(View(*FALL, basis="reports")))
    _, captions = takeaway_and_captions(notes)
    assert captions[-1].startswith("5. 8 Dec")
    assert "Fall of the Assad regime" in captions[-1]


def test_the_notes_of_one_selected_event_begin_with_it_and_have_nothing_of_the_chapters_own() -> None:
    notes = speaker_notes(the_real_atlas(LAYERS), Slide(View(*FALL, selected="aleppo-captured")))
    assert not any(line.startswith("1. ") for line in notes.splitlines())
    event = next(event for event in the_real_atlas().events if event.id == "aleppo-captured")
    first, _, rest = notes.partition("\n\n")
    assert f" · {event.title.en}" in first.splitlines()[0]
    assert [line.rsplit(" – ", 1)[-1] for line in first.splitlines()[1:]] == [report.url for report in event.reports]
    assert f" · {event.title.en}" not in rest
    chapter = next(each for each in the_real_atlas().chapters if (each.start, each.end) == FALL)
    assert chapter.takeaway.en not in notes
