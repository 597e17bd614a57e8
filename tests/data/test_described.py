"""What is written of the tables is what the schema says, and a stranger's program finds the tables to be so."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from app import describe
from app.model.tables import datapackage, dictionary
from app.model.tables.dictionary import COMMAND, escaped
from app.model.tables.schema import EVENTS, TABLES
from tests.model import spoiling
from tests.model.real import DATA

FILES = ["README.md", "datapackage.json"]


@pytest.fixture
def a_described_copy(a_copy_of_the_tables: Path) -> Path:
    describe.write_files(a_copy_of_the_tables)
    return a_copy_of_the_tables


@pytest.fixture
def a_schema_in_which_one_column_says_something_else(monkeypatch: pytest.MonkeyPatch) -> None:
    key, *others = EVENTS.columns
    changed = replace(EVENTS, columns=(replace(key, doc="Something else"), *others))
    tables = tuple(changed if table is EVENTS else table for table in TABLES)
    for module in (dictionary, datapackage):
        monkeypatch.setattr(module, "TABLES", tables)


def errors_of(folder: Path) -> list[tuple[str, str, str, int]]:
    """Return what frictionless has against the package: type of error, table, column and line."""
    from frictionless import Package  # only these tests need it  # noqa: PLC0415

    report = Package(str(folder / "datapackage.json")).validate()
    found = [
        (error.type, task.name, getattr(error, "field_name", ""), getattr(error, "row_number", 0))
        for task in report.tasks
        for error in task.errors
    ]
    found += [(error.type, "", "", 0) for error in report.errors]
    assert report.valid == (not found)
    return found


def test_both_files_are_what_the_schema_says() -> None:
    assert describe.stale_files(DATA) == []


def test_every_column_and_every_meaning_is_in_the_written_dictionary() -> None:
    page = (DATA / "README.md").read_text(encoding="utf-8")
    columns = [column for table in TABLES for column in table.columns]
    assert [column.name for column in columns if f"| `{column.name}` | {escaped(column.doc)}" not in page] == []
    meanings = [meaning for column in columns for meaning in column.meanings]
    assert [meaning for meaning in meanings if f"| {escaped(meaning)} |" not in page] == []


def test_links_out_of_the_dictionary_lead_to_files_that_there_are() -> None:
    page = (DATA / "README.md").read_text(encoding="utf-8")
    targets = {part.partition(")")[0].partition("#")[0] for part in page.split("](")[1:]}
    paths = [target for target in targets if target and not target.startswith("https://")]
    assert len(paths) == 3
    assert [path for path in paths if not (DATA / path).exists()] == []


def test_the_four_steps_to_which_the_dictionary_points_are_a_heading_of_the_projects_page() -> None:
    headings = (DATA.parent / "README.md").read_text(encoding="utf-8").splitlines()
    assert "## Add an event in four steps" in headings


@pytest.mark.usefixtures("a_schema_in_which_one_column_says_something_else")
def test_a_change_of_the_schema_makes_both_files_stale_and_the_message_names_the_command() -> None:
    stale = describe.stale_files(DATA)
    assert [Path(sentence.partition(": ")[0]).name for sentence in stale] == FILES
    assert all(
        sentence.endswith(f"the file is not what app/model/tables/schema says; run {COMMAND}") for sentence in stale
    )


def test_a_missing_file_is_stale_too(a_copy_of_the_tables: Path) -> None:
    assert [sentence.partition(": ")[2] for sentence in describe.stale_files(a_copy_of_the_tables)] == [
        f"the file is missing; run {COMMAND}"
    ] * 2


def test_line_ends_of_windows_do_not_make_a_file_stale(a_described_copy: Path) -> None:
    for name in FILES:
        spoiling.the_lines_end_as_on_windows(a_described_copy / name)
    assert describe.stale_files(a_described_copy) == []


def test_the_command_writes_what_its_check_then_finds_fresh(
    a_copy_of_the_tables: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = str(a_copy_of_the_tables)
    assert describe.main([folder, "--check"]) == 1
    assert [line.partition(": ")[0] for line in capsys.readouterr().out.splitlines()] == [
        str(a_copy_of_the_tables / name) for name in FILES
    ]
    assert describe.main([folder]) == 0
    assert describe.main([folder, "--check"]) == 0
    assert capsys.readouterr() == ("", "")


def test_the_command_writes_the_same_each_time_with_line_ends_of_unix(a_described_copy: Path) -> None:
    before = [(a_described_copy / name).read_bytes() for name in FILES]
    assert describe.main([str(a_described_copy)]) == 0
    assert [(a_described_copy / name).read_bytes() for name in FILES] == before
    assert all(b"\r" not in text and text.endswith(b"\n") for text in before)


def test_the_command_takes_the_folder_of_the_dashboard_where_none_is_named(
    a_copy_of_the_tables: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ATLAS_DATA_FOLDER", str(a_copy_of_the_tables))
    assert describe.main([]) == 0
    assert all((a_copy_of_the_tables / name).exists() for name in FILES)


def test_the_command_writes_over_nothing_that_somebody_else_wrote(
    a_copy_of_the_tables: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (a_copy_of_the_tables / "README.md").write_text("My own notes\n", encoding="utf-8")
    assert describe.main([str(a_copy_of_the_tables)]) == 2
    assert "move it away first" in capsys.readouterr().err
    assert (a_copy_of_the_tables / "README.md").read_text(encoding="utf-8") == "My own notes\n"
    assert not (a_copy_of_the_tables / "datapackage.json").exists()


@pytest.mark.parametrize("options", [[], ["--check"]], ids=["to write", "to check"])
def test_a_folder_that_does_not_exist_is_named(
    options: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert describe.main([str(tmp_path / "nowhere"), *options]) == 2
    assert f"{tmp_path / 'nowhere'} does not exist" in capsys.readouterr().err


def test_frictionless_finds_the_package_valid() -> None:
    assert errors_of(DATA) == []


def last_line_with_the_id_of_the_one_above(path: Path) -> None:
    rows = spoiling.rows_of(path)
    spoiling.a_cell_says(path, len(rows), "id", rows[-2][0])


def a_cell(column: str, text: str) -> Callable[[Path], None]:
    return lambda path: spoiling.a_cell_says(path, 4, column, text)


SPOILT: dict[str, tuple[str, Callable[[Path], None], set[tuple[str, str]]]] = {
    "an id stands twice": (
        "actors",
        last_line_with_the_id_of_the_one_above,
        {("unique-error", "id"), ("primary-key", "")},
    ),
    "a kind is unknown": ("events", a_cell("kind", "battle"), {("constraint-error", "kind")}),
    "a required cell is empty": ("reports", a_cell("publisher", ""), {("constraint-error", "publisher")}),
    "a latitude is out of bounds": ("route_points", a_cell("latitude", "134.5"), {("constraint-error", "latitude")}),
    "a number is a word": ("places", a_cell("radius_km", "wide"), {("type-error", "radius_km")}),
    "an address is none": ("reports", a_cell("url", "see below"), {("type-error", "url")}),
    "there is no paragraph 33": ("actors", a_cell("paragraphs", "3;33"), {("constraint-error", "paragraphs")}),
    "a report is of no event": ("reports", a_cell("event", "no-such-event"), {("foreign-key", "")}),
    "a heading is misspelt": (
        "routes",
        lambda path: spoiling.a_cell_says(path, 1, "status", "state"),
        {("incorrect-label", "status")},
    ),
}


@pytest.mark.parametrize("name", SPOILT)
def test_frictionless_finds_what_is_wrong_with_a_spoilt_copy(name: str, a_described_copy: Path) -> None:
    table, spoil, expected = SPOILT[name]
    spoil(a_described_copy / f"{table}.csv")
    found = errors_of(a_described_copy)
    assert {where for _, where, _, _ in found} == {table}
    assert {(what, column) for what, _, column, _ in found} == expected


def test_the_dictionary_names_every_file_of_the_folder_that_is_no_description_of_it() -> None:
    page = (DATA / "README.md").read_text(encoding="utf-8")
    present = sorted(path.name for path in DATA.iterdir() if path.name not in FILES and path.name[0] != ".")
    assert present == sorted([*(table.file for table in TABLES), "basemap"])
    assert [name for name in present if f"`{name}`" not in page and f"`{name}/`" not in page] == []
