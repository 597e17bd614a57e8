"""The check command over many kinds of planted fault: it names each with its mend, and good rows still load."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from app import check
from app.model.chronology.entities import BEYOND_THEME, UNSORTED_THEME, Atlas
from app.model.paths import PROJECT_FOLDER
from app.model.tables.loader import load_atlas
from app.model.tables.schema import TABLES
from tests.check.planting import FAULTS, SOUND, expected, names_of_faults, planted
from tests.model import spoiling
from tests.model.real import DATA

NAMES = names_of_faults()
TODAY = date(2025, 6, 1)
READ_IN_FULL = [
    "a_word_in_quotation_marks_begins_a_cell",
    "quotation_marks_within_a_quoted_cell_are_not_doubled",
    "a_cell_begins_and_ends_with_words_in_quotation_marks",
    "text_stands_in_a_column_without_a_heading",
    "many_rows_have_text_in_a_column_without_a_heading",
    "typed_quotation_marks_enclose_the_cells_of_a_row",
    "two_tables_are_pasted_behind_one_another",
    "zero_bytes_stand_in_a_table",
    "a_column_stands_twice",
    "a_column_is_unknown",
    "a_heading_would_drive_the_terminal",
    "a_zero_width_space_stands_behind_a_key",
    "a_no_break_space_stands_before_a_key",
    "a_byte_order_mark_stands_in_a_list_of_keys",
]
"""Faults in spite of which everything is read as it should be, as far as the fault is not what is read."""
READ_WITH_A_REMARK = [
    "a_french_spreadsheet_saved_semicolons_and_decimal_commas",
    "a_german_spreadsheet_saved_chapters_with_semicolons",
    "a_table_is_saved_as_utf_16",
    "a_table_is_saved_as_utf_16_big_endian_with_tabs",
    "a_table_is_saved_as_utf_16_without_a_byte_order_mark",
    "a_table_is_saved_as_windows_1256",
    "a_table_is_saved_in_a_western_encoding",
    "a_table_is_saved_in_mac_os_roman",
    "a_table_is_saved_in_windows_1250",
    "a_table_is_saved_in_windows_1252_by_a_french_excel",
    "a_table_is_saved_in_windows_1254",
    "a_table_of_windows_1256_has_french_words_too",
    "cells_are_separated_by_semicolons",
    "cells_are_separated_by_tabs",
    "cells_are_separated_by_vertical_bars",
    "commas_separate_headings_and_semicolons_rows",
    "one_row_of_a_table_is_in_windows_1252",
    "tabs_and_decimal_commas_stand_in_utf_16",
    "the_first_line_declares_another_separator_than_the_heading",
    "the_first_line_is_sep_comma",
    "the_first_line_is_sep_semicolon",
    "the_first_line_is_sep_tab_in_quotation_marks",
    "typed_quotation_marks_enclose_all_cells",
]
"""Files that are read in full: what was assumed is a remark, and the check passes."""
OTHER_TEXTS = {
    "a_cell_begins_and_ends_with_words_in_quotation_marks",
    "a_table_is_saved_in_a_western_encoding",
    "a_table_is_saved_in_mac_os_roman",
    "a_table_is_saved_in_windows_1250",
    "a_table_is_saved_in_windows_1252_by_a_french_excel",
    "a_table_is_saved_in_windows_1254",
    "a_table_of_windows_1256_has_french_words_too",
    "a_word_in_quotation_marks_begins_a_cell",
    "one_row_of_a_table_is_in_windows_1252",
    "quotation_marks_within_a_quoted_cell_are_not_doubled",
}
"""Of both, those whose rows say something else than the sound ones, since that is what may be read wrongly."""
COST_NO_ROW = [
    *READ_IN_FULL,
    *READ_WITH_A_REMARK,
    "a_german_name_went_through_a_wrong_encoding",
    "a_table_went_through_a_wrong_encoding_twice",
    "all_of_a_table_went_through_windows_1252",
    "all_of_a_table_went_through_windows_1256",
    "arabic_of_windows_1256_was_read_as_windows_1252",
    "many_rows_misspell_one_theme",
    "one_cell_went_through_windows_1252",
    "typed_quotation_marks_enclose_a_cell_with_a_comma",
    "a_column_is_missing",
    "a_column_is_misspelt",
    "a_reference_is_misspelt",
    "a_reference_leads_nowhere",
    "a_key_stands_twice_in_one_list",
    "latitude_and_longitude_are_swapped",
    "a_waypoint_stands_at_0_0",
    "a_text_begins_like_a_formula",
    "a_text_has_html_tags",
    "arabic_letters_became_question_marks",
    "letters_became_replacement_characters",
    "one_coordinate_stands_without_the_other",
    "two_sources_lie_farther_apart_than_the_radius",
    "the_distance_of_two_sources_is_wrong",
    "a_second_point_has_no_source",
    "an_event_of_the_essay_says_nothing_of_reports",
    "an_event_beyond_the_essay_has_what_the_essay_gives",
    "a_conflict_is_not_explained",
    "a_journey_ends_where_it_began",
    "reports_supply_what_the_row_does_not_name",
    "a_crossing_state_says_nothing",
    "two_themes_have_one_order",
    "two_waypoints_of_a_route_have_one_order",
    "two_chapters_have_one_order",
    "a_caption_is_no_event_of_its_chapter",
    "a_caption_has_no_date",
    "a_chapter_has_six_captions",
    "an_address_ends_with_punctuation_of_the_text",
    "an_address_has_a_tracking_parameter",
    "an_address_is_no_public_one_of_its_publisher",
    "a_page_was_read_before_it_was_published",
]
"""Faults that are only reported."""
each_fault = pytest.mark.parametrize("fault", NAMES)


@dataclass(frozen=True)
class Checked:
    """What a run of the check came to."""

    status: int
    """Exit status."""
    out: str
    """Standard output."""
    error: str
    """Standard error."""
    atlas: Atlas
    """What the app would show of the same folder."""


Check = Callable[..., Checked]


@pytest.fixture
def run_check(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Check:
    """Return a function that runs the check in this process, and keeps the atlas that it loads on the way."""
    loaded = [Atlas()]

    def load_and_keep(folder: Path) -> Atlas:
        loaded.append(load_atlas(folder, TODAY))
        return loaded[-1]

    monkeypatch.setattr(check, "load_atlas", load_and_keep)

    def run(*arguments: str | Path) -> Checked:
        status = check.main([str(argument) for argument in arguments])
        said = capsys.readouterr()
        return Checked(status, said.out, said.err, loaded[-1])

    return run


@cache
def the_sound_atlas() -> Atlas:
    return load_atlas(SOUND)


def ids(atlas: Atlas) -> dict[str, set[str]]:
    """Return by file what an atlas has; of waypoints and sources it has no ids."""
    return {
        "events.csv": {event.id for event in atlas.events},
        "reports.csv": {report.id for event in atlas.events for report in event.reports},
        "places.csv": set(atlas.places),
        "actors.csv": set(atlas.actors),
        "themes.csv": set(atlas.themes) - {UNSORTED_THEME.id, BEYOND_THEME.id},
        "routes.csv": {route.id for route in atlas.routes},
        "crossing_states.csv": {state.id for state in atlas.crossing_states},
        "chapters.csv": {chapter.id for chapter in atlas.chapters},
    }


def good_ids(atlas: Atlas) -> dict[str, set[str]]:
    """Return by file the ids of the sound rows that no problem of the atlas names, nor their file as a whole."""
    named: dict[str, set[int]] = {}
    for problem in atlas.problems:
        as_a_whole = () if problem.line else ((problem.file, 0),)
        for file, line in (*problem.all_rows(), *as_a_whole):
            named.setdefault(file, set()).add(line)
    good = {}
    for file in ids(Atlas()):
        rows = spoiling.rows_of(SOUND / file)
        lines = named.get(file, set())
        unread = bool(lines & {0, 1})
        good[file] = {row[0] for line, row in enumerate(rows, start=1) if line > 1 and line not in lines and not unread}
    events = dict(row[:2] for row in spoiling.rows_of(SOUND / "reports.csv"))
    good["reports.csv"] = {key for key in good["reports.csv"] if events[key] in good["events.csv"]}
    return good


def test_the_sound_tables_pass_in_silence(run_check: Check) -> None:
    checked = run_check(SOUND)
    assert (checked.status, checked.out, checked.error) == (0, "", "")
    assert {path.name for path in SOUND.iterdir()} == {table.file for table in TABLES}


def test_the_real_tables_pass(run_check: Check) -> None:
    checked = run_check(DATA)
    assert (checked.out, checked.status) == ("", 0)


def test_more_than_forty_kinds_of_fault_are_planted_each_named_by_a_sentence() -> None:
    assert len(NAMES) >= 40
    assert [name for name in NAMES if not re.fullmatch(r"[a-z0-9]+(_[a-z0-9]+){3,}", name)] == []
    assert [name for name in NAMES if not expected(name)] == []
    assert {*COST_NO_ROW, *OTHER_TEXTS} <= {*NAMES}


@each_fault
def test_a_planted_fault_is_named_in_full_and_all_good_rows_load(run_check: Check, tmp_path: Path, fault: str) -> None:
    checked = run_check(planted(fault, tmp_path / "tables"))
    assert checked.out == expected(fault)
    assert (checked.status, checked.error) == (0 if fault in READ_WITH_A_REMARK else 1, "")
    loaded, good = ids(checked.atlas), good_ids(checked.atlas)
    assert {file: keys - loaded[file] for file, keys in good.items() if keys - loaded[file]} == {}
    if fault in COST_NO_ROW:
        assert loaded == ids(the_sound_atlas())
        assert checked.atlas.rows_set_aside == 0
    if fault in {*READ_IN_FULL, *READ_WITH_A_REMARK} - OTHER_TEXTS:
        assert replace(checked.atlas, problems=(), remarks=()) == the_sound_atlas()


def test_a_row_that_is_set_aside_is_counted(tmp_path: Path) -> None:
    for fault in ("a_date_is_written_day_first", "a_row_is_too_long", "a_quotation_mark_in_a_row_is_not_closed"):
        atlas = load_atlas(planted(fault, tmp_path / fault))
        gone = ids(the_sound_atlas())["events.csv"] - ids(atlas)["events.csv"]
        assert (atlas.rows_set_aside, len(gone)) == (len(gone), expected(fault).count("\n"))


def test_problems_come_by_file_and_then_by_line_as_a_number(run_check: Check, tmp_path: Path) -> None:
    folder = planted("several_tables_have_several_faults", tmp_path / "tables")
    heading, *rows = spoiling.rows_of(folder / "actors.csv")
    for number in range(12):
        row = [f"actor-{number}", *rows[0][1:]]
        column = ("id", "kind", "paragraphs")[number % 3]  # of one column so few that they are not one problem
        row[heading.index(column)] = f"No {number}"
        rows.append(row)
    spoiling.write_rows(folder / "actors.csv", [heading, *rows])
    places = re.findall(r"^(\w+\.csv):(?:(\d+):)?", run_check(folder).out, re.MULTILINE)
    in_order = [(file, int(line or 0)) for file, line in places]
    assert in_order == sorted(in_order)
    assert [line for file, line in in_order if file == "actors.csv"] == list(range(5, 17))
    assert len({file for file, _ in in_order}) >= 6


@pytest.mark.parametrize("fault", ["several_tables_have_several_faults", "a_heading_would_drive_the_terminal"])
def test_json_says_the_same_as_the_lines(run_check: Check, tmp_path: Path, fault: str) -> None:
    checked = run_check(planted(fault, tmp_path / "tables"), "--json")
    problems = json.loads(checked.out)
    assert checked.status == 1
    assert [list(problem) for problem in problems] == [["file", "line", "column", "message", "grade", "lines"]] * len(
        problems
    )
    assert [(each["file"], each["line"], each["column"], each["message"]) for each in problems] == [
        (each.file, each.line, each.column, each.message) for each in checked.atlas.problems
    ]
    assert len(problems) == expected(fault).count("\n")
    assert checked.out.isascii()


def test_json_of_sound_tables_is_an_empty_array(run_check: Check) -> None:
    checked = run_check("--json", SOUND)
    assert (json.loads(checked.out), checked.status) == ([], 0)


def test_without_a_folder_the_one_of_the_app_is_checked(
    run_check: Check, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fault = "a_colour_is_a_word"
    monkeypatch.setenv("ATLAS_DATA_FOLDER", str(planted(fault, tmp_path / "tables")))
    assert run_check().out == expected(fault)


def test_a_folder_that_is_not_there_is_named_on_standard_error(run_check: Check, tmp_path: Path) -> None:
    checked = run_check(tmp_path / "not\x1b[31mhere")
    assert (checked.status, checked.out) == (2, "")
    mend = "does not exist; name the folder in which events.csv and the other tables stand"
    assert checked.error == f"{tmp_path}/not\\u001b[31mhere {mend}\n"


def test_a_file_in_place_of_the_folder_is_named_on_standard_error(run_check: Check) -> None:
    checked = run_check(SOUND / "events.csv")
    assert (checked.status, checked.out) == (2, "")
    assert "events.csv is no folder; name the folder" in checked.error


def test_a_name_too_long_for_a_folder_is_named_on_standard_error(run_check: Check) -> None:
    checked = run_check("x" * 5000)
    assert (checked.status, checked.out) == (2, "")
    assert "name the folder in which" in checked.error


def test_an_empty_folder_has_nine_problems(run_check: Check, tmp_path: Path) -> None:
    checked = run_check(tmp_path)
    files = sorted(table.file for table in TABLES)
    mend = "the file is missing; put it back into the data folder"
    assert checked.out == "".join(f"{file}: {mend}\n" for file in files)
    assert checked.status == 1


@each_fault
def test_nothing_that_is_printed_can_drive_a_terminal(fault: str) -> None:
    assert [line for line in expected(fault).splitlines() if not line.isprintable()] == []


@pytest.mark.parametrize(
    ("letters", "written_out"),
    [
        ("\x1b[2J", r"\u001b[2J"),
        ("\x07", r"\u0007"),
        ("\x9b31m", r"\u009b31m"),
        ("\u202e", r"\u202e"),
        ("\u2066", r"\u2066"),
        ("\u200f", r"\u200f"),
        ("\ufeff", r"\ufeff"),
        ("\u2028", r"\u2028"),
        ("\U000e0041", r"\U000e0041"),
    ],
)
def test_text_from_a_file_that_would_drive_a_terminal_is_written_out(
    run_check: Check, tmp_path: Path, letters: str, written_out: str
) -> None:
    folder = planted("a_colour_is_a_word", tmp_path / "tables")
    spoiling.a_cell_says(folder / "themes.csv", 1, "shape", f"sha{letters}pe")
    spoiling.a_cell_says(folder / "places.csv", 2, "kind", f"to{letters}wn")
    spoiling.a_cell_says(folder / "reports.csv", 2, "url", f"java{letters}script:alert(1)")
    out = run_check(folder).out
    assert [line for line in out.split("\n") if not line.isprintable()] == []
    assert f"sha{written_out}" in out


def test_a_spreadsheets_csv_utf_8_passes(run_check: Check, tmp_path: Path) -> None:
    folder = planted("a_colour_is_a_word", tmp_path / "tables")
    spoiling.a_cell_says(folder / "themes.csv", 2, "colour", "#1f6aa5")
    for table in TABLES:
        spoiling.the_file_begins_with_a_byte_order_mark(folder / table.file)
        spoiling.the_lines_end_as_on_windows(folder / table.file)
    checked = run_check(folder)
    assert (checked.out, checked.status) == ("", 0)


def command(*arguments: str | Path, **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "app.check", *arguments],
        cwd=PROJECT_FOLDER,
        env=os.environ | environment,
        capture_output=True,
        timeout=120,
        check=False,
    )


def test_the_command_prints_the_problems_and_exits_with_1(tmp_path: Path) -> None:
    fault = "several_tables_have_several_faults"
    done = command(planted(fault, tmp_path / "tables"), PYTHONIOENCODING="utf-8")
    assert (done.returncode, done.stderr) == (1, b"")
    assert done.stdout.decode().replace("\r\n", "\n") == expected(fault)


def test_a_terminal_without_arabic_letters_gets_them_escaped(tmp_path: Path) -> None:
    done = command(planted("a_date_has_eastern_arabic_figures", tmp_path / "tables"), PYTHONIOENCODING="ascii")
    assert (done.returncode, done.stderr) == (1, b"")
    assert rb"'\u0662\u0660\u0660\u0661-" in done.stdout


def test_the_folders_of_faults_hold_the_spoilt_files_and_what_is_expected() -> None:
    files = {table.file for table in TABLES}
    for fault in NAMES:
        names = {path.name for path in (FAULTS / fault).iterdir()}
        assert "expected.txt" in names
        beside = {
            name for name in names if re.match(r"(events|places|actors)\W(?!csv$|csv\.missing$)", name, re.IGNORECASE)
        }
        assert {name.removesuffix(".missing") for name in names} - beside - {"expected.txt"} <= files
        assert len(names) >= 2
