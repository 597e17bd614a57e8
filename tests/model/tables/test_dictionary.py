"""The data dictionary says all that the schema knows, in sound Markdown."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from app.model.chronology.dates import parse_span
from app.model.tables import dictionary
from app.model.tables.columns import Table
from app.model.tables.dictionary import DATE_FORMS, dictionary_markdown, escaped
from app.model.tables.schema import TABLES, THEMES

PAGE = dictionary_markdown()
LINES = PAGE.splitlines()
each_table = pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)


def section(table: Table) -> list[str]:
    """Return the lines from the table's heading to the next one."""
    start = LINES.index(f"## {table.file}") + 1
    end = next((at for at in range(start, len(LINES)) if LINES[at].startswith("## ")), len(LINES))
    return LINES[start:end]


def cells(line: str) -> list[str]:
    return [cell.strip() for cell in re.split(r"(?<!\\)\|", line)[1:-1]]


@each_table
def test_a_table_is_listed_with_what_its_row_means_and_has_a_section(table: Table) -> None:
    assert f"| [`{table.file}`](#{table.name}csv) | {table.row_means} |" in LINES
    assert section(table)[1].startswith(f"One row is {table.row_means}.")


@each_table
def test_a_section_has_a_line_for_each_column_in_the_order_of_the_file(table: Table) -> None:
    lines = section(table)
    start = lines.index("| column | what it says | type | required | allowed | example |") + 2
    rows = [cells(line) for line in lines[start : start + len(table.columns)]]
    assert [row[0] for row in rows] == [f"`{column.name}`" for column in table.columns]
    for column, (_, doc, its_type, required, allowed, example) in zip(table.columns, rows, strict=True):
        assert doc.startswith(escaped(column.doc))
        assert doc.endswith(f"({column.unit})") or not column.unit
        assert its_type == f"`{column.type}`"
        assert (required == "yes") == column.required
        assert all(f"`{word}`" in allowed for word in (*column.choices, *(f"{name}.csv" for name in column.references)))
        assert example == escaped(column.example)


@each_table
def test_a_section_says_what_each_code_means_and_which_rules_hold(table: Table) -> None:
    lines = section(table)
    for column in table.columns:
        for choice, meaning in zip(column.choices, column.meanings, strict=True):
            assert f"| `{choice}` | {escaped(meaning)} |" in lines
    assert [line[2:] for line in lines if line.startswith("- ")] == [escaped(rule) for rule in table.rules]


def test_bounds_are_said_as_far_as_there_are_any() -> None:
    allowed = {(line.split("`")[1]): cells(line)[4] for line in LINES if line.count(" | ") == 5 and "`number`" in line}
    assert allowed["radius_km"] == "0 to 6000"
    assert allowed["longitude"] == "-180 to 180"
    assert allowed["sources_apart_km"] == "0 or more"


@pytest.mark.parametrize("edtf", DATE_FORMS)
def test_the_days_of_a_date_form_are_those_by_which_events_are_filtered(edtf: str) -> None:
    row = next(cells(line) for line in LINES if line.startswith(f"| `{edtf}` |"))
    span = parse_span(edtf)
    assert row[2:] == [
        span.start if span.open_start else span.earliest.isoformat(),
        span.end if span.open_end else span.latest.isoformat(),
    ]


def test_date_forms_show_day_month_year_decade_mark_interval_and_open_ends() -> None:
    assert "| `2024-12` | December 2024 | 2024-12-01 | 2024-12-31 |" in LINES
    assert "| `198X` | the 1980s | 1980-01-01 | 1989-12-31 |" in LINES
    assert "| `2025~` | about 2025 | 2025-01-01 | 2025-12-31 |" in LINES
    assert "| `2007/2010` | 2007 to 2010 | 2007-01-01 | 2010-12-31 |" in LINES
    assert "| `2011/..` | from 2011 on | 2011-01-01 | open |" in LINES
    assert "| `2011/` | from 2011, end unknown | 2011-01-01 | unknown |" in LINES
    assert "| `../2003` | until 2003 | open | 2003-12-31 |" in LINES
    assert "| `/2003` | until 2003, start unknown | unknown | 2003-12-31 |" in LINES
    assert "| `2025?` | possibly 2025 | 2025-01-01 | 2025-12-31 |" in LINES


def test_every_row_of_a_table_has_as_many_cells_as_its_heading() -> None:
    width = 0
    for line in LINES:
        if not line.startswith("|"):
            width = 0
        elif width:
            assert len(cells(line)) == width, line
        else:
            width = len(cells(line))


def test_the_page_has_no_blanks_at_the_end_of_lines_and_ends_with_one_line_break() -> None:
    assert [line for line in LINES if line != line.rstrip()] == []
    assert PAGE.endswith("\n")
    assert not PAGE.endswith("\n\n")
    assert "\n\n\n" not in PAGE


def test_links_within_the_page_lead_to_a_heading() -> None:
    # As GitHub names them: in small letters, without points, hyphens for blanks.
    headings = {line.lstrip("# ").lower().replace(".", "").replace(" ", "-") for line in LINES if line.startswith("#")}
    targets = set(re.findall(r"\]\(#([^)]+)\)", PAGE))
    assert targets
    assert targets <= headings


@pytest.mark.parametrize(
    ("text", "shown_as_it_is"),
    [
        ("a|b", r"a\|b"),
        ("<b>bold</b>", "&lt;b>bold&lt;/b>"),
        ("5 * 3 * 2", r"5 \* 3 \* 2"),
        ("[x](y)", r"\[x\](y)"),
        ("R&D &lt;", "R&amp;D &amp;lt;"),
        ("back\\slash", "back\\\\slash"),
        ("code `a|b <c> *` and <d>", r"code `a\|b <c> *` and &lt;d>"),
    ],
)
def test_what_markdown_would_take_for_markup_is_escaped(text: str, shown_as_it_is: str) -> None:
    assert escaped(text) == shown_as_it_is


def test_a_bar_and_a_tag_in_the_schema_do_not_break_the_page(monkeypatch: pytest.MonkeyPatch) -> None:
    key, *others = THEMES.columns
    strange = replace(THEMES, columns=(replace(key, doc="one | two <script>"), *others))
    monkeypatch.setattr(dictionary, "TABLES", (strange,))
    line = next(line for line in dictionary_markdown().splitlines() if line.startswith("| `id` |"))
    assert cells(line)[1] == r"one \| two &lt;script>"
    assert len(cells(line)) == 6
