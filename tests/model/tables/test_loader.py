"""A folder of tables becomes an atlas: all good rows, every problem, and nothing raised."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.model.chronology.entities import UNSORTED_THEME, Atlas
from app.model.paths import data_folder
from app.model.problems import Problem
from app.model.tables.atlas_cache import fingerprint
from app.model.tables.loader import load_atlas
from app.model.tables.schema import TABLES
from tests.model import spoiling
from tests.model.real import DATA, the_real_atlas


def the_whole_atlas() -> Atlas:
    return the_real_atlas(("context", "after"))


def ids(atlas: Atlas) -> set[str]:
    return {event.id for event in atlas.events}


def test_a_copy_of_the_tables_loads_as_the_tables_do(a_copy_of_the_tables: Path) -> None:
    assert load_atlas(a_copy_of_the_tables) == the_whole_atlas()


def test_events_hold_their_reports() -> None:
    by_id = {event.id: event for event in the_whole_atlas().events}
    reports = by_id["saddam-hussein-takes-power"].reports
    assert [report.id for report in reports] == ["saddam-hussein-takes-power-1", "saddam-hussein-takes-power-2"]


def test_lanes_chapters_and_waypoints_come_in_the_order_that_the_tables_give(a_copy_of_the_tables: Path) -> None:
    for file in ("themes.csv", "chapters.csv", "route_points.csv"):
        heading, *rows = spoiling.rows_of(a_copy_of_the_tables / file)
        spoiling.write_rows(a_copy_of_the_tables / file, [heading, *reversed(rows)])
    turned, straight = load_atlas(a_copy_of_the_tables), the_whole_atlas()
    assert list(turned.themes) == list(straight.themes)
    assert turned.chapters == straight.chapters
    assert turned.routes == straight.routes


def test_without_places_every_event_is_still_there(a_copy_of_the_tables: Path) -> None:
    spoiling.the_file_is_gone(a_copy_of_the_tables / "places.csv")
    atlas = load_atlas(a_copy_of_the_tables)
    assert ids(atlas) == ids(the_whole_atlas())
    assert atlas.rows_set_aside == 0
    assert atlas.places == {}
    assert {event.places for event in atlas.events} == {()}
    assert {event.from_place for event in atlas.events} == {""}
    message = "the file is missing; put it back into the data folder"
    assert Problem("places.csv", 0, "", message) in atlas.problems


def test_without_themes_every_event_stands_in_the_unsorted_lane(a_copy_of_the_tables: Path) -> None:
    spoiling.the_file_is_gone(a_copy_of_the_tables / "themes.csv")
    atlas = load_atlas(a_copy_of_the_tables)
    assert atlas.with_layers(()).themes == {UNSORTED_THEME.id: UNSORTED_THEME}
    assert {event.themes for event in atlas.with_layers(()).events} == {(UNSORTED_THEME.id,)}
    assert len(atlas.events) == len(the_whole_atlas().events)


def test_a_table_that_is_missing_takes_no_other_with_it(a_copy_of_the_tables: Path) -> None:
    for file in ("actors.csv", "reports.csv", "routes.csv", "route_points.csv", "chapters.csv", "sources.csv"):
        spoiling.the_file_is_gone(a_copy_of_the_tables / file)
    atlas = load_atlas(a_copy_of_the_tables)
    assert ids(atlas) == ids(the_whole_atlas())
    assert atlas.places == the_whole_atlas().places
    assert (atlas.actors, atlas.routes, atlas.chapters) == ({}, (), ())


def test_an_empty_folder_gives_an_empty_atlas_that_names_every_table(tmp_path: Path) -> None:
    atlas = load_atlas(tmp_path)
    assert {problem.file for problem in atlas.problems} == {table.file for table in TABLES}
    assert atlas == Atlas(problems=atlas.problems)


def test_a_faulty_and_a_ragged_event_are_counted_and_all_others_load(a_copy_of_the_tables: Path) -> None:
    events = a_copy_of_the_tables / "events.csv"
    bad_date = spoiling.line_of(events, "coastal-violence")
    ragged = spoiling.line_of(events, "pkk-dissolution")
    spoiling.a_cell_says(events, bad_date, "essay_date", "2025-13-40")
    spoiling.a_row_has_one_cell_too_many(events, ragged)
    atlas = load_atlas(a_copy_of_the_tables)
    assert ids(atlas) == ids(the_whole_atlas()) - {"coastal-violence", "pkk-dissolution"}
    assert atlas.rows_set_aside == 2
    in_events = [problem for problem in atlas.problems if problem.file == "events.csv"]
    assert in_events == [
        Problem("events.csv", bad_date, "essay_date", "'2025-13-40' is no EDTF date; the month is 01 to 12"),
        Problem(
            "events.csv",
            ragged,
            "",
            "the row has 21 cells and the heading 20; look for a missing or an unquoted comma",
        ),
    ]


def test_a_dangling_place_costs_the_reference_and_not_the_event(a_copy_of_the_tables: Path) -> None:
    events = a_copy_of_the_tables / "events.csv"
    line = spoiling.line_of(events, "coastal-violence")
    spoiling.a_cell_says(events, line, "places", "latakai;tartus")
    spoiling.a_cell_says(events, line, "from_place", "tartos")
    atlas = load_atlas(a_copy_of_the_tables)
    event = next(event for event in atlas.events if event.id == "coastal-violence")
    assert (event.places, event.from_place) == (("tartus",), "")
    assert atlas.rows_set_aside == 0
    assert atlas.problems == (
        Problem("events.csv", line, "from_place", "'tartos' is no id in places.csv; did you mean 'tartus'?"),
        Problem("events.csv", line, "places", "'latakai' is no id in places.csv; did you mean 'latakia'?"),
    )


def test_a_faulty_place_is_lost_alone_and_its_events_stay(a_copy_of_the_tables: Path) -> None:
    places = a_copy_of_the_tables / "places.csv"
    line = spoiling.line_of(places, "doha")
    spoiling.a_cell_says(places, line, "latitude", "91")
    atlas = load_atlas(a_copy_of_the_tables)
    message = "91 is more than 90; are latitude and longitude swapped?"
    assert Problem("places.csv", line, "latitude", message) in atlas.problems
    assert set(atlas.places) == set(the_whole_atlas().places) - {"doha"}
    assert len(atlas.events) == len(the_whole_atlas().events)


def test_a_misspelt_first_theme_hands_over_to_the_second_and_an_only_one_to_the_unsorted_lane(
    a_copy_of_the_tables: Path,
) -> None:
    events = a_copy_of_the_tables / "events.csv"
    spoiling.a_cell_says(events, spoiling.line_of(events, "pkk-dissolution"), "themes", "sfd")
    spoiling.a_cell_says(events, spoiling.line_of(events, "coastal-violence"), "themes", "colapse;border")
    atlas = load_atlas(a_copy_of_the_tables)
    themes = {event.id: event.themes for event in atlas.events}
    assert (themes["pkk-dissolution"], themes["coastal-violence"]) == ((UNSORTED_THEME.id,), ("border",))
    assert list(atlas.with_layers(()).themes) == [*the_real_atlas().themes, UNSORTED_THEME.id]


def test_an_event_on_no_paragraph_and_no_report_is_named_and_shown(a_copy_of_the_tables: Path) -> None:
    events, reports = a_copy_of_the_tables / "events.csv", a_copy_of_the_tables / "reports.csv"
    line = spoiling.line_of(events, "pkk-dissolution")
    spoiling.a_cell_says(events, line, "paragraphs", "")
    spoiling.write_rows(reports, [row for row in spoiling.rows_of(reports) if row[1] != "pkk-dissolution"])
    atlas = load_atlas(a_copy_of_the_tables)
    message = "'pkk-dissolution' rests on no paragraph and no report; name a paragraph or add a row to reports.csv"
    assert atlas.problems == (Problem("events.csv", line, "paragraphs", message),)
    assert ids(atlas) == ids(the_whole_atlas())


def test_problems_come_sorted(a_copy_of_the_tables: Path) -> None:
    spoiling.the_file_is_gone(a_copy_of_the_tables / "places.csv")
    spoiling.a_cell_says(a_copy_of_the_tables / "actors.csv", 3, "kind", "king")
    problems = load_atlas(a_copy_of_the_tables).problems
    assert list(problems) == sorted(problems)


def test_script_and_formula_in_a_cell_stay_the_text_that_they_are(a_copy_of_the_tables: Path) -> None:
    events = a_copy_of_the_tables / "events.csv"
    hostile = "=HYPERLINK(1)</script><script>alert(1)</script>"
    spoiling.a_cell_says(events, 2, "title_en", hostile)
    assert load_atlas(a_copy_of_the_tables).events[0].title.en == hostile


def test_a_saved_change_of_one_cell_changes_the_fingerprint(a_copy_of_the_tables: Path) -> None:
    before = fingerprint(a_copy_of_the_tables)
    assert fingerprint(a_copy_of_the_tables) == before
    spoiling.a_cell_says(a_copy_of_the_tables / "sources.csv", 2, "issue", "fourth issue")
    assert fingerprint(a_copy_of_the_tables) != before


def test_a_table_that_goes_missing_changes_the_fingerprint(a_copy_of_the_tables: Path) -> None:
    before = fingerprint(a_copy_of_the_tables)
    spoiling.the_file_is_gone(a_copy_of_the_tables / "routes.csv")
    assert fingerprint(a_copy_of_the_tables) != before


def test_the_folder_is_the_projects_own_unless_the_environment_names_another(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv("ATLAS_DATA_FOLDER", raising=False)
    assert data_folder() == DATA
    monkeypatch.setenv("ATLAS_DATA_FOLDER", "")
    assert data_folder() == DATA
    monkeypatch.setenv("ATLAS_DATA_FOLDER", str(tmp_path))
    assert data_folder() == tmp_path


def test_a_reference_to_a_faulty_row_is_no_second_problem(a_copy_of_the_tables: Path) -> None:
    places = a_copy_of_the_tables / "places.csv"
    text = places.read_text(encoding="utf-8")
    assert ",33.3406,44.4009," in text
    places.write_text(text.replace(",33.3406,44.4009,", ",133.3406,44.4009,"), encoding="utf-8")
    messages = [str(problem) for problem in load_atlas(a_copy_of_the_tables).problems]
    assert all("latitude" in message for message in messages)
    assert messages


def test_a_place_with_one_coordinate_is_named(a_copy_of_the_tables: Path) -> None:
    places = a_copy_of_the_tables / "places.csv"
    text = places.read_text(encoding="utf-8")
    places.write_text(text.replace(",33.3406,44.4009,", ",33.3406,,"), encoding="utf-8")
    problems = [problem for problem in load_atlas(a_copy_of_the_tables).problems if "coordinate" in problem.message]
    assert [(problem.file, problem.column) for problem in problems] == [("places.csv", "longitude")]


def test_a_file_without_ids_is_one_problem_and_not_four_hundred(a_copy_of_the_tables: Path) -> None:
    spoiling.a_column_is_missing(a_copy_of_the_tables / "events.csv", "id")
    problems = [problem for problem in load_atlas(a_copy_of_the_tables).problems if problem.file == "events.csv"]
    assert [problem.column for problem in problems] == ["id"]


def test_a_file_separated_by_semicolons_is_read_and_called_that(a_copy_of_the_tables: Path) -> None:
    themes = a_copy_of_the_tables / "themes.csv"
    themes.write_text(themes.read_text(encoding="utf-8").replace(",", ";"), encoding="utf-8")
    atlas = load_atlas(a_copy_of_the_tables)
    said = "themes.csv: remark: the cells are separated by semicolons and were read so; save the file with commas"
    assert (atlas.problems, [str(remark) for remark in atlas.remarks if not remark.line]) == ((), [said])
    assert list(atlas.themes) == list(the_whole_atlas().themes)


def test_an_unclosed_quote_is_named_where_it_opens_and_costs_one_row(a_copy_of_the_tables: Path) -> None:
    events = a_copy_of_the_tables / "events.csv"
    lines = events.read_text(encoding="utf-8").split("\n")
    lines[39] = 'an-event,"a title that does not end'
    events.write_text("\n".join(lines), encoding="utf-8")
    atlas = load_atlas(a_copy_of_the_tables)
    problem = next(problem for problem in atlas.problems if problem.file == "events.csv")
    assert problem.line == 40
    assert "quotation mark that is not closed" in problem.message
    assert len(atlas.events) == len(the_whole_atlas().events) - 1
    assert atlas.rows_set_aside == 1


@pytest.mark.parametrize("column", ["latitude", "longitude"])
def test_half_a_point_is_no_point(a_copy_of_the_tables: Path, column: str) -> None:
    places = a_copy_of_the_tables / "places.csv"
    spoiling.a_cell_says(places, spoiling.line_of(places, "damascus"), column, "")
    damascus = load_atlas(a_copy_of_the_tables).places["damascus"]
    assert (damascus.latitude, damascus.longitude, damascus.located) == (None, None, False)
