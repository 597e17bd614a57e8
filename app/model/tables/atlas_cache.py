"""The atlas of a folder from the disk cache, and whether its tables have changed."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

from app.model.chronology.entities import Atlas
from app.model.disk_cache import cached
from app.model.tables.schema import TABLES


def fingerprint(folder: Path) -> str:
    """Return a hash of all tables' content: it changes when an editor saves one of them."""
    digest = sha256(str(folder).encode())
    for table in TABLES:
        try:
            digest.update((folder / table.file).read_bytes())
        except OSError:
            digest.update(b"unreadable")
        digest.update(b"\0")
    return digest.hexdigest()


def cached_atlas(folder: Path) -> Atlas:
    """Return the atlas of the tables in `folder`; they are read again only if they or the program have changed."""

    def read() -> Atlas:
        from app.model.tables.loader import load_atlas  # noqa: PLC0415, heavy: not having to import it is the point

        return load_atlas(folder)

    return cached("atlas", fingerprint(folder), read)
