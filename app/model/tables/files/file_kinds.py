"""What a file is that is no CSV, by its first bytes, and what to do with it."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

EXPORT = "open it and save the sheet as “CSV UTF-8”"
_UNPACK = "unpack it and put the CSV file here"
_BEGINNINGS = (
    (b"%PDF-", "a PDF document", "put the table that it was made from here, as “CSV UTF-8”"),
    (b"{\\rtf", "an RTF text document", "open it and save it as plain text in UTF-8, or save the table anew"),
    (b"\x1f\x8b", "packed with gzip", _UNPACK),
    (b"BZh", "packed with bzip2", _UNPACK),
    (b"\xfd7zXZ\0", "packed with xz", _UNPACK),
    (b"\x28\xb5\x2f\xfd", "packed with zstd", _UNPACK),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive", _UNPACK),
    (b"Rar!\x1a\x07", "a RAR archive", _UNPACK),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Excel workbook (.xls) or another old Office file", EXPORT),
    (b"\x09\x08", "a very old Excel workbook (.xls)", EXPORT),
    (b"\x89PNG", "a picture (PNG)", "put the table here"),
    (b"\xff\xd8\xff", "a picture (JPEG)", "put the table here"),
    (b"GIF8", "a picture (GIF)", "put the table here"),
    (b"SQLite format 3\0", "an SQLite database", "export the table from it as CSV"),
    (b"PAR1", "a Parquet file", "export the table from it as CSV"),
    (b"bplist00", "a binary property list of macOS", "put the table here"),
    (b"\x7fELF", "a program", "put the table here"),
    (b"version https://git-lfs.github.com/spec/", "a pointer of Git LFS, not the table", "run `git lfs pull`"),
    (b"[InternetShortcut]", "a shortcut to a web page", "open the page and download the table as CSV"),
)
"""First bytes, what the file is, and what to do."""
_IN_ZIP = (
    ("xl/", "an Excel workbook (.xlsx)", EXPORT),
    ("word/", "a Word document (.docx)", "copy its table into a spreadsheet, and save that as “CSV UTF-8”"),
    ("ppt/", "a PowerPoint file (.pptx)", "put the table here"),
    ("index/document.iwa", "a Numbers or other iWork document", "open it and export it to CSV in UTF-8"),
    ("index.zip", "a Numbers or other iWork document", "open it and export it to CSV in UTF-8"),
    ("doc.kml", "a KMZ file of Google Earth", "put the table here"),
)
"""How a name within the archive begins, in small letters."""
_OPEN_DOCUMENT = {
    "spreadsheet": ("an OpenDocument spreadsheet (.ods)", EXPORT),
    "text": ("an OpenDocument text (.odt)", "copy its table into a spreadsheet, and save that as “CSV UTF-8”"),
}
_TEXTS = (
    (re.compile(r".*urn:schemas-microsoft-com:office:spreadsheet", re.DOTALL), "an Excel workbook in XML", EXPORT),
    (
        re.compile(
            r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|table|meta|div)\b",
            re.DOTALL | re.IGNORECASE,
        ),
        "a web page (HTML), such as one that asks for a login",
        "download the table itself as CSV",
    ),
    (
        re.compile(r"\s*(?:<\?xml|<[a-z][\w:-]*[\s>].*</)", re.DOTALL | re.IGNORECASE),
        "an XML file",
        "export the table as CSV",
    ),
    (
        re.compile(r'\s*\{.*("doc_id"|docs\.google\.com)', re.DOTALL),
        "a link to a Google spreadsheet",
        "open that and download it as CSV",
    ),
    (re.compile(r'\s*(?:\{\s*"|\[\s*[\[{"]|\{\s*\}|\[\s*\])'), "a JSON file", "export the table as CSV"),
)
"""How a text begins that is no CSV, what it is, and what to do; the first that fits counts."""
_MAX_SIGNS_READ = 4096
"""Maximum bytes or letters of a file that are examined."""
_CONTROLS = bytes(sorted({*range(1, 32), 127} - {*b"\t\n\r\f\v\x1a\x1b"}))
_MANY_CONTROLS = 0.02
"""Maximum share of control characters in a text."""
_OTHER_SUFFIXES = {
    ".xlsx": "an Excel workbook",
    ".xls": "an old Excel workbook",
    ".xlsm": "an Excel workbook",
    ".xlsb": "an Excel workbook",
    ".ods": "an OpenDocument spreadsheet",
    ".numbers": "a Numbers document",
    ".gsheet": "a link to a Google spreadsheet",
}
"""Files in which a table may stand."""
_PACKED = (".zip", ".gz", ".7z", ".rar", ".csv.zip", ".csv.gz")
_RENAME = (".tsv", ".tab", ".txt", ".text", ".csv", ".csv.txt", ".csv.csv", ".bak")


def kind_of_bytes(raw: bytes) -> str:
    """Return what the file is and what to do, as one sentence, or nothing where it may be a text."""
    if raw.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _sentence(*_kind_of_zip(raw))
    for beginning, what, mend in _BEGINNINGS:
        if raw.removeprefix(b"\xef\xbb\xbf").startswith(beginning):
            return _sentence(what, mend)
    return ""


def binary(raw: bytes) -> str:
    """Say that the bytes are no text, where so many of them are control characters; else nothing. Not for UTF-16."""
    start = raw[:_MAX_SIGNS_READ]
    controls = len(start) - len(start.translate(None, _CONTROLS))
    if controls > 8 and controls > _MANY_CONTROLS * len(start):
        return _sentence("no text but the data of another program", "put the table here, as “CSV UTF-8”")
    return ""


def kind_of_text(text: str) -> str:
    """Return what a text is that is no CSV, and what to do, as one sentence; else nothing."""
    start = text[:_MAX_SIGNS_READ]
    if not re.match(r"\s*[<{\[]", start):
        return ""
    return next((_sentence(what, mend) for begins, what, mend in _TEXTS if begins.match(start)), "")


def beside_a_missing_file(path: Path) -> str:
    """Return what stands in the folder instead of a file that is missing, and what to do; else nothing."""
    try:
        others = sorted(other for other in path.parent.iterdir() if other.name != path.name)
    except OSError:
        return ""
    looks = (_of_the_same_name, _copy, _any_workbook)
    return next((how for look in looks for other in others if (how := look(path, other))), "")


def _of_the_same_name(path: Path, other: Path) -> str:
    stem, _, suffixes = other.name.partition(".")
    if stem.strip().casefold() != path.stem.casefold():
        return ""
    suffix = f".{suffixes.strip().casefold()}"
    if what := _OTHER_SUFFIXES.get(Path(suffix).suffix or suffix):
        return f"{other.name} stands there and is {what}: {EXPORT}, under the name {path.name}"
    if suffix in _PACKED:
        return f"{other.name} stands there and is packed: unpack it, and name the file {path.name}"
    return f"{other.name} stands there: rename it to {path.name}" if suffix in _RENAME else ""


def _copy(path: Path, other: Path) -> str:
    copies = rf"{re.escape(path.stem)}\s*(?:\(\d+\)|[-_ ]+copy|[-_ ]+utf-?8)*\.csv"
    found = re.fullmatch(copies, other.name, re.IGNORECASE)
    return f"{other.name} stands there: rename it to {path.name}" if found else ""


def _any_workbook(path: Path, other: Path) -> str:
    if other.suffix.casefold() not in _OTHER_SUFFIXES or other.name.startswith(("~$", ".")):
        return ""
    return f"{other.name} stands there: if the table is a sheet of it, save that as “CSV UTF-8” named {path.name}"


def _sentence(what: str, mend: str) -> str:
    return f"the file is {what}; {mend}"


def _kind_of_zip(raw: bytes) -> tuple[str, str]:
    names = list(_names_in_zip(raw))
    for beginning, what, mend in _IN_ZIP:
        if any(name.lower().startswith(beginning) for name in names):
            return what, mend
    for kind, said in _OPEN_DOCUMENT.items():
        if f"application/vnd.oasis.opendocument.{kind}".encode() in raw[:200]:
            return said
    return "a zip archive", _UNPACK


def _names_in_zip(raw: bytes) -> Iterator[str]:
    """Yield the names within an archive, also of one that was cut off."""
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            yield from archive.namelist()
    except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError):
        for found in re.finditer(rb"PK\x03\x04.{22}(?P<length>..)..", raw, re.DOTALL):
            length = int.from_bytes(found["length"], "little")
            yield raw[found.end() : found.end() + length].decode("utf-8", errors="replace")
