"""From the bytes of a file to its text: what it is, what encoding it has, and what stands in it by accident."""

from __future__ import annotations

import re
from pathlib import Path

from app.model.problems import Findings
from app.model.tables.files.file_kinds import beside_a_missing_file, binary, kind_of_bytes, kind_of_text
from app.model.tables.files.legacy_encodings import guess_encoding, name_of, reading_in, words_beyond_ascii
from app.model.text.quoting import quoted

_UTF_8_MARK = b"\xef\xbb\xbf"
_MARKS = (
    (b"\xff\xfe\0\0", "utf-32", "UTF-32"),
    (b"\0\0\xfe\xff", "utf-32", "UTF-32"),
    (b"\xff\xfe", "utf-16", "UTF-16"),
    (b"\xfe\xff", "utf-16", "UTF-16"),
)
"""First bytes that name an encoding; the longer ones first."""
_SAVE = "save it as “CSV UTF-8”"
_UNDECODED = re.compile(r"[\udc80-\udcff]")
"""A byte that is not UTF-8, as Python writes it."""
_UNDECODED_RUN = re.compile(r"[\udc80-\udcff]+")
_WORD_WITH_IT = re.compile(r"[A-Za-z'\udc80-\udcff]*[\udc80-\udcff][A-Za-z'\udc80-\udcff]*")
_LINE_END = re.compile(r"\r\n|\r|\n")
_PASTED_MARK = re.compile(r"(?<=[\r\n])\ufeff")
_HEADING_BYTES = 40
"""Number of bytes of the heading that are examined: its names are plain letters."""
_MAX_RIVALS = 2
"""Maximum readings of a word that are shown where nothing decides between them."""


def decode(path: Path, findings: Findings) -> str | None:
    """Return the text of the file, or None where there is none; add what is wrong or doubtful to the findings.

    Bytes that no encoding can be told for come as lone surrogates, so that the rows without them can be read.
    """
    raw = _read(path, findings)
    if raw is None:
        return None
    text = None
    if not (foreign := kind_of_bytes(raw)):
        text = _text(raw, findings)
        foreign = kind_of_text(text.lstrip("\ufeff")) if text is not None else binary(raw)
    if foreign or text is None:
        findings.found.clear()
        findings.problem(0, "", foreign)
        return None
    text = text.lstrip("\ufeff").rstrip("\x1a")  # the mark of UTF-8 may stand twice; DOS ended files with a sign
    if not text.strip("\0 \t\r\n,;|\ufeff"):
        findings.problem(0, "", "the file is empty; put the table back, with its heading")
        return None
    return _without_accidents(text, findings)


def line_at(text: str, at: int) -> int:
    """Return the line, from 1, on which the character with this index stands."""
    return len(_LINE_END.findall(text, 0, at)) + 1


def _read(path: Path, findings: Findings) -> bytes | None:
    try:
        if path.is_dir():
            message = "the file cannot be read: a folder stands in its place; move it away and put the file there"
            findings.problem(0, "", message)
            return None
        return path.read_bytes()
    except FileNotFoundError:
        mend = beside_a_missing_file(path) or "put it back into the data folder"
        findings.problem(0, "", f"the file is missing; {mend}")
    except OSError as error:
        mend = "check its permissions and that it is a plain file"
        findings.problem(0, "", f"the file cannot be read ({error.strerror}); {mend}")
    return None


def _text(raw: bytes, findings: Findings) -> str | None:
    """Return the bytes as text, or None where they are none."""
    for mark, encoding, name in _MARKS:
        if raw.startswith(mark):
            findings.note(f"the file is {name} and was read so; {_SAVE}")
            return raw.decode(encoding, errors="replace")
    if unmarked := _unmarked_utf_16(raw):
        findings.note(f"the file is UTF-16 without a byte order mark and was read so; {_SAVE}")
        return raw.decode(unmarked, errors="replace")
    if binary(raw):
        return None
    raw = raw.removeprefix(_UTF_8_MARK)
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return _text_of_another_time(raw, findings)


