"""The tables of a folder as bytes, and the hash by which an edition of them is named."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

from app.model.tables.schema import TABLES


def table_contents(folder: Path) -> dict[str, bytes]:
    """Return the content of each table's file that can be read, by its name."""
    contents = {}
    for table in TABLES:
        try:
            contents[table.file] = (folder / table.file).read_bytes()
        except OSError:
            continue
    return contents


def content_hash(folder: Path) -> str:
    """Return a hash of all tables' content: the same tables have the same one in every folder and on every machine."""
    contents = table_contents(folder)
    digest = sha256()
    for table in TABLES:
        digest.update(contents.get(table.file, b"unreadable"))
        digest.update(b"\0")
    return digest.hexdigest()
