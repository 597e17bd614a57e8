"""Characters that do not show: which ones a cell may have, and which stand beside its content by accident."""

from __future__ import annotations

import re
import unicodedata

from app.model.text.unsafe_characters import CONTROLS, DIRECTION_CONTROLS, LINE_SEPARATORS

LINE_BREAK = "a line break stands in the cell; write it in one line, or look for a quotation mark that is not closed"
_NEVER_IN_TEXT = re.compile(f"[{CONTROLS}{LINE_SEPARATORS}{DIRECTION_CONTROLS}]")
"""Control characters and those that turn the direction of what follows; Arabic needs other hidden ones."""


def hidden_letter(cell: str, *, within_text: bool) -> str:
    """Return the fault of a cell with a hidden character, or nothing; text for readers may have some of them."""
    if cell.isprintable():
        return ""
    if "\n" in cell or "\r" in cell:
        return LINE_BREAK
    if within_text:
        found = _NEVER_IN_TEXT.search(cell)
        letter = found[0] if found else ""
    else:
        letter = next(letter for letter in cell if not letter.isprintable())
    return f"a hidden character, {name_of(letter)}, stands in the cell; delete it" if letter else ""


def without_hidden_edges(cell: str, *, is_list: bool) -> tuple[str, str]:
    """Return the cell without hidden characters around its content, or around each part of a list, and what to say."""
    if cell.isprintable():
        return cell, ""
    parts = cell.split(";") if is_list else [cell]
    letters = [letter for part in parts for letter in _edges(part) if letter not in " \t\r\n"]
    if not letters:
        return cell, ""
    message = f"a hidden character, {name_of(letters[0])}, stands beside the content and was not read; delete it"
    return ";".join(_bare(part) for part in parts), message


def name_of(letter: str) -> str:
    """Return name and code point of a character, such as `zero width space (U+200B)`."""
    return f"{unicodedata.name(letter, 'control character').lower()} (U+{ord(letter):04X})"


def _bare(part: str) -> str:
    shown = [at for at, letter in enumerate(part) if letter.isprintable() and letter != " "]
    return part[shown[0] : shown[-1] + 1] if shown else ""


def _edges(part: str) -> str:
    """Return what stands before and behind the content."""
    before, _, behind = part.partition(_bare(part)) if _bare(part) else (part, "", "")
    return before + behind
