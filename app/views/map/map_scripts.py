"""The map's own part in the browser, as one script."""

from __future__ import annotations

from pathlib import Path

from app.views.scripts import read_files

SCRIPTS = (
    *("../in_range.js", "../range_news.js", "../days.js", "../direction.js", "../words.js"),
    *("base.js", "counting.js", "places.js", "spread.js", "crossings.js", "corner.js", "tiles.js", "journeys.js"),
    *("labels.js", "countries.js", "courses.js", "dress.js", "camera.js", "tips.js", "keys.js", "live.js"),
)


def map_script() -> str:
    """Return the map's scripts as one."""
    return read_files(Path(__file__).parent, *SCRIPTS)
