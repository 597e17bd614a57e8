"""Which events a view shows: every filter, both ends of the range, and each event under exactly one status."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.model.chronology import filtering
from app.model.chronology.entities import Atlas, Event
from app.model.chronology.filtering import (
    Partition,
    Status,
    in_range,
    passes_filters,
    sort_events,
    without_unknown_keys,
)
from app.model.chronology.view import LAYERS, NOTHING, View
from app.model.text.folding import fold, searchable
from app.model.text.localised import Text
from tests.model.made_up import a_place, an_actor, an_atlas, an_event
from tests.model.real import the_real_atlas

DECEMBER = View(start=date(2024, 12, 1), end=date(2024, 12, 31))
MEETING = an_event(
    "meeting",
    essay="2025-04-15",
    title=Text("Sudani meets al-Sharaa’s envoys", "السوداني يلتقي مبعوثي الشرع"),
    summary=Text("Talks in the café of a hotel", "محادثات في فندق"),
    kind="meeting",
    places=("al-qaim", "doha"),
    from_place="baghdad",
    actors=("sharaa",),
    themes=("red", "blue"),
    agreement="refines",
)
OTHER = an_event("other", essay="2024-12-08", title=Text("Fall", "سقوط"), kind="claim", themes=("red",))
UNDATED = an_event("undated", title=Text("Undated", ""), kind="status", themes=("blue",))
ATLAS = an_atlas(
    MEETING,
    OTHER,
    UNDATED,
    places=[
        a_place("al-qaim", name=Text("al-Qa’im crossing", "معبر القائم")),
        a_place("doha", name=Text("Doha", "الدوحة")),
        a_place("baghdad", name=Text("Baghdad", "بغداد")),
    ],
    actors=[an_actor("sharaa", Text("Ahmed al-Sharaa", "أحمد الشرع"), "al-Golani", "أبو محمد الجولاني")],
)


def statuses(partition: Partition) -> dict[str, tuple[Event, ...]]:
    """Return the events of each status that has some."""
    by_status = {status.value: getattr(partition, status) for status in Status}
    return {status: events for status, events in by_status.items() if events}


def passing(view: View) -> list[str]:
    return [event.id for event in ATLAS.events if passes_filters(event, ATLAS, view)]


@pytest.mark.parametrize(
    ("edtf", "shown"),
    [
        ("2024-11-30", False),
        ("2024-12-01", True),
        ("2024-12-31", True),
        ("2025-01-01", False),
        ("2024-11-20/2024-12-01", True),
        ("2024-11-20/2024-11-30", False),
        ("2024-12-31/2025-02-01", True),
        ("2025-01-01/2025-02-01", False),
        ("2024", True),
        ("2024-11", False),
        ("202X", True),
        ("2011/..", True),
        ("2025/..", False),
        ("../2024-12-01", True),
        ("../2024-11-30", False),
    ],
)
def test_possibly_in_range_means_touching_it_with_both_ends_included(edtf: str, shown: bool) -> None:
    assert in_range(an_event("x", essay=edtf), DECEMBER) is shown


@pytest.mark.parametrize(
    ("edtf", "shown"),
    [
        ("2024-12-01", True),
        ("2024-12-31", True),
        ("2024-12-01/2024-12-31", True),
        ("2024-12", True),
        ("2024-11-30/2024-12-02", False),
        ("2024-12-30/2025-01-01", False),
        ("2024", False),
        ("2024-12/..", False),
    ],
)
def test_certainly_in_range_means_lying_in_it_with_both_ends_included(edtf: str, shown: bool) -> None:
    view = View(start=DECEMBER.start, end=DECEMBER.end, certainty="certainly")
    assert in_range(an_event("x", essay=edtf), view) is shown


@pytest.mark.parametrize("certainty", ["possibly", "certainly"])
@pytest.mark.parametrize("edtf", ["1970-11-13", "2011/..", "../2011", "2040"])
def test_without_a_range_every_dated_event_is_in_it(edtf: str, certainty: str) -> None:
    assert in_range(an_event("x", essay=edtf), View(certainty=certainty))


def test_a_range_may_be_open_at_one_end() -> None:
    event = an_event("x", essay="2024-12-08")
    assert in_range(event, View(start=date(2024, 12, 8)))
    assert not in_range(event, View(start=date(2024, 12, 9)))
    assert in_range(event, View(end=date(2024, 12, 8)))
    assert not in_range(event, View(end=date(2024, 12, 7)))


def test_an_undated_event_is_never_in_range() -> None:
    assert not in_range(UNDATED, View())


@pytest.mark.parametrize(("basis", "shown"), [("essay", False), ("reports", True)])
def test_the_basis_says_whose_date_counts(basis: str, shown: bool) -> None:
    event = an_event("x", essay="2025~", reported="2024-12-18")
    assert in_range(event, View(start=DECEMBER.start, end=DECEMBER.end, basis=basis)) is shown


@pytest.mark.parametrize("basis", ["essay", "reports"])
@pytest.mark.parametrize("source", ["essay", "reported"])
def test_a_date_that_one_source_lacks_is_borrowed_from_the_other(source: str, basis: str) -> None:
    event = an_event("x", **{source: "2024-12-18"})
    assert in_range(event, View(start=DECEMBER.start, end=DECEMBER.end, basis=basis))
    assert event.date_is_borrowed(basis) is not source.startswith(basis[:5])


def test_an_event_without_any_date_borrows_none() -> None:
    assert not UNDATED.date_is_borrowed("essay")
    assert not UNDATED.date_is_borrowed("reports")


@pytest.mark.parametrize(
    ("view", "ids"),
    [
        (View(), ["meeting", "other", "undated"]),
        (View(themes=("red",)), ["meeting", "other"]),
        (View(themes=("blue",)), ["meeting", "undated"]),
        (View(themes=("red", "blue")), ["meeting", "other", "undated"]),
        (View(actors=("sharaa",)), ["meeting"]),
        (View(actors=("nobody",)), []),
        (View(places=("al-qaim",)), ["meeting"]),
        (View(places=("doha",)), ["meeting"]),
        (View(places=("baghdad",)), ["meeting"]),
        (View(places=("nowhere", "doha")), ["meeting"]),
        (View(kinds=("claim", "status")), ["other", "undated"]),
        (View(agreements=("refines",)), ["meeting"]),
        (View(agreements=("refines", "confirms")), ["meeting", "other", "undated"]),
        (View(themes=("red",), kinds=("claim",)), ["other"]),
        (View(themes=("blue",), kinds=("claim",)), []),
        (View(words="fall", themes=("blue",)), []),
    ],
)
def test_each_filter_lets_any_of_its_choices_pass_and_all_filters_must_agree(view: View, ids: list[str]) -> None:
    assert passing(view) == ids


@pytest.mark.parametrize(
    "words",
    [
        "sudani",
        "SUDANI",
        "Al-Sharaa",
        "alsharaa",
        "sharaas",
        "sudani sharaa",
        "sharaa sudani",
        "hotel",
        "cafe",
        "café",
        "al-Qa’im",
        "al-Qa'im",
        "qaim",
        "Baghdad",
        "golani",
        "السوداني",
        "الشرع السوداني",
        "القائم",
        "القايم",
        "احمد",
        "أحمد",
        "أَحْمَد",
        "أحمـــد",
        "الدوحه",
        "ابو محمد",
        "Doha الشرع",
    ],
)
def test_words_are_found_in_either_language_and_in_any_usual_spelling(words: str) -> None:
    assert passing(View(words=words)) == ["meeting"]


@pytest.mark.parametrize("words", ["tokyo", "sudani tokyo", "طوكيو", "Doha fall"])
def test_all_words_must_be_found_in_one_event(words: str) -> None:
    assert passing(View(words=words)) == []


@pytest.mark.parametrize("words", ["", "   ", "-", "’"])
def test_words_without_a_letter_stop_nothing(words: str) -> None:
    assert passing(View(words=words)) == ["meeting", "other", "undated"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("أإآ", "ااا"),
        ("مستشفى", "مستشفي"),
        ("غزة", "غزه"),
        ("مؤتمر", "موتمر"),
        ("قائم", "قايم"),
        ("مُحَمَّد", "محمد"),
        ("Hasakah", "HASAKAH"),
        ("Şırnak é", "sırnak E"),
        ("Qa’im", "qaim"),
        ("ʿAyn", "ayn"),
    ],
)
def test_spelling_variants_fold_to_the_same(first: str, second: str) -> None:
    assert fold(first) == fold(second)


def test_different_letters_do_not_fold_to_the_same() -> None:
    assert fold("حلب") != fold("خلب")
    assert fold("Basra") != fold("Bosra")


def test_a_view_sorts_shown_outside_undated_and_filtered_out() -> None:
    partition = sort_events(ATLAS, View(start=date(2025, 1, 1), themes=("red", "blue")))
    assert statuses(partition) == {"shown": (MEETING,), "outside_range": (OTHER,), "undated": (UNDATED,)}
    partition = sort_events(ATLAS, View(kinds=("meeting",)))
    assert statuses(partition) == {"shown": (MEETING,), "filtered_out": (OTHER, UNDATED)}


def test_what_the_map_does_not_show_is_off_screen_where_its_extent_counts() -> None:
    partition = sort_events(ATLAS, View(extent=True), {OTHER.id})
    assert statuses(partition) == {"shown": (OTHER,), "off_screen": (MEETING, UNDATED)}
    assert statuses(sort_events(ATLAS, View(extent=True))) == statuses(sort_events(ATLAS, View(), {OTHER.id}))


def test_an_event_of_a_layer_that_is_off_is_absent() -> None:
    later = an_event("later", reported="2025-08", layer="after")
    atlas = an_atlas(OTHER, later)
    assert statuses(sort_events(atlas, View())) == {"shown": (OTHER,), "absent": (later,)}
    assert statuses(sort_events(atlas, View(layers=("after",)))) == {"shown": (OTHER, later)}


@pytest.mark.parametrize(
    "view",
    [
        View(),
        DECEMBER,
        View(basis="reports", certainty="certainly", start=date(2024, 12, 8), end=date(2025, 3, 1)),
        View(themes=("border",), end=date(2025, 1, 1)),
        View(kinds=("claim", "visit"), agreements=("conflicts",), start=date(2025, 1, 1)),
        View(words="السوداني"),
        View(words="Damascus", places=("damascus",)),
        View(actors=("nobody",)),
        View(start=date(1900, 1, 1), end=date(1900, 1, 2)),
    ],
)
def test_every_event_has_exactly_one_status_and_keeps_its_order(view: View) -> None:
    atlas = the_real_atlas(LAYERS)
    partition = sort_events(atlas, view)
    sorted_events = [event.id for events in statuses(partition).values() for event in events]
    assert sorted(sorted_events) == sorted(event.id for event in atlas.events)
    order = {event.id: place for place, event in enumerate(atlas.events)}
    for events in statuses(partition).values():
        assert list(events) == sorted(events, key=lambda event: order[event.id])
    assert all(event.span(view.basis) is None for event in partition.undated)
    assert all(in_range(event, view) for event in partition.shown)


def test_keys_that_the_atlas_does_not_have_are_dropped_and_named() -> None:
    atlas = the_real_atlas()
    view = View(themes=("border", "nonsense"), actors=("nobody",), selected="place:atlantis", words="kept")
    cleaned, unknown = without_unknown_keys(atlas, view)
    assert cleaned == View(themes=("border",), words="kept")
    assert unknown == ["nonsense", "nobody", "place:atlantis"]


def test_a_view_that_the_atlas_knows_stays_as_it_is() -> None:
    view = View(themes=(NOTHING,), places=("baghdad",), selected="place:baghdad")
    assert without_unknown_keys(the_real_atlas(), view) == (view, [])


@pytest.mark.parametrize(("first", "second"), [("علی", "علي"), ("کركوك", "كركوك"), ("al-Qa‘im", "al-Qa’im")])
def test_letters_that_look_alike_are_one(first: str, second: str) -> None:
    assert fold(first) == fold(second)


def found(atlas: Atlas, words: str) -> list[str]:
    return [event.id for event in atlas.events if passes_filters(event, atlas, View(words=words))]


def test_an_event_is_folded_by_the_first_search_alone_and_for_all_layers(monkeypatch: pytest.MonkeyPatch) -> None:
    folded: list[str] = []
    monkeypatch.setattr(filtering, "searchable", lambda text: folded.append(text) or searchable(text))
    whole = replace(ATLAS)
    for atlas in (whole, whole.with_layers(()), whole.with_layers(("after",)), whole):
        assert [event.id for event in sort_events(atlas, View(words="al-Qaim")).undated] == []
        assert found(atlas, "al-Qaim Sharaa") == ["meeting"]
    assert len(folded) == len(ATLAS.events)


def test_an_atlas_with_other_names_is_searched_by_these() -> None:
    assert found(ATLAS, "Doha") == ["meeting"]
    renamed = replace(ATLAS, places=ATLAS.places | {"doha": a_place("doha", name=Text("Lusail", "لوسيل"))})
    assert found(renamed, "Doha") == []
    assert found(renamed, "لوسیل") == ["meeting"]
