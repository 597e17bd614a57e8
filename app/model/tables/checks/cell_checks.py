"""Cells against the schema, by pandera, and keys against the tables to which they refer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cache

import pandas as pd
import pandera.pandas as pa

from app.model.problems import Problem
from app.model.tables.cells.column_types import cell_fault, cell_remark, list_cell
from app.model.tables.cells.degrees import SWAPPED, swap_fits
from app.model.tables.checks.gathering import MANY
from app.model.tables.checks.validation import CheckedTable
from app.model.tables.columns import Column, Table
from app.model.tables.files.csv_reader import ABSENT, MOJIBAKE
from app.model.text.near_words import did_you_mean
from app.model.text.quoting import lines_in_words, quoted


def check_cells(frame: pd.DataFrame, table: Table) -> tuple[pd.DataFrame, list[Problem]]:
    """Return the rows of `frame` (text cells, indexed by line) without a fault, and every fault found.

    What is only worth a remark, such as markup that shows as text, is among the problems and costs no row.
    """
    if frame.empty:
        return frame, []
    mojibake = frame.attrs.get(MOJIBAKE, set())
    # Of a text that went through a wrong encoding the file's problem has said enough: it is shown as it is.
    faults = {fault for fault in _faults(frame, table) if (fault.line, fault.column) not in mojibake}
    bad_lines = {fault.line for fault in faults}
    # Of a column that the file does not have, one problem has said enough.
    absent = frame.attrs.get(ABSENT, [])
    faults = {fault for fault in faults if fault.column not in absent}
    return frame[~frame.index.isin(bad_lines)], sorted(
        faults | _remarks_on_texts(frame, table, {*_places(faults), *mojibake})
    )


def check_references(tables: Iterable[CheckedTable], keys: Mapping[str, set[str]]) -> list[Problem]:
    """Return a problem for each key that stands in none of the tables it should: one, where many rows name it.

    `keys` holds, by table name, the ids that stand in the files, in faulty rows too: those have their own
    problem. A table without any row has one as well, so nothing is said of references to it. The row itself
    stays: only the reference is lost.
    """
    found: dict[str, list[tuple[Problem, Column]]] = {}
    for table in tables:
        for column in table.table.columns:
            if column.references and all(keys[name] for name in column.references):
                for problem, key in _lost_references(table, column, keys):
                    found.setdefault(key, []).append((problem, column))
    problems: list[Problem] = []
    for key, of_key in found.items():
        rows = tuple(dict.fromkeys((problem.file, problem.line) for problem, _ in of_key))
        if len(rows) < MANY:
            problems += [problem for problem, _ in of_key]
        else:
            columns = [column for _, column in of_key]
            problems.append(_one_lost_row(key, min(columns, key=lambda column: len(column.references)), rows, keys))
    return problems


def _lost_references(
    table: CheckedTable, column: Column, keys: Mapping[str, set[str]]
) -> Iterator[tuple[Problem, str]]:
    """Yield a problem for each key of a column that leads nowhere, and the key."""
    known = set().union(*(keys[name] for name in column.references))
    files = " or ".join(f"{name}.csv" for name in column.references)
    for row in table.rows:
        if not row.can_be_read(column.name):
            continue
        for key in dict.fromkeys(list_cell(row[column.name])):
            if key not in known:
                mend = did_you_mean(key, sorted(known)) or f"add a row {quoted(key)} there or mend the key"
                message = f"{quoted(key)} is no id in {files}; {mend}"
                yield Problem(table.table.file, row.line, column.name, message), key


def _one_lost_row(key: str, column: Column, rows: tuple[tuple[str, int], ...], keys: Mapping[str, set[str]]) -> Problem:
    """Return the problem of a row that is not there although many others name it."""
    known = sorted(set().union(*(keys[name] for name in column.references)))
    file = f"{column.references[0]}.csv"
    message = f"no row has the id {quoted(key)}, which {len(rows)} rows name"
    problem = Problem(file, 0, "id", message, rows=rows)
    where = "; ".join(f"{name} {lines_in_words(lines)}" for name, lines in problem.lines().items())
    mend = did_you_mean(key, known) or "put the row back, or mend the key in those rows"
    return replace(problem, message=f"{message} ({where}); {mend}")


def _faults(frame: pd.DataFrame, table: Table) -> set[Problem]:
    try:
        _validator(table).validate(frame, lazy=True)
    except pa.errors.SchemaErrors as errors:
        cases = errors.failure_cases.dropna(subset=["index"])
        by_name = {column.name: column for column in table.columns}
        return {
            Problem(
                table.file,
                int(case.index_),
                case.column,
                _with_swap(_message(by_name[case.column], case.check, str(case.cell)), frame, case.index_, case.column),
            )
            for case in cases.rename(columns={"index": "index_", "failure_case": "cell"}).itertuples()
        }
    return set()


def _with_swap(message: str, frame: pd.DataFrame, line: int, column: str) -> str:
    """Return the message of a cell; that latitude and longitude are swapped is asked only where a swap would fit."""
    if not message.endswith(SWAPPED):
        return message
    stem = column.removesuffix("latitude")
    fits = swap_fits(str(frame.loc[line, column]), str(frame.loc[line, f"{stem}longitude"]))
    return message if fits else message.replace(SWAPPED, "write degrees from -90 to 90")


def _places(faults: Iterable[Problem]) -> set[tuple[int, str]]:
    return {(fault.line, fault.column) for fault in faults}


def _remarks_on_texts(frame: pd.DataFrame, table: Table, known: set[tuple[int, str]]) -> set[Problem]:
    """Return a problem for each cell that can be shown and yet wants mending; not for those that are `known`."""
    return {
        Problem(table.file, int(str(line)), column.name, remark)
        for column in table.columns
        for line, cell in frame[column.name].items()
        if (remark := cell_remark(column, cell)) and (line, column.name) not in known
    }


@cache
def _validator(table: Table) -> pa.DataFrameSchema:
    """Return the pandera schema of a table: cells are judged one by one, and keys must differ."""
    # Without a data type, and without a search for nulls: the cells were read as text, an empty one as "", and to
    # check that again takes as long as all else.
    columns = {
        column.name: pa.Column(None, _check(column), nullable=True, unique=column.name == "id", required=False)
        for column in table.columns
    }
    return pa.DataFrameSchema(columns)


def _check(column: Column) -> pa.Check:
    return pa.Check(lambda cell: not cell_fault(column, cell), element_wise=True, ignore_na=False, name="cell")


def _message(column: Column, check: str, cell: str) -> str:
    if check == "field_uniqueness":
        return f"{quoted(cell)} stands in another row too; keys must differ"
    return cell_fault(column, cell)
