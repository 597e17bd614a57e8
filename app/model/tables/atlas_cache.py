"""The atlas of a folder from the disk cache, and whether its tables have changed."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

from app.model.chronology.entities import Atlas
from app.model.disk_cache import cached
from app.model.tables.content import content_hash


def fingerprint(folder: Path) -> str:
    """Return a hash of a folder's name and its tables' content: it changes when an editor saves one of them."""
    return sha256(f"{folder}\0{content_hash(folder)}".encode()).hexdigest()


def cached_atlas(folder: Path) -> Atlas:
    """Return the atlas of the tables in `folder`; they are read again only if they or the program have changed."""

    def read() -> Atlas:
        from app.model.tables.loader import load_atlas  # noqa: PLC0415, heavy: not having to import it is the point

        return load_atlas(folder)

    return cached("atlas", fingerprint(folder), read)
