"""Tables with bytes turned, cut, doubled and thrown in at random, always the same ones: nothing is ever raised."""

from __future__ import annotations

import shutil
from datetime import date
from functools import cache
from pathlib import Path
from random import Random

import pytest

from app.model.problems import Problem
from app.model.tables.checks.cell_checks import check_cells, check_references
from app.model.tables.checks.gathering import gathered
from app.model.tables.checks.remarks import check_remarks
from app.model.tables.checks.row_checks import check_rules
from app.model.tables.checks.validation import CheckedTable
from app.model.tables.columns import Table
from app.model.tables.files.csv_reader import keys_written, read_table
from app.model.tables.loader import load_atlas
from app.model.tables.schema import TABLES
from tests.check.planting import SOUND

CASES_A_TABLE = 24
TODAY = date(2025, 6, 1)
LOADED_WHOLE = 8
"""Every so many cases the whole folder is loaded, as the app does."""
SCRAPS = [
    b'"', b",", b";", b"\n", b"\r", b"\0", b"\xff", b"\xef\xbb\xbf", b"\xff\xfe", b"\xe2\x80\xae", b"\xc2\xa0", b"=",
    b"-", b"/", b"9" * 400, b"9" * 5000, b"1e999", b"nan", b"_", b"\xd9\xa3", b"\xed\xa0\x80", b"<script>",
    b"2024-02-30", b"{0}", b"%s",
]  # fmt: skip


def spoilt(content: bytes, random: Random) -> bytes:
    """Return the content with one to six random changes."""
    changed = bytearray(content)
    for _ in range(random.randint(1, 6)):
        at = random.randrange(len(changed) + 1)
        kind = random.choice(["turn", "turn", "throw in", "throw in", "cut out", "double", "cut off"])
        if kind == "turn" and at < len(changed):
            changed[at] ^= 1 << random.randrange(8)
        elif kind == "throw in":
            changed[at:at] = random.choice(SCRAPS)
        elif kind == "cut out":
            del changed[at : at + random.randint(1, 40)]
        elif kind == "double":
            changed[at:at] = changed[at : at + random.randint(1, 200)]
        elif kind == "cut off" and random.random() < 0.2:
            del changed[at:]
    return bytes(changed)


def judged(folder: Path, table: Table) -> tuple[CheckedTable, list[Problem]]:
    frame, file_problems = read_table(folder, table)
    good, cell_problems = check_cells(frame, table)
    faults = tuple(problem for problem in cell_problems if problem.line not in good.index)
    return CheckedTable(table, frame, faults), file_problems + cell_problems


@cache
def sound_table(table: Table) -> CheckedTable:
    return judged(SOUND, table)[0]


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_no_bytes_in_a_table_make_the_check_raise(tmp_path: Path, table: Table) -> None:
    content = (SOUND / table.file).read_bytes()
    found = 0
    for case in range(CASES_A_TABLE):
        random = Random(f"{table.name} {case}")  # noqa: S311, the same cases in every run are the point
        changed = spoilt(content, random)
        (tmp_path / table.file).write_bytes(changed)
        this, problems = judged(tmp_path, table)
        tables = {each.name: sound_table(each) for each in TABLES} | {table.name: this}
        keys = {name: keys_written(each.frame) for name, each in tables.items()}
        problems += check_references(tables.values(), keys)
        problems += check_rules(tables)
        problems += check_remarks(tables, TODAY)
        lines = changed.count(b"\n") + changed.count(b"\r") + 1
        assert [problem for problem in problems if problem.file == table.file and problem.line > lines] == []
        assert [problem for problem in problems if not (problem.message and str(problem).isprintable())] == []
        found += bool(problems)
        if case % LOADED_WHOLE == 0:
            folder = tmp_path / f"whole {case}"
            shutil.copytree(SOUND, folder)
            (folder / table.file).write_bytes(changed)
            atlas = load_atlas(folder, TODAY)
            assert sorted((*atlas.problems, *atlas.remarks)) == gathered(problems)
    assert found > CASES_A_TABLE / 2
