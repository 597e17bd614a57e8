"""Cells and rows against the schema: pandera finds the faults, this module words them for an editor."""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable
from functools import cache
from math import isfinite

import pandas as pd
import pandera.pandas as pa

from app.model.dates import parse_span
from app.model.problems import Problem
from app.model.reading import ABSENT
from app.model.schema import ID_PATTERN, LAST_PARAGRAPH, Column, Table


def list_cell(cell: str) -> tuple[str, ...]:
    """Return the parts of a cell that holds a list separated by `;`."""
    return tuple(part.strip() for part in cell.split(";") if part.strip())


def check_cells(frame: pd.DataFrame, table: Table) -> tuple[pd.DataFrame, list[Problem]]:
    """Return the rows of `frame` (text cells, indexed by line) without a fault, and every fault found."""
    if frame.empty:
        return frame, []
    try:
        _validator(table).validate(frame, lazy=True)
    except pa.errors.SchemaErrors as errors:
        cases = errors.failure_cases.dropna(subset=["index"])
        by_name = {column.name: column for column in table.columns}
        problems = {
            Problem(
                table.file, int(case.index_), case.column, _message(by_name[case.column], case.check, str(case.cell))
            )
            for case in cases.rename(columns={"index": "index_", "failure_case": "cell"}).itertuples()
        }
        bad_lines = {problem.line for problem in problems}
        # Of a column that the file does not have, one problem has said enough.
        absent = frame.attrs.get(ABSENT, [])
        problems = {problem for problem in problems if problem.column not in absent}
        return frame[~frame.index.isin(bad_lines)], sorted(problems)
    return frame, []


def check_references(frame: pd.DataFrame, table: Table, keys: dict[str, set[str]]) -> list[Problem]:
    """Return a problem for each key in `frame` that stands in none of the tables it should.

    `keys` holds, by table name, the ids that stand in the files, in faulty rows too: those have their own
    problem. A table without any row has one as well, so nothing is said of references to it. The row itself
    stays: only the reference is lost.
    """
    problems = []
    for column in (column for column in table.columns if column.references):
        known = set().union(*(keys[name] for name in column.references))
        if not known:
            continue
        files = " or ".join(f"{name}.csv" for name in column.references)
        for line, cell in frame[column.name].items():
            for key in list_cell(cell):
                if key not in known:
                    near = difflib.get_close_matches(key, sorted(known), n=1)
                    mend = f"did you mean '{near[0]}'?" if near else f"add a row '{key}' there or mend the key"
                    problems.append(
                        Problem(table.file, int(str(line)), column.name, f"'{key}' is no id in {files}; {mend}")
                    )
    return problems


@cache
def _validator(table: Table) -> pa.DataFrameSchema:
    """Return the pandera schema of a table: one named check for each way in which a cell can be wrong."""
    columns = {}
    for column in table.columns:
        checks = []
        if column.required:
            checks.append(pa.Check(lambda cell: cell != "", element_wise=True, name="required"))
        fault = _FAULTS.get(column.type)
        if fault:
            checks.append(pa.Check(_passes(fault, column), element_wise=True, name="type"))
        columns[column.name] = pa.Column(str, checks, unique=column.name == "id", required=False, coerce=True)
    return pa.DataFrameSchema(columns)


def _passes(fault: Callable[[Column, str], str], column: Column) -> Callable[[str], bool]:
    return lambda cell: cell == "" or not fault(column, cell)


def _message(column: Column, check: str, cell: str) -> str:
    if check == "required":
        return "the cell is empty and must not be; fill it in"
    if check == "field_uniqueness":
        return f"'{cell}' stands in another row too; keys must differ"
    return _FAULTS[column.type](column, cell)


def _key_fault(_column: Column, cell: str) -> str:
    if re.fullmatch(ID_PATTERN, cell):
        return ""
    return f"'{cell}' is no key; use lower-case letters, digits and single hyphens"


def _keys_fault(column: Column, cell: str) -> str:
    return next((fault for key in list_cell(cell) if (fault := _key_fault(column, key))), "")


def _edtf_fault(_column: Column, cell: str) -> str:
    try:
        parse_span(cell)
    except ValueError as error:
        return str(error)
    return ""


def _interval_fault(column: Column, cell: str) -> str:
    if fault := _edtf_fault(column, cell):
        return fault
    span = parse_span(cell)
    return f"'{cell}' is open; give both ends" if span.open_start or span.open_end else ""


def _number_fault(column: Column, cell: str) -> str:
    try:
        number = int(cell) if column.type == "integer" else float(cell)
    except ValueError:
        kind = "whole number" if column.type == "integer" else "number with a decimal point"
        return f"'{cell}' is no {kind}"
    if not isfinite(number) or "_" in cell:
        return f"'{cell}' is no number"
    if column.minimum is not None and number < column.minimum:
        return f"{cell} is less than {column.minimum:g}" + _swap_hint(column)
    if column.maximum is not None and number > column.maximum:
        return f"{cell} is more than {column.maximum:g}" + _swap_hint(column)
    return "" if number == number else f"'{cell}' is no number"  # noqa: PLR0124, NaN differs from itself


def _swap_hint(column: Column) -> str:
    return "; are latitude and longitude swapped?" if column.name.endswith(("latitude", "longitude")) else ""


def _choice_fault(column: Column, cell: str) -> str:
    if cell in column.choices:
        return ""
    near = difflib.get_close_matches(cell, column.choices, n=1)
    return f"'{cell}' is not allowed; " + (f"did you mean '{near[0]}'?" if near else f"use {', '.join(column.choices)}")


def _codes_fault(_column: Column, cell: str) -> str:
    wrong = [code for code in list_cell(cell) if not re.fullmatch(r"[A-Z]{2}", code)]
    return f"'{wrong[0]}' is no country code; use two capitals such as IQ" if wrong else ""


def _paragraphs_fault(_column: Column, cell: str) -> str:
    for part in list_cell(cell):
        if not part.isdecimal() or not 1 <= int(part) <= LAST_PARAGRAPH:
            return f"'{part}' is no paragraph; the essay has 1 to {LAST_PARAGRAPH}, separated by ';'"
    return ""


def _url_fault(_column: Column, cell: str) -> str:
    if re.fullmatch(r"https?://[^\s/<>\"']+\.[^\s<>\"]+", cell):
        return ""
    return f"'{cell[:60]}' is no web address; it begins with https:// or http:// and has no spaces"


def _colour_fault(_column: Column, cell: str) -> str:
    return "" if re.fullmatch(r"#[0-9a-f]{6}", cell) else f"'{cell}' is no colour; write it as #1f6aa5"


def _text_fault(_column: Column, cell: str) -> str:
    wrong = re.search(r"[\x00-\x1f\x7f\u202a-\u202e\u2066-\u2069]", cell)
    return f"a hidden control character (U+{ord(wrong[0]):04X}) stands in the text; delete it" if wrong else ""


_FAULTS: dict[str, Callable[[Column, str], str]] = {
    "key": _key_fault,
    "keys": _keys_fault,
    "text": _text_fault,
    "texts": _text_fault,
    "integer": _number_fault,
    "number": _number_fault,
    "edtf": _edtf_fault,
    "interval": _interval_fault,
    "choice": _choice_fault,
    "codes": _codes_fault,
    "paragraphs": _paragraphs_fault,
    "url": _url_fault,
    "colour": _colour_fault,
}
"""For each type of column, the function that words the fault of a cell, or returns an empty text."""
