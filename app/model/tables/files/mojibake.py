"""Text that was read in a wrong encoding and then saved as UTF-8, such as `Ø¯Ù…Ø´Ù‚` for `دمشق`."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from app.model.tables.files.legacy_encodings import fits, words_beyond_ascii

_HIGH = "\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122"
"""The bytes 80 to BF as Windows-1252 and Latin-1 show them: behind a first byte, the others of a letter in UTF-8."""
_HINT = re.compile(
    rf"[\u00c2-\u00df][{_HIGH}]|[\u00e0-\u00ef][{_HIGH}]{{2}}|[\u00f0-\u00f4][{_HIGH}]{{3}}"  # Windows-1252, Latin-1
    r"|[\u0080-\u009f]"  # what is left of bytes that Windows-1252 has no letter for
    r"|[ĂĹÄ][^\x00-\x7f\u00c0-\u017f\u2019\u201d]"  # Windows-1250
)
"""Pairs of letters by which ftfy is worth asking."""
_OTHERS = (
    ("cp1256", re.compile("[ء-ك×](?!…$)[^\u0620-\u0652\\s\x00-\x7f،؛؟«»]|â€", re.MULTILINE)),
    (
        "cp1251",
        re.compile("[А-Я][\u0080-\u00aa\u00ac-\u00ba\u00bc-\u00bf\u0402-\u040f\u0452-\u045f\u2018-\u203a\u20ac]|вЂ"),
    ),
    ("cp850", re.compile(r"[\u2500-\u259f][^\x00-\x7f]|Ô[Çê]")),
    ("cp437", re.compile(r"[\u2500-\u259f][^\x00-\x7f]|Γ[ÇéöÖ]")),
    ("mac_roman", re.compile(r"[√ƒ][^\x00-\x7f]|‚Ä|[ÿŸ][^\x00-\x7f\u2019]")),
    ("cp1250", re.compile("â€")),
)
"""Encodings in which all of a text can be read again, each with the pairs of letters by which that is worth trying."""
_LATIN_HINT = re.compile("[\u00c0-\u00ff\u0152\u0153\u0160\u0161\u0178\u0192\u02c6]{2}")
"""Arabic of Windows-1256 as Windows-1252 shows it: words of nothing but letters with accents."""
_BEYOND_ASCII = re.compile("[^\x00-\x7f]+")
_QUOTED = re.compile(r"""(?:(?<=\s)|(?<=\()|^)(['"`])[^'"`]*\1(?=[\s).,;:!?]|$)|“[\w€™šžœŸ¢-¿†‡•…‰‹›˜ˆ‚„ ]*”""")
_FAR_FETCHED = re.compile("[\u0530-\u058f\u0700-\u1dff\ue000-\uf8ff\ufffd]")
"""Letters of scripts that bytes may spell by chance."""
_MAX_TIMES_OVER = 3
"""Maximum number of wrong encodings that are undone one after another."""


@dataclass(frozen=True)
class MojibakeCell:
    """A cell whose text went through a wrong encoding."""

    line: int
    """Line of its row in the file."""
    column: str
    """Column name."""
    text: str
    """As the file has it."""
    proposal: str
    """What it was, most likely."""


def may_be_mojibake(text: str) -> bool:
    """Return True where a look at each cell is worth its time: nearly never for a text that is as it should be."""
    if text.isascii():
        return False
    runs = "\n".join(set(_BEYOND_ASCII.findall(text)))  # each once: the search through these is the long one
    return any(hint.search(runs) for hint in (_HINT, _LATIN_HINT, *(hint for _, hint in _OTHERS)))


def mojibake_cells(cells: Iterable[tuple[int, str, str]]) -> list[MojibakeCell]:
    """Return those of the cells, given by line, column and text, that went through a wrong encoding."""
    return [
        MojibakeCell(line, column, text, proposal)
        for line, column, text in cells
        if may_be_mojibake(text) and (proposal := repaired(text)) and not _is_quoted(text, proposal)
    ]


def repaired(text: str) -> str:
    """Return what the text was before it went through a wrong encoding, or nothing where it did not."""
    now = text
    for _ in range(_MAX_TIMES_OVER):
        before = _repaired_once(now)
        if not before:
            break
        now = before
    return now if now != text else ""


def _repaired_once(text: str) -> str:
    for encoding, hint in _OTHERS:
        if hint.search(text) and (before := _read_again(text, encoding)):
            return before
    if arabic := _arabic_shown_as_latin(text):
        return arabic
    if _HINT.search(text):
        from ftfy import fix_encoding  # noqa: PLC0415, not needed where no text is suspect

        fixed = fix_encoding(text)
        if fixed != text:
            return fixed
    return ""


def _read_again(text: str, encoding: str) -> str:
    """Return what the text is if it was UTF-8 and read in the encoding; nothing where it cannot have been."""
    try:
        before = text.encode(encoding).decode("utf-8")
    except UnicodeError:
        return ""
    return before if before != text and not _FAR_FETCHED.search(before) else ""


def _arabic_shown_as_latin(text: str) -> str:
    """Return the Arabic that a text is if its Windows-1256 was read as Windows-1252, or nothing."""
    if not _LATIN_HINT.search(text):
        return ""
    try:
        raw = text.encode("cp1252")
    except UnicodeEncodeError:
        return ""
    words = words_beyond_ascii(raw)
    arabic = [word for word in words if not re.search(rb"[A-Za-z]", word)]
    longer = [word for word in arabic if len(word) > 2]
    if len(arabic) * 2 <= len(words) or not longer or fits("cp1252", words) or not fits("cp1256", words):
        return ""
    return raw.decode("cp1256")


def _is_quoted(text: str, proposal: str) -> bool:
    """Return True where the text only speaks of such letters: between quotation marks, or beside the right ones."""
    if not may_be_mojibake(_QUOTED.sub("", text)):
        return True
    right = {letter for letter in proposal if not letter.isascii()}
    return bool(right) and right <= set(text)
