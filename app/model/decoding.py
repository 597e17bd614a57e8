"""From the bytes of a file to its text: what encoding it has, and what stands in it by accident."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

_UTF_8_MARK = b"\xef\xbb\xbf"
_UTF_16_MARKS = (b"\xff\xfe", b"\xfe\xff")
_SAVE = "save it as “CSV UTF-8”"
_ARABIC_WORD = re.compile(r"[\u060c\u061b\u061f\u0621-\u0652\xab\xbb]+")
_RUN_OF_BYTES = re.compile(r"[\udc80-\udcff]{3,}")
"""Bytes that could not be decoded, as Python writes them: accents of the West seldom stand three in a row."""
_PASTED_MARK = re.compile(r"(?<=[\r\n])\ufeff")
_HEADING_BYTES = 40
"""So many bytes of the heading are looked at: its names are plain letters."""
_Report = Callable[[int, str], None]
"""Takes line and message of a problem."""


def decode(path: Path, report: _Report) -> str | None:
    """Return the text of the file, or None where there is none; report what is wrong with it.

    Bytes that are not UTF-8 come as lone surrogates, so that the rows without them can be read.
    """
    raw = _read(path, report)
    if raw is None:
        return None
    text = _text(raw, report)
    if not text.strip("\ufeff\0 \t\r\n,;"):
        report(0, "the file is empty; put the table back, with its heading")
        return None
    return _without_accidents(text, report)


def _read(path: Path, report: _Report) -> bytes | None:
    try:
        if path.is_dir():
            report(0, "the file cannot be read: a folder stands in its place; move it away and put the file there")
            return None
        return path.read_bytes()
    except FileNotFoundError:
        report(0, "the file is missing; put it back into the data folder")
    except OSError as error:
        report(0, f"the file cannot be read ({error.strerror}); check its permissions and that it is a plain file")
    return None


def _text(raw: bytes, report: _Report) -> str:
    if raw.startswith(_UTF_16_MARKS):
        report(0, f"the file is UTF-16; it was read, but {_SAVE}")
        return raw.decode("utf-16", errors="replace")
    if unmarked := _unmarked_utf_16(raw):
        report(0, f"the file is UTF-16 without a byte order mark; it was read, but {_SAVE}")
        return raw.decode(unmarked, errors="replace")
    raw = raw.removeprefix(_UTF_8_MARK)
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        text = raw.decode("utf-8", errors="surrogateescape")
        guess = "is probably Windows-1256 (so read, it is Arabic), not UTF-8" if _is_arabic(text) else "is not UTF-8"
        report(line, f"the file {guess}; rows with such letters, here the first, are left out; {_SAVE}")
        return text


def _unmarked_utf_16(raw: bytes) -> str:
    """Return the encoding where every other byte of the heading is zero, else nothing."""
    start = raw[:_HEADING_BYTES]
    for encoding, zeros, letters in (("utf-16-le", start[1::2], start[::2]), ("utf-16-be", start[::2], start[1::2])):
        if len(start) > 4 and not any(zeros) and all(letters):
            return encoding
    return ""


def _is_arabic(text: str) -> bool:
    """Return True where most runs of three bytes or more that are not UTF-8 are Arabic words in Windows-1256."""
    runs = [run.encode("utf-8", errors="surrogateescape") for run in _RUN_OF_BYTES.findall(text)]
    arabic = [run for run in runs if _ARABIC_WORD.fullmatch(run.decode("cp1256"))]
    return 2 * len(arabic) > len(runs)


def _without_accidents(text: str, report: _Report) -> str:
    """Return the text without zero bytes and without the marks of files pasted behind one another."""
    if "\0" in text:
        first = text[: text.index("\0")].count("\n") + 1
        count = text.count("\0")
        zeros = "a zero byte stands" if count == 1 else f"{count} zero bytes stand"
        report(first, f"{zeros} in the file, here the first, and the file may be damaged; {_SAVE} anew")
        text = text.replace("\0", "")
    for mark in _PASTED_MARK.finditer(text):
        line = text[: mark.start()].count("\n") + 1
        report(line, "a byte order mark (U+FEFF) begins the line, as where files were joined; delete it")
    return _PASTED_MARK.sub("", text)
