"""What can be wrong with one cell: for each type of column a function that words the fault and the mend."""

from __future__ import annotations

import re
from collections.abc import Callable

from app.model.chronology.dates import parse_span
from app.model.chronology.ids import ID_PATTERN
from app.model.chronology.source_text import LAST_PARAGRAPH
from app.model.tables.cells.addresses import address_fault, address_remark
from app.model.tables.cells.number_checks import number_fault
from app.model.tables.columns import Column
from app.model.text.hidden_characters import hidden_letter
from app.model.text.near_words import did_you_mean
from app.model.text.quoting import quoted
from app.model.text.untrusted_text import reads_as_formula

TEXT_TYPES = ("text", "texts")
"""Types of column that hold words for readers."""
LIST_TYPES = ("keys", "codes", "paragraphs")
"""Types of column that hold lists of codes, in which none may stand twice."""
_SPREADSHEET_ERROR = re.compile(r"#(REF|NAME|VALUE|DIV/0|NULL|NUM|N/A|SPILL|CALC|FIELD)[!?]?|#{3,}|Err:\d{3}")
_MARKUP = re.compile(r"</?[a-z][^<>]*>|<(?:script|style|iframe|img|svg)\b|<!--|&(?:[a-z]{2,8}|#\d+);", re.IGNORECASE)
_SUSPECT = re.compile(r"^\s*[=+@＝＋－＠-]|<|&|;|\ufffd|\?\?\?")


def list_cell(cell: str) -> tuple[str, ...]:
    """Return the parts of a cell that holds a list separated by `;`."""
    return tuple(part.strip() for part in cell.split(";") if part.strip())


def cell_fault(column: Column, cell: str) -> str:
    """Return what makes the cell unusable, with the mend, or nothing."""
    if not cell:
        return "the cell is empty and must not be; fill it in" if column.required else ""
    if _SPREADSHEET_ERROR.fullmatch(cell):
        return f"'{cell}' is a spreadsheet's mark of an error and no content; write the content anew"
    if hidden := hidden_letter(cell, within_text=column.type in TEXT_TYPES):
        return hidden
    fault = _FAULTS.get(column.type)
    return fault(column, cell) if fault else ""


def cell_remark(column: Column, cell: str) -> str:
    """Return what an editor will want to mend although the cell can be shown, or nothing."""
    if column.type == "url":
        return address_remark(cell) if cell else ""
    if not _SUSPECT.search(cell):
        return ""
    if column.type in TEXT_TYPES:
        return _text_remark(column, cell)
    parts = list_cell(cell) if column.type in LIST_TYPES else ()
    twice = [part for part in parts if parts.count(part) > 1]
    return f"{quoted(twice[0])} stands twice in the list; delete one of the two" if twice else ""


def _text_remark(column: Column, cell: str) -> str:
    if reads_as_formula(cell):
        return f"a spreadsheet takes a text that begins with '{cell[0]}' for a formula; begin it with a word"
    if markup := _MARKUP.search(cell):
        return f"{quoted(markup[0])} is shown as text and has no effect; delete the markup"
    lost = "\ufffd" in cell or (column.name.endswith("_ar") and re.fullmatch(r"[?\W\d]*\?\?\?[?\W\d]*", cell))
    if lost:
        return "letters were lost when the file was saved in another encoding; write them anew, save as “CSV UTF-8”"
    return ""


def _key_fault(_column: Column, cell: str) -> str:
    if re.fullmatch(ID_PATTERN, cell):
        return ""
    return f"{quoted(cell)} is no key; use lower-case letters, digits and single hyphens"


def _keys_fault(column: Column, cell: str) -> str:
    for key in list_cell(cell):
        if fault := _key_fault(column, key):
            return fault + ("; separate the keys of a list by ';'" if re.search(r"[,،؛|]", key) else "")
    return ""


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


def _choice_fault(column: Column, cell: str) -> str:
    if cell in column.choices:
        return ""
    mend = did_you_mean(cell, column.choices) or f"use {', '.join(column.choices)}"
    return f"{quoted(cell)} is not allowed; {mend}"


def _codes_fault(_column: Column, cell: str) -> str:
    wrong = [code for code in list_cell(cell) if not re.fullmatch(r"[A-Z]{2}", code)]
    return f"{quoted(wrong[0])} is no country code; use two capitals such as IQ" if wrong else ""


def _paragraphs_fault(_column: Column, cell: str) -> str:
    for part in list_cell(cell):
        # A number of thousands of figures is more than int() takes.
        if not part.isdecimal() or len(part) > 4 or not 1 <= int(part) <= LAST_PARAGRAPH:
            return f"{quoted(part)} is no paragraph; the essay has 1 to {LAST_PARAGRAPH}, separated by ';'"
    return ""


def _url_fault(_column: Column, cell: str) -> str:
    return address_fault(cell)


def _colour_fault(_column: Column, cell: str) -> str:
    if re.fullmatch(r"#[0-9a-f]{6}", cell):
        return ""
    capital = re.fullmatch(r"#[0-9a-f]{6}", cell.lower())
    return f"{quoted(cell)} is no colour; write it as {cell.lower() if capital else '#1f6aa5'}"


_FAULTS: dict[str, Callable[[Column, str], str]] = {
    "key": _key_fault,
    "keys": _keys_fault,
    "integer": number_fault,
    "number": number_fault,
    "edtf": _edtf_fault,
    "interval": _interval_fault,
    "choice": _choice_fault,
    "codes": _codes_fault,
    "paragraphs": _paragraphs_fault,
    "url": _url_fault,
    "colour": _colour_fault,
}
"""For each type of column, the function that words the fault of a cell, or returns an empty text."""