def _unmarked_utf_16(raw: bytes) -> str:
    """Return the encoding where every other byte of the heading is zero, else nothing."""
    start = raw[:_HEADING_BYTES]
    for encoding, zeros, letters in (("utf-16-le", start[1::2], start[::2]), ("utf-16-be", start[::2], start[1::2])):
        if len(start) > 4 and not any(zeros) and all(letters):
            return encoding
    return ""


def _text_of_another_time(raw: bytes, findings: Findings) -> str:
    """Return a text that is not UTF-8, or of which a part is not, in the encoding that its words tell."""
    text = raw.decode("utf-8", errors="surrogateescape")
    first, lines = _lines_undecoded(text)
    strange = len(_UNDECODED.findall(text))
    partly = sum(letter > "\x7f" for letter in text) > 2 * strange  # the strange bytes are counted as well
    words = _words_undecoded(text) if partly else words_beyond_ascii(raw)
    guess = guess_encoding(words, b"" if partly else raw)
    if not guess.encoding:
        findings.problem(first, "", _undecided(words, guess.rivals, partly=partly), lines)
        return text
    example = next((word for word in words if _has_a_letter(reading_in(guess.encoding, word))), words[0])
    line = line_at(text, max(0, text.find(example.decode("utf-8", errors="surrogateescape"))))
    read = f"was read as {guess.name}, in which line {line} says {quoted(reading_in(guess.encoding, example))}"
    if partly:
        rows = "a row is not" if len(lines) == 1 else f"{len(lines)} rows are not"
        findings.note(f"most of the file is UTF-8 and {rows}, which {read}; {_SAVE}")
        return _UNDECODED_RUN.sub(lambda run: reading_in(guess.encoding, _bytes_of(run[0])), text)
    findings.note(f"the file is not UTF-8; it {read}; {_SAVE}")
    return reading_in(guess.encoding, raw)


def _has_a_letter(word: str) -> bool:
    """Return True for a word that shows its encoding to a reader, other than one with a dash or an apostrophe alone."""
    return any(letter.isalpha() and not letter.isascii() for letter in word)


def _lines_undecoded(text: str) -> tuple[int, list[int]]:
    """Return the first line with bytes that are not UTF-8, and all of them."""
    lines = [number for number, line in enumerate(_LINE_END.split(text), start=1) if _UNDECODED.search(line)]
    return lines[0], lines


def _words_undecoded(text: str) -> list[bytes]:
    return list(dict.fromkeys(_bytes_of(word) for word in _WORD_WITH_IT.findall(text)))


def _bytes_of(text: str) -> bytes:
    return text.encode("utf-8", errors="surrogateescape")


def _undecided(words: list[bytes], rivals: tuple[str, ...], *, partly: bool) -> str:
    """Say that letters are in no encoding that can be told, with the readings of a word that differs between them."""
    what = "some rows of the file are not UTF-8" if partly else "the file is not UTF-8"
    lost = "rows with such letters, here the first, are left out"
    for word in words:
        readings = {reading_in(encoding, word): encoding for encoding in reversed(rivals[:_MAX_RIVALS])}
        if len(readings) > 1:
            said = " or ".join(
                f"{quoted(text)} in {name_of(encoding)}" for text, encoding in reversed(readings.items())
            )
            return f"{what}, and nothing decides whether it says {said}; {lost}; {_SAVE}"
    return f"{what}, and no encoding fits its letters; {lost}; {_SAVE}"


def _without_accidents(text: str, findings: Findings) -> str:
    """Return the text without zero bytes and without the marks of files pasted behind one another."""
    if "\0" in text:
        first = line_at(text, text.index("\0"))
        count = text.count("\0")
        zeros = "a zero byte stands" if count == 1 else f"{count} zero bytes stand"
        message = f"{zeros} in the file, here the first, and the file may be damaged; {_SAVE} anew"
        findings.problem(first, "", message)
        text = text.replace("\0", "")
    for mark in _PASTED_MARK.finditer(text):
        message = "a byte order mark (U+FEFF) begins the line, as where files were joined; delete it"
        findings.problem(line_at(text, mark.start()), "", message)
    return _PASTED_MARK.sub("", text)
