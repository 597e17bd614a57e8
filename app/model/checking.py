"""Cells and rows against the schema: pandera finds the faults, each with its line, and this module gathers them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

import pandas as pd
import pandera.pandas as pa

from app.model.cells import cell_fault, cell_remark, did_you_mean, list_cell
from app.model.degrees import SWAPPED, swap_fits
from app.model.judging import JudgedTable, Row, Rule
from app.model.problems import Problem, quoted
from app.model.reading import ABSENT
from app.model.schema import Column, Table


def check_cells(frame: pd.DataFrame, table: Table) -> tuple[pd.DataFrame, list[Problem]]:
    """Return the rows of `frame` (text cells, indexed by line) without a fault, and every fault found.

    What is only worth a remark, such as markup that shows as text, is among the problems and costs no row.
    """
    if frame.empty:
        return frame, []
    faults = _faults(frame, table)
    bad_lines = {fault.line for fault in faults}
    # Of a column that the file does not have, one problem has said enough.
    absent = frame.attrs.get(ABSENT, [])
    faults = {fault for fault in faults if fault.column not in absent}
    return frame[~frame.index.isin(bad_lines)], sorted(faults | _remarks(frame, table, faults))


def check_references(table: JudgedTable, keys: Mapping[str, set[str]]) -> list[Problem]:
    """Return a problem for each key that stands in none of the tables it should.

    `keys` holds, by table name, the ids that stand in the files, in faulty rows too: those have their own
    problem. A table without any row has one as well, so nothing is said of references to it. The row itself
    stays: only the reference is lost.
    """
    columns = (column for column in table.table.columns if all(keys[name] for name in column.references))
    return list(table.judge(*(_reference_rule(column, keys) for column in columns if column.references)))


def _reference_rule(column: Column, keys: Mapping[str, set[str]]) -> Rule:
    known = set().union(*(keys[name] for name in column.references))
    in_order = sorted(known)
    files = " or ".join(f"{name}.csv" for name in column.references)

    def rule(row: Row) -> Iterator[tuple[str, str]]:
        for key in dict.fromkeys(list_cell(row[column.name])):
            if key not in known:
                mend = did_you_mean(key, in_order) or f"add a row {quoted(key)} there or mend the key"
                yield column.name, f"{quoted(key)} is no id in {files}; {mend}"

    return rule


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


def _remarks(frame: pd.DataFrame, table: Table, faults: set[Problem]) -> set[Problem]:
    """Return a problem for each cell that can be shown as it is and yet wants mending."""
    faulty = {(fault.line, fault.column) for fault in faults}
    return {
        Problem(table.file, int(str(line)), column.name, remark)
        for column in table.columns
        for line, cell in frame[column.name].items()
        if (remark := cell_remark(column, cell)) and (line, column.name) not in faulty
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
