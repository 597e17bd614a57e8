"""Where the project and its tables are."""

from __future__ import annotations

import os
from pathlib import Path

PROJECT_FOLDER = Path(__file__).resolve().parents[2]
BASE_MAP = PROJECT_FOLDER / "data" / "basemap" / "basemap.geojson"
WORLD_MAP = BASE_MAP.with_name("world.geojson")
"""Land, water and boundaries; see data/basemap/README.md."""


def data_folder() -> Path:
    """Return the folder with the tables: `ATLAS_DATA_FOLDER` if set, else the project's `data/`."""
    return Path(os.environ.get("ATLAS_DATA_FOLDER") or PROJECT_FOLDER / "data")
