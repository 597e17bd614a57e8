"""Untrusted text made safe for a terminal and for a cell: no commands, no direction overrides, no formulas."""

from __future__ import annotations

import re
import unicodedata

from app.model.text.unsafe_characters import CONTROLS, DIRECTION_CONTROLS, LINE_SEPARATORS, NONCHARACTERS, SURROGATES

_COMMANDS = re.compile(f"[{CONTROLS}{LINE_SEPARATORS}{DIRECTION_CONTROLS}{SURROGATES}]")
"""Control characters, overrides of the direction of text, and halves of characters, which cannot be written."""
_BREAKS = re.compile(r"[\t\n\x0b\f\r\x1c-\x1f \x85\u2028\u2029]+")
_NEVER_WRITTEN = re.compile(rf"[{CONTROLS}{DIRECTION_CONTROLS}\ufeff{SURROGATES}{NONCHARACTERS}]")
_NOT_IN_XML = re.compile(rf"(?![\t\n\r])[{CONTROLS}{SURROGATES}{NONCHARACTERS}]")
_OF_ARABIC_SCRIPT = "\u061c\u200c\u200d\u200e\u200f"
"""Hidden signs that Arabic and Persian are written with: joiners and plain direction marks."""
_FORMULA_SIGNS = tuple("=+-@＝＋－＠")
_NUMBER = re.compile(r"[+-]?[0-9]+([.][0-9]+)?([eE][+-]?[0-9]+)?")
_LONGEST = 200


def harmless(text: str) -> str:
    """Return text with a blank for each sign that could command a terminal or turn what follows it around."""
    return _COMMANDS.sub(" ", text)


def heading(text: str) -> str:
    """Return text as a title: on one line, without what no file can hold or what turns the direction of other text.

    A vertical tab, which PowerPoint copies for a line break in a title, is a blank as any other break is.
    """
    return _NEVER_WRITTEN.sub("", _BREAKS.sub(" ", text)).strip()


def for_xml(text: str) -> str:
    """Return text without characters that XML 1.0 cannot hold; its lines stay lines."""
    return _NOT_IN_XML.sub("", re.sub(r"[\x0b\f\x85\u2028\u2029]", " ", text))


def unwritable(text: str) -> str:
    """Return the first character of text that has no place on a line of text, or nothing."""
    found = _COMMANDS.search(text) or _NEVER_WRITTEN.search(text)
    return found[0] if found else ""


def one_line(text: object) -> str:
    """Return text harmless, without hidden signs, on one line, cut where it is longer than any name."""
    start = harmless(str(text)[: 4 * _LONGEST])
    kept = (sign for sign in start if sign in _OF_ARABIC_SCRIPT or unicodedata.category(sign) not in ("Cf", "Co", "Cn"))
    line = " ".join("".join(kept).split())
    return line if len(line) <= _LONGEST else line[:_LONGEST] + "…"


def reads_as_formula(text: str) -> bool:
    """Return True where a spreadsheet would take the text for a formula."""
    return text.lstrip().startswith(_FORMULA_SIGNS)


def commands_a_spreadsheet(cell: str) -> bool:
    """Return True where a spreadsheet would not take a cell of a CSV file for the text or the number that it is."""
    return cell.startswith(("\t", "\r", "\n")) or (reads_as_formula(cell) and not _NUMBER.fullmatch(cell))


def for_spreadsheet(cell: str) -> str:
    """Return a cell that a spreadsheet takes for text: an apostrophe stands before what it would take for a formula."""
    return f"'{cell}" if commands_a_spreadsheet(cell) else cell
