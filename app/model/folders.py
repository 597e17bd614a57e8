"""Where the project and its tables lie, and whether a table has changed."""

from __future__ import annotations

import os
from hashlib import sha256
from pathlib import Path

from app.model.schema import TABLES

PROJECT_FOLDER = Path(__file__).resolve().parents[2]
BASE_MAP = PROJECT_FOLDER / "data" / "basemap" / "basemap.geojson"
"""Land, water and boundaries; see data/basemap/README.md."""


def data_folder() -> Path:
    """Return the folder with the tables: `ATLAS_DATA_FOLDER` if set, else the project's `data/`."""
    return Path(os.environ.get("ATLAS_DATA_FOLDER") or PROJECT_FOLDER / "data")


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
